import ByteSources

@testable import DelimitedText

/// A whole file as the scanner decodes it.
struct DecodedText {
  let utf8: [UInt8]
  let encoding: TextEncoding
  let hadByteOrderMark: Bool
  let problems: [DelimitedTextProblem]

  init(_ bytes: [UInt8], encoding known: TextEncoding? = nil, pieceBytes: Int = 1000) {
    let source = ByteSource(bytes)
    let survey = TextSurvey(source, encoding: known, pieceBytes: pieceBytes)
    var text = TextBuffer(source, survey, pieceBytes: pieceBytes)
    text.fill(to: .max)
    utf8 = Array(text.bytes[..<text.count])
    encoding = survey.encoding
    hadByteOrderMark = survey.hadByteOrderMark
    problems = survey.problems
  }
}

extension DelimitedTable {
  /// Read in pieces of a size.
  init(
    _ bytes: [UInt8], encoding: TextEncoding? = nil, delimiter: Delimiter? = nil,
    limits: ReadingLimits = ReadingLimits(), pieceBytes: Int
  ) {
    let scanner = DelimitedScanner(
      ByteSource(bytes), encoding: encoding, delimiter: delimiter, expectedFieldCount: nil,
      limits: limits, pieceBytes: pieceBytes)
    self.init(DelimitedReader(scanner), limits: limits)
  }

  init(text: String, delimiter: Delimiter? = nil, limits: ReadingLimits = ReadingLimits()) {
    self.init(Array(text.utf8), delimiter: delimiter, limits: limits)
  }

  var rows: [[String]] { records.map { $0.fields.map(\.text) } }
}

extension [DelimitedTextProblem] {
  var places: [[Int]] { map { [$0.line, $0.column] } }
  var kinds: [DelimitedTextProblem.Kind] { map(\.kind) }
}

/// SplitMix64: the same numbers on every machine.
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
