import MCDA
import ReproducibleMath
import Testing

/// A method that judges differences, in one variant, with thresholds that fit a table's units.
struct Outranker: Sendable, CustomStringConvertible {
  /// The units and zeros of a table's columns, which thresholds and profiles follow.
  struct Scale {
    var units: [Double]
    var zeros: [Double]
  }

  let description: String
  /// Whether figures are about pairs: row a, column b. Otherwise a row for each alternative.
  let isPairwise: Bool
  let figures: @Sendable (PerformanceTable, Scale) throws(MethodError) -> [[Double]]

  private static func rows(_ list: [Double], _ count: Int) -> [[Double]] {
    (0..<count).map { Array(list[$0 * (list.count / count)..<($0 + 1) * (list.count / count)]) }
  }

  private static func thresholds(_ scale: Scale) -> [ElectreThresholds] {
    scale.units.map { ElectreThresholds(indifference: 0.25 * $0, preference: 2 * $0) }
  }

  private static let functions: [(String, @Sendable (Double) -> PreferenceFunction)] = [
    ("usual", { _ in .usual }),
    ("linear", { .linear(indifference: 0.5 * $0, preference: 3 * $0) }),
    ("gaussian", { .gaussian(s: 2 * $0) }),
  ]

  static let all: [Outranker] =
    functions.map { name, function in
      Outranker(description: "promethee \(name)", isPairwise: true) {
        (table, scale) throws(MethodError) in
        let method = Promethee(scale.units.map(function))
        return rows(try method.preferenceIndices(table), table.alternativeCount)
      }
    } + [
      Outranker(description: "electre i, own range", isPairwise: true) {
        (table, scale) throws(MethodError) in
        let result = try ElectreI(concordanceLevel: 0.6, discordance: .ownRange(level: 0.7))
          .evaluate(table)
        return rows(result.concordance, table.alternativeCount)
      },
      Outranker(description: "electre i, veto", isPairwise: true) {
        (table, scale) throws(MethodError) in
        let method = ElectreI(
          concordanceLevel: 0.6, discordance: .vetoThresholds(scale.units.map { 5 * $0 }))
        let outranks = try method.evaluate(table).outranks
        return rows(outranks.map { $0 ? 1 : 0 }, table.alternativeCount)
      },
      Outranker(description: "electre iii", isPairwise: true) {
        (table, scale) throws(MethodError) in
        let result = try ElectreIII(thresholds(scale)).evaluate(table)
        return rows(result.credibility, table.alternativeCount)
      },
      Outranker(description: "electre tri", isPairwise: false) {
        (table, scale) throws(MethodError) in
        let profiles = [3.0, 7].map { level in
          scale.units.indices.map { column in
            let isCost = table.directions[column] == .minimise
            return scale.zeros[column] + (isCost ? 10 - level : level) * scale.units[column]
          }
        }
        let result = try ElectreTri(thresholds(scale), profiles: profiles, cut: 0.7)
          .evaluate(table)
        return zip(rows(result.credibilityOverProfiles, table.alternativeCount), result.classes)
          .map { $0 + [Double($1)] }
      },
    ]
}

/// What must hold for every method that compares pairs, on generated tables.
@Suite struct OutrankingPropertyTests {
  private func close(_ a: [[Double]], _ b: [[Double]]) -> Bool {
    a.count == b.count
      && zip(a.joined(), b.joined()).allSatisfy { ($0 - $1).magnitude <= 1e-9 }
  }

  private func plain(_ columns: Int) -> Outranker.Scale {
    Outranker.Scale(
      units: [Double](repeating: 1, count: columns), zeros: [Double](repeating: 0, count: columns))
  }

  @Test(arguments: Outranker.all)
  func unitsAndZerosDontMatter(_ method: Outranker) throws {
    for seed in UInt64(0)..<20 {
      let table = try ScoringTables.random(seed: seed, rows: 6, columns: 5)
      let scale = Outranker.Scale(units: [0.5, 4, 256, 1, 0.125], zeros: [100, 0, -64, 32, 7])
      let moved = try ScoringTables.changed(table) { scale.zeros[$0] + scale.units[$0] * $1 }
      let before = try method.figures(table, plain(5))
      #expect(close(before, try method.figures(moved, scale)))
    }
  }

  @Test(arguments: Outranker.all)
  func theOrderOfRowsAndColumnsDoesntMatter(_ method: Outranker) throws {
    for seed in UInt64(0)..<20 {
      let table = try ScoringTables.random(seed: seed, rows: 5, columns: 4)
      let (rows, columns) = ([3, 0, 4, 2, 1], [2, 3, 0, 1])
      let turned = try PerformanceTable(
        alternatives: rows.map { table.alternatives[$0] },
        criteria: columns.map { table.criteria[$0] },
        values: rows.flatMap { row in columns.map { table[row, $0] ?? 0 } })
      let before = try method.figures(table, plain(4))
      let expected = rows.map { row in
        method.isPairwise ? rows.map { before[row][$0] } : before[row]
      }
      #expect(close(expected, try method.figures(turned, plain(4))))
    }
  }

  @Test(arguments: Outranker.all)
  func aCriterionSplitInTwoChangesNothing(_ method: Outranker) throws {
    for seed in UInt64(0)..<20 {
      let table = try ScoringTables.random(seed: seed, rows: 5, columns: 3)
      var criteria = table.criteria
      criteria[1].weight /= 2
      var copy = criteria[1]
      copy.name = "copy"
      let split = try PerformanceTable(
        alternatives: table.alternatives, criteria: criteria + [copy],
        values: (0..<5).flatMap { row in [0, 1, 2, 1].map { table[row, $0] ?? 0 } })
      #expect(
        close(try method.figures(table, plain(3)), try method.figures(split, plain(4))))
    }
  }

  /// A gain on one criterion weakens no statement for its alternative and strengthens none against
  /// it.
  @Test(arguments: Outranker.all)
  func betterNeverHurts(_ method: Outranker) throws {
    for seed in UInt64(0)..<40 {
      let table = try ScoringTables.random(seed: seed, rows: 5, columns: 4)
      let column = Int(seed % 4)
      let gain = table.directions[column] == .maximise ? 0.75 : -0.75
      var values = (0..<5).flatMap { row in (0..<4).map { table[row, $0] ?? 0 } }
      values[2 * 4 + column] += gain
      let better = try PerformanceTable(
        alternatives: table.alternatives, criteria: table.criteria, values: values)
      let (before, after) = (
        try method.figures(table, plain(4)), try method.figures(better, plain(4))
      )
      let isKept = zip(before[2], after[2]).allSatisfy { $1 >= $0 - 1e-9 }
      #expect(isKept)
      guard method.isPairwise else { continue }
      for row in [0, 1, 3, 4] { #expect(after[row][2] <= before[row][2] + 1e-9) }
    }
  }
}

/// Tables at the edge: every method gives finite figures or says what is wrong.
@Suite struct DegenerateTableTests {
  /// Rows of two columns, the second a price for award formulas.
  static let tables: [[[Double]]] = {
    let tiny = Double.leastNonzeroMagnitude
    return [
      [[1, 2]], [[0, 1], [0, 2]], [[0, 0], [0, 0]], [[5, 1], [5, 2], [5, 3]], [[5, 5], [5, 5]],
      [[1, 2], [1, 2]], [[1e100, 1], [-1e100, 2]], [[1e100, 1], [1e-100, 2]],
      [[tiny, 1], [2 * tiny, 2]], [[1e-300, 1], [2e-300, 2]], [[-1, -2], [-3, -4]],
      [[1e100, 1e-100], [1e100, 1e-100]], [[1, 1 + 2e-16], [1, 1]], [[1e100, tiny], [1, 1e100]],
    ]
  }()

  private static let analyses: [(String, @Sendable (PerformanceTable) throws -> [Double])] = {
    let electre = [ElectreThresholds](
      repeating: .init(indifference: 0, preference: 1, veto: 3), count: 2)
    var list: [(String, @Sendable (PerformanceTable) throws -> [Double])] = [
      ("entropy", { try EntropyWeights($0).weights }),
      ("critic", { try CriticWeights($0).weights }),
      ("dominance", { [Double(try Dominance($0).dominators.count)] }),
      (
        "electre iii",
        { try ElectreIII(electre).evaluate($0).credibility }
      ),
      (
        "electre tri",
        {
          try ElectreTri(electre, profiles: [[0, 1], [2, 0.5]], cut: 0.7).evaluate($0)
            .credibilityOverProfiles
        }
      ),
    ]
    for rule in [ElectreI.Discordance.ownRange(level: 0.3), .largestRange(level: 0.3)] {
      list.append(
        (
          "electre i",
          {
            let result = try ElectreI(concordanceLevel: 0.7, discordance: rule).evaluate($0)
            return result.concordance + result.discordance
          }
        ))
    }
    for function in [
      PreferenceFunction.usual, .uShape(indifference: 1), .vShape(preference: 1e-300),
      .level(indifference: 0, preference: 1), .linear(indifference: 1, preference: 1),
      .gaussian(s: 1e-200),
    ] {
      list.append(
        ("promethee \(function)", { try Promethee([function, function]).evaluate($0).net }))
    }
    let awards: [any ScoringMethod] = [
      RatioAward(), WeightedRatioAward(reference: .mean), WeightedRatioAward(reference: .median),
      WeightableRatioAward(.surcharge(1)), WeightableRatioAward(.exponential(0.7)),
      CorridorAward(width: 0.06, decider: .price),
      PricePointsAward(rule: .lowestOverPrice, fullPerformance: 10),
      PricePointsAward(rule: .interpolation(zeroAt: 2), fullPerformance: 10),
      PricePointsAward(rule: .lowestToHighest, fullPerformance: 10),
    ]
    for award in awards { list.append(("\(award)", { try award.evaluate($0).scores })) }
    return list
  }()

  static let names = analyses.map(\.0)

  @Test(arguments: names.indices)
  func figuresAreFiniteOrRefused(_ index: Int) throws {
    for rows in Self.tables {
      let table = try PerformanceTable(
        values: Array(rows.joined()), directions: [.maximise, .minimise], weights: [1, 3])
      do {
        let figures = try Self.analyses[index].1(table)
        let areFinite = figures.allSatisfy { $0.isFinite }
        #expect(areFinite, "\(Self.names[index]): \(rows)")
      } catch {
        #expect(error is MethodError, "\(Self.names[index]): \(error)")
      }
    }
  }
}
