import ByteSources
import DecisionModel
import DelimitedText
import Measures
import Messages

extension OfferReader {
  /// Rows among which the header row is looked for.
  private static let headerRows = 30

  /// Reads a delimited text file.
  ///
  /// - Parameters:
  ///   - dialect: how it is written, as far as that is known.
  ///   - stated: what of it the decision states, if that is less.
  mutating func readTable(
    _ file: ByteSource, path: String, dialect: StatedDialect, stated: StatedDialect? = nil
  ) {
    var source = TableRows(file, path: path, dialect: dialect)
    note(path) { $0.form = .table(.init(dialect: source.dialect, stated: stated ?? dialect)) }
    let head = source.next(OfferReader.headerRows)
    for (index, row) in head.enumerated() {
      guard let header = BillingHeader(row) else { continue }
      return readBilling(&source, head: head[(index + 1)...], header: header, path: path)
    }
    let rows = head + source.rest()
    for problem in source.problems { report(problem, path: path) }
    if rows.isEmpty {
      let isTold = source.problems.contains { if case .raggedRow = $0.kind { false } else { true } }
      if isTold { return }
      return diagnostics.error(SourcePosition(file: path, line: 1, column: 1), .fileEmpty())
    }
    for (index, row) in head.enumerated() {
      guard let header = CAIQHeader(row) else { continue }
      note(path) {
        $0.form = .table(
          .init(
            dialect: source.dialect, stated: stated ?? dialect, shape: .answers,
            headerLine: row.first?.position.line))
      }
      return readCAIQ(rows[(index + 1)...], header: header, path: path)
    }
    let mapping = mapping(for: path)
    let (header, candidates) = header(in: head, mapping: mapping)
    if header == nil, dialect.delimiter == nil,
      let delimiter = delimiterOfHeader(file, path: path, dialect, mapping)
    {
      var other = dialect
      other.delimiter = delimiter
      return readTable(file, path: path, dialect: other, stated: dialect)
    }
    guard let header, let shape = candidates[header].shape else {
      return reportNoHeader(rows: head, candidates)
    }
    let candidate = candidates[header]
    reportUnmapped(mapping, headers: rows[header], path: path)
    let line = rows[header].first?.position.line
    note(path) {
      $0.form = .table(
        .init(dialect: source.dialect, stated: stated ?? dialect, shape: shape, headerLine: line))
    }
    let above = candidate.matrix?.isBelowNames == true ? header - 1 : header
    let preamble = preamble(rows[..<above], isOffer: candidate.matrix == nil)
    let table = TableBody(
      cells: shape == .answers ? candidate.cells : rows[header],
      headers: Array(rows[max(0, header - 1)...header]), rows: Array(rows[(header + 1)...]),
      marks: candidate.marks, decimals: dialect.decimals, delimiter: source.dialect.delimiter)
    switch shape {
    case .answers:
      if let matrix = candidate.matrix, !claim(matrix, at: rows[header], path: path) { return }
      if candidate.matrix == nil { reportPrices(in: table) }
      read(sheet(candidate.answers, table))
    case .prices:
      var sheet = sheet(candidate.prices, table)
      apply(preamble, to: &sheet)
      takeLineTotals(in: &sheet)
      read(sheet)
    case .terms: read(sheet(candidate.terms, table))
    }
  }

  /// The delimiter with which a row of the file is a header, where that is one only. Lines of plain
  /// text above a table may have more commas than the table has semicolons.
  private func delimiterOfHeader(
    _ file: ByteSource, path: String, _ dialect: StatedDialect, _ mapping: [String: String]
  ) -> Delimiter? {
    let fitting = Delimiter.candidates.filter { delimiter in
      var trial = dialect
      trial.delimiter = delimiter
      var source = TableRows(file, path: path, dialect: trial)
      return header(in: source.next(OfferReader.headerRows), mapping: mapping).0 != nil
    }
    return fitting.count == 1 ? fitting.first : nil
  }

  /// The row that is the header, with what each row up to it could be.
  private func header(
    in rows: [[Cell]], mapping: [String: String]
  ) -> (Int?, [HeaderCandidate]) {
    let rows = rows.map { row in row.map { $0.isTooLongForHeader ? Cell("…", at: $0.position) : $0 }
    }
    let options = OptionNames(decision, own: declaration, mapping: mapping)
    let words = HeaderWords(LevelWords(decision.criteria), mapping: mapping)
    let candidates = rows.indices.map { index in
      HeaderCandidate(
        rows[index], above: index > 0 ? rows[index - 1] : nil, mapping: mapping,
        options: options, words: words)
    }
    guard let first = candidates.firstIndex(where: { $0.shape != nil }) else {
      return (nil, candidates)
    }
    // Names of options over what each of them has columns for.
    let next = first + 1
    if candidates[first].matrix != nil, next < rows.count,
      candidates[next].matrix?.isBelowNames == true
    {
      return (next, candidates)
    }
    return (first, candidates)
  }

  /// The headers that the decision names for a file; those of unknown columns with an error.
  private mutating func mapping(for path: String) -> [String: String] {
    guard let mapping = decision.columns[path] else { return [:] }
    let known = Set(
      AnswerColumn.allCases.map(\.rawValue) + PriceColumn.allCases.map(\.rawValue)
        + TermColumn.allCases.map(\.rawValue) + decision.offers.map(\.id))
    for name in mapping.headers.keys.sorted() where !known.contains(name) {
      diagnostics.error(
        mapping.position,
        .mappedColumnUnknown(
          name: name, suggestion: Suggestion.nearest(to: name, in: known)))
    }
    return mapping.headers.filter { known.contains($0.key) }
  }

  /// Whether the option has a column among those of several; else with an error. Columns that
  /// nobody reads are reported.
  private mutating func claim(
    _ matrix: MatrixColumns, at header: [Cell], path: String
  ) -> Bool {
    for cell in matrix.unclaimed {
      diagnostics.warning(
        cell.position,
        .matrixColumnUnclaimed(
          header: cell.text,
          suggestion: OptionNames(decision, own: declaration, mapping: [:])
            .suggestion(for: cell.text)))
    }
    for (option, cell) in matrix.others {
      let other = decision.offers.first { $0.id == option }
      if let other, !other.files.contains(where: { $0.path == path }) {
        diagnostics.warning(cell.position, .matrixColumnNotNamed(option: option, file: path))
      }
    }
    if matrix.isUneven, matrix.hasOwn {
      diagnostics.error(
        header.first?.position ?? declaration.position, .matrixColumnsUneven())
      return false
    }
    if matrix.hasOwn || purpose == .baseline { return true }
    let found = matrix.unclaimed + matrix.others.map(\.cell)
    diagnostics.error(
      header.first?.position ?? declaration.position,
      .matrixWithoutOption(
        option: declaration.id, name: declaration.name, found: found.map(\.text)))
    return false
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
    let texts = rows.map { row in row.map(\.text).filter { !$0.isEmpty } }
    // Rows of numbers are no headers, even if they begin with a word such as total.
    let scores = rows.indices.map { index in
      let numbers = texts[index].count { $0.contains(where: \.isNumber) }
      return 2 * numbers > texts[index].count
        ? 0 : candidates[index].nearness
    }
    func isLess(_ one: Int, _ other: Int) -> Bool {
      (scores[one], texts[one].count, -one) < (scores[other], texts[other].count, -other)
    }
    // Without a row the reader has said already that the file is empty.
    guard let best = rows.indices.max(by: isLess), let first = rows[best].first else { return }
    let found = texts[best]
    let missing =
      scores[best] == 0
      ? [] : candidates[best].nearest.map { candidates[best].missing($0) } ?? []
    diagnostics.error(first.position, .tableHeaderNotFound(missing: missing, found: found))
  }

  /// The rows under a header.
  private mutating func sheet<Column: OfferColumn>(
    _ header: HeaderRow<Column>, _ table: TableBody
  ) -> Sheet<Column> {
    let cells = table.cells
    let position = cells.first?.position ?? SourcePosition(file: "", line: 0, column: 0)
    var sheet = Sheet<Column>(isTable: true, style: table.decimals, position: position)
    sheet.hints = header.hints
    var seen: [[String]: Int] = [:]
    let header = frequencyByCells(itemByCells(header, table), table)
    sheet.columns = Set(header.fields.keys)
    reportHeaders(header, table)
    noteColumns(header, table)
    reportColumnsWithoutHeader(table, isPrices: Column.self == PriceColumn.self)
    let numbers = table.cells.indices.first { index in
      OutlineNumber.headers.contains(HeaderName(table.cells[index].text).key)
        && header.fields.values.allSatisfy { $0 != index }
    }
    for (index, fields) in table.rows.enumerated() {
      guard let first = fields.first?.position else { continue }
      if table.isHeader(fields) {
        if let cell = fields.first(where: { !$0.text.isEmpty }) {
          noteLeftOut(cell, because: LeftOutReason.repeatedHeader)
        }
        continue
      }
      if let seam = table.seam(at: index, under: header) {
        diagnostics.error(first, seam.message)
        if seam == .secondTable { break }
        continue
      }
      if let columns = header.fields as? [PriceColumn: Int],
        let total = total(
          fields, columns, header.hints as? [PriceColumn: HeaderName] ?? [:],
          rowsAbove: sheet.rows.count)
      {
        sheet.totals.append(total)
        for field in header.rhythms?.fields.dropFirst() ?? [] where field.index < fields.count {
          let cell = fields[field.index].in(field.name.magnitude)
          if cell.text.isEmpty { continue }
          sheet.totals.append(
            TotalRow(
              label: total.label, figures: [.amount: cell], rowsAbove: total.rowsAbove,
              isLabelNoted: true))
        }
        continue
      }
      if let extra = fields.dropFirst(cells.count).first(where: { !$0.text.isEmpty }) {
        diagnostics.error(
          extra.position, .rowTooLong(fields: fields.count, headers: cells.count))
        continue
      }
      var row = SheetRow<Column>(position: first)
      if let numbers, numbers < fields.count {
        row.number = OutlineNumber.read(fields[numbers].text)
      }
      for (column, index) in header.fields where index < fields.count {
        if !fields[index].text.isEmpty {
          row.cells[column] = fields[index].in(header.hints[column]?.magnitude)
        }
      }
      if let price = row as? SheetRow<PriceColumn>,
        let hints = header.hints as? [PriceColumn: HeaderName]
      {
        guard let settled = settle(price, hints) as? SheetRow<Column> else { continue }
        row = settled
      }
      if let rhythms = header.rhythms, let price = row as? SheetRow<PriceColumn> {
        if let rival = rhythms.rival(in: fields) {
          diagnostics.error(rival.cell.position, .priceRhythmTwice(words: rival.words))
          continue
        }
        let lines = rhythms.taken(apart: price, fields)
        if !lines.isEmpty {
          warnIfTwice(fields, &seen)
          sheet.rows += lines.compactMap { $0 as? SheetRow<Column> }
          continue
        }
      }
      if let answer = Column(rawValue: AnswerColumn.answer.rawValue), !table.marks.isEmpty {
        row.cells[answer] = tickedLevel(in: fields, table)
      }
      for cell in fields where cell.text.utf8.contains(0x0A) && table.holdsRows(cell) {
        diagnostics.warning(cell.position, .tableFieldHoldsRows(text: cell.text))
      }
      if Column.self == PriceColumn.self, let cell = table.figureBesideNothing(fields, row, header)
      {
        diagnostics.error(cell.position, .rowHoldsUnreadFigures(text: cell.text))
        continue
      }
      if isHeading(row) { continue }
      if let price = row as? SheetRow<PriceColumn>, !unitIsClear(price) { continue }
      if Column.self == PriceColumn.self { warnIfTwice(fields, &seen) }
      if let column = Column(rawValue: PriceColumn.tiers.rawValue), let cell = row.cells[column] {
        row.tiers = tiers(of: cell)
      }
      sheet.rows.append(row)
    }
    if table.rows.isEmpty { diagnostics.warning(position, .tableWithoutRows()) }
    return sheet
  }

  /// The level in whose column a row has its tick; `nil` for none, or with an error.
  private mutating func tickedLevel(in fields: [Cell], _ table: TableBody) -> Cell? {
    var found: Cell?
    for index in table.marks where index < fields.count {
      let cell = fields[index]
      switch LevelWords.tick(cell.text) {
      case false?: continue
      case nil:
        diagnostics.error(
          cell.position,
          .answerTickUnknown(text: cell.text, level: table.cells[index].text))
      case true?:
        if let found {
          diagnostics.error(
            cell.position,
            .answerTickedTwice(level: table.cells[index].text, other: found.text))
        } else {
          found = Cell(table.cells[index].text, at: cell.position)
        }
      }
    }
    return found
  }

  /// Warns of a row that says exactly what another says.
  private mutating func warnIfTwice(_ fields: [Cell], _ seen: inout [[String]: Int]) {
    guard let first = fields.first else { return }
    if let line = seen.updateValue(first.position.line, forKey: fields.map(\.text)) {
      diagnostics.warning(first.position, .priceRowTwice(line: line))
    }
  }

  /// Takes what a row comes to for its price where no other is stated; its units are in it already.
  private func takeLineTotals(in sheet: inout Sheet<PriceColumn>) {
    if !sheet.columns.contains(.amount) { sheet.hints[.amount] = sheet.hints[.lineTotal] }
    for index in sheet.rows.indices {
      let row = sheet.rows[index]
      let others: [PriceColumn] = [.amount, .low, .likely, .high, .per, .tiers]
      guard let total = row.cells[.lineTotal], !others.contains(where: { row.cells[$0] != nil })
      else { continue }
      sheet.rows[index].cells[.amount] = total
      for column in [PriceColumn.lineTotal, .count, .priceBase, .discount] {
        sheet.rows[index].cells[column] = nil
      }
    }
  }

  private mutating func reportHeaders<Column: OfferColumn>(
    _ header: HeaderRow<Column>, _ table: TableBody
  ) {
    let cells = table.cells
    for (field, column) in header.twice {
      diagnostics.error(
        cells[field].position,
        .columnTwice(header: table.header(of: field), column: column.rawValue))
    }
    var known = Set(header.fields.values).union(table.marks)
    known.formUnion(header.rhythms?.fields.map(\.index) ?? [])
    for (field, column) in header.leftOut {
      let used = header.fields[column].map { cells[$0].text } ?? ""
      known.insert(field)
      diagnostics.warning(
        cells[field].position,
        .columnLeftOut(header: cells[field].text, column: column.rawValue, used: used))
    }
    known.formUnion(header.twice.map(\.field))
    reportUnread(header, table)
    let names = Column.allCases.flatMap { [$0.rawValue] + $0.aliases }
    var suggestions = 50
    for (index, cell) in cells.enumerated() where !known.contains(index) && !cell.text.isEmpty {
      if let columns = header.fields as? [PriceColumn: Int],
        let message = table.hiddenPrices(
          in: index, besides: columns, rhythms: header.rhythms, home: decision.currency)
      {
        diagnostics.error(cell.position, message)
        continue
      }
      let suggestion =
        suggestions > 0 ? Suggestion.nearest(to: HeaderName(cell.text).key, in: names) : nil
      let holdsFigures = Column.self == PriceColumn.self && table.holdsFigures(in: index)
      diagnostics.warning(
        cell.position,
        holdsFigures
          ? .columnOfFiguresUnread(header: cell.text, suggestion: suggestion)
          : .columnUnknown(header: cell.text, suggestion: suggestion))
      suggestions -= 1
    }
  }

  /// Whether a row is only a heading over the rows below it: a text, and nothing to read. It is left
  /// out, with a warning where it could be a line whose price was forgotten.
  private mutating func isHeading<Column: OfferColumn>(_ row: SheetRow<Column>) -> Bool {
    let columns = Set(row.cells.columns.map(\.rawValue))
    if Column.self == PriceColumn.self {
      let texts: Set = [PriceColumn.item.rawValue, PriceColumn.comment.rawValue]
      guard columns.isSubset(of: texts) else { return false }
      if let cell = row.cells.first, speaksOfAllPrices(cell) {
        diagnostics.error(cell.position, .noteAmongPrices(text: cell.text))
      } else if let cell = row.cells.first {
        diagnostics.warning(row.position, .headingLeftOut(text: cell.text))
        noteLeftOut(cell, because: LeftOutReason.heading)
      }
      return true
    }
    return columns.isEmpty
  }

  /// The row of totals that a row is; `nil` for any other.
  private mutating func total(
    _ fields: [Cell], _ columns: [PriceColumn: Int], _ hints: [PriceColumn: HeaderName],
    rowsAbove: Int
  ) -> TotalRow? {
    let texts = fields.filter { !$0.text.isEmpty }
    guard let label = texts.first(where: { cell in cell.text.contains(where: \.isLetter) }) else {
      return nil
    }
    func isFilled(_ column: PriceColumn) -> Bool {
      columns[column].map { $0 < fields.count && !fields[$0].text.isEmpty } ?? false
    }
    guard TotalWords.areIn(label.text) else {
      let isBare = !isFilled(.category) && !isFilled(.count) && !isFilled(.frequency)
      if isBare, columns[.item].map({ $0 < fields.count && fields[$0] == label }) ?? false,
        TotalWords.mayBeIn(label.text), texts.count > 1
      {
        diagnostics.error(label.position, .priceTotalPerhaps(item: label.text))
      }
      return nil
    }
    // What has a category, and more in its name than totals have, is paid for.
    if let index = columns[.category], index < fields.count, fields[index] != label,
      Vocabulary.categories.meaning(of: fields[index].text) != nil,
      !TotalWords.areAll(of: label.text)
    {
      return nil
    }
    var figures: [PriceColumn: Cell] = [:]
    for column in [PriceColumn.lineTotal, .amount, .likely] {
      guard let index = columns[column], index < fields.count, fields[index] != label,
        !fields[index].text.isEmpty
      else { continue }
      figures[column] = fields[index].in(hints[column]?.magnitude)
    }
    let unread = figures.isEmpty ? texts.first { (try? NumberText($0.text)) != nil } : nil
    return TotalRow(label: label, figures: figures, rowsAbove: rowsAbove, unread: unread)
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

/// The rows of a table under their header.
struct TableBody {
  /// The headers as the option sees them.
  let cells: [Cell]
  /// The header row as it stands, with the row above it.
  let headers: [[Cell]]
  let rows: [[Cell]]
  /// Fields that stand for a level each.
  let marks: [Int]
  /// How the decision says that numbers are written.
  let decimals: NumberStyle?
  /// What parts the fields.
  let delimiter: Delimiter

  /// Whether a text over several lines has one with as many delimiters as a row: rows that an open
  /// quote has swallowed.
  func holdsRows(_ cell: Cell) -> Bool {
    guard cells.count > 2 else { return false }
    return cell.text.split(whereSeparator: \.isNewline).dropFirst().contains { line in
      line.utf8.count { $0 == delimiter.rawValue } >= cells.count - 2
    }
  }

  /// The header of a field as it stands in the file.
  func header(of field: Int) -> String {
    guard let row = headers.last, field < row.count, !row[field].text.isEmpty else {
      return field < cells.count ? cells[field].text : ""
    }
    return row[field].text
  }

  /// Whether a row repeats the header, as tables that were printed page by page do.
  func isHeader(_ fields: [Cell]) -> Bool {
    let texts = fields.filter { !$0.text.isEmpty }
    guard texts.count > 1 else { return false }
    return headers.contains { header in
      zip(fields, header).allSatisfy { $0.text.closed == $1.text.closed }
        && fields.count <= header.count
    }
  }
}
