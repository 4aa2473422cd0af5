import Measures
import Messages
import XMLReading

extension OfferReader {
  static let ublSpaces = [
    "urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2",
    "urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2",
  ]

  private static let plainUBL: [PlainRule<UBLName>] = [
    PlainRule(nil, .id, .take(.number)),
    PlainRule(nil, .note, .take(.note)),
    PlainRule(nil, .lineItem, .enter),
    PlainRule(nil, .quantity, .giveUp),
    PlainRule(nil, .lineExtensionAmount, .giveUp),
    PlainRule(nil, .totalTaxAmount, .giveUp),
    PlainRule(nil, .sellerProposedSubstituteLineItem, .giveUp),
    PlainRule(nil, .alternativeLineItem, .giveUp),
    PlainRule(.lineItem, .id, .take(.ownIdentifier)),
    PlainRule(.lineItem, .quantity, .take(.quantity)),
    PlainRule(.lineItem, .minimumQuantity, .giveUp),
    PlainRule(.lineItem, .lineStatusCode, .giveUp),
    PlainRule(.lineItem, .lineExtensionAmount, .take(.amount)),
    PlainRule(.lineItem, .totalTaxAmount, .take(.tax)),
    PlainRule(.lineItem, .taxTotal, .giveUp),
    PlainRule(.lineItem, .allowanceCharge, .giveUp),
    PlainRule(.lineItem, .subLineItem, .giveUp),
    PlainRule(.lineItem, .itemPriceExtension, .giveUp),
    PlainRule(.lineItem, .delivery, .enter),
    PlainRule(.delivery, .shipment, .giveUp),
    PlainRule(.delivery, .deliveryTerms, .enter),
    PlainRule(.lineItem, .deliveryTerms, .enter),
    PlainRule(.deliveryTerms, .allowanceCharge, .giveUp),
    PlainRule(.deliveryTerms, .amount, .giveUp),
    PlainRule(.lineItem, .item, .enter),
    PlainRule(.item, .name, .take(.name)),
    PlainRule(.item, .description, .take(.description)),
    PlainRule(.item, .sellersItemIdentification, .enter),
    PlainRule(.sellersItemIdentification, .id, .take(.identifier)),
    PlainRule(.lineItem, .price, .enter),
    PlainRule(.price, .priceAmount, .take(.price)),
    PlainRule(.price, .baseQuantity, .take(.base)),
    PlainRule(.price, .orderableUnitFactorRate, .giveUp),
    PlainRule(.price, .allowanceCharge, .giveUp),
  ]

  /// Reads the rest of a UBL 2 Quotation (OASIS UBL 2.0 to 2.5), line by line.
  mutating func readUBL(
    _ reader: XMLPartReader, path: String, at position: SourcePosition
  ) throws(XMLProblem) {
    var quotation = Quotation(path: path, position: position)
    var totals = QuotedTotals()
    var allowances: [QuotedAllowance] = []
    var hasSeller = false
    var looseNumber: Cell?
    var (lineCount, statedCount): (Int, QuotedFigure?) = (0, nil)
    var plain = PlainLineForm(OfferReader.plainUBL)
    var source = DocumentSource<UBLName>(reader, spaces: OfferReader.ublSpaces, file: path)
    while let part = try source.next() {
      var isBroken = false
      switch part.name {
      case .pricingCurrencyCode: declare(part.cell, in: &quotation)
      case .documentCurrencyCode:
        if quotation.currency == nil {
          declare(part.cell, in: &quotation)
        } else if let code = part.cell {
          quotation.declared.append(code)
        }
      case .validityPeriod: readValidity(part)
      case .sellerSupplierParty:
        let name =
          part.cell(.party, .partyName, .name)
          ?? part.cell(.party, .partyLegalEntity, .registrationName)
        keepSeller(name)
        hasSeller = hasSeller || name != nil
      case .id:
        keep(part.cell, as: QuotationTerm.number)
        noteNumber(part.cell)
      case .issueDate: keep(dateCell(part.cell), as: QuotationTerm.issued)
      case .note: keep(part.cell, as: QuotationTerm.note)
      case .requestForQuotationDocumentReference:
        keep(part.cell(.id), as: QuotationTerm.request)
      case .paymentTerms: keep(part.cell(.note), as: QuotationTerm.payment)
      case .delivery, .deliveryTerms:
        keep(part.cell(.specialTerms), as: QuotationTerm.delivery)
        allowances += deliveryCharges(of: [part], item: nil, in: &quotation)
      case .transactionConditions: keep(part.cell(.description), as: QuotationTerm.conditions)
      case .allowanceCharge:
        allowances.append(allowance(part, isBroken: &isBroken))
      case .taxTotal:
        readTax(part, into: &totals)
        noteTax(part, in: &quotation)
      case .quotedMonetaryTotal:
        read(part, into: &totals)
        // Amounts that name no currency are in that of the totals, if nothing else is said.
        let known = Set(totals.all.compactMap(\.currency?.text))
        if quotation.currency == nil, quotation.lineCount == 0, known.count == 1 {
          quotation.currency = totals.all.lazy.compactMap(\.currency).first
        }
      case .lineCountNumeric: statedCount = figure(part, isBroken: &isBroken)
      case .quotationLine:
        lineCount += 1
        let line = plain.line(part)
        // An article number in the wrong place is told of once.
        let isLoose = looseNumber == nil && line?.hasLooseNumber == true
        if let line, !isLoose, take(line, into: &quotation) {
          makeRoom(for: &quotation, progress: source.progress)
          continue
        }
        readLine(
          part, isPlain: line?.isOrdinary == true, into: &quotation, looseNumber: &looseNumber)
      default: break
      }
    }
    if let (name, place) = source.misplaced {
      // What stands there is unknown to the reader, so nothing it says of the rest is worth much.
      return diagnostics.error(
        place, .quotedElementMisplaced(element: name.local, namespace: name.namespace))
    }
    if !hasSeller { diagnostics.warning(position, .quotationWithoutSeller()) }
    if let looseNumber {
      diagnostics.warning(looseNumber.position, .quotedLineNumberIsArticle(text: looseNumber.text))
    }
    if let statedCount, statedCount.value != Amount(lineCount) {
      contradict(
        statedCount.cell.position,
        .quotedItemCountDiffers(stated: statedCount.cell.text, found: lineCount), in: &quotation)
    }
    allowances += quotation.deliveries
    for allowance in allowances { add(allowance, to: &quotation) }
    check(totals, allowances: allowances, in: &quotation)
    settle(&quotation)
  }

  private mutating func readValidity(_ part: DocumentPart<UBLName>) {
    guard purpose == .offer else { return }
    let (start, end) = (dateCell(part.cell(.startDate)), dateCell(part.cell(.endDate)))
    readValidity(from: start, to: end ?? self.end(of: part, from: start))
  }

  /// The last day of a period that states how long it is; kept as a term where that is unclear.
  private mutating func end(of part: DocumentPart<UBLName>, from start: Cell?) -> Cell? {
    guard let measure = part.part(.durationMeasure), let cell = measure.cell else { return nil }
    let unit = measure.attribute(.unitCode)?.text ?? ""
    if let first = start.flatMap({ CalendarDate($0.text) }), let count = Int(cell.text),
      (0...10_000).contains(count)
    {
      let last: CalendarDate? =
        switch unit {
        case "DAY": first.adding(days: count)
        case "WEE": first.adding(days: 7 * count)
        case "MON": first.adding(months: count)
        case "ANN": first.adding(months: 12 * count)
        default: nil
        }
      if let last { return Cell(last.iso, at: cell.position) }
    }
    keep(Cell("\(cell.text) \(unit)", at: cell.position), as: QuotationTerm.validity)
    return nil
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

  private mutating func read(_ part: DocumentPart<UBLName>, into totals: inout QuotedTotals) {
    var isBroken = false
    func figure(_ name: UBLName) -> QuotedFigure? {
      self.figure(part.part(name), isBroken: &isBroken)
    }
    totals.lines = figure(.lineExtensionAmount)
    totals.allowances = figure(.allowanceTotalAmount)
    totals.charges = figure(.chargeTotalAmount)
    totals.net = figure(.taxExclusiveAmount)
    totals.gross = figure(.taxInclusiveAmount)
    totals.prepaid = figure(.prepaidAmount)
    totals.rounding = figure(.payableRoundingAmount)
    totals.payable = figure(.payableAmount)
  }

  /// Notes that a total of taxes says that the prices hold them.
  mutating func noteTax(_ part: DocumentPart<UBLName>, in quotation: inout Quotation) {
    guard quotation.taxIncluded == nil, let mark = part.cell(.taxIncludedIndicator),
      mark.text == "true" || mark.text == "1"
    else { return }
    quotation.taxIncluded = mark.position
  }

  private mutating func readTax(_ part: DocumentPart<UBLName>, into totals: inout QuotedTotals) {
    var isBroken = false
    let amount = figure(part.part(.taxAmount), isBroken: &isBroken)
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
    for subtotal in part.all(.taxSubtotal) {
      totals.taxParts.append(
        QuotedTotals.TaxPart(
          base: figure(subtotal.part(.taxableAmount), isBroken: &isBroken),
          amount: figure(subtotal.part(.taxAmount), isBroken: &isBroken),
          rate: figure(
            subtotal.part(.taxCategory, .percent) ?? subtotal.part(.percent),
            isBroken: &isBroken)))
    }
  }
}
