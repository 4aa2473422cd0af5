/// How tables are written for people who open them in a spreadsheet.
///
/// Both dialects are UTF-8 and end lines with CR LF, as RFC 4180 has it: every spreadsheet on every
/// system reads that, while a lone LF shows as one long line in old editors on Windows.
public struct CSVDialect: Sendable, Hashable {
  /// The character between two fields.
  public let delimiter: Delimiter
  /// The decimal sign with which the caller writes its numbers.
  public let decimalSeparator: Character
  /// Whether a byte-order mark comes first; without one, Excel takes UTF-8 for Windows-1252.
  public let writesByteOrderMark: Bool

  /// Semicolon, decimal comma, byte-order mark: a double click in German Windows opens it right.
  public static let german = CSVDialect(
    delimiter: .semicolon, decimalSeparator: ",", writesByteOrderMark: true)
  /// Comma, decimal point, no byte-order mark: what programs expect.
  public static let english = CSVDialect(
    delimiter: .comma, decimalSeparator: ".", writesByteOrderMark: false)
}
