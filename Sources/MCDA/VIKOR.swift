/// A compromise between the largest group benefit and the smallest single regret: VIKOR.
///
/// Opricovic, Tzeng, "Compromise solution by MCDM methods", European Journal of Operational
/// Research 156(2), 2004, doi:10.1016/S0377-2217(03)00020-1. With the share r of the way from the
/// best to the worst value of a criterion: S = Σ w·r, R = max w·r, Q = v·(S − S*)/(S⁻ − S*) + (1 −
/// v)·(R − R*)/(R⁻ − R*); smaller is better for all three.
///
/// A criterion on which all agree costs nobody anything; if all S (or all R) are equal, that half
/// of Q is 0. Depends on which alternatives are in the table.
///
/// - Complexity: O(alternatives × criteria).
public struct VIKOR: ScoringMethod, Equatable {
  /// The weight of the group benefit, 0 to 1.
  public var v: Double

  /// VIKOR with the weight of the group benefit.
  public init(v: Double = 0.5) { self.v = v }

  /// The three measures and the compromise.
  public struct Result: Scores, Equatable {
    /// Weighted sum of the regrets of each alternative; smaller is better.
    public let s: [Double]
    /// Largest weighted regret of each alternative; smaller is better.
    public let r: [Double]
    /// The compromise, 0 to 1; smaller is better.
    public let q: [Double]
    /// 1/(m − 1), the lead in Q that counts as an advantage; nil for a single alternative.
    public let advantageThreshold: Double?
    /// Whether the first leads the second in Q by at least the threshold.
    public let hasAcceptableAdvantage: Bool
    /// Whether the first in Q is also first in S or in R.
    public let hasAcceptableStability: Bool
    /// The alternatives proposed together, ascending: the first alone if both conditions hold, the
    /// first two without stability, all whose Q is within the threshold of the first's without
    /// advantage.
    public let compromise: [Int]

    /// Q.
    public var scores: [Double] { q }
    /// Competition ranks by Q, smallest first.
    public var ranking: Ranking { Ranking(q.map { -$0 }) }
  }

  /// Analyses a table.
  public func evaluate(_ table: PerformanceTable) throws(MethodError) -> Result {
    guard v >= 0, v <= 1 else {
      throw .badParameter(name: "v", value: v, must: .between(0, 1))
    }
    try table.requireComplete()
    let (rows, n) = (table.alternativeCount, table.criterionCount)
    var s = [Double](repeating: 0, count: rows)
    var r = s
    table.withColumns { columns in
      for k in 0..<n {
        let values = columns[k]
        let (least, most) = ColumnKernels.range(values)
        guard most > least else { continue }
        let isGain = table.directions[k] == .maximise
        for row in 0..<rows {
          let lost = isGain ? most - values[row] : values[row] - least
          let regret = table.weights[k] * (lost / (most - least))
          s[row] += regret
          r[row] = max(r[row], regret)
        }
      }
    }
    let sParts = Self.shares(try s.finite("S"))
    let rParts = Self.shares(r)
    let q = (0..<rows).map { v * sParts[$0] + (1 - v) * rParts[$0] }
    return Self.compromise(s: s, r: r, q: q)
  }

  /// Where each figure lies between the smallest (0) and the largest (1).
  private static func shares(_ figures: [Double]) -> [Double] {
    let least = figures.min() ?? 0
    let range = (figures.max() ?? 0) - least
    // Figures that differ by rounding only are equal.
    guard range > 1e-15 * (least + range) else { return figures.map { _ in 0 } }
    return figures.map { ($0 - least) / range }
  }

  private static func compromise(s: [Double], r: [Double], q: [Double]) -> Result {
    let order = Ranking(q.map { -$0 }).order
    let first = order[0]
    let second = order.count > 1 ? order[1] : first
    let threshold = order.count > 1 ? 1 / Double(order.count - 1) : nil
    let hasAdvantage = threshold.map { q[second] - q[first] >= $0 - Ranking.tolerance } ?? true
    let isStable =
      s[first] <= (s.min() ?? 0) + Ranking.tolerance
      || r[first] <= (r.min() ?? 0) + Ranking.tolerance
    var compromise = [first]
    if let threshold, !hasAdvantage {
      compromise = q.indices.filter { q[$0] - q[first] < threshold - Ranking.tolerance }
    } else if !isStable {
      compromise = [first, second].sorted()
    }
    return Result(
      s: s, r: r, q: q, advantageThreshold: threshold, hasAcceptableAdvantage: hasAdvantage,
      hasAcceptableStability: isStable, compromise: compromise)
  }
}
