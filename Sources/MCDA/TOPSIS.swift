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
    /// The distances of all alternatives from the ideal, then those from the anti-ideal.
    let distances: [Double]
    /// The table as given.
    public let table: PerformanceTable
    /// The step that was applied.
    public let normalisation: Normalisation

    /// Distance of each alternative from the ideal.
    public var distanceToIdeal: [Double] { Array(distances.prefix(closeness.count)) }
    /// Distance of each alternative from the anti-ideal.
    public var distanceToAntiIdeal: [Double] { Array(distances.suffix(closeness.count)) }
    /// The best weighted normalised value of each criterion, worked out anew.
    ///
    /// - Complexity: O(alternatives × criteria).
    public var ideal: [Double] { goals(\.best) }
    /// The worst weighted normalised value of each criterion, worked out anew.
    ///
    /// - Complexity: O(alternatives × criteria).
    public var antiIdeal: [Double] { goals(\.worst) }
    /// The values before weighting, worked out anew: keep them if you need them more than once.
    ///
    /// - Complexity: O(alternatives × criteria).
    public var normalised: NormalisedTable { NormalisedTable(retracing: table, normalisation) }
    /// The closeness.
    public var scores: [Double] { closeness }

    private func goals(_ end: (Goals) -> Double) -> [Double] {
      let formulas = normalised.formulas
      return table.withColumns { columns in
        formulas.indices.map {
          let goals = Goals(columns[$0], formulas[$0], normalisation, table, column: $0)
          return table.weights[$0] * formulas[$0](end(goals))
        }
      }
    }
  }

  /// Which values of a column the ideal and the anti-ideal have.
  struct Goals {
    let best: Double
    let worst: Double

    @inline(__always)
    init(
      _ values: Column, _ formula: ColumnFormula, _ normalisation: Normalisation,
      _ table: PerformanceTable, column: Int
    ) {
      let (least, most) = ColumnKernels.range(values)
      // A normalised column runs from one end of the given one to the other, in either direction.
      let wantsLess =
        normalisation.keepsDirection && table.contents.directions[column] == .minimise
      (best, worst) = formula.isRising == wantsLess ? (least, most) : (most, least)
    }
  }

  /// Analyses a table.
  public func evaluate(_ table: PerformanceTable) throws(MethodError) -> Result {
    try table.requireComplete()
    let rows = table.alternativeCount
    var distances = [Double].zeros(2 &* rows)
    var closeness = [Double].zeros(rows)
    try distances.withUnsafeMutableBufferPointer { (distances) throws(MethodError) in
      let near = UnsafeMutableBufferPointer(rebasing: distances.prefix(rows))
      let far = UnsafeMutableBufferPointer(rebasing: distances.suffix(rows))
      try table.withColumns(weightedBy: table.contents.weights) { (columns) throws(MethodError) in
        try addGaps(table, columns, to: (near, far))
      }
      for row in 0..<rows {
        if distance == .euclidean {
          near[row] = near[row].squareRoot()
          far[row] = far[row].squareRoot()
        }
        let both = near[row] + far[row]
        closeness[row] = both > 0 ? far[row] / both : 1
      }
    }
    return Result(
      closeness: try closeness.finite("closeness"), distances: distances, table: table,
      normalisation: normalisation)
  }

  /// Adds up how far each alternative is from the ideal and from the anti-ideal.
  @inline(__always)
  private func addGaps(
    _ table: PerformanceTable, _ weighted: WeightedColumns,
    to sums: (UnsafeMutableBufferPointer<Double>, UnsafeMutableBufferPointer<Double>)
  ) throws(MethodError) {
    let (columns, width) = (weighted.columns, table.criterionCount)
    let short = ShortColumns(weighted)
    let sweep = ColumnSweep(weighted)
    var column = 0
    while column < width {
      if distance == .euclidean && normalisation == .vector {
        column =
          short?.addVectorGaps(from: column, to: sums)
          ?? sweep.addVectorGaps(from: column, to: sums)
        guard column < width else { break }
      }
      let (gap, isReciprocal) = try gap(table, columns, column)
      if isReciprocal {
        columns[column].map { 1 / $0 }.withUnsafeBufferPointer {
          ColumnKernels.add(gap, $0, distance, to: sums)
        }
      } else {
        ColumnKernels.add(gap, columns[column], distance, to: sums)
      }
      column &+= 1
    }
  }

  /// How far the values of one column, or their reciprocals, are from both goals.
  @inline(__always)
  private func gap(
    _ table: PerformanceTable, _ columns: Columns, _ column: Int
  ) throws(MethodError) -> (gap: ColumnKernels.Gap, isReciprocal: Bool) {
    let values = columns[column]
    let formula = try ColumnFormula(values, normalisation, table, column: column)
    let goals = Goals(values, formula, normalisation, table, column: column)
    let weight = table.contents.weights[column]
    let gap =
      formula.isReciprocal
      ? ColumnKernels.Gap(
        goals: (1 / goals.best, 1 / goals.worst), factor: weight * formula.divisor)
      : ColumnKernels.Gap(goals: (goals.best, goals.worst), factor: weight / formula.divisor)
    return (gap, formula.isReciprocal)
  }
}
