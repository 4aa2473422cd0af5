public import MCDA
import ReproducibleMath

/// What knowing uncertain values before choosing is worth: where to ask next.
///
/// Weights are those of the tree. Without more knowledge one takes the alternative with the highest
/// expected total; with it, the one that turns out best. The expected difference is never negative,
/// and 0 means that no answer changes the choice: do not ask. Figures are in points of value, 0 to
/// 1; times ``PriceToTie/pricePerPoint(weight:best:worst:)`` and 100 they are money.
///
/// For one cell, the others at their means, uniform, triangular and discrete values have the closed
/// form of ``ValueOfInformation``. For normal and PERT values it takes draws: with M the best of the
/// rivals' expected totals and c = E[v] + (M − E[V])/w it is w·E[(v − c)⁺] for a challenger and
/// w·E[(c − v)⁺] for the leader.
public struct InformationGains: Sendable, Equatable {
  /// What one uncertain value is worth to know.
  public struct Cell: Sendable, Equatable {
    /// The alternative it belongs to.
    public let alternative: Int
    /// The column.
    public let leaf: Int
    /// The expected gain in value, at least 0.
    public let gain: Double
    /// The standard error of the gain; 0 for a closed form.
    public let standardError: Double
  }

  /// The expected totals.
  public let expectedTotals: [Double]
  /// The alternative with the highest expected total.
  public let choice: Int
  /// All uncertain cells, the most valuable first; cells of no value in the order of the table.
  public let cells: [Cell]
  /// The expected gain from knowing all values at once, at least about as much as any single one.
  public let perfect: SMAA.Mean

  /// Analyses a table.
  ///
  /// - Parameters:
  ///   - uncertain: what is uncertain. What evaluators say counts as a value of its own for each
  ///     cell where one cell is asked for. Columns drawn elsewhere stay at their present values.
  ///   - draws: for perfect information and where there is no closed form: 1 to
  ///     ``SMAA/largestDraws``.
  /// - Complexity: O(draws × uncertain cells).
  public init(
    _ value: AdditiveValue, uncertain: UncertainValues, draws: Int = 20_000, seed: UInt64 = 1
  ) throws(SMAAError) {
    guard (1...SMAA.largestDraws).contains(draws) else { throw .badDraws(draws) }
    let leaves = value.tree.leaves.count
    // Refuses what cannot be drawn.
    _ = try ValueModel(
      value, UncertainValues(cells: uncertain.cells, evaluators: uncertain.evaluators)
    ) { (row: $0, factor: 1) }
    let weights = value.tree.leafWeights
    var means = value.values
    var uncertainCells: [(cell: Int, distribution: UncertainValues.Distribution)] = []
    for cell in value.values.indices {
      let said = uncertain.evaluators.map { $0[cell] }
      var distribution = uncertain.cells.isEmpty ? nil : uncertain.cells[cell]
      if said.contains(where: { $0 != nil }) {
        distribution = .discrete(said.map { .init($0 ?? value.values[cell]) })
      }
      guard let distribution, let mean = distribution.mean else { continue }
      means[cell] = mean
      uncertainCells.append((cell, distribution))
    }
    let totals = (0..<value.alternativeCount).map { alternative in
      (0..<leaves).reduce(0) { $0 + weights[$1] * means[alternative * leaves + $1] }
    }
    let best = Ranking(totals).winner ?? 0
    expectedTotals = totals
    choice = best
    cells = uncertainCells.map { cell, distribution in
      let (alternative, leaf) = (cell / leaves, cell % leaves)
      let rivals = totals.indices.filter { $0 != alternative }.map { totals[$0] }
      guard let rival = rivals.max(), weights[leaf] > 0 else {
        return Cell(alternative: alternative, leaf: leaf, gain: 0, standardError: 0)
      }
      if let known = distribution.closed {
        let gain = ValueOfInformation(on: known, weight: weights[leaf])
          .value(own: totals[alternative], bestRival: rival)
        return Cell(alternative: alternative, leaf: leaf, gain: gain, standardError: 0)
      }
      let turn = means[cell] + (rival - totals[alternative]) / weights[leaf]
      let passed = distribution.meanBeyond(
        turn, draws: draws, from: RandomStream(seed: seed, stream: 1, block: UInt64(cell)))
      return Cell(
        alternative: alternative, leaf: leaf, gain: weights[leaf] * passed.value,
        standardError: weights[leaf] * passed.standardError)
    }
    .enumerated().sorted {
      $0.element.gain != $1.element.gain
        ? $0.element.gain > $1.element.gain : $0.offset < $1.offset
    }
    .map(\.element)
    perfect = Self.perfect(
      value, uncertain, uncertainCells, totals: totals, choice: best, draws: draws, seed: seed)
  }

  /// E[max V] − max E[V], as the mean of what the best beats the choice by.
  private static func perfect(
    _ value: AdditiveValue, _ uncertain: UncertainValues,
    _ cells: [(cell: Int, distribution: UncertainValues.Distribution)], totals: [Double],
    choice: Int, draws: Int, seed: UInt64
  ) -> SMAA.Mean {
    let leaves = value.tree.leaves.count
    let weights = value.tree.leafWeights
    guard !cells.isEmpty else { return SMAA.Mean(value: 0, standardError: 0) }
    var (sum, squares) = (0.0, 0.0)
    for block in 0...((draws - 1) / RandomStream.drawsPerBlock) {
      var source = ScalarDraws(RandomStream(seed: seed, stream: 2, block: UInt64(block)))
      var evaluator = ScalarDraws(RandomStream(seed: seed, stream: 3, block: UInt64(block)))
      let count = min(RandomStream.drawsPerBlock, draws - block * RandomStream.drawsPerBlock)
      for _ in 0..<count {
        var drawn = totals
        let speakers = Double(max(1, uncertain.evaluators.count))
        let speaker = min(
          Int(evaluator.uniform() * speakers), max(0, uncertain.evaluators.count - 1))
        for (cell, distribution) in cells {
          let isJudged = uncertain.evaluators.contains { $0[cell] != nil }
          let result =
            isJudged
            ? uncertain.evaluators[speaker][cell] ?? value.values[cell]
            : source.value(distribution)
          drawn[cell / leaves] += weights[cell % leaves] * (result - (distribution.mean ?? 0))
        }
        let gain = (drawn.max() ?? 0) - drawn[choice]
        sum += gain
        squares += gain * gain
      }
    }
    let mean = sum / Double(draws)
    let variance = max(0, squares / Double(draws) - mean * mean)
    return SMAA.Mean(value: mean, standardError: (variance / Double(draws)).squareRoot())
  }
}

extension UncertainValues.Distribution {
  /// The same as a distribution with a closed form; nil if it has none.
  fileprivate var closed: ValueOfInformation.Distribution? {
    switch self {
    case .exact(let value): return .uniform(low: value, high: value)
    case .uniform(let low, let high): return .uniform(low: low, high: high)
    case .triangular(let low, let mode, let high):
      return .triangular(low: low, mode: mode, high: high)
    case .discrete(let outcomes):
      let total = outcomes.reduce(0) { $0 + $1.share }
      return .discrete(outcomes.map { .init(value: $0.value, probability: $0.share / total) })
    case .normal, .pert: return nil
    }
  }

  /// By how much a draw passes a bound on average, on the side on which the mean does not lie.
  fileprivate func meanBeyond(_ bound: Double, draws: Int, from stream: RandomStream) -> SMAA.Mean {
    var source = ScalarDraws(stream)
    let isBelow = bound < mean ?? 0
    var (sum, squares) = (0.0, 0.0)
    for _ in 0..<draws {
      let value = source.value(self)
      let passed = max(0, isBelow ? bound - value : value - bound)
      sum += passed
      squares += passed * passed
    }
    let average = sum / Double(draws)
    let variance = max(0, squares / Double(draws) - average * average)
    return SMAA.Mean(
      value: average, standardError: (variance / Double(draws)).squareRoot())
  }
}
