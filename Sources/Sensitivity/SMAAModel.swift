import CLanes
import MCDA
import ReproducibleMath

/// A weighted tree prepared for drawing: only nodes whose weight varies are touched in a draw.
///
/// Totals are Σ over the frontier of (product of local weights on the way) × (subtree value). The
/// frontier is the first level of nodes below which no weight varies.
struct SMAAModel: Sendable {
  /// Octets of draws that are worked on at once, a batch: few enough to stay in the cache.
  private static let octetsAtOnce = RankCounter.batch / 8

  private struct Group: Sendable {
    let parent: Int
    let children: [Int]
    let law: WeightLaw
  }

  /// Where the weight of a node on the way comes from: a row of a group, or fixed.
  private struct Step: Sendable {
    let node: Int
    let parent: Int
    let group: Int?
    let row: Int
    let weight: Double
  }

  /// Nodes with drawn weights, group by group.
  let drawnNodes: [Int]
  /// Whether any value is drawn.
  var valuesVary: Bool { values.varies }
  private let alternatives: Int
  private let tolerance: Double
  private let countsPairs: Bool
  private let groups: [Group]
  /// The nodes above and on the frontier, parents first, without the root.
  private let path: [Step]
  private let frontier: [Int]
  /// Whether the frontier is the only group, in its order, so that its weights need no product.
  private let isFlat: Bool
  /// For each two alternatives and each frontier node the two subtree values.
  private let table: [Double]
  private let values: ValueModel

  /// - Parameter fixed: local weights of all nodes that replace those of the tree where no group
  ///   varies; nil to keep them.
  init(
    _ value: AdditiveValue, region: WeightRegion, uncertain: UncertainValues, tolerance: Double,
    countsPairs: Bool, fixed: [Double]? = nil
  ) throws(SMAAError) {
    let tree = value.tree
    var isOpen = [Bool](repeating: false, count: tree.nodes.count)
    isOpen[0] = true
    for group in region.groups {
      guard tree.nodes.indices.contains(group.parent),
        tree.nodes[group.parent].children == group.children
      else { throw .foreignRegion }
      var ancestor: Int? = group.parent
      while let node = ancestor {
        isOpen[node] = true
        ancestor = tree.nodes[node].parent
      }
    }
    let local = fixed ?? tree.nodes.map(\.localWeight)
    let groups = region.groups.map {
      Group(parent: $0.parent, children: $0.children, law: $0.law)
    }
    path = tree.nodes.indices.compactMap { node in
      guard let parent = tree.nodes[node].parent, isOpen[parent] else { return nil }
      let group = groups.firstIndex { $0.parent == parent }
      return Step(
        node: node, parent: parent, group: group,
        row: group.flatMap { groups[$0].children.firstIndex(of: node) } ?? 0,
        weight: local[node])
    }
    let frontier = path.map(\.node).filter { !isOpen[$0] }
    // A leaf's place: its ancestor on the frontier, and the fixed weights below that.
    values = try ValueModel(value, uncertain) { leaf in
      var (node, factor) = (tree.leaves[leaf], 1.0)
      while true {
        if let row = frontier.firstIndex(of: node) { return (row, factor) }
        factor *= local[node]
        node = tree.nodes[node].parent ?? 0
      }
    }
    var table: [Double] = []
    let certain = values.certain
    let leafCount = tree.leaves.count
    func subtree(_ alternative: Int, _ node: Int) -> Double {
      if let column = tree.nodes[node].column { return certain[alternative * leafCount + column] }
      return tree.nodes[node].children.reduce(0) { $0 + local[$1] * subtree(alternative, $1) }
    }
    for first in stride(from: 0, to: value.alternativeCount, by: 2) {
      for node in frontier {
        for alternative in first..<(first + 2) {
          table.append(alternative < value.alternativeCount ? subtree(alternative, node) : 0)
        }
      }
    }
    isFlat = groups.count == 1 && groups[0].parent == 0 && groups[0].children == frontier
    drawnNodes = groups.flatMap(\.children)
    alternatives = value.alternativeCount
    self.table = table
    self.frontier = frontier
    self.groups = groups
    self.tolerance = tolerance
    self.countsPairs = countsPairs
  }

  /// Draws one block. Each group has the lane of its parent, so that what is drawn for one group
  /// does not depend on which others vary.
  func tally(
    draws: Int, seed: UInt64, stream: UInt64, block: UInt64, registers: Registers
  ) -> RankTally {
    var tally = RankTally(alternatives: alternatives, nodes: drawnNodes.count)
    let (most, rows) = (Self.octetsAtOnce, frontier.count)
    let stride = (alternatives + 1) / 2 * 2
    let local = groups.map { Octets(count: most * $0.children.count) }
    let weights = isFlat ? local[0] : Octets(count: most * rows)
    let global = Octets(count: (path.last?.node ?? 0) + 1)
    let totals = Octets(count: most * stride)
    var sources = groups.map { group in
      group.law.draws(
        at: .init(seed: seed, stream: stream, block: block, lane: UInt64(group.parent)),
        registers: registers)
    }
    var drawnValues = ValueDraws(
      values, seed: seed, stream: stream, block: block, registers: registers)
    var counter = RankCounter(
      alternatives: alternatives, stride: stride, tolerance: tolerance, countsPairs: countsPairs,
      registers: registers)
    for start in Swift.stride(from: 0, to: draws, by: 8 * most) {
      let count = min(8 * most, draws - start)
      let octets = (count + 7) / 8
      for group in groups.indices { sources[group].fill(local[group].numbers, octets: octets) }
      if !isFlat {
        for octet in 0..<octets { multiply(local, octet, into: weights, by: global) }
      }
      totals.numbers.update(repeating: 0, count: 8 * octets * stride)
      registers.kernels.pointee.add_totals(
        weights.numbers, octets, rows, table, stride / 2, totals.numbers)
      if values.varies {
        drawnValues.add(
          to: totals, stride: stride, weights: weights, rows: rows, octets: octets, start: start)
      }
      counter.count(totals, draws: count, into: &tally)
      var position = 0
      for (group, octets) in zip(groups, local) {
        counter.addWeights(octets, rows: group.children.count, position: position, into: &tally)
        position += group.children.count
      }
    }
    counter.finish(into: &tally)
    return tally
  }

  /// Multiplies local weights down the tree, for one octet of draws.
  private func multiply(_ local: [Octets], _ octet: Int, into weights: Octets, by global: Octets) {
    var row = 0
    for lane in 0..<8 { global.numbers[lane] = 1 }
    for step in path {
      let (target, parent) = (global.octet(step.node), global.octet(step.parent))
      if let group = step.group {
        let source = local[group].octet(octet * groups[group].children.count + step.row)
        for lane in 0..<8 { target[lane] = parent[lane] * source[lane] }
      } else {
        for lane in 0..<8 { target[lane] = parent[lane] * step.weight }
      }
      if row < frontier.count && frontier[row] == step.node {
        weights.octet(octet * frontier.count + row).update(from: target, count: 8)
        row += 1
      }
    }
  }
}
