internal import Evaluation
internal import Messages

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// What the page's scripts need to know: the tree, its weights, each option's values and answers, and
/// the words of the page's language.
struct PageData: Encodable {
  struct Offer: Encodable {
    let id: String
    let name: String
    /// Whether it takes part in the official ranking.
    let ranked: Bool
    /// Whether it could take part.
    let possible: Bool
    /// Value of each leaf; nothing for branches.
    let values: [Double?]
    /// Answer to each question; nothing for branches.
    let answers: [Answer?]
  }

  struct Answer: Encodable {
    let words: String?
    let understood: String?
    let evidence: String?
    let comment: String?
    let source: String?
  }

  /// A weighting or a scenario of the decision, to be looked at as a whole.
  struct Setting: Encodable {
    enum Kind: String, Encodable {
      case profile
      case scenario
    }

    /// A leaf's value.
    struct Value: Encodable {
      let node: Int
      let value: Double
    }

    let kind: Kind
    let name: String
    let weights: [Double]
    /// For each option whether it takes part.
    let taking: [Bool]
    /// For each option the values that differ from those of the report.
    let values: [[Value]]
  }

  let parents: [Int?]
  let weights: [Double]
  let names: [String]
  /// How answers become values, in words; nothing for branches.
  let scales: [String?]
  let offers: [Offer]
  /// The official leader, as an index.
  let leader: Int?
  let settings: [Setting]
  let words: [String: String]

  init(_ page: ReportPage) {
    let evaluation = page.evaluation
    let criteria = evaluation.criteria
    var index: [String: Int] = [:]
    for (position, node) in criteria.enumerated() { index[node.path] = position }
    parents = criteria.map { node in node.parent.flatMap { index[$0] } }
    weights = criteria.map(\.localWeight)
    names = criteria.map { HTMLText.shown($0.name(page.language)) }
    scales = criteria.map { $0.scale.map { HTMLText.shown($0(page.language)) } }
    offers = page.offers.map { offer in
      Offer(
        id: HTMLText.shown(offer.id), name: HTMLText.shown(offer.name), ranked: offer.isRanked,
        possible: offer.points != nil,
        values: zip(criteria, offer.scores).map { $0.isLeaf ? $1.value : nil },
        answers: offer.scores.map { $0.answer.map { PageData.answer($0, page) } })
    }
    leader = page.offers.firstIndex { $0.id == evaluation.verdict.leader }
    settings =
      evaluation.profiles.map { profile in
        Setting(
          kind: .profile, name: HTMLText.shown(profile.name), weights: profile.localWeights,
          taking: page.offers.map(\.isRanked), values: page.offers.map { _ in [] })
      }
      + evaluation.scenarios.map { scenario in
        PageData.setting(scenario, page, index: index)
      }
    words = PageWords.templates(page.language)
  }

  private static func setting(
    _ scenario: ScenarioResult, _ page: ReportPage, index: [String: Int]
  ) -> Setting {
    var weights = page.evaluation.criteria.map(\.localWeight)
    for changed in scenario.weights {
      if let node = index[changed.criterion] { weights[node] = changed.figure }
    }
    let standings = page.offers.map { offer in
      scenario.standings.first { $0.offer == offer.id }
    }
    return Setting(
      kind: .scenario, name: HTMLText.shown(scenario.name(page.language)), weights: weights,
      taking: standings.map { $0?.points != nil },
      values: standings.map { standing in
        (standing?.values ?? []).compactMap { changed in
          index[changed.criterion].map { Setting.Value(node: $0, value: changed.figure) }
        }
      })
  }

  private static func answer(_ answer: AnswerResult, _ page: ReportPage) -> Answer {
    let understood = page.say.words(of: answer)
    let said = answer.words.isEmpty ? nil : HTMLText.shown(answer.words)
    return Answer(
      words: said,
      understood: understood == answer.words ? nil : understood.map(HTMLText.shown),
      evidence: answer.evidence.map { level in
        let label = EvidenceLevel(rawValue: level)?.label(page.language)
        return [page.numbers.integer(level), label].compactMap { $0 }.joined(separator: " ")
      },
      comment: answer.comment.isEmpty ? nil : HTMLText.shown(answer.comment),
      source: answer.source.map { HTMLText.shown(PageWords.place($0)(page.language)) })
  }

  /// As text; without any figure if one is not finite, which no evaluation holds.
  var json: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return (try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? "null"
  }
}

extension ReportPage {
  /// The scripts with what they need, and the sheet on which a figure tells where it comes from.
  func writeScripts(_ scripts: [PageScript], to out: inout HTMLWriter) {
    out.newline()
    out.element(.dialog, .id("trace"), .labelled(by: "trace-title")) { out in
      out.element(.p, .classes("trace-title"), .id("trace-title")) { _ in }
      out.element(.dl, .classes("settings"), .id("trace-facts")) { _ in }
      out.element(.button, .button, .id("trace-close"), text: word(PageWords.close))
    }
    out.newline()
    out.data(PageData(self).json, id: "page-data")
    for script in scripts {
      out.newline()
      out.script(script)
    }
  }
}
