/// One entry of what has been read of a document: a start tag, an attribute behind it, a text, or
/// the end of an element. They lie one after another as in the document.
///
/// No text is made into a `String` and no name looked at until somebody asks.
public struct XMLRecord: Sendable {
  /// What an entry is.
  public enum Kind: UInt8, Sendable {
    /// A start tag; ``textStart`` and ``textEnd`` hold the text up to the first element in it.
    case start
    /// An attribute of the start tag before it.
    case attribute
    /// A text behind an element inside the same element.
    case text
    /// The end of an element.
    case end
  }

  /// What it is.
  public var kind: Kind
  /// The name's number in ``XMLNames``; of start tags and attributes.
  public var name: Int32
  /// Of a start tag: how many records on the one behind the element's end is; 0 while it is open.
  public var length: Int32 = 0
  /// Where the text begins in ``XMLChunk/bytes``.
  public var textStart: Int32
  /// Where the text ends.
  public var textEnd: Int32
  /// The line of a start tag's `<`, from 1.
  public var line: Int32 = 0
  /// The column of a start tag's `<`, from 1; 1 where it isn't known.
  public var column: Int32 = 0
  /// Where its text stands in ``XMLChunk/bytes``.
  public var textRange: Range<Int> { Int(textStart)..<Int(textEnd) }
  /// Of a start tag or an end: how many elements of the document began before.
  var ordinal: Int32 = 0
}

/// The names that a document uses, numbered in the order in which they came.
public final class XMLNames {
  private var names: [XMLName] = []

  /// How many there are.
  public var count: Int { names.count }

  /// The name with a number that a record holds.
  public subscript(number: Int32) -> XMLName { names[Int(number)] }

  func append(_ name: XMLName) { names.append(name) }
}

/// A run of records that belong together; it never changes.
public final class XMLChunk {
  /// The records.
  public let records: [XMLRecord]
  /// The texts of the records, in UTF-8.
  public let bytes: [UInt8]
  /// What the numbers of names stand for.
  public let names: XMLNames

  init(records: [XMLRecord], bytes: [UInt8], names: XMLNames) {
    self.records = records
    self.bytes = bytes
    self.names = names
  }
}

/// An element of a document with all that is in it, or as much of it as has been read.
public struct XMLPart {
  /// Where it is recorded.
  public let chunk: XMLChunk
  /// The number of its start tag among the records.
  public let index: Int

  /// The element whose start tag has a number among the records of a chunk.
  public init(chunk: XMLChunk, index: Int) {
    self.chunk = chunk
    self.index = index
  }

  /// Its name.
  public var name: XMLName { chunk.names[chunk.records[index].name] }
  /// Where its start tag begins.
  public var position: XMLPosition {
    XMLPosition(line: Int(chunk.records[index].line), column: Int(chunk.records[index].column))
  }
  /// Its attributes in the order of the document.
  public var attributes: [XMLAttribute] {
    var found: [XMLAttribute] = []
    for record in chunk.records[(index + 1)...] {
      guard record.kind == .attribute else { break }
      found.append(XMLAttribute(name: chunk.names[record.name], value: chunk.text(of: record)))
    }
    return found
  }
  /// Its own text, without that of its children: all pieces joined. Pieces of nothing but blanks
  /// may be left out at the begin.
  public var text: String {
    var text = chunk.text(of: chunk.records[index])
    forEachRecord { if $0.kind == .text { text += chunk.text(of: $0) } }
    return text
  }
  /// Its own text in UTF-8, without blanks around it: as it was recorded, if it is in one piece.
  public var trimmedText: ArraySlice<UInt8> {
    let record = chunk.records[index]
    var text = chunk.bytes[Int(record.textStart)..<Int(record.textEnd)]
    if hasTextBehindElements { text = Array(self.text.utf8)[...] }
    while let byte = text.first, byte <= 0x20 { text.removeFirst() }
    while let byte = text.last, byte <= 0x20 { text.removeLast() }
    return text
  }

  private var hasTextBehindElements: Bool {
    var place = index + 1
    while place < chunk.records.count, chunk.records[place].kind != .end {
      let record = chunk.records[place]
      if record.kind == .text { return true }
      place += record.kind == .start ? max(1, Int(record.length)) : 1
    }
    return false
  }
  /// The elements directly in it, in the order of the document.
  public var children: [XMLPart] {
    var children: [XMLPart] = []
    var place = index + 1
    while place < chunk.records.count, chunk.records[place].kind != .end {
      let record = chunk.records[place]
      if record.kind == .start { children.append(XMLPart(chunk: chunk, index: place)) }
      place += record.kind == .start ? max(1, Int(record.length)) : 1
    }
    return children
  }

  private func forEachRecord(_ body: (XMLRecord) -> Void) {
    var place = index + 1
    while place < chunk.records.count, chunk.records[place].kind != .end {
      let record = chunk.records[place]
      body(record)
      place += record.kind == .start ? max(1, Int(record.length)) : 1
    }
  }
}

extension XMLChunk {
  /// The text of an attribute, or of a start tag up to the first element in it.
  public func text(of record: XMLRecord) -> String {
    String(decoding: bytes[Int(record.textStart)..<Int(record.textEnd)], as: UTF8.self)
  }
}
