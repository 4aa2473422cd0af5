public import ByteSources

/// Goes through a delimited text file record by record, with only a piece of it in memory.
///
/// A record is known as a row of places in the text; the text of a field, its bytes and its position
/// are made when they are asked for. The format is that of RFC 4180 as spreadsheets really write it:
/// - lines end with CR LF, LF or CR, mixed as they come;
/// - a field in quotes may hold delimiters, line ends and doubled quotes; a quote inside a field
///   that doesn't begin with one is an ordinary character;
/// - blank lines (no byte, or blanks only) are skipped but counted;
/// - a first line `sep=;` states the delimiter;
/// - rows with too few or too many fields are kept and reported;
/// - a last field without text and without line end is a field: `1,2,` has three.
///
/// Nothing in a file makes it throw or trap. The delimiter is a byte, so that a combining mark
/// behind it doesn't hide it. The bytes that structure the text are found 64 at a time, after
/// G. Langdale and D. Lemire, "Parsing gigabytes of JSON per second" (VLDB Journal 28, 2019,
/// doi:10.1007/s00778-019-00578-5).
public struct DelimitedScanner: Sendable {
  /// How the file is written.
  public let dialect: Dialect
  /// The number of fields that records are expected to have: that of most of the first records.
  public let expectedFieldCount: Int
  /// How many blank lines were skipped so far.
  public private(set) var blankLineCount = 0
  /// The number of the row as a spreadsheet shows it, from 1: blank lines count, a `sep=` line
  /// doesn't.
  public private(set) var rowNumber = 0

  /// What was wrong so far, in the order of the file, at most a hundred of each kind.
  public var problems: [DelimitedTextProblem] { scan.log.problems }
  /// How many problems were left out of ``problems`` because their kind came too often.
  public var omittedProblemCount: Int { scan.log.omittedCount }

  private(set) var text: TextBuffer
  private(set) var scan: RecordScan
  private var recordCount = 0
  private var isFinished = false

  /// How much of a file is read at a time.
  static let pieceBytes = 1 << 18

  /// A scanner at the start of a file.
  ///
  /// - Parameters:
  ///   - source: the file as it is.
  ///   - encoding: its encoding, if known; else it is recognised: a byte-order mark decides, then
  ///     UTF-16 where zero bytes make it evident, then UTF-8, if the bytes are valid or at least hold
  ///     more valid sequences than faults, else Windows-1252.
  ///   - delimiter: its delimiter, if known; else a `sep=` line states it, or the one is taken that
  ///     splits the first records most evenly.
  ///   - expectedFieldCount: the number of fields that a record should have, if known.
  ///   - limits: what reading may cost.
  /// - Complexity: O(*n*) in the bytes of the file, which is gone through once to tell its encoding.
  public init(
    _ source: ByteSource, encoding: TextEncoding? = nil, delimiter: Delimiter? = nil,
    expectedFieldCount: Int? = nil, limits: ReadingLimits = ReadingLimits()
  ) {
    self.init(
      source, encoding: encoding, delimiter: delimiter, expectedFieldCount: expectedFieldCount,
      limits: limits, pieceBytes: Self.pieceBytes)
  }

  /// A scanner that reads pieces of a given size; nothing but memory and time depends on it.
  init(
    _ source: ByteSource, encoding: TextEncoding?, delimiter: Delimiter?, expectedFieldCount: Int?,
    limits: ReadingLimits, pieceBytes: Int
  ) {
    let survey = TextSurvey(source, encoding: encoding, pieceBytes: pieceBytes)
    text = TextBuffer(source, survey, pieceBytes: pieceBytes)
    // One byte more than is looked at shows whether that is all.
    text.fill(to: TableShape.sampleBytes + SeparatorLine.maximumBytes + 1)
    let start = text.bytes[..<text.count]
    let separatorLine = SeparatorLine(in: start)
    let shape = TableShape.detect(
      in: start[(separatorLine?.end ?? 0)...], delimiter: delimiter ?? separatorLine?.delimiter)
    dialect = Dialect(
      delimiter: shape.delimiter, encoding: survey.encoding,
      hadByteOrderMark: survey.hadByteOrderMark, hadSeparatorLine: separatorLine != nil)
    self.expectedFieldCount = expectedFieldCount ?? shape.fieldCount
    scan = RecordScan(
      delimiter: shape.delimiter, line: separatorLine == nil ? 1 : 2,
      start: separatorLine?.end ?? 0, limits: limits)
    text.setDelimiter(shape.delimiter)
    for problem in survey.problems { scan.log.note(problem) }
    scan.log.omit(survey.omittedProblemCount)
    isFinished = survey.problems.contains(where: \.isFatal)
  }

  /// A scanner over a part of decoded text, for looking at the first records.
  init(sample: ArraySlice<UInt8>, delimiter: Delimiter, limits: ReadingLimits) {
    dialect = Dialect(
      delimiter: delimiter, encoding: .utf8, hadByteOrderMark: false, hadSeparatorLine: false)
    expectedFieldCount = 0
    text = TextBuffer(sample, delimiter: delimiter)
    scan = RecordScan(delimiter: delimiter, line: 1, start: 0, limits: limits)
  }

  /// Goes to the next record.
  ///
  /// - Returns: Whether there is one; if not, the file is at its end.
  /// - Complexity: O(*n*) in the bytes of the record and the blank lines before it.
  public mutating func next() -> Bool {
    guard !isFinished else { return false }
    // A record beyond the limit is only looked at to see that it isn't a blank line.
    let log = recordCount == scan.limits.records ? scan.log : nil
    repeat {
      scan.begin()
      guard readRecord() else {
        end()
        return false
      }
      rowNumber &+= 1
      if scan.isBlank { blankLineCount &+= 1 }
    } while scan.isBlank
    if let log {
      scan.log = log
      scan.log.note(.tooManyRecords(limit: scan.limits.records), line: scan.line, column: 1)
      isFinished = true
      return false
    }
    recordCount &+= 1
    if expectedFieldCount > 0, scan.fieldCount != expectedFieldCount {
      scan.log.note(
        .raggedRow(expected: expectedFieldCount, found: scan.fieldCount), line: scan.line,
        column: 1)
    }
    return true
  }

  /// Whether there was another record or blank line.
  private mutating func readRecord() -> Bool {
    while true {
      if scan.cursor < text.count || scan.cursor > scan.origin {
        if scan.advance(over: text) { return true }
      } else if text.isLast {
        return false
      }
      if text.count - scan.origin >= text.pieceBytes { scan.leaveOut(from: &text) }
      let start = scan.origin
      scan.move()
      text.advance(to: start)
    }
  }

  private mutating func end() {
    isFinished = true
    scan.begin()
    if let fault = text.fault {
      scan.log.note(.unreadable(fault.code), line: scan.line, column: 1)
    } else if recordCount == 0 {
      scan.log.note(.empty, line: 1, column: 1)
    }
  }

  /// Whether everything before the end, or a limit, has been read.
  var isAtEnd: Bool { scan.cursor >= text.count && text.isLast }
}
