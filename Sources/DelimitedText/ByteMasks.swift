/// Where the bytes that structure a text stand: one bit for each byte, 64 to a word.
struct ByteMasks: Sendable {
  /// Delimiters, line feeds and carriage returns.
  private(set) var breaks: [UInt64] = []
  private(set) var quotes: [UInt64] = []
  /// The first byte of each line end: a carriage return, or a line feed without one before it.
  private(set) var lineEnds: [UInt64] = []

  /// Marks the bytes of a text.
  ///
  /// - Parameters:
  ///   - bytes: the text, filled up to a multiple of 64 with bytes that are none of these.
  ///   - count: how many of them matter; a multiple of 64.
  mutating func mark(_ bytes: [UInt8], count: Int, delimiter: UInt8) {
    let words = min(count, bytes.count) / 64
    if breaks.count < words {
      let more = [UInt64](repeating: 0, count: words - breaks.count)
      breaks += more
      quotes += more
      lineEnds += more
    }
    let raw = bytes.span.bytes
    var carriageBefore: UInt64 = 0
    for word in 0..<words {
      let block = ByteBlock(raw, at: word * 64)
      let (delimiters, feeds) = block.positions(of: delimiter, .lineFeed)
      let (carriages, marks) = block.positions(of: .carriageReturn, .quote)
      breaks[word] = delimiters | feeds | carriages
      quotes[word] = marks
      lineEnds[word] = carriages | feeds & ~(carriages &<< 1 | carriageBefore)
      carriageBefore = carriages &>> 63
    }
  }

  /// The first marked byte at or behind a place, before an end; else the end.
  @inline(__always)
  static func first(of mask: [UInt64], from start: Int, to end: Int) -> Int {
    guard start < end else { return end }
    var word = start &>> 6
    var bits = mask[word] & (~0 &<< UInt64(start & 63))
    while bits == 0 {
      word &+= 1
      guard word &<< 6 < end else { return end }
      bits = mask[word]
    }
    return min(word &<< 6 &+ bits.trailingZeroBitCount, end)
  }

  /// The number of marked bytes in a range.
  static func count(of mask: [UInt64], in range: Range<Int>) -> Int {
    guard let last = range.last else { return 0 }
    let (from, to) = (range.lowerBound &>> 6, last &>> 6)
    let low: UInt64 = ~0 &<< UInt64(range.lowerBound & 63)
    let high: UInt64 = ~0 &>> UInt64(63 &- last & 63)
    if from == to { return (mask[from] & low & high).nonzeroBitCount }
    var count = (mask[from] & low).nonzeroBitCount + (mask[to] & high).nonzeroBitCount
    for word in from + 1..<to { count += mask[word].nonzeroBitCount }
    return count
  }
}
