public import Measures

/// What it costs to leave, by the year in which one leaves.
///
/// Every line of the category ``CostCategory/exit`` that is neither optional nor a rejected
/// alternative, paid at the end of the last month of the year of leaving, at that year's quantities and prices;
/// and what lines with a term still bind to then.
public struct ExitCost: Sendable, Equatable {
  /// Leaving at the end of year 1, 2, … to the last.
  public let years: [Leaving]
  /// Lines without a price, which count as nothing here.
  public let unpriced: [LineReference]

  /// Leaving at the end of one year.
  public struct Leaving: Sendable, Equatable {
    /// Contract year at whose end one leaves, from 1.
    public let year: Int
    /// What is paid then.
    public let nominal: Amount
    /// The same, discounted to the plan's start.
    public let presentValue: Double
    /// What each line contributes, in the order of the offer.
    public let lines: [Part]
  }

  /// One line's share.
  public struct Part: Sendable, Equatable {
    /// Which line it is.
    public let line: LineReference
    /// What is paid for it.
    public let nominal: Amount
  }

  init(
    lines: [(reference: LineReference, pricing: LinePricing)],
    bound: [(reference: LineReference, pricing: LinePricing)], frame: PricingFrame
  ) throws(TotalCostError) {
    unpriced = lines.filter { $0.pricing.price == nil }.map(\.reference)
    var years: [Leaving] = []
    for year in 1...frame.grid.years {
      let month = year * 12
      var parts: [Part] = []
      var nominal = Amount.zero
      for (reference, pricing) in lines where pricing.price != nil {
        do {
          let amount = try pricing.payment(
            inMonth: month, units: try pricing.units(inMonth: month))
          parts.append(Part(line: reference, nominal: amount))
          nominal = try exactly(nominal.adding(amount))
        } catch {
          throw .line(reference, fault: error)
        }
      }
      for (reference, pricing) in bound {
        do {
          guard let amount = try pricing.commitment(afterMonth: month) else { continue }
          parts.append(Part(line: reference, nominal: amount))
          nominal = try exactly(nominal.adding(amount))
        } catch {
          throw .line(reference, fault: error)
        }
      }
      years.append(
        Leaving(
          year: year, nominal: nominal,
          presentValue: nominal.double * frame.factors.factor(month: month, isAtEnd: true),
          lines: parts))
    }
    self.years = years
  }
}
