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
    PlainRule(nil, .articlePrice, .giveUp),
  ]

  /// Reads the rest of an openTRANS QUOTATION (2.1; also 1.0, whose names differ a little), item by
  /// item.
  mutating func readOpenTrans(
    _ reader: XMLPartReader, root: XMLName, path: String, at position: SourcePosition
  ) throws(XMLProblem) {
    var quotation = Quotation(path: path, position: position)
    var totals: (count: QuotedFigure?, amount: QuotedFigure?)
    var allowances: [QuotedAllowance] = []
    var hasSeller = false
    let spaces = [root.namespace ?? ""] + OfferReader.bmecatSpaces
    var plain = PlainLineForm(OfferReader.plainItem)
    var source = DocumentSource<TradeName>(reader, spaces: spaces, file: path)
    while let part = try source.next(entering: [.quotationItemList]) {
      var isBroken = false
      switch part.name {
      case .quotationHeader:
        guard let info = part.part(.quotationInfo) else { continue }
        declare(info.cell(.currency) ?? info.cell(.priceCurrency), in: &quotation)
        hasSeller = readHeader(info)
        allowances += self.allowances(of: info, on: nil, isBroken: &isBroken)
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
        allowances += self.allowances(of: part, on: quotation.lineSum, isBroken: &isBroken)
      default: break
      }
    }
    if !hasSeller { diagnostics.warning(position, .quotationWithoutSeller()) }
    for allowance in allowances { add(allowance, to: &quotation) }
    checkDeclared(against: quotation.currencies, in: &quotation)
    if let stated = totals.count, stated.value != Amount(quotation.lineCount) {
      diagnostics.warning(
        stated.cell.position,
        .quotedItemCountDiffers(stated: stated.value.text, found: quotation.lineCount))
    }
    let sum = quotation.lineSum.flatMap { try? $0.adding(self.sum(of: allowances)) }
    if let stated = totals.amount, let sum, !stated.value.agrees(with: sum) {
      contradict(
        stated.cell.position,
        .quotedTotalDiffers(
          what: QuotedTotal.total, stated: stated.value.text, reckoned: sum.text),
        in: &quotation)
    }
    settle(&quotation)
  }

  /// Reads what a quotation says beside its items; whether it names its supplier.
  private mutating func readHeader(_ info: DocumentPart<TradeName>) -> Bool {
    keep(info.cell(.quotationId), as: QuotationTerm.number)
    keep(dateCell(info.cell(.quotationDate)), as: QuotationTerm.issued)
    if purpose == .offer {
      readValidity(
        from: dateCell(info.cell(.validStartDate)), to: dateCell(info.cell(.validEndDate)))
    }
    let parties = info.part(.parties)?.all(.party) ?? []
    func party(_ role: String) -> [DocumentPart<TradeName>] {
      parties.filter { $0.all(.partyRole).contains { $0.cell?.text == role } }
    }
    let seller = party("supplier").lazy.compactMap { $0.cell(.address, .name) }.first
    keep(seller, as: QuotationTerm.seller)
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
    if let price {
      let allowances = self.allowances(of: price, on: line.price?.value, isBroken: &isBroken)
      line.allowances = spread(allowances, over: line)
      let total = figure(
        price.part(.allowOrChargesFix, .allowOrChargesTotalAmount), isBroken: &isBroken)
      check(total, against: [allowances, line.allowances], in: &quotation)
    }
    line.isBroken = isBroken
    return line
  }

  /// A text in the decision's language if there is one, else the first.
  func wording(_ part: DocumentPart<TradeName>, _ name: TradeName) -> Cell? {
    let all = part.all(name)
    let wanted = decision.language == .german ? ["deu", "ger", "de"] : ["eng", "en"]
    let own = all.first { wanted.contains($0.attribute(.lang)?.text ?? "") }
    return own?.cell ?? all.lazy.compactMap(\.cell).first
  }

  /// Discounts and surcharges of a part, reckoned one after another in their stated sequence.
  ///
  /// - Parameter base: what they are taken of.
  private mutating func allowances(
    of part: DocumentPart<TradeName>, on base: Amount?, isBroken: inout Bool
  ) -> [QuotedAllowance] {
    guard let list = part.part(.allowOrChargesFix) else { return [] }
    var steps: [(sequence: Amount, part: DocumentPart<TradeName>)] = []
    for (index, step) in list.all(.allowOrCharge).enumerated() {
      let sequence = figure(step.part(.allowOrChargeSequence), isBroken: &isBroken)
      steps.append((sequence?.value ?? Amount(index + 1), step))
    }
    let order = steps.indices.sorted { (steps[$0].sequence, $0) < (steps[$1].sequence, $1) }
    var result: [QuotedAllowance] = []
    var (running, ofStep) = (base, base)
    var last: Amount?
    for index in order {
      let (sequence, step) = steps[index]
      if sequence != last { ofStep = running }
      last = sequence
      guard let one = allowance(step, on: ofStep, isBroken: &isBroken) else { continue }
      result.append(one)
      running = running.flatMap { try? $0.adding(sum(of: [one])) }
    }
    return result
  }

  /// Compares a stated total of discounts and surcharges with that of the price and of the line.
  private mutating func check(
    _ stated: QuotedFigure?, against lists: [[QuotedAllowance]], in quotation: inout Quotation
  ) {
    let sums = lists.compactMap { try? sum(of: $0) }
    guard let stated, let whole = sums.last else { return }
    // Some write a discount with a sign, others without.
    let negated = try? stated.value.negated()
    let agrees = sums.contains {
      stated.value.agrees(with: $0) || negated?.agrees(with: $0) == true
    }
    if agrees { return }
    contradict(
      stated.cell.position,
      .quotedTotalDiffers(
        what: QuotedTotal.allowances, stated: stated.value.text, reckoned: whole.text),
      in: &quotation)
  }

  private mutating func allowance(
    _ part: DocumentPart<TradeName>, on usual: Amount?, isBroken: inout Bool
  ) -> QuotedAllowance? {
    let type = part.attribute(.type)?.text
    guard type == "allowance" || type == "surcharge" else {
      diagnostics.error(part.position, .quotedAllowanceUndirected())
      isBroken = true
      return nil
    }
    var allowance = QuotedAllowance(
      position: part.position, isCharge: type == "surcharge",
      reason: part.cell(.allowOrChargeName)?.text ?? part.cell(.allowOrChargeType)?.text)
    let value = part.part(.allowOrChargeValue)
    if let factor = figure(value?.part(.aocPercentageFactor), isBroken: &isBroken) {
      let base = figure(part.part(.allowOrChargeBase), isBroken: &isBroken)?.value ?? usual
      guard let base, let share = try? base.times(factor.value) else { return nil }
      allowance.factor = factor
      allowance.amount = QuotedFigure(share, at: factor.cell.position)
    } else {
      allowance.amount = figure(value?.part(.aocMonetaryAmount), isBroken: &isBroken)
    }
    if allowance.amount == nil, !isBroken {
      // Extra items or units in place of money.
      diagnostics.warning(part.position, .quotedAllowanceInKind())
      return nil
    }
    return allowance
  }

  /// Allowances on the price, as they add up over a whole line. Amounts of money are for the price's
  /// units, unless only the line as a whole agrees with what it states.
  private mutating func spread(
    _ allowances: [QuotedAllowance], over line: QuotedLine
  ) -> [QuotedAllowance] {
    guard !allowances.isEmpty, let price = line.price?.value else { return allowances }
    let quantity = line.quantity?.value ?? .one
    func times(_ amount: Amount) -> Amount? {
      try? ExactValue(amount).times(quantity).times(line.unitFactor?.value ?? .one)
        .amount(dividedBy: line.base?.value ?? .one)
    }
    func spread(moneyToo: Bool) -> [QuotedAllowance] {
      allowances.map { allowance in
        var whole = allowance
        whole.factor = nil
        if let amount = allowance.amount, moneyToo || allowance.factor != nil {
          whole.amount = times(amount.value).map {
            QuotedFigure($0, at: amount.cell.position, currency: amount.currency)
          }
        }
        return whole
      }
    }
    func agrees(_ allowances: [QuotedAllowance]) -> Bool? {
      guard let stated = line.amount?.value, let gross = times(price),
        let sum = try? gross.adding(sum(of: allowances))
      else { return nil }
      return stated.agrees(with: sum)
    }
    let each = spread(moneyToo: true)
    guard let money = allowances.first(where: { $0.factor == nil }), quantity != .one else {
      return each
    }
    if agrees(each) == true { return each }
    let once = spread(moneyToo: false)
    if agrees(once) == true { return once }
    diagnostics.warning(
      money.position, .quotedAllowancePerUnit(amount: money.amount?.cell.text ?? ""))
    return each
  }
}
