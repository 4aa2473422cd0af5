import DecisionModel
import Evaluation
import Measures
import Messages
import Testing
import TotalCost

@Suite("Scenarios")
struct ScenarioTests {
  private static let half = Amount(units: Amount.unitsPerWhole / 2)

  private func small() -> SmallDecision {
    var small = SmallDecision()
    small.goals = [("fit", 60, [("a", 60), ("b", 40)])]
    small.cost = (40, 100_000, 500_000)
    small.offers = [
      .init(id: "one", answers: ["a": 90, "b": 40], price: 320_000),
      .init(id: "two", answers: ["a": 70, "b": 75], price: 250_000),
      .init(id: "three", answers: ["a": 40, "b": 95], price: 210_000),
    ]
    small.draws = 1_000
    return small
  }

  private func evaluate(
    _ small: SmallDecision, scenarios: [[Scenario.Change]] = [], tables: [TwoWayTable] = []
  ) async throws -> Evaluation {
    var decision = small.decision
    decision.scenarios = scenarios.enumerated().map {
      Scenario(
        id: "s\($0)", name: LocalText("s\($0)"), changes: $1, position: SmallDecision.place)
    }
    decision.twoWayTables = tables
    var diagnostics = Diagnostics()
    return try await Evaluator(decision: decision, offers: small.read, programVersion: "test")
      .evaluate(diagnostics: &diagnostics)
  }

  private func points(_ evaluation: Evaluation) -> [String: Double] {
    Dictionary(
      uniqueKeysWithValues: evaluation.offers.compactMap { offer in
        offer.points.map { (offer.id, $0) }
      })
  }

  private func points(_ scenario: ScenarioResult) -> [String: Double] {
    Dictionary(
      uniqueKeysWithValues: scenario.standings.compactMap { standing in
        standing.points.map { (standing.offer, $0) }
      })
  }

  @Test("A price cut equals an evaluation with lower prices")
  func priceCut() async throws {
    let result = try await evaluate(
      small(), scenarios: [[.priceCut(offer: "one", share: Self.half)]])
    var cheaper = small()
    cheaper.offers[0].price = 160_000
    let expected = try await evaluate(cheaper)
    #expect(points(result.scenarios[0]) == points(expected))
    #expect(result.scenarios[0].leader == expected.verdict.leader)
    #expect(result.scenarios[0].lead == expected.verdict.lead)
  }

  @Test("Two price cuts multiply, as two rebates on an invoice do")
  func twoCuts() async throws {
    let result = try await evaluate(
      small(),
      scenarios: [
        [
          .priceCut(offer: "one", share: Self.half), .priceCut(offer: "one", share: Self.half),
        ]
      ])
    let standing = try #require(result.scenarios[0].standings.first { $0.offer == "one" })
    #expect(standing.presentValue == 80_000)
  }

  @Test("Another answer equals an evaluation with that answer")
  func answer() async throws {
    var other = small()
    other.offers[2].answers["a"] = 100
    let question = try #require(small().criteria.index(of: "a"))
    let figure = Amount(100)
    let result = try await evaluate(
      small(),
      scenarios: [
        [
          .answer(
            offer: "three", question: question, .figure(low: figure, likely: figure, high: figure))
        ]
      ])
    #expect(points(result.scenarios[0]) == points(try await evaluate(other)))
    #expect(result.scenarios[0].changesLeader == (result.scenarios[0].leader != "one"))
  }

  @Test("A withdrawn offer is gone, and nobody else's points change")
  func withdrawn() async throws {
    let result = try await evaluate(small(), scenarios: [[.withdrawn(offer: "two")]])
    var expected = points(result)
    expected["two"] = nil
    #expect(points(result.scenarios[0]) == expected)
  }

  @Test("Other weights equal a profile with them")
  func weights() async throws {
    let tree = small().criteria
    var weights = tree.nodes.map(\.localWeight)
    weights[try #require(tree.index(of: "fit"))] = 0.3
    weights[try #require(tree.index(of: "cost"))] = 0.7
    var profiled = small()
    profiled.profiles = ["other": ["fit": 0.3, "cost": 0.7]]
    let result = try await evaluate(profiled, scenarios: [[.weights(weights)]])
    let profile = try #require(result.profiles.first)
    #expect(
      points(result.scenarios[0])
        == Dictionary(uniqueKeysWithValues: profile.standings.map { ($0.offer, $0.points) }))
  }

  @Test("A cell of a two-way table is the scenario of its row and column")
  func twoWay() async throws {
    let cuts = [Amount.zero, Self.half].map {
      TwoWayTable.Step(value: $0, change: .priceCut(offer: "three", share: $0))
    }
    let rates = [Amount.zero, Self.half].map {
      TwoWayTable.Step(value: $0, change: .discountRate($0))
    }
    let result = try await evaluate(
      small(),
      scenarios: cuts.flatMap { cut in rates.map { [cut.change, $0.change] } },
      tables: [
        TwoWayTable(
          rows: .init(parameter: .priceCut(offer: "three"), steps: cuts),
          columns: .init(parameter: .discountRate, steps: rates))
      ])
    let table = try #require(result.twoWayTables.first)
    #expect(
      table.cells.flatMap { $0.map(\.leader) } == result.scenarios.map(\.leader))
    #expect(table.cells.flatMap { $0.map(\.lead) } == result.scenarios.map(\.lead))
    #expect(table.cells[0][0].leader == result.verdict.leader)
    #expect(table.cells[0][0].lead == result.verdict.lead)
  }

  @Test("Weights of two axes in different groups hold together")
  func twoWeightAxes() async throws {
    let tree = small().criteria
    func step(_ change: [(String, Double)]) throws -> TwoWayTable.Step {
      var weights = tree.nodes.map(\.localWeight)
      for (name, weight) in change { weights[try #require(tree.index(of: name))] = weight }
      return TwoWayTable.Step(value: .zero, change: .weights(weights))
    }
    let goals = try step([("fit", 0.9), ("cost", 0.1)])
    let questions = try step([("a", 0), ("b", 1)])
    let both = try step([("fit", 0.9), ("cost", 0.1), ("a", 0), ("b", 1)])
    let result = try await evaluate(
      small(), scenarios: [[both.change]],
      tables: [
        TwoWayTable(
          rows: .init(parameter: .weight(criterion: 1), steps: [goals]),
          columns: .init(parameter: .weight(criterion: 2), steps: [questions]))
      ])
    #expect(result.twoWayTables[0].cells[0][0].leader == result.scenarios[0].leader)
    #expect(result.twoWayTables[0].cells[0][0].lead == result.scenarios[0].lead)
  }

  @Test("A limit that a scenario breaks excludes as in the decision")
  func limits() async throws {
    var limited = small()
    limited.limits.total = Amount(300_000)
    let result = try await evaluate(
      limited, scenarios: [[.priceCut(offer: "one", share: Self.half)]])
    #expect(result.offer("one")?.state == .excluded)
    let standing = try #require(result.scenarios[0].standings.first { $0.offer == "one" })
    #expect(standing.state == .acceptable)
    #expect(standing.rank == 1)
  }
}
