public import Measures

/// Which line of the input something is about.
public struct LineReference: Sendable, Hashable {
  /// Whose line it is.
  public enum Origin: String, Sendable, Hashable, Codable {
    /// The option's own.
    case offer
    /// The old system's, which runs until go-live.
    case baseline
  }

  /// Whose line it is.
  public let origin: Origin
  /// Its index in the list given, from 0.
  public let index: Int
  /// Its name.
  public let name: String

  /// A line of the input.
  public init(origin: Origin, index: Int, name: String) {
    self.origin = origin
    self.index = index
    self.name = name
  }
}

/// Why a cost cannot be computed.
public enum TotalCostError: Error, Sendable, Equatable {
  /// The horizon is not 1 to 50 years.
  case horizon(years: Int)
  /// An exchange rate is not above zero, or a currency has none.
  case exchangeRate(currency: String)
  /// The discount rate is −1 or less, or so near to −1 or so large that figures lose all meaning.
  case discountRate(Amount)
  /// A range of the discount rate without low ≤ likely ≤ high, or as useless as such a rate.
  case discountRateRange
  /// A range of the go-live day without low ≤ likely ≤ high, or of more than ten years.
  case goLiveRange
  /// A range of a milestone without low ≤ likely ≤ high, or of more than ten years.
  case milestoneRange(String)
  /// A quantity cannot be followed through the years.
  case quantity(name: String, fault: QuantityFault)
  /// A line cannot be priced.
  case line(LineReference, fault: LineFault)
}

/// What is wrong with a quantity.
public enum QuantityFault: Error, Sendable, Equatable {
  /// A value below zero.
  case negative
  /// A list without values.
  case emptySeries
  /// Growth of −100 % or less.
  case growthRate(Amount)
  /// Not low ≤ start ≤ high.
  case rangeNotOrdered
  /// A range around a first year's value of zero, so that there is nothing to scale.
  case rangeAroundZero
  /// A share of a quantity that the plan does not have, or that is itself a share.
  case unknownBase(String)
  /// A value left the range of numbers held exactly.
  case overflow
}

/// What is wrong with a line.
public enum LineFault: Error, Sendable, Equatable {
  /// A cost below zero; only discounts, benefits and retained values may be written so.
  case negativeAmount
  /// Not low ≤ likely ≤ high, or a reduction written with both signs.
  case rangeNotOrdered
  /// A discount that is not a share from 0 to 1.
  case discountShare(Amount)
  /// A price base that is not above zero.
  case priceBase(Amount)
  /// A count below zero.
  case negativeCount(Amount)
  /// A minimum quantity below zero.
  case negativeMinimum(Amount)
  /// A quantity that the plan does not have.
  case unknownQuantity(String)
  /// Tiers without a band, or whose bounds do not rise, or with an open band that is not the last.
  case tiersNotRising
  /// A quantity above the last band.
  case quantityAboveTiers(Amount)
  /// A yearly rise of −100 % or less.
  case escalationRate(Amount)
  /// The lowest rise demanded is above the highest permitted.
  case floorAboveCap
  /// A price index that the plan does not have.
  case unknownIndex(String)
  /// An index without values, with one that is not above zero, or passed on by a share below 0 or
  /// above 1.
  case indexUnusable
  /// A price that rises, in a plan whose rate is after an inflation that nobody states.
  case risesWithRealRate
  /// A currency that the plan has no rate for.
  case unknownCurrency(String)
  /// A probability that is not a share from 0 to 1.
  case probability(Amount)
  /// A tax, productivity loss or ramp-up below zero, or a ramp-up of over 60 months.
  case surcharge
  /// Included units below zero or an overage price below zero, or either beside tiers.
  case allowance
  /// A list price beside tiers, or below zero.
  case listPrice
  /// A term below zero or over 600 months, or a termination fee that is not a share from 0 to 1.
  case term
  /// A share of spend that is not paid again and again in arrears, or one that is no reduction; or a
  /// share of other lines with units of its own.
  case basis
  /// Rises that do not build on each other have brought the price below zero.
  case negativePriceLevel
  /// The last day lies before the first.
  case endsBeforeStart
  /// A payment before the plan's start, not marked as one to leave out.
  case paidBeforeStart
  /// A recurring exit line without first and last day, so that its payments cannot be counted.
  case exitWithoutDates
  /// An amount left the range of numbers held exactly.
  case overflow
}

/// Something that a reader of the figures should know.
public enum CostNote: Sendable, Hashable {
  /// Payments after the horizon are left out.
  case beyondHorizon(LineReference)
  /// Payments before the plan's start are left out, as the line permits.
  case sunk(LineReference)
  /// Paid in arrears, and the last period does not end in time, so that it is not paid for.
  case unfinishedPeriod(LineReference)
  /// A reduction without a price counts as nothing.
  case reductionWithoutPrice(LineReference)
  /// The quantity's range reaches beyond the last band, whose price is then used in draws.
  case rangeAboveTiers(LineReference)
  /// Several alternatives of a group are marked as chosen; the first of them counts.
  case severalChosen(group: String)
  /// The line is paid beyond its own end, since its term binds it.
  case boundBeyondEnd(LineReference)
  /// The last known rate of a currency holds on for later payments.
  case lastRateHeld(currency: String, since: CalendarDate)
  /// The last known value of an index holds on, so that the price does not rise further.
  case lastIndexHeld(String)
  /// There is an old system, but no day on which it ends; it is left out.
  case goLiveMissing
}

/// Runs exact arithmetic for a line.
func exactly<T>(
  _ figure: @autoclosure () throws(ArithmeticOverflow) -> T
) throws(LineFault) -> T {
  do { return try figure() } catch { throw .overflow }
}
