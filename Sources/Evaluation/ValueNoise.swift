import DecisionModel
import Fit
import Measures
import TotalCost

/// How far the lead of an offer over the others may be off, at the weights as they are, since
/// answers and costs are uncertain (`rulings.md` R1, R3).
///
/// Answers are independent, so their variances add in closed form. Costs share the draws of common
/// quantities and of the old system, so their differences are drawn, all offers in one pass.
struct ValueNoise {
  /// Standard deviation of the leader's lead over each offer, in points; 0 over itself.
  let standardDeviations: [Double]

  init(decision: Decision, assessments: [OfferAssessment], leader: Int) {
    let tree = decision.criteria
    let weights = tree.leaves.map { (leaf: $0, weight: 100 * tree.globalWeight(of: $0)) }
    let ofAnswers = assessments.map { assessment in
      weights.reduce(0.0) { sum, entry in
        sum + entry.weight * entry.weight * (assessment.values[entry.leaf]?.variance ?? 0)
      }
    }
    let ofCosts = ValueNoise.costVariances(
      decision: decision, assessments: assessments, leader: leader)
    standardDeviations = assessments.indices.map { offer in
      offer == leader ? 0 : (ofAnswers[leader] + ofAnswers[offer] + ofCosts[offer]).squareRoot()
    }
  }

  /// Variance of the difference between the leader's cost and each offer's, in points squared.
  private static func costVariances(
    decision: Decision, assessments: [OfferAssessment], leader: Int
  ) -> [Double] {
    let tree = decision.criteria
    var variances = [Double](repeating: 0, count: assessments.count)
    let draws = assessments.map { $0.cost.result.draws(option: $0.offer.declaration.id) }
    guard let node = tree.costNode, let scale = tree.costScale, let own = draws[leader] else {
      return variances
    }
    let rivals = draws.indices.filter { offer in
      offer != leader && draws[offer].map { !$0.isCertain || !own.isCertain } ?? false
    }
    guard !rivals.isEmpty else { return variances }
    let total = decision.sampling.costDraws
    let seed = decision.sampling.seed
    var sums = [Double](repeating: 0, count: assessments.count)
    var squares = sums
    var (drawn, block) = (0, UInt64(0))
    while drawn < total {
      let count = min(4096, total - drawn)
      var ownValues = [Double](repeating: 0, count: count)
      var values = ownValues
      own.fill(&ownValues, block: block, seed: seed)
      for rival in rivals {
        guard let cost = draws[rival] else { continue }
        cost.fill(&values, block: block, seed: seed)
        let likely = own.likely - cost.likely
        for i in 0..<count {
          // Around the likely difference, so that large sums lose no digits.
          let deviation = ownValues[i] - values[i] - likely
          sums[rival] += deviation
          squares[rival] += deviation * deviation
        }
      }
      drawn += count
      block += 1
    }
    let pointsPerMoney =
      100 * tree.globalWeight(of: node) / (scale.worst.double - scale.best.double)
    for rival in rivals {
      let mean = sums[rival] / Double(total)
      let variance = max(0, squares[rival] / Double(total) - mean * mean)
      variances[rival] = variance * pointsPerMoney * pointsPerMoney
    }
    return variances
  }
}
