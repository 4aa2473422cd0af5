public import DecisionModel
public import Messages

/// The criteria tree as reports show it.
enum CriterionSummaries {
  static func all(of tree: CriteriaTree) -> [CriterionSummary] {
    tree.nodes.enumerated().map { index, node in
      let words = CriterionSummary.words(for: node)
      return CriterionSummary(
        path: node.path, parent: node.parent.map { tree.nodes[$0].path },
        depth: tree.depth(of: index), name: node.name, note: node.note,
        goal: goal(node.goal), isLeaf: tree.children[index].isEmpty,
        leafCount: tree.leaves(below: index).count, localWeight: node.localWeight,
        globalWeight: tree.globalWeight(of: index), priority: node.priority,
        scale: words.scale, knockout: words.knockout, source: node.position)
    }
  }

  private static func goal(_ goal: Criterion.Goal) -> String {
    switch goal {
    case .fit: "fit"
    case .cost: "cost"
    case .lockIn: "lock_in"
    }
  }
}

extension CriterionSummary {
  /// How a criterion's answers are valued, and the condition that must be met, in words.
  public static func words(for node: Criterion) -> (scale: LocalText?, knockout: LocalText?) {
    var scale: LocalText?
    if case .question(let own) = node.role { scale = CriterionWords.scale(own) }
    return (scale, node.knockout.map { CriterionWords.condition($0, of: node) })
  }
}
