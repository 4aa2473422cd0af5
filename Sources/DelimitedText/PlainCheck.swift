internal import ByteSources

/// Whether all bytes of a file are valid UTF-8 and none of them zero.
///
/// UTF-8 is checked 64 bytes at a time: the bytes that go on with a character have to stand exactly
/// where the first bytes of characters want them. What that leaves open, the second byte behind a
/// few first bytes, is looked at one by one.
struct PlainCheck {
  private(set) var byteCount = 0
  private(set) var isValidUTF8 = true
  private(set) var hasZero = false
  private(set) var isASCII = true

  /// Continuation bytes that the block before wants in this one.
  private var wanted: UInt64 = 0

  /// Goes through a file from a place on; bytes before it count but aren't looked at.
  init(_ source: ByteSource, from start: Int, pieceBytes: Int) throws(InputFault) {
    // The end of a character that a piece cut goes before the next piece, and blanks behind fill
    // the last block.
    let room = 3 + max(pieceBytes, 1)
    var buffer = [UInt8](repeating: .space, count: room + 64)
    var kept = 0
    byteCount = start
    while true {
      let read = try source.read(at: byteCount, into: &buffer, kept..<room)
      byteCount += read
      let end = kept + read
      if read == 0 {
        isValidUTF8 = isValidUTF8 && kept == 0
        return
      }
      kept = isValidUTF8 ? Self.incompleteBytes(in: buffer[..<end]) : 0
      let cut = Array(buffer[end - kept..<end])
      let blocks = (end - kept + 63) / 64
      for index in end - kept..<blocks * 64 { buffer[index] = .space }
      look(at: buffer, blocks: blocks)
      for (index, byte) in cut.enumerated() { buffer[index] = byte }
    }
  }

  private mutating func look(at bytes: [UInt8], blocks: Int) {
    let raw = bytes.span.bytes
    wanted = 0
    for index in 0..<blocks {
      let block = ByteBlock(raw, at: index * 64)
      hasZero = block.hasZero || hasZero
      if block.isASCII {
        if wanted != 0 { isValidUTF8 = false }
        wanted = 0
      } else {
        isASCII = false
        if isValidUTF8 { isValidUTF8 = isValid(block, at: index * 64, in: bytes) }
      }
    }
    if wanted != 0 { isValidUTF8 = false }
  }

  @inline(__always)
  private mutating func isValid(_ block: ByteBlock, at offset: Int, in bytes: [UInt8]) -> Bool {
    let (following, pairs) = block.positions(
      of: (0x80, under: 0xC0), (0xC0, under: 0xE0))
    let (others, overlong) = block.positions(of: (0xE0, under: 0xE0), (0xC0, under: 0xFE))
    var here = wanted | pairs &<< 1
    wanted = pairs &>> 63
    if others != 0 {
      let (triples, quadruples) = block.positions(of: (0xE0, under: 0xF0), (0xF0, under: 0xF8))
      guard triples | quadruples == others,
        secondBytesFit(behind: others, at: offset, in: bytes)
      else { return false }
      let two = triples | quadruples
      here |= two &<< 1 | two &<< 2 | quadruples &<< 3
      wanted |= two &>> 63 | two &>> 62 | quadruples &>> 61
    }
    return here == following && overlong == 0
  }

  /// Whether characters of three and four bytes go on within their range.
  private func secondBytesFit(behind leads: UInt64, at offset: Int, in bytes: [UInt8]) -> Bool {
    var rest = leads
    while rest != 0 {
      let index = offset + rest.trailingZeroBitCount
      rest &= rest &- 1
      guard index + 1 < bytes.count else { return false }
      switch (bytes[index], bytes[index + 1]) {
      case (0xE0, ..<0xA0), (0xED, 0xA0...), (0xF0, ..<0x90), (0xF4, 0x90...), (0xF5..., _):
        return false
      default: break
      }
    }
    return true
  }

  /// Bytes at the end that may be the beginning of a character.
  private static func incompleteBytes(in bytes: ArraySlice<UInt8>) -> Int {
    for count in 1..<4 where count <= bytes.count {
      let tail = bytes.suffix(count)
      guard let first = tail.first, first.beginsScalar else { continue }
      return first >= 0x80 && UTF8Sequence(tail) == .incomplete ? count : 0
    }
    return 0
  }
}
