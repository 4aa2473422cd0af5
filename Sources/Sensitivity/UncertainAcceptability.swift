import MCDA
import ReproducibleMath

/// How often each alternative takes each rank when values are uncertain too, each by itself.
///
/// Lahdelma, Salminen, "SMAA-2", Operations Research 49(3), 2001, doi:10.1287/opre.49.3.444.11220,
/// on criteria of one level. A draw takes weights from the simplex, or from its part that keeps an
/// order, and every value from its own distribution; values may leave the scale. Ties are shared
/// evenly. The result is a function of the arguments alone.
public struct UncertainAcceptability: Sendable, Equatable {
  /// Where a value lies.
  public enum Value: Sendable, Equatable {
    /// Known.
    case exact(Double)
    /// Normal, with a standard deviation of at least 0.
    case gaussian(mean: Double, deviation: Double)
    /// Uniform between two ends, low ≤ high.
    case uniform(low: Double, high: Double)
    /// Triangular, low ≤ mode ≤ high.
    case triangular(low: Double, mode: Double, high: Double)
  }

  /// How often each alternative takes each rank: [alternative][rank − 1].
  public let rankAcceptability: [[SMAA.Share]]
  /// How often one alternative is ahead of another, ties half: [ahead][behind]; ½ on the diagonal.
  public let pairwiseWinning: [[SMAA.Share]]
  /// The mean weights over the draws in which the alternative comes first; nil if it never does.
  public let centralWeights: [[Double]?]
  /// The standard errors of ``centralWeights``: they grow as an alternative comes first more
  /// rarely.
  public let centralWeightErrors: [[Double]?]
  /// The number of draws.
  public let draws: Int

  /// Draws weights and values and ranks the alternatives for each draw.
  ///
  /// - Parameters:
  ///   - values: alternatives × criteria, row by row, more is better, all figures finite.
  ///   - criteria: how many there are.
  ///   - order: the criteria from the most to the least important; nil if nothing is known.
  ///   - draws: 1 to ``SMAA/largestDraws``.
  /// - Returns: nil if the values don't fill rows, a distribution or the order isn't one, or draws
  ///   are out of range.
  /// - Complexity: O(draws × alternatives × (criteria + alternatives)).
  public init?(
    values: [Value], criteria n: Int, order: [Int]? = nil, draws: Int = 100_000, seed: UInt64 = 1
  ) {
    let sampler =
      order.map { BoxSampler(order: $0) }
      ?? BoxSampler(
        lower: [Double](repeating: 0, count: n), upper: [Double](repeating: 1, count: n))
    guard n > 0, !values.isEmpty, values.count % n == 0, order.map({ $0.count == n }) ?? true,
      (1...SMAA.largestDraws).contains(draws), values.allSatisfy(\.isUsable), let sampler
    else { return nil }
    let m = values.count / n
    let nodes = Array(0..<n)
    var total = SMAATally(alternatives: m, nodes: n)
    var squaresWhenFirst = [Double](repeating: 0, count: m * n)
    var weights = [Double](repeating: 0, count: n)
    var totals = [Double](repeating: 0, count: m)
    var ranking = Array(0..<m)
    for block in 0...((draws - 1) / RandomStream.drawsPerBlock) {
      var weightStream = RandomStream(seed: seed, stream: 0, block: UInt64(block), lane: 0)
      var valueStream = NormalStream(
        RandomStream(seed: seed, stream: 0, block: UInt64(block), lane: 1))
      var tally = SMAATally(alternatives: m, nodes: n)
      for _ in 0..<min(RandomStream.drawsPerBlock, draws - block * RandomStream.drawsPerBlock) {
        sampler.draw(into: &weights, using: &weightStream)
        for alternative in 0..<m {
          var sum = 0.0
          for k in 0..<n {
            sum += weights[k] * values[alternative * n + k].draw(using: &valueStream)
          }
          totals[alternative] = sum
        }
        tally.count(
          totals: totals, order: &ranking, local: weights, drawnNodes: nodes,
          tolerance: Ranking.tolerance)
        let leaders = ranking.prefix { totals[ranking[0]] - totals[$0] <= Ranking.tolerance }
        for leader in leaders {
          for k in 0..<n {
            squaresWhenFirst[leader * n + k] += weights[k] * weights[k] / Double(leaders.count)
          }
        }
      }
      total.add(tally)
    }
    let all = 0..<m
    rankAcceptability = all.map { a in
      all.map { SMAA.Share(total.ranks[a * m + $0], of: draws) }
    }
    pairwiseWinning = all.map { a in
      all.map { b in
        SMAA.Share(Double(a == b ? draws : total.halfWins(a, b, draws: draws)) / 2, of: draws)
      }
    }
    let central = all.map { a in
      let firsts = total.ranks[a * m]
      return firsts > 0 ? nodes.map { total.weightsWhenFirst[a * n + $0] / firsts } : nil
    }
    centralWeights = central
    centralWeightErrors = all.map { a in
      let firsts = total.ranks[a * m]
      return central[a]?.enumerated().map { k, mean in
        (max(0, squaresWhenFirst[a * n + k] / firsts - mean * mean) / firsts).squareRoot()
      }
    }
    self.draws = draws
  }
}

extension UncertainAcceptability.Value {
  /// Whether all figures are finite and in order.
  fileprivate var isUsable: Bool {
    let limit = AdditiveValue.largestValue
    switch self {
    case .exact(let value): return value.magnitude <= limit
    case .gaussian(let mean, let deviation):
      return mean.magnitude <= limit && deviation >= 0 && deviation <= limit
    case .uniform(let low, let high):
      return low.magnitude <= limit && high.magnitude <= limit && low <= high
    case .triangular(let low, let mode, let high):
      return low.magnitude <= limit && high.magnitude <= limit && low <= mode && mode <= high
    }
  }

  fileprivate func draw(using stream: inout NormalStream) -> Double {
    switch self {
    case .exact(let value): return value
    case .gaussian(let mean, let deviation): return mean + deviation * stream.normal()
    case .uniform(let low, let high): return low + (high - low) * stream.uniform.uniform()
    case .triangular(let low, let mode, let high):
      guard high > low else { return low }
      let share = stream.uniform.uniform()
      let rising = (mode - low) / (high - low)
      return share < rising
        ? low + (high - low) * (share * rising).squareRoot()
        : high - (high - low) * ((1 - share) * (1 - rising)).squareRoot()
    }
  }
}

/// Standard normal numbers by Marsaglia's polar method, which needs a logarithm and a root only.
private struct NormalStream {
  var uniform: RandomStream
  private var spare: Double?

  init(_ stream: RandomStream) { uniform = stream }

  mutating func normal() -> Double {
    if let value = spare {
      spare = nil
      return value
    }
    while true {
      let x = 2 * uniform.openUniform() - 1
      let y = 2 * uniform.openUniform() - 1
      let square = x * x + y * y
      guard square < 1, square > 0 else { continue }
      let factor = (-2 * ReproducibleMath.log(square) / square).squareRoot()
      spare = y * factor
      return x * factor
    }
  }
}
