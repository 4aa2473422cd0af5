import MCDA
import Testing

/// Weights from ranks, points and spread.
@Suite struct WeightDerivationTests {
  @Test(arguments: 1...40)
  func rankWeightsFallAndSumToOne(_ count: Int) {
    for kind in RankWeights.allCases {
      let weights = kind.weights(count: count)
      #expect((weights.reduce(0, +) - 1).magnitude < 1e-12)
      #expect(zip(weights, weights.dropFirst()).allSatisfy { $0 >= $1 - 1e-15 })
    }
    // The centroid is the mean of the corners (1/r, …, 1/r, 0, …).
    let centroid = RankWeights.rankOrderCentroid.weights(count: count)
    for k in 0..<count {
      let mean = (k..<count).reduce(0) { $0 + 1 / Double($1 + 1) } / Double(count)
      #expect((centroid[k] - mean).magnitude < 1e-14)
    }
  }

  @Test func noCriteriaNoWeights() {
    #expect(RankWeights.rankSum.weights(count: 0) == [])
    #expect(RankWeights.rankSum.weights(count: -1) == [])
  }

  @Test func tiedRanksShare() {
    let weights = RankWeights.rankSum.weights(ranks: [2, 1, 2])
    #expect(weights[1] == 0.5)
    #expect(weights[0] == 0.25 && weights[2] == 0.25)
    let spread = RankWeights.reciprocal.weights(ranks: [30, 10, 20])
    #expect(spread == [2, 0, 1].map { RankWeights.reciprocal.weights(count: 3)[$0] })
  }

  @Test func statedPoints() throws {
    #expect(try StatedWeights.swing.weights([100, 50, 50]) == [0.5, 0.25, 0.25])
    #expect(try StatedWeights.direct.weights([1e99, 3e99]) == [0.25, 0.75])
    #expect(throws: MethodError.noWeights) { try StatedWeights.direct.weights([0, 0]) }
    #expect(throws: MethodError.noWeights) { try StatedWeights.direct.weights([]) }
    #expect(throws: MethodError.self) { try StatedWeights.swing.weights([90, 50]) }
    #expect(throws: MethodError.self) { try StatedWeights.swing.weights([100, 101]) }
    #expect(throws: MethodError.self) { try StatedWeights.direct.weights([1, -1]) }
    #expect(throws: MethodError.self) { try StatedWeights.direct.weights([1, .nan]) }
  }

  @Test func entropyIgnoresUnitsAndAgreement() throws {
    let values: [Double] = [30, 7, 19, 7, 68, 7]
    let table = try PerformanceTable(
      values: values, directions: [.maximise, .maximise], weights: [1, 1])
    let result = try EntropyWeights(table)
    #expect(result.weights == [1, 0])
    #expect(result.entropy[1] == 1)
    let scaled = try ScoringTables.changed(table) { $0 == 0 ? $1 * 1000 : $1 }
    #expect((try EntropyWeights(scaled).entropy[0] - result.entropy[0]).magnitude < 1e-12)
  }

  @Test func spreadThatGivesNoWeights() throws {
    func table(_ values: [Double], _ columns: Int) throws -> PerformanceTable {
      try PerformanceTable(
        values: values, directions: [Direction](repeating: .maximise, count: columns),
        weights: [Double](repeating: 1, count: columns))
    }
    #expect(throws: MethodError.noWeights) { try EntropyWeights(table([1, 2, 1, 2], 2)) }
    #expect(throws: MethodError.tooFewAlternatives(needed: 2, found: 1)) {
      try EntropyWeights(table([1, 2], 2))
    }
    #expect(throws: MethodError.self) { try EntropyWeights(table([1, -2, 3, 4], 2)) }
    #expect(throws: MethodError.self) { try EntropyWeights(table([1, 0, 3, 0], 2)) }
    #expect(throws: MethodError.noWeights) { try CriticWeights(table([1, 2, 2, 4, 5, 10], 2)) }
    #expect(throws: MethodError.noWeights) { try CriticWeights(table([1, 7, 2, 7, 5, 7], 2)) }
    #expect(throws: MethodError.tooFewAlternatives(needed: 2, found: 1)) {
      try CriticWeights(table([1, 2], 2))
    }
  }

  @Test func criticOfOpposites() throws {
    // r = −1: both columns tell equally much, and as much as can be.
    let table = try PerformanceTable(
      values: [1, 9, 5, 5, 9, 1, 4, 6], directions: [.maximise, .maximise], weights: [1, 1])
    let result = try CriticWeights(table)
    #expect((result.weights[0] - 0.5).magnitude < 1e-12)
    #expect((result.correlations[1] + 1).magnitude < 1e-12)
    // Turning one direction makes them agree, and nothing is left to be weighed.
    let turned = try PerformanceTable(
      values: [1, 9, 5, 5, 9, 1, 4, 6], directions: [.maximise, .minimise], weights: [1, 1])
    #expect(throws: MethodError.noWeights) { try CriticWeights(turned) }
  }
}
