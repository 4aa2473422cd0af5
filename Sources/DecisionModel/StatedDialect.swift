public import DelimitedText
public import Measures

/// What the decision states of how a table is written; all else is told from the file.
public struct StatedDialect: Sendable, Hashable {
  /// How characters are written as bytes.
  public var encoding: TextEncoding?
  /// The character between two fields.
  public var delimiter: Delimiter?
  /// Which mark stands before the decimals of all its numbers.
  public var decimals: NumberStyle?

  /// A dialect of which nothing is stated but what is given.
  public init(
    encoding: TextEncoding? = nil, delimiter: Delimiter? = nil, decimals: NumberStyle? = nil
  ) {
    self.encoding = encoding
    self.delimiter = delimiter
    self.decimals = decimals
  }

  /// Whether nothing is stated.
  public var isEmpty: Bool { self == StatedDialect() }

  /// Both together; `nil` where they contradict each other.
  public func joined(with other: StatedDialect) -> StatedDialect? {
    func agree<Value: Equatable>(_ one: Value?, _ two: Value?) -> Bool {
      one == nil || two == nil || one == two
    }
    guard agree(encoding, other.encoding), agree(delimiter, other.delimiter),
      agree(decimals, other.decimals)
    else { return nil }
    return StatedDialect(
      encoding: encoding ?? other.encoding, delimiter: delimiter ?? other.delimiter,
      decimals: decimals ?? other.decimals)
  }
}
