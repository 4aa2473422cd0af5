import Measures

/// How far a line's price has risen by a month, held exactly.
///
/// The price stands at the level of the plan's start (or the line's own) and rises every twelve
/// months, first in the thirteenth month from there unless the line says when.
struct PriceLevel: Sendable {
  private let firstRise: Int
  /// Rises that the price contains already.
  private let risesBefore: Int
  /// Level by the number of rises.
  private let levels: [Factor]
  /// What an index adds to each rise, as a share; `nil` where a threshold keeps the price from moving.
  let passedOn: [Double?]
  /// What the index is reckoned from at each rise, where its growth is uncertain.
  let uncertainIndex: UncertainIndex?

  /// - Parameters:
  ///   - lineStart: The month in which the line begins.
  ///   - lastMonth: The last month that will be asked for.
  init(
    _ escalation: CostLine.Escalation, grid: MonthGrid, lineStart: Int, lastMonth: Int,
    indexes: [String: IndexSeries] = [:]
  ) throws(LineFault) {
    let base = escalation.base == .lineStart ? lineStart : 1
    if let date = escalation.firstIncrease {
      firstRise = grid.month(of: date)
      risesBefore = PriceLevel.rises(from: firstRise, to: base - 1)
    } else {
      firstRise = base + 12
      risesBefore = 0
    }
    if let floor = escalation.floor, let cap = escalation.cap, floor > cap {
      throw .floorAboveCap
    }
    let count = max(0, PriceLevel.rises(from: firstRise, to: lastMonth) - risesBefore)
    let lastBefore = risesBefore > 0 ? firstRise + 12 * (risesBefore - 1) : base
    var rises = try Rises(
      escalation, indexes: indexes, month: grid.start.monthIndex + lastBefore - 1)
    var levels = [Factor.one]
    var sum = Amount.zero
    var passedOn: [Double?] = []
    for rise in 0..<count {
      let month = firstRise + 12 * (risesBefore + rise)
      let change = try rises.passedOn(inMonth: grid.start.monthIndex + month - 1)
      passedOn.append(change?.double)
      let rate =
        try change.map { (change) throws(LineFault) in
          try PriceLevel.limited(
            try exactly(change.adding(escalation.rate)), escalation)
        } ?? .zero
      if escalation.compounding {
        levels.append(try exactly(levels[rise].times(Factor(onePlus: rate))))
      } else {
        sum = try exactly(sum.adding(rate))
        let level = try exactly(Factor(onePlus: sum))
        if level.units < 0 { throw .negativePriceLevel }
        levels.append(level)
      }
    }
    if count == 0 { _ = try PriceLevel.limited(escalation.rate, escalation) }
    self.levels = levels
    self.passedOn = passedOn
    uncertainIndex = rises.uncertain
  }

  /// A rise within what the contract permits; above −100 %.
  private static func limited(
    _ rate: Amount, _ escalation: CostLine.Escalation
  ) throws(LineFault) -> Amount {
    let capped = min(rate, escalation.cap ?? rate)
    let limited = max(capped, escalation.floor ?? capped)
    guard limited > Amount(-1) else { throw .escalationRate(limited) }
    return limited
  }

  /// How often the price has risen by a month since its base.
  func rises(byMonth month: Int) -> Int {
    min(max(0, PriceLevel.rises(from: firstRise, to: month) - risesBefore), levels.count - 1)
  }

  /// The level in a month; 1 before the first rise. Month 0 has the level of month 1.
  func factor(inMonth month: Int) -> Factor { levels[rises(byMonth: max(month, 1))] }

  /// Number of anniversaries from a first month to another, both inclusive.
  private static func rises(from first: Int, to month: Int) -> Int {
    month < first ? 0 : 1 + (month - first) / 12
  }
}

/// An index whose growth after its last value is uncertain, as a price follows it.
struct UncertainIndex: Sendable, Hashable {
  let name: String
  let growth: ThreePoint
  /// Share of a change that is passed on.
  let share: Double
  /// Change that must be reached before the price moves.
  let threshold: Double
  /// The index that the price belongs to.
  let base: Point
  /// The index at each rise.
  var rises: [Point] = []

  /// A known value, and the years for which it has grown since.
  struct Point: Sendable, Hashable {
    let value: Double
    let years: Int

    init(_ point: IndexSeries.Point) { (value, years) = (point.value.double, point.years) }

    /// The index with a growth of a year.
    func callAsFunction(_ onePlusGrowth: Double) -> Double {
      var value = value
      for _ in 0..<years { value *= onePlusGrowth }
      return value
    }
  }
}

/// The rises of a price, one after another.
private struct Rises {
  private(set) var uncertain: UncertainIndex?
  private let escalation: CostLine.Escalation
  private let series: IndexSeries?
  /// The index at the last rise.
  private var reference: Amount

  /// - Parameter month: Months since year 0 of the base, or of the last rise before it.
  init(
    _ escalation: CostLine.Escalation, indexes: [String: IndexSeries], month: Int
  ) throws(LineFault) {
    self.escalation = escalation
    guard let index = escalation.index else {
      series = nil
      reference = .one
      return
    }
    guard let series = indexes[index.name] else { throw .unknownIndex(index.name) }
    if index.share.isNegative || index.share > .one || index.threshold.isNegative {
      throw .indexUnusable
    }
    self.series = series
    var base = try series.point(inMonth: month)
    if let value = index.baseValue {
      reference = value
      base = .init(value: value, years: 0)
    } else {
      reference = try series.value(inMonth: month)
    }
    guard reference > .zero else { throw .indexUnusable }
    if let growth = ThreePoint(likely: series.growthAfter, series.growthRange) {
      uncertain = UncertainIndex(
        name: index.name, growth: growth, share: index.share.double,
        threshold: index.threshold.double, base: .init(base))
    }
  }

  /// What the index passes on in a month since year 0: nothing without one, `nil` below a threshold.
  mutating func passedOn(inMonth month: Int) throws(LineFault) -> Amount? {
    guard let series, let index = escalation.index else { return .zero }
    let now = try series.value(inMonth: month)
    if uncertain != nil { uncertain?.rises.append(.init(try series.point(inMonth: month))) }
    let change = try exactly(now.divided(by: reference).subtracting(.one))
    if Amount(units: abs(change.units)) < index.threshold { return nil }
    reference = now
    return try exactly(change.times(index.share))
  }
}
