import MCDA
import ReproducibleMath
import Sensitivity
import Testing

@Suite struct PairwiseWinningTests {
  @Test func theFlatExample() throws {
    let value = try FlatExample.value()
    let overA = PairwiseWinning.exact(differences: value.differences(1, 0))
    let overC = PairwiseWinning.exact(differences: value.differences(1, 2))
    #expect(rounded(overA, 4) == 0.7596)
    #expect(rounded(overC, 4) == 0.8199)
    let orderedA = PairwiseWinning.exactOrdered(differences: value.differences(1, 0))
    let orderedC = PairwiseWinning.exactOrdered(differences: value.differences(1, 2))
    #expect(rounded(orderedA, 4) == 0.4793)
    #expect(rounded(orderedC, 4) == 0.4856)
  }

  @Test func edges() {
    #expect(PairwiseWinning.exact(differences: []) == 0.5)
    #expect(PairwiseWinning.exact(differences: [0, 0, 0]) == 0.5)
    #expect(PairwiseWinning.exact(differences: [1e-17, -1e-17]) == 0.5)
    #expect(PairwiseWinning.exact(differences: [0.2]) == 1)
    #expect(PairwiseWinning.exact(differences: [-0.2]) == 0)
    #expect(PairwiseWinning.exact(differences: [0.2, 0]) == 1)
    #expect(PairwiseWinning.exact(differences: [-0.2, 0]) == 0)
    #expect(abs(PairwiseWinning.exact(differences: [0.3, -0.1]) - 0.75) < 1e-15)
  }

  /// All gains equal to all losses: half, by symmetry, also with thirty equal arguments.
  @Test func equalDifferencesAreStable() {
    let fifteen = [Double](repeating: 0.4, count: 15)
    let symmetric = PairwiseWinning.exact(differences: fifteen + fifteen.map { -$0 })
    #expect(abs(symmetric - 0.5) < 1e-12)
    let one = [0.4] + [Double](repeating: -0.4, count: 29)
    #expect(abs(PairwiseWinning.exact(differences: one) - 0x1p-29) < 1e-20)
  }

  /// Whoever does not win, loses, and the order of criteria does not matter.
  @Test func complementAndOrder() {
    var stream = RandomStream(seed: 8, stream: 0, block: 0)
    for count in 1...30 {
      let d = (0..<count).map { _ in stream.uniform() - 0.45 }
      let p = PairwiseWinning.exact(differences: d)
      #expect(abs(p + PairwiseWinning.exact(differences: d.map { -$0 }) - 1) < 1e-10)
      #expect(abs(p - PairwiseWinning.exact(differences: d.reversed())) < 1e-10)
      #expect(abs(p - PairwiseWinning.exact(differences: d.map { $0 * 7 })) < 1e-10)
    }
  }

  /// Distinct differences: Σ d^(n−1) / Π (d_j − d_l) over the gains.
  @Test func agreesWithPartialFractions() {
    let d = [0.31, -0.22, 0.05, -0.4, 0.17, -0.03]
    var sum = 0.0
    for (j, gain) in d.enumerated() where gain > 0 {
      var term = 1.0
      for (l, other) in d.enumerated() where l != j { term *= gain / (gain - other) }
      sum += term
    }
    #expect(abs(PairwiseWinning.exact(differences: d) - sum) < 1e-14)
  }

  @Test(arguments: [false, true])
  func agreesWithSampling(isOrdered: Bool) throws {
    var stream = RandomStream(seed: 21, stream: 1, block: 0)
    let draws = 40_000
    for count in [2, 3, 5, 9] {
      let d = (0..<count).map { _ in stream.uniform() - 0.5 }
      let sampler = try #require(
        isOrdered
          ? BoxSampler(order: Array(0..<count))
          : BoxSampler(
            lower: [Double](repeating: 0, count: count),
            upper: [Double](repeating: 1, count: count)))
      let wins = sampler.draw(draws, seed: 21, stream: 2).count {
        zip($0, d).reduce(0) { $0 + $1.0 * $1.1 } > 0
      }
      let p =
        isOrdered
        ? PairwiseWinning.exactOrdered(differences: d) : PairwiseWinning.exact(differences: d)
      let error = (p * (1 - p) / Double(draws)).squareRoot()
      #expect(abs(Double(wins) / Double(draws) - p) <= 4.5 * error + 1e-12)
    }
  }
}
