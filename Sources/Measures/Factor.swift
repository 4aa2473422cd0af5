/// A growth or price factor, such as 1.03 to the power of 4, held exactly enough to be repeatable.
///
/// Fixed point with 18 decimals in 128 bits; each product is rounded half to even at the 18th.
public struct Factor: Sendable, Hashable {
  /// The factor times 10¹⁸.
  public let units: Int128

  /// Number of decimals held.
  public static let decimals = 18
  /// Units in one whole, 10¹⁸.
  public static let unitsPerWhole: Int128 = 1_000_000_000_000_000_000
  /// No change.
  public static let one = Factor(units: unitsPerWhole)

  /// A factor from its figure times 10¹⁸.
  public init(units: Int128) { self.units = units }

  /// An amount as a factor, exactly.
  public init(_ amount: Amount) throws(ArithmeticOverflow) {
    let (units, overflow) = amount.units.multipliedReportingOverflow(by: 1_000_000)
    if overflow { throw ArithmeticOverflow() }
    self.units = units
  }

  /// One plus a rate: 0.03 gives 1.03.
  public init(onePlus rate: Amount) throws(ArithmeticOverflow) {
    self = try Factor(Amount.one.adding(rate))
  }

  /// The product, rounded half to even at the 18th decimal.
  public func times(_ other: Factor) throws(ArithmeticOverflow) -> Factor {
    let product = WideNumber(units).multiplied(by: other.units)
    return Factor(units: try product.dividedRoundingHalfEven(byPowerOfTen: 18))
  }

  /// The factor multiplied with itself `exponent` times, each product rounded at the 18th decimal.
  ///
  /// - Parameter exponent: 0 or more; below 0 counts as 0.
  public func power(_ exponent: Int) throws(ArithmeticOverflow) -> Factor {
    var result = Factor.one
    for _ in 0..<max(exponent, 0) { result = try result.times(self) }
    return result
  }

  /// The nearest binary floating-point number.
  public var double: Double { units.nearestDouble / 1e18 }
}
