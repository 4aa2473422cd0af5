/// A linear program: the best value of a linear objective under linear constraints. Exact up to
/// rounding, for the small dense programs of decision analysis (tens of variables).
///
/// Dense two-phase simplex (Dantzig, "Linear Programming and Extensions", 1963,
/// doi:10.1515/9781400884179): the column that promises most enters, but by Bland's smallest-index
/// rule (Mathematics of Operations Research 2(2), 1977, doi:10.1287/moor.2.2.103) while steps lead
/// nowhere, so that it can't cycle. Rows and columns are scaled by powers of two, which costs no
/// digit, and the last basis is computed anew from the program.
///
/// Nothing is believed that can be checked: an optimum is substituted into the constraints as they
/// were given, and its multipliers have to prove by duality that nothing better exists.
public struct LinearProgram: Sendable, Equatable {
  /// The direction of the objective.
  public enum Sense: Sendable, Equatable {
    /// As large as possible.
    case maximise
    /// As small as possible.
    case minimise
  }

  /// How the left side of a constraint stands to its bound.
  public enum Relation: Sendable, Equatable {
    /// Left side ≤ bound.
    case atMost
    /// Left side = bound.
    case equal
    /// Left side ≥ bound.
    case atLeast
  }

  /// One constraint: Σ coefficient × variable, a relation, and a bound.
  public struct Constraint: Sendable, Equatable {
    /// One for each variable.
    public var coefficients: [Double]
    /// How the sum stands to the bound.
    public var relation: Relation
    /// The right side.
    public var bound: Double

    /// Σ coefficient × variable, `relation`, `bound`.
    public init(_ coefficients: [Double], _ relation: Relation, _ bound: Double) {
      self.coefficients = coefficients
      self.relation = relation
      self.bound = bound
    }
  }

  /// An optimum.
  public struct Solution: Sendable, Equatable {
    /// The value of each variable.
    public let variables: [Double]
    /// The value of the objective.
    public let objective: Double
    /// The multiplier of each constraint: by how much the objective grows with its bound.
    public let multipliers: [Double]
    /// The largest violation of a constraint as given, relative to its own largest term; at most
    /// ``LinearProgram/tolerance``.
    public let largestViolation: Double
  }

  /// What a program has.
  public enum Outcome: Sendable, Equatable {
    /// An optimum; there may be others that are as good.
    case optimal(Solution)
    /// No values satisfy all constraints.
    case infeasible
    /// The objective can be improved without end.
    case unbounded
  }

  /// Constraints count as satisfied within this, relative to their own largest term or bound; terms
  /// below 1e-4 of the largest one of all constraints, each divided by its largest coefficient,
  /// count as that large.
  public static let tolerance = 1e-9
  /// Larger magnitudes of coefficients and bounds are refused.
  public static let largestCoefficient = 1e100

  /// Whether to maximise or to minimise.
  public let sense: Sense
  /// The coefficient of each variable in the objective; at least one variable.
  public let objective: [Double]
  /// The constraints.
  public let constraints: [Constraint]
  /// The variables that may be negative; all others are at least 0.
  public let freeVariables: Set<Int>

  /// A program.
  ///
  /// - Parameters:
  ///   - objective: one coefficient for each variable.
  ///   - constraints: each with as many coefficients.
  ///   - freeVariables: the indices of variables that may be negative.
  public init(
    _ sense: Sense, _ objective: [Double], subjectTo constraints: [Constraint],
    freeVariables: Set<Int> = []
  ) throws(LinearProgramError) {
    guard !objective.isEmpty else { throw .noVariables }
    func isUsable(_ value: Double) -> Bool { value.magnitude <= Self.largestCoefficient }
    if let bad = objective.firstIndex(where: { !isUsable($0) }) {
      throw .badCoefficient(constraint: nil, value: objective[bad])
    }
    for (index, constraint) in constraints.enumerated() {
      guard constraint.coefficients.count == objective.count else {
        throw .wrongCount(
          constraint: index, expected: objective.count, found: constraint.coefficients.count)
      }
      for value in constraint.coefficients + [constraint.bound] where !isUsable(value) {
        throw .badCoefficient(constraint: index, value: value)
      }
    }
    if let bad = freeVariables.first(where: { !objective.indices.contains($0) }) {
      throw .unknownVariable(bad)
    }
    self.sense = sense
    self.objective = objective
    self.constraints = constraints
    self.freeVariables = freeVariables
  }

  /// Solves the program.
  ///
  /// - Throws: ``LinearProgramError/notVerified`` where rounding keeps an optimum from being
  ///   confirmed: coefficients of one program that differ by many orders of magnitude.
  /// - Complexity: O(rows × (rows + variables)) a step; usually about as many steps as rows, in
  ///   contrived cases exponentially many.
  public func solve() throws(LinearProgramError) -> Outcome {
    var tableau = SimplexTableau(self)
    guard try tableau.findFeasible() else { return .infeasible }
    guard try tableau.improve() else { return .unbounded }
    let variables = tableau.variables
    let multipliers = tableau.multipliers
    guard (variables + multipliers).allSatisfy(\.isFinite) else { throw .notVerified }
    let value = sum(objective, variables)
    let violation = largestViolation(of: variables)
    guard value.isFinite, violation <= Self.tolerance,
      provesOptimality(multipliers, of: variables)
    else { throw .notVerified }
    return .optimal(
      Solution(
        variables: variables, objective: value, multipliers: multipliers,
        largestViolation: violation))
  }

  /// The optimum, or nil if there is none.
  func solution() throws(LinearProgramError) -> Solution? {
    if case .optimal(let solution) = try solve() { return solution }
    return nil
  }

  private func sum(_ a: [Double], _ b: [Double]) -> Double {
    zip(a, b).reduce(0) { $0 + $1.0 * $1.1 }
  }

  /// See ``Solution/largestViolation``.
  func largestViolation(of variables: [Double]) -> Double {
    var largest = 0.0
    for (index, value) in variables.enumerated() where !freeVariables.contains(index) {
      largest = max(largest, -value)
    }
    let rows = constraints.map { $0.coefficients.reduce(0) { max($0, $1.magnitude) } }
    // The size of a row: its largest term or bound. What is tiny beside the other rows may be
    // rounding alone, so that a row counts as at least a small share of the largest.
    let sizes = constraints.map { constraint in
      zip(constraint.coefficients, variables).reduce(constraint.bound.magnitude) {
        max($0, ($1.0 * $1.1).magnitude)
      }
    }
    let largestSize = zip(sizes, rows).reduce(0) { $1.1 > 0 ? max($0, $1.0 / $1.1) : $0 }
    for (index, constraint) in constraints.enumerated() {
      let unit = max(sizes[index], 1e-4 * largestSize * rows[index])
      guard unit > 0 else { continue }
      let excess = sum(constraint.coefficients, variables) - constraint.bound
      switch constraint.relation {
      case .atMost: largest = max(largest, excess / unit)
      case .equal: largest = max(largest, excess.magnitude / unit)
      case .atLeast: largest = max(largest, -excess / unit)
      }
    }
    return largest
  }

  /// Weak duality: multipliers of the right signs bound the objective, and the bound is met.
  private func provesOptimality(_ multipliers: [Double], of variables: [Double]) -> Bool {
    let sign: Double = sense == .maximise ? 1 : -1
    let slack = 1e-7
    let rows = constraints.map { $0.coefficients.reduce(0) { max($0, $1.magnitude) } }
    // The size of the multipliers: the largest one, each times its row's largest entry.
    let size = zip(multipliers, rows).reduce(0) { max($0, ($1.0 * $1.1).magnitude) }
    for (index, constraint) in constraints.enumerated() {
      let signed = sign * multipliers[index] * rows[index]
      if constraint.relation == .atMost && signed < -slack * size { return false }
      if constraint.relation == .atLeast && signed > slack * size { return false }
    }
    for (index, cost) in objective.enumerated() {
      var (reduced, largest) = (cost, cost.magnitude)
      for (row, constraint) in constraints.enumerated() where rows[row] > 0 {
        let coefficient = constraint.coefficients[index]
        reduced -= coefficient * multipliers[row]
        largest = max(largest, size * coefficient.magnitude / rows[row])
      }
      let excess = freeVariables.contains(index) ? reduced.magnitude : sign * reduced
      if excess > slack * largest { return false }
    }
    let bounds = constraints.map(\.bound)
    // Multipliers that are 0 but for rounding count as parts of the largest one.
    let largestBound = zip(bounds, rows).reduce(0) {
      $1.1 > 0 ? max($0, $1.0.magnitude / $1.1) : $0
    }
    let terms = zip(objective, variables).reduce(size * largestBound) {
      max($0, ($1.0 * $1.1).magnitude)
    }
    return (sum(multipliers, bounds) - sum(objective, variables)).magnitude <= slack * terms
  }
}

/// Why a linear program can't be stated or solved.
public enum LinearProgramError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The objective is empty.
  case noVariables
  /// A constraint has more or fewer coefficients than there are variables; constraints count
  /// from 0.
  case wrongCount(constraint: Int, expected: Int, found: Int)
  /// A coefficient or bound is not a number, infinite or beyond
  /// ``LinearProgram/largestCoefficient``; `constraint` is nil for the objective.
  case badCoefficient(constraint: Int?, value: Double)
  /// A variable that does not exist is called free.
  case unknownVariable(Int)
  /// An optimum was found, but substituting it does not confirm it.
  case notVerified
  /// Far more steps than such a program can need: rounding leads in circles.
  case tooManySteps

  /// One sentence on what is wrong.
  public var description: String {
    switch self {
    case .noVariables: "the linear program has no variable"
    case .wrongCount(let constraint, let expected, let found):
      "constraint \(constraint + 1) has \(found) coefficients where \(expected) are needed"
    case .badCoefficient(let constraint, let value):
      (constraint.map { "constraint \($0 + 1)" } ?? "the objective")
        + " contains \(value), not a usable number"
    case .unknownVariable(let index): "variable \(index + 1) does not exist"
    case .notVerified:
      "the solution can't be confirmed: its coefficients differ too much in magnitude"
    case .tooManySteps: "no solution within a million steps"
    }
  }
}
