import MCDA
import ReproducibleMath
import Testing

@testable import Sensitivity

@Suite struct StatementTests {
  private func tree(_ n: Int) throws -> ValueTree {
    try ValueTree(flat: [Double](repeating: 1, count: n))
  }

  /// The chance that Σ w·d > 0, sampled from statements.
  private func share(
    _ d: [Double], _ statements: [WeightStatement], draws: Int = 20_000
  ) async throws -> SMAA.Share {
    let value = try AdditiveValue(tree: tree(d.count), values: d + d.map { _ in 0 })
    let region = try WeightRegion(.statements(statements), tree: value.tree)
    let smaa = try await SMAA.run(value, region: region, draws: draws, threads: 2)
    return smaa.pairwiseWinning[0][1]
  }

  private func law(_ statements: [WeightStatement], _ n: Int) throws -> WeightLaw {
    try WeightRegion(.statements(statements), tree: tree(n)).groups[0].law
  }

  /// Statements that leave a simplex: the exact recursion holds for the leads at its corners.
  @Test func simplicesByTheirCorners() async throws {
    let d = [0.5, -1.2, 0.1]
    // w₁ ≥ w₂: corners e₁, e₃ and the middle of e₁ and e₂.
    let half = PairwiseWinning.exact(differences: [0.5, 0.1, (0.5 - 1.2) / 2])
    let partial = try await share(d, [.moreImportant(node: 1, than: 2)])
    #expect((partial.value - half).magnitude < 4.5 * partial.standardError)
    // 2·w₂ ≤ w₁ ≤ 3·w₂ and 2 to 2.1: by rejection, and by a walk.
    for (low, high) in [(2.0, 3.0), (2.0, 2.1)] {
      let statement = WeightStatement.ratio(node: 1, to: 2, low...high)
      let corners = [low, high].map { ($0 * d[0] + d[1]) / ($0 + 1) } + [d[2]]
      let exact = PairwiseWinning.exact(differences: corners)
      let sampled = try await share(d, [statement])
      #expect((sampled.value - exact).magnitude < 4.5 * sampled.standardError)
      guard case .polytope(let polytope) = try law([statement], 3) else {
        Issue.record("ratios are no boxes")
        continue
      }
      if case .walk = polytope { #expect(high == 2.1) } else { #expect(high == 3) }
    }
  }

  /// Bounds alone and a chain through all have the draws of boxes and orders.
  @Test func plainStatementsHaveExactDraws() throws {
    let bounds: [WeightStatement] = [
      .atLeast(node: 1, 0.2), .atMost(node: 1, 0.4), .atMost(node: 2, 0.5),
    ]
    let boxes = try WeightRegion(.boxes([1: 0.2...0.4, 2: 0...0.5]), tree: tree(3))
    guard case .boxes(let stated) = try law(bounds, 3), case .boxes(let given) = boxes.groups[0].law
    else {
      Issue.record("bounds are boxes")
      return
    }
    let (a, b) = (stated.draw(200, seed: 1), given.draw(200, seed: 1))
    for (x, y) in zip(a.joined(), b.joined()) { #expect((x - y).magnitude < 1e-9) }
    let chain: [WeightStatement] = [
      .moreImportant(node: 3, than: 1), .moreImportant(node: 1, than: 2),
    ]
    #expect(try law(chain, 3) == .boxes(#require(BoxSampler(order: [2, 0, 1]))))
    let gap: [WeightStatement] = [
      .moreImportant(node: 3, than: 1), .moreImportant(node: 3, than: 2),
    ]
    guard case .polytope = try law(gap, 3) else {
      Issue.record("a partial order is no chain")
      return
    }
  }

  private func clash(_ statements: [WeightStatement], _ n: Int) throws -> [String]? {
    do {
      _ = try WeightRegion(.statements(statements), tree: tree(n))
    } catch let error as WeightRegionError {
      if case .clash("root", let named) = error { return named }
      throw error
    }
    return nil
  }

  /// Of statements that clash a smallest set is named.
  @Test func clashesAreNamed() throws {
    #expect(
      try clash(
        [
          .atMost(node: 4, 0.9), .moreImportant(node: 1, than: 2), .atLeast(node: 3, 0.1),
          .moreImportant(node: 2, than: 3), .atMost(node: 1, 0.05),
        ], 4) == [
          "'c1' weighs at least as much as 'c2'", "'c3' weighs at least 0.1",
          "'c2' weighs at least as much as 'c3'", "'c1' weighs at most 0.05",
        ])
    #expect(
      try clash([.atLeast(node: 1, 0.6), .atLeast(node: 2, 0.1), .atLeast(node: 3, 0.5)], 3) == [
        "'c1' weighs at least 0.6", "'c3' weighs at least 0.5",
      ])
    // Equations that contradict each other.
    #expect(
      try clash([.equal(node: 1, 2), .ratio(node: 1, to: 2, 2...2), .atLeast(node: 2, 0.1)], 3)?
        .count == 3)
    #expect(
      try clash([.linear([1: 1, 2: 1], .equal, 0.5), .linear([3: 1], .equal, 0.6)], 3)?.count == 2)
    #expect(
      throws: WeightRegionError.lowerBoundsExceedOne(
        parent: "root", sum: 1.1, names: ["c1", "c3"])
    ) { try WeightRegion(.boxes([1: 0.6...1, 2: 0.1...1, 3: 0.5...1]), tree: tree(3)) }
  }

  @Test func pointsAndLines() async throws {
    // A point by equations, and by bounds that touch.
    let points: [[WeightStatement]] = [
      [.equal(node: 1, 2), .equal(node: 2, 3)],
      [.atLeast(node: 1, 1.0 / 3), .atLeast(node: 2, 1.0 / 3), .atLeast(node: 3, 1.0 / 3)],
    ]
    for statements in points {
      let share = try await share([0.3, 0.3, -0.5], statements, draws: 100)
      #expect(share.value == 1)
    }
    // A line: w₁ = w₂, w₃ = 1 − 2w₁, so that D = 0.6·w₁ − 0.5·w₃ > 0 for w₁ > 0.5/1.6.
    let line = try await share([0.3, 0.3, -0.5], [.equal(node: 1, 2)])
    #expect((line.value - (1 - 2 * 0.3125)).magnitude < 4.5 * line.standardError)
    // The same line, by inequalities that leave no room.
    let squeezed = try await share(
      [0.3, 0.3, -0.5], [.moreImportant(node: 1, than: 2), .moreImportant(node: 2, than: 1)])
    #expect((squeezed.value - 0.375).magnitude < 4.5 * squeezed.standardError)
  }

  @Test func senselessStatements() throws {
    let bad: [WeightStatement] = [
      .atLeast(node: 1, 1.2), .atMost(node: 1, .nan), .equal(node: 1, 1),
      .ratio(node: 1, to: 2, -1...1), .linear([:], .equal, 0), .linear([1: .infinity], .equal, 0),
      .moreImportant(node: 1, than: 9),
    ]
    for statement in bad {
      #expect(throws: WeightRegionError.self) {
        try WeightRegion(.statements([statement]), tree: tree(3))
      }
    }
    #expect(throws: WeightRegionError.foreignNode(index: 9)) {
      try WeightRegion(.statements([.atMost(node: 9, 0.3)]), tree: tree(3))
    }
    #expect(throws: WeightRegionError.badConcentration(0)) {
      try WeightRegion(.dirichlet(concentration: 0), tree: tree(3))
    }
  }

  /// Dirichlet weights have the stated means and the variance w(1−w)/(κ+1); 0 stays 0.
  @Test(arguments: [0.5, 8, 200])
  func dirichlet(concentration: Double) async throws {
    let weights = [0.5, 0.3, 0.2, 0]
    let tree = try ValueTree(flat: weights)
    let region = try WeightRegion(.dirichlet(concentration: concentration), tree: tree)
    // One alternative: its central weights are the means.
    let value = try AdditiveValue(tree: tree, values: [1, 1, 1, 1])
    let smaa = try await SMAA.run(value, region: region, draws: 20_000, threads: 2)
    let central = try #require(smaa.centralWeights[0])
    let errors = try #require(smaa.centralWeightErrors[0])
    for (index, weight) in weights.enumerated() {
      let deviation = (weight * (1 - weight) / (concentration + 1)).squareRoot()
      let error = deviation / 20_000.0.squareRoot()
      #expect((central[index] - weight).magnitude <= 4.5 * error)
      // The error found from batches is that of the known deviation, within a fifth.
      #expect((errors[index] - error).magnitude <= 0.2 * error)
    }
  }
}
