import Foundation
import Measures

@testable import TotalCost

/// The cost model once more, written plainly: month by month over every line, in Foundation's
/// decimal arithmetic, discounting every payment by itself with `pow`. It shares nothing with the
/// engine but the input types.
struct SecondComputation {
  let plan: CostPlan
  var months: [Decimal]
  var presentValue = 0.0
  var vendorPresentValue = 0.0
  var oldSystem = Decimal(0)
  var optional = Decimal(0)
  var benefits = Decimal(0)
  var exits: [Decimal]
  var categories: [CostCategory: Decimal] = [:]
  /// Sum of the sizes of all discounted payments, against which errors are measured.
  var size = 0.0

  init(
    lines: [CostLine], plan: CostPlan, goLive: CalendarDate?, baseline: [CostLine]
  ) {
    self.plan = plan
    months = Array(repeating: 0, count: plan.years * 12 + 1)
    exits = Array(repeating: 0, count: plan.years)
    for (index, line) in lines.enumerated() where isChosen(index, of: lines) {
      add(line)
    }
    guard let goLive else { return }
    for (index, line) in baseline.enumerated() where isChosen(index, of: baseline) {
      guard case .recurring = line.timing, line.kind == .cost || line.kind == .discount,
        line.category != .exit, line.status != .optional
      else { continue }
      let end = goLive.monthIndex - plan.start.monthIndex
      for month in 1..<months.count where month <= end && isPaid(line, in: month) {
        let paid = payment(line, month: month)
        book(paid, month: month, isVendors: false)
        oldSystem += paid
      }
    }
  }

  private func isChosen(_ index: Int, of lines: [CostLine]) -> Bool {
    guard case .alternative(let group, _) = lines[index].status else { return true }
    var members: [(Int, Bool)] = []
    for (place, line) in lines.enumerated() {
      if case .alternative(group, let chosen) = line.status { members.append((place, chosen)) }
    }
    return (members.first { $0.1 } ?? members[0]).0 == index
  }

  private mutating func add(_ line: CostLine) {
    if line.category == .exit, line.status != .optional,
      line.kind != .benefit || plan.includesBenefits
    {
      for year in 1...plan.years { exits[year - 1] += payment(line, month: year * 12) }
    }
    for month in months.indices where isPaid(line, in: month) {
      let paid = payment(line, month: month)
      if line.status == .optional {
        optional += paid
        continue
      }
      if line.kind == .benefit {
        benefits -= paid
        if !plan.includesBenefits { continue }
      }
      if line.category == .exit, !plan.includesExit { continue }
      categories[line.category, default: 0] += paid
      book(
        paid, month: month,
        isVendors: line.payee == .vendor && (line.kind == .cost || line.kind == .discount))
    }
  }

  private mutating func book(_ paid: Decimal, month: Int, isVendors: Bool) {
    months[month] += paid
    let value = number(paid) * factor(month)
    presentValue += value
    size += abs(value)
    if isVendors { vendorPresentValue += value }
  }

  private func factor(_ month: Int) -> Double {
    if month == 0 { return 1 }
    let base = 1 + plan.discountRate.double
    let year = ((Double(month) - 1) / 12).rounded(.down) + 1
    switch plan.discounting {
    case .endOfYear: return pow(base, -year)
    case .midYear: return pow(base, -(year - 0.5))
    case .startOfYear: return pow(base, -(year - 1))
    case .byMonth: return pow(base, -Double(month - 1) / 12)
    }
  }

  private func offset(_ date: CalendarDate) -> Int {
    (date.year - plan.start.year) * 12 + date.month - plan.start.month + 1
  }

  private func isPaid(_ line: CostLine, in month: Int) -> Bool {
    let last = plan.years * 12
    if line.category == .exit { return month == last }
    switch line.timing {
    case .once(nil): return month == (line.kind == .retainedValue ? last : 0)
    case .once(let date?):
      return date == plan.start ? month == 0 : month >= 1 && month == offset(date)
    case .recurring(let period, let from, let through, let inAdvance):
      let first = from.map(offset) ?? 1
      guard month >= 1, month >= first, month <= through.map(offset) ?? last else { return false }
      let place = (month - first) % period.months
      return place == (inAdvance ? 0 : period.months - 1)
    }
  }

  private func payment(_ line: CostLine, month: Int) -> Decimal {
    let year = max(1, (month + 11) / 12)
    var units = decimal(line.count)
    if let per = line.per { units *= quantity(per, year) }
    if let minimum = line.minimumQuantity { units = max(units, decimal(minimum)) }
    guard case .stated(_, let likely, _) = line.price else { return 0 }
    var charge = abs(decimal(likely)) * units
    var base = decimal(line.priceBase)
    if let tiers = line.tiers {
      let reached =
        tiers.bands.first { units <= $0.upTo.map(decimal) ?? units } ?? tiers.bands[0]
      switch tiers.mode {
      case .volume: charge = decimal(reached.price) * units
      case .package:
        charge = units == 0 ? 0 : decimal(reached.price)
        base = 1
      case .graduated:
        charge = 0
        var lower = Decimal(0)
        for band in tiers.bands where units > lower {
          let upper = band.upTo.map { min(decimal($0), units) } ?? units
          charge += (upper - lower) * decimal(band.price)
          lower = band.upTo.map(decimal) ?? units
        }
      }
    }
    charge *= (1 - decimal(line.discount)) * level(line, month: max(month, 1))
    if line.category == .exit,
      case .recurring(let period, let from?, let through?, let advance) =
        line.timing
    {
      let length = offset(through) - offset(from) + 1
      charge *= Decimal(
        (0..<length).filter { $0 % period.months == (advance ? 0 : period.months - 1) }.count)
    }
    var result = rounded(charge / base, 12, .bankers)
    if plan.roundsInvoices { result = rounded(result, 2, .plain) }
    return line.kind == .cost ? result : -result
  }

  private func level(_ line: CostLine, month: Int) -> Decimal {
    var own = 1
    switch line.timing {
    case .once(let date?): own = date == plan.start ? 1 : offset(date)
    case .once(nil): own = line.kind == .retainedValue ? plan.years * 12 : 1
    case .recurring(_, let from, _, _): own = from.map(offset) ?? 1
    }
    if line.category == .exit { own = plan.years * 12 }
    let base = line.escalation.base == .lineStart ? own : 1
    let first = line.escalation.firstIncrease.map(offset) ?? base + 12
    let rate = min(decimal(line.escalation.rate), line.escalation.cap.map(decimal) ?? 1)
    var level = Decimal(1)
    var anniversary = first
    while anniversary <= month {
      if anniversary >= base {
        level = line.escalation.compounding ? level * (1 + rate) : level + rate
      }
      anniversary += 12
    }
    return level
  }

  private func quantity(_ name: String, _ year: Int) -> Decimal {
    guard let quantity = plan.quantities[name] else { return 0 }
    var value = Decimal(0)
    switch quantity.course {
    case .growing(let start, let rate):
      value = decimal(start)
      for _ in 1..<max(year, 2) where year > 1 { value *= 1 + decimal(rate) }
    case .series(let list): value = decimal(list[min(year, list.count) - 1])
    }
    return quantity.isWhole ? rounded(value, 0, .up) : value
  }

  private func rounded(
    _ value: Decimal, _ places: Int, _ mode: NSDecimalNumber.RoundingMode
  ) -> Decimal {
    var value = value
    var result = Decimal()
    NSDecimalRound(&result, &value, places, mode)
    return result
  }

  private func decimal(_ amount: Amount) -> Decimal {
    Decimal(string: amount.text, locale: Locale(identifier: "en_US_POSIX")) ?? .nan
  }

  private func number(_ value: Decimal) -> Double { Double("\(value)") ?? .nan }
}
