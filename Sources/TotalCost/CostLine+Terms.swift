public import Measures

extension CostLine {
  /// What most lines of an offer have in common.
  struct Terms: Sendable, Equatable {
    var kind: Kind
    var payee: Payee
    var priceBase: Amount
    var discount: Amount
    var per: String?
    var minimumQuantity: Amount?
    var tiers: Tiers?
    var timing: Timing
    var escalation: Escalation
    var status: Status
    var omitsSunkPayments: Bool
    var basis: Basis = .units
    var allowance: Allowance?
    var paysHighestQuantity: Bool = false
    var protection: Protection?
    var term: Term?
    var currency: String?
    var shape = RangeShape.triangular
    var unrecoverableTax: Amount = Amount.zero
    var includedTax: Amount = Amount.zero
    var probability: Amount = Amount.one
    var productivityLoss: Amount = Amount.zero
    var rampUpMonths: Int = 0
    var milestones: Milestones = Milestones()
  }

  /// Terms that any number of lines hold together: an offer of 200,000 lines has a few different
  /// ones, and they take more room than all that differs.
  final class SharedTerms: Sendable, Equatable {
    let values: Terms

    init(_ values: Terms) { self.values = values }

    /// Those of a price that is paid once.
    static let usual = SharedTerms(
      Terms(
        kind: .cost, payee: .vendor, priceBase: .one, discount: .zero, per: nil,
        minimumQuantity: nil, tiers: nil, timing: .once(on: nil), escalation: Escalation(),
        status: .included, omitsSunkPayments: false))

    static func == (left: SharedTerms, right: SharedTerms) -> Bool {
      left === right || left.values == right.values
    }
  }

  /// Whether it adds to the cost or reduces it.
  public var kind: Kind {
    get { terms.values.kind }
    set { change { $0.kind = newValue } }
  }
  /// Who receives the money.
  public var payee: Payee {
    get { terms.values.payee }
    set { change { $0.payee = newValue } }
  }
  /// Units that the price is for: 1, or 100 for "per 100"; above 0.
  public var priceBase: Amount {
    get { terms.values.priceBase }
    set { change { $0.priceBase = newValue } }
  }
  /// Share taken off the list price, 0 to 1.
  public var discount: Amount {
    get { terms.values.discount }
    set { change { $0.discount = newValue } }
  }
  /// The name of the quantity that the price multiplies with, such as users; `nil` for a price that
  /// does not depend on one.
  public var per: String? {
    get { terms.values.per }
    set { change { $0.per = newValue } }
  }
  /// Least number of units that is paid for.
  public var minimumQuantity: Amount? {
    get { terms.values.minimumQuantity }
    set { change { $0.minimumQuantity = newValue } }
  }
  /// Prices that depend on the quantity; `nil` if one price holds. They take the place of
  /// ``price``, whose range then scales them: low and high as shares of likely.
  public var tiers: Tiers? {
    get { terms.values.tiers }
    set { change { $0.tiers = newValue } }
  }
  /// When it is paid.
  public var timing: Timing {
    get { terms.values.timing }
    set { change { $0.timing = newValue } }
  }
  /// How the price rises.
  public var escalation: Escalation {
    get { terms.values.escalation }
    set { change { $0.escalation = newValue } }
  }
  /// Whether it belongs to the offer's total.
  public var status: Status {
    get { terms.values.status }
    set { change { $0.status = newValue } }
  }
  /// Whether payments before the plan's start are known to be sunk and simply left out; otherwise
  /// one is an error.
  public var omitsSunkPayments: Bool {
    get { terms.values.omitsSunkPayments }
    set { change { $0.omitsSunkPayments = newValue } }
  }

  /// What its units are: those of ``per``, or money that other lines come to.
  public var basis: Basis {
    get { terms.values.basis }
    set { change { $0.basis = newValue } }
  }
  /// Units that the price includes, and what further ones cost.
  public var allowance: Allowance? {
    get { terms.values.allowance }
    set { change { $0.allowance = newValue } }
  }
  /// Whether units once paid for are paid for from then on, also when the quantity falls again.
  public var paysHighestQuantity: Bool {
    get { terms.values.paysHighestQuantity }
    set { change { $0.paysHighestQuantity = newValue } }
  }
  /// Until when the price is protected, and what holds afterwards.
  public var protection: Protection? {
    get { terms.values.protection }
    set { change { $0.protection = newValue } }
  }
  /// How long a recurring line binds.
  public var term: Term? {
    get { terms.values.term }
    set { change { $0.term = newValue } }
  }
  /// Three-letter code of the currency of all its prices; `nil` is the plan's.
  public var currency: String? {
    get { terms.values.currency }
    set { change { $0.currency = newValue } }
  }
  /// How prices between low and high are spread.
  public var shape: RangeShape {
    get { terms.values.shape }
    set { change { $0.shape = newValue } }
  }
  /// Tax on top that cannot be deducted, as a share of the net price: 0.19 where none can.
  public var unrecoverableTax: Amount {
    get { terms.values.unrecoverableTax }
    set { change { $0.unrecoverableTax = newValue } }
  }
  /// Tax that cannot be deducted and is in the price already, as a share of the net price. Shares of
  /// other lines, and bonuses on spend, are reckoned from net prices.
  public var includedTax: Amount {
    get { terms.values.includedTax }
    set { change { $0.includedTax = newValue } }
  }

  /// What a payment is of its net price.
  func taxFactor() throws(LineFault) -> Amount {
    let onTop = try exactly(Amount.one.adding(unrecoverableTax))
    if includedTax == .zero { return onTop }
    let included = try exactly(Amount.one.adding(includedTax))
    return try exactly(onTop.times(included))
  }

  /// Chance that it is paid at all, 0 to 1. The total holds the expected value.
  public var probability: Amount {
    get { terms.values.probability }
    set { change { $0.probability = newValue } }
  }
  /// Share by which own work takes longer than estimated since everyday business goes on.
  public var productivityLoss: Amount {
    get { terms.values.productivityLoss }
    set { change { $0.productivityLoss = newValue } }
  }
  /// Months from the line's start over which new people become fully productive, in equal steps; what
  /// they cannot do yet is paid for in addition. 0 for none.
  public var rampUpMonths: Int {
    get { terms.values.rampUpMonths }
    set { change { $0.rampUpMonths = newValue } }
  }
  /// Names of the plan's milestones that its dates were taken from.
  public var milestones: Milestones {
    get { terms.values.milestones }
    set { change { $0.milestones = newValue } }
  }

  /// Holds what it has in common with another line together with it, which changes nothing but the
  /// memory that both take.
  public mutating func shareTerms(with other: CostLine) {
    if terms !== other.terms, terms == other.terms { terms = other.terms }
  }

  private mutating func change(_ body: (inout Terms) -> Void) {
    var values = terms.values
    body(&values)
    terms = SharedTerms(values)
  }
}
