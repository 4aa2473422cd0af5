public import Evaluation
internal import Measures
public import Messages

/// What `votum evaluate` prints: the recommendation, the ranking, the cost, what would change it and
/// what is open, in lines of at most 80 columns.
public struct TerminalSummary: Sendable {
  /// Columns of a line.
  public static let width = 80
  /// Open questions that are printed; the report has them all.
  private static let questionLimit = 5

  private let evaluation: Evaluation
  private let language: Language
  private let usesColour: Bool
  private let narrative: Narrative
  private let numbers: NumberFormat

  /// The summary of an evaluation.
  ///
  /// - Parameters:
  ///   - evaluation: What was found.
  ///   - language: Language of the summary; the decision's unless told otherwise.
  ///   - usesColour: Whether headings and verdict carry ANSI codes; no meaning hangs on them.
  public init(_ evaluation: Evaluation, language: Language? = nil, usesColour: Bool = false) {
    self.evaluation = evaluation
    self.language = language ?? evaluation.decision.language
    self.usesColour = usesColour
    narrative = Narrative(evaluation, language: self.language)
    numbers = NumberFormat(language: self.language, currency: evaluation.decision.currency)
  }

  /// The summary, with a line end after its last line.
  public var text: String {
    var parts = [recommendation, ranking]
    parts.append(paragraph([narrative.cost, narrative.sureness].compactMap { $0 }))
    parts.append(list(Label.changes, narrative.changes))
    parts.append(questions)
    parts.append(list(Label.notRanked, narrative.notRanked.map(aside)))
    parts.append(list(Label.exclusions, narrative.excluded.map(aside)))
    parts.append(list(Label.worthKnowing, narrative.notes))
    parts.append(
      DisplayText.lines(
        "\(Label.nextStep(language)) \(narrative.nextStep)", width: TerminalSummary.width))
    return parts.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") + "\n" }
      .joined(separator: "\n")
  }

  // MARK: Parts

  private var recommendation: [String] {
    let verdict = DisplayText.lines(
      "\(narrative.verdictWord). \(narrative.verdict)", width: TerminalSummary.width)
    return DisplayText.lines(evaluation.decision.title, width: TerminalSummary.width)
      + DisplayText.lines(narrative.headline, width: TerminalSummary.width).map {
        styled($0, .bold)
      }
      + [coloured(verdict[0])] + verdict.dropFirst()
  }

  private var questions: [String] {
    let shown = narrative.questions.prefix(TerminalSummary.questionLimit)
    let left = narrative.questions.count - shown.count
    return list(Label.openInOrder, shown + (left > 0 ? ["… + \(left)"] : []))
  }

  private func aside(_ aside: Narrative.Aside) -> String {
    let sentences = aside.reasons + [aside.standing, aside.cure].compactMap { $0 }
    return "\(aside.name): \(sentences.joined(separator: " "))"
  }

  private func paragraph(_ sentences: [String]) -> [String] {
    sentences.isEmpty
      ? [] : DisplayText.lines(sentences.joined(separator: " "), width: TerminalSummary.width)
  }

  /// A heading with items below; nothing without items.
  private func list(_ heading: LocalText, _ items: [String]) -> [String] {
    guard !items.isEmpty else { return [] }
    return DisplayText.lines(heading(language), width: TerminalSummary.width).map {
      styled($0, .bold)
    }
      + items.flatMap { item in
        DisplayText.lines(item, width: TerminalSummary.width - 4).enumerated()
          .map { ($0 == 0 ? "  - " : "    ") + $1 }
      }
  }

  // MARK: Ranking

  private var ranking: [String] {
    let offers = evaluation.orderedOffers
    guard !offers.isEmpty else { return [] }
    let points = pointTexts(offers)
    let head =
      [Label.rank, Label.option, Label.points, Label.cost, Label.lockIn]
      .map { $0(language) } + [TableHeader.state.text(language)]
    let rows = zip(offers, points).map { offer, points in
      [
        offer.rank.map(numbers.integer) ?? NumberFormat.none, offer.name, points, cost(offer),
        offer.lockIn.map { numbers.number($0.score, decimals: 0) } ?? NumberFormat.none,
        offer.state.label(language),
      ]
    }
    let lines = TerminalTable(
      rows: [head] + rows, alignments: [.right, .left, .right, .right, .right, .left],
      flexible: 1, width: TerminalSummary.width
    ).lines
    return [styled(lines[0], .bold)] + lines.dropFirst()
  }

  /// Points with the band of open answers: "64,2 (58–71)"; for an offer whose price is missing the
  /// best that is possible.
  private func pointTexts(_ offers: [OfferResult]) -> [String] {
    let known = offers.compactMap(\.points)
    var texts = numbers.column(known).makeIterator()
    return offers.map { offer in
      guard offer.points != nil, let text = texts.next() else {
        return offer.pointsHigh.map { "≤ \(numbers.number($0, decimals: 0))" }
          ?? NumberFormat.none
      }
      guard let low = offer.pointsLow, let high = offer.pointsHigh else { return text }
      let ends = [low, high].map { numbers.number($0, decimals: 0) }
      return ends[0] == ends[1] ? text : "\(text) (\(ends[0])–\(ends[1]))"
    }
  }

  private func cost(_ offer: OfferResult) -> String {
    offer.cost.presentValue.map { numbers.money($0) }
      ?? "≥ \(numbers.money(offer.cost.lowestPossible))"
  }

  // MARK: Colour

  private enum Style: String {
    case bold = "1"
    case green = "32"
    case yellow = "33"
    case red = "31"
  }

  private func styled(_ text: String, _ style: Style) -> String {
    usesColour ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text
  }

  private func coloured(_ verdict: String) -> String {
    switch evaluation.verdict.word {
    case .clear: styled(verdict, .green)
    case .fragile, .tie: styled(verdict, .yellow)
    case .none: styled(verdict, .red)
    }
  }
}

/// A table of aligned columns, of which one gives way: its cells break into lines.
struct TerminalTable {
  /// Rows of as many cells each.
  let rows: [[String]]
  /// On which side each column's cells stand.
  let alignments: [DisplayText.Alignment]
  /// The column that gives way.
  let flexible: Int
  /// Columns of a line.
  let width: Int

  private static let gap = "  "
  /// The column that gives way keeps so many columns, so that words stay readable.
  private static let least = 10

  var lines: [String] {
    let cells = rows.map { row in
      row.map { DisplayText.lines($0, width: .max).joined(separator: " ") }
    }
    var widths = alignments.indices.map { column in
      cells.map { column < $0.count ? DisplayText.width($0[column]) : 0 }.max() ?? 0
    }
    let gaps = TerminalTable.gap.count * max(0, widths.count - 1)
    let others = widths.reduce(0, +) - widths[flexible] + gaps
    widths[flexible] = min(widths[flexible], max(TerminalTable.least, width - others))
    return cells.flatMap { row in lines(of: row, widths) }
  }

  private func lines(of row: [String], _ widths: [Int]) -> [String] {
    let broken = row.enumerated().map { column, text in
      column == flexible ? DisplayText.lines(text, width: widths[column]) : [text]
    }
    let height = broken.map(\.count).max() ?? 1
    return (0..<height).map { line in
      let parts = broken.enumerated().map { column, lines in
        DisplayText.padded(
          line < lines.count ? lines[line] : "", to: widths[column], alignment: alignments[column])
      }
      var text = parts.joined(separator: TerminalTable.gap)
      while text.hasSuffix(" ") { text.removeLast() }
      return text
    }
  }
}
