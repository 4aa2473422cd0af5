import Measures
import Messages

/// Collects what is found while files are read, and turns scalars into values.
///
/// A reference, since all readers of a file report into it; it never leaves the call that reads.
final class Reading {
  /// What was found so far.
  var diagnostics = Diagnostics()
  /// The keys that were looked for, by the kind of group that they belong to.
  private(set) var knownKeys: [MappingReader.Kind: Set<String>] = [:]

  /// Adds an error. After a thousand the rest is left out: the file is something else, and
  /// wording each mistake would take longer than reading.
  func error(_ position: SourcePosition, _ message: @autoclosure () -> Message) {
    errors += 1
    if errors < Reading.mostErrors {
      diagnostics.error(position, message())
    } else if errors == Reading.mostErrors {
      diagnostics.error(position, .furtherMistakes())
    }
  }

  /// Number of errors so far, also of those left out.
  private(set) var errors = 0
  /// Errors that are told one by one.
  static let mostErrors = 1_000

  func warning(_ position: SourcePosition, _ message: Message) {
    diagnostics.warning(position, message)
  }

  func remember(_ key: String, of kind: MappingReader.Kind) {
    knownKeys[kind, default: []].insert(key)
  }

  /// The name that was probably meant. Only so many names are compared, so that a file of nothing
  /// but mistakes is not slow to read.
  func suggestion(for text: String, in names: some Collection<String>) -> String? {
    comparisons += names.count
    return comparisons > 100_000 ? nil : Suggestion.nearest(to: text, in: names)
  }

  private var comparisons = 0

  // MARK: Texts

  /// A text as written, without blanks around it; reports lists, groups and empty texts.
  func text(_ node: YAMLNode) -> String? {
    guard let text = node.text else {
      error(node.position, .expectedValue(node.kind))
      return nil
    }
    let trimmed = text.trimmingBlanks
    if trimmed.isEmpty {
      error(node.position, .emptyValue())
      return nil
    }
    return trimmed
  }

  /// A text for people, once or in both languages.
  func localText(_ node: YAMLNode) -> LocalText? {
    guard case .mapping = node.content else { return text(node).map { LocalText($0) } }
    guard var reader = MappingReader(node, .localText, self) else { return nil }
    let de = reader.required("de").flatMap(text)
    let en = reader.required("en").flatMap(text)
    reader.finish()
    guard let de, let en else { return nil }
    return LocalText(de: de, en: en)
  }

  /// Lower-case letters, digits and `_`, for some names also `-`; begins with a letter.
  func identifier(_ node: YAMLNode, allowsHyphen: Bool = false) -> String? {
    guard let text = text(node) else { return nil }
    guard Reading.isIdentifier(text, allowsHyphen: allowsHyphen) else {
      error(
        node.position,
        allowsHyphen ? .badOfferIdentifier(text) : .badIdentifier(text))
      return nil
    }
    return text
  }

  static func isIdentifier(_ text: String, allowsHyphen: Bool = false) -> Bool {
    let bytes = Array(text.utf8)
    guard let first = bytes.first, isLetter(first), bytes.count <= 64 else { return false }
    return bytes.allSatisfy {
      isLetter($0) || ($0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9"))
        || $0 == UInt8(ascii: "_") || (allowsHyphen && $0 == UInt8(ascii: "-"))
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "z")
  }

  /// One of several words.
  func choice<Value>(_ node: YAMLNode, of choices: KeyValuePairs<String, Value>) -> Value? {
    guard let text = text(node) else { return nil }
    if let match = choices.first(where: { $0.key == text }) { return match.value }
    let names = choices.map(\.key)
    error(
      node.position, .badChoice(text, suggestion(for: text, in: names), names))
    return nil
  }

  /// One of the raw values of an enumeration.
  func choice<Value>(
    _ node: YAMLNode, of type: Value.Type
  ) -> Value? where Value: RawRepresentable<String> & CaseIterable {
    guard let text = text(node) else { return nil }
    if let value = Value(rawValue: text) { return value }
    let names = Value.allCases.map(\.rawValue)
    error(
      node.position, .badChoice(text, suggestion(for: text, in: names), names))
    return nil
  }

  /// Yes or no, in words.
  func flag(_ node: YAMLNode) -> Bool? {
    guard let text = text(node) else { return nil }
    switch text.lowercased() {
    case "yes", "ja", "true": return true
    case "no", "nein", "false": return false
    default:
      error(node.position, .notYesNo(text))
      return nil
    }
  }

  /// A day.
  func date(_ node: YAMLNode) -> CalendarDate? {
    guard let text = text(node) else { return nil }
    guard let date = CalendarDate(text) else {
      error(node.position, .badDate(text))
      return nil
    }
    return date
  }

  /// The version of a format; only 1 is known.
  func version(_ node: YAMLNode) {
    guard let text = text(node), text != "1" else { return }
    error(node.position, .unknownVersion(text))
  }

  /// The elements of a list.
  func list(_ node: YAMLNode) -> [YAMLNode]? {
    guard case .sequence(let elements) = node.content else {
      error(node.position, .expectedList(node.kind))
      return nil
    }
    return elements
  }

  /// A path relative to the decision's folder.
  func file(_ node: YAMLNode) -> String? {
    guard let text = text(node) else { return nil }
    if text.contains("\\") || text.hasPrefix("/") || text.hasPrefix("~")
      || text.dropFirst().hasPrefix(":") || text.unicodeScalars.contains(where: { $0.value < 32 })
    {
      error(node.position, .badPath(text))
      return nil
    }
    return text
  }

  // MARK: Numbers

  /// A number as written, with its percent sign.
  func number(_ node: YAMLNode) -> PlainNumber? {
    text(node).flatMap { number($0, at: node.position) }
  }

  func number(_ text: String, at position: SourcePosition) -> PlainNumber? {
    do {
      return try PlainNumber(text)
    } catch {
      self.error(position, .plainNumber(text, problem: error))
      return nil
    }
  }

  /// A number without a percent sign.
  func amount(_ node: YAMLNode) -> Amount? {
    guard let number = number(node) else { return nil }
    if number.isPercent {
      error(node.position, .percentNotExpected())
      return nil
    }
    return number.value
  }

  /// An amount of 0 or more.
  func positiveOrZero(_ node: YAMLNode) -> Amount? {
    guard let amount = amount(node) else { return nil }
    if amount.isNegative {
      error(node.position, .negative())
      return nil
    }
    return amount
  }

  /// A share such as `5 %` or `0.05`, within bounds.
  func share(_ node: YAMLNode, in range: ClosedRange<Amount> = .zero ... .one) -> Amount? {
    guard let number = number(node) else { return nil }
    if !number.isPercent, number.value > .one {
      error(node.position, .shareWithoutPercent(number.value.text))
      return nil
    }
    guard range.contains(number.share) else {
      error(
        node.position,
        .shareOutOfRange(
          percent(range.lowerBound), percent(range.upperBound)))
      return nil
    }
    return number.share
  }

  private func percent(_ share: Amount) -> String {
    ((try? share.times(Amount(100))) ?? share).text
  }

  /// Money of 0 or more, with or without the decision's currency.
  func money(_ node: YAMLNode, currency: String?) -> Amount? {
    guard let text = text(node) else { return nil }
    var parts = text.split(whereSeparator: \.isWhitespace)
    if parts.count > 1, let code = parts.last.flatMap({ CurrencyName.code(of: String($0)) }) {
      if let currency, code != currency {
        error(node.position, .foreignMoney(code, currency))
        return nil
      }
      parts.removeLast()
    }
    let digits = parts.joined(separator: " ")
    guard let number = number(digits, at: node.position) else { return nil }
    if number.isPercent {
      error(node.position, .percentNotExpected())
      return nil
    }
    if number.value.isNegative {
      error(node.position, .negative())
      return nil
    }
    return number.value
  }

  /// A whole number within bounds.
  func whole<Value: FixedWidthInteger>(
    _ node: YAMLNode, in range: ClosedRange<Value>
  ) -> Value? {
    guard let text = text(node) else { return nil }
    let isDigits = text.utf8.allSatisfy { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
    guard isDigits, let value = Value(text), range.contains(value) else {
      error(node.position, .wholeOutOfRange(text, "\(range.lowerBound)", "\(range.upperBound)"))
      return nil
    }
    return value
  }
}

extension String {
  /// Without blanks at both ends.
  var trimmingBlanks: String {
    var rest = Substring(self)
    while rest.first?.isWhitespace == true { rest.removeFirst() }
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return String(rest)
  }
}
