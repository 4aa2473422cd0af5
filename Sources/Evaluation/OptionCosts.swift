import DecisionModel
import Measures
import Messages
import TotalCost

/// What the cost of an option is reckoned from: its lines, and the old system until it is switched
/// off.
struct OptionCosts {
  /// The lines as they are reckoned with.
  let lines: [CostLine]
  /// Where they stand.
  let places: CostPlaces
  private let decision: Decision
  private let goLive: CalendarDate?
  private let goLiveRange: DateRange?
  private let baseline: [CostLine]

  /// - Parameter costs: The option's lines, where they are not simply the offer's.
  init(
    of offer: Offer, costs: [OfferedCost]? = nil, decision: Decision, baseline: [OfferedCost]
  ) {
    let costs = costs ?? offer.costs
    // Keeping what there is has no day on which the old system ends: it has long been live.
    let isStatusQuo = offer.declaration.kind == .statusQuo
    let old = isStatusQuo ? [] : baseline
    self.decision = decision
    goLive =
      isStatusQuo
      ? decision.costPlan.start.adding(months: -1) : offer.declaration.expectedGoLive
    goLiveRange = isStatusQuo ? nil : offer.declaration.goLiveRange
    // It tells which of an option's prices are the old system's.
    self.baseline = baseline.map(\.line)
    lines = costs.map { cost in
      var line = cost.line
      // What runs today began before the plan; what was paid for it then is spent.
      if isStatusQuo { line.omitsSunkPayments = true }
      return line
    }
    places = CostPlaces(offer: offer, costs: costs, baseline: old)
  }

  /// What the option costs.
  ///
  /// - Throws: The place of every line, quantity or rate that cannot be reckoned with.
  func evaluate() throws(EvaluationFailure) -> TotalCost {
    let plan = decision.costPlan
    do {
      return try TotalCost.evaluate(
        lines: lines, plan: plan, goLive: goLive, goLiveRange: goLiveRange, baseline: baseline)
    } catch {
      let faults = TotalCost.faults(
        lines: lines, plan: plan, goLive: goLive, goLiveRange: goLiveRange, baseline: baseline)
      throw EvaluationFailure(places.diagnostics(faults, decision: decision))
    }
  }

  /// The total under another plan; `nil` if there is none.
  func summary(in plan: CostPlan) -> CostSummary? {
    (try? TotalCost.evaluate(lines: lines, plan: plan, goLive: goLive, baseline: baseline))?.summary
  }
}
