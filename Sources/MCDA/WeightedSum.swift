/// The weighted sum of normalised values, also called simple additive weighting: V_i = Σ w_k·r_ik.
///
/// Fishburn, "Additive utilities with incomplete product sets", Operations Research 15(3), 1967,
/// doi:10.1287/opre.15.3.537. Assumes that criteria are preferentially independent and that a loss
/// on one can be made good on another. With ``Normalisation/none`` it is the additive value model
/// on fixed scales; with any other step results depend on which alternatives are in the table.
///
/// A step that keeps the direction of costs can't be added up with benefits: a table with a
/// criterion to be minimised is refused then.
///
/// - Complexity: O(alternatives × criteria).
public struct WeightedSum: ScoringMethod, Equatable {
  /// The step that brings columns to a common scale.
  public var normalisation: Normalisation

  /// The weighted sum after a normalisation.
  public init(normalisation: Normalisation = .minMax) { self.normalisation = normalisation }

  /// Totals and what they consist of.
  public struct Result: Scores, Equatable {
    /// Σ weight × normalised value; higher is better.
    public let scores: [Double]
    /// The table as given.
    public let table: PerformanceTable
    /// The step that was applied.
    public let normalisation: Normalisation

    /// The values that were added up, worked out anew: keep them if you need them more than once.
    ///
    /// - Complexity: O(alternatives × criteria).
    public var normalised: NormalisedTable { NormalisedTable(retracing: table, normalisation) }
  }

  /// Adds up a table.
  ///
  /// - Throws: as ``Normalisation/callAsFunction(_:)``;
  ///   ``MethodError/keepsDirection(criterion:normalisation:)`` as said above;
  ///   ``MethodError/outOfRange(step:)`` if a sum is no finite number.
  public func evaluate(_ table: PerformanceTable) throws(MethodError) -> Result {
    if normalisation.keepsDirection { try table.requireBenefits(normalisation) }
    try table.requireComplete()
    let scores = try ColumnKernels.weightedSums(table, table.contents.weights, normalisation) {
      (column, values) throws(MethodError) in
      try ColumnFormula(values, normalisation, table, column: column)
    }
    return Result(
      scores: try scores.finite("the sum"), table: table, normalisation: normalisation)
  }
}

extension PerformanceTable {
  /// Makes sure that more is better on every criterion.
  func requireBenefits(_ normalisation: Normalisation) throws(MethodError) {
    if let column = contents.directions.firstIndex(of: .minimise) {
      throw .keepsDirection(
        criterion: criteria[column].name, normalisation: normalisation.rawValue)
    }
  }
}

extension [Double] {
  /// The figures, if all of them are numbers.
  func finite(_ step: @autoclosure () -> String) throws(MethodError) -> [Double] {
    guard allSatisfy(\.isFinite) else { throw .outOfRange(step: step()) }
    return self
  }
}
