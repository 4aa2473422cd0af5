import Measures
import Testing

@testable import TotalCost

@Suite("How prices rise")
struct PriceLevelTests {
  private func levels(
    _ escalation: CostLine.Escalation, lineStart: Int = 1, months: [Int]
  ) throws -> [String] {
    let grid = MonthGrid(start: try #require(date("2027-07-01")), years: 5)
    let level = try PriceLevel(escalation, grid: grid, lineStart: lineStart, lastMonth: 60)
    return try months.map { try Amount.one.times(.one, factor: level.factor(inMonth: $0)).text }
  }

  @Test("First in month 13, then every twelve months, each on top of the last")
  func usual() throws {
    #expect(
      try levels(.init(rate: amount("0.1")), months: [0, 1, 12, 13, 24, 25, 60])
        == ["1", "1", "1", "1.1", "1.1", "1.21", "1.4641"])
  }

  @Test("also for lines that begin later, unless the price stands at their own start")
  func laterStart() throws {
    #expect(
      try levels(.init(rate: amount("0.1")), lineStart: 20, months: [20, 25, 32]) == [
        "1.1", "1.21", "1.21",
      ])
    #expect(
      try levels(
        .init(rate: amount("0.1"), base: .lineStart), lineStart: 20, months: [20, 31, 32, 44])
        == ["1", "1", "1.1", "1.21"])
  }

  @Test("A first rise may be stated; those before the base are in the price already")
  func firstIncrease() throws {
    let stated = CostLine.Escalation(rate: amount("0.1"), firstIncrease: date("2028-01-01"))
    #expect(try levels(stated, months: [1, 6, 7, 18, 19]) == ["1", "1", "1.1", "1.1", "1.21"])
    let late = CostLine.Escalation(rate: amount("0.1"), firstIncrease: date("2030-07-01"))
    #expect(try levels(late, months: [13, 36, 37, 49]) == ["1", "1", "1.1", "1.21"])
    let past = CostLine.Escalation(rate: amount("0.1"), firstIncrease: date("2025-01-15"))
    #expect(try levels(past, months: [1, 6, 7, 19]) == ["1", "1", "1.1", "1.21"])
    let own = CostLine.Escalation(
      rate: amount("0.1"), firstIncrease: date("2028-01-01"), base: .lineStart)
    #expect(try levels(own, lineStart: 8, months: [8, 18, 19]) == ["1", "1", "1.1"])
  }

  @Test("A cap limits the rate, and rises need not build on each other")
  func capAndSimple() throws {
    let capped = CostLine.Escalation(rate: amount("0.1"), cap: amount("0.03"))
    #expect(try levels(capped, months: [13, 25]) == ["1.03", "1.0609"])
    let loose = CostLine.Escalation(rate: amount("0.02"), cap: amount("0.03"))
    #expect(try levels(loose, months: [25]) == ["1.0404"])
    let simple = CostLine.Escalation(rate: amount("0.1"), compounding: false)
    #expect(try levels(simple, months: [13, 25, 60]) == ["1.1", "1.2", "1.4"])
    let falling = CostLine.Escalation(rate: amount("-0.1"))
    #expect(try levels(falling, months: [25]) == ["0.81"])
  }

  @Test("Bad rates are refused")
  func refused() throws {
    var line = yearly("1")
    line.escalation = .init(rate: Amount(-1))
    #expect(try fault(of: line, in: plan()) == .escalationRate(Amount(-1)))
    line.escalation = .init(rate: amount("-0.3"), compounding: false)
    #expect(try fault(of: line, in: plan()) == .negativePriceLevel)
    line.escalation = .init(rate: amount("1000000000000"))
    #expect(try fault(of: line, in: plan()) == .overflow)
  }
}
