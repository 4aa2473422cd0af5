/// Points for performance plus points for price, as shares of 100.
///
/// 100·(G_L·L/L_full + G_P·p), p by one of four rules, all of which depend on the other offers: a
/// cheap or an expensive loser can decide who wins. They are here to retrace awards and to show
/// that.
public struct PricePointsAward: ScoringMethod, Equatable {
  /// How a price becomes a share of its points.
  public enum Rule: Sendable, Equatable {
    /// P_min/P (UfAB II).
    case lowestOverPrice
    /// Straight from 1 at the lowest price to 0 at `zeroAt` times it and above (one-sided
    /// interpolation); usual are 2 and 3.
    case interpolation(zeroAt: Double)
    /// Straight from 1 at the lowest to 0 at the highest price (two-sided interpolation); 1 if all
    /// prices are equal.
    case lowestToHighest
  }

  /// How a price becomes a share of its points.
  public var rule: Rule
  /// The points that a perfect offer reaches, above 0.
  public var fullPerformance: Double

  /// Points by a rule.
  public init(rule: Rule, fullPerformance: Double) {
    self.rule = rule
    self.fullPerformance = fullPerformance
  }

  /// Scores and their parts.
  public struct Result: Scores, Equatable {
    /// The sum of both parts, higher is better, at most 100 if no offer exceeds full performance.
    public let scores: [Double]
    /// Points for performance.
    public let performancePoints: [Double]
    /// Points for price.
    public let pricePoints: [Double]
  }

  /// Scores the offers.
  public func evaluate(_ table: PerformanceTable) throws(MethodError) -> Result {
    guard fullPerformance > 0, fullPerformance.isFinite else {
      throw .badParameter(name: "full_performance", value: fullPerformance, must: .positive)
    }
    if case .interpolation(let zeroAt) = rule, !(zeroAt > 1 && zeroAt.isFinite) {
      throw .badParameter(name: "zero_at", value: zeroAt, must: .above("1"))
    }
    let offers = try AwardOffers(table)
    let lowest = offers.price.min() ?? 0
    let highest = offers.price.max() ?? 0
    let shares = offers.price.map { price in
      switch rule {
      case .lowestOverPrice: lowest / price
      case .interpolation(let zeroAt): max(0, (zeroAt - price / lowest) / (zeroAt - 1))
      case .lowestToHighest: highest > lowest ? (highest - price) / (highest - lowest) : 1
      }
    }
    let performance = offers.performance.map {
      100 * offers.performanceShare * ($0 / fullPerformance)
    }
    let price = shares.map { 100 * offers.priceShare * $0 }
    return Result(
      scores: try performance.indices.map { performance[$0] + price[$0] }.finite("the score"),
      performancePoints: performance, pricePoints: price)
  }
}
