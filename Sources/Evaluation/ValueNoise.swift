import DecisionModel
import Fit
import Measures

/// How far the lead of an offer over the others may be off, at the weights as they are, since
/// answers and costs are uncertain (`rulings.md` R1, R3).
///
/// Answers are independent, so their variances add in closed form. Costs share the draws of common
/// quantities, rates and the old system, so the spread of their differences comes from ``CostRisk``.
struct ValueNoise {
  /// Standard deviation of the leader's lead over each offer, in points; 0 over itself.
  let standardDeviations: [Double]

  init(
    decision: Decision, assessments: [OfferAssessment], risk: CostRisk?, leader: Int
  ) {
    let tree = decision.criteria
    let weights = tree.leaves.map { (leaf: $0, weight: 100 * tree.globalWeight(of: $0)) }
    let ofAnswers = assessments.map { assessment in
      weights.reduce(0.0) { sum, entry in
        sum + entry.weight * entry.weight * (assessment.values[entry.leaf]?.variance ?? 0)
      }
    }
    var pointsPerMoney = 0.0
    if let node = tree.costNode, let scale = tree.costScale {
      pointsPerMoney =
        100 * tree.globalWeight(of: node) / (scale.worst.double - scale.best.double)
    }
    standardDeviations = assessments.indices.map { offer in
      if offer == leader { return 0 }
      let ofCosts = pointsPerMoney * (risk?.deviation(leader, offer) ?? 0)
      return (ofAnswers[leader] + ofAnswers[offer] + ofCosts * ofCosts).squareRoot()
    }
  }
}
