import MCDA
import Sensitivity
import Testing

@Suite struct WeightRegionTests {
  private func tree() throws -> ValueTree { try TreeExample.value().tree }

  @Test func relativeBoxes() throws {
    let region = try WeightRegion(.relative(0.2), tree: tree())
    #expect(region.groups.map(\.parent) == [0, 1])
    #expect(region.groups.map(\.children) == [[1, 5, 6], [2, 3, 4]])
    for (bound, expected) in zip(region.groups[0].lower, [0.4, 0.24, 0.16]) {
      #expect(abs(bound - expected) < 1e-15)
    }
    for (bound, expected) in zip(region.groups[0].upper, [0.6, 0.36, 0.24]) {
      #expect(abs(bound - expected) < 1e-15)
    }
    #expect(try WeightRegion(.relative(0.2), tree: tree(), depth: 1).groups.map(\.parent) == [0])
    #expect(try WeightRegion(.relative(0.2), tree: tree(), depth: 0).groups.isEmpty)
    let wide = try WeightRegion(.relative(3), tree: tree(), depth: 1).groups[0]
    #expect(wide.lower == [0, 0, 0] && wide.upper[0] == 1)
  }

  @Test func zeroStaysZeroAndOnlyChildrenAreLeftOut() throws {
    let tree = try ValueTree([
      .init("all", parent: nil), .init("a", parent: 0, weight: 1), .init("a1", parent: 1),
      .init("b", parent: 0, weight: 0), .init("c", parent: 0, weight: 2),
    ])
    for shape in [WeightRegion.Shape.relative(0.2), .free] {
      let region = try WeightRegion(shape, tree: tree)
      #expect(region.groups.map(\.children) == [[1, 3, 4]])
      #expect(region.groups[0].upper[1] == 0)
    }
  }

  @Test func boxesActOnTheirGroupsOnly() throws {
    let region = try WeightRegion(.boxes([2: 0.3...0.5]), tree: tree())
    #expect(region.groups.map(\.parent) == [1])
    #expect(region.groups[0].lower == [0.3, 0, 0] && region.groups[0].upper == [0.5, 1, 1])
  }

  private func refusal(_ shape: WeightRegion.Shape, depth: Int = 2) throws -> WeightRegionError? {
    let tree = try tree()
    do {
      _ = try WeightRegion(shape, tree: tree, depth: depth)
      return nil
    } catch { return error }
  }

  @Test func emptyRegionsNameWhatClashes() throws {
    let tooHigh = try refusal(.boxes([1: 0.75...0.9, 5: 0.5...0.6, 6: 0...0.1]))
    #expect(
      tooHigh == .lowerBoundsExceedOne(parent: "all", sum: 1.25, names: ["fit", "cost"]))
    let tooLow = try refusal(.boxes([1: 0.1...0.25, 5: 0...0.25, 6: 0...0.25]))
    #expect(
      tooLow == .upperBoundsBelowOne(parent: "all", sum: 0.75, names: ["fit", "cost", "lock-in"]))
    #expect(tooHigh?.description.contains("fit, cost") == true)
  }

  @Test func senselessStatementsAreRefused() throws {
    #expect(try refusal(.relative(-0.1)) == .badSpread(-0.1))
    #expect(try refusal(.relative(.infinity)) == .badSpread(.infinity))
    #expect(try refusal(.relative(.nan)) != nil)
    #expect(try refusal(.boxes([1: -0.1...0.5])) == .badBox(name: "fit", lower: -0.1, upper: 0.5))
    #expect(try refusal(.boxes([0: 0...1])) == .foreignNode(index: 0))
    #expect(try refusal(.boxes([99: 0...1])) == .foreignNode(index: 99))
    #expect(try refusal(.boxes([2: 0...1]), depth: 1) == .foreignNode(index: 2))
    #expect(try refusal(.ordered([1, 5])) == .incompleteOrder(parent: "all"))
    #expect(try refusal(.ordered([])) == .foreignNode(index: -1))
    #expect(try refusal(.ordered([6, 1, 5])) == nil)
    #expect(throws: WeightRegionError.foreignNode(index: 2)) {
      try WeightRegion(tree: tree(), shapes: [2: .free])
    }
  }
}
