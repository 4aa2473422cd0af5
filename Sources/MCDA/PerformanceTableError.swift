/// Why values, names and weights are not a performance table.
public enum PerformanceTableError: Error, Sendable, Equatable, CustomStringConvertible {
  /// A part of a table.
  public enum Part: String, Sendable, Equatable {
    /// The rows.
    case alternatives
    /// The columns.
    case criteria
    /// The cells.
    case values
    /// The weights of the columns.
    case weights
  }

  /// There is no row or no column.
  case empty(Part)
  /// There are more or fewer than the table needs.
  case wrongCount(of: Part, expected: Int, found: Int)
  /// A value is infinite, not a number or beyond ``PerformanceTable/largestValue``; cells count
  /// from 0, row by row.
  case notFinite(cell: Int, value: Double)
  /// An interval's bounds and likely value are out of order; cells count from 0, row by row.
  case badInterval(cell: Int)
  /// Two rows or two columns have the same name.
  case duplicateName(Part, String)
  /// A weight is negative, infinite or not a number.
  case badWeight(criterion: String, weight: Double)
  /// No criterion has a weight above 0.
  case allWeightsZero

  /// One sentence on what is wrong.
  public var description: String {
    switch self {
    case .empty(let part): "there are no \(part.rawValue)"
    case .wrongCount(let part, let expected, let found):
      "there are \(found) \(part.rawValue) where \(expected) are needed"
    case .notFinite(let cell, let value): "cell \(cell + 1) is \(value), not a usable number"
    case .badInterval(let cell): "the interval in cell \(cell + 1) is not low ≤ likely ≤ high"
    case .duplicateName(let part, let name): "two \(part.rawValue) are called '\(name)'"
    case .badWeight(let criterion, let weight):
      "the weight of '\(criterion)' is \(weight); it must be a number of at least 0"
    case .allWeightsZero: "all weights are 0; give at least one criterion a weight"
    }
  }
}
