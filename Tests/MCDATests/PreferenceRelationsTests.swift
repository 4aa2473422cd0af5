import MCDA
import ReproducibleMath
import Testing

@Suite struct WeightSetTests {
  /// Every shape against the linear program over the same statements.
  @Test(arguments: 1...12) func closedFormsAgreeWithLinearPrograms(count: Int) throws {
    var random = RandomStream(seed: 61, stream: UInt64(count), block: 0)
    for _ in 0..<10 {
      let d = (0..<count).map { _ in random.uniform() * 2 - 1 }
      let order = (0..<count).map { ($0, random.uniform()) }.sorted { $0.1 < $1.1 }.map(\.0)
      let lower = (0..<count).map { _ in random.uniform() / Double(count) }
      let upper = lower.map { min(1, $0 + (1 + random.uniform()) / Double(count)) }
      func unit(_ index: Int) -> [Double] { (0..<count).map { $0 == index ? 1 : 0 } }
      let shapes: [(WeightSet.Shape, [LinearProgram.Constraint])] = [
        (.simplex, []),
        (
          .order(order),
          zip(order, order.dropFirst()).map { pair in
            .init(zip(unit(pair.0), unit(pair.1)).map { $0 - $1 }, .atLeast, 0)
          }
        ),
        (
          .boxes(lower: lower, upper: upper),
          (0..<count).flatMap { index -> [LinearProgram.Constraint] in
            [
              .init(unit(index), .atLeast, lower[index]),
              .init(unit(index), .atMost, upper[index]),
            ]
          }
        ),
      ]
      for (shape, statements) in shapes {
        let closed = try WeightSet(shape, count: count).smallest(d)
        let program = try WeightSet(.linear(statements), count: count).smallest(d)
        #expect(abs(closed.value - program.value) < 1e-11)
        #expect(abs(closed.weights.reduce(0, +) - 1) < 1e-12)
        #expect(closed.weights.allSatisfy { $0 >= 0 })
        #expect(abs(zip(closed.weights, d).reduce(0) { $0 + $1.0 * $1.1 } - closed.value) < 1e-12)
      }
    }
  }

  /// The boxes of ±ρ around weights: with ρ at the joint radius of the example, the lead is gone
  /// (.2141 for B against A, .1352 for B against C).
  @Test func jointRadiusOfTheExample() throws {
    let weights = [0.35, 0.25, 0.20, 0.10, 0.10]
    let (a, b, c) = (
      [0.62, 0.70, 0.55, 0.80, 0.40], [0.48, 0.85, 0.70, 0.60, 0.75],
      [0.90, 0.40, 0.45, 0.50, 0.60]
    )
    for (rival, radius) in [(a, 0.2141), (c, 0.1352)] {
      func lead(_ spread: Double) throws -> Double {
        try WeightSet(
          .boxes(
            lower: weights.map { $0 * (1 - spread) }, upper: weights.map { $0 * (1 + spread) }),
          count: 5
        ).smallest(zip(b, rival).map { $0 - $1 }).value
      }
      #expect(try lead(radius - 1e-4) > 0)
      #expect(try lead(radius + 1e-4) < 0)
    }
  }

  @Test func contradictionsAreRefused() {
    #expect(throws: WeightSetError.noCriteria) { try WeightSet(.simplex, count: 0) }
    #expect(throws: WeightSetError.incompleteOrder) { try WeightSet(.order([0, 0]), count: 2) }
    #expect(throws: WeightSetError.empty) {
      try WeightSet(.boxes(lower: [0.6, 0.6], upper: [1, 1]), count: 2)
    }
    #expect(throws: WeightSetError.empty) {
      try WeightSet(.boxes(lower: [0, 0], upper: [0.4, 0.4]), count: 2)
    }
    #expect(throws: WeightSetError.badBounds(criterion: 1, lower: 0.5, upper: 0.4)) {
      try WeightSet(.boxes(lower: [0, 0.5], upper: [1, 0.4]), count: 2)
    }
    #expect(throws: WeightSetError.empty) {
      try WeightSet(.linear([.init([1, 1], .atMost, 0.9)]), count: 2)
    }
    #expect(throws: WeightSetError.wrongCount(expected: 2, found: 1)) {
      try WeightSet(.linear([.init([1], .atMost, 0.9)]), count: 2)
    }
    #expect(throws: WeightSetError.notSolved) {
      try WeightSet(.linear([.init([.nan, 1], .atMost, 0.9)]), count: 2)
    }
  }
}

@Suite struct PreferenceRelationsTests {
  /// c is dominated by nobody, but never the best: below the line from a to b.
  @Test func undominatedIsNotPotentiallyOptimal() throws {
    let values = [1, 0, 0, 1, 0.4, 0.4, 0.5, 0.5, 0.1, 0.3]
    let relations = try PreferenceRelations(
      values: values, weights: WeightSet(.simplex, count: 2))
    let table = try PerformanceTable(
      values: values, directions: [.maximise, .maximise], weights: [1, 1])
    #expect(try Dominance(table).front == [0, 1, 3])
    #expect(relations.potentials == [.best, .best, .never, .tied, .never])
    #expect(abs(try #require(relations.bestLeads[2]) + 0.1) < 1e-12)
    #expect(abs(try #require(relations.bestWeights[0])[0] - 1) < 1e-12)
    // Regret: a loses 1 where only the second counts; the middle loses 1/2 at most.
    for (regret, expected) in zip(relations.maximumRegrets, [1, 1, 0.6, 0.5, 0.9]) {
      #expect(abs(regret - expected) < 1e-12)
    }
    #expect(relations.regretRanking.ranks == [4, 4, 2, 1, 3])
    #expect(relations.isNecessarilyPreferred(3, 2) && !relations.isPossiblyPreferred(2, 3))
    #expect(relations.isPossiblyPreferred(0, 1) && !relations.isNecessarilyPreferred(0, 1))
    #expect(relations.isNecessarilyPreferred(2, 2))
  }

  /// An order of importance turns possible into necessary: w₁ ≥ w₂ lets a win over b always.
  @Test func orderDecides() throws {
    let relations = try PreferenceRelations(
      values: [1, 0, 0, 1], weights: WeightSet(.order([0, 1]), count: 2))
    #expect(relations.isNecessarilyPreferred(0, 1))
    #expect(relations.potentials == [.best, .tied])
    #expect(relations.maximumRegrets == [0, 1])
  }

  /// The order as a shape of its own and as linear statements: two ways to the same answers.
  @Test func orderAsLinearStatements() throws {
    var random = RandomStream(seed: 72, stream: 0, block: 0)
    let values = (0..<24).map { _ in random.uniform() }
    let order = try PreferenceRelations(
      values: values, weights: WeightSet(.order([2, 0, 3, 1]), count: 4))
    let linear = try PreferenceRelations(
      values: values,
      weights: WeightSet(
        .linear([
          .init([-1, 0, 1, 0], .atLeast, 0), .init([1, 0, 0, -1], .atLeast, 0),
          .init([0, -1, 0, 1], .atLeast, 0),
        ]), count: 4))
    for (a, b) in zip(order.bestLeads, linear.bestLeads) {
      #expect(abs(try #require(a) - (try #require(b))) < 1e-12)
    }
    for (a, b) in zip(order.smallestLeads, linear.smallestLeads) { #expect(abs(a - b) < 1e-12) }
    for weights in order.bestWeights {
      let weights = try #require(weights)
      #expect(abs(weights.reduce(0, +) - 1) < 1e-12)
      #expect(weights[2] >= weights[0] && weights[0] >= weights[3] && weights[3] >= weights[1])
    }
  }

  /// Against weights drawn from the simplex: nothing that sampling finds contradicts the answers,
  /// and the answers' own weights prove them.
  @Test(arguments: 0..<8) func agreesWithSampling(seed: Int) throws {
    var random = RandomStream(seed: 71, stream: UInt64(seed), block: 0)
    let (count, criteria) = (6, 2 + seed % 4)
    let values = (0..<count * criteria).map { _ in random.uniform() }
    let relations = try PreferenceRelations(
      values: values, weights: WeightSet(.simplex, count: criteria))
    func totals(_ weights: [Double]) -> [Double] {
      (0..<count).map { row in
        (0..<criteria).reduce(0) { $0 + weights[$1] * values[row * criteria + $1] }
      }
    }
    var wins = [Bool](repeating: false, count: count)
    for _ in 0..<3000 {
      let raw = (0..<criteria).map { _ in -ReproducibleMath.log(random.openUniform()) }
      let sum = raw.reduce(0, +)
      let found = totals(raw.map { $0 / sum })
      let best = found.max() ?? 0
      for a in 0..<count {
        if found[a] == best { wins[a] = true }
        #expect(best - found[a] <= relations.maximumRegrets[a] + 1e-12)
        for b in 0..<count where b != a {
          #expect(found[a] - found[b] >= relations.smallestLeads[a * count + b] - 1e-12)
        }
      }
    }
    for a in 0..<count {
      if wins[a] { #expect(relations.potentials[a] == .best) }
      let weights = try #require(relations.bestWeights[a])
      let found = totals(weights)
      let rest = (0..<count).filter { $0 != a }.map { found[$0] }.max() ?? 0
      #expect(abs(found[a] - rest - (try #require(relations.bestLeads[a]))) < 1e-12)
    }
    // Somebody is always the best.
    #expect(relations.potentials.contains(.best))
  }

  @Test(arguments: [0, 1e-200, 1, 1e100]) func degenerateValues(magnitude: Double) throws {
    let weights = try WeightSet(.simplex, count: 2)
    let equal = try PreferenceRelations(
      values: [Double](repeating: magnitude, count: 6), weights: weights)
    #expect(equal.potentials == [.tied, .tied, .tied] && equal.maximumRegrets == [0, 0, 0])
    let alone = try PreferenceRelations(values: [magnitude, -magnitude], weights: weights)
    #expect(alone.potentials == [.best] && alone.bestLeads == [nil])
    let wide = try PreferenceRelations(
      values: [magnitude, -magnitude, -magnitude, magnitude], weights: weights)
    #expect(wide.maximumRegrets == [2 * magnitude, 2 * magnitude])
    let tiny = try PreferenceRelations(values: [5], weights: WeightSet(.simplex, count: 1))
    #expect(tiny.maximumRegrets == [0])
  }

  @Test func badValuesAreRefused() throws {
    let weights = try WeightSet(.simplex, count: 2)
    #expect(throws: WeightSetError.self) { try PreferenceRelations(values: [], weights: weights) }
    #expect(throws: WeightSetError.wrongCount(expected: 2, found: 3)) {
      try PreferenceRelations(values: [1, 2, 3], weights: weights)
    }
    #expect(throws: WeightSetError.badValue(.infinity)) {
      try PreferenceRelations(values: [1, .infinity], weights: weights)
    }
  }
}

@Suite struct DominanceTests {
  @Test func directionsTiesAndIntervals() throws {
    let names = ["a", "b", "c", "d"]
    let criteria = [
      PerformanceTable.Criterion("price", .minimise), .init("quality", .maximise, weight: 0),
    ]
    let table = try PerformanceTable(
      alternatives: names, criteria: criteria,
      cells: [
        .value(10), .value(5), .interval(low: 9, likely: 11, high: 12), .value(5),
        .value(10), .value(5), .value(12), .value(4),
      ])
    let likely = try Dominance(table)
    #expect(likely.dominators == [[], [0, 2], [], [0, 1, 2]])
    #expect(likely.front == [0, 2] && likely.dominates(0, 1) && !likely.dominates(0, 2))
    let certain = try Dominance(table, reading: .certain)
    #expect(certain.dominators == [[], [], [], [0, 1, 2]])
    let gap = try PerformanceTable(
      alternatives: ["a"], criteria: [.init("c")], cells: [.missing])
    #expect(throws: MethodError.self) { try Dominance(gap) }
  }
}
