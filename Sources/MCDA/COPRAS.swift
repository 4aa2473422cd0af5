/// Complex proportional assessment: benefits add up, costs share what they leave.
///
/// Zavadskas, Kaklauskas, Sarka, "The new method of multicriteria complex proportional assessment
/// of projects", Technological and Economic Development of Economy 1(3), 1994; formulas as in
/// Zavadskas, Kaklauskas, Turskis, Tamošaitienė, doi:10.3846/1392-3730.2008.14.85-93. Every column
/// becomes weighted shares of its sum; S⁺ and S⁻ are an alternative's shares of benefits and of
/// costs; Q = S⁺ + ΣS⁻ / (S⁻·Σ(1/S⁻)); the utility degree is 100·Q/max Q.
///
/// Needs values of at least 0. Alternatives without any cost (S⁻ = 0) share all of ΣS⁻ evenly, the
/// limit of the formula. Without a criterion to be minimised Q = S⁺. Depends on which alternatives
/// are in the table.
///
/// - Complexity: O(alternatives × criteria).
public struct COPRAS: ScoringMethod, Equatable {
  /// COPRAS.
  public init() {}

  /// Relative significance and what it consists of.
  public struct Result: Scores, Equatable {
    /// Weighted shares of criteria to be maximised.
    public let benefits: [Double]
    /// Weighted shares of criteria to be minimised.
    public let costs: [Double]
    /// Q, higher is better.
    public let scores: [Double]
    /// Q in per cent of the largest; 100 for all if every Q is 0.
    public let utilityDegree: [Double]
    /// Shares of the columns' sums.
    public let normalised: NormalisedTable
  }

  /// Analyses a table.
  public func evaluate(_ table: PerformanceTable) throws(MethodError) -> Result {
    let normalised = try Normalisation.sum(table)
    let isCost = table.directions.map { $0 == .minimise }
    func part(_ costs: Bool) -> [Double] {
      normalised.weightedSums(
        table.weights.indices.map { isCost[$0] == costs ? table.weights[$0] : 0 })
    }
    let benefits = part(false)
    let costs = part(true)
    let total = costs.reduce(0, +)
    var scores = benefits
    let free = costs.filter { $0 <= 0 }.count
    if total > 0 {
      let reciprocals = costs.reduce(0) { $0 + 1 / $1 }
      for row in scores.indices {
        if free > 0 {
          if costs[row] <= 0 { scores[row] += total / Double(free) }
        } else {
          scores[row] += total / (costs[row] * reciprocals)
        }
      }
    }
    let largest = scores.max() ?? 0
    return Result(
      benefits: benefits, costs: costs, scores: try scores.finite("Q"),
      utilityDegree: scores.map { largest > 0 ? 100 * ($0 / largest) : 100 },
      normalised: normalised)
  }
}
