public import ByteSources

/// An element with all that is in it, in memory.
public struct XMLElement: Sendable, Hashable {
  /// Its name.
  public let name: XMLName
  /// Its attributes in the order of the document.
  public let attributes: [XMLAttribute]
  /// Its own text, without that of its children: all pieces joined, blanks and line ends kept.
  public let text: String
  /// The elements directly in it, in the order of the document.
  public let children: [XMLElement]
  /// Where its start tag begins.
  public let position: XMLPosition

  /// The value of the attribute with this name; nil if there is none.
  public func attribute(_ local: String, namespace: String? = nil) -> String? {
    let name = XMLName(local, namespace: namespace)
    return attributes.first { $0.name == name }?.value
  }

  /// The first child with this name; nil if there is none.
  public func child(_ name: XMLName) -> XMLElement? {
    children.first { $0.name == name }
  }

  /// All children with this name, in the order of the document.
  public func children(_ name: XMLName) -> [XMLElement] {
    children.filter { $0.name == name }
  }
}

/// A whole small document in memory.
public struct XMLDocument: Sendable, Hashable {
  /// Its outermost element.
  public let root: XMLElement
  /// The schema's rules that it breaks, each once, up to the limit.
  public let violations: [XMLProblem]
  /// How many violations were left out of ``violations``.
  public let omittedViolationCount: Int
}

extension XMLElement {
  /// Reads a whole document.
  ///
  /// - Parameters:
  ///   - source: the document as it is.
  ///   - schema: the rules to check on the way; a document that breaks them is still returned.
  ///   - limits: what reading may cost.
  /// - Throws: what makes the document unreadable.
  public static func parse(
    _ source: ByteSource, schema: XMLSchema? = nil, limits: XMLLimits = XMLLimits()
  ) throws(XMLProblem) -> XMLDocument {
    let reader = XMLPartReader(
      source: source, schema: schema, limits: limits, keepsBlanks: true)
    guard case .start(let start)? = try reader.next(), let root = try reader.complete(start) else {
      throw XMLProblem(.notXML, "there is no element")
    }
    while try reader.next() != nil {}
    return XMLDocument(
      root: XMLElement(root), violations: reader.violations,
      omittedViolationCount: reader.omittedViolationCount)
  }

  /// Reads a whole document in memory.
  public static func parse(
    _ bytes: [UInt8], schema: XMLSchema? = nil, limits: XMLLimits = XMLLimits()
  ) throws(XMLProblem) -> XMLDocument {
    try parse(ByteSource(bytes), schema: schema, limits: limits)
  }

  /// A part with all that is in it, taken out of what has been read.
  public init(_ part: XMLPart) {
    name = part.name
    attributes = part.attributes
    position = part.position
    text = part.text
    children = part.children.map { XMLElement($0) }
  }
}
