import Testing

@testable import ReproducibleMath

@Suite("Quantiles of the beta distribution")
struct BetaQuantileTests {
  /// Slowly: bisection on the distribution function, from the nearer end.
  private func exact(_ share: Double, _ a: Double, _ b: Double) -> Double {
    if share > 0.5 { return 1 - exact(1 - share, b, a) }
    let beta = IncompleteBeta(a: a, b: b)
    var (low, high) = (0.0, 1.0)
    for _ in 0..<200 {
      let middle = low + (high - low) / 2
      if middle == low || middle == high { break }
      if beta(middle) < share { low = middle } else { high = middle }
    }
    return low
  }

  private static let shapes: [(Double, Double)] = [
    (1, 5), (5, 1), (3, 3), (2.647, 3.353), (2.5, 3.5), (1.0001, 4.9999), (4.2, 1.8), (1.5, 4.5),
    (2, 4),
  ]

  @Test("are within 10⁻⁹ of bisection", arguments: shapes)
  func accuracy(a: Double, b: Double) {
    let quantile = BetaQuantile(a: a, b: b)
    var stream = RandomStream(seed: 2, stream: 0, block: 0)
    var shares = (0..<1500).map { _ in stream.openUniform() }
    shares += (1...52).flatMap { exponent -> [Double] in
      let tail = ReproducibleMath.power(ofTwo: -exponent)
      return [tail, 1 - tail, tail * 0.7, tail * (1 + 0x1p-50)]
    }
    for share in shares where share > 0x1p-53 && share < 1 {
      #expect(abs(quantile(share) - exact(share, a, b)) < 1e-9, "share \(share)")
    }
  }

  @Test("rise", arguments: shapes)
  func monotone(a: Double, b: Double) {
    let quantile = BetaQuantile(a: a, b: b)
    let values = (0...20000).map { quantile(Double($0) / 20000) }
    #expect(zip(values, values.dropFirst()).allSatisfy { $0 < $1 })
    #expect(values.first == 0 && values.last == 1)
  }

  @Test(
    "of many shares at once are those of each, bit for bit", arguments: Registers.allCases, shapes)
  func many(registers: Registers, shape: (Double, Double)) {
    let quantile = BetaQuantile(a: shape.0, b: shape.1)
    var stream = RandomStream(seed: 7, stream: 0, block: 0)
    var shares = (0..<1001).map { _ in stream.openUniform() }
    shares += [0x1p-53, 1 - 0x1p-53, 0.5, 0.25, 0.75, 0x1p-30, 0.5 + 0x1p-53, 0.5 - 0x1p-54]
    var values = shares
    values.withUnsafeMutableBufferPointer {
      quantile.replace($0, start: -2, length: 3, registers: registers)
    }
    for (value, share) in zip(values, shares) {
      #expect(value == -2 + 3 * quantile(share), "share \(share)")
    }
    // What is no share is one of the outermost, and reads nothing beside the table.
    values = [0, 1, -3, 7, .nan, .infinity]
    values.withUnsafeMutableBufferPointer {
      quantile.replace($0, start: 0, length: 1, registers: registers)
    }
    #expect(values.allSatisfy { (0...1).contains($0) })
  }

  /// Whole exponents have polynomials: I_x(2, 4) = 10x²(1−x)³ + 10x³(1−x)² + 5x⁴(1−x) + x⁵.
  @Test("The distribution function is the binomial sum for whole exponents")
  func wholeExponents() {
    let beta = IncompleteBeta(a: 2, b: 4)
    for x in [0.01, 0.2, 0.5, 0.7, 0.99] {
      let y = 1 - x
      let sum =
        10 * x * x * y * y * y + 10 * x * x * x * y * y + 5 * x * x * x * x * y + x * x * x * x * x
      #expect(abs(beta(x) - sum) < 1e-14)
    }
  }
}
