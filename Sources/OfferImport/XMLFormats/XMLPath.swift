import Messages
import XMLReading

/// A path into an XML document: a small part of XPath 1.0 that can be followed while a document
/// streams by. Prefixes are left out, and namespaces do not matter.
///
/// Rows: `/order/item`, `//item`, `/order//item`. Cells, from the row: `name`, `price/amount`,
/// `price/@net`, `@id`, `text()`, `.`, and a fixed text in quotes. Any step may be `*` and may carry
/// conditions such as `[@lang='de']`.
struct XMLPath: Sendable {
  /// One step down.
  struct Step: Sendable {
    /// Whether any number of levels may lie between.
    let isDeep: Bool
    /// The element's name; `nil` for any.
    let name: String?
    let conditions: [Condition]

    func matches(_ part: XMLPart) -> Bool {
      if let name, name != part.name.local { return false }
      if conditions.isEmpty { return true }
      let attributes = part.attributes
      return conditions.allSatisfy { condition in
        attributes.contains {
          $0.name.local == condition.attribute && $0.value == condition.value
        }
      }
    }
  }

  /// An attribute that must have a value.
  struct Condition: Sendable {
    let attribute: String
    let value: String
  }

  /// What is taken at the end of the path.
  enum End: Sendable {
    /// All text in the element.
    case element
    /// The text directly in the element.
    case ownText
    case attribute(String)
    /// A fixed text, whatever the document says.
    case literal(String)
  }

  let steps: [Step]
  let end: End

  /// The path of rows.
  init(rows text: String) throws(XMLPathProblem) {
    guard text.hasPrefix("/") else { throw XMLPathProblem(part: text, kind: .notAbsolute) }
    var parser = Parser(text)
    let (steps, end) = try parser.steps(isAbsolute: true)
    guard case .element = end, !steps.isEmpty else {
      throw XMLPathProblem(part: text, kind: .rowIsNoElement)
    }
    self.steps = steps
    self.end = end
  }

  /// The path of a cell, from its row.
  init(cell text: String) throws(XMLPathProblem) {
    if let quote = text.first, quote == "'" || quote == "\"" {
      let body = text.dropFirst().dropLast()
      guard text.count >= 2, text.last == quote, !body.contains(quote) else {
        throw XMLPathProblem(part: text, kind: .notUnderstood)
      }
      (steps, end) = ([], .literal(String(body)))
      return
    }
    if text == "." {
      (steps, end) = ([], .element)
      return
    }
    guard !text.hasPrefix("/") else { throw XMLPathProblem(part: text, kind: .notRelative) }
    var parser = Parser(text)
    (steps, end) = try parser.steps(isAbsolute: false)
  }
}

/// Why a path is not supported.
struct XMLPathProblem: Error {
  /// What is in the way.
  enum Kind {
    /// A row's path that doesn't begin at the document.
    case notAbsolute
    /// A cell's path that doesn't begin at the row.
    case notRelative
    /// A row's path that ends at a text or attribute.
    case rowIsNoElement
    /// `//` below a row.
    case deepCell
    /// `..`, an axis such as `parent::`, a function or a condition of another kind.
    case notUnderstood
    /// More steps than can be followed.
    case tooLong
  }

  /// The part of the path.
  let part: String
  let kind: Kind
}

/// Takes a path apart.
private struct Parser {
  private let text: String
  private var rest: Substring

  init(_ text: String) {
    self.text = text
    rest = text[...]
  }

  mutating func steps(
    isAbsolute: Bool
  ) throws(XMLPathProblem) -> ([XMLPath.Step], XMLPath.End) {
    var steps: [XMLPath.Step] = []
    var isFirst = !isAbsolute
    while !rest.isEmpty {
      var isDeep = false
      if !isFirst {
        guard take("/") else { throw problem(.notUnderstood) }
        isDeep = take("/")
        if isDeep, !isAbsolute { throw XMLPathProblem(part: "//", kind: .deepCell) }
      }
      isFirst = false
      if take("@") {
        let name = try self.name()
        guard rest.isEmpty else { throw problem(.notUnderstood) }
        return (steps, .attribute(name))
      }
      if rest == "text()" { return (steps, .ownText) }
      let name = take("*") ? nil : try self.name()
      steps.append(XMLPath.Step(isDeep: isDeep, name: name, conditions: try conditions()))
      // One bit of a word stands for each step while rows are looked for.
      guard steps.count < 60 else { throw XMLPathProblem(part: text, kind: .tooLong) }
    }
    return (steps, .element)
  }

  private mutating func conditions() throws(XMLPathProblem) -> [XMLPath.Condition] {
    var conditions: [XMLPath.Condition] = []
    while rest.hasPrefix("[") {
      let whole = rest.prefix { $0 != "]" } + "]"
      let unknown = XMLPathProblem(part: String(whole), kind: .notUnderstood)
      guard take("["), take("@") else { throw unknown }
      let attribute = try name()
      while take(" ") {}
      guard take("=") else { throw unknown }
      while take(" ") {}
      guard let quote = rest.first, quote == "'" || quote == "\"" else { throw unknown }
      rest.removeFirst()
      guard let close = rest.firstIndex(of: quote) else { throw unknown }
      let value = String(rest[..<close])
      rest = rest[rest.index(after: close)...]
      guard take("]") else { throw unknown }
      conditions.append(XMLPath.Condition(attribute: attribute, value: value))
    }
    return conditions
  }

  /// A name without its prefix.
  private mutating func name() throws(XMLPathProblem) -> String {
    let start = rest
    let first = word()
    var name = first
    if take(":") { name = word() }
    let isName = name.first.map { $0.isLetter || $0 == "_" } == true && !first.isEmpty
    // Behind a name stands the next step, a condition or the end; `(` and `::` make it another thing.
    let isEnded = rest.first.map { "/[= ".contains($0) } ?? true
    guard isName, isEnded else {
      throw XMLPathProblem(part: String(start.prefix { $0 != "/" }), kind: .notUnderstood)
    }
    return name
  }

  private mutating func word() -> String {
    let word = rest.prefix { $0.isLetter || $0.isNumber || "_-.".contains($0) }
    rest = rest[word.endIndex...]
    return String(word)
  }

  private mutating func take(_ sign: String) -> Bool {
    guard rest.hasPrefix(sign) else { return false }
    rest = rest.dropFirst(sign.count)
    return true
  }

  private func problem(_ kind: XMLPathProblem.Kind) -> XMLPathProblem {
    XMLPathProblem(part: rest.isEmpty ? text : String(rest), kind: kind)
  }
}

extension XMLPath {
  /// What has been found of the path above an element: a bit for each step that may come next.
  typealias Progress = UInt64

  /// The progress at the document itself.
  static let start: Progress = 1

  /// The progress below an element, and whether the element is at the path's end.
  func progress(
    from progress: Progress, into part: XMLPart
  ) -> (below: Progress, isEnd: Bool) {
    var below: Progress = 0
    for (index, step) in steps.enumerated() where progress & (1 << index) != 0 {
      if step.isDeep { below |= 1 << index }
      if step.matches(part) { below |= 1 << (index + 1) }
    }
    let end: Progress = 1 << steps.count
    return (below & ~end, below & end != 0)
  }

  /// All that stands at the path's end below a row, with the places.
  func found(in row: XMLPart) -> [(text: String, at: XMLPosition)] {
    if case .literal(let text) = end { return [(text, row.position)] }
    var elements = [row]
    for step in steps {
      elements = elements.flatMap { element in
        element.children.filter { step.matches($0) }
      }
    }
    return elements.compactMap { element in
      switch end {
      case .element: (element.allText, element.position)
      case .ownText: (element.text, element.position)
      case .attribute(let name):
        element.attributes.first { $0.name.local == name }.map { ($0.value, element.position) }
      case .literal: nil
      }
    }
  }
}

extension XMLPart {
  /// Its own text and that of all elements in it: XPath's string value, but for the order of mixed
  /// text.
  fileprivate var allText: String {
    children.isEmpty ? text : ([text] + children.map(\.allText)).joined(separator: " ")
  }
}
