import DecisionModel
import Measures
import Messages
import Testing

@testable import DecisionFile

@Suite("What a decision says of XML documents")
struct DocumentMappingTests {
  @Test("is read with its places")
  func places() throws {
    let outcome = read(
      changed(
        plus: """
          xml:
            a.csv: { rows: //item, decimals: comma, item: name, amount: price/@net }
            b.csv: [{ rows: //a, criterion: "@id", answer: . }, { rows: //p, item: n, amount: m }]
          positions:
            a.csv:
              N-1: { category: licence, per: users, discount: 5 % }
              "Ski wax": { status: optional }

          """))
    #expect(outcome.findings.isEmpty)
    let decision = try #require(outcome.decision)
    let mapping = try #require(decision.documents["a.csv"]?.first)
    #expect(mapping.rows.text == "//item" && mapping.decimals == .comma)
    #expect(mapping.cells.mapValues(\.text) == ["item": "name", "amount": "price/@net"])
    #expect(mapping.cells["amount"]?.position.line == 18)
    #expect(decision.documents["b.csv"]?.map(\.rows.text) == ["//a", "//p"])
    let positions = try #require(decision.positions["a.csv"])
    #expect(positions.map(\.key.text) == ["N-1", "Ski wax"])
    #expect(positions[0].cells["discount"]?.text == "5 %")
    #expect(positions[1].cells["status"]?.position.line == 23)
  }

  @Test(
    "may be wrong",
    arguments: [
      ("xml: { c.xml: { rows: //i } }", ["17:8 columnsOfUnknownFile"]),
      ("xml: { a.csv: { item: n } }", ["17:15 missingKey"]),
      ("xml: { a.csv: { rows: //i, decimals: dot } }", ["17:38 badChoice"]),
      ("xml: { a.csv: [] }", ["17:15 emptyList"]),
      ("xml: { a.csv: { rows: //i, item: { a: b } } }", ["17:34 expectedValue"]),
      ("positions: { a.csv: { N: licence } }", ["17:26 expectedMapping"]),
      ("positions: { c.csv: { N: { category: licence } } }", ["17:14 columnsOfUnknownFile"]),
    ])
  func wrong(line: String, findings: [String]) {
    #expect(read(changed(plus: line + "\n")).findings == findings)
  }
}
