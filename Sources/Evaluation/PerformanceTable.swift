import DecisionModel
import Fit
import MCDA

/// Values of offers by leaf of the tree: the table that the mathematics sees.
///
/// A row per offer, a column per leaf of the criteria tree, each as it counts, with missing answers at
/// their worst, and at their best.
struct PerformanceTable {
  /// Criteria and weights as the mathematics sees them; node `i` is node `i` of the criteria tree.
  let tree: ValueTree
  /// Values as they count, row by row.
  let point: [Double]
  /// Values with missing answers at worst.
  let low: [Double]
  /// Values with missing answers at best.
  let high: [Double]
  /// Number of columns.
  var columns: Int { tree.leaves.count }

  /// - Parameter localWeights: Local weights of all nodes, where they are not the decision's.
  init(
    decision: Decision, assessments: [OfferAssessment], localWeights: [Double]? = nil
  ) throws(ValueTreeError) {
    let criteria = decision.criteria
    tree = try PerformanceTable.tree(
      of: criteria, localWeights: localWeights ?? criteria.nodes.map(\.localWeight))
    var (point, low, high): ([Double], [Double], [Double]) = ([], [], [])
    for assessment in assessments {
      for leaf in criteria.leaves {
        if case .cost = criteria.nodes[leaf].role {
          // An offer without a total is never ranked by this row; its best possible cost stands in.
          let value = assessment.cost.value ?? assessment.cost.bestPossibleValue
          point.append(value)
          low.append(value)
          high.append(value)
        } else if let value = assessment.values[leaf] {
          point.append(value.point)
          low.append(value.low)
          high.append(value.high)
        } else {
          // A branch that the decision left without questions.
          point.append(0)
          low.append(0)
          high.append(0)
        }
      }
    }
    self.point = point
    self.low = low
    self.high = high
  }

  /// The tree with other local weights, for weight profiles.
  static func tree(
    of criteria: CriteriaTree, localWeights: [Double]
  ) throws(ValueTreeError) -> ValueTree {
    try ValueTree(
      criteria.nodes.enumerated().map { index, node in
        ValueTree.Entry(
          index == 0 ? "whole" : node.path, parent: node.parent, weight: localWeights[index])
      })
  }

  /// Rows of some offers.
  func rows(_ offers: [Int], of values: [Double]) -> [Double] {
    offers.flatMap { values[$0 * columns..<($0 + 1) * columns] }
  }
}
