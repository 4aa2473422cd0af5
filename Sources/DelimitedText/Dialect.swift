/// The character between two fields: one ASCII byte that can't be mistaken for anything else.
public struct Delimiter: RawRepresentable, Sendable, Hashable {
  /// The byte itself.
  public let rawValue: UInt8

  /// A delimiter; nil for letters, digits, blanks, quotes, line ends, controls other than the tab,
  /// and whatever isn't ASCII.
  public init?(rawValue: UInt8) {
    let isPunctuation = (0x21...0x7E).contains(rawValue) && rawValue != .quote
    let letter = rawValue | 0x20
    guard rawValue == .tab || isPunctuation, !rawValue.isDigit, !(0x61...0x7A).contains(letter)
    else { return nil }
    self.rawValue = rawValue
  }

  private init(_ rawValue: UInt8) {
    self.rawValue = rawValue
  }

  /// `;`, what Excel writes where the comma is the decimal sign.
  public static let semicolon = Delimiter(0x3B)
  /// `,`, that of RFC 4180.
  public static let comma = Delimiter(0x2C)
  /// The tab.
  public static let tab = Delimiter(.tab)
  /// `|`.
  public static let pipe = Delimiter(0x7C)

  /// Those that are looked for, the likeliest first where nothing else tells two apart: a comma is
  /// often found in text and figures of other dialects, a tab hardly ever.
  public static let candidates: [Delimiter] = [.tab, .semicolon, .pipe, .comma]
}

/// How a delimited text file is written.
public struct Dialect: Sendable, Hashable {
  /// The character between two fields.
  public let delimiter: Delimiter
  /// How characters are written as bytes.
  public let encoding: TextEncoding
  /// Whether a byte-order mark stands in front.
  public let hadByteOrderMark: Bool
  /// Whether the first line is Excel's `sep=;`, which states the delimiter and is no row.
  public let hadSeparatorLine: Bool
}

/// What reading may cost at most; each limit that is met becomes a problem, never a failure.
public struct ReadingLimits: Sendable, Hashable {
  /// Bytes of one field, as UTF-8.
  public var fieldBytes = 1 << 20
  /// Fields of one record; the default is the number of columns of an Excel sheet.
  public var fieldsPerRecord = 1 << 14
  /// Records of one file; the default is the number of rows of an Excel sheet.
  public var records = 1 << 20
  /// Fields of a whole table in memory.
  public var cells = 5_000_000

  /// The default limits.
  public init() {}
}
