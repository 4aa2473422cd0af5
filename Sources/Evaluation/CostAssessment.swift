import DecisionModel
import Measures
import Messages
import TotalCost

/// What an offer costs, and what that is worth on the decision's cost scale.
struct CostAssessment {
  /// The cost lines after optional ones that a Must needs were pulled in.
  let costs: [OfferedCost]
  /// The engine's result.
  let result: TotalCost
  /// The total and its parts, as far as prices are known.
  let total: Total
  /// Range of the present value; `nil` if nothing is uncertain or there is no total. Known once all
  /// offers have been drawn together.
  var range: CostRange?
  /// Whether the likely total lies outside the middle half of its own range.
  var isOutsideMiddleHalf: Bool {
    guard let range, let value = total.presentValue else { return false }
    return value < range.p25 || value > range.p75
  }
  /// Value on the cost scale, 1 at best and above clipped, below 0 not clipped (`rulings.md` R7);
  /// `nil` without a total. 0 if cost is not a goal.
  let value: Double?
  /// Value if every missing price were nothing.
  let bestPossibleValue: Double
  /// Whether the present value is better than the best end of the scale.
  let isAboveScale: Bool
  /// Whether the present value is worse than the worst end of the scale.
  let isBelowScale: Bool
  /// Names of the lines without a price that prevent a total.
  let blocked: [String]
  /// Findings about the lines, where they stand.
  let diagnostics: Diagnostics
  /// The same amount every year over the option's own life, where that is not the horizon.
  let annualOverLife: (years: Int, amount: Double)?
  /// By how much each shock of an exchange rate changes the present value, in the decision's order.
  let shockEffects: [Double?]

  /// The sums; where a price is missing, only the lowest possible ones exist.
  struct Total {
    let summary: CostSummary
    let isComplete: Bool

    var presentValue: Double? { isComplete ? summary.total.presentValue : nil }
    var nominalTotal: Amount? { isComplete ? summary.total.nominal : nil }
    var firstYear: Amount { summary.firstYear }
    var investment: Amount { summary.investment }
    var vendorPresentValue: Double { summary.vendorPresentValue }
    var vendorNominal: Amount {
      summary.payees.first { $0.key == .vendor }?.cost.nominal ?? .zero
    }
  }

  /// A category with its cost; `nil` is the old system until going live.
  var categories: [(category: CostCategory?, cost: YearlyCost, presentValue: Double)] {
    var rows = total.summary.categories.map {
      (category: Optional($0.key), cost: $0.cost, presentValue: $0.cost.presentValue)
    }
    if total.summary.oldSystem.nominal != .zero {
      let old = total.summary.oldSystem
      rows.append((category: nil, cost: old, presentValue: old.presentValue))
    }
    return rows
  }

  init(
    offer: Offer, costs: [OfferedCost], decision: Decision, baseline: [OfferedCost],
    readsOut: Bool
  ) throws(EvaluationFailure) {
    let option = OptionCosts(of: offer, costs: costs, decision: decision, baseline: baseline)
    result = try option.evaluate()
    self.costs = costs
    switch result.outcome {
    case .priced(let summary):
      total = Total(summary: summary, isComplete: true)
      blocked = []
    case .onRequest(let lines, let lowestPossible):
      total = Total(summary: lowestPossible, isComplete: false)
      blocked = lines.map(\.name)
    }
    diagnostics = option.places.warnings(result.notes, decision: decision)
    if readsOut {
      annualOverLife = offer.declaration.life.flatMap { years in
        var plan = decision.costPlan
        plan.years = years
        return option.summary(in: plan).map { (years, $0.equalAnnualCost) }
      }
      let likely = total.presentValue
      shockEffects = decision.exchangeShocks.map { shock in
        guard let likely,
          let plan = try? decision.costPlan.shocked(
            shock.currency, by: shock.change, from: shock.from)
        else { return nil }
        return option.summary(in: plan).map { $0.total.presentValue - likely }
      }
    } else {
      (annualOverLife, shockEffects) = (nil, [])
    }
    guard let scale = decision.criteria.costScale else {
      value = total.isComplete ? 0 : nil
      (bestPossibleValue, isAboveScale, isBelowScale) = (0, false, false)
      return
    }
    let span = scale.worst.double - scale.best.double
    let raw = (scale.worst.double - total.summary.total.presentValue) / span
    value = total.isComplete ? min(raw, 1) : nil
    bestPossibleValue = min(raw, 1)
    isAboveScale = total.isComplete && raw > 1
    isBelowScale = total.isComplete && raw < 0
  }
}

extension CriteriaTree {
  /// The node that is measured by cost.
  var costNode: Int? {
    nodes.indices.first { if case .cost = nodes[$0].role { true } else { false } }
  }

  /// The scale of the goal that is measured by cost.
  var costScale: CostScale? {
    costNode.flatMap { if case .cost(let scale) = nodes[$0].role { scale } else { nil } }
  }
}
