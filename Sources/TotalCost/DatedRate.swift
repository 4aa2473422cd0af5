public import Measures

/// What one unit of a foreign currency is worth from a date on.
public struct DatedRate: Sendable, Equatable {
  /// The day of the rate, of which the month counts; it holds until the next one.
  public let from: CalendarDate
  /// Worth of one unit; above 0.
  public let rate: Amount
  /// Range of the worth, where it is uncertain; above 0. All rates of a currency lie at the same share
  /// of their ranges, and are the same for all options.
  public let range: RateRange?

  /// A rate from a date on.
  public init(from: CalendarDate, rate: Amount, range: RateRange? = nil) {
    self.from = from
    self.rate = rate
    self.range = range
  }

  /// The range as multiples of the likely rate; `nil` if that is certain.
  var scale: ThreePoint? {
    guard let range = ThreePoint(likely: rate, range) else { return nil }
    return ThreePoint(
      low: range.low / range.likely, likely: 1, high: range.high / range.likely,
      shape: range.shape)
  }

  private var isUsable: Bool {
    guard rate > .zero else { return false }
    guard let range else { return true }
    return range.low > .zero && range.low <= rate && rate <= range.high
  }

  /// The rate after its currency has become dearer by a factor.
  fileprivate func times(
    _ factor: Amount, from date: CalendarDate
  ) throws(ArithmeticOverflow) -> DatedRate {
    var scaled: RateRange?
    if let range {
      scaled = RateRange(
        low: try range.low.times(factor), high: try range.high.times(factor), shape: range.shape)
    }
    return DatedRate(from: date, rate: try rate.times(factor), range: scaled)
  }

  /// The rate of each month from 0; before the first known rate that one holds, after the last the
  /// last. `nil` if one of them cannot be reckoned with.
  static func byMonth(_ rates: [DatedRate], grid: MonthGrid) -> [DatedRate]? {
    let sorted = rates.sorted { $0.from < $1.from }
    guard var current = sorted.first, sorted.allSatisfy(\.isUsable) else { return nil }
    var next = 0
    return (0...grid.months).map { month in
      while next < sorted.count, grid.month(of: sorted[next].from) <= max(month, 1) {
        current = sorted[next]
        next += 1
      }
      return current
    }
  }
}

extension CostPlan {
  /// The plan after a shock: from a date on a currency is worth more (or less) by a share.
  ///
  /// - Parameters:
  ///   - currency: The code; one without rates leaves the plan as it is.
  ///   - change: 0.1 for 10 % dearer; above −1.
  ///   - date: From when on.
  public func shocked(
    _ currency: String, by change: Amount, from date: CalendarDate
  ) throws(ArithmeticOverflow) -> CostPlan {
    guard let rates = exchangeRates[currency]?.sorted(by: { $0.from < $1.from }),
      let first = rates.first
    else { return self }
    let factor = try Amount.one.adding(change)
    let before = rates.filter { $0.from < date }
    var shocked = before.isEmpty ? [] : before
    let now = rates.last { $0.from <= date } ?? first
    shocked.append(try now.times(factor, from: date))
    for rate in rates where rate.from > date {
      shocked.append(try rate.times(factor, from: rate.from))
    }
    if before.isEmpty, first.from > date {
      // What held before the first known rate is that rate, without the shock.
      shocked.insert(DatedRate(from: .earliest, rate: first.rate, range: first.range), at: 0)
    }
    var plan = self
    plan.exchangeRates[currency] = shocked
    return plan
  }
}
