/// One cell to be written.
public enum Cell: Sendable, Hashable {
  /// Words; they are neutralised, so that no spreadsheet takes them for a formula.
  case text(String)
  /// A number, formatted in the style of the dialect; it is written as it is, minus sign included.
  case number(String)
  /// Nothing.
  case empty
}

/// Writes rows as delimited text which ``DelimitedReader`` reads back as the same rows.
///
/// A cell is quoted where it has to be: a delimiter, a quote or a line end inside, a blank at
/// either end, and at the start of the file whatever could be taken for a byte-order mark, a `sep=`
/// line or another kind of file. A NUL, which no text file may hold, is written as U+FFFD.
public struct DelimitedWriter: Sendable {
  /// How the rows are written.
  public let dialect: CSVDialect
  /// The file so far.
  public private(set) var bytes: [UInt8]

  private var isAtStart = true

  /// An empty file, byte-order mark included if the dialect has one.
  public init(dialect: CSVDialect) {
    self.dialect = dialect
    bytes = dialect.writesByteOrderMark ? TextEncoding.utf8.byteOrderMark : []
  }

  /// Appends one row. A row of one empty cell is written as `""`, since an empty line is no row; a
  /// row without cells writes a blank line, for a break between two parts of a file.
  public mutating func append(_ row: [Cell]) {
    for (index, cell) in row.enumerated() {
      if index > 0 { bytes.append(dialect.delimiter.rawValue) }
      append(cell, isOnly: row.count == 1)
      isAtStart = false
    }
    bytes.append(contentsOf: [.carriageReturn, .lineFeed])
    isAtStart = false
  }

  private mutating func append(_ cell: Cell, isOnly: Bool) {
    var content: [UInt8]
    switch cell {
    case .text(let text): content = Array(neutralised(text).utf8)
    case .number(let text): content = Array(text.utf8)
    case .empty: content = []
    }
    if content.contains(0) {
      content = content.flatMap { $0 == 0 ? Array(UTF8.encodedReplacementCharacter) : [$0] }
    }
    guard needsQuotes(content) || isOnly && content.isEmpty else {
      bytes.append(contentsOf: content)
      return
    }
    bytes.append(.quote)
    for byte in content {
      if byte == .quote { bytes.append(.quote) }
      bytes.append(byte)
    }
    bytes.append(.quote)
  }

  private func needsQuotes(_ content: [UInt8]) -> Bool {
    let isBlank: (UInt8?) -> Bool = { $0 == .space || $0 == .tab }
    if isBlank(content.first) || isBlank(content.last) { return true }
    let delimiter = dialect.delimiter.rawValue
    if content.contains(where: { $0 == delimiter || $0 == .quote || $0.isLineEnd }) { return true }
    guard isAtStart else { return false }
    let opening = content.prefix(4).map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    return TextEncoding.stated(by: content) != nil || FileKind.recognise(content) != nil
      || opening.starts(with: "sep=".utf8)
  }
}
