internal import CLibXML2

/// A compiled XML Schema (XSD 1.0), against which any number of documents can be read, one at a
/// time.
///
/// It stands by itself: what it imports or includes from other files isn't fetched.
public final class XMLSchema {
  let pointer: xmlSchemaPtr

  /// Compiles a schema.
  ///
  /// - Parameter bytes: the XSD document.
  /// - Throws: the first thing that is wrong with it.
  public init(bytes: [UInt8]) throws(XMLProblem) {
    try Self.checkForm(of: bytes)
    let receiver = ErrorReceiver(limit: 1)
    let compiled = LibXML.reporting(to: receiver) { Self.compile(bytes) }
    if let problem = receiver.fatal ?? receiver.violations.first {
      if let compiled { xmlSchemaFree(compiled) }
      throw problem
    }
    guard let compiled else { throw XMLProblem(.schema, "the schema can't be used") }
    pointer = compiled
  }

  deinit {
    xmlSchemaFree(pointer)
  }

  /// Reads the schema as any other document first, for its limits and its refusal of a DOCTYPE.
  private static func checkForm(of bytes: [UInt8]) throws(XMLProblem) {
    let reader = XMLPartReader(bytes: bytes)
    while try reader.next() != nil {}
  }

  private static func compile(_ bytes: [UInt8]) -> xmlSchemaPtr? {
    guard let length = CInt(exactly: bytes.count) else { return nil }
    let document = bytes.withUnsafeBytes { buffer in
      xmlReadMemory(
        buffer.baseAddress?.assumingMemoryBound(to: CChar.self), length, nil, nil,
        CInt(XML_PARSE_NONET.rawValue))
    }
    guard let document else { return nil }
    defer { xmlFreeDoc(document) }
    guard let context = xmlSchemaNewDocParserCtxt(document) else { return nil }
    defer { xmlSchemaFreeParserCtxt(context) }
    return xmlSchemaParse(context)
  }
}
