import MCDA
import ReproducibleMath
import Sensitivity
import Testing

@Suite struct TieTests {
  /// Anchors 200,000 and 500,000; the first column is the price.
  @Test func pricesOfTheFlatExample() throws {
    let totals = try FlatExample.value().totals
    let (best, worst) = (200_000.0, 500_000.0)
    let priceA = worst - 0.62 * (worst - best)
    let a = try #require(
      PriceToTie(
        leaderTotal: totals[1], ownTotal: totals[0], weight: 0.35, price: priceA, best: best,
        worst: worst))
    #expect(rounded(a.cut, 0) == 28_714)
    #expect(a.isFeasible)
    let priceC = worst - 0.90 * (worst - best)
    let c = try #require(
      PriceToTie(
        leaderTotal: totals[1], ownTotal: totals[2], weight: 0.35, price: priceC, best: best,
        worst: worst))
    #expect(!c.isFeasible && c.price < best)
    let point = try #require(PriceToTie.pricePerPoint(weight: 0.35, best: best, worst: worst))
    #expect(abs(point * 100 * (totals[1] - totals[0]) - a.cut) < 1e-6)
  }

  /// With the value or the price put in, the totals are level.
  @Test func whatIsAskedForTies() throws {
    let value = try FlatExample.value()
    for leaf in 0..<5 {
      let tie = try #require(
        ScoreToTie(
          leaderTotal: value.totals[1], ownTotal: value.totals[0],
          weight: FlatExample.weights[leaf],
          value: value.values[leaf]))
      var values = value.values
      values[leaf] = tie.reached
      let totals = try AdditiveValue(tree: value.tree, values: values).totals
      #expect(abs(totals[0] - totals[1]) < 1e-12)
      #expect(tie.isFeasible == (value.values[leaf] + 0.0335 / FlatExample.weights[leaf] <= 1))
    }
  }

  @Test func withoutWeightNothingTies() {
    #expect(ScoreToTie(leaderTotal: 1, ownTotal: 0, weight: 0, value: 0) == nil)
    #expect(ScoreToTie(leaderTotal: 1, ownTotal: 0, weight: .nan, value: 0) == nil)
    #expect(
      PriceToTie(leaderTotal: 1, ownTotal: 0, weight: 0, price: 1, best: 0, worst: 2) == nil)
    #expect(
      PriceToTie(leaderTotal: 1, ownTotal: 0, weight: 1, price: 1, best: 2, worst: 2) == nil)
    #expect(PriceToTie.pricePerPoint(weight: 0, best: 0, worst: 2) == nil)
  }
}

@Suite struct CornerTestTests {
  /// Two columns of weight ½; the winner leads by .1 and has one cell that may fall by .4.
  @Test func aFallOfTheWinnersOwnValueDecides() throws {
    let value = try AdditiveValue(tree: ValueTree(flat: [1, 1]), values: [0.7, 0.7, 0.6, 0.6])
    let test = try CornerTest(value, low: [0.3, 0.7, 0.6, 0.5], high: [0.9, 0.7, 0.6, 0.7])
    #expect(!test.winnerHolds)
    #expect(abs(test.rivals[0].worstLead - (0.1 - 0.2 - 0.05)) < 1e-15)
    #expect(test.cells.map(\.alternative) == [0, 1])
    #expect(test.cells.map(\.leaf) == [0, 1])
    #expect(test.cells.map(\.changesWinner) == [true, false])
    #expect(abs(test.cells[0].worstLead + 0.1) < 1e-15)
    #expect(abs(test.cells[0].swing - 0.3) < 1e-15)
    #expect(abs(test.cells[1].worstLead - 0.05) < 1e-15)
  }

  @Test func certainValuesHold() throws {
    let value = try FlatExample.value()
    let test = try CornerTest(value, low: value.values, high: value.values)
    #expect(test.winnerHolds && test.cells.isEmpty && test.winner == 1)
    let alone = try AdditiveValue(tree: ValueTree(flat: [1]), values: [0.5])
    let single = try CornerTest(alone, low: [0], high: [1])
    #expect(single.winnerHolds && single.rivals.isEmpty && single.cells.isEmpty)
  }

  /// Every statement against a model rebuilt with the corner or the cell put in.
  @Test(arguments: 1...10 as ClosedRange<UInt64>)
  func agreesWithRebuiltModels(seed: UInt64) throws {
    let value = try AdditiveValue.random(seed: seed, alternatives: 4)
    var stream = RandomStream(seed: seed, stream: 9, block: 0)
    let low = value.values.map { stream.uniform() < 0.6 ? $0 : $0 * stream.uniform() }
    let high = value.values.map { stream.uniform() < 0.6 ? $0 : $0 + (1 - $0) * stream.uniform() }
    let test = try CornerTest(value, low: low, high: high)
    let n = value.tree.leaves.count
    for rival in test.rivals {
      var values = value.values
      for leaf in 0..<n {
        values[test.winner * n + leaf] = low[test.winner * n + leaf]
        values[rival.alternative * n + leaf] = high[rival.alternative * n + leaf]
      }
      let totals = try AdditiveValue(tree: value.tree, values: values).totals
      #expect(abs(totals[test.winner] - totals[rival.alternative] - rival.worstLead) < 1e-12)
    }
    for cell in test.cells {
      var values = value.values
      let index = cell.alternative * n + cell.leaf
      values[index] = cell.alternative == test.winner ? low[index] : high[index]
      let rebuilt = try AdditiveValue(tree: value.tree, values: values)
      #expect(cell.changesWinner == (rebuilt.ranking.winner != test.winner))
    }
    #expect(zip(test.cells, test.cells.dropFirst()).allSatisfy { $0.worstLead <= $1.worstLead })
  }

  @Test func badBandsAreRefused() throws {
    let value = try AdditiveValue(tree: ValueTree(flat: [1, 1]), values: [0.7, 0.7, 0.6, 0.6])
    let values = value.values
    #expect(throws: CornerTestError.wrongCount(low: 1, high: 4, expected: 4)) {
      try CornerTest(value, low: [0], high: values)
    }
    for bad in [0.5, .nan, 1e200] {
      var high = values
      high[2] = bad
      #expect(throws: CornerTestError.badBand(alternative: 1, leaf: 0)) {
        try CornerTest(value, low: values, high: high)
      }
    }
  }
}
