import Measures

/// Where two options cost the same as one figure moves and everything else stays at its likely
/// value.
///
/// Years, prices and build effort, and quantities that are not rounded to whole units, make the
/// difference piecewise linear: their crossings are exact. Whole quantities are tried one by one.
/// Growth and discount rate, and prices and quantities beside a bonus on spend with tiers, are
/// searched for changes of sign on an even grid and then refined to about twelve digits; two
/// crossings within one step of the grid cancel and are not seen.
public struct BreakEven: Sendable, Equatable {
  /// What moves.
  public enum Variable: Sendable, Hashable {
    /// First year's value of a quantity; the course scales with it.
    case quantity(String)
    /// Yearly growth of a quantity.
    case growth(String)
    /// The discount rate.
    case discountRate
    /// Change of all prices that an option's vendor receives: −0.1 for 10 % less.
    case price(option: String)
    /// Change of an option's own work to build or introduce the thing, once: 0.5 for half as much
    /// again.
    case effort(option: String)
    /// Months from the plan's start up to which costs are counted, each with its discount.
    case months
  }

  /// Which of both options is cheaper.
  public enum Side: String, Sendable, Hashable, Codable {
    /// The first one.
    case first
    /// The second one.
    case second
    /// Both cost the same.
    case neither
  }

  /// A change of the cheaper option.
  public struct Crossing: Sendable, Equatable {
    /// Where both cost the same, or where costs jump past each other; for whole figures (whole
    /// quantities, months) the first value on the other side.
    public let value: Double
    /// Which option is cheaper from there on.
    public let cheaperFrom: Side
  }

  /// What moves.
  public let variable: Variable
  /// The range that was searched.
  public let range: ClosedRange<Double>
  /// The value in the plan.
  public let likely: Double
  /// Which option is cheaper at the range's low end.
  public let cheaperAtLow: Side
  /// Changes of the cheaper option, ascending; empty if there are none inside the range.
  public let crossings: [Crossing]

  /// All break-even points of two options of one plan; `nil` if a line without a price prevents a
  /// total. Figures that none of both depends on are left out.
  ///
  /// - Complexity: O((grid + whole units) × payment years of both options).
  public static func all(
    _ first: (name: String, cost: TotalCost), _ second: (name: String, cost: TotalCost)
  ) -> [BreakEven]? {
    guard let search = BreakEvenSearch(first, second) else { return nil }
    return search.all()
  }

  /// - Parameter low: First less second option at the range's low end.
  init(
    _ variable: Variable, range: ClosedRange<Double>, likely: Double, low: Double,
    crossings: [Crossing]
  ) {
    self.variable = variable
    self.range = range
    self.likely = likely
    cheaperAtLow = BreakEven.side(low)
    self.crossings = crossings
  }

  /// Who is cheaper at a difference first − second.
  static func side(_ difference: Double) -> Side {
    difference < 0 ? .first : difference > 0 ? .second : .neither
  }
}

/// Moves figures of two options.
struct BreakEvenSearch {
  private let names: [String]
  private let costs: [TotalCost]
  private let summaries: [CostSummary]
  private let frame: CostModel.Frame
  private let program: CostProgram
  /// Differences up to this count as none: rounding of sums.
  private let tolerance: Double

  init?(
    _ first: (name: String, cost: TotalCost), _ second: (name: String, cost: TotalCost)
  ) {
    guard let a = first.cost.summary, let b = second.cost.summary,
      let firstModel = first.cost.model, let secondModel = second.cost.model
    else { return nil }
    names = [first.name, second.name]
    costs = [first.cost, second.cost]
    summaries = [a, b]
    frame = firstModel.frame
    var freed: Set<CostDriver> = [.discountRate]
    for name in frame.courses.keys {
      freed.insert(.quantity(name))
      freed.insert(.growth(name))
    }
    program = CostProgram(
      [
        .init(name: first.name, model: firstModel, likely: a.total.presentValue),
        .init(name: second.name, model: secondModel, likely: b.total.presentValue),
      ], freeing: freed, keepsAll: true)
    tolerance = 1e-10 * (a.total.presentValue.magnitude + b.total.presentValue.magnitude)
  }

  func all() -> [BreakEven] {
    var results: [BreakEven] = []
    let used = Set(
      program.options.flatMap { $0.terms.compactMap(\.model.shape.quantity) }
        .map { frame.courses[$0]?.origin?.name ?? $0 })
    for name in used.sorted() {
      if let row = row(.quantity(name)), let course = frame.courses[name],
        course.unrounded[0] > 0
      {
        results.append(
          course.isWhole ? whole(name, course, row) : stretches(name, course, row))
      }
      if let row = row(.growth(name)), let course = frame.courses[name],
        let likely = course.growth
      {
        results.append(
          refined(
            .growth(name), row, likely: likely,
            low: min(-0.2, course.growthRange?.low ?? likely, likely),
            high: max(0.5, course.growthRange?.high ?? likely, likely)))
      }
    }
    if let row = row(.discountRate) {
      results.append(
        refined(
          .discountRate, row, likely: frame.discountRate,
          low: min(0, frame.rateRange?.low ?? 0, frame.discountRate),
          high: max(0.3, frame.rateRange?.high ?? 0, frame.discountRate)))
    }
    for option in 0..<2 {
      let vendor = summaries[option].vendorPresentValue
      if vendor > 0 {
        let variable = BreakEven.Variable.price(option: names[option])
        results.append(
          hasTieredRebates(option)
            ? refined(variable, likely: 0, low: -1, high: 9) { priceDifferences(option, $0) }
            : share(variable, option, vendor))
      }
      let effort = effort(of: option)
      if effort > 0 { results.append(share(.effort(option: names[option]), option, effort)) }
    }
    results.append(months())
    return results
  }

  private var difference: Double {
    summaries[0].total.presentValue - summaries[1].total.presentValue
  }

  private func sign(_ difference: Double) -> Double {
    difference.magnitude <= tolerance ? 0 : difference
  }

  private func row(_ driver: CostDriver) -> Int? {
    program.variables.first { $0.variable.driver == driver }?.row
  }

  /// First less second option with a row at each of some values.
  private func differences(_ row: Int, _ values: [Double]) -> [Double] {
    var workspace = CostWorkspace(program)
    var result: [Double] = []
    result.reserveCapacity(values.count)
    for start in stride(from: 0, to: values.count, by: CostProgram.width) {
      let count = min(CostProgram.width, values.count - start)
      workspace.withRow(row, count: count) { cells in
        for i in 0..<count { cells[i] = values[start + i] }
      }
      workspace.update(program, count: count)
      for option in 0..<2 {
        workspace.likelyPrices(of: option, in: program)
        workspace.presentValues(of: option, in: program, count: count) { sums in
          if option == 0 {
            result += sums
          } else {
            for i in 0..<count { result[start + i] -= sums[i] }
          }
        }
      }
    }
    return result
  }

  // MARK: Kinds of figures

  /// A share of an option's cost changes: linear, so there is one crossing at most.
  private func share(
    _ variable: BreakEven.Variable, _ option: Int, _ part: Double
  ) -> BreakEven {
    let range = -1.0...9.0
    let slope = option == 0 ? part : -part
    let crossing = -difference / slope
    let low = difference + range.lowerBound * slope
    return BreakEven(
      variable, range: range, likely: 0, low: sign(low),
      crossings: crossing > range.lowerBound && crossing <= range.upperBound
        ? [.init(value: crossing, cheaperFrom: BreakEven.side(slope))] : [])
  }

  /// Whether a bonus on spend has tiers, so that costs are not linear in prices.
  private func hasTieredRebates(_ option: Int) -> Bool {
    program.options[option].rebates.contains { $0.tiers.mode != nil }
  }

  /// First less second option with the vendor's prices of one of them changed by shares.
  private func priceDifferences(_ changed: Int, _ values: [Double]) -> [Double] {
    var workspace = CostWorkspace(program)
    var result = [Double](repeating: 0, count: values.count)
    for option in 0..<2 {
      workspace.likelyPrices(of: option, in: program)
      if option == changed {
        for (index, term) in program.options[option].terms.enumerated() {
          workspace.withPrices(term: index, count: values.count) { prices in
            for i in prices.indices { prices[i] += values[i] * term.model.vendor }
          }
        }
      }
      workspace.presentValues(of: option, in: program, count: values.count) { sums in
        for i in result.indices { result[i] += option == 0 ? sums[i] : -sums[i] }
      }
    }
    return result
  }

  /// Present value of an option's own work, done once.
  private func effort(of option: Int) -> Double {
    var workspace = CostWorkspace(program)
    workspace.likelyPrices(of: option, in: program)
    let slopes = workspace.slopes(of: option, in: program, scenario: 0)
    return zip(program.options[option].terms, slopes).reduce(0) { $0 + $1.0.model.effort * $1.1 }
  }

  /// Every whole number is tried.
  private func whole(_ name: String, _ course: CourseModel, _ row: Int) -> BreakEven {
    let start = course.unrounded[0]
    let last = min(max(10, (10 * start).rounded(.up)), 50_000)
    let values = (1...Int(last)).map(Double.init)
    let found = differences(row, values.map { $0 / start }).map(sign)
    var crossings: [BreakEven.Crossing] = []
    var side = BreakEven.side(found[0])
    for (value, difference) in zip(values, found) where difference != 0 {
      let now = BreakEven.side(difference)
      if side != .neither, now != side { crossings.append(.init(value: value, cheaperFrom: now)) }
      side = now
    }
    return BreakEven(
      .quantity(name), range: 1...last, likely: start, low: found[0], crossings: crossings)
  }

  /// A quantity in any amount: linear between bounds, unless a share of it comes in whole units or
  /// spend has tiers.
  private func stretches(_ name: String, _ course: CourseModel, _ row: Int) -> BreakEven {
    let isLinear =
      program.options.allSatisfy { $0.rebates.allSatisfy { $0.tiers.mode == nil } }
      && !frame.courses.contains { $0.value.origin?.name == name && $0.value.isWhole }
    if isLinear { return linear(name, course, row) }
    let start = course.unrounded[0]
    return refined(
      .quantity(name), row, likely: start, low: 0, high: 10 * start, perUnit: 1 / start)
  }

  /// Between bounds of tiers and minimum quantities the difference is linear.
  private func linear(_ name: String, _ course: CourseModel, _ row: Int) -> BreakEven {
    let start = course.unrounded[0]
    let high = 10 * start
    var ends: [Double] = [0, high]
    for option in program.options {
      for term in option.terms {
        guard let own = term.model.shape.quantity else { continue }
        let origin = frame.courses[own]?.origin
        guard own == name || origin?.name == name else { continue }
        for rule in term.model.shape.charges where rule.count > 0 {
          let share = rule.count * (origin?.share ?? 1)
          for bound in [rule.minimum] + rule.tiers.uppers where bound > 0 && bound.isFinite {
            for value in course.unrounded where value > 0 && share > 0 {
              let end = bound / share * start / value
              if end < high { ends.append(end) }
            }
          }
        }
      }
    }
    ends = Set(ends).sorted()
    // Both ends of every stretch, just inside, where the difference may jump at a bound.
    let inside = 1e-10
    var values: [Double] = []
    for (low, high) in zip(ends, ends.dropFirst()) {
      values.append(low == 0 ? high * 1e-9 : low * (1 + inside))
      values.append(high * (1 - inside))
    }
    let found = differences(row, values.map { $0 / start }).map(sign)
    var crossings: [BreakEven.Crossing] = []
    var last: (value: Double, difference: Double)?
    for (value, difference) in zip(values, found) where difference != 0 {
      let now = BreakEven.side(difference)
      if let last, BreakEven.side(last.difference) != now {
        let part = last.difference / (last.difference - difference)
        crossings.append(
          .init(value: last.value + part * (value - last.value), cheaperFrom: now))
      }
      last = (value, difference)
    }
    return BreakEven(
      .quantity(name), range: 0...high, likely: start, low: found.first ?? 0,
      crossings: crossings)
  }

  /// A figure with a row of its own.
  private func refined(
    _ variable: BreakEven.Variable, _ row: Int, likely: Double, low: Double, high: Double,
    perUnit scale: Double = 1
  ) -> BreakEven {
    refined(variable, likely: likely, low: low, high: high) {
      differences(row, $0.map { $0 * scale })
    }
  }

  /// An even grid, then ever finer ones around each change of sign.
  ///
  /// - Parameter differences: First less second option at values, at most ``CostProgram/width``.
  private func refined(
    _ variable: BreakEven.Variable, likely: Double, low: Double, high: Double,
    _ differences: ([Double]) -> [Double]
  ) -> BreakEven {
    let steps = CostProgram.width - 1
    func grid(_ low: Double, _ high: Double) -> [Double] {
      (0...steps).map { $0 == steps ? high : low + (high - low) * Double($0) / Double(steps) }
    }
    let values = grid(low, high)
    let found = differences(values).map(sign)
    var crossings: [BreakEven.Crossing] = []
    var last: (value: Double, side: BreakEven.Side)?
    for (value, difference) in zip(values, found) where difference != 0 {
      let now = BreakEven.side(difference)
      if let last, last.side != now {
        var bracket = (low: last.value, high: value)
        for _ in 0..<5 {
          let inner = grid(bracket.low, bracket.high)
          let fine = differences(inner)
          guard let place = fine.firstIndex(where: { BreakEven.side($0) != last.side }),
            place > 0
          else { break }
          bracket = (inner[place - 1], inner[place])
          if fine[place] == 0 { break }
        }
        crossings.append(.init(value: bracket.high, cheaperFrom: now))
      }
      last = (value, now)
    }
    return BreakEven(
      variable, range: low...high, likely: likely, low: found[0], crossings: crossings)
  }

  /// Costs up to each month, as they are discounted in the total.
  private func months() -> BreakEven {
    let crossing = CostCrossing(of: summaries[0].cumulative, against: summaries[1].cumulative)
    let differences = zip(summaries[0].cumulative, summaries[1].cumulative).map { $0 - $1 }
    let low = differences.lazy.map(sign).first { $0 != 0 } ?? 0
    var side = BreakEven.side(low)
    let crossings = crossing.months.map { month in
      side = side == .first ? .second : .first
      return BreakEven.Crossing(value: Double(month), cheaperFrom: side)
    }
    let last = Double(max(differences.count - 1, 0))
    return BreakEven(.months, range: 0...last, likely: last, low: low, crossings: crossings)
  }
}
