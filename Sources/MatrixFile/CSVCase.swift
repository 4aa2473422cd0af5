import DelimitedText
import MCDA
import Messages

/// Reads a table from delimited text: a header row of criteria, leading rows `direction` and
/// `weight`, then a row for each alternative.
struct CSVCase {
  private let table: DelimitedTable
  private let path: String
  private let collector: FieldReader.Collector
  private let usesComma: Bool

  static func read(
    _ bytes: [UInt8], path: String, collector: FieldReader.Collector
  ) -> MatrixCase? {
    let table = DelimitedTable(bytes)
    for problem in table.problems {
      let position = SourcePosition(file: path, line: problem.line, column: problem.column)
      switch problem.kind {
      case .empty: collector.diagnostics.error(position, .matrixFileEmpty())
      case .notText, .nulByte: collector.diagnostics.error(position, .fileNotText())
      case .unreadable(let code):
        collector.diagnostics.error(position, .inputUnreadable(path, code: Int(code)))
      case .unsupportedEncoding: collector.diagnostics.error(position, .fileEncodingNotRead())
      case .invalidUTF8, .invalidUTF16, .undefinedByte, .otherMark, .looksLikeUTF8:
        collector.diagnostics.error(position, .fileCharacterUnreadable())
      case .unterminatedQuote: collector.diagnostics.error(position, .tableQuoteOpen())
      case .textAfterClosingQuote(lines: 1):
        collector.diagnostics.warning(position, .tableTextAfterQuote())
      case .textAfterClosingQuote(let lines):
        collector.diagnostics.error(position, .tableQuoteOverRows(lines: lines))
      case .fieldTooLong(let limit), .tooManyFields(let limit), .tooManyRecords(let limit),
        .tooManyCells(let limit):
        collector.diagnostics.error(position, .fileTooLarge(limit: limit))
      case .raggedRow(let expected, let found):
        collector.diagnostics.error(
          position, .matrixWrongLength("row", expected: expected, found: found))
      }
    }
    guard !collector.diagnostics.hasErrors else { return nil }
    return CSVCase(table, path: path, collector: collector).read()
  }

  private init(_ table: DelimitedTable, path: String, collector: FieldReader.Collector) {
    self.table = table
    self.path = path
    self.collector = collector
    // A decimal comma is possible only where the comma doesn't part the cells.
    usesComma =
      table.dialect.delimiter != .comma
      && table.records.dropFirst().contains { record in
        record.fields.dropFirst().contains { $0.text.contains(",") }
      }
  }

  private func position(_ field: Field) -> SourcePosition {
    SourcePosition(file: path, line: field.line, column: field.column)
  }

  private func read() -> MatrixCase? {
    var result = MatrixCase(path: path, collector: collector)
    guard let header = table.records.first, header.fields.count > 1 else {
      let start = table.records.first?.fields.first
      collector.diagnostics.error(
        start.map(position) ?? result.places.file,
        .matrixNoTable(start: String((start?.text ?? "").prefix(20))))
      return nil
    }
    let names = header.fields.dropFirst()
    var directions = [Direction](repeating: .maximise, count: names.count)
    var weights = [Double](repeating: 1, count: names.count)
    var hasDirections = false
    var cells: [PerformanceTable.Cell] = []
    var fields: [Field] = []
    var heads: [Field] = []
    for record in table.records.dropFirst() {
      guard let head = record.fields.first else { continue }
      let content = record.fields.dropFirst()
      let word = head.text.lowercased()
      if heads.isEmpty, word == "direction" || word == "richtung" {
        directions = content.map(direction)
        hasDirections = true
      } else if heads.isEmpty, word == "weight" || word == "gewicht" {
        weights = content.map { number($0) ?? 0 }
        for field in content where isBlank(field) {
          collector.diagnostics.error(position(field), .matrixFieldMissing("weight"))
        }
        result.hasWeights = true
      } else {
        heads.append(head)
        cells += content.map { field in
          if isBlank(field) { return .missing }
          return number(field).map { .value($0) } ?? .missing
        }
        fields += content
      }
    }
    if !hasDirections {
      collector.diagnostics.warning(
        position(header.fields[0]),
        .matrixNoDirections())
    }
    result.alternatives = heads.map(\.text)
    let headers = Array(names)
    let place = position
    result.places.cell = {
      fields.indices.contains($0) ? place(fields[$0]) : place(header.fields[0])
    }
    result.places.criterion = { place(headers[min($0, headers.count - 1)]) }
    result.places.alternative = {
      heads.indices.contains($0) ? place(heads[$0]) : place(headers[0])
    }
    if heads.isEmpty { collector.diagnostics.error(place(header.fields[0]), .matrixNoRows()) }
    guard !collector.diagnostics.hasErrors else { return result }
    result.setTable(
      criteria: headers.indices.map {
        PerformanceTable.Criterion(headers[$0].text, directions[$0], weight: weights[$0])
      }, cells: cells, weightScale: .shares)
    return result
  }

  private func isBlank(_ field: Field) -> Bool { field.text.allSatisfy(\.isWhitespace) }

  private func direction(_ field: Field) -> Direction {
    let word = field.text.lowercased().filter { !$0.isWhitespace }
    if let word = DirectionWord(rawValue: word) { return word.direction }
    let known = DirectionWord.allCases.map(\.rawValue)
    collector.diagnostics.error(
      position(field),
      .matrixUnknownWord(
        field.text, of: "direction", known: known, near: Suggestion.nearest(to: word, in: known)))
    return .maximise
  }

  /// The number of a cell; nil and a finding if it is none, nil alone if it is blank.
  private func number(_ field: Field) -> Double? {
    if isBlank(field) { return nil }
    var text = field.text.filter { !$0.isWhitespace }
    if usesComma {
      // In a file with decimal commas a point could be grouping: nobody is to guess.
      text = text.contains(".") ? "" : text.replacing(",", with: ".")
    }
    let allowed = text.utf8.allSatisfy { JSONReader.isNumberByte($0) }
    if allowed, let value = Double(text), value.isFinite { return value }
    collector.diagnostics.error(position(field), .matrixCellNotANumber(field.text))
    return nil
  }
}
