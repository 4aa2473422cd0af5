public import Measures

/// What an option costs over the plan's horizon: total cost of ownership.
///
/// Amounts by month are exact (12 decimals, each payment rounded once); what is discounted is
/// `Double`, computed from exact sums of months or years in a fixed order, so that the order of lines
/// changes nothing.
public struct TotalCost: Sendable, Equatable {
  /// Every line of the offer, in its order.
  public let lines: [LineCost]
  /// The total, unless a line without a price prevents one.
  public let outcome: Outcome
  /// What it costs to leave, by year, whether or not the total includes it.
  public let exit: ExitCost
  /// Sum of the optional lines, which the total does not contain.
  public let optional: YearlyCost
  /// Sum of all benefits, above zero, whether or not the total includes them.
  public let benefits: YearlyCost
  /// Sum of all opportunity costs, which the total never includes.
  public let opportunity: YearlyCost
  /// The old system until go-live; `nil` if none runs after the plan's start.
  public let oldSystem: OldSystem?
  /// What a reader of the figures should know.
  public let notes: [CostNote]
  /// What it was reckoned from.
  private let inputs: CostInputs

  /// The total, or why there is none.
  public enum Outcome: Sendable, Equatable {
    /// Every line that counts has a price.
    case priced(CostSummary)
    /// Lines without a price prevent a total; the sum of the others is the lowest possible one and
    /// must not be ranked.
    case onRequest(lines: [LineReference], lowestPossible: CostSummary)
  }

  /// The total and its parts; `nil` if a line without a price prevents one.
  public var summary: CostSummary? {
    if case .priced(let summary) = outcome { summary } else { nil }
  }

  /// The old system that runs on until the new one goes live, and is left then.
  public struct OldSystem: Sendable, Equatable {
    /// Months of the plan in which it still runs.
    public let months: Int
    /// Its lines that count: the recurring ones, and the cost of leaving it.
    public let lines: [LineCost]
    /// Their sum, which the total contains.
    public let cost: YearlyCost
  }

  /// Computes what an option costs.
  ///
  /// - Parameters:
  ///   - lines: The option's own cost lines.
  ///   - plan: Horizon, start, discounting and quantities.
  ///   - goLive: First day of the new system; the old one runs in all months before this day's, and is
  ///     left at their end. `nil`, or a day before the plan's first month: no old system.
  ///   - goLiveRange: How far that day may move, and with it every date taken from
  ///     ``CostLine/Milestones/goLive``. Matters for draws; its likely day is where it stands now.
  ///   - baseline: Lines of the old system; recurring ones count before go-live, those of the category
  ///     exit on leaving it, if that is within the horizon.
  /// - Throws: The first of ``faults(lines:plan:goLive:goLiveRange:baseline:)``.
  /// - Complexity: O(lines × months).
  public static func evaluate(
    lines: [CostLine], plan: CostPlan, goLive: CalendarDate? = nil,
    goLiveRange: DateRange? = nil, baseline: [CostLine] = []
  ) throws(TotalCostError) -> TotalCost {
    let inputs = CostInputs(
      lines: lines, plan: plan, goLive: goLive, goLiveRange: goLiveRange, baseline: baseline)
    let frame = try PricingFrame(plan: plan)
    let offer = PricedLines(offer: lines, frame: frame)
    let old = oldSystem(baseline, goLive: goLive, frame: frame)
    if let error = offer.errors.first ?? old?.lines.errors.first { throw error }
    var notes = offer.notes + (old?.lines.notes ?? [])
    if goLive == nil, !baseline.isEmpty { notes.append(.goLiveMissing) }
    notes += frame.heldValues(of: lines + (old == nil ? [] : baseline))
    try checkDates(inputs, frame: frame)
    return try TotalCost(offer: offer, old: old, frame: frame, notes: notes, inputs: inputs)
  }

  /// Everything that prevents ``evaluate(lines:plan:goLive:goLiveRange:baseline:)``, not only the
  /// first thing.
  public static func faults(
    lines: [CostLine], plan: CostPlan, goLive: CalendarDate? = nil,
    goLiveRange: DateRange? = nil, baseline: [CostLine] = []
  ) -> [TotalCostError] {
    let inputs = CostInputs(
      lines: lines, plan: plan, goLive: goLive, goLiveRange: goLiveRange, baseline: baseline)
    do {
      let frame = try PricingFrame(plan: plan)
      let offer = PricedLines(offer: lines, frame: frame)
      let old = oldSystem(baseline, goLive: goLive, frame: frame)
      let errors = offer.errors + (old?.lines.errors ?? [])
      if !errors.isEmpty { return errors }
      // Only sums over several lines are left to fail.
      _ = try TotalCost(offer: offer, old: old, frame: frame, notes: [], inputs: inputs)
      try checkDates(inputs, frame: frame)
      return []
    } catch {
      return [error]
    }
  }

  /// The cost as a function of what is uncertain; `nil` never but for inputs that were not evaluated.
  var model: CostModel? {
    guard let frame = try? PricingFrame(plan: inputs.plan) else { return nil }
    return try? CostModel(inputs, frame: frame)
  }

  /// Lines must have a price on every day that they may move to.
  private static func checkDates(
    _ inputs: CostInputs, frame: PricingFrame
  ) throws(TotalCostError) {
    if inputs.goLiveRange?.isOrdered == false { throw .goLiveRange }
    if inputs.hasUncertainDates { _ = try CostModel(inputs, frame: frame) }
  }

  private static func oldSystem(
    _ baseline: [CostLine], goLive: CalendarDate?, frame: PricingFrame
  ) -> (months: Int, lines: PricedLines)? {
    guard let goLive, !baseline.isEmpty else { return nil }
    let months = min(frame.grid.month(of: goLive) - 1, frame.grid.months + 1)
    if months < 0 { return nil }
    let lines = PricedLines(baseline: baseline, frame: frame, limit: months)
    if lines.entries.isEmpty, lines.errors.isEmpty, months == 0 { return nil }
    return (min(months, frame.grid.months), lines)
  }

  private init(
    offer: PricedLines, old: (months: Int, lines: PricedLines)?, frame: PricingFrame,
    notes: [CostNote], inputs: CostInputs
  ) throws(TotalCostError) {
    let oldEntries = old?.lines.entries ?? []
    let entries = offer.entries + oldEntries
    lines = offer.entries.map(\.cost)
    self.notes = notes
    self.inputs = inputs
    exit = try ExitCost(
      lines: offer.entries.filter {
        $0.pricing.line.category == .exit
          && ![
            .optional, .notChosen, .benefitApart, .opportunityApart,
          ].contains($0.cost.standing)
      }.map { ($0.cost.line, $0.pricing) },
      bound: offer.entries.filter(\.mayBind)
        .map { ($0.cost.line, $0.pricing) }, frame: frame)
    optional = try TotalCost.sum(offer.entries, frame: frame) { $0.cost.standing == .optional }
    benefits = try TotalCost.sum(offer.entries, frame: frame, sign: -1) {
      $0.pricing.line.kind == .benefit && $0.cost.standing != .optional
        && $0.cost.standing != .notChosen
    }
    opportunity = try TotalCost.sum(offer.entries, frame: frame) {
      $0.cost.standing == .opportunityApart
    }
    oldSystem = try old.map { (old) throws(TotalCostError) in
      OldSystem(
        months: old.months, lines: old.lines.entries.map(\.cost),
        cost: try TotalCost.sum(old.lines.entries, frame: frame) { _ in true })
    }
    let counted = entries.filter { $0.cost.standing == .counted }
    var tally = CostTally(frame: frame)
    for entry in counted { try tally.add(entry) }
    if frame.plan.includesExit {
      for entry in offer.commitments { try tally.add(entry) }
    }
    let summary: CostSummary
    do {
      summary = try tally.summary()
    } catch {
      let last = counted.last?.cost.line
      throw .line(last ?? .init(origin: .offer, index: 0, name: ""), fault: .overflow)
    }
    let blocked = entries.filter { $0.cost.standing == .onRequest }.map(\.cost.line)
    outcome =
      blocked.isEmpty ? .priced(summary) : .onRequest(lines: blocked, lowestPossible: summary)
  }

  private static func sum(
    _ entries: [PricedLines.Entry], frame: PricingFrame, sign: Int = 1,
    where belongs: (PricedLines.Entry) -> Bool
  ) throws(TotalCostError) -> YearlyCost {
    var flow = CashFlow(grid: frame.grid)
    var last = LineReference(origin: .offer, index: 0, name: "")
    do {
      for entry in entries where belongs(entry) {
        last = entry.cost.line
        if sign < 0 {
          try flow.subtract(entry.cost.payments)
        } else {
          try flow.add(entry.cost.payments)
        }
      }
      return try flow.summary(factors: frame.factors)
    } catch {
      throw .line(last, fault: .overflow)
    }
  }
}
