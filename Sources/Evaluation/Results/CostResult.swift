import DecisionModel
public import Measures
public import Messages
public import TotalCost

/// What an option costs.
public struct CostResult: Sendable, Equatable, Codable {
  /// Present value over the horizon; `nil` if a price is missing.
  public var presentValue: Double?
  /// Sum over the horizon without discounting; `nil` if a price is missing.
  public var total: Amount?
  /// Present value with missing prices at nothing: the least that it can cost.
  public var lowestPossible: Double
  /// Range of the present value, where amounts or quantities carry ranges.
  public var range: CostRangeResult?
  /// Payments at the very start and in the first contract year.
  public var firstYear: Amount
  /// Sum of one-off payments.
  public var investment: Amount
  /// The same payment every year with the same present value.
  public var equalAnnual: Double?
  /// Total per user and month, if there is a quantity `users`.
  public var perUserAndMonth: Amount?
  /// Running cost of the old system until going live, in the total.
  public var oldSystem: Amount
  /// Present value of the same.
  public var oldSystemPresentValue: Double
  /// Present value of what the vendor receives and could lower by a uniform percentage.
  public var vendorPresentValue: Double
  /// What the vendor receives over the horizon, nominal.
  public var vendorTotal: Amount
  /// Points in the cost goal before weighting, 0 to 1, not limited below.
  public var value: Double?
  /// Whether the present value is better than the scale's best end, so that more saving earns
  /// nothing.
  public var isAboveScale: Bool
  /// Whether the present value is worse than the scale's worst end.
  public var isBelowScale: Bool
  /// Sum of optional positions, not in the total.
  public var optionalTotal: Amount
  /// Sum of benefits, shown apart.
  public var benefitTotal: Amount
  /// Sum of what could have been earned elsewhere, shown apart and never in the total.
  public var opportunityTotal: Amount = .zero
  /// Sum of lines that are paid only with a probability, in the total at their expected value.
  public var contingentTotal: Amount = .zero
  /// By category and contract year.
  public var categories: [CategoryCost]
  /// Costs that no invoice shows (Gartner's indirect costs: downtime and own people's time), in the
  /// categories above.
  public var indirectTotal: Amount = .zero
  /// Present value of the same.
  public var indirectPresentValue: Double = 0
  /// By who receives the money, without the old system.
  public var payees: [PayeeCost] = []
  /// Sum of each contract year; first what is paid at the very start.
  public var byYear: [Amount]
  /// Sum of each month; first what is paid at the very start.
  public var byMonth: [Amount]
  /// Sum of each fiscal year.
  public var byFiscalYear: [FiscalYearCost]
  /// What it has come to by the end of each month, discounted; first at the very start.
  public var cumulative: [Double] = []
  /// The same payment every year over the option's own life, where that is not the horizon.
  public var equalAnnualOverLife: LifeCost?
  /// What changes of exchange rates would do.
  public var exchangeShocks: [ExchangeShockResult] = []
  /// How sure the estimate of the work packages is, where it has ranges.
  public var workEstimate: WorkEstimateResult?
  /// The lines.
  public var lines: [CostLineResult]
}

/// Range of a present value (`rulings.md` R1).
public struct CostRangeResult: Sendable, Equatable, Codable {
  /// In one of ten cases it is lower.
  public var p10: Double
  /// As often lower as higher.
  public var p50: Double
  /// In one of ten cases it is higher.
  public var p90: Double
  /// Whether the likely total lies outside the middle half of the cases.
  public var isPlanOptimistic: Bool
}

/// Cost of a category.
public struct CategoryCost: Sendable, Equatable, Codable {
  /// The category; `nil` is the old system until going live.
  public var category: CostCategory?
  /// By contract year; first what is paid at the very start.
  public var byYear: [Amount]
  /// Sum.
  public var total: Amount
  /// Present value.
  public var presentValue: Double
}

/// Cost paid to one kind of payee.
public struct PayeeCost: Sendable, Equatable, Codable {
  /// Who receives the money.
  public var payee: CostLine.Payee
  /// Sum.
  public var total: Amount
  /// Present value.
  public var presentValue: Double
}

/// Equal annual cost over an option's own life.
public struct LifeCost: Sendable, Equatable, Codable {
  /// Years of the life.
  public var years: Int
  /// The same payment every year with the same present value over the life.
  public var amount: Double
}

/// What a change of an exchange rate would do.
public struct ExchangeShockResult: Sendable, Equatable, Codable {
  /// Three-letter code of the currency.
  public var currency: String
  /// By how much it becomes dearer, 0.1 for 10 %.
  public var change: Amount
  /// From when on.
  public var from: CalendarDate
  /// By how much the present value rises.
  public var presentValueChange: Double
}

/// How sure an estimate of work packages is (three-point estimates).
public struct WorkEstimateResult: Sendable, Equatable, Codable {
  /// Number of packages with a range.
  public var packages: Int
  /// Sum at the likely values, undiscounted.
  public var likely: Double
  /// Sum of the expected values: (low + likely + high) / 3 of a triangle, (low + 4 likely + high) / 6
  /// with `shape: pert`.
  public var expected: Double
  /// Standard deviation of the sum.
  public var standardDeviation: Double
  /// In eight of ten cases it is no more: expected value + 0.8416 standard deviations.
  public var p80: Double
  /// How far the packages run over together, 0 to 1.
  public var correlation: Double
}

/// Cost of a fiscal year.
public struct FiscalYearCost: Sendable, Equatable, Codable {
  /// The calendar year in which it begins.
  public var year: Int
  /// Sum.
  public var amount: Amount
}

/// A cost line and what became of it.
public struct CostLineResult: Sendable, Equatable, Codable {
  /// What is paid for.
  public var name: String
  /// What kind of cost.
  public var category: CostCategory
  /// Who receives it.
  public var payee: CostLine.Payee
  /// The price in the offer's own words.
  public var words: String
  /// `counted`, `optional`, `not_chosen`, `exit_apart`, `benefit_apart`, `opportunity_apart`,
  /// `on_request`, `beyond_horizon`.
  public var treatment: String
  /// Chance that it is paid at all, where that is not certain; its sums are expected values.
  public var probability: Amount?
  /// By contract year; first what is paid at the very start.
  public var byYear: [Amount]
  /// Sum.
  public var total: Amount
  /// Present value.
  public var presentValue: Double
  /// Where it stands.
  public var source: SourcePosition
}
