public import Measures

/// One position of an offer's costs: what is paid, how often, from when, and how it rises.
///
/// Amounts are in the currency that the line states (``currency``), without one in the plan's.
public struct CostLine: Sendable, Equatable {
  /// What is paid for, in the offer's words.
  public var name: String
  /// What kind of cost it is.
  public var category: CostCategory
  /// The price of one unit (see ``per``) for one period (see ``timing``).
  public var price: Price
  /// Units bought, beside the quantity in ``per``; 1 unless stated.
  public var count: Amount
  var terms: SharedTerms

  /// A cost line; everything but name, category, price and timing has a usual value.
  public init(
    name: String, category: CostCategory, price: Price, timing: Timing,
    kind: Kind = .cost, payee: Payee = .vendor, priceBase: Amount = .one,
    discount: Amount = .zero, count: Amount = .one, per: String? = nil,
    minimumQuantity: Amount? = nil, tiers: Tiers? = nil,
    escalation: Escalation = Escalation(), status: Status = .included,
    omitsSunkPayments: Bool = false
  ) {
    self.name = name
    self.category = category
    self.price = price
    self.count = count
    let stated = Terms(
      kind: kind, payee: payee, priceBase: priceBase, discount: discount, per: per,
      minimumQuantity: minimumQuantity, tiers: tiers, timing: timing, escalation: escalation,
      status: status, omitsSunkPayments: omitsSunkPayments)
    terms = stated == SharedTerms.usual.values ? .usual : SharedTerms(stated)
  }

  /// Whether a line adds to the cost or reduces it. Amounts of all but ``cost`` may be written with
  /// either sign and always reduce it.
  public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
    /// Money that is paid.
    case cost
    /// A price reduction, rebate or credit by the vendor.
    case discount
    /// A saving or gain elsewhere; shown apart and not in the total (`rulings.md` R11).
    case benefit
    /// What the thing is still worth at the end.
    case retainedValue = "retained_value"
    /// What the same people or money could have earned elsewhere; shown apart, never in the total.
    case opportunity

    /// Whether its amounts reduce the cost.
    var reducesCost: Bool { self != .cost && self != .opportunity }
  }

  /// Who receives the money.
  public enum Payee: String, Sendable, Hashable, Codable, CaseIterable {
    /// The vendor of the offer.
    case vendor
    /// Somebody else.
    case thirdParty = "third_party"
    /// Own people.
    case own
  }

  /// What one unit costs.
  public enum Price: Sendable, Equatable {
    /// A stated amount, with the range in which it may lie; low ≤ likely ≤ high.
    case stated(low: Amount, likely: Amount, high: Amount)
    /// No price yet ("auf Anfrage"); the decision may assume a range.
    case onRequest(assumed: AssumedRange?)

    /// An amount without a range.
    public static func fixed(_ amount: Amount) -> Price {
      .stated(low: amount, likely: amount, high: amount)
    }
  }

  /// A range that the decision assumes for a price nobody has stated.
  public struct AssumedRange: Sendable, Equatable {
    /// Lowest price thought possible.
    public let low: Amount
    /// The price to reckon with.
    public let likely: Amount
    /// Highest price thought possible.
    public let high: Amount

    /// A range with low ≤ likely ≤ high.
    public init(low: Amount, likely: Amount, high: Amount) {
      self.low = low
      self.likely = likely
      self.high = high
    }
  }

  /// Prices by quantity.
  public struct Tiers: Sendable, Equatable {
    /// How tiers apply.
    public enum Mode: String, Sendable, Hashable, Codable, CaseIterable {
      /// Each unit costs the price of the band it lies in.
      case graduated
      /// All units cost the price of the band reached.
      case volume
      /// The band's price is for everything together, whatever ``CostLine/priceBase`` says; nothing
      /// is paid for no units.
      case package
    }

    /// One band: up to and including a quantity.
    public struct Band: Sendable, Equatable {
      /// Last quantity of the band; `nil` for the open one, which comes last.
      public let upTo: Amount?
      /// Price of one unit in the band (of the whole for packages).
      public let price: Amount

      /// A band of prices.
      public init(upTo: Amount?, price: Amount) {
        self.upTo = upTo
        self.price = price
      }
    }

    /// How the bands apply.
    public let mode: Mode
    /// The bands, rising; the upper bound belongs to the lower band (`rulings.md` R8).
    public let bands: [Band]

    /// Prices by quantity.
    public init(mode: Mode, bands: [Band]) {
      self.mode = mode
      self.bands = bands
    }
  }

  /// When a line is paid.
  ///
  /// Exit lines are valued at the time of leaving, whatever date they carry; a recurring one counts
  /// its payments between its two dates, which it then must have.
  public enum Timing: Sendable, Equatable {
    /// Once, on a date; `nil` is the plan's start, for a retained value the horizon's end.
    case once(on: CalendarDate?)
    /// Again and again, from a date to a date (inclusive, both optional: start and end of horizon).
    /// In advance pays in the first month of each period, else in the last; periods count from the
    /// line's start.
    case recurring(every: Period, from: CalendarDate?, through: CalendarDate?, inAdvance: Bool)
  }

  /// How often a recurring line is paid.
  public enum Period: String, Sendable, Hashable, Codable, CaseIterable {
    /// Every month.
    case month
    /// Every three months.
    case quarter
    /// Every six months.
    case halfYear = "half_year"
    /// Every twelve months.
    case year

    /// Months in the period.
    public var months: Int {
      switch self {
      case .month: 1
      case .quarter: 3
      case .halfYear: 6
      case .year: 12
      }
    }
  }

  /// Whether a line belongs to the total (`rulings.md` R11).
  public enum Status: Sendable, Hashable {
    /// Always.
    case included
    /// Only if chosen: listed with its sum, not in the total.
    case optional
    /// One of a group; the one chosen counts, without a choice the first of the group.
    case alternative(group: String, chosen: Bool)
  }
}
