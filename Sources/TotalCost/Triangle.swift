/// A triangular distribution with both ends as its range.
struct Triangle: Sendable, Equatable {
  let low: Double
  let mode: Double
  let high: Double

  /// The value below which a share of all draws lies: the inverse of the distribution function.
  ///
  /// - Parameter share: 0 to 1.
  func quantile(_ share: Double) -> Double {
    let length = high - low
    let left = mode - low
    if share * length < left { return low + (share * length * left).squareRoot() }
    return high - ((1 - share) * length * (high - mode)).squareRoot()
  }
}
