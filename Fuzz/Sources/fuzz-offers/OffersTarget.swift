import FuzzDriver
import Glibc
import OfferFuzzing

@main
enum OffersTarget {
  static func main() {
    exit(fuzz { testOffers($0, $1, in: Frame.files + Frame.ubl + Frame.openTrans + Frame.own) })
  }
}
