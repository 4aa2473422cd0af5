import DecisionModel
import Measures
import Messages
import XMLReading

extension OfferReader {
  static let bmecatSpaces = [
    "http://www.bmecat.org/bmecat/2005", "http://www.bmecat.org/bmecat/2005fd",
    "http://www.bmecat.org/bmecat/2005.1", "http://www.bmecat.org/bmecat/1.2",
  ]

  private static let plainItem: [PlainRule<TradeName>] = [
    PlainRule(nil, .lineItemId, .take(.number)),
    PlainRule(nil, .quantity, .take(.quantity)),
    PlainRule(nil, .priceLineAmount, .take(.amount)),
    PlainRule(nil, .priceQuantity, .giveUp),
    PlainRule(nil, .productId, .enter),
    PlainRule(.productId, .supplierPid, .take(.identifier)),
    PlainRule(.productId, .descriptionShort, .take(.name)),
    PlainRule(nil, .articleId, .giveUp),
    PlainRule(nil, .productPriceFix, .enter),
    PlainRule(.productPriceFix, .priceAmount, .take(.price)),
    PlainRule(.productPriceFix, .priceQuantity, .take(.base)),
    PlainRule(.productPriceFix, .priceCurrency, .giveUp),
    PlainRule(.productPriceFix, .priceBaseFix, .giveUp),
    PlainRule(.productPriceFix, .allowOrChargesFix, .giveUp),
    PlainRule(.productPriceFix, .taxDetailsFix, .enter),
    PlainRule(.taxDetailsFix, .taxAmount, .giveUp),
    PlainRule(nil, .remarks, .take(.note)),
    PlainRule(.productId, .descriptionLong, .take(.remark)),
    PlainRule(nil, .articlePrice, .giveUp),
  ]

  /// Reads the rest of an openTRANS QUOTATION (2.1; also 1.0, whose names differ a little), item by
  /// item.
  mutating func readOpenTrans(
    _ reader: XMLPartReader, root: XMLName, path: String, at position: SourcePosition
  ) throws(XMLProblem) {
    var quotation = Quotation(path: path, position: position)
    var totals: (count: QuotedFigure?, amount: QuotedFigure?)
    var charges: [TradeCharge] = []
    var hasSeller = false
    var isBroken = false
    let spaces = [root.namespace ?? ""] + OfferReader.bmecatSpaces
    var plain = PlainLineForm(OfferReader.plainItem)
    var source = DocumentSource<TradeName>(reader, spaces: spaces, file: path)
    while let part = try source.next(entering: [.quotationItemList]) {
      switch part.name {
      case .quotationHeader:
        guard let info = part.part(.quotationInfo) else { continue }
        declare(info.cell(.currency) ?? info.cell(.priceCurrency), in: &quotation)
        hasSeller = readHeader(info)
        charges += self.charges(of: info, isBroken: &isBroken)
      case .quotationItem:
        let found = plain.line(part)
        if let found, take(found, into: &quotation) {
          makeRoom(for: &quotation, progress: source.progress)
          continue
        }
        var line = item(part, in: &quotation)
        line.isPlain = found?.isOrdinary == true
        take(&line, into: &quotation)
      case .quotationSummary:
        totals.count = figure(part.part(.totalItemNum), isBroken: &isBroken)
        totals.amount = figure(part.part(.totalAmount), isBroken: &isBroken)
        charges += self.charges(of: part, isBroken: &isBroken)
      default: break
      }
    }
    if !hasSeller { diagnostics.warning(position, .quotationWithoutSeller()) }
    if !isBroken { check(totals.amount, with: charges, in: &quotation) }
    checkDeclared(against: quotation.currencies, in: &quotation)
    if let stated = totals.count, stated.value != Amount(quotation.lineCount) {
      diagnostics.warning(
        stated.cell.position,
        .quotedItemCountDiffers(stated: stated.value.text, found: quotation.lineCount))
    }
    settle(&quotation)
  }

  /// Adds the discounts and surcharges on the whole, and compares the total with what that comes to:
  /// the lines as they count or as stated, with or without options.
  private mutating func check(
    _ total: QuotedFigure?, with charges: [TradeCharge], in quotation: inout Quotation
  ) {
    let bases = quotation.sums
    func sums(_ isPercent: Bool) -> [Amount] {
      bases.compactMap { base in
        allowances(charges, on: base, isPercent: isPercent)
          .flatMap { try? base.adding(sum(of: $0)) }
      }
    }
    func agrees(_ isPercent: Bool) -> Bool {
      total.map { total in sums(isPercent).contains { total.value.agrees(with: $0) } } ?? false
    }
    guard let isPercent = sharesArePercent(charges, fits: agrees) else {
      return reportUnclear(charges)
    }
    if let base = quotation.countedSum,
      let all = allowances(charges, on: base, isPercent: isPercent)
    {
      for allowance in all { add(allowance, to: &quotation) }
    } else if let share = charges.first(where: { $0.factor != nil && $0.base == nil }) {
      diagnostics.error(share.position, .quotedAllowanceWithoutPrice(line: "–"))
    } else {
      for allowance in allowances(charges, on: .zero, isPercent: isPercent) ?? [] {
        add(allowance, to: &quotation)
      }
    }
    let sums = sums(isPercent)
    guard let total, let sum = sums.first, !agrees(isPercent) else { return }
    let isTaxed = quotation.taxRates.contains { rate in
      sums.contains { sum in
        (try? rate.adding(.one)).flatMap { try? sum.times($0) }
          .map(total.value.agrees(with:)) == true
      }
    }
    let taxed = quotation.taxSum.flatMap { try? sum.adding($0) }
    contradict(
      total.cell.position,
      isTaxed || (quotation.lineCount > 0 && taxed.map(total.value.agrees(with:)) == true)
        ? .quotedTotalTaxed(stated: total.value.text, net: sum.text)
        : .quotedTotalDiffers(
          what: QuotedTotal.total, stated: total.value.text, reckoned: sum.text),
      in: &quotation)
  }

  /// Reads what a quotation says beside its items; whether it names its supplier.
  private mutating func readHeader(_ info: DocumentPart<TradeName>) -> Bool {
    keep(info.cell(.quotationId), as: QuotationTerm.number)
    noteNumber(info.cell(.quotationId))
    keep(dateCell(info.cell(.quotationDate)), as: QuotationTerm.issued)
    if purpose == .offer {
      readValidity(
        from: dateCell(info.cell(.validStartDate)), to: dateCell(info.cell(.validEndDate)))
    }
    let parties = info.part(.parties)?.all(.party) ?? []
    func party(_ role: String) -> [DocumentPart<TradeName>] {
      parties.filter { $0.all(.partyRole).contains { $0.cell?.text == role } }
    }
    let old = info.part(.quotationParties, .supplierParty, .party)
    let seller =
      party("supplier").lazy.compactMap { $0.cell(.address, .name) }.first
      ?? old?.cell(.address, .name)
    keepSeller(seller)
    let buyers = party("buyer").flatMap { $0.all(.partyId) }.compactMap(\.cell?.text)
    if let reference = info.cell(.orderPartiesReference, .buyerIdref),
      let buyer = buyers.first, !buyers.contains(reference.text)
    {
      diagnostics.warning(
        reference.position, .quotedBuyerDiffers(reference: reference.text, buyer: buyer))
    }
    keep(info.cell(.termsAndConditions), as: QuotationTerm.conditions)
    keep(info.cell(.remarks), as: QuotationTerm.note)
    if let terms = info.part(.payment, .paymentTerms, .timeForPayment),
      let days = terms.cell(.days) ?? terms.cell(.paymentDate)
    {
      let name = LocalText(de: "\(days.text) Tage", en: "\(days.text) days")
      let isDays = terms.cell(.days) != nil
      keep(
        isDays ? Cell(name(decision.language), at: days.position) : days,
        as: QuotationTerm.payment)
    }
    return seller != nil
  }

  private mutating func item(
    _ part: DocumentPart<TradeName>, in quotation: inout Quotation
  ) -> QuotedLine {
    var line = QuotedLine(
      position: part.position,
      number: part.cell(.lineItemId)?.text ?? String(quotation.lineCount + 1))
    var isBroken = false
    let product = part.part(.productId) ?? part.part(.articleId)
    let long = product.flatMap { wording($0, .descriptionLong) }
    line.name = product.flatMap { wording($0, .descriptionShort) } ?? long
    line.remarks = long?.text ?? ""
    let names: [TradeName] = [
      .supplierPid, .supplierAid, .internationalPid, .internationalAid, .buyerPid,
      .buyerAid,
    ]
    line.identifiers = names.compactMap { product?.cell($0)?.text } + [line.number]
    line.quantity = figure(part.part(.quantity), isBroken: &isBroken)
    line.quantity?.unit = part.cell(.orderUnit)?.text
    let price = part.part(.productPriceFix) ?? part.part(.articlePrice)
    line.amount = figure(
      part.part(.priceLineAmount) ?? price?.part(.priceLineAmount), isBroken: &isBroken)
    line.price = figure(price?.part(.priceAmount), isBroken: &isBroken)
    line.price?.currency = price?.cell(.priceCurrency)
    line.base = figure(
      price?.part(.priceQuantity) ?? part.part(.priceQuantity), isBroken: &isBroken)
    if let unit = price?.cell(.priceBaseFix, .priceUnit), let own = line.quantity?.unit,
      unit.text != own
    {
      line.unitFactor = figure(
        price?.part(.priceBaseFix, .priceUnitFactor), isBroken: &isBroken)
      line.base = line.base ?? QuotedFigure(.one, at: unit.position)
      line.base?.unit = unit.text
    }
    let units = figure(price?.part(.priceBaseFix, .priceUnitValue), isBroken: &isBroken)
    line.isBroken = isBroken
    if isBroken { return line }
    if let units { take(units, into: &line, in: &quotation) }
    line.isGross = price?.attribute(.type)?.text == "gros_list"
    line.optionalHint = part.cell(.remarks) ?? long
    if let price {
      readCharges(of: price, into: &line, in: &quotation)
      if !line.isBroken { readTaxes(of: price, into: &line, in: &quotation) }
    }
    return line
  }

  /// Takes what an item states as the number of price units in all of it.
  private mutating func take(
    _ units: QuotedFigure, into line: inout QuotedLine, in quotation: inout Quotation
  ) {
    guard let quantity = line.quantity, quantity.value != .zero else { return }
    let known = try? quantity.value.times(line.unitFactor?.value ?? .one)
    if known == units.value { return }
    if line.unitFactor != nil || line.base?.unit == nil, let known {
      contradict(
        units.cell.position,
        .quotedUnitValueDiffers(
          line: line.number, stated: units.cell.text, reckoned: known.text), in: &quotation)
    }
    // So many price units in the whole quantity, whether or not that divides evenly.
    guard let base = try? (line.base?.value ?? .one).times(quantity.value) else { return }
    let unit = line.base?.unit
    line.unitFactor = units
    line.base = QuotedFigure(base, at: units.cell.position)
    line.base?.unit = unit
  }

  /// Compares the taxes of an item with their rates; they are for the line or for a price unit.
  private mutating func readTaxes(
    of price: DocumentPart<TradeName>, into line: inout QuotedLine, in quotation: inout Quotation
  ) {
    let worth = line.amount?.value ?? reckoned(line)
    var sum: Amount? = .zero
    var isStated = false
    // Version 1.0 has the tax in the price itself.
    for part in price.all(.taxDetailsFix) + (price.part(.tax) == nil ? [] : [price]) {
      guard let rate = figure(part.part(.tax), isBroken: &line.isBroken) else { continue }
      isStated = true
      let whole = rate.value >= .one ? try? rate.value.divided(by: Amount(100)) : rate.value
      guard let share = whole else { continue }
      if line.isGross { line.taxRate = QuotedFigure(share, at: rate.cell.position) }
      quotation.taxRates.insert(share)
      let tax = worth.flatMap { worth in
        guard line.isGross, let whole = try? share.adding(.one) else {
          return try? worth.times(share)
        }
        return try? ExactValue(worth).times(share).amount(dividedBy: whole)
      }
      sum = tax.flatMap { try? sum?.adding($0) }
      let ofUnit = line.price.flatMap { try? $0.value.times(share) }
      guard let stated = figure(part.part(.taxAmount), isBroken: &line.isBroken), let tax,
        !stated.value.agrees(with: tax), ofUnit.map(stated.value.agrees(with:)) != true
      else { continue }
      contradict(
        stated.cell.position,
        .quotedTotalDiffers(
          what: QuotedTotal.tax, stated: stated.value.text, reckoned: tax.text), in: &quotation)
    }
    if isStated, let sum, !line.isGross {
      line.tax = QuotedFigure(sum, at: line.position)
    }
  }

  /// A text in the decision's language if there is one, else the first.
  func wording(_ part: DocumentPart<TradeName>, _ name: TradeName) -> Cell? {
    let all = part.all(name)
    let wanted = decision.language == .german ? ["deu", "ger", "de"] : ["eng", "en"]
    let own = all.first { wanted.contains($0.attribute(.lang)?.text ?? "") }
    return own?.cell ?? all.lazy.compactMap(\.cell).first
  }
}
