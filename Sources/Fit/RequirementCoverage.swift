public import DecisionModel

/// How many requirements an option covers as it comes: by standard or by configuration.
public struct RequirementCoverage: Sendable, Equatable {
  /// Value from which a requirement counts as covered: that of "by configuration".
  public static let coveredValue = 0.9

  /// Requirements with a MoSCoW priority other than "won't".
  public let requirements: Int
  /// Those that are covered.
  public let covered: Int
  /// Musts among them.
  public let musts: Int
  /// Musts that are covered.
  public let mustsCovered: Int

  /// Counts the requirements below a node.
  ///
  /// - Parameter values: Values of the answers by question.
  public init(below node: Int, of criteria: CriteriaTree, values: [Int: AnswerValue]) {
    let leaves = criteria.leaves(below: node).filter {
      let priority = criteria.nodes[$0].priority
      return priority != nil && priority != .wont
    }
    let isCovered = { (leaf: Int) in
      values[leaf].map { $0.isAnswered && $0.point >= RequirementCoverage.coveredValue } ?? false
    }
    let mustLeaves = leaves.filter { criteria.nodes[$0].priority == .must }
    requirements = leaves.count
    covered = leaves.filter(isCovered).count
    musts = mustLeaves.count
    mustsCovered = mustLeaves.filter(isCovered).count
  }
}
