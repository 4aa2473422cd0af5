import Testing

@testable import MatrixFile

@Suite struct JSONReaderTests {
  @Test func valuesAreRead() throws {
    let text =
      #"{"a": [1, -2.5e3, 0, 1e-400], "b": "x\n\u00e4\ud83d\ude00\\", "c": [true, null, {}]}"#
    let root = try JSONReader.read(Array(text.utf8)).root
    guard case .array(let numbers)? = root["a"]?.value else {
      Issue.record("no list")
      return
    }
    let figures = numbers.map { node in
      if case .number(let value) = node.value { value } else { Double.nan }
    }
    #expect(figures == [1, -2500, 0, 0])
    guard case .string(let string)? = root["b"]?.value else {
      Issue.record("no text")
      return
    }
    #expect(string == "x\nä😀\\")
    #expect(root["d"] == nil)
  }

  @Test(arguments: [
    ("", 0, JSONProblem.Kind.empty), ("{", 1, .expected(.key)), ("[1,]", 3, .expected(.value)),
    ("[1 2]", 3, .expected(.commaOrBracket)), ("{\"a\" 1}", 5, .expected(.colon)),
    ("{\"a\":1,}", 7, .expected(.key)), ("{\"a\":1 \"b\":2}", 7, .expected(.commaOrBrace)),
    ("{\"a\":1,\"a\":2}", 7, .duplicateKey("a")), ("[NaN]", 1, .notANumber),
    ("[-Infinity]", 1, .notANumber), ("[01]", 1, .notANumber), ("[1.]", 1, .notANumber),
    ("[.5]", 1, .expected(.value)), ("[1e]", 1, .notANumber), ("[+1]", 1, .expected(.value)),
    ("[0x10]", 1, .notANumber), ("[1e400]", 1, .numberTooLarge), ("[\"\\x\"]", 2, .badEscape),
    ("[\"\\ud800\"]", 2, .badEscape), ("[\"a\tb\"]", 3, .controlCharacter),
    ("[\"abc", 1, .openString), ("[\"abc\\", 5, .openString), ("[] x", 3, .textAfterEnd),
    ("// no\n[]", 0, .comment), ("[nul]", 1, .expected(.value)),
  ])
  func faultsAreNamedWithTheirPlace(text: String, offset: Int, kind: JSONProblem.Kind) {
    #expect(throws: JSONProblem(kind: kind, offset: offset)) {
      try JSONReader.read(Array(text.utf8))
    }
  }

  @Test func invalidUTF8IsRefused() {
    #expect(throws: JSONProblem(kind: .notUTF8, offset: 1)) {
      try JSONReader.read(Array("[\"".utf8) + [0xFF] + Array("\"]".utf8))
    }
  }

  @Test func nestingIsLimited() throws {
    let deepest = JSONReader.deepest
    let nested = { (depth: Int) in
      [UInt8](repeating: UInt8(ascii: "["), count: depth)
        + [UInt8](repeating: UInt8(ascii: "]"), count: depth)
    }
    _ = try JSONReader.read(nested(deepest))
    #expect(throws: JSONProblem(kind: .tooDeep(limit: deepest), offset: deepest)) {
      try JSONReader.read(nested(deepest + 1))
    }
    #expect(throws: JSONProblem.self) { try JSONReader.read(nested(1_000_000)) }
  }

  @Test func placesCountLinesAndCharacters() {
    let bytes = Array("{\n  \"ä\": 1}".utf8)
    let offset = bytes.firstIndex(of: UInt8(ascii: "1")) ?? 0
    let place = JSONDocument.place(of: offset, in: bytes)
    #expect(place.line == 2)
    #expect(place.column == 8)
  }

  @Test(arguments: [0.0, 1, -1, 0.1, 1e300, 1e-310, 123456789.25, -2.5e-7, 1 / 3] as [Double])
  func writtenNumbersReadBack(_ figure: Double) throws {
    let bytes = JSONValue.numbers([figure]).bytes
    guard case .array(let elements) = try JSONReader.read(bytes).root.value,
      case .number(let value)? = elements.first?.value
    else {
      Issue.record("no number")
      return
    }
    #expect(value == figure)
  }

  @Test func writtenTextReadsBack() throws {
    let text = "\"\\\n\r\t\u{1}\u{7F}ä😀"
    let bytes = JSONValue.object([.init(text, .text(text))]).bytes
    guard case .string(let value)? = try JSONReader.read(bytes).root[text]?.value else {
      Issue.record("no text")
      return
    }
    #expect(value == text)
  }

  @Test func notFiniteIsNotWritten() {
    #expect(!JSONValue.array([.numbers([1, .nan])]).isWritable)
    #expect(!JSONValue.object([.init("a", .number(.infinity))]).isWritable)
    #expect(JSONValue.object([.init("a", .numbers([1, 2]))]).isWritable)
  }
}
