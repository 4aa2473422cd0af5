import Measures

/// A column's header taken apart: its name, and what vendors write beside it, as in
/// `Einzelpreis netto (EUR)` or `Preis je 100 Stück`.
struct HeaderName: Sendable, Hashable {
  /// The name folded for comparison, such as `einzelpreis`; brackets, currency and tax left out.
  let key: String
  /// The name without anything else that was understood: of `Preis pro Monat` it is `preis`.
  let stem: String
  /// Three-letter code of the currency that it names.
  private(set) var currency: String?
  /// Whether it says that prices are with (true) or without (false) tax.
  let isGross: Bool?
  /// Whether it says that figures are percent.
  let isPercent: Bool
  /// What its figures are in, if not in whole units of money.
  let magnitude: Magnitude?
  /// For how many units its prices are, if for more than one.
  let priceBase: Int?
  /// What its prices are for one of, as written: `Nutzer` in `Preis pro Nutzer`.
  let unit: String?
  /// How often its prices are paid, in a word that ``Vocabulary/frequencies`` knows.
  let rhythm: String?
  /// Words in brackets that say nothing that is known.
  let unread: [String]
  /// Whether numbers or times are among these.
  let hasUnreadFigure: Bool

  /// Bytes that a header has at most.
  static let longest = 400

  init(_ text: String) {
    var parser = HeaderParser(text)
    parser.parse()
    var isPercent = parser.isPercent
    func folded(_ words: [String]) -> String {
      var name = words.joined().nameKey
      for ending in ["prozent", "percent"] where name.count > ending.count && name.hasSuffix(ending)
      {
        name.removeLast(ending.count)
        isPercent = true
      }
      return name
    }
    let name = folded(parser.words)
    key = name.isEmpty ? text.nameKey : name
    stem = folded(parser.stem)
    currency = parser.currency
    isGross = parser.isGross
    self.isPercent = isPercent
    magnitude = parser.magnitude
    priceBase = parser.priceBase
    unit = parser.unit
    rhythm = parser.rhythm
    unread = parser.unread
    hasUnreadFigure = parser.hasUnreadFigure
  }

  /// The name without the currency, where columns of several are read as one.
  func withoutCurrency() -> HeaderName {
    var name = self
    name.currency = nil
    return name
  }

  /// Whether it names what its prices are for one of, other than a piece.
  var isPerSomething: Bool { unit.map { !HeaderParser.pieces.contains($0.lowercased()) } ?? false }
}

/// What figures are in that aren't whole units of money.
enum Magnitude: Sendable, Hashable {
  case hundredths
  case thousands
  case millions

  /// A figure in whole units; `nil` if it is too large.
  func whole(_ figure: Amount) -> Amount? {
    switch self {
    case .hundredths: try? figure.divided(by: Amount(100))
    case .thousands: try? figure.times(Amount(1_000))
    case .millions: try? figure.times(Amount(1_000_000))
    }
  }
}
