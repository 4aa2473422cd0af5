import DecisionModel
import Measures
import Messages
import TotalCost

// What the lines of a quotation come to, compared with what they state.
extension OfferReader {
  /// What allowances and charges add up to: below zero if they make cheaper.
  func sum(of allowances: [QuotedAllowance]) throws(ArithmeticOverflow) -> Amount {
    var sum = Amount.zero
    for allowance in allowances {
      guard let amount = allowance.amount?.value else { continue }
      sum = allowance.isCharge ? try sum.adding(amount) : try sum.subtracting(amount)
    }
    return sum
  }

  /// Compares what a line states with what follows from its parts, and adds it to the sums.
  mutating func check(_ line: QuotedLine, in quotation: inout Quotation) {
    let reckoned = reckoned(line)
    let usualBase = line.mixesCurrencies ? nil : gross(of: line)
    for allowance in line.allowances { check(allowance, usualBase: usualBase, in: &quotation) }
    let counted = counted(line, in: &quotation) ?? reckoned
    if line.isInTotal, let stated = line.amount, let counted, !stated.value.agrees(with: counted) {
      let gap = try? counted.subtracting(stated.value)
      quotation.lineGap = gap.flatMap { try? quotation.lineGap?.adding($0) }
    }
    if let stated = line.amount, let reckoned, !stated.value.agrees(with: reckoned) {
      contradict(
        stated.cell.position,
        .quotedLineAmountDiffers(
          line: line.number, stated: stated.value.text, quantity: line.quantity?.cell.text ?? "1",
          price: line.price?.cell.text ?? "", base: line.base?.cell.text ?? "1",
          reckoned: reckoned.text),
        in: &quotation)
    }
    if let unit = line.quantity?.unit, let other = line.base?.unit, unit != other,
      line.unitFactor == nil
    {
      contradict(
        line.base?.cell.position ?? line.position,
        .quotedUnitsDiffer(line: line.number, unit: unit, priceUnit: other), in: &quotation)
    }
    guard line.isInTotal else { return }
    let amount = line.amount?.value ?? reckoned.flatMap { try? $0.rounded(toPlaces: 2) }
    quotation.lineSum = amount.flatMap { try? quotation.lineSum?.adding($0) }
    if line.isOptional || line.name.map({ OptionalWords.found(in: $0.text) != nil }) == true {
      quotation.optionSum = amount.flatMap { try? quotation.optionSum?.adding($0) }
    }
    quotation.taxSum = line.tax.flatMap { try? quotation.taxSum?.adding($0.value) }
  }

  /// What a line comes to of which less is quoted than can be had; `nil` for all others.
  private mutating func counted(_ line: QuotedLine, in quotation: inout Quotation) -> Amount? {
    guard let quantity = line.quantity, let minimum = line.minimum, quantity.value < minimum.value
    else { return nil }
    contradict(
      minimum.cell.position,
      .quotedBelowMinimum(
        line: line.number, quantity: quantity.cell.text, minimum: minimum.cell.text),
      in: &quotation)
    var whole = line
    whole.quantity = minimum
    return reckoned(whole)
  }

  /// Quantity times price, before the line's own allowances; `nil` if something is missing or out
  /// of range.
  func gross(of line: QuotedLine) -> Amount? {
    guard let quantity = line.quantity?.value, let price = line.price?.value else { return nil }
    let factor = line.unitFactor?.value ?? .one
    let base = line.base?.value ?? .one
    if factor == .one, base == .one, let product = quantity.shortProduct(with: price) {
      return product
    }
    return try? ExactValue(quantity).times(price).times(factor).amount(dividedBy: base)
  }

  /// What a line comes to; `nil` also if its amounts are in several currencies.
  func reckoned(_ line: QuotedLine) -> Amount? {
    if line.mixesCurrencies { return nil }
    return gross(of: line).flatMap { try? $0.adding(sum(of: line.allowances)) }
  }

  /// Compares what an allowance states with its share of what it is taken of.
  mutating func check(
    _ allowance: QuotedAllowance, usualBase: Amount?, in quotation: inout Quotation
  ) {
    guard let amount = allowance.amount, let factor = allowance.factor,
      let base = allowance.base?.value ?? usualBase,
      let share = try? base.times(factor.value)
    else { return }
    // Some write 10 for ten percent.
    let percent = try? share.divided(by: Amount(100))
    if amount.value.agrees(with: share) || percent.map(amount.value.agrees(with:)) == true {
      return
    }
    contradict(
      amount.cell.position,
      .quotedAllowanceDiffers(
        stated: amount.value.text, factor: factor.cell.text, base: base.text,
        reckoned: share.text),
      in: &quotation)
  }
}

extension Amount {
  /// The product of two amounts, rounded half to even; `nil` if 128 bits don't hold it unrounded.
  func shortProduct(with other: Amount) -> Amount? {
    let (product, overflow) = units.multipliedReportingOverflow(by: other.units)
    if overflow { return nil }
    let (quotient, rest) = product.quotientAndRemainder(dividingBy: Amount.unitsPerWhole)
    let half = UInt128(Amount.unitsPerWhole / 2)
    let isUp = rest.magnitude > half || (rest.magnitude == half && quotient & 1 != 0)
    return Amount(units: isUp ? quotient + product.signum() : quotient)
  }

  /// Whether an amount is another rounded to cents, in whatever way halves are rounded.
  func agrees(with other: Amount) -> Bool {
    guard let gap = try? subtracting(other) else { return false }
    return gap.units.magnitude <= UInt128(Amount.unitsPerWhole / 200)
  }
}
