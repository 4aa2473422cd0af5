import DecisionModel
import Measures
import Messages
import TotalCost

// What headers of prices say beside the column's name.
extension OfferReader {
  /// Puts into a row what the headers of its prices say: for how many units, and how often paid. What
  /// the row says itself counts; a rhythm that contradicts the header's is an error, and then `nil`.
  mutating func settle(
    _ row: SheetRow<PriceColumn>, _ hints: [PriceColumn: HeaderName]
  ) -> SheetRow<PriceColumn>? {
    var row = row
    let places = [PriceColumn.amount, .likely, .lineTotal, .listPrice].compactMap { column in
      hints[column].flatMap { name in row.cells[column].map { (name: name, cell: $0) } }
    }
    if let place = places.first(where: { $0.name.priceBase != nil }),
      let base = place.name.priceBase, row.cells[.priceBase] == nil
    {
      row.cells[.priceBase] = Cell(String(base), at: place.cell.position)
    }
    if let place = places.first(where: { $0.name.rhythm != nil }), let word = place.name.rhythm {
      let header = Vocabulary.frequencies.meaning(of: word)
      if let stated = row.cells[.frequency] {
        let own = Vocabulary.frequencies.meaning(of: stated.text)
        if own != nil, own != header {
          diagnostics.error(
            stated.position, .priceRhythmContradictsHeader(header: word, text: stated.text))
          return nil
        }
      } else {
        row.cells[.frequency] = Cell(word, at: place.cell.position)
      }
    }
    return row
  }

  /// The header with the column of how often prices are paid, if none is called so but the cells of
  /// one that nobody reads say it.
  mutating func frequencyByCells<Column: OfferColumn>(
    _ header: HeaderRow<Column>, _ table: TableBody
  ) -> HeaderRow<Column> {
    guard Column.self == PriceColumn.self, header.rhythms == nil,
      let frequency = Column(rawValue: PriceColumn.frequency.rawValue),
      header.fields[frequency] == nil
    else { return header }
    let known = Set(header.fields.values)
    for (index, cell) in table.cells.enumerated() where !known.contains(index) && !cell.text.isEmpty
    {
      let words = table.rows.lazy.filter { index < $0.count && !$0[index].text.isEmpty }
        .map { $0[index].text }
      guard !words.isEmpty,
        words.allSatisfy({ Vocabulary.frequencies.meaning(of: $0) != nil })
      else { continue }
      diagnostics.warning(cell.position, .columnTakenAsFrequency(header: cell.text))
      return header.taking(frequency, at: index)
    }
    return header
  }

  /// The header with the names of items where they stand, if what is called the item are numbers.
  func itemByCells<Column: OfferColumn>(
    _ header: HeaderRow<Column>, _ table: TableBody
  ) -> HeaderRow<Column> {
    guard let item = Column(rawValue: PriceColumn.item.rawValue), Column.self == PriceColumn.self,
      let field = header.fields[item],
      let other = header.leftOut.first(where: { $0.column == item })?.field
    else { return header }
    let cells = table.rows.lazy.filter { field < $0.count && other < $0.count }
      .map { (own: $0[field].text, other: $0[other].text) }
      .filter { !$0.own.isEmpty && !TotalWords.mayBeIn($0.own) }
    let areNumbers = cells.allSatisfy { OutlineNumber.read($0.own) != nil }
    return areNumbers && !cells.isEmpty && cells.allSatisfy { !$0.other.isEmpty }
      ? header.taking(item, at: other) : header
  }

  /// Whether a row's unit leaves no question about the price; else with an error.
  mutating func unitIsClear(_ row: SheetRow<PriceColumn>) -> Bool {
    guard let cell = row.cells[.unit], !HeaderParser.pieces.contains(cell.text.lowercased()) else {
      return true
    }
    let unit = HeaderName("x (\(cell.text))")
    if unit.rhythm != nil, row.cells[.frequency] == nil {
      diagnostics.error(cell.position, .priceUnitIsTime(text: cell.text))
      return false
    }
    let holdsNumber = unit.priceBase != nil || unit.hasUnreadFigure
    if holdsNumber, unit.rhythm == nil, row.cells[.priceBase] == nil {
      diagnostics.error(cell.position, .priceUnitHoldsNumber(text: cell.text))
      return false
    }
    return true
  }

  /// Whether nothing in a row that doesn't say how often it is paid speaks of a rhythm; else with an
  /// error. Only names in tables: documents have a rule of their own.
  mutating func rhythmIsClear(_ row: SheetRow<PriceColumn>) -> Bool {
    guard row.cells[.frequency] == nil, let item = row.cells[.item],
      HeaderParser.mayTellRhythm(item.text),
      let word = HeaderName(item.text).rhythm
    else { return true }
    diagnostics.error(item.position, .priceRhythmInName(item: item.text, words: word))
    return false
  }

  /// Whether a text among the rows says something of all prices: their currency, thousands, tax or
  /// rhythm.
  func speaksOfAllPrices(_ cell: Cell) -> Bool {
    let words = cell.text.lowercased().split { !$0.isLetter }.map(String.init)
    guard words.count > 1, words.contains(where: Preamble.figureWords.contains) else {
      return false
    }
    let name = HeaderName(cell.text)
    let isForeign = Preamble.currency(in: cell.text).map { $0 != decision.currency } ?? false
    return isForeign || name.magnitude != nil || name.rhythm != nil || name.isGross == true
  }

  /// Whether the price of a row isn't what its list price and its discount come to already; else with
  /// an error.
  mutating func discountIsOpen(
    row index: Int, of sheet: Sheet<PriceColumn>, _ figures: PriceFigures, discount: Amount
  ) -> Bool {
    let row = sheet.rows[index]
    guard discount > .zero, row.cells[.lineTotal] == nil, let cell = row.cells[.discount],
      let price = figures.figure(.amount, row: index).found?.value,
      let list = figures.figure(.listPrice, row: index).found?.value, list != price,
      let rest = try? Amount.one.subtracting(discount), let net = try? list.times(rest),
      price.agrees(with: net)
    else { return true }
    diagnostics.error(
      cell.position,
      .priceDiscountIncluded(
        item: row.cells[.item]?.text ?? "", discount: cell.text, stated: price.text,
        reckoned: ((try? price.times(rest)) ?? price).text(places: 2)))
    return false
  }

  /// Warns of what is paid again and again, in a row that doesn't say how often.
  mutating func warnOfRhythm(_ row: SheetRow<PriceColumn>, _ line: CostLine) {
    let running: Set<CostCategory> = [.subscription, .hosting, .maintenance, .support]
    guard row.cells[.frequency] == nil, running.contains(line.category), line.kind == .cost,
      line.price != .fixed(.zero), let item = row.cells[.item]
    else { return }
    diagnostics.warning(item.position, .priceRhythmMissing(item: item.text))
  }

  /// Whether a price above zero is surely no discount; else with an error.
  mutating func isNoDiscount(_ row: SheetRow<PriceColumn>, _ price: CostLine.Price) -> Bool {
    guard row.cells[.kind] == nil, let item = row.cells[.item], DiscountWords.name(item.text),
      case .stated(_, let likely, _) = price, likely > .zero
    else { return true }
    diagnostics.error(item.position, .priceDiscountByName(item: item.text))
    return false
  }

  /// Reports what headers of figures say in brackets and nobody reads, and prices for one of
  /// something that no column counts.
  mutating func reportUnread<Column: OfferColumn>(
    _ header: HeaderRow<Column>, _ table: TableBody
  ) {
    for (column, name) in header.hints.sorted(by: {
      header.fields[$0.key] ?? 0 < header.fields[$1.key] ?? 0
    })
    where Column.measured.contains(column) {
      guard let field = header.fields[column], field < table.cells.count else { continue }
      let cell = table.cells[field]
      if name.hasUnreadFigure {
        diagnostics.error(
          cell.position, .headerFigureUnread(header: cell.text, words: name.unread))
      } else if !name.unread.isEmpty {
        diagnostics.warning(
          cell.position, .headerWordsUnread(header: cell.text, words: name.unread))
      }
      guard name.isPerSomething, let columns = header.fields as? [PriceColumn: Int],
        columns[.count] == nil, columns[.per] == nil, let unit = name.unit
      else { continue }
      diagnostics.warning(cell.position, .headerUnitUncounted(header: cell.text, unit: unit))
    }
  }
}

extension TableBody {
  /// What is wrong with a column of prices that isn't read, if its header shows that it holds figures
  /// which belong to others: those of a year, or the bounds of prices by quantity.
  func hiddenPrices(
    in field: Int, besides columns: [PriceColumn: Int], rhythms: RhythmColumns?, home: String
  ) -> Message? {
    guard field < cells.count else { return nil }
    let header = cells[field].text
    let holdsNumbers = rows.contains { row in
      field < row.count && !row[field].text.isEmpty && (try? NumberText(row[field].text)) != nil
    }
    guard holdsNumbers else { return nil }
    let name = HeaderName(header)
    let key = name.key
    let isPaid = RhythmColumns.nouns.contains(name.stem) || name.stem.isEmpty
    if rhythms == nil, columns[.frequency] == nil, name.rhythm != nil, isPaid {
      return .columnOfRhythmUnread(header: header)
    }
    let codes = columns.keys.filter(PriceColumn.measured.contains).compactMap { column in
      columns[column].flatMap { $0 < cells.count ? HeaderName(cells[$0].text).currency : nil }
    }
    if let code = name.currency, code != home, columns[.currency] == nil, !codes.contains(code) {
      return .columnOfCurrencyUnread(header: header)
    }
    if TableBody.isYear(key) { return .columnOfYear(header: header) }
    return TableBody.bounds.contains(key) ? .columnOfBounds(header: header) : nil
  }

  /// `Jahr 1`, `Year 2`, `FY27`, `2027`.
  private static func isYear(_ key: String) -> Bool {
    let digits = key.filter(\.isNumber)
    let letters = key.filter(\.isLetter)
    if letters.isEmpty { return digits.count == 4 && (1990...2100).contains(Int(digits) ?? 0) }
    return (1...4).contains(digits.count)
      && ["jahr", "year", "y", "fy", "gj", "geschäftsjahr", "yr"].contains(letters)
  }

  private static let bounds: Set = [
    "abmenge", "mengeab", "abstück", "abstückzahl", "mengevon", "mengebis", "vonmenge", "bismenge",
    "staffelab", "staffelvon", "staffelbis", "abanzahl", "quantityfrom", "quantityto",
    "fromquantity",
    "toquantity", "qtyfrom", "qtyto", "fromqty", "toqty", "tierfrom", "tierto",
  ]
}

/// Names of lines that are taken off.
enum DiscountWords {
  /// Whether a line's name calls it a discount: `Projektrabatt`, `Volume discount`, `Credit note`, but
  /// not `Discount management`.
  static func name(_ item: String) -> Bool {
    let words = item.lowercased().split { !$0.isLetter }.map(String.init)
    guard let last = words.last else { return false }
    if endings.contains(where: last.hasSuffix) || words.suffix(2) == ["credit", "note"] {
      return true
    }
    guard let first = words.first, endings.contains(where: first.hasSuffix) else { return false }
    return words.dropFirst().first.map(joints.contains) ?? true
  }

  private static let endings = [
    "rabatt", "nachlass", "nachlaß", "gutschrift", "skonto", "discount", "rebate",
  ]
  private static let joints: Set = [
    "für", "auf", "bei", "von", "for", "on", "of", "aus", "gem", "gemäß", "pa",
  ]
}

extension HeaderName {
  /// What it says of its figures beside their currency, for people.
  var notes: [LocalText] {
    var notes: [LocalText] = []
    switch magnitude {
    case .hundredths: notes.append(ExplainWords.cents)
    case .thousands: notes.append(ExplainWords.thousands)
    case .millions: notes.append(ExplainWords.millions)
    case nil: break
    }
    if let priceBase { notes.append(ExplainWords.priceBase(priceBase)) }
    if let unit, priceBase == nil { notes.append(ExplainWords.unit(unit)) }
    switch rhythm.flatMap({ Vocabulary.frequencies.meaning(of: $0) }) {
    case .some(.some(.month)): notes.append(ExplainWords.monthly)
    case .some(.some(.quarter)): notes.append(ExplainWords.quarterly)
    case .some(.some(.halfYear)): notes.append(ExplainWords.halfYearly)
    case .some(.some(.year)): notes.append(ExplainWords.yearly)
    case .some(nil): notes.append(ExplainWords.once)
    case nil: break
    }
    return notes
  }
}
