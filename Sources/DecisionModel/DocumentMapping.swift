public import Measures
public import Messages

/// A text of the decision with its place.
public struct MappedText: Sendable, Hashable {
  /// The text as written.
  public let text: String
  /// Where it stands.
  public let position: SourcePosition

  /// A text with its place.
  public init(_ text: String, position: SourcePosition) {
    self.text = text
    self.position = position
  }
}

/// Where rows and their cells stand in an XML document of a format that Votum doesn't know.
public struct XMLMapping: Sendable, Hashable {
  /// Path of the elements that are rows, such as `//item`.
  public let rows: MappedText
  /// Votum's column name to the path of the cell below the row, such as `price/@net`.
  public let cells: [String: MappedText]
  /// How the document writes decimals; `nil` if each column shows it.
  public let decimals: NumberStyle?
  /// Where the mapping is declared.
  public let position: SourcePosition

  /// Where rows and cells stand.
  public init(
    rows: MappedText, cells: [String: MappedText], decimals: NumberStyle? = nil,
    position: SourcePosition
  ) {
    self.rows = rows
    self.cells = cells
    self.decimals = decimals
    self.position = position
  }
}

/// What a position of a quotation is to Votum: columns of prices that the quotation doesn't have, or
/// that the decision knows better.
public struct PositionMapping: Sendable, Hashable {
  /// The position's article number or name.
  public let key: MappedText
  /// Votum's column name to what counts there, such as `category` to `licence`.
  public let cells: [String: MappedText]

  /// What a position is to Votum.
  public init(key: MappedText, cells: [String: MappedText]) {
    self.key = key
    self.cells = cells
  }
}
