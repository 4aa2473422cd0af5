import Measures
import Testing

@testable import TotalCost

@Suite("Quantities over the years")
struct QuantityCourseTests {
  @Test("grow at the anniversary and are rounded up only after unrounded growth")
  func growth() throws {
    let users = Quantity(
      course: .growing(start: Amount(60), rate: amount("0.08")), isWhole: true)
    let course = try QuantityCourse(users, years: 5)
    #expect(course.values.map(\.text) == ["60", "65", "70", "76", "82"])
    #expect(
      course.unrounded.map(\.text) == ["60", "64.8", "69.984", "75.58272", "81.6293376"])
    let storage = Quantity(
      course: .growing(start: Amount(60), rate: amount("0.08")), isWhole: false)
    #expect(try QuantityCourse(storage, years: 5).values == course.unrounded)
  }

  @Test("A list gives a value per year and its last one goes on")
  func series() throws {
    let list = Quantity(course: .series([Amount(5), amount("7.5")]), isWhole: true)
    #expect(try QuantityCourse(list, years: 4).values.map(\.text) == ["5", "8", "8", "8"])
    #expect(try QuantityCourse(list, years: 1).values.map(\.text) == ["5"])
    #expect(try list.values(years: 2).map(\.text) == ["5", "8"])
    #expect(try list.values(years: -1).map(\.text) == ["5"])
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
