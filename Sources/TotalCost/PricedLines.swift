import Measures

/// The lines of an option, or of the old system until go-live.
///
/// Each is priced by itself, but for shares of other lines: those of a category come second, those
/// of all spend last.
struct PricedLines: Sendable {
  struct Entry: Sendable {
    let pricing: LinePricing
    let cost: LineCost

    /// Whether it belongs to the total, so that what it binds to beyond the horizon counts, too.
    var mayBind: Bool { [.counted, .beyondHorizon].contains(cost.standing) }
  }

  private(set) var entries: [Entry] = []
  /// What lines still bind to at the end of the horizon, as costs of leaving.
  private(set) var commitments: [Entry] = []
  private(set) var errors: [TotalCostError] = []
  private(set) var notes: [CostNote] = []
  private let frame: PricingFrame

  /// All lines of an option.
  init(offer lines: [CostLine], frame: PricingFrame) {
    self.frame = frame
    let selection = Selection(lines)
    notes = selection.contested.map { .severalChosen(group: $0) }
    let candidates = lines.enumerated().map { index, line in
      Candidate(
        line: line,
        reference: LineReference(origin: .offer, index: index, name: line.name),
        standing: selection.standing(of: line, at: index, plan: frame.plan))
    }
    price(candidates, limit: frame.grid.months)
    if errors.isEmpty { commit() }
  }

  /// What the old system costs to run up to a month, and to leave then.
  ///
  /// - Parameter limit: The month, 0 for the plan's start; one after the horizon if it is not left.
  init(baseline lines: [CostLine], frame: PricingFrame, limit: Int) {
    self.frame = frame
    notes = Selection(lines).contested.map { .severalChosen(group: $0) }
    let last = min(limit, frame.grid.months)
    let candidates = PricedLines.counted(ofBaseline: lines, plan: frame.plan).filter {
      $0.line.category == .exit ? limit == last : last > 0
    }
    price(
      candidates.map { index, line in
        Candidate(
          line: line,
          reference: LineReference(origin: .baseline, index: index, name: line.name),
          standing: .counted)
      }, limit: last)
  }

  /// Lines of the old system that a new one bears: what goes on until it goes live, and what leaving
  /// the old one costs (`rulings.md` R5), which every option bears wherever its own exit is counted.
  static func counted(
    ofBaseline lines: [CostLine], plan: CostPlan
  ) -> [(index: Int, line: CostLine)] {
    let selection = Selection(lines)
    return lines.enumerated().compactMap { index, line in
      guard line.kind == .cost || line.kind == .discount else { return nil }
      switch selection.standing(of: line, at: index, plan: plan) {
      case .exitApart: break
      case .counted:
        if line.category == .exit { break }
        guard case .recurring = line.timing else { return nil }
      default: return nil
      }
      var line = line
      line.omitsSunkPayments = true
      return (index, line)
    }
  }

  // MARK: Pricing

  private struct Candidate {
    let line: CostLine
    let reference: LineReference
    let standing: LineCost.Standing

    /// What has to be priced before: 0 nothing, 1 shares of a category, 2 shares of spend.
    var stage: Int {
      switch line.basis {
      case .units: 0
      case .cost: 1
      case .spend: 2
      }
    }
  }

  private mutating func price(_ candidates: [Candidate], limit: Int) {
    var priced: [Int: Entry] = [:]
    for stage in 0...2 {
      for (place, candidate) in candidates.enumerated() where candidate.stage == stage {
        do {
          let base = try base(of: candidate.line, over: priced)
          priced[place] = try entry(candidate, limit: limit, base: base)
        } catch {
          errors.append(.line(candidate.reference, fault: error))
        }
      }
    }
    entries = candidates.indices.compactMap { priced[$0] }
  }

  private mutating func entry(
    _ candidate: Candidate, limit: Int, base: [Amount]?
  ) throws(LineFault) -> Entry {
    let (line, reference) = (candidate.line, candidate.reference)
    let pricing = try LinePricing(line, frame: frame, limit: limit, base: base)
    var standing = candidate.standing
    if standing == .counted {
      standing = PricedLines.standing(of: pricing)
      if standing == .counted, pricing.price == nil, line.kind != .cost {
        notes.append(.reductionWithoutPrice(reference))
      }
    }
    let schedule = pricing.schedule
    if standing != .notChosen, reference.origin == .offer {
      if schedule.hasSunk { notes.append(.sunk(reference)) }
      if schedule.isCutByHorizon { notes.append(.beyondHorizon(reference)) }
    }
    if standing != .notChosen, schedule.hasUnfinishedPeriod {
      notes.append(.unfinishedPeriod(reference))
    }
    if standing == .counted, schedule.isBoundBeyondEnd {
      notes.append(.boundBeyondEnd(reference))
    }
    if standing == .counted, PricedLines.rangeExceedsTiers(pricing) {
      notes.append(.rangeAboveTiers(reference))
    }
    return Entry(
      pricing: pricing, cost: try pricing.cost(reference: reference, standing: standing))
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

  // MARK: Shares of other lines

  /// What the lines that a share is taken of come to net of tax, for a payment in each month; `nil` for a line
  /// with units of its own.
  private func base(
    of line: CostLine, over priced: [Int: Entry]
  ) throws(LineFault) -> [Amount]? {
    let members: (Entry) -> Bool
    switch line.basis {
    case .units: return nil
    case .spend:
      members = { entry in
        entry.cost.payee == .vendor && entry.cost.category != .exit
          && entry.pricing.line.basis != .spend
          && [.cost, .discount].contains(entry.pricing.line.kind)
      }
    case .cost(let category):
      members = { PricedLines.belongs($0, to: category) }
    }
    var (once, recurring) = (CashFlow(grid: frame.grid), CashFlow(grid: frame.grid))
    for place in priced.keys.sorted() {
      guard let entry = priced[place], entry.cost.standing == .counted, members(entry)
      else { continue }
      let payments = try PricedLines.netPayments(of: entry)
      if line.sharesPeriod(of: entry.pricing.line) {
        try exactly(recurring.add(payments))
      } else {
        try exactly(once.add(payments))
      }
    }
    var sums = try PricedLines.sums(once)
    guard case .recurring(let period, _, _, let inAdvance) = line.timing else { return sums }
    if line.basis == .spend {
      return try sums.indices.map { (month) throws(LineFault) in
        // A period that reaches back to month 1 also holds what is paid exactly at the start.
        let before = month - period.months
        let spend = try exactly(sums[month].subtracting(before > 0 ? sums[before] : .zero))
        return max(spend, .zero)
      }
    }
    let later = try PricedLines.sums(recurring)
    for month in sums.indices.dropFirst() {
      let covered = CostLine.months(paidIn: month, period: period, inAdvance: inAdvance)
      let through = later[min(covered.upperBound, later.count - 1)]
      let before = covered.lowerBound > 1 ? later[covered.lowerBound - 1] : .zero
      // A year's worth, of which the period's part is taken.
      let yearly = try exactly(
        through.subtracting(before).times(Amount(12 / period.months)))
      sums[month] = try exactly(sums[month].adding(yearly))
    }
    return sums
  }

  /// What a flow comes to through each month.
  private static func sums(_ flow: CashFlow) throws(LineFault) -> [Amount] {
    var sums: [Amount] = []
    for (month, amount) in flow.months.enumerated() {
      sums.append(try exactly(amount.adding(month == 0 ? .zero : sums[month - 1])))
    }
    return sums
  }

  /// What a line pays without tax.
  private static func netPayments(of entry: Entry) throws(LineFault) -> [LineCost.Payment] {
    let tax = try entry.pricing.line.taxFactor()
    if tax == .one { return entry.cost.payments }
    var payments: [LineCost.Payment] = []
    for payment in entry.cost.payments {
      payments.append(
        .init(
          month: payment.month, amount: try exactly(payment.amount.divided(by: tax)),
          isAtEnd: payment.isAtEnd))
    }
    return payments
  }

  private static func belongs(_ entry: Entry, to category: CostCategory) -> Bool {
    entry.cost.category == category && [.cost, .discount].contains(entry.pricing.line.kind)
      && entry.pricing.line.basis == .units
  }

  private mutating func commit() {
    for entry in entries where entry.mayBind {
      do {
        if let cost = try entry.pricing.commitmentCost(reference: entry.cost.line) {
          commitments.append(Entry(pricing: entry.pricing, cost: cost))
        }
      } catch {
        errors.append(.line(entry.cost.line, fault: error))
      }
    }
  }
}

extension CostLine {
  /// Whether a share of another line is one of what that pays in the same period, rather than of all
  /// that has been paid for it: both go on.
  func sharesPeriod(of other: CostLine) -> Bool {
    guard case .cost = basis, case .recurring = timing, case .recurring = other.timing else {
      return false
    }
    return true
  }

  /// The months that a payment is for.
  static func months(paidIn month: Int, period: Period, inAdvance: Bool) -> ClosedRange<Int> {
    inAdvance ? month...(month + period.months - 1) : (month - period.months + 1)...month
  }
}
