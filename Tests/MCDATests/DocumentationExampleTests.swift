import MCDA
import Testing

/// The examples of the documentation catalogue say what comes out.
@Suite struct DocumentationExampleTests {
  private func close(_ a: [Double], _ b: [Double], _ tolerance: Double = 1e-4) -> Bool {
    a.count == b.count && zip(a, b).allSatisfy { ($0 - $1).magnitude < tolerance }
  }

  @Test func overview() throws {
    let cars = try PerformanceTable(
      alternatives: ["Corsa", "Clio", "Fiesta"],
      criteria: [
        .init("price", .minimise, weight: 35), .init("economy", weight: 25),
        .init("looks", weight: 25), .init("boot", weight: 15),
      ],
      values: [
        5490, 51.4, 8.5, 285,
        6500, 70.6, 7.0, 288,
        6489, 54.3, 7.5, 290,
      ])
    let result = try TOPSIS().evaluate(cars)
    #expect(close(result.closeness, [0.4816, 0.5182, 0.1779]))
    #expect(result.ranking.ranks == [2, 1, 3])
  }

  @Test func valueMethods() throws {
    let table = try PerformanceTable(
      values: [0.62, 0.70, 0.55, 0.48, 0.85, 0.70],
      directions: [.maximise, .maximise, .maximise], weights: [0.5, 0.3, 0.2])
    let sum = try WeightedSum(normalisation: .none).evaluate(table)
    #expect(close(sum.scores, [0.63, 0.635], 1e-12))
    #expect(close([sum.normalised.contribution(1, 1)], [0.255], 1e-12))
  }

  @Test func distanceMethods() throws {
    let table = try PerformanceTable(
      values: [1, 3000, 2, 3750, 5, 4500], directions: [.minimise, .maximise], weights: [1, 1])
    let result = try VIKOR(v: 0.5).evaluate(table)
    #expect(result.q == [1, 0, 1])
    #expect(result.compromise == [1])
  }

  @Test func outrankingMethods() throws {
    let table = try PerformanceTable(
      values: [80, 5, 65, 2, 83, 9], directions: [.maximise, .minimise], weights: [3, 2])
    let flows = try Promethee([
      .linear(indifference: 2, preference: 10), .vShape(preference: 4),
    ]).evaluate(table)
    #expect(flows.net.reduce(0, +).magnitude < 1e-15)
    #expect(flows.relation(0, 1) == .preferred)
    #expect(flows.relation(1, 2) == .incomparable)
  }

  @Test func awardFormulas() throws {
    let bids = try PerformanceTable(
      offers: ["A", "B", "D", "X"], performance: [760, 500, 840, 550],
      price: [124_000, 148_000, 158_000, 360_000], performanceShare: 0.6)
    let all = try WeightedRatioAward(reference: .mean).evaluate(bids)
    let serious = try WeightedRatioAward(reference: .mean).evaluate(bids.keeping([0, 1, 2]))
    #expect(all.ranking.winners == [2])
    #expect(serious.ranking.winners == [0])
  }

  @Test func weights() throws {
    #expect(close(RankWeights.rankOrderCentroid.weights(count: 3), [0.6111, 0.2778, 0.1111]))
    #expect(try StatedWeights.swing.weights([100, 50, 50]) == [0.5, 0.25, 0.25])
    let pairs = try PairwiseComparisons(rows: [[1, 0.5, 3], [2, 1, 4], [1.0 / 3, 0.25, 1]])
    let ahp = AHP(pairs)
    #expect(close(ahp.weights, [0.3196, 0.5584, 0.1220]))
    #expect(ahp.consistencyRatio.map { $0 < 0.1 } == true)
  }

  @Test func robustness() throws {
    let values = [0.9, 0.2, 0.4, 0.8, 0.5, 0.4]
    let relations = try PreferenceRelations(
      values: values, weights: WeightSet(.simplex, count: 2))
    #expect(relations.potentials == [.best, .best, .never])
    #expect(!relations.isNecessarilyPreferred(0, 2))
  }
}
