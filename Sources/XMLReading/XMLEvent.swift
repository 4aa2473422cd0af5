/// What a reader meets next in a document. Comments and processing instructions are passed over.
public enum XMLEvent: Sendable, Hashable {
  /// A start tag; the position is that of its `<`.
  case startElement(XMLName, attributes: [XMLAttribute], at: XMLPosition)
  /// All text up to the next tag, CDATA sections included; the position is where it begins.
  case text(String, at: XMLPosition)
  /// An end tag, or the end of an empty element; the position is that of its `<`.
  case endElement(XMLName, at: XMLPosition)
}
