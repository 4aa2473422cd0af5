/// The ratio of points to price, with a second look inside a corridor below the best: erweiterte
/// Richtwertmethode.
///
/// UfAB: offers with Z ≥ Z_max·(1 − s) stay; among them a criterion named beforehand decides. The
/// corridor is no weighting: what it does depends on the offers.
public struct CorridorAward: ScoringMethod, Equatable {
  /// What decides inside the corridor.
  public enum Decider: String, Sendable, Equatable, CaseIterable {
    /// The most points.
    case performance
    /// The lowest price.
    case price
  }

  /// The width s of the corridor as a share of the best ratio, 0 to 1; UfAB allows at most 0.1.
  public var width: Double
  /// What decides inside.
  public var decider: Decider
  /// A factor for readable figures, above 0.
  public var scale: Double

  /// The corridor and what decides inside.
  public init(width: Double, decider: Decider, scale: Double = 1) {
    self.width = width
    self.decider = decider
    self.scale = scale
  }

  /// Ratios and the corridor.
  public struct Result: Scores, Equatable {
    /// L/P · scale of each offer.
    public let scores: [Double]
    /// The lowest ratio that is still inside; an offer exactly on it is.
    public let lowerBound: Double
    /// The offers inside the corridor, ascending.
    public let inside: [Int]
    /// Ranks: offers inside by what decides, then the others by ratio.
    public let ranking: Ranking
  }

  /// Scores the offers.
  public func evaluate(_ table: PerformanceTable) throws(MethodError) -> Result {
    guard width >= 0, width <= 1 else {
      throw .badParameter(name: "width", value: width, must: .between(0, 1))
    }
    let offers = try AwardOffers(table)
    let ratios = try offers.ratios(scale: scale)
    let best = ratios.max() ?? 0
    let bound = best * (1 - width)
    // The quotient of decimal figures is rounded in binary; an offer on the bound must not fall
    // out.
    let inside = ratios.indices.filter { ratios[$0] >= bound - 1e-12 * best }
    let decides = decider == .performance ? offers.performance : offers.price.map { -$0 }
    let innerRanks = Ranking(inside.map { decides[$0] }, tolerance: 0).ranks
    let outside = ratios.indices.filter { !inside.contains($0) }
    let outerRanks = Ranking(outside.map { ratios[$0] / best }).ranks
    var places = [Double](repeating: 0, count: ratios.count)
    for (position, offer) in inside.enumerated() { places[offer] = -Double(innerRanks[position]) }
    for (position, offer) in outside.enumerated() {
      places[offer] = -Double(inside.count + outerRanks[position])
    }
    return Result(
      scores: ratios, lowerBound: bound, inside: inside, ranking: Ranking(places, tolerance: 0))
  }
}
