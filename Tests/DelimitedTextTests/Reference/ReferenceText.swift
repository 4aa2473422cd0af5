@testable import DelimitedText

/// A whole text file as UTF-8, decoded by the standard library's codecs.
struct ReferenceText: Sendable {
  /// The text as valid UTF-8 without a byte-order mark; its indices are those of the file only if
  /// the file was UTF-8.
  let utf8: ArraySlice<UInt8>
  /// How the file was written; UTF-8 if nothing could be read.
  let encoding: TextEncoding
  /// Whether a byte-order mark stood in front.
  let hadByteOrderMark: Bool
  /// What was wrong with the bytes; a fatal problem leaves the text empty.
  let problems: [DelimitedTextProblem]
  /// How many problems were left out of ``problems``, where a kind came too often.
  let omittedProblemCount: Int

  /// Recognises the encoding and decodes.
  ///
  /// A byte-order mark decides; then UTF-16 where zero bytes make it evident; then UTF-8, if the
  /// bytes are valid or at least hold more valid sequences than faults; else Windows-1252.
  ///
  /// - Parameters:
  ///   - bytes: the whole file.
  ///   - encoding: the encoding, if it is known; a byte-order mark of that encoding is still
  ///   removed.
  /// - Complexity: O(*n*); valid UTF-8 isn't copied.
  init(_ bytes: [UInt8], encoding known: TextEncoding? = nil) {
    if let problem = Self.refusal(of: bytes) {
      self.init(refused: problem)
      return
    }
    let stated = TextEncoding.stated(by: bytes)
    if let stated, let known, stated != known {
      self.init(
        refused: DelimitedTextProblem(
          kind: .otherMark(of: stated, stated: known), line: 1, column: 1))
      return
    }
    let chosen = known ?? stated ?? TextEncoding.evidentUTF16(in: bytes, byteCount: bytes.count)
    let hadMark = stated != nil && stated == chosen
    let content = bytes[(hadMark ? stated?.byteOrderMark.count ?? 0 : 0)...]
    if chosen == nil || chosen == .utf8, Self.isValidUTF8(content) {
      self.init(
        text: content, encoding: .utf8, hadByteOrderMark: hadMark, log: ([], omittedCount: 0))
      return
    }
    var decoder = Decoder()
    let encoding = decoder.decode(content, as: chosen)
    var log = decoder.log()
    let pages: Set<TextEncoding> = [.windows1252, .latin9, .codePage850, .macRoman]
    if let known, pages.contains(known), Self.isValidUTF8(content),
      content.contains(where: { $0 >= 0x80 })
    {
      let problem = DelimitedTextProblem(kind: .looksLikeUTF8(stated: known), line: 1, column: 1)
      log.problems.insert(problem, at: 0)
    }
    self.init(text: decoder.output[...], encoding: encoding, hadByteOrderMark: hadMark, log: log)
  }

  private init(
    text: ArraySlice<UInt8>, encoding: TextEncoding, hadByteOrderMark: Bool,
    log: (problems: [DelimitedTextProblem], omittedCount: Int)
  ) {
    if let problem = Self.refusal(ofDecoded: text) {
      self.init(refused: problem)
    } else {
      self.init(
        utf8: text, encoding: encoding, hadByteOrderMark: hadByteOrderMark, problems: log.problems,
        omittedProblemCount: log.omittedCount)
    }
  }

  private init(refused problem: DelimitedTextProblem) {
    self.init(
      utf8: [], encoding: .utf8, hadByteOrderMark: false, problems: [problem],
      omittedProblemCount: 0)
  }

  private init(
    utf8: ArraySlice<UInt8>, encoding: TextEncoding, hadByteOrderMark: Bool,
    problems: [DelimitedTextProblem], omittedProblemCount: Int
  ) {
    self.utf8 = utf8
    self.encoding = encoding
    self.hadByteOrderMark = hadByteOrderMark
    self.problems = problems
    self.omittedProblemCount = omittedProblemCount
  }

  /// What can be told only once a byte-order mark is gone and the characters are known.
  private static func refusal(ofDecoded text: ArraySlice<UInt8>) -> DelimitedTextProblem? {
    if let kind = FileKind.recognise(Array(text.prefix(64))) {
      return DelimitedTextProblem(kind: .notText(kind), line: 1, column: 1)
    }
    guard let zero = text.firstIndex(of: 0) else { return nil }
    var place = ReferencePlace()
    place.advance(over: text[..<zero])
    return DelimitedTextProblem(kind: .nulByte, line: place.line, column: place.column)
  }

  private static func refusal(of bytes: [UInt8]) -> DelimitedTextProblem? {
    if let kind = FileKind.recognise(bytes) {
      return DelimitedTextProblem(kind: .notText(kind), line: 1, column: 1)
    }
    let utf32: [[UInt8]] = [[0xFF, 0xFE, 0, 0], [0, 0, 0xFE, 0xFF]]
    if utf32.contains(where: bytes.starts(with:)) {
      return DelimitedTextProblem(kind: .unsupportedEncoding, line: 1, column: 1)
    }
    return nil
  }

  private static func isValidUTF8(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.withUnsafeBufferPointer { (try? UTF8Span(validating: $0.span)) != nil }
  }
}

/// Writes UTF-8 and remembers where the input was at fault.
private struct Decoder {
  private(set) var output: [UInt8] = []
  private var faults: [(offset: Int, kind: DelimitedTextProblem.Kind)] = []
  private var omittedCount = 0

  /// Decodes as stated, or else as UTF-8 or Windows-1252, whichever suits better.
  mutating func decode(_ bytes: ArraySlice<UInt8>, as encoding: TextEncoding?) -> TextEncoding {
    switch encoding {
    case .utf8?: _ = decodeUTF8(bytes)
    case .utf16LittleEndian?: decodeUTF16(bytes, littleEndian: true)
    case .utf16BigEndian?: decodeUTF16(bytes, littleEndian: false)
    case .windows1252?, .latin9?, .codePage850?, .macRoman?:
      decodeSingleBytes(bytes, encoding ?? .windows1252)
    case nil:
      let counts = decodeUTF8(bytes)
      if counts.valid > counts.invalid { return .utf8 }
      self = Decoder()
      decodeSingleBytes(bytes, .windows1252)
      return .windows1252
    }
    return encoding ?? .utf8
  }

  private mutating func decodeUTF8(_ bytes: ArraySlice<UInt8>) -> (valid: Int, invalid: Int) {
    output.reserveCapacity(bytes.count)
    var counts = (valid: 0, invalid: 0)
    var parser = UTF8()
    var iterator = bytes.makeIterator()
    while true {
      switch parser.decode(&iterator) {
      case .scalarValue(let scalar):
        if !scalar.isASCII { counts.valid += 1 }
        append(scalar)
      case .emptyInput: return counts
      case .error:
        counts.invalid += 1
        fail(.invalidUTF8)
      }
    }
  }

  private mutating func decodeSingleBytes(_ bytes: ArraySlice<UInt8>, _ encoding: TextEncoding) {
    let page = CodePage(encoding)
    output.reserveCapacity(bytes.count + bytes.count / 8)
    for byte in bytes {
      if let scalar = page?.scalar(byte) {
        append(scalar)
      } else {
        fail(.undefinedByte(byte))
      }
    }
  }

  private mutating func decodeUTF16(_ bytes: ArraySlice<UInt8>, littleEndian: Bool) {
    output.reserveCapacity(bytes.count)
    var units = UnitIterator(rest: bytes, littleEndian: littleEndian)
    var parser = UTF16()
    decoding: while true {
      switch parser.decode(&units) {
      case .scalarValue(let scalar): append(scalar)
      case .emptyInput: break decoding
      case .error: fail(.invalidUTF16)
      }
    }
    if !bytes.count.isMultiple(of: 2) { fail(.invalidUTF16) }
  }

  private mutating func append(_ scalar: Unicode.Scalar) {
    output.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
  }

  private mutating func fail(_ kind: DelimitedTextProblem.Kind) {
    if faults.count < ProblemLog.perKind {
      faults.append((output.count, kind))
    } else {
      omittedCount += 1
    }
    output.append(contentsOf: UTF8.encodedReplacementCharacter)
  }

  /// The faults with their lines and columns.
  func log() -> (problems: [DelimitedTextProblem], omittedCount: Int) {
    var place = ReferencePlace()
    var offset = 0
    let problems = faults.map { fault in
      place.advance(over: output[offset..<fault.offset])
      offset = fault.offset
      return DelimitedTextProblem(kind: fault.kind, line: place.line, column: place.column)
    }
    return (problems, omittedCount)
  }
}

/// The 16-bit units of some bytes; a last odd byte is left out.
private struct UnitIterator: IteratorProtocol {
  var rest: ArraySlice<UInt8>
  let littleEndian: Bool

  mutating func next() -> UInt16? {
    guard rest.count >= 2 else { return nil }
    let first = UInt16(rest[rest.startIndex])
    let second = UInt16(rest[rest.startIndex + 1])
    rest = rest.dropFirst(2)
    return littleEndian ? second << 8 | first : first << 8 | second
  }
}

/// A place in a text, moved forward over its bytes.
struct ReferencePlace {
  private(set) var line = 1
  private(set) var column = 1
  private var followsCarriageReturn = false

  mutating func advance(over bytes: ArraySlice<UInt8>) {
    for byte in bytes {
      switch byte {
      case .lineFeed where followsCarriageReturn: break
      case .lineFeed, .carriageReturn:
        line += 1
        column = 1
      case _ where byte.beginsScalar: column += 1
      default: break
      }
      followsCarriageReturn = byte == .carriageReturn
    }
  }
}
