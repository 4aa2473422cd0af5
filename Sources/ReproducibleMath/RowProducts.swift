internal import CLanes

/// Sums of products of rows of one table.
public struct RowProducts: Sendable {
  private var products: [lanes_product] = []

  /// No product yet.
  public init() {}

  /// Adds weight × row × row × row, with one to three rows; they are named by where they begin in
  /// the table. Of more rows the first three count; a product without rows is left out.
  public mutating func append(weight: Double, rows: [Int]) {
    guard let first = rows.first else { return }
    products.append(
      lanes_product(
        weight: weight, rows: min(rows.count, 3), a: first, b: rows.count > 1 ? rows[1] : first,
        c: rows.count > 2 ? rows[2] : first))
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
    guard let base = cells.baseAddress else { return }
    let table = TableRows(cells, count: count)
    guard table.hold(to), products.allSatisfy({ table.hold($0.a, $0.b, $0.c) }) else { return }
    products.withUnsafeBufferPointer {
      registers.kernels.pointee.sum_products(base, to, $0.baseAddress, $0.count, table.octets)
    }
  }

  /// What ``sum(_:to:count:registers:)`` writes for one column.
  public func sum(_ cells: [Double], column: Int) -> Double {
    products.reduce(0) { sum, product in
      let rows = [product.a, product.b, product.c].prefix(product.rows)
      return sum + rows.reduce(product.weight) { $0 * cells[$1 + column] }
    }
  }
}

/// Work on rows of one table, which are named by where they begin.
public struct RowMath {
  private let cells: UnsafeMutableBufferPointer<Double>
  private let table: TableRows
  private let registers: Registers

  /// - Parameters:
  ///   - cells: The table; nothing is done with rows that leave it.
  ///   - count: Length of the rows; up to 7 more cells of each row are read and written.
  public init(
    _ cells: UnsafeMutableBufferPointer<Double>, count: Int, registers: Registers = .wide
  ) {
    self.cells = cells
    table = TableRows(cells, count: count)
    self.registers = registers
  }

  /// to = a × b; `to` may be one of the others.
  public func multiply(_ a: Int, _ b: Int, to: Int) {
    guard let base = cells.baseAddress, table.hold(a, b, to) else { return }
    registers.kernels.pointee.multiply(base + a, base + b, base + to, table.octets)
  }

  /// to = levels × (1 + rate), where the rate is `more` + rates, at most `cap`, at least `floor`.
  public func compound(
    _ levels: Int, rates: Int, more: Double = 0, floor: Double = -.infinity,
    cap: Double = .infinity, to: Int
  ) {
    guard let base = cells.baseAddress, table.hold(levels, rates, to) else { return }
    registers.kernels.pointee.compound(
      base + levels, base + rates, more, floor, cap, base + to, table.octets)
  }
}

/// Where rows can begin in a table.
private struct TableRows {
  let octets: Int
  private let last: Int

  init(_ cells: UnsafeMutableBufferPointer<Double>, count: Int) {
    octets = (max(count, 0) + 7) / 8
    last = cells.count - 8 * octets
  }

  func hold(_ a: Int) -> Bool { a >= 0 && a <= last }

  func hold(_ a: Int, _ b: Int, _ c: Int) -> Bool { hold(a) && hold(b) && hold(c) }
}
