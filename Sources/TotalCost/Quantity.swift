public import Measures

/// Something that prices multiply with, such as users, over the years of the plan.
public struct Quantity: Sendable, Equatable {
  /// How it develops.
  public enum Course: Sendable, Equatable {
    /// From a start, growing every year: q·(1+g)^(y−1).
    case growing(start: Amount, rate: Amount)
    /// A value per year; the last one holds for years beyond the list.
    case series([Amount])
    /// A value from the plan's start, and others from the months of their dates on.
    case steps(start: Amount, [Step])
    /// A share of another quantity, rounded up where it comes in whole units: users at work at once
    /// of those named.
    case share(of: String, Amount)
  }

  /// A new value from a date on.
  public struct Step: Sendable, Equatable {
    /// The date, of which the month counts.
    public let from: CalendarDate
    /// The value from then on.
    public let value: Amount

    /// A new value from a date on.
    public init(from: CalendarDate, value: Amount) {
      self.from = from
      self.value = value
    }
  }

  /// How it develops.
  public var course: Course
  /// Range of the first year's value, where stated; the course scales with it.
  public var low: Amount?
  /// Range of the first year's value, where stated.
  public var high: Amount?
  /// How values between ``low`` and ``high`` are spread.
  public var shape: RangeShape
  /// Range of the yearly growth, where it is uncertain; of no effect on other courses.
  public var growthRange: RateRange?
  /// Whether it comes in whole units and is rounded up after growth, as users, sites, devices are.
  public var isWhole: Bool

  /// A quantity and its course.
  public init(
    course: Course, low: Amount? = nil, high: Amount? = nil, shape: RangeShape = .triangular,
    growthRange: RateRange? = nil, isWhole: Bool
  ) {
    self.course = course
    self.low = low
    self.high = high
    self.shape = shape
    self.growthRange = growthRange
    self.isWhole = isWhole
  }
}
