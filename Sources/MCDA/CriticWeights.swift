/// Weights from contrast and conflict between criteria: CRITIC.
///
/// Diakoulaki, Mavrotas, Papayannakis, "Determining objective weights in multiple criteria
/// problems: the CRITIC method", Computers & Operations Research 22(7), 1995,
/// doi:10.1016/0305-0548(94)00059-H. Columns are brought to 0 … 1 by their range in the criterion's
/// direction; w ∝ σ·Σ(1 − r), σ the standard deviation, r Pearson's correlation with each other
/// criterion. Tools that treat all criteria as benefits give other weights. A criterion on which
/// all agree has weight 0 and takes no part.
///
/// - Warning: For retracing results by others only. This reads spread in the offers, not anybody's
///   preferences: an offer that comes or goes changes the weights.
/// - Complexity: O(alternatives × criteria²).
public struct CriticWeights: Sendable, Equatable {
  /// The weight of each criterion; the sum is 1 up to rounding.
  public let weights: [Double]
  /// The standard deviation of each normalised column (divisor m).
  public let deviations: [Double]
  /// Pearson's correlation of each pair of normalised columns, row by row; 0 where one of them is
  /// constant, 1 on the diagonal.
  public let correlations: [Double]

  /// Weighs the criteria of a table.
  ///
  /// - Throws: ``MethodError/tooFewAlternatives(needed:found:)`` below two;
  ///   ``MethodError/noWeights`` if fewer than two criteria tell the alternatives apart, or all of
  ///   them in the same way.
  public init(_ table: PerformanceTable) throws(MethodError) {
    guard table.alternativeCount > 1 else { throw .tooFewAlternatives(needed: 2, found: 1) }
    let normalised = try Normalisation.minMax(table)
    let (rows, n) = (table.alternativeCount, table.criterionCount)
    var centred = [[Double]](repeating: [], count: n)
    var deviations = [Double](repeating: 0, count: n)
    for column in 0..<n {
      let values = (0..<rows).map { normalised.value($0, column) }
      guard let first = values.first, values.contains(where: { $0 != first }) else { continue }
      let mean = values.reduce(0, +) / Double(rows)
      centred[column] = values.map { $0 - mean }
      deviations[column] =
        (centred[column].reduce(0) { $0 + $1 * $1 } / Double(rows)).squareRoot()
    }
    var correlations = [Double](repeating: 0, count: n * n)
    var information = [Double](repeating: 0, count: n)
    for a in 0..<n {
      correlations[a * n + a] = 1
      for b in 0..<n where b != a && !centred[a].isEmpty && !centred[b].isEmpty {
        let products = zip(centred[a], centred[b]).reduce(0) { $0 + $1.0 * $1.1 }
        let correlation = products / Double(rows) / (deviations[a] * deviations[b])
        correlations[a * n + b] = min(1, max(-1, correlation))
        information[a] += max(0, 1 - correlations[a * n + b])
      }
      information[a] *= deviations[a]
    }
    let total = information.reduce(0, +)
    // Columns that agree but for rounding hold no information to be shared out.
    guard total > 1e-12 else { throw .noWeights }
    weights = information.map { $0 / total }
    self.deviations = deviations
    self.correlations = correlations
  }
}
