import DecisionModel
import Measures
import Messages

/// What the lines over a table say about all of its rows.
struct Preamble {
  /// The currency of amounts that state none.
  private(set) var currency: (code: String, cell: Cell)?
  /// Whether prices are with tax.
  private(set) var isGross: Bool?
  /// The cell that says so.
  private(set) var gross: Cell?
  /// What all amounts are in, if not in whole units.
  private(set) var magnitude: Magnitude?
  /// How often all prices are paid, with the cell that says so.
  private(set) var rhythm: (word: String, cell: Cell)?

  /// What a line is about.
  private enum Topic: CaseIterable {
    case validity, currency, tax, vendor, date, number

    var name: LocalText {
      switch self {
      case .validity: LocalText(de: "Gültig bis", en: "Valid until")
      case .currency: LocalText(de: "Währung", en: "Currency")
      case .tax: LocalText(de: "Preise", en: "Prices")
      case .vendor: LocalText(de: "Anbieter", en: "Vendor")
      case .date: LocalText(de: "Datum", en: "Date")
      case .number: LocalText(de: "Angebotsnummer", en: "Quotation number")
      }
    }

    /// The words before the value, folded.
    var keys: Set<String> {
      switch self {
      case .validity:
        [
          "gültigbis", "angebotgültigbis", "bindefrist", "bindefristbis", "gültigkeit",
          "gültigkeitsdatum", "angebotsbindung", "validuntil", "validity", "offervaliduntil",
          "quotationvaliduntil", "validto",
        ]
      case .currency: ["währung", "currency", "allepreisein", "preisein", "pricesin"]
      case .tax: ["preise", "allepreise", "preisangaben", "prices", "allprices", "preisbasis"]
      case .vendor:
        ["anbieter", "bieter", "lieferant", "vendor", "supplier", "bidder", "auftragnehmer"]
      case .date: ["datum", "angebotsdatum", "date", "offerdate", "quotationdate", "stand"]
      case .number:
        [
          "angebotsnummer", "angebotsnr", "angebotnr", "angebot", "offerno", "offernumber",
          "quotationno", "quotationnumber", "quoteno", "quotenumber", "quotation",
        ]
      }
    }
  }

  /// Reads the lines over a header.
  ///
  /// - Parameter isOffer: whether they are a vendor's; over a table of several options they are not.
  fileprivate init(_ rows: [[Cell]], isOffer: Bool, _ reader: inout OfferReader) {
    for row in rows {
      let cells = row.filter { !$0.text.isEmpty }
      guard let first = cells.first else { continue }
      let pairs = Preamble.pairs(cells)
      var isUnderstood = false
      for (key, value) in pairs where isOffer {
        guard let topic = Topic.allCases.first(where: { $0.keys.contains(key.text.nameKey) })
        else { continue }
        isUnderstood = take(topic, key, value, &reader) || isUnderstood
      }
      if isOffer, takeFigures(cells, &reader) { isUnderstood = true }
      if isOffer, !isUnderstood, let tax = cells.compactMap(Preamble.tax).first {
        isGross = isGross ?? tax.isGross
        gross = gross ?? tax.cell
        reader.noteFact(Topic.tax.name, tax.cell)
        isUnderstood = true
      }
      if !isUnderstood { reader.noteLeftOut(first, because: LeftOutReason.beforeHeader) }
    }
  }

  /// Whether a sentence about all figures says what they are in or how often they are paid: "Alle
  /// Angaben in TEUR", "Preise pro Monat".
  private mutating func takeFigures(_ cells: [Cell], _ reader: inout OfferReader) -> Bool {
    let text = cells.map(\.text).joined(separator: " ")
    let words = text.lowercased().split { !$0.isLetter }.map(String.init)
    guard let first = cells.first,
      words.contains(where: Preamble.figureWords.contains)
        || words.starts(with: ["angebot", "in"]) || words.starts(with: ["offer", "in"])
        || words.starts(with: ["quotation", "in"])
    else { return false }
    let name = HeaderName(text)
    let code = Preamble.currency(in: text)
    if let code, currency == nil { currency = (code, first) }
    if let size = name.magnitude { magnitude = magnitude ?? size }
    if let word = name.rhythm { rhythm = rhythm ?? (word, first) }
    guard name.magnitude != nil || name.rhythm != nil || code != nil else { return false }
    if isGross == nil { isGross = name.isGross }
    reader.noteFact(Topic.tax.name, Cell(text, at: first.position))
    return true
  }

  /// The one currency that a sentence names, by code, mark or name.
  static func currency(in text: String) -> String? {
    let words = text.split { !$0.isLetter && !"€$£".contains($0) }.map(String.init)
    let codes = Set(words.compactMap { CurrencyName.code(of: $0) ?? names[$0.lowercased()] })
    return codes.count == 1 ? codes.first : nil
  }

  private static let names = [
    "franken": "CHF", "francs": "CHF", "dollar": "USD", "dollars": "USD", "pfund": "GBP",
    "pounds": "GBP", "euros": "EUR", "teur": "EUR", "tchf": "CHF", "tusd": "USD",
  ]

  static let figureWords: Set = [
    "preise", "preisen", "prices", "beträge", "beträgen", "amounts", "angaben", "figures", "werte",
    "zahlen", "values", "preisangaben",
  ]

  /// Neighbours in a row, and the two sides of a colon.
  private static func pairs(_ cells: [Cell]) -> [(Cell, Cell)] {
    let neighbours = Array(zip(cells, cells.dropFirst()))
    let halves = cells.compactMap { cell -> (Cell, Cell)? in
      guard let colon = cell.text.firstIndex(of: ":") else { return nil }
      let value = Cell(String(cell.text[cell.text.index(after: colon)...]), at: cell.position)
      return value.text.isEmpty
        ? nil : (Cell(String(cell.text[..<colon]), at: cell.position), value)
    }
    return neighbours + halves
  }

  /// Whether prices are with tax, as a sentence about them says: "alle Preise netto zzgl. MwSt.".
  private static func tax(_ cell: Cell) -> (isGross: Bool, cell: Cell)? {
    let words = cell.text.lowercased().split { !$0.isLetter }.map(String.init)
    let speaksOfPrices = words.contains { ["preise", "preisen", "prices", "beträge"].contains($0) }
    guard speaksOfPrices else { return nil }
    return meaning(of: words).map { ($0, cell) }
  }

  private static func meaning(of words: [String]) -> Bool? {
    let net = words.contains(where: netWords.contains)
    let gross = words.contains(where: grossWords.contains)
    return net == gross ? nil : gross
  }

  private static let netWords: Set = [
    "netto", "net", "zzgl", "zuzüglich", "exkl", "excl", "excluding",
  ]
  private static let grossWords: Set = [
    "brutto", "gross", "inkl", "inklusive", "incl", "including",
  ]

  private mutating func take(
    _ topic: Topic, _ key: Cell, _ value: Cell, _ reader: inout OfferReader
  ) -> Bool {
    switch topic {
    case .validity:
      guard DateText(value.text) != nil else {
        reader.diagnostics.warning(value.position, .preambleValidityNotRead(text: value.text))
        return true
      }
      reader.readValidity(value)
    case .currency:
      let words = value.text.split { $0 == " " || $0 == "," }.map(String.init)
      guard let code = words.lazy.compactMap({ CurrencyName.code(of: $0) }).first else {
        reader.diagnostics.error(value.position, .priceCurrencyUnknown(text: value.text))
        return true
      }
      if let currency, currency.code != code {
        reader.diagnostics.error(
          value.position, .priceCurrencyConflict(codes: [currency.code, code]))
      }
      currency = (code, value)
      let rest = value.text.lowercased().split { !$0.isLetter }.map(String.init)
      isGross = isGross ?? Preamble.meaning(of: rest)
    case .tax:
      let words = value.text.lowercased().split { !$0.isLetter }.map(String.init)
      guard let meaning = Preamble.meaning(of: words) else { return false }
      isGross = isGross ?? meaning
      gross = gross ?? value
    case .vendor:
      let names = OptionNames(reader.decision, own: reader.declaration, mapping: [:])
      let own = names.contains(reader.declaration.id, within: value.text)
      if !own, let other = names.option(within: value.text), reader.purpose == .offer {
        reader.diagnostics.warning(
          value.position,
          .preambleOtherVendor(
            text: value.text, other: other, option: reader.declaration.id))
      }
    case .date, .number: break
    }
    reader.noteFact(topic.name, value)
    return true
  }
}

extension OfferReader {
  /// Reads the lines over the header of a table.
  mutating func preamble(_ rows: some Sequence<[Cell]>, isOffer: Bool) -> Preamble {
    Preamble(Array(rows), isOffer: isOffer && purpose == .offer, &self)
  }

  /// Notes something that a file says once for all of its rows.
  mutating func noteFact(_ name: LocalText, _ cell: Cell) {
    note(cell.position.file) {
      $0.facts.append(.init(name: name, text: cell.text, position: cell.position))
    }
  }

  /// Puts what stands over a table into its sheet of prices; headers come before it, and a
  /// contradiction is a warning.
  mutating func apply(_ preamble: Preamble, to sheet: inout Sheet<PriceColumn>) {
    sheet.isGrossByPreamble = preamble.isGross
    if let gross = preamble.gross, let stated = preamble.isGross,
      let header = [PriceColumn.amount, .likely, .lineTotal]
        .compactMap({ sheet.hints[$0]?.isGross }).first, header != stated
    {
      diagnostics.warning(gross.position, .preambleTaxDiffers(text: gross.text))
    }
    if let magnitude = preamble.magnitude {
      for index in sheet.rows.indices {
        for column in PriceColumn.measured where sheet.hints[column]?.magnitude == nil {
          sheet.rows[index].cells[column] = sheet.rows[index].cells[column]?.in(magnitude)
        }
      }
    }
    if let rhythm = preamble.rhythm, sheet.rows.contains(where: { $0.cells[.frequency] == nil }) {
      diagnostics.warning(
        rhythm.cell.position, .preambleRhythmTaken(text: rhythm.cell.text))
      for index in sheet.rows.indices where sheet.rows[index].cells[.frequency] == nil {
        sheet.rows[index].cells[.frequency] = Cell(rhythm.word, at: rhythm.cell.position)
      }
    }
    guard let currency = preamble.currency else { return }
    sheet.currency = currency.code
    for column in PriceColumn.money {
      guard let code = sheet.hints[column]?.currency, code != currency.code else { continue }
      diagnostics.warning(
        currency.cell.position,
        .preambleCurrencyDiffers(text: currency.cell.text, header: code))
      return
    }
  }
}
