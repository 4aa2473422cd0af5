extension UInt8 {
  static let tab: UInt8 = 0x09
  static let lineFeed: UInt8 = 0x0A
  static let carriageReturn: UInt8 = 0x0D
  static let space: UInt8 = 0x20
  static let quote: UInt8 = 0x22
  static let apostrophe: UInt8 = 0x27

  /// Whether a character begins with this byte of UTF-8, rather than going on with it.
  var beginsScalar: Bool { self & 0xC0 != 0x80 }

  var isLineEnd: Bool { self == .lineFeed || self == .carriageReturn }

  var isDigit: Bool { (0x30...0x39).contains(self) }
}
