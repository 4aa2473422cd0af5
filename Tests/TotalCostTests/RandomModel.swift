import Measures
import ReproducibleMath

@testable import TotalCost

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
    plan.quantities["at_once"] = Quantity(
      course: .share(of: "users", pick(["0.3", "0.55"])), isWhole: true)
    plan.quantities["machines"] = Quantity(
      course: .steps(
        start: Amount(below(20)),
        (0..<below(4)).compactMap { _ in
          day(from: -5, to: 70).map { .init(from: $0, value: Amount(below(60))) }
        }), isWhole: false)
    plan.exchangeRates = [
      "CHF": (0...below(3)).compactMap { _ in
        day(from: -20, to: 60).map { DatedRate(from: $0, rate: pick(["1.04", "0.97", "1.1"])) }
      }
    ]
    let begin = plan.start.monthIndex - 30
    plan.indexes = [
      "prices": IndexSeries(
        values: (0...below(7)).map {
          .init(month: begin + 12 * $0 + below(6), value: amount("\(100 + 3 * $0 + below(8))"))
        }, growthAfter: pick(["0", "0.02", "0.035"]))
    ]
    plan.fiscalYearStart = 1 + below(12)
    if below(4) == 0 {
      plan.rateTerms = .real(inflation: amount("0.02"))
    }
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
    if kind.reducesCost, below(2) == 0, case .stated(_, let likely, _) = line.price,
      let negative = try? likely.negated()
    {
      line.price = .fixed(negative)
    }
    line.payee = pick(CostLine.Payee.allCases)
    line.priceBase = pick(["1", "1", "10", "100"])
    line.discount = pick(["0", "0", "0.15", "0.5", "1"])
    line.count = pick(["1", "1", "3", "0", "2.5"])
    line.per = pick([nil, "users", "storage", "at_once", "machines"])
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
    add(more: below(12), to: &line)
    line.status = pick([
      .included, .included, .included, .optional, .alternative(group: "a", chosen: false),
      .alternative(group: "a", chosen: true), .alternative(group: "b", chosen: false),
    ])
    return line
  }

  /// One of the things that contracts say beside price and rhythm; only one, so that every product
  /// stays within 38 digits.
  private mutating func add(more kind: Int, to line: inout CostLine) {
    switch kind {
    case 0: line.paysHighestQuantity = true
    case 1: line.probability = pick(["0.15", "0.5", "0"])
    case 2: line.productivityLoss = pick(["0.1", "0.25"])
    case 3:
      line.unrecoverableTax = pick(["0.19", "0.076"])
      line.includedTax = pick(["0", "0.1"])
    case 4: line.currency = "CHF"
    case 5: line.rampUpMonths = pick([1, 3, 6, 7])
    case 6:
      line.escalation = .init(
        rate: pick(["0", "0.01"]), cap: pick([nil, amount("0.03")]),
        floor: pick([nil, amount("0.01")]),
        index: .init(
          name: "prices", share: pick(["1", "0.7"]), threshold: pick(["0", "0.05"]),
          baseValue: pick([nil, Amount(99)])), firstIncrease: line.escalation.firstIncrease,
        base: line.escalation.base, compounding: line.escalation.compounding)
    case 7:
      if let day = day(from: -3, to: 50) {
        let hasList = below(2) == 0 && line.tiers == nil
        line.protection = .init(through: day, listPrice: hasList ? price() : nil)
      }
    case 8:
      if line.tiers == nil {
        line.allowance = .init(
          included: Amount(below(100)), overagePrice: below(2) == 0 ? price() : nil)
      }
    case 9:
      line.term = .init(
        minimumMonths: pick([0, 12, 36]), renewalMonths: pick([nil, 12, 5]),
        terminationFee: pick([nil, nil, amount("0.5"), .one]))
    case 10:
      if line.category != .exit { share(&line) }
    default: break
    }
  }

  /// Makes a line a share of others.
  private mutating func share(_ line: inout CostLine) {
    (line.per, line.minimumQuantity, line.count, line.priceBase) = (nil, nil, .one, .one)
    if below(2) == 0 {
      line.basis = .cost(of: line.category == .licence ? .development : .licence)
      line.price = .fixed(amount("0.18"))
      line.tiers = nil
      if line.kind.reducesCost { line.kind = .cost }
    } else {
      line.basis = .spend
      line.kind = .discount
      line.price = .fixed(amount("0.03"))
      line.tiers = .init(
        mode: pick([.volume, .graduated]),
        bands: [
          .init(upTo: Amount(20_000), price: .zero),
          .init(upTo: Amount(100_000), price: amount("0.02")),
          .init(upTo: nil, price: amount("0.05")),
        ])
      line.escalation = .init()
      let recurring = day(from: -5, to: 20)
      line.timing = .recurring(
        every: pick([.year, .quarter]), from: recurring, through: nil, inAdvance: false)
    }
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
