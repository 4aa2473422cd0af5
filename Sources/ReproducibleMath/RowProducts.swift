internal import CLanes

/// Sums of products of rows of one table.
public struct RowProducts: Sendable {
  private var products: [lanes_product] = []

  /// No product yet.
  public init() {}

  /// Adds weight × row × row × row; rows are named by where they begin in the table.
  public mutating func append(weight: Double, _ a: Int, _ b: Int, _ c: Int) {
    products.append(lanes_product(weight: weight, a: a, b: b, c: c))
  }

  /// Writes the sums, each formed from left to right.
  ///
  /// - Parameters:
  ///   - cells: The table; nothing is done if a row leaves it.
  ///   - to: Where the row of sums begins.
  ///   - count: Length of the rows; up to 7 more cells of each row are read and written.
  public func sum(
    _ cells: UnsafeMutableBufferPointer<Double>, to: Int, count: Int, registers: Registers = .wide
  ) {
    let octets = (count + 7) / 8
    let last = cells.count - 8 * octets
    guard let base = cells.baseAddress, (0...max(last, 0)).contains(to), last >= 0,
      products.allSatisfy({ max($0.a, max($0.b, $0.c)) <= last && min($0.a, min($0.b, $0.c)) >= 0 })
    else { return }
    products.withUnsafeBufferPointer {
      registers.kernels.pointee.sum_products(base, to, $0.baseAddress, $0.count, octets)
    }
  }

  /// What ``sum(_:to:count:registers:)`` writes for one column.
  public func sum(_ cells: [Double], column: Int) -> Double {
    products.reduce(0) {
      $0 + $1.weight * cells[$1.a + column] * cells[$1.b + column] * cells[$1.c + column]
    }
  }
}
