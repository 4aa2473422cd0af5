/// Where the cumulative cost of one option crosses another's: from which month on it is the cheaper.
public struct CostCrossing: Sendable, Equatable {
  /// When one option has paid for itself against another (`methods.md` D3).
  public enum Payback: Sendable, Equatable {
    /// It has never cost more.
    case fromTheStart
    /// By the end of a month of the plan, from 1, it has cost no more than the other, after having
    /// cost more before.
    case month(Int)
    /// It has cost more up to the end of the horizon.
    case neverInside
  }

  /// Months by whose end the lead of the option that had cost less until then is gone, in order; only
  /// where the other has cost less afterwards.
  public let months: [Int]
  /// When the first option has paid for itself against the second.
  public let payback: Payback

  /// Compares two courses of cumulative cost by month from 0, such as ``CostSummary/cumulative``.
  ///
  /// - Parameters:
  ///   - cost: The option asked about.
  ///   - other: The other, of the same length; further months are left out.
  public init(of cost: [Double], against other: [Double]) {
    // Sums of the same money in another order must not cross each other.
    let size = max(cost.map(abs).max() ?? 0, other.map(abs).max() ?? 0)
    let signs = zip(cost, other).map { first, second in
      let difference = first - second
      return abs(difference) <= 1e-9 * size ? 0 : difference < 0 ? -1 : 1
    }
    var months: [Int] = []
    var payback: Payback?
    var last = 0
    var tiedSince: Int?
    for (month, sign) in signs.enumerated() {
      if sign == 0 {
        if last != 0 { tiedSince = tiedSince ?? month }
        continue
      }
      if last != 0, sign != last {
        months.append(tiedSince ?? month)
        if last > 0 { payback = payback ?? .month(tiedSince ?? month) }
      }
      (last, tiedSince) = (sign, nil)
    }
    if last > 0, let tiedSince { payback = payback ?? .month(tiedSince) }
    self.months = months
    self.payback = payback ?? (signs.contains(1) ? .neverInside : .fromTheStart)
  }
}
