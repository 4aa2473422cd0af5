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
    /// The values that were added up.
    public let normalised: NormalisedTable

    /// What a criterion adds to an alternative's total. Both must exist.
    public func contribution(_ alternative: Int, _ criterion: Int) -> Double {
      normalised.table.weights[criterion] * normalised.value(alternative, criterion)
    }
  }

  /// Adds up a table.
  public func evaluate(_ table: PerformanceTable) throws(MethodError) -> Result {
    if normalisation.keepsDirection { try table.requireBenefits(normalisation) }
    let normalised = try normalisation(table)
    return Result(
      scores: try normalised.weightedSums(table.weights).finite("the sum"),
      normalised: normalised)
  }
}

extension PerformanceTable {
  /// Makes sure that more is better on every criterion.
  func requireBenefits(_ normalisation: Normalisation) throws(MethodError) {
    if let column = directions.firstIndex(of: .minimise) {
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
