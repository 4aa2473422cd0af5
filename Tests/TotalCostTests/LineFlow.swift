import Foundation
import Measures

@testable import TotalCost

/// One line of the second computation: what it pays in which month.
struct LineFlow {
  let line: CostLine
  let plan: CostPlan
  /// For a share of other lines: what those pay in each month.
  let base: [Decimal]
  /// For a running share of a category: what lines that run, too, pay in each month.
  let running: [Decimal]
  /// The month in which an exit falls due.
  let leaving: Int
  let last: Int
  let first: Int
  let stated: Int?

  init(
    _ line: CostLine, plan: CostPlan, base: [Decimal], running: [Decimal] = [], leaving: Int? = nil
  ) {
    self.line = line
    self.running = running
    self.leaving = leaving ?? plan.years * 12
    self.plan = plan
    self.base = base
    last = plan.years * 12
    switch line.timing {
    case .once(let date?):
      first = date == plan.start ? 1 : LineFlow.month(of: date, in: plan)
      stated = nil
    case .once(nil):
      first = line.kind == .retainedValue ? plan.years * 12 : 1
      stated = nil
    case .recurring(_, let from, let through, _):
      first = from.map { LineFlow.month(of: $0, in: plan) } ?? 1
      stated = through.map { LineFlow.month(of: $0, in: plan) }
    }
  }

  private static func month(of date: CalendarDate, in plan: CostPlan) -> Int {
    (date.year - plan.start.year) * 12 + date.month - plan.start.month + 1
  }

  /// The payments of months 0 to the last; with an end, those of an old system switched off then.
  func months(until end: Int?) -> [Decimal] {
    var result = (0...last).map { _ in Decimal(0) }
    guard case .recurring = line.timing, line.category != .exit else {
      for month in 0...last where isPaidOnce(month) { result[month] += payment(month) }
      return result
    }
    var final = min(stated ?? last, end ?? last)
    let leaving = [stated, end].compactMap { $0 }.min()
    if let leaving, leaving >= first, line.term != nil {
      let bound = bound(leaving)
      if line.term?.terminationFee == nil {
        final = max(final, min(bound, last))
        if let stated, let end { final = min(final, max(stated, end, bound)) }
      } else if leaving >= 1, leaving <= last {
        let left = due(after: leaving, through: bound)
        if left > 0 { result[leaving] += settled(left, month: leaving) }
      }
    }
    for month in stride(from: 1, through: final, by: 1) where isDue(month) {
      result[month] += payment(month)
    }
    return result
  }

  private func isPaidOnce(_ month: Int) -> Bool {
    if line.category == .exit { return month == last }
    switch line.timing {
    case .once(nil): return month == (line.kind == .retainedValue ? last : 0)
    case .once(let date?):
      return date == plan.start ? month == 0 : month >= 1 && month == first
    case .recurring: return false
    }
  }

  /// Whether the rhythm of the line has a payment in a month, were it to run for ever.
  private func isDue(_ month: Int) -> Bool {
    guard case .recurring(let period, _, _, let inAdvance) = line.timing, month >= first else {
      return false
    }
    return (month - first) % period.months == (inAdvance ? 0 : period.months - 1)
  }

  private func due(after month: Int, through bound: Int) -> Int {
    stride(from: month + 1, through: bound, by: 1).filter(isDue).count
  }

  /// The last month bound if the line is to end with another.
  private func bound(_ desired: Int) -> Int {
    guard let term = line.term else { return desired }
    var end = first + term.minimumMonths - 1
    while end < desired { end += term.renewalMonths ?? 1 }
    return end
  }

  private func settled(_ payments: Int, month: Int) -> Decimal {
    payment(
      month, times: Decimal(payments) * (line.term?.terminationFee.map(decimal) ?? 1))
  }

  /// What is owed on leaving at the end of a month.
  func owed(after month: Int) -> Decimal {
    guard line.kind == .cost, line.category != .exit, line.term != nil,
      case .recurring = line.timing, first <= month
    else { return 0 }
    var end = bound(month)
    if let stated {
      if stated <= month { return 0 }
      end = min(end, bound(stated))
    }
    let left = due(after: month, through: end)
    return left == 0 ? 0 : settled(left, month: month)
  }

  // MARK: One payment

  func payment(_ month: Int, times: Decimal = 1) -> Decimal {
    let units = units(month)
    guard case .stated(_, let likely, _) = line.price else { return 0 }
    var price = abs(decimal(likely))
    var discount = decimal(line.discount)
    var level = level(max(month, 1))
    if let protection = line.protection {
      if max(month, 1) <= LineFlow.month(of: protection.through, in: plan) {
        level = 1
      } else {
        discount = 0
        if let list = protection.listPrice { price = decimal(list) }
      }
    }
    var (charge, base) = charge(price: price, units: units)
    charge *= (1 - discount) * level
    charge *= decimal(line.probability) * (1 + decimal(line.productivityLoss))
    charge *= 1 + decimal(line.unrecoverableTax)
    charge *= rate(month) * times
    if line.rampUpMonths > 0, line.category != .exit {
      // As much again as is missing in the middle of each month that is paid for.
      var paidFor = [max(month, 1)]
      if case .recurring(let period, _, _, let inAdvance) = line.timing {
        paidFor = (0..<period.months).map { inAdvance ? month + $0 : month - $0 }
      }
      let ramp = line.rampUpMonths
      let missing = paidFor.map { $0 - first + 1 }.filter { $0 >= 1 && $0 <= ramp }.map {
        2 * (ramp - $0) + 1
      }
      charge *= Decimal(2 * ramp * paidFor.count + missing.reduce(0, +))
      base *= Decimal(2 * ramp * paidFor.count)
    }
    if line.category == .exit, case .recurring(_, let from?, let through?, _) = line.timing {
      let (begin, end) = (
        LineFlow.month(of: from, in: plan), LineFlow.month(of: through, in: plan)
      )
      charge *= Decimal(stride(from: begin, through: end, by: 1).filter(isDue).count)
    }
    if case .cost = line.basis, case .recurring(let period, _, _, _) = line.timing {
      charge *= Decimal(period.months)
      base *= 12
    }
    var result = Self.rounded(charge / base, 12, .bankers)
    if plan.roundsInvoices { result = Self.rounded(result, 2, .plain) }
    return [.cost, .opportunity].contains(line.kind) ? result : -result
  }

  private func units(_ month: Int) -> Decimal {
    switch line.basis {
    case .cost:
      let once = base[...max(month, 0)].reduce(0, +)
      guard case .recurring(let period, _, _, let inAdvance) = line.timing else { return once }
      // What is paid for in the same months, as a year's worth.
      let first = inAdvance ? month : month - period.months + 1
      let same = running.enumerated().filter {
        $0.offset >= first && $0.offset < first + period.months
      }
      return once + same.reduce(0) { $0 + $1.element } * Decimal(12 / period.months)
    case .spend:
      guard case .recurring(let period, _, _, _) = line.timing else { return 0 }
      let from = month - period.months + 1
      return max(0, base[(from <= 1 ? 0 : from)...month].reduce(0, +))
    case .units: break
    }
    func own(_ month: Int) -> Decimal {
      var units = line.allowance?.overagePrice == nil ? decimal(line.count) : 1
      if let per = line.per { units *= quantity(per, max(month, 1)) }
      return max(units, line.minimumQuantity.map(decimal) ?? 0)
    }
    guard line.paysHighestQuantity else { return own(month) }
    // Lines that began before the plan have had the first month's units.
    let begin = line.category == .exit ? max(leaving, 1) : first
    return (min(max(begin, 1), max(month, 1))...max(month, 1)).map(own).max() ?? 0
  }

  private func charge(price: Decimal, units: Decimal) -> (Decimal, base: Decimal) {
    let base = decimal(line.priceBase)
    if let allowance = line.allowance {
      let included = decimal(allowance.included)
      guard let overage = allowance.overagePrice.map(decimal) else {
        return (price * max(0, units - included), base)
      }
      let packages = decimal(line.count)
      return (price * packages + overage * max(0, units - included * packages), base)
    }
    guard let tiers = line.tiers else { return (price * units, base) }
    let reached = tiers.bands.first { units <= $0.upTo.map(decimal) ?? units } ?? tiers.bands[0]
    switch tiers.mode {
    case .volume: return (decimal(reached.price) * units, base)
    case .package: return (units == 0 ? 0 : decimal(reached.price), 1)
    case .graduated:
      var charge = Decimal(0)
      var lower = Decimal(0)
      for band in tiers.bands where units > lower {
        let upper = band.upTo.map { min(decimal($0), units) } ?? units
        charge += (upper - lower) * decimal(band.price)
        lower = band.upTo.map(decimal) ?? units
      }
      return (charge, base)
    }
  }

  private func rate(_ month: Int) -> Decimal {
    guard let currency = line.currency, let rates = plan.exchangeRates[currency] else { return 1 }
    // The latest rate up to the month; of several in one month the latest day; else the first.
    let ordered = rates.enumerated().sorted {
      ($0.element.from, $0.offset) < ($1.element.from, $1.offset)
    }.map(\.element)
    let known = ordered.last { LineFlow.month(of: $0.from, in: plan) <= max(month, 1) }
    return decimal((known ?? ordered[0]).rate)
  }

  private func quantity(_ name: String, _ month: Int) -> Decimal {
    guard let quantity = plan.quantities[name] else { return 0 }
    let year = (month + 11) / 12
    var value = Decimal(0)
    switch quantity.course {
    case .growing(let start, let rate):
      value = decimal(start)
      for _ in 1..<max(year, 2) where year > 1 { value *= 1 + decimal(rate) }
    case .series(let list): value = decimal(list[min(year, list.count) - 1])
    case .steps(let start, let steps):
      value = decimal(start)
      let ordered = steps.enumerated().sorted {
        ($0.element.from, $0.offset) < ($1.element.from, $1.offset)
      }
      for step in ordered where LineFlow.month(of: step.element.from, in: plan) <= month {
        value = decimal(step.element.value)
      }
    case .share(let other, let share): value = self.quantity(other, month) * decimal(share)
    }
    return quantity.isWhole ? Self.rounded(value, 0, .up) : value
  }

  // MARK: Rises

  private func level(_ month: Int) -> Decimal {
    let escalation = line.escalation
    let own = line.category == .exit ? max(leaving, 1) : first
    let start = escalation.base == .lineStart ? own : 1
    let firstRise = escalation.firstIncrease.map { LineFlow.month(of: $0, in: plan) } ?? start + 12
    var reference = start
    var anniversary = firstRise
    while anniversary < start {
      reference = anniversary
      anniversary += 12
    }
    var known = escalation.index?.baseValue.map(decimal) ?? index(reference)
    var level = Decimal(1)
    while anniversary <= month {
      var rise = decimal(escalation.rate)
      var moves = true
      if let link = escalation.index {
        let now = index(anniversary)
        let change = Self.rounded(now / known, 12, .bankers) - 1
        moves = abs(change) >= decimal(link.threshold)
        if moves {
          known = now
          rise += Self.rounded(change * decimal(link.share), 12, .bankers)
        }
      }
      if moves {
        if let cap = escalation.cap { rise = min(rise, decimal(cap)) }
        if let floor = escalation.floor { rise = max(rise, decimal(floor)) }
        level =
          escalation.compounding ? Self.rounded(level * (1 + rise), 18, .bankers) : level + rise
      }
      anniversary += 12
    }
    return level
  }

  private func index(_ month: Int) -> Decimal {
    guard let name = line.escalation.index?.name, let series = plan.indexes[name] else { return 1 }
    let place = plan.start.monthIndex + month - 1
    let ordered = series.values.sorted { $0.month < $1.month }
    guard let final = ordered.last, place > final.month else {
      return decimal((ordered.last { $0.month <= place } ?? ordered[0]).value)
    }
    var growth = Decimal(1)
    for _ in stride(from: final.month + 12, through: place, by: 12) {
      growth *= 1 + decimal(series.growthAfter)
    }
    return Self.rounded(decimal(final.value) * growth, 12, .bankers)
  }

  // MARK: Decimals

  static func rounded(
    _ value: Decimal, _ places: Int, _ mode: NSDecimalNumber.RoundingMode
  ) -> Decimal {
    var value = value
    var result = Decimal()
    NSDecimalRound(&result, &value, places, mode)
    return result
  }

  private func decimal(_ amount: Amount) -> Decimal { Self.decimal(amount) }

  static func decimal(_ amount: Amount) -> Decimal {
    Decimal(string: amount.text, locale: Locale(identifier: "en_US_POSIX")) ?? .nan
  }
}
