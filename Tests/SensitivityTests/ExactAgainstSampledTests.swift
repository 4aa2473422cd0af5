import MCDA
import ReproducibleMath
import Testing

@testable import Sensitivity

/// Exact answers and draws on many problems.
@Suite struct ExactAgainstSampledTests {
  /// Pairwise winning by the recursion and by draws: 500 problems of two to four alternatives and two
  /// to eight criteria, half of them with an order, within 4 standard errors.
  @Test func fiveHundredProblems() async throws {
    var worst = 0.0
    for seed in UInt64(0)..<500 {
      var stream = RandomStream(seed: seed, stream: 12, block: 0)
      let (m, n) = (2 + Int(seed % 3), 2 + Int(seed / 3 % 7))
      let value = try AdditiveValue(
        tree: ValueTree(flat: [Double](repeating: 1, count: n)),
        values: (0..<(m * n)).map { _ in stream.uniform() })
      let isOrdered = seed % 2 == 1
      let region = try WeightRegion(
        isOrdered ? .ordered(Array(1...n)) : .free, tree: value.tree)
      let smaa = try await SMAA.run(value, region: region, draws: 2_000, seed: seed, asking: .pairs)
      for a in 0..<m {
        for b in 0..<a {
          let d = value.differences(a, b)
          let exact =
            isOrdered
            ? PairwiseWinning.exactOrdered(differences: d) : PairwiseWinning.exact(differences: d)
          let error = (exact * (1 - exact) / 2_000).squareRoot()
          let miss = (smaa.pairwiseWinning[a][b].value - exact).magnitude
          #expect(miss <= 4 * error + 1e-12, "problem \(seed)")
          if error > 0 { worst = max(worst, miss / error) }
        }
      }
    }
    // Some must come far, or the errors would be too large.
    #expect(worst > 2.5)
  }

  /// The least lead over a region bounds every draw, and a draw comes near it.
  @Test(arguments: UInt64(1)...8)
  func relationsBoundTheDraws(seed: UInt64) throws {
    let value = try AdditiveValue.random(seed: seed, alternatives: 3)
    let regions = [
      try WeightRegion(.relative(0.4), tree: value.tree), try WeightRegion(.free, tree: value.tree),
      try WeightRegion(
        .statements([
          .moreImportant(
            node: value.tree.nodes[0].children[0],
            than: value.tree.nodes[0].children[1]),
          .ratio(
            node: value.tree.nodes[0].children[1], to: value.tree.nodes[0].children[2], 0.5...2),
        ]), tree: value.tree),
    ]
    for region in regions {
      let relations = try RegionRelations(value, region: region)
      for a in 0..<3 {
        #expect(relations.smallestLead(a, over: a) == 0 && relations.necessarily(a, over: a))
        for b in 0..<3 where a != b {
          let least = relations.smallestLead(a, over: b)
          var found = Double.infinity
          var stream = [RandomStream(seed: seed, stream: 1, block: 0)]
          for draw in 0..<400 {
            var local = value.tree.nodes.map(\.localWeight)
            for group in region.groups {
              let octets = Octets(count: group.children.count)
              var draws = group.law.draws(
                at: .init(seed: seed, stream: 0, block: UInt64(draw), lane: UInt64(group.parent)),
                registers: .wide)
              draws.fill(octets.numbers, octets: 1)
              let lane = Int(stream[0].next() % 8)
              for (row, child) in group.children.enumerated() {
                local[child] = octets.numbers[8 * row + lane]
              }
            }
            let totals = value.totals(leafWeights: value.tree.leafWeights(localWeights: local))
            found = min(found, totals[a] - totals[b])
          }
          #expect(found >= least - 1e-9)
          #expect(relations.possibly(b, over: a) == (least <= Ranking.tolerance))
          if relations.dominates(a, b) { #expect(found >= -1e-9) }
        }
        let regret = (0..<3).map { -relations.smallestLead(a, over: $0) }.max() ?? 0
        #expect(relations.maximumRegrets[a] == max(0, regret))
      }
      let choice = try #require(relations.cautiousChoice)
      #expect(relations.maximumRegrets[choice] == relations.maximumRegrets.min())
    }
  }

  /// Over one group the relations are those of a flat weight set.
  @Test func agreesWithTheFlatRelations() throws {
    let value = try FlatExample.value()
    for (shape, set) in [
      (WeightRegion.Shape.free, WeightSet.Shape.simplex),
      (.ordered([1, 2, 3, 4, 5]), .order([0, 1, 2, 3, 4])),
      (
        .relative(0.2),
        .boxes(
          lower: FlatExample.weights.map { $0 * 0.8 }, upper: FlatExample.weights.map { $0 * 1.2 })
      ),
    ] {
      let relations = try RegionRelations(
        value, region: WeightRegion(shape, tree: value.tree))
      let flat = try PreferenceRelations(values: value.values, weights: WeightSet(set, count: 5))
      for (a, b) in zip(relations.smallestLeads, flat.smallestLeads) {
        #expect((a - b).magnitude < 1e-12)
      }
    }
  }
}
