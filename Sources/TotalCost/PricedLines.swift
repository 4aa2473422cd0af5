import Measures

/// The lines of an option, or of the old system until go-live, each priced by itself.
struct PricedLines: Sendable {
  struct Entry: Sendable {
    let pricing: LinePricing
    let cost: LineCost
  }

  private(set) var entries: [Entry] = []
  private(set) var errors: [TotalCostError] = []
  private(set) var notes: [CostNote] = []

  /// All lines of an option.
  init(offer lines: [CostLine], frame: PricingFrame) {
    let selection = Selection(lines)
    notes = selection.contested.map { .severalChosen(group: $0) }
    for (index, line) in lines.enumerated() {
      add(
        line, origin: .offer, index: index, frame: frame, limit: frame.grid.months,
        standing: selection.standing(of: line, at: index, plan: frame.plan))
    }
  }

  /// What the old system costs to run up to a month: its recurring lines that count.
  init(baseline lines: [CostLine], frame: PricingFrame, limit: Int) {
    let selection = Selection(lines)
    notes = selection.contested.map { .severalChosen(group: $0) }
    for (index, line) in lines.enumerated() {
      guard case .recurring = line.timing, line.category != .exit,
        line.kind == .cost || line.kind == .discount
      else { continue }
      let standing = selection.standing(of: line, at: index, plan: frame.plan)
      guard standing == .counted else { continue }
      var line = line
      line.omitsSunkPayments = true
      add(
        line, origin: .baseline, index: index, frame: frame, limit: limit, standing: standing)
    }
  }

  private mutating func add(
    _ line: CostLine, origin: LineReference.Origin, index: Int, frame: PricingFrame, limit: Int,
    standing: LineCost.Standing
  ) {
    let reference = LineReference(origin: origin, index: index, name: line.name)
    do {
      let pricing = try LinePricing(line, frame: frame, limit: limit)
      var standing = standing
      if standing == .counted {
        standing = PricedLines.standing(of: pricing)
        if standing == .counted, pricing.price == nil, line.kind != .cost {
          notes.append(.reductionWithoutPrice(reference))
        }
      }
      if standing != .notChosen, origin == .offer {
        if pricing.schedule.hasSunk { notes.append(.sunk(reference)) }
        if pricing.schedule.isCutByHorizon { notes.append(.beyondHorizon(reference)) }
      }
      if standing != .notChosen, pricing.schedule.hasUnfinishedPeriod {
        notes.append(.unfinishedPeriod(reference))
      }
      if standing == .counted, PricedLines.rangeExceedsTiers(pricing) {
        notes.append(.rangeAboveTiers(reference))
      }
      let cost = try pricing.cost(reference: reference, standing: standing)
      entries.append(Entry(pricing: pricing, cost: cost))
    } catch {
      errors.append(.line(reference, fault: error))
    }
  }

  /// Where a line stands that counts if it has a price and a date inside the horizon.
  private static func standing(of pricing: LinePricing) -> LineCost.Standing {
    if pricing.schedule.months.isEmpty {
      return pricing.schedule.isCutByHorizon ? .beyondHorizon : .counted
    }
    return pricing.price == nil && pricing.line.kind == .cost ? .onRequest : .counted
  }

  private static func rangeExceedsTiers(_ pricing: LinePricing) -> Bool {
    guard let limit = pricing.price?.limit, let course = pricing.course, let scale = course.scale
    else { return false }
    return course.unrounded.contains {
      $0.double * scale.high * pricing.line.count.double > limit.double
    }
  }
}
