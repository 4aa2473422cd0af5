internal import CLibXML2

/// Receives the parser's calls and keeps what they say as records.
///
/// The parser builds no tree, so that memory holds one piece of the document at a time. Since it
/// waits for the end of a tag before it reports it, its buffer still holds the tag then, and the
/// place of the `<` can be had exactly, however far down the document.
///
/// The parser is given its address, not a class instance: the calls come by the million, and each
/// would pay for reference counts and checks of exclusive access.
struct XMLRecorder {
  let receiver: ErrorReceiver
  let names = XMLNames()
  var parser: xmlParserCtxtPtr?
  /// Whether a schema is checked, so that the places of end tags are needed as well.
  var isValidating = false

  private let limits: XMLLimits
  private let keepsBlanks: Bool
  /// The receiver's, which lives as long.
  private let isStopped: UnsafeMutablePointer<Bool>
  private(set) var records: [XMLRecord] = []
  private var bytes: [UInt8] = []
  private var open: [OpenElement] = []
  private var elementCount: Int32 = 0
  private var namespacesInForce = 0
  /// Whether the document names a DTD, so that the parser lets entities pass that it doesn't know.
  private var hasDoctype = false
  /// Bytes of text since the last tag, whether they are kept or not.
  private var runBytes = 0
  /// Where the text since the last tag begins.
  private var runStart = 0
  private var numbers = NameNumbers()
  /// How much a piece gives, with some room.
  private var usual = (records: 0, bytes: 0)

  private struct OpenElement {
    /// Its start tag among the records; below zero once that has been handed out.
    var index: Int
    let namespaces: Int32
    /// Whether an element in it has been recorded.
    var holdsElement = false
    /// Whether a text in it has been recorded, so that blanks behind that count.
    var holdsText = false
  }

  init(limits: XMLLimits, keepsBlanks: Bool) {
    self.limits = limits
    self.keepsBlanks = keepsBlanks
    receiver = ErrorReceiver(limit: limits.violations)
    isStopped = receiver.isStopped
  }

  /// Whether the element whose start tag has this number is complete.
  func isComplete(_ index: Int) -> Bool { records[index].length > 0 }

  /// How many elements have been recorded from that start tag on.
  func elementCount(from index: Int) -> Int { Int(elementCount - records[index].ordinal) }

  /// Hands out all records.
  mutating func take() -> XMLChunk {
    let chunk = XMLChunk(records: records, bytes: bytes, names: names)
    // The next piece will give about as much as the largest of the last few.
    usual.records = max(records.count * 9 / 8, usual.records * 7 / 8)
    usual.bytes = max(bytes.count * 9 / 8, usual.bytes * 7 / 8)
    records = []
    records.reserveCapacity(usual.records)
    let run = bytes[runStart...]
    bytes = []
    bytes.reserveCapacity(usual.bytes)
    bytes += run
    runStart = 0
    for index in open.indices { open[index].index -= chunk.records.count }
    return chunk
  }

  /// Takes the records of a chunk back, from one on: their element isn't complete. Nothing has been
  /// recorded since the chunk was handed out.
  mutating func takeBack(_ chunk: XMLChunk, from first: Int) {
    let kept = chunk.records[first...]
    // What its attributes say comes before its text.
    let offset =
      kept.dropFirst().prefix(1).first { $0.kind == .attribute }?.textStart ?? kept.first?.textStart
      ?? 0
    // The text in hand is at the end of the chunk's bytes too.
    let run = bytes.count
    bytes = Array(chunk.bytes[Int(offset)...])
    runStart = bytes.count - run
    records = kept.map { record in
      var record = record
      record.textStart -= offset
      record.textEnd -= offset
      return record
    }
    for index in open.indices { open[index].index += kept.count }
  }

  // MARK: What the parser calls

  /// The functions that the parser calls, each with the recorder as its context.
  ///
  /// A DOCTYPE that only names a DTD, as those of many catalogues do, is passed over: the DTD isn't
  /// fetched. One with declarations of its own ends the reading, so that there are no entities but
  /// the five of XML itself; whoever uses another one meant something that can't be known.
  static var handler: xmlSAXHandler {
    var handler = xmlSAXHandler()
    handler.initialized = UInt32(truncatingIfNeeded: XML_SAX2_MAGIC)
    handler.internalSubset = { context, _, _, _ in
      recorder(context)?.pointee.meetDoctype()
    }
    handler.getEntity = { context, name in
      recorder(context)?.pointee.meetEntity(name)
      return nil
    }
    handler.startElementNs = {
      context, local, _, namespace, namespaceCount, _, attributeCount, _, attributes in
      recorder(context)?.pointee.startElement(
        local, namespace, namespaceCount: namespaceCount, attributeCount: Int(attributeCount),
        attributes: attributes)
    }
    handler.endElementNs = { context, _, _, _ in recorder(context)?.pointee.endElement() }
    handler.characters = { context, bytes, count in
      recorder(context)?.pointee.appendText(bytes, count: Int(count))
    }
    handler.ignorableWhitespace = handler.characters
    handler.cdataBlock = handler.characters
    return handler
  }

  /// Ends the reading from inside the parser.
  private mutating func stop(_ kind: XMLProblem.Kind, _ text: String) {
    receiver.stop(XMLProblem(kind, at: parserPosition, text))
    xmlStopParser(parser)
  }

  /// The parser stands behind the name and address of the DTD.
  private mutating func meetDoctype() {
    if parser?.pointee.input?.pointee.cur?.pointee == UInt8(ascii: ">") {
      hasDoctype = true
    } else {
      stop(
        .doctype, "the document has a DOCTYPE with declarations, which is not allowed; remove it")
    }
  }

  /// Without a DOCTYPE the parser itself says that an entity is unknown.
  private mutating func meetEntity(_ name: UnsafePointer<xmlChar>?) {
    guard hasDoctype, !isStopped.pointee else { return }
    let text = name.map {
      String(cString: UnsafeRawPointer($0).assumingMemoryBound(to: CChar.self))
    }
    stop(.malformed, "Entity '\(text ?? "")' not defined: no DTD is loaded, write the sign itself")
  }

  private mutating func startElement(
    _ local: UnsafePointer<xmlChar>?, _ namespace: UnsafePointer<xmlChar>?,
    namespaceCount: CInt, attributeCount: Int,
    attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
  ) {
    if isStopped.pointee { return }
    finishRun()
    let position = tagPosition
    if isValidating { receiver.position = position }
    namespacesInForce += Int(namespaceCount)
    guard open.count < limits.depth else {
      stop(.tooDeep, "elements lie more than \(limits.depth) levels deep in each other")
      return
    }
    guard attributeCount <= limits.attributes, namespacesInForce <= limits.attributes else {
      stop(.tooLarge, "this element has more than \(limits.attributes) attributes")
      return
    }
    if let last = open.indices.last { open[last].holdsElement = true }
    open.append(OpenElement(index: records.count, namespaces: namespaceCount))
    let place = Int32(truncatingIfNeeded: bytes.count)
    records.append(
      XMLRecord(
        kind: .start, name: number(local, namespace), textStart: place, textEnd: place,
        line: Int32(truncatingIfNeeded: position.line),
        column: Int32(truncatingIfNeeded: position.column), ordinal: elementCount))
    elementCount &+= 1
    if let attributes {
      for index in 0..<attributeCount { appendAttribute(attributes + 5 * index) }
    }
    runStart = bytes.count
  }

  private mutating func endElement() {
    if isStopped.pointee { return }
    finishRun()
    guard let element = open.popLast() else { return }
    if isValidating { receiver.position = tagPosition }
    namespacesInForce -= Int(element.namespaces)
    if open.isEmpty { receiver.isDocumentOpen = false }
    let place = Int32(truncatingIfNeeded: bytes.count)
    records.append(
      XMLRecord(
        kind: .end, name: 0, textStart: place, textEnd: place, ordinal: elementCount))
    if element.index >= 0 {
      records[element.index].length = Int32(truncatingIfNeeded: records.count - element.index)
    }
  }

  private mutating func appendText(_ text: UnsafePointer<xmlChar>?, count: Int) {
    guard let text, count > 0, !isStopped.pointee, let element = open.last else { return }
    runBytes += count
    if runBytes > limits.textBytes {
      return stop(.tooLarge, "this text is longer than \(limits.textBytes) bytes")
    }
    let piece = UnsafeBufferPointer(start: text, count: count)
    // Most text between elements is there to indent them, and so is most of what begins a text.
    if !keepsBlanks, bytes.count == runStart, element.index < 0 || !element.holdsText,
      piece.allSatisfy({ $0 <= 0x20 })
    {
      return
    }
    guard bytes.count + count <= Int(Int32.max) else {
      return stop(.tooLarge, "this part is larger than \(Int32.max) bytes")
    }
    bytes.append(contentsOf: piece)
  }

  /// Ends the text before a tag.
  private mutating func finishRun() {
    runBytes = 0
    guard bytes.count > runStart, let last = open.indices.last else { return }
    let index = open[last].index
    let (start, end) = (
      Int32(truncatingIfNeeded: runStart), Int32(truncatingIfNeeded: bytes.count)
    )
    if index < 0 {
      // Its start tag is gone, and nobody can ask for its text.
      bytes.removeLast(bytes.count - runStart)
    } else if open[last].holdsElement {
      records.append(XMLRecord(kind: .text, name: 0, textStart: start, textEnd: end))
    } else {
      records[index].textStart = start
      records[index].textEnd = end
    }
    open[last].holdsText = true
    runStart = bytes.count
  }

  /// Five pointers describe an attribute: name, prefix, namespace, begin and end of the value. The
  /// parser leaves an ampersand in it as `&#38;`, and nothing else.
  private mutating func appendAttribute(
    _ parts: UnsafeMutablePointer<UnsafePointer<xmlChar>?>
  ) {
    let place = Int32(truncatingIfNeeded: bytes.count)
    var record = XMLRecord(
      kind: .attribute, name: number(parts[0], parts[2]), textStart: place, textEnd: place)
    if let begin = parts[3], let end = parts[4], end > begin {
      let value = UnsafeBufferPointer(start: begin, count: end - begin)
      if value.contains(UInt8(ascii: "&")) {
        var rest = value[...]
        while let byte = rest.first {
          bytes.append(byte)
          let isReference = byte == UInt8(ascii: "&") && rest.dropFirst().starts(with: "#38;".utf8)
          rest = rest.dropFirst(isReference ? 5 : 1)
        }
      } else {
        bytes.append(contentsOf: value)
      }
      record.textEnd = Int32(truncatingIfNeeded: bytes.count)
    }
    records.append(record)
  }

  private mutating func number(
    _ local: UnsafePointer<xmlChar>?, _ namespace: UnsafePointer<xmlChar>?
  ) -> Int32 {
    if let number = numbers.number(local, namespace) { return number }
    guard names.count < limits.names else {
      stop(.tooLarge, "the document has more than \(limits.names) different names")
      return 0
    }
    let number = Int32(truncatingIfNeeded: names.count)
    names.append(
      XMLName(
        local.map { String(cString: $0) } ?? "", namespace: namespace.map { String(cString: $0) }))
    numbers.insert(number, local, namespace)
    return number
  }
}

private func recorder(_ context: UnsafeMutableRawPointer?) -> UnsafeMutablePointer<XMLRecorder>? {
  context?.assumingMemoryBound(to: XMLRecorder.self)
}

/// Numbers of names by their addresses: the parser keeps one copy of each, so that the address tells
/// the name.
private struct NameNumbers {
  private struct Slot {
    var local: UnsafePointer<xmlChar>?
    var namespace: UnsafePointer<xmlChar>?
    var number: Int32 = -1
  }

  private var slots = [Slot](repeating: Slot(), count: 256)
  private var count = 0

  func number(
    _ local: UnsafePointer<xmlChar>?, _ namespace: UnsafePointer<xmlChar>?
  ) -> Int32? {
    var place = home(local, namespace)
    while slots[place].number >= 0 {
      let slot = slots[place]
      if slot.local == local, slot.namespace == namespace { return slot.number }
      place = (place + 1) & (slots.count - 1)
    }
    return nil
  }

  mutating func insert(
    _ number: Int32, _ local: UnsafePointer<xmlChar>?, _ namespace: UnsafePointer<xmlChar>?
  ) {
    if 2 * (count + 1) > slots.count {
      let old = slots
      slots = [Slot](repeating: Slot(), count: 2 * old.count)
      for slot in old where slot.number >= 0 { put(slot) }
    }
    put(Slot(local: local, namespace: namespace, number: number))
    count += 1
  }

  private mutating func put(_ slot: Slot) {
    var place = home(slot.local, slot.namespace)
    while slots[place].number >= 0 { place = (place + 1) & (slots.count - 1) }
    slots[place] = slot
  }

  private func home(
    _ local: UnsafePointer<xmlChar>?, _ namespace: UnsafePointer<xmlChar>?
  ) -> Int {
    let mixed =
      UInt(bitPattern: local) &* 0x9E37_79B9_7F4A_7C15
      ^ UInt(bitPattern: namespace) &* 0xC2B2_AE3D_27D4_EB4F
    return Int(truncatingIfNeeded: mixed >> 32) & (slots.count - 1)
  }
}

extension XMLRecorder {
  /// The bytes that the parser holds but hasn't passed: a tag that isn't complete yet.
  var pendingByteCount: Int {
    guard let input = parser?.pointee.input?.pointee, let place = input.cur, let end = input.end
    else { return 0 }
    return end - place
  }

  /// Where the parser stands.
  var parserPosition: XMLPosition {
    guard let input = parser?.pointee.input else { return receiver.position }
    return XMLPosition(
      line: max(1, Int(input.pointee.line)), column: max(1, Int(input.pointee.col)))
  }

  /// Where the tag begins whose end the parser has reached: at the nearest `<` before, since no tag
  /// may hold another.
  private var tagPosition: XMLPosition {
    guard let input = parser?.pointee.input, let base = input.pointee.base,
      let end = input.pointee.cur
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
    let line = max(1, Int(input.pointee.line) - lines)
    if lines == 0 {
      return XMLPosition(line: line, column: max(1, Int(input.pointee.col) - scalars))
    }
    var column = 1
    while place > base {
      place -= 1
      if place.pointee == 0x0A { return XMLPosition(line: line, column: column) }
      if place.pointee & 0xC0 != 0x80 { column += 1 }
    }
    return XMLPosition(line: line, column: line == 1 ? column : 1)
  }
}
