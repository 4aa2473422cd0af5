import ByteSources
import Catalogues
public import DecisionModel
import FuzzDriver
import Measures
import Messages
import OfferImport
import TotalCost

/// What the bytes of the fuzzer are put into, since few random files get as far as a quotation's
/// line.
public struct Frame: Sendable {
  let head: String
  let tail: String

  /// Whole files of any kind.
  public static let files = [Frame(head: "", tail: ""), Frame(head: "<", tail: "")]

  /// Parts of UBL quotations.
  public static let ubl = parts + parts + parts + parts + [afterMany]

  private static let parts = [
    Frame(head: quotation, tail: "</q:Quotation>"),
    Frame(
      head: quotation + "<a:QuotationLine><a:LineItem>",
      tail: "</a:LineItem></a:QuotationLine></q:Quotation>"),
    Frame(
      head: quotation + "<a:QuotationLine>",
      tail: line(1) + "</a:QuotationLine></q:Quotation>"),
  ]

  /// Behind so many lines those that are like them are read in a shorter way; this takes a hundred
  /// times as long as the others.
  private static let afterMany = Frame(
    head: quotation
      + (1...510).map { "<a:QuotationLine>\(line($0))</a:QuotationLine>" }.joined()
      + "<a:QuotationLine><a:LineItem>",
    tail: "</a:LineItem></a:QuotationLine></q:Quotation>")

  /// Parts of openTRANS quotations.
  public static let openTrans = [
    Frame(
      head: "<QUOTATION xmlns='http://www.opentrans.org/XMLSchema/2.1' version='2.1'>"
        + "<QUOTATION_ITEM_LIST><QUOTATION_ITEM>",
      tail: "</QUOTATION_ITEM></QUOTATION_ITEM_LIST></QUOTATION>")
  ]

  /// Parts of offers in Votum's own format.
  public static let own = [
    Frame(head: offer, tail: "</offer>"),
    Frame(head: offer + "<answers>", tail: "</answers></offer>"),
    Frame(head: offer + "<answers><answer ", tail: "/></answers></offer>"),
    Frame(head: offer + "<prices><price ", tail: "/></prices></offer>"),
    Frame(
      head: offer + "<prices><price item='x' ", tail: "</price></prices></offer>"),
    Frame(head: offer + "<terms><term ", tail: "</term></terms></offer>"),
  ]

  private static let offer = "<offer xmlns='urn:votum:offer:1'>"
  private static let space = "urn:oasis:names:specification:ubl:schema:xsd:"
  private static let quotation =
    "<q:Quotation xmlns:q='\(space)Quotation-2' xmlns:a='\(space)CommonAggregateComponents-2' "
    + "xmlns:b='\(space)CommonBasicComponents-2'>"

  private static func line(_ number: Int) -> String {
    "<a:LineItem><b:ID>\(number)</b:ID><b:Quantity>2</b:Quantity><b:LineExtensionAmount>3"
      + "</b:LineExtensionAmount><a:Price><b:PriceAmount>1.5</b:PriceAmount></a:Price><a:Item>"
      + "<b:Name>Part \(number)</b:Name></a:Item></a:LineItem>"
  }

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

/// Any file is read as an offer: with findings at places that exist, or with something read. The
/// first byte says which frame the rest is put into.
public func testOffers(_ start: UnsafePointer<UInt8>?, _ count: Int, in frames: [Frame]) -> CInt {
  let input = unsafe Array(UnsafeBufferPointer(start: start, count: count))
  guard let control = input.first else { return 0 }
  let frame = frames[Int(control) % frames.count]
  let bytes = Array(frame.head.utf8) + input.dropFirst() + Array(frame.tail.utf8)
  let position = SourcePosition(file: "decision.yaml", line: 1, column: 1)
  guard let decision = Frame.decision(at: position) else { return 0 }
  let declaration = OfferDeclaration(
    id: "a", name: "A", kind: .saas, goLive: nil, files: [], position: position)
  let reference = FileReference(path: "offer", position: position)
  var diagnostics = Diagnostics()
  let read = OfferImport.read(
    files: [.init(reference: reference, source: ByteSource(bytes))], of: declaration,
    decision: decision, schema: OfferSchema.bytes, diagnostics: &diagnostics)
  // A failed precondition is how libFuzzer learns of a finding.
  let offer = read.offer
  precondition(
    !diagnostics.all.isEmpty || !offer.costs.isEmpty || !offer.terms.isEmpty
      || !offer.answers.isEmpty || offer.validUntil != nil || saysNothing(frame, input))
  let lines = 0...(bytes.count + 2)
  precondition(diagnostics.all.allSatisfy { lines ~= $0.position.line && $0.position.column >= 0 })
  precondition(offer.costs.allSatisfy { lines ~= $0.position.line && $0.position.column >= 1 })
  return 0
}

/// An offer in Votum's own format may be empty.
private func saysNothing(_ frame: Frame, _ input: [UInt8]) -> Bool {
  frame.head.hasPrefix("<offer") || String(decoding: input, as: UTF8.self).contains("urn:votum")
}
