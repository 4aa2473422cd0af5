import DecisionModel
import Measures
import Messages

extension OfferReader {
  /// Reads answers to the criteria.
  mutating func read(_ sheet: Sheet<AnswerColumn>) {
    if purpose == .baseline {
      return diagnostics.warning(sheet.position, .baselineHoldsOnlyPrices())
    }
    let rows = sheet.rows
    var texts = QuestionTexts()
    let questions = rows.map { question(of: $0, &texts) }
    reportReworded(texts)
    questionnaires.append((sheet.position, texts.same, Set(questions.compactMap(\.self))))
    var figures: [AnswerColumn: [Reading<CellNumber>]] = [:]
    for column in [AnswerColumn.answer, .low, .high] {
      let cells = rows.indices.map { index -> Cell? in
        guard let question = questions[index], let scale = numericScale(of: question) else {
          return nil
        }
        return figureCell(rows[index].cells[column], of: scale, rows[index])
      }
      figures[column] = numbers(cells, style: sheet.style, column: column.rawValue)
    }
    for (index, row) in rows.enumerated() {
      guard let question = questions[index] else { continue }
      let evidence = self.evidence(row.cells[.evidence])
      let understood = reading(
        of: row, question: question, answer: figures[.answer]?[index] ?? .absent,
        low: figures[.low]?[index] ?? .absent, high: figures[.high]?[index] ?? .absent)
      warnOfUnit(row.cells[.unit], question: question)
      warnOfAnswerInComment(row, question: question)
      let position = row.cells[.answer]?.position ?? row.position
      if let other = answerPositions[question] {
        let id = decision.criteria.nodes[question].id
        diagnostics.error(row.position, .answerTwice(criterion: id, other: other))
        continue
      }
      answerPositions[question] = row.position
      guard let understood, let proof = evidence.value(else: nil) else { continue }
      answers[question] = Answer(
        reading: understood, words: row.cells[.answer]?.text ?? "", evidence: proof,
        comment: row.cells[.comment]?.text ?? "", position: position)
    }
  }

  /// Warns of a remark beside an empty answer that would be read as one.
  private mutating func warnOfAnswerInComment(
    _ row: SheetRow<AnswerColumn>, question: Int
  ) {
    guard row.cells[.answer] == nil, let comment = row.cells[.comment],
      SpecialWord.ofAnswer(comment.text) == nil, let scale = scale(of: question)
    else { return }
    let readsLikeOne =
      switch scale {
      case .levels(let levels):
        levels.levels.contains { level in
          ([level.id, level.name.de, level.name.en] + level.synonyms)
            .contains { $0.nameKey == comment.text.nameKey }
        }
      case .numeric(let numeric):
        figureCell(comment, of: numeric, row).map { (try? NumberText($0.text)) != nil } ?? false
      }
    if readsLikeOne {
      diagnostics.warning(comment.position, .answerInComment(text: comment.text))
    }
  }

  private func scale(of question: Int) -> Scale? {
    if case .question(let scale) = decision.criteria.nodes[question].role { return scale }
    return nil
  }

  private func numericScale(of question: Int) -> NumericScale? {
    if case .numeric(let scale)? = scale(of: question) { return scale }
    return nil
  }

  /// A cell with a figure, without the scale's unit; `nil` if there is none.
  private func figureCell(
    _ cell: Cell?, of scale: NumericScale, _ row: SheetRow<AnswerColumn>
  ) -> Cell? {
    guard let cell, SpecialWord.ofAnswer(cell.text) == nil else { return nil }
    let unit = scale.unit.lowercased()
    guard !unit.isEmpty, unit != "%", cell.text.lowercased().hasSuffix(unit) else { return cell }
    let figure = String(cell.text.dropLast(scale.unit.count))
    // A unit that is a word ends where the figure ends: "5 months" has no unit "s".
    if let last = figure.last, last.isLetter { return cell }
    return Cell(figure, at: cell.position)
  }

  private mutating func reading(
    of row: SheetRow<AnswerColumn>, question: Int, answer: Reading<CellNumber>,
    low: Reading<CellNumber>, high: Reading<CellNumber>
  ) -> Answer.Reading? {
    guard let scale = scale(of: question) else { return nil }
    switch scale {
    case .levels(let levels):
      for column in [AnswerColumn.low, .high] {
        if let cell = row.cells[column] {
          diagnostics.error(cell.position, .answerRangeOnLevels(column: column.rawValue))
          return nil
        }
      }
      return level(row.cells[.answer], levels)
    case .numeric(let numeric):
      return figure(row, numeric, answer: answer, low: low, high: high)
    }
  }

  private mutating func special(_ cell: Cell?) -> Answer.Reading? {
    guard let cell else { return .missing }
    switch SpecialWord.ofAnswer(cell.text) {
    case .missing: return .missing
    case .notApplicable:
      diagnostics.warning(cell.position, .answerNotApplicable(text: cell.text))
      return .notApplicable
    default: return nil
    }
  }

  private mutating func level(_ cell: Cell?, _ scale: LevelScale) -> Answer.Reading? {
    guard let cell else { return .missing }
    let words = scale.levels.map { [$0.id, $0.name.de, $0.name.en] + $0.synonyms }
    let key = cell.text.nameKey
    if !key.isEmpty, let index = words.firstIndex(where: { $0.map(\.nameKey).contains(key) }) {
      return .level(index)
    }
    if let special = special(cell) { return special }
    let suggestion = Suggestion.nearest(to: cell.text, in: words.joined())
    diagnostics.error(
      cell.position,
      .answerLevelUnknown(
        text: cell.text, levels: scale.levels.map(\.id), suggestion: suggestion))
    return nil
  }

  private mutating func figure(
    _ row: SheetRow<AnswerColumn>, _ scale: NumericScale, answer: Reading<CellNumber>,
    low: Reading<CellNumber>, high: Reading<CellNumber>
  ) -> Answer.Reading? {
    if answer.hasFailed || low.hasFailed || high.hasFailed { return nil }
    guard let likely = answer.found else {
      if low.found != nil || high.found != nil {
        diagnostics.error(row.position, .answerRangeWithoutFigure())
        return nil
      }
      return special(row.cells[.answer])
    }
    for (column, number) in [
      (AnswerColumn.answer, likely), (.low, low.found ?? likely), (.high, high.found ?? likely),
    ] {
      guard let cell = row.cells[column], !checkUnit(number, cell, scale) else { continue }
      return nil
    }
    let range = (low.found?.value ?? likely.value, high.found?.value ?? likely.value)
    guard range.0 <= likely.value, likely.value <= range.1 else {
      diagnostics.error(
        row.position,
        .rangeNotRising(low: range.0.text, likely: likely.value.text, high: range.1.text))
      return nil
    }
    if scale.unit == "%", !likely.isPercent, !scale.isFarOff(likely.value),
      let cell = row.cells[.answer],
      .zero < likely.value, likely.value < .one,
      scale.points.last.map({ $0.figure > Amount(10) }) ?? false
    {
      diagnostics.warning(cell.position, .answerPerhapsShare(text: cell.text))
    }
    for (column, value) in [
      (AnswerColumn.answer, likely.value), (.low, range.0), (.high, range.1),
    ] {
      guard let cell = row.cells[column], scale.isFarOff(value) else { continue }
      diagnostics.warning(
        cell.position,
        .answerFarOffScale(
          text: cell.text, unit: scale.unit, first: scale.points.first?.figure.text ?? "",
          last: scale.points.last?.figure.text ?? ""))
    }
    return .figure(low: range.0, likely: likely.value, high: range.1)
  }

  /// Whether what is written beside a figure fits the scale; else with an error.
  private mutating func checkUnit(
    _ number: CellNumber, _ cell: Cell, _ scale: NumericScale
  ) -> Bool {
    let fitsPercent = !number.isPercent || scale.unit == "%"
    let fitsCurrency = number.currency.map { $0 == CurrencyName.code(of: scale.unit) } ?? true
    if fitsPercent, fitsCurrency { return true }
    diagnostics.error(cell.position, .answerUnitDiffers(text: cell.text, unit: scale.unit))
    return false
  }

  /// The evidence level of a cell: 0 to 5.
  private mutating func evidence(_ cell: Cell?) -> Reading<Int?> {
    guard let cell, SpecialWord.ofAnswer(cell.text) == nil else { return .absent }
    guard let value = Int(cell.text), (0...5).contains(value) else {
      diagnostics.error(cell.position, .answerEvidenceUnknown(text: cell.text))
      return .failed
    }
    return .value(value)
  }
}

extension NumericScale {
  /// Whether a figure lies so far outside the scale that a slip is likely: ten times beyond an end,
  /// below zero where the scale never is, or anywhere outside a scale of points, whose ends are all
  /// there is.
  func isFarOff(_ figure: Amount) -> Bool {
    guard let first = points.first?.figure, let last = points.last?.figure else { return false }
    if first <= figure, figure <= last { return false }
    if unit.isEmpty { return true }
    if figure.isNegative, !first.isNegative { return true }
    let (value, low, high) = (figure.double, first.double, last.double)
    if value.magnitude > 10 * max(low.magnitude, high.magnitude) { return true }
    return low > 0 && value > 0 && value < low / 10
  }
}
