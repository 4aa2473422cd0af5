import MCDA
import ReproducibleMath

/// A weighted tree prepared for drawing: only nodes whose weight varies are touched in a draw.
///
/// Totals are Σ over the frontier of (product of local weights on the way) × (subtree value). The
/// frontier is the first level of nodes below which no weight varies.
struct SMAAModel: Sendable {
  /// Nodes with drawn weights, ascending.
  let drawnNodes: [Int]
  private let tolerance: Double
  private let alternatives: Int
  private let groups: [(parent: Int, children: [Int], sampler: BoxSampler)]
  private let localWeights: [Double]
  /// The nodes above and on the frontier, root first, with their parents.
  private let path: [(node: Int, parent: Int)]
  private let frontier: [Int]
  /// Subtree values: alternatives × frontier.
  private let values: [Double]

  init(_ value: AdditiveValue, region: WeightRegion, tolerance: Double) throws(SMAAError) {
    let tree = value.tree
    var groups: [(parent: Int, children: [Int], sampler: BoxSampler)] = []
    var isOpen = [Bool](repeating: false, count: tree.nodes.count)
    for group in region.groups {
      guard tree.nodes.indices.contains(group.parent),
        tree.nodes[group.parent].children == group.children,
        let sampler = group.order.map({ BoxSampler(order: $0) })
          ?? BoxSampler(lower: group.lower, upper: group.upper)
      else { throw .foreignRegion }
      groups.append((group.parent, group.children, sampler))
      var ancestor: Int? = group.parent
      while let node = ancestor, !isOpen[node] {
        isOpen[node] = true
        ancestor = tree.nodes[node].parent
      }
    }
    let frontier = tree.nodes.indices.filter { node in
      !isOpen[node] && (tree.nodes[node].parent.map { isOpen[$0] } ?? true)
    }
    path = tree.nodes.indices.compactMap { node in
      tree.nodes[node].parent.flatMap { isOpen[$0] ? (node, $0) : nil }
    }
    values = (0..<value.alternativeCount).flatMap { alternative in
      frontier.map { value.nodeValue(alternative, node: $0) }
    }
    drawnNodes = groups.flatMap(\.children).sorted()
    localWeights = tree.nodes.map(\.localWeight)
    alternatives = value.alternativeCount
    self.frontier = frontier
    self.groups = groups
    self.tolerance = tolerance
  }

  /// Draws one block. Each group has the lane of its parent, so that what is drawn for one group
  /// does not depend on which others vary.
  func tally(draws: Int, seed: UInt64, stream: UInt64, block: UInt64) -> SMAATally {
    var lanes = groups.map {
      RandomStream(seed: seed, stream: stream, block: block, lane: UInt64($0.parent))
    }
    var tally = SMAATally(alternatives: alternatives, nodes: drawnNodes.count)
    var local = localWeights
    var global = [Double](repeating: 1, count: local.count)
    var drawn = [Double](repeating: 0, count: groups.map(\.children.count).max() ?? 0)
    var totals = [Double](repeating: 0, count: alternatives)
    var order = Array(0..<alternatives)
    for _ in 0..<draws {
      for (lane, group) in groups.enumerated() {
        group.sampler.draw(into: &drawn, using: &lanes[lane])
        for (index, child) in group.children.enumerated() { local[child] = drawn[index] }
      }
      for (node, parent) in path { global[node] = global[parent] * local[node] }
      for alternative in 0..<alternatives {
        let row = alternative * frontier.count
        var total = 0.0
        for (index, node) in frontier.enumerated() { total += global[node] * values[row + index] }
        totals[alternative] = total
      }
      tally.count(
        totals: totals, order: &order, local: local, drawnNodes: drawnNodes, tolerance: tolerance)
    }
    return tally
  }
}
