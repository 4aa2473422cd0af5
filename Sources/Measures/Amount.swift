/// A decimal figure held exactly: an amount of money, a quantity, a rate or a rate's share.
///
/// Fixed point with 12 decimals in 128 bits, so that sums and products of offers are exact to the
/// cent and never depend on binary fractions. Range: about ±1.7 × 10²⁶. Every operation that could
/// leave the range throws ``ArithmeticOverflow`` instead of trapping.
public struct Amount: Sendable, Hashable {
  /// The figure times 10¹².
  public let units: Int128

  /// Number of decimals held.
  public static let decimals = 12
  /// Units in one whole, 10¹².
  public static let unitsPerWhole: Int128 = 1_000_000_000_000

  /// Nothing.
  public static let zero = Amount(units: 0)
  /// One whole.
  public static let one = Amount(units: unitsPerWhole)

  /// An amount from its figure times 10¹².
  public init(units: Int128) { self.units = units }

  /// A whole number, exactly.
  public init(_ whole: Int) { units = Int128(whole) * Amount.unitsPerWhole }

  /// Reads plain decimal text: an optional sign, digits, and at most one decimal point.
  ///
  /// No grouping, no exponent, no blanks; for text as people write it see ``NumberText``.
  /// - Returns: `nil` if the text is anything else, has more than 12 decimals that matter, or is
  ///   out of range.
  public init?(plain text: String) {
    guard case .success(let value) = Amount.parse(digits: text.utf8, point: UInt8(ascii: "."))
    else { return nil }
    self = value
  }

  /// Whether the amount is below zero.
  public var isNegative: Bool { units < 0 }

  /// The nearest binary floating-point number; for discounting and simulation only.
  public var double: Double { units.nearestDouble / 1e12 }

  /// The sum.
  public func adding(_ other: Amount) throws(ArithmeticOverflow) -> Amount {
    let (sum, overflow) = units.addingReportingOverflow(other.units)
    if overflow { throw ArithmeticOverflow() }
    return Amount(units: sum)
  }

  /// The difference.
  public func subtracting(_ other: Amount) throws(ArithmeticOverflow) -> Amount {
    let (difference, overflow) = units.subtractingReportingOverflow(other.units)
    if overflow { throw ArithmeticOverflow() }
    return Amount(units: difference)
  }

  /// The amount with the opposite sign.
  public func negated() throws(ArithmeticOverflow) -> Amount {
    try Amount.zero.subtracting(self)
  }

  /// The product of an amount, a quantity and a factor, formed in full width and rounded once,
  /// half to even, at the 12th decimal.
  public func times(
    _ quantity: Amount, factor: Factor = .one
  ) throws(ArithmeticOverflow) -> Amount {
    try ExactValue(self).times(quantity).times(factor).amount()
  }

  /// The quotient, rounded half to even at the 12th decimal.
  ///
  /// - Parameter divisor: Anything but zero; zero throws.
  public func divided(by divisor: Amount) throws(ArithmeticOverflow) -> Amount {
    try ExactValue(self).amount(dividedBy: divisor)
  }

  /// The next whole number that is not below; for users, sites and devices, which come in ones.
  public func roundedUp() throws(ArithmeticOverflow) -> Amount {
    let remainder = units % Amount.unitsPerWhole
    if remainder == 0 { return self }
    let down = Amount(units: units - remainder)
    return remainder < 0 ? down : try down.adding(.one)
  }

  /// The amount rounded half away from zero, as invoices and reports print it.
  ///
  /// - Parameter places: Decimals kept, 0 to 12.
  public func rounded(toPlaces places: Int) throws(ArithmeticOverflow) -> Amount {
    var step: Int128 = 1
    for _ in min(max(places, 0), Amount.decimals)..<Amount.decimals { step *= 10 }
    let remainder = units % step
    var result = units - remainder
    if remainder.magnitude >= UInt128(step) - remainder.magnitude, remainder != 0 {
      let (next, overflow) = result.addingReportingOverflow(units < 0 ? -step : step)
      if overflow { throw ArithmeticOverflow() }
      result = next
    }
    return Amount(units: result)
  }

  /// Plain decimal text with a fixed number of places, rounded half away from zero: "-1234.50".
  public func text(places: Int) -> String {
    let kept = min(max(places, 0), Amount.decimals)
    // Rounding moves by under one unit of the last place; only at the very end of the range can
    // it overflow, and there the unrounded figure is the best that can be printed.
    let shown = (try? rounded(toPlaces: kept)) ?? self
    let magnitude = shown.units.magnitude
    let whole = magnitude / UInt128(Amount.unitsPerWhole)
    let fraction = magnitude % UInt128(Amount.unitsPerWhole)
    var result = shown.units < 0 ? "-\(whole)" : "\(whole)"
    if kept > 0 {
      let digits = String(fraction)
      let padded = String(repeating: "0", count: Amount.decimals - digits.count) + digits
      result += "." + padded.prefix(kept)
    }
    return result
  }

  /// Shortest plain decimal text that reads back to the same amount.
  public var text: String {
    var full = text(places: Amount.decimals)
    while full.hasSuffix("0") { full.removeLast() }
    if full.hasSuffix(".") { full.removeLast() }
    return full
  }

  /// Why digits could not be read.
  enum DigitsError: Error { case malformed, tooManyDecimals, tooLarge }

  /// Reads sign, digits and at most one decimal mark.
  static func parse(
    digits: some Sequence<UInt8>, point: UInt8
  ) -> Result<Amount, DigitsError> {
    var magnitude: Int128 = 0
    var decimals = -1
    var count = 0
    var negative = false
    var first = true
    for byte in digits {
      defer { first = false }
      if first, byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+") {
        negative = byte == UInt8(ascii: "-")
        continue
      }
      if byte == point, decimals < 0 {
        decimals = 0
        continue
      }
      guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else {
        return .failure(.malformed)
      }
      count += 1
      let digit = Int128(byte - UInt8(ascii: "0"))
      if decimals >= Amount.decimals {
        if digit != 0 { return .failure(.tooManyDecimals) }
        continue
      }
      let (shifted, overflow) = magnitude.multipliedReportingOverflow(by: 10)
      let (next, overflow2) = shifted.addingReportingOverflow(digit)
      if overflow || overflow2 { return .failure(.tooLarge) }
      magnitude = next
      if decimals >= 0 { decimals += 1 }
    }
    if count == 0 { return .failure(.malformed) }
    for _ in max(decimals, 0)..<Amount.decimals {
      let (shifted, overflow) = magnitude.multipliedReportingOverflow(by: 10)
      if overflow { return .failure(.tooLarge) }
      magnitude = shifted
    }
    return .success(Amount(units: negative ? -magnitude : magnitude))
  }
}

extension Amount: Comparable {
  /// Orders by size.
  public static func < (left: Amount, right: Amount) -> Bool { left.units < right.units }
}

extension Amount: CustomStringConvertible {
  /// Shortest plain decimal text.
  public var description: String { text }
}

extension Amount: Codable {
  /// Writes the amount as decimal text, so that no reader turns it into a binary fraction.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(text)
  }

  /// Reads decimal text.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let value = Amount(plain: text) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "not a plain decimal number: \(text)")
    }
    self = value
  }
}

/// A figure left the range that can be held exactly, or a divisor was zero.
public struct ArithmeticOverflow: Error, Equatable, Sendable {
  /// The only value.
  public init() {}
}
