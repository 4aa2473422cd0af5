public import Measures

/// The total of an option and what it consists of.
///
/// Exact but for present values. ``total`` is the sum of ``categories`` and ``oldSystem``, and also
/// of ``investment``, ``recurring``, ``oldSystem`` and ``exit`` less ``retainedValue`` and
/// ``benefits``.
public struct CostSummary: Sendable, Equatable {
  /// Everything that counts.
  public let total: YearlyCost
  /// The total by month; index 0 is what is paid exactly at the plan's start.
  public let months: [Amount]
  /// The total by fiscal year, a payment counting in the year of its month; in order.
  public let fiscalYears: [FiscalYear]
  /// The total at each month's end, discounted; the last is the present value but for rounding.
  public let cumulative: [Double]
  /// By kind of cost, in the order of ``CostCategory``, without the old system; only those that
  /// occur.
  public let categories: [Share<CostCategory>]
  /// The indirect costs among them, which no invoice shows (Gartner).
  public let indirect: YearlyCost
  /// By who receives the money, in the order of ``CostLine/Payee``, without the old system.
  public let payees: [Share<CostLine.Payee>]
  /// What the old system costs until go-live.
  public let oldSystem: YearlyCost
  /// One-off costs less one-off discounts, undiscounted; without the cost of leaving.
  public let investment: Amount
  /// Recurring costs less recurring discounts, undiscounted; without the old system.
  public let recurring: Amount
  /// The cost of leaving at the horizon's end, undiscounted, so far as the plan includes it.
  public let exit: Amount
  /// What the thing is still worth; above zero, and deducted from the total.
  public let retainedValue: YearlyCost
  /// Benefits deducted from the total because the plan includes them; above zero.
  public let benefits: YearlyCost
  /// What is paid at the plan's start and in contract year 1.
  public let firstYear: Amount
  /// The same amount every year with the same present value: present value over the sum of the
  /// years' discount factors.
  public let equalAnnualCost: Double
  /// The undiscounted total per user and month, over all user months of the plan; `nil` unless a
  /// quantity is named `users`.
  public let perUserAndMonth: Amount?
  /// Present value of what the vendor receives, discounts deducted: what a price cut acts on.
  public let vendorPresentValue: Double

  /// A part of the total.
  public struct Share<Key: Sendable & Equatable>: Sendable, Equatable {
    /// Which part.
    public let key: Key
    /// Its money.
    public let cost: YearlyCost
  }

  /// Money of a fiscal year, see ``CostPlan/fiscalYearStart``.
  public struct FiscalYear: Sendable, Equatable {
    /// The calendar year in which it begins, such as 2027.
    public let year: Int
    /// What is paid in it.
    public let nominal: Amount
  }

  /// The present value after the vendor cuts all of its prices by a share; exactly linear.
  ///
  /// - Parameter priceCut: 0.1 for 10 % off.
  public func presentValue(afterPriceCut priceCut: Double) -> Double {
    total.presentValue - priceCut * vendorPresentValue
  }
}

/// Adds up the lines that count.
struct CostTally {
  private let frame: PricingFrame
  private var total: CashFlow
  private var categories: [CostCategory: CashFlow] = [:]
  private var payees: [CostLine.Payee: CashFlow] = [:]
  private var oldSystem: CashFlow
  private var indirect: CashFlow
  private var retainedValue: CashFlow
  private var benefits: CashFlow
  private var vendor: CashFlow
  private var investment = Amount.zero
  private var recurring = Amount.zero
  private var exit = Amount.zero

  init(frame: PricingFrame) {
    self.frame = frame
    let empty = CashFlow(grid: frame.grid)
    (total, oldSystem, retainedValue, benefits, vendor) = (empty, empty, empty, empty, empty)
    indirect = empty
  }

  /// Adds a line that counts.
  mutating func add(_ entry: PricedLines.Entry) throws(TotalCostError) {
    do { try tally(entry) } catch { throw .line(entry.cost.line, fault: .overflow) }
  }

  private mutating func tally(_ entry: PricedLines.Entry) throws(ArithmeticOverflow) {
    let cost = entry.cost
    let payments = cost.payments
    try total.add(payments)
    if cost.line.origin == .baseline {
      try oldSystem.add(payments)
      return
    }
    let empty = CashFlow(grid: frame.grid)
    try categories[cost.category, default: empty].add(payments)
    try payees[cost.payee, default: empty].add(payments)
    if cost.category.isIndirect { try indirect.add(payments) }
    switch entry.pricing.line.kind {
    case .retainedValue: try retainedValue.subtract(payments)
    case .benefit: try benefits.subtract(payments)
    case .cost, .discount, .opportunity:
      if cost.payee == .vendor { try vendor.add(payments) }
      if cost.category == .exit {
        exit = try exit.adding(cost.nominal)
      } else if case .once = entry.pricing.line.timing {
        investment = try investment.adding(cost.nominal)
      } else {
        recurring = try recurring.adding(cost.nominal)
      }
    }
  }

  /// The total; an overflow here has no single line to blame, so the last one added is named.
  func summary() throws(ArithmeticOverflow) -> CostSummary {
    let factors = frame.factors
    let sum = try total.summary(factors: factors)
    var categoryShares: [CostSummary.Share<CostCategory>] = []
    for category in CostCategory.allCases {
      guard let flow = categories[category] else { continue }
      categoryShares.append(.init(key: category, cost: try flow.summary(factors: factors)))
    }
    var payeeShares: [CostSummary.Share<CostLine.Payee>] = []
    for payee in CostLine.Payee.allCases {
      guard let flow = payees[payee] else { continue }
      payeeShares.append(.init(key: payee, cost: try flow.summary(factors: factors)))
    }
    return CostSummary(
      total: sum, months: total.months, fiscalYears: try fiscalYears(),
      cumulative: factors.cumulative(of: total), categories: categoryShares,
      indirect: try indirect.summary(factors: factors), payees: payeeShares,
      oldSystem: try oldSystem.summary(factors: factors), investment: investment,
      recurring: recurring, exit: exit,
      retainedValue: try retainedValue.summary(factors: factors),
      benefits: try benefits.summary(factors: factors),
      firstYear: try sum.years[0].adding(sum.years[1]),
      equalAnnualCost: sum.presentValue / factors.annuity,
      perUserAndMonth: try perUserAndMonth(sum.nominal),
      vendorPresentValue: try factors.presentValue(of: vendor))
  }

  private func fiscalYears() throws(ArithmeticOverflow) -> [CostSummary.FiscalYear] {
    let begin = min(max(frame.plan.fiscalYearStart, 1), 12)
    // Months since the begin of a fiscal year at the plan's start.
    let ahead = (frame.grid.start.month - begin + 12) % 12
    var sums: [Amount] = []
    for (month, amount) in total.months.enumerated() {
      let index = (ahead + max(month, 1) - 1) / 12
      if index == sums.count { sums.append(.zero) }
      sums[index] = try sums[index].adding(amount)
    }
    let first = frame.grid.start.year - (frame.grid.start.month < begin ? 1 : 0)
    return sums.enumerated().map { .init(year: first + $0.offset, nominal: $0.element) }
  }

  private func perUserAndMonth(_ nominal: Amount) throws(ArithmeticOverflow) -> Amount? {
    guard let users = frame.courses["users"] else { return nil }
    var userMonths = Amount.zero
    for month in 1...frame.grid.months {
      userMonths = try userMonths.adding(users.values[users.stretch(ofMonth: month)])
    }
    return userMonths == .zero ? nil : try nominal.divided(by: userMonths)
  }
}
