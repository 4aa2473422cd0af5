@testable import DelimitedText

/// The rules of ``DelimitedScanner`` by other means: byte after byte, over a whole file in memory,
/// making the text and place of every field on the way.
struct ReferenceReader: Sendable, IteratorProtocol {
  /// How the file is written.
  let dialect: Dialect
  /// The number of fields that records are expected to have: that of most of the first records.
  let expectedFieldCount: Int
  /// How many blank lines were skipped so far.
  private(set) var blankLineCount = 0

  /// What was wrong so far, in the order of the file, at most a hundred of each kind.
  var problems: [DelimitedTextProblem] { log.problems }
  /// How many problems were left out of ``problems`` because their kind came too often.
  var omittedProblemCount: Int { decodingOmittedCount + log.omittedCount }

  private let bytes: ArraySlice<UInt8>
  private let end: Int
  private let limits: ReadingLimits
  private let decodingOmittedCount: Int
  private var log = ProblemLog()
  private var offset: Int
  private var line = 1
  private var column = 1
  private var rowNumber = 0
  private var recordCount = 0
  private var isFinished = false

  /// A reader over a whole file.
  ///
  /// - Parameters:
  ///   - bytes: the file as it is.
  ///   - encoding: its encoding, if known; else it is recognised (see ``ReferenceText``).
  ///   - delimiter: its delimiter, if known; else a `sep=` line states it, or the one is taken that
  ///     splits the first records most evenly.
  ///   - expectedFieldCount: the number of fields that a record should have, if known.
  ///   - limits: what reading may cost.
  init(
    _ bytes: [UInt8], encoding: TextEncoding? = nil, delimiter: Delimiter? = nil,
    expectedFieldCount: Int? = nil, limits: ReadingLimits = ReadingLimits()
  ) {
    let text = ReferenceText(bytes, encoding: encoding)
    let bytes = text.utf8
    let separatorLine = SeparatorLine(in: bytes)
    let start = separatorLine?.end ?? bytes.startIndex
    let shape = TableShape.detect(
      in: bytes[start...], delimiter: delimiter ?? separatorLine?.delimiter)
    dialect = Dialect(
      delimiter: shape.delimiter, encoding: text.encoding,
      hadByteOrderMark: text.hadByteOrderMark, hadSeparatorLine: separatorLine != nil)
    self.expectedFieldCount = expectedFieldCount ?? shape.fieldCount
    self.bytes = bytes
    self.limits = limits
    end = bytes.endIndex
    offset = start
    line = separatorLine == nil ? 1 : 2
    decodingOmittedCount = text.omittedProblemCount
    for problem in text.problems { log.note(problem) }
    isFinished = text.problems.contains(where: \.isFatal)
  }

  /// The next record; nil at the end of the file.
  ///
  /// - Complexity: O(*n*) in the bytes of the record and the blank lines before it.
  mutating func next() -> Record? {
    guard !isFinished else { return nil }
    let bytes = bytes
    skipBlankLines(bytes)
    guard offset < end else {
      isFinished = true
      if recordCount == 0 { log.note(.empty, line: 1, column: 1) }
      return nil
    }
    guard recordCount < limits.records else {
      isFinished = true
      log.note(.tooManyRecords(limit: limits.records), line: line, column: 1)
      return nil
    }
    recordCount += 1
    rowNumber += 1
    return readRecord(bytes)
  }

  private mutating func skipBlankLines(_ bytes: ArraySlice<UInt8>) {
    let delimiter = dialect.delimiter.rawValue
    while offset < end {
      var index = offset
      while index < end, bytes[index] == .space || bytes[index] == .tab && delimiter != .tab {
        index += 1
      }
      if index < end {
        guard bytes[index].isLineEnd else { return }
        offset = index
        passLineEnd(bytes)
      } else {
        offset = end
      }
      blankLineCount += 1
      rowNumber += 1
    }
  }

  private mutating func readRecord(_ bytes: ArraySlice<UInt8>) -> Record {
    let firstLine = line
    let delimiter = dialect.delimiter.rawValue
    var fields: [Field] = []
    fields.reserveCapacity(max(1, min(expectedFieldCount, limits.fieldsPerRecord)))
    var count = 0
    while true {
      let isKept = count < limits.fieldsPerRecord
      if count == limits.fieldsPerRecord {
        log.note(.tooManyFields(limit: limits.fieldsPerRecord), line: line, column: column)
      }
      let isQuoted = offset < end && bytes[offset] == .quote
      let field = isQuoted ? readQuoted(bytes) : readUnquoted(bytes, keepsText: isKept)
      if isKept { fields.append(field) }
      count += 1
      guard offset < end, bytes[offset] == delimiter else { break }
      offset += 1
      column += 1
    }
    if offset < end { passLineEnd(bytes) }
    if expectedFieldCount > 0, count != expectedFieldCount {
      log.note(
        .raggedRow(expected: expectedFieldCount, found: count), line: firstLine, column: 1)
    }
    return Record(line: firstLine, rowNumber: rowNumber, fields: fields)
  }

  private mutating func readUnquoted(_ bytes: ArraySlice<UInt8>, keepsText: Bool) -> Field {
    let start = offset
    let firstColumn = column
    passUnquoted(bytes)
    let text = keepsText ? text(of: bytes, start..<offset, column: firstColumn) : ""
    return Field(text: text, line: line, column: firstColumn, wasQuoted: false)
  }

  /// Goes to the next delimiter or line end.
  private mutating func passUnquoted(_ bytes: ArraySlice<UInt8>) {
    let delimiter = dialect.delimiter.rawValue
    var index = offset
    var scalars = 0
    while index < end {
      let byte = bytes[index]
      if byte == delimiter || byte == .lineFeed || byte == .carriageReturn { break }
      if byte.beginsScalar { scalars += 1 }
      index += 1
    }
    offset = index
    column += scalars
  }

  private mutating func readQuoted(_ bytes: ArraySlice<UInt8>) -> Field {
    let place = (line: line, column: column)
    var content = FieldContent(limit: limits.fieldBytes)
    offset += 1
    column += 1
    var isClosed = false
    while offset < end {
      let start = offset
      passToQuote(bytes)
      content.append(bytes[start..<offset])
      guard offset < end else { break }
      offset += 1
      column += 1
      guard offset < end, bytes[offset] == .quote else {
        isClosed = true
        break
      }
      content.append(bytes[offset...offset])
      offset += 1
      column += 1
    }
    if isClosed {
      readTail(bytes, into: &content, fieldLine: place.line)
    } else {
      log.note(.unterminatedQuote, line: place.line, column: place.column)
    }
    if content.isCut {
      log.note(
        .fieldTooLong(limit: limits.fieldBytes), line: place.line, column: place.column)
    }
    return Field(
      text: content.text, line: place.line, column: place.column, wasQuoted: true)
  }

  /// Goes to the next quote, over line ends.
  private mutating func passToQuote(_ bytes: ArraySlice<UInt8>) {
    while offset < end {
      let byte = bytes[offset]
      if byte == .quote { return }
      if byte.isLineEnd {
        passLineEnd(bytes)
      } else {
        offset += 1
        if byte.beginsScalar { column += 1 }
      }
    }
  }

  /// What stands behind a closing quote, up to the delimiter.
  private mutating func readTail(
    _ bytes: ArraySlice<UInt8>, into content: inout FieldContent, fieldLine: Int
  ) {
    let start = offset
    let place = (line: line, column: column)
    passUnquoted(bytes)
    let tail = bytes[start..<offset]
    content.append(tail)
    if let stray = tail.firstIndex(where: { $0 != .space && $0 != .tab }) {
      log.note(
        .textAfterClosingQuote(lines: place.line - fieldLine + 1), line: place.line,
        column: place.column + stray - start)
    }
  }

  private mutating func passLineEnd(_ bytes: ArraySlice<UInt8>) {
    let isPair =
      bytes[offset] == .carriageReturn && offset + 1 < end && bytes[offset + 1] == .lineFeed
    offset += isPair ? 2 : 1
    line += 1
    column = 1
  }

  private mutating func text(
    of bytes: ArraySlice<UInt8>, _ range: Range<Int>, column: Int
  ) -> String {
    guard range.count > limits.fieldBytes else {
      return String(decoding: bytes[range], as: UTF8.self)
    }
    log.note(.fieldTooLong(limit: limits.fieldBytes), line: line, column: column)
    var content = FieldContent(limit: limits.fieldBytes)
    content.append(bytes[range])
    return content.text
  }
}

/// The text of a field that may have to be put together, cut at a limit.
private struct FieldContent {
  /// The only part so far: most fields in quotes hold no quote and need no second copy.
  private var single: ArraySlice<UInt8> = []
  private var joined: [UInt8] = []
  private var room: Int
  private(set) var isCut = false

  init(limit: Int) {
    room = max(0, limit)
  }

  mutating func append(_ part: ArraySlice<UInt8>) {
    guard !isCut, !part.isEmpty else { return }
    var part = part
    if part.count > room {
      isCut = true
      var cut = part.startIndex + room
      while cut > part.startIndex, !part[cut].beginsScalar { cut -= 1 }
      part = part[..<cut]
    }
    room -= part.count
    if single.isEmpty, joined.isEmpty {
      single = part
    } else {
      if joined.isEmpty { joined = Array(single) }
      joined.append(contentsOf: part)
    }
  }

  var text: String { String(decoding: joined.isEmpty ? single : joined[...], as: UTF8.self) }
}
