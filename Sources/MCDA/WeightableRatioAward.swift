internal import ReproducibleMath

/// Two ratios of points to price that can be weighted and don't depend on other offers (Kaden).
public struct WeightableRatioAward: ScoringMethod, Equatable {
  /// How the ratio is weighted.
  public enum Form: Sendable, Equatable {
    /// (L + k)/P: the larger k, at least 0, the more the price counts.
    case surcharge(Double)
    /// L^a / P^(1 − a), a from 0 to 1: above ½ performance counts more, at ½ both alike.
    case exponential(Double)
  }

  /// How the ratio is weighted.
  public var form: Form

  /// A ratio in one of both forms.
  public init(_ form: Form) { self.form = form }

  /// Scores the offers.
  public func evaluate(_ table: PerformanceTable) throws(MethodError) -> AwardScores {
    let offers = try AwardOffers(table)
    let rows = offers.price.indices
    switch form {
    case .surcharge(let k):
      guard k >= 0, k <= PerformanceTable.largestValue else {
        throw .badParameter(name: "k", value: k, must: .notNegative)
      }
      return AwardScores(
        scores: try rows.map { (offers.performance[$0] + k) / offers.price[$0] }.finite("the ratio")
      )
    case .exponential(let a):
      guard a >= 0, a <= 1 else {
        throw .badParameter(name: "a", value: a, must: .between(0, 1))
      }
      let scores = rows.map {
        ReproducibleMath.pow(offers.performance[$0], a)
          / ReproducibleMath.pow(offers.price[$0], 1 - a)
      }
      return AwardScores(scores: try scores.finite("the ratio"))
    }
  }
}
