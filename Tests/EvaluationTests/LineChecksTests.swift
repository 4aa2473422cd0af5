import Measures
import Messages
import Testing
import TotalCost

@testable import Evaluation

@Suite("Checks of single cost lines")
struct LineChecksTests {
  private func amount(_ text: String) throws -> Amount { try #require(Amount(plain: text)) }

  private func yearly(_ category: CostCategory, _ price: String = "1000") throws -> CostLine {
    CostLine(
      name: "S", category: category, price: .fixed(try amount(price)),
      timing: .recurring(every: .year, from: nil, through: nil, inAdvance: true))
  }

  private func warnings(_ lines: [CostLine]) throws -> [Message] {
    let plan = CostPlan(
      years: 2, start: try #require(CalendarDate("2027-01-01")), discountRate: .zero,
      discounting: .endOfYear)
    let cost = try TotalCost.evaluate(lines: lines, plan: plan)
    return LineChecks(lines, cost: cost).warnings.map(\.message)
  }

  @Test("Included units that swallow a fee, and overage without any")
  func allowances() throws {
    var line = try yearly(.subscription)
    line.allowance = .init(included: try amount("100"))
    #expect(try warnings([line]) == [.checkAllIncluded(line: "S")])
    line.count = try amount("101")
    #expect(try warnings([line]).isEmpty)
    line.allowance = .init(included: .zero, overagePrice: try amount("2"))
    #expect(try warnings([line]) == [.checkOverageOfEverything(line: "S")])
    line.allowance = .init(included: try amount("100"), overagePrice: .zero)
    #expect(try warnings([line]).isEmpty)
  }

  @Test(
    "What usually recurs but counts once",
    arguments: [
      (CostCategory.subscription, true), (.support, true), (.maintenance, true), (.hosting, true),
      (.licence, false), (.implementation, false),
    ])
  func rhythm(category: CostCategory, isTold: Bool) throws {
    var line = try yearly(category)
    #expect(try warnings([line]).isEmpty)
    line.timing = .once(on: nil)
    #expect(try warnings([line]) == (isTold ? [.checkPaidOnce(line: "S")] : []))
    line.price = .fixed(.zero)
    #expect(try warnings([line]).isEmpty)
  }

  @Test("A share of a category without lines of its own")
  func shares() throws {
    var maintenance = try yearly(.maintenance, "0.1")
    maintenance.basis = .cost(of: .licence)
    var support = try yearly(.support, "0.1")
    support.basis = .cost(of: .maintenance)
    let licence = try yearly(.licence)
    #expect(try warnings([licence, maintenance]).isEmpty)
    #expect(
      try warnings([licence, maintenance, support])
        == [.checkShareOfNothing(line: "S", of: CostCategory.maintenance.checkName)])
    #expect(try warnings([maintenance]).count == 1)
  }
}
