import MCDA
import ReproducibleMath
import Testing

/// Single methods against second ways of computing and known figures.
@Suite struct ScoringMethodTests {
  /// Hodgett's cars: price (less is better), economy, looks, boot.
  private func cars() throws -> PerformanceTable {
    try PerformanceTable(
      values: [5490, 51.4, 8.5, 285, 6500, 70.6, 7, 288, 6489, 54.3, 7.5, 290],
      directions: [.minimise, .maximise, .maximise, .maximise], weights: [35, 25, 25, 15])
  }

  @Test func normalisationsOfOneColumn() throws {
    func column(_ step: Normalisation, _ direction: Direction) throws -> [Double] {
      try step(PerformanceTable(values: [1, 2, 5], directions: [direction], weights: [1])).values
    }
    let norm = 30.0.squareRoot()
    #expect(try column(.minMax, .maximise) == [0, 0.25, 1])
    #expect(try column(.minMax, .minimise) == [1, 0.75, 0])
    #expect(try column(.maxRatio, .maximise) == [0.2, 0.4, 1])
    #expect(try column(.maxRatio, .minimise) == [1, 0.5, 0.2])
    #expect(try column(.maxComplement, .minimise) == [0.8, 0.6, 0])
    #expect(try column(.sum, .minimise) == [0.125, 0.25, 0.625])
    #expect(try column(.vector, .minimise) == [1 / norm, 2 / norm, 5 / norm])
    #expect(try column(.vectorComplement, .minimise) == [1 - 1 / norm, 1 - 2 / norm, 1 - 5 / norm])
    #expect(try column(.none, .minimise) == [1, 2, 5])
    let reciprocal = try column(.sumReciprocal, .minimise)
    for (found, expected) in zip(reciprocal, [1 / 1.7, 0.5 / 1.7, 0.2 / 1.7]) {
      #expect((found - expected).magnitude < 1e-15)
    }
  }

  @Test func vectorNormSurvivesTinyValues() throws {
    let table = try PerformanceTable(
      values: [3e-200, 4e-200], directions: [.maximise], weights: [1])
    let values = try Normalisation.vector(table).values
    #expect((values[0] - 0.6).magnitude < 1e-15)
    #expect((values[1] - 0.8).magnitude < 1e-15)
  }

  @Test func weightedSumIsTheSumOfItsContributions() throws {
    for seed in UInt64(0)..<30 {
      let table = try ScoringTables.random(seed: seed, rows: 5, columns: Int(seed) + 1)
      for step in Normalisation.allCases where !step.keepsDirection {
        let result = try WeightedSum(normalisation: step).evaluate(table)
        for row in 0..<5 {
          let sum = (0..<table.criterionCount).reduce(0) {
            $0 + result.normalised.contribution(row, $1)
          }
          #expect((sum - result.scores[row]).magnitude < 1e-12)
        }
      }
    }
  }

  @Test(arguments: [Normalisation.none, .sum, .vector])
  func weightedSumRefusesCostsThatStayCosts(_ step: Normalisation) throws {
    let table = try cars()
    #expect(throws: MethodError.keepsDirection(criterion: "c1", normalisation: step.rawValue)) {
      try WeightedSum(normalisation: step).evaluate(table)
    }
  }

  @Test func winnerDependsOnTheNormalisation() throws {
    let table = try cars()
    let vector = try TOPSIS().evaluate(table)
    let minMax = try TOPSIS(normalisation: .minMax).evaluate(table)
    #expect(vector.ranking.winner == 1)
    #expect(minMax.ranking.winner == 0)
  }

  @Test func topsisByItsDefinition() throws {
    for seed in UInt64(0)..<30 {
      let table = try ScoringTables.random(seed: seed, rows: 4, columns: 3 + Int(seed) % 15)
      let result = try TOPSIS().evaluate(table)
      let n = table.criterionCount
      let norms = (0..<n).map { k in
        (0..<4).reduce(0) { $0 + (table[$1, k] ?? 0) * (table[$1, k] ?? 0) }.squareRoot()
      }
      let weighted = (0..<4).map { row in
        (0..<n).map { table.weights[$0] * (table[row, $0] ?? 0) / norms[$0] }
      }
      for row in 0..<4 {
        var (plus, minus) = (0.0, 0.0)
        for k in 0..<n {
          let column = weighted.map { $0[k] }
          let (least, most) = (column.min() ?? 0, column.max() ?? 0)
          let isCost = table.directions[k] == .minimise
          let (ideal, anti) = isCost ? (least, most) : (most, least)
          plus += (weighted[row][k] - ideal) * (weighted[row][k] - ideal)
          minus += (weighted[row][k] - anti) * (weighted[row][k] - anti)
        }
        let closeness = minus.squareRoot() / (plus.squareRoot() + minus.squareRoot())
        #expect((closeness - result.closeness[row]).magnitude < 1e-12)
      }
    }
  }

  @Test func weightedProductWithoutNormalisationKeepsRatios() throws {
    let table = try cars()
    let plain = try WeightedProduct(normalisation: .none).evaluate(table)
    let scaled = try WeightedProduct(normalisation: .maxRatio).evaluate(table)
    for a in 0..<3 {
      for b in 0..<3 {
        let (first, second) = (plain.ratio(a, to: b) ?? 0, scaled.ratio(a, to: b) ?? 1)
        #expect((first - second).magnitude < 1e-12)
      }
    }
  }

  @Test func aZeroEndsTheProduct() throws {
    let table = try PerformanceTable(
      values: [0, 5, 1, 1], directions: [.maximise, .maximise], weights: [1, 1])
    let result = try WeightedProduct().evaluate(table)
    #expect(result.scores[0] == 0)
    #expect(result.logarithms[0] == nil)
    #expect(result.ratio(1, to: 0) == nil)
    #expect(result.ratio(0, to: 1) == 0)
    #expect(result.ranking.ranks == [2, 1])
  }

  @Test func coprasByItsDefinition() throws {
    let table = try cars()
    let result = try COPRAS().evaluate(table)
    let sums = (0..<4).map { k in (0..<3).reduce(0) { $0 + (table[$1, k] ?? 0) } }
    let costs = (0..<3).map { 0.35 * (table[$0, 0] ?? 0) / sums[0] }
    let least = costs.min() ?? 0
    for row in 0..<3 {
      let benefit = (1..<4).reduce(0) { $0 + table.weights[$1] * (table[row, $1] ?? 0) / sums[$1] }
      // As printed, with the smallest S⁻ above and below the line.
      let shared =
        least * costs.reduce(0, +) / (costs[row] * costs.reduce(0) { $0 + least / $1 })
      #expect((benefit + shared - result.scores[row]).magnitude < 1e-15)
    }
    #expect(result.utilityDegree.max() == 100)
  }

  @Test func coprasWithoutCostForSome() throws {
    let table = try PerformanceTable(
      values: [1, 0, 1, 3, 1, 0], directions: [.maximise, .minimise], weights: [1, 1])
    let result = try COPRAS().evaluate(table)
    #expect(result.ranking.ranks == [1, 3, 1])
    #expect((result.scores[0] - (1.0 / 6 + 0.25)).magnitude < 1e-15)
  }

  /// Regret against a search through random weights: never above, and nearly reached.
  @Test(arguments: [MinimaxRegret.Weights.any, .ordered])
  func regretAgainstSampling(_ weights: MinimaxRegret.Weights) throws {
    for seed in UInt64(0)..<10 {
      let table = try ScoringTables.random(seed: seed, rows: 4, columns: 3)
      let result = try MinimaxRegret(weights: weights).evaluate(table)
      let values = result.normalised.values
      let order = Ranking(table.weights, tolerance: 0).order
      var stream = RandomStream(seed: seed, stream: 2, block: 0)
      var worst = [Double](repeating: 0, count: 4)
      for _ in 0..<20_000 {
        let cuts = [stream.uniform(), stream.uniform()].sorted()
        var shares = [cuts[0], cuts[1] - cuts[0], 1 - cuts[1]]
        if weights == .ordered {
          let sorted = shares.sorted(by: >)
          for (place, column) in order.enumerated() { shares[column] = sorted[place] }
        }
        let totals = (0..<4).map { row in
          (0..<3).reduce(0) { $0 + shares[$1] * values[row * 3 + $1] }
        }
        for row in 0..<4 { worst[row] = max(worst[row], (totals.max() ?? 0) - totals[row]) }
      }
      for row in 0..<4 {
        #expect(worst[row] <= result.regrets[row] + 1e-12)
        #expect(worst[row] >= result.regrets[row] - 0.05)
      }
    }
  }

  @Test func vikorNeedsAShare() throws {
    let table = try cars()
    #expect(throws: MethodError.badParameter(name: "v", value: 1.1, must: .between(0, 1))) {
      try VIKOR(v: 1.1).evaluate(table)
    }
    #expect(throws: MethodError.self) { try VIKOR(v: .nan).evaluate(table) }
  }
}
