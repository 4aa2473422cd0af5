public import MCDA

/// Which weights are considered possible: for every sibling group that is uncertain a set of local
/// weights, each summing to 1. A draw multiplies local weights down the tree.
///
/// A weight of 0 stays 0, since somebody decided that it does not count; only an explicit box or an
/// order says otherwise.
public struct WeightRegion: Sendable, Equatable {
  /// The possible weights of one sibling group.
  public enum Shape: Sendable, Equatable {
    /// Every local weight w within max(0, w(1−ρ)) … min(1, w(1+ρ)); `.relative(0.2)` is ±20 %.
    case relative(Double)
    /// All shares: nothing is known but that they sum to 1.
    case free
    /// Bounds by node index, 0 to 1; siblings without bounds are free.
    case boxes([Int: ClosedRange<Double>])
    /// All shares in descending order of these nodes, the most important first. Every child of
    /// the group is named once.
    case ordered([Int])
    /// All shares for which every statement holds.
    case statements([WeightStatement])
    /// Not uniform: Dirichlet with the stated weights as means. A share w has the variance
    /// w(1−w)/(concentration + 1).
    case dirichlet(concentration: Double)
  }

  /// One uncertain sibling group.
  public struct Group: Sendable, Equatable {
    /// The node whose children these are.
    public let parent: Int
    /// The children, in tree order.
    public let children: [Int]
    /// The lowest that each local weight can be; all 0 for an order.
    public let lower: [Double]
    /// The highest that each local weight can be; all 1 for an order.
    public let upper: [Double]
    /// Positions in `children` from the most to the least important; nil where no order is known.
    public let order: [Int]?
    /// How weights are drawn.
    let law: WeightLaw
  }

  /// The uncertain groups, parents ascending. All other weights are fixed.
  public let groups: [Group]

  /// No uncertain group at all.
  static let fixed = WeightRegion(groups: [])

  private init(groups: [Group]) { self.groups = groups }

  /// The same shape for every sibling group down to a depth.
  ///
  /// - Parameters:
  ///   - shape: groups without a box or a statement for any of their members are fixed. Boxes and
  ///     statements for nodes below `depth` or outside the tree are refused.
  ///   - depth: groups whose parent's depth is below this. 1: the goals alone; 2: the goals and
  ///     the branches under each.
  public init(
    _ shape: Shape, tree: ValueTree, depth: Int = 2
  ) throws(WeightRegionError) {
    var shapes: [Int: Shape] = [:]
    let parents = tree.nodes.indices.filter {
      tree.nodes[$0].depth < depth && !tree.nodes[$0].isLeaf
    }
    switch shape {
    case .relative, .free, .dirichlet:
      for parent in parents { shapes[parent] = shape }
    case .boxes(let boxes):
      for parent in parents {
        let own = boxes.filter { tree.nodes[parent].children.contains($0.key) }
        if !own.isEmpty { shapes[parent] = .boxes(own) }
      }
      let reached = Set(parents.flatMap { tree.nodes[$0].children })
      if let stray = boxes.keys.sorted().first(where: { !reached.contains($0) }) {
        throw .foreignNode(index: stray)
      }
    case .statements(let statements):
      var own: [Int: [WeightStatement]] = [:]
      for statement in statements {
        let home = statement.nodes.first.flatMap { tree.nodes.indices.contains($0) ? $0 : nil }
          .flatMap { tree.nodes[$0].parent }
        guard let home, parents.contains(home) else {
          throw .foreignNode(index: statement.nodes.first ?? -1)
        }
        own[home, default: []].append(statement)
      }
      for (parent, statements) in own { shapes[parent] = .statements(statements) }
    case .ordered(let nodes):
      guard let first = nodes.first, tree.nodes.indices.contains(first),
        let parent = tree.nodes[first].parent
      else { throw .foreignNode(index: nodes.first ?? -1) }
      shapes[parent] = shape
    }
    try self.init(tree: tree, shapes: shapes)
  }

  /// A shape of its own for each uncertain sibling group.
  ///
  /// - Parameter shapes: by the index of the parent; other groups are fixed.
  public init(tree: ValueTree, shapes: [Int: Shape]) throws(WeightRegionError) {
    var groups: [Group] = []
    for (parent, shape) in shapes.sorted(by: { $0.key < $1.key }) {
      guard tree.nodes.indices.contains(parent), !tree.nodes[parent].isLeaf else {
        throw .foreignNode(index: parent)
      }
      // An only child has weight 1 whatever is said about it.
      guard tree.nodes[parent].children.count > 1 else { continue }
      groups.append(try Self.group(shape, parent: parent, tree: tree))
    }
    self.groups = groups
  }
}
