import Measures
import ReproducibleMath
import Testing

@testable import TotalCost

/// A function of independent uniform inputs.
private struct Function: SobolModel {
  let bounds: [(Double, Double)]
  let value: @Sendable ([Double]) -> Double

  var inputs: Int { bounds.count }
  var outputs: Int { 1 }
  func workspace() {}

  func transform(input: Int, _ values: UnsafeMutableBufferPointer<Double>) {
    let (low, high) = bounds[input]
    for i in values.indices { values[i] = low + (high - low) * values[i] }
  }

  func evaluate(_ inputs: Rows, _ results: Rows, in workspace: inout Void) {
    for i in results[0].indices { results[0][i] = value(inputs.map { $0[i] }) }
  }
}

@Suite("Indices of variance")
struct SobolTests {
  /// Σ w·x with w .4, .3, .2, .1 on [0,1], [0,2], [1,4], [0,10]; the parts are w²(b − a)²/12.
  @Test("of a weighted sum are its parts, and first order equals total")
  func weightedSum() async throws {
    let w = [0.4, 0.3, 0.2, 0.1]
    let function = Function(bounds: [(0, 1), (0, 2), (1, 4), (0, 10)]) { x in
      zip(w, x).reduce(0) { $0 + $1.0 * $1.1 }
    }
    let result = try #require(
      await SobolIndices.estimate(function, points: 4096, seed: 1).first)
    let expected = [
      0.08510638297872342, 0.19148936170212763, 0.19148936170212771, 0.5319148936170213,
    ]
    for (i, value) in expected.enumerated() {
      #expect(abs(result.first[i].value - value) < 0.01)
      #expect(abs(result.total[i].value - value) < 0.01)
      #expect(abs(result.first[i].value - value) < 4 * result.first[i].standardError)
      #expect(abs(result.total[i].value - value) < 4 * result.total[i].standardError)
    }
    #expect(abs(result.mean - 1.5) < 0.001)
    #expect(abs(result.variance / 0.15666666666666668 - 1) < 0.01)
  }

  /// Ishigami and Homma 1990 with a = 7, b = 0.1. The sine is a Taylor series on [−π, π].
  @Test("of Ishigami's function are those of the closed form")
  func ishigami() async throws {
    @Sendable func sine(_ x: Double) -> Double {
      var (term, sum) = (x, x)
      for n in 1...14 {
        term *= -x * x / Double(2 * n * (2 * n + 1))
        sum += term
      }
      return sum
    }
    let ends = (-Double.pi, Double.pi)
    let function = Function(bounds: [ends, ends, ends]) { x in
      let (a, b) = (sine(x[0]), sine(x[1]))
      return a + 7 * b * b + 0.1 * x[2] * x[2] * x[2] * x[2] * a
    }
    let result = try #require(
      await SobolIndices.estimate(function, points: 8192, seed: 2, threads: 2).first)
    let first = [0.31390519114781146, 0.4424111447900409, 0]
    let total = [0.5575888552099592, 0.4424111447900409, 0.2436836640621477]
    for i in 0..<3 {
      #expect(abs(result.first[i].value - first[i]) < 0.02)
      #expect(abs(result.total[i].value - total[i]) < 0.02)
      #expect(abs(result.total[i].value - total[i]) < 4 * result.total[i].standardError)
    }
    #expect(abs(result.variance / 13.844587940719254 - 1) < 0.02)
    #expect(abs(result.mean - 3.5) < 0.02)
  }

  /// Π (|4x − 2| + a)/(1 + a), a = 0, 1, 4.5, 9, 99, 99, 99, 99 (Saltelli and Sobol 1995).
  @Test("of Sobol's product are those of the closed form")
  func product() async throws {
    let a: [Double] = [0, 1, 4.5, 9, 99, 99, 99, 99]
    let function = Function(bounds: a.map { _ in (0, 1) }) { x in
      zip(a, x).reduce(1) { $0 * (((4 * $1.1 - 2).magnitude + $1.0) / (1 + $1.0)) }
    }
    let result = try #require(
      await SobolIndices.estimate(function, points: 4096, seed: 3).first)
    let first = [
      0.7161921688790331, 0.17904804221975829, 0.02367577417781928, 0.007161921688790333,
    ]
    let total = [
      0.7871441266592749, 0.24219819281823843, 0.03431691015408283, 0.010460387065239532,
    ]
    for i in 0..<4 {
      #expect(abs(result.first[i].value - first[i]) < 0.02)
      #expect(abs(result.total[i].value - total[i]) < 0.02)
    }
    for i in 4..<8 { #expect(abs(result.total[i].value) < 0.001) }
  }

  @Test("are the same on any number of threads, and differ by seed", arguments: [2, 3, 7])
  func threads(count: Int) async {
    let function = Function(bounds: [(0, 1), (0, 1)]) { $0[0] * $0[1] + $0[0] }
    let one = await SobolIndices.estimate(function, points: 3000, seed: 5)
    #expect(await SobolIndices.estimate(function, points: 3000, seed: 5, threads: count) == one)
    #expect(await SobolIndices.estimate(function, points: 3000, seed: 6) != one)
  }

  @Test("of a constant are nothing")
  func constant() async throws {
    let function = Function(bounds: [(0, 1)]) { _ in 3 }
    let result = try #require(await SobolIndices.estimate(function, points: 16, seed: 1).first)
    #expect(result.mean == 3 && result.variance == 0)
    #expect(result.first[0].value == 0 && result.total[0].value == 0)
  }
}

@Suite("What makes a cost uncertain")
struct CostEffectsTests {
  private func uncertain(_ low: String, _ likely: String, _ high: String) -> CostLine {
    var line = yearly(likely)
    line.price = .stated(low: amount(low), likely: amount(likely), high: amount(high))
    return line
  }

  /// The price of the fixture's yearly line.
  private func price(
    _ option: String?, shape: RangeShape = .triangular
  ) -> CostEffects.Source {
    var line = yearly("1")
    line.shape = shape
    return .price(option: option, UncertainPrice(of: line))
  }

  private func effect(
    _ effects: CostEffects, _ source: CostEffects.Source
  ) throws -> CostEffects.Effect {
    try #require(effects.effects.first { $0.source == source })
  }

  /// Prices alone: shares of variance in closed form, spans from the triangle's percentiles.
  @Test("Prices share the variance as the closed form says")
  func prices() async throws {
    var pert = uncertain("10", "20", "60")
    pert.shape = .pert
    let cost = try TotalCost.evaluate(
      lines: [uncertain("80", "100", "150"), pert], plan: plan(years: 1, rate: "0"))
    let effects = try #require(await CostEffects.of(("a", cost), seed: 1))
    let variances = [3900.0 / 18, (25.0 - 10) * (60 - 25) / 7]
    let sum = variances[0] + variances[1]
    for (line, shape) in RangeShape.allCases.enumerated() {
      let found = try effect(effects, price("a", shape: shape))
      #expect(abs(found.first.value - variances[line] / sum) < 1e-12)
      #expect(abs(found.total.value - variances[line] / sum) < 1e-12)
    }
    #expect(abs(effects.standardDeviation - sum.squareRoot()) < 1e-9)
    let first = try effect(effects, price("a"))
    #expect(abs(first.atLow - (120 + (0.1 * 1400.0).squareRoot() - 20)) < 1e-9)
    #expect(abs(first.atHigh - (120 + 50 - (0.1 * 3500.0).squareRoot())) < 1e-9)
    #expect(effects.effects.map(\.span) == effects.effects.map(\.span).sorted(by: >))
  }

  /// Users and price multiply: V = E[U]²·Var P + E[P]²·Var U + Var U·Var P, exactly.
  @Test("A product of quantity and price has first and total shares of the closed form")
  func product() async throws {
    let users = Quantity(
      course: .growing(start: Amount(100), rate: .zero), low: Amount(50), high: Amount(180),
      isWhole: false)
    var line = uncertain("2", "4", "9")
    line.per = "users"
    let cost = try TotalCost.evaluate(
      lines: [line], plan: plan(years: 1, rate: "0", quantities: ["users": users]))
    let effects = try #require(
      await CostEffects.of(("a", cost), points: 8192, seed: 1, threads: 2))
    func moments(_ a: Double, _ b: Double, _ c: Double) -> (mean: Double, variance: Double) {
      let squares = a * a + b * b + c * c
      return ((a + b + c) / 3, (squares - a * b - a * c - b * c) / 18)
    }
    let (u, p) = (moments(50, 100, 180), moments(2, 4, 9))
    let (alone, together) = (u.mean * u.mean * p.variance, u.variance * p.variance)
    let byUsers = p.mean * p.mean * u.variance
    let whole = alone + byUsers + together
    let price = try effect(effects, price("a"))
    let quantity = try effect(effects, .driver(.quantity("users")))
    #expect(abs(price.first.value - alone / whole) < 0.005)
    #expect(abs(price.total.value - (alone + together) / whole) < 0.005)
    #expect(abs(quantity.first.value - byUsers / whole) < 0.01)
    #expect(abs(quantity.total.value - (byUsers + together) / whole) < 0.01)
    #expect(abs(effects.standardDeviation - whole.squareRoot()) < 0.005 * whole.squareRoot())
  }

  /// Half is given back of what goes beyond 100: the price's tenth percentile is below it, the
  /// ninetieth above.
  @Test("A bonus with tiers bends what a price does")
  func bonus() async throws {
    var bonus = yearly("0", name: "bonus")
    bonus.kind = .discount
    bonus.basis = .spend
    bonus.tiers = .init(
      mode: .graduated,
      bands: [.init(upTo: Amount(100), price: .zero), .init(upTo: nil, price: amount("0.5"))])
    let cost = try TotalCost.evaluate(
      lines: [uncertain("60", "100", "150"), bonus], plan: plan(years: 1, rate: "0"))
    let effects = try #require(await CostEffects.of(("a", cost), seed: 1))
    let price = ThreePointQuantile(ThreePoint(low: 60, likely: 100, high: 150))
    #expect(abs(effects.effects[0].atLow - price(0.1)) < 1e-9)
    #expect(abs(effects.effects[0].atHigh - (100 + (price(0.9) - 100) / 2)) < 1e-9)
    #expect(abs(effects.effects[0].first.value - 1) < 0.01)
    let found = await CostSimulation.run(
      try #require(CostDraws([("a", cost)])), draws: 100_000, seed: 4, threads: 2)
    #expect(abs(effects.standardDeviation / found.ranges[0].standardDeviation - 1) < 0.01)
  }

  /// The spread that draws find, and a difference in which the old system's price cancels.
  @Test("agrees with draws, and a difference keeps what is not shared")
  func againstDraws() async throws {
    var plan = try plan(years: 3)
    plan.discountRateRange = RateRange(low: amount("0.02"), high: amount("0.12"), shape: .pert)
    plan.quantities["users"] = Quantity(
      course: .growing(start: Amount(40), rate: amount("0.05")), low: Amount(20),
      high: Amount(70),
      growthRange: RateRange(low: amount("-0.1"), high: amount("0.3")), isWhole: true)
    var perUser = uncertain("90", "100", "130")
    perUser.per = "users"
    perUser.escalation = .init(
      rate: amount("0.03"), range: RateRange(low: .zero, high: amount("0.08")))
    let old = [uncertain("8000", "10000", "15000")]
    func evaluate(_ lines: [CostLine], goLive: String) throws -> TotalCost {
      try TotalCost.evaluate(
        lines: lines, plan: plan, goLive: date(goLive),
        baseline: old)
    }
    let a = ("a", try evaluate([perUser], goLive: "2029-07-01"))
    let b = ("b", try evaluate([uncertain("3000", "4000", "5000")], goLive: "2029-07-01"))
    let draws = await CostSimulation.run(
      try #require(CostDraws([a, b])), draws: 100_000, seed: 4, threads: 2)
    let own = try #require(await CostEffects.of(a, points: 8192, seed: 4))
    #expect(abs(own.standardDeviation / draws.ranges[0].standardDeviation - 1) < 0.02)
    let difference = try #require(await CostEffects.of(a, minus: b, points: 8192, seed: 4))
    #expect(abs(difference.standardDeviation / draws.differenceDeviations[0][1] - 1) < 0.02)
    #expect(try effect(difference, price(nil)).span < 1e-9)
    #expect(try effect(own, price(nil)).span > 1000)
    #expect(
      abs(
        difference.likely - (draws.ranges[0].draws > 0 ? own.likely : 0)
          + (b.1.summary?.total.presentValue ?? 0)) < 1e-6)
    let firsts = own.effects.reduce(0) { $0 + $1.first.value }
    let totals = own.effects.reduce(0) { $0 + $1.total.value }
    #expect(firsts < 1.01 && totals > 0.99)
  }
}
