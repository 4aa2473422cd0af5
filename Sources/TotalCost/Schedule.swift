import Measures

/// The months of a plan: 1 to 12 × years, and 0 for what is paid exactly at its start.
struct MonthGrid: Sendable, Equatable {
  let start: CalendarDate
  let years: Int

  /// The last month.
  var months: Int { years * 12 }

  /// The month in which a date lies, from 1; 0 and below lie before the start.
  func month(of date: CalendarDate) -> Int { date.monthIndex - start.monthIndex + 1 }

  /// The contract year of a month; 0 for month 0.
  static func year(ofMonth month: Int) -> Int { (month + 11) / 12 }
}

/// The months in which a line is paid.
struct Schedule: Sendable, Equatable {
  /// Months of payment in order.
  private(set) var months: [Int] = []
  /// Month in which the line begins; may lie outside the grid.
  private(set) var lineStart: Int
  /// Whether payments before the start of the plan were left out.
  private(set) var hasSunk = false
  /// Whether payments after the horizon were left out.
  private(set) var isCutByHorizon = false
  /// Whether a last period in arrears does not end in time.
  private(set) var hasUnfinishedPeriod = false
  /// Whether the term keeps the line longer than it was to run.
  private(set) var isBoundBeyondEnd = false
  /// Payments that are settled at once instead of being paid: in which month, and how many.
  private(set) var settlement: Settlement?

  /// Payments settled at once.
  struct Settlement: Sendable, Equatable {
    let month: Int
    let payments: Int
  }

  /// The payments of a line.
  ///
  /// - Parameter limit: The last month that counts, at most the last of the grid. One before that is
  ///   when the line is no longer needed.
  init(
    timing: CostLine.Timing, grid: MonthGrid, limit: Int, term: CostLine.Term? = nil
  ) throws(LineFault) {
    switch timing {
    case .once(let date):
      guard let date, date != grid.start else {
        months = [0]
        lineStart = 1
        return
      }
      let month = grid.month(of: date)
      lineStart = month
      if month < 1 {
        hasSunk = true
      } else if month > limit {
        isCutByHorizon = true
      } else {
        months = [month]
      }
    case .recurring(let period, let from, let through, let inAdvance):
      if let from, let through, through < from { throw .endsBeforeStart }
      let first = from.map { grid.month(of: $0) } ?? 1
      var stated = through.map { grid.month(of: $0) }
      lineStart = first
      if let stated, stated < first { return }
      var limit = limit
      if let term,
        let desired = [stated, limit < grid.months ? limit : nil].compactMap({ $0 }).min(),
        desired >= first
      {
        let bound = term.end(first: first, desired: desired)
        if bound > desired {
          let later = Schedule.payments(
            first: first, period: period, inAdvance: inAdvance, after: desired, through: bound)
          if term.terminationFee == nil {
            isBoundBeyondEnd = later > 0
            stated = stated.map { max($0, bound) }
            limit = min(max(limit, bound), grid.months)
          } else if desired >= 1, desired <= grid.months, later > 0 {
            isBoundBeyondEnd = true
            settlement = Settlement(month: desired, payments: later)
          }
        }
      }
      let last = min(stated ?? limit, limit)
      let offset = inAdvance ? 0 : period.months - 1
      var begin = first
      while begin <= last {
        let month = begin + offset
        if month > last {
          hasUnfinishedPeriod = true
        } else if month < 1 {
          hasSunk = true
        } else {
          months.append(month)
        }
        begin += period.months
      }
      // Without a stated end the horizon is the line's end, so that nothing is cut.
      isCutByHorizon = stated.map { begin <= $0 } ?? (first > limit)
    }
  }

  /// The single payment of a line at a month, whatever its timing says.
  init(month: Int, lineStart: Int) {
    months = [month]
    self.lineStart = lineStart
  }

  /// How many payments fall after a month, up to and including another.
  static func payments(
    first: Int, period: CostLine.Period, inAdvance: Bool, after: Int, through last: Int
  ) -> Int {
    let offset = inAdvance ? 0 : period.months - 1
    func count(through month: Int) -> Int {
      month < first + offset ? 0 : 1 + (month - first - offset) / period.months
    }
    return max(0, count(through: last) - count(through: after))
  }

  /// How many payments a line has between its own two dates, for lines that follow an exit.
  static func payments(of timing: CostLine.Timing) throws(LineFault) -> Int {
    guard case .recurring(let period, let from, let through, let inAdvance) = timing else {
      return 1
    }
    guard let from, let through else { throw .exitWithoutDates }
    if through < from { throw .endsBeforeStart }
    let months = through.monthIndex - from.monthIndex + 1
    return inAdvance ? (months + period.months - 1) / period.months : months / period.months
  }
}
