public import Measures

extension CostLine {
  /// How a price rises over time (`rulings.md` R8).
  public struct Escalation: Sendable, Equatable {
    /// Where the price level stands as stated.
    public enum Base: String, Sendable, Hashable, Codable {
      /// At the start of the plan, also for lines that begin later.
      case planStart = "start"
      /// At the line's own start.
      case lineStart = "line start"
    }

    /// Follows a named index of the plan.
    public struct Index: Sendable, Equatable {
      /// The name of the series in ``CostPlan/indexes``.
      public var name: String
      /// Share of the index's change that is passed on, 0 to 1.
      public var share: Amount
      /// Change of the index since the last rise that must be reached before the price moves; until
      /// then the change adds up.
      public var threshold: Amount
      /// Value of the index that the stated price belongs to; `nil` is the one of the base month.
      public var baseValue: Amount?

      /// An index passed on in full and at once, unless stated.
      public init(
        name: String, share: Amount = .one, threshold: Amount = .zero, baseValue: Amount? = nil
      ) {
        self.name = name
        self.share = share
        self.threshold = threshold
        self.baseValue = baseValue
      }
    }

    /// Rise a year, 0.03 for 3 %; beside an index what is added to the index's change.
    public var rate: Amount
    /// Range of ``rate``, where it is uncertain. All prices of one payee rise in step: they lie at the
    /// same share of their ranges.
    public var range: RateRange?
    /// Highest rise a year that the contract permits, if it says so.
    public var cap: Amount?
    /// Lowest rise a year that the contract demands, if it says so.
    public var floor: Amount?
    /// The index that the price follows; `nil` for a fixed rise.
    public var index: Index?
    /// Month of the first rise, further ones follow every twelve months; `nil` is twelve months after
    /// the base. Rises before the plan's start are in the price already.
    public var firstIncrease: CalendarDate?
    /// Whose price level the price is.
    public var base: Base
    /// Whether the rises build on each other.
    public var compounding: Bool

    /// No rise unless stated.
    public init(
      rate: Amount = .zero, range: RateRange? = nil, cap: Amount? = nil, floor: Amount? = nil,
      index: Index? = nil,
      firstIncrease: CalendarDate? = nil, base: Base = .planStart, compounding: Bool = true
    ) {
      self.rate = rate
      self.range = range
      self.cap = cap
      self.floor = floor
      self.index = index
      self.firstIncrease = firstIncrease
      self.base = base
      self.compounding = compounding
    }

    /// Whether the price can change at all.
    public var isFlat: Bool {
      rate == .zero && range == nil && index == nil && (floor ?? .zero) <= .zero
    }
  }
}
