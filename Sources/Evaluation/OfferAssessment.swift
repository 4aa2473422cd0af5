import DecisionModel
import Fit
import LockIn
import Measures
import Messages
import TotalCost

/// What fit, cost and lock-in say about one offer, before it meets the others.
struct OfferAssessment {
  let offer: Offer
  /// Values of its answers by question.
  let values: [Int: AnswerValue]
  var cost: CostAssessment
  let lockIn: LockInAssessment?
  let coverage: RequirementCoverage
  let knockouts: [KnockoutResult]
  /// Questions that an optional position was pulled in for, with the position's name.
  let pulledIn: [(question: Int, line: String)]

  var hasFailed: Bool { knockouts.contains { $0.state == .fail } }
  var hasUnknown: Bool { knockouts.contains { $0.state == .unknown } }

  /// - Parameter readsOut: Whether everything that a report shows of the cost is wanted, or only what
  ///   the ranking needs: range, shocks and cost over the option's own life take time.
  init(
    offer: Offer, decision: Decision, baseline: [OfferedCost], readsOut: Bool = true
  ) throws(EvaluationFailure) {
    let criteria = decision.criteria
    let isVendor = offer.declaration.kind.hasVendor
    var values: [Int: AnswerValue] = [:]
    for leaf in criteria.leaves {
      guard case .question(let scale) = criteria.nodes[leaf].role else { continue }
      values[leaf] = AnswerValue(
        offer.answers[leaf], on: scale, unanswered: decision.unanswered, isVendor: isVendor)
    }
    self.offer = offer
    self.values = values
    let (costs, pulledIn) = OptionalPull.apply(to: offer, criteria: criteria, values: values)
    self.pulledIn = pulledIn
    cost = try CostAssessment(
      offer: offer, costs: costs, decision: decision, baseline: baseline, readsOut: readsOut)
    lockIn = criteria.nodes.indices.first {
      criteria.nodes[$0].goal == .lockIn && criteria.nodes[$0].parent == 0
    }.flatMap { LockInAssessment(goal: $0, of: criteria, values: values) }
    coverage = RequirementCoverage(below: 0, of: criteria, values: values)
    knockouts = KnockoutResults.all(of: offer, cost: cost, decision: decision)
  }

  /// Share of the whole weight whose questions were left unanswered.
  func unansweredWeight(in criteria: CriteriaTree) -> Double {
    unanswered(in: criteria).reduce(0) { $0 + criteria.globalWeight(of: $1) }
  }

  /// The questions left unanswered, in the order of the tree.
  func unanswered(in criteria: CriteriaTree) -> [Int] {
    criteria.leaves.filter { values[$0].map { !$0.isAnswered } ?? false }
  }
}

/// Optional positions that a Must needs (`rulings.md` R11): if a Must is only met by a position
/// that the offer lists as optional, the position joins the total, visibly.
enum OptionalPull {
  static func apply(
    to offer: Offer, criteria: CriteriaTree, values: [Int: AnswerValue]
  ) -> (costs: [OfferedCost], pulledIn: [(question: Int, line: String)]) {
    let curedByIncluded = Set(
      offer.costs.filter { $0.line.status != .optional }.compactMap(\.cures))
    var pulledIn: [(question: Int, line: String)] = []
    let costs = offer.costs.map { cost in
      guard cost.line.status == .optional, let question = cost.cures,
        criteria.nodes[question].priority == .must, !curedByIncluded.contains(question),
        (values[question]?.point ?? 0) < RequirementCoverage.coveredValue
      else { return cost }
      var included = cost
      included.line.status = .included
      pulledIn.append((question, cost.line.name))
      return included
    }
    return (costs, pulledIn)
  }
}
