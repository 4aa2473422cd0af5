import Measures
import Testing

@testable import TotalCost

@Suite("Break-even")
struct BreakEvenTests {
  private func pair(
    _ first: [CostLine], _ second: [CostLine], _ plan: CostPlan
  ) throws -> [BreakEven.Variable: BreakEven] {
    let all = try #require(
      BreakEven.all(
        ("a", TotalCost.evaluate(lines: first, plan: plan)),
        ("b", TotalCost.evaluate(lines: second, plan: plan))))
    return Dictionary(uniqueKeysWithValues: all.map { ($0.variable, $0) })
  }

  private func users(_ start: Int, rate: String = "0", isWhole: Bool) -> [String: Quantity] {
    [
      "users": Quantity(
        course: .growing(start: Amount(start), rate: amount(rate)), isWhole: isWhole)
    ]
  }

  /// n* = (F_make − F_buy)/(u_buy − u_make), all as present values (`rulings.md` R8).
  @Test("in users is the ratio of fixed and variable costs")
  func quantity() throws {
    let frame = try plan(years: 4, quantities: users(30, rate: "0.1", isWhole: false))
    let make = [once("50000", category: .development), yearly("60", per: "users")]
    let buy = [once("8000"), yearly("400", rise: "0.03", per: "users")]
    let result = try #require(try pair(make, buy, frame)[.quantity("users")])
    var (variableMake, variableBuy) = (0.0, 0.0)
    var (growth, rise, discount) = (1.0, 1.0, 1.0)
    for _ in 1...4 {
      discount /= 1.05
      variableMake += 60 * growth * discount
      variableBuy += 400 * growth * rise * discount
      growth *= 1.1
      rise *= 1.03
    }
    let expected = 42000 / (variableBuy - variableMake)
    #expect(result.crossings.count == 1)
    #expect(abs(result.crossings[0].value - expected) < 1e-9 * expected)
    #expect(result.crossings[0].cheaperFrom == .first)
    #expect(result.cheaperAtLow == .second && result.likely == 30)
    let never = try pair(make, [yearly("50", per: "users")], frame)[.quantity("users")]
    #expect(never?.crossings.isEmpty == true && never?.cheaperAtLow == .second)
  }

  /// Tiers make the difference jump and bend: against trying values of the exact engine.
  @Test("with tiers and minimum quantities is where trying finds it", arguments: [true, false])
  func tiers(isWhole: Bool) throws {
    var tiered = yearly("0", per: "users")
    tiered.tiers = .init(
      mode: .volume,
      bands: [
        .init(upTo: Amount(50), price: Amount(10)), .init(upTo: Amount(100), price: Amount(7)),
        .init(upTo: nil, price: Amount(6)),
      ])
    var least = yearly("8", per: "users")
    least.minimumQuantity = Amount(52)
    func cost(_ line: CostLine, _ start: Amount) throws -> Double {
      let quantity = Quantity(
        course: .growing(start: start, rate: amount("0.05")), isWhole: isWhole)
      return try summary([line], plan(years: 3, quantities: ["users": quantity])).total.presentValue
    }
    let frame = try plan(years: 3, quantities: users(40, rate: "0.05", isWhole: isWhole))
    let result = try #require(try pair([tiered], [least], frame)[.quantity("users")])
    #expect(!result.crossings.isEmpty)
    var side = result.cheaperAtLow
    for crossing in result.crossings {
      #expect(crossing.cheaperFrom != side)
      let step = isWhole ? 1 : 1e-6 * crossing.value
      let sides: [(value: Double, expected: BreakEven.Side)] = [
        (crossing.value - step, side),
        (isWhole ? crossing.value : crossing.value + step, crossing.cheaperFrom),
      ]
      for (value, expected) in sides {
        let start = Amount(units: Int128((value * 1e12).rounded()))
        let difference = try cost(tiered, start) - cost(least, start)
        #expect(BreakEven.side(difference) == expected, "at \(value)")
      }
      side = crossing.cheaperFrom
    }
    // Nothing is missed: every whole number lies on the side that the crossings say.
    for n in stride(from: 1, through: 400, by: 3) {
      let expected =
        result.crossings.last { $0.value <= Double(n) }?.cheaperFrom ?? result.cheaperAtLow
      let difference = try cost(tiered, Amount(n)) - cost(least, Amount(n))
      if abs(difference) > 1e-6 { #expect(BreakEven.side(difference) == expected, "at \(n)") }
    }
  }

  /// 1,000 now against 300 a year for five years: the internal rate of return, 0.152382…
  @Test("in the discount rate is the internal rate of return")
  func discountRate() throws {
    let result = try #require(
      try pair([once("1000")], [yearly("300")], plan(years: 5))[.discountRate])
    #expect(result.crossings.count == 1)
    let rate = result.crossings[0].value
    var value = 0.0
    for year in 1...5 {
      var factor = 1.0
      for _ in 0..<year { factor /= 1 + rate }
      value += 300 * factor
    }
    #expect(abs(value - 1000) < 1e-6)
    #expect(abs(rate - 0.15238237) < 1e-7)
    #expect(result.cheaperAtLow == .first && result.crossings[0].cheaperFrom == .second)
  }

  /// Two roots: −100, +230, −132 is zero at 10 % and 20 %.
  @Test("finds every root inside the range")
  func twoRoots() throws {
    let result = try #require(
      try pair(
        [once("100"), once("132", on: "2028-08-01")], [once("230", on: "2027-08-01")],
        plan(years: 2, rate: "0.05"))[.discountRate])
    #expect(result.crossings.count == 2)
    #expect(abs(result.crossings[0].value - 0.1) < 1e-9)
    #expect(abs(result.crossings[1].value - 0.2) < 1e-9)
  }

  /// Roots at 10 % and 10.05 %, within one step of the grid: a million times (x − 1/1.1)(x − 1/1.1005).
  @Test("finds two roots that lie close together")
  func closeRoots() throws {
    let result = try #require(
      try pair(
        [once("826070.794267068688"), once("1000000", on: "2028-08-01")],
        [once("1817768.782784684647", on: "2027-08-01")], plan(years: 2, rate: "0.05"))[
          .discountRate])
    #expect(result.crossings.count == 2)
    #expect(abs(result.crossings[0].value - 0.1) < 1e-6)
    #expect(abs(result.crossings[1].value - 0.1005) < 1e-6)
    #expect(result.cheaperAtLow == .second)
    #expect(result.crossings.map(\.cheaperFrom) == [.first, .second])
  }

  /// Against trying amounts of the exact engine; between tiers of the bonus both cross twice within
  /// less than a 255th of the range.
  @Test("in a quantity beside a bonus on spend is where trying finds it", arguments: [true, false])
  func quantityBesideBonus(hasWholeShare: Bool) throws {
    var bonus = yearly("0")
    bonus.kind = .discount
    bonus.basis = .spend
    bonus.tiers = .init(
      mode: .volume,
      bands: [
        .init(upTo: Amount(50_000), price: .zero),
        .init(upTo: Amount(50_060), price: amount("0.1")),
        .init(upTo: nil, price: .zero),
      ])
    func frame(_ start: Amount) throws -> CostPlan {
      var quantities = [
        "users": Quantity(course: .growing(start: start, rate: .zero), isWhole: false)
      ]
      quantities["at_once"] = Quantity(
        course: .share(of: "users", amount("0.3")), isWhole: hasWholeShare)
      return try plan(years: 2, quantities: quantities)
    }
    let first = [yearly("100", per: "users"), bonus]
    let second = [yearly("49000"), yearly("6", per: "at_once")]
    let result = try #require(
      try pair(first, second, frame(Amount(400)))[.quantity("users")])
    #expect(result.crossings.count >= 3)
    var side = result.cheaperAtLow
    for crossing in result.crossings {
      for (value, expected) in [
        (crossing.value - 1e-6, side), (crossing.value + 1e-6, crossing.cheaperFrom),
      ] {
        let there = try frame(Amount(units: Int128((value * 1e12).rounded())))
        let difference =
          try summary(first, there).total.presentValue - summary(second, there).total.presentValue
        #expect(BreakEven.side(difference) == expected, "at \(value)")
      }
      side = crossing.cheaperFrom
    }
  }

  @Test("in growth makes both cost the same")
  func growth() throws {
    let frame = try plan(years: 5, quantities: users(100, rate: "0.02", isWhole: false))
    let (a, b) = ([yearly("10", per: "users")], [yearly("1200")])
    let result = try #require(try pair(a, b, frame)[.growth("users")])
    let growth = try #require(result.crossings.first).value
    var moved = frame
    moved.quantities["users"] = Quantity(
      course: .growing(
        start: Amount(100), rate: Amount(units: Int128((growth * 1e12).rounded()))),
      isWhole: false)
    let (x, y) = try (summary(a, moved), summary(b, moved))
    #expect(abs(x.total.presentValue - y.total.presentValue) < 1e-6)
    #expect(result.crossings[0].cheaperFrom == .second && result.likely == 0.02)
  }

  @Test("in price and effort closes the gap exactly")
  func shares() throws {
    let frame = try plan(years: 3)
    let make = [once("30000", category: .development), yearly("1000")]
    let buy = [yearly("9000"), once("2000", category: .training)]
    let results = try pair(make, buy, frame)
    let difference =
      try summary(make, frame).total.presentValue - summary(buy, frame).total.presentValue
    let effort = try #require(results[.effort(option: "a")])
    #expect(abs(effort.crossings[0].value * 30000 + difference) < 1e-6)
    #expect(effort.crossings[0].cheaperFrom == .second)
    let price = try #require(results[.price(option: "b")])
    let vendor = try summary(buy, frame).vendorPresentValue
    #expect(abs(price.crossings[0].value * vendor - difference) < 1e-6)
    #expect(price.crossings[0].cheaperFrom == .first)
    #expect(results[.effort(option: "b")] == nil)
  }

  /// A bonus on spend falls with the prices, tier by tier: against trying prices of the exact engine.
  @Test("in price beside a bonus on spend is where trying finds it")
  func priceBesideBonus() throws {
    let frame = try plan(years: 3)
    var bonus = yearly("0")
    bonus.kind = .discount
    bonus.basis = .spend
    bonus.tiers = .init(
      mode: .volume,
      bands: [
        .init(upTo: Amount(5_000), price: .zero), .init(upTo: nil, price: amount("0.1")),
      ])
    func buy(_ share: Double) throws -> [CostLine] {
      let factor = Amount(units: Int128(((1 + share) * 1e12).rounded()))
      return [try yearly("9000").withPrices(times: factor), bonus]
    }
    let make = [once("11000", category: .development)]
    let result = try #require(try pair(make, buy(0), frame)[.price(option: "b")])
    let crossing = try #require(result.crossings.first).value
    #expect(result.cheaperAtLow == .second && result.crossings[0].cheaperFrom == .first)
    let made = try summary(make, frame).total.presentValue
    #expect(try summary(buy(crossing - 1e-6), frame).total.presentValue < made)
    #expect(try summary(buy(crossing + 1e-6), frame).total.presentValue > made)
    // Without regard to the bonus that is lost it would lie elsewhere.
    let vendor = try summary(buy(0), frame).vendorPresentValue
    #expect(abs(crossing - (made - vendor) / vendor) > 0.01)
  }

  @Test("in months is where the cumulated costs cross")
  func months() throws {
    let result = try #require(
      try pair([once("1000")], [yearly("100", every: .month)], plan(years: 3, rate: "0"))[.months])
    // Ten payments reach 1,000.
    #expect(result.crossings == [.init(value: 10, cheaperFrom: .first)])
    #expect(result.cheaperAtLow == .second && result.likely == 36)
    let never = try pair([once("1000")], [yearly("10", every: .month)], plan(years: 3, rate: "0"))
    #expect(never[.months]?.crossings.isEmpty == true)
  }

  @Test("of options that cost the same, and without a total")
  func degenerate() throws {
    let same = try pair([yearly("10")], [yearly("10")], plan())
    #expect(same.values.allSatisfy { $0.crossings.isEmpty || $0.crossings[0].value == 0 })
    #expect(same[.discountRate]?.cheaperAtLow == .neither)
    var open = yearly("0")
    open.price = .onRequest(assumed: nil)
    #expect(
      try BreakEven.all(
        ("a", TotalCost.evaluate(lines: [open], plan: plan())),
        ("b", TotalCost.evaluate(lines: [], plan: plan()))) == nil)
  }
}
