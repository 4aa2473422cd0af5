import DecisionModel
import Messages

/// The names by which answers tell which question they belong to.
struct QuestionNames {
  /// Identifiers and paths in lower case.
  private var byKey: [String: Int] = [:]
  /// Questions by the text that only they have: name or note, folded.
  private var byText: [String: Int] = [:]

  init(_ tree: CriteriaTree) {
    var texts: [String: Set<Int>] = [:]
    for (index, node) in tree.nodes.enumerated().dropFirst() {
      byKey[node.id.lowercased()] = index
      byKey[node.path.lowercased()] = index
      guard case .question = node.role else { continue }
      for key in QuestionNames.texts(of: node) { texts[key, default: []].insert(index) }
    }
    for (text, indices) in texts {
      if indices.count == 1, let index = indices.first { byText[text] = index }
    }
  }

  /// The node with an identifier or path.
  func node(_ key: String) -> Int? { byKey[key.lowercased()] }

  /// The question with a text.
  func question(text: String) -> Int? { byText[text.nameKey] }

  /// The texts of a node, folded.
  static func texts(of node: Criterion) -> Set<String> {
    var texts: Set = [node.name.de.nameKey, node.name.en.nameKey]
    if let note = node.note { texts.formUnion([note.de.nameKey, note.en.nameKey]) }
    return texts.filter { !$0.isEmpty }
  }
}

/// How far a table repeats the questions in the decision's own words.
struct QuestionTexts {
  /// Rows with a text that is the question's.
  var same = 0
  /// Questions with another text, with the place of the first.
  var reworded: [(id: String, cell: Cell)] = []
}

extension OfferReader {
  /// The question that a row answers; `nil` for a heading or a total, and with a diagnostic for
  /// anything else.
  ///
  /// An identifier counts first, then a text that is exactly the name or note of one question.
  mutating func question(
    of row: SheetRow<AnswerColumn>, _ texts: inout QuestionTexts
  ) -> Int? {
    let tree = decision.criteria
    let (key, text) = (row.cells[.criterion], row.cells[.question])
    let columns: [AnswerColumn] = [.answer, .low, .high, .evidence]
    let isAnswered = columns.contains { row.cells[$0] != nil }
    for (cell, other) in [(key, text), (text, key)] {
      guard let cell, let index = tree.index(of: cell.text) ?? questionNames.node(cell.text)
      else { continue }
      guard isAnswered || isQuestion(index) else {
        noteLeftOut(cell, because: LeftOutReason.heading)
        return nil
      }
      guard let question = question(cell) else { return nil }
      if let other { compare(other, with: question, &texts) }
      return question
    }
    for cell in [key, text].compactMap(\.self) {
      if let question = questionNames.question(text: cell.text) {
        texts.same += 1
        return question
      }
    }
    guard let name = text ?? key else {
      if isAnswered { diagnostics.error(row.position, .answerWithoutCriterion()) }
      return nil
    }
    let isTotal = TotalWords.areIn(key?.text ?? "") || TotalWords.areIn(name.text)
    if isTotal || !isAnswered {
      noteLeftOut(
        name, because: isTotal ? LeftOutReason.total : LeftOutReason.heading)
      return nil
    }
    let isSlip = [key, text].compactMap(\.self).contains { suggestedCriterion(for: $0.text) != nil }
    if text == nil || isSlip {
      _ = question(key.flatMap { suggestedCriterion(for: $0.text) } == nil ? name : key ?? name)
    } else {
      diagnostics.warning(name.position, .questionNotAsked(text: name.text))
    }
    return nil
  }

  /// Compares the words of a question with the decision's.
  private mutating func compare(
    _ text: Cell, with question: Int, _ texts: inout QuestionTexts
  ) {
    let node = decision.criteria.nodes[question]
    if QuestionNames.texts(of: node).contains(text.text.nameKey) {
      texts.same += 1
    } else if let other = questionNames.question(text: text.text) {
      diagnostics.error(
        text.position,
        .questionTextOfOther(
          id: node.id, text: text.text, other: decision.criteria.nodes[other].id))
    } else {
      texts.reworded.append((node.id, text))
    }
  }

  /// Tells which questions are gone from a questionnaire that came back: those that neither it nor
  /// another file of the option has, if at least half of all stand in it in the decision's words.
  mutating func reportRemoved() {
    let tree = decision.criteria
    let asked = tree.nodes.indices.filter { isQuestion($0) && tree.nodes[$0].caiqDomain == nil }
    guard let first = questionnaires.first, first.same * 2 >= asked.count else { return }
    let listed = questionnaires.reduce(into: Set(answerPositions.keys)) {
      $0.formUnion($1.questions)
    }
    let removed = asked.filter { !listed.contains($0) }
    guard !removed.isEmpty else { return }
    diagnostics.warning(
      first.position, .questionsRemoved(ids: removed.map { tree.nodes[$0].id }))
  }

  /// Tells which questions of a questionnaire came back in other words. A table that never had the
  /// decision's words has its own short ones, and nothing was changed.
  mutating func reportReworded(_ texts: QuestionTexts) {
    guard let first = texts.reworded.first, texts.same >= texts.reworded.count else { return }
    diagnostics.warning(
      first.cell.position, .questionsReworded(ids: texts.reworded.map(\.id)))
  }

  private func isQuestion(_ index: Int) -> Bool {
    if case .question = decision.criteria.nodes[index].role { return true }
    return false
  }

  /// The question that a cell names, or `nil` with an error.
  mutating func question(_ cell: Cell) -> Int? {
    let tree = decision.criteria
    guard let index = tree.index(of: cell.text) ?? questionNames.node(cell.text) else {
      diagnostics.error(
        cell.position,
        .offerCriterionUnknown(name: cell.text, suggestion: suggestedCriterion(for: cell.text)))
      return nil
    }
    switch tree.nodes[index].role {
    case .question: return index
    case .branch, .root:
      diagnostics.error(
        cell.position,
        .offerCriterionIsBranch(
          name: cell.text, below: tree.children[index].map { tree.nodes[$0].id }))
    case .cost:
      diagnostics.error(cell.position, .offerCriterionIsCost(name: cell.text))
    }
    return nil
  }

  /// The identifier nearest to a name, or of the criterion that people know by that name.
  private func suggestedCriterion(for text: String) -> String? {
    if let question = questionNames.question(text: text) {
      return decision.criteria.nodes[question].id
    }
    let tree = decision.criteria
    let leaves = tree.leaves.map { tree.nodes[$0] }
    if let id = Suggestion.nearest(to: text, in: leaves.map(\.id)) { return id }
    let names = leaves.flatMap { [$0.name.de, $0.name.en] }
    if let name = Suggestion.nearest(to: text, in: names) {
      return leaves.first { $0.name.de == name || $0.name.en == name }?.id
    }
    return Suggestion.nearest(to: text, in: tree.names)
  }

  /// Warns of a unit that is not the scale's.
  mutating func warnOfUnit(_ cell: Cell?, question: Int) {
    guard let cell, case .question(.numeric(let scale)) = decision.criteria.nodes[question].role,
      UnitWords.key(cell.text) != UnitWords.key(scale.unit)
    else { return }
    diagnostics.warning(
      cell.position, .answerUnitColumnDiffers(text: cell.text, unit: scale.unit))
  }
}

/// Names of units that mean the same.
private enum UnitWords {
  static func key(_ text: String) -> String {
    let word = text.closed
    return same.first { $0.contains(word) }?.first ?? word
  }

  private static let same: [[String]] = [
    ["h", "std", "std.", "stunde", "stunden", "hour", "hours", "hrs"],
    ["min", "min.", "minute", "minuten", "minutes"],
    ["s", "sek", "sek.", "sekunde", "sekunden", "sec", "second", "seconds"],
    ["ms", "millisekunden", "milliseconds"],
    ["d", "tag", "tage", "day", "days"],
    ["monate", "monat", "month", "months"],
    ["%", "prozent", "percent"], ["eur", "€", "euro"], ["usd", "$", "us$"],
    ["", "punkte", "points", "0-10", "0–10"],
  ]
}
