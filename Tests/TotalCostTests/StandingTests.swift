import Measures
import Testing

@testable import TotalCost

@Suite("What belongs to the total")
struct StandingTests {
  private func with(_ line: CostLine, _ change: (inout CostLine) -> Void) -> CostLine {
    var line = line
    change(&line)
    return line
  }

  @Test("Of a group the chosen alternative counts, else the first")
  func alternatives() throws {
    let basic = with(yearly("100", name: "basic")) {
      $0.status = .alternative(group: "edition", chosen: false)
    }
    let full = with(yearly("300", name: "full")) {
      $0.status = .alternative(group: "edition", chosen: false)
    }
    let chosen = with(full) { $0.status = .alternative(group: "edition", chosen: true) }
    let other = with(yearly("7")) { $0.status = .alternative(group: "support", chosen: false) }
    let first = try TotalCost.evaluate(lines: [basic, full, other], plan: plan())
    #expect(first.lines.map(\.standing) == [.counted, .notChosen, .counted])
    #expect(first.summary?.total.nominal == Amount(535))
    let second = try TotalCost.evaluate(lines: [basic, chosen, other], plan: plan())
    #expect(second.lines.map(\.standing) == [.notChosen, .counted, .counted])
    #expect(second.summary?.total.nominal == Amount(1535))
    let both = try TotalCost.evaluate(lines: [basic, chosen, chosen], plan: plan())
    #expect(both.lines.map(\.standing) == [.notChosen, .counted, .notChosen])
    #expect(both.notes == [.severalChosen(group: "edition")])
  }

  @Test("Optional lines are listed with their sum and stay out")
  func optional() throws {
    let line = with(yearly("40", name: "extra")) { $0.status = .optional }
    let cost = try TotalCost.evaluate(lines: [yearly("100"), line], plan: plan())
    #expect(cost.summary?.total.nominal == Amount(500))
    #expect(cost.optional.nominal == Amount(200))
    #expect(abs(cost.optional.presentValue - 40 * 4.329476670630818) < 1e-9)
    #expect(cost.lines[1].nominal == Amount(200))
  }

  @Test("A line without a price leaves no total to rank by")
  func onRequest() throws {
    let open = with(yearly("0", name: "support")) { $0.price = .onRequest(assumed: nil) }
    let cost = try TotalCost.evaluate(lines: [yearly("100"), open], plan: plan())
    #expect(cost.summary == nil)
    #expect(CostDraws([("a", cost)]) == nil)
    guard case .onRequest(let lines, let lowest) = cost.outcome else {
      Issue.record("priced")
      return
    }
    #expect(lines == [LineReference(origin: .offer, index: 1, name: "support")])
    #expect(lowest.total.nominal == Amount(500))
    #expect(cost.lines[1].standing == .onRequest)
    #expect(cost.lines[1].payments.isEmpty)
  }

  @Test("An assumed range stands for a missing price")
  func assumed() throws {
    let line = with(yearly("0")) {
      $0.price = .onRequest(
        assumed: .init(low: Amount(10), likely: Amount(20), high: Amount(40)))
    }
    #expect(try summary([line], plan()).total.nominal == Amount(100))
  }

  @Test("A missing price matters only where the line would count")
  func missingElsewhere() throws {
    let open = with(yearly("0")) { $0.price = .onRequest(assumed: nil) }
    let lines = [
      yearly("100"), with(open) { $0.status = .optional },
      with(yearly("1")) { $0.status = .alternative(group: "g", chosen: true) },
      with(open) { $0.status = .alternative(group: "g", chosen: false) },
      with(open) {
        $0.category = .exit; $0.timing = .once(on: nil)
      },
      with(open) { $0.kind = .discount },
      with(open) { $0.timing = .once(on: date("2040-01-01")) },
    ]
    let cost = try TotalCost.evaluate(lines: lines, plan: plan())
    #expect(cost.summary?.total.nominal == Amount(505))
    #expect(
      cost.lines.map(\.standing) == [
        .counted, .optional, .counted, .notChosen, .exitApart, .counted, .beyondHorizon,
      ])
    #expect(cost.exit.unpriced.map(\.index) == [4])
    #expect(
      cost.notes == [
        .reductionWithoutPrice(.init(origin: .offer, index: 5, name: "fee")),
        .beyondHorizon(.init(origin: .offer, index: 6, name: "fee")),
      ])
    let withExit = try TotalCost.evaluate(lines: lines, plan: plan(includesExit: true))
    #expect(withExit.summary == nil)
  }

  @Test("Reductions reduce, whichever sign they are written with", arguments: ["250", "-250"])
  func signs(text: String) throws {
    func reduction(_ kind: CostLine.Kind) -> CostLine { with(once(text)) { $0.kind = kind } }
    let discount = try summary([yearly("100"), reduction(.discount)], plan())
    #expect(discount.total.years.map(\.text) == ["-250", "100", "100", "100", "100", "100"])
    #expect(discount.investment == Amount(-250))
    let retained = try summary([yearly("100"), reduction(.retainedValue)], plan())
    // Without a date it is what remains at the end.
    #expect(retained.total.years.last == Amount(-150))
    #expect(retained.retainedValue.nominal == Amount(250))
    #expect(retained.investment == .zero)
    let apart = try TotalCost.evaluate(
      lines: [yearly("100"), reduction(.benefit)], plan: plan())
    #expect(apart.summary?.total.nominal == Amount(500))
    #expect(apart.benefits.nominal == Amount(250))
    #expect(apart.lines[1].standing == .benefitApart)
    let inside = try TotalCost.evaluate(
      lines: [yearly("100"), reduction(.benefit)], plan: plan(includesBenefits: true))
    #expect(inside.summary?.total.nominal == Amount(250))
    #expect(inside.summary?.benefits.nominal == Amount(250))
  }

  @Test("A reduction's range is turned round with its sign")
  func reductionRange() async throws {
    func range(_ line: CostLine) async throws -> CostRange? {
      let costs = try #require(CostDraws([("a", TotalCost.evaluate(lines: [line], plan: plan()))]))
      return await CostSimulation.run(costs, draws: 100, seed: 1).ranges.first
    }
    var line = yearly("0")
    line.kind = .discount
    line.price = .stated(low: Amount(-30), likely: Amount(-20), high: Amount(-10))
    let written = try await range(line)
    line.price = .stated(low: Amount(10), likely: Amount(20), high: Amount(30))
    #expect(try await range(line) == written)
    #expect(written?.standardDeviation != 0)
    line.price = .stated(low: Amount(-10), likely: .zero, high: Amount(10))
    #expect(try fault(of: line, in: plan()) == .rangeNotOrdered)
  }

  @Test("Parts add up to the total")
  func parts() throws {
    let lines = [
      once("1000"), yearly("100", inAdvance: true), yearly("30", category: .support),
      once("200", on: "2030-01-01", category: .hardware), once("80", category: .exit),
      with(once("150")) { $0.kind = .retainedValue }, with(yearly("5")) { $0.kind = .benefit },
      with(yearly("9")) { $0.payee = .own }, with(once("60")) { $0.kind = .discount },
    ]
    let sum = try summary(
      lines, plan(includesExit: true, includesBenefits: true), goLive: "2028-07-01",
      baseline: [yearly("400", inAdvance: true)])
    func add(_ amounts: [Amount]) throws -> Amount {
      try amounts.reduce(Amount.zero) { try $0.adding($1) }
    }
    #expect(sum.total.nominal == Amount(1000 + 500 + 150 + 200 + 80 - 150 - 25 + 45 - 60 + 400))
    #expect(try add(sum.months) == sum.total.nominal)
    #expect(try add(sum.total.years) == sum.total.nominal)
    #expect(try add(sum.fiscalYears.map(\.nominal)) == sum.total.nominal)
    #expect(
      try add(sum.categories.map(\.cost.nominal) + [sum.oldSystem.nominal]) == sum.total.nominal)
    #expect(
      try add(sum.payees.map(\.cost.nominal) + [sum.oldSystem.nominal]) == sum.total.nominal)
    #expect(
      sum.categories.map(\.key) == [.subscription, .hardware, .implementation, .support, .exit])
    #expect(sum.investment == Amount(1140))
    #expect(sum.recurring == Amount(695))
    #expect(sum.exit == Amount(80))
    let outgoing = try add([sum.investment, sum.recurring, sum.exit, sum.oldSystem.nominal])
    let incoming = try sum.retainedValue.nominal.adding(sum.benefits.nominal)
    #expect(try outgoing.subtracting(incoming) == sum.total.nominal)
    #expect(sum.firstYear == Amount(1000 - 60 + 100 + 30 + 9 - 5 + 400))
    let parts =
      sum.categories.map(\.cost.presentValue).reduce(0, +) + sum.oldSystem.presentValue
    #expect(abs(parts - sum.total.presentValue) < 1e-9)
  }

  @Test("A payment counts in the calendar year of its month")
  func fiscalYears() throws {
    let sum = try summary([once("1000"), yearly("10", every: .month)], plan(years: 2))
    #expect(sum.fiscalYears.map(\.year) == [2027, 2028, 2029])
    #expect(sum.fiscalYears.map(\.nominal.text) == ["1060", "120", "60"])
    let january = try summary([yearly("10", every: .month)], plan(years: 1, start: "2027-01-01"))
    #expect(january.fiscalYears.map(\.nominal.text) == ["120"])
  }

  @Test("A cut by the vendor acts on the vendor's lines, in proportion", arguments: [0.0, 0.1, 1])
  func priceCut(cut: Double) throws {
    func lines(_ share: Double) -> [CostLine] {
      [
        once("2000"), with(yearly("500", rise: "0.03")) { $0.discount = amount("0.1") },
        with(yearly("50")) { $0.kind = .discount }, with(yearly("70")) { $0.payee = .own },
        with(yearly("80")) { $0.payee = .thirdParty },
        with(once("300")) { $0.kind = .retainedValue },
      ].map { line in
        guard line.payee == .vendor, line.kind != .retainedValue,
          case .stated(_, let likely, _) = line.price
        else { return line }
        let kept = Amount(units: Int128((1 - share) * 1000) * Amount.unitsPerWhole / 1000)
        return with(line) { $0.price = .fixed((try? likely.times(kept)) ?? .zero) }
      }
    }
    let whole = try summary(lines(0), plan(.midYear))
    let cheaper = try summary(lines(cut), plan(.midYear))
    #expect(
      abs(whole.presentValue(afterPriceCut: cut) - cheaper.total.presentValue) < 1e-9)
  }
}
