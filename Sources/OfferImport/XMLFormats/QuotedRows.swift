import DecisionModel
import Measures
import Messages
import TotalCost
import XMLReading

extension OfferReader {
  /// The row of prices that a line is.
  func row(for line: QuotedLine, in quotation: Quotation) -> SheetRow<PriceColumn> {
    var row = SheetRow<PriceColumn>(position: line.position)
    row.cells[.item] = line.name ?? line.identifiers.first.map { Cell($0, at: line.position) }
    row.cells.set(.count, line.quantity)
    row.cells.set(.priceBase, line.base)
    if let price = line.price {
      row.cells.set(.amount, price)
      row.cells[.currency] = price.currency ?? quotation.currency
    }
    if let factor = line.unitFactor, let quantity = line.quantity,
      let count = try? quantity.value.times(factor.value)
    {
      row.cells[.count] = Cell(count.text, at: quantity.cell.position)
    }
    if let minimum = line.minimum,
      let least = try? minimum.value.times(line.unitFactor?.value ?? .one), least > .zero
    {
      row.cells[.minimumQuantity] = Cell(least.text, at: minimum.cell.position)
    }
    row.cells[.discount] = line.openDiscount
    row.cells[.status] = status(of: line)
    setTax(of: line, in: &row)
    return row
  }

  /// Adds an allowance or charge of a line as a row of its own, beside the line's.
  mutating func add(
    _ allowance: QuotedAllowance, of line: QuotedLine, to quotation: inout Quotation
  ) {
    guard let amount = amount(of: allowance) else { return }
    var row = self.row(for: line, in: quotation)
    let item = row.cells[.item]?.text ?? line.number
    let mapping = mapping(path: quotation.path, identifiers: line.keys, name: item)
    var part = QuotedLine(position: allowance.position, number: "")
    part.name = Cell("\(item) – \(name(of: allowance))", at: allowance.position)
    row = SheetRow(position: allowance.position)
    row.cells[.item] = part.name
    row.cells.set(.amount, amount)
    row.cells[.currency] =
      amount.currency ?? (line.price ?? line.amount)?.currency ?? quotation.currency
    row.cells[.kind] = allowance.isCharge ? nil : Cell("discount", at: allowance.position)
    row.cells[.status] = status(of: line)
    setTax(of: line, in: &row)
    // It follows its line: to the same category, as often, taxed and rising alike.
    for column in [
      PriceColumn.category, .frequency, .start, .end, .inAdvance, .status, .payee, .currency,
      .escalation, .escalationLow, .escalationHigh, .firstIncrease, .priceBaseDate, .cap, .floor,
      .compounding, .index, .indexShare, .indexThreshold, .indexBase, .protectedUntil,
      .minimumTerm, .renewal, .terminationFee, .probability, .tax, .taxRate, .taxDeductible,
      .alreadyPaid,
    ] {
      if let text = mapping?.cells[column.rawValue] {
        row.cells[column] = Cell(text.text, at: text.position)
      }
    }
    if let mapping { scale(&row, with: line, by: mapping, of: allowance, item: item) }
    if row.cells[.category] == nil { row.cells[.category] = Cell("other", at: row.position) }
    add(row, of: part, to: &quotation)
  }

  private func setTax(of line: QuotedLine, in row: inout SheetRow<PriceColumn>) {
    guard line.isGross else { return }
    row.cells[.tax] = Cell("gross", at: line.position)
    row.cells[.taxRate] = line.taxRate?.cell
  }

  private func status(of line: QuotedLine) -> Cell? {
    if let group = line.alternative { return Cell("alternative \(group)", at: line.position) }
    return line.isOptional ? Cell("optional", at: line.position) : nil
  }

  /// Tells what becomes of allowances that are put into their line's price.
  mutating func tell(
    _ allowances: [QuotedAllowance], of line: QuotedLine, foldedBeside mapping: PositionMapping
  ) {
    let item = line.name?.text ?? line.number
    let count = mapping.cells[PriceColumn.count.rawValue].flatMap {
      try? PlainNumber($0.text).value
    }
    let isOther = count != nil && count != line.quantity?.value
    let isScaled = mapping.cells[PriceColumn.per.rawValue] != nil || isOther
    for allowance in allowances {
      if let price = mapping.cells[PriceColumn.amount.rawValue] {
        diagnostics.warning(
          allowance.position,
          .quotedAllowanceReplaced(
            item: item, amount: allowance.amount?.cell.text ?? "", price: price.text))
      } else if isScaled {
        diagnostics.warning(
          allowance.position,
          .quotedAllowanceScaled(item: item, quantity: line.quantity?.cell.text ?? "1"))
      }
    }
  }

  /// Makes an allowance follow what the decision says of its line's quantity and price.
  private mutating func scale(
    _ row: inout SheetRow<PriceColumn>, with line: QuotedLine, by mapping: PositionMapping,
    of allowance: QuotedAllowance, item: String
  ) {
    let (per, count) = (
      mapping.cells[PriceColumn.per.rawValue], mapping.cells[PriceColumn.count.rawValue]
    )
    let number = count.flatMap { try? PlainNumber($0.text).value }
    if let quantity = line.quantity, quantity.value > .zero,
      per != nil || (number != nil && number != quantity.value)
    {
      // With another quantity than the quoted one the allowance changes in proportion.
      row.cells[.per] = per.map { Cell($0.text, at: $0.position) }
      if let count, let number { row.cells[.count] = Cell(number.text, at: count.position) }
      row.cells[.priceBase] = quantity.cell
      diagnostics.warning(
        allowance.position, .quotedAllowanceScaled(item: item, quantity: quantity.cell.text))
    }
    if let amount = mapping.cells[PriceColumn.amount.rawValue], let name = row.cells[.item] {
      diagnostics.warning(
        allowance.position,
        .quotedAllowanceKept(
          item: item, amount: allowance.amount?.cell.text ?? "", price: amount.text,
          row: name.text))
    }
  }

  /// Adds an allowance or charge on the whole quotation.
  mutating func add(_ allowance: QuotedAllowance, to quotation: inout Quotation) {
    // Who states one currency throughout means it here too.
    let usual =
      quotation.currency
      ?? (quotation.currencies.count == 1
        ? Cell(quotation.lastCurrency, at: allowance.position) : nil)
    note(allowance.amount, otherwise: usual, in: &quotation)
    guard let amount = amount(of: allowance) else { return }
    var part = QuotedLine(position: allowance.position, number: "")
    part.name = Cell(name(of: allowance), at: allowance.position)
    var row = SheetRow<PriceColumn>(position: allowance.position)
    row.cells[.item] = part.name
    row.cells.set(.amount, amount)
    row.cells[.currency] = amount.currency ?? usual
    row.cells[.kind] = allowance.isCharge ? nil : Cell("discount", at: allowance.position)
    add(row, of: part, to: &quotation)
  }

  /// What is taken off or added; `nil` if it is nothing, or with an error below zero: whether it then
  /// adds or reduces, nobody can tell.
  private mutating func amount(of allowance: QuotedAllowance) -> QuotedFigure? {
    guard let amount = allowance.amount, amount.value != .zero else { return nil }
    if amount.value.isNegative {
      diagnostics.error(amount.cell.position, .quotedAllowanceNegative(amount: amount.value.text))
      return nil
    }
    return amount
  }

  private func name(of allowance: QuotedAllowance) -> String {
    if let reason = allowance.reason, !reason.isEmpty { return reason }
    let name =
      allowance.isCharge
      ? LocalText(de: "Zuschlag laut Angebot", en: "Surcharge as quoted")
      : LocalText(de: "Nachlass laut Angebot", en: "Discount as quoted")
    return name(decision.language)
  }

  /// A number of a document; `nil` if there is none, or with an error.
  mutating func figure<Name>(
    _ part: DocumentPart<Name>?, isBroken: inout Bool
  ) -> QuotedFigure? {
    guard let part else { return nil }
    if let element = part.firstElement {
      // What stands around it is only a piece of the number, if not of something else.
      diagnostics.error(
        part.position,
        .quotedFigureHoldsElement(name: part.name?.rawValue ?? "", element: element.local))
      isBroken = true
      return nil
    }
    let bytes = part.text
    if bytes.isEmpty { return nil }
    var figure: QuotedFigure
    if let value = Amount(shortDigits: bytes) {
      // The document's own words stay where everybody reads them as that number.
      figure = QuotedFigure(value, text: String(decoding: bytes, as: UTF8.self), at: part.position)
    } else {
      guard let cell = part.cell else { return nil }
      guard let value = number(cell, of: part.name?.rawValue ?? "") else {
        isBroken = true
        return nil
      }
      figure = QuotedFigure(value, at: cell.position)
    }
    figure.currency = Name.currencyAttribute.flatMap { part.attribute($0) }
    figure.unit = Name.unitAttribute.flatMap { part.attribute($0)?.text }
    return figure
  }

  /// A number that is no short run of digits; `nil` with an error.
  private mutating func number(_ cell: Cell, of name: String) -> Amount? {
    do throws(XMLNumber.Fault) {
      let number = try XMLNumber(cell.text)
      guard number.isRounded else { return number.value }
      if number.value == .zero {
        diagnostics.error(cell.position, .cellNumberTooManyDecimals(column: name, text: cell.text))
        return nil
      }
      // Programs write binary fractions with all their digits, in every line.
      documents.rounded[cell.position.file, default: .init(first: cell, name: name)].count += 1
      return number.value
    } catch {
      let message: Message =
        switch error {
        case .notANumber: .cellNotANumber(column: name, text: cell.text)
        case .tooLarge: .cellNumberTooLarge(column: name, text: cell.text)
        }
      diagnostics.error(cell.position, message)
      return nil
    }
  }

  /// A date, of which a time behind it and a zone are left out.
  func dateCell(_ cell: Cell?) -> Cell? {
    guard let cell else { return nil }
    let text = Array(cell.text.utf8)
    guard text.count > 10, "TZ+-".utf8.contains(text[10]) else { return cell }
    return Cell(String(decoding: text.prefix(10), as: UTF8.self), at: cell.position)
  }

  /// Keeps something that a document says beside its prices as a term of the contract.
  mutating func keep(_ cell: Cell?, as name: LocalText) {
    guard purpose == .offer, let cell else { return }
    let text = cell.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    terms.append(
      ContractTerm(name: name(decision.language), text: text, position: cell.position))
  }
}

extension RowCells {
  /// Puts in a figure that a document states, if there is one.
  mutating func set(_ column: Column, _ figure: QuotedFigure?) {
    if let figure { set(column, figure.cell, number: figure.value) }
  }
}

/// Names of what quotations say beside their prices.
enum QuotationTerm {
  static let seller = LocalText(de: "Anbieter", en: "Seller")
  static let number = LocalText(de: "Angebotsnummer", en: "Quotation number")
  static let issued = LocalText(de: "Angebot vom", en: "Quotation of")
  static let request = LocalText(de: "Angebotsanfrage", en: "Request for quotation")
  static let payment = LocalText(de: "Zahlung", en: "Payment")
  static let delivery = LocalText(de: "Lieferung", en: "Delivery")
  static let conditions = LocalText(de: "Bedingungen", en: "Conditions")
  static let note = LocalText(de: "Bemerkung", en: "Note")
  static let validity = LocalText(de: "Gültigkeitsdauer", en: "Time of validity")
}
