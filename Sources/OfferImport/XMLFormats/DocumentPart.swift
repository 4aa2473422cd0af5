import Measures
import Messages
import XMLReading

/// A part of a foreign document that has been expanded, seen through the namespaces of its format.
struct DocumentPart {
  let element: XMLElement
  /// Namespaces whose elements belong to the format; "" stands for none.
  let spaces: [String]
  private let file: String

  init(_ element: XMLElement, spaces: [String], file: String) {
    self.element = element
    self.spaces = spaces
    self.file = file
  }

  var name: String { element.name.local }
  /// Whether the element belongs to the format at all.
  var isKnown: Bool { isKnown(element) }
  var position: SourcePosition {
    SourcePosition(file: file, line: element.position.line, column: element.position.column)
  }
  /// Its own text; `nil` if there is none.
  var cell: Cell? {
    let cell = Cell(element.text, at: position)
    return cell.text.isEmpty ? nil : cell
  }

  /// All children with a name.
  func all(_ local: String) -> [DocumentPart] {
    element.children.lazy.filter { $0.name.local == local && isKnown($0) }
      .map { DocumentPart($0, spaces: spaces, file: file) }
  }

  /// The first part along a path of names.
  func part(_ path: String...) -> DocumentPart? { part(path[...]) }

  /// The text at the end of a path of names; `nil` if there is none.
  func cell(_ path: String...) -> Cell? { part(path[...])?.cell }

  /// The text of an attribute; `nil` if there is none.
  func attribute(_ local: String) -> Cell? {
    guard let text = element.attribute(local) else { return nil }
    let cell = Cell(text, at: position)
    return cell.text.isEmpty ? nil : cell
  }

  private func part(_ path: ArraySlice<String>) -> DocumentPart? {
    guard let local = path.first else { return self }
    // A name may come twice, and only the second lead on.
    for child in element.children where child.name.local == local && isKnown(child) {
      let part = DocumentPart(child, spaces: spaces, file: file)
      if let found = part.part(path.dropFirst()) { return found }
    }
    return nil
  }

  private func isKnown(_ element: XMLElement) -> Bool {
    spaces.contains(element.name.namespace ?? "")
  }
}

extension XMLPullReader {
  /// The next part of a document whose outermost element has been opened; `nil` at its end.
  ///
  /// - Parameter containers: elements that are entered, so that what is in them comes one by one.
  func nextPart(
    spaces: [String], file: String, entering containers: Set<String> = []
  ) throws(XMLProblem) -> DocumentPart? {
    while let event = try next() {
      guard case .startElement(let name, _, _) = event, !containers.contains(name.local),
        let element = try readElement()
      else { continue }
      return DocumentPart(element, spaces: spaces, file: file)
    }
    return nil
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
  init(_ value: Amount, cell: Cell) {
    self.value = value
    self.cell = cell
  }

  /// A figure that was computed from others.
  init(_ value: Amount, at position: SourcePosition, currency: Cell? = nil) {
    self.value = value
    self.currency = currency
    cell = Cell(value.text, at: position)
  }
}

extension Amount {
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
