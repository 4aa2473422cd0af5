extension PerformanceTable {
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
    self.init(
      contents: Contents(
        alternatives: alternatives, criteria: criteria,
        weights: try Self.weights(of: criteria, weightScale), weightScale: weightScale,
        values: Self.columns(of: values, width: criteria.count), missing: missing, bounds: bounds))
  }

  /// The same table with other weights.
  ///
  /// - Parameter weights: one for each criterion, as ratios.
  /// - Complexity: O(criteria); the values are shared.
  public func weighted(_ weights: [Double]) throws(PerformanceTableError) -> PerformanceTable {
    guard weights.count == criteria.count else {
      throw .wrongCount(of: .weights, expected: criteria.count, found: weights.count)
    }
    let weighted = criteria.indices.map {
      Criterion(criteria[$0].name, criteria[$0].direction, weight: weights[$0])
    }
    return PerformanceTable(
      contents: Contents(
        alternatives: alternatives, criteria: weighted,
        weights: try Self.weights(of: weighted, weightScale), weightScale: weightScale,
        values: contents.values, missing: contents.missing, bounds: contents.bounds))
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

  /// Values given row by row, column by column.
  private static func columns(of rows: [Double], width: Int) -> [Double] {
    let height = rows.count / width
    return [Double](unsafeUninitializedCapacity: rows.count) { columns, count in
      // A few columns at a time: what is read from memory and not used at once is read again.
      for first in stride(from: 0, to: width, by: 8) {
        for row in 0..<height {
          for column in first..<min(first + 8, width) {
            columns.initializeElement(
              at: column * height + row, to: rows[row * width + column])
          }
        }
      }
      count = rows.count
    }
  }
}
