import MCDA
import Sensitivity
import Testing

/// The example of the library's documentation, with the figures it prints.
@Suite struct DocumentationExampleTests {
  @Test func theExampleHolds() async throws {
    let tree = try ValueTree(flat: [50, 30, 20])
    let value = try AdditiveValue(
      tree: tree,
      values: [
        0.80, 0.40, 0.60,  // A
        0.60, 0.70, 0.60,  // B
        0.50, 0.40, 0.20,  // C
      ])
    // 0.64, 0.63 and 0.41: A leads.
    #expect(value.ranking.winner == 0)
    // A and B are level where 0.2·w = 0.3·(1 − w)·0.6, that is at w = 0.18/0.38.
    let first = try #require(WeightStability(value, node: 1)?.winnerUnchanged)
    #expect((first.low - 0.18 / 0.38).magnitude < 1e-12)
    #expect(first.high == 1)
    #expect(first.pairBelow?.behind == 1)
    // The first weight down and the second up by the same share: 0.1·(1 − ρ) = 0.09·(1 + ρ), the
    // third taking what is left over.
    let radius = try #require(JointRadius(value).overall)
    #expect((radius - 0.01 / 0.19).magnitude < 1e-9)
    // C is never first, so A comes first exactly where it is ahead of B.
    let region = try WeightRegion(.ordered([1, 2, 3]), tree: tree)
    let shares = try await SMAA.run(value, region: region, draws: 100_000, seed: 1)
    let pair = PairwiseWinning.exactOrdered(differences: [0.2, -0.3, 0])
    let found = shares.rankAcceptability[0][0]
    #expect((found.value - pair).magnitude < 4 * found.standardError)
  }
}
