/// The analytic hierarchy process on a tree: criteria are compared under their parent, alternatives
/// under each lowest criterion, and weights are multiplied down the tree.
///
/// Saaty, "The Analytic Hierarchy Process", McGraw-Hill 1980. In the distributive mode scores depend
/// on which alternatives take part, and a copy of one can change the winner; the ideal mode (Belton,
/// Gear, Omega 11(3), 1983, doi:10.1016/0305-0483(83)90047-6) divides by the best of each criterion
/// first, which keeps copies from doing so.
public struct AHPHierarchy: Sendable, Equatable, Scores {
  /// How local priorities of alternatives become values.
  public enum Mode: String, Sendable, Equatable, CaseIterable {
    /// As they are: they share out 1.
    case distributive
    /// Divided by the largest under the same criterion.
    case ideal
  }

  /// A node of the tree with what is compared directly under it.
  public struct Criterion: Sendable, Equatable {
    /// What results call it.
    public var name: String
    /// Judgements about the children; without children about the alternatives.
    public var comparisons: PairwiseComparisons
    /// The criteria under this one.
    public var children: [Criterion]

    /// A criterion `name`; without children, `comparisons` is about the alternatives.
    public init(_ name: String, _ comparisons: PairwiseComparisons, children: [Criterion] = []) {
      self.name = name
      self.comparisons = comparisons
      self.children = children
    }
  }

  /// The priorities under each node, in the order of ``value``'s tree.
  public let local: [AHP]
  /// How local priorities became values.
  public let mode: Mode
  /// The additive model that results: weights of all nodes, values and contributions.
  public let value: AdditiveValue
  /// One for each alternative; the sum is 1 up to rounding.
  public let scores: [Double]

  /// Composes the priorities.
  ///
  /// - Parameters:
  ///   - root: the goal, with at least one criterion under it.
  ///   - prioritisation: how weights are derived, everywhere in the tree.
  public init(
    _ root: Criterion, prioritisation: AHP.Prioritisation = .eigenvector,
    mode: Mode = .distributive, randomIndex: RandomIndex = .saaty1980
  ) throws(AHPHierarchyError) {
    var entries: [ValueTree.Entry] = []
    var local: [AHP] = []
    var columns: [[Double]] = []
    func add(_ node: Criterion, parent: Int?, weight: Double) throws(AHPHierarchyError) {
      let index = entries.count
      let ahp = AHP(node.comparisons, prioritisation: prioritisation, randomIndex: randomIndex)
      entries.append(ValueTree.Entry(node.name, parent: parent, weight: weight))
      local.append(ahp)
      if node.children.isEmpty {
        if let first = columns.first, first.count != ahp.weights.count {
          throw .wrongCount(
            criterion: node.name, expected: first.count, found: ahp.weights.count)
        }
        let unit = mode == .ideal ? ahp.weights.max() ?? 1 : 1
        columns.append(ahp.weights.map { $0 / unit })
      } else {
        guard node.children.count == ahp.weights.count else {
          throw .wrongCount(
            criterion: node.name, expected: node.children.count, found: ahp.weights.count)
        }
        for (child, weight) in zip(node.children, ahp.weights) {
          try add(child, parent: index, weight: weight)
        }
      }
    }
    guard !root.children.isEmpty else { throw .noCriteria }
    try add(root, parent: nil, weight: 1)
    let alternatives = columns[0].indices
    let values = alternatives.flatMap { row in columns.map { $0[row] } }
    do {
      value = try AdditiveValue(tree: ValueTree(entries), values: values)
    } catch {
      // Priorities are finite and above 0, and nodes were listed depth first.
      throw .noCriteria
    }
    let totals = value.totals
    let sum = totals.reduce(0, +)
    scores = mode == .ideal ? totals.map { $0 / sum } : totals
    self.local = local
    self.mode = mode
  }
}

/// Why judgements do not make a hierarchy.
public enum AHPHierarchyError: Error, Sendable, Equatable, CustomStringConvertible {
  /// There is nothing under the goal.
  case noCriteria
  /// The judgements are about more or fewer things than stand there.
  case wrongCount(criterion: String, expected: Int, found: Int)

  /// One sentence on what is wrong.
  public var description: String {
    switch self {
    case .noCriteria: "the hierarchy has no criteria"
    case .wrongCount(let criterion, let expected, let found):
      "the judgements under '\(criterion)' compare \(found) things where \(expected) are needed"
    }
  }
}
