import MCDA
import Measures
import Messages
import TotalCost

/// Costs over years and prices by quantity.
extension Analysis {
  func totalCost() throws(AnalysisFailure) -> [JSONValue.Member] {
    let capex = inputs.amount("capex_at_zero", default: .zero)
    let rate = inputs.amount("discount_rate")
    let years = inputs.integer("years", in: 1...50)
    let start = CalendarDate.earliest
    var lines: [CostLine] = []
    for position in inputs.objects("positions") {
      let first = position.integer("starts_in_year", in: 1...50, default: 1)
      let escalation = position.amount("escalation_per_year", default: .zero)
      let amount = position.amount("first_year_amount")
      lines.append(
        CostLine(
          name: position.text("name") ?? "", category: .subscription, price: .fixed(amount),
          timing: .recurring(
            every: .year,
            from: CalendarDate(year: start.year + first - 1, month: start.month, day: 1),
            through: nil, inAdvance: false),
          escalation: CostLine.Escalation(rate: escalation)))
    }
    try proceed()
    let initial = CostLine(
      name: "capex", category: .subscription, price: .fixed(capex), timing: .once(on: nil))
    func evaluated(_ discounting: Discounting) throws(AnalysisFailure) -> (TotalCost, CostSummary) {
      do throws(TotalCostError) {
        let cost = try TotalCost.evaluate(
          lines: [initial] + lines,
          plan: CostPlan(
            years: years, start: start, discountRate: rate, discounting: discounting))
        if let summary = cost.summary { return (cost, summary) }
      } catch {}
      throw .method(.outOfRange(step: "cost"))
    }
    let (cost, atEnd) = try evaluated(.endOfYear)
    let middle = try evaluated(.midYear).1
    let begin = try evaluated(.startOfYear).1
    var rounded = capex
    var rows: [JSONValue] = []
    do throws(ArithmeticOverflow) {
      for year in 1...years {
        var roundedYear = Amount.zero
        for line in cost.lines.dropFirst() {
          roundedYear = try roundedYear.adding(try line.years[year].nominal.rounded(toPlaces: 2))
        }
        rounded = try rounded.adding(roundedYear)
        rows.append(
          .object([
            .init("year", .integer(year)),
            .init("amount", .text(atEnd.total.years[year].text(places: 6))),
            .init("amount_rounded_per_position", .text(roundedYear.text(places: 2))),
          ]))
      }
    } catch {
      throw .method(.outOfRange(step: "cost"))
    }
    return [
      .init("years", .array(rows)),
      .init(
        "totals_cents",
        .object([
          .init("nominal", .text(atEnd.total.nominal.text(places: 2))),
          .init("end_year", .text(Cents.text(atEnd.total.presentValue))),
          .init("mid_year", .text(Cents.text(middle.total.presentValue))),
          .init("begin_year", .text(Cents.text(begin.total.presentValue))),
          .init("nominal_rounded_yearly", .text(rounded.text(places: 2))),
        ])),
      .init("annuity_of_end_year_total_cents", .text(Cents.text(atEnd.equalAnnualCost))),
    ]
  }

  func tieredPrice() throws(AnalysisFailure) -> [JSONValue.Member] {
    let tiers = inputs.objects("tiers")
    let bands = tiers.map { tier in
      CostLine.Tiers.Band(
        upTo: tier.has("up_to") ? tier.amount("up_to") : nil, price: tier.amount("price"))
    }
    let fees = tiers.map { $0.has("flat_fee") ? $0.amount("flat_fee") : nil }
    let quantity = inputs.amount("quantity")
    let others = inputs.has("quantities") ? inputs.texts("quantities") : []
    try proceed()
    func charge(
      _ mode: CostLine.Tiers.Mode, _ bands: [CostLine.Tiers.Band], _ quantity: Amount
    ) throws(AnalysisFailure) -> Amount {
      let line = CostLine(
        name: "", category: .subscription, price: .fixed(.zero), timing: .once(on: nil),
        count: quantity, tiers: CostLine.Tiers(mode: mode, bands: bands))
      let plan = CostPlan(years: 1, start: .earliest, discountRate: .zero)
      do throws(TotalCostError) {
        if let summary = try TotalCost.evaluate(lines: [line], plan: plan).summary {
          return summary.total.nominal
        }
      } catch {}
      throw stop(
        .matrixTiersDontFit(),
        at: inputs.position("tiers"))
    }
    var members: [JSONValue.Member] = [
      .init("graduated", .text(try charge(.graduated, bands, quantity).text(places: 2))),
      .init("volume", .text(try charge(.volume, bands, quantity).text(places: 2))),
    ]
    if fees.contains(where: { $0 != nil }) {
      let flat = zip(bands, fees).map { CostLine.Tiers.Band(upTo: $0.upTo, price: $1 ?? .zero) }
      let reached = try charge(.package, flat, quantity)
      var touched = Amount.zero
      var lower = Amount.zero
      for band in flat where quantity > lower {
        touched = (try? touched.adding(band.price)) ?? touched
        lower = band.upTo ?? quantity
      }
      members.append(.init("flat_fee_per_touched_slab", .text(touched.text(places: 2))))
      members.append(.init("flat_fee_of_reached_slab", .text(reached.text(places: 2))))
    }
    // Either side of each bound, where mistakes in the rule would show.
    var points: [Amount] = others.compactMap { Amount(plain: $0) }
    if others.isEmpty {
      points = [.zero, .one]
      for bound in bands.compactMap(\.upTo) {
        points += [try? bound.subtracting(.one), bound, try? bound.adding(.one)].compactMap { $0 }
      }
    }
    var at: [JSONValue.Member] = []
    for point in points where !point.isNegative && !at.contains(where: { $0.key == point.text }) {
      if let limit = bands.last?.upTo, point > limit { continue }
      at.append(.init(point.text, .text(try charge(.graduated, bands, point).text(places: 2))))
    }
    return members + [.init("graduated_at", .object(at))]
  }
}
