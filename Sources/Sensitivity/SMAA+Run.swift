public import MCDA
public import ReproducibleMath

extension SMAA {
  /// Draws weights and values and ranks the alternatives for each draw.
  ///
  /// - Parameters:
  ///   - value: the alternatives' values and the tree they are weighted on.
  ///   - region: the possible weights, made for the same tree.
  ///   - uncertain: what of the values is drawn.
  ///   - draws: 1 to ``largestDraws``; the most, if an error is asked for.
  ///   - seed: any number.
  ///   - stream: separates this analysis from others with the same seed.
  ///   - threads: how many tasks share the work, at least 1; changes no result.
  ///   - tolerance: differences of totals up to this count as ties.
  ///   - error: stop after the first full block of 4,096 draws at which no rank acceptability has a
  ///     larger standard error, above 0; nil to make all draws.
  ///   - questions: what is computed beside ranks and central weights.
  ///   - registers: changes no result.
  /// - Complexity: O(draws × alternatives × (weights + log² alternatives)).
  public static func run(
    _ value: AdditiveValue, region: WeightRegion, uncertain: UncertainValues = .none,
    draws: Int = 100_000, seed: UInt64 = 1, stream: UInt64 = 0, threads: Int = 1,
    tolerance: Double = Ranking.tolerance, error: Double? = nil,
    asking questions: Questions = .all, registers: Registers = .wide
  ) async throws(SMAAError) -> SMAA {
    guard (1...largestDraws).contains(draws) else { throw .badDraws(draws) }
    guard threads >= 1 else { throw .badThreads(threads) }
    if let error, !(error > 0) { throw .badError(error) }
    let model = try SMAAModel(
      value, region: region, uncertain: uncertain, tolerance: tolerance,
      countsPairs: questions.contains(.pairs))
    let simulation = Simulation(
      model: model, draws: draws, seed: seed, stream: stream, threads: threads,
      registers: registers)
    let (total, done) = await simulation.run(until: error)
    let central = total.centralWeights
    var factors: [Share?] = []
    for (alternative, weights) in central.enumerated() where questions.contains(.confidence) {
      guard let weights else {
        factors.append(nil)
        continue
      }
      // Where no value varies, one draw tells.
      var local = value.tree.nodes.map(\.localWeight)
      for (node, weight) in zip(model.drawnNodes, weights) { local[node] = weight }
      let fixed = try SMAAModel(
        value, region: .fixed, uncertain: uncertain, tolerance: tolerance, countsPairs: false,
        fixed: local)
      let repeated = Simulation(
        model: fixed, draws: model.valuesVary ? done : 1, seed: seed, stream: stream,
        threads: threads, registers: registers)
      let (firsts, count) = await repeated.run(until: nil)
      factors.append(Share(firsts.draws(alternative, rank: 0), of: count))
    }
    return SMAA(
      total, confidenceFactors: factors, drawnNodes: model.drawnNodes, draws: done, seed: seed,
      pairs: questions.contains(.pairs))
  }

  private init(
    _ tally: RankTally, confidenceFactors: [Share?], drawnNodes: [Int], draws: Int, seed: UInt64,
    pairs: Bool
  ) {
    let alternatives = 0..<tally.alternatives
    rankAcceptability = alternatives.map { a in
      alternatives.map { Share(tally.draws(a, rank: $0), of: draws) }
    }
    pairwiseWinning =
      pairs
      ? alternatives.map { a in
        alternatives.map { b in
          let surplus = a == b ? 0 : tally.surplus(a, b)
          return Share((Double(draws) + Double(surplus)) / 2, of: draws)
        }
      } : []
    // The tally goes group by group, the result by node.
    let order = drawnNodes.indices.sorted { drawnNodes[$0] < drawnNodes[$1] }
    centralWeights = tally.centralWeights.map { weights in weights.map { w in order.map { w[$0] } }
    }
    centralWeightErrors = tally.centralWeightErrors.map { errors in
      errors.map { e in order.map { e[$0] } }
    }
    self.drawnNodes = order.map { drawnNodes[$0] }
    expectedRank = rankAcceptability.map { shares in
      let mean = shares.enumerated().reduce(0) { $0 + Double($1.offset + 1) * $1.element.value }
      let variance = shares.enumerated().reduce(0) {
        let distance = Double($1.offset + 1) - mean
        return $0 + $1.element.value * distance * distance
      }
      return Mean(value: mean, standardError: (variance / Double(draws)).squareRoot())
    }
    entropy = Self.entropy(rankAcceptability.map { $0[0].value }, draws: draws)
    self.confidenceFactors = confidenceFactors
    self.draws = draws
    self.seed = seed
  }

  /// The entropy of shares, with the standard error that follows from theirs to first order:
  /// √((Σ p (log₂ p)² − H²)/N).
  private static func entropy(_ shares: [Double], draws: Int) -> Mean {
    let ln2 = ReproducibleMath.log(2)
    var (entropy, squares) = (0.0, 0.0)
    for share in shares where share > 0 {
      let bits = -ReproducibleMath.log(share) / ln2
      entropy += share * bits
      squares += share * bits * bits
    }
    // The comparison also turns a negative zero into zero.
    entropy = max(0, entropy)
    let variance = max(0, squares - entropy * entropy) / Double(draws)
    return Mean(value: entropy, standardError: variance.squareRoot())
  }
}

extension RankTally {
  /// The mean drawn weights where an alternative comes first; nil where it never does.
  var centralWeights: [[Double]?] {
    (0..<alternatives).map { a in
      let firsts = draws(a, rank: 0)
      guard firsts > 0 else { return nil }
      return (0..<nodes).map { weightsWhenFirst[a * nodes + $0] / firsts }
    }
  }

  /// The standard errors of the mean drawn weights, as ratios of batch sums S to the batch's draws
  /// c in which the alternative is first: √Σ(S − c·mean)² / Σc (Cochran, "Sampling Techniques",
  /// 1977, section 6.4), times √(n/(n−1)), n the batches that the draws are worth. One batch alone
  /// does not tell.
  var centralWeightErrors: [[Double]?] {
    centralWeights.enumerated().map { a, central in
      let firsts = draws(a, rank: 0)
      let batches = firsts * firsts / max(squaredFirsts[a], .leastNormalMagnitude)
      guard batches > 1 + 1e-9 else { return nil }
      return central?.enumerated().map { node, mean in
        let index = a * nodes + node
        let squares =
          batchSquares[index] - 2 * mean * batchProducts[index] + mean * mean * squaredFirsts[a]
        return (max(0, squares) * batches / (batches - 1)).squareRoot() / firsts
      }
    }
  }
}

/// Blocks of draws, on several threads, added in order.
private struct Simulation {
  let model: SMAAModel
  let draws: Int
  let seed: UInt64
  let stream: UInt64
  let threads: Int
  let registers: Registers

  /// Blocks that a worker takes at once.
  private static let blocksAtOnce = 2
  /// Pieces of work per worker that may be finished before an earlier one is: memory does not grow
  /// with the number of draws.
  private static let piecesAhead = 8

  /// - Returns: the tally and how many draws it holds.
  func run(until error: Double?) async -> (RankTally, draws: Int) {
    let blocks = (draws - 1) / RandomStream.drawsPerBlock + 1
    let size = error == nil ? Self.blocksAtOnce : 1
    let pieces = (blocks - 1) / size + 1
    var total = Total(until: error)
    guard threads > 1, pieces > 1 else {
      for block in 0..<blocks where !total.isEnough { total.add(tally(block), draws: count(block)) }
      return (total.tally, total.draws)
    }
    // Each worker takes the next piece when it is done with one, so that none waits for another;
    // the pieces are added in order all the same.
    return await withTaskGroup(of: (Int, [RankTally]).self) { group in
      func start(_ piece: Int) {
        let range = (piece * size)..<min((piece + 1) * size, blocks)
        group.addTask { (piece, range.map(tally)) }
      }
      var (started, added, running) = (0, 0, 0)
      var finished: [Int: [RankTally]] = [:]
      while added < pieces && !total.isEnough {
        while running < threads, started < pieces,
          started - added < Self.piecesAhead * threads
        {
          start(started)
          started += 1
          running += 1
        }
        guard let (piece, tallies) = await group.next() else { break }
        running -= 1
        finished[piece] = tallies
        while let next = finished.removeValue(forKey: added) {
          for (block, tally) in zip((added * size)..., next) where !total.isEnough {
            total.add(tally, draws: count(block))
          }
          added += 1
        }
      }
      return (total.tally, total.draws)
    }
  }

  private func count(_ block: Int) -> Int {
    min(RandomStream.drawsPerBlock, draws - block * RandomStream.drawsPerBlock)
  }

  private func tally(_ block: Int) -> RankTally {
    model.tally(
      draws: count(block), seed: seed, stream: stream, block: UInt64(block), registers: registers)
  }
}

/// Blocks added in order, until they are enough.
private struct Total {
  private(set) var tally = RankTally(alternatives: 0, nodes: 0)
  private(set) var draws = 0
  /// Whether the standard error asked for is reached.
  private(set) var isEnough = false
  private let error: Double?

  /// - Parameter error: nil to take all blocks.
  init(until error: Double?) { self.error = error }

  mutating func add(_ block: RankTally, draws count: Int) {
    if draws == 0 { tally = block } else { tally.add(block) }
    draws += count
    if let error { isEnough = tally.largestError(draws: draws) <= error }
  }
}

extension RankTally {
  /// The largest standard error of a rank acceptability.
  fileprivate func largestError(draws: Int) -> Double {
    (0..<(alternatives * alternatives)).reduce(0) {
      let share = self.draws($1 / alternatives, rank: $1 % alternatives)
      return max($0, SMAA.Share(share, of: draws).standardError)
    }
  }
}

/// Why an acceptability analysis cannot run.
public enum SMAAError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The number of draws is below 1 or above ``SMAA/largestDraws``.
  case badDraws(Int)
  /// The number of threads is below 1.
  case badThreads(Int)
  /// The error asked for is not above 0.
  case badError(Double)
  /// The region was made for another tree.
  case foreignRegion
  /// Cells or what an evaluator says do not fill the performance table.
  case wrongCount(expected: Int)
  /// A distribution's figures are not finite, out of order or too large.
  case badDistribution(alternative: Int, leaf: Int)
  /// A cell is uncertain in two ways.
  case uncertainTwice(alternative: Int, leaf: Int)
  /// A drawn column is not in the performance table.
  case foreignLeaf(Int)

  /// One sentence on what is wrong.
  public var description: String {
    switch self {
    case .badDraws(let draws):
      "\(draws) draws: the number of draws must lie between 1 and \(SMAA.largestDraws)"
    case .badThreads(let threads): "\(threads) threads: at least 1 is needed"
    case .badError(let error): "an error of \(error) cannot be reached: it must be above 0"
    case .foreignRegion: "the possible weights were stated for another criteria tree"
    case .wrongCount(let expected): "uncertain values must fill a table of \(expected) cells"
    case .badDistribution(let alternative, let leaf):
      "the uncertain value of alternative \(alternative + 1), column \(leaf + 1), is no range of "
        + "usable numbers"
    case .uncertainTwice(let alternative, let leaf):
      "the value of alternative \(alternative + 1), column \(leaf + 1), is uncertain in two ways"
    case .foreignLeaf(let leaf): "there is no column \(leaf + 1) to be drawn"
    }
  }
}
