import DecisionModel
import Fit
import MCDA
import TotalCost

/// The first offer against the second: where it is ahead, where behind, and by which questions.
struct OfferComparison {
  let decision: Decision
  let assessments: [OfferAssessment]
  let values: AdditiveValue

  /// Branches that reasons speak of: the first branches under each goal of criteria; cost and
  /// lock-in as wholes (`rulings.md` R12).
  static func branches(of criteria: CriteriaTree) -> [Int] {
    criteria.children[0].flatMap { goal -> [Int] in
      let children = criteria.children[goal]
      return criteria.nodes[goal].goal == .fit && !children.isEmpty ? children : [goal]
    }
  }

  func between(_ first: Int, _ second: Int) -> Comparison {
    let tree = decision.criteria
    let differences = OfferComparison.branches(of: tree).map {
      difference(first, second, branch: $0)
    }.enumerated().sorted { a, b in
      a.element.points != b.element.points
        ? a.element.points > b.element.points : a.offset < b.offset
    }.map(\.element)
    let (firstCost, secondCost) = (assessments[first].cost, assessments[second].cost)
    var presentValueDifference: Double?
    if let a = firstCost.total.presentValue, let b = secondCost.total.presentValue {
      presentValueDifference = a - b
    }
    return Comparison(
      first: assessments[first].offer.declaration.id,
      second: assessments[second].offer.declaration.id, differences: differences,
      presentValueDifference: presentValueDifference,
      categoryDifferences: categories(firstCost, secondCost))
  }

  private func difference(_ first: Int, _ second: Int, branch: Int) -> Difference {
    let tree = decision.criteria
    let weight = 100 * tree.globalWeight(of: branch)
    let firstPoints = weight * values.nodeValue(first, node: branch)
    let secondPoints = weight * values.nodeValue(second, node: branch)
    let points = firstPoints - secondPoints
    let leaves = tree.leaves(below: branch)
    let questions = leaves.filter { $0 != branch }.map { leaf in
      QuestionDifference(
        criterion: tree.nodes[leaf].path,
        points: 100 * tree.globalWeight(of: leaf)
          * (values.nodeValue(first, node: leaf) - values.nodeValue(second, node: leaf)))
    }
    .filter { points >= 0 ? $0.points > 0 : $0.points < 0 }
    .enumerated().sorted { a, b in
      let (left, right) = (a.element.points.magnitude, b.element.points.magnitude)
      return left != right ? left > right : a.offset < b.offset
    }.prefix(3).map(\.element)
    let coverage = [first, second].map {
      RequirementCoverage(below: branch, of: tree, values: assessments[$0].values)
    }
    return Difference(
      criterion: tree.nodes[branch].path, points: points, first: firstPoints,
      second: secondPoints, questions: questions, firstCovered: coverage[0].covered,
      secondCovered: coverage[1].covered, questionCount: coverage[0].requirements)
  }

  private func categories(
    _ first: CostAssessment, _ second: CostAssessment
  ) -> [CategoryDifference] {
    let names = (first.categories + second.categories).map { $0.category?.rawValue ?? "old_system" }
    var seen = Set<String>()
    return names.filter { seen.insert($0).inserted }.map { name in
      let value = { (cost: CostAssessment) in
        cost.categories.first { ($0.category?.rawValue ?? "old_system") == name }?.presentValue ?? 0
      }
      return CategoryDifference(category: name, presentValue: value(first) - value(second))
    }.enumerated().sorted { a, b in
      a.element.presentValue != b.element.presentValue
        ? a.element.presentValue < b.element.presentValue : a.offset < b.offset
    }.map(\.element)
  }
}
