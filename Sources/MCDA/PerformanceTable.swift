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

  /// What this table shares with its copies.
  let contents: Contents

  /// What a table holds. Handing a table on copies one reference.
  final class Contents: Sendable {
    let alternatives: [String]
    let criteria: [Criterion]
    let weights: [Double]
    let directions: [Direction]
    /// −1 for each criterion to be minimised, 1 for the others.
    let signs: [Double]
    let weightScale: WeightScale
    /// All values column by column, since methods work through criteria one by one; a missing cell
    /// holds 0.
    let values: [Double]
    /// A bit for each cell that is missing, row by row; empty if none is.
    let missing: [UInt64]
    /// Bounds of all values, row by row; nil if no cell has any.
    let bounds: Bounds?

    /// A table whose parts are valid. `criteria` get the weights.
    init(
      alternatives: [String], criteria: [Criterion], weights: [Double], weightScale: WeightScale,
      values: [Double], missing: [UInt64], bounds: Bounds?
    ) {
      self.alternatives = alternatives
      self.criteria = criteria.indices.map {
        Criterion(criteria[$0].name, criteria[$0].direction, weight: weights[$0])
      }
      self.weights = weights
      directions = criteria.map(\.direction)
      signs = directions.map { $0 == .minimise ? -1 : 1 }
      self.weightScale = weightScale
      self.values = values
      self.missing = missing
      self.bounds = bounds
    }
  }

  struct Bounds: Sendable, Equatable {
    let low: [Double]
    let high: [Double]
  }

  init(contents: Contents) { self.contents = contents }

  /// The names of the alternatives (rows), distinct, at least one.
  public var alternatives: [String] { contents.alternatives }
  /// The columns, at least one, with the weights that methods use.
  public var criteria: [Criterion] { contents.criteria }
  /// The weight of each column; all are at least 0, the sum is 1 up to rounding unless
  /// ``weightScale`` says otherwise.
  public var weights: [Double] { contents.weights }
  /// The direction of each column.
  public var directions: [Direction] { contents.directions }
  /// What the weights are.
  public var weightScale: WeightScale { contents.weightScale }
  /// The number of rows, at least 1.
  public var alternativeCount: Int { contents.alternatives.count }
  /// The number of columns, at least 1.
  public var criterionCount: Int { contents.criteria.count }
  /// Whether no cell is missing.
  public var isComplete: Bool { contents.missing.isEmpty }
  /// Whether some cell is known as an interval only.
  public var hasIntervals: Bool { contents.bounds != nil }

  /// The value of a cell, nil if it is missing. Row and column must exist.
  public subscript(alternative: Int, criterion: Int) -> Double? {
    isMissing(alternative, criterion) ? nil : value(alternative, criterion)
  }

  /// Whether a cell is missing. Row and column must exist.
  public func isMissing(_ alternative: Int, _ criterion: Int) -> Bool {
    let index = alternative * criterionCount + criterion
    let missing = contents.missing
    return !missing.isEmpty && missing[index / 64] >> UInt64(index % 64) & 1 == 1
  }

  /// The bounds of a cell: one point for a plain value, nil if it is missing.
  public func interval(_ alternative: Int, _ criterion: Int) -> ClosedRange<Double>? {
    guard let value = self[alternative, criterion] else { return nil }
    guard let bounds = contents.bounds else { return value...value }
    let index = alternative * criterionCount + criterion
    return bounds.low[index]...bounds.high[index]
  }

  /// What is known about a cell. Row and column must exist.
  public func cell(_ alternative: Int, _ criterion: Int) -> Cell {
    guard let value = self[alternative, criterion] else { return .missing }
    guard let range = interval(alternative, criterion), range.lowerBound < range.upperBound else {
      return .value(value)
    }
    return .interval(low: range.lowerBound, likely: value, high: range.upperBound)
  }

  /// Makes sure that every cell has a value.
  ///
  /// - Throws: ``MethodError/missingCell(alternative:criterion:)`` for the first that has none.
  public func requireComplete() throws(MethodError) {
    let missing = contents.missing
    if missing.isEmpty { return }
    guard let word = missing.firstIndex(where: { $0 != 0 }) else { return }
    let cell = word * 64 + missing[word].trailingZeroBitCount
    throw .missingCell(
      alternative: alternatives[cell / criterionCount],
      criterion: criteria[cell % criterionCount].name)
  }

  /// Value of a cell of a complete table.
  func value(_ alternative: Int, _ criterion: Int) -> Double {
    contents.values[criterion * alternativeCount + alternative]
  }

  /// Whether two tables hold the same.
  public static func == (a: PerformanceTable, b: PerformanceTable) -> Bool {
    let (a, b) = (a.contents, b.contents)
    return a === b
      || a.alternatives == b.alternatives && a.criteria == b.criteria
        && a.weightScale == b.weightScale && a.values == b.values && a.missing == b.missing
        && a.bounds == b.bounds
  }
}
