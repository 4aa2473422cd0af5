import MCDA
import ReproducibleMath
import Testing

@testable import Sensitivity

/// Hit-and-run against exact moments, where an exact law is known.
@Suite struct WalkTests {
  private func walk(
    _ statements: [WeightStatement], _ n: Int, draws: Int
  ) throws -> [[Double]] {
    let constraints = statements.flatMap { $0.constraints(Array(1...n)) }
    let polytope = try #require(try WeightPolytope(constraints, count: n))
    var source = WalkDraws(
      polytope, source: ScalarDraws(RandomStream(seed: 6, stream: 0, block: 0)))
    let octets = Octets(count: draws / 8 * n)
    source.fill(octets.numbers, octets: draws / 8)
    return (0..<draws).map { draw in
      (0..<n).map { octets.numbers[8 * (draw / 8 * n + $0) + draw % 8] }
    }
  }

  /// How many independent draws are worth as much, by the autocorrelation of one weight.
  private func effectiveSize(_ series: [Double]) -> Double {
    let mean = series.reduce(0, +) / Double(series.count)
    func covariance(_ lag: Int) -> Double {
      zip(series, series.dropFirst(lag)).reduce(0) { $0 + ($1.0 - mean) * ($1.1 - mean) }
    }
    let variance = covariance(0)
    var sum = 0.0
    for lag in 1...50 {
      let correlation = covariance(lag) / variance
      if correlation < 0.02 { break }
      sum += correlation
    }
    return Double(series.count) / (1 + 2 * sum)
  }

  /// Means and covariances against those expected, within 4.5 standard errors at the effective size.
  private func check(_ draws: [[Double]], mean: [Double], covariance: [[Double]]) {
    let n = mean.count
    var smallest = Double(draws.count)
    for k in 0..<n {
      let size = effectiveSize(draws.map { $0[k] })
      smallest = min(smallest, size)
      let error = (covariance[k][k] / size).squareRoot()
      let found = draws.reduce(0) { $0 + $1[k] } / Double(draws.count)
      #expect((found - mean[k]).magnitude < 4.5 * error)
      for l in 0...k {
        let products = draws.map { ($0[k] - mean[k]) * ($0[l] - mean[l]) }
        let average = products.reduce(0, +) / Double(draws.count)
        let spread = products.reduce(0) { $0 + ($1 - average) * ($1 - average) }
        let error = (spread / Double(draws.count) / size).squareRoot()
        #expect((average - covariance[k][l]).magnitude < 4.5 * error)
      }
    }
    // The thinning leaves draws that are close to independent.
    #expect(smallest > 0.6 * Double(draws.count), "effective size \(smallest) of \(draws.count)")
    for weights in draws {
      #expect((weights.reduce(0, +) - 1).magnitude < 1e-9)
      #expect(weights.allSatisfy { $0 > -1e-9 })
    }
  }

  /// The law of shares g with equal parameters: mean 1/n, variance (n−1)/(n²(n+1)).
  private func shares(_ n: Int) -> (mean: [Double], covariance: [[Double]]) {
    let m = Double(n)
    let unit = 1 / (m * m * (m + 1))
    return (
      [Double](repeating: 1 / m, count: n),
      (0..<n).map { k in (0..<n).map { l in k == l ? (m - 1) * unit : -unit } }
    )
  }

  @Test(arguments: [2, 3, 5])
  func simplices(n: Int) throws {
    let expected = shares(n)
    check(
      try walk([], n, draws: n < 5 ? 8_000 : 4_000), mean: expected.mean,
      covariance: expected.covariance)
  }

  /// Descending weights are a linear image of shares: w_k = Σ g_r / r over r ≥ k.
  @Test func orderedSimplex() throws {
    let n = 4
    let (mean, covariance) = shares(n)
    let image = (0..<n).map { k in (0..<n).map { r in r >= k ? 1 / Double(r + 1) : 0 } }
    func times(_ row: [Double], _ column: [Double]) -> Double {
      zip(row, column).reduce(0) { $0 + $1.0 * $1.1 }
    }
    let spread = image.map { row in (0..<n).map { r in times(row, covariance.map { $0[r] }) } }
    check(
      try walk((1..<n).map { .moreImportant(node: $0, than: $0 + 1) }, n, draws: 6_000),
      mean: image.map { times($0, mean) },
      covariance: spread.map { row in image.map { times($0, row) } })
  }

  /// A box in two free directions: w₁ and w₂ independent and uniform while w₃ takes the rest.
  @Test func box() throws {
    let bounds: [WeightStatement] = [
      .atLeast(node: 1, 0.1), .atMost(node: 1, 0.3), .atLeast(node: 2, 0.2), .atMost(node: 2, 0.3),
    ]
    let (a, b) = (0.04 / 12, 0.01 / 12)
    check(
      try walk(bounds, 3, draws: 8_000), mean: [0.2, 0.25, 0.55],
      covariance: [[a, 0, -a], [0, b, -b], [-a, -b, a + b]])
  }

  @Test func thinningGrowsAsMeasured() {
    #expect(
      [3, 5, 9, 14, 19].map { WalkDraws.thinning(dimensions: $0) } == [24, 56, 420, 1858, 5137])
  }
}
