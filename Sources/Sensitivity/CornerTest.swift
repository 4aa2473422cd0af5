public import MCDA

/// Does the winner still win if everything uncertain turns out against it? And which single value
/// is enough to change the winner?
///
/// The worst case for the winner against a rival is a corner: all its own uncertain values at their
/// low ends, all of the rival's at their high ends. Weights stay as they are. Exact.
public struct CornerTest: Sendable, Equatable {
  /// The winner's lead over a rival in the worst corner.
  public struct Rival: Sendable, Equatable {
    /// The rival.
    public let alternative: Int
    /// Total of the winner minus total of the rival in the corner; negative if the rival passes.
    public let worstLead: Double
  }

  /// One uncertain value.
  public struct Cell: Sendable, Equatable {
    /// The alternative it belongs to.
    public let alternative: Int
    /// The column.
    public let leaf: Int
    /// The lead of the present winner over the best other alternative if this value alone turns
    /// out as bad for the winner as it can: its own at the low end, a rival's at the high end.
    public let worstLead: Double
    /// Whether that makes another alternative the winner.
    public let changesWinner: Bool
    /// How much of the difference between the totals this value alone can move:
    /// global weight × (high − low).
    public let swing: Double
  }

  /// The alternative that wins at the present values.
  public let winner: Int
  /// All other alternatives, in their order.
  public let rivals: [Rival]
  /// All uncertain values, those that can change the winner first, by falling damage to its lead.
  public let cells: [Cell]
  /// Whether no rival passes the winner in its worst corner. Drawing level is not passing.
  public let winnerHolds: Bool

  /// Runs the test.
  ///
  /// - Parameters:
  ///   - low: the lowest each value can turn out: alternatives × leaves, row by row.
  ///   - high: the highest. Where it equals `low`, the value is certain. Each present value lies
  ///     between the two.
  ///   - tolerance: differences of totals up to this count as level.
  /// - Complexity: O(alternatives × leaves).
  public init(
    _ value: AdditiveValue, low: [Double], high: [Double],
    tolerance: Double = Ranking.tolerance
  ) throws(CornerTestError) {
    let weights = value.tree.leafWeights
    let leafCount = weights.count
    guard low.count == value.values.count, high.count == low.count else {
      throw .wrongCount(low: low.count, high: high.count, expected: value.values.count)
    }
    for (cell, present) in value.values.enumerated() {
      let isBand =
        low[cell] - Ranking.tolerance <= present && present <= high[cell] + Ranking.tolerance
        && low[cell] >= -AdditiveValue.largestValue && high[cell] <= AdditiveValue.largestValue
      guard isBand else {
        throw .badBand(alternative: cell / leafCount, leaf: cell % leafCount)
      }
    }
    let totals = value.totals
    let winner = value.ranking.winner ?? 0
    /// How far the total moves if some values of an alternative go to an end of their bands.
    func shift(_ alternative: Int, to ends: [Double]) -> Double {
      (0..<leafCount).reduce(0) { sum, leaf in
        let cell = alternative * leafCount + leaf
        return sum + weights[leaf] * (ends[cell] - value.values[cell])
      }
    }
    let atWorst = totals[winner] + shift(winner, to: low)
    rivals = totals.indices.filter { $0 != winner }.map {
      Rival(alternative: $0, worstLead: atWorst - (totals[$0] + shift($0, to: high)))
    }
    winnerHolds = rivals.allSatisfy { $0.worstLead >= -tolerance }
    self.winner = winner

    let best = totals.indices.filter { $0 != winner }.map { totals[$0] }.max()
    guard let best else {
      cells = []
      return
    }
    let uncertain = value.values.indices.filter { high[$0] > low[$0] }
    cells = uncertain.map { cell in
      let (alternative, leaf) = (cell / leafCount, cell % leafCount)
      let lead: Double
      if alternative == winner {
        lead = totals[winner] + weights[leaf] * (low[cell] - value.values[cell]) - best
      } else {
        let raised = totals[alternative] + weights[leaf] * (high[cell] - value.values[cell])
        lead = totals[winner] - max(best, raised)
      }
      return Cell(
        alternative: alternative, leaf: leaf, worstLead: lead,
        changesWinner: lead < -tolerance, swing: weights[leaf] * (high[cell] - low[cell]))
    }
    .sorted { a, b in
      if a.worstLead != b.worstLead { return a.worstLead < b.worstLead }
      if a.swing != b.swing { return a.swing > b.swing }
      return (a.alternative, a.leaf) < (b.alternative, b.leaf)
    }
  }
}

/// Why a corner test cannot run.
public enum CornerTestError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The bands do not have as many cells as the performance table.
  case wrongCount(low: Int, high: Int, expected: Int)
  /// A band is out of order, not a number, too wide or does not contain the present value.
  case badBand(alternative: Int, leaf: Int)

  /// One sentence on what is wrong.
  public var description: String {
    switch self {
    case .wrongCount(let low, let high, let expected):
      "\(low) low and \(high) high values for \(expected) cells"
    case .badBand(let alternative, let leaf):
      "the range of alternative \(alternative + 1), column \(leaf + 1), "
        + "does not contain the value itself"
    }
  }
}
