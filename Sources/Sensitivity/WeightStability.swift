public import MCDA

/// How far one weight may move, alone, before the winner or the ranking changes. Exact.
///
/// Node k among siblings under parent p gets the local weight t, its siblings keep their
/// proportions. Two alternatives with differences D in total, D_p and d_k in the subtrees of p and
/// k tie at **t\* = (R + D_out/W_p) / (R − d_k)**, R = (D_p − w_k·d_k)/(1 − w_k),
/// D_out = D − W_p·D_p, W_p the global weight of p. Along the move every total is a straight line,
/// so the ends over all rivals and the whole sequence of winners are exact. On a tree of one level
/// this is t\* = R/(R − d_k), equivalent to the absolute change of Triantaphyllou and Sanchez,
/// Decision Sciences 28(1), 1997: t\* = (w_k − δ)/(1 − δ).
public struct WeightStability: Sendable, Equatable {
  /// An interval of local weights around the present one.
  public struct Interval: Sendable, Equatable {
    /// The lowest local weight at which nothing has changed, 0 to 1.
    public let low: Double
    /// The highest local weight at which nothing has changed, 0 to 1.
    public let high: Double
    /// The two alternatives that change places below `low`, the one ahead now first; nil if
    /// nothing changes down to 0.
    public let pairBelow: Pair?
    /// The two alternatives that change places above `high`; nil if nothing changes up to 1.
    public let pairAbove: Pair?

    /// Whether a weight lies in the interval, ends included.
    public func contains(_ weight: Double) -> Bool { low <= weight && weight <= high }
  }

  /// Two alternatives.
  public struct Pair: Sendable, Equatable {
    /// Ahead at the present weight, or level.
    public let ahead: Int
    /// Behind at the present weight, or level, and ahead beyond the end.
    public let behind: Int
  }

  /// A stretch of the local weight over which one alternative has the highest total.
  public struct Reign: Sendable, Equatable {
    /// The alternative in front.
    public let winner: Int
    /// Local weight at which it takes the lead, 0 to 1.
    public let from: Double
    /// Local weight at which it loses the lead, 0 to 1.
    public let to: Double
  }

  /// The node whose weight moves.
  public let node: Int
  /// The alternative that wins at the present weights.
  public let winner: Int
  /// The node's present local weight.
  public let weight: Double
  /// The global weight of its parent: local weights times this are global weights.
  public let parentWeight: Double
  /// Where the winner stays in front, as local weights. `pairBelow?.behind` and
  /// `pairAbove?.behind` are the rivals that take over.
  public let winnerUnchanged: Interval
  /// Where all ranks stay as they are, as local weights.
  public let rankingUnchanged: Interval
  /// Who wins where, over the local weights from 0 to 1.
  public let reigns: [Reign]
  /// True if an end of the winner's interval coincides with the present weight: not stable, but a
  /// tie that the slightest move breaks.
  public let isTied: Bool
  /// True if the siblings weigh nothing now; then they share the rest equally, for want of
  /// proportions.
  public let usesEqualShares: Bool

  /// The winner's interval as global weights: from 0 to the parent's global weight.
  public var globalLow: Double { parentWeight * winnerUnchanged.low }
  /// The upper end of the winner's interval as a global weight.
  public var globalHigh: Double { parentWeight * winnerUnchanged.high }

  /// The stability of one node's weight.
  ///
  /// - Parameters:
  ///   - node: an index into the tree's nodes.
  ///   - tolerance: differences of totals up to this count as ties.
  /// - Returns: nil for the root, an only child and an index outside the tree.
  /// - Complexity: O(m²) for m alternatives.
  public init?(_ value: AdditiveValue, node: Int, tolerance: Double = Ranking.tolerance) {
    guard value.tree.nodes.indices.contains(node),
      let parent = value.tree.nodes[node].parent,
      let lines = WeightLines(value, node: node),
      let winner = value.ranking.winner
    else { return nil }
    let totals = value.totals
    let alternatives = value.alternativeCount
    let present = value.tree.nodes[node].localWeight
    var ofWinner = IntervalSearch(lines: lines, present: present, tolerance: tolerance)
    var ofRanking = ofWinner
    for rival in 0..<alternatives where rival != winner {
      ofWinner.narrow(ahead: winner, behind: rival)
    }
    for a in 0..<alternatives {
      for b in 0..<alternatives where a != b {
        let lead = totals[a] - totals[b]
        if lead > tolerance {
          ofRanking.narrow(ahead: a, behind: b)
        } else if lead.magnitude <= tolerance && a < b {
          ofRanking.separate(a, b)
        }
      }
    }
    self.node = node
    self.winner = winner
    weight = present
    parentWeight = value.tree.nodes[parent].globalWeight
    winnerUnchanged = ofWinner.interval
    rankingUnchanged = ofRanking.interval
    reigns = lines.winners(preferring: winner, tolerance: tolerance)
    isTied =
      (winnerUnchanged.pairBelow != nil && present - winnerUnchanged.low <= tolerance)
      || (winnerUnchanged.pairAbove != nil && winnerUnchanged.high - present <= tolerance)
    usesEqualShares = lines.usesEqualShares
  }

  /// The stability of every weight that can move, in node order.
  ///
  /// - Complexity: O(nodes × m²).
  public static func all(
    _ value: AdditiveValue, tolerance: Double = Ranking.tolerance
  ) -> [WeightStability] {
    value.tree.nodes.indices.compactMap {
      WeightStability(value, node: $0, tolerance: tolerance)
    }
  }
}

/// Narrows an interval, pair by pair.
private struct IntervalSearch {
  let lines: WeightLines
  let present: Double
  let tolerance: Double
  private var low = 0.0
  private var high = 1.0
  private var below: WeightStability.Pair?
  private var above: WeightStability.Pair?

  init(lines: WeightLines, present: Double, tolerance: Double) {
    self.lines = lines
    self.present = present
    self.tolerance = tolerance
  }

  var interval: WeightStability.Interval {
    WeightStability.Interval(low: low, high: high, pairBelow: below, pairAbove: above)
  }

  /// Takes in that `ahead` must not fall behind. A pair that only touches at 0 or 1 never flips.
  mutating func narrow(ahead: Int, behind: Int) {
    let pair = WeightStability.Pair(ahead: ahead, behind: behind)
    let crossing = lines.crossing(ahead, behind)
    if lines.atZero[ahead] - lines.atZero[behind] < -tolerance {
      lower(to: min(crossing, present), pair)
    }
    if lines.atOne[ahead] - lines.atOne[behind] < -tolerance {
      raise(to: max(crossing, present), pair)
    }
  }

  /// Takes in that two alternatives, level now, stay level: any move parts them unless they are
  /// level everywhere.
  mutating func separate(_ a: Int, _ b: Int) {
    let start = lines.atZero[a] - lines.atZero[b]
    let end = lines.atOne[a] - lines.atOne[b]
    guard max(start.magnitude, end.magnitude) > tolerance else { return }
    let fallsTowardsZero = start < end
    let (rising, falling) = fallsTowardsZero ? (a, b) : (b, a)
    if present > 0 { lower(to: present, WeightStability.Pair(ahead: rising, behind: falling)) }
    if present < 1 { raise(to: present, WeightStability.Pair(ahead: falling, behind: rising)) }
  }

  private mutating func lower(to bound: Double, _ pair: WeightStability.Pair) {
    guard bound >= low else { return }
    // Of several that cross at the same place the one further ahead beyond it takes over.
    if let below, bound == low, lines.atZero[below.behind] >= lines.atZero[pair.behind] { return }
    (low, below) = (bound, pair)
  }

  private mutating func raise(to bound: Double, _ pair: WeightStability.Pair) {
    guard bound <= high else { return }
    if let above, bound == high, lines.atOne[above.behind] >= lines.atOne[pair.behind] { return }
    (high, above) = (bound, pair)
  }
}
