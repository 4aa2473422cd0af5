/// Smallest and largest value, sum and root of the sum of squares of each column of a table.
///
/// - Complexity: O(alternatives × criteria), one pass along the rows; a second one only where
///   squares are too small to be held.
struct ColumnStatistics: Sendable, Equatable {
  private(set) var least: [Double]
  private(set) var most: [Double]
  private(set) var sum: [Double]
  private(set) var norm: [Double]

  /// Which figures are needed; the lists of the others are empty.
  struct Needs: OptionSet {
    let rawValue: Int
    /// Smallest and largest value.
    static let range = Needs(rawValue: 1)
    static let sum = Needs(rawValue: 2)
    /// Needs the range too, to tell tiny columns from empty ones.
    static let norm = Needs(rawValue: 5)
  }

  init(_ table: PerformanceTable, _ needs: Needs) {
    let n = table.criterionCount
    func list(_ need: Needs, _ value: Double) -> [Double] {
      needs.contains(need) ? [Double](repeating: value, count: n) : []
    }
    least = list(.range, .infinity)
    most = list(.range, -.infinity)
    sum = list(.sum, 0)
    norm = list(.norm, 0)
    table.values.withUnsafeBufferPointer { values in
      least.withUnsafeMutableBufferPointer { least in
        most.withUnsafeMutableBufferPointer { most in
          sum.withUnsafeMutableBufferPointer { sum in
            norm.withUnsafeMutableBufferPointer { norm in
              for start in stride(from: 0, to: values.count, by: n) {
                // A row stays in the nearest cache while each figure takes its turn.
                for k in least.indices {
                  let value = values[start + k]
                  least[k] = value < least[k] ? value : least[k]
                  most[k] = value > most[k] ? value : most[k]
                }
                for k in sum.indices { sum[k] += values[start + k] }
                for k in norm.indices { norm[k] += values[start + k] * values[start + k] }
              }
            }
          }
        }
      }
    }
    for k in norm.indices {
      norm[k] =
        norm[k] > 1e-250 ? norm[k].squareRoot() : Self.smallNorm(table, k, least[k], most[k])
    }
  }

  /// The root of a sum of squares that are too small to be added up as they are.
  private static func smallNorm(
    _ table: PerformanceTable, _ column: Int, _ least: Double, _ most: Double
  ) -> Double {
    let largest = max(least.magnitude, most.magnitude)
    guard largest > 0 else { return 0 }
    var squares = 0.0
    for alternative in 0..<table.alternativeCount {
      let share = table.value(alternative, column) / largest
      squares += share * share
    }
    return largest * squares.squareRoot()
  }
}
