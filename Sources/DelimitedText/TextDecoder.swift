/// Turns bytes into valid UTF-8, piece by piece, and notes where they were at fault.
///
/// Pieces may be cut anywhere. A fault becomes U+FFFD: one for each maximal part of a sequence that
/// could have begun a character (The Unicode Standard, section 3.9, "U+FFFD Substitution of Maximal
/// Subparts").
struct TextDecoder: Sendable {
  /// A fault, with the place in ``output`` where U+FFFD stands for it.
  struct Fault: Sendable {
    let offset: Int
    let kind: DelimitedTextProblem.Kind
  }

  let encoding: TextEncoding
  /// What was decoded since the last call of ``reset()``.
  private(set) var output: [UInt8] = []
  private(set) var faults: [Fault] = []
  /// Characters beyond ASCII in all pieces, and faults, of UTF-8.
  private(set) var counts = (valid: 0, invalid: 0)
  /// Bytes at the end of a piece that the next one has to complete.
  private var rest: [UInt8] = []
  /// The first half of a surrogate pair.
  private var highSurrogate: UInt16?
  /// The characters of single bytes, where each byte is one.
  private let page: CodePage?

  init(_ encoding: TextEncoding) {
    self.encoding = encoding
    page = CodePage(encoding)
  }

  /// Forgets what was decoded so far, but not where it broke off.
  mutating func reset() {
    output.removeAll(keepingCapacity: true)
    faults.removeAll(keepingCapacity: true)
  }

  /// Decodes the next piece.
  mutating func decode(_ piece: ArraySlice<UInt8>) {
    switch encoding {
    case .windows1252, .latin9, .codePage850, .macRoman: decodeSingleBytes(piece)
    case .utf8: decodeUTF8(rest.isEmpty ? piece : takeRest(piece), isLast: false)
    case .utf16LittleEndian, .utf16BigEndian: decodeUTF16(rest.isEmpty ? piece : takeRest(piece))
    }
  }

  /// Ends the text: what is incomplete is a fault.
  mutating func finish() {
    switch encoding {
    case .windows1252, .latin9, .codePage850, .macRoman: break
    case .utf8: decodeUTF8(takeRest([]), isLast: true)
    case .utf16LittleEndian, .utf16BigEndian:
      endSurrogate()
      if !rest.isEmpty { fail(.invalidUTF16) }
      rest = []
    }
  }

  private mutating func takeRest(_ piece: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    defer { rest = [] }
    return (rest + piece)[...]
  }

  private mutating func decodeUTF8(_ bytes: ArraySlice<UInt8>, isLast: Bool) {
    var start = bytes.startIndex
    while start < bytes.endIndex {
      let plain = bytes[start...].firstIndex { $0 >= 0x80 } ?? bytes.endIndex
      output += bytes[start..<plain]
      start = plain
      guard start < bytes.endIndex else { return }
      switch UTF8Sequence(bytes[start...]) {
      case .valid(let length):
        counts.valid += 1
        output += bytes[start..<start + length]
        start += length
      case .incomplete where !isLast:
        rest = Array(bytes[start...])
        return
      case .incomplete:
        counts.invalid += 1
        fail(.invalidUTF8)
        return
      case .invalid(let length):
        counts.invalid += 1
        fail(.invalidUTF8)
        start += length
      }
    }
  }

  private mutating func decodeSingleBytes(_ bytes: ArraySlice<UInt8>) {
    for byte in bytes {
      if byte < 0x80 {
        output.append(byte)
      } else if let scalar = page?.scalar(byte) {
        append(scalar)
      } else {
        fail(.undefinedByte(byte))
      }
    }
  }

  private mutating func decodeUTF16(_ bytes: ArraySlice<UInt8>) {
    var index = bytes.startIndex
    while index + 1 < bytes.endIndex {
      let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
      decode(encoding == .utf16LittleEndian ? second << 8 | first : first << 8 | second)
      index += 2
    }
    if index < bytes.endIndex { rest = [bytes[index]] }
  }

  private mutating func decode(_ unit: UInt16) {
    if let high = highSurrogate, UTF16.isTrailSurrogate(unit) {
      highSurrogate = nil
      let value = 0x10000 + (UInt32(high) & 0x3FF) << 10 + UInt32(unit) & 0x3FF
      if let scalar = Unicode.Scalar(value) { append(scalar) }
      return
    }
    endSurrogate()
    if UTF16.isLeadSurrogate(unit) {
      highSurrogate = unit
    } else if let scalar = Unicode.Scalar(unit) {
      append(scalar)
    } else {
      fail(.invalidUTF16)
    }
  }

  private mutating func endSurrogate() {
    guard highSurrogate != nil else { return }
    highSurrogate = nil
    fail(.invalidUTF16)
  }

  private mutating func append(_ scalar: Unicode.Scalar) {
    if scalar.isASCII {
      output.append(UInt8(truncatingIfNeeded: scalar.value))
    } else {
      output += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
    }
  }

  private mutating func fail(_ kind: DelimitedTextProblem.Kind) {
    faults.append(Fault(offset: output.count, kind: kind))
    output += UTF8.encodedReplacementCharacter
  }
}

/// What stands where a byte beyond ASCII begins, after table 3-7 of The Unicode Standard.
enum UTF8Sequence: Equatable {
  /// A character of so many bytes.
  case valid(length: Int)
  /// So many bytes that no character goes on with.
  case invalid(length: Int)
  /// The text ends within what may be a character.
  case incomplete

  init(_ bytes: ArraySlice<UInt8>) {
    guard let first = bytes.first else {
      self = .incomplete
      return
    }
    var second: ClosedRange<UInt8> = 0x80...0xBF
    let length: Int
    switch first {
    case 0xC2...0xDF: length = 2
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: length = 3
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    case 0xF1...0xF3: length = 4
    default:
      self = .invalid(length: 1)
      return
    }
    var found = 1
    for byte in bytes.dropFirst().prefix(length - 1) {
      guard (found == 1 ? second : 0x80...0xBF).contains(byte) else {
        self = .invalid(length: found)
        return
      }
      found += 1
    }
    self = found == length ? .valid(length: length) : .incomplete
  }
}
