import Measures
import Messages
import XMLReading

/// A discount or surcharge in openTRANS, as written.
struct TradeCharge {
  let position: SourcePosition
  /// Charges of one number are of the same amount; each number is reckoned after the lower ones.
  let sequence: Amount
  let isCharge: Bool
  let reason: String?
  /// A share, which some write as 0.1 and some as 10 for ten percent.
  var factor: QuotedFigure?
  /// What the share is of, if that is stated.
  var base: Amount?
  var money: QuotedFigure?
}

// Discounts and surcharges of openTRANS quotations.
extension OfferReader {
  /// The discounts and surcharges of a part, in the order in which they are reckoned.
  mutating func charges(
    of part: DocumentPart<TradeName>, isBroken: inout Bool
  ) -> [TradeCharge] {
    guard let list = part.part(.allowOrChargesFix) else { return [] }
    var charges: [TradeCharge] = []
    for (index, part) in list.all(.allowOrCharge).enumerated() {
      let sequence = figure(part.part(.allowOrChargeSequence), isBroken: &isBroken)?.value
      let type = part.attribute(.type)?.text
      guard type == "allowance" || type == "surcharge" else {
        diagnostics.error(part.position, .quotedAllowanceUndirected())
        isBroken = true
        continue
      }
      var charge = TradeCharge(
        position: part.position, sequence: sequence ?? Amount(index + 1),
        isCharge: type == "surcharge",
        reason: part.cell(.allowOrChargeName)?.text ?? part.cell(.allowOrChargeType)?.text)
      let value = part.part(.allowOrChargeValue)
      charge.factor = figure(value?.part(.aocPercentageFactor), isBroken: &isBroken)
      if charge.factor != nil {
        charge.base = figure(part.part(.allowOrChargeBase), isBroken: &isBroken)?.value
      } else {
        charge.money = figure(value?.part(.aocMonetaryAmount), isBroken: &isBroken)
      }
      if charge.factor == nil, charge.money == nil {
        // Extra items or units in place of money.
        if !isBroken { diagnostics.warning(part.position, .quotedAllowanceInKind()) }
        continue
      }
      charges.append(charge)
    }
    let order = charges.indices.sorted {
      (charges[$0].sequence, $0) < (charges[$1].sequence, $1)
    }
    return order.map { charges[$0] }
  }

  /// Reckons discounts and surcharges one after another; `nil` if something is out of range.
  ///
  /// - Parameters:
  ///   - base: what they are taken of.
  ///   - isPercent: whether 10 means ten percent, and not ten times.
  func allowances(
    _ charges: [TradeCharge], on base: Amount, isPercent: Bool
  ) -> [QuotedAllowance]? {
    var result: [QuotedAllowance] = []
    var (running, ofStep) = (base, base)
    var last: Amount?
    for charge in charges {
      if charge.sequence != last { ofStep = running }
      last = charge.sequence
      var one = QuotedAllowance(
        position: charge.position, isCharge: charge.isCharge, reason: charge.reason)
      if let factor = charge.factor {
        let share = ExactValue(charge.base ?? ofStep).times(factor.value)
        guard let amount = try? share.amount(dividedBy: isPercent ? Amount(100) : .one)
        else { return nil }
        one.factor = factor
        one.amount = QuotedFigure(amount, at: factor.cell.position)
      } else {
        one.amount = charge.money
      }
      result.append(one)
      guard let change = try? sum(of: [one]), let next = try? running.adding(change)
      else { return nil }
      running = next
    }
    return result
  }

  /// Whether shares are written as percent: what the document comes to tells, else what they can
  /// only be; `nil` if neither does.
  ///
  /// - Parameter fits: whether the document's amounts agree with a way to read the shares.
  func sharesArePercent(_ charges: [TradeCharge], fits: (Bool) -> Bool) -> Bool? {
    let shares = charges.compactMap(\.factor)
    if shares.isEmpty || fits(false) { return false }
    if fits(true) { return true }
    return shares.contains { $0.value >= .one } ? nil : false
  }

  /// Refuses shares of which nobody can tell whether they are percent.
  mutating func reportUnclear(_ charges: [TradeCharge]) {
    guard let large = charges.lazy.compactMap(\.factor).first(where: { $0.value >= .one })
    else { return }
    let times = (try? large.value.times(Amount(100)))?.text ?? large.value.text
    diagnostics.error(
      large.cell.position,
      .quotedShareUnclear(text: large.cell.text, percent: large.value.text, factor: times))
  }

  /// Reads the discounts and surcharges on an item's price.
  mutating func readCharges(
    of price: DocumentPart<TradeName>, into line: inout QuotedLine, in quotation: inout Quotation
  ) {
    let charges = charges(of: price, isBroken: &line.isBroken)
    let total = figure(
      price.part(.allowOrChargesFix, .allowOrChargesTotalAmount), isBroken: &line.isBroken)
    if charges.isEmpty || line.isBroken { return }
    guard let base = line.price?.value else {
      // What the line comes to holds them; without that they wait for the price.
      if line.amount == nil { readShares(charges, into: &line) }
      return
    }
    let line0 = line
    func reckoned(_ isPercent: Bool) -> [[QuotedAllowance]] {
      guard let each = allowances(charges, on: base, isPercent: isPercent) else { return [] }
      return [each] + [true, false].map { spread(each, over: line0, moneyToo: $0) }
    }
    func fits(_ isPercent: Bool) -> Bool {
      let lists = reckoned(isPercent)
      if line0.amount != nil { return lists.dropFirst().contains { agrees($0, with: line0) } }
      return total.map { total in lists.contains { agrees(total.value, with: $0) } } ?? false
    }
    guard let isPercent = sharesArePercent(charges, fits: fits),
      let each = allowances(charges, on: base, isPercent: isPercent)
    else {
      reportUnclear(charges)
      line.isBroken = true
      return
    }
    line.allowances = spread(each, over: line)
    if let total, !agrees(total.value, with: each), !agrees(total.value, with: line.allowances) {
      contradict(
        total.cell.position,
        .quotedTotalDiffers(
          what: QuotedTotal.allowances, stated: total.value.text,
          reckoned: ((try? sum(of: line.allowances)) ?? .zero).text),
        in: &quotation)
    }
  }

  /// Takes shares of a price that only a price list may state; anything else can't be kept.
  private mutating func readShares(_ charges: [TradeCharge], into line: inout QuotedLine) {
    guard charges.allSatisfy({ $0.factor != nil && $0.base == nil }),
      let isPercent = sharesArePercent(charges, fits: { _ in false }),
      let shares = allowances(charges, on: .one, isPercent: isPercent),
      let change = try? sum(of: shares), change <= .zero
    else {
      if charges.contains(where: { $0.factor != nil }) {
        diagnostics.error(
          charges[0].position, .quotedAllowanceWithoutPrice(line: line.number))
        line.isBroken = true
      } else {
        line.allowances = allowances(charges, on: .zero, isPercent: false) ?? []
      }
      return
    }
    line.openDiscount = Cell(Amount(units: -change.units).text, at: charges[0].position)
  }

  /// Whether a stated total of discounts and surcharges agrees; some write it with a sign.
  private func agrees(_ total: Amount, with allowances: [QuotedAllowance]) -> Bool {
    guard let sum = try? sum(of: allowances) else { return false }
    return Amount(units: sum.units).agrees(with: total)
      || (try? sum.negated())?.agrees(with: total) == true
  }

  /// Whether a line comes to what it states with some discounts and surcharges.
  private func agrees(_ allowances: [QuotedAllowance], with line: QuotedLine) -> Bool {
    var whole = line
    whole.allowances = allowances
    guard let stated = line.amount?.value, let reckoned = reckoned(whole) else { return false }
    return stated.agrees(with: reckoned)
  }

  /// Allowances on the price as they add up over a whole line.
  ///
  /// - Parameter moneyToo: whether amounts of money are for each of the price's units as well.
  private func spread(
    _ allowances: [QuotedAllowance], over line: QuotedLine, moneyToo: Bool
  ) -> [QuotedAllowance] {
    allowances.map { allowance in
      var whole = allowance
      whole.factor = nil
      guard let amount = allowance.amount, moneyToo || allowance.factor != nil else {
        return whole
      }
      var unit = line
      unit.price = amount
      whole.amount = gross(of: unit).map {
        QuotedFigure($0, at: amount.cell.position, currency: amount.currency)
      }
      return whole
    }
  }

  /// Amounts of money are for the price's units, unless only the line as a whole agrees with what it
  /// states.
  private mutating func spread(
    _ allowances: [QuotedAllowance], over line: QuotedLine
  ) -> [QuotedAllowance] {
    let each = spread(allowances, over: line, moneyToo: true)
    guard let money = allowances.first(where: { $0.factor == nil }),
      let quantity = line.quantity?.value, quantity != .one
    else { return each }
    if agrees(each, with: line) { return each }
    let once = spread(allowances, over: line, moneyToo: false)
    if agrees(once, with: line) { return once }
    diagnostics.warning(
      money.position, .quotedAllowancePerUnit(amount: money.amount?.cell.text ?? ""))
    return each
  }
}
