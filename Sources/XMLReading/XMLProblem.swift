/// Something that is wrong with a document, with its place.
public struct XMLProblem: Error, Sendable, Hashable {
  /// What is wrong. All but `schema` end the reading.
  public enum Kind: Sendable, Hashable {
    /// The file can't be opened or read.
    case unreadable
    /// There are no bytes.
    case empty
    /// The bytes aren't XML at all.
    case notXML
    /// The document breaks the rules of XML.
    case malformed
    /// Bytes that don't fit the encoding, or an encoding that isn't known.
    case encoding
    /// The document has a DOCTYPE with declarations. Offers need none, and they are the way in for
    /// attacks.
    case doctype
    /// Elements lie deeper in each other than the limit.
    case tooDeep
    /// The document, or a part of it, is larger than a limit.
    case tooLarge
    /// The document breaks a rule of the schema; or the schema itself can't be used.
    case schema
  }

  /// What is wrong.
  public let kind: Kind
  /// The line, from 1.
  public let line: Int
  /// The column in that line, from 1; 1 where it isn't known.
  public let column: Int
  /// What is wrong, in plain English.
  public let text: String

  /// A problem.
  public init(kind: Kind, line: Int, column: Int, text: String) {
    self.kind = kind
    self.line = line
    self.column = column
    self.text = text
  }

  init(_ kind: Kind, at position: XMLPosition = XMLPosition(line: 1, column: 1), _ text: String) {
    self.init(kind: kind, line: position.line, column: position.column, text: text)
  }
}

extension XMLProblem: CustomStringConvertible {
  /// The problem with its place, as `line:column: what is wrong`.
  public var description: String { "\(line):\(column): \(text)" }
}
