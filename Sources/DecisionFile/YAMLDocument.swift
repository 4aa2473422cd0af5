import Measures
import Messages
import Yams

/// Turns the bytes of a file into nodes, or into diagnostics that a person can act on.
///
/// The only place that knows the YAML library. Its parser is strict about repeated keys but tells
/// only the first place, so each repeated key found is made unique in the text, by one character
/// from Unicode's private area, and the text is parsed again; the node then gets its own name back.
struct YAMLDocument {
  private let file: String
  private var diagnostics = Diagnostics()
  /// Names of keys that were made unique, by place.
  private var renamed: [SourcePosition: String] = [:]
  /// Whether anchors were found, so that the nodes are not all there.
  private var hasAnchors = false

  /// Files above this are no decisions; 1 MB takes the parser about a second.
  static let largestFile = 2_000_000
  /// Repeated keys that are looked for before giving up; each costs another pass.
  private static let mostRepeatedKeys = 20

  private init(file: String) { self.file = file }

  /// The root of the only document in the bytes, a mapping; `nil` after an error.
  static func mapping(
    in bytes: [UInt8], file: String, diagnostics: inout Diagnostics
  ) -> YAMLNode? {
    var document = YAMLDocument(file: file)
    defer { diagnostics.append(document.diagnostics) }
    guard let text = document.text(of: bytes), let root = document.parse(text) else { return nil }
    guard case .mapping = root.content else {
      document.diagnostics.error(root.position, .notAMapping(root.kind))
      return nil
    }
    return root
  }

  private func position(line: Int, column: Int) -> SourcePosition {
    SourcePosition(file: file, line: line, column: column)
  }

  // MARK: Bytes

  private mutating func text(of bytes: [UInt8]) -> String? {
    let top = position(line: 1, column: 1)
    if bytes.count > YAMLDocument.largestFile {
      diagnostics.error(top, .yamlTooLarge(YAMLDocument.largestFile / 1_000_000))
      return nil
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      let valid = YAMLDocument.validPrefix(of: bytes)
      let place = YAMLDocument.place(after: String(decoding: valid, as: UTF8.self).unicodeScalars)
      diagnostics.error(position(line: place.line, column: place.column), .notUTF8())
      return nil
    }
    let mark: Unicode.Scalar = "\u{FEFF}"
    let body =
      text.unicodeScalars.first == mark ? String(text.unicodeScalars.dropFirst()) : text
    let bad = body.unicodeScalars.firstIndex { scalar in
      scalar.value < 32 && scalar != "\t" && scalar != "\n" && scalar != "\r"
        || scalar.value == 127
    }
    if let bad {
      let place = YAMLDocument.place(after: body.unicodeScalars[..<bad])
      diagnostics.error(position(line: place.line, column: place.column), .notText())
      return nil
    }
    if body.unicodeScalars.allSatisfy({ $0.properties.isWhitespace }) {
      diagnostics.error(top, .emptyFile())
      return nil
    }
    return body
  }

  private static func validPrefix(of bytes: [UInt8]) -> ArraySlice<UInt8> {
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    var count = 0
    while case .scalarValue(let scalar) = decoder.decode(&iterator) {
      count += UTF8.width(scalar)
    }
    return bytes.prefix(count)
  }

  /// Line and column behind a text, counted as the parser counts them.
  private static func place(
    after scalars: some Sequence<Unicode.Scalar>
  ) -> (line: Int, column: Int) {
    var line = 1
    var column = 1
    var last: Unicode.Scalar?
    for scalar in scalars {
      if isBreak(scalar) {
        if !(last == "\r" && scalar == "\n") { line += 1 }
        column = 1
      } else {
        column += 1
      }
      last = scalar
    }
    return (line, column)
  }

  private static func isBreak(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "\n" || scalar == "\r" || scalar.value == 0x85 || scalar.value == 0x2028
      || scalar.value == 0x2029
  }

  // MARK: Parsing

  private mutating func parse(_ text: String) -> YAMLNode? {
    var text = text
    for _ in 0...YAMLDocument.mostRepeatedKeys {
      do {
        // The parser owns the anchors, which nodes only point to weakly: it has to outlive the walk.
        let parser = try Parser(
          yaml: text, resolver: .basic, constructor: .default, encoding: .utf8)
        let root = try parser.singleRoot()
        return withExtendedLifetime(parser) { finish(root) }
      } catch YamlError.duplicatedKeysInMapping(let keys, let context) {
        let place = position(line: context.mark.line, column: context.mark.column)
        guard let key = keys.first, renamed[place] == nil,
          let unique = rename(key, at: place, in: text)
        else {
          diagnostics.error(place, .repeatedKeys(keys))
          return nil
        }
        text = unique
        renamed[place] = key
      } catch let error as YamlError {
        report(error, in: text)
        return nil
      } catch {
        diagnostics.error(position(line: 1, column: 1), .syntax("\(error)"))
        return nil
      }
    }
    let first = renamed.min { $0.key < $1.key }
    diagnostics.error(
      first?.key ?? position(line: 1, column: 1), .repeatedKeys(Set(renamed.values).sorted()))
    return nil
  }

  private mutating func finish(_ root: Node?) -> YAMLNode? {
    guard let root else {
      diagnostics.error(position(line: 1, column: 1), .emptyFile())
      return nil
    }
    let node = convert(root)
    return hasAnchors ? nil : node
  }

  /// The text with one character of a key replaced, so that the key is unique.
  private func rename(_ key: String, at place: SourcePosition, in text: String) -> String? {
    guard let private0 = Unicode.Scalar(UInt32(0xE000 + renamed.count)) else { return nil }
    var scalars = text.unicodeScalars
    var line = 1
    var column = 1
    var last: Unicode.Scalar?
    var index = scalars.startIndex
    while index < scalars.endIndex, (line, column) != (place.line, place.column) {
      let scalar = scalars[index]
      if YAMLDocument.isBreak(scalar) {
        if !(last == "\r" && scalar == "\n") { line += 1 }
        column = 1
      } else {
        column += 1
      }
      last = scalar
      scalars.formIndex(after: &index)
    }
    guard index < scalars.endIndex, let first = key.unicodeScalars.first else { return nil }
    if scalars[index] == "\"" || scalars[index] == "'" {
      scalars.formIndex(after: &index)
    }
    guard index < scalars.endIndex, scalars[index] == first else { return nil }
    scalars.replaceSubrange(index...index, with: [private0])
    return String(scalars)
  }

  // MARK: Nodes

  private mutating func convert(_ node: Node) -> YAMLNode {
    let place = position(line: node.mark?.line ?? 1, column: node.mark?.column ?? 1)
    switch node {
    case .scalar(let scalar):
      if let anchor = scalar.anchor { refuse(anchor, at: place) }
      return YAMLNode(
        content: .scalar(renamed[place] ?? scalar.string, isPlain: scalar.style == .plain),
        position: place)
    case .sequence(let sequence):
      // Nothing below an anchor is walked: aliases could make it endless work.
      if let anchor = sequence.anchor {
        refuse(anchor, at: place)
        return YAMLNode(content: .sequence([]), position: place)
      }
      let elements = sequence.map { convert($0) }
      for (left, right) in zip(elements, elements.dropFirst()) { checkComma(left, right) }
      return YAMLNode(content: .sequence(elements), position: place)
    case .mapping(let mapping):
      if let anchor = mapping.anchor {
        refuse(anchor, at: place)
        return YAMLNode(content: .mapping([]), position: place)
      }
      var pairs: [YAMLNode.Pair] = []
      for (key, value) in mapping {
        let pair = YAMLNode.Pair(key: convert(key), value: convert(value))
        // What follows the comma of 7,5 looks like a key without a value, and is none.
        if pair.value.isEmpty, let last = pairs.last, checkComma(last.value, pair.key) { continue }
        pairs.append(pair)
      }
      return YAMLNode(content: .mapping(pairs), position: place)
    case .alias(let alias):
      refuse(alias.anchor, at: place)
      return YAMLNode(content: .scalar("", isPlain: false), position: place)
    }
  }

  /// Reports a comma between digits: in brackets YAML takes 7,5 for two values.
  @discardableResult
  private mutating func checkComma(_ left: YAMLNode, _ right: YAMLNode) -> Bool {
    guard case .scalar(let before, isPlain: true) = left.content,
      case .scalar(let after, isPlain: true) = right.content,
      before.last?.isNumber == true, after.first?.isNumber == true,
      left.position.line == right.position.line,
      right.position.column == left.position.column + before.unicodeScalars.count + 1
    else { return false }
    diagnostics.error(left.position, .commaInBrackets(before, after))
    return true
  }

  private mutating func refuse(_ anchor: Anchor, at place: SourcePosition) {
    hasAnchors = true
    diagnostics.error(place, .anchor(anchor.rawValue))
  }

  // MARK: Syntax

  private mutating func report(_ error: YamlError, in text: String) {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      let place = position(line: mark.line, column: mark.column)
      diagnostics.error(place, message(for: problem, mark: mark, in: text))
    case .reader(let problem, let offset, _, _):
      // The offset counts characters.
      let place = YAMLDocument.place(after: text.prefix(offset ?? 0).unicodeScalars)
      diagnostics.error(position(line: place.line, column: place.column), .syntax(problem))
    default:
      diagnostics.error(position(line: 1, column: 1), .syntax("\(error)"))
    }
  }

  private func message(for problem: String, mark: Mark, in text: String) -> Message {
    let lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }
    let line = lines.indices.contains(mark.line - 1) ? lines[mark.line - 1] : ""
    let indent = line.prefix { $0 == " " || $0 == "\t" }
    func sign(_ index: Int) -> String {
      String(line.unicodeScalars.dropFirst(max(index, 0)).prefix(1))
    }
    if problem.contains("another document") || problem.contains("<document start>") {
      return .secondDocument()
    }
    if indent.contains("\t") { return .tab() }
    if problem.contains("undefined alias") { return .anchor("") }
    // A lone & or *, and a tag that is none.
    if problem.contains("alphabetic or numeric") { return .mustBeQuoted(sign(mark.column - 2)) }
    if problem.contains("tag") || problem.contains("'>'") { return .mustBeQuoted("!") }
    if problem.contains("mapping values are not allowed") { return .colonInText() }
    if problem.contains("cannot start any token") {
      return .mustBeQuoted(sign(mark.column - 1))
    }
    // A block of text begins with > or |, a comparison as well.
    if problem.contains("expected comment or line break") { return .mustBeQuoted(">") }
    if problem.contains("could not find expected ':'") { return .colonMissing() }
    if problem.contains("end of stream") || problem.contains("found unexpected end") {
      return .quoteNotClosed()
    }
    if problem.contains("',' or") { return .bracketNotClosed() }
    if problem.contains("expected key") || problem.contains("'-' indicator") {
      return .indentation()
    }
    return .syntax(problem)
  }
}
