internal import CLibXML2

/// Reads a document event by event, in memory that doesn't grow with it.
///
/// Nothing outside the document is ever fetched, a DOCTYPE ends the reading (so that no entity can
/// be declared, let alone expanded), and size, depth, text and attributes have limits.
///
/// A reader is used from one task at a time.
public final class XMLPullReader {
  /// The schema's rules that the document broke so far, each once, up to the limit.
  public var violations: [XMLProblem] { collector.receiver.violations }
  /// How many violations were left out of ``violations``.
  public var omittedViolationCount: Int { collector.receiver.omittedViolationCount }

  let limits: XMLLimits
  /// The start tag that ``next()`` returned last, as long as nothing came after it.
  var currentStart: (name: XMLName, attributes: [XMLAttribute], position: XMLPosition)?

  private let collector: EventCollector
  private var source: ByteSource
  private let schema: XMLSchema?
  private var validation: xmlSchemaValidCtxtPtr?
  private var plug: xmlSchemaSAXPlugPtr?
  private var parser: xmlParserCtxtPtr?
  private var room: Int
  private var isFinished = false

  /// A reader over a document in memory.
  ///
  /// - Parameters:
  ///   - bytes: the document as it is, in UTF-8, UTF-16 or the encoding that it declares.
  ///   - schema: the rules to check on the way.
  ///   - limits: what reading may cost.
  public convenience init(
    bytes: [UInt8], schema: XMLSchema? = nil, limits: XMLLimits = XMLLimits()
  ) {
    self.init(source: .memory(bytes[...]), schema: schema, limits: limits)
  }

  /// A reader over a file, which is read as it goes.
  ///
  /// - Throws: `unreadable` if there is no such file, `tooLarge` if it is beyond the limit.
  public convenience init(
    path: String, schema: XMLSchema? = nil, limits: XMLLimits = XMLLimits()
  ) throws(XMLProblem) {
    let file = try InputFile(path: path)
    if file.byteCount > limits.bytes { throw Self.tooLarge(limits) }
    self.init(source: .file(file), schema: schema, limits: limits)
  }

  private init(source: ByteSource, schema: XMLSchema?, limits: XMLLimits) {
    self.source = source
    self.schema = schema
    self.limits = limits
    room = limits.bytes
    collector = EventCollector(limits: limits)
  }

  deinit {
    // In this order: the plug belongs to both, and the validation refers to the schema.
    if let plug { xmlSchemaSAXUnplug(plug) }
    if let parser {
      xmlFreeDoc(parser.pointee.myDoc)
      xmlFreeParserCtxt(parser)
    }
    if let validation { xmlSchemaFreeValidCtxt(validation) }
  }

  /// The next event; nil after the end of the document.
  ///
  /// - Throws: what makes it impossible to go on; every later call throws the same.
  public func next() throws(XMLProblem) -> XMLEvent? {
    currentStart = nil
    while true {
      if let event = collector.takeEvent() {
        if case .startElement(let name, let attributes, let position) = event {
          currentStart = (name, attributes, position)
        }
        return event
      }
      if let problem = collector.receiver.fatal { throw problem }
      if isFinished { return nil }
      do throws(XMLProblem) {
        try readOn()
      } catch {
        collector.receiver.stop(error)
      }
    }
  }

  /// Gives the parser the next piece.
  private func readOn() throws(XMLProblem) {
    // The parser wants the first four bytes by themselves, to see the encoding.
    let isFirst = parser == nil
    var piece = try source.next(atMost: isFirst ? 4 : 1 << 13)
    guard piece.count <= room else { throw Self.tooLarge(limits) }
    room -= piece.count
    if isFirst {
      guard !piece.isEmpty else { throw XMLProblem(.empty, "the document is empty") }
      try start(with: piece)
      piece = []
    } else {
      isFinished = piece.isEmpty
    }
    let isLast: CInt = isFinished ? 1 : 0
    guard !isFirst, let parser else { return }
    LibXML.reporting(to: collector.receiver) {
      piece.withUnsafeBytes { bytes in
        _ = xmlParseChunk(
          parser, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), CInt(bytes.count), isLast)
      }
    }
    if collector.receiver.fatal == nil, collector.pendingByteCount > limits.tagBytes {
      let text = "a tag or comment is longer than \(limits.tagBytes) bytes"
      throw XMLProblem(.tooLarge, at: collector.parserPosition, text)
    }
  }

  private func start(with opening: ArraySlice<UInt8>) throws(XMLProblem) {
    guard LibXML.isReady else { return }
    var handler = EventCollector.handler
    let context = Unmanaged.passUnretained(collector).toOpaque()
    let created = LibXML.reporting(to: collector.receiver) {
      opening.withUnsafeBytes { bytes in
        xmlCreatePushParserCtxt(
          &handler, context, bytes.baseAddress?.assumingMemoryBound(to: CChar.self),
          CInt(bytes.count), nil)
      }
    }
    guard let created else { throw XMLProblem(.tooLarge, "there is no memory for the parser") }
    xmlCtxtUseOptions(created, CInt(XML_PARSE_NONET.rawValue))
    parser = created
    collector.parser = created
    guard let schema else { return }
    validation = xmlSchemaNewValidCtxt(schema.pointer)
    if let validation { plug = CLibXML2_plugSchema(validation, created) }
    guard plug != nil else { throw XMLProblem(.schema, "the schema can't be used") }
  }

  private static func tooLarge(_ limits: XMLLimits) -> XMLProblem {
    XMLProblem(.tooLarge, "the document is larger than \(limits.bytes) bytes")
  }
}
