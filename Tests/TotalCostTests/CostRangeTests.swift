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
    try #require(
      TotalCost.evaluate(
        lines: lines, plan: plan, goLive: goLive.flatMap(date), baseline: baseline
      ).draws(option: option))
  }

  private func block(
    _ draws: CostDraws, _ number: UInt64 = 0, count: Int = RandomStream.drawsPerBlock,
    seed: UInt64 = 7
  ) -> [Double] {
    var values = [Double](repeating: .nan, count: count)
    draws.fill(&values, block: number, seed: seed)
    return values
  }

  @Test("is a point where nothing is uncertain")
  func certain() throws {
    let users = Quantity(
      course: .growing(start: Amount(60), rate: amount("0.08")), low: Amount(50), isWhole: true)
    // The uncertain quantity matters to no line.
    let draws = try draws([yearly("60000")], plan(quantities: ["users": users]))
    #expect(draws.isCertain)
    let range = draws.range(draws: 1000, seed: 1)
    #expect(range.p10 == draws.likely && range.p50 == draws.likely && range.p90 == draws.likely)
    #expect(range.standardDeviation == 0)
    #expect(block(draws, count: 3) == [draws.likely, draws.likely, draws.likely])
    let total = try summary([yearly("60000")], plan()).total.presentValue
    #expect(draws.likely == total)
  }

  /// One triangular price: percentiles of the distribution itself, mean (a+b+c)/3 and variance
  /// (a² + b² + c² − ab − ac − bc)/18.
  @Test("of one triangular price is that of the triangle")
  func triangle() throws {
    let range = try draws([uncertain("80", "100", "150")], plan(years: 1, rate: "0"))
      .range(draws: 200_000, seed: 3)
    // Distribution function: (x − 80)²/(70·20) up to 100, 1 − (150 − x)²/(70·50) from there.
    #expect(abs(range.p10 - (80 + (0.1 * 1400.0).squareRoot())) < 0.3)
    #expect(abs(range.p50 - (150 - (0.5 * 3500.0).squareRoot())) < 0.3)
    #expect(abs(range.p90 - (150 - (0.1 * 3500.0).squareRoot())) < 0.3)
    #expect(abs(range.mean - 110) < 0.2)
    #expect(abs(range.standardDeviation - (3900.0 / 18).squareRoot()) < 0.1)
    #expect(range.p10 < range.p25 && range.p25 < range.p50 && range.p50 < range.p75)
  }

  @Test("Prices of different lines are drawn by themselves, so variances add")
  func independent() throws {
    let one = try draws([uncertain("80", "100", "120")], plan(years: 1, rate: "0"))
      .range(draws: 100_000, seed: 5)
    let lines = Array(repeating: uncertain("80", "100", "120"), count: 4)
    let four = try draws(lines, plan(years: 1, rate: "0")).range(draws: 100_000, seed: 5)
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
    var random = RandomStream(seed: 7, stream: StreamName.hash("quantity/users"), block: 0)
    let triangle = Triangle(low: 50.0 / 60, mode: 1, high: 80.0 / 60)
    for value in values {
      let drawn = Amount(Int((triangle.quantile(random.uniform()) * 60).rounded()))
      let evaluated = try summary(lines, frame(drawn)).total.presentValue
      #expect(abs(value - evaluated) < 1e-9 * evaluated)
    }
    #expect(Set(values).count > 10)
  }

  @Test("Whole units do not raise the cost by being drawn", arguments: [true, false])
  func wholeUnits(isWhole: Bool) throws {
    let users = Quantity(
      course: .growing(start: Amount(10), rate: .zero), low: Amount(8), high: Amount(12),
      isWhole: isWhole)
    let range = try draws(
      [yearly("100", per: "users")], plan(years: 1, rate: "0", quantities: ["users": users])
    ).range(draws: 100_000, seed: 2)
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
    var random = RandomStream(seed: 7, stream: StreamName.hash("line/a"), block: 0, lane: 0)
    for value in values {
      let share = Triangle(low: 0.8, mode: 1, high: 1.4).quantile(random.uniform())
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
  func addresses() throws {
    let draws = try draws([uncertain("80", "100", "150"), uncertain("1", "2", "9")], plan())
    let whole = block(draws, 3)
    #expect(block(draws, 3) == whole)
    #expect(block(draws, 3, count: 100) == Array(whole.prefix(100)))
    #expect(block(draws, 4) != whole)
    #expect(block(draws, 3, seed: 8) != whole)
    var all: [Double] = []
    for number in 0..<3 { all += block(draws, UInt64(number)) }
    let range = draws.range(draws: 9000, seed: 7)
    #expect(range == CostRange(draws: Array(all.prefix(9000))))
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
  func beyondTiers() throws {
    var line = yearly("0", per: "users")
    line.tiers = .init(mode: .volume, bands: [.init(upTo: Amount(70), price: Amount(2))])
    let users = Quantity(
      course: .growing(start: Amount(60), rate: .zero), high: Amount(80), isWhole: true)
    let cost = try TotalCost.evaluate(
      lines: [line], plan: plan(years: 1, rate: "0", quantities: ["users": users]))
    #expect(cost.notes == [.rangeAboveTiers(.init(origin: .offer, index: 0, name: "fee"))])
    let range = try #require(cost.draws(option: "a")).range(draws: 4000, seed: 1)
    #expect(range.p50 > 120 && range.p90 <= 160)
  }
}
