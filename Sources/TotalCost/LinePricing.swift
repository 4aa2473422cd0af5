import Measures

/// A line with everything that its price depends on, checked.
struct LinePricing: Sendable {
  let line: CostLine
  let frame: PricingFrame
  let schedule: Schedule
  /// Price of one unit or its tiers; `nil` if there is no price.
  let price: TierPrice?
  /// Low, likely and high price (or share of the tiers), and the chance that it is paid; `nil` if it
  /// is certain and has one value only.
  let range: ThreePoint?
  /// Payments that fall together: more than one only for what follows an exit.
  let repetitions: Int
  /// For a line that is a share of others: what they come to, for a payment in each month from 0.
  let base: [Amount]?
  /// The level of the price.
  let level: PriceLevel
  private let rates: [DatedRate]?
  private let protected: ProtectedPrice?

  /// Checks a line and finds its months.
  ///
  /// - Parameters:
  ///   - limit: The last month that counts.
  ///   - base: For a line that is a share of others, what they come to by month.
  init(
    _ line: CostLine, frame: PricingFrame, limit: Int, base: [Amount]? = nil
  ) throws(LineFault) {
    self.line = line
    self.frame = frame
    self.base = base
    let grid = frame.grid
    if line.category == .exit {
      // On leaving: at the horizon's end, or when an old system is switched off.
      repetitions = try Schedule.payments(of: line.timing)
      schedule = Schedule(month: limit, lineStart: max(limit, 1))
    } else {
      repetitions = 1
      if line.kind == .retainedValue, case .once(nil) = line.timing {
        schedule = Schedule(month: grid.months, lineStart: grid.months)
      } else {
        schedule = try Schedule(
          timing: line.timing, grid: grid, limit: limit, term: line.term)
      }
    }
    if schedule.hasSunk, !line.omitsSunkPayments { throw .paidBeforeStart }
    try line.checkShares()
    if let per = line.per, frame.courses[per] == nil { throw .unknownQuantity(per) }
    if let currency = line.currency {
      guard let rates = frame.rates[currency] else { throw .unknownCurrency(currency) }
      self.rates = rates
    } else {
      rates = nil
    }
    if frame.plan.rateTerms == .real(inflation: nil), !line.escalation.isFlat {
      throw .risesWithRealRate
    }
    level = try PriceLevel(
      line.escalation, grid: grid, lineStart: schedule.lineStart, lastMonth: grid.months,
      indexes: frame.plan.indexes)
    protected = try line.protection.map { (protection) throws(LineFault) in
      try ProtectedPrice(protection, line: line, grid: grid)
    }
    if let range = line.escalation.range {
      guard range.low > Amount(-1) else { throw .escalationRate(range.low) }
      guard range.low <= line.escalation.rate, line.escalation.rate <= range.high else {
        throw .rangeNotOrdered
      }
    }
    guard let stated = try LinePricing.likely(of: line) else {
      price = nil
      range = nil
      return
    }
    price = try line.tierPrice(likely: stated.likely)
    let chance = line.chanceOfPayment
    if stated.low == stated.high, chance == 1 {
      range = nil
    } else if price?.hasTiers == false, protected?.listPrice == nil {
      range = ThreePoint(
        low: stated.low.double, likely: stated.likely.double, high: stated.high.double,
        shape: line.shape, chance: chance)
    } else if stated.likely == .zero {
      range = LinePricing.whole(chance: chance)
    } else {
      let likely = stated.likely.double
      range = ThreePoint(
        low: stated.low.double / likely, likely: 1, high: stated.high.double / likely,
        shape: line.shape, chance: chance)
    }
  }

  /// All of a price or nothing, with a chance; `nil` if it is certain.
  static func whole(chance: Double) -> ThreePoint? {
    chance < 1 ? ThreePoint(low: 1, likely: 1, high: 1, chance: chance) : nil
  }

  /// The stated or assumed price as magnitudes; `nil` without one.
  private static func likely(
    of line: CostLine
  ) throws(LineFault) -> CostLine.AssumedRange? {
    guard let stated = line.priceRange else { return nil }
    guard stated.low <= stated.likely, stated.likely <= stated.high else {
      throw .rangeNotOrdered
    }
    if !stated.low.isNegative { return stated }
    if !line.kind.reducesCost { throw .negativeAmount }
    // A reduction written below zero throughout: its smallest figure is its largest size.
    if stated.high > .zero { throw .rangeNotOrdered }
    return .init(
      low: try stated.high.magnitude(kind: line.kind),
      likely: try stated.likely.magnitude(kind: line.kind),
      high: try stated.low.magnitude(kind: line.kind))
  }

  /// −1 for what reduces the cost, else 1.
  var sign: Double { line.kind.reducesCost ? -1 : 1 }

  /// The course of the quantity that the price multiplies with.
  var course: QuantityCourse? { line.per.flatMap { frame.courses[$0] } }

  /// Stretches of the course, or 1.
  var stretches: Int { course?.values.count ?? 1 }

  /// The stretch of the course in which a month lies.
  func stretch(ofMonth month: Int) -> Int { course?.stretch(ofMonth: month) ?? 0 }

  /// Whether the list price after protection stands beside the price, so that ``weight(inMonth:)``
  /// holds both.
  var weighsPrices: Bool { protected?.listPrice != nil }

  /// Whether a payment in a month is at the list price after protection, which the range of the
  /// line's own price does not concern.
  func paysListPrice(inMonth month: Int) -> Bool {
    guard let protected, protected.listPrice != nil else { return false }
    return max(month, 1) > protected.lastMonth
  }

  /// Units paid for in a month; month 0 has those of month 1.
  func units(inMonth month: Int) throws(LineFault) -> Amount {
    if let base { return base[min(max(month, 0), base.count - 1)] }
    var units = try units(inStretch: stretch(ofMonth: month))
    if line.paysHighestQuantity {
      let first = stretch(ofMonth: schedule.lineStart)
      for earlier in first..<max(stretch(ofMonth: month), first) {
        units = max(units, try self.units(inStretch: earlier))
      }
    }
    return units
  }

  private func units(inStretch stretch: Int) throws(LineFault) -> Amount {
    var units = line.countsPackages ? .one : line.count
    if let course { units = try exactly(units.times(course.values[stretch])) }
    return max(units, line.minimumQuantity ?? .zero)
  }

  /// What is paid in a month with its units, rounded once.
  ///
  /// - Parameter times: How many payments fall together.
  func payment(
    inMonth month: Int, units: Amount, times: Amount = .one
  ) throws(LineFault) -> Amount {
    guard let price else { return .zero }
    let multiple = try multiple(inMonth: month)
    var value: ExactValue
    if let listPrice = multiple.listPrice {
      value = ExactValue(listPrice).times(units)
    } else {
      value = try price.charge(units: units)
    }
    value = value.times(multiple.level)
    for amount in multiple.amounts { value = value.times(amount) }
    if times != .one { value = value.times(times) }
    var amount = try exactly(value.amount(dividedBy: multiple.divisor))
    if frame.plan.roundsInvoices { amount = try exactly(amount.rounded(toPlaces: 2)) }
    return line.kind.reducesCost ? try exactly(amount.negated()) : amount
  }

  /// What one money unit of the price comes to in a month's payment, undiscounted, in binary floating
  /// point; for draws. Where the rise is uncertain, before it.
  func weight(inMonth month: Int) -> Double {
    guard let multiple = try? multiple(inMonth: month) else { return 0 }
    var weight = sign / multiple.divisor.double
    if !hasUncertainLevel { weight *= multiple.level.double }
    for amount in multiple.amounts { weight *= amount.double }
    if weighsPrices { weight *= (multiple.listPrice ?? price?.price ?? .zero).double }
    return weight
  }

  /// Range of the line's own rise a year, if that is uncertain.
  var riseRange: ThreePoint? { ThreePoint(likely: line.escalation.rate, line.escalation.range) }

  /// Whether its level depends on something uncertain.
  var hasUncertainLevel: Bool { riseRange != nil || level.uncertainIndex != nil }

  /// The exchange rate in a month, if the line has one.
  func rate(inMonth month: Int) -> DatedRate? {
    rates.map { $0[min(max(month, 0), $0.count - 1)] }
  }

  /// Whether the price changes from month to month by its rises alone.
  var changesByRisesAlone: Bool {
    rates == nil && protected == nil && line.rampUpMonths == 0
  }

  /// How often the price has risen by a payment in a month; not while it is protected.
  func rises(inMonth month: Int) -> Int {
    if let protected, max(month, 1) <= protected.lastMonth { return 0 }
    return level.rises(byMonth: max(month, 1))
  }

  // MARK: What the price is multiplied with

  private struct Multiple {
    var level: Factor
    var amounts: [Amount] = []
    var divisor: Amount
    /// The price in place of the line's own.
    var listPrice: Amount?
  }

  private func multiple(inMonth month: Int) throws(LineFault) -> Multiple {
    var result = Multiple(
      level: level.factor(inMonth: month),
      divisor: price?.isForEverything == true ? .one : line.priceBase)
    var paidShare = try exactly(Amount.one.subtracting(line.discount))
    if let protected {
      if max(month, 1) <= protected.lastMonth {
        result.level = .one
      } else {
        paidShare = .one
        result.listPrice = protected.listPrice
      }
    }
    func multiply(_ amount: Amount) { if amount != .one { result.amounts.append(amount) } }
    multiply(paidShare)
    multiply(line.probability)
    multiply(try exactly(Amount.one.adding(line.productivityLoss)))
    multiply(try exactly(Amount.one.adding(line.unrecoverableTax)))
    multiply(Amount(repetitions))
    if let rate = rate(inMonth: month) { multiply(rate.rate) }
    let (missing, parts) = missing(inMonth: month)
    if missing > 0 {
      multiply(Amount(parts + missing))
      result.divisor = try exactly(result.divisor.times(Amount(parts)))
    }
    if case .cost = line.basis, case .recurring(let period, _, _, _) = line.timing {
      multiply(Amount(period.months))
      result.divisor = try exactly(result.divisor.times(Amount(12)))
    }
    return result
  }

  /// The share of work that does not get done while people become productive, of the months that a
  /// payment in a month is for: in the i-th of n months (i − ½)/n gets done, the rest is bought in
  /// addition.
  private func missing(inMonth month: Int) -> (missing: Int, parts: Int) {
    let ramp = line.rampUpMonths
    if ramp == 0 || line.category == .exit { return (0, 1) }
    let place = max(month, 1) - schedule.lineStart + 1
    var (first, count) = (place, 1)
    if case .recurring(let period, _, _, let inAdvance) = line.timing {
      count = period.months
      first = inAdvance ? place : place - count + 1
    }
    var missing = 0
    for place in max(first, 1)..<max(min(first + count, ramp + 1), max(first, 1)) {
      missing += 2 * (ramp - place) + 1
    }
    return (missing, 2 * ramp * count)
  }

  // MARK: Payments

  /// Whether it pays at the end of its months: in arrears, or what falls due at the horizon's end.
  var paysAtEnd: Bool {
    if line.category == .exit { return true }
    switch line.timing {
    case .recurring(_, _, _, let inAdvance): return !inAdvance
    case .once(let date): return date == nil && line.kind == .retainedValue
    }
  }

  /// The months of payment, and how many payments' worth falls due in each.
  var dueMonths: [(month: Int, times: Double)] {
    var due = schedule.months.map { (month: $0, times: 1.0) }
    if let settlement = schedule.settlement {
      let fee = line.term?.terminationFee?.double ?? 1
      due.append((month: settlement.month, times: Double(settlement.payments) * fee))
    }
    return due
  }

  /// What the line costs, payment by payment.
  func cost(
    reference: LineReference, standing: LineCost.Standing
  ) throws(LineFault) -> LineCost {
    var payments: [LineCost.Payment] = []
    var years = [LineCost.Year](
      repeating: .init(nominal: .zero, units: nil, unitPrice: nil), count: frame.grid.years + 1)
    func add(_ month: Int, units: Amount, amount: Amount) throws(LineFault) {
      let year = MonthGrid.year(ofMonth: month)
      let known = years[year]
      payments.append(.init(month: month, amount: amount, isAtEnd: paysAtEnd && month > 0))
      years[year] = .init(
        nominal: try exactly(known.nominal.adding(amount)), units: known.units ?? units,
        unitPrice: try known.units == nil
          ? unitPrice(inMonth: month, units: units) : known.unitPrice)
    }
    if price != nil {
      var known: (stretch: Int, units: Amount)?
      for month in schedule.months {
        let stretch = stretch(ofMonth: month)
        let units: Amount
        if let known, known.stretch == stretch, base == nil {
          units = known.units
        } else {
          units = try self.units(inMonth: month)
        }
        known = (stretch, units)
        try add(month, units: units, amount: try payment(inMonth: month, units: units))
      }
      if let settlement = schedule.settlement {
        try add(
          settlement.month, units: try units(inMonth: settlement.month),
          amount: try settled(payments: settlement.payments, inMonth: settlement.month))
      }
    }
    return try lineCost(payments, years, reference: reference, standing: standing)
  }

  private func lineCost(
    _ payments: [LineCost.Payment], _ years: [LineCost.Year], category: CostCategory? = nil,
    reference: LineReference, standing: LineCost.Standing
  ) throws(LineFault) -> LineCost {
    var flow = CashFlow(grid: frame.grid)
    do {
      try flow.add(payments)
      let sum = try flow.summary(factors: frame.factors)
      return LineCost(
        line: reference, standing: standing, category: category ?? line.category,
        payee: line.payee, payments: payments, years: years, nominal: sum.nominal,
        presentValue: sum.presentValue)
    } catch {
      throw .overflow
    }
  }

  private func unitPrice(inMonth month: Int, units: Amount) throws(LineFault) -> Amount? {
    guard let price else { return nil }
    if units == .zero, price.hasTiers { return nil }
    let multiple = try multiple(inMonth: month)
    var value =
      price.hasTiers
      ? try price.charge(units: units) : ExactValue(multiple.listPrice ?? price.price)
    value = value.times(multiple.level)
    for amount in multiple.amounts { value = value.times(amount) }
    let divisor =
      price.hasTiers ? try exactly(multiple.divisor.times(units)) : multiple.divisor
    return try exactly(value.amount(dividedBy: divisor))
  }

  // MARK: What binds beyond leaving

  /// What settles a number of payments left, at the price of a month.
  func settled(payments: Int, inMonth month: Int) throws(LineFault) -> Amount {
    try payment(
      inMonth: month, units: try units(inMonth: month),
      times: try exactly(Amount(payments).times(line.term?.terminationFee ?? .one)))
  }

  /// What is still owed after leaving at the end of a month; `nil` if nothing.
  func commitment(afterMonth month: Int) throws(LineFault) -> Amount? {
    guard let left = paymentsLeft(afterMonth: month) else { return nil }
    return try settled(payments: left, inMonth: month)
  }

  /// How many payments are still owed after leaving at the end of a month; `nil` if none.
  func paymentsLeft(afterMonth month: Int) -> Int? {
    guard let term = line.term, line.category != .exit, line.kind == .cost, price != nil,
      case .recurring(let period, let from, let through, let inAdvance) = line.timing
    else { return nil }
    let first = from.map { frame.grid.month(of: $0) } ?? 1
    guard first <= month else { return nil }
    var bound = term.end(first: first, desired: month)
    if let through {
      let stated = frame.grid.month(of: through)
      if stated <= month { return nil }
      bound = min(bound, term.end(first: first, desired: stated))
    }
    let left = Schedule.payments(
      first: first, period: period, inAdvance: inAdvance, after: month, through: bound)
    return left > 0 ? left : nil
  }

  /// The commitment at the horizon's end as a cost of leaving of its own; `nil` if there is none.
  func commitmentCost(reference: LineReference) throws(LineFault) -> LineCost? {
    guard let amount = try commitment(afterMonth: frame.grid.months) else { return nil }
    return try lineCost(
      [.init(month: frame.grid.months, amount: amount, isAtEnd: true)], [], category: .exit,
      reference: reference, standing: .counted)
  }
}

/// A protected price on the plan's months.
private struct ProtectedPrice: Sendable {
  /// The last month with the protected price.
  let lastMonth: Int
  /// The list price afterwards, if it stands beside the line's own.
  let listPrice: Amount?

  init(_ protection: CostLine.Protection, line: CostLine, grid: MonthGrid) throws(LineFault) {
    lastMonth = grid.month(of: protection.through)
    listPrice = try protection.listPrice.map { (price) throws(LineFault) in
      if line.tiers != nil || line.allowance != nil || line.basis != .units {
        throw .listPrice
      }
      if price.isNegative, !line.kind.reducesCost { throw .listPrice }
      return try price.magnitude(kind: line.kind)
    }
  }
}

extension CostLine {
  /// Whether the price is a fee for packages, of which there are as many as the count says.
  var countsPackages: Bool { allowance?.overagePrice != nil }

  /// The likely price or tiers; included units are a free first band.
  fileprivate func tierPrice(likely: Amount) throws(LineFault) -> TierPrice {
    guard let allowance else { return try TierPrice(price: likely, tiers: tiers, kind: kind) }
    guard tiers == nil, basis == .units, !allowance.included.isNegative else { throw .allowance }
    let fee = allowance.overagePrice == nil ? Amount.zero : try exactly(likely.times(count))
    let included =
      try allowance.overagePrice == nil
      ? allowance.included : exactly(allowance.included.times(count))
    let further = try (allowance.overagePrice ?? likely).magnitude(kind: kind)
    var bands = [Tiers.Band(upTo: nil, price: further)]
    if included > .zero { bands.insert(.init(upTo: included, price: .zero), at: 0) }
    return try TierPrice(
      price: likely, tiers: Tiers(mode: .graduated, bands: bands), kind: kind, fixed: fee)
  }

  /// Checks everything that needs no plan.
  fileprivate func checkShares() throws(LineFault) {
    let shares = Amount.zero...Amount.one
    if !shares.contains(discount) { throw .discountShare(discount) }
    guard priceBase > .zero else { throw .priceBase(priceBase) }
    if count.isNegative { throw .negativeCount(count) }
    if let minimumQuantity, minimumQuantity.isNegative { throw .negativeMinimum(minimumQuantity) }
    if !shares.contains(probability) { throw .probability(probability) }
    if unrecoverableTax.isNegative || includedTax.isNegative || productivityLoss.isNegative
      || !(0...60).contains(rampUpMonths)
    {
      throw .surcharge
    }
    if let term {
      let months = 0...600
      guard months.contains(term.minimumMonths), months.contains(term.renewalMonths ?? 0),
        shares.contains(term.terminationFee ?? .zero)
      else { throw .term }
    }
    try checkBasis()
  }

  private func checkBasis() throws(LineFault) {
    if basis == .units { return }
    let hasUnits =
      per != nil || count != .one || minimumQuantity != nil || allowance != nil
      || currency != nil || priceBase != .one
    if hasUnits || category == .exit { throw .basis }
    switch basis {
    case .units: break
    case .spend:
      guard kind == .discount, case .recurring(_, _, _, inAdvance: false) = timing else {
        throw .basis
      }
    case .cost(let other):
      if tiers != nil || other == category { throw .basis }
    }
  }
}
