public import Measures

/// What one line costs, and whether it belongs to the total.
public struct LineCost: Sendable, Equatable {
  /// Which line it is.
  public let line: LineReference
  /// Whether it belongs to the total, and if not, why.
  public let standing: Standing
  /// What kind of cost it is.
  public let category: CostCategory
  /// Who receives the money.
  public let payee: CostLine.Payee
  /// Every payment in order; reductions are below zero.
  public let payments: [Payment]
  /// What is paid in each contract year; index 0 is what is paid exactly at the plan's start.
  public let years: [Year]
  /// Sum of all payments, undiscounted.
  public let nominal: Amount
  /// Sum of all payments, discounted.
  public let presentValue: Double

  /// Whether a line belongs to the total.
  public enum Standing: String, Sendable, Hashable, Codable, CaseIterable {
    /// In the total.
    case counted
    /// Only if chosen, so not in the total.
    case optional
    /// Another alternative of its group counts.
    case notChosen = "not_chosen"
    /// Cost of leaving, kept apart from the total.
    case exitApart = "exit_apart"
    /// A benefit, kept apart from the total.
    case benefitApart = "benefit_apart"
    /// What could have been earned elsewhere, kept apart from the total.
    case opportunityApart = "opportunity_apart"
    /// Belongs to the total but has no price, so that there is no total.
    case onRequest = "on_request"
    /// Every payment lies after the horizon.
    case beyondHorizon = "beyond_horizon"
  }

  /// Money in one month.
  public struct Payment: Sendable, Equatable {
    /// Month of the plan from 1; 0 is exactly at its start.
    public let month: Int
    /// What is paid; reductions are below zero.
    public let amount: Amount
    /// Whether it is paid at the month's end, as what is in arrears, or due at the horizon's end.
    public let isAtEnd: Bool
  }

  /// A line in one contract year.
  public struct Year: Sendable, Equatable {
    /// What is paid in the year; reductions are below zero.
    public let nominal: Amount
    /// Units paid for; `nil` if nothing is due in the year.
    public let units: Amount?
    /// Price of one unit at the year's first payment, after discount and rises: the average of the
    /// tiers, where there are such. `nil` if nothing is due, or tiers meet no units.
    public let unitPrice: Amount?
  }
}

/// Money by contract year with its sum and present value.
public struct YearlyCost: Sendable, Equatable {
  /// By contract year; index 0 is what is paid exactly at the plan's start.
  public let years: [Amount]
  /// Undiscounted sum.
  public let nominal: Amount
  /// Discounted sum.
  public let presentValue: Double

  /// Money by contract year with its sum and present value.
  public init(years: [Amount], nominal: Amount, presentValue: Double) {
    self.years = years
    self.nominal = nominal
    self.presentValue = presentValue
  }
}
