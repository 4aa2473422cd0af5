import Measures

/// A column's header taken apart: its name, and what vendors write beside it, as in
/// `Einzelpreis netto (EUR)`.
struct HeaderName: Sendable, Hashable {
  /// The name folded for comparison, such as `einzelpreis`.
  private(set) var key: String
  /// Three-letter code of the currency that it names.
  private(set) var currency: String?
  /// Whether it says that prices are with (true) or without (false) tax.
  private(set) var isGross: Bool?
  /// Whether it says that figures are percent.
  private(set) var isPercent = false

  init(_ text: String) {
    var words: [String] = []
    var depth = 0
    var afterTaxWord = false
    var afterIn = false
    var isUnit = false
    for token in HeaderName.tokens(of: text) {
      let word = token.lowercased()
      // In "EUR/Stk." the unit names no thing of its own, in "EUR/Monat" it is the rhythm.
      if isUnit {
        isUnit = false
        let isRhythm = Vocabulary.frequencies.meaning(of: word) != nil
        if word.allSatisfy(\.isLetter), !isRhythm { continue }
      }
      switch word {
      case "(", "[": depth += 1
      case ")", "]": depth = max(0, depth - 1)
      case "netto", "net": isGross = isGross ?? false
      case "brutto", "gross": isGross = isGross ?? true
      case "zzgl", "exkl", "excl", "ohne", "without":
        (isGross, afterTaxWord) = (isGross ?? false, true)
      case "inkl", "incl", "including": (isGross, afterTaxWord) = (isGross ?? true, true)
      case "mwst", "ust", "vat", "umsatzsteuer", "mehrwertsteuer":
        if !afterTaxWord { words.append(word) }
      case "%", "prozent", "percent": (isPercent, afterIn) = (true, false)
      case "in": afterIn = true
      case "/": isUnit = currency != nil && !words.isEmpty
      default:
        // "Preis in EUR" names no thing of its own, "in advance" does.
        if let code = CurrencyName.code(of: token) {
          currency = currency ?? code
        } else if depth == 0 {
          words.append(afterIn ? "in" + word : word)
        }
        afterIn = false
      }
    }
    key = words.joined().nameKey
    for ending in ["prozent", "percent"] where key.count > ending.count && key.hasSuffix(ending) {
      key.removeLast(ending.count)
      isPercent = true
    }
    if key.isEmpty { key = text.nameKey }
  }

  /// The name without the currency, where columns of several are read as one.
  func withoutCurrency() -> HeaderName {
    var name = self
    name.currency = nil
    return name
  }

  /// Words and single signs; blanks, `_`, `-`, `.`, `/` and the like only part them.
  private static func tokens(of text: String) -> [String] {
    var tokens: [String] = []
    var word = ""
    for character in text.prefix(200) {
      if character.isLetter || character.isNumber {
        word.append(character)
        continue
      }
      if !word.isEmpty { tokens.append(word) }
      word = ""
      if "()[]%€$£/".contains(character) { tokens.append(String(character)) }
    }
    if !word.isEmpty { tokens.append(word) }
    return tokens
  }
}
