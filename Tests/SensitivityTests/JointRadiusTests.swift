import MCDA
import ReproducibleMath
import Sensitivity
import Testing

@Suite struct JointRadiusTests {
  @Test func theFlatExample() throws {
    let joint = JointRadius(try FlatExample.value())
    #expect(joint.winner == 1)
    #expect(joint.rivals.map(\.alternative) == [0, 2])
    #expect(joint.rivals.map { rounded(($0.radius ?? 0) * 100, 2) } == [21.41, 13.52])
    #expect(joint.nearest?.alternative == 2)
    #expect(joint.overall == joint.rivals[1].radius)
  }

  /// At the reported weights, all inside their boxes, the two are level.
  @Test(arguments: 1...10 as ClosedRange<UInt64>)
  func theWeightsGivenAreLevelAndAllowed(seed: UInt64) throws {
    let value = try AdditiveValue.random(seed: seed, alternatives: 4)
    let joint = JointRadius(value)
    for rival in joint.rivals {
      guard let radius = rival.radius, let local = rival.localWeights,
        let weights = rival.leafWeights
      else { continue }
      let totals = value.totals(leafWeights: weights)
      #expect(abs(totals[joint.winner] - totals[rival.alternative]) < 1e-9)
      for node in value.tree.nodes where !node.children.isEmpty {
        #expect(abs(node.children.reduce(0) { $0 + local[$1] } - 1) < 1e-12)
        for child in node.children {
          let before = value.tree.nodes[child].localWeight
          if node.depth >= 2 {
            #expect(local[child] == before)
          } else {
            #expect((local[child] - before).magnitude <= before * radius + 1e-12)
          }
        }
      }
    }
  }

  /// Random searches cannot break the winner inside the radius; just outside, the worst case can.
  @Test(arguments: 1...6 as ClosedRange<UInt64>, [1, 2])
  func searchesFailInsideAndSucceedOutside(seed: UInt64, depth: Int) async throws {
    let value = try AdditiveValue.random(seed: seed, alternatives: 4)
    let joint = JointRadius(value, depth: depth)
    guard let radius = joint.overall, let nearest = joint.nearest, radius > 1e-3 else { return }
    let inside = try WeightRegion(.relative(radius * 0.999), tree: value.tree, depth: depth)
    let smaa = try await SMAA.run(value, region: inside, draws: 5_000, seed: seed)
    #expect(smaa.rankAcceptability[joint.winner][0].value == 1)

    // Corners of the boxes: raise some weights fully, lower others, and see whether it breaks.
    var stream = RandomStream(seed: seed, stream: 3, block: 0)
    for _ in 0..<2_000 {
      let local = corner(value.tree, radius: radius * 0.999, depth: depth, using: &stream)
      let totals = value.totals(leafWeights: value.tree.leafWeights(localWeights: local))
      #expect(totals.indices.allSatisfy { totals[joint.winner] >= totals[$0] - 1e-12 })
    }

    // A little further along the way to the reported weights the rival is ahead.
    let local = try #require(nearest.localWeights)
    let further = zip(value.tree.nodes, local).map { $0.localWeight + ($1 - $0.localWeight) * 1.01 }
    let totals = value.totals(leafWeights: value.tree.leafWeights(localWeights: further))
    #expect(totals[nearest.alternative] > totals[joint.winner])
  }

  /// Fills every group in random order, as far as the box allows: a vertex of the nested boxes.
  private func corner(
    _ tree: ValueTree, radius: Double, depth: Int, using stream: inout RandomStream
  ) -> [Double] {
    var local = tree.nodes.map(\.localWeight)
    for node in tree.nodes where node.depth < depth && node.children.count > 1 {
      var rest = 1.0
      for child in node.children {
        local[child] = max(0, local[child] * (1 - radius))
        rest -= local[child]
      }
      for child in node.children.shuffled(using: &stream) {
        let upper = min(1, tree.nodes[child].localWeight * (1 + radius))
        let added = min(rest, upper - local[child])
        local[child] += added
        rest -= added
      }
    }
    return local
  }

  @Test func deeperFreedomNeverHelpsTheWinner() throws {
    for seed: UInt64 in 1...10 {
      let value = try AdditiveValue.random(seed: seed, alternatives: 3)
      let radii = (0...3).map { JointRadius(value, depth: $0).overall ?? .infinity }
      #expect(radii[0] == .infinity)
      #expect(zip(radii, radii.dropFirst()).allSatisfy { $0 >= $1 - 1e-9 })
    }
  }

  @Test func aDominantWinnerSurvivesEverything() throws {
    let value = try AdditiveValue(
      tree: ValueTree(flat: [0.2, 0.3, 0.5]), values: [0.9, 0.8, 0.7, 0.8, 0.7, 0.6])
    let joint = JointRadius(value)
    #expect(joint.overall == nil && joint.nearest == nil)
    #expect(joint.rivals[0].leafWeights == nil)
  }

  /// Beyond ±100 % the lower bounds stay at 0 and the search goes on upward.
  @Test func radiiAboveOneAreFound() throws {
    let value = try AdditiveValue(
      tree: ValueTree(flat: [0.9, 0.1]), values: [0.8, 0.2, 0.4, 0.9])
    // Level where 0.4 w = 0.7 (1 − w): the second weight has grown from 0.1 to 4/11.
    let radius = try #require(JointRadius(value).overall)
    #expect(abs(radius - (4.0 / 11 / 0.1 - 1)) < 1e-9)
  }

  @Test func aCriterionWithoutWeightStaysWithout() throws {
    let value = try AdditiveValue(
      tree: ValueTree(flat: [1, 1, 0]), values: [0.8, 0.7, 0, 0.5, 0.5, 1])
    #expect(JointRadius(value).overall == nil)
  }

  @Test func tiesHaveRadiusZeroAndOneAlternativeHasNoRivals() throws {
    let tied = try AdditiveValue(tree: ValueTree(flat: [1, 1]), values: [0.8, 0.2, 0.2, 0.8])
    #expect(JointRadius(tied).overall == 0)
    let alone = try AdditiveValue(tree: ValueTree(flat: [1, 1]), values: [0.8, 0.2])
    #expect(JointRadius(alone).rivals.isEmpty && JointRadius(alone).overall == nil)
    let oneLeaf = try AdditiveValue(tree: ValueTree(flat: [1]), values: [0.8, 0.2])
    #expect(JointRadius(oneLeaf).overall == nil)
  }

  /// A rival that draws level only with all weight on one criterion is found there.
  @Test func drawingLevelAtTheLastCornerCounts() throws {
    let value = try AdditiveValue(
      tree: ValueTree(flat: [0.5, 0.5]), values: [0.8, 0.3, 0.4, 0.3])
    #expect(abs((JointRadius(value).overall ?? 0) - 1) < 1e-9)
  }

  @Test func tinyWeightsEndTheSearch() throws {
    let value = try AdditiveValue(
      tree: ValueTree(flat: [1, 1e-300]), values: [0.8, 0.2, 0.2, 0.8])
    let radius = try #require(JointRadius(value).overall)
    #expect(radius > 1e299 && radius.isFinite)
  }
}
