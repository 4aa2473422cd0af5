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

  /// - Parameters:
  ///   - lineStart: The month in which the line begins.
  ///   - lastMonth: The last month that will be asked for.
  init(
    _ escalation: CostLine.Escalation, grid: MonthGrid, lineStart: Int, lastMonth: Int
  ) throws(LineFault) {
    let base = escalation.base == .lineStart ? lineStart : 1
    if let date = escalation.firstIncrease {
      firstRise = grid.month(of: date)
      risesBefore = PriceLevel.rises(from: firstRise, to: base - 1)
    } else {
      firstRise = base + 12
      risesBefore = 0
    }
    let rate = min(escalation.rate, escalation.cap ?? escalation.rate)
    guard rate > Amount(-1) else { throw .escalationRate(rate) }
    let count = max(0, PriceLevel.rises(from: firstRise, to: lastMonth) - risesBefore)
    var levels = [Factor.one]
    let step = try exactly(Factor(onePlus: rate))
    for rises in 0..<count {
      if escalation.compounding {
        levels.append(try exactly(levels[rises].times(step)))
      } else {
        let level = try exactly(Factor(onePlus: rate.times(Amount(rises + 1))))
        if level.units < 0 { throw .negativePriceLevel }
        levels.append(level)
      }
    }
    self.levels = levels
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
