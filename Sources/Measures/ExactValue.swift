/// A sum of products on its way to an amount, held in full width so that it is rounded only once.
///
/// Nothing here can overflow; only the last step, ``amount(dividedBy:)``, can leave the range.
public struct ExactValue: Sendable {
  private let number: WideNumber
  /// The value is `number` divided by 10 to the power of this.
  private let decimals: Int

  private init(number: WideNumber, decimals: Int) {
    self.number = number
    self.decimals = decimals
  }

  /// An amount, exactly.
  public init(_ amount: Amount) {
    self.init(number: WideNumber(amount.units), decimals: Amount.decimals)
  }

  /// The product, exactly.
  public func times(_ amount: Amount) -> ExactValue {
    ExactValue(number: number.multiplied(by: amount.units), decimals: decimals + Amount.decimals)
  }

  /// The product, exactly.
  public func times(_ factor: Factor) -> ExactValue {
    ExactValue(number: number.multiplied(by: factor.units), decimals: decimals + Factor.decimals)
  }

  /// The sum, exactly.
  public func adding(_ other: ExactValue) -> ExactValue {
    let common = max(decimals, other.decimals)
    return ExactValue(
      number: scaled(to: common).adding(other.scaled(to: common)), decimals: common)
  }

  /// The value as an amount, rounded once, half to even, at the 12th decimal.
  ///
  /// - Parameter divisor: What the value is divided by before it is rounded: anything but zero.
  /// - Throws: ``ArithmeticOverflow`` if the result is out of range or the divisor zero.
  public func amount(dividedBy divisor: Amount = .one) throws(ArithmeticOverflow) -> Amount {
    if divisor == .one {
      return Amount(
        units: try number.dividedRoundingHalfEven(byPowerOfTen: decimals - Amount.decimals))
    }
    if divisor.units == 0 { throw ArithmeticOverflow() }
    let signed = divisor.isNegative ? number.multiplied(by: -1) : number
    // The divisor's units carry 12 decimals of their own, which the value has to make up for.
    return Amount(
      units: try signed.multiplied(by: Amount.unitsPerWhole).dividedRoundingHalfEven(
        byPowerOfTen: decimals - Amount.decimals, and: divisor.units.magnitude))
  }

  private func scaled(to target: Int) -> WideNumber {
    var result = number
    for _ in decimals..<target { result = result.multiplied(by: 10) }
    return result
  }
}
