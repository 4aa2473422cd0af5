import DecisionModel
import Measures
import Messages
import TotalCost
import XMLReading

/// The wanted articles of a price list: a BMEcat, or a UBL Catalogue.
struct PriceList {
  let path: String
  let position: SourcePosition
  /// By article number.
  var articles: [String: ListedArticle] = [:]
  /// Whether a quotation took a price from it.
  var isUsed = false
}

/// An article of a price list.
struct ListedArticle {
  let position: SourcePosition
  let number: String
  let name: Cell?
  /// Units that the prices are for.
  var base: QuotedFigure?
  /// The largest quantity that has a price; `nil` if there is no end.
  var most: Amount?
  /// The unit in which it is ordered.
  var unit: String?
  var minimum: QuotedFigure?
  /// Prices by quantity, rising.
  var steps: [Step] = []
  var currency: Cell?
  /// Whether tax is in the prices.
  var isGross = false
  var taxRate: QuotedFigure?

  /// A price from a quantity on.
  struct Step {
    let from: Amount
    let price: Amount
    let position: SourcePosition
  }
}

extension OfferReader {
  /// Reads of all price lists what quotations or the decision refer to.
  mutating func openPriceLists() -> [PriceList] {
    var wanted: Set<String> = []
    for line in documents.quotations.flatMap(\.openLines) { wanted.formUnion(line.identifiers) }
    var lists: [PriceList] = []
    for waiting in documents.priceLists {
      let own = decision.positions[waiting.path]?.map(\.key.text) ?? []
      _ = reading(waiting.path) { (reader: inout OfferReader) throws(XMLProblem) in
        lists.append(
          try reader.priceList(
            waiting, numbers: wanted.union(own), names: Set(own.map(\.nameKey))))
      }
    }
    documents.priceLists = []
    return lists
  }

  private mutating func priceList(
    _ waiting: ForeignDocuments.Waiting, numbers: Set<String>, names: Set<String>
  ) throws(XMLProblem) -> PriceList {
    let reader = XMLPartReader(waiting.source)
    var position = SourcePosition(file: waiting.path, line: 1, column: 1)
    var spaces = OfferReader.bmecatSpaces
    var list = PriceList(path: waiting.path, position: position)
    if case .start(let root)? = try reader.next() {
      let place = root.position
      position = SourcePosition(file: waiting.path, line: place.line, column: place.column)
      spaces.append(root.name.namespace ?? "")
      list = PriceList(path: waiting.path, position: position)
      if case .catalogue = XMLFormat(root: root.name) {
        try readCatalogue(reader, into: &list, numbers: numbers, names: names)
        return list
      }
    }
    var source = DocumentSource<TradeName>(reader, spaces: spaces, file: waiting.path)
    var currency: Cell?
    while let part = try source.next(
      entering: [.tNewCatalog, .tUpdatePrices, .tUpdateProducts])
    {
      switch part.name {
      case .header: currency = part.cell(.catalog, .currency)
      case .product, .article:
        guard let number = part.cell(.supplierPid) ?? part.cell(.supplierAid),
          part.attribute(.mode)?.text.lowercased() != "delete"
        else { continue }
        let details = part.part(.productDetails) ?? part.part(.articleDetails)
        let name = details.flatMap { wording($0, .descriptionShort) }
        if documents.rules[waiting.path] != nil {
          documents.remember([number.text] + [name?.text].compactMap { $0 }, of: waiting.path)
        }
        let price = firstPrice(of: part)
        noteArticle(
          number, name, price: price?.cell(.priceAmount),
          currency: price?.cell(.priceCurrency) ?? currency)
        guard numbers.contains(number.text) || name.map({ names.contains($0.text.nameKey) }) == true
        else { continue }
        if let other = list.articles[number.text] {
          diagnostics.error(
            part.position, .listArticleTwice(number: number.text, other: other.position))
        } else if let article = article(part, number: number, name: name, currency: currency) {
          list.articles[number.text] = article
        }
      default: break
      }
    }
    return list
  }

  private func firstPrice(of part: DocumentPart<TradeName>) -> DocumentPart<TradeName>? {
    part.part(.productPriceDetails, .productPrice) ?? part.part(.articlePriceDetails, .articlePrice)
  }

  private mutating func article(
    _ part: DocumentPart<TradeName>, number: Cell, name: Cell?, currency: Cell?
  ) -> ListedArticle? {
    var article = ListedArticle(position: part.position, number: number.text, name: name)
    var isBroken = false
    let order = part.part(.productOrderDetails) ?? part.part(.articleOrderDetails)
    article.base = figure(order?.part(.priceQuantity), isBroken: &isBroken)
    article.minimum = figure(order?.part(.quantityMin), isBroken: &isBroken)
    article.unit = order?.cell(.orderUnit)?.text
    guard let details = priceDetails(of: part, number: number) else { return nil }
    let all = details.all(.productPrice) + details.all(.articlePrice)
    let typed = bestType(of: all, number: number)
    guard
      let prices = inOneCurrency(
        typed, of: number, currency: { $0.cell(.priceCurrency) ?? currency }, at: part.position)
    else { return nil }
    guard let first = prices.first, prices.contains(where: { $0.part(.priceAmount) != nil }) else {
      diagnostics.error(part.position, .listArticleWithoutPrice(number: number.text))
      return nil
    }
    guard isClear(prices, of: number) else { return nil }
    article.currency = first.cell(.priceCurrency) ?? currency
    if article.currency == nil {
      diagnostics.warning(
        first.position,
        .listPriceWithoutCurrency(number: number.text, currency: decision.currency))
    }
    article.isGross = first.attribute(.priceType)?.text == "gros_list"
    article.taxRate = figure(
      first.part(.tax) ?? first.part(.taxDetails, .tax), isBroken: &isBroken)
    for price in prices {
      guard let amount = figure(price.part(.priceAmount), isBroken: &isBroken) else { continue }
      let factor = figure(price.part(.priceFactor), isBroken: &isBroken)?.value ?? .one
      let from = figure(price.part(.lowerBound), isBroken: &isBroken)?.value ?? .one
      let units = priceUnits(of: price, in: article, isBroken: &isBroken)
      guard let value = try? amount.value.times(factor).times(units) else {
        diagnostics.error(
          amount.cell.position,
          .cellNumberTooLarge(column: TradeName.priceAmount.rawValue, text: amount.cell.text))
        return nil
      }
      if !add(value, from: from, to: &article, at: price.position) { isBroken = true }
    }
    article.steps.sort { $0.from < $1.from }
    return isBroken || article.steps.isEmpty ? nil : article
  }

  /// Of prices in several currencies those in the decision's; `nil` with an error if there are none.
  mutating func inOneCurrency<Name>(
    _ prices: [DocumentPart<Name>], of number: Cell,
    currency: (DocumentPart<Name>) -> Cell?, at position: SourcePosition
  ) -> [DocumentPart<Name>]? {
    func code(_ price: DocumentPart<Name>) -> String {
      let text = currency(price)?.text ?? decision.currency
      return CurrencyName.code(of: text) ?? text
    }
    let codes = Set(prices.map(code))
    if codes.count < 2 { return prices }
    let own = prices.filter { code($0) == decision.currency }
    if own.isEmpty {
      diagnostics.error(
        position,
        .listPriceUnclear(
          number: number.text,
          reason: LocalText(
            de: "es gibt Preise in \(codes.sorted().joined(separator: ", "))",
            en: "there are prices in \(codes.sorted().joined(separator: ", "))")))
      return nil
    }
    diagnostics.warning(
      own[0].position,
      .listCurrencyChosen(
        number: number.text, chosen: decision.currency,
        others: codes.subtracting([decision.currency]).sorted()))
    return own
  }

  /// Whether prices are steps of each other, and all of them stated; else with an error.
  private mutating func isClear(
    _ prices: [DocumentPart<TradeName>], of number: Cell
  ) -> Bool {
    if let formula = prices.first(where: { $0.part(.priceAmount) == nil }) {
      diagnostics.error(
        formula.position,
        .listPriceUnclear(
          number: number.text,
          reason: LocalText(
            de: "ein Preis ist nur als Formel angegeben", en: "a price is stated by a formula only")
        ))
      return false
    }
    let territories = prices.map { Set($0.all(.territory).compactMap(\.cell?.text)) }
    guard let first = territories.first, let other = territories.first(where: { $0 != first })
    else { return true }
    let names = first.union(other).sorted()
    diagnostics.error(
      prices[0].position,
      .listPriceUnclear(
        number: number.text,
        reason: LocalText(
          de: "die Preise gelten für verschiedene Gebiete: \(names.joined(separator: ", "))",
          en: "the prices are for different territories: \(names.joined(separator: ", "))")))
    return false
  }

  /// How many price units are in one unit of the order.
  private mutating func priceUnits(
    of price: DocumentPart<TradeName>, in article: ListedArticle, isBroken: inout Bool
  ) -> Amount {
    guard let base = price.part(.priceBase), let unit = base.cell(.priceUnit),
      unit.text != article.unit
    else { return .one }
    if let factor = figure(base.part(.priceUnitFactor), isBroken: &isBroken) {
      return factor.value
    }
    diagnostics.warning(
      unit.position,
      .quotedUnitsDiffer(
        line: article.number, unit: article.unit ?? "", priceUnit: unit.text))
    return .one
  }

  /// The prices that hold on the decision's date; else the last, with a warning.
  private mutating func priceDetails(
    of part: DocumentPart<TradeName>, number: Cell
  ) -> DocumentPart<TradeName>? {
    let all = part.all(.productPriceDetails) + part.all(.articlePriceDetails)
    func date(_ details: DocumentPart<TradeName>, _ name: TradeName) -> CalendarDate? {
      let old = details.all(.datetime).first {
        $0.attribute(.type)?.text == name.rawValue.lowercased()
      }
      let cell = old?.cell(.date) ?? details.cell(name)
      return dateCell(cell).flatMap { CalendarDate($0.text) }
    }
    let current = all.first {
      (date($0, .validStartDate) ?? .earliest) <= decision.asOf
        && decision.asOf <= (date($0, .validEndDate) ?? decision.asOf)
    }
    if let current { return current }
    guard let last = all.last else {
      diagnostics.error(part.position, .listArticleWithoutPrice(number: number.text))
      return nil
    }
    let dates = [date(last, .validStartDate), date(last, .validEndDate)]
    diagnostics.warning(
      last.position,
      .listPriceOutOfDate(
        number: number.text, from: dates[0]?.iso ?? "…", to: dates[1]?.iso ?? "…"))
    return last
  }

  /// The prices of the kind that counts most for a buyer.
  private mutating func bestType(
    of prices: [DocumentPart<TradeName>], number: Cell
  ) -> [DocumentPart<TradeName>] {
    func type(_ price: DocumentPart<TradeName>) -> String {
      price.attribute(.priceType)?.text ?? ""
    }
    let order = ["net_customer", "net_customer_exp", "net_list", "gros_list", "nrp"]
    let found = Set(prices.map(type))
    guard found.count > 1 else { return prices }
    let best = order.first(where: found.contains) ?? found.sorted()[0]
    diagnostics.warning(
      prices[0].position,
      .listPriceTypeChosen(
        number: number.text, chosen: best, others: found.subtracting([best]).sorted()))
    return prices.filter { type($0) == best }
  }

  // MARK: Prices for positions

  /// Gives a line without a price the one that a list has for its article number; else none.
  mutating func price(
    _ line: QuotedLine, from lists: inout [PriceList], in quotation: inout Quotation
  ) {
    var row = self.row(for: line, in: quotation)
    let mapping = mapping(
      path: quotation.path, identifiers: line.keys, name: line.name?.text)
    for index in lists.indices {
      let articles = lists[index].articles
      guard let number = line.identifiers.first(where: { articles[$0] != nil }),
        let article = articles[number]
      else { continue }
      lists[index].isUsed = true
      if let unit = line.quantity?.unit, let other = article.unit, unit != other {
        contradict(
          line.position,
          .quotedUnitsDiffer(line: line.number, unit: unit, priceUnit: other), in: &quotation)
      }
      fill(&row, from: article, mapping: mapping, at: line.position)
      return add(row, of: line, to: &quotation)
    }
    row.cells[.amount] = Cell("on request", at: line.position)
    row.cells[.discount] = nil
    add(row, of: line, to: &quotation)
  }

  /// Ends the price lists: what the decision refers to becomes lines.
  mutating func finish(_ lists: [PriceList]) {
    for list in lists {
      var quotation = Quotation(path: list.path, position: list.position)
      for mapping in decision.positions[list.path] ?? [] {
        let article =
          list.articles[mapping.key.text]
          ?? list.articles.values.first { $0.name?.text.nameKey == mapping.key.text.nameKey }
        guard let article else { continue }
        var line = QuotedLine(position: article.position, number: article.number)
        line.name = article.name
        line.identifiers = [article.number]
        var row = self.row(for: line, in: quotation)
        fill(&row, from: article, mapping: mapping, at: article.position)
        quotation.lineCount += 1
        add(row, of: line, to: &quotation)
      }
      if quotation.lineCount > 0 {
        finish(&quotation)
      } else if decision.positions[list.path] == nil, !list.isUsed {
        if costs.isEmpty {
          diagnostics.error(list.position, .priceListAlone(path: list.path))
        } else {
          diagnostics.warning(list.position, .priceListNotUsed(path: list.path))
        }
      }
    }
  }

  /// Puts an article's prices into a row.
  private mutating func fill(
    _ row: inout SheetRow<PriceColumn>, from article: ListedArticle, mapping: PositionMapping?,
    at position: SourcePosition
  ) {
    row.cells[.item] = row.cells[.item] ?? article.name
    row.cells[.priceBase] = article.base?.cell
    row.cells[.currency] = article.currency
    if article.isGross {
      row.cells[.tax] = Cell("gross", at: article.position)
      row.cells[.taxRate] = article.taxRate?.cell
    }
    let count =
      mapping?.cells[PriceColumn.count.rawValue]?.text ?? row.cells[.count]?.text
    if let most = article.most, let wanted = count.flatMap({ Amount(plain: $0) }), wanted > most {
      diagnostics.error(
        article.position,
        .listPriceUnclear(
          number: article.number,
          reason: LocalText(
            de: "über \(most.text) gilt keiner, gebraucht werden \(wanted.text)",
            en: "none holds above \(most.text), \(wanted.text) are wanted")))
    }
    let least = article.steps.first.map(\.from) ?? .one
    if let minimum = article.minimum, minimum.value > least {
      row.cells[.minimumQuantity] = minimum.cell
    } else if let first = article.steps.first, first.from > .one {
      row.cells[.minimumQuantity] = Cell(first.from.text, at: first.position)
    }
    guard article.steps.count > 1 else {
      row.cells[.amount] = article.steps.first.map { Cell($0.price.text, at: $0.position) }
      return
    }
    let isWhole = comesInWholeUnits(mapping: mapping, quoted: row.cells[.count])
    row.cells[.tierMode] = Cell("volume", at: article.position)
    row.tiers = article.steps.indices.map { index in
      let step = article.steps[index]
      let next = index + 1 < article.steps.count ? article.steps[index + 1].from : nil
      return TierCells(
        upTo: next.map { Cell(below($0, isWhole: isWhole).text, at: step.position) },
        price: Cell(step.price.text, at: step.position))
    }
  }

  /// The last quantity before the next price holds: a bound of Votum's tiers belongs to the lower
  /// one, of BMEcat's to the upper one.
  private func below(_ bound: Amount, isWhole: Bool) -> Amount {
    let isBoundWhole = bound.units % Amount.unitsPerWhole == 0
    let step = isWhole && isBoundWhole && bound > .one ? Amount.one : Amount(units: 1)
    return (try? bound.subtracting(step)) ?? bound
  }

  private func comesInWholeUnits(mapping: PositionMapping?, quoted: Cell?) -> Bool {
    let per = mapping?.cells[PriceColumn.per.rawValue]?.text
    if let per, decision.costPlan.quantities[per]?.isWhole != true { return false }
    let count =
      mapping?.cells[PriceColumn.count.rawValue]?.text ?? (per == nil ? quoted?.text : nil)
    guard let count, let value = Amount(plain: count) else { return count == nil }
    return value.units % Amount.unitsPerWhole == 0
  }
}
