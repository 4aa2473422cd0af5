internal import DelimitedText
internal import Evaluation
internal import Measures
internal import Messages

/// `cash-flow.csv`: payments by month, contract year and calendar year down, options across.
enum CashFlowTable {
  /// The rows, the header first.
  static func rows(_ evaluation: Evaluation, _ style: TableStyle) -> [[Cell]] {
    let offers = evaluation.orderedOffers
    let start = evaluation.decision.start
    let header: [Cell] =
      [style.header(.grid), style.header(.period), style.header(.from)]
      + offers.map { .text(style.heading($0, in: evaluation)) }
    let months = contract(offers.map(\.cost.byMonth), .month, every: 1, start)
    let years = contract(offers.map(\.cost.byYear), .contractYear, every: 12, start)
    let totals = offers.map { $0.cost.total?.printedMoney }
    return [header]
      + [months, years, fiscal(offers, begin: evaluation.decision.fiscalYearStart)].flatMap {
        grid in rows(grid, totals, style)
      }
  }

  /// A period's place in its grid.
  private struct Period {
    let number: Int
    let from: String
    let amounts: [Amount?]
  }

  /// The same payments cut into periods of one length.
  private struct Grid {
    let word: TableWord
    let periods: [Period]
  }

  /// Months or years of the contract; period 0 is what is paid at the very start.
  private static func contract(
    _ flows: [[Amount]], _ word: TableWord, every months: Int, _ start: CalendarDate
  ) -> Grid {
    let count = flows.map(\.count).max() ?? 0
    let periods = (0..<count).map { number in
      Period(
        number: number, from: month(start.monthIndex + max(number - 1, 0) * months),
        amounts: flows.map { number < $0.count ? $0[number] : nil })
    }
    return Grid(word: word, periods: periods)
  }

  private static func fiscal(_ offers: [OfferResult], begin: Int) -> Grid {
    let years = Set(offers.flatMap { $0.cost.byFiscalYear.map(\.year) }).sorted()
    let periods = years.map { year in
      Period(
        number: year, from: month(year * 12 + begin - 1),
        amounts: offers.map { offer in
          offer.cost.byFiscalYear.first { $0.year == year }?.amount
        })
    }
    return Grid(word: begin == 1 ? .calendarYear : .fiscalYear, periods: periods)
  }

  /// A grid's rows, the rounding difference where one is needed, and the sum.
  private static func rows(
    _ grid: Grid, _ totals: [Amount?], _ style: TableStyle
  ) -> [[Cell]] {
    let printed = grid.periods.map { period in period.amounts.map { $0?.printedMoney } }
    var rows = zip(grid.periods, printed).map { period, amounts in
      let isStart = period.number == 0
      return [
        style.word(grid.word), isStart ? style.word(.start) : style.whole(period.number),
        .text(period.from),
      ] + amounts.map { style.money($0) }
    }
    let difference = RoundingDifference(totals: totals, parts: printed)
    if difference.isNeeded {
      rows.append(
        [style.word(grid.word), style.word(.roundingDifference), .empty]
          + difference.columns.map { style.money($0) })
    }
    rows.append(
      [style.word(grid.word), style.word(.total), .empty] + totals.map { style.money($0) })
    return rows
  }

  /// `2027-07` for months since year 0.
  private static func month(_ index: Int) -> String {
    let number = index % 12 + 1
    return "\(index / 12)-\(number < 10 ? "0" : "")\(number)"
  }
}
