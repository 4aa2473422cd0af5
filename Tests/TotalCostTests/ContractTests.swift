import Measures
import Testing

@testable import TotalCost

/// What contracts say beside price and rhythm; figures worked out by hand.
@Suite("Contracts")
struct ContractTests {
  private func years(
    _ line: CostLine, _ frame: CostPlan, baseline: [CostLine] = []
  ) throws -> [String] {
    try summary([line], frame, baseline: baseline).total.years.map(\.text)
  }

  // MARK: Rises

  @Test("An index is passed on by a share, from a threshold on, between floor and cap")
  func index() throws {
    var frame = try plan(years: 5)
    let start = frame.start.monthIndex
    // Up by 2 %, then 1 % more, then 10 %, then down by 5 %.
    frame.indexes["prices"] = IndexSeries(
      values: zip([0, 12, 24, 36, 48], ["100", "102", "103.02", "113.322", "107.6559"]).map {
        .init(month: start + $0, value: amount($1))
      })
    var line = yearly("1000")
    line.escalation = .init(index: .init(name: "prices"))
    #expect(try years(line, frame) == ["0", "1000", "1020", "1030.2", "1133.22", "1076.559"])
    line.escalation.cap = amount("0.05")
    #expect(try years(line, frame) == ["0", "1000", "1020", "1030.2", "1081.71", "1027.6245"])
    line.escalation.floor = .zero
    #expect(try years(line, frame) == ["0", "1000", "1020", "1030.2", "1081.71", "1081.71"])
    // Half the change plus one percent, which is not compounded.
    line.escalation = .init(
      rate: amount("0.01"), index: .init(name: "prices", share: amount("0.5")),
      compounding: false)
    #expect(try years(line, frame) == ["0", "1000", "1020", "1035", "1095", "1080"])
    // Below 2.5 % nothing happens, and the changes add up: 3.02 % in year 3.
    line.escalation = .init(index: .init(name: "prices", threshold: amount("0.025")))
    #expect(
      try years(line, frame) == ["0", "1000", "1000", "1030.2", "1133.22", "1076.559"])
    // The price belongs to an index of 80.
    line.escalation = .init(index: .init(name: "prices", baseValue: Amount(80)))
    #expect(try years(line, frame)[2] == "1275")
    line.escalation = .init(index: .init(name: "wages"))
    #expect(fault(of: line, in: frame) == .unknownIndex("wages"))
  }

  @Test("An index goes on as declared, or stands still, which is said")
  func beyondIndex() throws {
    var frame = try plan(years: 3)
    frame.indexes["prices"] = IndexSeries(
      values: [.init(month: frame.start.monthIndex, value: Amount(50))])
    var line = yearly("1000")
    line.escalation = .init(index: .init(name: "prices"))
    #expect(try years(line, frame) == ["0", "1000", "1000", "1000"])
    #expect(try TotalCost.evaluate(lines: [line], plan: frame).notes == [.lastIndexHeld("prices")])
    frame.indexes["prices"]?.growthAfter = amount("0.03")
    #expect(try years(line, frame) == ["0", "1000", "1030", "1060.9"])
    #expect(try TotalCost.evaluate(lines: [line], plan: frame).notes.isEmpty)
  }

  @Test("A protected price does not rise and keeps its discount; then the list price is paid")
  func protection() throws {
    let frame = try plan(years: 4)
    var line = yearly("1000", rise: "0.1")
    line.discount = amount("0.2")
    line.protection = .init(through: try #require(date("2029-06-30")))
    #expect(try years(line, frame) == ["0", "800", "800", "1210", "1331"])
    line.protection?.listPrice = Amount(1100)
    #expect(try years(line, frame) == ["0", "800", "800", "1331", "1464.1"])
    // Free at first.
    line.price = .fixed(.zero)
    #expect(try years(line, frame) == ["0", "0", "0", "1331", "1464.1"])
  }

  @Test("Real and nominal are never mixed")
  func real() throws {
    var frame = try plan(years: 2, rate: "0.02")
    frame.rateTerms = .real(inflation: nil)
    #expect(fault(of: yearly("100", rise: "0.03"), in: frame) == .risesWithRealRate)
    let flat = try summary([yearly("100")], frame)
    #expect(abs(flat.total.presentValue - (100 / 1.02 + 100 / 1.0404)) < 1e-9)
    // 100 of constant worth is 103 and 106.09 of later money; the rate takes that out again.
    frame.rateTerms = .real(inflation: amount("0.03"))
    var rising = yearly("100", rise: "0.03")
    rising.escalation.firstIncrease = date("2027-07-01")
    rising.escalation.base = .planStart
    let nominal = try summary([yearly("103", rise: "0.03")], frame)
    #expect(abs(nominal.total.presentValue - flat.total.presentValue) < 1e-9)
  }

  // MARK: Quantities

  @Test("Units once paid for stay paid for, if the contract says so")
  func ratchet() throws {
    let users = Quantity(
      course: .series([Amount(10), Amount(14), Amount(8), Amount(12)]), isWhole: true)
    let frame = try plan(years: 4, quantities: ["users": users])
    var line = yearly("5", per: "users")
    #expect(try years(line, frame) == ["0", "50", "70", "40", "60"])
    line.paysHighestQuantity = true
    #expect(try years(line, frame) == ["0", "50", "70", "70", "70"])
    // Only what the line itself has had counts.
    line.timing = .recurring(
      every: .year, from: date("2029-07-01"), through: nil, inAdvance: false)
    #expect(try years(line, frame) == ["0", "0", "0", "40", "60"])
  }

  @Test("Included units are free, further ones cost the overage or the price")
  func allowance() throws {
    let calls = Quantity(course: .series([Amount(900), Amount(1500)]), isWhole: false)
    let frame = try plan(years: 2, quantities: ["calls": calls])
    var line = yearly("200", per: "calls")
    line.allowance = .init(included: Amount(1000), overagePrice: amount("0.3"))
    #expect(try years(line, frame) == ["0", "200", "350"])
    line.count = Amount(2)  // two packages of a thousand
    #expect(try years(line, frame) == ["0", "400", "400"])
    line.count = .one
    line.allowance = .init(included: Amount(1000))
    line.price = .fixed(amount("0.3"))
    #expect(try years(line, frame) == ["0", "0", "150"])
    line.tiers = .init(mode: .volume, bands: [.init(upTo: nil, price: .one)])
    #expect(fault(of: line, in: frame) == .allowance)
  }

  // MARK: Terms

  @Test("What ends before its term is paid on, or settled by a share of what is left")
  func term() throws {
    let frame = try plan(years: 4)
    var line = yearly("10", through: "2028-12-31", every: .month)
    line.term = .init(minimumMonths: 24)
    #expect(try years(line, frame) == ["0", "120", "120", "0", "0"])
    line.term = .init(minimumMonths: 12, renewalMonths: 12)
    #expect(try years(line, frame) == ["0", "120", "120", "0", "0"])
    // Six payments are left of the second year; half of them settle it in month 18.
    line.term?.terminationFee = amount("0.5")
    let sum = try summary([line], frame)
    #expect(sum.total.years.map(\.text) == ["0", "120", "90", "0", "0"])
    #expect(sum.months[18].text == "40")
    line.term = .init(minimumMonths: 6)
    #expect(try years(line, frame) == ["0", "120", "60", "0", "0"])
  }

  @Test("An old contract runs to the end of its term although the new system is live")
  func oldTerm() throws {
    var old = yearly("10", every: .month)
    old.term = .init(minimumMonths: 12, renewalMonths: 12)
    let sum = try summary([once("1")], plan(), goLive: "2028-09-01", baseline: [old])
    #expect(sum.oldSystem.nominal.text == "240")
  }

  @Test("Leaving costs what the term still binds to")
  func leaving() throws {
    var frame = try plan(years: 3)
    var line = yearly("10", every: .month)
    line.term = .init(minimumMonths: 24, renewalMonths: 18)
    let cost = try TotalCost.evaluate(lines: [line], plan: frame)
    // After year 1 twelve months are left, after year 2 none, after year 3 six of the renewal.
    #expect(cost.exit.years.map(\.nominal.text) == ["120", "0", "60"])
    #expect(cost.summary?.total.nominal.text == "360")
    frame.includesExit = true
    let with = try summary([line], frame)
    #expect(with.total.nominal.text == "420")
    #expect(with.exit.text == "60")
  }

  // MARK: Shares of other lines

  @Test("Maintenance is a share a year of what has been paid for by then")
  func shareOfBuild() throws {
    let frame = try plan(years: 2)
    let first = once("1000", category: .development)
    let second = once("400", on: "2028-03-01", category: .development)
    var upkeep = yearly("0.2", every: .month, category: .maintenance)
    upkeep.basis = .cost(of: .development)
    let sum = try summary([upkeep, first, second], frame)
    // Eight months of 1000 and sixteen of 1400, a fifth of it a year: from March 2028 on, month 9.
    #expect(sum.months[8].text == "16.666666666667")
    #expect(sum.months[9].text == "423.333333333333")
    #expect(sum.months[24].text == "23.333333333333")
    #expect(sum.total.years[2].text == "279.999999999996")
    var wrong = upkeep
    wrong.count = Amount(2)
    #expect(fault(of: wrong, in: frame) == .basis)
  }

  @Test("A bonus is a share of the year's spend by the threshold reached")
  func spend() throws {
    let frame = try plan(years: 2)
    let fee = yearly("10000", rise: "0.5", category: .subscription)
    var own = yearly("99999", category: .operation)
    own.payee = .own
    var bonus = yearly("1", category: .subscription)
    bonus.kind = .discount
    bonus.basis = .spend
    bonus.tiers = .init(
      mode: .volume,
      bands: [.init(upTo: Amount(12_000), price: .zero), .init(upTo: nil, price: amount("0.04"))])
    // 10,000 earns nothing; 2,500 at the start lift year 1 over the threshold.
    #expect(
      try summary([bonus, fee, own], frame).total.years.map(\.text)
        == ["0", "109999", "114399"])
    #expect(
      try summary([bonus, fee, own, once("2500")], frame).total.years.map(\.text)
        == ["2500", "109499", "114399"])
    bonus.kind = .cost
    #expect(fault(of: bonus, in: frame) == .basis)
  }

  // MARK: Money

  @Test("Each payment takes the last rate known by its month, and a shock moves those after it")
  func rates() throws {
    var frame = try plan(years: 3)
    frame.exchangeRates["CHF"] = [
      DatedRate(from: try #require(date("2028-07-15")), rate: amount("1.1")),
      DatedRate(from: try #require(date("2026-11-20")), rate: amount("1.04")),
    ]
    var line = yearly("100", every: .month)
    line.currency = "CHF"
    #expect(try years(line, frame) == ["0", "1248", "1320", "1320"])
    let cost = try TotalCost.evaluate(lines: [line], plan: frame)
    #expect(
      cost.notes == [.lastRateHeld(currency: "CHF", since: try #require(date("2028-07-15")))])
    let shocked = try frame.shocked(
      "CHF", by: amount("0.1"), from: try #require(date("2029-07-01")))
    #expect(try years(line, shocked) == ["0", "1248", "1320", "1452"])
    line.currency = "USD"
    #expect(fault(of: line, in: frame) == .unknownCurrency("USD"))
  }

  @Test("Tax that cannot be deducted, chance, lost time and ramp-up each multiply")
  func surcharges() throws {
    let frame = try plan(years: 1)
    var line = yearly("100", every: .month)
    line.unrecoverableTax = amount("0.19")
    #expect(try years(line, frame) == ["0", "1428"])
    line.unrecoverableTax = .zero
    line.probability = amount("0.25")
    #expect(try years(line, frame) == ["0", "300"])
    line.probability = .one
    line.productivityLoss = amount("0.1")
    #expect(try years(line, frame) == ["0", "1320"])
    line.productivityLoss = .zero
    // Over four months 7/8, 5/8, 3/8 and 1/8 are missing: two months in all.
    line.rampUpMonths = 4
    let sum = try summary([line], frame)
    #expect(sum.months[1...5].map(\.text) == ["187.5", "162.5", "137.5", "112.5", "100"])
    #expect(sum.total.nominal.text == "1400")
    for (period, price) in [(CostLine.Period.quarter, "300"), (.year, "1200")] {
      for inAdvance in [true, false] {
        var other = yearly(price, every: period, inAdvance: inAdvance)
        other.rampUpMonths = 4
        #expect(try years(other, frame) == ["0", "1400"], "however it is paid")
      }
    }
    line.rampUpMonths = 61
    #expect(fault(of: line, in: frame) == .surcharge)
    line.rampUpMonths = 0
    line.probability = amount("1.1")
    #expect(fault(of: line, in: frame) == .probability(amount("1.1")))
  }

  /// Support at 10 % of a fee of 1,000 a month is 1,200 a year, however both are paid; 10 % of what was
  /// paid once is paid every year.
  @Test(
    "A running share of what runs, too, is one of the same period", arguments: [true, false],
    CostLine.Period.allCases)
  func runningShare(inAdvance: Bool, period: CostLine.Period) throws {
    let frame = try plan(years: 3)
    var support = yearly("0.1", every: period, inAdvance: inAdvance, category: .support)
    support.basis = .cost(of: .subscription)
    for fee in [
      yearly("1000", every: .month), yearly("12000", inAdvance: true),
      yearly("3000", every: .quarter),
    ] {
      let cost = try TotalCost.evaluate(lines: [fee, support], plan: frame)
      #expect(cost.lines[1].years.map(\.nominal.text) == ["0", "1200", "1200", "1200"])
    }
    let licence = once("12000", category: .subscription)
    let both = try TotalCost.evaluate(
      lines: [licence, yearly("1000", every: .month), support], plan: frame)
    #expect(both.lines[2].years.map(\.nominal.text) == ["0", "2400", "2400", "2400"])
  }

  /// 18 % of a licence of 100,000 net, and 3 % of the spend beyond 100,000 net, each with 19 % tax of
  /// its own, once.
  @Test("Shares of other lines and bonuses are reckoned from net prices", arguments: [true, false])
  func taxOnShares(isInPrice: Bool) throws {
    let frame = try plan(years: 1)
    let rate = amount("0.19")
    var licence = once(isInPrice ? "119000" : "100000", category: .licence)
    if isInPrice { licence.includedTax = rate } else { licence.unrecoverableTax = rate }
    var upkeep = yearly("0.18", category: .maintenance)
    upkeep.basis = .cost(of: .licence)
    upkeep.unrecoverableTax = rate
    var bonus = yearly("0")
    (bonus.kind, bonus.basis, bonus.unrecoverableTax) = (.discount, .spend, rate)
    bonus.tiers = .init(
      mode: .graduated,
      bands: [.init(upTo: Amount(100_000), price: .zero), .init(upTo: nil, price: amount("0.03"))])
    #expect(try years(licence, frame) == ["119000", "0"])
    let lines = [licence, upkeep, bonus]
    // 18,000 and 540 with tax.
    #expect(try summary(lines, frame).total.years.map(\.text) == ["119000", "20777.4"])
  }

  @Test("Opportunity cost stands apart, and a fiscal year begins when it is told to")
  func apart() throws {
    var frame = try plan(years: 1)
    var lost = once("5000")
    lost.kind = .opportunity
    let cost = try TotalCost.evaluate(lines: [lost, yearly("10", every: .month)], plan: frame)
    #expect(cost.opportunity.nominal.text == "5000")
    #expect(cost.summary?.total.nominal.text == "120")
    #expect(cost.lines[0].standing == .opportunityApart)
    frame.fiscalYearStart = 10
    let sum = try summary([yearly("10", every: .month)], frame)
    #expect(sum.fiscalYears.map(\.year) == [2026, 2027])
    #expect(sum.fiscalYears.map(\.nominal.text) == ["30", "90"])
  }

  @Test("A milestone moves the dates that were taken from it and no others")
  func milestones() throws {
    var line = yearly("10", from: "2027-09-30", through: "2028-08-31", every: .month)
    line.milestones = .init(start: "go_live")
    let moved = line.moving(milestone: "go_live", byMonths: 5)
    #expect(
      moved.timing
        == .recurring(
          every: .month, from: date("2028-02-29"), through: date("2028-08-31"),
          inAdvance: false))
    #expect(line.moving(milestone: "pilot", byMonths: 5) == line)
  }
}

@Suite("More and later")
struct CostPropertyTests {
  @Test("More users never cost less unless a tier says so, and then it is reported")
  func monotone() throws {
    func users(_ count: Int) -> [String: Quantity] {
      ["users": Quantity(course: .growing(start: Amount(count), rate: .zero), isWhole: true)]
    }
    for number in 0..<40 {
      let model = try #require(RandomModel(number: number))
      for line in model.lines where line.kind == .cost && line.basis == .units {
        var last = Amount.zero
        for count in [1, 40, 60, 61, 62, 120, 260, 261, 500] {
          var frame = model.plan
          frame.quantities.merge(users(count)) { $1 }
          let total = try summary([line], frame).total.nominal
          if total < last { #expect([.volume, .package].contains(line.tiers?.mode)) }
          last = total
        }
      }
    }
  }

  @Test("A bound within reach is reported, and whether more costs less beyond it")
  func edges() throws {
    var line = yearly("1", per: "users")
    line.tiers = .init(
      mode: .volume,
      bands: [
        .init(upTo: Amount(50), price: Amount(10)), .init(upTo: Amount(100), price: Amount(9)),
        .init(upTo: nil, price: amount("8.99")),
      ])
    func found(_ start: Int, high: Int? = nil) throws -> [TierEdge] {
      let users = Quantity(
        course: .growing(start: Amount(start), rate: .zero), high: high.map { Amount($0) },
        isWhole: true)
      return try TotalCost.tierEdges(lines: [line], plan: plan(quantities: ["users": users]))
    }
    #expect(try found(70).isEmpty)
    #expect(try found(47).map(\.bound.text) == ["50"])
    #expect(try found(47).first?.isCheaperBeyond == true)
    #expect(try found(70, high: 101).map(\.bound.text) == ["100"])
    // 100 × 9 = 900 is less than 101 × 8.99 = 907.99.
    #expect(try found(95).map(\.isCheaperBeyond) == [false])
  }

  @Test("Crossings are found where the lead changes, and payback where it is gained")
  func crossings() {
    let flat = [10.0, 10, 10, 10, 10, 10]
    let rising = [2.0, 4, 6, 10, 12, 14]
    let one = CostCrossing(of: flat, against: rising)
    #expect(one.months == [3])
    #expect(one.payback == .month(3))
    #expect(CostCrossing(of: rising, against: flat).payback == .neverInside)
    #expect(CostCrossing(of: rising, against: flat).months == [3])
    #expect(CostCrossing(of: [1, 2], against: [1, 3]).payback == .fromTheStart)
    // A tie that goes back is no crossing.
    #expect(CostCrossing(of: [3, 2, 3], against: [2, 2, 2]).months.isEmpty)
    #expect(CostCrossing(of: [3, 2, 1, 3], against: [2, 2, 2, 2]).months == [1, 3])
  }

  @Test("Work packages add up by mean, and by variance or deviation as they hang together")
  func work() {
    let package = ThreePoint(low: 2, likely: 5, high: 14, shape: .pert)
    #expect(package.mean == 6)
    #expect(abs(package.variance - 4.0 * 8 / 7) < 1e-12)
    let apart = WorkEstimate([package, package], correlation: 0)
    let together = WorkEstimate([package, package], correlation: 1)
    #expect(apart.expected == 12 && apart.likely == 10)
    #expect(abs(apart.standardDeviation - (64.0 / 7).squareRoot()) < 1e-12)
    #expect(abs(together.standardDeviation - 2 * (32.0 / 7).squareRoot()) < 1e-12)
    #expect(abs(together.p80 - (12 + 0.8416 * together.standardDeviation)) < 1e-12)
  }
}
