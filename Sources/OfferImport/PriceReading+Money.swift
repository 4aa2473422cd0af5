import DecisionModel
import Measures
import Messages
import TotalCost

extension OfferReader {
  /// What an offer's figure is in: its currency, and the tax in it.
  struct Worth {
    /// The code of a foreign currency; `nil` for the decision's.
    let currency: String?
    /// One plus the tax rate; one for net prices.
    let taxFactor: Amount
    /// One plus the rate of the tax that nobody gives back, where the row says so.
    var burden = Amount.one
    /// The tax rate, where the row states one.
    var taxRate: Amount?

    /// The tax in a figure that nobody gives back, as a share of the net figure.
    var tax: Amount? { try? burden.subtracting(.one) }

    /// A figure without the tax that is deductible.
    func net(_ figure: Amount) throws(ArithmeticOverflow) -> Amount {
      if taxFactor == burden { return figure }
      let burdened = burden == .one ? figure : try figure.times(burden)
      return taxFactor == .one ? burdened : try burdened.divided(by: taxFactor)
    }
  }

  /// Currency and tax of a row; `nil` with an error.
  mutating func worth(
    row index: Int, of sheet: Sheet<PriceColumn>, _ figures: PriceFigures
  ) -> Worth? {
    let row = sheet.rows[index]
    let code = currency(row: index, of: sheet, figures)
    let gross = word(row, .tax, Vocabulary.taxes)
      .value(else: figures.usualGross ?? sheet.isGrossByPreamble ?? false)
    let tax = taxRate(row: index, of: sheet, figures)
    if tax.hasFailed { return nil }
    var factor: Amount? = .one
    if gross == true {
      factor = tax.found.flatMap { try? Amount.one.adding($0) }
      if factor == nil { diagnostics.error(row.position, .priceGrossWithoutRate()) }
    }
    let burden = burden(row, taxRate: tax.found)
    guard let code, gross != nil, let factor, let burden else { return nil }
    return Worth(
      currency: code == decision.currency ? nil : code, taxFactor: factor, burden: burden,
      taxRate: tax.found)
  }

  /// The rate of tax of a row. A column that is only called "MwSt." often holds the tax itself, which
  /// tells no rate.
  private mutating func taxRate(
    row index: Int, of sheet: Sheet<PriceColumn>, _ figures: PriceFigures
  ) -> Reading<Amount> {
    let names: Set = ["mwst", "ust", "vat"]
    if let number = figures.figure(.taxRate, row: index).found, !number.isPercent,
      let header = sheet.hints[.taxRate], !header.isPercent, names.contains(header.key),
      number.currency != nil || number.value > .one
    {
      return .absent
    }
    return share(.taxRate, row: index, of: sheet, figures, within: Amount.zero...Amount.one)
  }

  /// One plus the share of the price that is tax and stays with the buyer; `nil` with an error.
  private mutating func burden(
    _ row: SheetRow<PriceColumn>, taxRate: Amount?
  ) -> Amount? {
    guard let cell = row.cells[.taxDeductible] else { return .one }
    let word = Vocabulary.yesNo.meaning(of: cell.text).map { $0 ? Amount.one : .zero }
    guard let share = word ?? (try? PlainNumber(cell.text))?.share,
      (Amount.zero...Amount.one).contains(share)
    else {
      diagnostics.error(
        cell.position,
        .cellNotAShare(
          column: PriceColumn.taxDeductible.rawValue, text: cell.text, low: 0, high: 100))
      return nil
    }
    if share == .one { return .one }
    guard let taxRate else {
      diagnostics.error(cell.position, .taxDeductibleWithoutRate())
      return nil
    }
    let rest = try? Amount.one.subtracting(share)
    return rest.flatMap { try? Amount.one.adding(taxRate.times($0)) }
  }

  /// The code of the row's currency.
  private mutating func currency(
    row index: Int, of sheet: Sheet<PriceColumn>, _ figures: PriceFigures
  ) -> String? {
    let row = sheet.rows[index]
    var stated: String?
    var others: [String] = []
    func note(_ code: String?) {
      guard let code, code != stated else { return }
      if stated == nil {
        stated = code
      } else if !others.contains(code) {
        others.append(code)
      }
    }
    for column in PriceColumn.money {
      note(figures.figure(column, row: index).found?.currency)
      for usual in figures.usualCurrencies where usual.column == column {
        if row.cells[column] != nil { note(usual.code) }
      }
    }
    if !row.tiers.isEmpty {
      for band in figures.tiers[index] { note(band.price.found?.currency) }
    }
    let place = row.cells[.currency]?.position ?? row.cells[.amount]?.position ?? row.position
    if let cell = row.cells[.currency] {
      guard let code = currencyCode(cell.text) else {
        diagnostics.error(cell.position, .priceCurrencyUnknown(text: cell.text))
        return nil
      }
      note(code)
    }
    if let stated, !others.isEmpty {
      diagnostics.error(place, .priceCurrencyConflict(codes: [stated] + others))
      return nil
    }
    let code = stated ?? sheet.currency ?? decision.currency
    countAmount(in: code, file: place.file)
    if code == decision.currency || decision.exchangeRates.contains(where: { $0.currency == code })
    {
      return code
    }
    diagnostics.error(place, .priceCurrencyWithoutRate(code: code, home: decision.currency))
    return nil
  }

  /// Counts an amount in a currency for ``FileUnderstanding/currencies``.
  mutating func countAmount(in code: String, file: String) {
    if let run = currencyRun, run.code == code, run.file == file {
      currencyRun?.count += 1
    } else {
      countCurrencies()
      currencyRun = (file, code, 1)
    }
  }

  /// Counts what hasn't been counted yet.
  mutating func countCurrencies() {
    guard let run = currencyRun else { return }
    note(run.file) { $0.currencies[run.code, default: 0] += run.count }
    currencyRun = nil
  }

  /// The code of a currency, in whatever case it is written. Rows mostly name the same one.
  private mutating func currencyCode(_ text: String) -> String? {
    if let lastCurrency, lastCurrency.text == text { return lastCurrency.code }
    guard let code = CurrencyName.code(of: text.uppercased()) ?? CurrencyName.code(of: text) else {
      return nil
    }
    lastCurrency = (text, code)
    return code
  }

  /// The price of a row; `nil` with an error.
  mutating func price(
    row index: Int, of sheet: Sheet<PriceColumn>, _ figures: PriceFigures, kind: CostLine.Kind?,
    worth: Worth?
  ) -> CostLine.Price? {
    let row = sheet.rows[index]
    let columns = PriceColumn.figures
    if !row.tiers.isEmpty {
      let ends = [PriceColumn.low, .high]
      if let other = columns.first(where: { row.cells[$0] != nil && !ends.contains($0) }) {
        diagnostics.error(
          row.cells[other]?.position ?? row.position,
          .priceBesideTiers(column: other.rawValue))
        return nil
      }
      // Prices stand in the tiers; this is the share of them that is paid.
      let low = share(.low, row: index, of: sheet, figures, within: Amount.zero...Amount.one)
      let high = share(.high, row: index, of: sheet, figures, within: Amount.one...Amount(10))
      if low.hasFailed || high.hasFailed { return nil }
      return .stated(low: low.found ?? .one, likely: .one, high: high.found ?? .one)
    }
    if let cell = row.cells[.amount], row.cells.number(.amount) == nil,
      let special = SpecialWord.ofPrice(cell.text)
    {
      let others = columns.dropFirst().filter { row.cells[$0] != nil }
      if let other = others.first {
        diagnostics.error(
          row.cells[other]?.position ?? row.position,
          .priceBesideWord(column: other.rawValue, word: cell.text))
        return nil
      }
      return special == .included ? .fixed(.zero) : .onRequest(assumed: nil)
    }
    for column in columns where figures.figure(column, row: index).hasFailed { return nil }
    for column in columns where figures.figure(column, row: index).found?.isPercent == true {
      diagnostics.error(
        row.cells[column]?.position ?? row.position,
        .priceInPercent(text: row.cells[column]?.text ?? ""))
      return nil
    }
    func value(_ column: PriceColumn) -> Amount? {
      figures.figure(column, row: index).found?.value
    }
    let amount = value(.amount)
    guard let likely = value(.likely) ?? amount else {
      // A cell of tiers that could not be read has been reported already.
      if row.cells[.tiers] == nil { diagnostics.error(row.position, .priceMissing()) }
      return nil
    }
    if let amount, amount != likely {
      diagnostics.error(
        row.position, .priceStatedTwice(amount: amount.text, likely: likely.text))
      return nil
    }
    let low = value(.low) ?? likely
    let high = value(.high) ?? likely
    guard low <= likely, likely <= high else {
      diagnostics.error(
        row.position, .rangeNotRising(low: low.text, likely: likely.text, high: high.text))
      return nil
    }
    let place = row.cells[.amount] ?? row.cells[.likely]
    guard let kind,
      isSignRight(low: low, high: high, kind: kind, at: place?.position ?? row.position),
      let worth
    else { return nil }
    do {
      return .stated(
        low: try worth.net(low), likely: try worth.net(likely), high: try worth.net(high))
    } catch {
      diagnostics.error(
        place?.position ?? row.position,
        .cellNumberTooLarge(column: PriceColumn.amount.rawValue, text: place?.text ?? ""))
      return nil
    }
  }

  /// Whether amounts have a sign that their kind permits (`rulings.md` R4); else with an error.
  private mutating func isSignRight(
    low: Amount, high: Amount, kind: CostLine.Kind, at position: SourcePosition
  ) -> Bool {
    if !low.isNegative { return true }
    if kind == .cost || kind == .opportunity {
      diagnostics.error(position, .priceNegative(amount: low.text))
      return false
    }
    if high > .zero {
      diagnostics.error(position, .priceRangeOverZero(low: low.text, high: high.text))
      return false
    }
    return true
  }

  /// Prices by quantity; `nil` with an error.
  mutating func tiers(
    row index: Int, of sheet: Sheet<PriceColumn>, _ figures: PriceFigures, kind: CostLine.Kind?,
    worth: Worth?, areShares: Bool
  ) -> Reading<CostLine.Tiers>? {
    let row = sheet.rows[index]
    let mode = word(row, .tierMode, Vocabulary.tierModes)
    if row.tiers.isEmpty {
      return mode.hasFailed || row.cells[.tiers] != nil ? nil : .absent
    }
    let place = row.cells[.tiers]?.position ?? row.position
    if case .absent = mode { diagnostics.error(place, .tierModeMissing()) }
    var bands: [CostLine.Tiers.Band] = []
    var lower = Amount.zero
    for (position, band) in figures.tiers[index].enumerated() {
      let cells = row.tiers[position]
      guard let price = band.price.found, band.upTo?.hasFailed != true else { return nil }
      if let upTo = band.upTo?.found {
        if upTo.isPercent || upTo.currency != nil {
          diagnostics.error(
            cells.price.position, .tierNotReadable(text: cells.upTo?.text ?? ""))
          return nil
        }
        if upTo.value <= lower {
          diagnostics.error(
            cells.price.position,
            .tiersNotRising(bound: upTo.value.text, before: lower.text))
          return nil
        }
        lower = upTo.value
      } else if position != row.tiers.count - 1 {
        diagnostics.error(cells.price.position, .tierOpenNotLast())
        return nil
      }
      if areShares {
        guard let share = shareInTier(price, cells.price) else { return nil }
        bands.append(.init(upTo: band.upTo?.found?.value, price: share))
        continue
      }
      if price.isPercent {
        diagnostics.error(cells.price.position, .priceInPercent(text: cells.price.text))
        return nil
      }
      guard let kind,
        isSignRight(low: price.value, high: price.value, kind: kind, at: cells.price.position),
        let worth
      else { return nil }
      guard let net = try? worth.net(price.value) else {
        diagnostics.error(
          cells.price.position,
          .cellNumberTooLarge(column: PriceColumn.tiers.rawValue, text: cells.price.text))
        return nil
      }
      bands.append(.init(upTo: band.upTo?.found?.value, price: net))
    }
    guard let mode = mode.found else { return nil }
    return .value(CostLine.Tiers(mode: mode, bands: bands))
  }
}
