import Measures
import ReproducibleMath
import Testing

@testable import TotalCost

@Suite("The range of the cost")
struct CostRangeTests {
  private func uncertain(_ low: String, _ likely: String, _ high: String) -> CostLine {
    var line = yearly(likely)
    line.price = .stated(low: amount(low), likely: amount(likely), high: amount(high))
    return line
  }

  private func draws(
    _ lines: [CostLine], _ plan: CostPlan, option: String = "a", goLive: String? = nil,
    baseline: [CostLine] = []
  ) throws -> CostDraws {
    let cost = try TotalCost.evaluate(
      lines: lines, plan: plan, goLive: goLive.flatMap(date), baseline: baseline)
    return try #require(CostDraws([(option, cost)]))
  }

  private func range(_ costs: CostDraws, draws: Int, seed: UInt64) async throws -> CostRange {
    try #require(await CostSimulation.run(costs, draws: draws, seed: seed).ranges.first)
  }

  private func block(
    _ draws: CostDraws, _ number: UInt64 = 0, count: Int = RandomStream.drawsPerBlock,
    seed: UInt64 = 7
  ) -> [Double] {
    var values = [Double](repeating: .nan, count: count)
    var workspace = draws.workspace()
    draws.fill(&values, draws: count, block: number, seed: seed, in: &workspace)
    return values
  }

  /// The words behind the draws of the first block, draw by draw.
  private func words(stream: UInt64, line: UInt64 = 0) -> [UInt64] {
    var lanes = OctetStream(seed: 7, stream: stream, block: 0, lane: line)
    let octets = Octets(count: 32)
    lanes.fillWords(octets.numbers, count: 32)
    return (0..<256).map { octets.numbers[$0].bitPattern }
  }

  @Test("is a point where nothing is uncertain")
  func certain() async throws {
    let users = Quantity(
      course: .growing(start: Amount(60), rate: amount("0.08")), low: Amount(50), isWhole: true)
    // The uncertain quantity matters to no line.
    let draws = try draws([yearly("60000")], plan(quantities: ["users": users]))
    #expect(draws.isCertain(0))
    let likely = draws.likely(0)
    let range = try await range(draws, draws: 1000, seed: 1)
    #expect(range == CostRange(certain: likely))
    #expect(block(draws, count: 3) == [likely, likely, likely])
    let total = try summary([yearly("60000")], plan()).total.presentValue
    #expect(likely == total)
  }

  /// One triangular price: percentiles of the distribution itself, mean (a+b+c)/3 and variance
  /// (a² + b² + c² − ab − ac − bc)/18.
  @Test("of one triangular price is that of the triangle")
  func triangle() async throws {
    let range = try await range(
      draws([uncertain("80", "100", "150")], plan(years: 1, rate: "0")), draws: 200_000, seed: 3)
    // Distribution function: (x − 80)²/(70·20) up to 100, 1 − (150 − x)²/(70·50) from there.
    #expect(abs(range.p10 - (80 + (0.1 * 1400.0).squareRoot())) < 0.3)
    #expect(abs(range.p50 - (150 - (0.5 * 3500.0).squareRoot())) < 0.3)
    #expect(abs(range.p90 - (150 - (0.1 * 3500.0).squareRoot())) < 0.3)
    #expect(abs(range.mean - 110) < 0.2)
    #expect(abs(range.standardDeviation - (3900.0 / 18).squareRoot()) < 0.1)
    #expect(range.p10 < range.p25 && range.p25 < range.p50 && range.p50 < range.p75)
  }

  @Test("Prices of different lines are drawn by themselves, so variances add")
  func independent() async throws {
    let one = try await range(
      draws([uncertain("80", "100", "120")], plan(years: 1, rate: "0")), draws: 100_000, seed: 5)
    let lines = (1...4).map { number in
      var line = uncertain("80", "100", "120")
      line.name = "fee \(number)"
      return line
    }
    let four = try await range(
      draws(lines, plan(years: 1, rate: "0")), draws: 100_000, seed: 5)
    #expect(abs(one.standardDeviation - (400.0 / 6).squareRoot()) < 0.1)
    #expect(abs(four.standardDeviation / one.standardDeviation - 2) < 0.03)
  }

  @Test("A draw is what evaluation gives at the drawn quantity, tiers and whole units included")
  func quantities() throws {
    func frame(_ start: Amount, low: Amount? = nil, high: Amount? = nil) throws -> CostPlan {
      try plan(
        .midYear,
        quantities: [
          "users": Quantity(
            course: .growing(start: start, rate: amount("0.08")), low: low, high: high,
            isWhole: true)
        ])
    }
    var tiered = yearly("0", rise: "0.03", per: "users")
    tiered.tiers = .init(
      mode: .volume,
      bands: [.init(upTo: Amount(70), price: Amount(40)), .init(upTo: nil, price: Amount(31))])
    var least = yearly("12.5", every: .month, inAdvance: true, per: "users")
    least.minimumQuantity = Amount(65)
    var licence = once("99")
    licence.per = "users"
    var kept = once("10")
    kept.per = "users"
    kept.kind = .retainedValue
    let lines = [tiered, least, licence, kept, yearly("1000")]
    let model = try draws(lines, frame(Amount(60), low: Amount(50), high: Amount(80)))
    let values = block(model, count: 200)
    let words = words(stream: StreamName.hash("quantity/users"))
    let triangle = ThreePointQuantile(ThreePoint(low: 50.0 / 60, likely: 1, high: 80.0 / 60))
    for (i, value) in values.enumerated() {
      let share = (Double(words[i] >> 12) + 0.5) * 0x1p-52
      let drawn = Amount(Int((triangle(share) * 60).rounded()))
      let evaluated = try summary(lines, frame(drawn)).total.presentValue
      #expect(abs(value - evaluated) < 1e-9 * evaluated)
    }
    #expect(Set(values).count > 10)
  }

  @Test("Whole units do not raise the cost by being drawn", arguments: [true, false])
  func wholeUnits(isWhole: Bool) async throws {
    let users = Quantity(
      course: .growing(start: Amount(10), rate: .zero), low: Amount(8), high: Amount(12),
      isWhole: isWhole)
    let range = try await range(
      draws([yearly("100", per: "users")], plan(years: 1, rate: "0", quantities: ["users": users])),
      draws: 100_000, seed: 2)
    #expect(abs(range.mean - 1000) < 1)
    #expect(range.p50 > 990 && range.p50 < 1010)
  }

  @Test("A draw is what evaluation gives at the drawn price, tiers scaling with it")
  func prices() throws {
    var tiered = yearly("0", rise: "0.03")
    tiered.count = Amount(90)
    tiered.discount = amount("0.25")
    tiered.priceBase = Amount(10)
    tiered.price = .stated(low: Amount(8), likely: Amount(10), high: Amount(14))
    func bands(_ share: Double) -> CostLine.Tiers {
      func price(_ value: Double) -> Amount {
        Amount(units: Int128((value * share * 1e12).rounded()))
      }
      return .init(
        mode: .graduated,
        bands: [.init(upTo: Amount(70), price: price(40)), .init(upTo: nil, price: price(31))])
    }
    tiered.tiers = bands(1)
    let values = try block(draws([tiered], plan()), count: 50)
    let words = words(stream: UncertainPrice(of: tiered).stream(of: "a"))
    for (i, value) in values.enumerated() {
      // (1 − k)·min + k·max of two uniform numbers, k = ⅓.
      let bits = words[i]
      let u = (Double(bits >> 32) + 0.5) * 0x1p-32
      let v = (Double(bits & 0xffff_ffff) + 0.5) * 0x1p-32
      let share = 0.8 + 0.6 * (min(u, v) * 2 / 3 + max(u, v) / 3)
      var line = tiered
      line.price = .fixed(.one)
      line.tiers = bands(share)
      let evaluated = try summary([line], plan()).total.presentValue
      #expect(abs(value - evaluated) < 1e-9 * evaluated)
    }
  }

  @Test("A quantity has the same draws in every option, a price its own")
  func common() throws {
    let users = Quantity(
      course: .growing(start: Amount(60), rate: .zero), low: Amount(50), high: Amount(80),
      isWhole: false)
    let frame = try plan(quantities: ["users": users])
    let perUser = yearly("100", per: "users")
    let a = try block(draws([perUser], frame, option: "a"))
    let b = try block(draws([yearly("5"), perUser], frame, option: "b"))
    let fixed = try summary([yearly("5")], frame).total.presentValue
    #expect(zip(a, b).allSatisfy { abs($1 - $0 - fixed) < 1e-8 })
    let price = uncertain("80", "100", "150")
    let c = try block(draws([price], frame, option: "a"))
    let d = try block(draws([price], frame, option: "b"))
    #expect(zip(c, d).filter { $0 == $1 }.count < 10)
    let old = try block(
      draws([], frame, option: "a", goLive: "2029-07-01", baseline: [price]))
    let oldToo = try block(
      draws([], frame, option: "b", goLive: "2029-07-01", baseline: [price]))
    #expect(old == oldToo)
    #expect(Set(old).count > 1000)
  }

  @Test("A draw depends on its address alone")
  func addresses() async throws {
    let draws = try draws([uncertain("80", "100", "150"), uncertain("1", "2", "9")], plan())
    let whole = block(draws, 3)
    #expect(block(draws, 3) == whole)
    #expect(block(draws, 3, count: 100) == Array(whole.prefix(100)))
    #expect(block(draws, 4) != whole)
    #expect(block(draws, 3, seed: 8) != whole)
    var all: [Double] = []
    for number in 0..<3 { all += block(draws, UInt64(number)) }
    let range = try await range(draws, draws: 9000, seed: 7)
    let plain = CostRange(draws: Array(all.prefix(9000)))
    #expect(range.p10 == plain.p10 && range.p50 == plain.p50 && range.p90 == plain.p90)
    #expect(range.errors.p10 == plain.errors.p10)
    #expect(abs(range.mean - plain.mean) < 1e-12 * plain.mean)
    #expect(abs(range.standardDeviation - plain.standardDeviation) < 1e-9 * plain.standardDeviation)
  }

  @Test("Percentiles are interpolated between draws")
  func percentiles() {
    let range = CostRange(draws: [50, 10, 40, 20, 30])
    #expect(range.p10 == 14 && range.p25 == 20 && range.p50 == 30)
    #expect(range.p75 == 40 && range.p90 == 46 && range.mean == 30)
    #expect(abs(range.standardDeviation - 250.0.squareRoot()) < 1e-12)
    let single = CostRange(draws: [5])
    #expect(single.p10 == 5 && single.p90 == 5 && single.standardDeviation == 0)
    #expect(CostRange(draws: []).p50 == 0)
  }

  @Test("A range beyond the last band is noted")
  func beyondTiers() async throws {
    var line = yearly("0", per: "users")
    line.tiers = .init(mode: .volume, bands: [.init(upTo: Amount(70), price: Amount(2))])
    let users = Quantity(
      course: .growing(start: Amount(60), rate: .zero), high: Amount(80), isWhole: true)
    let cost = try TotalCost.evaluate(
      lines: [line], plan: plan(years: 1, rate: "0", quantities: ["users": users]))
    #expect(cost.notes == [.rangeAboveTiers(.init(origin: .offer, index: 0, name: "fee"))])
    let range = try await range(#require(CostDraws([("a", cost)])), draws: 4000, seed: 1)
    #expect(range.p50 > 120 && range.p90 <= 160)
  }
}
