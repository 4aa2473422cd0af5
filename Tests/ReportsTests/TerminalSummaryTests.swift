import Evaluation
import Messages
import Testing

@testable import Reports

@Suite("Terminal summary")
struct TerminalSummaryTests {
  @Test(
    "Measures columns, not characters",
    arguments: [
      ("", 0), ("abc", 3), ("Müller", 6), ("Mu\u{308}ller", 6), ("日本", 4), ("ﾃｽﾄ", 3), ("한국", 4),
      ("👍", 2), ("👩‍💻", 2), ("🇩🇪", 2), ("☎\u{FE0F}", 2), ("e\u{301}\u{323}", 1), ("€–…", 3),
      ("a\u{200B}b", 2), ("Ａ", 2), ("12\u{A0}€", 4),
    ])
  func width(_ text: String, _ columns: Int) {
    #expect(DisplayText.width(text) == columns)
    #expect(DisplayText.width(DisplayText.padded(text, to: 9)) == 9)
    #expect(DisplayText.padded(text, to: 9, alignment: .right).hasSuffix(text))
  }

  @Test("Lines break at blanks, inside words only where one is longer than a line")
  func breaking() {
    #expect(DisplayText.lines("eins zwei drei", width: 9) == ["eins zwei", "drei"])
    #expect(DisplayText.lines("12\u{A0}€ bis 14\u{A0}€", width: 9) == ["12 € bis", "14 €"])
    #expect(DisplayText.lines("abcdefghij", width: 4) == ["abcd", "efgh", "ij"])
    #expect(DisplayText.lines("日本語", width: 5) == ["日本", "語"])
    #expect(DisplayText.lines("", width: 5) == [""])
    #expect(DisplayText.lines(" \n ", width: 5) == [""])
  }

  @Test("Nothing that a terminal obeys comes through")
  func harmless() {
    #expect(DisplayText.harmless("a\u{1B}[31mb\r\nc\u{9B}d\u{202E}e\u{7}") == "a [31mb  c de ")
  }

  @Test(
    "No line is wider than 80 columns, colour or not",
    arguments: SampleEvaluation.Variant.allCases, Language.allCases)
  func fits(_ variant: SampleEvaluation.Variant, _ language: Language) throws {
    let evaluation = try SampleEvaluation.sample(variant)
    let plain = TerminalSummary(evaluation, language: language).text
    #expect(plain.hasSuffix("\n") && !plain.hasSuffix("\n\n"))
    #expect(!plain.contains("\u{1B}"))
    for line in plain.split(separator: "\n") {
      #expect(DisplayText.width(String(line)) <= 80, "\(line)")
      #expect(line.last != " ", "\(line)")
    }
    let coloured = TerminalSummary(evaluation, language: language, usesColour: true).text
    #expect(coloured != plain)
    #expect(withoutCodes(coloured) == plain)
  }

  @Test("Says everything that belongs to a result", arguments: Language.allCases)
  func content(_ language: Language) throws {
    let evaluation = try TablesFixture.evaluation(language)
    let text = TerminalSummary(evaluation).text
    let flat = flattened(text)
    let narrative = Narrative(evaluation, language: language)
    var sentences = [narrative.headline, narrative.verdict, narrative.nextStep]
    sentences += narrative.changes + narrative.questions + narrative.notes
    sentences += narrative.excluded.flatMap(\.reasons) + narrative.notRanked.flatMap(\.reasons)
    sentences += [narrative.cost, narrative.sureness].compactMap { $0 }
    for sentence in sentences { #expect(flat.contains(flattened(sentence)), "\(sentence)") }
    for offer in evaluation.offers { #expect(flat.contains(offer.name), "\(offer.name)") }
    #expect(flat.contains("≥ \(language == .german ? "780 €" : "€780")"))
  }

  @Test("Columns of the ranking line up, whatever the names")
  func alignment() throws {
    let text = TerminalSummary(try TablesFixture.evaluation()).text
    let lines = text.split(separator: "\n").map(String.init)
    let first = try #require(lines.firstIndex { $0.contains("Rang ") && $0.contains("Stand") })
    let table = lines[first..<(first + 5)]
    let labels = ["Stand", "unter Bedingung", "zulässig", "ohne Rang", "ausgeschlossen"]
    let columns = zip(table, labels).map { line, label in
      line.firstRange(of: label).map { DisplayText.width(String(line[..<$0.lowerBound])) }
    }
    #expect(columns[0] != nil)
    #expect(Set(columns).count == 1, "\(Array(table))")
  }

  @Test("A long name breaks into lines and keeps every word")
  func longName() throws {
    var evaluation = try TablesFixture.evaluation()
    let name = "Nordwestdeutsche Softwaregenossenschaft für den Mittelstand eingetragene"
    evaluation.offers[0].name = name
    let text = TerminalSummary(evaluation).text
    for word in name.split(separator: " ") { #expect(text.contains(word)) }
    for line in text.split(separator: "\n") {
      #expect(DisplayText.width(String(line)) <= 80, "\(line)")
    }
  }

  @Test("Names with escape sequences do not reach the terminal")
  func injection() throws {
    var evaluation = try TablesFixture.evaluation()
    evaluation.offers[1].name = "\u{1B}]0;owned\u{7}\u{1B}[2J"
    evaluation.decision.title = "a\u{1B}[31m"
    #expect(!TerminalSummary(evaluation).text.unicodeScalars.contains { $0.value == 0x1B })
  }

  /// One line with single blanks, so that sentences are found across line breaks.
  private func flattened(_ text: String) -> String {
    text.split { " \n\u{A0}".contains($0) }.joined(separator: " ")
  }

  private func withoutCodes(_ text: String) -> String {
    text.replacing(/\u{1B}\[[0-9]+m/, with: "")
  }
}
