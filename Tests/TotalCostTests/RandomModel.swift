import Measures
import ReproducibleMath
import TotalCost

/// A random cost model, the same for the same number.
///
/// Rates and prices have few decimals, so that every product stays within 38 digits and can be
/// formed exactly by other arithmetic.
struct RandomModel {
  private(set) var plan: CostPlan
  private(set) var lines: [CostLine] = []
  private(set) var baseline: [CostLine] = []
  private(set) var goLive: CalendarDate?
  private var random: SplitMix64

  init?(number: Int) {
    random = SplitMix64(seed: UInt64(number))
    guard
      let start = CalendarDate(
        year: 2026 + Int(random.next() % 3), month: 1 + Int(random.next() % 12),
        day: 1 + Int(random.next() % 28))
    else { return nil }
    plan = CostPlan(years: 1, start: start, discountRate: .zero)
    plan.years = 1 + below(6)
    plan.discountRate = pick(["0", "0.05", "0.035", "0.1", "-0.02"])
    plan.discounting = pick(Discounting.allCases)
    plan.includesExit = below(2) == 0
    plan.includesBenefits = below(2) == 0
    plan.roundsInvoices = below(4) == 0
    plan.quantities = [
      "users": Quantity(
        course: .growing(start: Amount(1 + below(400)), rate: pick(["0", "0.08", "-0.25"])),
        isWhole: true),
      "storage": Quantity(
        course: .series((0...below(4)).map { _ in amount("\(below(90)).\(below(9))") }),
        isWhole: below(2) == 0),
    ]
    lines = (0...below(12)).map { line(named: "line \($0)") }
    baseline = (0..<below(4)).map { line(named: "old \($0)") }
    if below(3) > 0 { goLive = day(from: -3, to: 30) }
  }

  private mutating func below(_ count: Int) -> Int { Int(random.next() % UInt64(count)) }
  private mutating func pick<T>(_ list: [T]) -> T { list[below(list.count)] }
  private mutating func pick(_ list: [String]) -> Amount { amount(list[below(list.count)]) }

  /// A day so many months from the start.
  private mutating func day(from low: Int, to high: Int) -> CalendarDate? {
    let month = plan.start.monthIndex + low + below(high - low + 1)
    if below(5) == 0 { return plan.start }
    return CalendarDate(year: month / 12, month: month % 12 + 1, day: 1 + below(28))
  }

  private mutating func price() -> Amount { amount("\(below(3000)).\(10 + below(90))") }

  private mutating func line(named name: String) -> CostLine {
    let kind = pick([.cost, .cost, .cost, .cost] + CostLine.Kind.allCases)
    var line = CostLine(
      name: name, category: pick(CostCategory.allCases), price: .fixed(price()),
      timing: .once(on: nil), kind: kind)
    if kind != .cost, below(2) == 0, case .stated(_, let likely, _) = line.price,
      let negative = try? likely.negated()
    {
      line.price = .fixed(negative)
    }
    line.payee = pick(CostLine.Payee.allCases)
    line.priceBase = pick(["1", "1", "10", "100"])
    line.discount = pick(["0", "0", "0.15", "0.5", "1"])
    line.count = pick(["1", "1", "3", "0", "2.5"])
    line.per = pick([nil, "users", "storage"])
    line.minimumQuantity = pick([nil, nil, Amount(50)])
    line.omitsSunkPayments = true
    if below(4) == 0 {
      line.tiers = .init(
        mode: pick(CostLine.Tiers.Mode.allCases),
        bands: [
          .init(upTo: Amount(1 + below(60)), price: price()),
          .init(upTo: Amount(61 + below(200)), price: price()), .init(upTo: nil, price: price()),
        ])
    }
    line.timing = timing(isExit: line.category == .exit)
    line.escalation = .init(
      rate: pick(["0", "0.03", "0.1", "-0.05"]), cap: pick([nil, nil, amount("0.02")]),
      firstIncrease: below(3) == 0 ? day(from: -20, to: 40) : nil,
      base: pick([.planStart, .planStart, .lineStart]), compounding: below(3) > 0)
    line.status = pick([
      .included, .included, .included, .optional, .alternative(group: "a", chosen: false),
      .alternative(group: "a", chosen: true), .alternative(group: "b", chosen: false),
    ])
    return line
  }

  private mutating func timing(isExit: Bool) -> CostLine.Timing {
    if below(3) == 0 { return .once(on: below(3) == 0 ? nil : day(from: -4, to: 80)) }
    var from = below(3) == 0 && !isExit ? nil : day(from: -14, to: 60)
    var through = below(2) == 0 && !isExit ? nil : day(from: -10, to: 90)
    if let first = from, let last = through, last < first { (from, through) = (last, first) }
    return .recurring(
      every: pick(CostLine.Period.allCases), from: from, through: through,
      inAdvance: below(2) == 0)
  }
}
