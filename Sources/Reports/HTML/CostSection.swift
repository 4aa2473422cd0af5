internal import DecisionModel
internal import Evaluation
internal import Measures
internal import Messages
internal import TotalCost

// What the options cost, when, and for what.
extension ReportPage {
  var costSection: ReportSection? {
    guard offers.contains(where: { !$0.cost.categories.isEmpty }) else { return nil }
    return ReportSection(id: "costs", title: Label.costs, startsPage: true) { out in
      writeCostFigure(to: &out)
      writeCostRanges(to: &out)
      writeCostNotes(to: &out)
      writeCostFacts(to: &out)
      writeCurves(to: &out)
      writeCategories(to: &out)
      writePayees(to: &out)
      writeYears(to: &out)
      writeCostRisk(to: &out)
      writeOutsideTotal(to: &out)
      writeCostLines(to: &out)
    }
  }

  /// The categories that get a colour, the largest first; the rest is folded.
  var heaviestCategories: [String] {
    var sums: [String: Double] = [:]
    for offer in offers {
      for category in offer.cost.categories {
        sums[category.key, default: 0] += abs(category.presentValue)
      }
    }
    let sorted = sums.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }
    return sorted.prefix(sorted.count <= 5 ? 5 : 4).map(\.key)
  }

  private var hasFoldedCategories: Bool {
    Set(offers.flatMap { $0.cost.categories.map(\.key) }).count > 5
  }

  private func writeCostFigure(to out: inout HTMLWriter) {
    let heaviest = heaviestCategories
    let widest = offers.reduce(1.0) { widest, offer in
      max(widest, offer.cost.presentValue ?? offer.cost.lowestPossible, offer.cost.range?.p90 ?? 0)
    }
    out.element(.figure) { out in
      out.element(.figcaption, text: costTitle)
      out.scrolling(word(Label.costs)) { out in
        out.element(.table, .classes("plain")) { out in
          out.head([
            (word(Label.option), false), (word(Label.byCategory), false),
            (word(Label.presentValue), true), (word(Label.range), true),
          ])
          out.element(.tbody) { out in
            for offer in offers { writeCostBar(offer, heaviest, widest, to: &out) }
          }
        }
      }
      writeCategoryKey(heaviest, to: &out)
    }
  }

  private var costTitle: String {
    guard let leader = evaluation.leader, leader.cost.presentValue != nil else {
      return say.costTitle(
        "", isCheapest: false, isDearest: false, years: evaluation.decision.years)
    }
    let teller = Teller(evaluation, language)
    return say.costTitle(
      leader.name, isCheapest: teller.isCheapest(leader), isDearest: teller.isDearest(leader),
      years: evaluation.decision.years)
  }

  private func writeCostBar(
    _ offer: OfferResult, _ heaviest: [String], _ widest: Double, to out: inout HTMLWriter
  ) {
    let cost = offer.cost
    let classes = offer.id == evaluation.verdict.leader ? "first" : offer.isRanked ? "" : "out"
    let value =
      cost.presentValue.map(numbers.money)
      ?? "\(word(Label.lowestTotal)) \(numbers.money(cost.lowestPossible))"
    out.element(.tr, .classes(classes)) { out in
      out.element(.th, .scope("row")) { out in out.outside(offer.name) }
      out.element(.td, .classes("bar")) { out in
        let parts = folded(cost.categories, heaviest) { $0.presentValue }
        StackedStrip(
          parts: parts.enumerated().map { index, size in
            StackedStrip.Part(length: size / widest, classes: "c\(index)")
          },
          whisker: cost.range.flatMap { range in
            range.p10 < range.p90 ? range.p10 / widest...range.p90 / widest : nil
          }, title: offer.name, description: value
        ).write(to: &out)
      }
      out.figureCell(value)
      let range = cost.range.flatMap { range in
        range.p10 < range.p90
          ? numbers.moneyFigure(range.p10) + "–" + numbers.money(range.p90) : nil
      }
      out.figureCell(range ?? NumberFormat.none)
    }
  }

  /// Sizes of the heaviest categories and of the rest together, for a picture only.
  func folded(
    _ categories: [CategoryCost], _ heaviest: [String], size: (CategoryCost) -> Double
  ) -> [Double] {
    var sizes = [Double](repeating: 0, count: heaviest.count + 1)
    for category in categories {
      sizes[heaviest.firstIndex(of: category.key) ?? heaviest.count] += size(category)
    }
    return sizes
  }

  func writeCategoryKey(_ heaviest: [String], to out: inout HTMLWriter) {
    out.element(.ul, .classes("key")) { out in
      for (index, name) in heaviest.enumerated() {
        out.element(.li) { out in
          ColourKey.write("c\(index)", to: &out)
          out.write(CostCategory.label(named: name)(language))
        }
      }
      if hasFoldedCategories {
        out.element(.li) { out in
          ColourKey.write("c\(heaviest.count)", to: &out)
          out.write(word(Label.rest))
        }
      }
    }
  }

  private func writeCostNotes(to out: inout HTMLWriter) {
    var notes: [String] = []
    if let cost = narrative.cost { notes.append(cost) }
    for offer in offers where offer.cost.presentValue != nil {
      if offer.cost.isAboveScale {
        notes.append(say.aboveScale(offer.name, best: evaluation.decision.costBest))
      }
      if offer.cost.isBelowScale {
        notes.append(say.belowScale(offer.name, worst: evaluation.decision.costWorst))
      }
    }
    for offer in offers {
      for shock in offer.cost.exchangeShocks where shock.presentValueChange != 0 {
        notes.append(
          say.exchangeShock(
            offer.name, currency: shock.currency, change: shock.change, from: shock.from,
            effect: shock.presentValueChange))
      }
    }
    for note in notes { out.element(.p, text: note) }
  }

  // MARK: Tables

  private func writeCostFacts(to out: inout HTMLWriter) {
    let sums: [(LocalText, CostTrace, (CostResult) -> String?)] = [
      (Label.presentValue, .presentValue, { $0.presentValue.map(numbers.moneyFigure) }),
      (Label.nominal, .total, { $0.total.map(numbers.moneyFigure) }),
    ]
    let rows: [(LocalText, (CostResult) -> String?)] = [
      (Label.firstYear, { numbers.moneyFigure($0.firstYear) }),
      (Label.investment, { numbers.moneyFigure($0.investment) }),
      (Label.equalAnnual, { $0.equalAnnual.map(numbers.moneyFigure) }),
      (Label.perUserAndMonth, { $0.perUserAndMonth.map(numbers.moneyFigure) }),
      (
        Label.equalAnnualOverLife,
        {
          $0.equalAnnualOverLife.map {
            "\(numbers.moneyFigure($0.amount)) (\(say.years($0.years)))"
          }
        }
      ),
      (
        Label.indirectTotal,
        { $0.indirectTotal == .zero ? nil : numbers.moneyFigure($0.indirectTotal) }
      ),
      (
        Label.contingentTotal,
        { $0.contingentTotal == .zero ? nil : numbers.moneyFigure($0.contingentTotal) }
      ),
      (Label.workExpected, { $0.workEstimate.map { numbers.moneyFigure($0.expected) } }),
      (Label.workP80, { $0.workEstimate.map { numbers.moneyFigure($0.p80) } }),
      (
        CostCategory.oldSystemLabel,
        { $0.oldSystem == .zero ? nil : numbers.moneyFigure($0.oldSystem) }
      ),
      (
        Label.optionalTotal,
        { $0.optionalTotal == .zero ? nil : numbers.moneyFigure($0.optionalTotal) }
      ),
      (
        Label.benefitTotal,
        { $0.benefitTotal == .zero ? nil : numbers.moneyFigure($0.benefitTotal) }
      ),
      (
        Label.opportunityTotal,
        { $0.opportunityTotal == .zero ? nil : numbers.moneyFigure($0.opportunityTotal) }
      ),
    ]
    writeOfferTable(word(Label.costs), corner: numbers.currencySign, to: &out) { out in
      for (label, trace, figure) in sums {
        writeCostRow(word(label), offers.map { figure($0.cost) }, trace, to: &out)
      }
      for (label, figure) in rows {
        let cells = offers.map { figure($0.cost) }
        guard cells.contains(where: { $0 != nil }) else { continue }
        writeCostRow(word(label), cells, to: &out)
      }
    }
  }

  /// A table with the options across.
  func writeOfferTable(
    _ label: String, corner: String, to out: inout HTMLWriter, rows: (inout HTMLWriter) -> Void
  ) {
    out.scrolling(label) { out in
      out.element(.table, .classes("sortable")) { out in
        out.element(.thead) { out in
          out.element(.tr) { out in
            out.element(.th, .scope("col"), text: corner)
            for offer in offers {
              out.element(.th, .scope("col"), .classes("n")) { out in out.outside(offer.name) }
            }
          }
        }
        out.element(.tbody, content: rows)
      }
    }
  }
}

extension CategoryCost {
  /// A name to sort and match by.
  var key: String { category?.rawValue ?? CategoryCost.oldSystemKey }

  /// The key of the old system until going live.
  static let oldSystemKey = "old_system"
}
