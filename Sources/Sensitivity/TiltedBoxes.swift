import ReproducibleMath

/// The rejection step of ``BoxSampler``: tilted draws on boxes, remainder to the widest.
struct TiltedBoxes: Sendable, Equatable {
  private let lower: [Double]
  private let upper: [Double]
  private let mass: Double
  /// The position that gets the remainder.
  private let widest: Int
  /// The magnitude of λ. For a negative λ the same density is drawn downwards from `upper`.
  private let rate: Double
  private let isRising: Bool
  /// exp(−rate · width) − 1 for each box.
  private let reach: [Double]

  /// Boxes of positive width, Σ lower < mass < Σ upper.
  init(lower: [Double], upper: [Double], mass: Double) {
    let widths = zip(lower, upper).map { $1 - $0 }
    let widestWidth = widths.max() ?? 0
    let tilt = Self.tilt(lower: lower, widths: widths, mass: mass)
    self.lower = lower
    self.upper = upper
    self.mass = mass
    widest = widths.firstIndex(of: widestWidth) ?? 0
    // Any λ is right; a negligible one is replaced by 0, which saves the logarithms.
    rate = tilt.magnitude * widestWidth < 1e-6 ? 0 : tilt.magnitude
    isRising = tilt < 0
    let rate = self.rate
    reach = widths.map { ReproducibleMath.expm1(-rate * $0) }
  }

  func draw(
    into weights: inout [Double], at start: Int, positions: [Int],
    using stream: inout RandomStream
  ) {
    while true {
      var remainder = mass
      for index in lower.indices where index != widest {
        // Inverse of the distribution function of the exponential cut off at the width.
        let uniform = stream.uniform()
        let step: Double =
          rate == 0
          ? uniform * (upper[index] - lower[index])
          : -ReproducibleMath.log1p(uniform * reach[index]) / rate
        let weight =
          isRising ? max(lower[index], upper[index] - step) : min(upper[index], lower[index] + step)
        weights[start + positions[index]] = weight
        remainder -= weight
      }
      guard remainder >= lower[widest] && remainder <= upper[widest] else { continue }
      let distance = isRising ? upper[widest] - remainder : remainder - lower[widest]
      if rate == 0 || stream.uniform() < ReproducibleMath.exp(-rate * distance) {
        weights[start + positions[widest]] = remainder
        return
      }
    }
  }

  /// The λ for which the means of the tilted boxes sum to `mass`, by bisection; the sum falls from
  /// Σ upper to Σ lower as λ rises.
  private static func tilt(lower: [Double], widths: [Double], mass: Double) -> Double {
    func excess(_ tilt: Double) -> Double {
      zip(lower, widths).reduce(-mass) { $0 + $1.0 + $1.1 * meanShare(tilt * $1.1) }
    }
    let sign: Double = excess(0) >= 0 ? 1 : -1
    var (low, high) = (0.0, 1.0)
    while sign * excess(sign * high) > 0 && high < 0x1p60 { (low, high) = (high, 2 * high) }
    for _ in 0..<60 {
      let middle = (low + high) / 2
      if sign * excess(sign * middle) > 0 { low = middle } else { high = middle }
    }
    return sign * (low + high) / 2
  }

  /// The mean of the density ∝ exp(−z·x) on [0, 1]: 1/z − 1/(e^z − 1).
  private static func meanShare(_ z: Double) -> Double {
    if z.magnitude < 1e-3 { return 0.5 - z / 12 }
    return 1 / z - 1 / ReproducibleMath.expm1(z)
  }
}
