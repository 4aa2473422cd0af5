import Measures
import ReproducibleMath
import Testing

@testable import TotalCost

@Suite("When a line is paid")
struct ScheduleTests {
  private func schedule(
    _ period: CostLine.Period, from: String?, through: String?, inAdvance: Bool, years: Int = 2,
    limit: Int? = nil
  ) throws -> Schedule {
    let grid = MonthGrid(start: try #require(date("2027-07-15")), years: years)
    return try Schedule(
      timing: .recurring(
        every: period, from: from.flatMap(date), through: through.flatMap(date),
        inAdvance: inAdvance),
      grid: grid, limit: limit ?? grid.months)
  }

  @Test("in advance in the first month of each period, in arrears in the last")
  func advanceAndArrears() throws {
    #expect(try schedule(.year, from: nil, through: nil, inAdvance: true).months == [1, 13])
    #expect(try schedule(.year, from: nil, through: nil, inAdvance: false).months == [12, 24])
    let quarters = try schedule(.quarter, from: nil, through: "2028-06-01", inAdvance: true)
    #expect(quarters.months == [1, 4, 7, 10])
    let arrears = try schedule(.quarter, from: nil, through: "2028-06-01", inAdvance: false)
    #expect(arrears.months == [3, 6, 9, 12])
    #expect(
      try schedule(.month, from: "2029-05-31", through: nil, inAdvance: false).months == [23, 24])
  }

  @Test("Periods count from the line's own start")
  func anchor() throws {
    #expect(
      try schedule(.year, from: "2027-10-01", through: nil, inAdvance: true).months == [4, 16])
    let arrears = try schedule(.year, from: "2027-10-01", through: nil, inAdvance: false)
    #expect(arrears.months == [15])
    #expect(arrears.hasUnfinishedPeriod)
    let old = try schedule(.year, from: "2020-03-01", through: nil, inAdvance: true)
    #expect(old.months == [9, 21])
    #expect(old.hasSunk)
  }

  @Test("A date belongs to its month, whatever the day")
  func wholeMonths() throws {
    let grid = MonthGrid(start: try #require(date("2027-07-15")), years: 1)
    for (day, month) in [
      ("2027-07-15", 0), ("2027-07-16", 1), ("2027-07-01", 1), ("2027-07-31", 1),
      ("2027-08-01", 2), ("2028-06-30", 12),
    ] {
      #expect(
        try Schedule(timing: .once(on: date(day)), grid: grid, limit: 12).months == [month],
        "\(day)")
    }
    let late = try Schedule(timing: .once(on: date("2028-07-01")), grid: grid, limit: 12)
    #expect(late.months.isEmpty && late.isCutByHorizon)
    let early = try Schedule(timing: .once(on: date("2027-06-30")), grid: grid, limit: 12)
    #expect(early.months.isEmpty && early.hasSunk)
  }

  @Test("Ends are inclusive, and what they cut is known")
  func ends() throws {
    let month = try schedule(.month, from: "2027-07-01", through: "2027-09-01", inAdvance: true)
    #expect(month.months == [1, 2, 3])
    #expect(!month.isCutByHorizon && !month.hasUnfinishedPeriod && !month.hasSunk)
    let long = try schedule(.year, from: nil, through: "2032-06-30", inAdvance: true)
    #expect(long.months == [1, 13] && long.isCutByHorizon)
    let exact = try schedule(.year, from: nil, through: "2029-06-30", inAdvance: true)
    #expect(exact.months == [1, 13] && !exact.isCutByHorizon)
    let half = try schedule(.year, from: nil, through: "2028-12-31", inAdvance: false)
    #expect(half.months == [12] && half.hasUnfinishedPeriod)
    let never = try schedule(.year, from: "2031-01-01", through: nil, inAdvance: true)
    #expect(never.months.isEmpty && never.isCutByHorizon)
  }

  @Test("Payments of a line that follows an exit")
  func afterExit() throws {
    func payments(_ period: CostLine.Period, _ through: String, _ inAdvance: Bool) throws -> Int {
      try Schedule.payments(
        of: .recurring(
          every: period, from: date("2027-01-01"), through: date(through), inAdvance: inAdvance))
    }
    #expect(try payments(.month, "2027-03-31", true) == 3)
    #expect(try payments(.quarter, "2027-04-30", true) == 2)
    #expect(try payments(.quarter, "2027-04-30", false) == 1)
    #expect(try Schedule.payments(of: .once(on: nil)) == 1)
  }

  @Test("By month, advance and arrears differ in present value; by year they do not")
  func byMonth() throws {
    for discounting in Discounting.allCases {
      let advance = try summary([yearly("1200", inAdvance: true)], plan(discounting))
      let arrears = try summary([yearly("1200")], plan(discounting))
      #expect(advance.total.nominal == arrears.total.nominal)
      if discounting == .byMonth {
        // A year apart, at the plan's 5 %.
        let ratio = arrears.total.presentValue / advance.total.presentValue
        #expect(abs(ratio - 1 / 1.05) < 1e-12)
      } else {
        #expect(advance.total.presentValue == arrears.total.presentValue)
      }
    }
  }

  @Test("By month, a payment counts months from the start to its month")
  func monthFactors() throws {
    let sum = try summary([once("1000", on: "2028-07-10")], plan(.byMonth))
    #expect(abs(sum.total.presentValue - 1000 / 1.05) < 1e-9)
    let first = try summary([once("1000", on: "2027-07-10")], plan(.byMonth))
    #expect(first.total.presentValue == 1000)
  }

  /// A loan of 15,000 at 8 % a year over 60 months: instalments of 304.1459143262 in arrears
  /// (numpy-financial, `test_pmt`); in advance they are worth a month's interest more.
  @Test("By month, instalments in arrears are worth the loan")
  func loan() throws {
    var terms = try plan(.byMonth)
    // (1 + 0.08/12)^12 − 1.
    terms.discountRate = amount("0.082999506808")
    func worth(inAdvance: Bool) throws -> Double {
      let line = CostLine(
        name: "loan", category: .subscription, price: .fixed(amount("304.1459143262")),
        timing: .recurring(every: .month, from: nil, through: nil, inAdvance: inAdvance))
      return try summary([line], terms).total.presentValue
    }
    #expect(abs(try worth(inAdvance: false) - 15000) < 1e-4)
    #expect(abs(try worth(inAdvance: true) - 15100) < 1e-4)
  }

  @Test("By month, a year in arrears is the year's end and one in advance its start")
  func wholeYears() throws {
    func total(_ lines: [CostLine], _ discounting: Discounting) throws -> Double {
      try summary(lines, plan(discounting)).total.presentValue
    }
    let arrears = [yearly("1200")]
    let advance = [yearly("1200", inAdvance: true)]
    #expect(abs(try total(arrears, .byMonth) - total(arrears, .endOfYear)) < 1e-9)
    #expect(abs(try total(advance, .byMonth) - total(advance, .startOfYear)) < 1e-9)
  }

  @Test("By month, what falls due at the horizon's end is paid then")
  func horizonEnd() throws {
    let terms = try plan(.byMonth, includesExit: true)
    let retained = CostLine(
      name: "resale", category: .hardware, price: .fixed(amount("1000")), timing: .once(on: nil),
      kind: .retainedValue)
    let leaving = CostLine(
      name: "export", category: .exit, price: .fixed(amount("1000")), timing: .once(on: nil))
    let worth = 1000 * ReproducibleMath.pow(1.05, -Double(terms.years))
    #expect(abs(try summary([retained], terms).total.presentValue + worth) < 1e-9)
    #expect(abs(try summary([leaving], terms).total.presentValue - worth) < 1e-9)
  }
}
