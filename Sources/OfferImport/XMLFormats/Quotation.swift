import DecisionModel
import Measures
import Messages
import TotalCost

/// One line of a quotation, whatever its format.
struct QuotedLine {
  /// Where the line begins.
  let position: SourcePosition
  /// The number that the document gives the line.
  var number: String
  /// What the decision may call it by, the likeliest first: article numbers, then the line's own.
  var identifiers: [String] = []
  /// What is offered.
  var name: Cell?
  /// What else is said about it, which may tell its category.
  var remarks = ""
  var quantity: QuotedFigure?
  /// Price of ``base`` units.
  var price: QuotedFigure?
  var base: QuotedFigure?
  /// Price units in one unit of the quantity, where these differ.
  var unitFactor: QuotedFigure?
  /// What the document says that the line costs.
  var amount: QuotedFigure?
  /// Tax on the line, as stated.
  var tax: QuotedFigure?
  /// The least quantity that can be had.
  var minimum: QuotedFigure?
  /// What is taken off or added to the line as a whole.
  var allowances: [QuotedAllowance] = []
  /// Of a line that only heads others: what these come to. Nothing counts of it but its allowances.
  var headed: Amount?
  /// Group and choice of a line that is one of several.
  var alternative: String?
  /// Whether the document's own totals hold it.
  var isInTotal = true
  /// Whether something could not be read, so that nothing can be reckoned.
  var isBroken = false
  /// Whether others that are plain can be made like it.
  var isPlain = false

  /// What the decision may call it by: also by the number that messages name.
  var keys: [String] {
    let isKnown = !isInTotal || number.isEmpty || identifiers.contains(number)
    return isKnown ? identifiers : identifiers + [number]
  }

  /// Whether an allowance is in another currency than the line's price.
  var mixesCurrencies: Bool {
    guard !allowances.isEmpty, let own = (price ?? amount)?.currency?.text else { return false }
    return allowances.contains { $0.amount?.currency.map { $0.text != own } ?? false }
  }
}

/// Something taken off, or added to, a line or a whole quotation.
struct QuotedAllowance {
  let position: SourcePosition
  /// Whether it adds.
  let isCharge: Bool
  /// Why.
  var reason: String?
  var amount: QuotedFigure?
  /// The share that it is of ``base``.
  var factor: QuotedFigure?
  var base: QuotedFigure?
}

/// What is kept of a quotation while its lines pass by.
struct Quotation {
  /// The document's file.
  let path: String
  /// Where its outermost element begins.
  let position: SourcePosition
  /// The currency of amounts that name none.
  var currency: Cell? {
    didSet {
      template = nil
      waitsForPlain = rows.isEmpty
    }
  }
  /// Every currency that the document declares, with where.
  var declared: [Cell] = []
  /// Discounts and surcharges of delivery that stand with lines.
  var deliveries: [QuotedAllowance] = []
  /// Where the document says that its prices hold the tax.
  var taxIncluded: SourcePosition?
  /// Number of lines, without those that are offered instead of others.
  var lineCount = 0
  /// Sum of the lines as stated, or as reckoned where nothing is stated.
  var lineSum: Amount? = .zero
  /// By how much the lines cost more than they state.
  var lineGap: Amount? = .zero
  /// Sum of the lines' taxes; `nil` once a line states none.
  var taxSum: Amount? = .zero
  /// Whether an amount names no currency, and the document none for it.
  var lacksCurrency = false
  /// Currencies that were met.
  var currencies: Set<String> = []
  /// The last of these.
  var lastCurrency = ""
  /// Line and article number of each name.
  var names = PositionNames()
  /// Contradictions told so far; behind the first fifty they are only counted.
  var contradictions = 0
  /// Lines without a category.
  var uncategorised = 0
  /// How many of these have been told apart by what their words say.
  var suggestions = 0
  /// Lines without a price, which a price list may state.
  var openLines: [QuotedLine] = []
  /// Rows that wait to be read together.
  var rows: [SheetRow<PriceColumn>] = []
  /// Whether all of these are of plain lines.
  var waitsForPlain = true
  /// What the price of the last of these names as its currency.
  var waitingCurrency: [UInt8]?
  /// What plain lines are made like.
  var template: PlainTemplate?
  /// How often in a row none could be had.
  var triedTemplates = 0
  /// Whether room for the lines to come has been made.
  var hasRoom = false

  init(path: String, position: SourcePosition) {
    self.path = path
    self.position = position
  }
}

extension OfferReader {
  /// Contradictions of one document that are told one by one.
  private static let toldContradictions = 50
  /// Rows that are read together.
  private static let batch = 1_000
  /// What rows of quotations may state. What lines come to has been compared already.
  private static let quotedColumns = Set(PriceColumn.allCases).subtracting([.lineTotal])

  /// Takes the currency of amounts that name none, which has to stand before the first of them:
  /// lines are read as they pass by.
  mutating func declare(_ currency: Cell?, in quotation: inout Quotation) {
    guard let currency else { return }
    if quotation.lacksCurrency {
      diagnostics.error(
        currency.position, .quotedCurrencyLate(code: currency.text, decision: decision.currency))
    }
    quotation.currency = currency
    quotation.declared.append(currency)
  }

  /// Takes one line: checks it against itself, and turns it into rows of prices.
  mutating func take(_ line: inout QuotedLine, into quotation: inout Quotation) {
    if let headed = line.headed { return take(line, heading: headed, into: &quotation) }
    if line.isInTotal { quotation.lineCount += 1 }
    note(line, in: &quotation)
    if !line.isBroken { complete(&line, in: &quotation) }
    if line.isBroken {
      quotation.lineSum = nil
      return
    }
    check(line, in: &quotation)
    if line.price == nil, line.amount == nil {
      quotation.openLines.append(line)
      quotation.lineSum = nil
    } else {
      add(row(for: line, in: quotation), of: line, to: &quotation)
    }
    for allowance in line.allowances { add(allowance, of: line, to: &quotation) }
  }

  /// Takes what a line that only heads others takes off or adds.
  private mutating func take(
    _ line: QuotedLine, heading sum: Amount, into quotation: inout Quotation
  ) {
    if line.isBroken { quotation.lineSum = nil }
    for allowance in line.allowances {
      note(allowance.amount, in: &quotation)
      check(allowance, usualBase: sum, in: &quotation)
      add(allowance, of: line, to: &quotation)
    }
    let change = try? self.sum(of: line.allowances)
    quotation.lineSum = change.flatMap { try? quotation.lineSum?.adding($0) }
  }

  /// Notes what only shows over several lines: currencies, and names that come twice.
  private mutating func note(_ line: QuotedLine, in quotation: inout Quotation) {
    note(line.price, in: &quotation)
    note(line.amount, in: &quotation)
    for allowance in line.allowances {
      note(
        allowance.amount, otherwise: (line.price ?? line.amount)?.currency, in: &quotation)
    }
    if !documents.rules.isEmpty, documents.rules[quotation.path] != nil {
      let names = line.identifiers.prefix(1) + [line.name?.text].compactMap { $0 }
      documents.remember(names, of: quotation.path)
    }
    guard let name = line.name?.text, let identifier = line.identifiers.first else { return }
    if let first = quotation.names.note(name, identifier: identifier, line: line.position.line) {
      contradict(
        line.name?.position ?? line.position,
        .quotedNameTwice(
          name: name, identifier: identifier, other: first.identifier, otherLine: first.line),
        in: &quotation)
    }
  }

  /// Notes the currency of a figure.
  func note(
    _ figure: QuotedFigure?, otherwise usual: Cell? = nil, in quotation: inout Quotation
  ) {
    guard let figure else { return }
    guard let code = (figure.currency ?? usual ?? quotation.currency)?.text else {
      quotation.lacksCurrency = true
      return
    }
    if code == quotation.lastCurrency { return }
    quotation.currencies.insert(code)
    quotation.lastCurrency = code
  }

  /// Derives what the line leaves out from what it states.
  private mutating func complete(_ line: inout QuotedLine, in quotation: inout Quotation) {
    if line.quantity == nil, let minimum = line.minimum, minimum.value > .zero {
      contradict(
        minimum.cell.position,
        .quotedQuantityIsMinimum(line: line.number, minimum: minimum.cell.text), in: &quotation)
      line.quantity = minimum
    }
    if line.quantity == nil {
      contradict(
        line.position, .quotedQuantityMissing(line: line.number), in: &quotation)
      if let amount = line.amount, line.allowances.isEmpty { line.price = amount }
      line.base = nil
      line.unitFactor = nil
      line.quantity = QuotedFigure(.one, at: line.position)
    }
    guard line.price == nil, let amount = line.amount, let quantity = line.quantity else { return }
    if let other = line.allowances.first, line.mixesCurrencies {
      diagnostics.error(
        other.amount?.cell.position ?? other.position,
        .quotedAllowanceOtherCurrency(line: line.number))
      line.isBroken = true
      return
    }
    // What the line cost before its own allowances.
    guard let gross = try? amount.value.subtracting(sum(of: line.allowances)) else { return }
    line.price = QuotedFigure(
      gross, at: amount.cell.position, currency: amount.currency)
    line.unitFactor = nil
    if quantity.value == .zero {
      line.quantity = QuotedFigure(.one, at: quantity.cell.position)
      line.base = nil
    } else {
      line.base = quantity
    }
    let unit = (try? gross.divided(by: quantity.value)) ?? gross
    contradict(
      amount.cell.position,
      .quotedPriceDerived(
        amount: gross.text, quantity: quantity.value.text, price: unit.text),
      in: &quotation)
  }

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
  private mutating func check(_ line: QuotedLine, in quotation: inout Quotation) {
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

  /// Reports a contradiction; after many they are only counted.
  mutating func contradict(
    _ position: SourcePosition, _ message: Message, in quotation: inout Quotation
  ) {
    quotation.contradictions += 1
    if quotation.contradictions <= OfferReader.toldContradictions {
      diagnostics.warning(position, message)
    }
  }

  /// Ends a quotation: reads the last rows and reports what holds for all of them.
  mutating func finish(_ quotation: inout Quotation) {
    readRows(of: &quotation)
    let more = quotation.contradictions - OfferReader.toldContradictions
    if more > 0 {
      diagnostics.warning(quotation.position, .quotedContradictionsMore(count: more))
    }
    if quotation.lacksCurrency {
      diagnostics.warning(
        quotation.position, .quotationWithoutCurrency(currency: decision.currency))
    }
    if quotation.lineCount == 0 {
      diagnostics.error(quotation.position, .quotationWithoutLines())
    }
    reportUncategorised(quotation)
  }

  /// Adds a row, and reads what has gathered once that is enough.
  mutating func add(
    _ row: SheetRow<PriceColumn>, of line: QuotedLine, to quotation: inout Quotation
  ) {
    var row = row
    let mapping = mapping(path: quotation.path, identifiers: line.keys, name: line.name?.text)
    if let mapping {
      apply(mapping, to: &row, path: quotation.path, factor: line.unitFactor?.value)
      check(mapping, against: line)
    }
    if row.cells[.category] == nil, quotation.suggestions < FileUnderstanding.most {
      quotation.suggestions += 1
      suggest(for: line, isMapped: mapping != nil, in: quotation)
    }
    if row.cells[.category] == nil { quotation.uncategorised += 1 }
    quotation.waitsForPlain = quotation.waitsForPlain && line.isPlain
    if line.isPlain { quotation.waitingCurrency = line.price?.currency.map { Array($0.text.utf8) } }
    quotation.rows.append(row)
    if quotation.rows.count >= OfferReader.batch { readRows(of: &quotation) }
  }

  /// Reads the rows that have gathered.
  mutating func readRows(of quotation: inout Quotation) {
    guard let last = quotation.rows.last else { return }
    let (known, told, count) = (costs.count, diagnostics.all.count, quotation.rows.count)
    var sheet = Sheet<PriceColumn>(
      rows: quotation.rows, columns: OfferReader.quotedColumns, style: .point,
      position: quotation.position)
    sheet.currency = quotation.currency.flatMap { CurrencyName.code(of: $0.text) }
    sheet.isNetByFormat = true
    sheet.reportsCategories = true
    quotation.rows.removeAll()
    read(sheet)
    let isClean = diagnostics.all.count == told && costs.count == known + count
    quotation.takeTemplate(isClean ? costs.last : nil, of: last)
    quotation.waitsForPlain = true
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
