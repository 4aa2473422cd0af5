import ByteSources
import Testing

@testable import DelimitedText

/// Checking UTF-8 64 bytes at a time against the standard library, around every edge of a block and
/// of a piece.
@Suite struct PlainCheckTests {
  private static let sequences: [[UInt8]] =
    ["ä", "\u{7FF}", "\u{800}", "€", "\u{D7FF}", "\u{E000}", "\u{FFFF}", "\u{10000}", "\u{10FFFF}"]
    .map { Array($0.utf8) } + [
      [0x80], [0xBF], [0xC0, 0x80], [0xC1, 0xBF], [0xC2], [0xC3, 0x41], [0xE0, 0x9F, 0xBF],
      [0xE2, 0x82], [0xE2, 0x41, 0x82], [0xED, 0xA0, 0x80], [0xED, 0xBF, 0xBF],
      [0xF0, 0x8F, 0xBF, 0xBF],
      [0xF0, 0x9F, 0x98], [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80],
      [0xF8, 0x88, 0x80, 0x80],
      [0xFF], [0xE2, 0x82, 0xAC, 0xAC], [0xC3, 0xA4, 0xA4],
    ]

  @Test(arguments: ["a", "ä", "€", "😀"])
  func `validity is that of the standard library`(filler: String) throws {
    for sequence in Self.sequences {
      for before in 0..<67 {
        let filling = Array(repeating: Array(filler.utf8), count: before).joined()
        for after in [0, 1, 64] {
          let bytes =
            filling + sequence + Array(repeating: Array(filler.utf8), count: after).joined()
          let isValid = String(validating: bytes, as: UTF8.self) != nil
          for pieceBytes in [61, 4096] {
            let check = try PlainCheck(ByteSource(Array(bytes)), from: 0, pieceBytes: pieceBytes)
            #expect(check.isValidUTF8 == isValid, "\(sequence) behind \(before) × \(filler)")
            #expect(check.byteCount == bytes.count)
            #expect(!check.hasZero)
          }
        }
      }
    }
  }

  @Test func `a zero byte is found anywhere`() throws {
    for count in [1, 64, 65, 200] {
      for place in 0..<count {
        var bytes = [UInt8](repeating: 0xC3, count: count)
        bytes[place] = 0
        for pieceBytes in [1, 100, 4096] {
          let check = try PlainCheck(ByteSource(bytes), from: 0, pieceBytes: pieceBytes)
          #expect(check.hasZero)
        }
      }
    }
  }
}
