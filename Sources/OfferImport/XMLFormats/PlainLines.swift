import DecisionModel
import Measures
import Messages
import TotalCost

/// A cost line that a plain line has become on the usual way, for others to be made like it.
struct PlainTemplate {
  let cost: OfferedCost
  /// What the line's price names as its currency; `nil` if nothing.
  let currency: [UInt8]?
}

extension OfferReader {
  /// Templates that may fail before no more are tried.
  private static let templateTries = 8

  /// Takes a line that says just what an earlier one did but for name, quantity and price.
  ///
  /// The usual way does all that there is to do for a line, and for the next one like it finds the
  /// same again. Here only what may differ is looked at; whatever there is to tell about a line is
  /// left to the usual way.
  ///
  /// - Returns: Whether it was taken; else rows that waited may have been read, and nothing more.
  mutating func take(_ line: PlainLine, into quotation: inout Quotation) -> Bool {
    guard let template = template(in: &quotation),
      line.measure(of: .price, is: template.currency),
      line.measure(of: .amount, is: template.currency),
      let quantity = line.figure(.quantity), let price = line.figure(.price),
      let amount = line.figure(.amount), quantity != .zero, price != .zero,
      let reckoned = quantity.shortProduct(with: price), amount.agrees(with: reckoned),
      hasUsualBase(line), !line.hasHint, let words = line.text(.price)
    else { return false }
    var (sum, taxSum) = (quotation.lineSum, quotation.taxSum)
    if let before = sum {
      sum = try? before.adding(amount)
      if sum == nil { return false }
    }
    if line.holds(.tax) {
      guard let tax = line.figure(.tax) else { return false }
      taxSum = try? taxSum?.adding(tax)
    } else {
      taxSum = nil
    }
    guard let name = name(of: line, in: &quotation) else { return false }
    quotation.lineCount += 1
    (quotation.lineSum, quotation.taxSum) = (sum, taxSum)
    quotation.uncategorised += 1
    var cost = template.cost
    cost.line.name = name
    cost.line.price = .fixed(price)
    cost.line.count = quantity
    cost.words = words
    cost.position = SourcePosition(
      file: quotation.path, line: line.line, column: line.column)
    costs.append(cost)
    countAmount(in: cost.line.currency ?? decision.currency, file: quotation.path)
    return true
  }

  /// Makes room for the lines that are still to come, if as many come as did so far: growing step by
  /// step holds all lines twice at each step.
  mutating func makeRoom(for quotation: inout Quotation, progress: Double) {
    guard !quotation.hasRoom, progress > 0 else { return }
    quotation.hasRoom = true
    // No line is shorter than a hundred bytes, so even a strange document can't ask for much.
    let expected = Double(quotation.lineCount) / progress * 1.02
    costs.reserveCapacity(costs.count + Int(min(expected, 5_000_000)))
  }

  /// Whether the price is for one unit of the quantity.
  private func hasUsualBase(_ line: PlainLine) -> Bool {
    if !line.holds(.base) { return true }
    return line.figure(.base) == .one && line.measuresAgree(.quantity, .base)
  }

  /// What the line is called, which is noted; `nil` if there is something to be said about that.
  private func name(of line: PlainLine, in quotation: inout Quotation) -> String? {
    let identifier = line.text(.identifier) ?? line.text(.ownIdentifier)
    guard let identifier, let name = line.name, !OptionalWords.mayBeIn(name),
      quotation.names.note(name, identifier: identifier.trimmed, line: line.line) == nil
    else { return nil }
    return name
  }

  /// What plain lines are made like; `nil` while there is nothing.
  private mutating func template(in quotation: inout Quotation) -> PlainTemplate? {
    if quotation.rows.isEmpty { return quotation.template }
    // Rows are read in their order, and some together with others.
    guard quotation.waitsForPlain, quotation.suggestions >= FileUnderstanding.most,
      quotation.triedTemplates < OfferReader.templateTries, documents.rules[quotation.path] == nil
    else { return nil }
    readRows(of: &quotation)
    quotation.triedTemplates = quotation.template == nil ? quotation.triedTemplates + 1 : 0
    return quotation.template
  }
}

extension Quotation {
  /// Takes the last of some rows that have just been read as what plain lines are made like, if it
  /// was taken as it stands.
  mutating func takeTemplate(_ cost: OfferedCost?, of row: SheetRow<PriceColumn>?) {
    template = nil
    guard waitsForPlain, let cost, let row, let amount = row.cells.number(.amount),
      amount != .zero, cost.line.price == .fixed(amount), cost.words == row.cells[.amount]?.text,
      cost.line.priceBase == .one, cost.line.status == .included
    else { return }
    template = PlainTemplate(cost: cost, currency: waitingCurrency)
  }
}
