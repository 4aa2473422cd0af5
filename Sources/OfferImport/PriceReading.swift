import DecisionModel
import Measures
import Messages
import TotalCost

/// Figures of the number columns of a sheet of prices, by column and row.
struct PriceFigures {
  /// Columns of which a row has a cell.
  var columns: [(column: PriceColumn, readings: [Reading<CellNumber>])] = []
  /// Bounds and prices of each row's tiers; `nil` for the bound of the open band.
  var tiers: [[(upTo: Reading<CellNumber>?, price: Reading<CellNumber>)]] = []
  /// How many rows that say nothing of their status are editions.
  var editions = 0

  /// Whether the headers say that prices are with tax; `nil` if they say nothing.
  var usualGross: Bool?
  /// Currencies that the headers of prices name.
  var usualCurrencies: [(column: PriceColumn, code: String)] = []

  func figure(_ column: PriceColumn, row: Int) -> Reading<CellNumber> {
    for index in columns.indices where columns[index].column == column {
      return columns[index].readings[row]
    }
    return .absent
  }
}

extension OfferReader {
  /// Reads prices.
  mutating func read(_ sheet: Sheet<PriceColumn>) {
    var sheet = sheet
    settleDates(in: &sheet)
    if !sheet.columns.contains(.category), !sheet.reportsCategories {
      diagnostics.warning(sheet.position, .priceCategoryColumnMissing())
    }
    let saysTax =
      sheet.isNetByFormat || sheet.isGrossByPreamble != nil || sheet.columns.contains(.tax)
      || PriceColumn.money.contains { sheet.hints[$0]?.isGross != nil }
    if !saysTax { diagnostics.warning(sheet.position, .priceTaxUnknown()) }
    let figures = figures(of: sheet)
    if sheet.isTable { reportSumsAndVersions(in: sheet, figures) }
    for index in sheet.rows.indices where !isSumWithoutName(index, in: &sheet, figures) {
      guard var cost = cost(row: index, of: sheet, figures) else { continue }
      if let last = costs.last { cost.line.shareTerms(with: last.line) }
      costs.append(cost)
    }
    checkTotals(of: sheet, figures)
    // Longer offers aren't summed up by hand, and documents state their totals apart.
    if sheet.isTable, sheet.rows.count <= 1_000 { warnOfSums(in: sheet, figures) }
    countCurrencies()
  }

  private mutating func figures(of sheet: Sheet<PriceColumn>) -> PriceFigures {
    var figures = PriceFigures()
    figures.usualGross =
      PriceColumn.money.lazy
      .compactMap { sheet.columns.contains($0) ? sheet.hints[$0]?.isGross : nil }.first
    figures.usualCurrencies = PriceColumn.money.compactMap { column in
      sheet.hints[column]?.currency.map { (column, $0) }
    }
    for column in PriceColumn.allCases where column.isNumber {
      if let readings = self.figures(of: column, in: sheet) {
        figures.columns.append((column, readings))
      }
    }
    figures.editions = sheet.rows.indices.count {
      guard !sheet.rows[$0].cells.holds(.status), let item = sheet.rows[$0].cells[.item] else {
        return false
      }
      return OptionalWords.isEdition(item.text)
    }
    guard sheet.rows.contains(where: { !$0.tiers.isEmpty }) else { return figures }
    let bands = sheet.rows.flatMap(\.tiers)
    let all = numbers(
      bands.flatMap { [$0.upTo, $0.price] }, style: sheet.style,
      column: PriceColumn.tiers.rawValue)
    var next = 0
    for row in sheet.rows {
      figures.tiers.append(
        row.tiers.indices.map { band in
          let upTo = row.tiers[band].upTo == nil ? nil : all[next + 2 * band]
          return (upTo, all[next + 2 * band + 1])
        })
      next += 2 * row.tiers.count
    }
    return figures
  }

  /// The numbers of a column; `nil` if no row has one.
  private mutating func figures(
    of column: PriceColumn, in sheet: Sheet<PriceColumn>
  ) -> [Reading<CellNumber>]? {
    let holding = sheet.rows.indices.lazy.filter { sheet.rows[$0].cells.holds(column) }
    guard let first = holding.first else { return nil }
    if holding.allSatisfy({ sheet.rows[$0].cells.number(column) != nil }) {
      var readings = [Reading<CellNumber>](repeating: .absent, count: sheet.rows.count)
      for index in first..<sheet.rows.count {
        guard let value = sheet.rows[index].cells.number(column) else { continue }
        readings[index] = .value(CellNumber(value: value, currency: nil, isPercent: false))
      }
      return readings
    }
    let cells = sheet.rows.map { row -> Cell? in
      guard let cell = row.cells[column] else { return nil }
      let isWord =
        [.amount, .lineTotal].contains(column) && row.cells.number(column) == nil
        && SpecialWord.ofPrice(cell.text) != nil
      return isWord ? nil : cell
    }
    return numbers(
      cells, style: sheet.style, column: column.rawValue,
      known: sheet.rows.map { $0.cells.number(column) })
  }

  /// One line of costs, or `nil` with at least one error. Everything is read before anything is
  /// given up, so that one run shows all that is wrong with a row.
  private mutating func cost(
    row index: Int, of sheet: Sheet<PriceColumn>, _ figures: PriceFigures
  ) -> OfferedCost? {
    let row = sheet.rows[index]
    let item = row.cells[.item]
    if item == nil { diagnostics.error(row.position, .priceWithoutItem()) }
    let category = category(row, of: sheet)
    let kind = word(row, .kind, Vocabulary.kinds).value(else: .cost)
    let usualPayee: CostLine.Payee =
      category == .internalEffort || !declaration.kind.hasVendor ? .own : .vendor
    let payee = word(row, .payee, Vocabulary.payees).value(else: usualPayee)
    let worth = worth(row: index, of: sheet, figures)
    let basis = word(row, .shareOf, Vocabulary.bases).value(else: .units)
    let isShare = basis != .units
    let tiers = tiers(
      row: index, of: sheet, figures, kind: kind, worth: worth, areShares: isShare)
    let price =
      isShare && row.tiers.isEmpty
      ? sharePrice(row: index, of: sheet, figures)
      : price(row: index, of: sheet, figures, kind: kind, worth: worth)
    let count = least(.count, row: index, of: sheet, figures).value(else: .one)
    let base = least(.priceBase, row: index, of: sheet, figures, orZero: false).value(else: .one)
    let minimum = least(.minimumQuantity, row: index, of: sheet, figures)
    let discount = discount(row: index, of: sheet, figures).value(else: .zero)
    let shape = word(row, .shape, Vocabulary.rangeShapes).value(else: .triangular)
    let escalation = escalation(row: index, of: sheet, figures)
    let per = quantity(row)
    let alreadyPaid = word(row, .alreadyPaid, Vocabulary.yesNo).value(else: false)
    let schedule = timing(row, category: category, alreadyPaid: alreadyPaid)
    let conditions = conditions(
      row: index, of: sheet, figures, worth: worth, payee: payee, kind: kind,
      isShare: isShare)
    let role = role(row, timing: schedule?.timing)
    let status = status(row)
    let cures = row.cells[.cures].map { Reading(question($0)) } ?? .absent
    if let item, let category, let kind, let payee, let tiers, let price, let count, let base,
      let discount, let escalation, let shape, let schedule, let status, let alreadyPaid,
      !per.hasFailed, !minimum.hasFailed, !cures.hasFailed, let basis, let conditions,
      !role.hasFailed
    {
      let status =
        row.cells[.status] == nil ? statusByName(item, editions: figures.editions) : status
      let isClear = !sheet.isTable || isNoDiscount(row, price) && rhythmIsClear(row)
      let isOpen = discountIsOpen(row: index, of: sheet, figures, discount: discount)
      guard isClear, isOpen else { return nil }
      var line = CostLine(
        name: item.text, category: category, price: price,
        timing: schedule.timing, kind: kind, payee: payee, priceBase: base, discount: discount,
        count: count, per: per.found, minimumQuantity: minimum.found, tiers: tiers.found,
        escalation: escalation, status: status, omitsSunkPayments: alreadyPaid)
      line.basis = basis
      line.shape = shape
      assumePrice(of: &line, item: item)
      if sheet.isTable { warnOfRhythm(row, line) }
      line.milestones = schedule.milestones
      conditions.apply(to: &line)
      // What the decision assumes is in its own currency.
      if case .stated = line.price { line.currency = worth?.currency }
      if let cost = role.found, !charge(&line, by: cost, at: row.position) { return nil }
      return OfferedCost(
        line: line, words: words(of: row), position: row.position, cures: cures.found,
        comment: row.cells[.comment]?.text ?? "",
        figure: sheet.isTable
          ? (row.cells[.amount] ?? row.cells[.likely] ?? row.cells[.tiers])?.position : nil)
    }
    return nil
  }

  /// The price as the row writes it.
  private func words(of row: SheetRow<PriceColumn>) -> String {
    if row.tiers.isEmpty {
      let figure = (row.cells[.amount] ?? row.cells[.likely])?.text ?? ""
      guard let role = row.cells[.role] else { return figure }
      // Effort, not money.
      return [figure, row.cells[.effortUnit]?.text ?? "", role.text]
        .filter { !$0.isEmpty }.joined(separator: " ")
    }
    return row.tiers.map { "\($0.upTo?.text ?? "*"): \($0.price.text)" }.joined(separator: " | ")
  }

  private mutating func category(
    _ row: SheetRow<PriceColumn>, of sheet: Sheet<PriceColumn>
  ) -> CostCategory? {
    let reading = word(row, .category, Vocabulary.categories)
    if case .absent = reading, !sheet.reportsCategories, sheet.columns.contains(.category) {
      diagnostics.warning(row.position, .priceCategoryMissing())
    }
    return reading.value(else: .other)
  }

  /// The price with the range that the decision assumes, if nobody has stated one.
  private mutating func assumePrice(of line: inout CostLine, item: Cell) {
    guard case .onRequest = line.price else { return }
    let found = decision.assumedPrices.firstIndex {
      $0.offer == declaration.id && $0.line.nameKey == item.text.nameKey
    }
    guard let found else {
      diagnostics.warning(item.position, .priceOnRequest(item: item.text))
      return
    }
    usedAssumptions.insert(found)
    line.price = .onRequest(assumed: decision.assumedPrices[found].range)
    line.shape = decision.assumedPrices[found].shape
  }
}

extension PriceColumn {
  /// Columns of what one unit costs.
  static let figures: [PriceColumn] = [.amount, .low, .likely, .high]
  /// Columns that hold money.
  static let money: [PriceColumn] = [
    .amount, .low, .likely, .high, .tiers, .overage, .listPrice,
  ]

  /// Whether all cells are numbers.
  var isNumber: Bool {
    switch self {
    case .amount, .lineTotal, .low, .likely, .high, .count, .priceBase, .minimumQuantity, .discount,
      .escalation, .escalationLow, .escalationHigh, .cap, .taxRate, .floor, .indexShare,
      .indexThreshold, .indexBase, .listPrice, .includedQuantity, .overage, .terminationFee,
      .rampUp, .productivityLoss, .probability:
      true
    default: false
    }
  }
}
