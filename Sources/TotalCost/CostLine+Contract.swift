public import Measures

// What contracts say beside price and rhythm.
extension CostLine {
  /// What a line's units are.
  public enum Basis: Sendable, Hashable {
    /// The count, times the quantity that the line names.
    case units
    /// The money that the vendor receives in the period that a payment closes, for bonuses on spend;
    /// the price, or the tiers', is a share of it.
    case spend
    /// What the offer's counted lines of a category have come to up to the month of payment, for
    /// maintenance as a share of a licence or a build; the price is a share of it a year, of which a
    /// month's payment is a twelfth.
    case cost(of: CostCategory)
  }

  /// Units that a price includes.
  public struct Allowance: Sendable, Equatable {
    /// Units included; with ``overagePrice`` for each one counted.
    public var included: Amount
    /// What each further unit costs. With it the line's price is a fee, whatever the quantity;
    /// without it the line's price is what each further unit costs.
    public var overagePrice: Amount?

    /// Units that a price includes.
    public init(included: Amount, overagePrice: Amount? = nil) {
      self.included = included
      self.overagePrice = overagePrice
    }
  }

  /// A protected price: no rise, and the discount holds. Afterwards the list price is paid, at the
  /// level to which it has risen by then.
  public struct Protection: Sendable, Equatable {
    /// The last month that is protected.
    public var through: CalendarDate
    /// The list price of one unit at the base of the escalation; `nil` is the line's price without
    /// its discount.
    public var listPrice: Amount?

    /// A protected price.
    public init(through: CalendarDate, listPrice: Amount? = nil) {
      self.through = through
      self.listPrice = listPrice
    }
  }

  /// How long a recurring line binds.
  ///
  /// A line that is to end before its term does, and an old system that is switched off before, is
  /// paid on to the end of the term, or settled by a share of what is left.
  public struct Term: Sendable, Equatable {
    /// Months from the line's start in which it cannot end; 0 or more.
    public var minimumMonths: Int
    /// Months by which it renews itself again and again afterwards; `nil` if it can then end with
    /// any month.
    public var renewalMonths: Int?
    /// Share of the payments left, at the prices of the month of leaving, that settles them at once;
    /// `nil` if they have to be paid.
    public var terminationFee: Amount?

    /// A term.
    public init(minimumMonths: Int, renewalMonths: Int? = nil, terminationFee: Amount? = nil) {
      self.minimumMonths = minimumMonths
      self.renewalMonths = renewalMonths
      self.terminationFee = terminationFee
    }

    /// The last month bound, if a line that begins in one month is to end with another.
    func end(first: Int, desired: Int) -> Int {
      let earliest = first + minimumMonths - 1
      guard desired > earliest else { return earliest }
      guard let renewalMonths, renewalMonths > 0 else { return desired }
      let renewals = (desired - earliest + renewalMonths - 1) / renewalMonths
      return earliest + renewals * renewalMonths
    }
  }

  /// Milestones that a line's dates were taken from, so that they can be moved together.
  public struct Milestones: Sendable, Hashable {
    /// The name of the day on which an option goes live.
    public static let goLive = "go_live"

    /// Milestone of the one date, or of the first.
    public var start: String?
    /// Milestone of the last date.
    public var end: String?

    /// No milestone unless stated.
    public init(start: String? = nil, end: String? = nil) {
      self.start = start
      self.end = end
    }
  }

  /// The line with all of its prices multiplied: the price and its range, tiers, overage, list price.
  public func withPrices(times factor: Amount) throws(ArithmeticOverflow) -> CostLine {
    var line = self
    switch price {
    case .stated(let low, let likely, let high):
      line.price = .stated(
        low: try low.times(factor), likely: try likely.times(factor),
        high: try high.times(factor))
    case .onRequest(let assumed?):
      line.price = .onRequest(
        assumed: .init(
          low: try assumed.low.times(factor), likely: try assumed.likely.times(factor),
          high: try assumed.high.times(factor)))
    case .onRequest(nil): break
    }
    if let tiers {
      var bands: [Tiers.Band] = []
      for band in tiers.bands {
        bands.append(.init(upTo: band.upTo, price: try band.price.times(factor)))
      }
      // Prices stand in the tiers; the price is only the share of them that is paid.
      line.price = price
      line.tiers = Tiers(mode: tiers.mode, bands: bands)
    }
    line.allowance?.overagePrice = try allowance?.overagePrice?.times(factor)
    line.protection?.listPrice = try protection?.listPrice?.times(factor)
    return line
  }

  /// The line after a milestone has moved: dates taken from it move by as many months.
  ///
  /// - Returns: The same line if none of its dates depends on the milestone, or if a date would leave
  ///   the calendar.
  public func moving(milestone: String, byMonths months: Int) -> CostLine {
    var line = self
    func moved(_ date: CalendarDate?, if name: String?) -> CalendarDate? {
      name == milestone ? date.map { $0.adding(months: months) ?? $0 } : date
    }
    switch timing {
    case .once(let date): line.timing = .once(on: moved(date, if: milestones.start))
    case .recurring(let period, let from, let through, let inAdvance):
      line.timing = .recurring(
        every: period, from: moved(from, if: milestones.start),
        through: moved(through, if: milestones.end), inAdvance: inAdvance)
    }
    return line
  }
}
