public import MCDA

/// Which weight, and which pair of alternatives, is the most sensitive: the critical criterion of
/// Triantaphyllou and Sanchez, Decision Sciences 28(1), 1997,
/// doi:10.1111/j.1540-5915.1997.tb01306.x.
///
/// With the scores P = Σ W·a of a flat weighted sum, a better and a worse alternative change places
/// when δ = (P_worse − P_better) / (a_worse,k − a_better,k) is subtracted from the weight W_k and
/// all weights are then divided by their new sum. That is possible only for δ ≤ W_k. In local
/// weights the same flip lies at t\* = (W_k − δ)/(1 − δ), see ``WeightStability``.
public struct CriticalCriterion: Sendable, Equatable {
  /// The change of one weight that reverses one pair.
  public struct Change: Sendable, Equatable {
    /// The alternative with the higher score.
    public let better: Int
    /// The alternative with the lower score.
    public let worse: Int
    /// The criterion whose weight changes.
    public let criterion: Int
    /// What is subtracted from the weight before all are divided by their new sum.
    public let delta: Double
    /// `delta` in per cent of the weight.
    public let percent: Double
    /// Whether the weight is large enough for it.
    public let isFeasible: Bool
  }

  /// Σ W·a of each alternative, with the weights as given.
  public let scores: [Double]
  /// Competition ranks of the scores.
  public let ranking: Ranking
  /// All pairs and criteria for which a change exists: better alternative by rank, then worse one
  /// by rank, then criterion.
  public let changes: [Change]

  /// Computes all changes.
  ///
  /// - Parameters:
  ///   - weights: positive or 0; they need not sum to 1. Nothing reverses on a weight of 0.
  ///   - values: alternatives × criteria, row by row, more is better.
  /// - Returns: nil if the values do not fill rows or anything is not a finite number.
  /// - Complexity: O(m² n) for m alternatives and n criteria.
  public init?(weights: [Double], values: [Double]) {
    let n = weights.count
    guard n > 0, !values.isEmpty, values.count % n == 0,
      weights.allSatisfy({ $0.isFinite && $0 >= 0 }),
      values.allSatisfy({ $0.magnitude <= AdditiveValue.largestValue })
    else { return nil }
    let scores = (0..<(values.count / n)).map { alternative in
      (0..<n).reduce(0) { $0 + weights[$1] * values[alternative * n + $1] }
    }
    let ranking = Ranking(scores)
    var changes: [Change] = []
    for (position, better) in ranking.order.enumerated() {
      for worse in ranking.order.dropFirst(position + 1) {
        for k in 0..<n where weights[k] > 0 {
          let difference = values[worse * n + k] - values[better * n + k]
          guard difference.magnitude > Ranking.tolerance else { continue }
          let delta = (scores[worse] - scores[better]) / difference
          changes.append(
            Change(
              better: better, worse: worse, criterion: k, delta: delta,
              percent: 100 * delta / weights[k], isFeasible: delta <= weights[k]))
        }
      }
    }
    self.scores = scores
    self.ranking = ranking
    self.changes = changes
  }

  /// The smallest feasible change in per cent that replaces the best alternative.
  public var percentTop: Change? {
    smallest { $0.better == ranking.winner ? $0.percent : nil }
  }

  /// The smallest feasible change in per cent that reverses any pair.
  public var percentAny: Change? { smallest { $0.percent } }

  /// The smallest feasible change in weight that reverses any pair.
  public var absoluteAny: Change? { smallest { $0.delta } }

  /// The smallest feasible change of a criterion's weight that reverses any pair, in per cent
  /// without sign; nil if there is none. Its reciprocal is the sensitivity coefficient.
  public func criticalityDegree(of criterion: Int) -> Double? {
    smallest { $0.criterion == criterion ? $0.percent : nil }?.percent.magnitude
  }

  /// Of the feasible changes that have a measure the one with the smallest, the first of equals.
  private func smallest(_ measure: (Change) -> Double?) -> Change? {
    var best: (change: Change, size: Double)?
    for change in changes where change.isFeasible {
      guard let size = measure(change)?.magnitude, size < best?.size ?? .infinity else { continue }
      best = (change, size)
    }
    return best?.change
  }
}
