import MCDA
import ReproducibleMath
import Sensitivity
import Testing

@Suite struct InformationGainsTests {
  typealias Distribution = UncertainValues.Distribution

  /// A uncertain on one criterion of weight `weight`, so that E[A] = `expected`; B fixed at `rival`.
  private func gain(
    _ distribution: Distribution, weight: Double, expected: Double, rival: Double
  ) throws -> InformationGains {
    let mean = try #require(distribution.mean)
    let rest = (expected - weight * mean) / (1 - weight)
    let value = try AdditiveValue(
      tree: ValueTree(flat: [weight, 1 - weight]), values: [0, rest, rival, rival])
    return try InformationGains(
      value, uncertain: UncertainValues(cells: [distribution, nil, nil, nil]))
  }

  /// Triangular .2, .5, .9, weight .2, expected total .65, best rival .66: 0.00756063.
  @Test func triangularVector() throws {
    let result = try gain(
      .triangular(low: 0.2, mode: 0.5, high: 0.9), weight: 0.2, expected: 0.65, rival: 0.66)
    let cell = try #require(result.cells.first)
    #expect((cell.gain - 0.00756063).magnitude < 5e-9)
    #expect(cell.standardError == 0)
    #expect(result.choice == 1 && cell.alternative == 0 && cell.leaf == 0)
    // Nothing else varies: this cell is all there is to know.
    #expect((result.perfect.value - cell.gain).magnitude < 4.5 * result.perfect.standardError)
  }

  /// Closed forms against a plain sum over the distribution's quantiles or outcomes; leaders and
  /// challengers, and the bound below, inside and above.
  @Test(arguments: [
    Distribution.uniform(low: 0.1, high: 0.7), .triangular(low: 0, mode: 0.2, high: 0.9),
    .discrete([.init(0.1), .init(0.5, share: 2), .init(0.8)]), .normal(mean: 0.4, deviation: 0.1),
    .pert(low: 0.1, mode: 0.3, high: 0.9),
  ])
  func agreesWithSampling(distribution: Distribution) throws {
    for (expected, rival) in [(0.5, 0.52), (0.52, 0.5), (0.5, 0.5), (0.9, 0.1), (0.1, 0.9)] {
      let result = try gain(distribution, weight: 0.3, expected: expected, rival: rival)
      let cell = try #require(result.cells.first)
      let error =
        (result.perfect.standardError * result.perfect.standardError
        + cell.standardError * cell.standardError).squareRoot()
      #expect((result.perfect.value - cell.gain).magnitude <= 4.5 * error + 1e-12)
      #expect(cell.gain >= 0)
    }
  }

  /// An answer that cannot change the choice is worth exactly nothing.
  @Test func doNotAsk() throws {
    for (expected, rival) in [(0.9, 0.1), (0.1, 0.9)] {
      for distribution in [
        Distribution.uniform(low: 0.4, high: 0.6), .triangular(low: 0.4, mode: 0.5, high: 0.6),
        .pert(low: 0.4, mode: 0.5, high: 0.6), .discrete([.init(0.4), .init(0.6)]),
      ] {
        let result = try gain(distribution, weight: 0.2, expected: expected, rival: rival)
        #expect(result.cells.map(\.gain) == [0])
        #expect(result.perfect.value == 0)
      }
    }
  }

  /// Knowing everything is worth at least as much as the best single answer, and the list falls.
  @Test(arguments: UInt64(1)...6)
  func perfectInformationIsWorthMost(seed: UInt64) throws {
    let value = try AdditiveValue.random(seed: seed, alternatives: 4)
    let uncertain = UncertainValues(
      cells: value.values.enumerated().map { index, v in
        index % 3 == 0 ? .uniform(low: v - 0.4, high: v + 0.4) : nil
      })
    let result = try InformationGains(value, uncertain: uncertain, seed: seed)
    let gains = result.cells.map(\.gain)
    #expect(gains == gains.sorted(by: >))
    #expect(gains.count == uncertain.cells.count { $0 != nil })
    #expect(result.perfect.value + 4.5 * result.perfect.standardError >= gains.max() ?? 0)
  }

  /// Two evaluators who disagree about both alternatives: the strict one sees A ahead, the mild B.
  @Test func evaluators() throws {
    let value = try AdditiveValue(tree: ValueTree(flat: [1]), values: [0.5, 0.5])
    let result = try InformationGains(
      value, uncertain: UncertainValues(evaluators: [[0.6, 0.4], [0.3, 0.7]]))
    // Expected .45 and .55: B; knowing the evaluator gains .2 half of the time.
    #expect(result.choice == 1)
    #expect((result.perfect.value - 0.1).magnitude < 4.5 * result.perfect.standardError)
  }

  @Test func badRequests() throws {
    let value = try FlatExample.value()
    #expect(throws: SMAAError.badDraws(0)) {
      try InformationGains(value, uncertain: .none, draws: 0)
    }
    #expect(throws: SMAAError.wrongCount(expected: 15)) {
      try InformationGains(value, uncertain: UncertainValues(cells: [nil]))
    }
    #expect(try InformationGains(value, uncertain: .none).perfect.value == 0)
  }

  /// A weighted sum of independent uniform numbers on 0–1, 0–2, 1–4 and 0–10.
  @Test func varianceShares() throws {
    let shares = try #require(
      VarianceShares(
        weights: [0.4, 0.3, 0.2, 0.1],
        values: [
          .uniform(low: 0, high: 1), .uniform(low: 0, high: 2), .uniform(low: 1, high: 4),
          .uniform(low: 0, high: 10),
        ]))
    let expected = [
      0.08510638297872342, 0.19148936170212763, 0.19148936170212771, 0.5319148936170213,
    ]
    #expect(zip(shares.shares, expected).allSatisfy { ($0 - $1).magnitude < 1e-12 })
    #expect((shares.variance - 0.15666666666666668).magnitude < 1e-12 && shares.mean == 1.5)
    #expect(VarianceShares(weights: [1], values: []) == nil)
    #expect(VarianceShares(weights: [1], values: [.uniform(low: 1, high: 0)]) == nil)
    #expect(VarianceShares(weights: [1], values: [.exact(3)])?.shares == [0])
  }
}
