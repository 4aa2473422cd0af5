import MCDA
import ReproducibleMath
import Sensitivity
import Testing

/// Exact and sampled acceptabilities against each other.
@Suite struct AcceptabilityTests {
  private func values(_ seed: UInt64, _ rows: Int, _ columns: Int) -> [Double] {
    var stream = RandomStream(seed: seed, stream: 9, block: 0)
    return (0..<(rows * columns)).map { _ in stream.uniform() }
  }

  @Test(arguments: [(2, 4, false), (2, 6, true), (3, 4, false), (3, 5, true), (3, 7, false)])
  func exactAgreesWithSampling(columns: Int, rows: Int, isOrdered: Bool) async throws {
    for seed in UInt64(1)..<6 {
      let values = values(seed, rows, columns)
      let order = isOrdered ? Array((0..<columns).reversed()) : nil
      let exact = try #require(ExactAcceptability(values: values, criteria: columns, order: order))
      let value = try AdditiveValue(
        tree: ValueTree(flat: [Double](repeating: 1, count: columns)), values: values)
      let shape = order.map { WeightRegion.Shape.ordered($0.map { $0 + 1 }) } ?? .free
      let sampled = try await SMAA.run(
        value, region: WeightRegion(shape, tree: value.tree), draws: 10_000, seed: seed)
      for a in 0..<rows {
        #expect((exact.rankAcceptability[a].reduce(0, +) - 1).magnitude < 1e-12)
        for rank in 0..<rows {
          let share = exact.rankAcceptability[a][rank]
          let error = (share * (1 - share) / 10_000).squareRoot()
          let found = sampled.rankAcceptability[a][rank].value
          #expect((share - found).magnitude <= 5 * error + 1e-9)
        }
        guard let mean = exact.centralWeights[a], let found = sampled.centralWeights[a],
          let errors = sampled.centralWeightErrors[a], exact.rankAcceptability[a][0] > 0.01
        else { continue }
        for k in 0..<columns { #expect((mean[k] - found[k]).magnitude <= 5 * errors[k] + 1e-9) }
      }
    }
  }

  /// First-rank acceptability of two alternatives is a pairwise winning probability.
  @Test func exactAgreesWithTheRecursion() throws {
    for seed in UInt64(1)..<40 {
      let values = values(seed, 2, 3)
      let differences = (0..<3).map { values[$0] - values[3 + $0] }
      let free = try #require(ExactAcceptability(values: values, criteria: 3))
      #expect(
        (free.rankAcceptability[0][0] - PairwiseWinning.exact(differences: differences)).magnitude
          < 1e-12)
      let ordered = try #require(ExactAcceptability(values: values, criteria: 3, order: [0, 1, 2]))
      #expect(
        (ordered.rankAcceptability[0][0]
          - PairwiseWinning.exactOrdered(differences: differences)).magnitude < 1e-12)
    }
  }

  @Test func tiesAreShared() throws {
    let result = try #require(ExactAcceptability(values: [1, 0, 1, 0, 0, 0.5], criteria: 2))
    #expect((result.rankAcceptability[0][0] - result.rankAcceptability[1][0]).magnitude < 1e-15)
    // w₁ against w₂/2: level at one third.
    #expect((result.rankAcceptability[2][0] - 1.0 / 3).magnitude < 1e-12)
    #expect(result.breakpoints.count == 3)
    let single = try #require(ExactAcceptability(values: [4, 4], criteria: 1))
    #expect(single.rankAcceptability == [[0.5, 0.5], [0.5, 0.5]])
  }

  @Test func whatCannotBeCutExactly() {
    #expect(ExactAcceptability(values: [1, 2, 3, 4], criteria: 4) == nil)
    #expect(ExactAcceptability(values: [1, 2, 3], criteria: 2) == nil)
    #expect(ExactAcceptability(values: [1, .nan], criteria: 2) == nil)
    #expect(ExactAcceptability(values: [1, 2], criteria: 2, order: [0, 0]) == nil)
    #expect(ExactAcceptability(values: [], criteria: 2) == nil)
  }
}
