import MCDA

/// Which uncertain values make a total uncertain: the first-order Sobol indices of an additive value
/// with independent cells, exact: w²·Var(v) / Σ w²·Var(v).
///
/// Sobol', Mathematics and Computers in Simulation 55, 2001, doi:10.1016/S0378-4754(00)00270-6. In a
/// sum nothing interacts: first-order and total indices are the same.
public struct VarianceShares: Sendable, Equatable {
  /// The expected value of the sum.
  public let mean: Double
  /// Its variance.
  public let variance: Double
  /// The share of each cell in the variance; all 0 if nothing varies.
  public let shares: [Double]

  /// The shares in Σ weight × value.
  ///
  /// - Parameter weights: one for each value, of any sign and sum.
  /// - Returns: nil if the lists differ in length or hold figures that cannot be used.
  public init?(weights: [Double], values: [UncertainValues.Distribution]) {
    guard weights.count == values.count,
      weights.allSatisfy({ $0.magnitude <= AdditiveValue.largestValue })
    else { return nil }
    let means = values.compactMap(\.mean)
    let variances = values.compactMap(\.variance)
    guard means.count == values.count, variances.count == values.count else { return nil }
    mean = zip(weights, means).reduce(0) { $0 + $1.0 * $1.1 }
    let parts = zip(weights, variances).map { $0 * $0 * $1 }
    let variance = parts.reduce(0, +)
    self.variance = variance
    shares = parts.map { variance > 0 ? $0 / variance : 0 }
  }
}
