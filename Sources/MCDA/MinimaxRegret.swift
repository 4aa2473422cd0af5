/// The alternative whose worst case costs least: minimax regret.
///
/// Savage, "The Theory of Statistical Decision", Journal of the American Statistical Association
/// 46(253), 1951, doi:10.1080/01621459.1951.10500768. The regret of an alternative is the most that
/// a rival can be ahead of it, over all rivals and all possible weights. Over all weights it equals
/// the largest gap to the best value on a single criterion.
///
/// A cautious cross-check: it looks at one bad case only. After a normalisation by the
/// alternatives' own range it depends on which alternatives are in the table.
///
/// - Complexity: O(m·n) for m alternatives and n criteria, O(m²·n) with ``Weights/ordered``.
public struct MinimaxRegret: ScoringMethod, Equatable {
  /// Which weights are possible.
  public enum Weights: String, Sendable, Equatable, CaseIterable {
    /// Any: nothing is known about weights.
    case any
    /// Any that keep the order of the table's weights; equal weights: the earlier criterion first.
    case ordered
    /// The table's weights: the largest weighted gap on a single criterion (criteria as states of
    /// the world).
    case given
  }

  /// The step that brings columns to a common scale.
  public var normalisation: Normalisation
  /// Which weights are possible.
  public var weights: Weights

  /// Minimax regret over possible weights.
  public init(normalisation: Normalisation = .minMax, weights: Weights = .any) {
    self.normalisation = normalisation
    self.weights = weights
  }

  /// Regrets.
  public struct Result: Scores, Equatable {
    /// The largest regret of each alternative, at least 0; smaller is better.
    public let regrets: [Double]
    /// The criterion that makes each alternative's largest regret; with ``Weights/ordered`` the
    /// last of the first criteria, in order, that share the weight equally.
    public let decisiveCriterion: [Int]
    /// The values that were compared.
    public let normalised: NormalisedTable

    /// The regrets.
    public var scores: [Double] { regrets }
    /// Competition ranks by regret, smallest first.
    public var ranking: Ranking { Ranking(regrets.map { -$0 }) }
  }

  /// Analyses a table.
  public func evaluate(_ table: PerformanceTable) throws(MethodError) -> Result {
    if normalisation.keepsDirection { try table.requireBenefits(normalisation) }
    let normalised = try normalisation(table)
    let (rows, n) = (table.alternativeCount, table.criterionCount)
    let values = normalised.values
    var regrets = [Double](repeating: 0, count: rows)
    var decisive = [Int](repeating: 0, count: rows)
    func note(_ row: Int, _ column: Int, _ regret: Double) {
      if regret > regrets[row] { (regrets[row], decisive[row]) = (regret, column) }
    }
    switch weights {
    case .any, .given:
      var best = [Double](repeating: -.infinity, count: n)
      for index in values.indices { best[index % n] = max(best[index % n], values[index]) }
      for index in values.indices {
        let factor = weights == .given ? table.weights[index % n] : 1
        note(index / n, index % n, factor * (best[index % n] - values[index]))
      }
    case .ordered:
      let order = Ranking(table.weights, tolerance: 0).order
      for row in 0..<rows {
        for rival in 0..<rows where rival != row {
          // Corners of the region: the first r criteria weigh 1/r each.
          var lead = 0.0
          for (position, column) in order.enumerated() {
            lead += values[rival * n + column] - values[row * n + column]
            note(row, column, lead / Double(position + 1))
          }
        }
      }
    }
    return Result(
      regrets: try regrets.finite("regret"), decisiveCriterion: decisive, normalised: normalised)
  }
}
