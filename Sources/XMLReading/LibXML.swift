internal import CLibXML2
import Synchronization

/// What concerns the library as a whole.
enum LibXML {
  /// Prepares the library once for the process, and denies it every file and address: entities,
  /// schemas and the hints of documents can name them, but nothing is ever fetched.
  static let isReady: Bool = {
    xmlInitParser()
    xmlSetExternalEntityLoader { address, _, parser in
      address.flatMap { LibXML.handedOver(String(cString: $0), to: parser) }
    }
    return true
  }()

  /// The files of the schema that is being compiled: all that the library is ever given.
  private static let files = Mutex<[String: [UInt8]]>([:])
  private static let compiling = Mutex<Void>(())

  /// Runs something that needs the files of a schema; one such thing at a time.
  static func handingOver(
    _ files: [String: [UInt8]], _ body: () -> xmlSchemaPtr?
  ) -> xmlSchemaPtr? {
    compiling.withLock { _ in
      self.files.withLock { $0 = files }
      defer { self.files.withLock { $0 = [:] } }
      return body().map { Int(bitPattern: $0) }
    }.flatMap { xmlSchemaPtr(bitPattern: $0) }
  }

  private static func handedOver(
    _ address: String, to parser: xmlParserCtxtPtr?
  ) -> xmlParserInputPtr? {
    guard let name = XMLSchemaFiles.resolved(address, from: ""),
      let bytes = files.withLock({ $0[name] }), let count = CInt(exactly: bytes.count)
    else { return nil }
    // The library copies them.
    let buffer = bytes.withUnsafeBytes {
      xmlParserInputBufferCreateMem(
        $0.baseAddress?.assumingMemoryBound(to: CChar.self), count, XML_CHAR_ENCODING_NONE)
    }
    guard let buffer else { return nil }
    guard let input = xmlNewIOInputStream(parser, buffer, XML_CHAR_ENCODING_NONE) else {
      xmlFreeParserInputBuffer(buffer)
      return nil
    }
    // What this file refers to is found from its place.
    xmlStrdup(name)?.withMemoryRebound(to: CChar.self, capacity: 1) {
      input.pointee.filename = UnsafePointer($0)
    }
    return input
  }

  /// Runs something with all messages of this thread sent to a receiver.
  ///
  /// Some messages carry no parser, and would otherwise be printed; so the handler is set for the
  /// thread and put back behind.
  static func reporting<Result>(to receiver: ErrorReceiver, _ body: () -> Result) -> Result {
    let handler = __xmlStructuredError()?.pointee
    let context = __xmlStructuredErrorContext()?.pointee
    xmlSetStructuredErrorFunc(Unmanaged.passUnretained(receiver).toOpaque(), receiveError)
    defer { xmlSetStructuredErrorFunc(context, handler) }
    return withExtendedLifetime(receiver, body)
  }
}

private func receiveError(context: UnsafeMutableRawPointer?, error: xmlErrorPtr?) {
  guard let context, let error else { return }
  Unmanaged<ErrorReceiver>.fromOpaque(context).takeUnretainedValue().receive(error.pointee)
}

/// Turns the library's messages into problems: the first that ends the reading, and the violations
/// of a schema up to a limit, each once.
final class ErrorReceiver {
  /// The place of the tag in hand; violations are reported there.
  var position = XMLPosition(line: 1, column: 1)
  /// Whether the outermost element is yet to be closed.
  var isDocumentOpen = true
  private(set) var fatal: XMLProblem?
  /// Whether there is a ``fatal``: asked at each tag and text, where looking into a class would cost
  /// a check of exclusive access each time.
  let isStopped = UnsafeMutablePointer<Bool>.allocate(capacity: 1)
  private(set) var violations: [XMLProblem] = []
  private(set) var omittedViolationCount = 0
  /// The file that the first message names.
  private(set) var file: String?

  private static let earlyEnd = "the document ends too early"
  private let limit: Int
  private var seen: Set<XMLProblem> = []

  init(limit: Int) {
    self.limit = limit
    isStopped.initialize(to: false)
  }

  deinit {
    isStopped.deallocate()
  }

  /// Ends the reading; only the first reason counts.
  func stop(_ problem: XMLProblem) {
    if fatal == nil { fatal = problem }
    isStopped.pointee = true
  }

  /// Says why the document seems to end too early: its bytes don't fit its encoding.
  func explainEarlyEnd(_ text: String) {
    guard let fatal, fatal.text == Self.earlyEnd else { return }
    self.fatal = XMLProblem(
      kind: .encoding, line: fatal.line, column: fatal.column, text: text)
  }

  func receive(_ error: xmlError) {
    guard error.level.rawValue >= XML_ERR_ERROR.rawValue, fatal == nil else { return }
    let text = text(of: error)
    file = file ?? error.file.map { String(cString: $0) }
    switch UInt32(bitPattern: error.domain) {
    case XML_FROM_SCHEMASV.rawValue: note(XMLProblem(.schema, at: position, text))
    case XML_FROM_SCHEMASP.rawValue:
      note(XMLProblem(.schema, at: XMLPosition(line: max(1, Int(error.line)), column: 1), text))
    default:
      let place = XMLPosition(line: max(1, Int(error.line)), column: max(1, Int(error.int2)))
      stop(XMLProblem(Self.kind(of: error), at: error.line > 0 ? place : position, text))
    }
  }

  private func note(_ problem: XMLProblem) {
    guard !seen.contains(problem) else { return }
    guard violations.count < limit else {
      omittedViolationCount += 1
      return
    }
    seen.insert(problem)
    violations.append(problem)
  }

  private func text(of error: xmlError) -> String {
    // The parser calls an early end "extra content".
    if isDocumentOpen, error.code == CInt(XML_ERR_DOCUMENT_END.rawValue) {
      return Self.earlyEnd
    }
    let message = error.message.map { String(cString: $0) } ?? "unknown fault"
    return message.split(whereSeparator: \.isNewline).joined(separator: " ")
  }

  private static func kind(of error: xmlError) -> XMLProblem.Kind {
    let code = UInt32(bitPattern: error.code)
    switch xmlParserErrors(rawValue: code) {
    case XML_ERR_DOCUMENT_EMPTY, XML_ERR_DOCUMENT_START: return .notXML
    case XML_ERR_INVALID_ENCODING, XML_ERR_UNSUPPORTED_ENCODING, XML_ERR_UNKNOWN_ENCODING,
      XML_ERR_ENCODING_NAME, XML_IO_ENCODER, XML_I18N_CONV_FAILED:
      return .encoding
    default:
      // Bytes that are no UTF-8 have no code of their own.
      let isByte = error.message.map { String(cString: $0).hasPrefix("Input is not proper UTF-8") }
      let isI18N = error.domain == CInt(XML_FROM_I18N.rawValue)
      return isByte ?? false || isI18N ? .encoding : .malformed
    }
  }
}
