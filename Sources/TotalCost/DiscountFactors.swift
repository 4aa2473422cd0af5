import Measures
import ReproducibleMath

/// What money of a month or a year is worth at the plan's start.
///
/// Year sums are discounted at the end, middle or start of their year, with whole powers and a
/// square root, so that the figures repeat on every machine. By month, money of the m-th month counts
/// m − 1 months after the start, and m months if it is paid at the month's end, as what is in arrears.
/// What is paid exactly at the start (index 0) is never discounted.
struct DiscountFactors: Sendable, Equatable {
  /// Factor of each contract year from 0, or of the beginning of each month from 0 and of the horizon's
  /// end.
  private let factors: [Double]
  private let isByMonth: Bool
  /// Present value of one a year: the sum of the factors of all years.
  let annuity: Double

  /// - Throws: ``TotalCostError/discountRate(_:)``.
  init(plan: CostPlan) throws(TotalCostError) {
    guard plan.discountRate > Amount(-1), let sum = try? Amount.one.adding(plan.discountRate)
    else { throw .discountRate(plan.discountRate) }
    var base = sum.double
    if case .real(let inflation?) = plan.rateTerms {
      guard inflation > Amount(-1), let rise = try? Amount.one.adding(inflation) else {
        throw .discountRate(inflation)
      }
      base *= rise.double
    }
    isByMonth = plan.discounting == .byMonth
    var factors = [1.0]
    if isByMonth {
      for month in 1...(plan.years * 12 + 1) {
        factors.append(ReproducibleMath.pow(base, -Double(month - 1) / 12))
      }
    } else {
      var power = 1.0
      for _ in 1...plan.years {
        let before = power
        power *= base
        switch plan.discounting {
        case .midYear: factors.append(base.squareRoot() / power)
        case .startOfYear: factors.append(1 / before)
        case .endOfYear, .byMonth: factors.append(1 / power)
        }
      }
    }
    // Beyond this a sum of the largest amounts would leave the range of Double.
    guard factors.allSatisfy({ $0 < 1e200 }) else { throw .discountRate(plan.discountRate) }
    self.factors = factors
    var annuity = 0.0
    for factor in factors[1..<(factors.count - (isByMonth ? 1 : 0))] { annuity += factor }
    self.annuity = isByMonth ? annuity / 12 : annuity
  }

  /// The factor for money of a month, 0 to the last.
  ///
  /// - Parameter isAtEnd: Whether it is paid at the month's end; not in month 0.
  func factor(month: Int, isAtEnd: Bool) -> Double {
    factors[isByMonth ? month + (isAtEnd ? 1 : 0) : MonthGrid.year(ofMonth: month)]
  }

  /// The present value of what a flow has come to at each month's end, from month 0.
  func cumulative(of flow: CashFlow) -> [Double] {
    var sum = 0.0
    return flow.months.indices.map { month in
      sum += value(of: flow, inMonth: month)
      return sum
    }
  }

  /// The present value of a flow; summed from the first period to the last.
  func presentValue(of flow: CashFlow) throws(ArithmeticOverflow) -> Double {
    var sum = 0.0
    if isByMonth {
      for month in flow.months.indices { sum += value(of: flow, inMonth: month) }
    } else {
      for (amount, factor) in zip(try flow.years(), factors) { sum += amount.double * factor }
    }
    return sum
  }

  private func value(of flow: CashFlow, inMonth month: Int) -> Double {
    let (whole, end) = (flow.months[month].double, flow.ends[month].double)
    if end == 0 { return whole * factor(month: month, isAtEnd: false) }
    return (whole - end) * factor(month: month, isAtEnd: false)
      + end * factor(month: month, isAtEnd: true)
  }
}

/// Money by month, exactly; index 0 is the plan's start.
struct CashFlow: Sendable, Equatable {
  private(set) var months: [Amount]
  /// The part of them that is paid at the month's end.
  private(set) var ends: [Amount]

  init(grid: MonthGrid) {
    months = Array(repeating: .zero, count: grid.months + 1)
    ends = months
  }

  mutating func add(_ payments: [LineCost.Payment]) throws(ArithmeticOverflow) {
    for payment in payments {
      months[payment.month] = try months[payment.month].adding(payment.amount)
      if payment.isAtEnd { ends[payment.month] = try ends[payment.month].adding(payment.amount) }
    }
  }

  mutating func subtract(_ payments: [LineCost.Payment]) throws(ArithmeticOverflow) {
    for payment in payments {
      months[payment.month] = try months[payment.month].subtracting(payment.amount)
      if payment.isAtEnd {
        ends[payment.month] = try ends[payment.month].subtracting(payment.amount)
      }
    }
  }

  /// Sums of the contract years; index 0 is the plan's start.
  func years() throws(ArithmeticOverflow) -> [Amount] {
    var years = Array(repeating: Amount.zero, count: MonthGrid.year(ofMonth: months.count - 1) + 1)
    for (month, amount) in months.enumerated() {
      let year = MonthGrid.year(ofMonth: month)
      years[year] = try years[year].adding(amount)
    }
    return years
  }

  /// By year, summed and discounted.
  func summary(factors: DiscountFactors) throws(ArithmeticOverflow) -> YearlyCost {
    let years = try years()
    var nominal = Amount.zero
    for year in years { nominal = try nominal.adding(year) }
    return YearlyCost(
      years: years, nominal: nominal, presentValue: try factors.presentValue(of: self))
  }
}
