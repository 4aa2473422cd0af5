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
  /// The share of the document that has been read, from 0 to 1.
  var progress: Double { reader.progress }

  private let reader: XMLPartReader
  /// Namespaces whose elements belong to the format; "" stands for none.
  private let spaces: Set<String>
  private let file: String
  private var scope: DocumentScope<Name>?

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
      guard let name = scope(of: start).elements[Int(start.chunk.records[start.index].name)] else {
        try reader.skip(start)
        continue
      }
      if containers.contains(name) { continue }
      guard let whole = try reader.complete(start) else { return nil }
      return DocumentPart(scope: scope(of: whole), index: whole.index)
    }
    return nil
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
      elements.append(spaces.contains(name.namespace ?? "") ? known : nil)
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

  /// A number as XML Schema writes it (`xs:decimal`, `xs:double`), rounded half up at the 12th
  /// decimal; `nil` if it is none, or out of range.
  init?(xml text: String) {
    if let plain = Amount(plain: text) {
      self = plain
      return
    }
    let halves = text.split(omittingEmptySubsequences: false) { $0 == "e" || $0 == "E" }
    guard let mantissa = halves.first, halves.count <= 2 else { return nil }
    var exponent = 0
    if halves.count == 2 {
      guard let written = Int(halves[1]), written.magnitude <= 400 else { return nil }
      exponent = written
    }
    var digits = Array(mantissa.utf8)
    let isNegative = digits.first == UInt8(ascii: "-")
    if isNegative || digits.first == UInt8(ascii: "+") { digits.removeFirst() }
    let point = digits.firstIndex(of: UInt8(ascii: ".")) ?? digits.count
    if point < digits.count { digits.remove(at: point) }
    let isNumber = digits.allSatisfy { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
    guard isNumber, !digits.isEmpty, digits.count <= 400 else { return nil }
    // The digits up to the 12th decimal, and the one behind that decides the rounding.
    let kept = point + exponent + Amount.decimals
    var units: Int128 = 0
    for index in 0..<max(0, kept) {
      let digit = index < digits.count ? Int128(digits[index] - UInt8(ascii: "0")) : 0
      let (shifted, over) = units.multipliedReportingOverflow(by: 10)
      let (next, over2) = shifted.addingReportingOverflow(digit)
      if over || over2 { return nil }
      units = next
    }
    if kept >= 0, kept < digits.count, digits[kept] >= UInt8(ascii: "5") {
      let (next, over) = units.addingReportingOverflow(1)
      if over { return nil }
      units = next
    }
    self.init(units: isNegative ? -units : units)
  }
}
