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
  /// Whether the price holds the tax, which is of a share.
  var isGross = false
  var taxRate: QuotedFigure?
  /// A share off a price that only a price list states.
  var openDiscount: Cell?
  /// What is said beside the name, which may make the line an option.
  var optionalHint: Cell?
  /// Whether it belongs to a line that calls itself an option.
  var isOptional = false
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
    return allowances.contains {
      $0.amount?.currency.map { $0.text != own && $0.text.uppercased() != own.uppercased() }
        ?? false
    }
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
  /// Sum of those lines that call themselves an option.
  var optionSum: Amount? = .zero
  /// Rates of tax that lines state, as shares.
  var taxRates: Set<Amount> = []
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

  /// What the lines come to as they count; `nil` if that can't be reckoned.
  var countedSum: Amount? {
    lineSum.flatMap { sum in lineGap.flatMap { try? sum.adding($0) } }
  }

  /// What a document's totals may be reckoned of, the usual first: the lines as stated or as they
  /// count, with or without options.
  var sums: [Amount] {
    guard let lineSum else { return [] }
    var sums = [countedSum ?? lineSum]
    if sums[0] != lineSum { sums.append(lineSum) }
    if let optionSum, optionSum != .zero {
      sums += sums.compactMap { try? $0.subtracting(optionSum) }
    }
    return sums
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
    hint(at: line, in: &quotation)
    if !line.allowances.isEmpty, isOneOfSeveral(line, in: quotation) {
      foldAllowances(of: &line, in: quotation)
      if line.isBroken { return }
    }
    if line.price == nil, line.amount == nil {
      quotation.openLines.append(line)
      quotation.lineSum = nil
    } else {
      add(row(for: line, in: quotation), of: line, to: &quotation)
    }
    for allowance in line.allowances { add(allowance, of: line, to: &quotation) }
  }

  /// Whether of this line and others one only counts.
  private func isOneOfSeveral(_ line: QuotedLine, in quotation: Quotation) -> Bool {
    if line.alternative != nil { return true }
    let mapping = mapping(path: quotation.path, identifiers: line.keys, name: line.name?.text)
    if let status = mapping?.cells[PriceColumn.status.rawValue]?.text {
      return status.split(whereSeparator: \.isWhitespace).count > 1
    }
    return line.name.map { OptionalWords.isEdition($0.text) } ?? false
  }

  /// Puts the allowances of a line into its price: as lines of their own they would be further ones
  /// of which one only counts.
  private mutating func foldAllowances(of line: inout QuotedLine, in quotation: Quotation) {
    guard let price = line.price, let quantity = line.quantity, let net = reckoned(line) else {
      let place = line.allowances[0]
      diagnostics.error(
        place.position,
        line.mixesCurrencies
          ? .quotedAllowanceOtherCurrency(line: line.number)
          : .quotedAllowanceWithoutPrice(line: line.number))
      line.isBroken = true
      return
    }
    if let mapping = mapping(
      path: quotation.path, identifiers: line.keys, name: line.name?.text)
    {
      tell(line.allowances, of: line, foldedBeside: mapping)
    }
    line.price = QuotedFigure(net, at: price.cell.position, currency: price.currency)
    line.unitFactor = nil
    line.allowances = []
    if quantity.value == .zero {
      line.quantity = QuotedFigure(.one, at: quantity.cell.position)
      line.base = nil
    } else {
      line.base = quantity
    }
  }

  /// Tells of a line that only what is said beside its name makes an option.
  private mutating func hint(at line: QuotedLine, in quotation: inout Quotation) {
    guard let hint = line.optionalHint, let name = line.name?.text, !line.isOptional,
      let word = OptionalWords.found(in: hint.text), OptionalWords.found(in: name) == nil
    else { return }
    let mapping = mapping(path: quotation.path, identifiers: line.keys, name: name)
    if mapping?.cells[PriceColumn.status.rawValue] != nil { return }
    contradict(
      hint.position, .quotedMaybeOptional(item: name, word: word), in: &quotation)
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
    quotation.currencies.insert(CurrencyName.code(of: code) ?? code)
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
    if let quantity = line.quantity, quantity.value == .zero,
      line.price != nil || line.amount != nil
    {
      contradict(
        quantity.cell.position, .quotedQuantityZero(line: line.number), in: &quotation)
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
    if quantity.value == .zero { return }
    contradict(
      amount.cell.position,
      .quotedPriceDerived(
        amount: gross.text, quantity: quantity.value.text, price: unit.text),
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
