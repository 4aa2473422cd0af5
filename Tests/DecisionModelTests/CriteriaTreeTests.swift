import DecisionModel
import Measures
import Messages
import Testing

@Suite struct CriteriaTreeTests {
  private let tree: CriteriaTree = {
    let place = SourcePosition(file: "decision.yaml", line: 1, column: 1)
    func node(_ path: String, parent: Int?, weight: Double) -> Criterion {
      Criterion(
        id: path.split(separator: "/").last.map(String.init) ?? "", path: path,
        name: LocalText(path), role: .branch, goal: .fit, parent: parent, localWeight: weight,
        statedWeight: StatedWeight(value: .one), position: place)
    }
    return CriteriaTree(nodes: [
      node("", parent: nil, weight: 1), node("fit", parent: 0, weight: 0.75),
      node("fit/a", parent: 1, weight: 0.4), node("fit/a/x", parent: 2, weight: 0.25),
      node("fit/a/y", parent: 2, weight: 0.75), node("fit/b", parent: 1, weight: 0.6),
      node("risk", parent: 0, weight: 0.25),
    ])
  }()

  @Test func globalWeightsAreProducts() {
    #expect(abs(tree.globalWeight(of: 3) - 0.075) < 1e-15)
    #expect(tree.globalWeight(of: 0) == 1)
    #expect(abs(tree.leaves.reduce(0) { $0 + tree.globalWeight(of: $1) } - 1) < 1e-15)
  }

  @Test func leavesAreTheNodesWithoutChildren() {
    #expect(tree.leaves == [3, 4, 5, 6])
    #expect(tree.leaves(below: 1) == [3, 4, 5])
    #expect(tree.leaves(below: 5) == [5])
  }

  @Test(arguments: [("x", 3), ("fit/a/x", 3), ("risk", 6)])
  func namesAndPathsFind(name: String, index: Int) {
    #expect(tree.index(of: name) == index)
  }

  @Test func theWholeHasNoName() {
    #expect(tree.index(of: "") == nil)
    #expect(tree.depth(of: 0) == 0 && tree.depth(of: 4) == 3)
  }
}
