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
    /// The best weighted normalised value of each criterion, then the worst ones.
    let goals: [Double]
    /// The table as given.
    public let table: PerformanceTable
    /// The step that was applied.
    public let normalisation: Normalisation

    /// The best weighted normalised value of each criterion.
    public var ideal: [Double] { Array(goals.prefix(table.criterionCount)) }
    /// The worst weighted normalised value of each criterion.
    public var antiIdeal: [Double] { Array(goals.suffix(table.criterionCount)) }
    /// The values before weighting, worked out anew: keep them if you need them more than once.
    ///
    /// - Complexity: O(alternatives × criteria).
    public var normalised: NormalisedTable { NormalisedTable(retracing: table, normalisation) }
    /// The closeness.
    public var scores: [Double] { closeness }
  }

  /// Analyses a table.
  public func evaluate(_ table: PerformanceTable) throws(MethodError) -> Result {
    try table.requireComplete()
    let (rows, width) = (table.alternativeCount, table.criterionCount)
    var toIdeal = [Double].zeros(rows)
    var toAntiIdeal = [Double].zeros(rows)
    var goals = [Double].zeros(2 * width)
    try table.withColumns { (columns) throws(MethodError) in
      try toIdeal.withUnsafeMutableBufferPointer { (near) throws(MethodError) in
        try toAntiIdeal.withUnsafeMutableBufferPointer { (far) throws(MethodError) in
          try goals.withUnsafeMutableBufferPointer { (goals) throws(MethodError) in
            try addGaps(table, columns, to: (near, far), goals)
          }
        }
      }
    }
    var closeness = [Double].zeros(rows)
    for row in 0..<rows {
      if distance == .euclidean {
        toIdeal[row] = toIdeal[row].squareRoot()
        toAntiIdeal[row] = toAntiIdeal[row].squareRoot()
      }
      let both = toIdeal[row] + toAntiIdeal[row]
      closeness[row] = both > 0 ? toAntiIdeal[row] / both : 1
    }
    return Result(
      closeness: try closeness.finite("closeness"), distanceToIdeal: toIdeal,
      distanceToAntiIdeal: toAntiIdeal, goals: goals, table: table, normalisation: normalisation)
  }

  /// Adds up how far each alternative is from the ideal and from the anti-ideal, which it notes.
  ///
  /// A few columns at a time, while their values are still in the processor's cache from finding
  /// their formulas.
  @inline(__always)
  private func addGaps(
    _ table: PerformanceTable, _ columns: Columns,
    to sums: (UnsafeMutableBufferPointer<Double>, UnsafeMutableBufferPointer<Double>),
    _ goals: UnsafeMutableBufferPointer<Double>
  ) throws(MethodError) {
    let (width, group) = (table.criterionCount, ColumnKernels.group)
    var first = 0
    while distance == .euclidean && first &+ group <= width {
      let a = try gap(table, columns, first, goals)
      let b = try gap(table, columns, first &+ 1, goals)
      let c = try gap(table, columns, first &+ 2, goals)
      let d = try gap(table, columns, first &+ 3, goals)
      guard !(a.isReciprocal || b.isReciprocal || c.isReciprocal || d.isReciprocal) else { break }
      ColumnKernels.addSquares((a.gap, b.gap, c.gap, d.gap), columns, from: first, to: sums)
      first &+= group
    }
    for column in first..<width {
      let (gap, isReciprocal) = try gap(table, columns, column, goals)
      let values = columns[column]
      if isReciprocal {
        values.map { 1 / $0 }.withUnsafeBufferPointer {
          ColumnKernels.add(gap, $0, distance, to: sums)
        }
      } else {
        ColumnKernels.add(gap, values, distance, to: sums)
      }
    }
  }

  /// Notes the goals of one column; how far its values, or their reciprocals, are from both.
  @inline(__always)
  private func gap(
    _ table: PerformanceTable, _ columns: Columns, _ column: Int,
    _ goals: UnsafeMutableBufferPointer<Double>
  ) throws(MethodError) -> (gap: ColumnKernels.Gap, isReciprocal: Bool) {
    let values = columns[column]
    let formula = try ColumnFormula(values, normalisation, table, column: column)
    let (least, most) = ColumnKernels.range(values)
    // A normalised column runs from one end of the given one to the other, in either direction.
    let wantsLess =
      normalisation.keepsDirection && table.contents.directions[column] == .minimise
    let (best, worst) = formula.isRising == wantsLess ? (least, most) : (most, least)
    let weight = table.contents.weights[column]
    goals[column] = weight * formula(best)
    goals[table.criterionCount &+ column] = weight * formula(worst)
    let gap =
      formula.isReciprocal
      ? ColumnKernels.Gap(goals: (1 / best, 1 / worst), factor: weight * formula.divisor)
      : ColumnKernels.Gap(goals: (best, worst), factor: weight / formula.divisor)
    return (gap, formula.isReciprocal)
  }
}
