import Measures

/// What every line of an option is priced with.
struct PricingFrame: Sendable {
  let plan: CostPlan
  let grid: MonthGrid
  let courses: [String: QuantityCourse]
  let factors: DiscountFactors

  init(plan: CostPlan) throws(TotalCostError) {
    guard (1...50).contains(plan.years) else { throw .horizon(years: plan.years) }
    self.plan = plan
    grid = MonthGrid(start: plan.start, years: plan.years)
    factors = try DiscountFactors(plan: plan)
    var courses: [String: QuantityCourse] = [:]
    for name in plan.quantities.keys.sorted() {
      guard let quantity = plan.quantities[name] else { continue }
      do {
        courses[name] = try QuantityCourse(quantity, years: plan.years)
      } catch {
        throw .quantity(name: name, fault: error)
      }
    }
    self.courses = courses
  }
}

/// A line with everything that its price depends on, checked.
struct LinePricing: Sendable {
  let line: CostLine
  let frame: PricingFrame
  let schedule: Schedule
  /// Price of one unit or its tiers; `nil` if there is no price.
  let price: TierPrice?
  /// Low, likely and high price (or share of the tiers); `nil` if there is one value only.
  let range: Triangle?
  private let level: PriceLevel
  /// Payments that fall together: more than one only for what follows an exit.
  private let repetitions: Int

  /// Checks a line and finds its months.
  ///
  /// - Parameter limit: The last month that counts.
  init(_ line: CostLine, frame: PricingFrame, limit: Int) throws(LineFault) {
    self.line = line
    self.frame = frame
    let grid = frame.grid
    if line.category == .exit {
      repetitions = try Schedule.payments(of: line.timing)
      schedule = Schedule(month: grid.months, lineStart: grid.months)
    } else {
      repetitions = 1
      if line.kind == .retainedValue, case .once(nil) = line.timing {
        schedule = Schedule(month: grid.months, lineStart: grid.months)
      } else {
        schedule = try Schedule(timing: line.timing, grid: grid, limit: limit)
      }
    }
    if schedule.hasSunk, !line.omitsSunkPayments { throw .paidBeforeStart }
    if line.discount.isNegative || line.discount > .one { throw .discountShare(line.discount) }
    guard line.priceBase > .zero else { throw .priceBase(line.priceBase) }
    if line.count.isNegative { throw .negativeCount(line.count) }
    if let minimum = line.minimumQuantity, minimum.isNegative { throw .negativeMinimum(minimum) }
    if let per = line.per, frame.courses[per] == nil { throw .unknownQuantity(per) }
    level = try PriceLevel(
      line.escalation, grid: grid, lineStart: schedule.lineStart, lastMonth: grid.months)
    guard let stated = try LinePricing.likely(of: line) else {
      price = nil
      range = nil
      return
    }
    price = try TierPrice(price: stated.likely, tiers: line.tiers, kind: line.kind)
    if stated.low == stated.high {
      range = nil
    } else if line.tiers == nil {
      range = Triangle(
        low: stated.low.double, mode: stated.likely.double, high: stated.high.double)
    } else if stated.likely == .zero {
      range = nil
    } else {
      let likely = stated.likely.double
      range = Triangle(
        low: stated.low.double / likely, mode: 1, high: stated.high.double / likely)
    }
  }

  /// The stated or assumed price as magnitudes; `nil` without one.
  private static func likely(
    of line: CostLine
  ) throws(LineFault) -> CostLine.AssumedRange? {
    let stated: CostLine.AssumedRange
    switch line.price {
    case .stated(let low, let likely, let high):
      stated = .init(low: low, likely: likely, high: high)
    case .onRequest(let assumed):
      guard let assumed else { return nil }
      stated = assumed
    }
    guard stated.low <= stated.likely, stated.likely <= stated.high else {
      throw .rangeNotOrdered
    }
    if !stated.low.isNegative { return stated }
    if line.kind == .cost { throw .negativeAmount }
    // A reduction written below zero throughout: its smallest figure is its largest size.
    if stated.high > .zero { throw .rangeNotOrdered }
    return .init(
      low: try stated.high.magnitude(kind: line.kind),
      likely: try stated.likely.magnitude(kind: line.kind),
      high: try stated.low.magnitude(kind: line.kind))
  }

  /// −1 for what reduces the cost, else 1.
  var sign: Double { line.kind == .cost ? 1 : -1 }

  /// The course of the quantity that the price multiplies with.
  var course: QuantityCourse? { line.per.flatMap { frame.courses[$0] } }

  /// Units paid for in a contract year; year 0 has those of year 1.
  func units(inYear year: Int) throws(LineFault) -> Amount {
    var units = line.count
    if let course { units = try exactly(units.times(course.values[max(year, 1) - 1])) }
    return max(units, line.minimumQuantity ?? .zero)
  }

  /// What is paid in a month with the units of its year, rounded once.
  func payment(inMonth month: Int, units: Amount) throws(LineFault) -> Amount {
    guard let price else { return .zero }
    var value = try price.charge(units: units).times(level.factor(inMonth: month))
    if line.discount != .zero { value = value.times(try paidShare()) }
    if repetitions != 1 { value = value.times(Amount(repetitions)) }
    let base = price.isForEverything ? .one : line.priceBase
    var amount = try exactly(value.amount(dividedBy: base))
    if frame.plan.roundsInvoices { amount = try exactly(amount.rounded(toPlaces: 2)) }
    return line.kind == .cost ? amount : try exactly(amount.negated())
  }

  /// What one money unit of the list price comes to in a month, discounted, in binary floating
  /// point; for draws.
  func weight(month: Int) -> Double {
    let base = price?.isForEverything == true ? 1 : line.priceBase.double
    return sign * level.factor(inMonth: month).double * (1 - line.discount.double)
      * Double(repetitions) / base * frame.factors.factor(month: month)
  }

  private func paidShare() throws(LineFault) -> Amount {
    try exactly(Amount.one.subtracting(line.discount))
  }

  /// What the line costs, payment by payment.
  func cost(
    reference: LineReference, standing: LineCost.Standing
  ) throws(LineFault) -> LineCost {
    var payments: [LineCost.Payment] = []
    var years = [LineCost.Year](
      repeating: .init(nominal: .zero, units: nil, unitPrice: nil), count: frame.grid.years + 1)
    if price != nil {
      for month in schedule.months {
        let year = MonthGrid.year(ofMonth: month)
        let known = years[year]
        let units = if let units = known.units { units } else { try units(inYear: year) }
        let amount = try payment(inMonth: month, units: units)
        payments.append(.init(month: month, amount: amount))
        years[year] = .init(
          nominal: try exactly(known.nominal.adding(amount)), units: units,
          unitPrice: try known.units == nil
            ? unitPrice(inMonth: month, units: units) : known.unitPrice)
      }
    }
    var flow = CashFlow(grid: frame.grid)
    do {
      try flow.add(payments)
      let sum = try flow.summary(factors: frame.factors)
      return LineCost(
        line: reference, standing: standing, category: line.category, payee: line.payee,
        payments: payments, years: years, nominal: sum.nominal, presentValue: sum.presentValue)
    } catch {
      throw .overflow
    }
  }

  private func unitPrice(inMonth month: Int, units: Amount) throws(LineFault) -> Amount? {
    guard let price else { return nil }
    if !price.hasTiers {
      let value = ExactValue(price.price).times(level.factor(inMonth: month))
        .times(try paidShare())
      return try exactly(value.amount(dividedBy: line.priceBase))
    }
    if units == .zero { return nil }
    let value = try price.charge(units: units).times(level.factor(inMonth: month))
      .times(try paidShare())
    let base = price.isForEverything ? Amount.one : line.priceBase
    return try exactly(value.amount(dividedBy: base.times(units)))
  }
}
