/// The shared inner steps of the elementary functions.
extension ReproducibleMath {
  /// e^(x + correction) = 2^exponent · (1 + high + low), with `high` exact and `low` small.
  struct ExponentialParts {
    let exponent: Int
    let high: Double
    let low: Double

    /// `x` between −746 and 710, `correction` far below an ulp of 1.
    init(_ x: Double, plus correction: Double) {
      let inverseLn2 = 0x1.71547652b82fep0
      exponent = Int(x * inverseLn2 + (x < 0 ? -0.5 : 0.5))
      let k = Double(exponent)
      high = x - k * ln2High
      let shortfall = k * ln2Low - correction
      let r = high - shortfall
      // r·(e^r + 1)/(e^r − 1) = 2 + r²·P(r²), error below 2^−59 for |r| ≤ ln 2 / 2.
      let z = r * r
      let p5 = 0x1.6376972bea4dp-25
      let p4 = -0x1.bbd41c5d26bf1p-20 + z * p5
      let p3 = 0x1.1566aaf25de2cp-14 + z * p4
      let p2 = -0x1.6c16c16bebd93p-9 + z * p3
      let p1 = 0x1.555555555553ep-3 + z * p2
      let c = r - z * p1
      low = r * c / (2 - c) - shortfall
    }
  }

  /// e^(x + correction) for `x` between −746 and 710.
  static func exponential(_ x: Double, plus correction: Double) -> Double {
    let parts = ExponentialParts(x, plus: correction)
    let (sum, rest) = twoSum(1, parts.high)
    let significand = sum + (rest + parts.low)
    if parts.exponent > 1023 {
      return significand * 2 * power(ofTwo: parts.exponent - 1)
    }
    if parts.exponent < -1021 {
      // In two steps, so that only the last rounds into the subnormal range.
      return significand * power(ofTwo: parts.exponent + 1000) * power(ofTwo: -1000)
    }
    return significand * power(ofTwo: parts.exponent)
  }

  /// 2^exponent for exponents from −1022 to 1023.
  static func power(ofTwo exponent: Int) -> Double {
    Double(bitPattern: UInt64(truncatingIfNeeded: exponent + 1023) << 52)
  }

  /// Splits a positive finite `x` into 2^exponent · (1 + fraction), √½ ≤ 1 + fraction < √2.
  static func reduced(_ x: Double) -> (fraction: Double, exponent: Int) {
    var bits = x.bitPattern
    var exponent = 0
    if x < .leastNormalMagnitude {
      bits = (x * 0x1p54).bitPattern
      exponent = -54
    }
    // The offset moves the border between two exponents from 1 to √½.
    let offset: UInt64 = 0x3ff0_0000_0000_0000 - 0x3fe6_a09e_0000_0000
    bits += offset
    exponent += Int(bits >> 52) - 1023
    bits = (bits & 0x000f_ffff_ffff_ffff) + 0x3fe6_a09e_0000_0000
    return (Double(bitPattern: bits) - 1, exponent)
  }

  /// log(1 + f) + exponent · ln 2 + correction, for √½ ≤ 1 + f < √2.
  static func logarithm(_ f: Double, exponent: Int, correction: Double) -> Double {
    // log(1 + f) = f − f²/2 + s·(f²/2 + R(s²)), s = f/(2 + f); error of R below 2^−58.
    let s = f / (2 + f)
    let z = s * s
    let l7 = 0x1.2f112df3e5244p-3
    let l6 = 0x1.39a09d078c69fp-3 + z * l7
    let l5 = 0x1.7466496cb03dep-3 + z * l6
    let l4 = 0x1.c71c51d8e78afp-3 + z * l5
    let l3 = 0x1.2492494229359p-2 + z * l4
    let l2 = 0x1.999999997fa04p-2 + z * l3
    let l1 = 0x1.5555555555593p-1 + z * l2
    let half = 0.5 * f * f
    let tail = s * (half + z * l1)
    if exponent == 0 && correction == 0 { return f - (half - tail) }
    let k = Double(exponent)
    return k * ln2High - ((half - (tail + (k * ln2Low + correction))) - f)
  }

  /// The logarithm of a positive finite `x` as an unevaluated sum, relative error about 2^−65.
  static func doubledLogarithm(_ x: Double) -> (high: Double, low: Double) {
    let (f, exponent) = reduced(x)
    // s = f / (2 + f), then log(1 + f) = 2s·(1 + s²/3 + s⁴/5 + …).
    let (divisor, divisorRest) = twoSum(2, f)
    let sHigh = f / divisor
    let (back, backRest) = twoProduct(sHigh, divisor)
    let sLow = ((f - back) - backRest - sHigh * divisorRest) / divisor
    let (square, squareRest) = twoProduct(sHigh, sHigh)
    let zLow = squareRest + 2 * sHigh * sLow

    var tail = 1.0 / 27
    for odd in stride(from: 25, through: 5, by: -2) { tail = 1 / Double(odd) + square * tail }
    let (third, thirdLow) = (0x1.5555555555555p-2, 0x1.5555555555555p-56)
    let (first, firstRest) = twoProduct(square, third)
    let (qHigh, qRest) = twoSum(first, square * square * tail)
    let qLow = qRest + (firstRest + square * thirdLow + zLow * third)

    let (product, productRest) = twoProduct(2 * sHigh, qHigh)
    let productLow = productRest + 2 * sHigh * qLow + 2 * sLow * qHigh
    let (sum, sumRest) = twoSum(2 * sHigh, product)
    let k = Double(exponent)
    let (total, totalRest) = twoSum(k * ln2High, sum)
    let low = totalRest + (sumRest + 2 * sLow + productLow + k * ln2Low)
    return twoSum(total, low)
  }

  /// a + b exactly, as the rounded sum and what rounding lost (Knuth).
  static func twoSum(_ a: Double, _ b: Double) -> (high: Double, low: Double) {
    let sum = a + b
    let shareOfB = sum - a
    return (sum, (a - (sum - shareOfB)) + (b - shareOfB))
  }

  /// a · b exactly, as the rounded product and what rounding lost (Dekker). Both factors must be
  /// below 2^990 in magnitude.
  static func twoProduct(_ a: Double, _ b: Double) -> (high: Double, low: Double) {
    let product = a * b
    let (aHigh, aLow) = halves(a)
    let (bHigh, bLow) = halves(b)
    let low = ((aHigh * bHigh - product) + aHigh * bLow + aLow * bHigh) + aLow * bLow
    return (product, low)
  }

  /// `a` as a sum of two numbers with at most 26 significant bits (Veltkamp).
  private static func halves(_ a: Double) -> (high: Double, low: Double) {
    let spread = 0x1.0000002p27 * a
    let high = spread - (spread - a)
    return (high, a - high)
  }

  /// Whether a finite or infinite number is an odd integer, an even one, or none.
  enum Parity {
    case odd, even, fractional

    init(_ y: Double) {
      let magnitude = y.magnitude
      if magnitude >= 0x1p53 {
        self = .even
      } else if Double(Int(magnitude)) != magnitude {
        self = .fractional
      } else {
        self = Int(magnitude) % 2 == 0 ? .even : .odd
      }
    }
  }
}
