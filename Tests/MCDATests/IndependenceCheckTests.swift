import MCDA
import ReproducibleMath
import Testing

/// A weighted sum after min–max over the alternatives: relative on purpose.
private struct RelativeSum: ScoringMethod {
  struct Result: Scores { let scores: [Double] }

  func evaluate(_ table: PerformanceTable) throws(MethodError) -> Result {
    var scores = [Double](repeating: 0, count: table.alternativeCount)
    for (column, criterion) in table.criteria.enumerated() {
      let values = scores.indices.map { table[$0, column] ?? 0 }
      guard let low = values.min(), let high = values.max(), high > low else { continue }
      for row in scores.indices {
        scores[row] += criterion.weight * (values[row] - low) / (high - low)
      }
    }
    return Result(scores: scores)
  }
}

/// The same without normalisation.
private struct FixedSum: ScoringMethod {
  func evaluate(_ table: PerformanceTable) throws(MethodError) -> RelativeSum.Result {
    RelativeSum.Result(
      scores: (0..<table.alternativeCount).map { row in
        table.criteria.indices.reduce(0) {
          $0 + table.criteria[$1].weight * (table[row, $1] ?? 0)
        }
      })
  }
}

@Suite struct IndependenceCheckTests {
  private func table(_ values: [Double], _ weights: [Double]) throws -> PerformanceTable {
    try PerformanceTable(
      values: values, directions: weights.map { _ in .maximise }, weights: weights)
  }

  /// By hand: with the third, both scales go from 0 to 8, and b wins by .8625 to .83125. Without it
  /// each of the two is at an end of both scales, and a wins by .55 to .45.
  @Test func aDecoyDecides() throws {
    let weighted = try table([8, 5, 6, 8, 0, 0], [0.55, 0.45])
    let check = try IndependenceCheck(RelativeSum(), weighted)
    #expect(check.winners == [1])
    #expect(check.drops.map(\.alternative) == [0, 2])
    #expect(check.drops.map(\.changesWinner) == [false, true])
    #expect(check.drops[1].winners == [0] && check.drops[1].reversals == 1)
    #expect(!check.isIndependentOfLosers && check.isIndependentOfCopies)
    let fixed = try IndependenceCheck(FixedSum(), weighted)
    #expect(fixed.isIndependentOfLosers && fixed.isIndependentOfCopies)
    #expect((fixed.drops + fixed.copies).allSatisfy { $0.reversals == 0 })
  }

  /// A fixed scale never depends on others; PROMETHEE does in a good share of random tables.
  @Test func prometheeDependsOnOthersNowAndThen() throws {
    var random = RandomStream(seed: 81, stream: 0, block: 0)
    var (dependent, copied) = (0, 0)
    for _ in 0..<60 {
      let values = (0..<15).map { _ in random.uniform() }
      let table = try table(values, [3, 2, 1])
      #expect(try IndependenceCheck(FixedSum(), table).isIndependentOfLosers)
      let check = try IndependenceCheck(
        Promethee(Array(repeating: .vShape(preference: 0.5), count: 3)), table)
      if !check.isIndependentOfLosers { dependent += 1 }
      if !check.isIndependentOfCopies { copied += 1 }
      for trial in check.copies where !trial.changesWinner {
        #expect(trial.winners == check.winners)
      }
    }
    #expect(dependent > 0 && dependent < 60)
    #expect(copied > 0 && copied < 60)
  }

  /// With two alternatives PROMETHEE can't be asked without the loser; that is said, not hidden.
  @Test func failuresAreKept() throws {
    let check = try IndependenceCheck(Promethee([.usual]), table([1, 2], [1]))
    #expect(check.drops[0].failure == .tooFewAlternatives(needed: 2, found: 1))
    #expect(!check.isIndependentOfLosers && !check.drops[0].changesWinner)
    #expect(throws: MethodError.self) {
      try IndependenceCheck(Promethee([.usual]), table([1], [1]))
    }
  }

  @Test func copiesGetNamesOfTheirOwn() throws {
    let table = try PerformanceTable(
      alternatives: ["x", "x (copy)"], criteria: [.init("c")], values: [2, 1])
    let check = try IndependenceCheck(FixedSum(), table)
    #expect(check.copies.map(\.winners) == [[0], [0]])
    #expect(check.isIndependentOfCopies)
  }
}

@Suite struct RankAgreementTests {
  /// scipy 1.17.1: kendalltau and spearmanr of these lists.
  @Test func againstScipy() throws {
    let a: [Double] = [12, 2, 1, 12, 2]
    let b: [Double] = [1, 4, 7, 1, 0]
    #expect(abs(try #require(RankAgreement.kendallTauB(a, b)) + 0.4714045207910316) < 1e-12)
    #expect(abs(try #require(RankAgreement.spearman(a, b)) - (-0.5407380704358752)) < 1e-12)
  }

  @Test func sameAndOpposite() throws {
    let a: [Double] = [3, 1, 4, 1, 5, 9, 2, 6]
    #expect(abs(try #require(RankAgreement.kendallTauB(a, a)) - 1) < 1e-15)
    #expect(abs(try #require(RankAgreement.kendallTauB(a, a.map { -$0 })) + 1) < 1e-15)
    #expect(abs(try #require(RankAgreement.spearman(a, a)) - 1) < 1e-15)
    #expect(abs(try #require(RankAgreement.spearman(a, a.map { -$0 })) + 1) < 1e-15)
    let ranking = Ranking(a)
    #expect(RankAgreement.kendallTauB(ranking, ranking).map { abs($0 - 1) < 1e-15 } == true)
    #expect(
      RankAgreement.spearman(ranking, Ranking(a.map { -$0 })).map { abs($0 + 1) < 1e-15 } == true)
  }

  /// Counting all pairs, and ranks by their definition: a second way of computing.
  @Test(arguments: 2...40) func againstTheDefinition(count: Int) throws {
    var random = RandomStream(seed: 91, stream: UInt64(count), block: 0)
    let a = (0..<count).map { _ in (random.uniform() * 7).rounded() }
    let b = (0..<count).map { _ in (random.uniform() * Double(count)).rounded() }
    var (sum, inA, inB) = (0.0, 0.0, 0.0)
    for i in 0..<count {
      for j in 0..<i {
        let (x, y) = ((a[i] - a[j]).sign(), (b[i] - b[j]).sign())
        sum += x * y
        inA += x * x
        inB += y * y
      }
    }
    let tau = RankAgreement.kendallTauB(a, b)
    guard inA > 0 && inB > 0 else {
      #expect(tau == nil)
      return
    }
    #expect(abs(try #require(tau) - sum / (inA * inB).squareRoot()) < 1e-14)
    func ranks(_ values: [Double]) -> [Double] {
      values.map { x in
        Double(values.filter { $0 < x }.count) + Double(values.filter { $0 == x }.count + 1) / 2
      }
    }
    let (ra, rb) = (ranks(a), ranks(b))
    let mean = Double(count + 1) / 2
    func product(_ x: [Double], _ y: [Double]) -> Double {
      zip(x, y).reduce(0) { $0 + ($1.0 - mean) * ($1.1 - mean) }
    }
    let expected = product(ra, rb) / (product(ra, ra) * product(rb, rb)).squareRoot()
    #expect(abs(try #require(RankAgreement.spearman(a, b)) - expected) < 1e-14)
  }

  @Test func undefinedIsNil() {
    #expect(RankAgreement.kendallTauB([1, 1], [1, 2]) == nil)
    #expect(RankAgreement.spearman([1, 2], [3, 3]) == nil)
    #expect(RankAgreement.kendallTauB([1], [1]) == nil)
    #expect(RankAgreement.spearman([], []) == nil)
    #expect(RankAgreement.kendallTauB([1, 2], [1, 2, 3]) == nil)
    #expect(RankAgreement.spearman([1, .nan], [1, 2]) == nil)
    #expect(RankAgreement.kendallTauB([-.infinity, 0, .infinity], [1, 2, 3]) == 1)
  }
}

extension Double {
  /// −1, 0 or 1.
  fileprivate func sign() -> Double { self > 0 ? 1 : self < 0 ? -1 : 0 }
}
