/// The simple ratio of points to price, Z = L/P · scale: einfache Richtwertmethode.
///
/// UfAB (documents for calls for tenders in German public IT purchasing). No offer's score depends
/// on another offer. There is no free weight: doubling the points is worth as much as halving the
/// price. Expects a table of two criteria, see
/// ``PerformanceTable/init(offers:performance:price:performanceShare:)``.
public struct RatioAward: ScoringMethod, Equatable {
  /// A factor for readable figures, above 0; 1,000,000 in UfAB's examples.
  public var scale: Double

  /// The ratio times a scale.
  public init(scale: Double = 1) { self.scale = scale }

  /// Scores the offers.
  public func evaluate(_ table: PerformanceTable) throws(MethodError) -> AwardScores {
    AwardScores(scores: try AwardOffers(table).ratios(scale: scale))
  }
}
