/// How often each alternative takes each rank when weights, and perhaps values, are uncertain:
/// stochastic multicriteria acceptability analysis.
///
/// Lahdelma, Salminen, "SMAA-2", Operations Research 49(3), 2001, doi:10.1287/opre.49.3.444.11220.
/// Weights are drawn from each group of a ``WeightRegion`` and multiplied down the tree, values as
/// ``UncertainValues`` says. Unlike in SMAA-2, a tied block is split evenly over its ranks, so that
/// ranks and alternatives both sum to 1, and ties count half in pairwise winning.
///
/// The result is a function of value, region, uncertain values, draws, seed and stream alone: draws
/// come from addressed blocks, and the blocks are summed up in order, on however many threads.
public struct SMAA: Sendable, Equatable {
  /// The most draws that can be asked for.
  public static let largestDraws = 100_000_000

  /// What is computed beside ranks and central weights.
  public struct Questions: OptionSet, Sendable {
    /// The questions as bits.
    public let rawValue: Int

    /// A set of questions by its bits.
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// Who is ahead of whom: quadratic in the alternatives.
    public static let pairs = Questions(rawValue: 1)
    /// Confidence factors: where values vary, as many draws again for each alternative.
    public static let confidence = Questions(rawValue: 2)
    /// All of it.
    public static let all: Questions = [.pairs, .confidence]
  }

  /// A share of draws in 0 … 1.
  public struct Share: Sendable, Equatable {
    /// The share.
    public let value: Double
    /// √(p(1−p)/N): about 95 of 100 repetitions lie within twice this of the truth. Not too small
    /// where ties are split.
    public let standardError: Double

    init(_ sum: Double, of draws: Int) {
      value = sum / Double(draws)
      standardError = (max(0, value * (1 - value)) / Double(draws)).squareRoot()
    }
  }

  /// A mean over draws.
  public struct Mean: Sendable, Equatable {
    /// The mean.
    public let value: Double
    /// Its standard error.
    public let standardError: Double
  }

  /// How often each alternative takes each rank: [alternative][rank − 1].
  public let rankAcceptability: [[Share]]
  /// How often one alternative is ahead of another, ties half: [ahead][behind]; ½ on the diagonal.
  /// Empty if pairs were not asked for.
  public let pairwiseWinning: [[Share]]
  /// Nodes with drawn weights, ascending: what the central weights refer to.
  public let drawnNodes: [Int]
  /// The mean local weights of `drawnNodes` over the draws in which the alternative comes first;
  /// nil for one that never does.
  public let centralWeights: [[Double]?]
  /// The standard errors of ``centralWeights``: they grow as an alternative comes first more
  /// rarely. Nil where all such draws lie within 64 in a row, which do not tell an error.
  public let centralWeightErrors: [[Double]?]
  /// The chance that the alternative comes first at its central weights, values drawn; nil for one
  /// that never comes first. Empty if they were not asked for.
  public let confidenceFactors: [Share?]
  /// The mean rank of each alternative.
  public let expectedRank: [Mean]
  /// −Σ b log₂ b over the first-rank acceptabilities b, in bits: 0 if one always wins.
  public let entropy: Mean
  /// The number of draws.
  public let draws: Int
  /// The seed.
  public let seed: UInt64
}
