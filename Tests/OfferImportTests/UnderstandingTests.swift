import DelimitedText
import Measures
import Messages
import Testing

@testable import OfferImport

@Suite("What was understood of a file")
struct UnderstandingTests {
  @Test("A table's form, columns, styles, rows left out and currencies are kept")
  func table() throws {
    let read = ReadOffer(
      """
      sep=;
      Angebot der Nordwind AG;;
      Bezeichnung;Einzelpreis netto (EUR);Kategorie;Lagerplatz
      Lizenz;1.234,50;licence;A1
      Beratung;980;implementation;
      Extras;;;
      Summe;2.214,50;;
      """)
    let file = try #require(read.understandings.first)
    guard case .table(let table) = file.form else {
      Issue.record("the file is a table")
      return
    }
    #expect(table.shape == .prices)
    #expect(table.headerLine == 3)
    #expect(table.dialect.hadSeparatorLine)
    #expect(file.columns.map(\.meaning) == ["item", "amount", "category", nil])
    #expect(file.columns[1].currency == "EUR")
    #expect(file.columns[1].isGross == false)
    #expect(file.numberStyles == ["amount": .comma])
    #expect(file.currencies == ["EUR": 2])
    #expect(
      file.leftOut.first.map { "\($0.position.line) \($0.text): \($0.reason.en)" } == [
        "2 Angebot der Nordwind AG: stands before the header row",
        "6 Extras: a heading without figures", "7 Summe: a row of totals",
      ])
  }

  @Test("Whole numbers tell no style")
  func wholeNumbers() throws {
    let read = ReadOffer("item;amount net;category\nA;5;other\nB;1200;other")
    #expect(try #require(read.understandings.first).numberStyles.isEmpty)
  }

  @Test("A quotation's totals are kept beside what its lines come to")
  func quotation() throws {
    let text = Foreign.ubl(
      lines: [Foreign.line(1, name: "Server"), Foreign.line(2, name: "Gizmo")],
      totals: Foreign.money("LineExtensionAmount", "100.00")
        + Foreign.money("TaxExclusiveAmount", "100.00")
        + Foreign.money("PayableAmount", "120.00"))
    let file = try #require(ReadOffer(text).understandings.first)
    #expect(file.form == .xml(try #require(XMLFormat.ublQuotation.name)))
    #expect(file.totals.first.map(\.agrees) == [true, true, false])
    #expect(file.totals.first.map(\.stated.text) == ["100", "100", "120"])
    #expect(file.currencies == ["EUR": 2])
    #expect(file.uncategorised.first.map(\.category) == ["hardware", nil])
  }

  @Test("Long lists are cut, and their length is kept")
  func longLists() throws {
    let rows = (1...700).map { "Abschnitt \($0);;" }.joined(separator: "\n")
    let read = ReadOffer("item;amount net;category\n\(rows)\nA;5;other")
    let file = try #require(read.understandings.first)
    #expect(file.leftOut.count == 700)
    #expect(file.leftOut.first.count == FileUnderstanding.most)
  }
}
