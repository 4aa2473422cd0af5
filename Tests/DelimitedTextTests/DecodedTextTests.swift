import DelimitedText
import Testing

@Suite struct DecodedTextTests {
  private let text = "Größe;Preis in €\r\n„5“;1,50\r\n"

  private func utf16(_ text: String, littleEndian: Bool) -> [UInt8] {
    text.utf16.flatMap { unit -> [UInt8] in
      let pair = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
      return littleEndian ? pair.reversed() : pair
    }
  }

  private func windows1252(_ text: String) -> [UInt8] {
    let codes: [Unicode.Scalar: UInt8] = ["€": 0x80, "„": 0x84, "“": 0x93]
    return text.unicodeScalars.map { codes[$0] ?? UInt8(truncatingIfNeeded: $0.value) }
  }

  @Test func `every encoding gives the same text`() {
    let mark = "\u{FEFF}"
    let cases: [([UInt8], TextEncoding, Bool)] = [
      (Array(text.utf8), .utf8, false),
      (Array((mark + text).utf8), .utf8, true),
      (utf16(text, littleEndian: true), .utf16LittleEndian, false),
      (utf16(text, littleEndian: false), .utf16BigEndian, false),
      (utf16(mark + text, littleEndian: true), .utf16LittleEndian, true),
      (utf16(mark + text, littleEndian: false), .utf16BigEndian, true),
      (windows1252(text), .windows1252, false),
    ]
    for (bytes, encoding, hadMark) in cases {
      let decoded = DecodedText(bytes)
      #expect(String(decoding: decoded.utf8, as: UTF8.self) == text)
      #expect(decoded.encoding == encoding)
      #expect(decoded.hadByteOrderMark == hadMark)
      #expect(decoded.problems.isEmpty)
      let table = DelimitedTable(bytes)
      #expect(table.rows == [["Größe", "Preis in €"], ["„5“", "1,50"]])
      #expect(table.records.first?.fields.last?.column == 7)
      let known = DecodedText(bytes, encoding: encoding)
      #expect(known.utf8.elementsEqual(decoded.utf8))
    }
  }

  @Test func `Windows-1252 is Latin-1 but for thirty-two bytes, five of which mean nothing`() {
    var undefined: [UInt8] = []
    for byte in UInt8(0x80)...0xFF {
      let decoded = DecodedText([0x61, byte], encoding: .windows1252)
      let scalar = String(decoding: decoded.utf8, as: UTF8.self).unicodeScalars.last
      if let problem = decoded.problems.first {
        #expect(problem.kind == .undefinedByte(byte))
        #expect(scalar == "\u{FFFD}")
        undefined.append(byte)
      } else if byte >= 0xA0 {
        #expect(scalar?.value == UInt32(byte))
      } else {
        #expect((scalar?.value ?? 0) > 0xFF)
      }
    }
    #expect(undefined == [0x81, 0x8D, 0x8F, 0x90, 0x9D])
  }

  /// Bytes of each encoding with the text that they are, from the tables that Unicode publishes.
  static let pages: [(TextEncoding, [UInt8], String)] = [
    (.windows1252, [0x80, 0x8A, 0x9F, 0xA4, 0xE4, 0xFF], "€ŠŸ¤äÿ"),
    (.latin9, [0xA0, 0xA4, 0xA6, 0xB8, 0xBE, 0xE4, 0xFF], "\u{A0}€ŠžŸäÿ"),
    (.codePage850, [0x80, 0x81, 0x84, 0x94, 0x9A, 0xE1, 0xF8, 0xFF], "ÇüäöÜß°\u{A0}"),
    (.macRoman, [0x80, 0x8A, 0x9A, 0x9F, 0xA7, 0xDB, 0xD0, 0xFF], "Ääöüß€–ˇ"),
  ]

  @Test(arguments: pages)
  func `an encoding that is stated counts`(
    encoding: TextEncoding, bytes: [UInt8], text: String
  ) {
    let decoded = DecodedText([0x61] + bytes + [0x62], encoding: encoding)
    #expect(String(decoding: decoded.utf8, as: UTF8.self) == "a\(text)b")
    #expect(decoded.problems.isEmpty)
    #expect(decoded.encoding == encoding)
  }

  @Test func `every byte of a code page is one character or none`() {
    for (encoding, _, _) in Self.pages {
      for byte in UInt8.min...UInt8.max {
        let decoded = DecodedText([0x61, byte], encoding: encoding)
        let count = String(decoding: decoded.utf8, as: UTF8.self).unicodeScalars.count
        #expect(count == (byte == 0 ? 0 : 2), "\(encoding) \(byte)")
      }
    }
    #expect(DecodedText([0x61, 0x85], encoding: .latin9).problems.kinds == [.undefinedByte(0x85)])
  }

  @Test func `a mark of another encoding than the stated one is refused`() {
    let marked = Array("\u{FEFF}ä;b\n".utf8)
    #expect(
      DecodedText(marked, encoding: .windows1252).problems.kinds
        == [.otherMark(of: .utf8, stated: .windows1252)])
    #expect(DecodedText(marked, encoding: .utf8).problems.isEmpty)
  }

  @Test func `UTF-8 that is read as stated otherwise is told`() {
    let text = Array("Größe;b\n".utf8)
    let decoded = DecodedText(text, encoding: .windows1252)
    #expect(decoded.problems.kinds == [.looksLikeUTF8(stated: .windows1252)])
    #expect(String(decoding: decoded.utf8, as: UTF8.self).hasPrefix("GrÃ¶ÃŸe"))
    #expect(DecodedText(Array("a;b\n".utf8), encoding: .windows1252).problems.isEmpty)
  }

  @Test func `a byte without meaning is placed`() {
    let decoded = DecodedText(windows1252("ä;ö\r\nüü") + [0x81])
    #expect(decoded.encoding == .windows1252)
    #expect(decoded.problems.places == [[2, 3]])
  }

  @Test func `one broken sequence doesn't turn UTF-8 into another encoding`() {
    let decoded = DecodedText(Array("ä;ö\nü;".utf8) + [0xC3])
    #expect(decoded.encoding == .utf8)
    #expect(decoded.problems.kinds == [.invalidUTF8])
    #expect(decoded.problems.places == [[2, 3]])
    #expect(String(decoding: decoded.utf8, as: UTF8.self) == "ä;ö\nü;\u{FFFD}")
    #expect(DecodedText([0xEF, 0xBB, 0xBF, 0x61, 0xFC]).problems.kinds == [.invalidUTF8])
  }

  @Test func `broken UTF-16 is reported`() {
    let lone: [UInt8] = [0xFF, 0xFE, 0x61, 0x00, 0x00, 0xD8, 0x62, 0x00]
    #expect(DecodedText(lone).problems.kinds == [.invalidUTF16])
    #expect(DecodedText(lone).problems.places == [[1, 2]])
    #expect(String(decoding: DecodedText(lone).utf8, as: UTF8.self) == "a\u{FFFD}b")
    #expect(DecodedText([0xFE, 0xFF, 0x00, 0x61, 0x00]).problems.kinds == [.invalidUTF16])
    let pair = DecodedText([0xFE, 0xFF, 0xD8, 0x3D, 0xDE, 0x00])
    #expect(String(decoding: pair.utf8, as: UTF8.self) == "😀")
  }

  /// The first bytes of each file, one character for each byte.
  @Test(
    arguments: [
      ("%PDF-1.7\n", .pdf), ("\u{D0}\u{CF}\u{11}\u{E0}\u{A1}\u{B1}\u{1A}\u{E1}", .oldOffice),
      ("PK\u{3}\u{4}\u{14}\0[Content_Types].xml xl/workbook.xml", .xlsx),
      ("PK\u{3}\u{4}\u{14}\0[Content_Types].xml word/document.xml", .docx),
      ("PK\u{3}\u{4}\u{14}\0mimetypeapplication/vnd.oasis.opendocument.spreadsheet", .ods),
      ("PK\u{3}\u{4}\u{14}\0\u{1}\u{2}", .zip), ("\u{1F}\u{8B}\u{8}\0", .gzip),
      ("<?xml version='1.0'?><a/>", .xml), ("<!DOCTYPE HTML><table>", .html),
      ("\u{EF}\u{BB}\u{BF}<html><table>", .html), ("{\\rtf1 a;b}", .rtf),
    ] as [(String, FileKind)])
  func `files of another kind are recognised`(opening: String, kind: FileKind) {
    let table = DelimitedTable(opening.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) })
    #expect(table.problems.kinds == [.notText(kind)])
    #expect(table.problems.first?.isFatal == true)
    #expect(table.records.isEmpty)
  }

  @Test func `a NUL is reported with its place, and nothing is read`() {
    let table = DelimitedTable(text: "a;b\nä;x\0y\n")
    #expect(table.problems.kinds == [.nulByte])
    #expect(table.problems.places == [[2, 4]])
    #expect(table.records.isEmpty)
    #expect(
      DelimitedTable([0xFF, 0xFE, 0, 0, 0x61, 0, 0, 0]).problems.kinds == [.unsupportedEncoding])
  }
}
