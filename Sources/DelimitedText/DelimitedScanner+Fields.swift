/// The record at hand. Of fields that it doesn't have, the text is empty.
extension DelimitedScanner {
  /// The physical line in which the record begins, from 1.
  public var line: Int { scan.line }

  /// The number of its fields, at least one as soon as ``next()`` has found a record; fields beyond
  /// the limit don't count.
  public var fieldCount: Int { scan.fields.count }

  /// Whether a field has no text.
  public func isEmpty(_ field: Int) -> Bool {
    guard scan.fields.indices.contains(field) else { return true }
    return content(scan.fields[field]).isEmpty
  }

  /// Whether a field stands in quotes.
  public func isQuoted(_ field: Int) -> Bool {
    scan.fields.indices.contains(field) && scan.fields[field].isQuoted
  }

  /// The text of a field without its quotes; blanks at either end are kept.
  public func text(_ field: Int) -> String {
    withBytes(field) { bytes in
      bytes.withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) }
    }
  }

  /// Works on the text of a field as bytes of UTF-8, which needs no copy of most.
  public func withBytes<Result>(_ field: Int, _ work: (Span<UInt8>) -> Result) -> Result {
    guard scan.fields.indices.contains(field) else { return work([UInt8]().span) }
    let range = scan.fields[field]
    if range.doubledQuotes == 0, range.end <= range.closing + 1 || !range.isQuoted, !range.isCut {
      return work(text.bytes.span.extracting(content(range)))
    }
    return work(joined(range).span)
  }

  /// Where a field (with its opening quote) begins: the physical line and the column in that line,
  /// both from 1, the column in Unicode scalars.
  ///
  /// - Complexity: O(*n*) in the bytes of the record before the field.
  public func position(_ field: Int) -> (line: Int, column: Int) {
    guard scan.fields.indices.contains(field) else { return (scan.line, 1) }
    let place = scan.place(of: scan.fields[field].start, text)
    return (place.line, place.column)
  }

  /// The whole record, with everything that can be known of its fields.
  public func record() -> Record {
    Record(line: line, rowNumber: rowNumber, fields: fields(scan.fields.indices))
  }

  /// Some fields of the record, in rising order, with everything that can be known of them; those
  /// that it doesn't have are left out.
  public func fields(_ wanted: some Sequence<Int>) -> [Field] {
    var known: (offset: Int, place: TextPlace)?
    return wanted.lazy.filter { scan.fields.indices.contains($0) }.map { index in
      let start = scan.fields[index].start
      let place = scan.place(of: start, text, after: known)
      known = (start, place)
      return Field(
        text: self.text(index), line: place.line, column: place.column,
        wasQuoted: scan.fields[index].isQuoted)
    }
  }

  /// The bytes of a field between its quotes, as they stand there.
  private func content(_ range: FieldRange) -> Range<Int> {
    range.isQuoted ? range.start + 1..<range.closing : range.start..<range.end
  }

  /// The text of a field with every doubled quote once, with what stands behind its closing quote,
  /// and up to the limit.
  private func joined(_ range: FieldRange) -> [UInt8] {
    var bytes: [UInt8] = []
    let limit = max(0, scan.limits.fieldBytes)
    var previousIsQuote = false
    for byte in text.bytes[content(range)] where bytes.count <= limit {
      // The second of a pair is left out.
      previousIsQuote = range.isQuoted && byte == .quote && !previousIsQuote
      if !range.isQuoted || byte != .quote || previousIsQuote { bytes.append(byte) }
    }
    if range.isQuoted, range.end > range.closing {
      bytes += text.bytes[range.closing + 1..<range.end].prefix(max(0, limit + 1 - bytes.count))
    }
    guard bytes.count > limit else { return bytes }
    var end = limit
    while end > 0, !bytes[end].beginsScalar { end -= 1 }
    bytes.removeSubrange(end...)
    return bytes
  }
}
