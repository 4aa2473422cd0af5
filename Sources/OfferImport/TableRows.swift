import ByteSources
import DelimitedText
import Messages

/// The rows of a delimited text file one by one, without those that hold no text.
struct TableRows {
  private var reader: DelimitedReader
  private let path: String
  private let limits = ReadingLimits()
  private var overflow: DelimitedTextProblem?

  init(_ source: ByteSource, path: String) {
    reader = DelimitedReader(source)
    self.path = path
  }

  /// How the file is written.
  var dialect: Dialect { reader.dialect }

  /// What was wrong with the rows read so far.
  var problems: [DelimitedTextProblem] { reader.problems + (overflow.map { [$0] } ?? []) }

  /// The next row with a text in it; `nil` at the end.
  mutating func next() -> [Cell]? {
    while let record = reader.next() {
      let cells = record.fields.map {
        Cell(
          unneutralised($0.text),
          at: SourcePosition(file: path, line: $0.line, column: $0.column))
      }
      if cells.contains(where: { !$0.text.isEmpty }) { return cells }
    }
    return nil
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
