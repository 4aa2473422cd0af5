import DecisionModel
import Measures
import Messages
import XMLReading

// Lines of UBL quotations.
extension OfferReader {
  mutating func readLine(
    _ part: DocumentPart<UBLName>, isPlain: Bool, into quotation: inout Quotation,
    looseNumber: inout Cell?
  ) {
    let items = part.all(.lineItem)
    let outer = items.count == 1 ? part : nil
    guard let first = items.first else {
      return diagnostics.error(part.position, .quotedLineEmpty(element: "LineItem"))
    }
    let others = part.all(.sellerProposedSubstituteLineItem) + part.all(.alternativeLineItem)
    let number = part.cell(.id)?.text ?? String(quotation.lineCount + 1)
    // Looked up once: a line may have very many others beside it.
    let note = part.cell(.note)
    let group = others.isEmpty ? number : group(number, at: part.position)
    for (index, item) in (others.isEmpty ? items : items + others).enumerated() {
      if let status = item.cell(.lineStatusCode), status.text.lowercased() == "cancelled" {
        contradict(status.position, .quotedLineCancelled(line: number), in: &quotation)
        continue
      }
      var line = line(
        item, number: number, in: part, note: note,
        wantsRemarks: quotation.suggestions < FileUnderstanding.most)
      if let outer, index == 0 { complete(&line, from: outer, in: &quotation) }
      takeExtension(of: item, into: &line, in: &quotation)
      if !others.isEmpty {
        let isOffered = index < items.count
        line.alternative = "\(group)\(isOffered ? " chosen" : "")"
        line.isInTotal = isOffered
      }
      if looseNumber == nil, line.isInTotal, item.part(.item, .sellersItemIdentification) == nil,
        let id = item.cell(.id), id.text != number, id.text.contains(where: \.isLetter)
      {
        looseNumber = id
      }
      line.isPlain = isPlain
      takeDelivery(of: item, with: &line, in: &quotation)
      for total in item.all(.taxTotal) { noteTax(total, in: &quotation) }
      var parts = parts(of: item, in: line, of: &quotation)
      if let word = line.name.flatMap({ OptionalWords.found(in: $0.text) }), line.price == nil,
        line.amount == nil, !parts.isEmpty, others.isEmpty
      {
        // What an optional heading heads is optional with it.
        for index in parts.indices { parts[index].isOptional = true }
        line.isOptional = true
        contradict(
          line.position, .priceTakenAsOptional(item: line.name?.text ?? "", word: word),
          in: &quotation)
      }
      if line.price == nil, line.amount == nil, others.isEmpty, !parts.isEmpty {
        for var part in parts { take(&part, into: &quotation) }
        if !line.allowances.isEmpty || line.isBroken {
          line.headed = sum(of: parts) ?? .zero
          take(&line, into: &quotation)
        }
      } else {
        weigh(parts, against: &line, in: &quotation)
        take(&line, into: &quotation)
      }
    }
    if !others.isEmpty, let item = first.cell(.item, .name) {
      diagnostics.warning(
        others[0].position, .quotedAlternatives(item: item.text, count: others.count))
    }
  }

  private mutating func line(
    _ item: DocumentPart<UBLName>, number: String, in outer: DocumentPart<UBLName>, note: Cell?,
    wantsRemarks: Bool
  ) -> QuotedLine {
    var line = QuotedLine(position: outer.position, number: number)
    var isBroken = false
    line.name =
      item.cell(.item, .name) ?? item.cell(.item, .description) ?? note
    if wantsRemarks {
      line.remarks = [item.cell(.item, .description), note]
        .compactMap { $0?.text }.joined(separator: " ")
    }
    let article = item.part(.item)
    for part in [
      article?.part(.sellersItemIdentification, .id), item.part(.id),
      article?.part(.standardItemIdentification, .id),
      article?.part(.buyersItemIdentification, .id),
    ] {
      if let cell = part?.cell { line.identifiers.append(cell.text) }
    }
    line.quantity = figure(item.part(.quantity), isBroken: &isBroken)
    line.amount = figure(item.part(.lineExtensionAmount), isBroken: &isBroken)
    line.tax = figure(
      item.part(.totalTaxAmount) ?? item.part(.taxTotal, .taxAmount), isBroken: &isBroken)
    if let stated = item.part(.totalTaxAmount).flatMap({ figure($0, isBroken: &isBroken) }),
      let taxes = figure(item.part(.taxTotal, .taxAmount), isBroken: &isBroken),
      item.all(.taxTotal).count == 1, !stated.value.agrees(with: taxes.value)
    {
      diagnostics.warning(
        stated.cell.position,
        .quotedTotalDiffers(
          what: QuotedTotal.tax, stated: stated.value.text, reckoned: taxes.value.text))
    }
    line.optionalHint = [item.cell(.item, .description), note].compactMap { $0 }
      .first { OptionalWords.mayBeIn($0.text) }
    line.price = figure(item.part(.price, .priceAmount), isBroken: &isBroken)
    if line.price?.currency == nil { line.price?.currency = line.amount?.currency }
    line.base = figure(item.part(.price, .baseQuantity), isBroken: &isBroken)
    line.minimum = figure(item.part(.minimumQuantity), isBroken: &isBroken)
    line.unitFactor = figure(item.part(.price, .orderableUnitFactorRate), isBroken: &isBroken)
    for part in item.all(.allowanceCharge) {
      line.allowances.append(allowance(part, isBroken: &isBroken))
    }
    for part in item.part(.price)?.all(.allowanceCharge) ?? [] {
      let allowance = allowance(part, isBroken: &isBroken)
      if !isBroken { isBroken = !settle(allowance, onPriceOf: &line) }
    }
    line.isBroken = isBroken
    return line
  }

  /// Takes from the quotation's line what its item doesn't state. What both state is the same.
  private mutating func complete(
    _ line: inout QuotedLine, from outer: DocumentPart<UBLName>, in quotation: inout Quotation
  ) {
    func figure(_ name: UBLName, _ own: QuotedFigure?) -> QuotedFigure? {
      guard let stated = self.figure(outer.part(name), isBroken: &line.isBroken) else { return own }
      if let own, own.value != stated.value {
        contradict(
          stated.cell.position,
          .quotedItemDiffers(
            line: line.number, element: name.rawValue, stated: stated.cell.text,
            own: own.cell.text),
          in: &quotation)
      }
      return own ?? stated
    }
    line.quantity = figure(.quantity, line.quantity)
    line.amount = figure(.lineExtensionAmount, line.amount)
    line.tax = figure(.totalTaxAmount, line.tax)
  }

  mutating func allowance(
    _ part: DocumentPart<UBLName>, isBroken: inout Bool
  ) -> QuotedAllowance {
    let indicator = part.cell(.chargeIndicator)?.text
    if !["true", "false", "1", "0"].contains(indicator) {
      diagnostics.error(part.position, .quotedAllowanceUndirected())
      isBroken = true
    }
    var allowance = QuotedAllowance(
      position: part.position, isCharge: indicator == "true" || indicator == "1",
      reason: part.cell(.allowanceChargeReason)?.text)
    allowance.amount = figure(part.part(.amount), isBroken: &isBroken)
    allowance.factor = figure(part.part(.multiplierFactorNumeric), isBroken: &isBroken)
    allowance.base = figure(part.part(.baseAmount), isBroken: &isBroken)
    if allowance.amount == nil, !isBroken {
      diagnostics.error(part.position, .quotedAllowanceWithoutAmount())
    }
    return allowance
  }
  // MARK: Lines in lines

  /// The priced lines that lie in a line, and in these; behind them what their headings take off or
  /// add.
  private mutating func parts(
    of item: DocumentPart<UBLName>, in outer: QuotedLine, of quotation: inout Quotation
  ) -> [QuotedLine] {
    var parts: [QuotedLine] = []
    for (index, part) in item.all(.subLineItem).enumerated() {
      let number = part.cell(.id)?.text ?? "\(outer.number).\(index + 1)"
      var line = line(
        part, number: number, in: part, note: part.cell(.note),
        wantsRemarks: !outer.remarks.isEmpty)
      takeExtension(of: part, into: &line, in: &quotation)
      takeDelivery(of: part, with: &line, in: &quotation)
      var inner = self.parts(of: part, in: line, of: &quotation)
      // A line that states no price is no more than the heading of those in it.
      if line.price == nil, line.amount == nil {
        if let word = line.name.flatMap({ OptionalWords.found(in: $0.text) }), !inner.isEmpty {
          for index in inner.indices { inner[index].isOptional = true }
          line.isOptional = true
          contradict(
            line.position, .priceTakenAsOptional(item: line.name?.text ?? "", word: word),
            in: &quotation)
        }
        parts += inner
        if !inner.isEmpty, !line.allowances.isEmpty || line.isBroken {
          line.headed = sum(of: inner) ?? .zero
          parts.append(line)
        }
      } else {
        checkQuantity(of: line, in: outer, of: quotation)
        parts.append(line)
      }
    }
    return parts
  }

  /// Compares a line with those in it, of which it normally is the sum. It counts itself, so that
  /// nothing counts twice; if it states nothing, it counts as their sum.
  private mutating func weigh(
    _ parts: [QuotedLine], against line: inout QuotedLine, in quotation: inout Quotation
  ) {
    guard let first = parts.first, let sum = sum(of: parts),
      let change = try? self.sum(of: line.allowances), let whole = try? sum.adding(change)
    else { return }
    if line.price == nil, line.amount == nil {
      line.amount = QuotedFigure(
        whole, at: first.position, currency: (first.amount ?? first.price)?.currency)
      return
    }
    // The line's own discounts and surcharges may be on top of what the lines in it come to.
    guard let own = line.amount?.value ?? reckoned(line), !own.agrees(with: sum),
      !own.agrees(with: whole)
    else { return }
    contradict(
      first.position,
      .quotedPartsDiffer(line: line.number, stated: own.text, reckoned: sum.text), in: &quotation)
  }

  /// What lines in a line come to; `nil` if that can't be reckoned.
  private func sum(of parts: [QuotedLine]) -> Amount? {
    var sum: Amount? = .zero
    for part in parts {
      let change = part.headed == nil ? nil : try? self.sum(of: part.allowances)
      let amount = change ?? part.amount?.value ?? reckoned(part)
      sum = amount.flatMap { try? sum?.adding($0) }
    }
    return sum
  }

  /// Refuses a line in a line of several that has no quantity: whether it is for one of them or for
  /// all, nobody can tell.
  private mutating func checkQuantity(
    of line: QuotedLine, in outer: QuotedLine, of quotation: Quotation
  ) {
    guard line.quantity == nil, line.minimum == nil, line.amount == nil, let price = line.price,
      outer.price == nil, outer.amount == nil, let around = outer.quantity, around.value != .one
    else { return }
    let mapping = mapping(path: quotation.path, identifiers: line.keys, name: line.name?.text)
    let columns = [PriceColumn.count, .per].map(\.rawValue)
    if columns.contains(where: { mapping?.cells[$0] != nil }) { return }
    diagnostics.error(
      price.cell.position,
      .quotedPartWithoutQuantity(
        line: line.number, price: price.cell.text, outer: outer.number,
        quantity: around.cell.text))
  }

  // MARK: Discounts and surcharges on the price of a unit

  /// Takes a discount or surcharge on the price of one unit. In UBL the price has it in already, its
  /// base is the price before; some write the price before it instead, which the base or the line's
  /// amount shows.
  ///
  /// - Returns: Whether it is clear which of the two was written; else with an error.
  private mutating func settle(
    _ allowance: QuotedAllowance, onPriceOf line: inout QuotedLine
  ) -> Bool {
    guard let price = line.price, let amount = allowance.amount, amount.value != .zero else {
      return true
    }
    let change = allowance.isCharge ? amount.value : Amount(units: -amount.value.units)
    guard let changed = try? price.value.adding(change) else { return true }
    if let own = price.currency?.text, let foreign = amount.currency?.text, own != foreign {
      diagnostics.error(
        amount.cell.position, .quotedAllowanceOtherCurrency(line: line.number))
      return false
    }
    var other = line
    other.price = QuotedFigure(changed, at: price.cell.position, currency: price.currency)
    let isIn = allowance.base.map { (try? $0.value.adding(change)) == price.value }
    let isBefore = allowance.base.map { $0.value == price.value }
    // What the line comes to is surer than what somebody calls the base.
    let stated = line.amount?.value
    let fitsIn = stated.map { stated in reckoned(line).map(stated.agrees(with:)) ?? false }
    let fitsBefore = stated.map { stated in reckoned(other).map(stated.agrees(with:)) ?? false }
    if fitsIn == true || (fitsBefore != true && isIn == true) { return true }
    if fitsBefore == true || isBefore == true {
      diagnostics.warning(
        amount.cell.position,
        .quotedPriceBeforeAllowance(
          line: line.number, price: price.value.text, net: changed.text))
      line = other
      return true
    }
    diagnostics.error(
      amount.cell.position,
      .quotedPriceAllowanceUnclear(
        line: line.number, price: price.value.text, other: changed.text))
    return false
  }
}
