/// The characters of an encoding in which each byte is one, after the tables that Unicode publishes
/// for their owners (CP1252.TXT, 8859-15.TXT, CP850.TXT, ROMAN.TXT).
struct CodePage: Sendable {
  /// The characters of the bytes from 80 on; U+0000 for those that mean nothing.
  private let upper: [Unicode.Scalar]

  /// The table of an encoding; nil for those in which a character may be several bytes.
  init?(_ encoding: TextEncoding) {
    switch encoding {
    case .utf8, .utf16LittleEndian, .utf16BigEndian: return nil
    case .windows1252: self = Self.windows1252
    case .latin9: self = Self.latin9
    case .codePage850: self = Self.codePage850
    case .macRoman: self = Self.macRoman
    }
  }

  private init(_ characters: String) {
    upper = Array(characters.unicodeScalars)
  }

  /// The character of a byte; nil if it means nothing, as 81, 8D, 8F, 90 and 9D in Windows-1252.
  func scalar(_ byte: UInt8) -> Unicode.Scalar? {
    guard byte >= 0x80 else { return Unicode.Scalar(byte) }
    let scalar = upper[Int(byte) - 0x80]
    return scalar.value == 0 ? nil : scalar
  }

  private static let windows1252 = CodePage(
    "€\0‚ƒ„…†‡ˆ‰Š‹Œ\0Ž\0\0‘’“”•–—˜™š›œ\0žŸ"
      + "\u{A0}¡¢£¤¥¦§¨©ª«¬\u{AD}®¯°±²³´µ¶·¸¹º»¼½¾¿"
      + "ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞß"
      + "àáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ")

  /// The controls from 80 to 9F are none that a table holds: whoever finds one has another encoding.
  private static let latin9 = CodePage(
    String(repeating: "\0", count: 32)
      + "\u{A0}¡¢£€¥Š§š©ª«¬\u{AD}®¯°±²³Žµ¶·ž¹º»ŒœŸ¿"
      + "ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞß"
      + "àáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ")

  private static let codePage850 = CodePage(
    "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒ"
      + "áíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐"
      + "└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀"
      + "ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u{AD}±‗¾¶§÷¸°¨·¹³²■\u{A0}")

  private static let macRoman = CodePage(
    "ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü"
      + "†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø"
      + "¿¡¬√ƒ≈∆«»…\u{A0}ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ"
      + "‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\u{F8FF}ÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ")
}
