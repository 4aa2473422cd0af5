/// The additive value model on a tree: every alternative's total is the weighted sum of its values.
///
/// Keeney, Raiffa, "Decisions with Multiple Objectives" (1976), chapter 3, with the weights given
/// level by level. Holds the values of all subtrees, so that every total can be explained.
public struct AdditiveValue: Sendable, Equatable {
  /// Values larger than this in magnitude are refused, so that no sum or difference overflows.
  public static let largestValue = 1e100

  /// Criteria and weights.
  public let tree: ValueTree
  /// The values given: alternatives × leaves, row by row. 0 is the worst and 1 the best anchor of
  /// a scale; values beyond them are allowed.
  public let values: [Double]
  /// How many alternatives there are, at least 1.
  public let alternativeCount: Int
  /// The value of every node: alternatives × nodes, row by row.
  public let nodeValues: [Double]

  /// Evaluates all alternatives.
  ///
  /// - Parameter values: alternatives × leaves, row by row, finite.
  /// - Complexity: O(alternatives × nodes).
  public init(tree: ValueTree, values: [Double]) throws(AdditiveValueError) {
    let (leafCount, nodeCount) = (tree.leaves.count, tree.nodes.count)
    guard !values.isEmpty else { throw .noAlternatives }
    guard values.count % leafCount == 0 else {
      throw .incompleteRow(values: values.count, leaves: leafCount)
    }
    if let bad = values.firstIndex(where: { !($0.magnitude <= Self.largestValue) }) {
      let leaf = tree.nodes[tree.leaves[bad % leafCount]].name
      throw .badValue(alternative: bad / leafCount, leaf: leaf, value: values[bad])
    }
    alternativeCount = values.count / leafCount
    var nodeValues = [Double](repeating: 0, count: alternativeCount * nodeCount)
    for alternative in 0..<alternativeCount {
      let row = alternative * nodeCount
      // Children stand behind their parent, so that walking backwards meets them first.
      for index in tree.nodes.indices.reversed() {
        let node = tree.nodes[index]
        if let column = node.column {
          nodeValues[row + index] = values[alternative * leafCount + column]
        } else {
          nodeValues[row + index] = node.children.reduce(0) {
            $0 + tree.nodes[$1].localWeight * nodeValues[row + $1]
          }
        }
      }
    }
    self.tree = tree
    self.values = values
    self.nodeValues = nodeValues
  }

  /// The total of each alternative.
  public var totals: [Double] { (0..<alternativeCount).map { nodeValue($0, node: 0) } }

  /// Competition ranks of the totals.
  public var ranking: Ranking { Ranking(totals) }

  /// The value that an alternative reaches in the subtree of a node, on the same scale as the
  /// values of leaves. `alternative` and `node` must exist.
  public func nodeValue(_ alternative: Int, node: Int) -> Double {
    nodeValues[alternative * tree.nodes.count + node]
  }

  /// What a leaf adds to an alternative's total: global weight × value. Both must exist.
  public func contribution(_ alternative: Int, leaf column: Int) -> Double {
    tree.nodes[tree.leaves[column]].globalWeight * values[alternative * tree.leaves.count + column]
  }

  /// All contributions: alternatives × leaves, row by row. A row sums to the total up to rounding.
  public var contributions: [Double] {
    let weights = tree.leafWeights
    return values.indices.map { weights[$0 % weights.count] * values[$0] }
  }
}

/// Why values do not fit a tree.
public enum AdditiveValueError: Error, Sendable, Equatable, CustomStringConvertible {
  /// There is no alternative.
  case noAlternatives
  /// The number of values is not a multiple of the number of leaves.
  case incompleteRow(values: Int, leaves: Int)
  /// A value is not a number, infinite or beyond ``AdditiveValue/largestValue``.
  case badValue(alternative: Int, leaf: String, value: Double)

  /// One sentence on what is wrong.
  public var description: String {
    switch self {
    case .noAlternatives: "there is no alternative to evaluate"
    case .incompleteRow(let values, let leaves):
      "\(values) values do not fill rows of \(leaves) criteria"
    case .badValue(let alternative, let leaf, let value):
      "the value of alternative \(alternative + 1) for '\(leaf)' is \(value), not a usable number"
    }
  }
}
