import MCDA
import ReproducibleMath
import Sensitivity
import Testing

@Suite struct SMAATests {
  /// Shares of the weight simplex, exact as ratios of lengths or areas; a cell may differ by 4.5
  /// standard errors.
  private func check(
    _ published: PublishedCase, _ shape: WeightRegion.Shape, ranks: [[Double]],
    central: [[Double]?], pairs: [[Double]]? = nil
  ) async throws {
    let value = try published.value()
    let region = try WeightRegion(shape, tree: value.tree)
    let draws = 40_000
    let smaa = try await SMAA.run(value, region: region, draws: draws, seed: 4)
    func agrees(_ share: SMAA.Share, _ p: Double) -> Bool {
      abs(share.value - p) <= 4.5 * (p * (1 - p) / Double(draws)).squareRoot() + 1e-9
    }
    for (row, expected) in zip(smaa.rankAcceptability, ranks) {
      #expect(zip(row, expected).allSatisfy { agrees($0, $1) }, "\(row) is not \(expected)")
    }
    for (weights, expected) in zip(smaa.centralWeights, central) {
      guard let expected else {
        #expect(weights == nil)
        continue
      }
      let weights = try #require(weights)
      #expect(zip(weights, expected).allSatisfy { abs($0 - $1) < 0.01 })
    }
    for (a, row) in (pairs ?? []).enumerated() {
      for (b, p) in row.enumerated() { #expect(agrees(smaa.pairwiseWinning[a][b], p)) }
    }
  }

  @Test func fourSchools() async throws {
    try await check(
      .schools, .free,
      ranks: [
        [7.0 / 18, 1.0 / 9, 5.0 / 186, 44.0 / 93],
        [0, 44.0 / 135, 47159.0 / 121365, 770.0 / 2697],
        [33.0 / 82, 4.0 / 41, 15.0 / 58, 7.0 / 29],
        [77.0 / 369, 2576.0 / 5535, 44.0 / 135, 0],
      ],
      central: [
        [29.0 / 36, 7.0 / 36], nil, [33.0 / 164, 131.0 / 164], [187.0 / 369, 182.0 / 369],
      ])
  }

  @Test func fourSchoolsOrdered() async throws {
    try await check(
      .schools, .ordered([1, 2]),
      ranks: [
        [7.0 / 9, 2.0 / 9, 0, 0], [0, 0, 14.0 / 29, 15.0 / 29], [0, 0, 15.0 / 29, 14.0 / 29],
        [2.0 / 9, 7.0 / 9, 0, 0],
      ],
      central: [[29.0 / 36, 7.0 / 36], nil, nil, [5.0 / 9, 4.0 / 9]])
  }

  @Test func fiveWaysToTravel() async throws {
    try await check(
      .paris, .free,
      ranks: [
        [47.0 / 76, 69.0 / 380, 1.0 / 5, 0, 0],
        [2001.0 / 8132, 42949.0 / 65056, 3.0 / 32, 0, 0],
        [0, 3.0 / 32, 319.0 / 608, 29.0 / 76, 0],
        [0, 0, 0, 1728.0 / 5353, 3625.0 / 5353],
        [29.0 / 214, 69.0 / 1070, 69.0 / 380, 120263.0 / 406828, 1728.0 / 5353],
      ],
      central: [
        [2047.0 / 5358, 41.0 / 94, 487.0 / 2679], [4205.0 / 12198, 1.0 / 6, 2980.0 / 6099], nil,
        nil, [29.0 / 321, 1.0 / 6, 159.0 / 214],
      ],
      pairs: [
        [0.5, 0.618421052631579, 1, 1, 0.8],
        [0.3815789473684211, 0.5, 0.90625, 1, 0.8644859813084113],
        [0, 0.09375, 0.5, 1, 0.618421052631579],
        [0, 0, 0, 0.5, 0.32280963945451147],
        [0.2, 0.13551401869158877, 0.3815789473684211, 0.6771903605454885, 0.5],
      ])
  }

  @Test func fiveWaysToTravelOrdered() async throws {
    try await check(
      .paris, .ordered([1, 2, 3]),
      ranks: [
        [1, 0, 0, 0, 0], [0, 1352.0 / 2135, 783.0 / 2135, 0, 0],
        [0, 783.0 / 2135, 1352.0 / 2135, 0, 0], [0, 0, 0, 13137.0 / 14105, 968.0 / 14105],
        [0, 0, 0, 968.0 / 14105, 13137.0 / 14105],
      ],
      central: [[11.0 / 18, 5.0 / 18, 1.0 / 9], nil, nil, nil, nil])
  }

  /// The sampled pairwise figures against the exact recursion.
  @Test func agreesWithTheExactPairs() async throws {
    let value = try FlatExample.value()
    let smaa = try await SMAA.run(value, region: WeightRegion(.free, tree: value.tree))
    for (a, b) in [(1, 0), (1, 2), (0, 2)] {
      let exact = PairwiseWinning.exact(differences: value.differences(a, b))
      let share = smaa.pairwiseWinning[a][b]
      #expect(abs(share.value - exact) <= 4.5 * share.standardError)
      #expect(abs(share.value + smaa.pairwiseWinning[b][a].value - 1) < 1e-15)
    }
    #expect(smaa.draws == 100_000 && smaa.seed == 1)
  }

  /// On two levels the law is a product: the mean of a drawn branch times its goal. The expected
  /// total of a box symmetric about the weights is the total itself.
  @Test func weightsMultiplyDownTheTree() async throws {
    let value = try TreeExample.value()
    let region = try WeightRegion(.free, tree: value.tree)
    let smaa = try await SMAA.run(value, region: region, draws: 50_000)
    #expect(smaa.drawnNodes == [1, 2, 3, 4, 5, 6])
    // Second way: leads of the goals and branches, by a sum over an independent sampler.
    var wins = 0.0
    let sampler = try #require(BoxSampler(lower: [0, 0, 0], upper: [1, 1, 1]))
    let d = value.differences(0, 1)
    let goals = sampler.draw(50_000, seed: 77, lane: 1)
    for (goals, branches) in zip(goals, sampler.draw(50_000, seed: 77, lane: 2)) {
      let fit = branches[0] * d[0] + branches[1] * d[1] + branches[2] * d[2]
      if goals[0] * fit + goals[1] * d[3] + goals[2] * d[4] > 0 { wins += 1 }
    }
    let share = smaa.pairwiseWinning[0][1]
    #expect(abs(share.value - wins / 50_000) <= 4.5 * share.standardError * 2.0.squareRoot())
  }

  @Test func weightsBelowTheDepthStayFixed() async throws {
    let value = try AdditiveValue.random(seed: 2, alternatives: 4)
    let region = try WeightRegion(.relative(0.3), tree: value.tree, depth: 1)
    let smaa = try await SMAA.run(value, region: region, draws: 3_000)
    #expect(smaa.drawnNodes == value.tree.nodes[0].children)
    // The same with the goals as leaves.
    let goals = value.tree.nodes[0].children
    let flat = try AdditiveValue(
      tree: ValueTree(flat: goals.map { value.tree.nodes[$0].localWeight }),
      values: (0..<4).flatMap { a in goals.map { value.nodeValue(a, node: $0) } })
    let same = try await SMAA.run(
      flat, region: WeightRegion(.relative(0.3), tree: flat.tree), draws: 3_000)
    #expect(smaa.rankAcceptability == same.rankAcceptability)
    #expect(smaa.pairwiseWinning == same.pairwiseWinning)
  }

  @Test func threadsChangeNothing() async throws {
    let value = try AdditiveValue.random(seed: 3, alternatives: 5, goals: 2)
    let region = try WeightRegion(.relative(0.5), tree: value.tree)
    for draws in [1, 4_096, 13_000] {
      let one = try await SMAA.run(value, region: region, draws: draws, seed: 9)
      for threads in [2, 3, 7, 1_000] {
        let many = try await SMAA.run(
          value, region: region, draws: draws, seed: 9, threads: threads)
        #expect(many == one)
      }
    }
    let other = try await SMAA.run(value, region: region, draws: 4_000, seed: 10)
    let first = try await SMAA.run(value, region: region, draws: 4_000, seed: 9)
    let second = try await SMAA.run(value, region: region, draws: 4_000, seed: 9, stream: 1)
    #expect(other.rankAcceptability != first.rankAcceptability)
    #expect(second.rankAcceptability != first.rankAcceptability)
  }

  /// Rounds of many blocks are put together in order.
  @Test func manyBlocksOnFewThreads() async throws {
    let value = try AdditiveValue(tree: ValueTree(flat: [2, 1]), values: [0.2, 0.9, 0.8, 0.1])
    let region = try WeightRegion(.free, tree: value.tree)
    let one = try await SMAA.run(value, region: region, draws: 140_000)
    let two = try await SMAA.run(value, region: region, draws: 140_000, threads: 2)
    #expect(one == two)
  }

  @Test func ranksAndAlternativesBothSumToOne() async throws {
    let value = try AdditiveValue(
      tree: ValueTree(flat: [1, 1, 1]),
      values: [0.5, 0.6, 0.7, 0.5, 0.6, 0.7, 0.9, 0.1, 0.2, 0.5, 0.6, 0.7])
    let region = try WeightRegion(.free, tree: value.tree)
    let smaa = try await SMAA.run(value, region: region, draws: 10_000)
    for a in 0..<4 {
      #expect(abs(smaa.rankAcceptability[a].reduce(0) { $0 + $1.value } - 1) < 1e-9)
      #expect(abs(smaa.rankAcceptability.reduce(0) { $0 + $1[a].value } - 1) < 1e-9)
    }
    #expect(smaa.pairwiseWinning[0][1].value == 0.5 && smaa.pairwiseWinning[3][0].value == 0.5)
    #expect(smaa.rankAcceptability[0] == smaa.rankAcceptability[1])
    #expect(abs(smaa.expectedRank.reduce(0) { $0 + $1.value } - 10) < 1e-9)
  }

  @Test func permutingAlternativesPermutesResults() async throws {
    let value = try AdditiveValue.random(seed: 6, alternatives: 5)
    let order = [4, 2, 0, 1, 3]
    let region = try WeightRegion(.relative(0.6), tree: value.tree)
    let plain = try await SMAA.run(value, region: region, draws: 20_000)
    let turned = try await SMAA.run(value.permuted(order), region: region, draws: 20_000)
    for (position, alternative) in order.enumerated() {
      #expect(turned.rankAcceptability[position] == plain.rankAcceptability[alternative])
      #expect(turned.centralWeights[position] == plain.centralWeights[alternative])
      for (other, original) in order.enumerated() {
        #expect(
          turned.pairwiseWinning[position][other] == plain.pairwiseWinning[alternative][original])
      }
    }
    #expect(abs(turned.entropy.value - plain.entropy.value) < 1e-12)
  }

  @Test func entropyAndExpectedRank() async throws {
    let even = try AdditiveValue(tree: ValueTree(flat: [1, 1]), values: [0.4, 0.4, 0.4, 0.4])
    let region = try WeightRegion(.free, tree: even.tree)
    let undecided = try await SMAA.run(even, region: region, draws: 1_000)
    #expect(abs(undecided.entropy.value - 1) < 1e-12)
    #expect(undecided.expectedRank.map(\.value) == [1.5, 1.5])
    let alone = try AdditiveValue(tree: ValueTree(flat: [1, 1]), values: [0.4, 0.4])
    let decided = try await SMAA.run(alone, region: region, draws: 1_000)
    #expect(decided.entropy.value == 0 && decided.expectedRank.map(\.value) == [1])
    #expect(decided.rankAcceptability[0][0].standardError == 0)
  }

  /// One leaf, one alternative, no uncertain group: the ranking itself.
  @Test func withoutUncertaintyTheRankingIsCertain() async throws {
    let value = try AdditiveValue(tree: ValueTree(flat: [1]), values: [0.4, 0.9, 0.4])
    let smaa = try await SMAA.run(value, region: WeightRegion(.free, tree: value.tree), draws: 10)
    #expect(smaa.drawnNodes.isEmpty)
    let shares = smaa.rankAcceptability.map { $0.map(\.value) }
    #expect(shares == [[0, 0.5, 0.5], [1, 0, 0], [0, 0.5, 0.5]])
    #expect(smaa.centralWeights == [nil, [], nil])
    let points = try WeightRegion(.relative(0), tree: FlatExample.value().tree)
    let fixed = try await SMAA.run(FlatExample.value(), region: points, draws: 10)
    #expect(fixed.rankAcceptability.map { $0[0].value } == [0, 1, 0])
  }

  /// What lies in one batch of 64 draws does not tell how far such batches differ.
  @Test func fewDrawsTellNoError() async throws {
    let value = try FlatExample.value()
    let region = try WeightRegion(.free, tree: value.tree)
    let few = try await SMAA.run(value, region: region, draws: 64)
    #expect(few.centralWeightErrors == [nil, nil, nil] && few.centralWeights[1] != nil)
    let more = try await SMAA.run(value, region: region, draws: 128)
    #expect(more.centralWeightErrors[1]?.allSatisfy { $0 > 0 } == true)
  }

  @Test func senselessRequestsAreRefused() async throws {
    let value = try FlatExample.value()
    let region = try WeightRegion(.free, tree: value.tree)
    for draws in [0, -1, Int.min, SMAA.largestDraws + 1] {
      await #expect(throws: SMAAError.badDraws(draws)) {
        try await SMAA.run(value, region: region, draws: draws)
      }
    }
    await #expect(throws: SMAAError.badThreads(0)) {
      try await SMAA.run(value, region: region, threads: 0)
    }
    let foreign = try WeightRegion(.free, tree: TreeExample.value().tree)
    await #expect(throws: SMAAError.foreignRegion) { try await SMAA.run(value, region: foreign) }
  }
}
