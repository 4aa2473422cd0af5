import Testing

@testable import ReproducibleMath

/// Loops over rows of a table, against their plain forms.
@Suite struct RowTests {
  private func table(_ rows: Int, width: Int) -> [Double] {
    var stream = RandomStream(seed: 3, stream: 0, block: 0)
    return (0..<(rows * width)).map { _ in stream.openUniform() + 0.5 }
  }

  @Test(
    "Sums of products are their plain form, bit for bit", arguments: Registers.allCases,
    [1, 8, 9, 64, 70])
  func products(registers: Registers, count: Int) {
    let width = 72
    var cells = table(6, width: width)
    var products = RowProducts()
    products.append(weight: 1.7, rows: [width, 2 * width, 3 * width])
    products.append(weight: -0.3, rows: [4 * width, width])
    products.append(weight: 9, rows: [])
    products.append(weight: 0.11, rows: [4 * width])
    products.append(weight: 2, rows: [5 * width, 4 * width, 3 * width])
    let before = cells
    cells.withUnsafeMutableBufferPointer {
      products.sum($0, to: 0, count: count, registers: registers)
    }
    func row(_ number: Int, _ i: Int) -> Double { before[number * width + i] }
    for i in 0..<count {
      #expect(cells[i] == products.sum(before, column: i))
      let plain =
        1.7 * row(1, i) * row(2, i) * row(3, i) + -0.3 * row(4, i) * row(1, i) + 0.11 * row(4, i)
        + 2 * row(5, i) * row(4, i) * row(3, i)
      #expect(cells[i] == plain)
    }
    #expect(cells[width...] == before[width...])
    products.append(weight: 1, rows: [6 * width])
    cells.withUnsafeMutableBufferPointer { products.sum($0, to: width, count: count) }
    #expect(cells[width...] == before[width...], "a row outside the table")
  }

  @Test("Levels rise within limits, bit for bit", arguments: Registers.allCases, [1, 8, 70])
  func compound(registers: Registers, count: Int) {
    let width = 72
    let before = table(3, width: width)
    var cells = before
    cells.withUnsafeMutableBufferPointer {
      let rows = RowMath($0, count: count, registers: registers)
      rows.compound(0, rates: width, more: -0.9, floor: -0.2, cap: 0.4, to: 2 * width)
      rows.multiply(0, width, to: 0)
      rows.multiply(0, 0, to: 3 * width)
    }
    for i in 0..<count {
      let rate = -0.9 + before[width + i]
      #expect(cells[2 * width + i] == before[i] * (1 + max(min(rate, 0.4), -0.2)))
      #expect(cells[i] == before[i] * before[width + i])
    }
    let rates = before[width..<(width + count)]
    if count == 70 {
      #expect(rates.contains { $0 - 0.9 > 0.4 } && rates.contains { $0 - 0.9 < -0.2 })
      #expect(rates.contains { (-0.2...0.4).contains($0 - 0.9) })
    }
  }

  @Test("Rows are compared as one by one", arguments: Registers.allCases, [1, 4, 7, 1000])
  func comparison(registers: Registers, count: Int) {
    var stream = RandomStream(seed: 5, stream: 0, block: 0)
    // Few different numbers, so that some are equal.
    let values = (0..<(4 * count)).map { _ in (stream.openUniform() * 6).rounded() }
    let rows = (0..<4).map { Array(values[($0 * count)..<(($0 + 1) * count)]) }
    values.withUnsafeBufferPointer {
      let comparison = RowComparison($0, rows: 4, registers: registers)
      var shares = [0.0, 0, 0, 0]
      for i in 0..<count {
        let least = rows.map { $0[i] }.min() ?? 0
        let who = (0..<4).filter { rows[$0][i] == least }
        for row in who { shares[row] += 1 / Double(who.count) }
      }
      for (found, share) in zip(comparison.lowest(), shares) { #expect(abs(found - share) < 1e-9) }
      for a in 0..<4 {
        for b in 0..<4 {
          let halves = zip(rows[a], rows[b]).reduce(0) {
            $0 + ($1.0 < $1.1 ? 2 : $1.0 == $1.1 ? 1 : 0)
          }
          #expect(comparison.halvesLower(a, than: b) == halves)
          let product = zip(rows[a], rows[b]).reduce(0) { $0 + ($1.0 - 3) * ($1.1 - 2) }
          #expect(comparison.product(a, around: 3, b, around: 2) == product)
        }
      }
      #expect(comparison.halvesLower(0, than: 4) == 0)
    }
  }
}
