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
  func exactAgreesWithSampling(columns: Int, rows: Int, isOrdered: Bool) throws {
    for seed in UInt64(1)..<6 {
      let values = values(seed, rows, columns)
      let order = isOrdered ? Array((0..<columns).reversed()) : nil
      let exact = try #require(ExactAcceptability(values: values, criteria: columns, order: order))
      let sampled = try #require(
        UncertainAcceptability(
          values: values.map { .exact($0) }, criteria: columns, order: order, draws: 10_000,
          seed: seed))
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
    #expect(
      UncertainAcceptability(values: [.uniform(low: 2, high: 1)], criteria: 1) == nil)
    #expect(
      UncertainAcceptability(values: [.gaussian(mean: 2, deviation: -1)], criteria: 1) == nil)
    #expect(UncertainAcceptability(values: [.exact(1)], criteria: 1, draws: 0) == nil)
    #expect(UncertainAcceptability(values: [.exact(1)], criteria: 1, order: [1]) == nil)
  }

  /// One criterion, two alternatives: the chance that one draw exceeds a fixed number is known.
  @Test(arguments: [
    (UncertainAcceptability.Value.gaussian(mean: 0, deviation: 2), 2.0, 0.158655),
    (.uniform(low: -1, high: 3), 2, 0.25),
    (.triangular(low: 0, mode: 1, high: 4), 2, 1.0 / 3),
    (.triangular(low: 0, mode: 0, high: 1), 0.5, 0.25),
    (.triangular(low: 0, mode: 1, high: 1), 0.5, 0.75),
    (.triangular(low: 1, mode: 1, high: 1), 0.5, 1),
  ])
  func distributionsHaveTheirShape(
    value: UncertainAcceptability.Value, bound: Double, chance: Double
  ) throws {
    let result = try #require(
      UncertainAcceptability(values: [value, .exact(bound)], criteria: 1, draws: 100_000, seed: 3))
    let error = (chance * (1 - chance) / 100_000).squareRoot()
    #expect((result.rankAcceptability[0][0].value - chance).magnitude <= 5 * error)
    #expect((result.pairwiseWinning[0][1].value - chance).magnitude <= 5 * error)
  }

  @Test func sameSeedSameResult() throws {
    func run(_ seed: UInt64) -> UncertainAcceptability? {
      UncertainAcceptability(
        values: [
          .gaussian(mean: 0, deviation: 1), .exact(0.1), .uniform(low: 0, high: 1), .exact(0),
        ],
        criteria: 2, draws: 9000, seed: seed)
    }
    #expect(run(4) == run(4))
    #expect(run(4) != run(5))
  }
}
