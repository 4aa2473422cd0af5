/// Names of a quotation's positions with the article number and line of the first that has each,
/// as bytes: a document may hold hundreds of thousands.
struct PositionNames {
  /// The position that had the name first.
  struct First {
    let line: Int
    let identifier: String
  }

  private struct Entry {
    let start: Int32
    let nameEnd: Int32
    let end: Int32
    let line: Int32
  }

  private var bytes: [UInt8] = []
  private var entries: [Entry] = []
  /// Numbers of entries, at the place that a name's hash tells or the next free one; -1 if free.
  private var slots = [Int32](repeating: -1, count: 64)

  /// Notes a name, unless it is there already.
  ///
  /// - Returns: The first position of that name if its article number is another; else `nil`.
  mutating func note(
    _ name: UnsafeBufferPointer<UInt8>, identifier: UnsafeBufferPointer<UInt8>, line: Int
  ) -> First? {
    var slot = home(name)
    while slots[slot] >= 0 {
      let entry = entries[Int(slots[slot])]
      let (start, nameEnd) = (Int(entry.start), Int(entry.nameEnd))
      let (isSame, isWhole) = bytes.withUnsafeBufferPointer { bytes in
        (
          bytes.holds(name, in: start..<nameEnd),
          bytes.holds(identifier, in: nameEnd..<Int(entry.end))
        )
      }
      if isSame, isWhole { return nil }
      if isSame {
        let known = bytes[nameEnd..<Int(entry.end)]
        return First(line: Int(entry.line), identifier: String(decoding: known, as: UTF8.self))
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    // A document of more bytes is refused long before.
    guard bytes.count + name.count + identifier.count <= Int(Int32.max) else { return nil }
    slots[slot] = Int32(truncatingIfNeeded: entries.count)
    let start = bytes.count
    bytes += name
    let nameEnd = bytes.count
    bytes += identifier
    entries.append(
      Entry(
        start: Int32(truncatingIfNeeded: start), nameEnd: Int32(truncatingIfNeeded: nameEnd),
        end: Int32(truncatingIfNeeded: bytes.count), line: Int32(truncatingIfNeeded: line)))
    if 2 * entries.count > slots.count { grow() }
    return nil
  }

  /// The same of texts.
  mutating func note(_ name: String, identifier: String, line: Int) -> First? {
    var (name, identifier) = (name, identifier)
    return name.withUTF8 { name in
      identifier.withUTF8 { note(name, identifier: $0, line: line) }
    }
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: 2 * slots.count)
    for (number, entry) in entries.enumerated() {
      var slot = bytes.withUnsafeBufferPointer {
        home(UnsafeBufferPointer(rebasing: $0[Int(entry.start)..<Int(entry.nameEnd)]))
      }
      while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(truncatingIfNeeded: number)
    }
  }

  /// Where the search for a name begins. The hash has a secret seed, so that nobody can write names
  /// that all begin at the same place.
  private func home(_ name: UnsafeBufferPointer<UInt8>) -> Int {
    var hasher = Hasher()
    hasher.combine(bytes: UnsafeRawBufferPointer(name))
    return Int(truncatingIfNeeded: UInt(bitPattern: hasher.finalize())) & (slots.count - 1)
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether these are the bytes of a range.
  func holds(_ other: UnsafeBufferPointer<UInt8>, in range: Range<Int>) -> Bool {
    guard range.count == other.count else { return false }
    for index in 0..<other.count where self[range.lowerBound + index] != other[index] {
      return false
    }
    return true
  }
}
