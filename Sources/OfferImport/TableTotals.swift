import DecisionModel
import Measures
import Messages
import TotalCost

/// A row of a table that sums up others.
struct TotalRow: Sendable {
  /// What it says it is.
  let label: Cell
  /// Its figures by the column that they stand in.
  let figures: [PriceColumn: Cell]
  /// How many rows of the sheet stand above it.
  let rowsAbove: Int
  /// Its first figure in a column that is not read, if it has none in one that is.
  var unread: Cell?
  /// Whether another figure of the same row has been noted.
  var isLabelNoted = false
}

/// What a row of prices comes to in the vendor's own reckoning.
struct RowWorth {
  /// Units × price less the discount; `nil` if that depends on what the table does not say.
  let value: Amount?
  let isCounted: Bool
  let period: CostLine.Period?
}

extension OfferReader {
  /// Compares what a table says its rows and totals come to with what they do come to.
  mutating func checkTotals(of sheet: Sheet<PriceColumn>, _ figures: PriceFigures) {
    guard !sheet.totals.isEmpty || sheet.columns.contains(.lineTotal) else { return }
    let rows = sheet.rows.indices.map { worth(ofRow: $0, in: sheet, figures) }
    for index in sheet.rows.indices {
      guard let stated = figures.figure(.lineTotal, row: index).found?.value,
        let reckoned = rows[index].value, !stated.agrees(with: reckoned)
      else { continue }
      let row = sheet.rows[index]
      let item = row.cells[.item]?.text ?? ""
      let full = value(ofRow: index, in: sheet, figures, isDiscounted: false)
      if let discount = row.cells[.discount], full.map(stated.agrees(with:)) == true {
        diagnostics.error(
          discount.position,
          .priceDiscountIncluded(
            item: item, discount: discount.text, stated: stated.text,
            reckoned: reckoned.text(places: 2)))
      } else {
        diagnostics.warning(
          row.cells[.lineTotal]?.position ?? row.position,
          .lineTotalDiffers(
            item: item, stated: stated.text, reckoned: reckoned.text(places: 2)))
      }
    }
    var sums = StatedSums()
    let home = decision.currency
    let currencies = Set(
      sheet.rows.indices.compactMap { row -> String? in
        let cells = sheet.rows[row].cells
        guard [PriceColumn.amount, .likely].contains(where: { cells[$0] != nil }) else {
          return nil
        }
        return cells[.currency].flatMap { CurrencyName.code(of: $0.text) }
          ?? figures.figure(.amount, row: row).found?.currency
          ?? sheet.hints[.amount]?.currency ?? sheet.hints[.likely]?.currency ?? sheet.currency
          ?? home
      })
    for total in sheet.totals { check(total, rows: rows, &sums, currencies: currencies) }
  }

  /// What a row of totals may say.
  private static let bare: Set<PriceColumn> = [.item, .amount, .lineTotal, .likely, .comment]

  /// Warns of a row that says nothing but a price, which is exactly what all rows above it come to:
  /// it may be their total, under a word that nobody knows.
  mutating func warnOfSums(in sheet: Sheet<PriceColumn>, _ figures: PriceFigures) {
    var sum = Amount.zero
    for index in sheet.rows.indices {
      let worth = worth(ofRow: index, in: sheet, figures)
      guard worth.isCounted, let value = worth.value else { continue }
      let row = sheet.rows[index]
      let isBare = row.tiers.isEmpty && row.cells.columns.allSatisfy(OfferReader.bare.contains)
      if index > 1, isBare, value == sum, sum > .zero, let item = row.cells[.item] {
        diagnostics.warning(
          item.position, .priceRowIsSum(item: item.text, sum: sum.text(places: 2)))
      }
      guard let next = try? sum.adding(value) else { return }
      sum = next
    }
  }

  func worth(
    ofRow index: Int, in sheet: Sheet<PriceColumn>, _ figures: PriceFigures
  ) -> RowWorth {
    let row = sheet.rows[index]
    let period = row.cells[.frequency].flatMap { Vocabulary.frequencies.meaning(of: $0.text) }
    let isOptional =
      row.cells[.status].map { !OfferReader.includedWords.contains($0.text.nameKey) }
      ?? row.cells[.item].map { OptionalWords.found(in: $0.text) != nil } ?? false
    return RowWorth(
      value: value(ofRow: index, in: sheet, figures), isCounted: !isOptional,
      period: period ?? nil)
  }

  private func value(
    ofRow index: Int, in sheet: Sheet<PriceColumn>, _ figures: PriceFigures,
    isDiscounted: Bool = true
  ) -> Amount? {
    let row = sheet.rows[index]
    if let cell = row.cells[.amount], SpecialWord.ofPrice(cell.text) == .included { return .zero }
    guard row.tiers.isEmpty, row.cells[.per] == nil, row.cells[.low] == nil,
      row.cells[.high] == nil,
      let price =
        (figures.figure(.amount, row: index).found
        ?? figures.figure(.likely, row: index).found)?.value
    else { return nil }
    let columns: [PriceColumn] = [.count, .priceBase, .discount]
    if columns.contains(where: { figures.figure($0, row: index).hasFailed }) { return nil }
    let count = figures.figure(.count, row: index).found?.value ?? .one
    let base = figures.figure(.priceBase, row: index).found?.value ?? .one
    var discount = Amount.zero
    if isDiscounted, let stated = figures.figure(.discount, row: index).found {
      let isPercent = stated.isPercent || sheet.hints[.discount]?.isPercent == true
      let share = isPercent ? try? stated.value.divided(by: Amount(100)) : stated.value
      guard let share else { return nil }
      guard share.units.magnitude <= Amount.one.units.magnitude else { return nil }
      discount = Amount(units: abs(share.units))
    }
    guard let rest = try? Amount.one.subtracting(discount),
      let whole = try? price.times(count).times(rest)
    else { return nil }
    return try? whole.divided(by: base)
  }

  /// Compares one stated total with the sums that it can mean.
  private mutating func check(
    _ total: TotalRow, rows: [RowWorth], _ sums: inout StatedSums, currencies: Set<String>
  ) {
    let label = total.label
    if !total.isLabelNoted { noteLeftOut(label, because: LeftOutReason.total) }
    let columns: [PriceColumn] = [.lineTotal, .amount, .likely]
    guard let column = columns.first(where: { total.figures[$0] != nil }),
      let cell = total.figures[column], SpecialWord.ofPrice(cell.text) == nil
    else {
      if let stated = total.unread {
        diagnostics.warning(
          stated.position, .totalNotChecked(label: label.text, stated: stated.text))
      }
      return
    }
    guard let number = try? NumberText(cell.text) else {
      return diagnostics.warning(
        cell.position, .totalNotChecked(label: label.text, stated: cell.text))
    }
    let isTax = TotalWords.speakOfTax(label.text)
    let above = rows[..<total.rowsAbove]
    let since = rows[min(sums.start, total.rowsAbove)..<total.rowsAbove]
    let sinceSums = since.isEmpty ? [] : StatedSums.all(of: since)
    var reckoned: [Amount] = []
    if isTax {
      let rate = TotalWords.rate(in: label.text)
      let bases = sums.net.map { [$0] } ?? StatedSums.all(of: above)
      reckoned = bases.compactMap { base in rate.flatMap { try? base.times($0) } }
    } else {
      let parts = TotalWords.arePart(label.text)
      reckoned =
        parts ? sinceSums + StatedSums.all(of: above) : StatedSums.all(of: above) + sinceSums
      let nets = sums.net.map { [$0] } ?? []
      reckoned += (nets + reckoned).compactMap { net in sums.tax.flatMap { try? net.adding($0) } }
      if TotalWords.areGross(label.text), let tax = sums.tax, let net = sums.net ?? reckoned.first,
        let gross = try? net.adding(tax)
      {
        reckoned.insert(gross, at: 0)
      }
    }
    let style = understood[cell.position.file]?.numberStyles[column.rawValue]
    let readings = (style.map { [number.value($0)] } ?? [number.point, number.comma])
      .compactMap(\.self).compactMap { cell.whole($0, number) }
    let match = readings.lazy.compactMap { stated in
      reckoned.first(where: stated.agrees(with:)).map { (stated: stated, reckoned: $0) }
    }.first
    guard let stated = match?.stated ?? readings.first else { return }
    let words = label.text.split { !$0.isLetter && !"€$£".contains($0) }.map(String.init)
    if let code = number.currency ?? words.lazy.compactMap({ CurrencyName.code(of: $0) }).first,
      let used = currencies.first, currencies.count == 1, used != code
    {
      diagnostics.error(
        cell.position, .totalInOtherCurrency(label: label.text, stated: code, used: used))
    }
    let result = match?.reckoned ?? reckoned.first
    note(cell.position.file) {
      $0.totals.append(
        .init(
          name: LocalText(label.text), stated: stated, reckoned: result, position: cell.position))
    }
    if let result {
      if match == nil {
        diagnostics.warning(
          cell.position,
          .totalDiffers(
            label: label.text, stated: stated.text, reckoned: result.text(places: 2)))
      }
    } else {
      diagnostics.warning(cell.position, .totalNotChecked(label: label.text, stated: stated.text))
    }
    if isTax { sums.tax = stated } else if !TotalWords.arePart(label.text) { sums.net = stated }
    sums.start = total.rowsAbove
  }
}

/// What totals have said so far.
private struct StatedSums {
  /// The first row that no total has summed up yet.
  var start = 0
  var net: Amount?
  var tax: Amount?

  /// The sums that a total over some rows can mean: of all, without options, of one rhythm.
  static func all(of rows: ArraySlice<RowWorth>) -> [Amount] {
    let counted = rows.filter(\.isCounted)
    var sums = [sum(counted[...]), sum(rows)]
    for period in [nil, CostLine.Period.month, .quarter, .halfYear, .year] {
      let part = counted.filter { $0.period == period }
      if !part.isEmpty, part.count < counted.count { sums.append(sum(part[...])) }
    }
    return sums.compactMap(\.self)
  }

  private static func sum(_ rows: ArraySlice<RowWorth>) -> Amount? {
    var sum = Amount.zero
    for row in rows {
      guard let value = row.value, let next = try? sum.adding(value) else { return nil }
      sum = next
    }
    return sum
  }
}

/// Words that begin a row of totals.
enum TotalWords {
  /// Whether a text is that of a row of totals or of tax, not an item such as "Total Care".
  static func areIn(_ text: String) -> Bool {
    let words = words(of: text)
    guard let first = words.first else { return false }
    if adding.contains(first) {
      // "zzgl. 19 % MwSt." sums up, "zzgl. Versand" is paid for.
      return words.dropFirst().allSatisfy { taxes.contains($0) || beside.contains($0) }
    }
    if sure.contains(first) || phrases.contains(where: words.starts) { return true }
    return perhaps.contains(first)
      && words.allSatisfy { perhaps.contains($0) || beside.contains($0) }
  }

  /// Whether a text begins or ends with a word for sums, and so may be one under another name.
  static func mayBeIn(_ text: String) -> Bool {
    let words = words(of: text)
    if text.contains("Σ") || words.starts(with: ["carried", "forward"]) { return true }
    return [words.first, words.last].contains { word in
      guard let word else { return false }
      return suspicious.contains(word) || word.hasSuffix("summe") || word.hasSuffix("total")
        || word.hasSuffix("gesamtbetrag")
    }
  }

  private static let suspicious: Set = [
    "total", "totals", "gesamt", "summe", "sum", "subtotal", "net", "gross", "taxes", "tax", "hst",
    "pst", "gst", "steuer", "mwst", "ust", "vat", "tcv", "payable", "gesamtwert", "nettowert",
    "warenwert", "bruttowert", "gesamtkosten",
  ]

  /// Whether a text has no other words than those of totals.
  static func areAll(of text: String) -> Bool {
    let words = words(of: text)
    if phrases.contains(words) { return true }
    return words.allSatisfy {
      sure.contains($0) || perhaps.contains($0) || beside.contains($0) || taxes.contains($0)
    }
  }

  /// Whether a row of totals is one of tax.
  static func speakOfTax(_ text: String) -> Bool {
    let words = words(of: text)
    guard words.contains(where: taxes.contains) else { return false }
    return !words.contains { ["inkl", "incl", "including", "exkl", "excl", "brutto"].contains($0) }
      && !words.contains { $0.hasSuffix("summe") || $0.hasPrefix("gesamt") }
  }

  /// Whether a row of totals is with tax.
  static func areGross(_ text: String) -> Bool {
    words(of: text).contains { ["brutto", "bruttosumme", "gross", "inkl", "incl"].contains($0) }
  }

  /// Whether a row of totals is about what stands between it and the one before.
  static func arePart(_ text: String) -> Bool {
    let words = words(of: text)
    return words.starts(with: ["sub", "total"])
      || words.contains { ["zwischensumme", "subtotal", "übertrag"].contains($0) }
  }

  /// The share that a text such as "zzgl. 19 % MwSt." states.
  static func rate(in text: String) -> Amount? {
    guard let sign = text.firstIndex(of: "%") else { return nil }
    let digits = text[..<sign].reversed().drop { $0.isWhitespace }
      .prefix { $0.isNumber || $0 == "," || $0 == "." }
    return (try? PlainNumber(String(digits.reversed()) + " %"))?.share
  }

  private static func words(of text: String) -> [String] {
    text.lowercased().split { !$0.isLetter }.map(String.init)
  }

  private static let taxes: Set = [
    "mwst", "ust", "vat", "umsatzsteuer", "mehrwertsteuer", "steuer", "tax", "gst", "tva", "iva",
    "btw", "moms",
  ]
  /// What rows of totals begin with although none of the words is one by itself.
  private static let phrases = [
    ["grand", "total"], ["sub", "total"], ["net", "total"], ["quote", "total"], ["offer", "total"],
    ["quotation", "total"], ["order", "total"], ["estimated", "total"], ["overall", "total"],
    ["sales", "tax"], ["amount", "due"], ["balance", "due"], ["gross", "total"],
    ["invoice", "total"], ["amount", "payable"], ["total", "payable"], ["net", "amount"],
    ["gross", "amount"], ["carried", "forward"],
  ]
  private static let adding: Set = ["zzgl", "zuzüglich", "plus"]
  private static let sure: Set = [
    "summe", "zwischensumme", "gesamtsumme", "endsumme", "nettosumme", "bruttosumme", "subtotal",
    "gesamtbetrag", "endbetrag", "rechnungsbetrag", "übertrag", "gesamtpunktzahl",
    "zahlbetrag", "zwischentotal", "rechnungssumme", "auftragssumme", "teilsumme",
    "nettogesamtbetrag", "bruttogesamtbetrag", "positionssumme",
  ]
  private static let perhaps: Set = [
    "gesamt", "total", "totals", "sum", "gesamtpreis", "gesamtkosten", "mwst", "ust", "vat",
    "umsatzsteuer", "mehrwertsteuer", "angebotssumme", "nettobetrag", "bruttobetrag",
    "gesamtergebnis", "nettopreis", "bruttopreis", "inkl", "incl", "punkte", "tax", "gst",
    "tva", "iva", "btw", "moms", "netto", "brutto",
  ]
  private static let beside: Set = [
    "netto", "brutto", "net", "gross", "eur", "usd", "chf", "kosten", "costs", "cost", "preis",
    "price", "betrag", "amount", "einmalig", "laufend", "jährlich", "monatlich", "inkl", "incl",
    "exkl", "excl", "due", "gesetzliche", "gesetzlicher", "gesetzl", "in", "tax", "points", "score",
    "inc", "ex", "exc", "excluding", "including", "gbp", "before", "after", "monthly", "yearly",
    "one", "time", "year", "payable", "invoice", "jahre", "jahr", "years",
  ]
}
