import Measures
import Testing
import TotalCost

/// The example of the documentation catalogue says what comes out, with public declarations only.
@Suite struct DocumentationExampleTests {
  @Test func overview() async throws {
    let start = try #require(CalendarDate("2027-01-01"))
    var plan = CostPlan(
      years: 6, start: start, discountRate: Amount(plain: "0.05") ?? .zero, discounting: .byMonth)
    plan.quantities["users"] = Quantity(
      course: .growing(start: Amount(60), rate: Amount(plain: "0.08") ?? .zero), isWhole: true)

    // Renting: 45 a month for each user, 3 % dearer every year.
    let rent = CostLine(
      name: "Subscription", category: .subscription, price: .fixed(Amount(45)),
      timing: .recurring(every: .month, from: nil, through: nil, inAdvance: false), per: "users",
      escalation: .init(rate: Amount(plain: "0.03") ?? .zero))

    // Building: once, and a fifth of it a year to keep it alive.
    let build = CostLine(
      name: "Build", category: .development, price: .fixed(Amount(80_000)), timing: .once(on: nil))
    var upkeep = CostLine(
      name: "Maintenance", category: .maintenance, price: .fixed(Amount(plain: "0.2") ?? .zero),
      timing: .recurring(every: .quarter, from: nil, through: nil, inAdvance: false))
    upkeep.basis = .cost(of: .development)

    let rented = try TotalCost.evaluate(lines: [rent], plan: plan)
    let built = try TotalCost.evaluate(lines: [build, upkeep], plan: plan)
    let rentedSum = try #require(rented.summary)
    let builtSum = try #require(built.summary)
    #expect(rentedSum.total.nominal.text == "259052.778197658")
    #expect(builtSum.total.nominal.text == "176000")
    #expect(abs(rentedSum.total.presentValue - 220_711.38) < 0.01)
    let crossing = CostCrossing(of: builtSum.cumulative, against: rentedSum.cumulative)
    #expect(crossing.payback == .month(47))

    plan.discountRateRange = RateRange(
      low: Amount(plain: "0.03") ?? .zero, high: Amount(plain: "0.08") ?? .zero)
    let options = [
      (name: "rent", cost: try TotalCost.evaluate(lines: [rent], plan: plan)),
      (name: "build", cost: try TotalCost.evaluate(lines: [build, upkeep], plan: plan)),
    ]
    let costs = try #require(CostDraws(options))
    let simulation = await CostSimulation.run(
      costs, draws: 100_000, seed: 1, relativeError: 0.001)
    #expect(simulation.hasReachedError && simulation.draws < 100_000)
    #expect(simulation.ranges[0].p10 < 220_711 && simulation.ranges[0].p90 > 220_711)
    #expect(simulation.cheaper[1][0].value == 1)
  }
}
