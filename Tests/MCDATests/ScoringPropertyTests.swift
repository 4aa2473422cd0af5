import MCDA
import ReproducibleMath
import Testing

/// What must hold for every scoring method, on generated tables.
@Suite struct ScoringPropertyTests {
  private func close(_ a: [Double], _ b: [Double], _ tolerance: Double = 1e-9) -> Bool {
    a.count == b.count
      && zip(a, b).allSatisfy { ($0 - $1).magnitude <= tolerance * (1 + $0.magnitude) }
  }

  @Test(arguments: ScoringTables.variants)
  func unitsDontMatter(_ variant: ScoringTables.Variant) throws {
    for seed in UInt64(0)..<20 {
      let table = try ScoringTables.random(seed: seed, rows: 6, columns: 11)
      let scaled = try ScoringTables.changed(table) { column, x in x * (0.001 + Double(column) * 50)
      }
      let (before, after) = (try variant.scores(table), try variant.scores(scaled))
      #expect(close(before.scores, after.scores) == variant.ignoresUnits)
      if variant.ignoresUnits { #expect(before.ranks == after.ranks) }
    }
  }

  @Test(arguments: ScoringTables.variants)
  func theZeroOfAScale(_ variant: ScoringTables.Variant) throws {
    for seed in UInt64(0)..<20 {
      let table = try ScoringTables.random(seed: seed, rows: 6, columns: 5)
      let shifted = try ScoringTables.changed(table) { column, x in x + 100 * Double(column + 1) }
      #expect(
        close(try variant.scores(table).scores, try variant.scores(shifted).scores)
          == variant.ignoresZero)
    }
  }

  @Test(arguments: ScoringTables.variants)
  func theOrderOfRowsAndColumnsDoesntMatter(_ variant: ScoringTables.Variant) throws {
    for seed in UInt64(0)..<20 {
      let table = try ScoringTables.random(seed: seed, rows: 7, columns: 9)
      let rows = Array((0..<7).reversed())
      let columns = [3, 0, 8, 1, 2, 7, 5, 4, 6]
      let turned = try PerformanceTable(
        alternatives: rows.map { table.alternatives[$0] },
        criteria: columns.map { table.criteria[$0] },
        values: rows.flatMap { row in columns.map { table[row, $0] ?? 0 } })
      let (before, after) = (try variant.scores(table), try variant.scores(turned))
      #expect(close(rows.map { before.scores[$0] }, after.scores))
      #expect(rows.map { before.ranks[$0] } == after.ranks)
    }
  }

  @Test(arguments: ScoringTables.variants)
  func aCriterionSplitInTwo(_ variant: ScoringTables.Variant) throws {
    for seed in UInt64(0)..<20 {
      let table = try ScoringTables.random(seed: seed, rows: 5, columns: 4)
      var criteria = table.criteria
      criteria[1].weight /= 2
      var copy = criteria[1]
      copy.name = "copy"
      let split = try PerformanceTable(
        alternatives: table.alternatives, criteria: criteria + [copy],
        values: (0..<5).flatMap { row in ([0, 1, 2, 3, 1]).map { table[row, $0] ?? 0 } })
      let (before, after) = (try variant.scores(table), try variant.scores(split))
      if variant.ignoresSplits { #expect(close(before.scores, after.scores)) }
    }
  }

  /// The better of two that differ in one direction only never ranks behind.
  @Test(arguments: ScoringTables.variants)
  func whoDominatesIsNotBehind(_ variant: ScoringTables.Variant) throws {
    for seed in UInt64(0)..<40 {
      let base = try ScoringTables.random(seed: seed, rows: 5, columns: 4)
      var stream = RandomStream(seed: seed, stream: 1, block: 0)
      let gains = (0..<4).map { _ in stream.uniform() < 0.5 ? 0 : stream.uniform() }
      let better = (0..<4).map { column in
        (base[0, column] ?? 0)
          + (base.directions[column] == .maximise ? gains[column] : -gains[column] / 2)
      }
      let table = try PerformanceTable(
        alternatives: base.alternatives + ["better"], criteria: base.criteria,
        values: (0..<5).flatMap { row in (0..<4).map { base[row, $0] ?? 0 } } + better)
      let ranks = try variant.scores(table).ranks
      #expect(ranks[5] <= ranks[0])
    }
  }

  @Test(arguments: ScoringTables.variants)
  func equalRowsShareARank(_ variant: ScoringTables.Variant) throws {
    let base = try ScoringTables.random(seed: 5, rows: 4, columns: 3)
    let table = try PerformanceTable(
      alternatives: base.alternatives + ["twin"], criteria: base.criteria,
      values: (0..<4).flatMap { row in (0..<3).map { base[row, $0] ?? 0 } }
        + (0..<3).map { base[2, $0] ?? 0 })
    let result = try variant.scores(table)
    #expect(result.scores[2] == result.scores[4])
    #expect(result.ranks[2] == result.ranks[4])
  }

  /// Degenerate tables give finite scores or a typed error.
  @Test(arguments: ScoringTables.variants)
  func degenerateTablesAreDefined(_ variant: ScoringTables.Variant) throws {
    let tiny = Double.leastNonzeroMagnitude
    let tables: [[[Double]]] = [
      [[1, 2]], [[1], [2], [3]], [[0, 1], [0, 2]], [[0, 0], [0, 0]], [[5, 1], [5, 2], [5, 3]],
      [[5, 5], [5, 5]], [[1, 2], [1, 2]], [[1e100, 1], [-1e100, 2]], [[1e100, 1], [1e-100, 2]],
      [[tiny, 1], [2 * tiny, 2]], [[1e-300, 1], [2e-300, 2]], [[-1, -2], [-3, -4]],
      [[0, 1], [1, 0]], [[-0.0, 0], [0, -0.0]], [[1e100, 1e-100], [1e100, 1e-100]],
      [[1, 1 + 2e-16], [1, 1]],
    ]
    for directions in [
      [Direction.maximise, .maximise], [.minimise, .minimise], [.maximise, .minimise],
    ] {
      for rows in tables {
        let n = rows[0].count
        let table = try PerformanceTable(
          values: Array(rows.joined()), directions: Array(directions.prefix(n)),
          weights: Array([1, 3].prefix(n)))
        do throws(MethodError) {
          let result = try variant.scores(table)
          let areFinite = result.scores.allSatisfy { $0.isFinite }
          let areRanks = result.ranks.allSatisfy { (1...rows.count).contains($0) }
          #expect(areFinite && areRanks)
          #expect(result.ranks.contains(1))
        } catch {
          #expect(!error.description.isEmpty)
        }
      }
    }
  }

  @Test(arguments: ScoringTables.variants)
  func aMissingCellIsNamed(_ variant: ScoringTables.Variant) throws {
    let table = try PerformanceTable(
      alternatives: ["x", "y"], criteria: [.init("a"), .init("b")],
      cells: [.value(1), .value(2), .missing, .value(3)])
    #expect(throws: MethodError.missingCell(alternative: "y", criterion: "a")) {
      _ = try variant.scores(table)
    }
  }
}
