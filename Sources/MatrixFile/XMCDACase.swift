import MCDA
import Messages
import XMLReading

/// Reads a performance table from XMCDA 2 (Decision Deck), with directions and weights if the same
/// file holds them.
struct XMCDACase {
  private let root: XMLElement
  private let path: String
  private let collector: FieldReader.Collector

  static func read(
    _ bytes: [UInt8], path: String, collector: FieldReader.Collector
  ) -> MatrixCase? {
    do throws(XMLProblem) {
      let document = try XMLElement.parse(bytes)
      let root = document.root
      let position = SourcePosition(
        file: path, line: root.position.line, column: root.position.column)
      guard root.name.local == "XMCDA",
        root.name.namespace?.contains("decision-deck.org/") == true,
        root.name.namespace?.contains("XMCDA-2.") == true
      else {
        collector.diagnostics.error(position, .matrixNotXMCDA(element: root.name.local))
        return nil
      }
      return XMCDACase(root: root, path: path, collector: collector).read()
    } catch {
      let position = SourcePosition(file: path, line: error.line, column: error.column)
      let message: Message =
        switch error.kind {
        case .empty: .matrixFileEmpty()
        case .doctype: .xmlDoctype()
        case .tooDeep, .tooLarge: .xmlTooLarge(detail: error.text)
        case .encoding: .xmlEncodingNotRead(detail: error.text)
        case .schema, .unreadable, .notXML, .malformed: .xmlMalformed(detail: error.text)
        }
      collector.diagnostics.error(position, message)
      return nil
    }
  }

  private func position(_ element: XMLElement) -> SourcePosition {
    SourcePosition(file: path, line: element.position.line, column: element.position.column)
  }

  private func read() -> MatrixCase? {
    var result = MatrixCase(path: path, collector: collector)
    result.places.file = position(root)
    guard let performances = child(root, "performanceTable") else {
      collector.diagnostics.error(position(root), .matrixFieldMissing("performanceTable"))
      return nil
    }
    let directions = self.directions()
    let weights = self.weights()
    var criteria: [String] = []
    var values: [[String: (cell: PerformanceTable.Cell, place: SourcePosition)]] = []
    var rows: [XMLElement] = []
    for row in children(performances, "alternativePerformances") {
      guard let name = text(row, "alternativeID") else {
        collector.diagnostics.error(position(row), .matrixFieldMissing("alternativeID"))
        continue
      }
      result.alternatives.append(name)
      rows.append(row)
      var cells: [String: (cell: PerformanceTable.Cell, place: SourcePosition)] = [:]
      for performance in children(row, "performance") {
        guard let criterion = text(performance, "criterionID") else {
          collector.diagnostics.error(position(performance), .matrixFieldMissing("criterionID"))
          continue
        }
        if !criteria.contains(criterion) { criteria.append(criterion) }
        if cells[criterion] != nil {
          collector.diagnostics.error(position(performance), .matrixDuplicateName(criterion))
        }
        cells[criterion] = (cell(performance), position(performance))
      }
      values.append(cells)
    }
    if let order = child(root, "criteria") {
      let declared = children(order, "criterion").compactMap { $0.attribute("id") }
      let unknown = criteria.filter { !declared.contains($0) }
      criteria = declared.filter { criteria.contains($0) } + unknown
    }
    let unstated = criteria.filter { directions[$0] == nil }
    if unstated.count == criteria.count && !criteria.isEmpty {
      collector.diagnostics.warning(
        position(performances),
        .matrixNoDirections())
    }
    if !weights.isEmpty {
      result.hasWeights = true
      for criterion in criteria where weights[criterion] == nil {
        collector.diagnostics.error(position(root), .matrixFieldMissing("weight: " + criterion))
      }
    }
    let places = values.indices.flatMap { row in
      criteria.map { values[row][$0]?.place ?? position(rows[row]) }
    }
    let start = position(performances)
    let rowPlaces = rows.map(position)
    result.places.cell = { places.indices.contains($0) ? places[$0] : start }
    result.places.criterion = { _ in start }
    result.places.alternative = { rowPlaces.indices.contains($0) ? rowPlaces[$0] : start }
    if rows.isEmpty || criteria.isEmpty, !collector.diagnostics.hasErrors {
      collector.diagnostics.error(start, .matrixListEmpty("performanceTable"))
    }
    guard !collector.diagnostics.hasErrors else { return result }
    result.setTable(
      criteria: criteria.map {
        PerformanceTable.Criterion($0, directions[$0] ?? .maximise, weight: weights[$0] ?? 1)
      },
      cells: values.flatMap { row in criteria.map { row[$0]?.cell ?? .missing } },
      weightScale: .shares)
    return result
  }

  private func directions() -> [String: Direction] {
    guard let criteria = child(root, "criteria") else { return [:] }
    var directions: [String: Direction] = [:]
    for criterion in children(criteria, "criterion") {
      guard let id = criterion.attribute("id") else { continue }
      let stated = child(criterion, "scale").flatMap { child($0, "quantitative") }
        .flatMap { text($0, "preferenceDirection") }
      if let stated { directions[id] = DirectionWord(rawValue: stated)?.direction }
    }
    return directions
  }

  private func weights() -> [String: Double] {
    let lists = children(root, "criteriaValues")
    let list =
      lists.first { $0.attribute("mcdaConcept")?.lowercased().contains("weight") == true }
      ?? lists.first
    guard let list else { return [:] }
    var weights: [String: Double] = [:]
    for value in children(list, "criterionValue") {
      guard let id = text(value, "criterionID") else { continue }
      if case .value(let weight) = cell(value) { weights[id] = weight }
    }
    return weights
  }

  /// The number of an element `value`, directly or in a list `values` of one.
  private func cell(_ element: XMLElement) -> PerformanceTable.Cell {
    let value =
      child(element, "value")
      ?? child(element, "values").flatMap { child($0, "value") }
    guard let value else { return .missing }
    if child(value, "NA") != nil { return .missing }
    for kind in ["real", "integer"] {
      guard let text = text(value, kind) else { continue }
      if text.utf8.allSatisfy({ JSONReader.isNumberByte($0) }), let number = Double(text),
        number.isFinite
      {
        return .value(number)
      }
      collector.diagnostics.error(position(value), .matrixCellNotANumber(text))
      return .missing
    }
    collector.diagnostics.error(position(value), .matrixNotANumber("value"))
    return .missing
  }

  // Elements inside the root have no namespace in some versions and the root's in others.
  private func children(_ element: XMLElement, _ local: String) -> [XMLElement] {
    element.children.filter { $0.name.local == local }
  }

  private func child(_ element: XMLElement, _ local: String) -> XMLElement? {
    element.children.first { $0.name.local == local }
  }

  private func text(_ element: XMLElement, _ local: String) -> String? {
    guard let text = child(element, local)?.text else { return nil }
    let parts = text.split(whereSeparator: \.isWhitespace)
    return parts.isEmpty ? nil : parts.joined(separator: " ")
  }
}
