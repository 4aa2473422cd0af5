import DelimitedText
import Testing

/// Damaged and random files from a fixed seed: reading ends, places lie in the file, and no more
/// comes out than went in.
@Suite struct DelimitedFuzzTests {
  private static let originals = [
    "sep=;\r\nNr;Name;Preis\r\n1;\"a;\"\"b\"\"\";1,5\r\n2;ü;-3\r\n",
    "\u{FEFF}a,b,c\n1,2,3\n\"x\ny\",,\n",
    "a\tb\n1\t2\n\n3\t4",
    "|\"|\"\"|\r\r\n\"",
  ].map { Array($0.utf8) }

  private static let pieces: [[UInt8]] =
    ["\"", "\"\"", ";", ",", "\n", "\r", "\r\n", "\t", "|", "sep=", "€", " "]
    .map { Array($0.utf8) }
    + [[0], [0xFF, 0xFE], [0xC3], [0x81], [0xED, 0xA0, 0x80], [0xEF, 0xBB, 0xBF]]

  @Test(arguments: 0..<8 as Range<UInt64>)
  func `damaged files do no harm`(seed: UInt64) {
    var generator = SeededGenerator(state: seed)
    for round in 0..<300 {
      var bytes = Self.originals.randomElement(using: &generator) ?? []
      if round.isMultiple(of: 10) {
        bytes = (0..<40).map { _ in UInt8.random(in: 0...255, using: &generator) }
      }
      for _ in 0..<Int.random(in: 1..<6, using: &generator) {
        let place = Int.random(in: 0...bytes.count, using: &generator)
        if Bool.random(using: &generator) {
          let piece = Self.pieces.randomElement(using: &generator) ?? []
          bytes.insert(contentsOf: piece, at: place)
        } else {
          let end = min(bytes.count, place + Int.random(in: 0..<5, using: &generator))
          bytes.removeSubrange(place..<end)
        }
      }
      check(bytes, encoding: TextEncoding.allCases.randomElement(using: &generator))
      check(bytes, encoding: nil)
    }
  }

  private func check(_ bytes: [UInt8], encoding: TextEncoding?) {
    let text = DecodedText(bytes, encoding: encoding)
    let table = DelimitedTable(bytes, encoding: encoding)
    let content = String(decoding: text.utf8, as: UTF8.self).unicodeScalars
    // Line ends as the reader counts them, by another way.
    var lines = 1
    var previous: Unicode.Scalar = "x"
    for scalar in content {
      if scalar == "\r" || scalar == "\n" && previous != "\r" { lines += 1 }
      previous = scalar
    }
    var textBytes = 0
    var fields = 0
    var last = (line: 0, column: 0)
    for record in table.records {
      #expect(!record.fields.isEmpty)
      for field in record.fields {
        textBytes += field.text.utf8.count
        fields += 1
        #expect((last.line, last.column) < (field.line, field.column))
        #expect(field.line <= lines)
        last = (field.line, field.column)
      }
    }
    #expect(textBytes <= text.utf8.count)
    #expect(fields <= text.utf8.count + 1)
    #expect(table.records.map(\.rowNumber) == table.records.map(\.rowNumber).sorted())
    for problem in table.problems {
      #expect(
        problem.line >= 1 && problem.line <= max(lines, problem.isFatal ? bytes.count + 1 : 1))
      #expect(problem.column >= 1)
    }
    if table.records.isEmpty { #expect(!table.problems.isEmpty) }
  }
}
