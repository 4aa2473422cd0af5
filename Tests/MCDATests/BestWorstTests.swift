import MCDA
import ReproducibleMath
import Testing

@Suite struct BestWorstTests {
  /// Rezaei's car example (Omega 53, 2015, and 64, 2016), recomputed as an
  /// exact linear program. The penalty minimiser of pyDecision 5.1.8 is off by up to 0.006 here.
  @Test func car() throws {
    let result = try BestWorst(bestToOthers: [2, 1, 4, 3, 8], othersToWorst: [4, 8, 2, 3, 1])
    let expected = [
      0.22950819672131145, 0.4480874316939891, 0.11475409836065573, 0.1530054644808743,
      0.054644808743169404,
    ]
    for (weight, value) in zip(result.weights, expected) { #expect(abs(weight - value) < 1e-12) }
    #expect(abs(result.deviation - 0.010928961748633781) < 1e-12)
    #expect(abs(result.inputConsistencyRatio - 0.017857142857142856) < 1e-15)
    #expect(result.isUnique)
    #expect(result.best == 1 && result.worst == 4 && result.leastConsistent == 3)
    #expect(abs(result.consistencyIndex - 4.47) < 0.005)
    let ranges = [
      (0.22950818967131884, 0.2295081988213093), (0.4480874316243688, 0.4480874357939848),
    ]
    for (range, ends) in zip(result.weightRanges, ranges) {
      #expect(abs(range.lowerBound - ends.0) < 1e-8 && abs(range.upperBound - ends.1) < 1e-8)
    }
  }

  @Test func consistentJudgements() throws {
    let result = try BestWorst(bestToOthers: [1, 2, 4, 8], othersToWorst: [8, 4, 2, 1])
    for (weight, share) in zip(result.weights, [8.0, 4, 2, 1]) {
      #expect(abs(weight - share / 15) < 1e-14)
    }
    #expect(result.deviation < 1e-15 && result.inputConsistencyRatio == 0)
    #expect(result.ratioDeviation == 0 && result.consistencyRatio == 0)
    #expect(result.leastConsistent == nil && result.isUnique)
  }

  /// The index table of the paper of 2015: 0, .44, 1, 1.63, 2.30, 3, 3.73, 4.47, 5.23.
  @Test func consistencyIndexTable() throws {
    let table = [0, 0.44, 1.00, 1.63, 2.30, 3.00, 3.73, 4.47, 5.23]
    for (ratio, index) in zip(1...9, table) {
      let a = Double(ratio)
      // The most contradictory judgement possible: as far from the best as from the worst.
      let result = try BestWorst(
        bestToOthers: [1, a, a], othersToWorst: [a, a, 1], best: 0, worst: 2)
      #expect(abs(result.consistencyIndex - index) < 0.005)
      #expect(abs(result.consistencyRatio - (ratio == 1 ? 0 : 1)) < 1e-12)
      #expect(abs(result.inputConsistencyRatio - (ratio == 1 ? 0 : 1)) < 1e-12)
    }
  }

  /// Example 1 of the paper of 2015 (mode of transport): best to others 8, 2, 1; others to worst
  /// 1, 5, 8 give ξ = 0.26 and a consistency ratio of 0.058.
  @Test func transportOf2015() throws {
    let result = try BestWorst(bestToOthers: [8, 2, 1], othersToWorst: [1, 5, 8])
    #expect(abs(result.ratioDeviation - 0.26) < 0.005)
    #expect(abs(result.consistencyRatio - 0.058) < 0.0005)
    #expect(result.best == 2 && result.worst == 0)
  }

  /// No weights do better than the program's: random ones, and those next to it.
  @Test(arguments: 1...10) func nothingIsBetter(seed: Int) throws {
    var random = RandomStream(seed: 11, stream: UInt64(seed), block: 0)
    let count = 3 + seed % 6
    let largest = 9.0
    var (toOthers, toWorst) = ([1.0], [largest])
    for _ in 2..<count {
      toOthers.append(1 + (random.uniform() * 8).rounded())
      toWorst.append(1 + (random.uniform() * 8).rounded())
    }
    toOthers.append(largest)
    toWorst.append(1)
    let result = try BestWorst(
      bestToOthers: toOthers, othersToWorst: toWorst, best: 0, worst: count - 1)
    func deviation(_ weights: [Double]) -> Double {
      weights.indices.reduce(0) {
        max(
          $0, abs(weights[0] - toOthers[$1] * weights[$1]),
          abs(weights[$1] - toWorst[$1] * weights[count - 1]))
      }
    }
    #expect(abs(deviation(result.weights) - result.deviation) < 1e-12)
    #expect(abs(result.weights.reduce(0, +) - 1) < 1e-14)
    for _ in 0..<2000 {
      let step = random.uniform() < 0.5 ? 1 : 1e-3
      var other = result.weights.map { $0 + step * random.uniform() }
      let sum = other.reduce(0, +)
      other = other.map { $0 / sum }
      #expect(deviation(other) >= result.deviation - 1e-12)
    }
    for (range, weight) in zip(result.weightRanges, result.weights) {
      #expect(range.contains(weight))
    }
  }

  @Test func oneAndTwoCriteria() throws {
    #expect(try BestWorst(bestToOthers: [1], othersToWorst: [1]).weights == [1])
    let two = try BestWorst(bestToOthers: [1, 3], othersToWorst: [3, 1])
    #expect(abs(two.weights[0] - 0.75) < 1e-15)
    let same = try BestWorst(bestToOthers: [1, 1], othersToWorst: [1, 1])
    #expect(abs(same.weights[0] - 0.5) < 1e-15)
  }

  @Test func badJudgementsAreRefused() {
    #expect(throws: BestWorstError.wrongCount(bestToOthers: 0, othersToWorst: 0)) {
      try BestWorst(bestToOthers: [], othersToWorst: [])
    }
    #expect(throws: BestWorstError.badRatio(criterion: 1, value: 0.5)) {
      try BestWorst(bestToOthers: [1, 0.5], othersToWorst: [2, 1])
    }
    #expect(throws: BestWorstError.noBest) {
      try BestWorst(bestToOthers: [2, 3], othersToWorst: [3, 1])
    }
    #expect(throws: BestWorstError.noWorst) {
      try BestWorst(bestToOthers: [1, 3], othersToWorst: [3, 2])
    }
    #expect(throws: BestWorstError.contradiction(bestToWorst: 3, sameFromWorst: 4)) {
      try BestWorst(bestToOthers: [1, 3], othersToWorst: [4, 1], best: 0, worst: 1)
    }
    #expect(throws: BestWorstError.noBest) {
      try BestWorst(bestToOthers: [1, 3], othersToWorst: [3, 1], best: 7)
    }
  }
}
