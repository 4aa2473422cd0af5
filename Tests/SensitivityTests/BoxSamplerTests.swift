import Sensitivity
import Testing

@Suite struct BoxSamplerTests {
  private func sample(
    _ sampler: BoxSampler, _ draws: Int, seed: UInt64 = 1
  ) -> [[Double]] {
    sampler.draw(draws, seed: seed, stream: 40)
  }

  /// Uniform on the simplex, kept if inside the boxes.
  private func rejection(
    lower: [Double], upper: [Double], _ draws: Int
  ) throws -> [[Double]] {
    let n = lower.count
    let simplex = try #require(
      BoxSampler(lower: [Double](repeating: 0, count: n), upper: [Double](repeating: 1, count: n)))
    var kept: [[Double]] = []
    var block: UInt64 = 0
    while kept.count < draws {
      kept += simplex.draw(10_000, seed: 99, stream: 41, block: block).filter { weights in
        (0..<n).allSatisfy { lower[$0] <= weights[$0] && weights[$0] <= upper[$0] }
      }
      block += 1
    }
    return Array(kept.prefix(draws))
  }

  private typealias Boxes = (lower: [Double], upper: [Double])
  private static let cases: [Boxes] = [
    ([0.1, 0.2, 0.1], [0.5, 0.6, 0.7]),
    ([0, 0, 0], [0.35, 0.5, 0.9]),
    ([0.05, 0.05, 0.05, 0.05], [0.6, 0.6, 0.3, 0.2]),
    ([0, 0.1, 0, 0.3], [0.25, 0.2, 0.3, 0.9]),
    ([0.3, 0, 0, 0, 0], [0.8, 0.2, 0.3, 0.4, 0.2]),
    ([0.05, 0.05, 0.05, 0.05, 0.05], [0.22, 0.22, 0.22, 0.22, 0.9]),
  ]

  @Test(arguments: 0..<6)
  func drawsLieInTheBoxesAndSumToOne(number: Int) throws {
    let (lower, upper) = Self.cases[number]
    for weights in sample(try #require(BoxSampler(lower: lower, upper: upper)), 5_000) {
      #expect(abs(weights.reduce(0, +) - 1) < 1e-12)
      for (index, weight) in weights.enumerated() {
        #expect(weight >= lower[index] - 1e-12 && weight <= upper[index] + 1e-12)
      }
    }
  }

  /// Two ways to the same law: means, second moments and quartile counts of every weight, and of
  /// every sum of two, agree within sampling error.
  @Test(arguments: 0..<6)
  func agreesWithPlainRejection(number: Int) throws {
    let (lower, upper) = Self.cases[number]
    let draws = 8_000
    let mine = sample(try #require(BoxSampler(lower: lower, upper: upper)), draws)
    let plain = try rejection(lower: lower, upper: upper, draws)
    var marginals: [@Sendable ([Double]) -> Double] = []
    for i in lower.indices {
      marginals.append { $0[i] }
      for j in 0..<i { marginals.append { $0[i] + 0.7 * $0[j] } }
    }
    for marginal in marginals {
      let (a, b) = (mine.map(marginal).sorted(), plain.map(marginal).sorted())
      // Two-sample Kolmogorov–Smirnov, at about one false alarm in a million.
      var (i, j, largest) = (0, 0, 0.0)
      while i < draws && j < draws {
        if a[i] <= b[j] { i += 1 } else { j += 1 }
        largest = max(largest, abs(Double(i - j)) / Double(draws))
      }
      #expect(largest < 2.7 * (2 / Double(draws)).squareRoot())
    }
  }

  /// On the free simplex: mean 1/n, variance (n−1)/(n²(n+1)), covariance −1/(n²(n+1)).
  @Test(arguments: [2, 3, 8])
  func momentsOfTheFreeSimplex(n: Int) throws {
    let draws = 50_000
    let all = sample(
      try #require(
        BoxSampler(lower: [Double](repeating: 0, count: n), upper: [Double](repeating: 1, count: n))
      ),
      draws)
    let m = Double(n)
    let mean = all.map { $0[0] }.reduce(0, +) / Double(draws)
    let variance = all.map { ($0[0] - 1 / m) * ($0[0] - 1 / m) }.reduce(0, +) / Double(draws)
    let covariance =
      all.map { ($0[0] - 1 / m) * ($0[n - 1] - 1 / m) }.reduce(0, +) / Double(draws)
    let expected = (m - 1) / (m * m * (m + 1))
    #expect(abs(mean - 1 / m) < 5 * (expected / Double(draws)).squareRoot())
    #expect(abs(variance / expected - 1) < 0.05)
    #expect(abs(covariance + 1 / (m * m * (m + 1))) < 0.05 * expected)
  }

  /// Descending shares: the mean of the k-th is (1/n) Σ_{r ≥ k} 1/r, the rank order centroid.
  @Test func meansOfOrderedShares() throws {
    let draws = 40_000
    let all = sample(try #require(BoxSampler(order: [2, 0, 3, 1])), draws)
    let centroid = (1...4).map { k in (k...4).reduce(0) { $0 + 1 / Double($1) } / 4 }
    for weights in all {
      #expect(weights[2] >= weights[0] && weights[0] >= weights[3] && weights[3] >= weights[1])
      #expect(abs(weights.reduce(0, +) - 1) < 1e-12)
    }
    for (rank, position) in [2, 0, 3, 1].enumerated() {
      let mean = all.map { $0[position] }.reduce(0, +) / Double(draws)
      #expect(abs(mean - centroid[rank]) < 0.005)
    }
  }

  @Test func independentDrawsAreUncorrelated() throws {
    let (lower, upper) = Self.cases[2]
    let all = sample(try #require(BoxSampler(lower: lower, upper: upper)), 20_000).map { $0[0] }
    let mean = all.reduce(0, +) / Double(all.count)
    let variance = all.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(all.count)
    let lagged =
      zip(all, all.dropFirst()).reduce(0) { $0 + ($1.0 - mean) * ($1.1 - mean) }
      / Double(all.count)
    #expect(abs(lagged / variance) < 0.04)
  }

  @Test func largeGroupsAreDrawn() throws {
    let n = 200
    for (low, high) in [(0.2, 2.5), (0.8, 1.2), (0, 1.001), (0.999, 200)] {
      let sampler = try #require(
        BoxSampler(
          lower: [Double](repeating: low / Double(n), count: n),
          upper: [Double](repeating: min(1, high / Double(n)), count: n)))
      for weights in sample(sampler, 50) {
        #expect(abs(weights.reduce(0, +) - 1) < 1e-12)
        #expect(weights.allSatisfy { $0 >= low / 200 - 1e-12 && $0 <= high / 200 + 1e-12 })
      }
    }
  }

  @Test func pointsAndNearPointsStay() throws {
    let one = try #require(BoxSampler(lower: [0], upper: [1]))
    #expect(sample(one, 1) == [[1]])
    let points = try #require(BoxSampler(lower: [0.25, 0.75], upper: [0.25, 0.75]))
    #expect(sample(points, 2) == [[0.25, 0.75], [0.25, 0.75]])
    let pinned = try #require(BoxSampler(lower: [0.5, 0.5, 0], upper: [1, 1, 1]))
    #expect(sample(pinned, 1) == [[0.5, 0.5, 0]])
    let mixed = try #require(BoxSampler(lower: [0, 0.3, 0.1], upper: [0, 0.6, 0.9]))
    for weights in sample(mixed, 200) {
      #expect(weights[0] == 0 && weights[1] >= 0.3 && weights[1] <= 0.6)
      #expect(abs(weights[1] + weights[2] - 1) < 1e-15)
    }
    let rounded = try #require(
      BoxSampler(lower: [0.1, 0.2, 0.7], upper: [0.1, 0.2, 0.7].map { $0 * (1 - 1e-16) + 1e-16 }))
    #expect(abs(sample(rounded, 1)[0].reduce(0, +) - 1) < 1e-12)
  }

  @Test func impossibleBoxesAreRefused() {
    #expect(BoxSampler(lower: [], upper: []) == nil)
    #expect(BoxSampler(lower: [0.6, 0.5], upper: [1, 1]) == nil)
    #expect(BoxSampler(lower: [0, 0], upper: [0.4, 0.5]) == nil)
    #expect(BoxSampler(lower: [0.5, 0], upper: [0.4, 1]) == nil)
    #expect(BoxSampler(lower: [0], upper: [1, 1]) == nil)
    #expect(BoxSampler(lower: [-0.1, 0], upper: [1, 1]) == nil)
    #expect(BoxSampler(lower: [0, 0], upper: [1, .nan]) == nil)
    #expect(BoxSampler(order: [0, 0]) == nil)
    #expect(BoxSampler(order: []) == nil)
  }
}
