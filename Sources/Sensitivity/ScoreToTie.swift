/// What one alternative would have to improve, alone, to draw level with the leader.
public struct ScoreToTie: Sendable, Equatable {
  /// By how much the value has to rise; negative if the alternative is ahead already.
  public let gap: Double
  /// The value that it then has.
  public let reached: Double
  /// Whether the scale allows it.
  public let isFeasible: Bool

  /// Closed form: Δv = (total of the leader − own total) / weight.
  ///
  /// - Parameters:
  ///   - weight: the global weight of the criterion.
  ///   - value: the alternative's present value for it.
  ///   - highest: the largest value that the scale can give.
  /// - Returns: nil for a weight of 0, where no value makes up for anything.
  public init?(
    leaderTotal: Double, ownTotal: Double, weight: Double, value: Double, highest: Double = 1
  ) {
    guard weight > 0 else { return nil }
    gap = (leaderTotal - ownTotal) / weight
    reached = value + gap
    isFeasible = reached <= highest
  }
}
