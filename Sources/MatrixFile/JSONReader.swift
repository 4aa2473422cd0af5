/// Reads JSON as RFC 8259 defines it, strictly, with a limit on nesting and on the number of
/// values.
///
/// Duplicate keys, NaN, Infinity, comments and commas at the end are refused. Numbers too large for
/// a double are refused, numbers too small for one become 0.
struct JSONReader {
  /// How deep arrays and objects may be nested.
  static let deepest = 64
  /// How many values a text may hold.
  static let mostValues = 5_000_000

  private let bytes: [UInt8]
  private var position = 0
  private var depth = 0
  private var count = 0

  /// Reads a whole text; a byte order mark at its start is skipped.
  ///
  /// - Complexity: O(bytes).
  static func read(_ bytes: [UInt8]) throws(JSONProblem) -> JSONDocument {
    var reader = JSONReader(bytes: bytes)
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { reader.position = 3 }
    reader.skipBlanks()
    guard reader.position < bytes.count else { throw reader.problem(.empty) }
    let root = try reader.value()
    reader.skipBlanks()
    guard reader.position == bytes.count else { throw reader.problem(.textAfterEnd) }
    return JSONDocument(bytes: bytes, root: root)
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private var current: UInt8? { position < bytes.count ? bytes[position] : nil }

  private func problem(_ kind: JSONProblem.Kind, at offset: Int? = nil) -> JSONProblem {
    // Whatever was expected instead: people who write comments want to read that it is one.
    let isComment = offset == nil && Self.startsComment(bytes[position...])
    return JSONProblem(kind: isComment ? .comment : kind, offset: offset ?? position)
  }

  /// Whether a comment of other languages starts here.
  static func startsComment(_ bytes: some Collection<UInt8>) -> Bool {
    bytes.starts(with: [UInt8(ascii: "/"), UInt8(ascii: "/")])
      || bytes.starts(with: [UInt8(ascii: "/"), UInt8(ascii: "*")])
  }

  private mutating func skipBlanks() {
    while let byte = current, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
      position += 1
    }
  }

  /// Takes the byte if it comes next.
  private mutating func take(_ byte: Unicode.Scalar) -> Bool {
    guard let next = current, UInt32(next) == byte.value else { return false }
    position += 1
    return true
  }

  private mutating func value() throws(JSONProblem) -> JSONNode {
    count += 1
    guard count <= Self.mostValues else { throw problem(.tooManyValues(limit: Self.mostValues)) }
    let start = position
    let value: JSONNode.Value
    switch current ?? 0 {
    case UInt8(ascii: "{"): value = try nested(Self.object)
    case UInt8(ascii: "["): value = try nested(Self.array)
    case UInt8(ascii: "\""): value = .string(try string())
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): value = .number(try number())
    default: value = try word()
    }
    return JSONNode(value: value, offset: start)
  }

  private mutating func nested(
    _ read: (inout JSONReader) throws(JSONProblem) -> JSONNode.Value
  ) throws(JSONProblem) -> JSONNode.Value {
    depth += 1
    guard depth <= Self.deepest else { throw problem(.tooDeep(limit: Self.deepest)) }
    position += 1
    skipBlanks()
    let value = try read(&self)
    depth -= 1
    return value
  }

  private static func array(_ reader: inout JSONReader) throws(JSONProblem) -> JSONNode.Value {
    var elements: [JSONNode] = []
    if reader.take("]") { return .array(elements) }
    while true {
      reader.skipBlanks()
      elements.append(try reader.value())
      reader.skipBlanks()
      if reader.take("]") { return .array(elements) }
      guard reader.take(",") else { throw reader.problem(.expected(.commaOrBracket)) }
    }
  }

  private static func object(_ reader: inout JSONReader) throws(JSONProblem) -> JSONNode.Value {
    var members: [JSONMember] = []
    var keys = Set<String>()
    if reader.take("}") { return .object(members) }
    while true {
      reader.skipBlanks()
      let start = reader.position
      guard reader.current == UInt8(ascii: "\"") else {
        throw reader.problem(.expected(.key))
      }
      let key = try reader.string()
      guard keys.insert(key).inserted else {
        throw reader.problem(.duplicateKey(key), at: start)
      }
      reader.skipBlanks()
      guard reader.take(":") else { throw reader.problem(.expected(.colon)) }
      reader.skipBlanks()
      members.append(JSONMember(key: key, offset: start, node: try reader.value()))
      reader.skipBlanks()
      if reader.take("}") { return .object(members) }
      guard reader.take(",") else { throw reader.problem(.expected(.commaOrBrace)) }
    }
  }

  private mutating func word() throws(JSONProblem) -> JSONNode.Value {
    let start = position
    while let byte = current, Self.isLetter(byte) { position += 1 }
    switch String(decoding: bytes[start..<position], as: UTF8.self) {
    case "null": return .null
    case "true": return .bool(true)
    case "false": return .bool(false)
    case "NaN", "nan", "Infinity", "inf": throw problem(.notANumber, at: start)
    case "": throw problem(.expected(.value))
    default: throw problem(.expected(.value), at: start)
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  /// Whether a byte can belong to a number.
  static func isNumberByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "+"),
      UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E"):
      true
    default: false
    }
  }

  private mutating func number() throws(JSONProblem) -> Double {
    let start = position
    _ = take("-")
    if take("I") { throw problem(.notANumber, at: start) }
    // A leading zero stands alone.
    if !take("0") { try digits(from: start) }
    if take(".") { try digits(from: start) }
    if take("e") || take("E") {
      if !take("-") { _ = take("+") }
      try digits(from: start)
    }
    if let next = current, Self.isNumberByte(next) || Self.isLetter(next) {
      throw problem(.notANumber, at: start)
    }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    guard let value = Double(text) else { throw problem(.notANumber, at: start) }
    guard value.isFinite else { throw problem(.numberTooLarge, at: start) }
    return value
  }

  private mutating func digits(from start: Int) throws(JSONProblem) {
    let first = position
    while let byte = current, byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") {
      position += 1
    }
    if position == first { throw problem(.notANumber, at: start) }
  }

  private mutating func string() throws(JSONProblem) -> String {
    let start = position
    position += 1
    var content: [UInt8] = []
    while true {
      guard let byte = current else { throw problem(.openString, at: start) }
      switch byte {
      case UInt8(ascii: "\""):
        position += 1
        guard let text = String(validating: content, as: UTF8.self) else {
          throw problem(.notUTF8, at: start)
        }
        return text
      case UInt8(ascii: "\\"): content.append(contentsOf: String(try escape()).utf8)
      case 0..<0x20: throw problem(.controlCharacter)
      default:
        content.append(byte)
        position += 1
      }
    }
  }

  private mutating func escape() throws(JSONProblem) -> Unicode.Scalar {
    let start = position
    position += 1
    guard let byte = current else { throw problem(.openString, at: start) }
    position += 1
    switch byte {
    case UInt8(ascii: "\""): return "\""
    case UInt8(ascii: "\\"): return "\\"
    case UInt8(ascii: "/"): return "/"
    case UInt8(ascii: "b"): return "\u{08}"
    case UInt8(ascii: "f"): return "\u{0C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): break
    default: throw problem(.badEscape, at: start)
    }
    let first = try hexadecimal(from: start)
    if let scalar = Unicode.Scalar(first) { return scalar }
    // Half of a pair: the other half must follow.
    guard first < 0xDC00, take("\\"), take("u") else { throw problem(.badEscape, at: start) }
    let second = try hexadecimal(from: start)
    guard (0xDC00...0xDFFF).contains(second),
      let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
    else { throw problem(.badEscape, at: start) }
    return scalar
  }

  private mutating func hexadecimal(from start: Int) throws(JSONProblem) -> UInt32 {
    guard position + 4 <= bytes.count,
      bytes[position..<position + 4].allSatisfy({ Self.isHexadecimal($0) }),
      let value = UInt32(String(decoding: bytes[position..<position + 4], as: UTF8.self), radix: 16)
    else { throw problem(.badEscape, at: start) }
    position += 4
    return value
  }

  private static func isHexadecimal(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
      || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte | 0x20)
  }
}
