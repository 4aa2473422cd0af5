public import Measures

/// A price index by month or year, as dated data, such as a consumer price index.
public struct IndexSeries: Sendable, Equatable {
  /// A value from a month on.
  public struct Value: Sendable, Equatable {
    /// Months since year 0, see `CalendarDate.monthIndex`.
    public let month: Int
    /// The index; above 0.
    public let value: Amount

    /// A value from a month on.
    public init(month: Int, value: Amount) {
      self.month = month
      self.value = value
    }
  }

  /// The values in any order; each holds until the next.
  public var values: [Value]
  /// By how much it goes on rising each year after the last value; 0 holds that value.
  public var growthAfter: Amount
  /// Range of ``growthAfter``, where it is uncertain; the same for all options.
  public var growthRange: RateRange?

  /// A series.
  public init(values: [Value], growthAfter: Amount = .zero, growthRange: RateRange? = nil) {
    self.values = values
    self.growthAfter = growthAfter
    self.growthRange = growthRange
  }

  /// A known value, and the years for which it has grown since.
  struct Point: Sendable {
    let value: Amount
    let years: Int
  }

  /// The index in a month; before the first value that one.
  func value(inMonth month: Int) throws(LineFault) -> Amount {
    let point = try point(inMonth: month)
    guard point.years > 0, growthAfter != .zero else { return point.value }
    return try exactly(
      point.value.times(.one, factor: Factor(onePlus: growthAfter).power(point.years)))
  }

  /// What the index in a month is reckoned from.
  func point(inMonth month: Int) throws(LineFault) -> Point {
    let sorted = values.sorted { $0.month < $1.month }
    guard let first = sorted.first, let last = sorted.last,
      sorted.allSatisfy({ $0.value > .zero }), growthAfter > Amount(-1)
    else { throw .indexUnusable }
    let known = sorted.last { $0.month <= month } ?? first
    if let range = growthRange {
      guard range.low > Amount(-1), range.low <= growthAfter, growthAfter <= range.high else {
        throw .indexUnusable
      }
    }
    return Point(value: known.value, years: known == last ? max(0, month - last.month) / 12 : 0)
  }
}
