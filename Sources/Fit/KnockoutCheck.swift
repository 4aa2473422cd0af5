public import DecisionModel
import Measures

/// Whether an option meets a knock-out; nothing compensates one that is not met.
public struct KnockoutCheck: Sendable, Equatable {
  /// What was found.
  public enum State: Sendable, Equatable {
    /// Met.
    case pass
    /// Not met.
    case fail
    /// The answer is missing, so that nobody can say.
    case unknown
  }

  /// What was found.
  public let state: State
  /// For a branch: the questions below that are not met, or if none is, not answered.
  public let questions: [Int]

  /// Checks the condition of a node against an option's answers.
  ///
  /// - Parameters:
  ///   - condition: The knock-out of the node.
  ///   - node: Index of the node in the tree.
  ///   - answers: The option's answers by question.
  public init(
    _ condition: Knockout, at node: Int, of criteria: CriteriaTree, answers: [Int: Answer]
  ) {
    if case .everyMust(let level) = condition {
      let musts = criteria.leaves(below: node).filter { criteria.nodes[$0].priority == .must }
      let states = musts.map { leaf in
        KnockoutCheck.state(of: answers[leaf], leaf: criteria.nodes[leaf], atLeast: level)
      }
      let failing = zip(musts, states).filter { $0.1 == .fail }.map(\.0)
      let open = zip(musts, states).filter { $0.1 == .unknown }.map(\.0)
      state = !failing.isEmpty ? .fail : open.isEmpty ? .pass : .unknown
      questions = failing.isEmpty ? open : failing
      return
    }
    questions = []
    guard case .question(let scale) = criteria.nodes[node].role else {
      state = .unknown
      return
    }
    state = KnockoutCheck.state(of: answers[node]?.reading, condition: condition, scale: scale)
  }

  private static func state(
    of reading: Answer.Reading?, condition: Knockout, scale: Scale
  ) -> State {
    switch (reading, condition, scale) {
    case (.level(let index), .atLeastLevel(let least), .levels(let levels))
    where levels.levels.indices.contains(index) && levels.levels.indices.contains(least):
      levels.levels[index].value >= levels.levels[least].value ? .pass : .fail
    case (.figure(_, let likely, _), .atLeast(let least), _): likely >= least ? .pass : .fail
    case (.figure(_, let likely, _), .atMost(let most), _): likely <= most ? .pass : .fail
    default: .unknown
    }
  }

  private static func state(of answer: Answer?, leaf: Criterion, atLeast level: String) -> State {
    guard case .question(.levels(let scale)) = leaf.role,
      let least = scale.levels.firstIndex(where: { $0.id == level })
    else {
      // A Must on another scale has no such level; it is met unless it is worth nothing.
      guard case .question(let scale) = leaf.role else { return .unknown }
      let value = AnswerValue(answer, on: scale, unanswered: .middle, isVendor: true)
      return !value.isAnswered ? .unknown : value.point > scale.ends.worst ? .pass : .fail
    }
    return state(of: answer?.reading, condition: .atLeastLevel(least), scale: .levels(scale))
  }
}
