/// What a number of work packages comes to together (`methods.md` D4).
///
/// Means add up. Of the standard deviations, with a correlation ρ between every two packages,
/// σ² = (1 − ρ) Σ σᵢ² + ρ (Σ σᵢ)²: ρ = 0 adds the variances, ρ = 1 the standard deviations.
public struct WorkEstimate: Sendable, Equatable {
  /// Sum of the likeliest values.
  public let likely: Double
  /// Sum of the expected values.
  public let expected: Double
  /// Standard deviation of the sum.
  public let standardDeviation: Double
  /// How far the packages run over together, 0 to 1.
  public let correlation: Double

  /// Adds up work packages.
  ///
  /// - Parameter correlation: Between every two packages; brought into 0 to 1.
  public init(_ packages: [ThreePoint], correlation: Double) {
    let shared = min(max(correlation, 0), 1)
    var (likely, expected, variances, deviations) = (0.0, 0.0, 0.0, 0.0)
    for package in packages {
      likely += package.likely
      expected += package.mean
      let variance = max(package.variance, 0)
      variances += variance
      deviations += variance.squareRoot()
    }
    self.likely = likely
    self.expected = expected
    self.correlation = shared
    standardDeviation =
      ((1 - shared) * variances + shared * deviations * deviations).squareRoot()
  }

  /// The sum that is not exceeded in eight of ten cases, taking it as normal: μ + 0.8416 σ.
  public var p80: Double { expected + 0.8416 * standardDeviation }
}
