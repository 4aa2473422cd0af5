public import DecisionModel
public import Fit

/// How much an option binds: the score of its factors (`rulings.md` R6).
///
/// Each factor runs from 0, free to leave, to 4, bound. The score is Σ w·f/4 over the factors'
/// weights within the goal, times 100; the goal's value is 1 − score/100, which is what the additive
/// value of the factors' scales gives as well.
public struct LockInAssessment: Sendable, Equatable {
  /// One factor.
  public struct Factor: Sendable, Equatable {
    /// Index of the factor in the criteria tree.
    public let criterion: Int
    /// 0 free … 4 bound.
    public let degree: Double
    /// Whether it was answered.
    public let isAnswered: Bool
  }

  /// 0 free to leave … 100 bound.
  public let score: Double
  /// Score with missing answers at their freest.
  public let low: Double
  /// Score with missing answers at their most binding.
  public let high: Double
  /// The factors in the order of the tree.
  public let factors: [Factor]

  /// The score of an option.
  ///
  /// - Parameters:
  ///   - goal: Index of the lock-in goal.
  ///   - values: Values of the option's answers by question.
  /// - Returns: `nil` if the goal has no factors.
  public init?(goal: Int, of criteria: CriteriaTree, values: [Int: AnswerValue]) {
    let leaves = criteria.leaves(below: goal).filter { $0 != goal }
    guard !leaves.isEmpty else { return nil }
    let whole = criteria.globalWeight(of: goal)
    var (score, low, high) = (0.0, 0.0, 0.0)
    var factors: [Factor] = []
    for leaf in leaves {
      guard let value = values[leaf] else { continue }
      // Weight within the goal; a goal that weighs nothing still has a score.
      let weight =
        whole > 0
        ? criteria.globalWeight(of: leaf) / whole
        : LockInAssessment.weight(of: leaf, below: goal, in: criteria)
      score += weight * (1 - value.point)
      low += weight * (1 - value.high)
      high += weight * (1 - value.low)
      factors.append(
        Factor(criterion: leaf, degree: 4 * (1 - value.point), isAnswered: value.isAnswered))
    }
    self.score = 100 * score
    self.low = 100 * low
    self.high = 100 * high
    self.factors = factors
  }

  private static func weight(of leaf: Int, below goal: Int, in criteria: CriteriaTree) -> Double {
    var weight = 1.0
    var node = leaf
    while node != goal {
      weight *= criteria.nodes[node].localWeight
      guard let parent = criteria.nodes[node].parent else { break }
      node = parent
    }
    return weight
  }
}
