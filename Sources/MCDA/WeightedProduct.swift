internal import ReproducibleMath

/// The weighted product of normalised values: P_i = Π r_ik^{w_k}, also weighted geometric mean.
///
/// Bridgman, "Dimensional Analysis" (1922); Miller, Starr, "Executive Decisions and Operations
/// Research" (1969). Ratios P_a/P_b don't depend on units: dividing a column by a constant changes
/// no ratio. A zero can't be made good: it makes the product zero. Where the normalisation keeps
/// the direction of costs, their exponent is −w, which needs values above 0. Negative values are
/// refused. Values and weights of very different magnitudes are handled as logarithms.
///
/// - Complexity: O(alternatives × criteria).
public struct WeightedProduct: ScoringMethod, Equatable {
  /// The step that brings columns to a common scale.
  public var normalisation: Normalisation

  /// The weighted product after a normalisation.
  public init(normalisation: Normalisation = .maxRatio) { self.normalisation = normalisation }

  /// Products and what they consist of.
  public struct Result: Scores, Equatable {
    /// Π value^weight; higher is better.
    public let scores: [Double]
    /// Natural logarithm of each score; nil for a score of 0.
    public let logarithms: [Double?]
    /// The values that were multiplied.
    public let normalised: NormalisedTable

    /// Competition ranks by logarithm, so that neither tiny nor huge products tie by mistake.
    public var ranking: Ranking { Ranking(logarithms.map { $0 ?? -.infinity }) }

    /// How many times as good one alternative is as another; nil if the other's product is 0, or
    /// the ratio is beyond the range of numbers. Both must exist.
    public func ratio(_ first: Int, to second: Int) -> Double? {
      guard let below = logarithms[second] else { return nil }
      guard let above = logarithms[first] else { return 0 }
      let ratio = ReproducibleMath.exp(above - below)
      return ratio.isFinite ? ratio : nil
    }
  }

  /// Multiplies a table.
  public func evaluate(_ table: PerformanceTable) throws(MethodError) -> Result {
    let normalised = try normalisation(table)
    var logarithms: [Double?] = []
    logarithms.reserveCapacity(table.alternativeCount)
    for row in 0..<table.alternativeCount {
      var sum: Double? = 0
      for column in 0..<table.criterionCount where table.weights[column] > 0 {
        let value = normalised.value(row, column)
        let isInverse =
          normalisation.keepsDirection && table.directions[column] == .minimise
        guard value >= 0, value > 0 || !isInverse else {
          throw .badValue(
            alternative: table.alternatives[row], criterion: table.criteria[column].name,
            value: table.value(row, column), must: isInverse ? .positive : .notNegative)
        }
        guard let before = sum, value > 0 else {
          sum = nil
          continue
        }
        let term = table.weights[column] * ReproducibleMath.log(value)
        sum = isInverse ? before - term : before + term
      }
      logarithms.append(sum)
    }
    let scores = logarithms.map { $0.map(ReproducibleMath.exp) ?? 0 }
    return Result(
      scores: try scores.finite("the product"), logarithms: logarithms, normalised: normalised)
  }
}
