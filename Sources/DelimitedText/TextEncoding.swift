/// How the characters of a text file are written as bytes.
public enum TextEncoding: Sendable, Hashable, CaseIterable {
  /// UTF-8, with or without a byte-order mark.
  case utf8
  /// UTF-16, low byte first ("Unicode" in Windows programs).
  case utf16LittleEndian
  /// UTF-16, high byte first.
  case utf16BigEndian
  /// Windows-1252, what Western versions of Excel write as plain "CSV".
  case windows1252
}

extension TextEncoding {
  /// The bytes that some programs put in front of the text to tell its encoding.
  var byteOrderMark: [UInt8] {
    switch self {
    case .utf8: [0xEF, 0xBB, 0xBF]
    case .utf16LittleEndian: [0xFF, 0xFE]
    case .utf16BigEndian: [0xFE, 0xFF]
    case .windows1252: []
    }
  }

  /// The encoding that a byte-order mark at the start states.
  static func stated(by bytes: [UInt8]) -> TextEncoding? {
    [.utf8, .utf16LittleEndian, .utf16BigEndian].first { bytes.starts(with: $0.byteOrderMark) }
  }

  /// UTF-16 without a mark, where it is evident: of every two bytes one place is never zero, while
  /// the other is zero in a tenth of all cases or more (digits, delimiters, line ends, Latin
  /// letters).
  ///
  /// - Parameters:
  ///   - bytes: the first bytes of the file, 8192 at least where it has as many.
  ///   - byteCount: the length of the file.
  static func evidentUTF16(in bytes: [UInt8], byteCount: Int) -> TextEncoding? {
    let sample = bytes.prefix(1 << 13)
    guard sample.count >= 4, byteCount.isMultiple(of: 2) else { return nil }
    var zeros = (even: 0, odd: 0)
    for (index, byte) in sample.enumerated() where byte == 0 {
      if index.isMultiple(of: 2) { zeros.even += 1 } else { zeros.odd += 1 }
    }
    let enough = max(1, sample.count / 20)
    if zeros.even == 0, zeros.odd >= enough { return .utf16LittleEndian }
    if zeros.odd == 0, zeros.even >= enough { return .utf16BigEndian }
    return nil
  }
}

/// The characters of Windows-1252, after the table that Microsoft gave to Unicode (CP1252.TXT):
/// equal to Latin-1 except for 0x80 to 0x9F, where five bytes have no meaning.
enum Windows1252 {
  /// The character of a byte; nil for 81, 8D, 8F, 90 and 9D.
  static func scalar(_ byte: UInt8) -> Unicode.Scalar? {
    guard (0x80...0x9F).contains(byte) else { return Unicode.Scalar(byte) }
    let value = upper[Int(byte) - 0x80]
    return value == 0 ? nil : Unicode.Scalar(value)
  }

  private static let upper: [UInt16] = [
    0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,
    0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178,
  ]
}
