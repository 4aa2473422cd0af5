/// A weighted tree of criteria, of any depth, as a flat value.
///
/// Node 0 is the root, the others follow in depth-first pre-order: a node stands directly before
/// its subtree. Weights are normalised among siblings; an only child has weight 1. The leaves, in
/// their order, are the columns of a performance table.
public struct ValueTree: Sendable, Equatable {
  /// One line of the list a tree is built from.
  public struct Entry: Sendable, Equatable {
    /// What messages call the node.
    public var name: String
    /// The position of the parent in the same list; nil for the root alone.
    public var parent: Int?
    /// A ratio among siblings, at least 0, finite. The root's is not used.
    public var weight: Double

    /// A node `name` under the entry at position `parent`.
    public init(_ name: String, parent: Int?, weight: Double = 1) {
      self.name = name
      self.parent = parent
      self.weight = weight
    }
  }

  /// One node.
  public struct Node: Sendable, Equatable {
    /// What messages call the node.
    public let name: String
    /// The index of the parent; nil for the root.
    public let parent: Int?
    /// The indices of the children, ascending; empty for a leaf.
    public fileprivate(set) var children: [Int]
    /// The share among siblings, from 0 to 1; the root has 1.
    public fileprivate(set) var localWeight: Double
    /// The product of the local weights from the root down to here, from 0 to 1.
    public fileprivate(set) var globalWeight: Double
    /// Steps from the root, which has depth 0.
    public let depth: Int
    /// The column of a leaf in the performance table; nil for an inner node.
    public fileprivate(set) var column: Int?

    /// Whether the node has no children.
    public var isLeaf: Bool { column != nil }
  }

  /// All nodes, the root first, in depth-first pre-order.
  public private(set) var nodes: [Node]
  /// The index of the node of each column.
  public private(set) var leaves: [Int]

  /// Builds the tree and normalises the weights of each group of siblings.
  ///
  /// - Parameter entries: the root first, then all others in depth-first pre-order.
  /// - Throws: the first thing that keeps the list from being a weighted tree.
  /// - Complexity: O(number of entries).
  public init(_ entries: [Entry]) throws(ValueTreeError) {
    guard let root = entries.first else { throw .noNodes }
    guard root.parent == nil else { throw .unknownParent(name: root.name) }
    guard entries.count > 1 else { throw .noLeaf }
    nodes = []
    leaves = []
    nodes.reserveCapacity(entries.count)
    for (index, entry) in entries.enumerated() {
      let depth = try Self.depth(of: entry, at: index, after: nodes)
      guard index == 0 || entry.weight.isFinite && entry.weight >= 0 else {
        throw .badWeight(name: entry.name, weight: entry.weight)
      }
      nodes.append(
        Node(
          name: entry.name, parent: entry.parent, children: [],
          localWeight: index == 0 ? 1 : entry.weight, globalWeight: 1, depth: depth, column: nil))
      if let parent = entry.parent { nodes[parent].children.append(index) }
    }
    for index in nodes.indices {
      if nodes[index].children.isEmpty {
        nodes[index].column = leaves.count
        leaves.append(index)
      } else {
        try normaliseChildren(of: index)
      }
    }
  }

  /// A tree of one level: a root and its leaves, one for each weight.
  ///
  /// - Throws: as ``init(_:)``; leaves are named c1, c2, … in messages.
  public init(flat weights: [Double]) throws(ValueTreeError) {
    try self.init(
      [Entry("root", parent: nil)]
        + weights.enumerated().map { Entry("c\($0.offset + 1)", parent: 0, weight: $0.element) })
  }

  /// The weight of each column in the whole, in column order; the sum is 1 up to rounding.
  public var leafWeights: [Double] { leaves.map { nodes[$0].globalWeight } }

  /// Weights of the columns if the nodes had these local weights instead.
  ///
  /// - Parameter localWeights: one for each node, in node order; a list of another length gives an
  ///   empty result.
  public func leafWeights(localWeights: [Double]) -> [Double] {
    guard localWeights.count == nodes.count else { return [] }
    var global = [Double](repeating: 1, count: nodes.count)
    for (index, node) in nodes.enumerated() {
      if let parent = node.parent { global[index] = global[parent] * localWeights[index] }
    }
    return leaves.map { global[$0] }
  }

  private static func depth(
    of entry: Entry, at index: Int, after nodes: [Node]
  ) throws(ValueTreeError) -> Int {
    guard index > 0 else { return 0 }
    guard let parent = entry.parent else { throw .secondRoot(name: entry.name) }
    guard nodes.indices.contains(parent) else { throw .unknownParent(name: entry.name) }
    // In pre-order the parent is the node just before, or one of its ancestors.
    var open: Int? = index - 1
    while let candidate = open, candidate > parent { open = nodes[candidate].parent }
    guard open == parent else { throw .notDepthFirst(name: entry.name) }
    return nodes[parent].depth + 1
  }

  private mutating func normaliseChildren(of parent: Int) throws(ValueTreeError) {
    let children = nodes[parent].children
    if children.count == 1 {
      nodes[children[0]].localWeight = 1
    } else {
      // Dividing by the largest first keeps huge ratios from overflowing; it is skipped otherwise,
      // so that weights which sum to 1 keep their bits.
      let largest = children.map { nodes[$0].localWeight }.max() ?? 0
      guard largest > 0 else { throw .allWeightsZero(parent: nodes[parent].name) }
      let unit = largest > 1e150 || largest < 1e-150 ? largest : 1
      let sum = children.reduce(0) { $0 + nodes[$1].localWeight / unit }
      for child in children { nodes[child].localWeight = nodes[child].localWeight / unit / sum }
    }
    for child in children {
      nodes[child].globalWeight = nodes[parent].globalWeight * nodes[child].localWeight
    }
  }
}
