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
    "Triangular numbers are their plain form, bit for bit", arguments: Registers.allCases,
    [8, 5, 2048])
  func triangular(registers: Registers, count: Int) {
    let other = TriangularFactor(low: 0, mode: 1, high: 9, times: 2)
    let triangle = TriangularFactor(low: 0.8, mode: 1, high: 1.4, times: -3.7)
    var lanes = TriangularLanes()
    lanes.append(other, stream: 6)
    lanes.append(triangle, stream: 5)
    lanes.append(other, stream: 7)
    lanes.seek(seed: 9, block: 3)
    var values = (0..<count).map { Double($0) / 7 }
    values.withUnsafeMutableBufferPointer {
      lanes.add(1..<2, to: $0, registers: registers)
      lanes.add(2..<4, to: $0, registers: registers)
    }
    var streams = plain(lane: 0)
    for (i, value) in values.enumerated() {
      #expect(value == Double(i) / 7 + triangle.variablePart(of: streams[i % 8].next()))
    }
    // Of several numbers, each is added from a stream of its own.
    var (together, apart) = (lanes, lanes)
    var sums = [Double](repeating: 1, count: count)
    sums.withUnsafeMutableBufferPointer { together.add(0..<3, to: $0, registers: registers) }
    var parts = [Double](repeating: 1, count: count)
    parts.withUnsafeMutableBufferPointer {
      for index in 0..<3 { apart.add(index..<(index + 1), to: $0, registers: registers) }
    }
    #expect(sums == parts)
    #expect(sums != values)
  }

  /// Distribution function, mean (a + b + c)/3 and variance (a² + b² + c² − ab − ac − bc)/18.
  @Test(
    "It has the triangle's distribution", arguments: [(0.0, 0.2, 1.0), (2, 2, 5), (-1, 3, 3)])
  func distribution(low: Double, mode: Double, high: Double) {
    let triangle = TriangularFactor(low: low, mode: mode, high: high, times: 1)
    let count = 400_000
    var values = [Double](repeating: triangle.constant, count: count)
    var lanes = TriangularLanes()
    lanes.append(triangle, stream: 0)
    lanes.seek(seed: 4, block: 0)
    values.withUnsafeMutableBufferPointer { lanes.add(0..<1, to: $0) }
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
}
