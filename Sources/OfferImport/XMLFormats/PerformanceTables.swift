import DecisionModel
import Measures
import Messages
import XMLReading

/// What the XMCDA documents of an option say about it.
private struct Performances {
  /// Name of each alternative that has one.
  var alternatives: [String: String] = [:]
  /// Name of each criterion that has one.
  var criteria: [String: String] = [:]
  /// `min` or `max` of each criterion that states it.
  var directions: [String: Cell] = [:]
  /// Alternatives that have performances.
  var performing: [String] = []
  /// Criterion and value of the option's own performances.
  var own: [(criterion: Cell, value: DocumentPart<XMCDAName>?)] = []
}

extension OfferReader {
  /// Reads the XMCDA documents of the option (Decision Deck, XMCDA 2.x), which may share out
  /// criteria, alternatives and performances among them.
  mutating func readPerformanceTables() {
    let tables = documents.performanceTables
    documents.performanceTables = []
    guard let first = tables.first else { return }
    var found = Performances()
    // Names may come after the performances that they belong to, so everything is read twice.
    for isNaming in [true, false] {
      for table in tables {
        let isRead = reading(table.path) { (reader: inout OfferReader) throws(XMLProblem) in
          try reader.read(table, isNaming: isNaming, into: &found)
        }
        if !isRead { return }
      }
    }
    let position = SourcePosition(file: first.path, line: 1, column: 1)
    if found.performing.isEmpty {
      diagnostics.error(position, .performancesMissing())
    } else if found.own.isEmpty {
      let names = found.performing.map { found.alternatives[$0] ?? $0 }
      diagnostics.error(
        position,
        .performancesOfOthers(
          offer: declaration.id, found: names,
          suggestion: Suggestion.nearest(to: declaration.id, in: names)))
    } else {
      read(found, at: found.own.first?.criterion.position ?? position)
    }
  }

  private mutating func read(
    _ table: ForeignDocuments.Waiting, isNaming: Bool, into found: inout Performances
  ) throws(XMLProblem) {
    let reader = XMLPartReader(table.source)
    var spaces = [""]
    if case .start(let root)? = try reader.next() { spaces.append(root.name.namespace ?? "") }
    var source = DocumentSource<XMCDAName>(reader, spaces: spaces, file: table.path)
    while let part = try source.next(entering: [.performanceTable]) {
      switch part.name {
      case .alternatives where isNaming:
        for alternative in part.all(.alternative) {
          guard let id = alternative.attribute(.id)?.text else { continue }
          found.alternatives[id] = alternative.attribute(.name)?.text
        }
      case .criteria where isNaming:
        for criterion in part.all(.criterion) {
          guard let id = criterion.attribute(.id)?.text else { continue }
          found.criteria[id] = criterion.attribute(.name)?.text
          found.directions[id] = criterion.cell(.scale, .quantitative, .preferenceDirection)
        }
      case .alternativePerformances where !isNaming:
        guard let id = part.cell(.alternativeID)?.text else { continue }
        found.performing.append(id)
        guard isOwn(id, named: found.alternatives[id]) else { continue }
        for performance in part.all(.performance) {
          guard let criterion = performance.cell(.criterionID) else { continue }
          let values =
            performance.all(.value) + (performance.part(.values)?.all(.value) ?? [])
          // Of several that differ nobody knows which is meant.
          let isOne =
            Set(values.map { number($0)?.text ?? $0.cell(.label)?.text ?? "" }).count == 1
          let value = values.count == 1 || isOne ? values.first : nil
          found.own.append((criterion, value))
        }
      default: break
      }
    }
  }

  private func isOwn(_ id: String, named name: String?) -> Bool {
    let own = [declaration.id, declaration.name.nameKey]
    return own.contains(id) || own.contains(id.nameKey)
      || name.map { own.contains($0) || own.contains($0.nameKey) } == true
  }

  private mutating func read(_ found: Performances, at position: SourcePosition) {
    var sheet = Sheet<AnswerColumn>(
      columns: [.criterion, .answer, .low, .high], style: .point, position: position)
    var others: [Cell] = []
    for (criterion, value) in found.own {
      guard let index = question(id: criterion.text, name: found.criteria[criterion.text]) else {
        others.append(criterion)
        continue
      }
      var row = SheetRow<AnswerColumn>(position: criterion.position)
      row.cells[.criterion] = Cell(decision.criteria.nodes[index].id, at: criterion.position)
      guard let value, fill(&row, from: value) else {
        diagnostics.error(
          value?.position ?? criterion.position,
          .performanceValueNotRead(criterion: criterion.text))
        continue
      }
      sheet.rows.append(row)
      if let direction = found.directions[criterion.text] {
        compare(direction, of: index, named: criterion.text)
      }
    }
    if let first = others.first {
      let names = others.map(\.text)
      if sheet.rows.isEmpty {
        diagnostics.error(first.position, .performanceCriteriaUnknown(names: names))
      } else {
        diagnostics.warning(first.position, .performanceCriteriaLeftOut(names: names))
      }
    }
    if !sheet.rows.isEmpty { read(sheet) }
  }

  /// The question that a criterion is, by its identifier or name.
  private func question(id: String, name: String?) -> Int? {
    let tree = decision.criteria
    func isQuestion(_ index: Int) -> Bool {
      if case .question = tree.nodes[index].role { return true }
      return false
    }
    let known = tree.index(of: id) ?? questionNames.node(id)
    if let known { return isQuestion(known) ? known : nil }
    let keys = [id.nameKey] + [name?.nameKey].compactMap { $0 }
    let named = tree.leaves.filter { leaf in
      let node = tree.nodes[leaf]
      return isQuestion(leaf)
        && (keys.contains(node.name.de.nameKey)
          || keys.contains(node.name.en.nameKey) || keys.contains(node.id.nameKey))
    }
    return named.count == 1 ? named[0] : nil
  }

  /// Puts a value of XMCDA into a row; whether it is of a kind that is read.
  private func fill(
    _ row: inout SheetRow<AnswerColumn>, from value: DocumentPart<XMCDAName>
  ) -> Bool {
    if value.part(.notAvailable) != nil {
      row.cells[.answer] = Cell("n/a", at: value.position)
      return true
    }
    if let label = value.cell(.label) ?? value.cell(.rankedLabel, .label) {
      row.cells[.answer] = label
      return true
    }
    guard let figure = number(value) else { return false }
    row.cells[.answer] = Cell(figure.text, at: value.position)
    return true
  }

  private func number(_ value: DocumentPart<XMCDAName>) -> Amount? {
    if let text = value.cell(.real) ?? value.cell(.integer) { return Amount(xml: text.text) }
    if let truth = value.cell(.boolean)?.text {
      return truth == "true" || truth == "1" ? .one : .zero
    }
    guard let numerator = value.cell(.rational, .numerator),
      let denominator = value.cell(.rational, .denominator),
      let above = Amount(xml: numerator.text), let below = Amount(xml: denominator.text)
    else { return nil }
    return try? above.divided(by: below)
  }

  /// Warns if a criterion counts the other way round than in the decision.
  private mutating func compare(_ direction: Cell, of question: Int, named name: String) {
    guard case .question(.numeric(let scale)) = decision.criteria.nodes[question].role,
      let best = scale.best?.figure, let worst = scale.worst?.figure
    else { return }
    let isRising = best > worst
    if (direction.text == "min") == isRising {
      diagnostics.warning(
        direction.position,
        .performanceDirectionDiffers(criterion: name, direction: direction.text))
    }
  }
}
