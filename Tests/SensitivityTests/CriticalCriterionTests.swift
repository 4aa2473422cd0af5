import MCDA
import Sensitivity
import Testing

@Suite struct CriticalCriterionTests {
  /// Wang and Triantaphyllou, Omega 36(1), 2008: the table as it stands in the tests of
  /// scikit-criteria (`tests/agg/test_electre.py`), taken as a weighted sum.
  @Test func fiveAlternativesAndSevenCriteria() throws {
    let critical = try #require(
      CriticalCriterion(
        weights: [0.078, 0.118, 0.157, 0.314, 0.235, 0.039, 0.059],
        values: [
          1, 2, 1, 5, 2, 2, 4,
          3, 5, 3, 5, 3, 3, 3,
          3, 5, 3, 5, 3, 2, 2,
          1, 2, 2, 5, 1, 1, 1,
          1, 1, 3, 5, 4, 1, 5,
        ]))
    let scores = [2.825, 3.864, 3.766, 2.531, 3.511]
    #expect(zip(critical.scores, scores).allSatisfy { abs($0 - $1) < 1e-12 })
    #expect(critical.ranking.ranks == [4, 1, 2, 5, 3])
    let top = try #require(critical.percentTop)
    #expect(top.better == 1 && top.worse == 4 && top.criterion == 1)
    #expect(abs(top.delta - 0.08825) < 1e-12 && abs(top.percent - 74.78813559322033) < 1e-9)
    let any = try #require(critical.percentAny)
    #expect(any.better == 2 && any.worse == 4 && any.criterion == 1)
    #expect(abs(any.percent - 54.02542372881356) < 1e-9)
    #expect(critical.absoluteAny == any)
    let degrees: [Double?] = [
      nil, 54.02542372881356, 187.2611464968153, nil, 108.51063829787235, 1758.974358974359,
      144.0677966101695,
    ]
    for (criterion, degree) in degrees.enumerated() {
      let computed = critical.criticalityDegree(of: criterion)
      #expect((computed == nil) == (degree == nil))
      #expect(abs((computed ?? 0) - (degree ?? 0)) < 1e-9)
    }
    let a1a4 = critical.changes.filter { $0.better == 0 && $0.worse == 3 }
    #expect(a1a4.map(\.criterion) == [2, 4, 5, 6])
    #expect(a1a4.map(\.isFeasible) == [true, false, false, false])
    #expect(abs(a1a4[0].percent + 187.2611464968153) < 1e-9)
  }

  /// Subtracting δ and dividing by the new sum makes the pair level, at the weight t*.
  @Test func theChangeMakesThePairLevel() throws {
    let value = try FlatExample.value()
    let critical = try #require(
      CriticalCriterion(weights: FlatExample.weights, values: FlatExample.values))
    for change in critical.changes where change.isFeasible {
      var weights = FlatExample.weights
      weights[change.criterion] -= change.delta
      let sum = weights.reduce(0, +)
      let totals = value.totals(leafWeights: weights.map { $0 / sum })
      #expect(abs(totals[change.better] - totals[change.worse]) < 1e-12)
      let root = (FlatExample.weights[change.criterion] - change.delta) / (1 - change.delta)
      #expect(abs(weights[change.criterion] / sum - root) < 1e-12)
    }
    let top = try #require(critical.percentTop)
    let stability = try #require(WeightStability(value, node: top.criterion + 1))
    let end = (FlatExample.weights[top.criterion] - top.delta) / (1 - top.delta)
    #expect(
      abs(stability.winnerUnchanged.low - end) < 1e-12
        || abs(stability.winnerUnchanged.high - end) < 1e-12)
  }

  @Test func unusableInputGivesNothing() {
    #expect(CriticalCriterion(weights: [], values: []) == nil)
    #expect(CriticalCriterion(weights: [1, 1], values: [1, 2, 3]) == nil)
    #expect(CriticalCriterion(weights: [-1], values: [1]) == nil)
    #expect(CriticalCriterion(weights: [1], values: [.nan]) == nil)
    #expect(CriticalCriterion(weights: [1], values: [1])?.percentAny == nil)
  }
}
