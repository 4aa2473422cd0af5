internal import CLanes

/// Comparisons of rows of equal length that follow upon each other: the draws of several options.
public struct RowComparison {
  private let values: UnsafeBufferPointer<Double>
  private let rows: Int
  private let count: Int
  private let registers: Registers

  /// - Parameters:
  ///   - values: Row by row; their number is a multiple of the rows', else what is left is ignored.
  ///   - rows: How many rows there are.
  public init(_ values: UnsafeBufferPointer<Double>, rows: Int, registers: Registers = .wide) {
    self.values = values
    self.rows = max(rows, 0)
    count = rows > 0 ? values.count / rows : 0
    self.registers = registers
  }

  private func row(_ number: Int) -> UnsafePointer<Double>? {
    guard (0..<rows).contains(number) else { return nil }
    return values.baseAddress.map { $0 + number * count }
  }

  /// The sum of the products of two rows' deviations from their centres.
  public func product(_ a: Int, around aCentre: Double, _ b: Int, around bCentre: Double) -> Double
  {
    guard let first = row(a), let second = row(b) else { return 0 }
    return registers.kernels.pointee.cross(first, second, count, aCentre, bCentre)
  }

  /// Twice how often row a is lower than row b, and once how often they are equal.
  public func halvesLower(_ a: Int, than b: Int) -> Int {
    guard let first = row(a), let second = row(b) else { return 0 }
    return Int(registers.kernels.pointee.count_lower(first, second, count))
  }

  /// How often each row holds the lowest number of its column; equal ones share it evenly.
  public func lowest() -> [Double] {
    var counts = [Int64](repeating: 0, count: 4 * rows)
    var shares = [Double](repeating: 0, count: rows)
    guard let start = row(0) else { return shares }
    registers.kernels.pointee.count_lowest(start, rows, count, &counts, &shares)
    for row in 0..<rows { shares[row] += Double(counts[(4 * row)..<(4 * row + 4)].reduce(0, +)) }
    return shares
  }
}
