import Measures
import Messages

/// Reads the fields of one JSON object, collects what is wrong, and keeps what was used.
///
/// Every reading function returns something usable; whoever has read all fields asks the
/// diagnostics whether anything was wrong before computing with it.
final class FieldReader {
  private let members: [JSONMember]
  private let document: JSONDocument?
  private let path: String
  private let offset: Int
  private let collector: Collector
  private var touched = Set<String>()
  /// The fields read so far, with defaults filled in, in the order in which they were read.
  private(set) var used: [JSONValue.Member] = []

  /// Where findings of an object and all objects inside go.
  final class Collector {
    var diagnostics = Diagnostics()
  }

  /// - Parameters:
  ///   - node: the object; nil for one that isn't there. Anything else is reported.
  ///   - parent: where it should stand, for what is missing.
  init(
    _ node: JSONNode?, in document: JSONDocument?, path: String, collector: Collector
  ) {
    self.document = document
    self.path = path
    self.collector = collector
    offset = node?.offset ?? 0
    switch node?.value {
    case .object(let members): self.members = members
    case nil, .null: members = []
    default:
      members = []
      fail(.matrixNotAnObject(), at: offset)
    }
  }

  var hasErrors: Bool { collector.diagnostics.hasErrors }

  /// The place of a field, or of the object if it has none of that name.
  func position(_ key: String? = nil) -> SourcePosition {
    let field = key.flatMap { key in members.first { $0.key == key }?.node.offset }
    return place(field ?? offset)
  }

  func fail(_ message: Message, at key: String? = nil) {
    collector.diagnostics.error(position(key), message)
  }

  func warn(_ message: Message, at key: String? = nil) {
    collector.diagnostics.warning(position(key), message)
  }

  private func fail(_ message: Message, at offset: Int) {
    collector.diagnostics.error(place(offset), message)
  }

  /// Reports a field that should be there: it isn't, or it is null.
  private func failMissing(_ key: String) {
    if let node = members.first(where: { $0.key == key })?.node {
      fail(.matrixFieldNull(key), at: node.offset)
    } else {
      fail(.matrixFieldMissing(key), at: offset)
    }
  }

  private func place(_ offset: Int) -> SourcePosition {
    guard let document else { return SourcePosition(file: path, line: 1, column: 1) }
    let (line, column) = JSONDocument.place(of: offset, in: document.bytes)
    return SourcePosition(file: path, line: line, column: column)
  }

  /// The field, if it is there and not null.
  func node(_ key: String) -> JSONNode? {
    touched.insert(key)
    guard let node = members.first(where: { $0.key == key })?.node else { return nil }
    if case .null = node.value { return nil }
    return node
  }

  func has(_ key: String) -> Bool { node(key) != nil }

  /// Whether a field is a list without entries.
  func isEmptyList(_ key: String) -> Bool {
    guard case .array(let elements)? = node(key)?.value else { return false }
    return elements.isEmpty
  }

  /// Marks fields that describe and decide nothing.
  func ignore(_ keys: String...) { touched.formUnion(keys) }

  /// Marks all fields as none of this method's business.
  func ignoreAll() { touched.formUnion(keys) }

  /// All keys, in the order of the file.
  var keys: [String] { members.map(\.key) }

  /// Warns about every field that nothing has asked for.
  func warnAboutRest() {
    for member in members where !touched.contains(member.key) {
      let near = Suggestion.nearest(to: member.key, in: touched.sorted())
      collector.diagnostics.warning(
        place(member.offset), .matrixFieldUnused(member.key, near: near))
    }
  }

  private func note(_ key: String, _ value: JSONValue) {
    if !used.contains(where: { $0.key == key }) { used.append(.init(key, value)) }
  }

  /// Adds a parameter that was derived rather than read.
  func record(_ key: String, _ value: JSONValue) { note(key, value) }

  // MARK: Plain values

  /// A number. Without a default the field must be there.
  func number(_ key: String, default standard: Double? = nil) -> Double {
    guard let node = node(key) else {
      if let standard {
        note(key, .number(standard))
      } else {
        failMissing(key)
      }
      return standard ?? 0
    }
    let value = number(node, key)
    note(key, .number(value))
    return value
  }

  private func number(_ node: JSONNode, _ key: String) -> Double {
    if case .number(let value) = node.value { return value }
    fail(.matrixNotANumber(key), at: node.offset)
    return 0
  }

  /// A whole number within bounds.
  func integer(_ key: String, in range: ClosedRange<Int>, default standard: Int? = nil) -> Int {
    if node(key) == nil, let standard {
      note(key, .integer(standard))
      return standard
    }
    let value = number(key, default: nil)
    used.removeAll { $0.key == key }
    guard let whole = Int(exactly: value), range.contains(whole) else {
      if has(key) {
        fail(.matrixNotWhole(key, from: range.lowerBound, to: range.upperBound), at: key)
      }
      return range.lowerBound
    }
    note(key, .integer(whole))
    return whole
  }

  func bool(_ key: String, default standard: Bool) -> Bool {
    guard let node = node(key) else { return standard }
    if case .bool(let value) = node.value {
      note(key, .bool(value))
      return value
    }
    fail(.matrixNotTrueOrFalse(key), at: node.offset)
    return standard
  }

  /// A text; nil if it isn't there.
  func text(_ key: String) -> String? {
    guard let node = node(key) else { return nil }
    if case .string(let value) = node.value {
      note(key, .text(value))
      return value
    }
    fail(.matrixNotText(key), at: node.offset)
    return nil
  }

  /// One of several words.
  func choice<Choice>(_ key: String, default standard: Choice) -> Choice
  where Choice: RawRepresentable<String> & CaseIterable {
    guard has(key) else {
      note(key, .text(standard.rawValue))
      return standard
    }
    guard let word = text(key) else { return standard }
    if let choice = Choice(rawValue: word) { return choice }
    let known = Choice.allCases.map(\.rawValue)
    fail(
      .matrixUnknownWord(
        word, of: key, known: known, near: Suggestion.nearest(to: word, in: known)), at: key)
    return standard
  }

  /// A decimal figure held exactly, written as text or as a number.
  func amount(_ key: String, default standard: Amount? = nil) -> Amount {
    guard let node = node(key) else {
      if standard == nil { failMissing(key) }
      return standard ?? .zero
    }
    let text: String
    switch node.value {
    case .string(let value): text = value
    case .number: text = document?.text(ofNumber: node) ?? ""
    default:
      fail(.matrixNotANumber(key), at: node.offset)
      return .zero
    }
    guard let amount = Amount(plain: text) else {
      fail(.matrixNotADecimal(key, text: text), at: node.offset)
      return .zero
    }
    note(key, .text(text))
    return amount
  }

  // MARK: Lists

  /// A list of numbers of a given length; nil stands for null where that is allowed.
  func optionalNumbers(_ key: String, count: Int?, allowsNull: Bool = true) -> [Double?] {
    guard let node = node(key) else {
      failMissing(key)
      return []
    }
    let list = optionalNumbers(node, key, count: count, allowsNull: allowsNull)
    note(key, .array(list.map { .optional($0) }))
    return list
  }

  private func optionalNumbers(
    _ node: JSONNode, _ key: String, count: Int?, allowsNull: Bool
  ) -> [Double?] {
    guard case .array(let elements) = node.value else {
      fail(.matrixNotAList(key), at: node.offset)
      return []
    }
    if let count, elements.count != count {
      fail(.matrixWrongLength(key, expected: count, found: elements.count), at: node.offset)
    }
    return elements.map { element in
      if case .null = element.value, allowsNull { return nil }
      return number(element, key)
    }
  }

  /// A list of numbers, of a given length if there is one.
  func numbers(_ key: String, count: Int? = nil) -> [Double] {
    optionalNumbers(key, count: count, allowsNull: false).map { $0 ?? 0 }
  }

  /// Rows of numbers, of given sizes if there are any.
  func rows(_ key: String, count: Int? = nil, columns: Int? = nil) -> [[Double]] {
    guard let node = node(key) else {
      failMissing(key)
      return []
    }
    guard case .array(let elements) = node.value else {
      fail(.matrixNotAList(key), at: node.offset)
      return []
    }
    if let count, elements.count != count {
      fail(.matrixWrongLength(key, expected: count, found: elements.count), at: node.offset)
    }
    let rows = elements.map {
      optionalNumbers($0, key, count: columns, allowsNull: false).map { $0 ?? 0 }
    }
    note(key, .rows(rows))
    return rows
  }

  /// A list of texts.
  func texts(_ key: String) -> [String] {
    guard let node = node(key) else { return [] }
    guard case .array(let elements) = node.value else {
      fail(.matrixNotAList(key), at: node.offset)
      return []
    }
    return elements.compactMap { element in
      if case .string(let value) = element.value { return value }
      fail(.matrixNotText(key), at: element.offset)
      return nil
    }
  }

  // MARK: Objects inside

  /// The object of a field, empty if it isn't there.
  func object(_ key: String) -> FieldReader {
    FieldReader(node(key), in: document, path: path, collector: collector)
  }

  /// The objects of a list; the list must be there.
  func objects(_ key: String) -> [FieldReader] {
    guard let node = node(key) else {
      failMissing(key)
      return []
    }
    guard case .array(let elements) = node.value else {
      fail(.matrixNotAList(key), at: node.offset)
      return []
    }
    return elements.map {
      FieldReader($0, in: document, path: path, collector: collector)
    }
  }

  /// The lists of a list of lists, each as raw nodes.
  func elements(_ key: String) -> [JSONNode] {
    guard let node = node(key) else {
      failMissing(key)
      return []
    }
    guard case .array(let elements) = node.value else {
      fail(.matrixNotAList(key), at: node.offset)
      return []
    }
    return elements
  }

  /// The numbers of one of these lists.
  func numbers(in node: JSONNode, of key: String) -> [Double] {
    optionalNumbers(node, key, count: nil, allowsNull: false).map { $0 ?? 0 }
  }
}
