import Testing

@testable import ReproducibleMath

/// What costs are drawn with, against its plain form.
@Suite struct TriangularFactorTests {
  /// The eight generators behind a stream.
  private func plain(lane: UInt64) -> [Xoshiro256PlusPlus] {
    let address = RandomStream.hash(seed: 9, parts: [5, 3, lane])
    return (0..<8).map { Xoshiro256PlusPlus(seed: RandomStream.hash(address, with: $0)) }
  }

  @Test(
    "Uniform numbers are those of eight generators in turn, bit for bit",
    arguments: Registers.allCases, [1, 7, 8, 11, 256, 1023])
  func uniforms(registers: Registers, count: Int) {
    var lanes = OctetStream(seed: 9, stream: 5, block: 3, lane: 2)
    var values = [Double](repeating: .nan, count: count)
    values.withUnsafeMutableBufferPointer { lanes.fillOpenUniforms($0, registers: registers) }
    var streams = plain(lane: 2)
    for (i, value) in values.enumerated() {
      #expect(value == (Double(streams[i % 8].next() >> 12) + 0.5) * 0x1p-52)
    }
  }

  @Test("Numbers go on where they stopped")
  func parts() {
    var whole = [Double](repeating: 0, count: 64)
    var lanes = OctetStream(seed: 1, stream: 2, block: 3)
    whole.withUnsafeMutableBufferPointer { lanes.fillOpenUniforms($0) }
    lanes = OctetStream(seed: 1, stream: 2, block: 3)
    var parts = [Double](repeating: 0, count: 64)
    parts.withUnsafeMutableBufferPointer {
      lanes.fillOpenUniforms(UnsafeMutableBufferPointer(rebasing: $0[0..<40]))
      lanes.fillOpenUniforms(UnsafeMutableBufferPointer(rebasing: $0[40..<64]))
    }
    #expect(parts == whole)
  }

  @Test(
    "A triangular number is its plain form, bit for bit", arguments: Registers.allCases,
    [8, 5, 2048])
  func triangular(registers: Registers, count: Int) {
    let triangle = TriangularFactor(low: 0.8, mode: 1, high: 1.4, times: -3.7)
    var lanes = OctetStream(seed: 9, stream: 5, block: 3)
    var values = (0..<count).map { Double($0) / 7 }
    values.withUnsafeMutableBufferPointer {
      lanes.addTriangular(triangle, to: $0, registers: registers)
    }
    var streams = plain(lane: 0)
    for (i, value) in values.enumerated() {
      #expect(value == Double(i) / 7 + triangle.variablePart(of: streams[i % 8].next()))
    }
  }

  /// Distribution function, mean (a + b + c)/3 and variance (a² + b² + c² − ab − ac − bc)/18.
  @Test(
    "It has the triangle's distribution", arguments: [(0.0, 0.2, 1.0), (2, 2, 5), (-1, 3, 3)])
  func distribution(low: Double, mode: Double, high: Double) {
    let triangle = TriangularFactor(low: low, mode: mode, high: high, times: 1)
    let count = 400_000
    var values = [Double](repeating: triangle.constant, count: count)
    var lanes = OctetStream(seed: 4, stream: 0, block: 0)
    values.withUnsafeMutableBufferPointer { lanes.addTriangular(triangle, to: $0) }
    let mean = values.reduce(0, +) / Double(count)
    let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(count)
    let variance =
      (low * low + mode * mode + high * high - low * mode - low * high - mode * high) / 18
    #expect(abs(mean - (low + mode + high) / 3) < 5 * (variance / Double(count)).squareRoot())
    #expect(abs(squares / variance - 1) < 0.01)
    #expect(values.allSatisfy { $0 >= low && $0 <= high })
    for part in [0.1, 0.4, 0.8] {
      let x = low + part * (high - low)
      let below =
        x < mode
        ? (x - low) * (x - low) / ((high - low) * (mode - low))
        : 1 - (high - x) * (high - x) / ((high - low) * (high - mode))
      let share = Double(values.count { $0 < x }) / Double(count)
      #expect(abs(share - below) < 5 * (below * (1 - below) / Double(count)).squareRoot() + 1e-9)
    }
  }

  @Test(
    "Sums of products are their plain form, bit for bit", arguments: Registers.allCases,
    [1, 8, 9, 64, 70])
  func products(registers: Registers, count: Int) {
    let width = 72
    var stream = RandomStream(seed: 3, stream: 0, block: 0)
    var cells = (0..<(6 * width)).map { _ in stream.openUniform() + 0.5 }
    var products = RowProducts()
    products.append(weight: 1.7, width, 2 * width, 3 * width)
    products.append(weight: -0.3, 4 * width, width, width)
    products.append(weight: 2, 5 * width, 4 * width, 3 * width)
    let before = cells
    cells.withUnsafeMutableBufferPointer {
      products.sum($0, to: 0, count: count, registers: registers)
    }
    for i in 0..<count { #expect(cells[i] == products.sum(before, column: i)) }
    #expect(cells[width...] == before[width...])
  }
}
