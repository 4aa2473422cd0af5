/// Elementary functions whose bits depend on nothing but their argument.
///
/// The C library's `exp`, `log` and `pow` differ between systems and versions in the last bit.
/// These are built from additions, multiplications, divisions and bit patterns of IEEE 754 doubles
/// alone: no table, no call into the C library, no fused multiply-add. Swift never contracts
/// `a * b + c` by itself, so the same source gives the same bits on every processor.
///
/// The rational approximations and their coefficients are those of FDLIBM 5.3 (K. C. Ng, Sun
/// Microsystems, 1993–2004, files `e_exp.c`, `e_log.c`, `s_log1p.c`; "Permission to use, copy,
/// modify, and distribute this software is freely granted, provided that this notice is
/// preserved"). `pow` keeps the logarithm as an unevaluated sum of two doubles
/// (Dekker, Numerische Mathematik 18, 1971, doi:10.1007/BF01397083).
///
/// Error bounds, checked by the tests against 64-bit significands: `exp` below 0.75 units in the
/// last place, `log`, `log1p` and `pow` below 1, `expm1` below 1.25; subnormal results within one
/// smallest subnormal.
public enum ReproducibleMath {
  /// ln 2 with the last 21 bits zero, so that its product with an exponent is exact.
  static let ln2High = 0x1.62e42feep-1
  /// ln 2 − `ln2High`.
  static let ln2Low = 0x1.a39ef35793c76p-33

  /// e to the power of `x`.
  ///
  /// - Returns: 0 below about −745.13, infinity above about 709.78, NaN for NaN.
  public static func exp(_ x: Double) -> Double {
    if x.isNaN { return x }
    if x > 710 { return .infinity }
    if x < -746 { return 0 }
    return exponential(x, plus: 0)
  }

  /// e to the power of `x`, minus 1, without the loss of digits that `exp(x) - 1` has near 0.
  ///
  /// - Returns: −1 for −infinity, infinity above about 709.78, `x` itself (sign of zero included)
  ///   below 2^−54 in magnitude, NaN for NaN.
  public static func expm1(_ x: Double) -> Double {
    if x.isNaN || x.magnitude < 0x1p-54 { return x }
    if x > 710 { return .infinity }
    if x < -40 { return -1 }
    let parts = ExponentialParts(x, plus: 0)
    if parts.exponent > 60 { return exponential(x, plus: 0) }
    let scale = power(ofTwo: parts.exponent)
    // The subtraction is exact where the 1 still reaches the last bit, and a small part elsewhere.
    let isExact = parts.exponent <= 52
    let (sum, rest) = twoSum(isExact ? scale - 1 : scale, scale * parts.high)
    return sum + (rest + scale * parts.low - (isExact ? 0 : 1))
  }

  /// The natural logarithm of `x`.
  ///
  /// - Returns: −infinity for ±0, NaN below 0, infinity for infinity, NaN for NaN.
  public static func log(_ x: Double) -> Double {
    if x.isNaN || x == .infinity { return x }
    if x == 0 { return -.infinity }
    if x < 0 { return .nan }
    let (fraction, exponent) = reduced(x)
    return logarithm(fraction, exponent: exponent, correction: 0)
  }

  /// The natural logarithm of 1 + `x`, without the loss of digits that `log(1 + x)` has near 0.
  ///
  /// - Returns: −infinity for −1, NaN below −1, `x` itself below 2^−54 in magnitude (sign of zero
  ///   included), infinity for infinity, NaN for NaN.
  public static func log1p(_ x: Double) -> Double {
    if x.isNaN || x == .infinity || x.magnitude < 0x1p-54 { return x }
    if x == -1 { return -.infinity }
    if x < -1 { return .nan }
    if x > -0.29 && x < 0.41 { return logarithm(x, exponent: 0, correction: 0) }
    // 1 + x is rounded; what was lost comes back as a first-order term.
    let sum = 1 + x
    let lost = x >= 1 ? 1 - (sum - x) : x - (sum - 1)
    let (fraction, exponent) = reduced(sum)
    return logarithm(fraction, exponent: exponent, correction: lost / sum)
  }

  /// `x` to the power of `y`.
  ///
  /// Special cases as in IEEE 754-2019, 9.2.1: `pow(x, 0)` and `pow(1, y)` are 1 even for NaN;
  /// a negative `x` needs an integral `y`, else NaN; zeros and infinities keep the sign for odd `y`.
  public static func pow(_ x: Double, _ y: Double) -> Double {
    if y == 0 || x == 1 { return 1 }
    if x.isNaN || y.isNaN { return .nan }
    let parity = Parity(y)
    let sign: Double = x.sign == .minus && parity == .odd ? -1 : 1
    let magnitude = x.magnitude
    if y.isInfinite {
      if magnitude == 1 { return 1 }
      return (magnitude > 1) == (y > 0) ? .infinity : 0
    }
    if magnitude == 0 { return sign * (y > 0 ? 0 : .infinity) }
    if magnitude == .infinity { return sign * (y > 0 ? .infinity : 0) }
    if x < 0 && parity == .fractional { return .nan }
    if magnitude == 1 { return sign }

    let logarithm = doubledLogarithm(magnitude)
    let estimate = y * logarithm.high
    if estimate > 710 { return sign * .infinity }
    if estimate < -746 { return sign * 0 }
    if estimate.magnitude < 0x1p-60 { return sign }
    let (product, rest) = twoProduct(y, logarithm.high)
    return sign * exponential(product, plus: rest + y * logarithm.low)
  }
}
