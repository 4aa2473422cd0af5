public import Evaluation
public import FileHashing
internal import Measures
public import Messages

/// `report.html`: one file that needs nothing else, reads on paper, on a screen and on a phone.
///
/// It loads nothing, and a content security policy lets a browser run only the scripts that come with
/// the program, named by their digests. What is printed is what the evaluation found; only the part
/// that is marked as a what-if reckons, in the reader's browser. Without script everything but that
/// is there.
public struct HTMLReport: Sendable {
  let evaluation: Evaluation
  let language: Language
  let inputHash: String

  /// A report.
  ///
  /// - Parameters:
  ///   - evaluation: What was found.
  ///   - language: The report's language.
  ///   - inputHash: SHA-256 over all inputs in hexadecimal digits, as the manifest holds it; its
  ///     first and last four digits are printed.
  public init(_ evaluation: Evaluation, language: Language, inputHash: String) {
    self.evaluation = evaluation
    self.language = language
    self.inputHash = inputHash
  }

  /// The whole file in UTF-8.
  ///
  /// - Throws: If the system's library gives no digest for the content security policy.
  public func text() throws(SHA256.Failure) -> String {
    let page = ReportPage(evaluation, language: language, inputHash: inputHash)
    let sheet = StyleSheet(
      language: language, footer: page.footer, optionCount: evaluation.order.count)
    let scripts = [PageScript.tables] + (page.hasWhatIf ? [.whatIf] : [])
    var digests: [String] = []
    for script in scripts { digests.append(try PolicyDigest.of(script.text)) }
    let policy =
      "default-src 'none'; style-src \(try PolicyDigest.of(sheet.text)); "
      + "script-src \(digests.joined(separator: " ")); base-uri 'none'; form-action 'none'"
    var out = HTMLWriter()
    out.doctype()
    out.element(.html, .language(language.rawValue)) { out in
      out.element(.head) { out in
        out.void(.meta, .constant("charset", "utf-8"))
        out.void(
          .meta, .constant("http-equiv", "Content-Security-Policy"),
          .init(name: "content", value: policy))
        out.void(
          .meta, .constant("name", "viewport"),
          .constant("content", "width=device-width, initial-scale=1"))
        out.void(.meta, .constant("name", "referrer"), .constant("content", "no-referrer"))
        out.element(.title, text: evaluation.decision.title)
        out.style(sheet)
      }
      out.newline()
      out.element(.body) { out in
        out.element(.main) { out in page.write(to: &out) }
        page.writeScripts(scripts, to: &out)
      }
    }
    out.newline()
    return out.html
  }
}

/// Everything that the sections of a report share.
struct ReportPage {
  let evaluation: Evaluation
  let language: Language
  let inputHash: String
  let narrative: Narrative
  let say: ReportSentences
  let numbers: NumberFormat
  /// The options in the reader's order.
  let offers: [OfferResult]
  /// Goals, the children of the whole.
  let goals: [CriterionSummary]
  private let names: [String: String]
  private let criteria: [String: CriterionSummary]

  init(_ evaluation: Evaluation, language: Language, inputHash: String) {
    self.evaluation = evaluation
    self.language = language
    self.inputHash = inputHash
    narrative = Narrative(evaluation, language: language)
    say = ReportSentences(language: language, currency: evaluation.decision.currency)
    numbers = say.numbers
    offers = evaluation.order.compactMap { evaluation.offer($0) }
    goals = evaluation.criteria.filter { $0.depth == 1 }
    names = Dictionary(evaluation.offers.map { ($0.id, $0.name) }) { first, _ in first }
    criteria = Dictionary(evaluation.criteria.map { ($0.path, $0) }) { first, _ in first }
  }

  func word(_ label: LocalText) -> String { label(language) }
  func name(_ offer: String) -> String { names[offer] ?? offer }
  func criterion(_ path: String) -> CriterionSummary? { criteria[path] }
  func criterionName(_ path: String) -> String { criteria[path]?.name(language) ?? path }

  /// All sections in their order; one without content is left out.
  func write(to out: inout HTMLWriter) {
    if hasWhatIf { writeWhatIfBand(to: &out) }
    writeFirstPage(to: &out)
    let sections: [ReportSection] = [
      rankingSection, costSection, sensitivitySection, scenarioSection, lockInSection,
      matrixSection,
      exclusionSection, questionSection, termSection, findingSection, appendixSection,
    ].compactMap { $0 }
    out.element(.section, .classes("sheet page contents screen")) { out in
      out.element(.nav, .labelled(by: "contents")) { out in
        out.element(.h2, .id("contents"), text: word(Label.contents))
        out.element(.ul) { out in
          if hasWhatIf {
            out.element(.li, HTMLWriter.Attribute.scripted) { out in
              out.element(.a, .link(to: "what-if"), text: word(WhatIfWords.title))
            }
          }
          for section in sections {
            out.element(.li) { out in
              out.element(.a, .link(to: section.id), text: word(section.title))
            }
          }
        }
      }
    }
    if hasWhatIf { writeWhatIf(to: &out) }
    for (index, section) in sections.enumerated() {
      out.newline()
      let classes =
        "sheet" + (section.isBroad ? " broad" : "")
        + (section.isLandscape ? " landscape" : "")
        + (section.startsPage || index == 0 ? " page" : "")
      out.element(.section, .classes(classes), .labelled(by: section.id)) { out in
        out.element(.h2, .id(section.id), text: word(section.title))
        section.write(&out)
      }
    }
  }
}

/// A part of the report with a heading of its own.
struct ReportSection {
  /// Where links lead.
  let id: String
  /// Its heading.
  let title: LocalText
  /// Whether it may be broader than a page on a screen.
  var isBroad = false
  /// Whether it is printed on paper turned sideways.
  var isLandscape = false
  /// Whether it starts on a page of its own.
  var startsPage = false
  /// Writes what stands under the heading.
  let write: (inout HTMLWriter) -> Void
}

extension HTMLWriter {
  /// A part that scrolls by itself, for tables wider than the screen.
  mutating func scrolling(
    _ label: String, classes: String = "scroll", content: (inout HTMLWriter) -> Void
  ) {
    element(.div, .classes(classes), .role("group"), .label(label), .focusable, content: content)
  }

  /// A row of column heads; those after the first are right-aligned where they head figures.
  mutating func head(_ cells: [(text: String, isFigure: Bool)]) {
    element(.thead) { out in
      out.element(.tr) { out in
        for cell in cells {
          if cell.isFigure {
            out.element(.th, .scope("col"), .classes("n"), text: cell.text)
          } else {
            out.element(.th, .scope("col"), text: cell.text)
          }
        }
      }
    }
  }

  /// A cell with a figure.
  mutating func figureCell(_ text: String) { element(.td, .classes("n"), text: text) }
}
