import TotalCost

/// A cost of eight prices, two growth rates and two discount rates over ten years, as the peer has
/// it: Σ w·x over four prices times Σ ((1+g)(1+e)/(1+r))^y, plus the same of the other four times
/// Σ (1/(1+r+s/10))^y, y = 0 … 9.
struct DriverModel: SobolModel {
  private let bounds: [(low: Double, high: Double)] =
    Array(repeating: (0.8, 1.4), count: 8) + [
      (-0.02, 0.15), (-0.02, 0.15), (0.03, 0.1), (0.03, 0.1),
    ]
  private let weights = (1...8).map(Double.init)

  var inputs: Int { bounds.count }
  var outputs: Int { 1 }
  func workspace() {}

  func transform(input: Int, _ values: UnsafeMutableBufferPointer<Double>) {
    let (low, high) = bounds[input]
    for i in values.indices { values[i] = low + (high - low) * values[i] }
  }

  func evaluate(_ inputs: Rows, _ results: Rows, in workspace: inout Void) {
    let rows = inputs.map { UnsafeRawBufferPointer($0) }
    for i in stride(from: 0, to: results[0].count / 4 * 4, by: 4) {
      let value = cost { rows[$0].loadUnaligned(fromByteOffset: 8 * i, as: SIMD4<Double>.self) }
      for j in 0..<4 { results[0][i + j] = value[j] }
    }
    for i in (results[0].count / 4 * 4)..<results[0].count {
      results[0][i] = cost { SIMD4(repeating: inputs[$0][i]) }[0]
    }
  }

  @inline(__always)
  private func cost(_ x: (Int) -> SIMD4<Double>) -> SIMD4<Double> {
    var (first, second) = (SIMD4<Double>.zero, SIMD4<Double>.zero)
    for k in 0..<4 {
      first += weights[k] * x(k)
      second += weights[k + 4] * x(k + 4)
    }
    let rising = (1 + x(8)) * (1 + x(9)) / (1 + x(10))
    let falling = 1 / (1 + x(10) + x(11) / 10)
    var (f, h) = (SIMD4<Double>(repeating: 1), SIMD4<Double>(repeating: 1))
    for _ in 1..<10 {
      f = f * rising + 1
      h = h * falling + 1
    }
    return first * f + second * h
  }
}
