import Foundation
import Messages
import Testing

@testable import DecisionFile

@Suite("The schema for editors")
struct SchemaTests {
  /// A decision that has every kind of group in it.
  private static let everything = changed(
    "goals:",
    to: "goals:\n  lock_in: { weight: 1 }",
    plus: """
      quantities: { users: { start: 1, growth: { low: 0, likely: 0, high: 0 } } }
      exchange_rates: [{ "1 CHF": { low: 1 EUR, likely: 1.04 EUR, high: 2 EUR }, as_of: 2026-11-20, source: x }]
      exchange_shocks: [{ currency: CHF, change: 10 %, from: 2028-01-01 }]
      indexes: { cpi: { values: { 2026: 100 }, as_of: 2026-11-20, source: x } }
      roles: { developer: { day_rate: 500 } }
      vat: { rate: 19 %, non_deductible: 40 % }
      weights: { method: direct }
      limits: { total: 1 }
      scenarios: { x: { offers: { a: { price_cut: 1 % } } } }
      two_way_tables: [{ rows: { what: users, values: [1] }, columns: { what: escalation, values: [0] } }]
      cost_error: 1 %
      waivers: [{ offer: a, criterion: speed, reason: x }]
      verdict: { tie_lead: 1 }
      assumed_prices: [{ offer: a, line: x, low: 1, likely: 2, high: 3 }]

      """
  ).replacing(
    "kind: make, files: [b.csv] }",
    with: "kind: make, files: [{ path: b.xml, schema: b.xsd }], delay: { months: 1, cost: 1 }, "
      + "team: { people: 1, leaving: 10 %, months: 1, impact: 1 } }"
  ).replacing("name: Hilfe", with: "name: { de: Hilfe, en: Help }")
    .replacing(
      "kind: saas,",
      with: "kind: saas, go_live: { low: 2028-01-01, likely: 2028-01-01, high: 2028-02-01 },"
    )
    .replacing("weight: 1 }\noffers", with: "weight: { value: 1, low: 1, high: 2 } }\noffers")
    .replacing(
      "{ unit: s, best: 1, worst: 5 }",
      with: "{ levels: [{ id: eu, value: 1 }, { id: us, value: 0 }] }")

  /// Where the schema describes each kind of group.
  private static let places: [MappingReader.Kind: String] = [
    .decision: "", .goal: "goal", .costGoal: "costGoal", .criterion: "criterion", .scale: "scale",
    .level: "level", .localText: "localText", .weight: "weight", .quantity: "quantity",
    .shareRange: "shareRange", .dateRange: "dateRange", .moneyRange: "moneyRange",
    .exchangeRate: "exchangeRate", .weighting: "weighting", .limits: "limits", .waiver: "waiver",
    .exchangeShock: "exchangeShock", .index: "index", .role: "role", .vat: "vat",
    .team: "team", .delay: "delay", .verdict: "verdict", .assumedPrice: "assumedPrice",
    .offer: "offer", .offerFile: "offerFile", .catalogue: "catalogue", .scenario: "scenario",
    .scenarioOffer: "scenarioOffer", .twoWayTable: "twoWayTable", .axis: "axis",
  ]

  @Test("Schema and reader know the same keys")
  func keys() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "docs/decision.schema.json")
    let json = try JSONSerialization.jsonObject(with: Data(contentsOf: file))
    let schema = try #require(json as? [String: Any])
    let definitions = try #require(schema["$defs"] as? [String: Any])
    let reading = Reading()
    _ = DecisionFile.read(
      bytes: Array(Self.everything.utf8), file: "", loadCatalogue: { _ in nil }, reading)
    for kind in MappingReader.Kind.allCases where kind != .free {
      let place = try #require(Self.places[kind])
      let described = place.isEmpty ? schema : definitions[place] as? [String: Any]
      let forms = described?["anyOf"] as? [[String: Any]] ?? [described ?? [:]]
      let properties = forms.compactMap { $0["properties"] as? [String: Any] }
      #expect(properties.count == 1, "\(kind)")
      let known = try #require(reading.knownKeys[kind], "\(kind)")
      #expect(properties.first.map { Set($0.keys) } == known, "\(kind)")
    }
  }
}
