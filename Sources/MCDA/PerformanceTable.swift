/// Whether more or less of a criterion is better.
public enum Direction: Sendable, Equatable {
  /// The larger value is better.
  case maximise
  /// The smaller value is better.
  case minimise
}

/// What each alternative reaches on each criterion: the input of every method.
///
/// Values stand in one flat list, alternatives × criteria, row by row, in the criterion's own unit.
/// Every value is finite and at most ``largestValue`` in magnitude, weights are at least 0 and,
/// unless they shall count as given, sum to 1 up to rounding, names are distinct: a table that
/// exists is a table that methods can use. A cell may be missing; methods that need every cell ask
/// with ``requireComplete()``.
public struct PerformanceTable: Sendable, Equatable {
  /// Larger magnitudes are refused, so that squares and sums of squares never overflow.
  public static let largestValue = 1e100

  /// One column.
  public struct Criterion: Sendable, Equatable {
    /// What results and messages call it; distinct within a table.
    public var name: String
    /// Whether more or less is better.
    public var direction: Direction
    /// A ratio to the other weights, at least 0. In a table: as the table's methods use it.
    public var weight: Double

    /// A column `name`.
    public init(_ name: String, _ direction: Direction = .maximise, weight: Double = 1) {
      self.name = name
      self.direction = direction
      self.weight = weight
    }
  }

  /// What the numbers given as weights are.
  public enum WeightScale: Sendable, Equatable {
    /// Ratios: they are divided by their sum.
    case shares
    /// Factors that methods use as they stand, to retrace results by others.
    case asGiven
  }

  /// What is known about one cell.
  public enum Cell: Sendable, Equatable {
    /// Nothing.
    case missing
    /// The value, in the criterion's unit.
    case value(Double)
    /// The most likely value and its bounds: low ≤ likely ≤ high.
    case interval(low: Double, likely: Double, high: Double)
  }

  /// The names of the alternatives (rows), distinct, at least one.
  public let alternatives: [String]
  /// The columns, at least one, with the weights that methods use.
  public let criteria: [Criterion]
  /// The weight of each column; all are at least 0, the sum is 1 up to rounding unless
  /// ``weightScale`` says otherwise.
  public let weights: [Double]
  /// The direction of each column.
  public let directions: [Direction]
  /// What the weights are.
  public let weightScale: WeightScale
  /// All values row by row; a missing cell holds 0 and is told apart by ``isMissing(_:_:)``.
  let values: [Double]
  /// A bit for each cell that is missing, row by row; empty if none is.
  let missing: [UInt64]
  /// Bounds of all values, row by row; nil if no cell has any.
  let bounds: Bounds?

  struct Bounds: Sendable, Equatable {
    let low: [Double]
    let high: [Double]
  }

  /// A complete table of plain values.
  ///
  /// - Parameters:
  ///   - alternatives: the names of the rows.
  ///   - criteria: the columns.
  ///   - values: alternatives × criteria, row by row.
  ///   - weightScale: whether weights are ratios, to be normalised, or factors.
  /// - Complexity: O(alternatives × criteria).
  public init(
    alternatives: [String], criteria: [Criterion], values: [Double],
    weightScale: WeightScale = .shares
  ) throws(PerformanceTableError) {
    try self.init(
      alternatives: alternatives, criteria: criteria, values: values, missing: [], bounds: nil,
      weightScale: weightScale)
  }

  /// A complete table without names: alternatives are called a1, a2, …, criteria c1, c2, ….
  ///
  /// - Parameters:
  ///   - values: alternatives × criteria, row by row; the number of rows follows from the weights.
  ///   - directions: one for each column.
  ///   - weights: one for each column, as ratios.
  public init(
    values: [Double], directions: [Direction], weights: [Double]
  ) throws(PerformanceTableError) {
    guard directions.count == weights.count else {
      throw .wrongCount(of: .weights, expected: directions.count, found: weights.count)
    }
    guard !weights.isEmpty else { throw .empty(.criteria) }
    try self.init(
      alternatives: (0..<(values.count + weights.count - 1) / weights.count).map { "a\($0 + 1)" },
      criteria: weights.indices.map {
        Criterion("c\($0 + 1)", directions[$0], weight: weights[$0])
      },
      values: values)
  }

  /// A table whose cells may be missing or known as intervals.
  ///
  /// - Parameter cells: alternatives × criteria, row by row.
  /// - Complexity: O(alternatives × criteria).
  public init(
    alternatives: [String], criteria: [Criterion], cells: [Cell],
    weightScale: WeightScale = .shares
  ) throws(PerformanceTableError) {
    var values = [Double](repeating: 0, count: cells.count)
    var (low, high) = (values, values)
    var missing = [UInt64](repeating: 0, count: (cells.count + 63) / 64)
    var (hasMissing, hasBounds) = (false, false)
    for (index, cell) in cells.enumerated() {
      switch cell {
      case .missing:
        missing[index / 64] |= 1 << UInt64(index % 64)
        hasMissing = true
      case .value(let value):
        (low[index], values[index], high[index]) = (value, value, value)
      case .interval(let least, let likely, let most):
        // What isn't a number passes here and is refused with all other values below.
        guard !(least > likely), !(likely > most), !(least > most) else {
          throw .badInterval(cell: index)
        }
        (low[index], values[index], high[index]) = (least, likely, most)
        hasBounds = true
      }
    }
    if hasBounds {
      for list in [low, high] {
        if let bad = list.firstIndex(where: { !($0.magnitude <= Self.largestValue) }) {
          throw .notFinite(cell: bad, value: list[bad])
        }
      }
    }
    try self.init(
      alternatives: alternatives, criteria: criteria, values: values,
      missing: hasMissing ? missing : [], bounds: hasBounds ? Bounds(low: low, high: high) : nil,
      weightScale: weightScale)
  }

  private init(
    alternatives: [String], criteria: [Criterion], values: [Double], missing: [UInt64],
    bounds: Bounds?, weightScale: WeightScale
  ) throws(PerformanceTableError) {
    guard !alternatives.isEmpty else { throw .empty(.alternatives) }
    guard !criteria.isEmpty else { throw .empty(.criteria) }
    let (count, overflow) = alternatives.count.multipliedReportingOverflow(by: criteria.count)
    guard !overflow, count == values.count else {
      throw .wrongCount(of: .values, expected: overflow ? .max : count, found: values.count)
    }
    if let name = Self.firstDuplicate(alternatives) { throw .duplicateName(.alternatives, name) }
    if let name = Self.firstDuplicate(criteria.map(\.name)) {
      throw .duplicateName(.criteria, name)
    }
    if let bad = values.firstIndex(where: { !($0.magnitude <= Self.largestValue) }) {
      throw .notFinite(cell: bad, value: values[bad])
    }
    let weights = try Self.weights(of: criteria, weightScale)
    self.alternatives = alternatives
    self.criteria = criteria.indices.map {
      Criterion(criteria[$0].name, criteria[$0].direction, weight: weights[$0])
    }
    self.weights = weights
    directions = criteria.map(\.direction)
    self.weightScale = weightScale
    self.values = values
    self.missing = missing
    self.bounds = bounds
  }

  /// The number of rows, at least 1.
  public var alternativeCount: Int { alternatives.count }
  /// The number of columns, at least 1.
  public var criterionCount: Int { criteria.count }
  /// Whether no cell is missing.
  public var isComplete: Bool { missing.isEmpty }
  /// Whether some cell is known as an interval only.
  public var hasIntervals: Bool { bounds != nil }

  /// The value of a cell, nil if it is missing. Row and column must exist.
  public subscript(alternative: Int, criterion: Int) -> Double? {
    isMissing(alternative, criterion) ? nil : values[alternative * criteria.count + criterion]
  }

  /// Whether a cell is missing. Row and column must exist.
  public func isMissing(_ alternative: Int, _ criterion: Int) -> Bool {
    let index = alternative * criteria.count + criterion
    return !missing.isEmpty && missing[index / 64] >> UInt64(index % 64) & 1 == 1
  }

  /// The bounds of a cell: one point for a plain value, nil if it is missing.
  public func interval(_ alternative: Int, _ criterion: Int) -> ClosedRange<Double>? {
    guard !isMissing(alternative, criterion) else { return nil }
    let index = alternative * criteria.count + criterion
    guard let bounds else { return values[index]...values[index] }
    return bounds.low[index]...bounds.high[index]
  }

  /// Makes sure that every cell has a value.
  ///
  /// - Throws: ``MethodError/missingCell(alternative:criterion:)`` for the first that has none.
  public func requireComplete() throws(MethodError) {
    guard let word = missing.firstIndex(where: { $0 != 0 }) else { return }
    let cell = word * 64 + missing[word].trailingZeroBitCount
    throw .missingCell(
      alternative: alternatives[cell / criteria.count],
      criterion: criteria[cell % criteria.count].name)
  }

  /// The same table with other weights.
  ///
  /// - Parameter weights: one for each criterion, as ratios.
  public func weighted(_ weights: [Double]) throws(PerformanceTableError) -> PerformanceTable {
    guard weights.count == criteria.count else {
      throw .wrongCount(of: .weights, expected: criteria.count, found: weights.count)
    }
    return try PerformanceTable(
      alternatives: alternatives,
      criteria: criteria.indices.map {
        Criterion(criteria[$0].name, criteria[$0].direction, weight: weights[$0])
      }, values: values, missing: missing, bounds: bounds, weightScale: weightScale)
  }

  /// The table of some of the alternatives, in the order given.
  ///
  /// - Parameter rows: existing rows, each at most once, at least one.
  public func keeping(_ rows: [Int]) throws(PerformanceTableError) -> PerformanceTable {
    try PerformanceTable(
      alternatives: rows.map { alternatives[$0] }, criteria: criteria,
      cells: rows.flatMap { row in criteria.indices.map { cell(row, $0) } },
      weightScale: weightScale)
  }

  /// What is known about a cell. Row and column must exist.
  public func cell(_ alternative: Int, _ criterion: Int) -> Cell {
    guard let value = self[alternative, criterion] else { return .missing }
    guard let range = interval(alternative, criterion), range.lowerBound < range.upperBound else {
      return .value(value)
    }
    return .interval(low: range.lowerBound, likely: value, high: range.upperBound)
  }

  /// Value of a cell of a complete table.
  func value(_ alternative: Int, _ criterion: Int) -> Double {
    values[alternative * criteria.count + criterion]
  }

  private static func firstDuplicate(_ names: [String]) -> String? {
    var seen = Set<String>(minimumCapacity: names.count)
    return names.first { !seen.insert($0).inserted }
  }

  private static func weights(
    of criteria: [Criterion], _ scale: WeightScale
  ) throws(PerformanceTableError) -> [Double] {
    if let bad = criteria.first(where: { !($0.weight.isFinite && $0.weight >= 0) }) {
      throw .badWeight(criterion: bad.name, weight: bad.weight)
    }
    let largest = criteria.reduce(0) { max($0, $1.weight) }
    guard largest > 0 else { throw .allWeightsZero }
    if scale == .asGiven {
      guard let bad = criteria.first(where: { $0.weight > largestValue }) else {
        return criteria.map(\.weight)
      }
      throw .badWeight(criterion: bad.name, weight: bad.weight)
    }
    // Dividing by the largest first keeps huge ratios from overflowing; it is skipped otherwise,
    // so that weights which sum to 1 keep their bits.
    let unit = largest > 1e150 || largest < 1e-150 ? largest : 1
    let sum = criteria.reduce(0) { $0 + $1.weight / unit }
    return criteria.map { $0.weight / unit / sum }
  }
}
