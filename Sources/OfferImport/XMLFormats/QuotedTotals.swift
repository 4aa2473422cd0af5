import DecisionModel
import Measures
import Messages

/// The totals that a quotation states.
struct QuotedTotals {
  /// Sum of the lines.
  var lines: QuotedFigure?
  var allowances: QuotedFigure?
  var charges: QuotedFigure?
  /// What is to be paid without tax.
  var net: QuotedFigure?
  var tax: QuotedFigure?
  /// Parts of the tax with what they are reckoned on.
  var taxParts: [TaxPart] = []
  /// What is to be paid with tax.
  var gross: QuotedFigure?
  var prepaid: QuotedFigure?
  var rounding: QuotedFigure?
  var payable: QuotedFigure?

  /// The tax of one rate.
  struct TaxPart {
    var base: QuotedFigure?
    var amount: QuotedFigure?
    /// In percent.
    var rate: QuotedFigure?

    /// What follows from base and rate.
    var reckoned: Amount? {
      guard let base, let rate else { return nil }
      return try? ExactValue(base.value).times(rate.value).amount(dividedBy: Amount(100))
    }
  }

  /// The tax that its parts come to by their rates, or as stated where they state none; `nil` if
  /// there are none.
  fileprivate var reckonedTax: Amount? {
    if taxParts.isEmpty { return nil }
    var sum: Amount? = .zero
    for part in taxParts {
      let amount = part.reckoned ?? part.amount?.value
      sum = amount.flatMap { try? sum?.adding($0) }
    }
    return sum
  }

  var all: [QuotedFigure] {
    [lines, allowances, charges, net, tax, gross, prepaid, rounding, payable].compactMap { $0 }
      + taxParts.compactMap(\.amount)
  }
}

extension OfferReader {
  /// Reckons all totals of a quotation anew and reports each that differs.
  mutating func check(
    _ totals: QuotedTotals, allowances: [QuotedAllowance], in quotation: inout Quotation
  ) {
    let codes = quotation.currencies.union(
      totals.all.compactMap(\.currency?.text).map { CurrencyName.code(of: $0) ?? $0 })
    checkDeclared(against: codes, in: &quotation)
    if codes.count > 1 {
      diagnostics.warning(quotation.position, .quotedSeveralCurrencies(codes: codes.sorted()))
      return
    }
    let sums = quotation.sums
    compare(totals.lines, with: sums, as: QuotedTotal.lines, in: &quotation)
    if let stated = totals.lines, let sum = quotation.lineSum, let gap = quotation.lineGap,
      gap != .zero
    {
      // Every line that differs has been told; here only what they come to together.
      let reckoned = try? sum.adding(gap)
      note(quotation.path) {
        $0.totals.append(
          .init(
            name: QuotedTotal.counted, stated: stated.value, reckoned: reckoned,
            position: stated.cell.position))
      }
    }
    // A wrong sum of the lines is told of once, and says nothing about the other totals.
    let lines = basis(of: totals, among: sums, allowances: allowances) ?? totals.lines?.value
    for allowance in allowances { check(allowance, usualBase: lines, in: &quotation) }
    compare(
      totals.allowances, with: try? sum(of: allowances.filter { !$0.isCharge }).negated(),
      as: QuotedTotal.allowances, in: &quotation)
    compare(
      totals.charges, with: try? sum(of: allowances.filter(\.isCharge)),
      as: QuotedTotal.charges, in: &quotation)
    let net = lines.flatMap { try? $0.adding(sum(of: allowances)) } ?? totals.net?.value
    let tax = totals.tax?.value ?? (quotation.lineCount > 0 ? quotation.taxSum : nil)
    if let net { checkTaxed(totals, lines: net, in: &quotation) }
    compareNet(totals, with: net, tax: tax, in: &quotation)
    checkTax(totals, net: net, in: &quotation)
    func gross(_ tax: Amount?) -> Amount? {
      net.flatMap { net in tax.flatMap { try? net.adding($0) } }
    }
    func due(_ gross: Amount?) -> Amount? {
      gross.flatMap {
        try? $0.subtracting(totals.prepaid?.value ?? .zero).adding(totals.rounding?.value ?? .zero)
      }
    }
    // So with a wrong tax, where the parts of the tax show the right one.
    let parts = gross(totals.reckonedTax)
    var wholes = [gross(tax) ?? parts, parts].compactMap { $0 }
    compare(totals.gross, with: wholes, as: QuotedTotal.gross, in: &quotation)
    if wholes.isEmpty, let gross = totals.gross { wholes = [gross.value] }
    if wholes.isEmpty, let net, let payable = totals.payable?.value {
      // Without any tax the amount payable can only be net, or hold a tax of a usual rate.
      let most = try? net.times(Amount(130)).divided(by: Amount(100))
      let isTaxed = due(net).map { $0 < payable } == true && most.map { payable <= $0 } == true
      if !isTaxed { wholes = [net] }
    }
    compare(
      totals.payable, with: wholes.compactMap { due($0) }, as: QuotedTotal.payable,
      in: &quotation)
    checkLineTaxes(against: totals, allowances: allowances, in: &quotation)
  }

  /// What the totals of a document are reckoned of: that with which most of them agree.
  private func basis(
    of totals: QuotedTotals, among sums: [Amount], allowances: [QuotedAllowance]
  ) -> Amount? {
    let stated = [totals.net, totals.gross, totals.payable].compactMap { $0?.value }
    let change = (try? sum(of: allowances)) ?? .zero
    func agreeing(_ sum: Amount) -> Int {
      let net = try? sum.adding(change)
      let gross = net.flatMap { net in totals.tax.flatMap { try? net.adding($0.value) } }
      let reckoned = [net, gross].compactMap { $0 }
      return stated.count { stated in reckoned.contains { stated.agrees(with: $0) } }
        + (totals.lines?.value.agrees(with: sum) == true ? 1 : 0)
    }
    let counts = sums.map(agreeing)
    guard let most = counts.max() else { return nil }
    return counts.firstIndex(of: most).map { sums[$0] }
  }

  /// Compares the tax of the document with those of its lines, which may each be rounded.
  private mutating func checkLineTaxes(
    against totals: QuotedTotals, allowances: [QuotedAllowance], in quotation: inout Quotation
  ) {
    guard allowances.isEmpty, quotation.lineCount > 0, let stated = totals.tax,
      let sum = quotation.taxSum, let gap = try? stated.value.subtracting(sum),
      let cents = try? Amount(quotation.lineCount + 1).divided(by: Amount(200)),
      gap.units.magnitude > cents.units.magnitude
    else { return }
    contradict(
      stated.cell.position,
      .quotedTotalDiffers(
        what: QuotedTotal.lineTaxes, stated: stated.value.text, reckoned: sum.text),
      in: &quotation)
  }

  /// Reports a declared currency in which no amount is.
  mutating func checkDeclared(against codes: Set<String>, in quotation: inout Quotation) {
    if codes.isEmpty { return }
    let met = Set(codes.map { CurrencyName.code(of: $0) ?? $0 })
    for code in quotation.declared
    where !met.contains(CurrencyName.code(of: code.text) ?? code.text) {
      contradict(
        code.position, .quotedCurrencyUnused(declared: code.text, codes: codes.sorted()),
        in: &quotation)
    }
  }

  /// Refuses prices that hold the tax, unless the decision says of the document's positions how they
  /// are taxed: they would count as net.
  private mutating func checkTaxed(
    _ totals: QuotedTotals, lines: Amount, in quotation: inout Quotation
  ) {
    let isSaid = decision.positions[quotation.path]?.contains {
      $0.cells[PriceColumn.tax.rawValue] != nil
    }
    if isSaid == true { return }
    let mark = "TaxIncludedIndicator"
    if let place = quotation.taxIncluded {
      diagnostics.error(place, .quotedPricesTaxed(reason: LocalText(de: mark, en: mark)))
    } else if let gross = totals.gross, let net = totals.net?.value, gross.value > net,
      gross.value.agrees(with: lines), !net.agrees(with: lines),
      totals.tax.flatMap({ try? net.adding($0.value) }).map(gross.value.agrees(with:)) ?? true
    {
      diagnostics.error(
        gross.cell.position,
        .quotedPricesTaxed(
          reason: LocalText(
            de:
              "die Positionen ergeben \(lines.text) wie die Bruttosumme, netto sind es \(net.text)",
            en: "the lines come to \(lines.text) like the gross total, net it is \(net.text)")))
    }
  }

  private mutating func compareNet(
    _ totals: QuotedTotals, with net: Amount?, tax: Amount?, in quotation: inout Quotation
  ) {
    guard let stated = totals.net, let net, !stated.value.agrees(with: net) else {
      return compare(totals.net, with: net, as: QuotedTotal.net, in: &quotation)
    }
    let difference = totals.gross.flatMap { try? $0.value.subtracting(net) }
    if [tax, difference].contains(where: { $0.map(stated.value.agrees(with:)) == true }) {
      note(stated.cell.position.file) {
        $0.totals.append(
          .init(
            name: QuotedTotal.net, stated: stated.value, reckoned: net,
            position: stated.cell.position))
      }
      contradict(
        stated.cell.position,
        .quotedNetIsTax(stated: stated.value.text, net: net.text), in: &quotation)
    } else {
      compare(stated, with: net, as: QuotedTotal.net, in: &quotation)
    }
  }

  private mutating func checkTax(
    _ totals: QuotedTotals, net: Amount?, in quotation: inout Quotation
  ) {
    var sum: Amount? = .zero
    var bases: Amount? = .zero
    for part in totals.taxParts {
      sum = part.amount.flatMap { try? sum?.adding($0.value) }
      bases = part.base.flatMap { try? bases?.adding($0.value) }
      guard let amount = part.amount, let tax = part.reckoned else { continue }
      compare(amount, with: tax, as: QuotedTotal.tax, in: &quotation)
    }
    guard !totals.taxParts.isEmpty else { return }
    compare(totals.tax, with: sum, as: QuotedTotal.tax, in: &quotation)
    if let net, let bases, !bases.agrees(with: net), let place = totals.taxParts.first?.base {
      contradict(
        place.cell.position, .quotedTaxBaseDiffers(stated: bases.text, net: net.text),
        in: &quotation)
    }
  }

  private mutating func compare(
    _ stated: QuotedFigure?, with reckoned: Amount?, as what: LocalText,
    in quotation: inout Quotation
  ) {
    compare(stated, with: [reckoned].compactMap { $0 }, as: what, in: &quotation)
  }

  /// - Parameter candidates: what it may rightly be, the usual first.
  private mutating func compare(
    _ stated: QuotedFigure?, with candidates: [Amount], as what: LocalText,
    in quotation: inout Quotation
  ) {
    guard let stated else { return }
    let reckoned = candidates.first { stated.value.agrees(with: $0) } ?? candidates.first
    note(stated.cell.position.file) {
      $0.totals.append(
        .init(
          name: what, stated: stated.value, reckoned: reckoned, position: stated.cell.position))
    }
    guard let reckoned, !stated.value.agrees(with: reckoned) else { return }
    contradict(
      stated.cell.position,
      .quotedTotalDiffers(what: what, stated: stated.value.text, reckoned: reckoned.text),
      in: &quotation)
  }
}

/// What totals of quotations are called.
enum QuotedTotal {
  static let lines = LocalText(de: "die Summe der Positionen", en: "the sum of the lines")
  static let counted = LocalText(
    de: "die Positionen, wie sie zählen", en: "the lines as they count")
  static let allowances = LocalText(de: "die Summe der Nachlässe", en: "the sum of discounts")
  static let charges = LocalText(de: "die Summe der Zuschläge", en: "the sum of surcharges")
  static let net = LocalText(de: "die Nettosumme", en: "the net total")
  static let tax = LocalText(de: "die Steuer", en: "the tax")
  static let lineTaxes = LocalText(
    de: "die Steuer aller Positionen", en: "the tax of all lines")
  static let gross = LocalText(de: "die Bruttosumme", en: "the gross total")
  static let payable = LocalText(de: "der Zahlbetrag", en: "the amount payable")
  static let total = LocalText(de: "die Gesamtsumme", en: "the total")
}
