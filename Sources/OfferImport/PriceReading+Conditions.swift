import DecisionModel
import Measures
import Messages
import TotalCost

/// What a row says beside price and rhythm.
struct PriceConditions {
  var allowance: CostLine.Allowance?
  var paysHighestQuantity = false
  var protection: CostLine.Protection?
  var term: CostLine.Term?
  var unrecoverableTax = Amount.zero
  var includedTax = Amount.zero
  var probability = Amount.one
  var productivityLoss = Amount.zero
  var rampUpMonths = 0

  func apply(to line: inout CostLine) {
    line.allowance = allowance
    line.paysHighestQuantity = paysHighestQuantity
    line.protection = protection
    line.term = term
    line.unrecoverableTax = unrecoverableTax
    line.includedTax = includedTax
    line.probability = probability
    line.productivityLoss = productivityLoss
    line.rampUpMonths = rampUpMonths
  }
}

extension OfferReader {
  private static let anyShare = Amount.zero...Amount.one

  /// What a row says beside price and rhythm; `nil` with an error.
  mutating func conditions(
    row index: Int, of sheet: Sheet<PriceColumn>, _ figures: PriceFigures, worth: Worth?,
    payee: CostLine.Payee?, kind: CostLine.Kind?, isShare: Bool
  ) -> PriceConditions? {
    let row = sheet.rows[index]
    let allowance = allowance(row: index, of: sheet, figures, worth: worth)
    let trueUp = word(row, .trueUp, Vocabulary.trueUps).value(else: false)
    let protection = protection(row: index, of: sheet, figures, worth: worth)
    let term = term(row: index, of: sheet, figures)
    // A row that speaks of its tax has it in the price already, unless that is a share.
    let stated = row.cells[.taxDeductible] == nil ? nil : worth?.tax
    let isBilled = payee != .own && (kind == .cost || kind == .discount)
    let tax =
      isShare && stated != nil
      ? stated
      : stated == nil && isBilled ? usualTax(worth) : Amount.zero
    let probability = share(
      .probability, row: index, of: sheet, figures, within: Self.anyShare
    ).value(else: .one)
    let loss = share(
      .productivityLoss, row: index, of: sheet, figures, within: Self.anyShare
    ).value(else: .zero)
    let rampUp = rampUp(row: index, of: sheet, figures)
    guard !allowance.hasFailed, let trueUp, !protection.hasFailed, !term.hasFailed, let tax,
      let probability, let loss, let rampUp
    else { return nil }
    return PriceConditions(
      allowance: allowance.found, paysHighestQuantity: trueUp, protection: protection.found,
      term: term.found, unrecoverableTax: tax, includedTax: isShare ? .zero : stated ?? .zero,
      probability: probability,
      productivityLoss: loss, rampUpMonths: rampUp)
  }

  private mutating func allowance(
    row index: Int, of sheet: Sheet<PriceColumn>, _ figures: PriceFigures, worth: Worth?
  ) -> Reading<CostLine.Allowance> {
    let included = least(.includedQuantity, row: index, of: sheet, figures)
    let overage = money(.overage, row: index, of: sheet, figures, worth: worth)
    if included.hasFailed || overage.hasFailed { return .failed }
    let row = sheet.rows[index]
    guard included.found != nil || overage.found != nil else { return .absent }
    if !row.tiers.isEmpty {
      let place = row.cells[.includedQuantity] ?? row.cells[.overage]
      diagnostics.error(place?.position ?? row.position, .priceAllowanceBesideTiers())
      return .failed
    }
    return .value(
      CostLine.Allowance(included: included.found ?? .zero, overagePrice: overage.found))
  }

  /// A further amount of money of a row, which is not below zero.
  private mutating func money(
    _ column: PriceColumn, row index: Int, of sheet: Sheet<PriceColumn>, _ figures: PriceFigures,
    worth: Worth?
  ) -> Reading<Amount> {
    let reading = figures.figure(column, row: index)
    guard let number = reading.found else { return reading.hasFailed ? .failed : .absent }
    let row = sheet.rows[index]
    let place = row.cells[column]?.position ?? row.position
    if number.isPercent {
      diagnostics.error(place, .priceInPercent(text: row.cells[column]?.text ?? ""))
      return .failed
    }
    if number.value.isNegative {
      diagnostics.error(place, .priceNegative(amount: number.value.text))
      return .failed
    }
    guard let worth else { return .failed }
    return Reading(try? worth.net(number.value))
  }

  private mutating func protection(
    row index: Int, of sheet: Sheet<PriceColumn>, _ figures: PriceFigures, worth: Worth?
  ) -> Reading<CostLine.Protection> {
    let row = sheet.rows[index]
    let through = row.cells[.protectedUntil].map { Reading(moment($0, column: .protectedUntil)) }
    let list = money(.listPrice, row: index, of: sheet, figures, worth: worth)
    if through?.hasFailed == true || list.hasFailed { return .failed }
    guard let date = through?.found?.date else {
      // A list price by itself is for people: the price that counts stands beside it.
      return .absent
    }
    return .value(CostLine.Protection(through: date, listPrice: list.found))
  }

  private mutating func term(
    row index: Int, of sheet: Sheet<PriceColumn>, _ figures: PriceFigures
  ) -> Reading<CostLine.Term> {
    let row = sheet.rows[index]
    let minimum = row.cells[.minimumTerm].map { Reading(months($0, column: .minimumTerm)) }
    let renewal = row.cells[.renewal].map { Reading(months($0, column: .renewal)) }
    let fee = share(.terminationFee, row: index, of: sheet, figures, within: Self.anyShare)
    if minimum?.hasFailed == true || renewal?.hasFailed == true || fee.hasFailed {
      return .failed
    }
    if minimum == nil, renewal == nil, fee.found == nil { return .absent }
    return .value(
      CostLine.Term(
        minimumMonths: minimum?.found ?? 0,
        renewalMonths: renewal?.found.flatMap { $0 > 0 ? $0 : nil },
        terminationFee: fee.found))
  }

  /// `36 months`, `3 Jahre`, `36`.
  private mutating func months(_ cell: Cell, column: PriceColumn) -> Int? {
    let parts = cell.text.split(whereSeparator: \.isWhitespace)
    let unit = parts.count == 2 ? String(parts[1]).nameKey : "months"
    let isYears = ["year", "years", "jahr", "jahre", "a"].contains(unit)
    let isMonths = ["month", "months", "monat", "monate", "monaten"].contains(unit)
    if (1...2).contains(parts.count), isYears || isMonths, let number = Int(parts[0]),
      (0...(isYears ? 50 : 600)).contains(number)
    {
      return isYears ? 12 * number : number
    }
    diagnostics.error(cell.position, .cellNotADuration(column: column.rawValue, text: cell.text))
    return nil
  }

  private mutating func rampUp(
    row index: Int, of sheet: Sheet<PriceColumn>, _ figures: PriceFigures
  ) -> Int? {
    let reading = least(.rampUp, row: index, of: sheet, figures)
    if case .absent = reading { return 0 }
    guard let value = reading.found else { return nil }
    if let months = Int(value.text), (0...60).contains(months) { return months }
    let row = sheet.rows[index]
    let cell = row.cells[.rampUp]
    diagnostics.error(
      cell?.position ?? row.position,
      .cellNotADuration(column: PriceColumn.rampUp.rawValue, text: cell?.text ?? ""))
    return nil
  }

  /// The decision's tax that cannot be deducted, as a share of the net price. It is on what others
  /// bill: not on one's own work, savings, or what a thing is still worth.
  private func usualTax(_ worth: Worth?) -> Amount? {
    guard let usual = decision.unrecoverableTax else { return .zero }
    return try? (worth?.taxRate ?? usual.rate).times(usual.share)
  }

  /// The index that the price follows.
  mutating func index(
    row index: Int, of sheet: Sheet<PriceColumn>, _ figures: PriceFigures
  ) -> Reading<CostLine.Escalation.Index> {
    let row = sheet.rows[index]
    let part = share(.indexShare, row: index, of: sheet, figures, within: Self.anyShare)
    let threshold = share(.indexThreshold, row: index, of: sheet, figures, within: Self.anyShare)
    let base = least(.indexBase, row: index, of: sheet, figures, orZero: false)
    if part.hasFailed || threshold.hasFailed || base.hasFailed { return .failed }
    guard let cell = row.cells[.index] else {
      let lost = [PriceColumn.indexShare, .indexThreshold, .indexBase].first {
        row.cells[$0] != nil
      }
      guard let lost, let cell = row.cells[lost] else { return .absent }
      diagnostics.error(cell.position, .priceIndexMissing(column: lost.rawValue))
      return .failed
    }
    let names = decision.indexSources.map(\.name)
    guard let name = names.first(where: { $0.nameKey == cell.text.nameKey }) else {
      diagnostics.error(
        cell.position,
        .priceIndexUnknown(
          name: cell.text, names: names,
          suggestion: Suggestion.nearest(to: cell.text, in: names)))
      return .failed
    }
    return .value(
      CostLine.Escalation.Index(
        name: name, share: part.found ?? .one, threshold: threshold.found ?? .zero,
        baseValue: base.found))
  }

  // MARK: Dates

  private static let goLiveNames: Set = ["golive", "inbetriebnahme", "produktivstart"]

  /// Whether a text names a milestone.
  func isMilestone(_ text: String) -> Bool {
    let key = text.nameKey
    return OfferReader.goLiveNames.contains(key)
      || decision.milestones.contains { $0.name.nameKey == key }
  }

  /// A date, or a milestone of the decision that has one; `nil` with an error.
  mutating func moment(
    _ cell: Cell, column: PriceColumn
  ) -> (date: CalendarDate, milestone: String?)? {
    if let date = CalendarDate(cell.text) { return (date, nil) }
    let key = cell.text.nameKey
    if OfferReader.goLiveNames.contains(key) {
      if let date = declaration.goLive { return (date, Milestone.goLive) }
      diagnostics.error(cell.position, .priceGoLiveUnknown(text: cell.text))
      return nil
    }
    if let milestone = decision.milestones.first(where: { $0.name.nameKey == key }) {
      return (milestone.date, milestone.name)
    }
    // Whatever else is no date has been reported with its column, and its cell emptied.
    diagnostics.error(cell.position, .cellNotADate(column: column.rawValue, text: cell.text))
    return nil
  }

  // MARK: Shares of other lines

  /// A price that is a share of other lines: `20 %`.
  mutating func sharePrice(
    row index: Int, of sheet: Sheet<PriceColumn>, _ figures: PriceFigures
  ) -> CostLine.Price? {
    let readings = [PriceColumn.amount, .low, .likely, .high].map {
      share($0, row: index, of: sheet, figures, within: Self.anyShare)
    }
    if readings.contains(where: \.hasFailed) { return nil }
    let row = sheet.rows[index]
    guard let likely = readings[2].found ?? readings[0].found else {
      diagnostics.error(row.position, .priceShareMissing())
      return nil
    }
    let (low, high) = (readings[1].found ?? likely, readings[3].found ?? likely)
    guard low <= likely, likely <= high else {
      diagnostics.error(
        row.position, .rangeNotRising(low: low.text, likely: likely.text, high: high.text))
      return nil
    }
    return .stated(low: low, likely: likely, high: high)
  }

  /// A share as the price of a tier.
  mutating func shareInTier(_ price: CellNumber, _ cell: Cell) -> Amount? {
    let share = price.isPercent ? try? price.value.divided(by: Amount(100)) : price.value
    if let share, price.currency == nil, Self.anyShare.contains(share) { return share }
    diagnostics.error(
      cell.position,
      .cellNotAShare(column: PriceColumn.tiers.rawValue, text: cell.text, low: 0, high: 100))
    return nil
  }

  // MARK: Own people

  /// What one unit of effort costs, if a row states effort instead of money.
  mutating func role(
    _ row: SheetRow<PriceColumn>, timing: CostLine.Timing?
  ) -> Reading<Amount> {
    let isPosts = word(row, .effortUnit, Vocabulary.efforts)
    if isPosts.hasFailed { return .failed }
    guard let cell = row.cells[.role] else {
      guard let cell = row.cells[.effortUnit] else { return .absent }
      diagnostics.error(cell.position, .priceEffortWithoutRole())
      return .failed
    }
    let names = decision.roles.map(\.name)
    guard let role = decision.roles.first(where: { $0.name.nameKey == cell.text.nameKey }) else {
      diagnostics.error(
        cell.position,
        .priceRoleUnknown(
          name: cell.text, names: names,
          suggestion: Suggestion.nearest(to: cell.text, in: names)))
      return .failed
    }
    guard isPosts.found == true else { return .value(role.dayRate) }
    guard let timing else { return .failed }
    guard case .recurring(let period, _, _, _) = timing else {
      diagnostics.error(
        row.cells[.effortUnit]?.position ?? cell.position, .pricePostsWithoutFrequency())
      return .failed
    }
    let yearly = try? role.dayRate.times(role.daysPerYear)
    return Reading(
      try? yearly?.times(Amount(period.months)).divided(by: Amount(12)))
  }

  /// Turns a line's figures from effort into money; with an error if they are too large, or money.
  mutating func charge(_ line: inout CostLine, by cost: Amount, at place: SourcePosition) -> Bool {
    guard case .stated(let low, let likely, let high) = line.price, line.tiers == nil,
      line.currency == nil, line.basis == .units,
      let low = try? low.times(cost), let likely = try? likely.times(cost),
      let high = try? high.times(cost)
    else {
      diagnostics.error(place, .priceEffortIsMoney())
      return false
    }
    line.price = .stated(low: low, likely: likely, high: high)
    return true
  }
}
