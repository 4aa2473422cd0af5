import ReproducibleMath

/// The rows of a ``CostProgram`` under one set of scenarios.
struct CostWorkspace {
  private var cells: [Double]
  /// Prices of the terms of one option, row by row.
  private(set) var prices: [Double]
  private var sums = [Double](repeating: 0, count: CostProgram.width)

  /// All variables at their likely values, all rows filled.
  init(_ program: CostProgram) {
    let width = CostProgram.width
    cells = [Double](repeating: 1, count: program.rows * width)
    prices = [Double](
      repeating: 0, count: (program.options.map(\.terms.count).max() ?? 0) * width)
    for (variable, row) in program.variables {
      for i in 0..<width { cells[row * width + i] = variable.distribution.likely }
    }
    for step in program.constantSteps + program.variedSteps { run(step, count: width) }
  }

  /// Puts the values of a variable into its row.
  mutating func set(row: Int, count: Int, _ value: (Int) -> Double) {
    for i in 0..<count { cells[row * CostProgram.width + i] = value(i) }
  }

  /// Works on a row in place.
  mutating func withRow(
    _ row: Int, count: Int, _ body: (UnsafeMutableBufferPointer<Double>) -> Void
  ) {
    let start = row * CostProgram.width
    cells.withUnsafeMutableBufferPointer {
      body(UnsafeMutableBufferPointer(rebasing: $0[start..<(start + count)]))
    }
  }

  /// Works on the price of a term in place.
  mutating func withPrices(
    term: Int, count: Int, _ body: (UnsafeMutableBufferPointer<Double>) -> Void
  ) {
    let start = term * CostProgram.width
    prices.withUnsafeMutableBufferPointer {
      body(UnsafeMutableBufferPointer(rebasing: $0[start..<(start + count)]))
    }
  }

  /// The factor of a term in a scenario.
  func factor(_ term: CostProgram.Term, scenario: Int) -> Double {
    cells[term.factor * CostProgram.width + scenario]
  }

  /// By how much the present value of an option moves with the price of each of its terms, at the
  /// prices that were set: the terms' factors, with rebates on spend at their average rate.
  func slopes(
    of option: Int, in program: CostProgram, scenario: Int
  ) -> [Double] {
    let width = CostProgram.width
    let option = program.options[option]
    var slopes = option.terms.map { cells[$0.factor * width + scenario] }
    cells.withUnsafeBufferPointer { cells in
      prices.withUnsafeBufferPointer { prices in
        for rebate in option.rebates {
          let rate =
            rebate.rate(cells, prices, scenario: scenario)
            * cells[rebate.factor * width + scenario]
          for (term, row) in rebate.spend { slopes[term] += rate * cells[row * width + scenario] }
        }
      }
    }
    return slopes
  }

  /// What each bonus with tiers of an option is reckoned from, at the prices that were set.
  func tieredSpends(of option: Int, in program: CostProgram, count: Int) -> [[Double]] {
    cells.withUnsafeBufferPointer { cells in
      prices.withUnsafeBufferPointer { prices in
        program.options[option].tieredRebates.map { rebate in
          (0..<count).map { rebate.spend(cells, prices, scenario: $0) }
        }
      }
    }
  }

  /// Fills all rows that depend on variables, for the first scenarios.
  mutating func update(_ program: CostProgram, count: Int) {
    for step in program.variedSteps { run(step, count: count) }
  }

  /// Sets the prices of an option's terms to their likely values.
  mutating func likelyPrices(of option: Int, in program: CostProgram) {
    for (index, term) in program.options[option].terms.enumerated() {
      withPrices(term: index, count: CostProgram.width) { $0.update(repeating: term.likely) }
    }
  }

  /// The present values of an option at the prices that were set.
  mutating func presentValues(
    of option: Int, in program: CostProgram, count: Int,
    _ body: (UnsafeBufferPointer<Double>) -> Void
  ) {
    let option = program.options[option]
    let width = CostProgram.width
    cells.withUnsafeBufferPointer { cells in
      prices.withUnsafeBufferPointer { prices in
        sums.withUnsafeMutableBufferPointer { sums in
          for i in 0..<count { sums[i] = option.offset }
          for (index, term) in option.terms.enumerated() {
            let (factor, price) = (term.factor * width, index * width)
            for i in 0..<count { sums[i] += cells[factor + i] * prices[price + i] }
          }
          for rebate in option.rebates {
            let factor = rebate.factor * width
            for i in 0..<count {
              sums[i] += cells[factor + i] * rebate.charge(cells, prices, scenario: i)
            }
          }
          body(UnsafeBufferPointer(rebasing: sums[0..<count]))
        }
      }
    }
  }

  private mutating func run(_ step: CostProgram.Step, count: Int) {
    let width = CostProgram.width
    cells.withUnsafeMutableBufferPointer { cells in
      let math = RowMath(cells, count: count)
      func row(_ number: Int) -> UnsafeMutableBufferPointer<Double> {
        UnsafeMutableBufferPointer(rebasing: cells[(number * width)..<(number * width + count)])
      }
      switch step {
      case .discount(let rate, let to, let discounting, let periods, let inflation):
        CostWorkspace.discount(
          row(rate), discounting, periods: periods, inflation: inflation
        ) { row(to + $0) }
        for period in 2..<max(periods, 2) {
          math.multiply(
            (to + period - 1) * width, (to + periods - 1) * width, to: (to + period) * width)
        }
      case .course(let course, let scale, let growth, let to):
        CostWorkspace.start(course, scale.map(row), in: row(to))
        if let growth {
          for i in 0..<count { row(to)[i] *= course.unrounded[0] }
          for year in to..<(to + course.unrounded.count - 1) {
            math.compound(year * width, rates: growth * width, to: (year + 1) * width)
          }
        } else {
          // From the last year back, since the first row holds the share.
          for year in course.unrounded.indices.reversed() {
            let (start, target) = (row(to), row(to + year))
            for i in 0..<count { target[i] = start[i] * course.unrounded[year] }
          }
        }
        if course.isWhole {
          for year in course.unrounded.indices {
            let target = row(to + year)
            for i in 0..<count { target[i] = CourseModel.roundedUp(target[i]) }
          }
        }
      case .rise(let rise, let rate, let growth, let to):
        if let index = rise.index, let growth {
          CostWorkspace.rise(rise, index, rate.map(row), row(growth)) { row(to + $0) }
        } else if let rate {
          for (number, passedOn) in rise.passedOn.enumerated() {
            // The level before, or 1.
            let (before, target) = (number == 0 ? 0 : to + number - 1, to + number)
            if let passedOn, rise.isCompounding {
              math.compound(
                before * width, rates: rate * width, more: passedOn, floor: rise.floor,
                cap: rise.cap, to: target * width)
            } else {
              CostWorkspace.rise(
                rise, passedOn, row(rate), from: row(before), to: row(target))
            }
          }
        }
      case .share(let source, let ratio, let isWhole, let to, let stretches):
        for stretch in 0..<stretches {
          let (units, target) = (row(source + stretch), row(to + stretch))
          for i in units.indices {
            let share = units[i] * ratio
            target[i] = isWhole ? CourseModel.roundedUp(share) : share
          }
        }
      case .charge(let rule, let course, let to, let stretches):
        CostWorkspace.charge(rule, stretches: stretches, of: { row(course + $0) }) { row(to + $0) }
      case .gate(let months, let moved, let source, let to):
        let (moved, source, target) = (row(moved), row(source), row(to))
        for i in moved.indices {
          target[i] = moved[i].rounded() >= Double(months) ? source[i] : 0
        }
      case .product(let a, let b, let to): math.multiply(a * width, b * width, to: to * width)
      case .factor(let products, let to): products.sum(cells, to: to, count: count)
      }
    }
  }

  private typealias Row = UnsafeMutableBufferPointer<Double>

  /// What quantities are charged as; where units once paid for are paid for ever after, the most of
  /// them so far counts.
  private static func charge(
    _ rule: ChargeRule, stretches: Int, of course: (Int) -> Row, to row: (Int) -> Row
  ) {
    for stretch in 0..<stretches {
      let (units, target) = (course(stretch), row(stretch))
      guard let first = rule.ratchetFrom, stretch > first else {
        for i in units.indices { target[i] = rule(units[i]) }
        continue
      }
      for i in units.indices {
        var most = units[i]
        for earlier in first..<stretch { most = max(most, course(earlier)[i]) }
        target[i] = rule(most)
      }
    }
  }

  /// A price level after one more rise that is reckoned from the first price, or after none; 0 is
  /// the least.
  private static func rise(
    _ rise: RiseModel, _ passedOn: Double?, _ rate: Row, from before: Row, to target: Row
  ) {
    let (cap, floor) = (rise.cap, rise.floor)
    for i in rate.indices {
      guard let passedOn else {
        target[i] = before[i]
        continue
      }
      let raw = passedOn + rate[i]
      let capped = raw > cap ? cap : raw
      let level = before[i] + (capped < floor ? floor : capped)
      target[i] = level < 0 ? 0 : level
    }
  }

  /// Price levels that follow an index of uncertain growth.
  private static func rise(
    _ rise: RiseModel, _ index: UncertainIndex, _ rate: Row?, _ growth: Row, to row: (Int) -> Row
  ) {
    // The exact engine rounds a change to 12 decimals before it compares.
    let threshold = index.threshold - 0.5e-12
    for i in growth.indices {
      let base = 1 + growth[i]
      let own = rate?[i] ?? rise.likely
      var reference = index.base(base)
      var level = 1.0
      for (number, point) in index.rises.enumerated() {
        let now = point(base)
        let change = now / reference - 1
        if change.magnitude >= threshold {
          reference = now
          let limited = max(min(index.share * change + own, rise.cap), rise.floor)
          level = rise.isCompounding ? level * (1 + limited) : max(level + limited, 0)
        }
        row(number)[i] = level
      }
    }
  }

  private static func discount(
    _ rate: Row, _ discounting: Discounting, periods: Int, inflation: Double,
    to row: (Int) -> Row
  ) {
    let (atStart, first, last) = (row(0), row(1), row(periods - 1))
    // The yearly or monthly factor stands in the last row until that is reached.
    for i in rate.indices {
      let base = (1 + rate[i]) * inflation
      atStart[i] = 1
      switch discounting {
      case .endOfYear, .midYear, .startOfYear: last[i] = 1 / base
      case .byMonth: last[i] = ReproducibleMath.pow(base, -1.0 / 12)
      }
    }
    if periods == 2 {
      for i in rate.indices {
        switch discounting {
        case .endOfYear: break
        case .midYear: last[i] = 1 / ((1 + rate[i]) * inflation).squareRoot()
        case .startOfYear, .byMonth: last[i] = 1
        }
      }
      return
    }
    for i in rate.indices {
      switch discounting {
      case .endOfYear: first[i] = last[i]
      case .midYear: first[i] = 1 / ((1 + rate[i]) * inflation).squareRoot()
      case .startOfYear, .byMonth: first[i] = 1
      }
    }
  }

  /// The share of the likely start that a quantity begins with.
  private static func start(_ course: CourseModel, _ scale: Row?, in start: Row) {
    for i in start.indices { start[i] = scale?[i] ?? 1 }
    if let wholeStart = course.wholeStart, scale != nil {
      for i in start.indices { start[i] = (start[i] * wholeStart).rounded() / wholeStart }
    }
  }
}

extension CostProgram.Rebate {
  /// What is charged on the spend of a scenario; spend below zero is none.
  fileprivate func charge(
    _ cells: UnsafeBufferPointer<Double>, _ prices: UnsafeBufferPointer<Double>, scenario: Int
  ) -> Double {
    tiers.charge(units: max(spend(cells, prices, scenario: scenario), 0))
  }

  fileprivate func spend(
    _ cells: UnsafeBufferPointer<Double>, _ prices: UnsafeBufferPointer<Double>, scenario: Int
  ) -> Double {
    let width = CostProgram.width
    var sum = 0.0
    for (term, row) in spend {
      sum += prices[term * width + scenario] * cells[row * width + scenario]
    }
    return sum
  }

  /// What a money unit of spend is charged on average.
  fileprivate func rate(
    _ cells: UnsafeBufferPointer<Double>, _ prices: UnsafeBufferPointer<Double>, scenario: Int
  ) -> Double {
    let spend = spend(cells, prices, scenario: scenario)
    return spend > 0 ? tiers.charge(units: spend) / spend : 0
  }
}
