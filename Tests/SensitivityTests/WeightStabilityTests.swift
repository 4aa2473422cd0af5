import MCDA
import Sensitivity
import Testing

@Suite struct WeightStabilityTests {
  @Test func theFlatExample() throws {
    let stability = WeightStability.all(try FlatExample.value())
    #expect(stability.map(\.winner) == [1, 1, 1, 1, 1])
    #expect(stability.map { rounded($0.winnerUnchanged.low, 4) } == [0, 0.1758, 0.0453, 0, 0.0047])
    #expect(stability.map { rounded($0.winnerUnchanged.high, 4) } == [0.4072, 1, 1, 0.2291, 1])
    #expect(stability[0].winnerUnchanged.pairBelow == nil)
    #expect(stability[0].winnerUnchanged.pairAbove?.behind == 2)
    #expect(stability[3].winnerUnchanged.pairAbove?.behind == 0)
    #expect(stability.allSatisfy { !$0.isTied && !$0.usesEqualShares && $0.parentWeight == 1 })
  }

  @Test func theTreeExample() throws {
    let value = try TreeExample.value()
    let first = try #require(WeightStability(value, node: 2))
    #expect(first.winner == 1)
    #expect(rounded(first.winnerUnchanged.high, 4) == 0.4581)
    #expect(first.winnerUnchanged.low == 0)
    #expect(first.winnerUnchanged.pairAbove?.ahead == 1)
    #expect(first.winnerUnchanged.pairAbove?.behind == 0)
    #expect(abs(first.globalHigh - 0.5 * first.winnerUnchanged.high) < 1e-16)
    // The closed form of the doc comment, written out.
    let (w, parentWeight) = (0.4, 0.5)
    let totals = value.totals
    let lead = totals[0] - totals[1]
    let leadParent = value.nodeValue(0, node: 1) - value.nodeValue(1, node: 1)
    let d = 0.9 - 0.4
    let rest = (leadParent - w * d) / (1 - w)
    let outside = lead - parentWeight * leadParent
    let root = (rest + outside / parentWeight) / (rest - d)
    #expect(abs(first.winnerUnchanged.high - root) < 1e-12)
  }

  private typealias Expected = (low: Double, high: Double, below: [Int]?, above: [Int]?)

  private func check(
    _ published: PublishedCase, scores: [Double], ranks: [Int], ofRanking: Bool,
    _ expected: [Expected]
  ) throws {
    let value = try published.value()
    #expect(zip(value.totals, scores).allSatisfy { abs($0 - $1) < 1e-12 })
    #expect(value.ranking.ranks == ranks)
    let all = WeightStability.all(value)
    #expect(all.count == expected.count)
    for (stability, expected) in zip(all, expected) {
      let interval = ofRanking ? stability.rankingUnchanged : stability.winnerUnchanged
      #expect(abs(interval.low - expected.low) < 1e-12)
      #expect(abs(interval.high - expected.high) < 1e-12)
      #expect(interval.pairBelow.map { [$0.ahead, $0.behind] } == expected.below)
      #expect(interval.pairAbove.map { [$0.ahead, $0.behind] } == expected.above)
    }
  }

  private static let hodgettScores = [0.6, 0.34, 0.27490563118811884]
  private static let sixCarScores = [
    0.6464705882352941, 0.40125800376647835, 0.7766872208770513, 0.48421176470588234,
    0.6260889648514774, 0.5509183560429821,
  ]

  @Test func hodgettsCarsBest() throws {
    try check(
      .hodgett, scores: Self.hodgettScores, ranks: [1, 2, 3], ofRanking: false,
      [
        (9.0 / 74, 1, [0, 1], nil), (0, 17.0 / 42, nil, [0, 1]), (0, 1, nil, nil),
        (0, 307101.0 / 856541, nil, [0, 2]),
      ])
  }

  @Test func hodgettsCarsFullRanking() throws {
    try check(
      .hodgett, scores: Self.hodgettScores, ranks: [1, 2, 3], ofRanking: true,
      [
        (9.0 / 74, 44541.0 / 49117, [0, 1], [1, 2]),
        (285344.0 / 1520069, 17.0 / 42, [1, 2], [0, 1]),
        (0, 287831.0 / 772631, nil, [1, 2]), (0, 80861.0 / 300637, nil, [1, 2]),
      ])
  }

  @Test func sixRealCarsBest() throws {
    try check(
      .sixCars, scores: Self.sixCarScores, ranks: [2, 6, 1, 5, 3, 4], ofRanking: false,
      [
        (564807.0 / 24513557, 11954049.0 / 19599799, [2, 3], [2, 0]),
        (0, 202005.0 / 461782, nil, [2, 5]), (0, 1156197.0 / 2369827, nil, [2, 5]),
        (0, 1, nil, nil), (0, 1, nil, nil),
      ])
  }

  @Test func sixRealCarsFullRanking() throws {
    try check(
      .sixCars, scores: Self.sixCarScores, ranks: [2, 6, 1, 5, 3, 4], ofRanking: true,
      [
        (59649.0 / 193399, 1927353.0 / 3882353, [5, 3], [3, 1]),
        (0, 7486445.0 / 34257518, nil, [0, 4]), (0, 1756517.0 / 11686217, nil, [0, 4]),
        (4244407.0 / 26267632, 181478.0 / 531053, [0, 4], [5, 3]),
        (861313.0 / 13639533, 184133.0 / 1150553, [0, 4], [5, 3]),
      ])
  }

  /// Rebuilds the whole model with the weight just inside and just outside every end.
  @Test(arguments: 1...12 as ClosedRange<UInt64>)
  func endsSeparateOneResultFromAnother(seed: UInt64) throws {
    let value = try AdditiveValue.random(seed: seed, alternatives: 5)
    let step = 1e-6
    for stability in WeightStability.all(value) {
      let node = stability.node
      func ranks(_ weight: Double) throws -> [Int] {
        try value.moving(node, to: weight).ranking.ranks
      }
      let winner = stability.winnerUnchanged
      #expect(try ranks(min(1, winner.low + step))[stability.winner] == 1)
      #expect(try ranks(max(0, winner.high - step))[stability.winner] == 1)
      if let pair = winner.pairBelow, winner.low > step {
        #expect(try ranks(winner.low - step)[pair.behind] == 1)
      }
      if let pair = winner.pairAbove, winner.high < 1 - step {
        #expect(try ranks(winner.high + step)[pair.behind] == 1)
      }
      let whole = stability.rankingUnchanged
      let present = value.ranking.ranks
      #expect(try ranks(whole.low + step) == present || whole.high - whole.low < 2 * step)
      #expect(try ranks(whole.high - step) == present || whole.high - whole.low < 2 * step)
      if whole.low > step { #expect(try ranks(whole.low - step) != present) }
      if whole.high < 1 - step { #expect(try ranks(whole.high + step) != present) }
      #expect(winner.low <= whole.low && whole.high <= winner.high)
    }
  }

  /// The sequence of winners covers 0 … 1 without gaps and agrees with rebuilt models.
  @Test(arguments: 1...12 as ClosedRange<UInt64>)
  func reignsAreTheUpperEnvelope(seed: UInt64) throws {
    let value = try AdditiveValue.random(seed: seed, alternatives: 7)
    for stability in WeightStability.all(value) {
      let reigns = stability.reigns
      #expect(reigns.first?.from == 0 && reigns.last?.to == 1)
      for (before, after) in zip(reigns, reigns.dropFirst()) {
        #expect(before.to == after.from && before.winner != after.winner)
      }
      for reign in reigns {
        let middle = (reign.from + reign.to) / 2
        #expect(try value.moving(stability.node, to: middle).ranking.ranks[reign.winner] == 1)
      }
      let own = try #require(reigns.first { $0.winner == stability.winner })
      #expect(abs(own.from - stability.winnerUnchanged.low) < 1e-9)
      #expect(abs(own.to - stability.winnerUnchanged.high) < 1e-9)
    }
  }

  @Test func onlyChildrenRootsAndStrangersHaveNoInterval() throws {
    let tree = try ValueTree([
      .init("all", parent: nil), .init("goal", parent: 0), .init("leaf", parent: 1),
    ])
    let value = try AdditiveValue(tree: tree, values: [0.1, 0.2])
    #expect(WeightStability.all(value).isEmpty)
    for node in [-1, 0, 1, 2, 3, .max] { #expect(WeightStability(value, node: node) == nil) }
  }

  @Test func oneAlternativeIsStableEverywhere() throws {
    let value = try AdditiveValue(tree: ValueTree(flat: [1, 2]), values: [0.5, 0.6])
    for stability in WeightStability.all(value) {
      #expect(stability.winnerUnchanged.low == 0 && stability.winnerUnchanged.high == 1)
      #expect(stability.reigns.map(\.winner) == [0])
      #expect(stability.reigns.map(\.to) == [1])
    }
  }

  @Test func equalAlternativesAreLevelEverywhere() throws {
    let value = try AdditiveValue(
      tree: ValueTree(flat: [0.7, 0.2, 0.1]),
      values: [0.1, 0.2, 0.3, 0.1, 0.2, 0.3 + 1e-16, 0.1, 0.2, 0.3])
    for stability in WeightStability.all(value) {
      #expect(stability.winnerUnchanged.pairBelow == nil)
      #expect(stability.winnerUnchanged.pairAbove == nil)
      #expect(stability.rankingUnchanged.low == 0 && stability.rankingUnchanged.high == 1)
      #expect(stability.reigns.count == 1 && !stability.isTied)
    }
  }

  /// Two alternatives that are level now: any move of the weight parts them.
  @Test func aTieIsNotStable() throws {
    let value = try AdditiveValue(
      tree: ValueTree(flat: [0.5, 0.5]), values: [0.2, 0.8, 0.8, 0.2 - 1e-16])
    let stability = try #require(WeightStability(value, node: 1))
    #expect(stability.isTied)
    #expect(stability.winner == 0)
    #expect(stability.winnerUnchanged.low == 0)
    #expect(abs(stability.winnerUnchanged.high - 0.5) < 1e-9)
    #expect(stability.rankingUnchanged.low == 0.5 && stability.rankingUnchanged.high == 0.5)
    #expect(stability.reigns.map(\.winner) == [0, 1])
  }

  /// Touching at the end of the scale is no flip.
  @Test func touchingAtAnEndIsNoFlip() throws {
    let value = try AdditiveValue(
      tree: ValueTree(flat: [0.5, 0.5]), values: [0.7, 0.4, 0.7, 0.1 + 0.2])
    for stability in WeightStability.all(value) {
      #expect(stability.winnerUnchanged.pairBelow == nil)
      #expect(stability.winnerUnchanged.pairAbove == nil)
    }
  }

  @Test func aWeightOfOneSharesTheRestEqually() throws {
    let value = try AdditiveValue(
      tree: ValueTree(flat: [1, 0, 0]), values: [0.8, 0, 0.4, 0.6, 0.5, 0.5])
    let all = WeightStability.all(value)
    #expect(all.map(\.usesEqualShares) == [true, false, false])
    // Rest: .2 against .5; 0.6 t + 0.2 = 0.1 t + 0.5 at t = 0.6.
    #expect(abs(all[0].winnerUnchanged.low - 0.6) < 1e-12)
    #expect(all[0].winnerUnchanged.high == 1)
    // From weight 0 the second column may take 0.2 of 0.7.
    #expect(abs(all[1].winnerUnchanged.high - 0.2 / 0.7) < 1e-12)
  }

  @Test func weightlessBranchesCannotFlip() throws {
    let tree = try ValueTree([
      .init("all", parent: nil), .init("a", parent: 0, weight: 0), .init("a1", parent: 1),
      .init("a2", parent: 1), .init("b", parent: 0, weight: 1),
    ])
    let value = try AdditiveValue(tree: tree, values: [0, 0, 0.6, 1, 1, 0.5])
    let inside = try #require(WeightStability(value, node: 2))
    #expect(inside.winnerUnchanged.low == 0 && inside.winnerUnchanged.high == 1)
    #expect(inside.parentWeight == 0 && inside.globalHigh == 0)
    let goal = try #require(WeightStability(value, node: 1))
    #expect(abs(goal.winnerUnchanged.high - 0.1 / 1.1) < 1e-12)
  }

  @Test func permutingAlternativesPermutesResults() throws {
    let value = try AdditiveValue.random(seed: 5, alternatives: 6)
    let order = [3, 0, 5, 1, 4, 2]
    let permuted = try value.permuted(order)
    for (a, b) in zip(WeightStability.all(value), WeightStability.all(permuted)) {
      #expect(order[b.winner] == a.winner)
      #expect(a.winnerUnchanged.low == b.winnerUnchanged.low)
      #expect(a.winnerUnchanged.high == b.winnerUnchanged.high)
      #expect(a.rankingUnchanged.low == b.rankingUnchanged.low)
      #expect(a.rankingUnchanged.high == b.rankingUnchanged.high)
      let (before, after) = (a.winnerUnchanged.pairAbove, b.winnerUnchanged.pairAbove)
      #expect(before?.behind == after.map { order[$0.behind] })
      #expect(a.reigns.map(\.winner) == b.reigns.map { order[$0.winner] })
    }
  }
}
