import ByteSources
import DecisionModel
import Measures
import Messages
import XMLReading

extension OfferReader {
  /// Reads a document whose rows and cells the decision has named.
  mutating func readMapped(
    _ reader: XMLPartReader, root: XMLPart, source file: ByteSource, path: String,
    mappings: [XMLMapping]
  ) throws(XMLProblem) {
    documents.remember([], of: path)
    // Each kind of row is looked for by itself; mostly there is one.
    for (index, mapping) in mappings.enumerated() {
      guard let plan = plan(for: mapping) else { continue }
      var source = MappedSource(reader: reader)
      if index == 0 {
        source.open(root, plan.rows)
      } else {
        source = MappedSource(reader: XMLPartReader(file))
      }
      guard let rows = try elements(&source, plan: plan, path: path) else { continue }
      guard !rows.isEmpty else {
        let wanted = plan.rows.steps.last?.name ?? ""
        diagnostics.error(
          mapping.rows.position,
          .xmlRowsNotFound(
            path: mapping.rows.text, found: source.names.sorted(),
            suggestion: Suggestion.nearest(to: wanted, in: source.names)))
        continue
      }
      switch plan.shape {
      case .answers: read(sheet(rows, plan, mapping, path) as Sheet<AnswerColumn>)
      case .terms: read(sheet(rows, plan, mapping, path) as Sheet<TermColumn>)
      case .prices: readPrices(sheet(rows, plan, mapping, path), mapping, path: path)
      }
    }
  }

  /// What a mapping means, taken apart; `nil` with an error.
  private mutating func plan(for mapping: XMLMapping) -> MappedPlan? {
    let known: [MappedPlan.Shape: [String]] = [
      .answers: AnswerColumn.allCases.map(\.rawValue),
      .prices: PriceColumn.allCases.filter { $0 != .tiers }.map(\.rawValue),
      .terms: TermColumn.allCases.map(\.rawValue),
    ]
    let shape: MappedPlan.Shape =
      mapping.cells["item"] != nil || mapping.cells["amount"] != nil
      ? .prices : mapping.cells["term"] != nil ? .terms : .answers
    let required: [[String]] =
      switch shape {
      case .answers: [["criterion"], ["answer"]]
      case .prices: [["item"], ["amount", "likely"]]
      case .terms: [["term"], ["value"]]
      }
    let missing = required.filter { names in !names.contains { mapping.cells[$0] != nil } }
    var isGood = true
    if let first = missing.first?.first {
      diagnostics.error(mapping.position, .xmlMappingIncomplete(missing: first))
      isGood = false
    }
    var cells: [String: XMLPath] = [:]
    for (name, text) in mapping.cells.sorted(by: { $0.key < $1.key }) {
      let columns = known[shape] ?? []
      guard columns.contains(name) else {
        diagnostics.error(
          text.position,
          .xmlColumnUnknown(name: name, suggestion: Suggestion.nearest(to: name, in: columns)))
        isGood = false
        continue
      }
      do throws(XMLPathProblem) {
        cells[name] = try XMLPath(cell: text.text)
      } catch {
        report(error, of: text)
        isGood = false
      }
    }
    do throws(XMLPathProblem) {
      let rows = try XMLPath(rows: mapping.rows.text)
      return isGood ? MappedPlan(rows: rows, cells: cells, shape: shape) : nil
    } catch {
      report(error, of: mapping.rows)
      return nil
    }
  }

  private mutating func report(_ problem: XMLPathProblem, of text: MappedText) {
    let message: Message =
      switch problem.kind {
      case .notAbsolute: .xmlPathNotAbsolute(path: text.text)
      case .notRelative: .xmlPathNotRelative(path: text.text)
      case .rowIsNoElement: .xmlPathNoElement(path: text.text)
      case .deepCell, .notUnderstood, .tooLong:
        .xmlPathNotSupported(path: text.text, part: problem.part)
      }
    diagnostics.error(text.position, message)
  }

  /// The cells of all rows, row by row; `nil` with an error if rows lie in each other.
  private mutating func elements(
    _ source: inout MappedSource, plan: MappedPlan, path: String
  ) throws(XMLProblem) -> [MappedRow]? {
    var rows: [MappedRow] = []
    while let element = try source.nextRow(plan.rows) {
      let position = SourcePosition(
        file: path, line: element.position.line, column: element.position.column)
      if plan.holdsRow(element, from: source.progress) {
        diagnostics.error(position, .xmlRowsNested(element: element.name.local))
        return nil
      }
      var row = MappedRow(cells: [:], position: position)
      for (column, cellPath) in plan.cells {
        let found = cellPath.found(in: element)
        let texts = found.map { ($0.text.trimmed, $0.at) }.filter { !$0.0.isEmpty }
        guard let first = texts.first else { continue }
        let place = SourcePosition(file: path, line: first.1.line, column: first.1.column)
        if let other = texts.first(where: { $0.0 != first.0 }) {
          diagnostics.error(
            place, .xmlCellTwice(column: column, text: first.0, other: other.0))
        }
        row.cells[column] = Cell(first.0, at: place)
      }
      rows.append(row)
    }
    return rows
  }

  /// The sheet of a mapping's rows; a column that is nowhere is an error.
  private mutating func sheet<Column: OfferColumn>(
    _ rows: [MappedRow], _ plan: MappedPlan, _ mapping: XMLMapping, _ path: String
  ) -> Sheet<Column> {
    let start = rows.first?.position ?? SourcePosition(file: path, line: 1, column: 1)
    var sheet = Sheet<Column>(style: mapping.decimals, position: start)
    sheet.columns = Set(plan.cells.keys.compactMap { Column(rawValue: $0) })
    sheet.rows = rows.map { row in
      var result = SheetRow<Column>(position: row.position)
      for (name, cell) in row.cells {
        if let column = Column(rawValue: name) { result.cells[column] = cell }
      }
      return result
    }
    for (name, text) in mapping.cells.sorted(by: { $0.key < $1.key })
    where !rows.contains(where: { $0.cells[name] != nil }) {
      diagnostics.error(text.position, .xmlCellNotFound(column: name, path: text.text))
    }
    return sheet
  }

  private mutating func readPrices(
    _ sheet: Sheet<PriceColumn>, _ mapping: XMLMapping, path: String
  ) {
    var sheet = sheet
    let notes = Quotation(path: path, position: sheet.position)
    let saysTax = sheet.columns.contains(.tax)
    takeTotals(of: &sheet)
    for index in sheet.rows.indices {
      let name = sheet.rows[index].cells[.item]
      if documents.rules[path] != nil {
        documents.remember([name?.text].compactMap { $0 }, of: path)
      }
      let isMapped = apply(
        to: &sheet.rows[index], path: path, identifiers: [], name: name?.text)
      guard sheet.rows[index].cells[.category] == nil else { continue }
      sheet.rows[index].cells[.category] = Cell("other", at: sheet.rows[index].position)
      var line = QuotedLine(position: sheet.rows[index].position, number: "")
      line.name = name
      suggest(for: line, isMapped: isMapped || sheet.columns.contains(.frequency), in: notes)
    }
    sheet.columns.insert(.category)
    if !saysTax, sheet.rows.allSatisfy({ $0.cells[.tax] != nil }) { sheet.columns.insert(.tax) }
    read(sheet)
    reportUncategorised(notes)
  }

  /// Takes rows of totals out of the lines, to be compared with them.
  private func takeTotals(of sheet: inout Sheet<PriceColumn>) {
    var rows: [SheetRow<PriceColumn>] = []
    for row in sheet.rows {
      guard let label = row.cells[.item], TotalWords.areIn(label.text) else {
        rows.append(row)
        continue
      }
      var figures: [PriceColumn: Cell] = [:]
      for column in [PriceColumn.lineTotal, .amount, .likely] {
        if let cell = row.cells[column] { figures[column] = cell }
      }
      sheet.totals.append(TotalRow(label: label, figures: figures, rowsAbove: rows.count))
    }
    sheet.rows = rows
  }
}

/// A mapping taken apart.
private struct MappedPlan {
  enum Shape { case answers, prices, terms }

  let rows: XMLPath
  let cells: [String: XMLPath]
  let shape: Shape

  /// Whether a row lies inside a row, so that it would be taken for a part of it.
  func holdsRow(_ row: XMLPart, from progress: XMLPath.Progress) -> Bool {
    row.children.contains { child in
      let (below, isEnd) = rows.progress(from: progress, into: child)
      return isEnd || (below != 0 && holdsRow(child, from: below))
    }
  }
}

private struct MappedRow {
  var cells: [String: Cell]
  let position: SourcePosition
}

/// A document out of which rows are taken as it streams by.
private struct MappedSource {
  let reader: XMLPartReader
  /// Progress of the path below each open element.
  private var open: [XMLPath.Progress] = [XMLPath.start]
  /// Progress below the row that came last.
  private(set) var progress: XMLPath.Progress = 0
  /// Names of elements that were met, for suggestions.
  private(set) var names: Set<String> = []
  /// The outermost element, already opened, if it is itself a row.
  private var rootRow: XMLPart?

  init(reader: XMLPartReader) { self.reader = reader }

  /// Takes note of the outermost element, which somebody else has opened.
  mutating func open(_ root: XMLPart, _ path: XMLPath) {
    let (below, isEnd) = path.progress(from: XMLPath.start, into: root)
    names.insert(root.name.local)
    open.append(below)
    progress = below
    if isEnd { rootRow = root }
  }

  /// The next row with all that is in it; `nil` at the end.
  mutating func nextRow(_ path: XMLPath) throws(XMLProblem) -> XMLPart? {
    if let root = rootRow {
      rootRow = nil
      open.removeLast()
      return try reader.complete(root)
    }
    while let event = try reader.next() {
      guard case .start(let part) = event else {
        if open.count > 1 { open.removeLast() }
        continue
      }
      if names.count < 500 { names.insert(part.name.local) }
      let (below, isEnd) = path.progress(from: open.last ?? XMLPath.start, into: part)
      if isEnd {
        progress = below
        return try reader.complete(part)
      }
      open.append(below)
    }
    return nil
  }
}
