/// All weights that are considered possible: a set of vectors w ≥ 0 with Σw = 1, never empty.
///
/// Answers exactly how small Σ w·d can get for given d: by its corners where these are known, as a
/// linear program otherwise.
public struct WeightSet: Sendable, Equatable {
  /// What is known about the weights.
  public enum Shape: Sendable, Equatable {
    /// Nothing. The corners are the single criteria.
    case simplex
    /// An order, the most important criterion first, each named once. The corners are equal shares
    /// for the first r criteria.
    case order([Int])
    /// Bounds for each criterion, from 0 to 1. Lower bounds are filled up from the smallest d on: a
    /// fractional knapsack (Dantzig, Operations Research 5(2), 1957, doi:10.1287/opre.5.2.266).
    case boxes(lower: [Double], upper: [Double])
    /// Any linear statements, one coefficient for each criterion.
    case linear([LinearProgram.Constraint])
  }

  /// Weights in the set at which Σ w·d is as small as it gets.
  public struct Minimum: Sendable, Equatable {
    /// Σ w·d.
    public let value: Double
    /// One for each criterion.
    public let weights: [Double]
  }

  /// What is known.
  public let shape: Shape
  /// The number of criteria, at least 1.
  public let count: Int

  /// The bounds of boxes may miss a sum of 1 by this.
  static let slackForRounding = 1e-9

  /// A set of weights of `count` criteria.
  ///
  /// - Throws: if a statement does not fit the criteria, or statements contradict each other.
  public init(_ shape: Shape, count: Int) throws(WeightSetError) {
    guard count > 0 else { throw .noCriteria }
    self.shape = shape
    self.count = count
    switch shape {
    case .simplex: break
    case .order(let order):
      guard order.sorted() == Array(0..<count) else { throw .incompleteOrder }
    case .boxes(let lower, let upper):
      guard lower.count == count, upper.count == count else {
        throw .wrongCount(expected: count, found: lower.count == count ? upper.count : lower.count)
      }
      for index in 0..<count {
        guard lower[index] >= 0, lower[index] <= upper[index], upper[index] <= 1 else {
          throw .badBounds(criterion: index, lower: lower[index], upper: upper[index])
        }
      }
      let sums = (lower.reduce(0, +), upper.reduce(0, +))
      guard sums.0 <= 1 + Self.slackForRounding, sums.1 >= 1 - Self.slackForRounding else {
        throw .empty
      }
    case .linear(let statements):
      for statement in statements where statement.coefficients.count != count {
        throw .wrongCount(expected: count, found: statement.coefficients.count)
      }
      guard try minimum(of: [Double](repeating: 0, count: count)) != nil else { throw .empty }
    }
  }

  /// The least Σ w·d over the set, and weights that reach it.
  ///
  /// - Parameter d: one finite number for each criterion.
  /// - Complexity: O(n) over the simplex and for an order, O(n log n) for boxes.
  public func smallest(_ d: [Double]) throws(WeightSetError) -> Minimum {
    guard d.count == count else { throw .wrongCount(expected: count, found: d.count) }
    guard let minimum = try minimum(of: d) else { throw .empty }
    return minimum
  }

  private func minimum(of d: [Double]) throws(WeightSetError) -> Minimum? {
    var weights = [Double](repeating: 0, count: count)
    switch shape {
    case .simplex:
      let least = d.indices.min { d[$0] < d[$1] } ?? 0
      weights[least] = 1
      return Minimum(value: d[least], weights: weights)
    case .order(let order):
      var (sum, least, reach) = (0.0, Double.infinity, 1)
      for (position, index) in order.enumerated() {
        sum += d[index]
        let mean = sum / Double(position + 1)
        if mean < least { (least, reach) = (mean, position + 1) }
      }
      for index in order.prefix(reach) { weights[index] = 1 / Double(reach) }
      return Minimum(value: least, weights: weights)
    case .boxes(let lower, let upper):
      weights = lower
      var rest = 1 - lower.reduce(0, +)
      for index in d.indices.sorted(by: { d[$0] != d[$1] ? d[$0] < d[$1] : $0 < $1 })
      where rest > 0 {
        let added = min(rest, upper[index] - lower[index])
        weights[index] += added
        rest -= added
      }
      return Minimum(value: zip(weights, d).reduce(0) { $0 + $1.0 * $1.1 }, weights: weights)
    case .linear:
      do {
        let program = try LinearProgram(.minimise, d, subjectTo: constraints)
        return try program.solution().map { Minimum(value: $0.objective, weights: $0.variables) }
      } catch { throw .notSolved }
    }
  }

  /// The set as rows of a linear program over the weights.
  var constraints: [LinearProgram.Constraint] {
    var rows = [LinearProgram.Constraint([Double](repeating: 1, count: count), .equal, 1)]
    func row(_ entries: [(Int, Double)]) -> [Double] {
      var row = [Double](repeating: 0, count: count)
      for (index, value) in entries { row[index] = value }
      return row
    }
    switch shape {
    case .simplex: break
    case .order(let order):
      for (first, second) in zip(order, order.dropFirst()) {
        rows.append(.init(row([(first, 1), (second, -1)]), .atLeast, 0))
      }
    case .boxes(let lower, let upper):
      for index in 0..<count {
        if lower[index] > 0 { rows.append(.init(row([(index, 1)]), .atLeast, lower[index])) }
        if upper[index] < 1 { rows.append(.init(row([(index, 1)]), .atMost, upper[index])) }
      }
    case .linear(let statements): rows += statements
    }
    return rows
  }
}

/// Why statements are not a set of weights. Criteria count from 0.
public enum WeightSetError: Error, Sendable, Equatable, CustomStringConvertible {
  /// There is no criterion.
  case noCriteria
  /// A list does not have one entry for each criterion.
  case wrongCount(expected: Int, found: Int)
  /// An order does not name each criterion exactly once.
  case incompleteOrder
  /// Bounds are out of order or outside 0 to 1.
  case badBounds(criterion: Int, lower: Double, upper: Double)
  /// No weights satisfy all statements.
  case empty
  /// A value is not a number or too large.
  case badValue(Double)
  /// A linear program can't be solved: magnitudes differ too much.
  case notSolved

  /// One sentence on what is wrong.
  public var description: String {
    switch self {
    case .noCriteria: "there is no criterion to weigh"
    case .wrongCount(let expected, let found):
      "\(found) entries where \(expected) are needed, one for each criterion"
    case .incompleteOrder: "the order does not name each criterion exactly once"
    case .badBounds(let criterion, let lower, let upper):
      "the weight of criterion \(criterion + 1) shall lie between \(lower) and \(upper); "
        + "both must lie between 0 and 1"
    case .empty: "no weights satisfy all statements at once"
    case .badValue(let value): "\(value) is not a usable number"
    case .notSolved: "the statements differ too much in magnitude for a reliable solution"
    }
  }
}
