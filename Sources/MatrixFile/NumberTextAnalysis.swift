import MCDA
import Messages

/// Numbers as people of several countries write them.
extension Analysis {
  func numberTexts() throws(AnalysisFailure) -> [JSONValue.Member] {
    var rows: [JSONValue] = []
    for row in inputs.objects("rows") {
      let text = row.text("text") ?? ""
      let locale = row.text("locale") ?? ""
      try proceed()
      guard let marks = NumberMarks(locale: locale) else {
        throw stop(
          .matrixUnknownWord(
            locale, of: "locale", known: NumberMarks.locales,
            near: Suggestion.nearest(to: locale, in: NumberMarks.locales)),
          at: row.position("locale"))
      }
      func json(_ value: String?) -> JSONValue { value.map { .text($0) } ?? .null }
      rows.append(
        .object([
          .init("text", .text(text)), .init("locale", .text(locale)),
          .init("lenient", json(marks.plain(text, isStrict: false))),
          .init("strict", json(marks.plain(text, isStrict: true))),
        ]))
    }
    return [.init("rows", .array(rows))]
  }
}

/// Which marks part decimals and groups of three (Unicode CLDR).
struct NumberMarks {
  static let locales = ["de_DE", "de_AT", "de_CH", "en_US", "en_GB", "fr_FR"]

  private let decimal: Character
  /// The first is the proper one; the others are typed in its place.
  private let groups: [Character]

  init?(locale: String) {
    switch locale {
    case "de_DE": (decimal, groups) = (",", ["."])
    case "de_AT": (decimal, groups) = (",", ["\u{A0}", " ", "\u{202F}"])
    case "de_CH": (decimal, groups) = (".", ["’", "'"])
    case "en_US", "en_GB": (decimal, groups) = (".", [","])
    case "fr_FR": (decimal, groups) = (",", ["\u{202F}", "\u{A0}", " "])
    default: return nil
    }
  }

  /// The number with a point and no grouping; nil if it isn't one.
  ///
  /// Strict: groups of exactly three digits, parted by the proper mark. Lenient: group marks are
  /// dropped wherever they stand before the decimals.
  func plain(_ text: String, isStrict: Bool) -> String? {
    var body = Substring(text)
    var sign = ""
    if let first = body.first, first == "-" || first == "+" {
      sign = first == "-" ? "-" : ""
      body = body.dropFirst()
    }
    let parts = body.split(separator: decimal, omittingEmptySubsequences: false)
    guard let whole = parts.first, parts.count <= 2 else { return nil }
    let fraction = parts.count == 2 ? parts[1] : ""
    guard fraction.allSatisfy(Self.isDigit), parts.count == 1 || !fraction.isEmpty else {
      return nil
    }
    let digits = whole.filter { !groups.contains($0) }
    guard !digits.isEmpty, digits.allSatisfy(Self.isDigit) else { return nil }
    if isStrict, digits.count != whole.count {
      let blocks = whole.split(separator: groups[0], omittingEmptySubsequences: false)
      guard let first = blocks.first, (1...3).contains(first.count),
        blocks.dropFirst().allSatisfy({ $0.count == 3 }),
        blocks.allSatisfy({ $0.allSatisfy(Self.isDigit) })
      else { return nil }
    }
    return sign + digits + (fraction.isEmpty ? "" : "." + fraction)
  }

  private static func isDigit(_ character: Character) -> Bool {
    ("0"..."9").contains(character)
  }
}
