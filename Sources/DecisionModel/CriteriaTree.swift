/// The criteria of a decision, from the goals down to the questions.
public struct CriteriaTree: Sendable, Equatable {
  /// All nodes, parents before children, siblings in their order (depth-first); the root is first.
  public let nodes: [Criterion]
  /// Children of each node.
  public let children: [[Int]]
  /// The nodes without children, in their order; column `j` of every table of values is `leaves[j]`.
  public let leaves: [Int]
  private let byName: [String: Int]

  /// A tree from its nodes in depth-first order with the root first.
  public init(nodes: [Criterion]) {
    self.nodes = nodes
    var children = [[Int]](repeating: [], count: nodes.count)
    var byName: [String: Int] = [:]
    for (index, node) in nodes.enumerated() {
      if let parent = node.parent { children[parent].append(index) }
      if index > 0 {
        byName[node.id] = index
        byName[node.path] = index
      }
    }
    self.children = children
    self.byName = byName
    leaves = nodes.indices.filter { children[$0].isEmpty && $0 > 0 }
  }

  /// The node with an identifier (`core`) or a path (`fit/functions/core`).
  public func index(of name: String) -> Int? { byName[name] }

  /// All identifiers and paths, for suggestions.
  public var names: [String] { nodes.dropFirst().flatMap { [$0.id, $0.path] } }

  /// The weight in the whole: the product of local weights from the root down.
  public func globalWeight(of index: Int) -> Double {
    var weight = nodes[index].localWeight
    var next = nodes[index].parent
    while let parent = next {
      weight *= nodes[parent].localWeight
      next = nodes[parent].parent
    }
    return weight
  }

  /// Steps from the root: 0 for it, 1 for goals, 2 for the first branches.
  public func depth(of index: Int) -> Int {
    var depth = 0
    var next = nodes[index].parent
    while let parent = next {
      depth += 1
      next = nodes[parent].parent
    }
    return depth
  }

  /// The leaves below a node; the node itself if it is one.
  public func leaves(below index: Int) -> [Int] {
    children[index].isEmpty ? [index] : children[index].flatMap { leaves(below: $0) }
  }
}
