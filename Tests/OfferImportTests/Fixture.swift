import ByteSources
import DecisionModel
import Foundation
import Measures
import Messages
import OfferImport
import Testing
import TotalCost
import XMLReading

/// What every test reads offers against.
enum Fixture {
  static let position = SourcePosition(file: "decision.yaml", line: 7, column: 3)

  static let criteria = CriteriaTree(nodes: [
    node("root", .root, parent: nil, path: ""),
    node("fit", .branch, parent: 0),
    node("core", .branch, parent: 1, path: "fit/core"),
    node(
      "order_variants", .question(.levels(.response)), parent: 2, path: "fit/core/order_variants",
      name: LocalText(de: "Auftragsvarianten", en: "Order variants")),
    node("hosted_here", .question(.levels(.yesNo)), parent: 2, path: "fit/core/hosted_here"),
    node("uptime", .question(numeric("%", 99, 100)), parent: 2, path: "fit/core/uptime"),
    node("latency", .question(numeric("ms", 200, 2_000)), parent: 2, path: "fit/core/latency"),
    node("looks", .question(numeric("", 0, 10)), parent: 2, path: "fit/core/looks"),
    node("fee", .question(numeric("EUR", 0, 500)), parent: 2, path: "fit/core/fee"),
    node("cost", .cost(CostScale(best: Amount(100_000), worst: Amount(500_000))), parent: 0),
  ])

  static func index(_ id: String) -> Int { criteria.index(of: id) ?? -1 }

  private static func numeric(_ unit: String, _ first: Int, _ last: Int) -> Scale {
    .numeric(
      NumericScale(
        unit: unit,
        points: [
          .init(figure: Amount(first), value: .zero), .init(figure: Amount(last), value: .one),
        ]))
  }

  private static func node(
    _ id: String, _ role: Criterion.Role, parent: Int?, path: String? = nil,
    name: LocalText? = nil
  ) -> Criterion {
    Criterion(
      id: id, path: path ?? id, name: name ?? LocalText(id), role: role, goal: .fit,
      parent: parent, localWeight: 1, statedWeight: StatedWeight(value: .one),
      position: position)
  }

  static func date(_ text: String) -> CalendarDate {
    guard let date = CalendarDate(text) else { fatalError("no date: \(text)") }
    return date
  }

  static func decision(
    assumed: [AssumedPrice] = [], columns: [String: [String: String]] = [:],
    quantities: [String] = ["users", "sites"]
  ) -> Decision {
    let course = Quantity(course: .series([Amount(60)]), isWhole: true)
    return Decision(
      title: "Test", language: .german, currency: "EUR", asOf: date("2026-11-20"),
      decideBy: date("2027-02-28"),
      costPlan: CostPlan(
        years: 5, start: date("2027-01-01"), discountRate: .zero,
        quantities: Dictionary(uniqueKeysWithValues: quantities.map { ($0, course) })),
      quantityOrder: quantities,
      exchangeRates: [
        ExchangeRate(
          currency: "CHF", rate: amount("1.04"), asOf: date("2026-11-20"), source: "ECB"),
        ExchangeRate(
          currency: "USD", rate: amount("0.9"), asOf: date("2026-11-20"), source: "ECB"),
      ],
      criteria: criteria, assumedPrices: assumed,
      columns: columns.mapValues { ColumnMapping(headers: $0, position: position) })
  }

  static func declaration(_ kind: OfferDeclaration.Kind = .saas) -> OfferDeclaration {
    OfferDeclaration(
      id: "nordwind", name: "Nordwind", kind: kind, goLive: nil, files: [], position: position)
  }

  static func assumed(_ line: String, offer: String = "nordwind") -> AssumedPrice {
    AssumedPrice(
      offer: offer, line: line,
      range: .init(low: Amount(1), likely: Amount(2), high: Amount(3)), position: position)
  }
}

/// An amount of the tests' tables; a wrong one reads as a figure that no test expects.
func amount(_ text: String) -> Amount { Amount(plain: text) ?? Amount(-987_654_321) }

/// An offer with the findings made while it was read.
struct ReadOffer {
  let offer: Offer
  let understandings: [FileUnderstanding]
  let diagnostics: Diagnostics

  /// The findings as `error file:line:column name`; the file is left out if it is `a`.
  var findings: [String] {
    diagnostics.all.map { finding in
      let place = finding.position
      let file = place.file == "a" ? "" : place.file + ":"
      return "\(finding.severity) \(file)\(place.line):\(place.column) \(finding.message.id)"
    }
  }

  init(
    _ files: [[UInt8]], kind: OfferDeclaration.Kind = .saas,
    decision: Decision = Fixture.decision(), schema: [UInt8] = Schema.bytes,
    rules: XMLSchemaFiles? = nil, dialect: StatedDialect = StatedDialect()
  ) {
    let names = ["a", "b", "c"]
    let inputs = zip(names, files).map {
      OfferImport.File(
        reference: FileReference(path: $0, position: Fixture.position, dialect: dialect),
        source: ByteSource($1), schema: rules)
    }
    var diagnostics = Diagnostics()
    let read = OfferImport.read(
      files: inputs, of: Fixture.declaration(kind), decision: decision, schema: schema,
      diagnostics: &diagnostics)
    offer = read.offer
    understandings = read.files
    self.diagnostics = diagnostics
  }

  init(
    _ text: String, kind: OfferDeclaration.Kind = .saas,
    decision: Decision = Fixture.decision()
  ) {
    self.init([Array(text.utf8)], kind: kind, decision: decision)
  }
}

/// Files of the package that tests compare with.
enum Schema {
  static let bytes = read("docs/votum-offer-1.xsd")

  /// A file of the package; empty if it cannot be read, which fails every test that needs it.
  static func read(_ path: String, from test: String = #filePath) -> [UInt8] {
    let root = test.split(separator: "/").dropLast(3).joined(separator: "/")
    return (FileManager.default.contents(atPath: "/\(root)/\(path)")).map(Array.init) ?? []
  }
}
