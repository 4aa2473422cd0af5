public import Measures

/// The frame in which the costs of one option are reckoned.
public struct CostPlan: Sendable, Equatable {
  /// Length in years, 1 to 50.
  public var years: Int
  /// Month 1 of every cash flow.
  public var start: CalendarDate
  /// Discount rate a year, 0.05 for 5 %; above −1.
  public var discountRate: Amount
  /// Range of the discount rate, where it is uncertain.
  public var discountRateRange: RateRange?
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
  /// Whether the discount rate holds with money that loses value, or with money of constant worth.
  public var rateTerms: RateTerms = .nominal
  /// What one unit of a foreign currency is worth, by its code.
  public var exchangeRates: [String: [DatedRate]] = [:]
  /// Ranges of the milestones that are uncertain, by name; lines say which of their dates are such.
  public var milestoneRanges: [String: DateRange] = [:]
  /// Price indexes by name.
  public var indexes: [String: IndexSeries] = [:]
  /// How far work packages with a range run over together, 0 to 1: the correlation between every two
  /// of an option (``CostLine/isWorkPackage``).
  public var workCorrelation = Amount.zero
  /// Month in which budgets begin, 1 to 12.
  public var fiscalYearStart = 1

  /// A frame; exit costs and benefits stay out of the total unless said otherwise.
  public init(
    years: Int, start: CalendarDate, discountRate: Amount, discountRateRange: RateRange? = nil,
    discounting: Discounting = .midYear,
    quantities: [String: Quantity] = [:], includesExit: Bool = false,
    includesBenefits: Bool = false, roundsInvoices: Bool = false
  ) {
    self.years = years
    self.start = start
    self.discountRate = discountRate
    self.discountRateRange = discountRateRange
    self.discounting = discounting
    self.quantities = quantities
    self.includesExit = includesExit
    self.includesBenefits = includesBenefits
    self.roundsInvoices = roundsInvoices
  }
}

/// What kind of money a discount rate goes with; the two are never mixed (`methods.md` D3).
public enum RateTerms: Sendable, Equatable {
  /// The rate of the market, for prices as they will be paid.
  case nominal
  /// The rate after inflation. With a stated inflation it is turned into a nominal one,
  /// (1+r)(1+π) − 1; without, no price may rise.
  case real(inflation: Amount?)
}

/// How payments are discounted (`rulings.md` R8).
public enum Discounting: String, Sendable, Hashable, Codable, CaseIterable {
  /// The sum of a year, as if paid at its end: (1+r)^−t.
  case endOfYear = "end-of-year"
  /// The sum of a year, as if paid in its middle: (1+r)^−(t−½).
  case midYear = "mid-year"
  /// The sum of a year, as if paid at its start: (1+r)^−(t−1).
  case startOfYear = "start-of-year"
  /// Each payment by itself: (1+r)^(−m/12), m months after the start. What is in arrears is paid at the
  /// end of its last month, all else at the beginning of its month.
  case byMonth = "by-month"
}
