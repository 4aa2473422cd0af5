import Measures
import Messages
import XMLReading

extension OfferReader {
  private static let ublSpaces = [
    "urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2",
    "urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2",
  ]

  /// Reads the rest of a UBL 2 Quotation (OASIS UBL 2.0 to 2.5), line by line.
  mutating func readUBL(
    _ reader: XMLPullReader, path: String, at position: SourcePosition
  ) throws(XMLProblem) {
    var quotation = Quotation(path: path, position: position)
    var totals = QuotedTotals()
    var allowances: [QuotedAllowance] = []
    var hasSeller = false
    var looseNumber: Cell?
    while let part = try reader.nextPart(spaces: OfferReader.ublSpaces, file: path) {
      guard part.isKnown else { continue }
      var isBroken = false
      switch part.name {
      case "PricingCurrencyCode": quotation.currency = part.cell
      case "DocumentCurrencyCode": quotation.currency = quotation.currency ?? part.cell
      case "ValidityPeriod": readValidity(part)
      case "SellerSupplierParty":
        let name =
          part.cell("Party", "PartyName", "Name")
          ?? part.cell("Party", "PartyLegalEntity", "RegistrationName")
        keep(name, as: QuotationTerm.seller)
        hasSeller = hasSeller || name != nil
      case "ID": keep(part.cell, as: QuotationTerm.number)
      case "IssueDate": keep(dateCell(part.cell), as: QuotationTerm.issued)
      case "Note": keep(part.cell, as: QuotationTerm.note)
      case "RequestForQuotationDocumentReference":
        keep(part.cell("ID"), as: QuotationTerm.request)
      case "PaymentTerms": keep(part.cell("Note"), as: QuotationTerm.payment)
      case "DeliveryTerms": keep(part.cell("SpecialTerms"), as: QuotationTerm.delivery)
      case "TransactionConditions": keep(part.cell("Description"), as: QuotationTerm.conditions)
      case "AllowanceCharge":
        allowances.append(allowance(part, isBroken: &isBroken))
      case "TaxTotal": readTax(part, into: &totals)
      case "QuotedMonetaryTotal": read(part, into: &totals)
      case "QuotationLine":
        readLine(part, into: &quotation, looseNumber: &looseNumber)
      default: break
      }
    }
    if !hasSeller { diagnostics.warning(position, .quotationWithoutSeller()) }
    if let looseNumber {
      diagnostics.warning(looseNumber.position, .quotedLineNumberIsArticle(text: looseNumber.text))
    }
    for allowance in allowances { add(allowance, to: &quotation) }
    check(totals, allowances: allowances, in: &quotation)
    settle(&quotation)
  }

  private mutating func readValidity(_ part: DocumentPart) {
    guard purpose == .offer else { return }
    let (start, end) = (dateCell(part.cell("StartDate")), dateCell(part.cell("EndDate")))
    readValidity(from: start, to: end)
  }

  /// Takes the last day of validity, which cannot lie before the first.
  mutating func readValidity(from start: Cell?, to end: Cell?) {
    guard let end else { return }
    readValidity(end)
    if let first = start.flatMap({ CalendarDate($0.text) }), let last = CalendarDate(end.text),
      last < first
    {
      diagnostics.warning(
        end.position, .quotedValidityBackwards(start: first.iso, end: last.iso))
    }
  }

  private mutating func read(_ part: DocumentPart, into totals: inout QuotedTotals) {
    var isBroken = false
    func figure(_ name: String) -> QuotedFigure? {
      self.figure(part.part(name), isBroken: &isBroken)
    }
    totals.lines = figure("LineExtensionAmount")
    totals.allowances = figure("AllowanceTotalAmount")
    totals.charges = figure("ChargeTotalAmount")
    totals.net = figure("TaxExclusiveAmount")
    totals.gross = figure("TaxInclusiveAmount")
    totals.prepaid = figure("PrepaidAmount")
    totals.rounding = figure("PayableRoundingAmount")
    totals.payable = figure("PayableAmount")
  }

  private mutating func readTax(_ part: DocumentPart, into totals: inout QuotedTotals) {
    var isBroken = false
    let amount = figure(part.part("TaxAmount"), isBroken: &isBroken)
    // Further totals are other taxes, or the same in another currency.
    if let first = totals.tax, let amount, first.currency?.text == amount.currency?.text {
      totals.tax = (try? first.value.adding(amount.value)).map {
        QuotedFigure($0, at: first.cell.position, currency: first.currency)
      }
    } else if totals.tax == nil {
      totals.tax = amount
    } else {
      return
    }
    for subtotal in part.all("TaxSubtotal") {
      totals.taxParts.append(
        QuotedTotals.TaxPart(
          base: figure(subtotal.part("TaxableAmount"), isBroken: &isBroken),
          amount: figure(subtotal.part("TaxAmount"), isBroken: &isBroken),
          rate: figure(
            subtotal.part("TaxCategory", "Percent") ?? subtotal.part("Percent"),
            isBroken: &isBroken)))
    }
  }

  private mutating func readLine(
    _ part: DocumentPart, into quotation: inout Quotation, looseNumber: inout Cell?
  ) {
    let items = part.all("LineItem")
    guard let first = items.first else {
      return diagnostics.error(part.position, .quotedLineEmpty(element: "LineItem"))
    }
    let others = part.all("SellerProposedSubstituteLineItem") + part.all("AlternativeLineItem")
    let number = part.cell("ID")?.text ?? String(quotation.lineCount + 1)
    for (index, item) in (items + others).enumerated() {
      var line = line(item, number: number, in: part)
      if !others.isEmpty {
        let isOffered = index < items.count
        line.alternative = "\(number)\(isOffered ? " chosen" : "")"
        line.isInTotal = isOffered
      }
      if looseNumber == nil, line.isInTotal, item.part("Item", "SellersItemIdentification") == nil,
        let id = item.cell("ID"), id.text != number, id.text.contains(where: \.isLetter)
      {
        looseNumber = id
      }
      take(line, into: &quotation)
    }
    if !others.isEmpty, let item = first.cell("Item", "Name") {
      diagnostics.warning(
        others[0].position, .quotedAlternatives(item: item.text, count: others.count))
    }
  }

  private mutating func line(
    _ item: DocumentPart, number: String, in outer: DocumentPart
  ) -> QuotedLine {
    var line = QuotedLine(position: outer.position, number: number)
    var isBroken = false
    line.name =
      item.cell("Item", "Name") ?? item.cell("Item", "Description") ?? outer.cell("Note")
    line.remarks = [item.cell("Item", "Description"), outer.cell("Note")]
      .compactMap { $0?.text }.joined(separator: " ")
    let identifiers = [
      item.cell("Item", "SellersItemIdentification", "ID"), item.cell("ID"),
      item.cell("Item", "StandardItemIdentification", "ID"),
      item.cell("Item", "BuyersItemIdentification", "ID"),
    ]
    line.identifiers = identifiers.compactMap { $0?.text }
    line.quantity = figure(item.part("Quantity"), isBroken: &isBroken)
    line.amount = figure(item.part("LineExtensionAmount"), isBroken: &isBroken)
    line.tax = figure(
      item.part("TotalTaxAmount") ?? item.part("TaxTotal", "TaxAmount"), isBroken: &isBroken)
    line.price = figure(item.part("Price", "PriceAmount"), isBroken: &isBroken)
    line.base = figure(item.part("Price", "BaseQuantity"), isBroken: &isBroken)
    line.unitFactor = figure(item.part("Price", "OrderableUnitFactorRate"), isBroken: &isBroken)
    for part in item.all("AllowanceCharge") {
      line.allowances.append(allowance(part, isBroken: &isBroken))
    }
    line.isBroken = isBroken
    return line
  }

  private mutating func allowance(
    _ part: DocumentPart, isBroken: inout Bool
  ) -> QuotedAllowance {
    let indicator = part.cell("ChargeIndicator")?.text
    if !["true", "false", "1", "0"].contains(indicator) {
      diagnostics.error(part.position, .quotedAllowanceUndirected())
      isBroken = true
    }
    var allowance = QuotedAllowance(
      position: part.position, isCharge: indicator == "true" || indicator == "1",
      reason: part.cell("AllowanceChargeReason")?.text)
    allowance.amount = figure(part.part("Amount"), isBroken: &isBroken)
    allowance.factor = figure(part.part("MultiplierFactorNumeric"), isBroken: &isBroken)
    allowance.base = figure(part.part("BaseAmount"), isBroken: &isBroken)
    if allowance.amount == nil, !isBroken {
      diagnostics.error(part.position, .quotedAllowanceWithoutAmount())
    }
    return allowance
  }
}
