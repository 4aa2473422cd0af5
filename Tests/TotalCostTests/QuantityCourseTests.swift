import Measures
import Testing

@testable import TotalCost

@Suite("Quantities over the years")
struct QuantityCourseTests {
  @Test("grow at the anniversary and are rounded up only after unrounded growth")
  func growth() throws {
    let users = Quantity(
      course: .growing(start: Amount(60), rate: amount("0.08")), isWhole: true)
    let course = try QuantityCourse(users, grid: grid(years: 5))
    #expect(course.values.map(\.text) == ["60", "65", "70", "76", "82"])
    #expect(
      course.unrounded.map(\.text) == ["60", "64.8", "69.984", "75.58272", "81.6293376"])
    let storage = Quantity(
      course: .growing(start: Amount(60), rate: amount("0.08")), isWhole: false)
    #expect(try QuantityCourse(storage, grid: grid(years: 5)).values == course.unrounded)
  }

  @Test("A list gives a value per year and its last one goes on")
  func series() throws {
    let list = Quantity(course: .series([Amount(5), amount("7.5")]), isWhole: true)
    #expect(
      try QuantityCourse(list, grid: grid(years: 4)).values.map(\.text) == ["5", "8", "8", "8"])
    #expect(try QuantityCourse(list, grid: grid(years: 1)).values.map(\.text) == ["5"])
    let frame = try plan(years: 2, quantities: ["list": list])
    #expect(try frame.yearlyValues(of: "list")?.map(\.text) == ["5", "8"])
    #expect(try frame.yearlyValues(of: "lists") == nil)
  }

  @Test("Steps hold from the months of their dates on, those of the past at the start")
  func dated() throws {
    let users = Quantity(
      course: .steps(
        start: Amount(10),
        [
          .init(from: try #require(date("2028-03-31")), value: amount("14.5")),
          .init(from: try #require(date("2026-01-01")), value: Amount(12)),
          .init(from: try #require(date("2040-01-01")), value: Amount(99)),
        ]), isWhole: true)
    let course = try QuantityCourse(users, grid: grid(years: 2))
    #expect(course.values.map(\.text) == ["12", "15"])
    #expect(course.firstMonths == [1, 9])
    let frame = try plan(years: 2, quantities: ["users": users])
    let sum = try summary([yearly("1", every: .month, per: "users")], frame)
    #expect(sum.months[8].text == "12")
    #expect(sum.months[9].text == "15")
    #expect(sum.perUserAndMonth?.text == "1")
    #expect(try frame.yearlyValues(of: "users")?.map(\.text) == ["12", "15"])
  }

  @Test("Users at work at once are a share of those named, rounded up after them")
  func concurrent() throws {
    let named = Quantity(
      course: .growing(start: Amount(61), rate: amount("0.08")), low: Amount(50), isWhole: true)
    let atOnce = Quantity(course: .share(of: "users", amount("0.3")), isWhole: true)
    let frame = try plan(years: 2, quantities: ["users": named, "at_once": atOnce])
    // 61 and ⌈65.88⌉ = 66 named users: ⌈18.3⌉ and ⌈19.8⌉.
    #expect(try frame.yearlyValues(of: "at_once")?.map(\.text) == ["19", "20"])
    for base in ["nobody", "at_once"] {
      let share = Quantity(course: .share(of: base, amount("0.3")), isWhole: true)
      #expect(
        throws: TotalCostError.quantity(name: "at_once", fault: .unknownBase(base))
      ) {
        try TotalCost.evaluate(
          lines: [], plan: plan(quantities: ["users": named, "at_once": share]))
      }
    }
    // The share is drawn with what it is a share of: named users of 50 make 15 at once.
    let cost = try TotalCost.evaluate(lines: [yearly("1", per: "at_once")], plan: frame)
    let draws = try #require(CostDraws([("a", cost)]))
    var values = [Double](repeating: 0, count: 4096)
    var workspace = draws.workspace()
    draws.fill(&values, draws: 4096, block: 0, seed: 1, in: &workspace)
    let lowest = values.min() ?? 0
    let highest = values.max() ?? 0
    #expect(lowest >= 15 / 1.05 + 17 / 1.1025 - 1e-9)
    #expect(abs(highest - (19 / 1.05 + 20 / 1.1025)) < 1e-9)
  }

  private func grid(years: Int) throws -> MonthGrid {
    MonthGrid(start: try #require(date("2027-07-01")), years: years)
  }

  @Test("step at the anniversary in every line that uses them")
  func steps() throws {
    let users = Quantity(course: .series([Amount(10), Amount(20)]), isWhole: true)
    let frame = try plan(years: 2, quantities: ["users": users])
    let sum = try summary([yearly("1.5", every: .month, per: "users")], frame)
    #expect(sum.months[12].text == "15")
    #expect(sum.months[13].text == "30")
    #expect(sum.total.years.map(\.text) == ["0", "180", "360"])
    #expect(sum.perUserAndMonth?.text == "1.5")
    let none = try summary([yearly("1.5")], plan())
    #expect(none.perUserAndMonth == nil)
    // What is paid at the start counts year 1's quantity.
    var licence = once("100")
    licence.per = "users"
    #expect(try summary([licence], frame).total.years.map(\.text) == ["1000", "0", "0"])
  }

  @Test("Bad quantities are refused by name")
  func refused() throws {
    let cases: [(Quantity, QuantityFault)] = [
      (.init(course: .series([]), isWhole: true), .emptySeries),
      (.init(course: .series([.one, Amount(-1)]), isWhole: true), .negative),
      (.init(course: .growing(start: Amount(-1), rate: .zero), isWhole: true), .negative),
      (
        .init(course: .growing(start: .one, rate: Amount(-1)), isWhole: true),
        .growthRate(Amount(-1))
      ),
      (
        .init(course: .growing(start: .one, rate: .zero), low: Amount(2), isWhole: true),
        .rangeNotOrdered
      ),
      (
        .init(course: .growing(start: .one, rate: .zero), high: .zero, isWhole: true),
        .rangeNotOrdered
      ),
      (
        .init(course: .growing(start: .one, rate: .zero), low: Amount(-2), isWhole: true), .negative
      ),
      (
        .init(course: .growing(start: .zero, rate: .zero), high: .one, isWhole: true),
        .rangeAroundZero
      ),
      (
        .init(course: .growing(start: Amount(units: .max), rate: .one), isWhole: false), .overflow
      ),
      (.init(course: .series([Amount(units: .max)]), isWhole: true), .overflow),
    ]
    for (quantity, expected) in cases {
      #expect(throws: TotalCostError.quantity(name: "n", fault: expected)) {
        try TotalCost.evaluate(lines: [], plan: plan(quantities: ["n": quantity]))
      }
    }
  }
}
