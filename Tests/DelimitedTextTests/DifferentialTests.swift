import ByteSources
import Testing

@testable import DelimitedText

/// The scanner against the plain reference reader: the same records, texts, places and problems for
/// every file, wherever the pieces that it is read in end.
@Suite struct DifferentialTests {
  private static let words: [[UInt8]] =
    [
      "", "a", "1,5", "x y", "ü", "€", "😀", "\u{301}", "\"", "\"\"", "\"a\"", "\"a;b\"", "\"a\nb\"",
      "\"\r\n\"", "\"\r\"", "\"a\"\"b\"", "\"a\" ", "\"a\" b", "\"a\"b\"c\"", "5\" disk", " ", "\t",
      "  \t",
      "sep=;",
      "ein längerer Text, der über einen Block von vierundsechzig Bytes hinausgeht und mehr",
      "\"ein längerer Text; der über einen Block\nvon \"\"vierundsechzig\"\" Bytes hinausgeht, und mehr\"",
    ].map { Array($0.utf8) }
  private static let breaks: [[UInt8]] = [
    ";", ";", ";", ",", "\t", "|", "\n", "\r\n", "\r", "\n\n",
  ]
  .map { Array($0.utf8) }
  private static let faults: [[UInt8]] = [
    [0], [0xC3], [0xE2, 0x82], [0xF0, 0x9F], [0xED, 0xA0, 0x80], [0xFF], [0x81], [0xE4], [0xFC],
    [0xC0, 0x80], [0xF4, 0x90, 0x80, 0x80],
  ]
  private static let openings: [[UInt8]] = [
    [], [], [], [0xEF, 0xBB, 0xBF], [0xFF, 0xFE], [0xFE, 0xFF], Array("sep=;\r\n".utf8),
    Array("sep=|\n".utf8),
  ]

  private func file(_ generator: inout SeededGenerator) -> [UInt8] {
    var bytes = Self.openings.randomElement(using: &generator) ?? []
    for _ in 0..<Int.random(in: 0...30, using: &generator) {
      bytes += Self.words.randomElement(using: &generator) ?? []
      bytes += Self.breaks.randomElement(using: &generator) ?? []
    }
    if Int.random(in: 0..<4, using: &generator) == 0 {
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        let place = Int.random(in: 0...bytes.count, using: &generator)
        bytes.insert(
          contentsOf: Self.faults.randomElement(using: &generator) ?? [], at: place)
      }
    }
    if Int.random(in: 0..<8, using: &generator) == 0 {
      bytes = String(decoding: bytes, as: UTF8.self).utf16.flatMap {
        [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)]
      }
      if Bool.random(using: &generator) { bytes.append(0x61) }
    }
    return bytes
  }

  private func limits(_ generator: inout SeededGenerator) -> ReadingLimits {
    var limits = ReadingLimits()
    guard Int.random(in: 0..<3, using: &generator) == 0 else { return limits }
    limits.fieldBytes = Int.random(in: 0...12, using: &generator)
    limits.fieldsPerRecord = Int.random(in: 1...4, using: &generator)
    limits.records = Int.random(in: 0...6, using: &generator)
    return limits
  }

  @Test(arguments: 0..<16 as Range<UInt64>)
  func `any file read in any pieces gives what the reference gives`(seed: UInt64) {
    var generator = SeededGenerator(state: seed &* 7919)
    for _ in 0..<150 {
      let bytes = file(&generator)
      let limits = limits(&generator)
      let delimiter: Delimiter? = Bool.random(using: &generator) ? .semicolon : nil
      let encoding =
        Int.random(in: 0..<4, using: &generator) == 0
        ? TextEncoding.allCases.randomElement(using: &generator) : nil
      for pieceBytes in [1, 2, 3, 7, 64, 1 << 18] {
        expectSame(bytes, encoding, delimiter, limits, pieceBytes: pieceBytes)
      }
    }
  }

  @Test(arguments: [1000, 64 << 10])
  func `records much longer than a piece keep their texts and places`(pieceBytes: Int) {
    let long = String(repeating: "ein Text; mit \"\"Zitat\"\" und\r\nZeilen, ", count: 4000)
    let files = [
      "a;b\n1;\"\(long)\";x\n2;y\n", "a;b\n1;\"\(long)\n2;y\n",
      "a;b\n\"x\"\(String(repeating: " ", count: 300_000))y;\"z\"\n3;4",
      "a;b\n\(String(repeating: "ü", count: 200_000));\"z\"\n\"q\"x;4",
      "a;b\n\(String(repeating: "\"a\"b;", count: 40_000))\n1;2",
      "a;b\n\(String(repeating: " ", count: 300_000))\r\n1;2\n",
      "a;b\n\(String(repeating: " ", count: 300_000))x\r\n1;2\n",
      "a;b\n\"\(String(repeating: "\r\n", count: 100_000))\";x\r\n\"",
    ]
    for fieldBytes in [5, 1000, 1 << 20] {
      var limits = ReadingLimits()
      limits.fieldBytes = fieldBytes
      limits.fieldsPerRecord = 9
      for file in files {
        expectSame(Array(file.utf8), nil, .semicolon, limits, pieceBytes: pieceBytes)
      }
    }
  }

  private func expectSame(
    _ bytes: [UInt8], _ encoding: TextEncoding?, _ delimiter: Delimiter?, _ limits: ReadingLimits,
    pieceBytes: Int
  ) {
    var reference = ReferenceReader(
      bytes, encoding: encoding, delimiter: delimiter, limits: limits)
    var records: [Record] = []
    while let record = reference.next() { records.append(record) }
    var table = limits
    table.cells = .max
    let found = DelimitedTable(
      bytes, encoding: encoding, delimiter: delimiter, limits: table, pieceBytes: pieceBytes)
    let context: Comment = "\(bytes.count < 300 ? bytes : []) in pieces of \(pieceBytes)"
    #expect(found.dialect == reference.dialect, context)
    #expect(found.records == records, context)
    #expect(found.problems == reference.problems, context)
    #expect(found.omittedProblemCount == reference.omittedProblemCount, context)
    #expect(found.blankLineCount == reference.blankLineCount, context)
  }

  /// Memory is bounded by the limits, not by the file.
  @Test(arguments: ["\"", "x", " ", "\"a\"", "\"a\"\"", "a;"])
  func `what no one will ask for is not kept`(unit: String) {
    var limits = ReadingLimits()
    limits.fieldBytes = 100
    limits.fieldsPerRecord = 10
    let opening = unit == "a;" ? "" : unit == "\"a\"\"" ? "\"" : unit
    let bytes = Array((opening + String(repeating: unit, count: 300_000)).utf8)
    var scanner = DelimitedScanner(
      ByteSource(bytes), encoding: nil, delimiter: .semicolon, expectedFieldCount: nil,
      limits: limits, pieceBytes: 1000)
    var largest = 0
    while scanner.next() { largest = max(largest, scanner.text.count) }
    #expect(largest < TableShape.sampleBytes + 4000)
  }
}
