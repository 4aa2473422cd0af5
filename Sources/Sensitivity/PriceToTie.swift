/// What a criterion on a linear falling scale, such as a price, would have to drop to.
///
/// Value = (worst − price) / (worst − best): 1 at `best`, 0 at `worst`.
public struct PriceToTie: Sendable, Equatable {
  /// By how much the price has to fall; negative if the alternative is ahead already.
  public let cut: Double
  /// The price that ties.
  public let price: Double
  /// False if the price would have to fall below the best anchor, where the scale ends, or below
  /// nothing: price alone cannot win.
  public let isFeasible: Bool

  /// Closed form: cut = (total of the leader − own total) / weight × (worst − best).
  ///
  /// - Parameters:
  ///   - weight: the global weight of the price criterion.
  ///   - price: the alternative's present price, not better than `best`.
  /// - Returns: nil for a weight of 0 or anchors out of order.
  public init?(
    leaderTotal: Double, ownTotal: Double, weight: Double, price: Double, best: Double,
    worst: Double
  ) {
    guard weight > 0, best < worst else { return nil }
    cut = (leaderTotal - ownTotal) / weight * (worst - best)
    self.price = price - cut
    isFeasible = self.price >= best && self.price >= 0
  }

  /// What one point of 100 is worth in the unit of the price: (worst − best) / (100 · weight).
  ///
  /// - Returns: nil for a weight of 0 or anchors out of order.
  public static func pricePerPoint(weight: Double, best: Double, worst: Double) -> Double? {
    guard weight > 0, best < worst else { return nil }
    return (worst - best) / (100 * weight)
  }
}
