public import Measures

/// What one unit of a foreign currency is worth from a date on.
public struct DatedRate: Sendable, Equatable {
  /// The day of the rate, of which the month counts; it holds until the next one.
  public let from: CalendarDate
  /// Worth of one unit; above 0.
  public let rate: Amount

  /// A rate from a date on.
  public init(from: CalendarDate, rate: Amount) {
    self.from = from
    self.rate = rate
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
    shocked.append(DatedRate(from: date, rate: try now.rate.times(factor)))
    for rate in rates where rate.from > date {
      shocked.append(DatedRate(from: rate.from, rate: try rate.rate.times(factor)))
    }
    if before.isEmpty, first.from > date {
      // What held before the first known rate is that rate, without the shock.
      shocked.insert(DatedRate(from: .earliest, rate: first.rate), at: 0)
    }
    var plan = self
    plan.exchangeRates[currency] = shocked
    return plan
  }

  /// The rate of each month from 0; before the first known rate that one holds, after the last the
  /// last.
  static func rates(_ rates: [DatedRate], grid: MonthGrid) -> [Amount]? {
    let sorted = rates.sorted { $0.from < $1.from }
    guard let first = sorted.first, sorted.allSatisfy({ $0.rate > .zero }) else { return nil }
    var next = 0
    var current = first.rate
    return (0...grid.months).map { month in
      while next < sorted.count, grid.month(of: sorted[next].from) <= max(month, 1) {
        current = sorted[next].rate
        next += 1
      }
      return current
    }
  }
}
