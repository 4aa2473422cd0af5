internal import DelimitedText
internal import Evaluation
internal import Measures
internal import Messages
internal import TotalCost

/// `cost.csv`: for each option its lines, categories and totals by contract year.
///
/// Printed lines add up to their category and printed categories to the total, where needed with a
/// line for the rounding difference.
enum CostTable {
  /// The rows, the header first.
  static func rows(_ evaluation: Evaluation, _ style: TableStyle) -> [[Cell]] {
    let years = max(evaluation.decision.years, 1)
    var header = [
      .offer, .offerID, .row, .category, .item, .payee, .treatment, .statedPrice, .atStart,
    ].map { (column: TableHeader) in style.header(column) }
    for year in 1...years {
      header.append(.text("\(TableHeader.year.text(style.language)) \(year)"))
    }
    header += [style.header(.total), style.header(.presentValue), style.header(.source)]
    return [header]
      + evaluation.orderedOffers.flatMap { OfferCosts(offer: $0, years: years, style: style).rows }
  }
}

/// The rows of one option.
private struct OfferCosts {
  let offer: OfferResult
  let years: Int
  let style: TableStyle

  private var cost: CostResult { offer.cost }

  var rows: [[Cell]] {
    var rows: [[Cell]] = []
    for category in cost.categories { rows += self.rows(of: category) }
    rows += totals
    for line in cost.lines where !isCounted(line) { rows.append(row(of: line, .lineApart)) }
    rows += readouts
    return rows
  }

  private func isCounted(_ line: CostLineResult) -> Bool { line.treatment == "counted" }

  private func rows(of category: CategoryCost) -> [[Cell]] {
    let sums = sums(category.byYear, category.total, category.presentValue)
    guard let name = category.category else {
      return [row(.category, category: category.label, figures: cells(sums))]
    }
    let lines = cost.lines.filter { isCounted($0) && $0.category == name }
    var rows = lines.map { row(of: $0, .line) }
    if !lines.isEmpty {
      let difference = RoundingDifference(
        totals: sums, parts: lines.map { self.sums($0.byYear, $0.total, $0.presentValue) })
      if difference.isNeeded {
        rows.append(
          row(.roundingDifference, category: category.label, figures: cells(difference.columns)))
      }
    }
    rows.append(row(.category, category: category.label, figures: cells(sums)))
    return rows
  }

  /// The total, or what there is of it where a price is missing.
  private var totals: [[Cell]] {
    guard let total = cost.total, let presentValue = cost.presentValue else {
      return [row(.withoutMissingPrices, presentValue: cost.lowestPossible)]
    }
    let sums = sums(cost.byYear, total, presentValue)
    let difference = RoundingDifference(
      totals: sums,
      parts: cost.categories.map { self.sums($0.byYear, $0.total, $0.presentValue) })
    let line = row(.roundingDifference, figures: cells(difference.columns))
    return (difference.isNeeded ? [line] : []) + [row(.total, figures: cells(sums))]
  }

  /// Figures that stand beside the total and are no part of it.
  private var readouts: [[Cell]] {
    var rows = [row(.investment, total: cost.investment), row(.firstYear, total: cost.firstYear)]
    if cost.optionalTotal != .zero {
      rows.append(row(.optionalPositions, total: cost.optionalTotal))
    }
    if cost.benefitTotal != .zero { rows.append(row(.benefits, total: cost.benefitTotal)) }
    if cost.opportunityTotal != .zero {
      rows.append(row(.opportunity, total: cost.opportunityTotal))
    }
    if cost.contingentTotal != .zero { rows.append(row(.contingent, total: cost.contingentTotal)) }
    if cost.indirectTotal != .zero { rows.append(row(.indirect, total: cost.indirectTotal)) }
    if let annual = cost.equalAnnual { rows.append(row(.equalAnnual, presentValue: annual)) }
    if let perUser = cost.perUserAndMonth { rows.append(row(.perUserAndMonth, total: perUser)) }
    return rows
  }

  // MARK: Rows and cells

  private func row(of line: CostLineResult, _ kind: TableWord) -> [Cell] {
    row(
      kind, category: line.category.label,
      description: [
        .text(line.name), style.text(line.payee.label),
        line.treatmentLabel.map { style.text($0) } ?? style.word(.counted), .text(line.words),
      ],
      figures: cells(sums(line.byYear, line.total, line.presentValue)),
      source: "\(line.source.file):\(line.source.line)")
  }

  private func row(
    _ kind: TableWord, total: Amount? = nil, presentValue: Double? = nil
  ) -> [Cell] {
    let empty = [Amount?](repeating: nil, count: years + 1)
    return row(kind, figures: cells(empty + [total, presentValue?.printedMoney]))
  }

  private func row(
    _ kind: TableWord, category: LocalText? = nil, description: [Cell]? = nil,
    figures: [Cell], source: String? = nil
  ) -> [Cell] {
    [
      .text(offer.name), .text(offer.id), style.word(kind),
      style.text(category),
    ] + (description ?? [.empty, .empty, .empty, .empty]) + figures
      + [source.map { .text($0) } ?? .empty]
  }

  /// Start, years, total and present value as they are printed.
  private func sums(_ byYear: [Amount], _ total: Amount, _ presentValue: Double) -> [Amount?] {
    (0...years).map { $0 < byYear.count ? byYear[$0].printedMoney : nil }
      + [total.printedMoney, presentValue.printedMoney]
  }

  private func cells(_ amounts: [Amount?]) -> [Cell] { amounts.map { style.money($0) } }
}
