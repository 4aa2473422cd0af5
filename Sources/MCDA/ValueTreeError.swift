/// Why a list of nodes is not a weighted tree.
public enum ValueTreeError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The list is empty.
  case noNodes
  /// The root has no children.
  case noLeaf
  /// The parent is not in the list, is the node itself or comes later.
  case unknownParent(name: String)
  /// A node other than the first has no parent.
  case secondRoot(name: String)
  /// The node does not stand inside the subtree of its parent.
  case notDepthFirst(name: String)
  /// A weight is negative, infinite or not a number.
  case badWeight(name: String, weight: Double)
  /// All children of a node weigh 0, so that their shares are undefined.
  case allWeightsZero(parent: String)

  /// One sentence for the person who wrote the weights.
  public var description: String {
    switch self {
    case .noNodes: "the tree is empty"
    case .noLeaf: "the tree has no criterion"
    case .unknownParent(let name): "'\(name)' stands before its parent, or has none"
    case .secondRoot(let name): "'\(name)' has no parent, but only the first node may be the root"
    case .notDepthFirst(let name): "'\(name)' stands outside the part of the tree it belongs to"
    case .badWeight(let name, let weight):
      "the weight of '\(name)' is \(weight); it must be a number of at least 0"
    case .allWeightsZero(let parent):
      "all weights under '\(parent)' are 0; give at least one of them a weight"
    }
  }
}
