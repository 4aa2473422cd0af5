import Measures

/// What every line of an option is priced with.
struct PricingFrame: Sendable {
  let plan: CostPlan
  let grid: MonthGrid
  let courses: [String: QuantityCourse]
  let factors: DiscountFactors
  /// What one unit of each foreign currency is worth in each month from 0.
  let rates: [String: [DatedRate]]

  init(plan: CostPlan) throws(TotalCostError) {
    guard (1...50).contains(plan.years) else { throw .horizon(years: plan.years) }
    self.plan = plan
    grid = MonthGrid(start: plan.start, years: plan.years)
    factors = try DiscountFactors(plan: plan)
    if let range = plan.discountRateRange {
      var optimistic = plan
      optimistic.discountRate = range.low
      guard range.low <= plan.discountRate, plan.discountRate <= range.high,
        (try? DiscountFactors(plan: optimistic)) != nil
      else { throw .discountRateRange }
    }
    for name in plan.milestoneRanges.keys.sorted()
    where plan.milestoneRanges[name]?.isOrdered == false {
      throw .milestoneRange(name)
    }
    var courses: [String: QuantityCourse] = [:]
    // Shares come after what they are shares of.
    for isShare in [false, true] {
      for name in plan.quantities.keys.sorted() {
        guard let quantity = plan.quantities[name], quantity.isShare == isShare else { continue }
        do {
          courses[name] = try QuantityCourse(quantity, grid: grid, others: courses)
        } catch {
          throw .quantity(name: name, fault: error)
        }
      }
    }
    self.courses = courses
    var rates: [String: [DatedRate]] = [:]
    for currency in plan.exchangeRates.keys.sorted() {
      guard let list = plan.exchangeRates[currency],
        let months = DatedRate.byMonth(list, grid: grid)
      else { throw .exchangeRate(currency: currency) }
      rates[currency] = months
    }
    self.rates = rates
  }

  /// Rates and indexes that lines use beyond the last value known.
  func heldValues(of lines: [CostLine]) -> [CostNote] {
    let end = grid.start.monthIndex + grid.months - 1
    var notes: [CostNote] = []
    for currency in Set(lines.compactMap(\.currency)).sorted() {
      guard let last = plan.exchangeRates[currency]?.map(\.from).max(), last.monthIndex < end
      else { continue }
      notes.append(.lastRateHeld(currency: currency, since: last))
    }
    for name in Set(lines.compactMap(\.escalation.index?.name)).sorted() {
      guard let series = plan.indexes[name], series.growthAfter == .zero, series.growthRange == nil,
        let last = series.values.map(\.month).max(), last < end
      else { continue }
      notes.append(.lastIndexHeld(name))
    }
    return notes
  }
}

extension Quantity {
  fileprivate var isShare: Bool {
    if case .share = course { true } else { false }
  }
}
