/// How the characters of a text file are written as bytes.
///
/// The raw value is the name that a decision states it by. Those behind Windows-1252 can't be told
/// from it and are used only where they are stated.
public enum TextEncoding: String, Sendable, Hashable, CaseIterable {
  /// UTF-8, with or without a byte-order mark.
  case utf8 = "utf-8"
  /// UTF-16, low byte first ("Unicode" in Windows programs).
  case utf16LittleEndian = "utf-16le"
  /// UTF-16, high byte first.
  case utf16BigEndian = "utf-16be"
  /// Windows-1252, what Western versions of Excel write as plain "CSV".
  case windows1252 = "windows-1252"
  /// ISO 8859-15, Latin-1 with the euro sign, of older Unix systems.
  case latin9 = "iso-8859-15"
  /// Code page 850, what Western versions of Excel write as "CSV (MS-DOS)".
  case codePage850 = "cp850"
  /// Mac Roman, what Excel writes as "CSV (Macintosh)".
  case macRoman = "macintosh"

  /// Whether each byte is a character.
  var isSingleByte: Bool { CodePage(self) != nil }
}

extension TextEncoding {
  /// The bytes that some programs put in front of the text to tell its encoding.
  var byteOrderMark: [UInt8] {
    switch self {
    case .utf8: [0xEF, 0xBB, 0xBF]
    case .utf16LittleEndian: [0xFF, 0xFE]
    case .utf16BigEndian: [0xFE, 0xFF]
    case .windows1252, .latin9, .codePage850, .macRoman: []
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
