public import ByteSources
internal import CLibXML2

/// Reads a document piece by piece, in memory that doesn't grow with it.
///
/// A caller goes from start tag to start tag with ``next()``, and has those elements completed that
/// it wants whole with ``complete(_:)``.
///
/// Nothing outside the document is ever fetched, a DOCTYPE with declarations ends the reading (so
/// that no entity can be declared, let alone expanded; one that only names a DTD is passed over, and
/// the DTD isn't read), and size, depth, text and attributes have limits.
///
/// A reader is used from one task at a time.
public final class XMLPartReader {
  /// What comes next in a document. Comments and processing instructions are passed over; texts
  /// belong to the elements that hold them.
  public enum Event {
    /// A start tag. The part has its name, attributes and place; what is in it is known only once
    /// it has been completed.
    case start(XMLPart)
    /// An end tag, or the end of an empty element.
    case end
  }

  /// The schema's rules that the document broke so far, each once, up to the limit.
  public var violations: [XMLProblem] { receiver.violations }
  /// How many violations were left out of ``violations``.
  public var omittedViolationCount: Int { receiver.omittedViolationCount }

  /// The share of the document that has been read, from 0 to 1.
  public var progress: Double { Double(offset) / Double(max(1, source.byteCount)) }

  private let limits: XMLLimits
  private let receiver: ErrorReceiver
  private let recorder: UnsafeMutablePointer<XMLRecorder>
  private var chunk: XMLChunk?
  /// The first record of the chunk that hasn't been handed out.
  private var place = 0
  private let source: ByteSource
  /// Where in the source the next piece begins.
  private var offset = 0
  private var piece: [UInt8] = []
  private let schema: XMLSchema?
  private var validation: xmlSchemaValidCtxtPtr?
  private var plug: xmlSchemaSAXPlugPtr?
  private var parser: xmlParserCtxtPtr?
  private var room: Int
  private var isFinished = false

  /// Bytes that the parser is given at once: few enough for what they give to stay in the
  /// processor's cache.
  private static let pieceBytes = 1 << 15

  /// A reader over a document, which is read as it goes.
  ///
  /// - Parameters:
  ///   - source: the document as it is, in UTF-8, UTF-16 or the encoding that it declares.
  ///   - schema: the rules to check on the way.
  ///   - limits: what reading may cost.
  public convenience init(
    _ source: ByteSource, schema: XMLSchema? = nil, limits: XMLLimits = XMLLimits()
  ) {
    self.init(source: source, schema: schema, limits: limits, keepsBlanks: false)
  }

  /// A reader over a document in memory.
  public convenience init(
    bytes: [UInt8], schema: XMLSchema? = nil, limits: XMLLimits = XMLLimits()
  ) {
    self.init(ByteSource(bytes), schema: schema, limits: limits)
  }

  /// A reader over a file, which is read as it goes.
  ///
  /// - Throws: `unreadable` if there is no such file, `tooLarge` if it is beyond the limit.
  public convenience init(
    path: String, schema: XMLSchema? = nil, limits: XMLLimits = XMLLimits()
  ) throws(XMLProblem) {
    let source: ByteSource
    do throws(InputFault) {
      source = try ByteSource(path: path, limit: limits.bytes)
    } catch {
      throw Self.problem(error, limits)
    }
    self.init(source: source, schema: schema, limits: limits, keepsBlanks: false)
  }

  /// - Parameter keepsBlanks: whether texts of nothing but blanks are kept wherever they stand.
  init(source: ByteSource, schema: XMLSchema?, limits: XMLLimits, keepsBlanks: Bool) {
    self.source = source
    self.schema = schema
    self.limits = limits
    room = limits.bytes
    recorder = .allocate(capacity: 1)
    recorder.initialize(to: XMLRecorder(limits: limits, keepsBlanks: keepsBlanks))
    receiver = recorder.pointee.receiver
  }

  deinit {
    // In this order: the plug belongs to both, and the validation refers to the schema.
    if let plug { xmlSchemaSAXUnplug(plug) }
    if let parser {
      xmlFreeDoc(parser.pointee.myDoc)
      xmlFreeParserCtxt(parser)
    }
    if let validation { xmlSchemaFreeValidCtxt(validation) }
    recorder.deinitialize(count: 1)
    recorder.deallocate()
  }

  /// The next start or end; `nil` after the end of the document.
  ///
  /// - Throws: what makes it impossible to go on; every later call throws the same.
  public func next() throws(XMLProblem) -> Event? {
    while true {
      if let chunk {
        while place < chunk.records.count {
          let index = place
          place += 1
          switch chunk.records[index].kind {
          case .start: return .start(XMLPart(chunk: chunk, index: index))
          case .end: return .end
          case .attribute, .text: break
          }
        }
      }
      chunk = nil
      place = 0
      try readOn()
      if recorder.pointee.records.isEmpty {
        if let problem = receiver.fatal { throw problem }
        if isFinished { return nil }
      } else {
        chunk = recorder.pointee.take()
      }
    }
  }

  /// Reads on to the end of an element and returns all of it. What comes next is what stands behind
  /// the element.
  ///
  /// - Parameter part: what ``next()`` has just returned.
  /// - Returns: `nil` if something else has been read since.
  /// - Throws: what makes it impossible to go on; `tooLarge` if the element holds more elements than
  ///   the limit.
  public func complete(_ part: XMLPart) throws(XMLProblem) -> XMLPart? {
    guard let chunk, chunk === part.chunk, place == part.index + 1 else { return nil }
    var part = part
    if chunk.records[part.index].length == 0 {
      recorder.pointee.takeBack(chunk, from: part.index)
      self.chunk = nil
      while !recorder.pointee.isComplete(0) {
        if let problem = receiver.fatal { throw problem }
        if isFinished { return nil }
        try readOn()
        if recorder.pointee.elementCount(from: 0) > limits.subtreeElements,
          !recorder.pointee.isComplete(0)
        {
          throw tooManyElements(at: part.position)
        }
      }
      let whole = recorder.pointee.take()
      self.chunk = whole
      part = XMLPart(chunk: whole, index: 0)
    }
    let records = part.chunk.records
    place = part.index + Int(records[part.index].length)
    if Int(records[place - 1].ordinal - records[part.index].ordinal) > limits.subtreeElements {
      throw tooManyElements(at: part.position)
    }
    return part
  }

  /// Passes over all that is in an element, without keeping it.
  ///
  /// - Parameter part: what ``next()`` has just returned.
  public func skip(_ part: XMLPart) throws(XMLProblem) {
    guard let chunk, chunk === part.chunk, place == part.index + 1 else { return }
    let length = Int(chunk.records[part.index].length)
    if length > 0 {
      place = part.index + length
      return
    }
    var depth = 1
    while depth > 0, let event = try next() {
      if case .start = event { depth += 1 } else { depth -= 1 }
    }
  }

  private func tooManyElements(at position: XMLPosition) -> XMLProblem {
    let problem = XMLProblem(
      .tooLarge, at: position, "this part has more than \(limits.subtreeElements) elements")
    receiver.stop(problem)
    return problem
  }

  /// Gives the parser the next piece; what stops it is left with the receiver.
  private func readOn() throws(XMLProblem) {
    guard receiver.fatal == nil, !isFinished else { return }
    do throws(XMLProblem) {
      try parse()
    } catch {
      receiver.stop(error)
    }
  }

  private func parse() throws(XMLProblem) {
    // The parser wants the first four bytes by themselves, to see the encoding.
    let isFirst = parser == nil
    let piece = try nextPiece(atMost: isFirst ? 4 : Self.pieceBytes)
    guard piece.count <= room else { throw Self.tooLarge(limits) }
    room -= piece.count
    if isFirst {
      guard !piece.isEmpty else { throw XMLProblem(.empty, "the document is empty") }
      return try start(with: piece)
    }
    isFinished = piece.isEmpty
    guard let parser else { return }
    let isLast: CInt = isFinished ? 1 : 0
    LibXML.reporting(to: receiver) {
      piece.withUnsafeBytes { bytes in
        _ = xmlParseChunk(
          parser, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), CInt(bytes.count), isLast)
      }
    }
    if isFinished, let raw = parser.pointee.input?.pointee.buf?.pointee.raw, xmlBufUse(raw) > 0 {
      // The parser takes bytes that it can't convert for the end, without a word.
      receiver.explainEarlyEnd("some are not in the encoding that the document declares")
    }
    if receiver.fatal == nil, recorder.pointee.pendingByteCount > limits.tagBytes {
      let text = "a tag or comment is longer than \(limits.tagBytes) bytes"
      throw XMLProblem(.tooLarge, at: recorder.pointee.parserPosition, text)
    }
  }

  /// The next bytes, none at the end.
  private func nextPiece(atMost count: Int) throws(XMLProblem) -> ArraySlice<UInt8> {
    if piece.count < count { piece = [UInt8](repeating: 0, count: count) }
    do throws(InputFault) {
      let read = try source.read(at: offset, into: &piece, 0..<count)
      offset += read
      return piece[..<read]
    } catch {
      throw Self.problem(error, limits)
    }
  }

  private func start(with opening: ArraySlice<UInt8>) throws(XMLProblem) {
    guard LibXML.isReady else { return }
    if opening.elementsEqual([0xFF, 0xFE, 0, 0]) || opening.elementsEqual([0, 0, 0xFE, 0xFF])
      || opening.elementsEqual([0x3C, 0, 0, 0]) || opening.elementsEqual([0, 0, 0, 0x3C])
    {
      throw XMLProblem(.encoding, "they are in UTF-32")
    }
    var handler = XMLRecorder.handler
    let created = LibXML.reporting(to: receiver) {
      opening.withUnsafeBytes { bytes in
        xmlCreatePushParserCtxt(
          &handler, recorder, bytes.baseAddress?.assumingMemoryBound(to: CChar.self),
          CInt(bytes.count), nil)
      }
    }
    guard let created else { throw XMLProblem(.tooLarge, "there is no memory for the parser") }
    xmlCtxtUseOptions(created, CInt(XML_PARSE_NONET.rawValue))
    parser = created
    recorder.pointee.parser = created
    guard let schema else { return }
    recorder.pointee.isValidating = true
    validation = xmlSchemaNewValidCtxt(schema.pointer)
    if let validation { plug = CLibXML2_plugSchema(validation, created) }
    guard plug != nil else { throw XMLProblem(.schema, "the schema can't be used") }
  }

  private static func problem(_ fault: InputFault, _ limits: XMLLimits) -> XMLProblem {
    switch fault {
    case .tooLarge: tooLarge(limits)
    case .missing: XMLProblem(.unreadable, "there is no such file")
    case .folder, .notAFile: XMLProblem(.unreadable, "this is not a file")
    case .forbidden: XMLProblem(.unreadable, "the file may not be read")
    case .system(let code): XMLProblem(.unreadable, "the file can't be read: error \(code)")
    }
  }

  private static func tooLarge(_ limits: XMLLimits) -> XMLProblem {
    XMLProblem(.tooLarge, "the document is larger than \(limits.bytes) bytes")
  }
}
