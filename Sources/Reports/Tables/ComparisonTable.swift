internal import DelimitedText
internal import Evaluation
internal import Measures
internal import Messages

/// `comparison.csv`: criteria down in the order of the tree, offers across.
enum ComparisonTable {
  /// The rows, the header first.
  static func rows(_ evaluation: Evaluation, _ style: TableStyle) -> [[Cell]] {
    let offers = evaluation.orderedOffers
    let columns: [TableHeader] = [.answer, .value, .points, .evidence, .source]
    var header: [Cell] = [
      .path, .criterion, .level, .priority, .knockout, .localWeight, .globalWeight,
    ].map { (column: TableHeader) in style.header(column) }
    for offer in offers {
      let name = style.heading(offer, in: evaluation)
      header += columns.map { .text("\(name): \($0.text(style.language))") }
    }
    var rows = [header]
    // Looked up once: a decision has hundreds of criteria.
    let scores = offers.map { offer in
      Dictionary(offer.scores.map { ($0.criterion, $0) }) { first, _ in first }
    }
    for criterion in evaluation.criteria {
      rows.append(
        describe(criterion, style)
          + scores.flatMap { cells($0[criterion.path], criterion, style) })
    }
    if let last = roundingDifference(evaluation, scores, style) { rows.append(last) }
    return rows
  }

  private static func describe(_ criterion: CriterionSummary, _ style: TableStyle) -> [Cell] {
    [
      .text(criterion.path),
      criterion.parent == nil ? style.word(.whole) : style.text(criterion.name),
      style.whole(criterion.depth),
      style.text(criterion.priority?.label),
      style.text(criterion.knockout),
      style.value(criterion.localWeight), style.value(criterion.globalWeight),
    ]
  }

  private static func cells(
    _ score: Score?, _ criterion: CriterionSummary, _ style: TableStyle
  ) -> [Cell] {
    guard let score else { return [.empty, .empty, .empty, .empty, .empty] }
    return [
      answer(score.answer, style), style.value(score.value), style.points(score.points),
      style.whole(score.answer?.evidence),
      score.answer?.source.map { .text("\($0.file):\($0.line)") } ?? .empty,
    ]
  }

  /// The answer as the scale reads it: a level's name, or a figure with unit and range.
  static func answer(_ answer: AnswerResult?, _ style: TableStyle) -> Cell {
    guard let answer else { return .empty }
    if let level = answer.level { return style.text(level) }
    guard let figure = answer.figure else {
      return style.word(answer.reading == "not_applicable" ? .notApplicable : .noAnswer)
    }
    let plain = style.localised(figure.text)
    var text = plain
    if let low = answer.figureLow, let high = answer.figureHigh, low != high {
      text += " (\(style.localised(low.text))–\(style.localised(high.text)))"
    }
    if let unit = answer.unit, !unit.isEmpty { text += " \(unit)" }
    return text == plain ? .number(plain) : .text(text)
  }

  private static func roundingDifference(
    _ evaluation: Evaluation, _ scores: [[String: Score]], _ style: TableStyle
  ) -> [Cell]? {
    guard let whole = evaluation.criteria.first else { return nil }
    let leaves = evaluation.criteria.filter(\.isLeaf)
    let difference = RoundingDifference(
      totals: scores.map { $0[whole.path]?.points?.printedPoints },
      parts: leaves.map { leaf in scores.map { $0[leaf.path]?.points?.printedPoints } })
    guard difference.isNeeded else { return nil }
    let start: [Cell] = [.empty, style.word(.roundingDifference)]
    return start + [Cell](repeating: .empty, count: 5)
      + difference.cells(style, places: TableStyle.pointPlaces)
      .flatMap { [.empty, .empty, $0, .empty, .empty] }
  }
}
