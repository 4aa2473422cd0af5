import MCDA
import ReproducibleMath

/// All weights of one group that satisfy statements: w ≥ 0, Σw = 1, and the statements.
struct WeightPolytope: Sendable, Equatable {
  /// What is left of a slack counts as none, so that the inequality is an equation.
  private static let flat = 1e-9

  let count: Int
  /// The smallest and the largest weight of each.
  let lower: [Double]
  let upper: [Double]
  /// A point as far from all borders as it gets.
  let centre: [Double]
  /// Orthonormal directions in which weights can move.
  let basis: [[Double]]
  /// The statements as they were given.
  let constraints: [LinearProgram.Constraint]
  /// Inequalities a·w ≥ b that are not equations, rows of unit length along the basis.
  let sides: [(row: [Double], bound: Double)]

  static func == (a: WeightPolytope, b: WeightPolytope) -> Bool {
    a.lower == b.lower && a.upper == b.upper && a.centre == b.centre && a.basis == b.basis
      && a.constraints == b.constraints
      && a.sides.map(\.row) == b.sides.map(\.row) && a.sides.map(\.bound) == b.sides.map(\.bound)
  }

  /// - Returns: nil if no weights satisfy all.
  init?(_ constraints: [LinearProgram.Constraint], count: Int) throws(LinearProgramError) {
    self.count = count
    self.constraints = constraints
    let whole = LinearProgram.Constraint([Double](repeating: 1, count: count), .equal, 1)
    let all = [whole] + constraints
    func unit(_ index: Int) -> [Double] { (0..<count).map { $0 == index ? 1 : 0 } }
    func extreme(
      _ sense: LinearProgram.Sense, _ row: [Double]
    ) throws(LinearProgramError) -> LinearProgram.Solution? {
      guard case .optimal(let solution) = try LinearProgram(sense, row, subjectTo: all).solve()
      else { return nil }
      return solution
    }
    var equations = all.filter { $0.relation == .equal }.map(\.coefficients)
    var (lower, upper) = ([Double](), [Double]())
    for index in 0..<count {
      guard let least = try extreme(.minimise, unit(index)),
        let most = try extreme(.maximise, unit(index))
      else { return nil }
      lower.append(min(1, max(0, least.objective)))
      upper.append(min(1, max(lower[index], most.objective)))
    }
    // Inequalities as a·w ≥ b; one without slack anywhere is an equation.
    var sides: [(row: [Double], bound: Double)] = []
    let inequalities =
      constraints.filter { $0.relation != .equal }.map { constraint in
        let sign: Double = constraint.relation == .atMost ? -1 : 1
        return (row: constraint.coefficients.map { sign * $0 }, bound: sign * constraint.bound)
      } + (0..<count).map { (row: unit($0), bound: 0.0) }
    for side in inequalities {
      let size = side.row.reduce(0) { max($0, $1.magnitude) }
      guard size > 0 else { continue }
      guard let most = try extreme(.maximise, side.row) else { return nil }
      if most.objective - side.bound <= Self.flat * size {
        equations.append(side.row)
      } else {
        sides.append(side)
      }
    }
    let basis = Self.directions(orthogonalTo: equations, count: count)
    // A side's length along the basis makes slacks distances.
    sides = sides.compactMap { side in
      let along = basis.map { direction in zip(direction, side.row).reduce(0) { $0 + $1.0 * $1.1 } }
      let length = along.reduce(0) { $0 + $1 * $1 }.squareRoot()
      guard length > 1e-12 else { return nil }
      return (side.row.map { $0 / length }, side.bound / length)
    }
    self.lower = lower
    self.upper = upper
    self.basis = basis
    self.sides = sides
    // The largest s with a·w − s ≥ b on every side.
    var rows = all.filter { $0.relation == .equal }.map {
      LinearProgram.Constraint($0.coefficients + [0], .equal, $0.bound)
    }
    rows += inequalities.map { LinearProgram.Constraint($0.row + [0], .atLeast, $0.bound) }
    rows += sides.map { LinearProgram.Constraint($0.row + [-1], .atLeast, $0.bound) }
    // Where there is no side, as at a single point, s needs an end.
    rows.append(.init([Double](repeating: 0, count: count) + [1], .atMost, 1))
    let program = try LinearProgram(
      .maximise, [Double](repeating: 0, count: count) + [1], subjectTo: rows)
    guard case .optimal(let solution) = try program.solve() else { return nil }
    centre = Array(solution.variables.prefix(count))
  }

  /// Whether weights lie on the right side of everything.
  func contains(_ weight: (Int) -> Double) -> Bool {
    sides.allSatisfy { side in
      (0..<count).reduce(0) { $0 + side.row[$1] * weight($1) } >= side.bound
    }
  }

  /// An orthonormal basis of what is orthogonal to all rows: Gram–Schmidt, twice, on the rows and
  /// then on the axes.
  private static func directions(orthogonalTo rows: [[Double]], count: Int) -> [[Double]] {
    var taken: [[Double]] = []
    func rest(_ vector: [Double]) -> [Double]? {
      var vector = vector
      let size = vector.reduce(0) { $0 + $1 * $1 }.squareRoot()
      guard size > 0 else { return nil }
      for _ in 0..<2 {
        for other in taken {
          let share = zip(vector, other).reduce(0) { $0 + $1.0 * $1.1 }
          for index in 0..<count { vector[index] -= share * other[index] }
        }
      }
      let length = vector.reduce(0) { $0 + $1 * $1 }.squareRoot()
      return length > 1e-9 * size ? vector.map { $0 / length } : nil
    }
    for row in rows {
      if let direction = rest(row) { taken.append(direction) }
    }
    let equations = taken.count
    for axis in 0..<count {
      if let direction = rest((0..<count).map { $0 == axis ? 1 : 0 }) { taken.append(direction) }
    }
    return Array(taken.dropFirst(equations))
  }
}

/// A smallest set of statements that no weights satisfy: each statement left out in turn, and put
/// back if the others can then be satisfied (deletion filter; Chinneck, Dravnieks, "Locating minimal
/// infeasible constraint sets in linear programs", ORSA Journal on Computing 3(2), 1991,
/// doi:10.1287/ijoc.3.2.157).
enum StatementClash {
  static func smallest(
    _ statements: [WeightStatement], children: [Int]
  ) throws(LinearProgramError) -> [WeightStatement] {
    var kept = statements
    var index = 0
    while index < kept.count {
      var without = kept
      without.remove(at: index)
      if try isEmpty(without, children) { kept = without } else { index += 1 }
    }
    return kept
  }

  private static func isEmpty(
    _ statements: [WeightStatement], _ children: [Int]
  ) throws(LinearProgramError) -> Bool {
    let whole = LinearProgram.Constraint(
      [Double](repeating: 1, count: children.count), .equal, 1)
    let program = try LinearProgram(
      .minimise, [Double](repeating: 0, count: children.count),
      subjectTo: [whole] + statements.flatMap { $0.constraints(children) })
    return try program.solve() == .infeasible
  }
}
