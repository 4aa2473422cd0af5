import Measures
import ReproducibleMath
import Testing

@testable import TotalCost

@Suite("Draws of several options")
struct CostSimulationTests {
  private func option(
    _ name: String, _ lines: [CostLine], _ plan: CostPlan, goLive: String? = nil,
    range: DateRange? = nil, baseline: [CostLine] = []
  ) throws -> (name: String, cost: TotalCost) {
    (
      name,
      try TotalCost.evaluate(
        lines: lines, plan: plan, goLive: goLive.flatMap(date), goLiveRange: range,
        baseline: baseline)
    )
  }

  private func uncertain(
    _ low: String, _ likely: String, _ high: String, rise: String = "0", per: String? = nil
  ) -> CostLine {
    var line = yearly(likely, rise: rise, per: per)
    line.price = .stated(low: amount(low), likely: amount(likely), high: amount(high))
    return line
  }

  /// Everything uncertain at once, with what makes a line bend: tiers, a least quantity, whole units,
  /// a capped rise, quarters in advance, an old system with an uncertain end.
  private func richPlan(_ discounting: Discounting = .midYear) throws -> CostPlan {
    var plan = try plan(years: 4, rate: "0.05", discounting)
    plan.discountRateRange = RateRange(low: amount("0.03"), high: amount("0.09"))
    plan.quantities = [
      "users": Quantity(
        course: .growing(start: Amount(60), rate: amount("0.08")), low: Amount(50),
        high: Amount(80), shape: .pert,
        growthRange: RateRange(low: amount("-0.05"), high: amount("0.2"), shape: .pert),
        isWhole: true),
      "storage": Quantity(
        course: .series([Amount(5), Amount(9)]), low: Amount(3), high: Amount(6), isWhole: false),
    ]
    return plan
  }

  private func richLines() -> [CostLine] {
    var tiered = uncertain("8", "10", "14", per: "users")
    tiered.tiers = .init(
      mode: .volume,
      bands: [.init(upTo: Amount(70), price: Amount(40)), .init(upTo: nil, price: Amount(31))])
    tiered.escalation = .init(
      rate: amount("0.03"), range: RateRange(low: .zero, high: amount("0.1")),
      cap: amount("0.05"))
    var least = uncertain("10", "12.5", "13", per: "users")
    least.minimumQuantity = Amount(65)
    least.shape = .pert
    least.timing = .recurring(
      every: .quarter, from: date("2028-02-01"), through: nil, inAdvance: true)
    var simple = uncertain("900", "1000", "1500", per: "storage")
    simple.discount = amount("0.1")
    simple.escalation = .init(
      rate: amount("0.04"), range: RateRange(low: amount("0.01"), high: amount("0.06")),
      firstIncrease: date("2028-01-01"), compounding: false)
    simple.payee = .own
    var kept = once("700")
    kept.kind = .retainedValue
    return [tiered, least, simple, kept, yearly("333.33", rise: "0.02"), once("5000")]
  }

  @Test("are the same on any number of threads", arguments: [2, 3, 7])
  func threads(count: Int) async throws {
    let plan = try richPlan()
    let options = [
      try option("a", richLines(), plan),
      try option("b", [uncertain("9000", "10000", "15000"), yearly("90", per: "users")], plan),
      try option("c", [yearly("12000")], plan),
    ]
    let costs = try #require(CostDraws(options))
    let one = await CostSimulation.run(costs, draws: 30_001, seed: 3)
    let many = await CostSimulation.run(costs, draws: 30_001, seed: 3, threads: count)
    #expect(one == many)
    #expect(one.draws == 30_001)
  }

  @Test("beyond those that are held are made again, with the same result as if held")
  func beyondHeld() async throws {
    let costs = try #require(
      CostDraws([option("a", [uncertain("80", "100", "150")], plan(years: 1, rate: "0"))]))
    let draws = 140_000
    let result = await CostSimulation.run(costs, draws: draws, seed: 6, threads: 2)
    var all: [Double] = []
    var workspace = costs.workspace()
    for block in 0..<((draws - 1) / 4096 + 1) {
      let count = min(4096, draws - all.count)
      var values = [Double](repeating: 0, count: count)
      costs.fill(&values, draws: count, block: UInt64(block), seed: 6, in: &workspace)
      all += values
    }
    let plain = CostRange(draws: all)
    let range = result.ranges[0]
    #expect(range.p10 == plain.p10 && range.p25 == plain.p25 && range.p50 == plain.p50)
    #expect(range.p75 == plain.p75 && range.p90 == plain.p90)
    #expect(abs(range.mean - plain.mean) < 1e-9)
  }

  /// A second way: the exact engine at the values that were drawn, line by line.
  @Test("are what evaluation gives at the drawn values", arguments: Discounting.allCases)
  func againstEvaluation(discounting: Discounting) throws {
    let plan = try richPlan(discounting)
    let old = [yearly("600", every: .month, rise: "0.03", name: "old")]
    let range = DateRange(
      low: try #require(date("2027-09-01")), likely: try #require(date("2028-03-01")),
      high: try #require(date("2028-12-01")))
    let rich = try option(
      "a", richLines(), plan, goLive: "2028-03-01", range: range, baseline: old)
    let costs = try #require(CostDraws([rich]))
    let count = 40
    var values = [Double](repeating: 0, count: count)
    var workspace = costs.workspace()
    costs.fill(&values, draws: count, block: 2, seed: 11, in: &workspace)

    func uniforms(_ stream: UInt64) -> [Double] {
      var lanes = OctetStream(seed: 11, stream: stream, block: 2)
      var values = [Double](repeating: 0, count: count)
      values.withUnsafeMutableBufferPointer { lanes.fillOpenUniforms($0) }
      return values
    }
    func drawn(_ driver: CostDriver, _ distribution: ThreePoint) -> [Double] {
      let quantile = ThreePointQuantile(distribution)
      return uniforms(driver.stream).map { quantile($0) }
    }
    func fine(_ value: Double) -> Amount { Amount(units: Int128((value * 1e12).rounded())) }
    let rate = drawn(.discountRate, ThreePoint(low: 0.03, likely: 0.05, high: 0.09))
    let users = drawn(
      .quantity("users"), ThreePoint(low: 50.0 / 60, likely: 1, high: 80.0 / 60, shape: .pert))
    let growth = drawn(
      .growth("users"), ThreePoint(low: -0.05, likely: 0.08, high: 0.2, shape: .pert))
    let storage = drawn(.quantity("storage"), ThreePoint(low: 0.6, likely: 1, high: 1.2))
    let vendorRise = drawn(
      .rise(option: "a", payee: .vendor), ThreePoint(low: 0, likely: 0.03, high: 0.1))
    let ownRise = drawn(
      .rise(option: "a", payee: .own), ThreePoint(low: 0.01, likely: 0.04, high: 0.06))
    let months = drawn(.goLive(option: "a"), ThreePoint(low: -6, likely: 0, high: 9))
    var prices: [[Double]] = []
    let uncertainPrices: [(line: Int, low: Double, mode: Double, high: Double)] = [
      (0, 0.8, 1, 1.4), (2, 900, 1000, 1500),
    ]
    for (index, low, mode, high) in uncertainPrices {
      let triangle = TriangularFactor(low: low, mode: mode, high: high, times: 1)
      var lanes = TriangularLanes()
      lanes.append(triangle, stream: UncertainPrice(of: richLines()[index]).stream(of: "a"))
      lanes.seek(seed: 11, block: 2)
      var column = [Double](repeating: triangle.constant, count: count)
      column.withUnsafeMutableBufferPointer { lanes.add(0..<1, to: $0) }
      prices.append(column)
    }
    let pert = ThreePointQuantile(ThreePoint(low: 10, likely: 12.5, high: 13, shape: .pert))
    let least = uniforms(UncertainPrice(of: richLines()[1]).stream(of: "a")).map { pert($0) }

    for i in 0..<count {
      var here = plan
      here.discountRate = fine(rate[i])
      here.discountRateRange = nil
      here.quantities = [
        "users": Quantity(
          course: .growing(
            start: Amount(Int((users[i] * 60).rounded())), rate: fine(growth[i])), isWhole: true),
        "storage": Quantity(
          course: .series([fine(5 * storage[i]), fine(9 * storage[i])]), isWhole: false),
      ]
      var lines = richLines()
      lines[0].price = .fixed(.one)
      lines[0].tiers = .init(
        mode: .volume,
        bands: [
          .init(upTo: Amount(70), price: fine(40 * prices[0][i])),
          .init(upTo: nil, price: fine(31 * prices[0][i])),
        ])
      lines[0].escalation = .init(rate: fine(vendorRise[i]), cap: amount("0.05"))
      lines[1].price = .fixed(fine(least[i]))
      lines[2].price = .fixed(fine(prices[1][i]))
      lines[2].escalation = .init(
        rate: fine(ownRise[i]), firstIncrease: date("2028-01-01"), compounding: false)
      let goLive = here.start.monthIndex + 8 + Int(months[i].rounded())
      let expected = try summary(
        lines, here,
        goLive: "\(goLive / 12)-\(goLive % 12 < 9 ? "0" : "")\(goLive % 12 + 1)-01",
        baseline: old
      ).total.presentValue
      #expect(abs(values[i] - expected) < 1e-8 * expected)
    }
  }

  /// Sums of independent prices: mean and variance in closed form, and the difference of two options
  /// that share nothing but a certain plan.
  @Test("have the mean and variance of the closed form")
  func moments() async throws {
    let plan = try plan(years: 3, rate: "0.1", .endOfYear)
    var other = uncertain("10", "20", "60")
    other.name = "other"
    let a = [uncertain("80", "100", "150"), other]
    var pert = uncertain("50", "90", "300")
    pert.shape = .pert
    let costs = try #require(CostDraws([option("a", a, plan), option("b", [pert], plan)]))
    let result = await CostSimulation.run(costs, draws: 200_000, seed: 5, threads: 2)
    let annuity = 1 / 1.1 + 1 / 1.21 + 1 / 1.331
    let means = [330.0 / 3 + 90.0 / 3, (50.0 + 360 + 300) / 6].map { $0 * annuity }
    func triangular(_ a: Double, _ b: Double, _ c: Double) -> Double {
      let squares = a * a + b * b + c * c
      return (squares - a * b - a * c - b * c) / 18
    }
    let pertMean = 710.0 / 6
    let square = annuity * annuity
    let variances = [
      square * (triangular(80, 100, 150) + triangular(10, 20, 60)),
      square * (pertMean - 50) * (300 - pertMean) / 7,
    ]
    for option in 0..<2 {
      let range = result.ranges[option]
      #expect(abs(range.mean - means[option]) < 4 * range.errors.mean)
      #expect(abs(range.standardDeviation / variances[option].squareRoot() - 1) < 0.01)
      let error = (variances[option] / 200_000).squareRoot()
      #expect(abs(range.errors.mean / error - 1) < 0.01)
    }
    let difference = (variances[0] + variances[1]).squareRoot()
    #expect(abs(result.differenceDeviations[0][1] / difference - 1) < 0.01)
    #expect(result.differenceDeviations[0][1] == result.differenceDeviations[1][0])
  }

  /// 8 to 12 users, drawn as whole numbers from a triangle: every count's chance is an area. A costs
  /// 100 a user, B 1,050 flat: A is cheaper with 10 users or fewer; C costs what A does.
  @Test("say who is cheaper as often as counting does")
  func cheaper() async throws {
    let users = Quantity(
      course: .growing(start: Amount(10), rate: .zero), low: Amount(8), high: Amount(12),
      isWhole: true)
    let plan = try plan(years: 1, rate: "0", quantities: ["users": users])
    let costs = try #require(
      CostDraws([
        option("a", [yearly("100", per: "users")], plan), option("b", [yearly("1050")], plan),
        option("c", [yearly("100", per: "users")], plan),
      ]))
    let result = await CostSimulation.run(costs, draws: 100_000, seed: 1)
    // P(value < 10.5): 1 − 1.5²/(4·2).
    let exact = 1 - 1.5 * 1.5 / 8
    #expect(abs(result.cheaper[0][1].value - exact) < 4 * result.cheaper[0][1].standardError)
    #expect(abs(result.cheaper[1][0].value + result.cheaper[0][1].value - 1) < 1e-15)
    #expect(result.cheaper[0][2].value == 0.5 && result.cheaper[1][1].value == 0.5)
    #expect(result.cheapest[0].value == result.cheapest[2].value)
    #expect(abs(result.cheapest.reduce(0) { $0 + $1.value } - 1) < 1e-9)
    #expect(abs(result.cheapest[1].value - (1 - exact)) < 0.01)
  }

  @Test("stop when the standard error asked for is reached")
  func stopping() async throws {
    let costs = try #require(
      CostDraws([option("a", [uncertain("80", "100", "150")], plan(years: 1, rate: "0"))]))
    let loose = await CostSimulation.run(costs, draws: 1_000_000, seed: 1, relativeError: 0.003)
    #expect(loose.hasReachedError && loose.draws == 4 * 4096)
    let finer = await CostSimulation.run(costs, draws: 1_000_000, seed: 1, relativeError: 0.0008)
    #expect(finer.hasReachedError && finer.draws > loose.draws && finer.draws < 1_000_000)
    #expect(finer.ranges[0].errors.largest <= 0.0008 * finer.ranges[0].mean)
    let all = await CostSimulation.run(costs, draws: finer.draws, seed: 1)
    #expect(all == finer)
    let never = await CostSimulation.run(costs, draws: 5000, seed: 1, relativeError: 1e-9)
    #expect(!never.hasReachedError && never.draws == 5000)
  }

  /// Error by repetition: P10, P50 and P90 with many seeds spread as their standard errors say.
  @Test("know how far off their percentiles may be")
  func errors() async throws {
    let costs = try #require(
      CostDraws([option("a", [uncertain("80", "100", "150")], plan(years: 1, rate: "0"))]))
    var runs: [CostRange] = []
    for seed in 1...200 {
      runs.append(await CostSimulation.run(costs, draws: 1000, seed: UInt64(seed)).ranges[0])
    }
    let figures: [(KeyPath<CostRange, Double>, KeyPath<CostRange.Errors, Double>)] = [
      (\.p10, \.p10), (\.p50, \.p50), (\.p90, \.p90), (\.mean, \.mean),
    ]
    for (value, error) in figures {
      let mean = runs.reduce(0) { $0 + $1[keyPath: value] } / 200
      let squares = runs.map { ($0[keyPath: value] - mean) * ($0[keyPath: value] - mean) }
      let spread = (squares.reduce(0, +) / 199).squareRoot()
      let stated = runs.reduce(0) { $0 + $1.errors[keyPath: error] } / 200
      #expect(abs(stated / spread - 1) < 0.25)
    }
  }

  @Test("of a range without width, and one draw, are what they must be")
  func degenerate() async throws {
    var plan = try plan(years: 2, rate: "0.05")
    plan.discountRateRange = RateRange(low: amount("0.05"), high: amount("0.05"), shape: .pert)
    plan.quantities["users"] = Quantity(
      course: .growing(start: Amount(5), rate: amount("0.1")), low: Amount(5), high: Amount(5),
      growthRange: RateRange(low: amount("0.1"), high: amount("0.1")), isWhole: true)
    var line = uncertain("80", "80", "80", per: "users")
    line.escalation = .init(
      rate: amount("0.02"), range: RateRange(low: amount("0.02"), high: amount("0.02")))
    let certain = try #require(CostDraws([option("a", [line], plan)]))
    #expect(certain.isCertain(0))
    line.price = .stated(low: Amount(80), likely: Amount(80), high: Amount(90))
    let costs = try #require(CostDraws([option("a", [line], plan)]))
    let one = await CostSimulation.run(costs, draws: 1, seed: 1)
    #expect(one.draws == 1 && one.ranges[0].p10 == one.ranges[0].p90)
    #expect(one.ranges[0].standardDeviation == 0 && one.ranges[0].p50 >= costs.likely(0))
    let none = try #require(CostDraws([]))
    #expect(await CostSimulation.run(none, draws: 10, seed: 1).ranges.isEmpty)
  }

  @Test("An uncertain rate needs likely values inside its range")
  func badRanges() throws {
    var bad = try plan()
    bad.discountRateRange = RateRange(low: amount("0.06"), high: amount("0.07"))
    #expect(throws: TotalCostError.discountRateRange) {
      try TotalCost.evaluate(lines: [], plan: bad)
    }
    bad = try plan()
    bad.quantities["users"] = Quantity(
      course: .growing(start: Amount(5), rate: .zero),
      growthRange: RateRange(low: amount("-1"), high: .zero), isWhole: true)
    #expect(throws: TotalCostError.quantity(name: "users", fault: .growthRate(amount("-1")))) {
      try TotalCost.evaluate(lines: [], plan: bad)
    }
    var line = yearly("5")
    line.escalation.range = RateRange(low: amount("0.01"), high: amount("0.02"))
    #expect(try fault(of: line, in: plan()) == .rangeNotOrdered)
    #expect(throws: TotalCostError.goLiveRange) {
      try TotalCost.evaluate(
        lines: [], plan: plan(), goLive: date("2028-01-01"),
        goLiveRange: DateRange(
          low: #require(date("2028-02-01")), likely: #require(date("2028-01-01")),
          high: #require(date("2028-03-01"))),
        baseline: [yearly("1")])
    }
  }
}
