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
