import FuzzDriver
import Glibc
import OfferFuzzing

@main
enum UBLTarget {
  static func main() {
    exit(fuzz { testOffers($0, $1, in: Frame.ubl) })
  }
}
