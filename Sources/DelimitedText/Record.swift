/// One field of a record, as it stands in the file.
public struct Field: Sendable, Hashable {
  /// The text without its quotes; blanks at either end are kept.
  public let text: String
  /// The physical line in which the field (with its opening quote) begins, from 1.
  public let line: Int
  /// The column in that line, from 1, in Unicode scalars.
  public let column: Int
  /// Whether it stood in quotes.
  public let wasQuoted: Bool
}

/// One record: a row, which may go over several lines where a field in quotes does.
public struct Record: Sendable, Hashable {
  /// The physical line in which it begins, from 1.
  public let line: Int
  /// The number of the row as a spreadsheet shows it, from 1: blank lines count, a `sep=` line
  /// doesn't.
  public let rowNumber: Int
  /// The fields, at least one.
  public let fields: [Field]
}
