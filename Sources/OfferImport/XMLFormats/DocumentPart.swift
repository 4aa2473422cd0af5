import Measures
import Messages
import XMLReading

/// What holds for all parts of one piece of a document.
final class DocumentScope<Name: DocumentName> {
  let chunk: XMLChunk
  /// What elements are called, by the number of the name; `nil` for those that the format's reader
  /// doesn't know, or of other namespaces.
  let elements: [Name?]
  /// The same for attributes, which have no namespace.
  let attributes: [Name?]
  let file: String

  init(_ chunk: XMLChunk, elements: [Name?], attributes: [Name?], file: String) {
    self.chunk = chunk
    self.elements = elements
    self.attributes = attributes
    self.file = file
  }
}

/// An element of a foreign document with all that is in it, seen through the names of its format.
struct DocumentPart<Name: DocumentName> {
  let scope: DocumentScope<Name>
  /// The number of its start tag among the records.
  let index: Int

  private var record: XMLRecord { scope.chunk.records[index] }
  /// What it is; `nil` if the format's reader doesn't know it.
  var name: Name? { scope.elements[Int(record.name)] }
  var position: SourcePosition {
    let record = record
    return SourcePosition(file: scope.file, line: Int(record.line), column: Int(record.column))
  }
  /// Its own text in UTF-8, without blanks around it.
  var text: ArraySlice<UInt8> { XMLPart(chunk: scope.chunk, index: index).trimmedText }
  /// Its own text; `nil` if there is none.
  var cell: Cell? {
    let text = text
    if text.isEmpty { return nil }
    let cell = Cell(String(decoding: text, as: UTF8.self), at: position)
    return cell.text.isEmpty ? nil : cell
  }

  /// All children with a name.
  func all(_ name: Name) -> [DocumentPart] {
    var found: [DocumentPart] = []
    var next = index + 1
    while let place = child(name, from: &next) {
      found.append(DocumentPart(scope: scope, index: place))
    }
    return found
  }

  /// The first part along a path of names.
  func part(_ first: Name, _ second: Name? = nil, _ third: Name? = nil) -> DocumentPart? {
    var next = index + 1
    while let place = child(first, from: &next) {
      let part = DocumentPart(scope: scope, index: place)
      guard let second else { return part }
      // A name may come twice, and only the second lead on.
      if let found = part.part(second, third) { return found }
    }
    return nil
  }

  /// All elements of some names in it, however deep, but for those in others of them.
  func inner(_ wanted: [Name]) -> [DocumentPart] {
    let records = scope.chunk.records
    let end = index + Int(record.length)
    var found: [DocumentPart] = []
    var next = index + 1
    while next < end {
      let place = next
      next += 1
      guard records[place].kind == .start, let name = scope.elements[Int(records[place].name)],
        wanted.contains(name)
      else { continue }
      found.append(DocumentPart(scope: scope, index: place))
      next = place + max(1, Int(records[place].length))
    }
    return found
  }

  /// The first element directly in it, whatever it is.
  var firstElement: XMLName? {
    let records = scope.chunk.records
    var next = index + 1
    while next < records.count, records[next].kind == .attribute { next += 1 }
    guard next < records.count, records[next].kind == .start else { return nil }
    return scope.chunk.names[records[next].name]
  }

  /// The text at the end of a path of names; `nil` if there is none.
  func cell(_ first: Name, _ second: Name? = nil, _ third: Name? = nil) -> Cell? {
    part(first, second, third)?.cell
  }

  /// The text of an attribute; `nil` if there is none.
  func attribute(_ name: Name) -> Cell? {
    var place = index + 1
    let records = scope.chunk.records
    while place < records.count, records[place].kind == .attribute {
      if scope.attributes[Int(records[place].name)] == name {
        let cell = Cell(scope.chunk.text(of: records[place]), at: position)
        return cell.text.isEmpty ? nil : cell
      }
      place += 1
    }
    return nil
  }

  /// The place of the next child with a name, from a place on, which is then set behind it.
  private func child(_ name: Name, from next: inout Int) -> Int? {
    let records = scope.chunk.records
    while next < records.count {
      let place = next
      switch records[place].kind {
      case .end: return nil
      case .attribute, .text: next += 1
      case .start:
        next += max(1, Int(records[place].length))
        if scope.elements[Int(records[place].name)] == name { return place }
      }
    }
    return nil
  }
}

/// A foreign document that passes by part by part.
struct DocumentSource<Name: DocumentName> {
  /// The first element that stands in another namespace than the format's, though money may hang on
  /// it there.
  private(set) var misplaced: (name: XMLName, position: SourcePosition)?
  /// The share of the document that has been read, from 0 to 1.
  var progress: Double { reader.progress }

  private let reader: XMLPartReader
  /// Namespaces whose elements belong to the format; "" stands for none.
  private let spaces: Set<String>
  private let file: String
  private var scope: DocumentScope<Name>?
  /// By the number of a name: whether it is that of such an element.
  private var isMisplaced: [Bool] = []
  private var hasMisplaced = false

  /// - Parameter reader: one that has come to the outermost element.
  init(_ reader: XMLPartReader, spaces: [String], file: String) {
    self.reader = reader
    self.spaces = Set(spaces)
    self.file = file
  }

  /// The next part that the format's reader knows; `nil` at the end of the document.
  ///
  /// - Parameter containers: elements that are entered, so that what is in them comes one by one.
  mutating func next(entering containers: [Name] = []) throws(XMLProblem) -> DocumentPart<Name>? {
    while let event = try reader.next() {
      guard case .start(let start) = event else { continue }
      let number = Int(start.chunk.records[start.index].name)
      guard let name = scope(of: start).elements[number] else {
        if isMisplaced[number] { note(start) }
        try reader.skip(start)
        continue
      }
      if containers.contains(name) { continue }
      guard let whole = try reader.complete(start) else { return nil }
      let scope = scope(of: whole)
      if hasMisplaced, misplaced == nil { findMisplaced(in: whole) }
      return DocumentPart(scope: scope, index: whole.index)
    }
    return nil
  }

  private mutating func note(_ part: XMLPart) {
    if misplaced != nil { return }
    misplaced = (
      part.name,
      SourcePosition(file: file, line: part.position.line, column: part.position.column)
    )
  }

  /// Looks for such an element in a part, but for what extensions of the format may hold.
  private mutating func findMisplaced(in part: XMLPart) {
    let records = part.chunk.records
    let end = part.index + Int(records[part.index].length)
    var place = part.index + 1
    while place < end {
      let record = records[place]
      if record.kind == .start {
        if isMisplaced[Int(record.name)] {
          return note(XMLPart(chunk: part.chunk, index: place))
        }
        if part.chunk.names[record.name].local == "UBLExtensions" {
          place += max(1, Int(record.length)) - 1
        }
      }
      place += 1
    }
  }

  private mutating func scope(of part: XMLPart) -> DocumentScope<Name> {
    if let scope, scope.chunk === part.chunk { return scope }
    let names = part.chunk.names
    var elements = scope?.elements ?? []
    var attributes = scope?.attributes ?? []
    scope = nil
    for number in elements.count..<names.count {
      let name = names[Int32(truncatingIfNeeded: number)]
      let known = Name(rawValue: name.local)
      let isOwn = spaces.contains(name.namespace ?? "")
      elements.append(isOwn ? known : nil)
      isMisplaced.append(!isOwn && known.map { Name.costly.contains($0) } == true)
      hasMisplaced = hasMisplaced || isMisplaced.last == true
      attributes.append(name.namespace == nil ? known : nil)
    }
    let scope = DocumentScope(part.chunk, elements: elements, attributes: attributes, file: file)
    self.scope = scope
    return scope
  }
}

/// A number of a document with its place.
struct QuotedFigure {
  let value: Amount
  /// The number as decimal text without an exponent.
  let cell: Cell
  /// The currency that the element names.
  var currency: Cell?
  /// The unit that the element names.
  var unit: String?

  /// A figure as the document writes it.
  init(_ value: Amount, text: String, at position: SourcePosition) {
    self.value = value
    cell = Cell(text, at: position)
  }

  /// A figure that was computed from others.
  init(_ value: Amount, at position: SourcePosition, currency: Cell? = nil) {
    self.value = value
    self.currency = currency
    cell = Cell(value.text, at: position)
  }
}

extension Amount {
  /// A number of at most twelve signs, all digits but for one point between them; `nil` for any
  /// other text, of which ``init(xml:)`` may still make something.
  init?(shortDigits text: some Collection<UInt8>) {
    guard text.count <= 12 else { return nil }
    var digits: UInt64 = 0
    // Below zero until the point.
    var decimals = -1
    var last = UInt8(ascii: ".")
    for byte in text {
      if byte == UInt8(ascii: "."), decimals < 0, last != byte {
        decimals = 0
      } else {
        guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return nil }
        digits = digits * 10 + UInt64(byte - UInt8(ascii: "0"))
        if decimals >= 0 { decimals += 1 }
      }
      last = byte
    }
    guard last != UInt8(ascii: ".") else { return nil }
    self.init(units: Int128(digits) * Amount.scale(of: max(0, decimals)))
  }

  /// Units in one step of the last of so many decimals.
  private static func scale(of decimals: Int) -> Int128 {
    var scale: UInt64 = 1
    for _ in decimals..<max(decimals, Amount.decimals) { scale *= 10 }
    return Int128(scale)
  }
}
