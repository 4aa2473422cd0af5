public import MCDA
import ReproducibleMath

/// How often each alternative takes each rank when the weights are uncertain: stochastic
/// multicriteria acceptability analysis with crisp values.
///
/// Lahdelma, Salminen, "SMAA-2", Operations Research 49(3), 2001, doi:10.1287/opre.49.3.444.11220.
/// Weights are drawn uniformly from each group of a ``WeightRegion`` and multiplied down the tree.
/// Unlike in SMAA-2, a tied block is split evenly over its ranks, so that ranks and alternatives
/// both sum to 1, and ties count half in pairwise winning.
///
/// The result is a function of value, region, draws, seed and stream alone: draws come from
/// addressed blocks, and the blocks are summed up in order, on however many threads.
public struct SMAA: Sendable, Equatable {
  /// The most draws that can be asked for.
  public static let largestDraws = 100_000_000

  /// A share of draws in 0 … 1.
  public struct Share: Sendable, Equatable {
    /// The share.
    public let value: Double
    /// √(p(1−p)/N): about 95 of 100 repetitions lie within twice this of the truth.
    public let standardError: Double

    init(_ sum: Double, of draws: Int) {
      value = sum / Double(draws)
      standardError = (max(0, value * (1 - value)) / Double(draws)).squareRoot()
    }
  }

  /// How often each alternative takes each rank: [alternative][rank − 1].
  public let rankAcceptability: [[Share]]
  /// How often one alternative is ahead of another, ties half: [ahead][behind]; ½ on the diagonal.
  public let pairwiseWinning: [[Share]]
  /// Nodes with drawn weights, ascending: what the central weights refer to.
  public let drawnNodes: [Int]
  /// The mean local weights of `drawnNodes` over the draws in which the alternative comes first;
  /// nil for one that never does.
  public let centralWeights: [[Double]?]
  /// The mean rank of each alternative.
  public let expectedRank: [Double]
  /// −Σ b log₂ b over the first-rank acceptabilities b: 0 bits if one always wins.
  public let entropy: Double
  /// The number of draws.
  public let draws: Int
  /// The seed.
  public let seed: UInt64

  /// Draws weights and ranks the alternatives for each draw.
  ///
  /// - Parameters:
  ///   - value: the alternatives' values and the tree they are weighted on.
  ///   - region: the possible weights, made for the same tree.
  ///   - draws: 1 to ``largestDraws``.
  ///   - stream: separates this analysis from others with the same seed.
  ///   - threads: how many tasks share the work, at least 1; changes no result.
  ///   - tolerance: differences of totals up to this count as ties.
  /// - Complexity: O(draws × alternatives × (drawn nodes + alternatives)).
  public static func run(
    _ value: AdditiveValue, region: WeightRegion, draws: Int = 100_000, seed: UInt64 = 1,
    stream: UInt64 = 0, threads: Int = 1, tolerance: Double = Ranking.tolerance
  ) async throws(SMAAError) -> SMAA {
    guard (1...largestDraws).contains(draws) else { throw .badDraws(draws) }
    guard threads >= 1 else { throw .badThreads(threads) }
    let model = try SMAAModel(value, region: region, tolerance: tolerance)
    let blocks = (draws - 1) / RandomStream.drawsPerBlock + 1
    @Sendable func tally(block: Int) -> SMAATally {
      let start = block * RandomStream.drawsPerBlock
      let count = min(RandomStream.drawsPerBlock, draws - start)
      return model.tally(draws: count, seed: seed, stream: stream, block: UInt64(block))
    }
    let workers = min(threads, blocks)
    var total = SMAATally(alternatives: value.alternativeCount, nodes: model.drawnNodes.count)
    if workers == 1 {
      for block in 0..<blocks { total.add(tally(block: block)) }
    } else {
      // In rounds of bounded size, so that memory does not grow with the number of draws.
      let blocksPerRound = 16 * workers
      for round in stride(from: 0, to: blocks, by: blocksPerRound) {
        let end = min(round + blocksPerRound, blocks)
        let tallies = await withTaskGroup(of: [(Int, SMAATally)].self) { group in
          for worker in 0..<workers {
            group.addTask {
              stride(from: round + worker, to: end, by: workers).map { ($0, tally(block: $0)) }
            }
          }
          var collected = [SMAATally](repeating: total, count: end - round)
          for await part in group {
            for (block, tally) in part { collected[block - round] = tally }
          }
          return collected
        }
        for tally in tallies { total.add(tally) }
      }
    }
    return SMAA(total, drawnNodes: model.drawnNodes, draws: draws, seed: seed)
  }

  private init(_ tally: SMAATally, drawnNodes: [Int], draws: Int, seed: UInt64) {
    let alternatives = 0..<tally.alternatives
    let nodes = tally.nodes
    rankAcceptability = alternatives.map { a in
      alternatives.map { Share(tally.ranks[a * tally.alternatives + $0], of: draws) }
    }
    pairwiseWinning = alternatives.map { a in
      alternatives.map { b in
        let halves = a == b ? draws : tally.halfWins(a, b, draws: draws)
        return Share(Double(halves) / 2, of: draws)
      }
    }
    centralWeights = alternatives.map { a in
      let firsts = tally.ranks[a * tally.alternatives]
      guard firsts > 0 else { return nil }
      return (0..<nodes).map { tally.weightsWhenFirst[a * nodes + $0] / firsts }
    }
    expectedRank = rankAcceptability.map { shares in
      shares.enumerated().reduce(0) { $0 + Double($1.offset + 1) * $1.element.value }
    }
    let ln2 = ReproducibleMath.log(2)
    // The comparison also turns a negative zero into zero.
    entropy = max(
      0,
      rankAcceptability.reduce(0) { sum, shares in
        let share = shares[0].value
        return share > 0 ? sum - share * ReproducibleMath.log(share) / ln2 : sum
      })
    self.drawnNodes = drawnNodes
    self.draws = draws
    self.seed = seed
  }
}

/// Why an acceptability analysis cannot run.
public enum SMAAError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The number of draws is below 1 or above ``SMAA/largestDraws``.
  case badDraws(Int)
  /// The number of threads is below 1.
  case badThreads(Int)
  /// The region was made for another tree, or its bounds leave no weights.
  case foreignRegion

  /// One sentence on what is wrong.
  public var description: String {
    switch self {
    case .badDraws(let draws):
      "\(draws) draws: the number of draws must lie between 1 and \(SMAA.largestDraws)"
    case .badThreads(let threads): "\(threads) threads: at least 1 is needed"
    case .foreignRegion: "the possible weights were stated for another criteria tree"
    }
  }
}
