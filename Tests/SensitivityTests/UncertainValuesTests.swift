import MCDA
import Sensitivity
import Testing

@Suite struct UncertainValuesTests {
  /// Two alternatives, one criterion, the second alternative's value known.
  private func duel(
    _ distribution: UncertainValues.Distribution, against bound: Double, draws: Int = 100_000
  ) async throws -> SMAA {
    let value = try AdditiveValue(tree: ValueTree(flat: [1]), values: [0, bound])
    return try await SMAA.run(
      value, region: WeightRegion(.free, tree: value.tree),
      uncertain: UncertainValues(cells: [distribution, nil]), draws: draws, seed: 3, asking: .pairs)
  }

  /// The chance that one draw exceeds a fixed number is known.
  @Test(arguments: [
    (UncertainValues.Distribution.normal(mean: 0, deviation: 2), 2.0, 0.15865525),
    (.uniform(low: -1, high: 3), 2, 0.25),
    (.triangular(low: 0, mode: 1, high: 4), 2, 1.0 / 3),
    (.triangular(low: 0, mode: 1, high: 4), 0.5, 1 - 0.0625),
    (.triangular(low: 0, mode: 0, high: 1), 0.5, 0.25),
    (.triangular(low: 0, mode: 1, high: 1), 0.5, 0.75),
    (.triangular(low: 1, mode: 1, high: 1), 0.5, 1),
    // PERT with the mode in the middle is Beta(3, 3): I(0.3) = 0.16308.
    (.pert(low: 0, mode: 0.5, high: 1), 0.3, 1 - 0.16308),
    // With the mode at the low end Beta(1, 5): (1 − x)⁵.
    (.pert(low: 0, mode: 0, high: 1), 0.2, 0.32768),
    (.pert(low: 2, mode: 2, high: 2), 1, 1),
    (.discrete([.init(1, share: 3), .init(5, share: 1)]), 2, 0.25),
    (.exact(3), 2, 1),
  ])
  func distributionsHaveTheirShape(
    distribution: UncertainValues.Distribution, bound: Double, chance: Double
  ) async throws {
    let result = try await duel(distribution, against: bound)
    let error = (chance * (1 - chance) / 100_000).squareRoot()
    #expect((result.rankAcceptability[0][0].value - chance).magnitude <= 4.5 * error)
    #expect((result.pairwiseWinning[0][1].value - chance).magnitude <= 4.5 * error)
  }

  /// Means and variances against those of the tables, by the share of a uniform number below it:
  /// P(X > U) = E[X] for X and U on [0, 1].
  @Test(arguments: [
    UncertainValues.Distribution.triangular(low: 0.1, mode: 0.3, high: 0.9),
    .pert(low: 0.05, mode: 0.7, high: 0.9), .uniform(low: 0.2, high: 0.7),
    .discrete([.init(0.2), .init(0.7), .init(0.9, share: 2)]),
  ])
  func meansAreMet(distribution: UncertainValues.Distribution) async throws {
    let value = try AdditiveValue(tree: ValueTree(flat: [1]), values: [0, 0])
    let result = try await SMAA.run(
      value, region: WeightRegion(.free, tree: value.tree),
      uncertain: UncertainValues(cells: [distribution, .uniform(low: 0, high: 1)]))
    let mean = try #require(distribution.mean)
    let share = result.rankAcceptability[0][0]
    #expect((share.value - mean).magnitude < 4.5 * share.standardError)
  }

  @Test func variancesOfTheTable() throws {
    let triangular = UncertainValues.Distribution.triangular(low: 0, mode: 1, high: 4)
    // (a² + b² + c² − ab − ac − bc)/18.
    #expect(try #require(triangular.variance) == (16 + 1 - 4) / 18.0)
    let pert = UncertainValues.Distribution.pert(low: 0, mode: 0.5, high: 1)
    // Beta(3, 3): 9 / (36 · 7).
    #expect((try #require(pert.variance) - 9.0 / 252).magnitude < 1e-15)
    #expect(UncertainValues.Distribution.uniform(low: 2, high: 1).variance == nil)
  }

  /// One evaluator at a time, with all that he says: the alternatives win together or not at all.
  @Test func aDrawTakesOneEvaluator() async throws {
    let value = try AdditiveValue(
      tree: ValueTree(flat: [1, 1]), values: [0.5, 0.5, 0.5, 0.5, 0.6, 0.6])
    let strict: [Double?] = [0.2, 0.2, 0.1, 0.1, nil, nil]
    let mild: [Double?] = [0.9, 0.9, 0.8, 0.8, nil, nil]
    let result = try await SMAA.run(
      value, region: WeightRegion(.free, tree: value.tree),
      uncertain: UncertainValues(evaluators: [strict, mild, mild]), draws: 30_000)
    func shares(_ a: Int) -> [Double] { result.rankAcceptability[a].map(\.value) }
    // Strict: C, A, B. Mild: A, B, C.
    let error = 4.5 * (2.0 / 9 / 30_000).squareRoot()
    #expect((shares(0)[0] - 2.0 / 3).magnitude < error)
    #expect(shares(1)[0] == 0 && (shares(1)[1] - 2.0 / 3).magnitude < error)
    #expect(shares(2)[1] == 0 && shares(0)[2] == 0)
    #expect(result.pairwiseWinning[0][1].value == 1)
  }

  /// A column drawn elsewhere arrives in its own draws, whatever the number of threads.
  @Test func columnsKeepTheirDraws() async throws {
    let value = try AdditiveValue(tree: ValueTree(flat: [1, 1]), values: [0, 0.5, 0, 0.5])
    let column = UncertainValues.Column(leaf: 0) { block, start, count, values in
      for draw in 0..<count {
        let number = Int(block) * 4096 + start + draw
        // The first wins every fourth draw.
        values[draw] = number % 4 == 0 ? 1 : 0
        values[count + draw] = 0.5
      }
    }
    for threads in [1, 3] {
      let result = try await SMAA.run(
        value, region: WeightRegion(.free, tree: value.tree),
        uncertain: UncertainValues(columns: [column]), draws: 10_000, threads: threads)
      #expect(result.rankAcceptability[0][0].value == 0.25)
    }
  }

  /// On a tree a drawn leaf counts with all weights above it, drawn and fixed.
  @Test func drawnLeavesOnATree() async throws {
    let tree = try ValueTree([
      .init("all", parent: nil), .init("a", parent: 0, weight: 0.5),
      .init("b", parent: 1, weight: 0.25), .init("c", parent: 1, weight: 0.75),
      .init("d", parent: 0, weight: 0.5),
    ])
    let value = try AdditiveValue(tree: tree, values: [0, 0, 0, 0.5, 0.5, 0.2])
    // Total of the first: ½·¼·x, of the second ½·½ + ½·0.2 = 0.35: ahead where x > 2.8.
    var cells = [UncertainValues.Distribution?](repeating: nil, count: 6)
    cells[0] = .uniform(low: 0, high: 4)
    for (depth, shape) in [(1, WeightRegion.Shape.relative(0)), (2, .relative(0))] {
      let result = try await SMAA.run(
        value, region: WeightRegion(shape, tree: tree, depth: depth),
        uncertain: UncertainValues(cells: cells), draws: 50_000)
      let share = result.rankAcceptability[0][0]
      #expect((share.value - 0.3).magnitude < 4.5 * share.standardError)
    }
  }

  /// Values that differ in type and lane, and the same with other alternatives beside them.
  @Test func sameSeedSameResult() async throws {
    let value = try AdditiveValue(tree: ValueTree(flat: [1, 1]), values: [0, 0.1, 0, 0])
    let uncertain = UncertainValues(cells: [
      .normal(mean: 0, deviation: 1), nil, .uniform(low: 0, high: 1),
      .pert(low: 0, mode: 0, high: 1),
    ])
    let region = try WeightRegion(.free, tree: value.tree)
    func run(_ seed: UInt64, threads: Int = 1) async throws -> SMAA {
      try await SMAA.run(
        value, region: region, uncertain: uncertain, draws: 13_000, seed: seed, threads: threads)
    }
    let first = try await run(4)
    #expect(try await run(5) != first)
    for threads in [2, 3, 7] { #expect(try await run(4, threads: threads) == first) }
  }

  /// Heparin against enoxaparin (the example of the R package smaa): normal values, by quadrature.
  @Test func twoTreatments() async throws {
    let value = try AdditiveValue(
      tree: ValueTree(flat: [1, 1, 1]), values: [Double](repeating: 0, count: 6))
    let cells = zip(
      [0.4117155852, 0.4248647281, 0.925784593, 0.7513916706, 0.6083709724, 0.6151472244],
      [
        0.12177530818, 0.15646359724, 0.07279005185, 0.08379633812, 0.15250580269, 0.16553543134,
      ]
    ).map { UncertainValues.Distribution.normal(mean: $0, deviation: $1) }
    let result = try await SMAA.run(
      value, region: WeightRegion(.free, tree: value.tree),
      uncertain: UncertainValues(cells: cells), draws: 200_000, threads: 2)
    let share = result.rankAcceptability[0][0]
    #expect((share.value - 0.34246986868627943).magnitude < 4.5 * share.standardError)
  }

  /// At its central weights the better of two crisp alternatives is first for certain; with values
  /// that vary the confidence factor is the chance at those weights.
  @Test func confidenceFactors() async throws {
    let crisp = try AdditiveValue(tree: ValueTree(flat: [1, 1]), values: [1, 0, 0, 1, 0.1, 0.1])
    let region = try WeightRegion(.free, tree: crisp.tree)
    let certain = try await SMAA.run(crisp, region: region, draws: 5_000)
    #expect(certain.confidenceFactors.map { $0?.value } == [1, 1, nil])
    let value = try AdditiveValue(tree: ValueTree(flat: [1]), values: [0, 0.5])
    let vague = try await SMAA.run(
      value, region: WeightRegion(.free, tree: value.tree),
      uncertain: UncertainValues(cells: [.uniform(low: 0, high: 0.8), nil]))
    let factor = try #require(vague.confidenceFactors[0])
    #expect((factor.value - 0.375).magnitude < 4.5 * factor.standardError)
    let other = try #require(vague.confidenceFactors[1])
    #expect((other.value - 0.625).magnitude < 4.5 * other.standardError)
  }

  @Test func whatIsNoDistribution() async throws {
    let value = try AdditiveValue(tree: ValueTree(flat: [1]), values: [0, 0.5])
    let region = try WeightRegion(.free, tree: value.tree)
    func refuses(_ uncertain: UncertainValues, _ error: SMAAError) async {
      await #expect(throws: error) {
        try await SMAA.run(value, region: region, uncertain: uncertain)
      }
    }
    let bad: [UncertainValues.Distribution] = [
      .exact(.nan), .normal(mean: 0, deviation: -1), .uniform(low: 2, high: 1),
      .triangular(low: 0, mode: 2, high: 1), .pert(low: 0, mode: -1, high: 1), .discrete([]),
      .discrete([.init(1, share: 0)]), .uniform(low: 0, high: .infinity),
    ]
    for distribution in bad {
      await refuses(.init(cells: [nil, distribution]), .badDistribution(alternative: 1, leaf: 0))
    }
    await refuses(.init(cells: [nil]), .wrongCount(expected: 2))
    await refuses(.init(evaluators: [[nil]]), .wrongCount(expected: 2))
    await refuses(
      .init(cells: [.exact(1), nil], evaluators: [[0.3, nil]]),
      .uncertainTwice(alternative: 0, leaf: 0))
    await refuses(
      .init(evaluators: [[nil, .infinity]]), .badDistribution(alternative: 1, leaf: 0))
    await refuses(.init(columns: [.init(leaf: 1) { _, _, _, _ in }]), .foreignLeaf(1))
    await #expect(throws: SMAAError.badError(0)) {
      try await SMAA.run(value, region: region, error: 0)
    }
  }

  @Test func stopsAtTheErrorAskedFor() async throws {
    let value = try FlatExample.value()
    let region = try WeightRegion(.free, tree: value.tree)
    var results: [SMAA] = []
    for threads in [1, 2, 3, 7] {
      results.append(
        try await SMAA.run(value, region: region, draws: 200_000, threads: threads, error: 0.002))
    }
    let result = results[0]
    #expect(results.allSatisfy { $0 == result })
    #expect(result.draws % 4096 == 0 && result.draws < 200_000)
    let errors = result.rankAcceptability.joined().map(\.standardError)
    #expect((errors.max() ?? 1) <= 0.002)
    // One block less would not have been enough: the error falls as 1/√N.
    let before = (Double(result.draws) / Double(result.draws - 4096)).squareRoot()
    #expect((errors.max() ?? 0) * before > 0.0019)
  }
}
