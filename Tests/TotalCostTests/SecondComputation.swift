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
  var opportunity = Decimal(0)
  var indirect = Decimal(0)
  var exits: [Decimal]
  var categories: [CostCategory: Decimal] = [:]
  var fiscalYears: [Int: Decimal] = [:]
  /// Sum of the sizes of all discounted payments, against which errors are measured.
  var size = 0.0

  var last: Int { plan.years * 12 }

  init(
    lines: [CostLine], plan: CostPlan, goLive: CalendarDate?, baseline: [CostLine]
  ) {
    self.plan = plan
    months = Array(repeating: 0, count: plan.years * 12 + 1)
    exits = Array(repeating: 0, count: plan.years)
    let chosen = lines.indices.filter { isChosen($0, of: lines) }.map { lines[$0] }
    let flows = flows(of: chosen, until: nil)
    for (line, flow) in zip(chosen, flows) { add(line, flow) }
    if let goLive {
      let end = goLive.monthIndex - plan.start.monthIndex
      if end >= 1 { addOldSystem(baseline, until: end < last ? end : nil) }
      if (0...last).contains(end) { leaveOldSystem(baseline, month: end) }
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

  private func counts(_ line: CostLine) -> Bool {
    line.status != .optional && line.kind != .opportunity
      && (line.kind != .benefit || plan.includesBenefits)
      && (line.category != .exit || plan.includesExit)
  }

  /// What each line pays in each month; shares of a category after what they are shares of, shares
  /// of spend last.
  private func flows(of lines: [CostLine], until end: Int?) -> [[Decimal]] {
    var flows = lines.map { _ in months }
    func total(_ belongs: (CostLine) -> Bool) -> [Decimal] {
      var sum = months.map { _ in Decimal(0) }
      for (line, flow) in zip(lines, flows) where counts(line) && belongs(line) {
        if line.kind != .cost && line.kind != .discount { continue }
        // Net of tax, to twelve decimals.
        let tax =
          (1 + LineFlow.decimal(line.unrecoverableTax)) * (1 + LineFlow.decimal(line.includedTax))
        for month in sum.indices { sum[month] += LineFlow.rounded(flow[month] / tax, 12, .bankers) }
      }
      return sum
    }
    for (index, line) in lines.enumerated() where line.basis == .units {
      flows[index] = LineFlow(line, plan: plan, base: []).months(until: end)
    }
    for (index, line) in lines.enumerated() {
      guard case .cost(let category) = line.basis else { continue }
      func isRunning(_ other: CostLine) -> Bool {
        if case .recurring = other.timing, case .recurring = line.timing { return true }
        return false
      }
      let once = total { $0.basis == .units && $0.category == category && !isRunning($0) }
      let running = total { $0.basis == .units && $0.category == category && isRunning($0) }
      flows[index] = LineFlow(line, plan: plan, base: once, running: running).months(until: end)
    }
    let spend = total {
      $0.basis != .spend && $0.payee == .vendor && $0.category != .exit
    }
    for (index, line) in lines.enumerated() where line.basis == .spend {
      flows[index] = LineFlow(line, plan: plan, base: spend).months(until: end)
    }
    return flows
  }

  private mutating func add(_ line: CostLine, _ flow: [Decimal]) {
    if line.category == .exit, line.status != .optional, line.kind != .opportunity,
      line.kind != .benefit || plan.includesBenefits
    {
      let own = LineFlow(line, plan: plan, base: [])
      for year in 1...plan.years { exits[year - 1] += own.payment(year * 12) }
    }
    if counts(line) {
      let own = LineFlow(line, plan: plan, base: flow)
      for year in 1...plan.years { exits[year - 1] += own.owed(after: year * 12) }
      let owed = own.owed(after: last)
      if plan.includesExit, owed != 0 {
        categories[.exit, default: 0] += owed
        book(owed, month: last, isAtEnd: true, isVendors: line.payee == .vendor)
      }
    }
    for (month, paid) in flow.enumerated() where paid != 0 {
      if line.status == .optional {
        optional += paid
        continue
      }
      if line.kind == .opportunity { opportunity += paid }
      if line.kind == .benefit { benefits -= paid }
      if !counts(line) { continue }
      categories[line.category, default: 0] += paid
      if [.downtime, .internalEffort].contains(line.category) { indirect += paid }
      book(
        paid, month: month, isAtEnd: paysAtEnd(line),
        isVendors: line.payee == .vendor && (line.kind == .cost || line.kind == .discount))
    }
  }

  private mutating func addOldSystem(_ baseline: [CostLine], until end: Int?) {
    let old = baseline.indices.filter { index in
      guard case .recurring = baseline[index].timing else { return false }
      let line = baseline[index]
      return isChosen(index, of: baseline) && line.status != .optional && line.category != .exit
        && (line.kind == .cost || line.kind == .discount)
    }.map { baseline[$0] }
    for (line, flow) in zip(old, flows(of: old, until: end)) {
      for (month, paid) in flow.enumerated() where paid != 0 {
        book(paid, month: month, isAtEnd: paysAtEnd(line), isVendors: false)
        oldSystem += paid
      }
    }
  }

  private mutating func leaveOldSystem(_ baseline: [CostLine], month: Int) {
    for (index, line) in baseline.enumerated()
    where line.category == .exit && line.status != .optional && isChosen(index, of: baseline)
      && (line.kind == .cost || line.kind == .discount)
    {
      let paid = LineFlow(line, plan: plan, base: [], leaving: month).payment(month)
      book(paid, month: month, isAtEnd: month > 0, isVendors: false)
      oldSystem += paid
    }
  }

  private func paysAtEnd(_ line: CostLine) -> Bool {
    switch line.timing {
    case .recurring(_, _, _, inAdvance: false): true
    case .once(nil): line.category == .exit || line.kind == .retainedValue
    default: line.category == .exit
    }
  }

  private mutating func book(_ paid: Decimal, month: Int, isAtEnd: Bool, isVendors: Bool) {
    months[month] += paid
    let calendarMonth = plan.start.monthIndex + max(month - 1, 0)
    fiscalYears[(calendarMonth - plan.fiscalYearStart + 1) / 12, default: 0] += paid
    let value = NSDecimalNumber(decimal: paid).doubleValue * factor(month, isAtEnd)
    presentValue += value
    size += abs(value)
    if isVendors { vendorPresentValue += value }
  }

  private func factor(_ month: Int, _ isAtEnd: Bool) -> Double {
    if month == 0 { return 1 }
    var base = 1 + plan.discountRate.double
    if case .real(let inflation?) = plan.rateTerms { base *= 1 + inflation.double }
    let year = ((Double(month) - 1) / 12).rounded(.down) + 1
    switch plan.discounting {
    case .endOfYear: return pow(base, -year)
    case .midYear: return pow(base, -(year - 0.5))
    case .startOfYear: return pow(base, -(year - 1))
    case .byMonth: return pow(base, -Double(isAtEnd ? month : month - 1) / 12)
    }
  }
}
