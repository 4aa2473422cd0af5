import MCDA
import Testing

@Suite struct ValueTreeTests {
  private typealias Entry = ValueTree.Entry

  private func threeLevels() throws -> ValueTree {
    try ValueTree([
      Entry("all", parent: nil), Entry("fit", parent: 0, weight: 50),
      Entry("crm", parent: 1, weight: 3), Entry("erp", parent: 1, weight: 1),
      Entry("stock", parent: 3, weight: 0), Entry("orders", parent: 3, weight: 2),
      Entry("cost", parent: 0, weight: 30), Entry("lock-in", parent: 0, weight: 20),
      Entry("exit", parent: 7, weight: 0),
    ])
  }

  @Test func weightsAreNormalisedAmongSiblings() throws {
    let tree = try threeLevels()
    #expect(tree.nodes.map(\.localWeight) == [1, 0.5, 0.75, 0.25, 0, 1, 0.3, 0.2, 1])
    #expect(tree.nodes.map(\.globalWeight) == [1, 0.5, 0.375, 0.125, 0, 0.125, 0.3, 0.2, 0.2])
    #expect(tree.leafWeights == [0.375, 0, 0.125, 0.3, 0.2])
  }

  @Test func shapeIsKept() throws {
    let tree = try threeLevels()
    #expect(tree.leaves == [2, 4, 5, 6, 8])
    #expect(tree.nodes.map(\.depth) == [0, 1, 2, 2, 3, 3, 1, 1, 2])
    #expect(tree.nodes.map(\.children) == [[1, 6, 7], [2, 3], [], [4, 5], [], [], [], [8], []])
    #expect(tree.nodes.map(\.column) == [nil, nil, 0, nil, 1, 2, 3, nil, 4])
    #expect(tree.nodes[5].parent == 3 && tree.nodes[5].isLeaf && !tree.nodes[3].isLeaf)
  }

  @Test func otherLocalWeightsGiveOtherLeafWeights() throws {
    let tree = try threeLevels()
    let kept = tree.leafWeights(localWeights: tree.nodes.map(\.localWeight))
    #expect(kept == tree.leafWeights)
    let moved = tree.leafWeights(localWeights: [1, 0, 0.5, 0.5, 0, 1, 1, 0, 1])
    #expect(moved == [0, 0, 0, 1, 0])
    #expect(tree.leafWeights(localWeights: [1]) == [])
  }

  @Test(arguments: [(1e308, 3e307), (5e-324, 5e-324), (1e300, 1e-300), (1e-160, 3e-160)])
  func extremeRatiosStillSumToOne(weights: (Double, Double)) throws {
    let tree = try ValueTree(flat: [weights.0, weights.1])
    let shares = tree.leafWeights
    #expect(abs(shares[0] + shares[1] - 1) < 1e-15)
    #expect(shares.allSatisfy { $0 >= 0 && $0 <= 1 })
  }

  @Test func weightsThatSumToOneKeepTheirBits() throws {
    let weights = [0.5, 0.25, 0.125, 0.125]
    #expect(try ValueTree(flat: weights).leafWeights == weights)
  }

  @Test func listsThatAreNoTreeAreRefused() {
    func refusal(_ entries: [ValueTree.Entry]) -> ValueTreeError? {
      do {
        _ = try ValueTree(entries)
        return nil
      } catch { return error }
    }
    let root = Entry("r", parent: nil)
    #expect(refusal([]) == .noNodes)
    #expect(refusal([root]) == .noLeaf)
    #expect(refusal([Entry("r", parent: 0), Entry("a", parent: 0)]) == .unknownParent(name: "r"))
    #expect(refusal([root, Entry("a", parent: nil)]) == .secondRoot(name: "a"))
    #expect(refusal([root, Entry("a", parent: 1)]) == .unknownParent(name: "a"))
    #expect(
      refusal([root, Entry("a", parent: 2), Entry("b", parent: 1)]) == .unknownParent(name: "a"))
    #expect(refusal([root, Entry("a", parent: -1)]) == .unknownParent(name: "a"))
    #expect(refusal([root, Entry("a", parent: .max)]) == .unknownParent(name: "a"))
    #expect(
      refusal([root, Entry("a", parent: 0), Entry("b", parent: 0), Entry("c", parent: 1)])
        == .notDepthFirst(name: "c"))
    #expect(
      refusal([root, Entry("a", parent: 0, weight: -1)]) == .badWeight(name: "a", weight: -1))
    #expect(
      refusal([root, Entry("a", parent: 0, weight: .infinity)])
        == .badWeight(name: "a", weight: .infinity))
    guard case .badWeight("a", _) = refusal([root, Entry("a", parent: 0, weight: .nan)]) else {
      Issue.record("a weight that is not a number must be refused")
      return
    }
    #expect(
      refusal([root, Entry("a", parent: 0, weight: 0), Entry("b", parent: 0, weight: 0)])
        == .allWeightsZero(parent: "r"))
    #expect(refusal([root, Entry("a", parent: 0, weight: 0)]) == nil)
  }

  @Test func deepTreesAreFine() throws {
    let count = 20_000
    let chain = (0..<count).map { Entry("n\($0)", parent: $0 == 0 ? nil : $0 - 1) }
    let tree = try ValueTree(chain)
    #expect(tree.leaves == [count - 1])
    #expect(tree.leafWeights == [1])
  }
}
