/// How the columns of a table are brought to a common scale before they are added up.
///
/// Every step here depends on which alternatives are in the table: leaving one out can change the
/// order of the others. Values on fixed scales need ``none``. Literature uses “max” and “linear”
/// for several of these, so each has its own name; x is a value, max, min, Σ and ‖·‖ are over the
/// column.
///
/// | name | more is better | less is better |
/// |---|---|---|
/// | ``minMax`` | (x − min)/(max − min) | (max − x)/(max − min) |
/// | ``maxRatio`` | x/max | min/x |
/// | ``maxComplement`` | x/max | 1 − x/max |
/// | ``sum`` | x/Σx | x/Σx |
/// | ``sumReciprocal`` | x/Σx | (1/x)/Σ(1/x) |
/// | ``vector`` | x/‖x‖ | x/‖x‖ |
/// | ``vectorComplement`` | x/‖x‖ | 1 − x/‖x‖ |
/// | ``none`` | x | x |
///
/// A column on which all agree becomes 1 under ``minMax``: nobody is worse than the best. A column
/// of zeros has no share; x/max, x/Σx and x/‖x‖ are then 0.
///
/// Jahan, Edwards, "A state-of-the-art survey on the influence of normalization techniques in
/// ranking", Materials & Design 65, 2015, doi:10.1016/j.matdes.2014.09.022.
public enum Normalisation: String, Sendable, Equatable, CaseIterable {
  /// The worst alternative has 0, the best 1.
  case minMax = "minmax"
  /// The best alternative has 1, the others their ratio to it. Less is better: needs x > 0.
  case maxRatio = "max-ratio"
  /// Shares of the largest value; less is better: what remains to 1. Needs max > 0.
  case maxComplement = "max-complement"
  /// Shares of the sum. Needs x ≥ 0. Less stays better.
  case sum
  /// Shares of the sum; less is better: of reciprocals. Needs x ≥ 0, and x > 0 where less is
  /// better.
  case sumReciprocal = "sum-reciprocal"
  /// Shares of the Euclidean length of the column. Less stays better.
  case vector
  /// Shares of the column's Euclidean length; less is better: what remains to 1.
  case vectorComplement = "vector-complement"
  /// Values as they stand. Less stays better.
  case none

  /// Whether a criterion to be minimised still has the smaller value better afterwards.
  public var keepsDirection: Bool { self == .sum || self == .vector || self == .none }

  /// Normalises a table.
  ///
  /// - Throws: ``MethodError/missingCell(alternative:criterion:)``; ``MethodError/badValue`` and
  ///   ``MethodError/cannotNormalise(criterion:normalisation:)`` where a column doesn't meet the
  ///   needs above; ``MethodError/outOfRange(step:)`` if a column's figures are too small to divide by.
  /// - Complexity: O(alternatives × criteria).
  public func callAsFunction(
    _ table: PerformanceTable
  ) throws(MethodError) -> NormalisedTable {
    try table.requireComplete()
    return try NormalisedTable(table, self)
  }
}

/// A table with its columns on a common scale, kept as one formula for each column.
///
/// A value is `(x − shift) / divisor + offset`, or `divisor / x` for reciprocal columns.
public struct NormalisedTable: Sendable, Equatable {
  /// The table as given.
  public let table: PerformanceTable
  /// The step that was applied.
  public let normalisation: Normalisation
  let shift: [Double]
  let divisor: [Double]
  let offset: [Double]
  /// Whether a column is `divisor / x`; empty if none is.
  let isReciprocal: [Bool]
  /// Figures of the columns as given, so far as the step needs them; empty lists otherwise.
  let statistics: ColumnStatistics

  init(_ table: PerformanceTable, _ normalisation: Normalisation) throws(MethodError) {
    let needs: ColumnStatistics.Needs =
      switch normalisation {
      case .none: []
      case .minMax, .maxRatio, .maxComplement: .range
      case .sum, .sumReciprocal: [.range, .sum]
      case .vector, .vectorComplement: .norm
      }
    statistics = ColumnStatistics(table, needs)
    self.table = table
    self.normalisation = normalisation
    let n = table.criterionCount
    var shift = [Double](repeating: 0, count: n)
    var divisor = [Double](repeating: 1, count: n)
    var offset = [Double](repeating: 0, count: n)
    var isReciprocal: [Bool] = []
    for k in 0..<(normalisation == .none ? 0 : n) {
      let column = try NormalisedColumn(table, normalisation, column: k, statistics)
      (shift[k], divisor[k], offset[k]) = (column.shift, column.divisor, column.offset)
      if column.isReciprocal {
        if isReciprocal.isEmpty { isReciprocal = [Bool](repeating: false, count: n) }
        isReciprocal[k] = true
      }
    }
    self.shift = shift
    self.divisor = divisor
    self.offset = offset
    self.isReciprocal = isReciprocal
  }

  /// The normalised value of a cell. Row and column must exist.
  public func value(_ alternative: Int, _ criterion: Int) -> Double {
    value(table.value(alternative, criterion), inColumn: criterion)
  }

  /// What a value becomes in a column.
  func value(_ value: Double, inColumn criterion: Int) -> Double {
    if !isReciprocal.isEmpty && isReciprocal[criterion] { return divisor[criterion] / value }
    return (value - shift[criterion]) / divisor[criterion] + offset[criterion]
  }

  /// All normalised values, row by row.
  public var values: [Double] {
    (0..<table.alternativeCount).flatMap { row in
      (0..<table.criterionCount).map { value(row, $0) }
    }
  }

  /// Σ over the criteria of factor × normalised value, for each alternative.
  ///
  /// - Parameter factors: one for each criterion.
  func weightedSums(_ factors: [Double]) -> [Double] {
    let n = table.criterionCount
    var slopes = [Double](repeating: 0, count: n)
    var base = 0.0
    for k in 0..<n {
      base += factors[k] * offset[k]
      if isReciprocal.isEmpty || !isReciprocal[k] { slopes[k] = factors[k] / divisor[k] }
    }
    var sums = RowKernels.sums(table.values, minus: shift, times: slopes)
    for row in sums.indices { sums[row] += base }
    for k in isReciprocal.indices where isReciprocal[k] {
      let numerator = factors[k] * divisor[k]
      for row in sums.indices { sums[row] += numerator / table.value(row, k) }
    }
    return sums
  }
}
