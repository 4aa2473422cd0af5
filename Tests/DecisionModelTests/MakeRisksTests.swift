import Measures
import Messages
import Testing
import TotalCost

@testable import DecisionModel

@Suite("What usually goes wrong")
struct MakeRisksTests {
  private func amount(_ text: String) throws -> Amount { try #require(Amount(plain: text)) }

  private func monthly(
    _ name: String, _ price: String, from: String? = nil, through: String? = nil,
    milestones: CostLine.Milestones = .init()
  ) throws -> CostLine {
    var line = CostLine(
      name: name, category: .maintenance, price: .fixed(try amount(price)),
      timing: .recurring(
        every: .month, from: from.flatMap { CalendarDate($0) },
        through: through.flatMap { CalendarDate($0) }, inAdvance: false))
    line.milestones = milestones
    return line
  }

  /// Three years; to go live after one, three months late at 4,000 each. Lines: 500 a month from going
  /// live on, 100 a month until the month of going live, 700 on a day of its own. Before: 1,000 a month.
  private func option() throws -> (declaration: OfferDeclaration, costs: [OfferedCost]) {
    let position = SourcePosition(file: "decision.yaml", line: 1, column: 1)
    var declaration = OfferDeclaration(
      id: "own", name: "Own", kind: .make, goLive: CalendarDate("2028-01-01"), files: [],
      position: position)
    declaration.delay = Delay(months: 3, monthlyCost: try amount("4000"))
    let lines = [
      try monthly("upkeep", "500", from: "2028-01-01", milestones: .init(start: "go_live")),
      try monthly("project", "100", through: "2028-01-01", milestones: .init(end: "go_live")),
      CostLine(
        name: "audit", category: .implementation, price: .fixed(try amount("700")),
        timing: .once(on: CalendarDate("2028-02-01"))),
    ]
    return (
      declaration,
      declaration.costs(
        lines.map { OfferedCost(line: $0, words: "", position: position) }, .english)
    )
  }

  private func plan() throws -> CostPlan {
    CostPlan(
      years: 3, start: try #require(CalendarDate("2027-01-01")), discountRate: .zero,
      discounting: .endOfYear)
  }

  @Test("A delay moves what begins or ends with going live, and the old system's end")
  func delay() throws {
    let (declaration, costs) = try option()
    #expect(declaration.expectedGoLive == CalendarDate("2028-04-01"))
    let cost = try TotalCost.evaluate(
      lines: costs.map(\.line), plan: plan(), goLive: declaration.expectedGoLive,
      baseline: [monthly("old", "1000")])
    let summary = try #require(cost.summary)
    // 21 months of upkeep, 16 of the project, the audit on its day, three months late.
    #expect(cost.lines.map(\.nominal.text) == ["10500", "1600", "700", "12000"])
    #expect(cost.lines[2].payments.map(\.month) == [14])
    #expect(cost.lines[3].payments.map(\.month) == [13, 14, 15])
    #expect(cost.oldSystem?.months == 15)
    #expect(summary.total.nominal.text == "39800")
  }

  /// A month later: 1,000 more for the old system, 100 more for the project, 500 less of upkeep.
  @Test("In draws the day moves all of it again")
  func draws() async throws {
    let (declaration, costs) = try option()
    let range = DateRange(
      low: try #require(CalendarDate("2027-11-01")), likely: try #require(declaration.goLive),
      high: try #require(CalendarDate("2028-05-01")))
    let cost = try TotalCost.evaluate(
      lines: costs.map(\.line), plan: plan(), goLive: declaration.expectedGoLive,
      goLiveRange: range, baseline: [monthly("old", "1000")])
    let draws = try #require(CostDraws([("own", cost)]))
    var values = [Double](repeating: 0, count: 4096)
    var workspace = draws.workspace()
    draws.fill(&values, draws: 4096, block: 0, seed: 1, in: &workspace)
    let months = Set(values.map { (($0 - 39_800) / 600 * 1e6).rounded() / 1e6 })
    #expect(months == [-2, -1, 0, 1, 2, 3, 4])
  }

  @Test("Without a day of going live the months of a delay are paid at once")
  func undated() throws {
    var (declaration, _) = try option()
    declaration.goLive = nil
    let lines = try declaration.expectedLosses(.english)
    #expect(lines.count == 1 && lines[0].count == Amount(3))
    #expect(lines[0].timing == .once(on: nil))
    declaration.delay = Delay(months: 0, monthlyCost: try amount("4000"))
    #expect(try declaration.expectedLosses(.english).isEmpty)
  }
}
