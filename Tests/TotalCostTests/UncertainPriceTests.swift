import Measures
import ReproducibleMath
import Testing

@testable import TotalCost

@Suite("Uncertain prices")
struct UncertainPriceTests {
  /// A random model whose prices have ranges, and line names of which some come twice.
  private func lines(_ number: Int) throws -> (lines: [CostLine], plan: CostPlan) {
    let model = try #require(RandomModel(number: number))
    var random = SplitMix64(seed: UInt64(number) &+ 7)
    let lines = model.lines.map { line in
      var line = line
      if case .alternative = line.status { line.status = .included }
      if case .stated(_, let likely, _) = line.price, !likely.isNegative {
        line.price = .stated(
          low: (try? likely.times(amount("0.75"))) ?? likely, likely: likely,
          high: (try? likely.times(amount("1.5"))) ?? likely)
      }
      line.shape = random.next() % 3 == 0 ? .pert : .triangular
      if random.next() % 3 == 0, line.basis == .units, line.category != .exit {
        line.category = .development
      }
      line.name = "line \(random.next() % 7)"
      return line
    }
    var plan = model.plan
    plan.workCorrelation = number % 2 == 0 ? amount("0.4") : .zero
    return (lines, plan)
  }

  private func draws(_ lines: [CostLine], _ plan: CostPlan) throws -> [Double] {
    let cost = try TotalCost.evaluate(lines: lines, plan: plan)
    guard let costs = CostDraws([("a", cost)]) else { return [] }
    var values = [Double](repeating: 0, count: 64)
    var workspace = costs.workspace()
    costs.fill(&values, draws: 64, block: 1, seed: 3, in: &workspace)
    return values
  }

  @Test("The order of lines changes no bit of a draw or an effect", arguments: 0..<60)
  func order(number: Int) async throws {
    let (lines, plan) = try lines(number)
    var random = SplitMix64(seed: UInt64(number))
    let forward = try draws(lines, plan)
    let shuffled = lines.shuffled(using: &random)
    #expect(try draws(shuffled, plan) == forward)
    #expect(try draws(lines.reversed(), plan) == forward)
    if number < 10, !forward.isEmpty {
      func effects(_ lines: [CostLine]) async throws -> CostEffects? {
        await CostEffects.of(
          ("a", try TotalCost.evaluate(lines: lines, plan: plan)), points: 256, seed: 1)
      }
      #expect(try await effects(shuffled) == effects(lines))
    }
  }

  private func range(
    _ lines: [CostLine], _ plan: CostPlan, draws: Int = 40_000
  ) async throws
    -> CostRange
  {
    let cost = try TotalCost.evaluate(lines: lines, plan: plan)
    let costs = try #require(CostDraws([("a", cost)]))
    return await CostSimulation.run(costs, draws: draws, seed: 5).ranges[0]
  }

  private func effects(_ lines: [CostLine], _ plan: CostPlan) async throws -> CostEffects {
    try #require(
      await CostEffects.of(
        ("a", try TotalCost.evaluate(lines: lines, plan: plan)), points: 256, seed: 1))
  }

  private func once(
    _ price: CostLine.Price, chance: String, name: String = "event"
  ) -> CostLine {
    var line = CostLine(name: name, category: .migration, price: price, timing: .once(on: nil))
    line.probability = amount(chance)
    return line
  }

  /// 100,000 with a chance of 25 %: deviation 100,000 · √(0.25 · 0.75).
  @Test("What is paid with a chance is paid in that share of the draws")
  func chance() async throws {
    let plan = try plan(years: 1)
    let line = once(.fixed(amount("100000")), chance: "0.25")
    #expect(try summary([line], plan).total.presentValue == 25_000)
    let found = try await range([line], plan)
    #expect(found.p10 == 0 && found.p50 == 0 && found.p90 == 100_000)
    #expect(abs(found.mean - 25_000) < 5 * found.errors.mean)
    #expect(abs(found.errors.mean - 43_301.27 / 200) < 3)
    let risk = try await effects([line], plan)
    #expect(abs(risk.standardDeviation - 43_301.27) < 0.01)
    #expect(risk.effects.map(\.atLow) == [0] && risk.effects.map(\.atHigh) == [100_000])
    // In two parts it is one event.
    let parts = ["30000", "70000"].map { once(.fixed(amount($0)), chance: "0.25") }
    #expect(try await range(parts, plan).p90 == 100_000)
    #expect(try await range([once(.fixed(amount("9")), chance: "0")], plan).p90 == 0)
  }

  /// A triangle 60, 100, 200 with a chance p: (σ² + μ²) / p − μ² times p² is its variance.
  @Test("A range and a chance count both", arguments: RangeShape.allCases)
  func rangeWithChance(shape: RangeShape) async throws {
    let plan = try plan(years: 1)
    var line = once(
      .stated(low: amount("60"), likely: amount("100"), high: amount("200")), chance: "0.4")
    line.shape = shape
    let price = ThreePoint(low: 60, likely: 100, high: 200, shape: shape)
    let square = price.variance + price.mean * price.mean
    let deviation = (0.4 * square - 0.16 * price.mean * price.mean).squareRoot()
    let found = try await range([line], plan)
    #expect(found.p10 == 0 && found.p50 == 0)
    #expect(abs(found.mean - 0.4 * price.mean) < 5 * found.errors.mean)
    // The 90th percentile is the 75th of those draws in which it is paid.
    #expect(abs(found.p90 - ThreePointQuantile(price)(0.75)) < 1)
    #expect(abs(try await effects([line], plan).standardDeviation - deviation) < 1e-9 * deviation)
  }

  /// A fee of 800, 900, 1200 with 600 units in it, 400 more at 4.
  @Test("The range of a fee does not move the price of what is used beyond it")
  func overage() async throws {
    let plan = try plan(
      years: 1,
      quantities: [
        "gb": Quantity(course: .series([amount("1000")]), isWhole: false)
      ])
    var line = yearly("900", per: "gb")
    line.price = .stated(low: amount("800"), likely: amount("900"), high: amount("1200"))
    line.allowance = .init(included: amount("600"), overagePrice: amount("4"))
    let fee = ThreePoint(low: 800, likely: 900, high: 1200)
    let worth = 1 / 1.05
    let risk = try await effects([line], plan)
    #expect(abs(risk.likely - 2500 * worth) < 1e-9)
    #expect(abs(risk.standardDeviation - fee.variance.squareRoot() * worth) < 1e-9)
    let high = (1600 + ThreePointQuantile(fee)(0.9)) * worth
    #expect(abs((risk.effects.first?.atHigh ?? 0) - high) < 1e-9)
    let found = try await range([line], plan)
    #expect(abs(found.mean - (1600 + fee.mean) * worth) < 5 * found.errors.mean)
    // Fee and overage with a chance come together, if they are paid once.
    line.probability = amount("0.5")
    let yearly = try await range([line], plan)
    #expect(yearly.p10 > 2400 * worth / 2)
    line.timing = .once(on: nil)
    let maybe = try await range([line], plan)
    #expect(maybe.p10 == 0 && maybe.p90 > 2400)
    let half = (1600 + fee.mean) / 2
    #expect(abs(maybe.mean - half) < 5 * maybe.errors.mean)
  }

  /// Two years at 800, 900, 1200, then one at a list price of 1000.
  @Test("The range of a protected price does not move the list price afterwards")
  func listPrice() async throws {
    let plan = try plan(years: 3, rate: "0")
    var line = yearly("900")
    line.price = .stated(low: amount("800"), likely: amount("900"), high: amount("1200"))
    line.protection = .init(
      through: try #require(date("2029-06-30")), listPrice: amount("1000"))
    let price = ThreePoint(low: 800, likely: 900, high: 1200)
    let risk = try await effects([line], plan)
    #expect(abs(risk.likely - 2800) < 1e-9)
    #expect(abs(risk.standardDeviation - 2 * price.variance.squareRoot()) < 1e-9)
    let found = try await range([line], plan)
    #expect(abs(found.mean - (1000 + 2 * price.mean)) < 5 * found.errors.mean)
  }

  /// The old system runs for 59 months of 60 beside the new one, or for all.
  @Test("An option that keeps the old system pays the same bill, draw by draw")
  func oldBill() async throws {
    let plan = try plan(years: 5, start: "2027-01-01", rate: "0")
    var old = yearly("1000", every: .month, name: "Old")
    old.price = .stated(low: amount("500"), likely: amount("1000"), high: amount("2500"))
    old.escalation.range = RateRange(low: .zero, high: amount("0.1"))
    let new = yearly("1", name: "New")
    func options(_ kept: CostLine) throws -> [(name: String, cost: TotalCost)] {
      [
        (
          "new",
          try TotalCost.evaluate(
            lines: [new], plan: plan, goLive: date("2031-12-01"), baseline: [old])
        ),
        (
          "today",
          try TotalCost.evaluate(
            lines: [kept], plan: plan, goLive: date("2026-12-01"), baseline: [old])
        ),
      ]
    }
    let pair = try options(old)
    let costs = try #require(CostDraws(pair))
    let simulation = await CostSimulation.run(costs, draws: 4096, seed: 1)
    #expect(simulation.cheaper[0][1].value == 1)
    let effects = try #require(
      await CostEffects.of(pair[0], minus: pair[1], points: 256, seed: 1))
    #expect(effects.effects.count == 2, "one price and its rise")
    // Another price is another bill.
    var other = old
    other.price = .stated(low: amount("500"), likely: amount("1000"), high: amount("2400"))
    let apart = try #require(CostDraws(try options(other)))
    let separate = await CostSimulation.run(apart, draws: 4096, seed: 1).cheaper[0][1].value
    #expect(separate < 0.9)
  }

  @Test("A further line moves no draw of the others", arguments: 0..<20)
  func further(number: Int) throws {
    let (lines, plan) = try lines(number)
    let alone = try draws(lines, plan)
    // Counted by no bonus and no share of others.
    var further = yearly("100", name: "further", category: .downtime)
    further.payee = .own
    let both = try draws([further] + lines, plan)
    let added = try summary([further], plan).total.presentValue
    for (before, after) in zip(alone, both) {
      #expect(abs(after - before - added) <= 1e-9 * max(1, abs(after), abs(before)))
    }
  }

  /// A third and two thirds of a price, with its range in cents.
  @Test("A line in two parts is as uncertain as the line", arguments: RangeShape.allCases)
  func splitting(shape: RangeShape) async throws {
    let plan = try plan(years: 4)
    func line(_ low: String, _ likely: String, _ high: String) -> CostLine {
      var line = yearly(likely, name: "consulting")
      line.price = .stated(low: amount(low), likely: amount(likely), high: amount(high))
      line.shape = shape
      return line
    }
    var later = line("53.34", "66.66", "100")
    later.escalation.rate = amount("0.03")
    var whole = line("80", "100", "150")
    let parts = [line("26.66", "33.34", "50"), line("53.34", "66.66", "100")]
    for (one, two) in zip(try draws([whole], plan), try draws(parts, plan)) {
      #expect(abs(one - two) < 1e-4 * one)
    }
    let effects = try #require(
      await CostEffects.of(("a", try TotalCost.evaluate(lines: parts, plan: plan)), seed: 1))
    let single = try #require(
      await CostEffects.of(("a", try TotalCost.evaluate(lines: [whole], plan: plan)), seed: 1))
    #expect(effects.effects.count == 1)
    #expect(abs(effects.standardDeviation / single.standardDeviation - 1) < 1e-4)
    #expect(abs(effects.effects[0].span / single.effects[0].span - 1) < 1e-4)
    // The same where the parts rise differently, so that each has a term of its own.
    let apart = try #require(
      await CostEffects.of(
        ("a", try TotalCost.evaluate(lines: [parts[0], later], plan: plan)), seed: 1))
    let found = await CostSimulation.run(
      try #require(CostDraws([("a", TotalCost.evaluate(lines: [parts[0], later], plan: plan))])),
      draws: 60_000, seed: 2)
    #expect(apart.effects.count == 1)
    #expect(abs(apart.standardDeviation / found.ranges[0].standardDeviation - 1) < 0.01)
    whole.name = "other"
    #expect(try draws([whole], plan) != draws([line("80", "100", "150")], plan))
  }
}

@Suite("Work packages that run over together")
struct WorkCorrelationTests {
  private func package(
    _ name: String, _ low: String, _ likely: String, _ high: String, _ shape: RangeShape
  ) -> CostLine {
    var line = once(likely, name: name, category: .development)
    line.price = .stated(low: amount(low), likely: amount(likely), high: amount(high))
    line.shape = shape
    return line
  }

  /// Four packages in the same proportions, so that the formula holds exactly.
  private func packages(_ shape: RangeShape) -> [CostLine] {
    [
      package("design", "20", "30", "60", shape), package("orders", "60", "90", "180", shape),
      package("app", "40", "60", "120", shape), package("bills", "10", "15", "30", shape),
    ]
  }

  /// The closed form that the estimate of work packages uses, too.
  @Test("spread as σ² = (1 − ρ) Σ σᵢ² + ρ (Σ σᵢ)²", arguments: RangeShape.allCases)
  func variance(shape: RangeShape) async throws {
    for correlation in ["0", "0.25", "0.4", "0.8", "1"] {
      var plan = try plan(years: 2)
      plan.workCorrelation = amount(correlation)
      let lines = packages(shape)
      let cost = try TotalCost.evaluate(lines: lines, plan: plan)
      let estimate = WorkEstimate(
        lines.map { line in
          guard case .stated(let low, let likely, let high) = line.price else {
            return ThreePoint(low: 0, likely: 0, high: 0)
          }
          return ThreePoint(
            low: low.double, likely: likely.double, high: high.double, shape: shape)
        }, correlation: amount(correlation).double)
      let found = await CostSimulation.run(
        try #require(CostDraws([("a", cost)])), draws: 200_000, seed: 8, threads: 2
      ).ranges[0]
      #expect(abs(found.mean - estimate.expected) < 4 * found.errors.mean)
      #expect(abs(found.standardDeviation / estimate.standardDeviation - 1) < 0.01)
      let effects = try #require(await CostEffects.of(("a", cost), seed: 1))
      #expect(abs(effects.standardDeviation / estimate.standardDeviation - 1) < 1e-9)
      let together = effects.effects.filter { $0.source == .work(option: "a") }
      #expect(together.count == (correlation == "0" ? 0 : 1))
      #expect(effects.effects.count == (correlation == "0" ? 4 : 1))
      #expect(abs(effects.effects.reduce(0) { $0 + $1.first.value } - 1) < 1e-9)
    }
  }

  /// With ρ = 1 all lie at the same share of their ranges, so that their sum has the quantiles of one
  /// triangle; with ρ = 0 they are drawn as if nothing was said.
  @Test("are one at ρ = 1, and independent at ρ = 0")
  func limits() async throws {
    var plan = try plan(years: 2)
    plan.workCorrelation = .one
    let cost = try TotalCost.evaluate(lines: packages(.triangular), plan: plan)
    let whole = ThreePointQuantile(ThreePoint(low: 130, likely: 195, high: 390))
    let found = await CostSimulation.run(
      try #require(CostDraws([("a", cost)])), draws: 100_000, seed: 8
    ).ranges[0]
    #expect(abs(found.p10 - whole(0.1)) < 4 * found.errors.p10)
    #expect(abs(found.p90 - whole(0.9)) < 4 * found.errors.p90)
    let effects = try #require(await CostEffects.of(("a", cost), seed: 1))
    #expect(abs(effects.effects[0].atLow - whole(0.1)) < 1e-9)
    #expect(abs(effects.effects[0].atHigh - whole(0.9)) < 1e-9)
    plan.workCorrelation = .zero
    let apart = try #require(
      CostDraws([("a", TotalCost.evaluate(lines: packages(.triangular), plan: plan))]))
    var bought = packages(.triangular)
    for index in bought.indices { bought[index].category = .other }
    let none = await CostSimulation.run(apart, draws: 100_000, seed: 8).ranges[0]
    let other = await CostSimulation.run(
      try #require(CostDraws([("a", TotalCost.evaluate(lines: bought, plan: plan))])),
      draws: 100_000, seed: 8
    ).ranges[0]
    #expect(abs(none.p90 - other.p90) < 4 * (none.errors.p90 + other.errors.p90))
    #expect(none.p90 < found.p90 && none.p10 > found.p10)
  }

  @Test("touch neither bought prices nor another option's packages")
  func others() async throws {
    var plan = try plan(years: 1, rate: "0")
    plan.workCorrelation = .one
    var bought = package("design", "20", "30", "60", .triangular)
    bought.category = .implementation
    let lines = packages(.triangular)
    let one = try TotalCost.evaluate(lines: lines, plan: plan)
    let both = try TotalCost.evaluate(lines: lines + [bought], plan: plan)
    let costs = try #require(CostDraws([("a", one), ("b", one), ("c", both)]))
    let found = await CostSimulation.run(costs, draws: 100_000, seed: 2, threads: 2)
    let work = found.ranges[0].standardDeviation
    // Independent options: variances add.
    #expect(abs(found.differenceDeviations[0][1] / (work * 2.0.squareRoot()) - 1) < 0.01)
    let price = ThreePoint(low: 20, likely: 30, high: 60).variance
    let sum = (work * work + price).squareRoot()
    #expect(abs(found.ranges[2].standardDeviation / sum - 1) < 0.01)
  }
}
