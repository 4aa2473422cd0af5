import Measures

/// What an option costs as a function of everything that may be varied, in binary floating point:
/// the figures behind draws, tornado, indices and break-even points.
///
/// The present value is a sum of terms, each the product of a factor and a price, and of rebates on
/// spend. The factor holds quantities, tiers, rises, dates and discounting and does not depend on the
/// price; the price is a sum over the lines of the term. Lines that differ in price alone share a
/// term, so that months are gone through once for all of them.
struct CostModel: Sendable, Equatable {
  let frame: Frame
  private(set) var terms: [CostTerm] = []
  /// Reductions that depend on what all lines come to in a period.
  private(set) var rebates: [RebateModel] = []

  /// What the terms of all options of a plan refer to.
  struct Frame: Sendable, Equatable {
    let discounting: Discounting
    let years: Int
    let discountRate: Double
    let rateRange: ThreePoint?
    /// What turns a real rate's 1 + r into a nominal one's; else 1.
    let inflation: Double
    let factors: DiscountFactors
    let courses: [String: CourseModel]
    /// Months by which milestones may move.
    let milestones: [String: ThreePoint]
    /// How far work packages run over together, 0 to 1.
    let workCorrelation: Double

    /// Number of periods with a discount factor, 0 included.
    var periods: Int { 1 + (discounting == .byMonth ? years * 12 + 1 : years) }

    /// The period of a month; by month, its end is the beginning of the next one.
    func period(ofMonth month: Int, isAtEnd: Bool) -> Int {
      discounting == .byMonth
        ? month + (isAtEnd && month > 0 ? 1 : 0) : MonthGrid.year(ofMonth: month)
    }

    init(_ frame: PricingFrame) {
      let plan = frame.plan
      discounting = plan.discounting
      years = plan.years
      discountRate = plan.discountRate.double
      rateRange = ThreePoint(likely: plan.discountRate, plan.discountRateRange)
      if case .real(let inflation?) = plan.rateTerms {
        self.inflation = 1 + inflation.double
      } else {
        inflation = 1
      }
      factors = frame.factors
      var courses: [String: CourseModel] = [:]
      for (name, quantity) in plan.quantities {
        courses[name] = frame.courses[name].map { CourseModel(quantity, course: $0) }
      }
      self.courses = courses
      milestones = plan.milestoneRanges.compactMapValues(\.months)
      workCorrelation = min(max(plan.workCorrelation.double, 0), 1)
    }
  }

  /// Months by which going live may move; `nil` if the day is certain.
  let goLive: ThreePoint?

  /// - Throws: What prevents pricing lines on other days than the likely ones.
  init(_ inputs: CostInputs, frame: PricingFrame) throws(TotalCostError) {
    self.frame = Frame(frame)
    goLive = inputs.goLiveRange?.months
    let builder = LineModelBuilder(inputs, frame: frame, model: self.frame)
    var places: [CostTerm.Shape: Int] = [:]
    for line in try builder.lines() {
      if let place = places[line.shape] {
        terms[place].add(line)
      } else {
        places[line.shape] = terms.count
        var term = CostTerm(shape: line.shape)
        term.add(line)
        terms.append(term)
      }
    }
    rebates = try builder.rebates()
  }
}

/// What a cost is reckoned from.
struct CostInputs: Sendable, Equatable {
  let lines: [CostLine]
  let plan: CostPlan
  let goLive: CalendarDate?
  let goLiveRange: DateRange?
  let baseline: [CostLine]

  /// Whether a day may move on which anything depends.
  var hasUncertainDates: Bool {
    goLiveRange?.months != nil || plan.milestoneRanges.contains { $0.value.months != nil }
  }
}

/// A quantity over its stretches as a function of its start and growth.
struct CourseModel: Sendable, Equatable {
  /// Unrounded values at likely start and growth, one for each stretch.
  let unrounded: [Double]
  let isWhole: Bool
  /// Likely growth a year; `nil` for other courses.
  let growth: Double?
  let growthRange: ThreePoint?
  /// First value as a multiple of the likely one; `nil` if it is certain.
  let scaleRange: ThreePoint?
  /// The quantity that it is a share of, and the share.
  let origin: Origin?

  struct Origin: Sendable, Hashable {
    let name: String
    let share: Double
  }

  init(_ quantity: Quantity, course: QuantityCourse) {
    unrounded = course.unrounded.map(\.double)
    isWhole = course.isWhole
    origin = course.origin.map { Origin(name: $0.name, share: $0.share.double) }
    scaleRange = course.origin == nil ? course.scale : nil
    if case .growing(_, let rate) = quantity.course {
      growth = rate.double
      growthRange = ThreePoint(likely: rate, quantity.growthRange)
    } else {
      (growth, growthRange) = (nil, nil)
    }
  }

  /// First likely value, if draws of it are whole numbers: always rounding up would add half a unit
  /// to it.
  var wholeStart: Double? {
    isWhole && unrounded[0] == unrounded[0].rounded() && unrounded[0] > 0 ? unrounded[0] : nil
  }

  /// The next whole number; a binary fraction just above one is that one.
  static func roundedUp(_ value: Double) -> Double {
    let nearest = value.rounded()
    return value - nearest < 1e-9 * max(nearest, 1) ? max(nearest, 0) : value.rounded(.up)
  }
}

/// Lines that differ in price alone.
struct CostTerm: Sendable, Equatable {
  let shape: Shape
  /// Sum of what lines with a certain price cost per unit of the factor.
  private(set) var certain = 0.0
  /// Lines with an uncertain price.
  private(set) var lines: [Line] = []
  /// The part of ``likely`` that the vendor receives for costs less discounts.
  private(set) var vendor = 0.0
  /// The part of ``likely`` that is paid once for building and introducing the thing.
  private(set) var effort = 0.0

  /// Everything but the price.
  struct Shape: Sendable, Hashable {
    /// Name of the quantity; `nil` if the price depends on none.
    let quantity: String?
    /// What quantities are charged as; slots say which of these they use.
    let charges: [ChargeRule]
    let slots: [Slot]

    /// By what tells most shapes apart: a hash of every payment would take longer than comparing.
    func hash(into hasher: inout Hasher) {
      hasher.combine(quantity)
      hasher.combine(slots.count)
      hasher.combine(slots.last)
    }
  }

  struct Line: Sendable, Equatable {
    let identity: UncertainPrice
    let isOldSystem: Bool
    /// Whether it runs over together with others.
    let isWorkPackage: Bool
    let price: ThreePoint
    let coefficient: Double
  }

  /// Price of all lines at likely values.
  var likely: Double { lines.reduce(certain) { $0 + $1.coefficient * $1.price.likely } }

  mutating func add(_ line: LineModel) {
    if let range = line.range {
      lines.append(
        Line(
          identity: line.identity, isOldSystem: line.isOldSystem,
          isWorkPackage: line.isWorkPackage, price: range, coefficient: line.coefficient))
    } else {
      certain += line.coefficient * line.price
    }
    if line.isVendor { vendor += line.coefficient * line.price }
    if line.isEffort { effort += line.coefficient * line.price }
  }
}

/// Payments that share all factors.
struct Slot: Sendable, Hashable {
  var key: Key
  /// Money per unit of everything else.
  var weight: Double

  struct Key: Sendable, Hashable {
    /// What it adds to: the cost for `nil`, or the spend in one of the windows.
    var window: Window?
    /// Which discount factor applies; `nil` for none.
    var period: Int?
    /// Stretch of the quantity.
    var stretch: Int
    /// Which of the term's charges applies; `nil` for price × quantity.
    var charge: Int?
    /// What else the payment is multiplied with.
    var factors: [SlotFactor] = []

    /// Without the factors, which payments of a line have in common.
    func hash(into hasher: inout Hasher) {
      hasher.combine(window)
      hasher.combine(period)
      hasher.combine(stretch)
      hasher.combine(charge)
      hasher.combine(factors.count)
    }
  }
}

/// Something uncertain that payments are multiplied with.
enum SlotFactor: Sendable, Hashable {
  /// The level of a price after a number of rises, 1 or more.
  case level(RiseModel, rises: Int)
  /// The worth of a currency as a multiple of the likely one.
  case exchangeRate(String, ThreePoint)
  /// 1 if a milestone (going live for `nil`) moves by a number of months or more, else 0.
  case moved(milestone: String?, months: Int)
  /// The price of a line that is a share of others.
  case share(SharePrice)
}

/// The uncertain price of a line that is a share of others.
struct SharePrice: Sendable, Hashable {
  let identity: UncertainPrice
  let isOldSystem: Bool
  let range: ThreePoint
}

/// Months whose payments a rebate on spend is reckoned from.
struct Window: Sendable, Hashable {
  let isOldSystem: Bool
  /// The month before the first; below 0 to take in what is paid exactly at the start.
  let after: Int
  let through: Int
}

/// An uncertain yearly rise of prices, or one that follows an uncertain index.
struct RiseModel: Sendable, Hashable {
  /// Whose prices: the old system's are the same in all options.
  let isOldSystem: Bool
  /// Who raises them: all of one payee's prices rise in step.
  let payee: CostLine.Payee
  /// Range of the rise; beside an index, of what is added to it. `nil` if it is certain.
  let range: ThreePoint?
  /// The likely rise.
  let likely: Double
  let cap: Double
  let floor: Double
  let isCompounding: Bool
  /// What an index adds to each rise; `nil` where there is none.
  let passedOn: [Double?]
  /// The index, where its growth is uncertain.
  let index: UncertainIndex?

  init(_ pricing: LinePricing, isOldSystem: Bool) {
    let (line, level) = (pricing.line, pricing.level)
    self.isOldSystem = isOldSystem
    payee = line.payee
    range = pricing.riseRange
    likely = line.escalation.rate.double
    cap = line.escalation.cap?.double ?? .infinity
    floor = line.escalation.floor?.double ?? -1
    isCompounding = line.escalation.compounding
    index = level.uncertainIndex
    passedOn = level.passedOn
  }
}

/// What a number of units costs per unit of price, where that is not the number itself.
struct ChargeRule: Sendable, Hashable {
  let count: Double
  let minimum: Double
  let tiers: TierPrice.Approximation
  /// The stretch from which on units once paid for are paid for ever after; `nil` if each has its own.
  let ratchetFrom: Int?

  /// The charge for a value of the quantity.
  func callAsFunction(_ quantity: Double) -> Double {
    tiers.charge(units: max(count * quantity, minimum))
  }
}

/// A bonus on what the vendor received in a period.
struct RebateModel: Sendable, Equatable {
  let tiers: TierPrice.Approximation
  /// Payments by the window whose spend they are reckoned from.
  let payments: [Payment]

  struct Payment: Sendable, Equatable {
    let window: Window
    var slots: [Slot]
  }
}
