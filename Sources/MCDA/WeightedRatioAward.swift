/// Points and price, each against a reference: Z = G_L·L/L_ref − G_P·P/P_ref, gewichtete
/// Richtwertmethode.
///
/// With references fixed by the buyer beforehand no offer's score depends on another. Taken from
/// the offers, by mean or median, they let a loser decide who wins; UfAB advised against the mean
/// for that reason. G_L and G_P are the weights of the table's two criteria.
public struct WeightedRatioAward: ScoringMethod, Equatable {
  /// What points and prices are compared with.
  public enum Reference: Sendable, Equatable {
    /// The mean of the offers.
    case mean
    /// The median of the offers; of an even number the mean of the two in the middle.
    case median
    /// Values fixed beforehand, both above 0.
    case fixed(performance: Double, price: Double)
  }

  /// What points and prices are compared with.
  public var reference: Reference

  /// Weighted ratios against a reference.
  public init(reference: Reference) { self.reference = reference }

  /// Scores and references.
  public struct Result: Scores, Equatable {
    /// Higher is better; can be negative.
    public let scores: [Double]
    /// What points were compared with.
    public let performanceReference: Double
    /// What prices were compared with.
    public let priceReference: Double
  }

  /// Scores the offers.
  public func evaluate(_ table: PerformanceTable) throws(MethodError) -> Result {
    let offers = try AwardOffers(table)
    let (performance, price) =
      switch reference {
      case .mean: (Self.mean(offers.performance), Self.mean(offers.price))
      case .median: (Self.median(offers.performance), Self.median(offers.price))
      case .fixed(let performance, let price): (performance, price)
      }
    guard performance > 0, performance.isFinite else {
      throw .badParameter(name: "reference_performance", value: performance, must: .positive)
    }
    guard price > 0, price.isFinite else {
      throw .badParameter(name: "reference_price", value: price, must: .positive)
    }
    let scores = offers.price.indices.map {
      offers.performanceShare * (offers.performance[$0] / performance)
        - offers.priceShare * (offers.price[$0] / price)
    }
    return Result(
      scores: try scores.finite("the score"), performanceReference: performance,
      priceReference: price)
  }

  static func mean(_ figures: [Double]) -> Double {
    figures.reduce(0) { $0 + $1 / Double(figures.count) }
  }

  static func median(_ figures: [Double]) -> Double {
    let sorted = figures.sorted()
    let middle = sorted.count / 2
    return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
  }
}
