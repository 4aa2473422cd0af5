import ByteSources
import DecisionModel
import DelimitedText
import Messages

/// The rows of a delimited text file one by one, without those that hold no text.
struct TableRows {
  private var scanner: DelimitedScanner
  private let path: String
  /// How the decision says that the file is written.
  let stated: StatedDialect
  private let limits = ReadingLimits()
  private var overflow: DelimitedTextProblem?

  init(_ source: ByteSource, path: String, dialect: StatedDialect) {
    scanner = DelimitedScanner(source, encoding: dialect.encoding, delimiter: dialect.delimiter)
    self.path = path
    stated = dialect
  }

  /// How the file is written.
  var dialect: Dialect { scanner.dialect }

  /// What was wrong with the rows read so far.
  var problems: [DelimitedTextProblem] { scanner.problems + (overflow.map { [$0] } ?? []) }

  /// The next row with a text in it; `nil` at the end.
  mutating func next() -> [Cell]? {
    while scanner.next() {
      let cells = scanner.record().fields.map(cell)
      if cells.contains(where: { !$0.text.isEmpty }) { return cells }
    }
    return nil
  }

  /// The next row with a text in it, of which only some fields are read: the others are empty.
  ///
  /// - Parameter wanted: the numbers of these fields, rising.
  mutating func next(only wanted: [Int]) -> [Cell]? {
    while scanner.next() {
      let start = SourcePosition(file: path, line: scanner.line, column: 1)
      var cells = [Cell](repeating: Cell("", at: start), count: scanner.fieldCount)
      for (index, field) in zip(wanted, scanner.fields(wanted)) { cells[index] = cell(field) }
      if cells.contains(where: { !$0.text.isEmpty }) { return cells }
      // What is left may still have a text.
      let all = scanner.record().fields.map(cell)
      if all.contains(where: { !$0.text.isEmpty }) { return all }
    }
    return nil
  }

  private func cell(_ field: Field) -> Cell {
    Cell(
      unneutralised(field.text),
      at: SourcePosition(file: path, line: field.line, column: field.column))
  }

  /// The next rows, at most so many.
  mutating func next(_ count: Int) -> [[Cell]] {
    var rows: [[Cell]] = []
    while rows.count < count, let row = next() { rows.append(row) }
    return rows
  }

  /// All rows that are left, as far as a table in memory may hold them.
  mutating func rest() -> [[Cell]] {
    var rows: [[Cell]] = []
    var room = limits.cells
    while let row = next() {
      room -= row.count
      if room < 0 {
        overflow = DelimitedTextProblem(
          kind: .tooManyCells(limit: limits.cells), line: row.first?.position.line ?? 1, column: 1)
        break
      }
      rows.append(row)
    }
    return rows
  }
}
