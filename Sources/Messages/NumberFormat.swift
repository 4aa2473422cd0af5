public import Measures

/// Figures as people of a language write them, without any locale of the machine.
///
/// Everything rounds half away from zero, knows no minus zero, and keeps figure and unit together
/// by non-breaking blanks. A figure that is not finite prints as a dash.
public struct NumberFormat: Sendable, Hashable {
  /// The language.
  public let language: Language
  /// Three-letter code of the currency that money is in.
  public let currency: String

  /// A format for a language and a currency.
  public init(language: Language, currency: String) {
    self.language = language
    self.currency = currency
  }

  /// A blank at which no line breaks.
  public static let blank = "\u{A0}"
  /// The sign of figures below zero.
  public static let minus = "\u{2212}"
  /// What stands for a figure that does not exist.
  public static let none = "–"

  // MARK: Plain figures

  /// A figure with a fixed number of decimals: "1.234,5" or "1,234.5".
  public func number(_ value: Double, decimals: Int) -> String {
    guard let figure = PrintedDecimal(value) else { return NumberFormat.none }
    return text(figure, places: decimals)
  }

  /// A whole number with grouping.
  public func integer(_ value: Int) -> String { text(PrintedDecimal(value), places: 0) }

  /// An exact figure with the decimals it has, at most a given number.
  public func figure(_ value: Amount, atMost decimals: Int = 4) -> String {
    let figure = PrintedDecimal(value).rounded(toPlaces: decimals)
    return text(figure, places: figure.places)
  }

  /// Points from 0 to 100 with one decimal: "71,4".
  public func points(_ value: Double) -> String { number(value, decimals: 1) }

  /// Points of a single question, with a second decimal where one would print nothing: "0,03".
  public func smallPoints(_ value: Double) -> String {
    number(value, decimals: value != 0 && abs(value) < 0.1 ? 2 : 1)
  }

  /// Points with a sign, for differences: "+4,3".
  public func signedPoints(_ value: Double) -> String {
    let plain = points(value)
    return value > 0 && !plain.hasPrefix(NumberFormat.minus) ? "+" + plain : plain
  }

  /// A column of figures with as many decimals as it takes that neighbours which differ print
  /// differently (`rulings.md` R9), at most four.
  ///
  /// Each figure gets only the decimals that it needs; figures within 1e-9 count as equal.
  public func column(_ values: [Double], decimals: Int = 1) -> [String] {
    var places = [Int](repeating: decimals, count: values.count)
    for upper in values.indices.dropFirst() {
      let lower = upper - 1
      guard abs(values[upper] - values[lower]) > 1e-9 else { continue }
      var needed = decimals
      while needed < 4,
        number(values[upper], decimals: needed) == number(values[lower], decimals: needed)
      {
        needed += 1
      }
      places[upper] = max(places[upper], needed)
      places[lower] = max(places[lower], needed)
    }
    return zip(values, places).map { number($0, decimals: $1) }
  }

  // MARK: Shares

  /// A share from 0 to 1 as percent: "30 %" or "30%".
  public func percent(_ share: Double, decimals: Int = 0) -> String {
    guard let figure = PrintedDecimal(share) else { return NumberFormat.none }
    return percentText(figure, places: decimals)
  }

  /// An exact share as percent with the decimals it has.
  public func percent(_ share: Amount) -> String {
    percentText(PrintedDecimal(share), places: min(2, max(0, PrintedDecimal(share).places - 2)))
  }

  /// A weight as percent, with decimals where it is small: "30 %", "7,5 %", "0,05 %".
  public func weight(_ share: Double) -> String {
    guard let figure = PrintedDecimal(share) else { return NumberFormat.none }
    let places = share >= 0.0995 ? 0 : share >= 0.00995 ? 1 : 2
    return percentText(
      figure, places: min(places, figure.shifted(by: 2).rounded(toPlaces: places).places))
  }

  /// Two shares as percent, with as many decimals as it takes to tell them apart, at most three.
  public func percentPair(_ first: Double, _ second: Double) -> (String, String) {
    var places = 0
    while places < 3, first != second,
      percent(first, decimals: places) == percent(second, decimals: places)
    {
      places += 1
    }
    return (percent(first, decimals: places), percent(second, decimals: places))
  }

  /// A share of cases as people say it: "78 von 100", "78 of 100".
  public func outOfHundred(_ share: Double) -> String {
    guard let figure = PrintedDecimal(share) else { return NumberFormat.none }
    let count = text(figure.shifted(by: 2), places: 0)
    let among =
      switch language {
      case .german: "\(count)\(NumberFormat.blank)von\(NumberFormat.blank)100"
      case .english: "\(count)\(NumberFormat.blank)of\(NumberFormat.blank)100"
      }
    let looksCertain = (count == "100" && share < 1) || (count == "0" && share > 0)
    guard looksCertain else { return among }
    return language == .german ? "fast \(among)" : "almost \(among)"
  }

  // MARK: Money

  /// Money in whole units: "412.000 €", "€412,000", "412.000 CHF", "CHF 412,000".
  public func money(_ value: Double) -> String {
    guard let figure = PrintedDecimal(value) else { return NumberFormat.none }
    return withCurrency(figure, places: 0)
  }

  /// Money in whole units.
  public func money(_ value: Amount) -> String { withCurrency(PrintedDecimal(value), places: 0) }

  /// Money in whole units without its currency, for columns whose head names it.
  public func moneyFigure(_ value: Double) -> String { number(value, decimals: 0) }

  /// Money in whole units without its currency.
  public func moneyFigure(_ value: Amount) -> String { text(PrintedDecimal(value), places: 0) }

  /// Money with three significant digits, as sentences say it: 28 741.3 is "28.700 €".
  public func sentenceMoney(_ value: Double) -> String {
    guard let figure = PrintedDecimal(value) else { return NumberFormat.none }
    return withCurrency(figure.rounded(toSignificant: 3).rounded(toPlaces: 0), places: 0)
  }

  /// Money with three significant digits.
  public func sentenceMoney(_ value: Amount) -> String {
    withCurrency(
      PrintedDecimal(value).rounded(toSignificant: 3).rounded(toPlaces: 0), places: 0)
  }

  /// A range of money in a sentence: "371.000 bis 468.000 €", "€371,000 to €468,000".
  public func sentenceMoneyRange(_ low: Double, _ high: Double) -> String {
    switch language {
    case .german:
      guard let figure = PrintedDecimal(low) else { return NumberFormat.none }
      let short = figure.rounded(toSignificant: 3).rounded(toPlaces: 0)
      return text(short, places: 0) + " bis " + sentenceMoney(high)
    case .english:
      return sentenceMoney(low) + " to " + sentenceMoney(high)
    }
  }

  /// Money in thousands, for narrow places: "412 T€", "€412k", "412 TCHF", "CHF 412k".
  public func thousands(_ value: Double) -> String {
    guard let figure = PrintedDecimal(value) else { return NumberFormat.none }
    let short = figure.shifted(by: -3)
    let isSmall = abs(value) < 9_950 && !figure.isZero
    return withCurrency(short, places: isSmall ? 1 : 0, isThousands: true)
  }

  /// Money in thousands.
  public func thousands(_ value: Amount) -> String { thousands(value.double) }

  /// Money in whole thousands without its currency, for pictures whose title names it.
  public func thousandsFigure(_ value: Amount) -> String {
    text(PrintedDecimal(value).shifted(by: -3), places: 0)
  }

  /// The sign or code of the currency, for heads of columns: "€", "CHF".
  public var currencySign: String { currency == "EUR" ? "€" : currency }

  // MARK: Dates

  /// A day in words: "20. November 2026", "20 November 2026".
  public func date(_ date: CalendarDate) -> String {
    let names =
      switch language {
      case .german:
        [
          "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September",
          "Oktober", "November", "Dezember",
        ]
      case .english:
        [
          "January", "February", "March", "April", "May", "June", "July", "August", "September",
          "October", "November", "December",
        ]
      }
    let day = language == .german ? "\(date.day)." : "\(date.day)"
    return "\(day)\(NumberFormat.blank)\(names[date.month - 1])\(NumberFormat.blank)\(date.year)"
  }

  // MARK: Parts

  private func percentText(_ figure: PrintedDecimal, places: Int) -> String {
    let digits = text(figure.shifted(by: 2), places: places)
    return language == .german ? digits + NumberFormat.blank + "%" : digits + "%"
  }

  private func withCurrency(
    _ figure: PrintedDecimal, places: Int, isThousands: Bool = false
  ) -> String {
    let rounded = figure.rounded(toPlaces: places)
    let sign = rounded.isNegative ? NumberFormat.minus : ""
    let digits = unsigned(rounded, places: places)
    switch language {
    case .german:
      return sign + digits + NumberFormat.blank + (isThousands ? "T" : "") + currencySign
    case .english:
      let between = currency == "EUR" ? "" : NumberFormat.blank
      return sign + currencySign + between + digits + (isThousands ? "k" : "")
    }
  }

  private func text(_ figure: PrintedDecimal, places: Int) -> String {
    let rounded = figure.rounded(toPlaces: places)
    return (rounded.isNegative ? NumberFormat.minus : "") + unsigned(rounded, places: places)
  }

  private func unsigned(_ figure: PrintedDecimal, places: Int) -> String {
    let group: UInt8 = language == .german ? UInt8(ascii: ".") : UInt8(ascii: ",")
    let point: UInt8 = language == .german ? UInt8(ascii: ",") : UInt8(ascii: ".")
    let (whole, fraction) = figure.parts(places: places)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(whole.count * 4 / 3 + fraction.count + 1)
    for (index, digit) in whole.enumerated() {
      if index > 0, (whole.count - index) % 3 == 0 { bytes.append(group) }
      bytes.append(digit + UInt8(ascii: "0"))
    }
    if !fraction.isEmpty {
      bytes.append(point)
      for digit in fraction { bytes.append(digit + UInt8(ascii: "0")) }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
