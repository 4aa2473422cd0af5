import DecisionModel
import Fit
import Measures
import TotalCost

/// How far the difference between two offers may be off, at the weights as they are, since answers
/// and costs are uncertain (`rulings.md` R1, R3).
///
/// Answers are independent, so their variances add in closed form. Costs share the draws of common
/// quantities and of the old system, so their difference is drawn.
struct ValueNoise {
  let decision: Decision
  let assessments: [OfferAssessment]

  /// Standard deviation of the difference between two offers, in points.
  func standardDeviation(_ first: Int, _ second: Int) -> Double {
    let tree = decision.criteria
    var variance = 0.0
    for leaf in tree.leaves {
      let weight = 100 * tree.globalWeight(of: leaf)
      for offer in [first, second] {
        variance += weight * weight * (assessments[offer].values[leaf]?.variance ?? 0)
      }
    }
    return (variance + costVariance(first, second)).squareRoot()
  }

  private func costVariance(_ first: Int, _ second: Int) -> Double {
    let tree = decision.criteria
    guard let node = tree.costNode, let scale = tree.costScale,
      let a = draws(of: first), let b = draws(of: second), !a.isCertain || !b.isCertain
    else { return 0 }
    let total = decision.sampling.costDraws
    let likely = a.likely - b.likely
    var (sum, squares, drawn, block) = (0.0, 0.0, 0, UInt64(0))
    while drawn < total {
      let count = min(4096, total - drawn)
      var firstValues = [Double](repeating: 0, count: count)
      var secondValues = firstValues
      a.fill(&firstValues, block: block, seed: decision.sampling.seed)
      b.fill(&secondValues, block: block, seed: decision.sampling.seed)
      for i in 0..<count {
        // Around the likely difference, so that large sums lose no digits.
        let deviation = firstValues[i] - secondValues[i] - likely
        sum += deviation
        squares += deviation * deviation
      }
      drawn += count
      block += 1
    }
    let mean = sum / Double(total)
    let variance = max(0, squares / Double(total) - mean * mean)
    let pointsPerMoney =
      100 * tree.globalWeight(of: node) / (scale.worst.double - scale.best.double)
    return variance * pointsPerMoney * pointsPerMoney
  }

  private func draws(of offer: Int) -> CostDraws? {
    assessments[offer].cost.result.draws(option: assessments[offer].offer.declaration.id)
  }
}
