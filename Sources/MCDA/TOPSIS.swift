/// Closeness to an ideal and distance from an anti-ideal: TOPSIS.
///
/// Hwang, Yoon, "Multiple Attribute Decision Making" (1981), doi:10.1007/978-3-642-48318-9, section
/// III-B. Columns are normalised and weighted; the ideal has the best value of each column, the
/// anti-ideal the worst; closeness = d⁻/(d⁺ + d⁻), from 0 to 1.
///
/// The reference form divides every column by its Euclidean length and turns the direction in the
/// ideal points. Min-max, the default of some tools, gives other scores and can give another
/// winner. Depends on which alternatives are in the table. If all alternatives are equal they are
/// ideal and anti-ideal at once; closeness is then 1 for all.
///
/// - Complexity: O(alternatives × criteria).
public struct TOPSIS: ScoringMethod, Equatable {
  /// The step that brings columns to a common scale.
  public var normalisation: Normalisation
  /// How distances are measured.
  public var distance: Distance

  /// TOPSIS in one of its variants.
  public init(normalisation: Normalisation = .vector, distance: Distance = .euclidean) {
    self.normalisation = normalisation
    self.distance = distance
  }

  /// Closeness and what it consists of.
  public struct Result: Scores, Equatable {
    /// d⁻/(d⁺ + d⁻), 0 to 1, higher is better.
    public let closeness: [Double]
    /// Distance of each alternative from the ideal.
    public let distanceToIdeal: [Double]
    /// Distance of each alternative from the anti-ideal.
    public let distanceToAntiIdeal: [Double]
    /// The best weighted normalised value of each criterion.
    public let ideal: [Double]
    /// The worst weighted normalised value of each criterion.
    public let antiIdeal: [Double]
    /// The values before weighting.
    public let normalised: NormalisedTable

    /// The closeness.
    public var scores: [Double] { closeness }
  }

  /// Analyses a table.
  public func evaluate(_ table: PerformanceTable) throws(MethodError) -> Result {
    let normalised = try normalisation(table)
    let n = table.criterionCount
    // Linear columns are measured as they stand; reciprocals are written out first.
    let isLinear = normalised.isReciprocal.isEmpty
    let values = isLinear ? table.values : normalised.values
    let shift = isLinear ? normalised.shift : [Double](repeating: 0, count: n)
    var factors = table.weights
    if isLinear { for k in 0..<n { factors[k] /= normalised.divisor[k] } }
    let columns =
      isLinear && !normalised.statistics.least.isEmpty
      ? normalised.statistics : ColumnStatistics(table, .range)
    var (ideal, antiIdeal) = (factors, factors)
    for k in 0..<n {
      // A normalised column runs from one end of the given one to the other, in either direction.
      func weighted(_ end: Double) -> Double {
        isLinear ? (end - shift[k]) * factors[k] : normalised.value(end, inColumn: k) * factors[k]
      }
      let ends = (weighted(columns.least[k]), weighted(columns.most[k]))
      let isCost = normalisation.keepsDirection && table.directions[k] == .minimise
      ideal[k] = isCost ? min(ends.0, ends.1) : max(ends.0, ends.1)
      antiIdeal[k] = isCost ? max(ends.0, ends.1) : min(ends.0, ends.1)
    }
    let (toIdeal, toAntiIdeal) = RowKernels.distances(
      values, minus: shift, times: factors, to: (ideal, antiIdeal), distance)
    if isLinear {
      for k in 0..<n {
        ideal[k] += table.weights[k] * normalised.offset[k]
        antiIdeal[k] += table.weights[k] * normalised.offset[k]
      }
    }
    let rows = table.alternativeCount
    var closeness = [Double](repeating: 1, count: rows)
    for row in 0..<rows where toIdeal[row] + toAntiIdeal[row] > 0 {
      closeness[row] = toAntiIdeal[row] / (toIdeal[row] + toAntiIdeal[row])
    }
    return Result(
      closeness: try closeness.finite("closeness"), distanceToIdeal: toIdeal,
      distanceToAntiIdeal: toAntiIdeal, ideal: ideal, antiIdeal: antiIdeal, normalised: normalised)
  }
}
