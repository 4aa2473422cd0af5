/// An element with all that is in it, in memory.
public struct XMLElement: Sendable, Hashable {
  /// Its name.
  public let name: XMLName
  /// Its attributes in the order of the document.
  public let attributes: [XMLAttribute]
  /// Its own text, without that of its children: all pieces joined, blanks and line ends kept.
  public fileprivate(set) var text: String
  /// The elements directly in it, in the order of the document.
  public fileprivate(set) var children: [XMLElement]
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
  ///   - bytes: the document as it is.
  ///   - schema: the rules to check on the way; a document that breaks them is still returned.
  ///   - limits: what reading may cost.
  /// - Throws: what makes the document unreadable.
  public static func parse(
    _ bytes: [UInt8], schema: XMLSchema? = nil, limits: XMLLimits = XMLLimits()
  ) throws(XMLProblem) -> XMLDocument {
    let reader = XMLPullReader(bytes: bytes, schema: schema, limits: limits)
    _ = try reader.next()
    guard let root = try reader.readElement() else {
      throw XMLProblem(.notXML, "there is no element")
    }
    while try reader.next() != nil {}
    return XMLDocument(
      root: root, violations: reader.violations,
      omittedViolationCount: reader.omittedViolationCount)
  }
}

extension XMLPullReader {
  /// Reads on to the end of the element whose start tag ``next()`` has just returned, and returns
  /// all of it; nil if ``next()`` returned something else.
  ///
  /// So a caller streams through a long document and expands one item at a time.
  ///
  /// - Throws: what makes it impossible to go on; `tooLarge` if the element holds more elements
  ///   than the limit.
  public func readElement() throws(XMLProblem) -> XMLElement? {
    guard let start = currentStart else { return nil }
    var open = [XMLElement(start)]
    var room = limits.subtreeElements - 1
    while true {
      guard let event = try next() else { return nil }
      switch event {
      case .startElement(_, _, let position):
        room -= 1
        guard let start = currentStart, room >= 0 else {
          throw XMLProblem(
            .tooLarge, at: position,
            "this part has more than \(limits.subtreeElements) elements")
        }
        open.append(XMLElement(start))
      case .text(let text, _):
        open[open.count - 1].text += text
      case .endElement:
        let element = open.removeLast()
        guard !open.isEmpty else { return element }
        open[open.count - 1].children.append(element)
      }
    }
  }
}

extension XMLElement {
  fileprivate init(_ start: (name: XMLName, attributes: [XMLAttribute], position: XMLPosition)) {
    name = start.name
    attributes = start.attributes
    position = start.position
    text = ""
    children = []
  }
}
