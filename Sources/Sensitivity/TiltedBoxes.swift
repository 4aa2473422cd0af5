import CLanes
import ReproducibleMath

/// The rejection step of ``BoxSampler``: tilted draws on boxes, the remainder to the two widest.
struct TiltedBoxes: Sendable, Equatable {
  /// The boxes in the order of proposals, the two that get the remainder last.
  let order: [Int]
  /// For each box but those two: reach, base, slope, low, high, as the loop `tilted` takes them.
  private let rows: [Double]
  private let mass: Double
  private let next: ClosedRange<Double>
  private let last: ClosedRange<Double>
  /// The magnitude of λ. For a negative λ the same density is drawn downwards from the upper bound.
  private let rate: Double
  private let isRising: Bool
  /// The largest L·exp(−rate · distance), where distance is that of the remainder from the end of
  /// its range that the density favours.
  private let peak: Double

  /// At least three boxes of positive width, Σ lower < mass < Σ upper.
  init(lower: [Double], upper: [Double], mass: Double) {
    let widths = zip(lower, upper).map { $1 - $0 }
    let widestLast = widths.indices.sorted {
      widths[$0] != widths[$1] ? widths[$0] < widths[$1] : $0 < $1
    }
    let (narrower, widest) = (widestLast[widths.count - 2], widestLast[widths.count - 1])
    let tilt = Self.tilt(lower: lower, widths: widths, mass: mass)
    // Any λ is right; a negligible one is replaced by 0, which saves the logarithms.
    let rate = tilt.magnitude * widths[widest] < 1e-6 ? 0 : tilt.magnitude
    let isRising = tilt < 0
    self.mass = mass
    self.rate = rate
    self.isRising = isRising
    order = widths.indices.filter { $0 != narrower && $0 != widest } + [narrower, widest]
    next = lower[narrower]...upper[narrower]
    last = lower[widest]...upper[widest]
    // L grows with the distance up to the narrower width and never beyond it.
    let best = rate > 0 ? min(1 / rate, widths[narrower]) : widths[narrower]
    peak = best * ReproducibleMath.exp(-rate * best)
    // The inverse of the distribution function of the exponential cut off at the width.
    rows = order.dropLast(2).flatMap { box in
      rate == 0
        ? [0, lower[box], widths[box], lower[box], upper[box]]
        : [
          ReproducibleMath.expm1(-rate * widths[box]), isRising ? upper[box] : lower[box],
          isRising ? 1 / rate : -1 / rate, lower[box], upper[box],
        ]
    }
  }

  /// Turns one octet of words for each box into weights, in place.
  ///
  /// - Returns: which lanes hold accepted weights, as bits.
  func propose(_ words: UnsafeMutablePointer<Double>, registers: Registers) -> UInt8 {
    let kernels = registers.kernels.pointee
    let free = order.count - 2
    let (verdict, place) = (words + 8 * free, words + 8 * (free + 1))
    kernels.tilted(words, free, rows)
    kernels.exponentials(verdict, 1, 1)
    kernels.uniforms(place, 1)
    var accepted: UInt8 = 0
    for lane in 0..<8 {
      var remainder = mass
      for box in 0..<free { remainder -= words[8 * box + lane] }
      let low = max(next.lowerBound, remainder - last.upperBound)
      let high = min(next.upperBound, remainder - last.lowerBound)
      let distance =
        isRising
        ? next.upperBound + last.upperBound - remainder
        : remainder - (next.lowerBound + last.lowerBound)
      // u < L·exp(−rate · distance)/peak, in logarithms.
      let isAccepted =
        high > low
        && verdict[lane] > rate * distance - LaneMath.log(max((high - low) / peak, 0x1p-1000))
      let weight = min(high, low + (high - low) * place[lane])
      verdict[lane] = weight
      place[lane] = min(max(remainder - weight, last.lowerBound), last.upperBound)
      if isAccepted { accepted |= 1 << UInt8(lane) }
    }
    return accepted
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
