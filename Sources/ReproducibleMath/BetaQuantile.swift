internal import CLanes

/// The quantile function of a beta distribution, tabulated once and then quick: the inverse of the
/// regularised incomplete beta function I_x(a, b).
///
/// The table has its nodes at even steps within every power of two of the share, from both ends, as
/// the function bends like a power there. Between two nodes it is the polynomial of degree 5 that
/// agrees in value, slope and curvature at both. The absolute error is below 10⁻⁹, checked by tests
/// against bisection.
public struct BetaQuantile: Sendable, Equatable {
  /// Steps within one power of two.
  private static let stepBits = 3
  private static let steps = 1 << stepBits
  /// Powers of two below ½ that have a table; every share of 52 bits lies in one.
  private static let octaves = 53
  /// Coefficients of one interval.
  private static let order = 6

  /// Polynomials for shares up to ½, then for those above, mirrored; 6 coefficients each.
  private let coefficients: [Double]

  /// A distribution on [0, 1] with density ∝ x^(a−1)·(1−x)^(b−1).
  ///
  /// - Parameters:
  ///   - a: 1 to 50.
  ///   - b: 1 to 50.
  public init(a: Double, b: Double) {
    let beta = IncompleteBeta(a: min(max(a, 1), 50), b: min(max(b, 1), 50))
    coefficients =
      BetaQuantile.table(beta) + BetaQuantile.table(beta.mirrored)
  }

  /// The number below which a share of the distribution lies.
  ///
  /// - Parameter share: 0 to 1.
  public func callAsFunction(_ share: Double) -> Double {
    if share <= 0 { return 0 }
    if share >= 1 { return 1 }
    let isUpper = share > 0.5
    let side = isUpper ? 1 - share : share
    let bits = side.bitPattern
    // 0 is the octave (¼, ½]; ½ itself ends the last interval of it.
    let mantissaBits = 52
    let below = bits &- 1
    let octave = 1021 - Int(below >> UInt64(mantissaBits))
    if octave >= BetaQuantile.octaves { return isUpper ? 1 : 0 }
    let shift = UInt64(mantissaBits - BetaQuantile.stepBits)
    let step = Int((below >> shift) & UInt64(BetaQuantile.steps - 1))
    let nodeBits = (below >> shift) << shift
    let node = Double(bitPattern: nodeBits)
    let width = Double(bitPattern: UInt64(1021 - octave - BetaQuantile.stepBits) << 52)
    let t = (side - node) / width
    let base =
      ((isUpper ? BetaQuantile.octaves : 0) + octave) * BetaQuantile.steps
      * BetaQuantile.order + step * BetaQuantile.order
    return coefficients.withUnsafeBufferPointer { c in
      let value =
        c[base] + t
        * (c[base + 1] + t
          * (c[base + 2] + t * (c[base + 3] + t * (c[base + 4] + t * c[base + 5]))))
      return isUpper ? 1 - value : value
    }
  }

  /// Replaces shares by start + length × their quantiles; as calls number by number do it.
  ///
  /// - Parameter shares: From (0, 1), as ``OctetStream/fillOpenUniforms(_:registers:)`` gives them.
  public func replace(
    _ shares: UnsafeMutableBufferPointer<Double>, start: Double, length: Double,
    registers: Registers = .wide
  ) {
    coefficients.withUnsafeBufferPointer { table in
      guard let table = table.baseAddress else { return }
      inOctets(shares, padding: 0.5) {
        registers.kernels.pointee.beta_quantiles($0, $1, table, start, length)
      }
    }
  }

  /// Polynomials of the lower half of a distribution.
  private static func table(_ beta: IncompleteBeta) -> [Double] {
    var result = [Double](repeating: 0, count: octaves * steps * order)
    var upper = Node(share: 0.5, value: beta.inverse(0.5, near: beta.mean), beta)
    for octave in 0..<octaves {
      let width = ReproducibleMath.power(ofTwo: -octave - 2 - stepBits)
      let start = ReproducibleMath.power(ofTwo: -octave - 2)
      for step in (0..<steps).reversed() {
        let share = start + Double(step) * width
        // Near the end the function is a power of the share, so the exponent, and how it changes,
        // extrapolates well.
        let ratio = upper.slope * upper.share / upper.value
        let bend = ratio * (1 + upper.curvature * upper.share / upper.slope - ratio)
        let log = ReproducibleMath.log(share / upper.share)
        let guess = upper.value * ReproducibleMath.exp(log * (ratio + bend * log / 2))
        let lower = Node(share: share, value: beta.inverse(share, near: guess), beta)
        let base = (octave * steps + step) * order
        let c = quintic(lower, upper, width: width)
        for i in 0..<order { result[base + i] = c[i] }
        upper = lower
      }
    }
    return result
  }

  /// Value and derivatives of the quantile at a share.
  private struct Node {
    let share: Double
    let value: Double
    let slope: Double
    let curvature: Double

    init(share: Double, value: Double, _ beta: IncompleteBeta) {
      self.share = share
      self.value = value
      let density = beta.density(value)
      slope = 1 / density
      // Derivative of 1/density(x(share)).
      let bend = (beta.a - 1) / value - (beta.b - 1) / (1 - value)
      curvature = -bend * slope * slope
    }
  }

  private static func quintic(_ low: Node, _ high: Node, width: Double) -> SIMD8<Double> {
    let (d0, d1) = (low.slope * width, high.slope * width)
    let (e0, e1) = (low.curvature * width * width, high.curvature * width * width)
    let rise = high.value - low.value
    return SIMD8(
      low.value, d0, e0 / 2, 10 * rise - 6 * d0 - 4 * d1 - (3 * e0 - e1) / 2,
      -15 * rise + 8 * d0 + 7 * d1 + (3 * e0 - 2 * e1) / 2,
      6 * rise - 3 * (d0 + d1) - (e0 - e1) / 2, 0, 0)
  }
}

/// The regularised incomplete beta function, slowly and accurately: its power series
/// (DLMF 8.17.7, <https://dlmf.nist.gov/8.17.E7>), used below ½ only.
struct IncompleteBeta {
  let a: Double
  let b: Double
  /// The beta function B(a, b).
  private let whole: Double

  init(a: Double, b: Double) {
    self.a = a
    self.b = b
    whole = IncompleteBeta.part(0.5, a, b) + IncompleteBeta.part(0.5, b, a)
  }

  private init(a: Double, b: Double, whole: Double) {
    (self.a, self.b, self.whole) = (a, b, whole)
  }

  /// The distribution of 1 − x.
  var mirrored: IncompleteBeta { IncompleteBeta(a: b, b: a, whole: whole) }

  /// Expected value.
  var mean: Double { a / (a + b) }

  /// The share of the distribution below `x`.
  func callAsFunction(_ x: Double) -> Double {
    if x <= 0 { return 0 }
    if x >= 1 { return 1 }
    return x <= 0.5
      ? IncompleteBeta.part(x, a, b) / whole : 1 - IncompleteBeta.part(1 - x, b, a) / whole
  }

  /// Both at a number between 0 and 1, from two powers.
  private func valueAndDensity(_ x: Double) -> (value: Double, density: Double) {
    let isLow = x <= 0.5
    let (near, far) = isLow ? (x, 1 - x) : (1 - x, x)
    let (own, other) = isLow ? (a, b) : (b, a)
    let power = ReproducibleMath.pow(near, own)
    let part = power * IncompleteBeta.series(near, own, other) / whole
    let density = power / near * ReproducibleMath.pow(far, other - 1) / whole
    return (isLow ? part : 1 - part, density)
  }

  func density(_ x: Double) -> Double {
    ReproducibleMath.pow(x, a - 1) * ReproducibleMath.pow(1 - x, b - 1) / whole
  }

  /// The number below which a share lies, by Newton steps that stay within a bracket.
  func inverse(_ share: Double, near guess: Double) -> Double {
    var (low, high) = (0.0, 1.0)
    var x = guess > 0 && guess < 1 ? guess : 0.5
    for _ in 0..<200 {
      let (value, density) = valueAndDensity(x)
      let error = value - share
      if error == 0 { return x }
      if error > 0 { high = x } else { low = x }
      let step = error / density
      var next = x - step
      let isInside = next > low && next < high
      if !isInside { next = low + (high - low) / 2 }
      // Each step squares the error: after so small a one nothing is left of it.
      if isInside && step.magnitude <= 0x1p-30 * x || (next - x).magnitude <= 0x1p-51 * x {
        return next
      }
      x = next
    }
    return x
  }

  /// ∫₀ˣ t^(a−1)·(1−t)^(b−1) dt for x up to ½.
  private static func part(_ x: Double, _ a: Double, _ b: Double) -> Double {
    series(x, a, b) * ReproducibleMath.pow(x, a)
  }

  /// The same over xᵃ.
  private static func series(_ x: Double, _ a: Double, _ b: Double) -> Double {
    var term = 1.0
    var sum = 1 / a
    for n in 1..<400 {
      term *= (Double(n) - b) * x / Double(n)
      let summand = term / (a + Double(n))
      sum += summand
      if summand.magnitude <= 0x1p-56 * sum.magnitude { break }
    }
    return sum
  }
}
