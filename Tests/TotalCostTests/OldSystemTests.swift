import Measures
import Testing

@testable import TotalCost

@Suite("The old system until go-live")
struct OldSystemTests {
  private var leaving: CostLine {
    CostLine(
      name: "leaving", category: .exit, price: .fixed(amount("7000")), timing: .once(on: nil))
  }

  private var baseline: [CostLine] {
    var optional = yearly("9000", every: .month)
    optional.status = .optional
    var benefit = yearly("9000", every: .month)
    benefit.kind = .benefit
    return [
      yearly("100", from: "2019-01-01", every: .month, rise: "0.1", name: "hosting"),
      yearly("1200", from: "2020-09-01", inAdvance: true, name: "maintenance"),
      once("9000", on: "2015-01-01"), leaving, optional, benefit,
    ]
  }

  @Test("adds its running cost in the months before go-live, and what leaving it costs")
  func before() throws {
    let cost = try TotalCost.evaluate(
      lines: [yearly("1000")], plan: plan(years: 3), goLive: date("2028-10-31"),
      baseline: baseline)
    let old = try #require(cost.oldSystem)
    #expect(old.months == 15)
    // Hosting: 12 × 100 + 3 × 110; maintenance each September: months 3 and 15.
    #expect(old.cost.years.map(\.text) == ["0", "2400", "8530", "0"])
    #expect(old.lines.map(\.line.name) == ["hosting", "maintenance", "leaving"])
    #expect(old.lines[2].payments.map(\.month) == [15])
    #expect(old.lines.allSatisfy { $0.line.origin == .baseline })
    let sum = try #require(cost.summary)
    #expect(sum.oldSystem == old.cost)
    #expect(sum.total.years.map(\.text) == ["0", "3400", "9530", "1000"])
    #expect(sum.recurring == Amount(3000))
    #expect(sum.vendorPresentValue < sum.total.presentValue - old.cost.presentValue + 1e-9)
    #expect(abs(old.cost.presentValue - (2400 / 1.05 + 8530 / 1.1025)) < 1e-9)
    #expect(cost.notes.isEmpty)
  }

  @Test(
    "is left at once if the new one is live at the start, wherever one's own exit is counted",
    arguments: ["2027-07-01", "2027-07-31"], [true, false])
  func live(day: String, includesExit: Bool) throws {
    let cost = try TotalCost.evaluate(
      lines: [yearly("1000")], plan: plan(includesExit: includesExit), goLive: date(day),
      baseline: baseline)
    #expect(cost.oldSystem?.months == 0)
    #expect(cost.oldSystem?.cost.years.map(\.text) == ["7000", "0", "0", "0", "0", "0"])
    #expect(cost.summary?.total.nominal == Amount(12000))
  }

  @Test("adds nothing if the new one was live before the start")
  func liveBefore() throws {
    let cost = try TotalCost.evaluate(
      lines: [yearly("1000")], plan: plan(), goLive: date("2026-01-01"), baseline: baseline)
    #expect(cost.oldSystem == nil)
    #expect(cost.summary?.total.nominal == Amount(5000))
  }

  @Test("runs to the horizon if the new one never goes live inside it")
  func never() throws {
    let cost = try TotalCost.evaluate(
      lines: [], plan: plan(years: 2), goLive: date("2040-01-01"), baseline: baseline)
    #expect(cost.oldSystem?.months == 24)
    #expect(cost.oldSystem?.cost.nominal == Amount(1200 + 1320 + 2400))
  }

  @Test("Without a day of go-live nothing is added, and a note says so")
  func missing() throws {
    let cost = try TotalCost.evaluate(lines: [], plan: plan(), baseline: baseline)
    #expect(cost.oldSystem == nil)
    #expect(cost.notes == [.goLiveMissing])
    #expect(try TotalCost.evaluate(lines: [], plan: plan()).notes.isEmpty)
  }

  @Test("Its lines are named as its own in notes, faults and missing prices")
  func named() throws {
    var open = yearly("0", every: .month, name: "old")
    open.price = .onRequest(assumed: nil)
    let blocked = try TotalCost.evaluate(
      lines: [], plan: plan(), goLive: date("2028-01-01"), baseline: [open])
    let reference = LineReference(origin: .baseline, index: 0, name: "old")
    guard case .onRequest(let lines, _) = blocked.outcome else {
      Issue.record("priced")
      return
    }
    #expect(lines == [reference])
    let arrears = try TotalCost.evaluate(
      lines: [], plan: plan(), goLive: date("2028-01-01"), baseline: [yearly("5", name: "old")])
    #expect(arrears.notes == [.unfinishedPeriod(reference)])
    #expect(throws: TotalCostError.line(reference, fault: .negativeAmount)) {
      try TotalCost.evaluate(
        lines: [], plan: plan(), goLive: date("2028-01-01"),
        baseline: [yearly("-5", name: "old")])
    }
  }
}
