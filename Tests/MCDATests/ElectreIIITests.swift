import MCDA
import ReproducibleMath
import Testing

private func expectClose(
  _ found: [Double], _ expected: [Double], _ tolerance: Double = 1e-9,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  #expect(found.count == expected.count, sourceLocation: sourceLocation)
  for (a, b) in zip(found, expected) {
    #expect(abs(a - b) <= tolerance, sourceLocation: sourceLocation)
  }
}

@Suite struct ElectreIIITests {
  private static let projects: [Double] = [
    10, 20, 5, 10, 16, 0, 5, 5, 16, 10, 0, 10, 0, 16, 7, 20, 5, 10, 10, 13, 20, 10, 15, 10, 13,
    20, 10, 20, 13, 13,
  ]
  private static let method = ElectreIII(
    Array(repeating: .init(indifference: 3, preference: 5, veto: 11), count: 5))

  private static func table(_ values: [Double] = projects) throws -> PerformanceTable {
    try PerformanceTable(
      values: values, directions: Array(repeating: .maximise, count: 5), weights: [3, 2, 3, 1, 1])
  }

  /// `tests/ELECTREIIIDistillation.R` of the R package MCDA (paterijk/MCDA). Both distillations as in
  /// pyDecision 5.1.8; the R package itself has another ascending ranking.
  @Test func projectsOfTheRPackage() throws {
    let result = try Self.method.evaluate(Self.table())
    expectClose(
      result.concordance,
      [
        1, 0.9, 0.9, 0.4, 0.4, 0.4, 0.4, 1, 0.8, 0.4, 0.2, 0.2, 0.1, 0.7, 1, 0.3, 0.3, 0.3,
        0.8, 0.9, 0.7, 1, 0.5, 0.5, 0.8, 0.9, 0.9, 1, 1, 0.7, 0.8, 1, 1, 1, 1, 1,
      ])
    expectClose(
      result.credibility,
      [
        1, 0.9, 0.9, 1 / 9.0, 0.030864197530864192, 0, 0, 1, 0.8, 0, 0, 0,
        0.001270131585632271, 0.7, 1, 0, 0, 0, 0, 0.9, 0.7, 1, 0.5, 1 / 6.0,
        2 / 3.0, 0.9, 0.9, 1, 1, 0.7, 2 / 3.0, 1, 1, 1, 1, 1,
      ])
    #expect(result.descending == [[5], [4], [0], [3], [1, 2]])
    #expect(result.ascending == [[5], [0], [4], [3], [2], [1]])
    #expect(result.relation(5, 1) == .preferred && result.relation(1, 5) == .worse)
    #expect(result.relation(0, 4) == .incomparable && result.relation(2, 1) == .preferred)
    #expect(result.relation(3, 3) == .indifferent)
  }

  /// `tests/ELECTRE.R` of the R package MCDA.
  @Test func schoolsOfTheRPackage() throws {
    let table = try PerformanceTable(
      values: [-0.2, 3, -2.3, 9, -2.4, 10, -1, 7], directions: [.maximise, .maximise],
      weights: [0.25, 0.75])
    let method = ElectreIII([
      .init(indifference: 0.2, preference: 1, veto: 3.5),
      .init(indifference: 1, preference: 2, veto: 4),
    ])
    let result = try method.evaluate(table)
    expectClose(
      result.concordance,
      [1, 0.25, 0.25, 0.25, 0.75, 1, 1, 0.75, 0.75, 1, 1, 0.75, 0.8125, 0.25, 0.25, 1])
    expectClose(
      try method.discordances(table, criterion: 0),
      [0, 0, 0, 0, 0.44, 0, 0, 0.12, 0.48, 0, 0, 0.16, 0, 0, 0, 0])
    expectClose(
      try method.discordances(table, criterion: 1),
      [0, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0.5, 0])
    expectClose(
      result.credibility,
      [1, 0, 0, 0, 0.75, 1, 1, 0.75, 0.75, 1, 1, 0.75, 0.8125, 0.25, 1 / 6.0, 1])
    #expect(result.descending[0] == [1, 2] && result.ascending[0] == [1, 2])
  }

  /// Where tools disagree: pyDecision 5.1.8 gives the second pair of rankings for this table.
  @Test func tiesAreDistilledInTwoWays() throws {
    let table = try PerformanceTable(
      values: [4, 5, 7, 9, 0, 1, 8, 9, 2, 3, 8, 4],
      directions: [.maximise, .maximise, .maximise], weights: [3, 2, 1])
    var method = ElectreIII(
      Array(repeating: .init(indifference: 1.5, preference: 3.5, veto: 8.5), count: 3))
    let continued = try method.evaluate(table)
    #expect(continued.descending == [[2], [3], [0, 1]])
    #expect(continued.ascending == [[2], [0, 3], [1]])
    method.tieDistillation = .restarted
    let restarted = try method.evaluate(table)
    #expect(restarted.descending == [[2], [0, 1, 3]])
    #expect(restarted.ascending == [[2], [0, 3], [1]])
    #expect(restarted.credibility == continued.credibility)
  }

  /// Rows in another order give the same classes.
  @Test func orderOfRowsDoesNotMatter() throws {
    let table = try Self.table()
    let before = try Self.method.evaluate(table)
    let order = [4, 2, 0, 5, 3, 1]
    let after = try Self.method.evaluate(table.keeping(order))
    func renamed(_ classes: [[Int]]) -> [[Int]] { classes.map { $0.map { order[$0] }.sorted() } }
    #expect(renamed(after.descending) == before.descending)
    #expect(renamed(after.ascending) == before.ascending)
  }

  /// Each alternative stands in each ranking once, equals share a class, and nobody is preferred to
  /// one that dominates it.
  @Test(arguments: 0..<12) func rankingsAreSound(seed: Int) throws {
    var random = RandomStream(seed: 31, stream: UInt64(seed), block: 0)
    let count = 3 + seed
    var values = (0..<count * 5).map { _ in (random.uniform() * 25).rounded() }
    values += values[0..<5]
    let table = try Self.table(values)
    let result = try Self.method.evaluate(table)
    let dominance = try Dominance(table)
    for classes in [result.descending, result.ascending] {
      #expect(classes.flatMap { $0 }.sorted() == Array(0...count))
      #expect(classes.contains { $0.contains(0) && $0.contains(count) })
      #expect(!classes.contains { $0.isEmpty })
    }
    #expect(result.credibility.allSatisfy { $0 >= 0 && $0 <= 1 })
    for a in 0...count {
      for b in 0...count {
        let (here, there) = (result.relation(a, b), result.relation(b, a))
        #expect((here == .preferred) == (there == .worse))
        #expect((here == .incomparable) == (there == .incomparable))
        if dominance.dominates(a, b) {
          #expect(result.credibility[a * (count + 1) + b] == 1)
        }
      }
    }
  }

  @Test func degenerateTables() throws {
    let thresholds = Array(repeating: ElectreThresholds(indifference: 0, preference: 0), count: 5)
    let one = try ElectreIII(thresholds).evaluate(Self.table([1, 2, 3, 4, 5]))
    #expect(one.descending == [[0]] && one.ascending == [[0]] && one.credibility == [1])
    let equal = try ElectreIII(thresholds).evaluate(Self.table(.init(repeating: 1e100, count: 15)))
    #expect(equal.descending == [[0, 1, 2]] && equal.relation(0, 2) == .indifferent)
    let veto = ElectreThresholds(indifference: 0, preference: 0, veto: 0)
    let strict = try ElectreIII(Array(repeating: veto, count: 5)).evaluate(
      Self.table([1e100, -1e100, 0, 0, 0, -1e100, 1e100, 0, 0, 0]))
    #expect(strict.credibility == [1, 0, 0, 1] && strict.descending == [[0, 1]])
  }

  @Test func badInputIsRefused() throws {
    let table = try Self.table()
    func evaluate(_ thresholds: ElectreThresholds) throws {
      _ = try ElectreIII(Array(repeating: thresholds, count: 5)).evaluate(table)
    }
    #expect(
      throws: MethodError.badParameter(name: "v", of: "c1", value: 1, must: .atLeast("p"))
    ) { try evaluate(.init(indifference: 0, preference: 2, veto: 1)) }
    #expect(
      throws: MethodError.badParameter(name: "p", of: "c1", value: 1, must: .atLeast("q"))
    ) { try evaluate(.init(indifference: 2, preference: 1)) }
    #expect(throws: MethodError.self) { try evaluate(.init(indifference: -1, preference: 1)) }
    #expect(throws: MethodError.self) { try evaluate(.init(indifference: .nan, preference: 1)) }
    #expect(throws: MethodError.self) { try ElectreIII([]).evaluate(table) }
    #expect(throws: MethodError.badParameter(name: "s(λ)", value: -0.5, must: .notNegative)) {
      try ElectreIII(Self.method.thresholds, alpha: -1, beta: 0.5).evaluate(table)
    }
  }
}
