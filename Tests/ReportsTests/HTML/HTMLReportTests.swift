import DecisionModel
import Foundation
import Measures
import Messages
import Reports
import Testing

@testable import Evaluation

@Suite struct HTMLReportTests {
  static let hash = "3f9c" + String(repeating: "0", count: 56) + "a71e"
  static let cases = SampleEvaluation.Variant.allCases.flatMap { variant in
    Language.allCases.map { (variant, $0) }
  }

  static func html(_ evaluation: Evaluation, _ language: Language) throws -> String {
    try HTMLReport(evaluation, language: language, inputHash: hash).text()
  }

  @Test(arguments: cases)
  func everyVariantIsWellFormed(variant: SampleEvaluation.Variant, language: Language) throws {
    let html = try Self.html(SampleEvaluation.sample(variant), language)
    let markup = Markup(html)
    #expect(markup.problems.prefix(5).isEmpty, "\(markup.problems.prefix(5))")
    #expect(markup.tags.first?.attributes.first?.value == language.rawValue)
    try check(attributesOf: markup)
    check(headingsOf: markup)
  }

  /// Nothing is loaded, nothing runs but the program's scripts, links stay inside and lead somewhere.
  private func check(attributesOf markup: Markup) throws {
    var ids: Set<String> = []
    var targets: Set<String> = []
    for tag in markup.tags {
      #expect(!["link", "img", "iframe", "object", "base", "use"].contains(tag.name))
      for (name, value) in tag.attributes {
        #expect(name != "style" && name != "src" && !name.hasPrefix("on"), "\(tag)")
        if name == "href" {
          #expect(value.hasPrefix("#"), "\(value)")
          targets.insert(String(value.dropFirst()))
        }
        if name == "aria-labelledby" { targets.insert(value) }
        if name == "id" { #expect(ids.insert(value).inserted, "twice: \(value)") }
      }
    }
    #expect(targets.isSubset(of: ids), "\(targets.subtracting(ids))")
  }

  /// One first heading, none skips a level, none is empty, and something stands under each.
  private func check(headingsOf markup: Markup) {
    let levels = markup.tags.compactMap { tag in
      tag.name.count == 2 && tag.name.hasPrefix("h") && tag.name != "hr"
        ? Int(tag.name.dropFirst()) : nil
    }
    #expect(levels.filter { $0 == 1 }.count == 1)
    for (level, next) in zip(levels, levels.dropFirst()) { #expect(next <= level + 1) }
    let headings = markup.texts.filter {
      $0.path.contains { ["h1", "h2", "h3", "h4"].contains($0) }
    }
    #expect(headings.count >= levels.count)
    var previous: [String] = ["h1"]
    for text in markup.texts {
      let heading = text.path.first { ["h2", "h3"].contains($0) }
      if let heading, let last = previous.last, last == heading {
        Issue.record("nothing stands under the heading before \(text.text)")
      }
      previous = [heading ?? ""]
    }
  }

  @Test(arguments: cases)
  func everyPrintedFigureStandsInTheEvaluation(
    variant: SampleEvaluation.Variant, language: Language
  ) throws {
    // Too many figures stand in the largest case for the check to find anything.
    guard variant != .large else { return }
    let evaluation = try SampleEvaluation.sample(variant)
    let markup = Markup(try Self.html(evaluation, language))
    let figures = try PrintedFigures(of: evaluation, language: language)
    for (text, path) in markup.texts where !path.contains("code") {
      #expect(figures.strangers(in: text).isEmpty, "\(text)")
    }
  }

  @Test func theFigureCheckFindsStrangers() throws {
    let figures = try PrintedFigures(of: SampleEvaluation.sample(.fragile), language: .german)
    #expect(figures.strangers(in: "Kosten 987.654 € und 31,47 %") == ["987.654", "31,47"])
    #expect(figures.strangers(in: "am 20. November 2026 auf Rang 7").isEmpty)
  }

  // MARK: Hostile text

  static let hostile = [
    "<script>alert(1)</script>", "</style><style>*{display:none}</style>",
    "\"><img src=x onerror=alert(1)>", "' onmouseover='alert(1)", "<svg onload=alert(1)>",
    "]]><!--", "&lt;b&gt;", "javascript:alert(1)", "https://example.org/x.png",
    "url(https://example.org/x.css)", "@import 'x';", "\u{202E}txet desrever\u{202C}",
    "\u{2066}\u{200F}\u{0000}\u{0007}\u{FEFF}\u{E0041}", "a\r\nb\tc", "ﷺ שלום",
    String(repeating: "x", count: 3_000),
  ]

  @Test(arguments: hostile)
  func hostileTextStaysText(text: String) throws {
    var evaluation = try SampleEvaluation.sample(.fragile)
    evaluation.decision.title = text
    evaluation.decision.owner = text
    evaluation.decision.catalogue = text
    for index in evaluation.offers.indices {
      evaluation.offers[index].name = text
      for score in evaluation.offers[index].scores.indices {
        evaluation.offers[index].scores[score].answer?.words = text
        evaluation.offers[index].scores[score].answer?.unit = text
      }
      for knockout in evaluation.offers[index].knockouts.indices {
        evaluation.offers[index].knockouts[knockout].found = LocalText(text)
      }
      for line in evaluation.offers[index].cost.lines.indices {
        evaluation.offers[index].cost.lines[line].name = text
        evaluation.offers[index].cost.lines[line].words = text
      }
      for term in evaluation.offers[index].terms.indices {
        evaluation.offers[index].terms[term].name = text
        evaluation.offers[index].terms[term].text = text
      }
    }
    for index in evaluation.criteria.indices { evaluation.criteria[index].name = LocalText(text) }
    for index in evaluation.profiles.indices { evaluation.profiles[index].name = text }
    for index in evaluation.inputs.indices { evaluation.inputs[index].path = text }
    evaluation.findings[0].text = LocalText(text)

    let html = try Self.html(evaluation, .german)
    let markup = Markup(html)
    #expect(markup.problems.prefix(3).isEmpty, "\(markup.problems.prefix(3))")
    try check(attributesOf: markup)
    for scalar in html.unicodeScalars {
      let isHidden =
        (0x202A...0x202E).contains(scalar.value)
        || (0x2066...0x2069).contains(scalar.value)
        || [0x200E, 0x200F, 0xFEFF].contains(scalar.value)
        || (scalar.value < 0x20 && scalar != "\n" && scalar != "\t")
      #expect(!isHidden, "U+\(String(scalar.value, radix: 16))")
      if isHidden { break }
    }
    // Whatever anybody writes, the scripts are the same, and the style sheet too but for the foot
    // of printed pages, which holds nothing but numbers of characters.
    let calm = try Self.html(SampleEvaluation.sample(.fragile), .german)
    let foot = try Regex(#"@bottom-left\{content:"(\\[0-9a-f]+ )+"\}"#)
    #expect(Self.style(html).contains(foot))
    #expect(
      Self.style(html).replacing(foot, with: "") == Self.style(calm).replacing(foot, with: ""))
    #expect(Self.scripts(html).count == 2 && Self.scripts(html) == Self.scripts(calm))
  }

  /// Everything that a browser would run.
  private static func scripts(_ html: String) -> [Substring] {
    html.ranges(of: "<script>").map { start in
      let rest = html[start.upperBound...]
      return rest[..<(rest.firstRange(of: "</script>")?.lowerBound ?? rest.endIndex)]
    }
  }

  private static func style(_ html: String) -> Substring {
    guard let start = html.range(of: "<style>"), let end = html.range(of: "</style>") else {
      return ""
    }
    return html[start.upperBound..<end.lowerBound]
  }

  @Test func policyForbidsEverythingButTheProgramsSheetAndScripts() throws {
    let html = try Self.html(SampleEvaluation.sample(.fragile), .english)
    let policy = Markup(html).tags.first { tag in
      tag.attributes.contains { $0.value == "Content-Security-Policy" }
    }?.attributes.first { $0.name == "content" }?.value
    #expect(policy?.hasPrefix("default-src 'none'; style-src 'sha256-") == true)
    let scripts = policy?.split(separator: ";").first { $0.hasPrefix(" script-src ") }
    #expect(scripts?.split(separator: " ").dropFirst().count == Self.scripts(html).count)
    #expect(
      scripts?.split(separator: " ").dropFirst().allSatisfy { $0.hasPrefix("'sha256-") } == true)
    #expect(policy?.contains("unsafe") == false)
    #expect(!Self.style(html).contains("url("))
    #expect(!Self.style(html).contains("@import"))
    #expect(!html.contains("http://") && !html.contains("https://"))
  }

  @Test func printedPartsAddUpToThePrintedSum() throws {
    var evaluation = try SampleEvaluation.sample(.fragile)
    #expect(try !Self.html(evaluation, .german).contains("Rundungsdifferenz"))
    let part = try #require(Amount(plain: "0.4"))
    let both = try #require(Amount(plain: "0.8"))
    let cost = evaluation.offers[0].cost
    for index in 0..<2 {
      evaluation.offers[0].cost.categories[index].total = try cost.categories[index].total
        .adding(part)
      evaluation.offers[0].cost.byYear[index] = try cost.byYear[index].adding(part)
    }
    evaluation.offers[0].cost.total = try cost.total?.adding(both)
    let html = try Self.html(evaluation, .german)
    // One line in the table by category and one in that by year.
    #expect(html.ranges(of: "Rundungsdifferenz").count == 2)
  }

  @Test func sameBytesEveryTime() throws {
    let evaluation = try SampleEvaluation.sample(.notRankable)
    #expect(try Self.html(evaluation, .german) == Self.html(evaluation, .german))
  }

  @Test func largeMatrixHoldsEveryAnswer() throws {
    let evaluation = try SampleEvaluation.sample(.large)
    let markup = Markup(try Self.html(evaluation, .german))
    let rows = markup.tags.filter { tag in
      tag.name == "tr" && tag.attributes.contains { $0.value.contains(" g-") }
    }
    #expect(rows.count == evaluation.criteria.count - 1)
    let cells = markup.tags.filter { tag in
      tag.name == "td" && tag.attributes.contains { $0.value.hasPrefix("o o") }
    }
    #expect(cells.count == rows.count * evaluation.offers.count)
  }
}
