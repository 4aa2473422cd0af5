/// The name of an element or attribute: what its prefix stands for, and the part behind it.
public struct XMLName: Sendable, Hashable {
  /// The namespace; nil where there is none.
  public let namespace: String?
  /// The name without prefix.
  public let local: String

  /// A name.
  public init(_ local: String, namespace: String? = nil) {
    self.local = local
    self.namespace = namespace
  }
}

/// An attribute of an element.
public struct XMLAttribute: Sendable, Hashable {
  /// Its name; an attribute without prefix has no namespace.
  public let name: XMLName
  /// Its value, with entities and character references replaced.
  public let value: String

  /// An attribute.
  public init(name: XMLName, value: String) {
    self.name = name
    self.value = value
  }
}

/// A place in a document.
public struct XMLPosition: Sendable, Hashable {
  /// The line, from 1; lines end with LF or CR LF.
  public let line: Int
  /// The column in that line, from 1; 1 where it isn't known.
  public let column: Int

  /// A place.
  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }
}
