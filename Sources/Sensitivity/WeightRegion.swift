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
  }

  /// One uncertain sibling group.
  public struct Group: Sendable, Equatable {
    /// The node whose children these are.
    public let parent: Int
    /// The children, in tree order.
    public let children: [Int]
    /// The lower bounds of their local weights; all 0 for an order.
    public let lower: [Double]
    /// The upper bounds of their local weights; all 1 for an order.
    public let upper: [Double]
    /// Positions in `children` from the most to the least important; nil where no order is known.
    public let order: [Int]?
  }

  /// The uncertain groups, parents ascending. All other weights are fixed.
  public let groups: [Group]

  /// The same shape for every sibling group down to a depth.
  ///
  /// - Parameters:
  ///   - shape: relative, free, or boxes; groups without a box for any of their members are fixed.
  ///     Boxes for nodes below `depth` or outside the tree are refused.
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
    case .relative, .free:
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

  private static func group(
    _ shape: Shape, parent: Int, tree: ValueTree
  ) throws(WeightRegionError) -> Group {
    let children = tree.nodes[parent].children
    var bounds: [ClosedRange<Double>] = []
    var order: [Int]?
    if case .relative(let spread) = shape, !(spread >= 0 && spread.isFinite) {
      throw .badSpread(spread)
    }
    if case .ordered(let nodes) = shape {
      guard nodes.sorted() == children else { throw .incompleteOrder(parent: name(parent, tree)) }
      order = nodes.compactMap { children.firstIndex(of: $0) }
    }
    for child in children {
      let weight = tree.nodes[child].localWeight
      let free = weight > 0 ? 0...1.0 : 0...0
      switch shape {
      case .relative(let spread):
        bounds.append(max(0, weight * (1 - spread))...min(1, weight * (1 + spread)))
      case .free:
        bounds.append(free)
      case .ordered:
        bounds.append(0...1)
      case .boxes(let boxes):
        let box = boxes[child] ?? free
        guard box.lowerBound >= 0 && box.upperBound <= 1 else {
          throw .badBox(name: name(child, tree), lower: box.lowerBound, upper: box.upperBound)
        }
        bounds.append(box)
      }
    }
    try requireRoom(children, bounds, parent: parent, tree: tree)
    return Group(
      parent: parent, children: children, lower: bounds.map(\.lowerBound),
      upper: bounds.map(\.upperBound), order: order)
  }

  /// An empty region names those who make it so: who asks for something from below, who gives up
  /// something from above.
  private static func requireRoom(
    _ children: [Int], _ bounds: [ClosedRange<Double>], parent: Int, tree: ValueTree
  ) throws(WeightRegionError) {
    let lowerSum = bounds.reduce(0) { $0 + $1.lowerBound }
    let upperSum = bounds.reduce(0) { $0 + $1.upperBound }
    if lowerSum > 1 + BoxSampler.slackForRounding {
      let names = zip(children, bounds).filter { $1.lowerBound > 0 }.map { name($0.0, tree) }
      throw .lowerBoundsExceedOne(parent: name(parent, tree), sum: lowerSum, names: names)
    }
    if upperSum < 1 - BoxSampler.slackForRounding {
      let names = zip(children, bounds).filter { $1.upperBound < 1 }.map { name($0.0, tree) }
      throw .upperBoundsBelowOne(parent: name(parent, tree), sum: upperSum, names: names)
    }
  }

  private static func name(_ node: Int, _ tree: ValueTree) -> String { tree.nodes[node].name }
}

/// Why statements about weights leave no weights, or say nothing about the tree at hand.
public enum WeightRegionError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The lower bounds in a group sum to more than 1; `names` are those with one above 0.
  case lowerBoundsExceedOne(parent: String, sum: Double, names: [String])
  /// The upper bounds in a group sum to less than 1; `names` are those with one below 1.
  case upperBoundsBelowOne(parent: String, sum: Double, names: [String])
  /// Bounds outside 0 to 1.
  case badBox(name: String, lower: Double, upper: Double)
  /// A relative spread that is negative, infinite or not a number.
  case badSpread(Double)
  /// A statement about a node that is not in the tree, has no weight to move or lies too deep.
  case foreignNode(index: Int)
  /// An order that does not name every child of its group exactly once.
  case incompleteOrder(parent: String)

  /// One sentence on what clashes.
  public var description: String {
    switch self {
    case .lowerBoundsExceedOne(let parent, let sum, let names):
      "under '\(parent)' the lowest weights sum to \(sum), more than 1: lower one of "
        + names.joined(separator: ", ")
    case .upperBoundsBelowOne(let parent, let sum, let names):
      "under '\(parent)' the highest weights sum to \(sum), less than 1: raise one of "
        + names.joined(separator: ", ")
    case .badBox(let name, let lower, let upper):
      "the weight of '\(name)' shall lie between \(lower) and \(upper); "
        + "both must lie between 0 and 1"
    case .badSpread(let spread): "a spread of \(spread) is no number of at least 0"
    case .foreignNode(let index): "no weight can be drawn for node \(index)"
    case .incompleteOrder(let parent):
      "the order under '\(parent)' does not name each of its parts exactly once"
    }
  }
}
