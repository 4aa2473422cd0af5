import ReproducibleMath

/// The present values of several options under many scenarios at once: the models of the options,
/// laid out as rows of numbers with one column per scenario, and the steps that fill them.
///
/// Row 0 holds ones. Steps that nothing varied touches are run once.
struct CostProgram: Sendable {
  /// Scenarios that are reckoned at once; their rows fit the processor's nearest caches.
  static let width = 256

  /// What is varied, with the row of its values.
  let variables: [(variable: CostVariable, row: Int)]
  /// Steps that no variable touches.
  let constantSteps: [Step]
  /// Steps that are run for every set of scenarios.
  let variedSteps: [Step]
  let rows: Int
  /// How far work packages of an option run over together.
  let workCorrelation: Double
  private(set) var options: [Option]

  /// An option's part of the program.
  struct Option: Sendable {
    let name: String
    /// Exact present value at likely values.
    let likely: Double
    let terms: [Term]
    let rebates: [Rebate]
    /// Whether nothing about it varies.
    let isCertain: Bool
    /// What the terms leave out: lines that nothing uncertain touches, and invoice rounding.
    var offset = 0.0

    /// Those whose share of spend depends on the spend.
    var tieredRebates: [Rebate] { rebates.filter { $0.tiers.mode != nil } }
  }

  /// A term of an option's model.
  struct Term: Sendable {
    let model: CostTerm
    /// The row with the factor.
    let factor: Int
    /// Price at likely values.
    let likely: Double
  }

  /// A payment that depends on what terms come to in a window.
  struct Rebate: Sendable {
    let tiers: TierPrice.Approximation
    /// The row with what a money unit of the charge comes to.
    let factor: Int
    /// Terms by index, with the row of what they add to the spend per unit of price.
    let spend: [(term: Int, row: Int)]
  }

  /// How rows are made from other rows.
  enum Step: Sendable {
    /// Discount factors of all periods from the rate in a row.
    case discount(rate: Int, to: Int, discounting: Discounting, periods: Int, inflation: Double)
    /// A quantity stretch by stretch; rows of scale and growth where these vary.
    case course(CourseModel, scale: Int?, growth: Int?, to: Int)
    /// Price levels after 1, 2, … rises.
    case rise(RiseModel, rate: Int?, growth: Int?, to: Int)
    /// A quantity that is a share of another, stretch by stretch.
    case share(of: Int, ratio: Double, isWhole: Bool, to: Int, stretches: Int)
    /// What quantities are charged as, stretch by stretch.
    case charge(ChargeRule, course: Int, to: Int, stretches: Int)
    /// A row where a day has moved by that many months or more, else zeros.
    case gate(months: Int, moved: Int, of: Int, to: Int)
    /// The product of two rows.
    case product(Int, Int, to: Int)
    /// The factor of a term: a sum of products of three rows.
    case factor(RowProducts, to: Int)
  }

  /// An option with its name.
  struct Source {
    let name: String
    let model: CostModel
    /// Exact present value.
    let likely: Double
  }

  /// - Parameters:
  ///   - sources: The options, all of one plan.
  ///   - freed: Drivers that are varied though they have no range; their distribution is the likely
  ///     value alone.
  ///   - keepsAll: Whether terms that nothing varied touches are kept too.
  init(_ sources: [Source], freeing freed: Set<CostDriver> = [], keepsAll: Bool = false) {
    var builder = ProgramBuilder(freed: freed)
    var options: [Option] = []
    for source in sources {
      options.append(builder.option(source, keepsAll: keepsAll))
    }
    variables = builder.variables
    constantSteps = builder.constant
    variedSteps = builder.varied
    rows = builder.rows
    workCorrelation = sources.first?.model.frame.workCorrelation ?? 0
    self.options = options
    // What the modelled terms come to at likely values is taken out of the exact figure.
    var workspace = CostWorkspace(self)
    for index in options.indices {
      var values = [0.0]
      workspace.likelyPrices(of: index, in: self)
      workspace.presentValues(of: index, in: self, count: 1) { values[0] = $0[0] }
      self.options[index].offset = options[index].likely - values[0]
    }
  }
}

/// Hands out rows, each figure once.
private struct ProgramBuilder {
  let freed: Set<CostDriver>
  var variables: [(variable: CostVariable, row: Int)] = []
  var constant: [CostProgram.Step] = []
  var varied: [CostProgram.Step] = []
  var rows = 1
  private var known: [Key: Place] = [:]

  /// Where a figure stands, and whether it varies.
  struct Place {
    let row: Int
    let isVaried: Bool
  }

  private enum Key: Hashable {
    case variable(CostVariable)
    case discount
    case course(String)
    case rise(RiseModel, CostDriver?)
    case charge(String, ChargeRule)
    case gate(CostDriver, months: Int, row: Int)
    case product(Int, Int)
    case factor(CostTerm.Shape, Window?, option: String?)
  }

  init(freed: Set<CostDriver>) { self.freed = freed }

  private mutating func take(_ count: Int) -> Int {
    defer { rows += count }
    return rows
  }

  private mutating func place(
    _ key: Key, rows count: Int, isVaried: Bool, _ step: (Int) -> CostProgram.Step
  ) -> Place {
    if let place = known[key] { return place }
    let place = Place(row: take(count), isVaried: isVaried)
    known[key] = place
    if isVaried { varied.append(step(place.row)) } else { constant.append(step(place.row)) }
    return place
  }

  /// The row of a variable; `nil` if it is certain.
  private mutating func variable(
    _ driver: CostDriver, _ range: ThreePoint?, likely: Double
  ) -> Int? {
    guard range != nil || freed.contains(driver) else { return nil }
    let variable = CostVariable(
      driver: driver, distribution: range ?? ThreePoint(low: likely, likely: likely, high: likely))
    if let place = known[.variable(variable)] { return place.row }
    let row = take(1)
    known[.variable(variable)] = Place(row: row, isVaried: true)
    variables.append((variable, row))
    return row
  }

  /// Discount factors from period 0.
  private mutating func discounts(_ frame: CostModel.Frame) -> Place {
    if let place = known[.discount] { return place }
    var rate = variable(.discountRate, frame.rateRange, likely: frame.discountRate)
    let isVaried = rate != nil
    if rate == nil {
      // A certain rate has a row too, so that there is one way to reckon factors.
      rate = take(1)
      var certain = RowProducts()
      certain.append(weight: frame.discountRate, rows: [0])
      constant.append(.factor(certain, to: (rate ?? 0) * CostProgram.width))
    }
    return place(.discount, rows: frame.periods, isVaried: isVaried) {
      .discount(
        rate: rate ?? 0, to: $0, discounting: frame.discounting, periods: frame.periods,
        inflation: frame.inflation)
    }
  }

  private mutating func course(_ name: String, _ frame: CostModel.Frame) -> Place? {
    if let place = known[.course(name)] { return place }
    guard let model = frame.courses[name] else { return nil }
    if let origin = model.origin {
      guard let source = course(origin.name, frame) else { return nil }
      return place(
        .course(name), rows: model.unrounded.count, isVaried: source.isVaried
      ) {
        .share(
          of: source.row, ratio: origin.share, isWhole: model.isWhole, to: $0,
          stretches: model.unrounded.count)
      }
    }
    let scale = variable(.quantity(name), model.scaleRange, likely: 1)
    let growth = model.growth.flatMap {
      variable(.growth(name), model.growthRange, likely: $0)
    }
    return place(
      .course(name), rows: model.unrounded.count, isVaried: scale != nil || growth != nil
    ) {
      .course(model, scale: scale, growth: growth, to: $0)
    }
  }

  private mutating func product(_ a: Place, _ b: Place) -> Place {
    if a.row == 0 { return b }
    if b.row == 0 { return a }
    return place(.product(a.row, b.row), rows: 1, isVaried: a.isVaried || b.isVaried) {
      .product(a.row, b.row, to: $0)
    }
  }

  /// The row of what payments are multiplied with, times a row.
  private mutating func place(
    of factor: SlotFactor, times other: Place, model: CostModel, option: String
  ) -> Place {
    switch factor {
    case .level(let rise, let rises):
      let driver = CostDriver.rise(option: rise.isOldSystem ? nil : option, payee: rise.payee)
      let rate = rise.range.flatMap { variable(driver, $0, likely: rise.likely) }
      let growth = rise.index.flatMap {
        variable(.indexGrowth($0.name), $0.growth, likely: $0.growth.likely)
      }
      let levels = place(
        .rise(rise, rate == nil ? nil : driver), rows: rise.passedOn.count, isVaried: true
      ) {
        .rise(rise, rate: rate, growth: growth, to: $0)
      }
      return product(Place(row: levels.row + rises - 1, isVaried: true), other)
    case .exchangeRate(let currency, let range):
      guard let row = variable(.exchangeRate(currency), range, likely: 1) else { return other }
      return product(Place(row: row, isVaried: true), other)
    case .moved(let milestone, let months):
      let driver = milestone.map { CostDriver.milestone($0) } ?? .goLive(option: option)
      let range = milestone.map { model.frame.milestones[$0] } ?? model.goLive
      guard let moved = variable(driver, range, likely: 0) else { return other }
      return place(.gate(driver, months: months, row: other.row), rows: 1, isVaried: true) {
        .gate(months: months, moved: moved, of: other.row, to: $0)
      }
    case .share(let price):
      let driver = CostDriver.share(
        option: price.isOldSystem ? nil : option, price: price.identity)
      guard let row = variable(driver, price.range, likely: price.range.likely) else {
        return other
      }
      return product(Place(row: row, isVaried: true), other)
    }
  }

  /// The row of the sum of some slots.
  private mutating func sum(
    _ slots: [Slot], shape: CostTerm.Shape, window: Window?, model: CostModel, option: String
  ) -> Place {
    let frame = model.frame
    let discounts = discounts(frame)
    let quantity = shape.quantity.flatMap { course($0, frame) }
    var charges: [Place] = []
    if let name = shape.quantity, let course = quantity {
      let stretches = frame.courses[name]?.unrounded.count ?? 1
      charges = shape.charges.map { rule in
        place(.charge(name, rule), rows: stretches, isVaried: course.isVaried) {
          .charge(rule, course: course.row, to: $0, stretches: stretches)
        }
      }
    }
    var isVaried = false
    var products = RowProducts()
    let width = CostProgram.width
    for slot in slots {
      let key = slot.key
      var last =
        key.period.map { Place(row: discounts.row + $0, isVaried: discounts.isVaried) }
        ?? Place(row: 0, isVaried: false)
      // The first level of a price is a factor by itself, since many share it.
      var level = Place(row: 0, isVaried: false)
      for factor in key.factors {
        if case .level = factor, level.row == 0 {
          level = place(of: factor, times: level, model: model, option: option)
        } else {
          last = place(of: factor, times: last, model: model, option: option)
        }
      }
      let units =
        key.charge.flatMap { charges.indices.contains($0) ? charges[$0] : nil } ?? quantity
      isVaried = isVaried || last.isVaried || level.isVaried || units?.isVaried == true
      // Ones are no factors, but a product has one row at least.
      let rows = [level.row, units.map { $0.row + key.stretch } ?? 0, last.row].filter { $0 > 0 }
      products.append(weight: slot.weight, rows: (rows.isEmpty ? [0] : rows).map { $0 * width })
    }
    // Options share factors unless they contain something of their own.
    let isOwn = slots.contains { $0.key.factors.contains(where: \.isOfOption) }
    return place(
      .factor(shape, window, option: isOwn ? option : nil), rows: 1, isVaried: isVaried
    ) { .factor(products, to: $0 * CostProgram.width) }
  }

  /// An option's part of the program.
  mutating func option(
    _ source: CostProgram.Source, keepsAll: Bool
  ) -> CostProgram.Option {
    let model = source.model
    var isRebateVaried = false
    var found: [(term: CostTerm, factor: Place, spend: [Window: Place])] = []
    for term in model.terms {
      let slots = term.shape.slots
      let factor = sum(
        slots.filter { $0.key.window == nil }, shape: term.shape, window: nil, model: model,
        option: source.name)
      var spend: [Window: Place] = [:]
      for slot in slots {
        guard let window = slot.key.window, spend[window] == nil else { continue }
        let place = sum(
          slots.filter { $0.key.window == window }, shape: term.shape, window: window,
          model: model, option: source.name)
        spend[window] = place
        if place.isVaried || !term.lines.isEmpty { isRebateVaried = true }
      }
      found.append((term, factor, spend))
    }
    var payments: [(tiers: TierPrice.Approximation, window: Window, factor: Place)] = []
    for rebate in model.rebates {
      for payment in rebate.payments {
        let factor = sum(
          payment.slots,
          shape: CostTerm.Shape(quantity: nil, charges: [], slots: payment.slots),
          window: payment.window, model: model, option: source.name)
        payments.append((rebate.tiers, payment.window, factor))
        if factor.isVaried { isRebateVaried = true }
      }
    }
    let hasRebates = keepsAll || isRebateVaried
    var terms: [CostProgram.Term] = []
    var spends: [Window: [(term: Int, row: Int)]] = [:]
    var isCertain = !isRebateVaried
    for (term, factor, spend) in found {
      let isVaried = factor.isVaried || !term.lines.isEmpty
      if isVaried { isCertain = false }
      guard keepsAll || isVaried || (hasRebates && !spend.isEmpty) else { continue }
      if hasRebates {
        for (window, place) in spend {
          spends[window, default: []].append((terms.count, place.row))
        }
      }
      terms.append(CostProgram.Term(model: term, factor: factor.row, likely: term.likely))
    }
    let rebates =
      hasRebates
      ? payments.map {
        CostProgram.Rebate(tiers: $0.tiers, factor: $0.factor.row, spend: spends[$0.window] ?? [])
      } : []
    return CostProgram.Option(
      name: source.name, likely: source.likely, terms: terms, rebates: rebates,
      isCertain: isCertain)
  }
}

extension SlotFactor {
  /// Whether it is something of one option's own.
  fileprivate var isOfOption: Bool {
    switch self {
    case .level(let rise, _): !rise.isOldSystem && rise.range != nil
    case .exchangeRate: false
    case .moved(let milestone, _): milestone == nil
    case .share(let price): !price.isOldSystem
    }
  }
}
