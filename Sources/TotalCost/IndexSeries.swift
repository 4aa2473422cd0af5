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

  /// A series.
  public init(values: [Value], growthAfter: Amount = .zero) {
    self.values = values
    self.growthAfter = growthAfter
  }

  /// The index in a month; before the first value that one.
  func value(inMonth month: Int) throws(LineFault) -> Amount {
    let sorted = values.sorted { $0.month < $1.month }
    guard let first = sorted.first, let last = sorted.last,
      sorted.allSatisfy({ $0.value > .zero }), growthAfter > Amount(-1)
    else { throw .indexUnusable }
    let known = sorted.last { $0.month <= month } ?? first
    guard known == last, growthAfter != .zero, month > last.month else { return known.value }
    let years = (month - last.month) / 12
    return try exactly(
      last.value.times(.one, factor: Factor(onePlus: growthAfter).power(years)))
  }
}
