import DecisionModel
import Measures
import Messages
import Testing
import TotalCost

@testable import DecisionFile

@Suite("Scenarios and two-way tables")
struct ScenarioTests {
  private func read(_ lines: String) throws -> Decision {
    var diagnostics = Diagnostics()
    let text = changed(
      plus: "quantities: { users: { start: 60, growth: 8 % }, storage: [10, 20] }\n" + lines)
    let decision = DecisionFile.read(
      bytes: Array(text.utf8), file: "decision.yaml", loadCatalogue: { _ in nil },
      diagnostics: &diagnostics)
    #expect(diagnostics.all.isEmpty, "\(diagnostics.all)")
    return try #require(decision)
  }

  @Test("Every kind of change is read, in a fixed order")
  func changes() throws {
    let decision = try read(
      """
      scenarios:
        all:
          name: { de: Alles, en: All }
          quantities: { users: 90, storage: 5 }
          discount_rate: 8 %
          escalation: 6 %
          weights: { fit: 50 }
          offers:
            a: { price_cut: 10 %, go_live: 2028-01-01, answers: { help: standard, speed: 2.5 } }
            b: { withdrawn: yes }
      """ + "\n")
    let scenario = try #require(decision.scenarios.first)
    #expect(scenario.name == LocalText(de: "Alles", en: "All"))
    #expect(scenario.changes.count == 10)
    #expect(
      scenario.changes[0]
        == .quantity(
          name: "users",
          Quantity(
            course: .growing(
              start: Amount(90), rate: Amount(units: 8 * Amount.unitsPerWhole / 100)),
            isWhole: true)))
    #expect(
      scenario.changes[1]
        == .quantity(
          name: "storage", Quantity(course: .series([Amount(5), Amount(10)]), isWhole: false)))
    #expect(scenario.changes.contains(.withdrawn(offer: "b")))
    let speed = try #require(decision.criteria.index(of: "speed"))
    let figure = Amount(units: 5 * Amount.unitsPerWhole / 2)
    #expect(
      scenario.changes.contains(
        .answer(
          offer: "a", question: speed, .figure(low: figure, likely: figure, high: figure))))
  }

  @Test("A two-way table's axis over a weight keeps the siblings' sum")
  func weightAxis() throws {
    let decision = try read(
      """
      two_way_tables:
        - rows: { what: weight cost, values: [10 %, 100 %] }
          columns: { what: users, values: [40, 80] }
      """ + "\n")
    let table = try #require(decision.twoWayTables.first)
    let goals = decision.criteria.children[0]
    for step in table.rows.steps {
      guard case .weights(let weights) = step.change else {
        Issue.record("a weight axis changes weights")
        continue
      }
      #expect(abs(goals.map { weights[$0] }.reduce(0, +) - 1) < 1e-15)
      let cost = try #require(decision.criteria.index(of: "cost"))
      #expect(abs(weights[cost] - step.value.double) < 1e-15)
    }
    #expect(table.columns.steps.map(\.value) == [Amount(40), Amount(80)])
  }
}
