/// Something that is wrong, or doubtful, in a delimited text file, with its place.
///
/// Problems are values: reading goes on wherever it can, and the caller decides which of them are
/// errors for its purpose.
public struct DelimitedTextProblem: Sendable, Hashable {
  /// What is wrong.
  public enum Kind: Sendable, Hashable {
    /// The file holds no record: it has no bytes, or blank lines only.
    case empty
    /// The file is of another kind, recognised by its first bytes. Nothing was read.
    case notText(FileKind)
    /// A NUL byte: no text file has one. Nothing was read.
    case nulByte
    /// UTF-32, which nothing that writes tables uses. Nothing was read.
    case unsupportedEncoding
    /// A byte-order mark of another encoding than the stated one. Nothing was read.
    case otherMark(of: TextEncoding, stated: TextEncoding)
    /// The bytes are UTF-8 with characters beyond ASCII, though another encoding is stated, in which
    /// these characters become several odd ones.
    case looksLikeUTF8(stated: TextEncoding)
    /// The system broke off reading, with the number that it gives for the reason. What was read
    /// before is kept.
    case unreadable(Int32)
    /// Bytes that aren't UTF-8 in a file that otherwise is; U+FFFD stands in their place.
    case invalidUTF8
    /// Half of a surrogate pair, or a last odd byte, in UTF-16; U+FFFD stands in its place.
    case invalidUTF16
    /// A byte that means nothing in the encoding; U+FFFD stands in its place.
    case undefinedByte(UInt8)
    /// A record with another number of fields than most; it is kept as it is.
    case raggedRow(expected: Int, found: Int)
    /// A quote that no other quote closes: the place is that of the opening quote, and the field
    /// holds everything up to the end of the file (or up to the limit).
    case unterminatedQuote
    /// Text between a closing quote and the next delimiter; it is kept as part of the field, which
    /// goes over so many lines.
    case textAfterClosingQuote(lines: Int)
    /// A field longer than the limit; it is cut there.
    case fieldTooLong(limit: Int)
    /// A record with more fields than the limit; those beyond are left out.
    case tooManyFields(limit: Int)
    /// More records than the limit; those beyond aren't read.
    case tooManyRecords(limit: Int)
    /// More fields in all than the limit of a table; the records beyond aren't read.
    case tooManyCells(limit: Int)
  }

  /// What is wrong.
  public let kind: Kind
  /// The physical line, from 1.
  public let line: Int
  /// The column in that line, from 1, in Unicode scalars.
  public let column: Int

  /// A problem at a place.
  public init(kind: Kind, line: Int, column: Int) {
    self.kind = kind
    self.line = line
    self.column = column
  }

  /// Whether the file as a whole can't be used.
  public var isFatal: Bool {
    switch kind {
    case .notText, .nulByte, .unsupportedEncoding, .otherMark, .unreadable: true
    default: false
    }
  }
}

/// Problems in the order in which they were met, with a cap for each kind, so that a thousand
/// ragged rows can't hide one open quote, nor fill the memory.
struct ProblemLog: Sendable {
  /// How many problems of one kind are kept.
  static let perKind = 100

  private(set) var problems: [DelimitedTextProblem] = []
  private(set) var omittedCount = 0
  private var counts = [Int](repeating: 0, count: 17)

  mutating func note(_ kind: DelimitedTextProblem.Kind, line: Int, column: Int) {
    note(DelimitedTextProblem(kind: kind, line: line, column: column))
  }

  mutating func note(_ problem: DelimitedTextProblem) {
    guard hasRoom(for: problem.kind) else { return omit() }
    counts[problem.kind.index] += 1
    problems.append(problem)
  }

  /// Whether a problem of this kind would be kept; if not, its place need not be reckoned.
  func hasRoom(for kind: DelimitedTextProblem.Kind) -> Bool { counts[kind.index] < Self.perKind }

  mutating func omit(_ count: Int = 1) { omittedCount += count }
}

extension DelimitedTextProblem.Kind {
  fileprivate var index: Int {
    switch self {
    case .empty: 0
    case .notText: 1
    case .nulByte: 2
    case .unsupportedEncoding: 3
    case .invalidUTF8: 4
    case .invalidUTF16: 5
    case .undefinedByte: 6
    case .raggedRow: 7
    case .unterminatedQuote: 8
    case .textAfterClosingQuote: 9
    case .fieldTooLong: 10
    case .tooManyFields: 11
    case .tooManyRecords: 12
    case .tooManyCells: 13
    case .unreadable: 14
    case .otherMark: 15
    case .looksLikeUTF8: 16
    }
  }
}

extension DelimitedTextProblem: CustomStringConvertible {
  /// The problem in plain English, with its place, as `line:column: what is wrong`.
  public var description: String { "\(line):\(column): \(kind)" }
}

extension DelimitedTextProblem.Kind: CustomStringConvertible {
  /// The problem in plain English.
  public var description: String {
    switch self {
    case .empty: "the file has no rows"
    case .notText(let kind): "this is not a text file; it looks like \(kind)"
    case .nulByte: "this is not a text file; it has a zero byte"
    case .unsupportedEncoding: "the file is in UTF-32; save it as UTF-8"
    case .otherMark(let found, let stated):
      "the file begins with the mark of \(found.rawValue), but \(stated.rawValue) is stated"
    case .looksLikeUTF8(let stated): "this is UTF-8, but \(stated.rawValue) is stated"
    case .unreadable(let code): "the file could not be read to its end (error \(code))"
    case .invalidUTF8: "these bytes are not UTF-8"
    case .invalidUTF16: "these bytes are not UTF-16"
    case .undefinedByte(let byte):
      "the byte \(String(byte, radix: 16, uppercase: true)) means nothing in this encoding"
    case .raggedRow(let expected, let found):
      "this row has \(found) fields where most have \(expected)"
    case .unterminatedQuote: "this quote is never closed"
    case .textAfterClosingQuote(let lines):
      "there is text after a closing quote, in a field of \(lines) lines"
    case .fieldTooLong(let limit): "this field is longer than \(limit) bytes"
    case .tooManyFields(let limit): "this row has more than \(limit) fields"
    case .tooManyRecords(let limit): "the file has more than \(limit) rows"
    case .tooManyCells(let limit): "the file has more than \(limit) fields"
    }
  }
}
