/// A table with its columns on a common scale, kept as one formula for each column.
///
/// A value is `(x − shift) / divisor + offset`, or `divisor / x` for reciprocal columns.
public struct NormalisedTable: Sendable, Equatable {
  /// The table as given.
  public let table: PerformanceTable
  /// The step that was applied.
  public let normalisation: Normalisation
  /// One for each column.
  let formulas: [ColumnFormula]

  /// Finds the formulas of a complete table's columns.
  init(_ table: PerformanceTable, _ normalisation: Normalisation) throws(MethodError) {
    var formulas: [ColumnFormula] = []
    formulas.reserveCapacity(table.criterionCount)
    try table.withColumns { (columns) throws(MethodError) in
      for column in 0..<table.criterionCount {
        formulas.append(
          try ColumnFormula(columns[column], normalisation, table, column: column))
      }
    }
    self.table = table
    self.normalisation = normalisation
    self.formulas = formulas
  }

  /// The values behind a result. The step has worked on this table, so it works again.
  init(retracing table: PerformanceTable, _ normalisation: Normalisation) {
    self.table = table
    self.normalisation = normalisation
    formulas = table.withColumns { columns in
      (0..<table.criterionCount).map { column in
        (try? ColumnFormula(columns[column], normalisation, table, column: column))
          ?? ColumnFormula()
      }
    }
  }

  /// The normalised value of a cell. Row and column must exist.
  public func value(_ alternative: Int, _ criterion: Int) -> Double {
    formulas[criterion](table.value(alternative, criterion))
  }

  /// The criterion's weight × the normalised value of a cell: what it adds to a weighted sum. Row
  /// and column must exist.
  public func contribution(_ alternative: Int, _ criterion: Int) -> Double {
    table.weights[criterion] * value(alternative, criterion)
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
    ColumnKernels.weightedSums(table, factors, nil) { column, _ in formulas[column] }
  }
}

extension ColumnKernels {
  /// Σ over the criteria of factor × normalised value, for each alternative.
  ///
  /// - Parameters:
  ///   - factors: one for each criterion.
  ///   - step: the normalisation that `formula` follows, if it depends on the table alone.
  ///   - formula: what becomes of the values of a column.
  @inline(__always)
  static func weightedSums<Failure: Error>(
    _ table: PerformanceTable, _ factors: [Double], _ step: Normalisation?,
    _ formula: (Int, Column) throws(Failure) -> ColumnFormula
  ) throws(Failure) -> [Double] {
    let width = table.criterionCount
    var sums = [Double].zeros(table.alternativeCount)
    try table.withColumns(weightedBy: factors) { (weighted) throws(Failure) in
      try sums.withUnsafeMutableBufferPointer { (sums) throws(Failure) in
        let short = ShortColumns(weighted)
        let sweep = ColumnSweep(weighted)
        var base = 0.0
        var column = 0
        while column < width {
          if step == .minMax {
            column =
              short?.addMinMax(from: column, to: sums) ?? sweep.addMinMax(from: column, to: sums)
            guard column < width else { break }
          }
          let values = weighted.columns[column]
          add(try formula(column, values), times: factors[column], values, &base, to: sums)
          column &+= 1
        }
        for row in sums.indices { sums[row] += base }
      }
    }
    return sums
  }

  /// Adds factor × normalised value of one column to the sums, but for its offset, which `base`
  /// gets.
  private static func add(
    _ formula: ColumnFormula, times factor: Double, _ values: Column, _ base: inout Double,
    to sums: UnsafeMutableBufferPointer<Double>
  ) {
    if formula.isReciprocal {
      let numerator = factor * formula.divisor
      for row in values.indices { sums[row] += numerator / values[row] }
    } else {
      base += factor * formula.offset
      let line = Line(shift: formula.shift, slope: factor / formula.divisor)
      for row in values.indices { sums[row] += line(values[row]) }
    }
  }
}
