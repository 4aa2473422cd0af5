/// How uncertain costs are, from draws that all offers share.
public struct CostRiskResult: Sendable, Equatable, Codable {
  /// How many draws were made.
  public var draws: Int
  /// Whether the standard error asked for was reached; `true` if none was.
  public var hasReachedError: Bool
  /// Offers with a total, in the order declared.
  public var offers: [OfferRisk]
  /// Every two of them, in the order declared.
  public var pairs: [CheaperChance]
  /// What makes the difference between the first two of the ranking uncertain, the largest first.
  public var differenceDrivers: [CostDriverEffect]
}

/// How uncertain an offer's cost is.
public struct OfferRisk: Sendable, Equatable, Codable {
  /// Identifier of the offer.
  public var offer: String
  /// Average present value.
  public var mean: Double
  /// Standard error of the average.
  public var meanError: Double
  /// Standard deviation of the present value.
  public var standardDeviation: Double
  /// Standard error of the tenth percentile.
  public var p10Error: Double
  /// Standard error of the median.
  public var p50Error: Double
  /// Standard error of the ninetieth percentile.
  public var p90Error: Double
  /// How often the offer is the cheapest of all.
  public var cheapest: Double
  /// Standard error of that share.
  public var cheapestError: Double
  /// What makes the cost uncertain, the largest first; at most twelve.
  public var drivers: [CostDriverEffect]
}

/// How often one offer is cheaper than another.
public struct CheaperChance: Sendable, Equatable, Codable {
  /// Identifier of the one.
  public var first: String
  /// Identifier of the other.
  public var second: String
  /// Share of the draws in which the first is cheaper; ties count half.
  public var firstIsCheaper: Double
  /// Standard error of that share.
  public var standardError: Double
}

/// Something uncertain and what it does to a present value.
public struct CostDriverEffect: Sendable, Equatable, Codable {
  /// What kind of figure it is.
  public var kind: CostFigureKind
  /// Name of the quantity, payee or line, where there is one.
  public var name: String?
  /// Present value with this at its tenth percentile and everything else at its likely value.
  public var atLow: Double
  /// The same at its ninetieth percentile.
  public var atHigh: Double
  /// Share of the variance that it causes alone.
  public var firstOrder: Double
  /// Standard error of that share.
  public var firstOrderError: Double
  /// Share of the variance that it causes alone or together with others.
  public var totalOrder: Double
  /// Standard error of that share.
  public var totalOrderError: Double
}

/// Kinds of figures that costs depend on.
public enum CostFigureKind: String, Sendable, Hashable, Codable, CaseIterable {
  /// First year's value of a quantity.
  case quantity
  /// Yearly growth of a quantity.
  case growth
  /// The discount rate.
  case discountRate = "discount_rate"
  /// Yearly rise of what a payee charges.
  case rise
  /// Yearly rise of what the old system's payees charge.
  case oldSystemRise = "old_system_rise"
  /// Worth of a currency.
  case exchangeRate = "exchange_rate"
  /// Yearly growth of a price index after its last known value.
  case indexGrowth = "index_growth"
  /// Day of going live.
  case goLive = "go_live"
  /// Day of a milestone.
  case milestone
  /// Price of a line; as a break-even, change of all prices that the vendor receives.
  case price
  /// Price of a line of the old system.
  case oldSystemPrice = "old_system_price"
  /// Work packages of an offer, which run over together.
  case workPackages = "work_packages"
  /// Change of the own work to build or introduce the thing.
  case effort
  /// Months up to which costs are counted.
  case months
}

/// Where two offers cost the same as one figure moves.
public struct BreakEvenResult: Sendable, Equatable, Codable {
  /// Identifier of the one offer.
  public var first: String
  /// Identifier of the other.
  public var second: String
  /// What moves.
  public var kind: CostFigureKind
  /// Name of the quantity, where it is one.
  public var name: String?
  /// Identifier of the offer whose price or effort moves.
  public var offer: String?
  /// The value in the decision; 0 for a change.
  public var likely: Double
  /// Low end of the range that was searched.
  public var low: Double
  /// High end of it.
  public var high: Double
  /// The cheaper offer at the low end; absent if both cost the same.
  public var cheaperAtLow: String?
  /// Where the cheaper offer changes, ascending; empty if it never does inside the range.
  public var crossings: [Crossing]

  /// A change of the cheaper offer.
  public struct Crossing: Sendable, Equatable, Codable {
    /// The value; of whole figures the first one on the other side.
    public var value: Double
    /// The offer that is cheaper from there on.
    public var cheaper: String
  }
}
