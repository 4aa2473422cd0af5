import DecisionModel
import DelimitedText
import Messages

/// What the rows of a table are.
public enum TableShape: Sendable, CaseIterable {
  /// Answers to questions, one a row.
  case answers
  /// Cost lines.
  case prices
  /// Terms of the contract.
  case terms
}

/// The header row of a table: which field holds which column.
struct HeaderRow<Column: OfferColumn> {
  /// The field that holds each column.
  private(set) var fields: [Column: Int] = [:]
  private(set) var hints: [Column: HeaderName] = [:]
  /// Fields whose header means a column that another field holds more surely.
  private(set) var leftOut: [(field: Int, column: Column)] = []
  /// Fields with the same header as the one that holds the column.
  private(set) var twice: [(field: Int, column: Column)] = []
  /// Columns of prices by how often they are paid; they stand for the amount.
  private(set) var rhythms: RhythmColumns?
  /// Fields of prices that say how often they are paid.
  private var rhythmic: [(field: Int, column: Column, name: HeaderName)] = []

  /// Reads a row as headers.
  ///
  /// - Parameter mapping: headers, folded as a whole, that the decision gives a column.
  init(_ cells: [Cell], mapping: [String: Column]) {
    var ranks: [Column: Int] = [:]
    var mapped: [Int: Column] = [:]
    var gross: [(field: Int, column: Column)] = []
    for (index, cell) in cells.enumerated() where !cell.text.isEmpty {
      if let column = mapping[cell.text.closed] { mapped[index] = column }
    }
    for (index, cell) in cells.enumerated() where !cell.text.isEmpty {
      // No header is as long as that, and what is found in a text is not looked for in vain.
      if cell.text.utf8.count > HeaderName.longest, mapped[index] == nil { continue }
      let name = HeaderName(cell.text)
      let match =
        mapped[index].map { ColumnMatch(column: $0, rank: -1) } ?? Column.match(name)
      guard let match else { continue }
      if name.rhythm != nil, match.rank >= 0, Column.rhythmic == match.column {
        rhythmic.append((index, match.column, name))
        continue
      }
      if let rank = ranks[match.column], rank <= match.rank {
        let names = match.column.aliases.count
        let isAsSure = (rank > names) == (match.rank > names) && rank >= 0
        if isAsSure, let other = hints[match.column]?.isGross, name.isGross == !other {
          // Of a price with and without tax the one without counts.
          let before = fields[match.column]
          gross.append((other ? before ?? index : index, match.column))
          if other {
            (fields[match.column], hints[match.column]) = (index, name)
            ranks[match.column] = match.rank
          }
        } else if rank == match.rank, hints[match.column]?.rhythm == name.rhythm {
          twice.append((index, match.column))
        } else {
          leftOut.append((index, match.column))
        }
        continue
      }
      if let before = fields[match.column] { leftOut.append((before, match.column)) }
      fields[match.column] = index
      hints[match.column] = name
      ranks[match.column] = match.rank
    }
    for (column, second) in Column.seconds where fields[second] == nil {
      guard let index = leftOut.firstIndex(where: { $0.column == column }) else { continue }
      fields[second] = leftOut.remove(at: index).field
    }
    leftOut += gross
  }

  /// The header without a column.
  fileprivate func without(_ column: Column) -> HeaderRow {
    var header = self
    header.fields[column] = nil
    header.hints[column] = nil
    return header
  }

  /// The header with a column that its cells tell.
  func taking(_ column: Column, at field: Int) -> HeaderRow {
    var header = self
    header.leftOut.removeAll { $0.field == field }
    if let before = fields[column] { header.leftOut.append((before, column)) }
    header.fields[column] = field
    return header
  }

  /// Takes columns of prices by rhythm for the amount, if nothing else states prices or rhythms.
  ///
  /// A list price without any other is the price; the discount, if there is one, comes off it.
  fileprivate mutating func take(_ columns: RhythmColumns?) where Column == PriceColumn {
    let prices: [PriceColumn] = [.amount, .likely, .tiers, .lineTotal]
    let isOpen = prices.allSatisfy { fields[$0] == nil }
    if isOpen, fields[.frequency] != nil, rhythmic.count == 1, let only = rhythmic.first {
      (fields[.amount], hints[.amount]) = (only.field, only.name)
      return
    }
    if isOpen, columns == nil, let field = fields.removeValue(forKey: .listPrice) {
      (fields[.amount], hints[.amount]) = (field, hints.removeValue(forKey: .listPrice))
      return
    }
    guard let columns, let first = columns.fields.first, isOpen, fields[.frequency] == nil
    else { return }
    rhythms = columns
    fields[.amount] = first.index
    let isOneCurrency = Set(columns.fields.map(\.name.currency)).count == 1
    hints[.amount] = isOneCurrency ? first.name : first.name.withoutCurrency()
  }

  /// Columns of which none was found although one is needed.
  var missing: [[Column]] {
    Column.required.filter { alternatives in alternatives.allSatisfy { fields[$0] == nil } }
  }

  /// How many columns were found.
  var score: Int { fields.count }
}

/// The header rows that one row could be, in each shape.
struct HeaderCandidate {
  /// The headers as the option sees them: without the columns of others.
  let cells: [Cell]
  let answers: HeaderRow<AnswerColumn>
  let prices: HeaderRow<PriceColumn>
  let terms: HeaderRow<TermColumn>
  /// Fields that stand for a level each, one of which is ticked.
  let marks: [Int]
  /// Whose columns are which, in a table of several options.
  let matrix: MatrixColumns?

  /// - Parameters:
  ///   - row: the row that may be the header.
  ///   - above: the row over it.
  ///   - mapping: headers that the decision gives to columns, or to options by identifier.
  init(
    _ row: [Cell], above: [Cell]? = nil, mapping: [String: String], options: OptionNames,
    words: HeaderWords
  ) {
    func typed<Column: OfferColumn>(_: Column.Type) -> [String: Column] {
      var result: [String: Column] = [:]
      for (name, header) in mapping.sorted(by: { $0.key < $1.key }) {
        if let column = Column(rawValue: name) { result[header.closed] = column }
      }
      return result
    }
    var prices = HeaderRow(row, mapping: typed(PriceColumn.self))
    prices.take(RhythmColumns(row))
    self.prices = prices
    terms = HeaderRow(row, mapping: typed(TermColumn.self))
    let isOther = prices.missing.isEmpty || terms.missing.isEmpty
    matrix =
      isOther ? nil : MatrixColumns(row, above: above, options: options, words: words)
    let cells = matrix?.cells ?? row
    let own = HeaderRow(cells, mapping: typed(AnswerColumn.self))
    let named = cells.indices.filter { words.levels.contains(cells[$0].text) }
    // "Erfüllt" beside "Teilweise erfüllt" and "Nicht erfüllt" is a level, not the answer.
    let isAnswerLevel = own.fields[.answer].map { named.contains($0) && named.count > 2 } ?? false
    let areMarks = (own.fields[.answer] == nil && named.count > 1) || isAnswerLevel
    self.cells = cells
    answers = isAnswerLevel ? own.without(.answer) : own
    marks = areMarks ? named : []
  }

  /// The shape that the row is the header of; the one with more columns if it could be two.
  var shape: TableShape? {
    if matrix != nil { return .answers }
    return TableShape.allCases.filter { missing($0).isEmpty }.max { score($0) < score($1) }
  }

  /// The shape that the row comes nearest to.
  var nearest: TableShape? {
    let best = TableShape.allCases.max {
      (score($0), -missing($0).count) < (score($1), -missing($1).count)
    }
    return best.flatMap { score($0) > 0 ? $0 : nil }
  }

  func score(_ shape: TableShape) -> Int {
    switch shape {
    case .answers: answers.score + marks.count
    case .prices: prices.score
    case .terms: terms.score
    }
  }

  /// How near the row comes to being a header; words for levels alone may be answers.
  var nearness: Int {
    guard let nearest else { return 0 }
    return nearest == .answers && answers.score == 0 ? 0 : score(nearest)
  }

  func missing(_ shape: TableShape) -> [String] {
    func joined<Column: OfferColumn>(_ columns: [[Column]]) -> [String] {
      columns.map { $0.map(\.rawValue).joined(separator: " / ") }
    }
    return switch shape {
    case .answers: joined(answers.missing.filter { marks.isEmpty || $0 != [.answer] })
    case .prices: joined(prices.missing)
    case .terms: joined(terms.missing)
    }
  }
}
