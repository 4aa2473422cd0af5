import Measures
import ReproducibleMath
import Testing

@testable import TotalCost

/// The program behind draws against the exact engine, wherever everything uncertain may stand.
@Suite("Costs at uncertain values")
struct UncertainModelTests {
  @Test("are what evaluation gives there", arguments: 0..<1_000)
  func agreement(number: Int) throws {
    guard let model = UncertainModel(number: number) else { return }
    let cost = try model.evaluated()
    let likely = try #require(cost.summary).total.presentValue
    let program = CostProgram(
      [.init(name: "a", model: try #require(cost.model), likely: likely)], keepsAll: true)
    var random = SplitMix64(seed: UInt64(number) &+ 5)
    let scenarios = 3
    var workspace = CostWorkspace(program)
    var values: [[CostVariable: Double]] = Array(repeating: [:], count: scenarios)
    for (variable, row) in program.variables {
      workspace.withRow(row, count: scenarios) { cells in
        for i in 0..<scenarios {
          let (low, high) = (variable.distribution.low, variable.distribution.high)
          let share = Double(random.next() >> 12) * 0x1p-52
          cells[i] = variable.grid(low + share * (high - low))
          values[i][variable] = cells[i]
        }
      }
    }
    workspace.update(program, count: scenarios)
    workspace.likelyPrices(of: 0, in: program)
    var found: [Double] = []
    workspace.presentValues(of: 0, in: program, count: scenarios) { found = Array($0) }
    for i in 0..<scenarios {
      // Figures with more decimals may not be held.
      guard let there = try? model.moved(to: values[i]).evaluated() else { continue }
      let expected = try #require(there.summary).total.presentValue
      #expect(abs(found[i] - expected) <= 1e-8 * there.size, "\(values[i])")
    }
  }

  @Test("and the models reach all that may be uncertain")
  func coverage() throws {
    var kinds: Set<String> = []
    for number in 0..<200 {
      guard let model = UncertainModel(number: number),
        let cost = try? model.evaluated(), let known = cost.model
      else { continue }
      let program = CostProgram([.init(name: "a", model: known, likely: 0)], keepsAll: true)
      for (variable, _) in program.variables { kinds.insert(variable.kind) }
      if !known.rebates.isEmpty { kinds.insert("rebate") }
    }
    #expect(
      kinds == [
        "discountRate", "exchangeRate", "goLive", "growth", "indexGrowth", "milestone", "quantity",
        "rebate", "rise", "share",
      ])
  }
}

extension CostVariable {
  fileprivate var kind: String { String("\(driver)".prefix { $0 != "(" }) }

  /// A value of few decimals, so that products with it can be held exactly.
  fileprivate func grid(_ value: Double) -> Double {
    switch driver {
    case .goLive, .milestone: value.rounded()
    case .quantity: (value * 60).rounded() / 60
    default: min(max((value * 1000).rounded() / 1000, distribution.low), distribution.high)
    }
  }
}

extension TotalCost {
  /// What rounding errors are measured against: all payments, whatever their sign.
  fileprivate var size: Double {
    let own = (lines + (oldSystem?.lines ?? [])).flatMap(\.payments)
    return own.reduce(1) { $0 + abs($1.amount.double) }
  }
}

/// A random model with ranges.
private struct UncertainModel {
  var plan: CostPlan
  var lines: [CostLine]
  var baseline: [CostLine]
  var goLive: CalendarDate?
  var goLiveRange: DateRange?

  init?(number: Int) {
    guard let model = RandomModel(number: number) else { return nil }
    var random = SplitMix64(seed: UInt64(number) &+ 99)
    func below(_ count: Int) -> Int { Int(random.next() % UInt64(count)) }
    (plan, lines, baseline, goLive) = (model.plan, model.lines, model.baseline, model.goLive)
    plan.roundsInvoices = false
    if below(2) == 0 {
      plan.discountRateRange = RateRange(low: amount("-0.04"), high: amount("0.15"))
    }
    for name in plan.quantities.keys.sorted() where below(3) > 0 {
      guard var quantity = plan.quantities[name] else { continue }
      switch quantity.course {
      case .growing(let start, let rate):
        (quantity.low, quantity.high) = (.zero, try? start.times(Amount(2)))
        quantity.growthRange = RateRange(
          low: (try? rate.subtracting(amount("0.1"))) ?? rate,
          high: (try? rate.adding(amount("0.1"))) ?? rate)
      case .steps(let start, _) where start > .zero:
        quantity.high = try? start.times(Amount(2))
      case .steps, .series, .share: break
      }
      plan.quantities[name] = quantity
    }
    if below(2) == 0 {
      plan.exchangeRates["CHF"] = plan.exchangeRates["CHF"]?.map { rate in
        DatedRate(
          from: rate.from, rate: rate.rate,
          range: RateRange(low: amount("0.9"), high: amount("1.3")))
      }
    }
    if below(2) == 0 {
      plan.indexes["prices"]?.growthRange = RateRange(low: amount("-0.03"), high: amount("0.09"))
    }
    let day = plan.start
    if let low = day.adding(months: -4), let high = day.adding(months: 5) {
      plan.milestoneRanges["kickoff"] = DateRange(low: low, likely: day, high: high)
      goLiveRange = goLive.flatMap { goLive in
        goLive.adding(months: -4).flatMap { low in
          goLive.adding(months: 5).map { DateRange(low: low, likely: goLive, high: $0) }
        }
      }
    }
    func vary(_ lines: inout [CostLine]) {
      for index in lines.indices {
        var line = lines[index]
        if below(4) == 0 {
          let rate = line.escalation.rate
          line.escalation.range = RateRange(
            low: (try? rate.subtracting(amount("0.02"))) ?? rate,
            high: (try? rate.adding(amount("0.04"))) ?? rate)
        }
        if below(4) == 0, line.category != .exit { line.milestones.start = "kickoff" }
        if below(5) == 0, line.category != .exit { line.milestones.end = "kickoff" }
        if below(6) == 0, line.category != .exit { line.milestones.start = "go_live" }
        if line.basis != .units, case .stated(_, let price, _) = line.price {
          line.price = .stated(low: .zero, likely: price, high: amount("0.3"))
        }
        lines[index] = line
      }
    }
    vary(&lines)
    vary(&baseline)
    // A date may leave the calendar's order.
    guard (try? evaluated())?.summary != nil else { return nil }
  }

  func evaluated() throws -> TotalCost {
    try TotalCost.evaluate(
      lines: lines, plan: plan, goLive: goLive, goLiveRange: goLiveRange, baseline: baseline)
  }

  /// The same with everything uncertain at a value.
  func moved(to values: [CostVariable: Double]) throws -> UncertainModel {
    var model = self
    model.plan.discountRateRange = nil
    model.plan.milestoneRanges = [:]
    model.goLiveRange = nil
    func fine(_ value: Double) -> Amount { Amount(units: Int128((value * 1e12).rounded())) }
    for (variable, value) in values {
      switch variable.driver {
      case .discountRate: model.plan.discountRate = fine(value)
      case .quantity(let name): try model.scale(name, by: value)
      case .growth(let name):
        if case .growing(let start, _) = model.plan.quantities[name]?.course {
          model.plan.quantities[name]?.course = .growing(start: start, rate: fine(value))
        }
      case .exchangeRate(let currency):
        model.plan.exchangeRates[currency] = model.plan.exchangeRates[currency]?.map { rate in
          rate.scale == variable.distribution
            ? DatedRate(from: rate.from, rate: fine(rate.rate.double * value)) : rate
        }
      case .indexGrowth(let name):
        model.plan.indexes[name]?.growthAfter = fine(value)
        model.plan.indexes[name]?.growthRange = nil
      case .milestone(let name): model.move(name, Int(value))
      case .goLive:
        model.move(CostLine.Milestones.goLive, Int(value))
        model.goLive = model.goLive?.adding(months: Int(value))
      case .rise(let option, let payee):
        func change(_ lines: inout [CostLine]) {
          for index in lines.indices
          where lines[index].payee == payee
            && ThreePoint(
              likely: self.rate(of: lines[index]), lines[index].escalation.range)
              == variable.distribution
          {
            lines[index].escalation.rate = fine(value)
          }
        }
        if option == nil { change(&model.baseline) } else { change(&model.lines) }
      case .share(let option, let price):
        func change(_ lines: inout [CostLine]) {
          for index in lines.indices
          where UncertainPrice(of: lines[index]) == price
            && shareRange(of: self.lines(option)[index]) == variable.distribution
          {
            lines[index].price = .fixed(lines[index].tiers == nil ? fine(value) : .one)
            lines[index].tiers = lines[index].tiers.map { tiers in
              .init(
                mode: tiers.mode,
                bands: tiers.bands.map {
                  .init(upTo: $0.upTo, price: fine($0.price.double * value))
                })
            }
          }
        }
        if option == nil { change(&model.baseline) } else { change(&model.lines) }
      }
    }
    for index in model.lines.indices { model.lines[index].escalation.range = nil }
    for index in model.baseline.indices { model.baseline[index].escalation.range = nil }
    return model
  }

  private func rate(of line: CostLine) -> Amount { line.escalation.rate }

  private func lines(_ option: String?) -> [CostLine] { option == nil ? baseline : lines }

  /// The range of a line's share of others; of its tiers as multiples of the likely ones.
  private func shareRange(of line: CostLine) -> ThreePoint? {
    guard line.basis != .units, case .stated(let low, let likely, let high) = line.price else {
      return nil
    }
    let unit = line.tiers == nil ? 1 : likely.double
    return ThreePoint(
      low: low.double / unit, likely: likely.double / unit, high: high.double / unit)
  }

  private mutating func move(_ milestone: String, _ months: Int) {
    for index in lines.indices {
      lines[index] = lines[index].moving(milestone: milestone, byMonths: months)
    }
    for index in baseline.indices {
      baseline[index] = baseline[index].moving(milestone: milestone, byMonths: months)
    }
  }

  private mutating func scale(_ name: String, by share: Double) throws {
    guard var quantity = plan.quantities[name] else { return }
    func times(_ value: Amount) -> Amount {
      Amount(units: Int128((value.double * share * 1e12).rounded()))
    }
    switch quantity.course {
    case .growing(let start, let rate):
      let scaled = start.double * share
      // A first year is drawn as a whole number.
      quantity.course = .growing(
        start: quantity.isWhole ? Amount(Int(scaled.rounded())) : times(start), rate: rate)
    case .steps(let start, let steps):
      quantity.course = .steps(
        start: times(start), steps.map { .init(from: $0.from, value: times($0.value)) })
    case .series, .share: break
    }
    (quantity.low, quantity.high, quantity.growthRange) = (nil, nil, nil)
    plan.quantities[name] = quantity
  }
}
