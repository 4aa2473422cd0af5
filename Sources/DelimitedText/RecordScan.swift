/// Where a field stands in a ``TextBuffer``.
struct FieldRange: Sendable {
  /// The first byte, of a field in quotes the opening quote.
  var start: Int
  /// Behind the last byte.
  var end: Int
  /// The closing quote of a field in quotes; ``end`` if nothing closes it, below zero without quotes.
  var closing = -1
  /// How many doubled quotes it holds.
  var doubledQuotes = 0
  /// Whether bytes beyond the limit were left out already.
  var isCut = false

  var isQuoted: Bool { closing >= 0 }
}

/// Finds the fields of one record, in as many steps as the text comes in pieces.
struct RecordScan: Sendable {
  /// The fields of the record, up to the limit.
  private(set) var fields: [FieldRange] = []
  /// How many fields the record has, also beyond the limit.
  private(set) var fieldCount = 0
  /// Behind the last byte that was looked at.
  private(set) var cursor = 0
  /// The line in which the record begins.
  private(set) var line: Int
  /// Line ends in the record so far, its own last one included.
  private(set) var lineEnds = 0
  /// Whether the record is a line of nothing but blanks.
  private(set) var isBlank = false
  /// What was wrong in all records so far.
  var log = ProblemLog()

  let limits: ReadingLimits
  private let delimiter: UInt8
  private var step = Step.fieldStart
  private var field = FieldRange(start: 0, end: 0)
  /// Line ends in the record before the field in quotes.
  private var fieldLineEnds = 0
  private var foundStray = false
  private var leftOutText = false
  /// Where the record begins.
  private(set) var origin = 0
  /// The place of the last problem, from which the next one isn't far.
  private var noted: (offset: Int, place: TextPlace)?
  /// Where bytes were taken out of the record, with the place that the text goes on with.
  private var gaps: [(offset: Int, place: TextPlace)] = []

  private enum Step {
    case fieldStart, unquoted, quoted, quoteSeen, tail, recordEnd
  }

  /// A scan that finds its first record at a place.
  init(delimiter: Delimiter, line: Int, start: Int, limits: ReadingLimits) {
    self.delimiter = delimiter.rawValue
    self.line = line
    cursor = start
    self.limits = limits
    fields.reserveCapacity(64)
  }

  /// Begins the record behind this one.
  @inline(__always)
  mutating func begin() {
    origin = cursor
    line &+= lineEnds
    lineEnds = 0
    fields.removeAll(keepingCapacity: true)
    fieldCount = 0
    step = .fieldStart
    if !gaps.isEmpty { gaps = [] }
    noted = nil
    leftOutText = false
  }

  /// Goes on to the end of the record.
  ///
  /// - Returns: Whether the record is complete; if not, more of the text is needed.
  mutating func advance(over text: borrowing TextBuffer) -> Bool {
    let end = text.count
    while true {
      switch step {
      case .fieldStart:
        guard cursor < end || text.isLast else { return false }
        field = FieldRange(start: cursor, end: cursor)
        if fieldCount == limits.fieldsPerRecord {
          note(.tooManyFields(limit: limits.fieldsPerRecord), at: cursor, text)
        }
        if cursor < end, text.bytes[cursor] == .quote {
          cursor &+= 1
          fieldLineEnds = lineEnds
          step = .quoted
        } else {
          step = .unquoted
        }
      case .unquoted:
        cursor = ByteMasks.first(of: text.masks.breaks, from: cursor, to: end)
        guard cursor < end || text.isLast else { return false }
        field.end = cursor
        if field.end &- field.start > limits.fieldBytes || field.isCut { noteCutUnquoted(text) }
        append()
        if endsRecord(text) { return true }
      case .quoted:
        let next = ByteMasks.first(of: text.masks.quotes, from: cursor, to: end)
        lineEnds &+= ByteMasks.count(of: text.masks.lineEnds, in: cursor..<next)
        cursor = next
        guard cursor < end else {
          guard text.isLast else { return false }
          closeAtEnd(text)
          return true
        }
        cursor &+= 1
        step = .quoteSeen
      case .quoteSeen:
        guard cursor < end || text.isLast else { return false }
        if cursor < end, text.bytes[cursor] == .quote {
          field.doubledQuotes &+= 1
          cursor &+= 1
          step = .quoted
        } else {
          field.closing = cursor &- 1
          foundStray = false
          step = .tail
        }
      case .tail:
        let next = ByteMasks.first(of: text.masks.breaks, from: cursor, to: end)
        if next > cursor { lookForStray(in: cursor..<next, text) }
        cursor = next
        guard cursor < end || text.isLast else { return false }
        field.end = cursor
        if contentBytes > limits.fieldBytes || field.isCut { noteCutQuoted(text) }
        append()
        if endsRecord(text) { return true }
      case .recordEnd:
        // A carriage return at the end of the piece may have a line feed behind it.
        if text.bytes[cursor] == .carriageReturn {
          guard cursor &+ 1 < end || text.isLast else { return false }
          if cursor &+ 1 < end, text.bytes[cursor &+ 1] == .lineFeed { cursor &+= 1 }
        }
        cursor &+= 1
        lineEnds &+= 1
        finish(text)
        return true
      }
    }
  }

  /// Behind a field: whether the text ends here too.
  @inline(__always)
  private mutating func endsRecord(_ text: borrowing TextBuffer) -> Bool {
    guard cursor < text.count else {
      finish(text)
      return true
    }
    if text.bytes[cursor] == delimiter {
      cursor &+= 1
      step = .fieldStart
    } else {
      step = .recordEnd
    }
    return false
  }

  private mutating func closeAtEnd(_ text: borrowing TextBuffer) {
    field.end = cursor
    field.closing = cursor
    note(.unterminatedQuote, at: field.start, text)
    if contentBytes > limits.fieldBytes || field.isCut { noteCutQuoted(text) }
    append()
    finish(text)
  }

  @inline(__always)
  private mutating func append() {
    if fieldCount < limits.fieldsPerRecord { fields.append(field) }
    fieldCount &+= 1
  }

  @inline(__always)
  private mutating func finish(_ text: borrowing TextBuffer) {
    isBlank = fieldCount == 1 && isBlankField(text)
  }

  private func isBlankField(_ text: borrowing TextBuffer) -> Bool {
    guard !field.isQuoted, !leftOutText else { return false }
    for index in field.start..<field.end where !isBlank(text.bytes[index]) { return false }
    return true
  }

  private func isBlank(_ byte: UInt8) -> Bool {
    byte == .space || byte == .tab && delimiter != .tab
  }

  /// Bytes that the text of a field in quotes has.
  private var contentBytes: Int {
    let inside = field.closing &- field.start &- 1 &- field.doubledQuotes
    return field.end > field.closing ? inside &+ field.end &- field.closing &- 1 : inside
  }

  private mutating func lookForStray(in tail: Range<Int>, _ text: borrowing TextBuffer) {
    guard !foundStray else { return }
    for index in tail where text.bytes[index] != .space && text.bytes[index] != .tab {
      foundStray = true
      note(.textAfterClosingQuote(lines: lineEnds &- fieldLineEnds &+ 1), at: index, text)
      return
    }
  }

  private mutating func noteCutUnquoted(_ text: borrowing TextBuffer) {
    field.isCut = true
    // Fields that aren't kept have no text that could be cut, and blank lines are no records.
    guard fieldCount < limits.fieldsPerRecord else { return }
    if fieldCount == 0, cursor == text.count || text.bytes[cursor] != delimiter,
      isBlankField(text)
    {
      return
    }
    note(.fieldTooLong(limit: limits.fieldBytes), at: field.start, text)
  }

  private mutating func noteCutQuoted(_ text: borrowing TextBuffer) {
    field.isCut = true
    note(.fieldTooLong(limit: limits.fieldBytes), at: field.start, text)
  }

  private mutating func note(
    _ kind: DelimitedTextProblem.Kind, at offset: Int, _ text: borrowing TextBuffer
  ) {
    guard log.hasRoom(for: kind) else { return log.omit() }
    let place = place(of: offset, text, after: noted)
    noted = (offset, place)
    log.note(kind, line: place.line, column: place.column)
  }

  /// The line and column of a byte of the record.
  ///
  /// - Parameter known: a byte whose place is known, to begin with if it stands before.
  func place(
    of offset: Int, _ text: borrowing TextBuffer,
    after known: (offset: Int, place: TextPlace)? = nil
  ) -> TextPlace {
    var nearest = (offset: origin, place: TextPlace(line: line))
    for candidate in [gaps.last { $0.offset <= offset }, known] {
      if let candidate, (nearest.offset...offset).contains(candidate.offset) { nearest = candidate }
    }
    nearest.place.advance(over: text.bytes[nearest.offset..<offset])
    return nearest.place
  }
}

extension RecordScan {
  /// Takes the bytes before the record to be gone.
  mutating func move() {
    let distance = origin
    origin = 0
    noted = nil
    cursor -= distance
    field.start -= distance
    if field.isQuoted { field.closing -= distance }
    for index in fields.indices {
      fields[index].start -= distance
      fields[index].end -= distance
      if fields[index].isQuoted { fields[index].closing -= distance }
    }
    for index in gaps.indices { gaps[index].offset -= distance }
  }

  /// Takes out what no one will ask for: fields beyond the limit, and what a field has beyond its
  /// own, so that no record takes more memory than the limits say.
  mutating func leaveOut(from text: inout TextBuffer) {
    if fieldCount > limits.fieldsPerRecord, let last = fields.last, last.end < field.start {
      leaveOut(last.end..<field.start, from: &text)
    }
    // Of a content that is all doubled quotes every byte takes two.
    let limit = min(max(limits.fieldBytes, 0), 1 << 40)
    let kept = max(field.start + 2 * (limit + 4), field.closing + 1)
    // The byte before the cursor may be a quote whose meaning isn't known, or half a line end.
    let known = cursor - 2
    guard kept < known else { return }
    field.isCut = true
    leaveOut(kept..<known, from: &text)
  }

  private mutating func leaveOut(_ range: Range<Int>, from text: inout TextBuffer) {
    if !field.isQuoted, fieldCount == 0 {
      leftOutText = leftOutText || !text.bytes[range].allSatisfy(isBlank)
    }
    let after = place(of: range.upperBound, text)
    gaps.removeAll { range.contains($0.offset) || $0.offset == range.upperBound }
    for index in gaps.indices where gaps[index].offset > range.lowerBound {
      gaps[index].offset -= range.count
    }
    gaps.append((range.lowerBound, after))
    gaps.sort { $0.offset < $1.offset }
    cursor -= range.count
    if field.start >= range.upperBound { field.start -= range.count }
    if field.isQuoted, field.closing >= range.upperBound { field.closing -= range.count }
    noted = nil
    text.remove(range)
  }
}
