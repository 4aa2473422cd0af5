import DecisionModel
import DelimitedText
import Messages

extension OfferReader {
  /// Rows among which the header row is looked for.
  private static let headerRows = 30

  /// Reads a delimited text file.
  mutating func readTable(_ bytes: [UInt8], path: String) {
    let table = DelimitedTable(bytes)
    note(path) { $0.form = .table(.init(dialect: table.dialect)) }
    for problem in table.problems { report(problem, path: path) }
    let rows = table.records.map { record in
      record.fields.map {
        Cell(
          unneutralised($0.text),
          at: SourcePosition(file: path, line: $0.line, column: $0.column))
      }
    }.filter { $0.contains { !$0.text.isEmpty } }
    let mapping = mapping(for: path)
    let candidates = rows.prefix(OfferReader.headerRows).map {
      HeaderCandidate($0, mapping: mapping)
    }
    guard let header = candidates.firstIndex(where: { $0.shape != nil }),
      let shape = candidates[header].shape
    else {
      return reportNoHeader(rows: Array(rows.prefix(OfferReader.headerRows)), candidates)
    }
    reportUnmapped(mapping, headers: rows[header], path: path)
    let line = rows[header].first?.position.line
    note(path) {
      $0.form = .table(.init(dialect: table.dialect, shape: shape, headerLine: line))
    }
    for cell in rows[..<header].compactMap({ $0.first { !$0.text.isEmpty } }) {
      noteLeftOut(cell, because: LeftOutReason.beforeHeader)
    }
    let body = Array(rows[(header + 1)...])
    switch shape {
    case .answers: read(sheet(candidates[header].answers, rows[header], body))
    case .prices: read(sheet(candidates[header].prices, rows[header], body))
    case .terms: read(sheet(candidates[header].terms, rows[header], body))
    }
  }

  /// The headers that the decision names for a file; those of unknown columns with an error.
  private mutating func mapping(for path: String) -> [String: String] {
    guard let mapping = decision.columns[path] else { return [:] }
    let known = Set(
      AnswerColumn.allCases.map(\.rawValue) + PriceColumn.allCases.map(\.rawValue)
        + TermColumn.allCases.map(\.rawValue))
    for name in mapping.headers.keys.sorted() where !known.contains(name) {
      diagnostics.error(
        mapping.position,
        .mappedColumnUnknown(
          name: name, suggestion: Suggestion.nearest(to: name, in: known)))
    }
    return mapping.headers.filter { known.contains($0.key) }
  }

  private mutating func reportUnmapped(
    _ mapping: [String: String], headers: [Cell], path: String
  ) {
    guard let position = decision.columns[path]?.position else { return }
    let found = headers.map(\.text).filter { !$0.isEmpty }
    for name in mapping.keys.sorted() {
      guard let header = mapping[name], !found.contains(where: { $0.closed == header.closed })
      else { continue }
      diagnostics.error(
        position, .mappedHeaderNotFound(column: name, header: header, found: found))
    }
  }

  private mutating func reportNoHeader(rows: [[Cell]], _ candidates: [HeaderCandidate]) {
    func score(_ index: Int) -> Int {
      candidates[index].nearest.map { candidates[index].score($0) } ?? 0
    }
    // Without a row the reader has said already that the file is empty.
    guard let best = rows.indices.max(by: { (score($0), -$0) < (score($1), -$1) }),
      let first = rows[best].first
    else { return }
    let found = rows[best].map(\.text).filter { !$0.isEmpty }
    let missing = candidates[best].nearest.map { candidates[best].missing($0) } ?? []
    diagnostics.error(first.position, .tableHeaderNotFound(missing: missing, found: found))
  }

  /// The rows under a header.
  private mutating func sheet<Column: OfferColumn>(
    _ header: HeaderRow<Column>, _ cells: [Cell], _ rows: [[Cell]]
  ) -> Sheet<Column> {
    let position = cells.first?.position ?? SourcePosition(file: "", line: 0, column: 0)
    var sheet = Sheet<Column>(position: position)
    sheet.columns = Set(header.fields.keys)
    sheet.hints = header.hints
    reportHeaders(header, cells)
    noteColumns(header, cells)
    for fields in rows {
      guard let first = fields.first?.position else { continue }
      if Column.self == PriceColumn.self, isTotal(fields) { continue }
      if let extra = fields.dropFirst(cells.count).first(where: { !$0.text.isEmpty }) {
        diagnostics.error(
          extra.position, .rowTooLong(fields: fields.count, headers: cells.count))
        continue
      }
      var row = SheetRow<Column>(position: first)
      for (column, index) in header.fields where index < fields.count {
        if !fields[index].text.isEmpty { row.cells[column] = fields[index] }
      }
      if isHeading(row) { continue }
      if let column = Column(rawValue: PriceColumn.tiers.rawValue), let cell = row.cells[column] {
        row.tiers = tiers(of: cell)
      }
      sheet.rows.append(row)
    }
    return sheet
  }

  private mutating func reportHeaders<Column: OfferColumn>(
    _ header: HeaderRow<Column>, _ cells: [Cell]
  ) {
    for (field, column) in header.twice {
      diagnostics.error(
        cells[field].position, .columnTwice(header: cells[field].text, column: column.rawValue))
    }
    var known = Set(header.fields.values)
    for (field, column) in header.leftOut {
      let used = header.fields[column].map { cells[$0].text } ?? ""
      known.insert(field)
      diagnostics.warning(
        cells[field].position,
        .columnLeftOut(header: cells[field].text, column: column.rawValue, used: used))
    }
    known.formUnion(header.twice.map(\.field))
    let names = Column.allCases.flatMap { [$0.rawValue] + $0.aliases }
    for (index, cell) in cells.enumerated() where !known.contains(index) && !cell.text.isEmpty {
      diagnostics.warning(
        cell.position,
        .columnUnknown(
          header: cell.text,
          suggestion: Suggestion.nearest(to: HeaderName(cell.text).key, in: names)))
    }
  }

  /// Whether a row is only a heading over the rows below it: a text, and nothing to read. It is left
  /// out, with a warning where it could be a line whose price was forgotten.
  private mutating func isHeading<Column: OfferColumn>(_ row: SheetRow<Column>) -> Bool {
    let columns = Set(row.cells.columns.map(\.rawValue))
    if Column.self == PriceColumn.self {
      let texts: Set = [PriceColumn.item.rawValue, PriceColumn.comment.rawValue]
      guard columns.isSubset(of: texts) else { return false }
      if let cell = row.cells.first {
        diagnostics.warning(row.position, .headingLeftOut(text: cell.text))
        noteLeftOut(cell, because: LeftOutReason.heading)
      }
      return true
    }
    if Column.self == AnswerColumn.self {
      let texts: Set = [AnswerColumn.question.rawValue, AnswerColumn.comment.rawValue]
      guard columns.isSubset(of: texts) else { return false }
      if let cell = row.cells.first {
        noteLeftOut(cell, because: LeftOutReason.heading)
      }
      return true
    }
    return columns.isEmpty
  }

  /// Whether a row sums up others; it is left out with a warning.
  private mutating func isTotal(_ fields: [Cell]) -> Bool {
    let texts = fields.filter { !$0.text.isEmpty }
    guard let cell = texts.first(where: { cell in cell.text.contains(where: \.isLetter) }),
      TotalWords.areIn(cell.text)
    else { return false }
    diagnostics.warning(cell.position, .totalRowLeftOut(text: cell.text))
    noteLeftOut(cell, because: LeftOutReason.total)
    return true
  }

  /// `50: 40 | 100: 36 | *: 33` taken apart; nothing with an error.
  private mutating func tiers(of cell: Cell) -> [TierCells] {
    var tiers: [TierCells] = []
    for part in cell.text.split(whereSeparator: { $0 == "|" || $0.isNewline }) {
      let halves = part.split(separator: ":", omittingEmptySubsequences: false)
        .map { String($0).trimmed }
      guard halves.count == 2, !halves[0].isEmpty, !halves[1].isEmpty else {
        diagnostics.error(cell.position, .tierNotReadable(text: String(part).trimmed))
        return []
      }
      let upTo = halves[0] == "*" ? nil : Cell(halves[0], at: cell.position)
      tiers.append(TierCells(upTo: upTo, price: Cell(halves[1], at: cell.position)))
    }
    if tiers.isEmpty { diagnostics.error(cell.position, .tierNotReadable(text: cell.text)) }
    return tiers
  }
}

/// Words that begin a row of totals.
private enum TotalWords {
  /// Whether a text is that of a row of totals or of tax, not an item such as "Total Care".
  static func areIn(_ text: String) -> Bool {
    let words = text.lowercased().split { !$0.isLetter }.map(String.init)
    guard let first = words.first else { return false }
    if sure.contains(first) || words.starts(with: ["grand", "total"]) { return true }
    return perhaps.contains(first)
      && words.allSatisfy { perhaps.contains($0) || beside.contains($0) }
  }

  private static let sure: Set = [
    "summe", "zwischensumme", "gesamtsumme", "endsumme", "nettosumme", "bruttosumme", "subtotal",
    "gesamtbetrag", "endbetrag", "rechnungsbetrag", "zzgl",
  ]
  private static let perhaps: Set = [
    "gesamt", "total", "totals", "sum", "gesamtpreis", "gesamtkosten", "mwst", "ust", "vat",
    "umsatzsteuer", "mehrwertsteuer", "angebotssumme",
  ]
  private static let beside: Set = [
    "netto", "brutto", "net", "gross", "eur", "usd", "chf", "kosten", "costs", "cost", "preis",
    "price", "betrag", "amount", "einmalig", "laufend", "jährlich", "monatlich", "inkl", "incl",
    "exkl", "excl", "gesetzliche", "gesetzlicher", "in", "tax",
  ]
}
