/// The formula of one normalised column: `(x − shift) / divisor + offset`, or `divisor / x`.
struct NormalisedColumn {
  private(set) var shift = 0.0
  private(set) var divisor = 1.0
  private(set) var offset = 0.0
  private(set) var isReciprocal = false

  init(
    _ table: PerformanceTable, _ normalisation: Normalisation, column k: Int,
    _ columns: ColumnStatistics
  ) throws(MethodError) {
    let isCost = table.directions[k] == .minimise
    let (least, most) = (columns.least[k], columns.most[k])
    func share(of total: Double, isZero: Bool) throws(MethodError) -> Double {
      if isZero { return 1 }
      guard total > 0 else {
        throw .cannotNormalise(
          criterion: table.criteria[k].name, normalisation: normalisation.rawValue)
      }
      return total
    }
    switch normalisation {
    case .none: break
    case .minMax:
      if most == least {
        (shift, offset) = (least, 1)
      } else {
        (shift, divisor) = isCost ? (most, least - most) : (least, most - least)
      }
    case .maxRatio:
      if isCost {
        try table.require(k, .positive) { $0 > 0 }
        (divisor, isReciprocal) = (least, true)
      } else {
        divisor = try share(of: most, isZero: most == 0 && least == 0)
      }
    case .sumReciprocal where isCost:
      try table.require(k, .positive) { $0 > 0 }
      var reciprocals = 0.0
      for row in 0..<table.alternativeCount { reciprocals += 1 / table.value(row, k) }
      (divisor, isReciprocal) = (1 / reciprocals, true)
    case .sum, .sumReciprocal:
      if least < 0 { try table.require(k, .notNegative) { $0 >= 0 } }
      divisor = try share(of: columns.sum[k], isZero: most == 0)
    case .maxComplement: divisor = try share(of: most, isZero: most == 0 && least == 0)
    case .vector, .vectorComplement:
      divisor = try share(of: columns.norm[k], isZero: columns.norm[k] == 0)
    }
    if isCost, normalisation == .maxComplement || normalisation == .vectorComplement {
      (divisor, offset) = (-divisor, 1)
    }
    // What is smaller can't be divided by without leaving the range of numbers.
    guard divisor.magnitude >= 1e-290 else {
      throw .outOfRange(step: "\(normalisation.rawValue) of '\(table.criteria[k].name)'")
    }
  }
}

extension PerformanceTable {
  /// Makes sure that all values of a column meet a requirement.
  fileprivate func require(
    _ column: Int, _ requirement: MethodError.Requirement, _ isMet: (Double) -> Bool
  ) throws(MethodError) {
    for row in 0..<alternativeCount where !isMet(value(row, column)) {
      throw .badValue(
        alternative: alternatives[row], criterion: criteria[column].name,
        value: value(row, column), must: requirement)
    }
  }
}
