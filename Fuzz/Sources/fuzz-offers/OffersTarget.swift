import DecisionModel
import FuzzDriver
import Glibc
import Measures
import Messages
import OfferImport
import TotalCost

@main
enum OffersTarget {
  static func main() {
    exit(fuzz { testOffers($0, $1) })
  }
}

/// Any file is read as an offer: with findings at places that exist, or with something read. The
/// first byte says what the rest is put into, since few random files get as far as a quotation's line.
private func testOffers(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let input = unsafe Array(UnsafeBufferPointer(start: start, count: count))
  guard let control = input.first else { return 0 }
  let frames = Frame.all
  let frame = frames[Int(control) % frames.count]
  let bytes = Array(frame.head.utf8) + input.dropFirst() + Array(frame.tail.utf8)
  let position = SourcePosition(file: "decision.yaml", line: 1, column: 1)
  guard let decision = Frame.decision(at: position) else { return 0 }
  let declaration = OfferDeclaration(
    id: "a", name: "A", kind: .saas, goLive: nil, files: [], position: position)
  var diagnostics = Diagnostics()
  let read = OfferImport.read(
    files: [.init(reference: FileReference(path: "offer", position: position), source: ByteSource(bytes))],
    of: declaration, decision: decision, schema: [], diagnostics: &diagnostics)
  // A failed precondition is how libFuzzer learns of a finding.
  let offer = read.offer
  precondition(
    !diagnostics.all.isEmpty || !offer.costs.isEmpty || !offer.terms.isEmpty
      || !offer.answers.isEmpty || offer.validUntil != nil)
  let lines = 0...(bytes.count + 2)
  precondition(diagnostics.all.allSatisfy { lines ~= $0.position.line && $0.position.column >= 0 })
  precondition(offer.costs.allSatisfy { lines ~= $0.position.line && $0.position.column >= 1 })
  return 0
}

/// What surrounds the bytes of the fuzzer.
private struct Frame {
  let head: String
  let tail: String

  private static let space = "urn:oasis:names:specification:ubl:schema:xsd:"
  private static let quotation =
    "<q:Quotation xmlns:q='\(space)Quotation-2' xmlns:a='\(space)CommonAggregateComponents-2' "
    + "xmlns:b='\(space)CommonBasicComponents-2'>"
  private static let openTrans =
    "<QUOTATION xmlns='http://www.opentrans.org/XMLSchema/2.1' version='2.1'><QUOTATION_ITEM_LIST>"

  static let all = [
    Frame(head: "", tail: ""),
    Frame(head: "<", tail: ""),
    Frame(head: quotation, tail: "</q:Quotation>"),
    Frame(
      head: quotation + "<a:QuotationLine><a:LineItem>",
      tail: "</a:LineItem></a:QuotationLine></q:Quotation>"),
    Frame(
      head: openTrans + "<QUOTATION_ITEM>",
      tail: "</QUOTATION_ITEM></QUOTATION_ITEM_LIST></QUOTATION>"),
  ]

  static func decision(at position: SourcePosition) -> Decision? {
    guard let date = CalendarDate("2026-11-20"), let start = CalendarDate("2027-01-01") else {
      return nil
    }
    let root = Criterion(
      id: "root", path: "", name: LocalText("root"), role: .root, goal: .fit, parent: nil,
      localWeight: 1, statedWeight: StatedWeight(value: .one), position: position)
    return Decision(
      title: "Fuzz", language: .english, currency: "EUR", asOf: date, decideBy: nil,
      costPlan: CostPlan(years: 5, start: start, discountRate: .zero, quantities: [:]),
      quantityOrder: [], exchangeRates: [], criteria: CriteriaTree(nodes: [root]),
      assumedPrices: [], columns: [:])
  }
}
