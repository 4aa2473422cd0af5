public import Measures
public import Messages
public import TotalCost

/// What one unit of a foreign currency is worth in the decision's.
public struct ExchangeRate: Sendable, Equatable {
  /// Three-letter code of the foreign currency.
  public let currency: String
  /// Worth of one unit; above 0.
  public let rate: Amount
  /// Range of the worth, where it is uncertain.
  public let range: RateRange?
  /// The day of the rate.
  public let asOf: CalendarDate
  /// From when on it is reckoned with; the day of the rate unless stated.
  public let from: CalendarDate
  /// Who published it.
  public let source: String

  /// An exchange rate.
  public init(
    currency: String, rate: Amount, range: RateRange? = nil, asOf: CalendarDate,
    from: CalendarDate? = nil, source: String
  ) {
    self.currency = currency
    self.rate = rate
    self.range = range
    self.asOf = asOf
    self.from = from ?? asOf
    self.source = source
  }
}

/// A change of an exchange rate whose effect is shown beside the result.
public struct ExchangeShock: Sendable, Equatable {
  /// Three-letter code of the foreign currency.
  public let currency: String
  /// By how much its unit becomes dearer, 0.1 for 10 %; above −1.
  public let change: Amount
  /// From when on.
  public let from: CalendarDate

  /// A change of an exchange rate.
  public init(currency: String, change: Amount, from: CalendarDate) {
    self.currency = currency
    self.change = change
    self.from = from
  }
}

/// Where a price index comes from.
public struct IndexSource: Sendable, Equatable {
  /// The name by which prices refer to it.
  public let name: String
  /// The day of the data.
  public let asOf: CalendarDate
  /// Who published it.
  public let source: String
  /// Where it is declared.
  public let position: SourcePosition

  /// Where a price index comes from.
  public init(name: String, asOf: CalendarDate, source: String, position: SourcePosition) {
    self.name = name
    self.asOf = asOf
    self.source = source
    self.position = position
  }
}

/// A day that prices may name in place of a date.
public struct Milestone: Sendable, Equatable {
  /// Its name.
  public let name: String
  /// The day.
  public let date: CalendarDate

  /// A day with a name.
  public init(name: String, date: CalendarDate) {
    self.name = name
    self.date = date
  }
}

/// What a day of one's own people costs.
public struct Role: Sendable, Equatable {
  /// Its name, by which prices refer to it.
  public let name: String
  /// Cost of a day, in the decision's currency.
  public let dayRate: Amount
  /// Days worked in a year by a full post.
  public let daysPerYear: Amount

  /// A role with its rate.
  public init(name: String, dayRate: Amount, daysPerYear: Amount) {
    self.name = name
    self.dayRate = dayRate
    self.daysPerYear = daysPerYear
  }
}

/// Tax on prices that cannot be deducted as input tax.
public struct UnrecoverableTax: Sendable, Equatable {
  /// The tax rate, 0.19 for 19 %.
  public let rate: Amount
  /// Share of the tax that cannot be deducted, 0 to 1.
  public let share: Amount

  /// Tax that cannot be deducted.
  public init(rate: Amount, share: Amount) {
    self.rate = rate
    self.share = share
  }
}
