internal import CLibXML2

/// Receives the parser's calls for one piece of the document and keeps them as events.
///
/// The parser builds no tree, so that memory holds one piece at a time. Since the parser waits for
/// the end of a tag before it reports it, its buffer still holds the tag then, and the place of the
/// `<` can be had exactly, however far down the document.
final class EventCollector {
  let receiver: ErrorReceiver
  var parser: xmlParserCtxtPtr?

  private let limits: XMLLimits
  private var events: [XMLEvent] = []
  private var firstEvent = 0
  private var text: [UInt8] = []
  private var textPosition = XMLPosition(line: 1, column: 1)
  /// For each open element the number of namespaces that it declares.
  private var declaredNamespaces: [Int] = []
  private var namespacesInForce = 0
  private var names: [NameKey: XMLName] = [:]
  private static let nameCapacity = 4096

  private struct NameKey: Hashable {
    let local: UnsafePointer<xmlChar>?
    let namespace: UnsafePointer<xmlChar>?
  }

  init(limits: XMLLimits) {
    self.limits = limits
    receiver = ErrorReceiver(limit: limits.violations)
  }

  /// The next event that is complete.
  func takeEvent() -> XMLEvent? {
    guard firstEvent < events.count else {
      events.removeAll(keepingCapacity: true)
      firstEvent = 0
      return nil
    }
    defer { firstEvent += 1 }
    return events[firstEvent]
  }

  /// The functions that the parser calls, each with the collector as its context. Entities have
  /// none: the five of XML itself are built in, and without a DOCTYPE there can be no others.
  static var handler: xmlSAXHandler {
    var handler = xmlSAXHandler()
    handler.initialized = UInt32(truncatingIfNeeded: XML_SAX2_MAGIC)
    handler.internalSubset = { context, _, _, _ in
      EventCollector.from(context)?.stop(
        .doctype, "the document has a DOCTYPE, which is not allowed; remove it")
    }
    handler.startElementNs = {
      context, local, _, namespace, namespaceCount, _, attributeCount, _, attributes in
      EventCollector.from(context)?.startElement(
        local, namespace, namespaceCount: Int(namespaceCount),
        attributeCount: Int(attributeCount), attributes: attributes)
    }
    handler.endElementNs = { context, local, _, namespace in
      EventCollector.from(context)?.endElement(local, namespace)
    }
    handler.characters = { context, bytes, count in
      EventCollector.from(context)?.appendText(bytes, count: Int(count))
    }
    handler.ignorableWhitespace = handler.characters
    handler.cdataBlock = handler.characters
    return handler
  }

  private static func from(_ context: UnsafeMutableRawPointer?) -> EventCollector? {
    context.map { Unmanaged<EventCollector>.fromOpaque($0).takeUnretainedValue() }
  }

  /// The parser keeps one copy of each name, so that its address tells it.
  private func name(
    _ local: UnsafePointer<xmlChar>?, _ namespace: UnsafePointer<xmlChar>?
  ) -> XMLName {
    let key = NameKey(local: local, namespace: namespace)
    if let name = names[key] { return name }
    let name = XMLName(
      local.map { String(cString: $0) } ?? "", namespace: namespace.map { String(cString: $0) })
    if names.count < Self.nameCapacity { names[key] = name }
    return name
  }

  /// Ends the reading from inside the parser.
  private func stop(_ kind: XMLProblem.Kind, _ text: String) {
    receiver.stop(XMLProblem(kind, at: parserPosition, text))
    xmlStopParser(parser)
  }

  private func startElement(
    _ local: UnsafePointer<xmlChar>?, _ namespace: UnsafePointer<xmlChar>?,
    namespaceCount: Int, attributeCount: Int,
    attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
  ) {
    guard receiver.fatal == nil else { return }
    beginTag()
    namespacesInForce += namespaceCount
    declaredNamespaces.append(namespaceCount)
    guard declaredNamespaces.count <= limits.depth else {
      stop(.tooDeep, "elements lie more than \(limits.depth) levels deep in each other")
      return
    }
    guard attributeCount <= limits.attributes, namespacesInForce <= limits.attributes else {
      stop(.tooLarge, "this element has more than \(limits.attributes) attributes")
      return
    }
    var read: [XMLAttribute] = []
    if let attributes {
      read.reserveCapacity(attributeCount)
      for index in 0..<attributeCount {
        read.append(attribute(attributes + 5 * index))
      }
    }
    events.append(
      .startElement(name(local, namespace), attributes: read, at: receiver.position))
    // The parser stands before the `>`.
    let end = parserPosition
    textPosition = XMLPosition(line: end.line, column: end.column + 1)
  }

  private func endElement(
    _ local: UnsafePointer<xmlChar>?, _ namespace: UnsafePointer<xmlChar>?
  ) {
    guard receiver.fatal == nil else { return }
    beginTag()
    namespacesInForce -= declaredNamespaces.popLast() ?? 0
    receiver.isDocumentOpen = !declaredNamespaces.isEmpty
    events.append(.endElement(name(local, namespace), at: receiver.position))
    textPosition = parserPosition
  }

  private func appendText(_ bytes: UnsafePointer<xmlChar>?, count: Int) {
    guard receiver.fatal == nil, let bytes, !declaredNamespaces.isEmpty else { return }
    text.append(contentsOf: UnsafeBufferPointer(start: bytes, count: max(0, count)))
    if text.count > limits.textBytes {
      stop(.tooLarge, "this text is longer than \(limits.textBytes) bytes")
    }
  }

  /// Completes the text before a tag and notes where the tag begins.
  private func beginTag() {
    if !text.isEmpty {
      events.append(.text(String(decoding: text, as: UTF8.self), at: textPosition))
      text.removeAll(keepingCapacity: text.capacity < 1 << 16)
    }
    receiver.position = tagPosition
  }

  /// Five pointers describe an attribute: name, prefix, namespace, begin and end of the value. The
  /// parser leaves an ampersand in it as `&#38;`, and nothing else.
  private func attribute(
    _ parts: UnsafeMutablePointer<UnsafePointer<xmlChar>?>
  ) -> XMLAttribute {
    let name = name(parts[0], parts[2])
    guard let begin = parts[3], let end = parts[4], end > begin else {
      return XMLAttribute(name: name, value: "")
    }
    let bytes = UnsafeBufferPointer(start: begin, count: end - begin)
    guard bytes.contains(UInt8(ascii: "&")) else {
      return XMLAttribute(name: name, value: String(decoding: bytes, as: UTF8.self))
    }
    var decoded: [UInt8] = []
    var rest = bytes[...]
    while let byte = rest.first {
      decoded.append(byte)
      let isReference = byte == UInt8(ascii: "&") && rest.dropFirst().starts(with: "#38;".utf8)
      rest = rest.dropFirst(isReference ? 5 : 1)
    }
    return XMLAttribute(name: name, value: String(decoding: decoded, as: UTF8.self))
  }
}

extension EventCollector {
  /// The bytes that the parser holds but hasn't passed: a tag that isn't complete yet.
  var pendingByteCount: Int {
    guard let input = parser?.pointee.input?.pointee, let place = input.cur, let end = input.end
    else { return 0 }
    return end - place
  }

  /// Where the parser stands.
  var parserPosition: XMLPosition {
    guard let input = parser?.pointee.input?.pointee else { return receiver.position }
    return XMLPosition(line: max(1, Int(input.line)), column: max(1, Int(input.col)))
  }

  /// Where the tag begins whose end the parser has reached: at the nearest `<` before, since no tag
  /// may hold another.
  private var tagPosition: XMLPosition {
    guard let input = parser?.pointee.input?.pointee, let base = input.base, let end = input.cur
    else { return parserPosition }
    var place = end
    var lines = 0
    var scalars = 0
    repeat {
      guard place > base else { return parserPosition }
      place -= 1
      if place.pointee == 0x0A { lines += 1 }
      if place.pointee & 0xC0 != 0x80 { scalars += 1 }
    } while place.pointee != UInt8(ascii: "<")
    let line = max(1, Int(input.line) - lines)
    if lines == 0 { return XMLPosition(line: line, column: max(1, Int(input.col) - scalars)) }
    var column = 1
    while place > base {
      place -= 1
      if place.pointee == 0x0A { return XMLPosition(line: line, column: column) }
      if place.pointee & 0xC0 != 0x80 { column += 1 }
    }
    return XMLPosition(line: line, column: line == 1 ? column : 1)
  }
}
