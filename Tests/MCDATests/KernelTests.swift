import MCDA
import Testing

/// The fast loops give exactly what plain ones in the stated order of summation give.
@Suite struct KernelTests {
  /// A sum along a column: eight lanes, joined pairwise, then what is left over.
  private func laneSum(_ values: [Double]) -> Double {
    var lanes = [Double](repeating: 0, count: 8)
    let full = values.count / 8 * 8
    for index in 0..<full { lanes[index % 8] += values[index] }
    let four = (0..<4).map { lanes[$0] + lanes[$0 + 4] }
    var sum = (four[0] + four[2]) + (four[1] + four[3])
    for index in full..<values.count { sum += values[index] }
    return sum
  }

  private func column(_ table: PerformanceTable, _ column: Int) -> [Double] {
    (0..<table.alternativeCount).map { table[$0, column] ?? .nan }
  }

  private static let sizes: [(Int, Int)] = [
    (1, 1), (1, 9), (2, 3), (3, 4), (4, 5), (5, 20), (7, 8), (7, 9), (8, 7), (9, 13), (16, 2),
    (17, 6),
    (23, 1), (40, 41),
  ]

  @Test(arguments: sizes)
  func weightedSumIsThePlainSum(_ rows: Int, _ columns: Int) throws {
    let table = try ScoringTables.random(seed: 3, rows: rows, columns: columns)
    var sums = [Double](repeating: 0, count: rows)
    var base = 0.0
    for k in 0..<columns {
      let values = column(table, k)
      let (least, most) = (values.min() ?? 0, values.max() ?? 0)
      var (shift, divisor) = (least, most - least)
      if table.directions[k] == .minimise { (shift, divisor) = (most, least - most) }
      if least == most { (shift, divisor, base) = (least, 1, base + table.weights[k]) }
      for row in 0..<rows { sums[row] += (values[row] - shift) * (table.weights[k] / divisor) }
    }
    #expect(try WeightedSum().evaluate(table).scores == sums.map { $0 + base })
  }

  @Test(arguments: sizes)
  func reciprocalColumnsAreAddedInTheirTurn(_ rows: Int, _ columns: Int) throws {
    let table = try ScoringTables.random(seed: 4, rows: rows, columns: columns)
    var sums = [Double](repeating: 0, count: rows)
    for k in 0..<columns {
      let values = column(table, k)
      let weight = table.weights[k]
      for row in 0..<rows {
        sums[row] +=
          table.directions[k] == .minimise
          ? weight * (1 / laneSum(values.map { 1 / $0 })) / values[row]
          : (values[row] - 0) * (weight / laneSum(values))
      }
    }
    let scores = try WeightedSum(normalisation: .sumReciprocal).evaluate(table).scores
    #expect(scores == sums.map { $0 + 0 })
  }

  @Test(arguments: sizes, Distance.allCases)
  func topsisIsThePlainDistance(_ size: (Int, Int), _ distance: Distance) throws {
    let (rows, columns) = size
    let table = try ScoringTables.random(seed: 5, rows: rows, columns: columns)
    var sums = [[Double]](repeating: [0, 0], count: rows)
    for k in 0..<columns {
      let values = column(table, k)
      let factor = table.weights[k] / laneSum(values.map { $0 * $0 }).squareRoot()
      let (least, most) = (values.min() ?? 0, values.max() ?? 0)
      let goals = table.directions[k] == .maximise ? [most, least] : [least, most]
      for row in 0..<rows {
        for goal in 0..<2 {
          let gap = (values[row] - goals[goal]) * factor
          sums[row][goal] += distance == .euclidean ? gap * gap : gap.magnitude
        }
      }
    }
    if distance == .euclidean { sums = sums.map { $0.map { $0.squareRoot() } } }
    let result = try TOPSIS(distance: distance).evaluate(table)
    #expect(result.distanceToIdeal == sums.map { $0[0] })
    #expect(result.distanceToAntiIdeal == sums.map { $0[1] })
    #expect(result.closeness == sums.map { $0[0] + $0[1] > 0 ? $0[1] / ($0[0] + $0[1]) : 1 })
  }

  /// Every step of TOPSIS against its definition on the written-out normalised table.
  @Test(arguments: Normalisation.allCases, Distance.allCases)
  func topsisFollowsItsDefinition(_ step: Normalisation, _ distance: Distance) throws {
    for seed in UInt64(0)..<10 {
      let table = try ScoringTables.random(seed: seed, rows: 6, columns: 9)
      let result = try TOPSIS(normalisation: step, distance: distance).evaluate(table)
      let normalised = try step(table)
      for (goal, distances, isIdeal) in [
        (result.ideal, result.distanceToIdeal, true),
        (result.antiIdeal, result.distanceToAntiIdeal, false),
      ] {
        var sums = [Double](repeating: 0, count: 6)
        for k in 0..<9 {
          let weighted = (0..<6).map { normalised.contribution($0, k) }
          let wantsLess = step.keepsDirection && table.directions[k] == .minimise
          let end = wantsLess == isIdeal ? weighted.min() ?? 0 : weighted.max() ?? 0
          #expect((end - goal[k]).magnitude <= 1e-12 * (1 + end.magnitude))
          for row in 0..<6 {
            let gap = (weighted[row] - end).magnitude
            sums[row] += distance == .euclidean ? gap * gap : gap
          }
        }
        for row in 0..<6 {
          let plain = distance == .euclidean ? sums[row].squareRoot() : sums[row]
          #expect((plain - distances[row]).magnitude < 1e-9 * (1 + plain))
        }
      }
    }
  }

  /// A table keeps what it was given, whatever its layout in memory.
  @Test(arguments: sizes)
  func cellsStayWhereTheyWerePut(_ rows: Int, _ columns: Int) throws {
    let values = (0..<(rows * columns)).map { Double($0 * $0 % 101) }
    let table = try PerformanceTable(
      values: values, directions: [Direction](repeating: .maximise, count: columns),
      weights: [Double](repeating: 1, count: columns))
    for row in 0..<rows {
      for k in 0..<columns { #expect(table[row, k] == values[row * columns + k]) }
    }
    var weights = [Double](repeating: 1, count: columns)
    weights[0] = 3
    let weighted = try table.weighted(weights)
    #expect(weighted.weights[0] == 3 / Double(columns + 2))
    #expect(try weighted.weighted([Double](repeating: 1, count: columns)) == table)
    #expect(columns == 1 || weighted != table)
  }
}
