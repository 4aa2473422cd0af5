import Measures

/// Where two options cost the same as one figure moves and everything else stays at its likely
/// value.
///
/// Years, prices and build effort, and quantities that are not rounded to whole units, make the
/// difference piecewise linear, with bounds of tiers, of bonuses on spend and of whole shares as its
/// ends: their crossings are exact. Whole quantities are tried one by one. Growth and discount rate
/// are searched for changes of sign on an even grid, more finely where the difference comes near to
/// none without changing sign, and then refined to about twelve digits.
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
            .growth(name), .row(row, perUnit: 1), likely: likely,
            low: min(-0.2, course.growthRange?.low ?? likely, likely),
            high: max(0.5, course.growthRange?.high ?? likely, likely)))
      }
    }
    if let row = row(.discountRate) {
      results.append(
        refined(
          .discountRate, .row(row, perUnit: 1), likely: frame.discountRate,
          low: min(0, frame.rateRange?.low ?? 0, frame.discountRate),
          high: max(0.3, frame.rateRange?.high ?? 0, frame.discountRate)))
    }
    for option in 0..<2 {
      let vendor = summaries[option].vendorPresentValue
      if vendor > 0 {
        let variable = BreakEven.Variable.price(option: names[option])
        results.append(
          hasTieredRebates(option)
            ? piecewise(variable, .prices(option: option), ends: [-1, 9], likely: 0)
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

  /// What is moved, away from the likely values.
  private enum Move {
    /// A row, by values in some unit.
    case row(Int, perUnit: Double)
    /// All prices that an option's vendor receives, by shares.
    case prices(option: Int)
  }

  /// First less second option, and what each bonus with tiers is reckoned from, at some values.
  private struct Response {
    var differences: [Double] = []
    var spends: [[Double]] = []
  }

  private func response(_ move: Move, _ values: [Double]) -> Response {
    var workspace = CostWorkspace(program)
    var result = Response()
    for start in stride(from: 0, to: values.count, by: CostProgram.width) {
      let count = min(CostProgram.width, values.count - start)
      if case .row(let row, let perUnit) = move {
        workspace.withRow(row, count: count) { cells in
          for i in 0..<count { cells[i] = values[start + i] * perUnit }
        }
        workspace.update(program, count: count)
      }
      var spends: [[Double]] = []
      for option in 0..<2 {
        workspace.likelyPrices(of: option, in: program)
        if case .prices(option) = move {
          for (index, term) in program.options[option].terms.enumerated() {
            workspace.withPrices(term: index, count: count) { prices in
              for i in 0..<count { prices[i] += values[start + i] * term.model.vendor }
            }
          }
        }
        workspace.presentValues(of: option, in: program, count: count) { sums in
          if option == 0 {
            result.differences += sums
          } else {
            for i in 0..<count { result.differences[start + i] -= sums[i] }
          }
        }
        spends += workspace.tieredSpends(of: option, in: program, count: count)
      }
      if result.spends.isEmpty { result.spends = spends.map { _ in [] } }
      for index in spends.indices { result.spends[index] += spends[index] }
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
    !program.options[option].tieredRebates.isEmpty
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
    let found = response(.row(row, perUnit: 1 / start), values).differences.map(sign)
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

  /// The most stretches that a quantity is cut into; with more, it is searched on a grid.
  private static let mostStretches = 50_000

  /// A quantity in any amount: linear between bounds of tiers, of minimum quantities and of whole
  /// shares of it.
  private func stretches(_ name: String, _ course: CourseModel, _ row: Int) -> BreakEven {
    let start = course.unrounded[0]
    let high = 10 * start
    var ends: [Double] = [0, high]
    func add(_ units: Double, share: Double) {
      for value in course.unrounded where value > 0 {
        let end = units / share * start / value
        if end < high { ends.append(end) }
      }
    }
    for option in program.options {
      for term in option.terms {
        guard let own = term.model.shape.quantity else { continue }
        let origin = frame.courses[own]?.origin
        guard own == name || origin?.name == name else { continue }
        for rule in term.model.shape.charges {
          let share = rule.count * (origin?.share ?? 1)
          guard share > 0 else { continue }
          for bound in [rule.minimum] + rule.tiers.uppers where bound > 0 && bound.isFinite {
            add(bound, share: share)
          }
        }
      }
    }
    for part in frame.courses.values.filter(\.isWhole).compactMap(\.origin)
    where part.name == name && part.share > 0 {
      let most = (course.unrounded.max() ?? 0) / start * high * part.share
      guard most * Double(course.unrounded.count) < Double(Self.mostStretches) else {
        return refined(
          .quantity(name), .row(row, perUnit: 1 / start), likely: start, low: 0, high: high)
      }
      for units in stride(from: 1.0, through: most, by: 1) { add(units, share: part.share) }
    }
    return piecewise(.quantity(name), .row(row, perUnit: 1 / start), ends: ends, likely: start)
  }

  /// A difference that is linear between neighbouring ends, and where spend reaches a bound of a
  /// bonus; at either it may jump.
  private func piecewise(
    _ variable: BreakEven.Variable, _ move: Move, ends: [Double], likely: Double
  ) -> BreakEven {
    var ends = Set(ends).sorted()
    let (low, high) = (ends[0], ends[ends.count - 1])
    var found = response(move, BreakEvenSearch.inside(ends))
    let bounds = program.options.flatMap(\.tieredRebates).map { [0] + $0.tiers.uppers }
    if !bounds.isEmpty {
      let values = BreakEvenSearch.inside(ends)
      for (bounds, spend) in zip(bounds, found.spends) {
        for i in stride(from: 0, to: values.count, by: 2) where spend[i] != spend[i + 1] {
          for bound in bounds where bound.isFinite {
            let part = (bound - spend[i]) / (spend[i + 1] - spend[i])
            if part > 0, part < 1 { ends.append(values[i] + part * (values[i + 1] - values[i])) }
          }
        }
      }
      ends = Set(ends).sorted()
      found = response(move, BreakEvenSearch.inside(ends))
    }
    let values = BreakEvenSearch.inside(ends)
    let differences = found.differences.map(sign)
    var crossings: [BreakEven.Crossing] = []
    var last: Int?
    for (place, difference) in differences.enumerated() where difference != 0 {
      let now = BreakEven.side(difference)
      if let last, BreakEven.side(differences[last]) != now {
        let value: Double
        if place == last + 1, place % 2 == 0 {
          // Costs jump past each other where one stretch ends.
          value = ends[place / 2]
        } else {
          let part = differences[last] / (differences[last] - difference)
          value = values[last] + part * (values[place] - values[last])
        }
        crossings.append(.init(value: value, cheaperFrom: now))
      }
      last = place
    }
    return BreakEven(
      variable, range: low...high, likely: likely, low: differences.first ?? 0,
      crossings: crossings)
  }

  /// Both ends of every stretch, just inside; further in than what counts as reaching a bound.
  private static func inside(_ ends: [Double]) -> [Double] {
    zip(ends, ends.dropFirst()).flatMap { low, high in
      let width = high - low
      let step = min(
        max(width * 1e-9, 4e-9 * max(low.magnitude, high.magnitude)), width / 4)
      return [low + step, high - step]
    }
  }

  /// An even grid, then ever finer ones around each change of sign.
  private func refined(
    _ variable: BreakEven.Variable, _ move: Move, likely: Double, low: Double, high: Double
  ) -> BreakEven {
    let points = withDips(
      grid(low, high, move).map { ($0.value, sign($0.difference)) }, move)
    var crossings: [BreakEven.Crossing] = []
    var last: (value: Double, side: BreakEven.Side)?
    for (value, difference) in points where difference != 0 {
      let now = BreakEven.side(difference)
      if let last, last.side != now {
        var bracket = (low: last.value, high: value)
        for _ in 0..<5 {
          let inner = grid(bracket.low, bracket.high, move)
          guard
            let place = inner.firstIndex(where: { BreakEven.side($0.difference) != last.side }),
            place > 0
          else { break }
          bracket = (inner[place - 1].value, inner[place].value)
          if inner[place].difference == 0 { break }
        }
        crossings.append(.init(value: bracket.high, cheaperFrom: now))
      }
      last = (value, now)
    }
    return BreakEven(
      variable, range: low...high, likely: likely, low: points[0].difference, crossings: crossings)
  }

  private typealias Point = (value: Double, difference: Double)

  private func grid(_ low: Double, _ high: Double, _ move: Move) -> [Point] {
    let steps = CostProgram.width - 1
    let values = (0...steps).map {
      $0 == steps ? high : low + (high - low) * Double($0) / Double(steps)
    }
    return Array(zip(values, response(move, values).differences))
  }

  /// Adds a point on the other side where the difference comes near to none between points of one
  /// sign, and passes it: there are two crossings.
  private func withDips(_ points: [Point], _ move: Move) -> [Point] {
    var result: [Point] = []
    for place in points.indices {
      result.append(points[place])
      var (low, high) = (max(place - 1, 0), min(place + 1, points.count - 1))
      var found = points
      var centre = place
      for _ in 0..<3 {
        let (before, here, after) = (
          found[low].difference, found[centre].difference, found[high].difference
        )
        let size = here.magnitude
        // A curve that is smooth can dip by no more than it changes nearby.
        let change = max((before - here).magnitude, (after - here).magnitude)
        guard before * after > 0, before * here >= 0, size <= before.magnitude,
          size <= after.magnitude, size <= change
        else { break }
        found = grid(found[low].value, found[high].value, move)
        if let other = found.first(where: { sign($0.difference) * before < 0 }) {
          result.append(other)
          break
        }
        centre =
          found.indices.min {
            found[$0].difference.magnitude < found[$1].difference.magnitude
          } ?? 0
        (low, high) = (max(centre - 1, 0), min(centre + 1, found.count - 1))
      }
    }
    return result.sorted { $0.value < $1.value }
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
