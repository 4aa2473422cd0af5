import MCDA
import Testing

@Suite struct AdditiveValueTests {
  /// Three alternatives, five criteria: totals .6220, .6555, .6150.
  @Test func totalsOfTheFlatExample() throws {
    let value = try AdditiveValue(
      tree: ValueTree(flat: [0.35, 0.25, 0.20, 0.10, 0.10]),
      values: [
        0.62, 0.70, 0.55, 0.80, 0.40,
        0.48, 0.85, 0.70, 0.60, 0.75,
        0.90, 0.40, 0.45, 0.50, 0.60,
      ])
    for (total, expected) in zip(value.totals, [0.6220, 0.6555, 0.6150]) {
      #expect(abs(total - expected) < 1e-15)
    }
    #expect(value.ranking.ranks == [2, 1, 3])
    #expect(value.ranking.order == [1, 0, 2])
    #expect(abs(value.contribution(0, leaf: 1) - 0.175) < 1e-15)
  }

  /// Hodgett's car example with linear min–max values: Corsa .6, Clio .34, Fiesta .2749…
  /// (hodgett.co.uk; transcribed from the tests of the R package MCDA, `tests/TOPSIS.R`).
  @Test func totalsOfThePublishedCars() throws {
    let table: [[Double]] = [
      [5490, 51.4, 8.5, 285], [6500, 70.6, 7, 288], [6489, 54.3, 7.5, 290],
    ]
    let costs = [true, false, false, false]
    var values: [Double] = []
    for row in table {
      for (k, x) in row.enumerated() {
        let column = table.map { $0[k] }
        let (low, high) = (column.min() ?? 0, column.max() ?? 0)
        values.append((costs[k] ? high - x : x - low) / (high - low))
      }
    }
    let value = try AdditiveValue(
      tree: ValueTree(flat: [0.35, 0.25, 0.25, 0.15]), values: values)
    for (total, expected) in zip(value.totals, [0.6, 0.34, 0.27490563118811884]) {
      #expect(abs(total - expected) < 1e-12)
    }
  }

  @Test func nestedSumEqualsSumOfContributions() throws {
    let tree = try ValueTree([
      .init("all", parent: nil), .init("a", parent: 0, weight: 2),
      .init("a1", parent: 1, weight: 1),
      .init("a2", parent: 1, weight: 4), .init("b", parent: 0, weight: 3),
    ])
    let value = try AdditiveValue(tree: tree, values: [0.3, 0.9, -1.7, 1, 0, 2.5])
    for alternative in 0..<2 {
      let sum = (0..<3).reduce(0) { $0 + value.contribution(alternative, leaf: $1) }
      #expect(abs(sum - value.totals[alternative]) < 1e-15)
      let row = value.contributions[(alternative * 3)..<(alternative * 3 + 3)]
      #expect(Array(row) == (0..<3).map { value.contribution(alternative, leaf: $0) })
    }
    #expect(abs(value.nodeValue(0, node: 1) - (0.2 * 0.3 + 0.8 * 0.9)) < 1e-15)
    #expect(value.nodeValue(0, node: 4) == -1.7)
    #expect(value.ranking.ranks == [2, 1])
  }

  @Test func valuesThatDoNotFitAreRefused() throws {
    let tree = try ValueTree(flat: [1, 1])
    #expect(throws: AdditiveValueError.noAlternatives) { try AdditiveValue(tree: tree, values: []) }
    #expect(throws: AdditiveValueError.incompleteRow(values: 3, leaves: 2)) {
      try AdditiveValue(tree: tree, values: [1, 2, 3])
    }
    for bad in [Double.nan, .infinity, -.infinity, 1e101] {
      #expect(throws: AdditiveValueError.self) {
        try AdditiveValue(tree: tree, values: [0, 0, 0, bad])
      }
    }
  }
}

@Suite struct RankingTests {
  @Test func equalsShareTheBetterRank() {
    #expect(Ranking([0.3, 0.5, 0.5, 0.7]).ranks == [4, 2, 2, 1])
    #expect(Ranking([0.5, 0.5]).winners == [0, 1])
    #expect(Ranking([]).winner == nil)
    #expect(Ranking([1]).ranks == [1])
  }

  /// A chain of small steps does not grow into one group: each is compared with the group's first.
  @Test func toleranceCountsFromTheFirstOfTheGroup() {
    #expect(Ranking([1, 1 - 0.8e-9, 1 - 1.6e-9]).ranks == [1, 1, 3])
    #expect(Ranking([3, 2.5, 2.1], tolerance: 0.6).ranks == [1, 1, 3])
  }

  @Test func strangeNumbersRankLast() {
    #expect(Ranking([.nan, 1, -.infinity, .infinity, .infinity]).ranks == [4, 3, 4, 1, 1])
  }

  @Test func permutingAlternativesPermutesRanks() {
    let scores = [0.1, 0.7, 0.7, 0.4, 0.4 + 5e-10, 0.9]
    let ranks = Ranking(scores).ranks
    let turned = Array(scores[2...] + scores[..<2])
    #expect(Ranking(turned).ranks == Array(ranks[2...] + ranks[..<2]))
  }
}
