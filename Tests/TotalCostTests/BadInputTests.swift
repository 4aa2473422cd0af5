import Measures
import Testing

@testable import TotalCost

@Suite("Input that cannot be computed")
struct BadInputTests {
  @Test("A horizon outside 1 to 50 years", arguments: [-1, 0, 51, Int.max])
  func horizon(years: Int) {
    #expect(throws: TotalCostError.horizon(years: years)) {
      try TotalCost.evaluate(lines: [], plan: plan(years: years))
    }
  }

  @Test("A discount rate of −1 or less, or beyond all meaning")
  func rates() throws {
    let rates = [Amount(-1), Amount(-2), Amount(units: .min), Amount(units: .max)]
    for rate in rates {
      for discounting in Discounting.allCases {
        var frame = try plan(discounting)
        frame.discountRate = rate
        #expect(throws: TotalCostError.discountRate(rate)) {
          try TotalCost.evaluate(lines: [], plan: frame)
        }
      }
    }
    let near = try plan(years: 50, rate: "-0.999999999999")
    #expect(throws: TotalCostError.discountRate(near.discountRate)) {
      try TotalCost.evaluate(lines: [], plan: near)
    }
    // Negative rates that mean something are fine, and so are high ones.
    #expect(
      abs(try summary([yearly("1")], plan(years: 1, rate: "-0.5")).total.presentValue - 2) < 1e-12)
    #expect(try summary([yearly("1")], plan(rate: "1000000")).total.presentValue > 0)
  }

  @Test("At a rate of nought, present value is the sum, and equal annual cost a year's share")
  func zeroRate() throws {
    for discounting in Discounting.allCases {
      let sum = try summary([once("1000"), yearly("60")], plan(rate: "0", discounting))
      #expect(sum.total.presentValue == 1300)
      #expect(abs(sum.equalAnnualCost - 260) < 1e-12)
    }
  }

  private func changed(_ change: (inout CostLine) -> Void) -> CostLine {
    var line = yearly("1")
    change(&line)
    return line
  }

  @Test("Each fault of a line is named")
  func lines() throws {
    let cases: [(CostLine, LineFault)] = [
      (yearly("-0.01"), .negativeAmount),
      (
        changed { $0.price = .stated(low: Amount(2), likely: .one, high: Amount(3)) },
        .rangeNotOrdered
      ),
      (
        changed { $0.price = .stated(low: .one, likely: Amount(3), high: Amount(2)) },
        .rangeNotOrdered
      ),
      (
        changed { $0.price = .stated(low: Amount(-1), likely: .one, high: Amount(2)) },
        .negativeAmount
      ),
      (
        changed {
          $0.price = .onRequest(assumed: .init(low: Amount(-2), likely: .one, high: .one))
        }, .negativeAmount
      ),
      (changed { $0.discount = amount("1.01") }, .discountShare(amount("1.01"))),
      (changed { $0.discount = amount("-0.1") }, .discountShare(amount("-0.1"))),
      (changed { $0.priceBase = .zero }, .priceBase(.zero)),
      (changed { $0.priceBase = Amount(-100) }, .priceBase(Amount(-100))),
      (changed { $0.count = Amount(-1) }, .negativeCount(Amount(-1))),
      (changed { $0.minimumQuantity = Amount(-1) }, .negativeMinimum(Amount(-1))),
      (changed { $0.per = "seats" }, .unknownQuantity("seats")),
      (yearly("1", from: "2028-01-01", through: "2027-12-31"), .endsBeforeStart),
      (yearly("1", from: "2026-01-01"), .paidBeforeStart),
      (once("1", on: "2027-06-30"), .paidBeforeStart),
      (changed { $0.price = .fixed(Amount(units: .max)) }, .overflow),
      (
        changed {
          $0.price = .fixed(amount("100000000000000000000"))
          $0.count = amount("10000000")
        }, .overflow
      ),
    ]
    for (line, expected) in cases {
      #expect(try fault(of: line, in: plan()) == expected)
    }
  }

  @Test("A price in the last digits before the range's end is held to the end")
  func largest() throws {
    let largest = Amount(units: .max)
    var line = once("1")
    line.price = .fixed(largest)
    #expect(try summary([line], plan()).total.nominal == largest)
    let name = LineReference(origin: .offer, index: 1, name: "set-up")
    #expect(throws: TotalCostError.line(name, fault: .overflow)) {
      try TotalCost.evaluate(lines: [line, once("1")], plan: plan())
    }
    #expect(
      try TotalCost.faults(lines: [line, once("1")], plan: plan()) == [
        .line(name, fault: .overflow)
      ])
    let later = once("1", on: "2028-01-01", name: "later")
    #expect(throws: TotalCostError.self) {
      try TotalCost.evaluate(lines: [line, later], plan: plan())
    }
  }

  @Test("Payments before the start may be marked as sunk")
  func sunk() throws {
    var line = yearly("10", from: "2026-01-01", every: .month)
    line.omitsSunkPayments = true
    let cost = try TotalCost.evaluate(lines: [line], plan: plan())
    #expect(cost.summary?.total.nominal == Amount(600))
    #expect(cost.notes == [.sunk(.init(origin: .offer, index: 0, name: "fee"))])
  }

  @Test("All faults are found, not only the first")
  func all() throws {
    let lines = [yearly("-1", name: "a"), yearly("1"), once("1", on: "2020-01-01", name: "b")]
    let faults = try TotalCost.faults(
      lines: lines, plan: plan(), goLive: date("2028-01-01"),
      baseline: [yearly("-1", name: "c")])
    #expect(
      faults == [
        .line(.init(origin: .offer, index: 0, name: "a"), fault: .negativeAmount),
        .line(.init(origin: .offer, index: 2, name: "b"), fault: .paidBeforeStart),
        .line(.init(origin: .baseline, index: 0, name: "c"), fault: .negativeAmount),
      ])
    #expect(throws: faults[0]) { try TotalCost.evaluate(lines: lines, plan: plan()) }
    #expect(try TotalCost.faults(lines: [yearly("1")], plan: plan()).isEmpty)
    #expect(
      try TotalCost.faults(lines: lines, plan: plan(years: 0)) == [.horizon(years: 0)])
  }

  @Test("No lines cost nothing")
  func empty() throws {
    let sum = try summary([], plan())
    #expect(sum.total.nominal == .zero)
    #expect(sum.total.presentValue == 0)
    #expect(sum.months.count == 61)
    #expect(sum.categories.isEmpty)
  }
}
