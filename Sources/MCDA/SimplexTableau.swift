/// The working state of the simplex method: rows of the scaled program, a basis, and the two
/// objectives. Columns: variables, negative halves of free variables, slacks, artificials (one a
/// row, whose reduced costs are the multipliers).
struct SimplexTableau {
  private let program: LinearProgram
  private let rowScale: [Double]
  private let columnScale: [Double]
  private let boundScale: Double
  private let costScale: Double
  /// The column of each free variable's negative half.
  private let negativeHalf: [Int: Int]
  /// 1, or −1 where a row was negated to make its bound at least 0.
  private let rowSign: [Double]
  private let firstArtificial: Int
  private let width: Int
  /// Rows × (columns + 1), the bound in the last column.
  private var cells: [Double]
  /// The column that is basic in each row.
  private var basis: [Int]
  /// Rows as they were at the start.
  private let original: [Double]
  /// The real objective, to be maximised; after ``improve()`` its reduced costs.
  private var costs: [Double]
  /// Reduced costs of the objective at work: positive improves.
  private var reduced: [Double]

  private static let zero = 1e-9
  private static let mostSteps = 1_000_000
  private static let mostRounds = 20
  private static let slack = 1e-12

  init(_ program: LinearProgram) {
    self.program = program
    let constraints = program.constraints
    let variableCount = program.objective.count
    let (rowScale, columnScale) = Self.scales(program)
    let boundScale = Self.scale(
      constraints.indices.reduce(0) { max($0, (constraints[$1].bound * rowScale[$1]).magnitude) })
    let costScale = Self.scale(
      program.objective.indices.reduce(0) {
        max($0, (program.objective[$1] * columnScale[$1]).magnitude)
      })

    var next = variableCount
    var negativeHalf: [Int: Int] = [:]
    for index in program.freeVariables.sorted() {
      negativeHalf[index] = next
      next += 1
    }
    let firstSlack = next
    next += constraints.reduce(0) { $0 + ($1.relation == .equal ? 0 : 1) }
    firstArtificial = next
    width = next + constraints.count + 1
    var cells = [Double](repeating: 0, count: constraints.count * width)
    var basis: [Int] = []
    var rowSign: [Double] = []
    var slack = firstSlack
    for (row, constraint) in constraints.enumerated() {
      let bound = constraint.bound * rowScale[row] * boundScale
      let sign: Double = bound < 0 ? -1 : 1
      let start = row * width
      for (column, value) in constraint.coefficients.enumerated() {
        let scaled = value * rowScale[row] * columnScale[column] * sign
        cells[start + column] = scaled
        if let other = negativeHalf[column] { cells[start + other] = -scaled }
      }
      cells[start + firstArtificial + row] = 1
      cells[start + width - 1] = bound * sign
      var basic = firstArtificial + row
      if constraint.relation != .equal {
        let coefficient = constraint.relation == .atMost ? sign : -sign
        cells[start + slack] = coefficient
        if coefficient > 0 { basic = slack }
        slack += 1
      }
      basis.append(basic)
      rowSign.append(sign)
    }
    costs = [Double](repeating: 0, count: width)
    let direction: Double = program.sense == .maximise ? 1 : -1
    for (column, value) in program.objective.enumerated() {
      costs[column] = direction * value * columnScale[column] * costScale
      if let other = negativeHalf[column] { costs[other] = -costs[column] }
    }
    self.rowScale = rowScale
    self.columnScale = columnScale
    self.boundScale = boundScale
    self.costScale = costScale
    self.negativeHalf = negativeHalf
    self.rowSign = rowSign
    self.cells = cells
    self.basis = basis
    original = cells
    reduced = costs
  }

  /// Powers of two for rows and columns that bring the entries near 1: geometric scaling, a few
  /// passes over rows and columns, the objective being one more row.
  private static func scales(_ program: LinearProgram) -> (rows: [Double], columns: [Double]) {
    let matrix = program.constraints.map(\.coefficients) + [program.objective]
    let exponents = matrix.map { $0.map { $0 == 0 ? nil : Int($0.exponent) } }
    var rows = [Int](repeating: 0, count: matrix.count)
    var columns = [Int](repeating: 0, count: program.objective.count)
    /// The middle between the smallest and the largest exponent, negated.
    func centre(_ exponents: [Int]) -> Int {
      guard let low = exponents.min(), let high = exponents.max() else { return 0 }
      return -((low + high) >> 1)
    }
    for _ in 0..<6 {
      for row in rows.indices {
        rows[row] = centre(
          columns.indices.compactMap { column in exponents[row][column].map { $0 + columns[column] }
          })
      }
      for column in columns.indices {
        columns[column] = centre(
          rows.indices.compactMap { row in exponents[row][column].map { $0 + rows[row] } })
      }
    }
    // Rounding errors are judged against the largest entry of a row.
    for row in rows.indices {
      let largest = columns.indices.compactMap { column in
        exponents[row][column].map { $0 + columns[column] }
      }.max()
      rows[row] = -(largest ?? 0)
    }
    func powers(_ exponents: some Sequence<Int>) -> [Double] {
      exponents.map { Double(sign: .plus, exponent: min(1000, max(-1000, $0)), significand: 1) }
    }
    return (powers(rows.dropLast()), powers(columns))
  }

  /// The power of two that brings a magnitude to between 1 and 2; 1 for 0.
  private static func scale(_ magnitude: Double) -> Double {
    guard magnitude > 0 else { return 1 }
    return Double(sign: .plus, exponent: -max(-1000, magnitude.exponent), significand: 1)
  }

  /// Phase 1: drives the artificial columns to 0. False if that is impossible.
  mutating func findFeasible() throws(LinearProgramError) -> Bool {
    var penalties = [Double](repeating: 0, count: width)
    for column in firstArtificial..<(width - 1) { penalties[column] = -1 }
    guard try optimise(penalties) else { return false }
    var missing = 0.0
    for row in basis.indices where basis[row] >= firstArtificial {
      missing = max(missing, cells[row * width + width - 1])
    }
    // What is small beside the largest bound may be large in its own constraint.
    guard missing <= Self.zero,
      program.largestViolation(of: variables) <= LinearProgram.tolerance
    else { return false }
    for row in basis.indices where basis[row] >= firstArtificial {
      let start = row * width
      cells[start + width - 1] = 0
      let pivot = (0..<firstArtificial).max {
        cells[start + $0].magnitude < cells[start + $1].magnitude
      }
      // A row without entries repeats others and never takes part again.
      if let pivot, cells[start + pivot].magnitude > Self.zero { exchange(row, pivot) }
    }
    return true
  }

  /// Phase 2: improves the real objective. False if there is no end to it.
  mutating func improve() throws(LinearProgramError) -> Bool {
    let objective = costs
    defer { costs = reduced }
    return try optimise(objective)
  }

  /// Improves until nothing does, also after rounding errors have been cleared away. False if there
  /// is no end to it.
  private mutating func optimise(_ objective: [Double]) throws(LinearProgramError) -> Bool {
    var steps = 0
    for _ in 0..<Self.mostRounds {
      reduce(objective)
      let before = steps
      guard try run(&steps) else { return false }
      guard refresh() else { return true }
      reduce(objective)
      repair(&steps)
      if steps == before { return true }
    }
    reduce(objective)
    return true
  }

  /// Computes the reduced costs of an objective in the present basis.
  private mutating func reduce(_ objective: [Double]) {
    reduced = objective
    for row in basis.indices {
      let cost = objective[basis[row]]
      guard cost != 0 else { continue }
      for column in 0..<width { reduced[column] -= cost * cells[row * width + column] }
    }
    for column in basis { reduced[column] = 0 }
  }

  /// Exchanges columns while one improves: the one that promises most, but the one with the smallest
  /// index (Bland) as long as steps lead nowhere. False if unbounded.
  private mutating func run(_ steps: inout Int) throws(LinearProgramError) -> Bool {
    var stalled = 0
    while steps < Self.mostSteps {
      let improving = (0..<firstArtificial).filter { reduced[$0] > Self.zero }
      let careful = stalled > 10 * basis.count
      let entering = careful ? improving.first : improving.max { reduced[$0] < reduced[$1] }
      guard let entering else { return true }
      let candidates = basis.indices.filter { cells[$0 * width + entering] > Self.zero }
      guard !candidates.isEmpty else { return false }
      let leaving =
        careful ? firstLeaving(candidates, entering) : largestLeaving(candidates, entering)
      let gain = bound(leaving) / cells[leaving * width + entering] * reduced[entering]
      stalled = gain > 1e-12 ? 0 : stalled + 1
      // A bound just below 0 is rounding; divided by a small entry it would not stay so.
      cells[leaving * width + width - 1] = bound(leaving)
      exchange(leaving, entering)
      steps += 1
    }
    throw .tooManySteps
  }

  private func bound(_ row: Int) -> Double { max(0, cells[row * width + width - 1]) }

  /// The row with the smallest ratio of bound to entry; of several the smallest basic column.
  private func firstLeaving(_ rows: [Int], _ entering: Int) -> Int {
    rows.min { a, b in
      let (first, second) = (
        bound(a) / cells[a * width + entering], bound(b) / cells[b * width + entering]
      )
      return first != second ? first < second : basis[a] < basis[b]
    } ?? rows[0]
  }

  /// Of the rows whose ratio is the smallest within the tolerance of bounds, the one with the largest
  /// entry: dividing by it keeps rounding errors small (Harris, Mathematical Programming 5, 1973,
  /// doi:10.1007/BF01580108).
  private func largestLeaving(_ rows: [Int], _ entering: Int) -> Int {
    let limit = rows.reduce(Double.infinity) {
      min($0, (bound($1) + Self.slack) / cells[$1 * width + entering])
    }
    return rows.filter { bound($0) / cells[$0 * width + entering] <= limit }
      .max { cells[$0 * width + entering] < cells[$1 * width + entering] } ?? rows[0]
  }

  /// Dual steps: where clearing errors away has left a basic column below 0, it leaves for the
  /// column that costs least. The basis has to be optimal but for that.
  private mutating func repair(_ steps: inout Int) {
    for _ in 0..<(4 * basis.count) {
      let lowest = basis.indices.min {
        cells[$0 * width + width - 1] < cells[$1 * width + width - 1]
      }
      guard let lowest, cells[lowest * width + width - 1] < -1e-11 else { return }
      let start = lowest * width
      let entering = (0..<firstArtificial).filter { cells[start + $0] < -Self.zero }.min {
        reduced[$0] / cells[start + $0] < reduced[$1] / cells[start + $1]
      }
      guard let entering else { return }
      exchange(lowest, entering)
      steps += 1
    }
  }

  /// Computes all rows anew from the program, for the present basis: Gauss–Jordan elimination with
  /// the largest pivot of each basic column. False, and nothing changes, if the basis is singular.
  private mutating func refresh() -> Bool {
    let (oldCells, oldBasis, oldReduced) = (cells, basis, reduced)
    cells = original
    var isOpen = [Bool](repeating: true, count: basis.count)
    for column in oldBasis {
      var pivot: Int?
      for row in basis.indices where isOpen[row] {
        let size = cells[row * width + column].magnitude
        if size > (pivot.map { cells[$0 * width + column].magnitude } ?? 1e-11) { pivot = row }
      }
      guard let pivot else {
        (cells, basis, reduced) = (oldCells, oldBasis, oldReduced)
        return false
      }
      exchange(pivot, column)
      isOpen[pivot] = false
    }
    return true
  }

  private mutating func exchange(_ row: Int, _ column: Int) {
    let start = row * width
    let pivot = cells[start + column]
    for index in 0..<width { cells[start + index] /= pivot }
    cells[start + column] = 1
    for other in basis.indices where other != row {
      let factor = cells[other * width + column]
      guard factor != 0 else { continue }
      for index in 0..<width { cells[other * width + index] -= factor * cells[start + index] }
      cells[other * width + column] = 0
    }
    let factor = reduced[column]
    for index in 0..<width { reduced[index] -= factor * cells[start + index] }
    reduced[column] = 0
    basis[row] = column
  }

  /// The variables of the program as given.
  var variables: [Double] {
    var scaled = [Double](repeating: 0, count: width)
    for row in basis.indices { scaled[basis[row]] = max(0, cells[row * width + width - 1]) }
    return program.objective.indices.map {
      (scaled[$0] - (negativeHalf[$0].map { scaled[$0] } ?? 0)) * columnScale[$0] / boundScale
    }
  }

  /// The multipliers of the constraints as given, after ``improve()``.
  var multipliers: [Double] {
    let direction: Double = program.sense == .maximise ? 1 : -1
    return program.constraints.indices.map {
      -costs[firstArtificial + $0] * rowSign[$0] * rowScale[$0] * direction / costScale
    }
  }
}
