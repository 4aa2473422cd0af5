import MCDA
import ReproducibleMath
import Testing

@Suite struct LinearProgramTests {
  private func optimum(_ program: LinearProgram) throws -> LinearProgram.Solution {
    guard case .optimal(let solution) = try program.solve() else {
      throw Missing.optimum
    }
    return solution
  }

  private enum Missing: Error { case optimum }

  /// Dantzig's textbook factory: 3x + 5y under x ≤ 4, 2y ≤ 12, 3x + 2y ≤ 18 is 36 at (2, 6), with
  /// shadow prices 0, 3/2, 1 (Hillier, Lieberman, "Introduction to Operations Research", the Wyndor
  /// example).
  @Test func factory() throws {
    let solution = try optimum(
      LinearProgram(
        .maximise, [3, 5],
        subjectTo: [
          .init([1, 0], .atMost, 4), .init([0, 2], .atMost, 12), .init([3, 2], .atMost, 18),
        ]))
    #expect(abs(solution.objective - 36) < 1e-12)
    #expect(abs(solution.variables[0] - 2) < 1e-12 && abs(solution.variables[1] - 6) < 1e-12)
    for (multiplier, expected) in zip(solution.multipliers, [0, 1.5, 1]) {
      #expect(abs(multiplier - expected) < 1e-12)
    }
    #expect(solution.largestViolation <= LinearProgram.tolerance)
  }

  /// Beale's example, on which the simplex method cycles for ever without a rule such as Bland's.
  @Test func bealesCycle() throws {
    let solution = try optimum(
      LinearProgram(
        .minimise, [-0.75, 150, -0.02, 6],
        subjectTo: [
          .init([0.25, -60, -0.04, 9], .atMost, 0), .init([0.5, -90, -0.02, 3], .atMost, 0),
          .init([0, 0, 1, 0], .atMost, 1),
        ]))
    #expect(abs(solution.objective + 0.05) < 1e-12)
  }

  @Test func equalitiesAndRedundantRows() throws {
    let solution = try optimum(
      LinearProgram(
        .minimise, [1, 2, 3],
        subjectTo: [
          .init([1, 1, 1], .equal, 1), .init([2, 2, 2], .equal, 2),
          .init([0, 1, 1], .atLeast, 0.5),
        ]))
    #expect(abs(solution.objective - 1.5) < 1e-12)
    #expect(abs(solution.variables.reduce(0, +) - 1) < 1e-12)
  }

  @Test func freeVariablesMayBeNegative() throws {
    let rows = [LinearProgram.Constraint([1, 1], .equal, -3)]
    let free = try optimum(
      LinearProgram(
        .maximise, [0, -1], subjectTo: rows + [.init([1, 0], .atMost, 2)], freeVariables: [0]))
    #expect(abs(free.variables[0] + 3) < 1e-12 && abs(free.variables[1]) < 1e-12)
    #expect(try LinearProgram(.maximise, [0, -1], subjectTo: rows).solve() == .infeasible)
  }

  @Test func infeasibleAndUnboundedAreResults() throws {
    let clash = try LinearProgram(
      .maximise, [1], subjectTo: [.init([1], .atMost, 1), .init([1], .atLeast, 2)])
    #expect(try clash.solve() == .infeasible)
    let open = try LinearProgram(.maximise, [1, 1], subjectTo: [.init([1, -1], .atMost, 1)])
    #expect(try open.solve() == .unbounded)
    #expect(try LinearProgram(.maximise, [1], subjectTo: []).solve() == .unbounded)
    let nothing = try optimum(LinearProgram(.minimise, [1], subjectTo: []))
    #expect(nothing.variables == [0])
    let empty = try LinearProgram(.minimise, [1], subjectTo: [.init([0], .atLeast, 1)])
    #expect(try empty.solve() == .infeasible)
  }

  @Test func badProgramsAreRefused() {
    #expect(throws: LinearProgramError.noVariables) {
      try LinearProgram(.maximise, [], subjectTo: [])
    }
    #expect(throws: LinearProgramError.wrongCount(constraint: 0, expected: 1, found: 2)) {
      try LinearProgram(.maximise, [1], subjectTo: [.init([1, 2], .atMost, 1)])
    }
    #expect(throws: LinearProgramError.badCoefficient(constraint: 0, value: .infinity)) {
      try LinearProgram(.maximise, [1], subjectTo: [.init([1], .atMost, .infinity)])
    }
    #expect(throws: LinearProgramError.unknownVariable(2)) {
      try LinearProgram(.maximise, [1], subjectTo: [], freeVariables: [2])
    }
  }

  /// Over Σw = 1, w ≥ 0, boxes the optimum is a fractional knapsack: a second way of computing.
  @Test(arguments: [2, 5, 12, 40]) func agreesWithTheKnapsack(count: Int) throws {
    var random = RandomStream(seed: 5, stream: UInt64(count), block: 0)
    for _ in 0..<20 {
      let lower = (0..<count).map { _ in random.uniform() * 0.8 / Double(count) }
      let upper = lower.map { $0 + (random.uniform() * 3 + 1) / Double(count) }
      let gains = (0..<count).map { _ in random.uniform() * 2 - 1 }
      var rows = [LinearProgram.Constraint([Double](repeating: 1, count: count), .equal, 1)]
      for index in 0..<count {
        var unit = [Double](repeating: 0, count: count)
        unit[index] = 1
        rows.append(.init(unit, .atMost, upper[index]))
        rows.append(.init(unit, .atLeast, lower[index]))
      }
      let solution = try optimum(LinearProgram(.minimise, gains, subjectTo: rows))
      var rest = 1 - lower.reduce(0, +)
      var expected = zip(lower, gains).reduce(0) { $0 + $1.0 * $1.1 }
      for index in gains.indices.sorted(by: { gains[$0] < gains[$1] }) {
        let added = min(rest, upper[index] - lower[index])
        expected += added * gains[index]
        rest -= added
      }
      #expect(abs(solution.objective - expected) < 1e-11)
    }
  }

  /// A two-person zero-sum game has one value, whichever player solves it (von Neumann).
  @Test func gamesHaveOneValue() throws {
    var random = RandomStream(seed: 8, stream: 0, block: 0)
    for size in 2...12 {
      let game = (0..<size).map { _ in (0..<size).map { _ in random.uniform() * 10 - 4 } }
      let one = LinearProgram.Constraint([Double](repeating: 1, count: size) + [0], .equal, 1)
      let goal = [Double](repeating: 0, count: size) + [1]
      let rowPlayer = try LinearProgram(
        .maximise, goal,
        subjectTo: (0..<size).map { column in
          .init((0..<size).map { game[$0][column] } + [-1], .atLeast, 0)
        } + [one], freeVariables: [size])
      let columnPlayer = try LinearProgram(
        .minimise, goal, subjectTo: game.map { .init($0 + [-1], .atMost, 0) } + [one],
        freeVariables: [size])
      #expect(abs(try optimum(rowPlayer).objective - optimum(columnPlayer).objective) < 1e-10)
    }
  }

  @Test(arguments: [1e-90, 1e-20, 1e20, 1e90]) func magnitudesDoNotMatter(unit: Double) throws {
    let solution = try optimum(
      LinearProgram(
        .maximise, [3 * unit, 5],
        subjectTo: [
          .init([1 * unit, 0], .atMost, 4), .init([0, 2], .atMost, 12),
          .init([3 * unit, 2], .atMost, 18),
        ]))
    #expect(abs(solution.objective - 36) < 1e-9)
    #expect(abs(solution.variables[0] * unit - 2) < 1e-9)
  }

  /// Weights in a given order, alternatives on many criteria: a chain of differences that are all 0
  /// at every corner, where steps lead nowhere and small divisors ruin a careless solver. Over the
  /// corners of the order, written as mixtures, the same optimum has to come out.
  @Test(arguments: [5, 20, 40]) func degenerateChains(count: Int) throws {
    var random = RandomStream(seed: 13, stream: UInt64(count), block: 0)
    for _ in 0..<4 {
      let rivals = (0..<25).map { _ in (0..<count).map { _ in random.uniform() - 0.5 } }
      let one = LinearProgram.Constraint([Double](repeating: 1, count: count) + [0], .equal, 1)
      let goal = [Double](repeating: 0, count: count) + [1]
      let chain = (1..<count).map { index in
        var row = goal.map { $0 * 0 }
        (row[index - 1], row[index]) = (1, -1)
        return LinearProgram.Constraint(row, .atLeast, 0)
      }
      let direct = try optimum(
        LinearProgram(
          .maximise, goal, subjectTo: chain + [one] + rivals.map { .init($0 + [-1], .atLeast, 0) },
          freeVariables: [count]))
      let mixed = try optimum(
        LinearProgram(
          .maximise, goal,
          subjectTo: [one]
            + rivals.map { rival in
              var sum = 0.0
              let means = rival.enumerated().map { index, value in
                sum += value
                return sum / Double(index + 1)
              }
              return .init(means + [-1], .atLeast, 0)
            }, freeVariables: [count]))
      #expect(abs(direct.objective - mixed.objective) < 1e-10)
    }
  }
}
