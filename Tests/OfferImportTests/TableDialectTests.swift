import DecisionModel
import DelimitedText
import Measures
import Messages
import OfferImport
import Testing
import TotalCost

@Suite("Tables as spreadsheets write them")
struct TableDialectTests {
  private static let rows = [
    ["Pos.", "Bezeichnung", "Einzelpreis netto (EUR)", "Kostenart", "Rhythmus"],
    ["1", "Grundgebühr\n\"Premium\"", "1.234,56 €", "Abonnement", "monatlich"],
    ["2", "Schulung; zwei Tage", "800,00", "Schulung", "einmalig"],
    ["", "Summe", "2.034,56", "", ""],
  ]

  private static func text(
    delimiter: String, lineEnd: String, rows: [[String]] = rows
  ) -> String {
    rows.map { row in
      row.map { cell in
        let needsQuotes = cell.contains { "\n\"".contains($0) || String($0) == delimiter }
        return needsQuotes ? "\"" + cell.replacing("\"", with: "\"\"") + "\"" : cell
      }.joined(separator: delimiter)
    }.joined(separator: lineEnd) + lineEnd
  }

  private static func windows1252(_ text: String) -> [UInt8] {
    text.unicodeScalars.map { $0 == "€" ? 0x80 : UInt8(truncatingIfNeeded: $0.value) }
  }

  private static func utf16(_ text: String) -> [UInt8] {
    [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
  }

  private static let german = text(delimiter: ";", lineEnd: "\r\n")
  static let files: [(String, [UInt8])] = [
    ("UTF-8 with mark", [0xEF, 0xBB, 0xBF] + Array(german.utf8)),
    ("UTF-8", Array(german.utf8)),
    ("Windows-1252", windows1252(german)),
    ("UTF-16", utf16(german)),
    ("tab", Array(text(delimiter: "\t", lineEnd: "\n").utf8)),
    ("comma", Array(text(delimiter: ",", lineEnd: "\n").utf8)),
    ("sep line", Array(("sep=;\r\n" + german).utf8)),
    (
      "preamble",
      Array(
        ("Angebot;4711;;;\r\nKunde;Muster GmbH;;;\r\n;;;;\r\n\r\n" + german + ";;;;\r\n").utf8)
    ),
  ]

  @Test("all give the same", arguments: files)
  func same(name: String, bytes: [UInt8]) {
    let read = ReadOffer([bytes])
    #expect(
      read.diagnostics.all.map(\.message.id) == ["columnLeftOut"], "\(name)")
    #expect(
      read.offer.costs.map(\.line) == [
        CostLine(
          name: "Grundgebühr\n\"Premium\"", category: .subscription,
          price: .fixed(amount("1234.56")),
          timing: .recurring(every: .month, from: nil, through: nil, inAdvance: false)),
        CostLine(
          name: "Schulung; zwei Tage", category: .training, price: .fixed(Amount(800)),
          timing: .once(on: nil)),
      ])
  }

  @Test("are read as the decision states where the file alone tells it wrongly")
  func stated() {
    let text = "item|amount net|category\nM\u{84}rz; Wartung, 2. Teil|1.200|other\n"
    let bytes = text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
    let told = ReadOffer([bytes])
    #expect(told.findings == ["error 2:24 columnStyleAmbiguous"])
    let read = ReadOffer(
      [bytes],
      dialect: StatedDialect(encoding: .codePage850, delimiter: .pipe, decimals: .comma))
    #expect(read.findings == [])
    #expect(read.offer.costs.map(\.line.name) == ["März; Wartung, 2. Teil"])
    #expect(read.offer.costs.map(\.line.price) == [.fixed(Amount(1_200))])
    let point = ReadOffer([bytes], dialect: StatedDialect(decimals: .point))
    #expect(point.offer.costs.map(\.line.price) == [.fixed(amount("1.2"))])
  }

  @Test("have a number that breaks the stated decimals as an error")
  func brokenDecimals() {
    let read = ReadOffer(
      [Array("item;amount net;category\nA;1.234,50;other\n".utf8)],
      dialect: StatedDialect(decimals: .point))
    #expect(read.findings == ["error 2:3 cellNumberBadGroups"])
  }

  @Test("say that XML needs no dialect")
  func statedForXML() {
    let read = ReadOffer(
      [Array("<offer xmlns=\"urn:votum:offer:1\"/>".utf8)],
      dialect: StatedDialect(encoding: .utf8))
    #expect(read.findings == ["error decision.yaml:7:3 dialectForXML"])
  }

  @Test("show the physical line and column, also behind a cell of two lines")
  func places() {
    let read = ReadOffer(TableDialectTests.german)
    #expect(read.offer.costs.map(\.position.line) == [2, 4])
    #expect(read.findings == ["warning 1:1 columnLeftOut"])
  }

  @Test("keep items whose names only begin like totals")
  func noTotals() {
    let read = ReadOffer(
      "item;amount net;category\nTotal Care;1;other\nGesamtpaket;2;other\nVAT return;3;other")
    #expect(read.findings.isEmpty)
    #expect(read.offer.costs.count == 3)
  }

  @Test(
    "know their totals",
    arguments: [
      "Summe", "Zwischensumme Lizenzen", "Gesamt netto", "Total (EUR)", "Subtotal", "Grand total",
      "zzgl. 19 % MwSt.", "Gesamtsumme brutto:", "MwSt. 19 %",
    ])
  func totals(text: String) {
    let read = ReadOffer("item;amount net;category\nA;1;other\n\(text);1.234;")
    // None of them becomes a line, and none agrees with what stands above it.
    #expect(read.offer.costs.map(\.line.name) == ["A"])
    let places = Set(read.findings.map { $0.split(separator: " ").last })
    #expect(places.isSubset(of: ["totalDiffers", "totalNotChecked"]) && !places.isEmpty)
  }

  @Test("may have headers of the vendor's own")
  func mapping() {
    let decision = Fixture.decision(
      columns: ["a": ["criterion": "Lfd. Frage", "answer": "Stimmt das?"]])
    let read = ReadOffer("Lfd.  Frage;Stimmt das?\nlooks;5", decision: decision)
    #expect(read.findings.isEmpty)
    #expect(read.offer.answers.count == 1)
  }

  @Test("lose the apostrophe that guards a cell against being run as a formula")
  func neutralised() {
    let read = ReadOffer("criterion;answer;comment\nlooks;5;'=SUM(A1)")
    #expect(read.offer.answers[Fixture.index("looks")]?.comment == "=SUM(A1)")
  }

  @Test("are told apart by their headers, whatever the order")
  func shapes() {
    let read = ReadOffer([
      Array("Bemerkung;Antwort;Kriterium\nx;5;looks".utf8),
      Array("Kategorie;Preis netto;Leistung\nother;5;A".utf8),
      Array("Inhalt;Klausel\nx;y".utf8),
    ])
    #expect(read.findings.isEmpty)
    #expect(read.offer.answers.count == 1)
    #expect(read.offer.costs.count == 1)
    #expect(read.offer.terms.count == 1)
  }
}
