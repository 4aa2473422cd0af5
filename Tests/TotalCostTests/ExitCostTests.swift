import Measures
import Testing

@testable import TotalCost

@Suite("Cost of leaving")
struct ExitCostTests {
  private let users = Quantity(
    course: .series([Amount(10), Amount(12), Amount(15)]), isWhole: true)

  private var lines: [CostLine] {
    var export = once("100", name: "export", category: .exit)
    export.escalation = .init(rate: amount("0.1"))
    var retraining = once("7", on: "2028-01-01", name: "retraining", category: .exit)
    retraining.per = "users"
    retraining.payee = .own
    var archive = yearly(
      "20", from: "2030-07-01", through: "2031-06-30", every: .quarter, name: "archive",
      category: .exit)
    archive.escalation = .init(rate: amount("0.5"), base: .lineStart)
    return [yearly("1000"), export, retraining, archive]
  }

  @Test("rises with the year's prices and quantities, and is kept apart")
  func curve() throws {
    let cost = try TotalCost.evaluate(
      lines: lines, plan: plan(years: 3, quantities: ["users": users]))
    #expect(cost.exit.years.map(\.year) == [1, 2, 3])
    #expect(
      cost.exit.years.map { $0.lines.map(\.nominal.text) } == [
        ["100", "70", "80"], ["110", "84", "80"], ["121", "105", "80"],
      ])
    #expect(cost.exit.years.map(\.nominal.text) == ["250", "274", "306"])
    for (index, factor) in [1.05, 1.1025, 1.157625].enumerated() {
      let leaving = cost.exit.years[index]
      #expect(abs(leaving.presentValue - leaving.nominal.double / factor) < 1e-9)
    }
    #expect(cost.summary?.total.nominal == Amount(3000))
    #expect(cost.lines[1].standing == .exitApart)
    #expect(cost.lines[1].nominal.text == "121")
  }

  @Test("is in the total at the horizon's end where the plan says so")
  func included() throws {
    let sum = try summary(
      lines, plan(years: 3, quantities: ["users": users], includesExit: true))
    #expect(sum.total.years.map(\.text) == ["0", "1000", "1000", "1306"])
    #expect(sum.months[36].text == "1306")
    #expect(sum.exit.text == "306")
    #expect(sum.investment == .zero)
  }

  @Test("needs an end for what goes on after leaving")
  func withoutDates() throws {
    #expect(try fault(of: yearly("1", category: .exit), in: plan()) == .exitWithoutDates)
    #expect(
      try fault(
        of: yearly("1", from: "2028-01-01", through: "2027-01-01", category: .exit), in: plan())
        == .endsBeforeStart)
  }

  @Test("does not contain optional lines, rejected alternatives or benefits")
  func others() throws {
    var optional = once("1", category: .exit)
    optional.status = .optional
    var first = once("2", category: .exit)
    first.status = .alternative(group: "g", chosen: false)
    var second = first
    second.price = .fixed(Amount(50))
    let cost = try TotalCost.evaluate(lines: [optional, first, second], plan: plan())
    #expect(cost.exit.years.allSatisfy { $0.nominal == Amount(2) })
    #expect(cost.optional.nominal == .one)
  }
}
