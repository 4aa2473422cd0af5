internal import CLibXML2

/// A compiled XML Schema (XSD 1.0), against which any number of documents can be read, one at a
/// time.
///
/// What it imports or includes has to be handed over with it; nothing is fetched.
public final class XMLSchema {
  let pointer: xmlSchemaPtr

  /// Compiles a schema.
  ///
  /// - Parameter bytes: the XSD document, which stands by itself.
  /// - Throws: the first thing that is wrong with it.
  public convenience init(bytes: [UInt8]) throws(XMLProblem) {
    do throws(XMLSchemaFiles.Fault) {
      try self.init(XMLSchemaFiles(path: "schema.xsd") { $0 == "schema.xsd" ? bytes : nil })
    } catch {
      throw error.problem
    }
  }

  /// Compiles a schema.
  ///
  /// - Parameter files: all files that it is made of.
  /// - Throws: the first thing that is wrong with one of them.
  public init(_ files: XMLSchemaFiles) throws(XMLSchemaFiles.Fault) {
    if let fault = files.faults.first { throw fault }
    let receiver = ErrorReceiver(limit: 1)
    let compiled = LibXML.isReady ? Self.compile(files, receiver) : nil
    if let problem = receiver.fatal ?? receiver.violations.first {
      if let compiled { xmlSchemaFree(compiled) }
      throw XMLSchemaFiles.Fault(file: receiver.file ?? files.path, problem: problem)
    }
    guard let compiled else {
      throw XMLSchemaFiles.Fault(
        file: files.path, problem: XMLProblem(.schema, "the schema can't be used"))
    }
    pointer = compiled
  }

  deinit {
    xmlSchemaFree(pointer)
  }

  private static func compile(
    _ files: XMLSchemaFiles, _ receiver: ErrorReceiver
  ) -> xmlSchemaPtr? {
    LibXML.handingOver(files.files) {
      LibXML.reporting(to: receiver) {
        guard let path = XMLSchemaFiles.resolved(files.path, from: ""),
          let bytes = files.files[path], let length = CInt(exactly: bytes.count)
        else { return nil }
        let document = bytes.withUnsafeBytes { buffer in
          xmlReadMemory(
            buffer.baseAddress?.assumingMemoryBound(to: CChar.self), length, path, nil,
            CInt(XML_PARSE_NONET.rawValue))
        }
        guard let document else { return nil }
        defer { xmlFreeDoc(document) }
        guard let context = xmlSchemaNewDocParserCtxt(document) else { return nil }
        defer { xmlSchemaFreeParserCtxt(context) }
        return xmlSchemaParse(context)
      }
    }
  }
}
