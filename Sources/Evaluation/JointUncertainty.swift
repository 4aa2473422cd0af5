import DecisionModel
import Fit
import Measures
import Sensitivity

/// What of the ranked offers' values is uncertain beside the weights: answers by their evidence or
/// absence, and costs from the same draws as their ranges (`rulings.md` R1).
enum JointUncertainty {
  /// The most draws: a share's standard error is then at most 0.4 points of a hundred.
  static let draws = 4 * 4_096

  /// Nothing if every value is certain.
  static func values(
    decision: Decision, assessments: [OfferAssessment], ranked: [Int], risk: CostRisk?,
    draws: Int
  ) -> UncertainValues? {
    let tree = decision.criteria
    let cells = ranked.flatMap { offer in
      tree.leaves.map { assessments[offer].values[$0]?.spread.cell }
    }
    let column = costs(decision: decision, ranked: ranked, risk: risk, draws: draws)
    guard column != nil || cells.contains(where: { $0 != nil }) else { return nil }
    return UncertainValues(cells: cells, columns: column.map { [$0] } ?? [])
  }

  /// The cost goal's values, draw by draw; nothing if all costs are certain.
  private static func costs(
    decision: Decision, ranked: [Int], risk: CostRisk?, draws: Int
  ) -> UncertainValues.Column? {
    guard let risk, let node = decision.criteria.costNode, let scale = decision.criteria.costScale,
      let leaf = decision.criteria.leaves.firstIndex(of: node)
    else { return nil }
    let (best, worst) = (scale.best.double, scale.worst.double)
    let blocks = risk.blocks(draws: draws).map { block in
      ranked.map { offer in (block[offer] ?? []).map { min((worst - $0) / (worst - best), 1) } }
    }
    guard blocks.allSatisfy({ $0.allSatisfy { !$0.isEmpty } }) else { return nil }
    return UncertainValues.Column(leaf: leaf) { block, start, count, values in
      for (place, drawn) in blocks[Int(block)].enumerated() {
        for draw in 0..<count { values[place * count + draw] = drawn[start + draw] }
      }
    }
  }
}

extension AnswerValue.Spread {
  /// As the cell of a performance table; `nil` if nothing is uncertain.
  fileprivate var cell: UncertainValues.Distribution? {
    switch self {
    case .none: nil
    case .uniform(let low, let high): low < high ? .uniform(low: low, high: high) : nil
    case .triangular(let low, let mode, let high):
      low < high ? .triangular(low: low, mode: mode, high: high) : nil
    }
  }
}
