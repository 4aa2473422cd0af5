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
  private struct Slot {
    var entry: Int32 = -1
    /// Of the name's hash, so that few other names are looked at.
    var hash: UInt32 = 0
  }

  /// Each at the place that its name's hash tells or the next free one.
  private var slots = [Slot](repeating: Slot(), count: 64)

  /// Notes a name, unless it is there already.
  ///
  /// - Returns: The first position of that name if its article number is another; else `nil`.
  mutating func note(
    _ name: UnsafeBufferPointer<UInt8>, identifier: UnsafeBufferPointer<UInt8>, line: Int
  ) -> First? {
    let hash = hash(name)
    var slot = Int(hash) & (slots.count - 1)
    while slots[slot].entry >= 0 {
      let found = slots[slot]
      slot = (slot + 1) & (slots.count - 1)
      if found.hash != hash { continue }
      let entry = entries[Int(found.entry)]
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
    }
    // A document of more bytes is refused long before.
    guard bytes.count + name.count + identifier.count <= Int(Int32.max) else { return nil }
    slots[slot] = Slot(entry: Int32(truncatingIfNeeded: entries.count), hash: hash)
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
    let old = slots
    slots = [Slot](repeating: Slot(), count: 2 * old.count)
    for slot in old where slot.entry >= 0 {
      var place = Int(slot.hash) & (slots.count - 1)
      while slots[place].entry >= 0 { place = (place + 1) & (slots.count - 1) }
      slots[place] = slot
    }
  }

  /// The hash has a secret seed, so that nobody can write names that all begin at the same place.
  private func hash(_ name: UnsafeBufferPointer<UInt8>) -> UInt32 {
    var hasher = Hasher()
    hasher.combine(bytes: UnsafeRawBufferPointer(name))
    return UInt32(truncatingIfNeeded: hasher.finalize())
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
