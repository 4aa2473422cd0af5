import MCDA
import Messages

/// Reads a case in Votum's JSON layout (docs/matrix.md).
struct JSONCase {
  private let document: JSONDocument
  private let path: String
  private let collector: FieldReader.Collector

  static func read(
    _ bytes: [UInt8], path: String, collector: FieldReader.Collector
  ) -> MatrixCase? {
    do {
      let document = try JSONReader.read(bytes)
      return JSONCase(document: document, path: path, collector: collector).read()
    } catch {
      let (line, column) = JSONDocument.place(of: error.offset, in: bytes)
      collector.diagnostics.error(
        SourcePosition(file: path, line: line, column: column), error.message)
      return nil
    }
  }

  private func read() -> MatrixCase {
    var result = MatrixCase(path: path, collector: collector)
    let fields = FieldReader(document.root, in: document, path: path, collector: collector)
    if let name = fields.text("method") { result.method = (name, fields.position("method")) }
    result.inputs = fields.object("inputs")
    result.parameters = fields.object("parameters")
    if fields.has("alternatives") { result.alternatives = fields.texts("alternatives") }
    guard fields.has("matrix") else { return result }
    readTable(fields, into: &result)
    return result
  }

  private func position(_ offset: Int) -> SourcePosition {
    let (line, column) = JSONDocument.place(of: offset, in: document.bytes)
    return SourcePosition(file: path, line: line, column: column)
  }

  private func readTable(_ fields: FieldReader, into result: inout MatrixCase) {
    let columns = fields.objects("criteria")
    let criteria = columns.enumerated().map { index, column in
      PerformanceTable.Criterion(
        column.text("id") ?? column.text("name") ?? "c\(index + 1)", Self.direction(column))
    }
    let weights = columns.map { $0.has("weight") ? $0.number("weight") : nil }
    if weights.contains(where: { $0 != nil }) {
      result.hasWeights = true
      for (column, weight) in zip(columns, weights) where weight == nil {
        column.fail(.matrixFieldMissing("weight"))
      }
    }
    let rows = fields.elements("matrix")
    let empty = ["criteria", "alternatives", "matrix"].filter { fields.isEmptyList($0) }
    for key in empty { fields.fail(.matrixListEmpty(key), at: key) }
    guard empty.isEmpty else { return }
    var cells: [PerformanceTable.Cell] = []
    var offsets: [Int] = []
    for row in rows {
      guard case .array(let elements) = row.value else {
        collector.diagnostics.error(position(row.offset), .matrixNotAList("matrix"))
        continue
      }
      if elements.count != criteria.count {
        collector.diagnostics.error(
          position(row.offset),
          .matrixWrongLength("matrix", expected: criteria.count, found: elements.count))
      }
      for element in elements {
        cells.append(cell(element))
        offsets.append(element.offset)
      }
    }
    if !fields.has("alternatives") { result.alternatives = rows.indices.map { "a\($0 + 1)" } }
    if result.alternatives.count != rows.count {
      fields.fail(
        .matrixWrongLength("matrix", expected: result.alternatives.count, found: rows.count),
        at: "matrix")
    }
    let place = position
    result.places.cell = { offsets.indices.contains($0) ? place(offsets[$0]) : fields.position() }
    result.places.criterion = {
      columns.indices.contains($0) ? columns[$0].position() : fields.position()
    }
    let names = fields.has("alternatives") ? fields.elements("alternatives").map(\.offset) : []
    result.places.alternative = {
      names.indices.contains($0) ? place(names[$0]) : fields.position("matrix")
    }
    result.places.file = fields.position("matrix")
    let isGiven = !result.parameters.bool("weights_normalised", default: true)
    guard !collector.diagnostics.hasErrors else { return }
    result.setTable(
      criteria: zip(criteria, weights).map {
        PerformanceTable.Criterion($0.name, $0.direction, weight: $1 ?? 1)
      }, cells: cells, weightScale: isGiven ? .asGiven : .shares)
  }

  private static func direction(_ column: FieldReader) -> Direction {
    guard column.has("direction") else {
      column.fail(.matrixFieldMissing("direction"))
      return .maximise
    }
    return column.choice("direction", default: DirectionWord.max).direction
  }

  private func cell(_ node: JSONNode) -> PerformanceTable.Cell {
    switch node.value {
    case .null: return .missing
    case .number(let value): return .value(value)
    case .object:
      let fields = FieldReader(node, in: document, path: path, collector: collector)
      let (low, high) = (fields.number("low"), fields.number("high"))
      let likely = fields.number("likely", default: low + (high - low) / 2)
      return .interval(low: low, likely: likely, high: high)
    default:
      collector.diagnostics.error(position(node.offset), .matrixNotANumber("matrix"))
      return .missing
    }
  }
}

/// How files write a direction.
enum DirectionWord: String, CaseIterable {
  case max, min

  var direction: Direction { self == .max ? .maximise : .minimise }
}

extension JSONProblem {
  /// What is wrong and how to mend it.
  var message: Message {
    switch kind {
    case .empty: .matrixJSONValueExpected()
    case .notUTF8: .matrixJSONNotUTF8()
    case .expected(.value): .matrixJSONValueExpected()
    case .expected(.key): .matrixJSONKeyExpected()
    case .expected(.colon): .matrixJSONColonExpected()
    case .expected(.commaOrBracket): .matrixJSONCommaExpected(before: "]")
    case .expected(.commaOrBrace): .matrixJSONCommaExpected(before: "}")
    case .duplicateKey(let key): .matrixJSONDuplicateKey(key)
    case .notANumber: .matrixJSONNotANumber()
    case .numberTooLarge: .matrixJSONNumberTooLarge()
    case .badEscape: .matrixJSONBadEscape()
    case .comment: .matrixJSONComment()
    case .controlCharacter: .matrixJSONControlCharacter()
    case .openString: .matrixJSONTextOpen()
    case .textAfterEnd: .matrixJSONTextAfterEnd()
    case .tooDeep(let limit): .matrixJSONTooDeep(limit: limit)
    case .tooManyValues(let limit): .matrixJSONTooManyValues(limit: limit)
    }
  }
}
