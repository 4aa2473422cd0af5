import Measures
import Testing

@testable import TotalCost

/// An amount from plain text; a slip of the pen in a test shows as a failed test.
func amount(_ text: String) -> Amount {
  guard let amount = Amount(plain: text) else {
    Issue.record("not an amount: \(text)")
    return .zero
  }
  return amount
}

/// A date from text.
func date(_ text: String) -> CalendarDate? {
  let date = CalendarDate(text)
  if date == nil { Issue.record("not a date: \(text)") }
  return date
}

/// A plan of five years from 2027-07-01 at 5 %.
func plan(
  years: Int = 5, start: String = "2027-07-01", rate: String = "0.05",
  _ discounting: Discounting = .endOfYear, quantities: [String: Quantity] = [:],
  includesExit: Bool = false, includesBenefits: Bool = false, roundsInvoices: Bool = false
) throws -> CostPlan {
  CostPlan(
    years: years, start: try #require(date(start)), discountRate: amount(rate),
    discounting: discounting, quantities: quantities, includesExit: includesExit,
    includesBenefits: includesBenefits, roundsInvoices: roundsInvoices)
}

/// A yearly line in arrears.
func yearly(
  _ price: String, from: String? = nil, through: String? = nil,
  every period: CostLine.Period = .year, inAdvance: Bool = false, rise: String = "0",
  name: String = "fee", category: CostCategory = .subscription, per: String? = nil
) -> CostLine {
  CostLine(
    name: name, category: category, price: .fixed(amount(price)),
    timing: .recurring(
      every: period, from: from.flatMap(date), through: through.flatMap(date),
      inAdvance: inAdvance),
    per: per, escalation: .init(rate: amount(rise)))
}

/// A one-off line.
func once(
  _ price: String, on day: String? = nil, name: String = "set-up",
  category: CostCategory = .implementation
) -> CostLine {
  CostLine(
    name: name, category: category, price: .fixed(amount(price)),
    timing: .once(on: day.flatMap(date)))
}

/// The total of lines that all have a price.
func summary(
  _ lines: [CostLine], _ plan: CostPlan, goLive: String? = nil, baseline: [CostLine] = []
) throws -> CostSummary {
  let cost = try TotalCost.evaluate(
    lines: lines, plan: plan, goLive: goLive.flatMap(date), baseline: baseline)
  return try #require(cost.summary)
}

/// The first fault of a single line.
func fault(of line: CostLine, in plan: CostPlan) -> LineFault? {
  do {
    _ = try TotalCost.evaluate(lines: [line], plan: plan)
    return nil
  } catch {
    guard case .line(let reference, let fault) = error else { return nil }
    #expect(reference == LineReference(origin: .offer, index: 0, name: line.name))
    return fault
  }
}

/// Rounded half away from zero to cents, for figures published so.
func cents(_ value: Double) -> String {
  Amount(units: Int128(value * 1e6) * 1_000_000).text(places: 2)
}
