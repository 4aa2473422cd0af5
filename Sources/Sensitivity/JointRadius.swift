public import MCDA

/// How far all weights together may move before a rival catches up with the winner: "survives any
/// simultaneous change of ±x %". Exact up to bisection.
///
/// Every local weight w of a sibling group whose parent lies above `depth` may go to anywhere in
/// max(0, w(1−ρ)) … min(1, w(1+ρ)), the group still summing to 1. The worst case over these nested
/// boxes is found children first: m(node) is the minimum of Σ w′·m(child) over the node's box,
/// a fractional knapsack (lower bounds first, the remaining mass to the smallest m). The radius is
/// the smallest ρ at which the rival's deficit reaches 0. Zero weights stay zero.
public struct JointRadius: Sendable, Equatable {
  /// How one rival can catch up.
  public struct Rival: Sendable, Equatable {
    /// The rival.
    public let alternative: Int
    /// The smallest ρ at which it catches up (0.2 means ±20 %); 0 if it is level already; nil if
    /// no reweighting changes this.
    public let radius: Double?
    /// Local weights of all nodes, in node order, at which it catches up; nil without a radius.
    public let localWeights: [Double]?
    /// The same as weights of the columns; nil without a radius.
    public let leafWeights: [Double]?
  }

  /// The alternative that wins at the present weights.
  public let winner: Int
  /// All other alternatives, in their order.
  public let rivals: [Rival]

  /// The rival with the smallest radius; nil if none can catch up.
  public var nearest: Rival? {
    rivals.filter { $0.radius != nil }
      .min { ($0.radius ?? .infinity) < ($1.radius ?? .infinity) }
  }

  /// The smallest radius over all rivals; nil if no reweighting changes the winner.
  public var overall: Double? { nearest?.radius }

  /// Computes the radius against every rival.
  ///
  /// - Parameters:
  ///   - depth: sibling groups whose parent's depth is below this may move; the weights further
  ///     down stay fixed. 1: the goals alone; 2: the goals and the branches under each.
  ///   - tolerance: a lead up to this counts as level.
  /// - Complexity: O(rivals × nodes above `depth` × 100).
  public init(_ value: AdditiveValue, depth: Int = 2, tolerance: Double = Ranking.tolerance) {
    let tree = value.tree
    let winner = value.ranking.winner ?? 0
    self.winner = winner
    rivals = (0..<value.alternativeCount).filter { $0 != winner }.map { rival in
      let leads = tree.nodes.indices.map {
        value.nodeValue(winner, node: $0) - value.nodeValue(rival, node: $0)
      }
      let boxes = NestedBoxes(tree: tree, depth: depth, leads: leads)
      guard let radius = boxes.radius(tolerance: tolerance) else {
        return Rival(alternative: rival, radius: nil, localWeights: nil, leafWeights: nil)
      }
      let local = boxes.worstCase(radius: radius).localWeights
      return Rival(
        alternative: rival, radius: radius, localWeights: local,
        leafWeights: tree.leafWeights(localWeights: local))
    }
  }
}

/// The winner's lead over one rival while all weights above a depth move within ±ρ.
private struct NestedBoxes {
  let tree: ValueTree
  let leads: [Double]
  /// Groups that may move, parents ascending.
  private let movingParents: [Int]
  /// The ρ from which on every box covers all weights that are not zero.
  private let coveringRadius: Double

  init(tree: ValueTree, depth: Int, leads: [Double]) {
    self.tree = tree
    self.leads = leads
    movingParents = tree.nodes.indices.filter {
      tree.nodes[$0].depth < depth && tree.nodes[$0].children.count > 1
    }
    let smallest =
      movingParents.flatMap { tree.nodes[$0].children }.map { tree.nodes[$0].localWeight }
      .filter { $0 > 0 }.min() ?? 1
    coveringRadius = max(1, min(1 / smallest - 1, Double.greatestFiniteMagnitude))
  }

  /// The smallest ρ at which the lead is gone, to about 1e-12 relative; nil if there is none.
  func radius(tolerance: Double) -> Double? {
    if leads[0] <= tolerance { return 0 }
    // Alternatives that only draw level, at a corner, may miss 0 by rounding.
    guard worstCase(radius: coveringRadius).lead <= 1e-12 else { return nil }
    var (low, high) = (0.0, min(1, coveringRadius))
    while high < coveringRadius && worstCase(radius: high).lead > 0 {
      (low, high) = (high, min(2 * high, coveringRadius))
    }
    while high - low > 1e-12 * max(1, high) {
      let middle = low + (high - low) / 2
      if worstCase(radius: middle).lead > 0 { low = middle } else { high = middle }
    }
    return high
  }

  /// The smallest lead within ±`radius`, and local weights of all nodes that give it.
  func worstCase(radius: Double) -> (lead: Double, localWeights: [Double]) {
    var leads = self.leads
    var weights = tree.nodes.map(\.localWeight)
    let moving = Set(movingParents)
    // Children stand behind their parents: backwards, every group is settled before its parent.
    for parent in tree.nodes.indices.reversed() where !tree.nodes[parent].children.isEmpty {
      let children = tree.nodes[parent].children
      if moving.contains(parent) {
        for (child, weight) in zip(children, fill(children, leads: leads, radius: radius)) {
          weights[child] = weight
        }
      }
      leads[parent] = children.reduce(0) { $0 + weights[$1] * leads[$1] }
    }
    return (leads[0], weights)
  }

  /// The fractional knapsack in one group: the weights of `children` with the smallest lead.
  private func fill(_ children: [Int], leads: [Double], radius: Double) -> [Double] {
    let present = children.map { tree.nodes[$0].localWeight }
    var weights = present.map { max(0, $0 * (1 - radius)) }
    var rest = 1 - weights.reduce(0, +)
    let cheapestFirst = children.indices.sorted {
      let (a, b) = (leads[children[$0]], leads[children[$1]])
      return a != b ? a < b : $0 < $1
    }
    for index in cheapestFirst where rest > 0 {
      let covers = present[index] > 0 && radius >= coveringRadius
      let upper = covers ? 1 : min(1, present[index] * (1 + radius))
      let added = min(rest, max(0, upper - weights[index]))
      weights[index] += added
      rest -= added
    }
    return weights
  }
}
