public import Measures

/// The frame in which the costs of one option are reckoned.
public struct CostPlan: Sendable, Equatable {
  /// Length in years, 1 to 50.
  public var years: Int
  /// Month 1 of every cash flow.
  public var start: CalendarDate
  /// Discount rate a year, 0.05 for 5 %; above −1.
  public var discountRate: Amount
  /// How payments of a year are discounted.
  public var discounting: Discounting
  /// What prices multiply with, by name.
  public var quantities: [String: Quantity]
  /// Whether leaving at the end of the horizon counts as cost (`rulings.md` R5).
  public var includesExit: Bool
  /// Whether benefits reduce the total; only if declared before opening (`rulings.md` R11).
  public var includesBenefits: Bool
  /// Whether each line and month is rounded to cents, as invoices are.
  public var roundsInvoices: Bool

  /// A frame; exit costs and benefits stay out of the total unless said otherwise.
  public init(
    years: Int, start: CalendarDate, discountRate: Amount, discounting: Discounting = .midYear,
    quantities: [String: Quantity] = [:], includesExit: Bool = false,
    includesBenefits: Bool = false, roundsInvoices: Bool = false
  ) {
    self.years = years
    self.start = start
    self.discountRate = discountRate
    self.discounting = discounting
    self.quantities = quantities
    self.includesExit = includesExit
    self.includesBenefits = includesBenefits
    self.roundsInvoices = roundsInvoices
  }
}

/// How payments are discounted (`rulings.md` R8).
public enum Discounting: String, Sendable, Hashable, Codable, CaseIterable {
  /// The sum of a year, as if paid at its end: (1+r)^−t.
  case endOfYear = "end-of-year"
  /// The sum of a year, as if paid in its middle: (1+r)^−(t−½).
  case midYear = "mid-year"
  /// The sum of a year, as if paid at its start: (1+r)^−(t−1).
  case startOfYear = "start-of-year"
  /// Each month by itself: (1+r)^(−m/12), m months after the start.
  case byMonth = "by-month"
}

/// Something that prices multiply with, such as users, over the years of the plan.
public struct Quantity: Sendable, Equatable {
  /// How it develops.
  public enum Course: Sendable, Equatable {
    /// From a start, growing every year: q·(1+g)^(y−1).
    case growing(start: Amount, rate: Amount)
    /// A value per year; the last one holds for years beyond the list.
    case series([Amount])
  }

  /// How it develops.
  public var course: Course
  /// Range of the first year's value, where stated; the course scales with it.
  public var low: Amount?
  /// Range of the first year's value, where stated.
  public var high: Amount?
  /// Whether it comes in whole units and is rounded up after growth, as users, sites, devices are.
  public var isWhole: Bool

  /// A quantity and its course.
  public init(course: Course, low: Amount? = nil, high: Amount? = nil, isWhole: Bool) {
    self.course = course
    self.low = low
    self.high = high
    self.isWhole = isWhole
  }
}
