internal import ReproducibleMath

/// Weights from how unevenly each criterion is spread over the alternatives: Shannon's entropy.
///
/// Hwang, Yoon, "Multiple Attribute Decision Making" (1981), section III-A. With p = x/Σx of a
/// column, e = −Σ p·ln p / ln m and w ∝ 1 − e. The direction plays no part.
///
/// - Warning: For retracing results by others only. This reads spread in the offers, not anybody's
///   preferences: a criterion on which all offers agree is not unimportant, and an offer that comes
///   or goes changes the weights.
/// - Complexity: O(alternatives × criteria).
public struct EntropyWeights: Sendable, Equatable {
  /// The weight of each criterion; the sum is 1 up to rounding.
  public let weights: [Double]
  /// The entropy of each criterion, 0 to 1; 1 if all alternatives agree.
  public let entropy: [Double]

  /// Weighs the criteria of a table whose values are at least 0.
  ///
  /// - Throws: ``MethodError/tooFewAlternatives(needed:found:)`` below two;
  ///   ``MethodError/badValue(alternative:criterion:value:must:)`` for values below 0;
  ///   ``MethodError/cannotNormalise(criterion:normalisation:)`` for a column of zeros;
  ///   ``MethodError/noWeights`` if all alternatives agree on everything.
  public init(_ table: PerformanceTable) throws(MethodError) {
    guard table.alternativeCount > 1 else { throw .tooFewAlternatives(needed: 2, found: 1) }
    let shares = try Normalisation.sum(table)
    let rows = 0..<table.alternativeCount
    let scale = ReproducibleMath.log(Double(table.alternativeCount))
    var entropy: [Double] = []
    for column in 0..<table.criterionCount {
      let values = rows.map { table.value($0, column) }
      guard let first = values.first, values.contains(where: { $0 > 0 }) else {
        throw .cannotNormalise(
          criterion: table.criteria[column].name, normalisation: Normalisation.sum.rawValue)
      }
      // Equal shares have entropy 1; computing it would leave a trace of rounding to be weighed.
      if values.allSatisfy({ $0 == first }) {
        entropy.append(1)
        continue
      }
      let sum = rows.reduce(0.0) {
        let share = shares.value($1, column)
        return share > 0 ? $0 + share * ReproducibleMath.log(share) : $0
      }
      entropy.append(min(1, max(0, -sum / scale)))
    }
    let total = entropy.reduce(0) { $0 + (1 - $1) }
    guard total > 0 else { throw .noWeights }
    self.entropy = entropy
    weights = entropy.map { (1 - $0) / total }
  }
}
