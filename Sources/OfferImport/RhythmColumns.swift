import TotalCost

/// Columns of prices that say in their headers how often each is paid, as in `einmalig; monatlich`
/// or `One-time fee; Monthly fee`.
struct RhythmColumns {
  /// The fields with the words for their rhythm, from the left.
  private(set) var fields: [(index: Int, word: String, name: HeaderName)] = []

  /// Reads a row as headers; `nil` if there is no such column in it.
  init?(_ row: [Cell]) {
    for (index, cell) in row.enumerated() where !cell.text.isEmpty {
      let name = HeaderName(cell.text)
      if let word = RhythmColumns.rhythm(of: name) { fields.append((index, word, name)) }
    }
    if fields.isEmpty { return nil }
  }

  /// The row of each price that a row has, in place of the row itself.
  func taken(
    apart row: SheetRow<PriceColumn>, _ cells: [Cell]
  ) -> [SheetRow<PriceColumn>] {
    let priced = self.priced(cells)
    return priced.map { field in
      let cell = cells[field.index].in(field.name.magnitude)
      var line = row
      line.cells[.amount] = cell
      line.cells[.frequency] = Cell(field.word, at: cell.position)
      if let code = field.name.currency { line.cells[.currency] = Cell(code, at: cell.position) }
      if let base = field.name.priceBase, line.cells[.priceBase] == nil {
        line.cells[.priceBase] = Cell(String(base), at: cell.position)
      }
      return line
    }
  }

  /// The second price of a row that is paid again and again: it may be the first in other words.
  func rival(in cells: [Cell]) -> (cell: Cell, words: [String])? {
    let running = priced(cells).filter {
      if case .some(.some) = Vocabulary.frequencies.meaning(of: $0.word) { true } else { false }
    }
    return running.count > 1 ? (cells[running[1].index], running.map(\.word)) : nil
  }

  private func priced(_ cells: [Cell]) -> [(index: Int, word: String, name: HeaderName)] {
    fields.filter { field in
      field.index < cells.count && !RhythmColumns.nothing.contains(cells[field.index].text)
    }
  }

  private static let nothing: Set = ["", "-", "–", "—"]

  /// The rhythm of a header that otherwise only speaks of prices.
  private static func rhythm(of name: HeaderName) -> String? {
    if let rhythm = name.rhythm {
      let isPrice =
        name.stem.isEmpty || nouns.contains(name.stem)
        || PriceColumn.byHeader[name.stem]?.column == .amount
      return isPrice ? rhythm : nil
    }
    for noun in nouns {
      for rest in [
        name.key.hasPrefix(noun) ? name.key.dropFirst(noun.count) : nil,
        name.key.hasSuffix(noun) ? name.key.dropLast(noun.count) : nil,
      ] {
        guard let rest, !rest.isEmpty else { continue }
        if Vocabulary.frequencies.meaning(of: String(rest)) != nil { return String(rest) }
      }
    }
    return Vocabulary.frequencies.meaning(of: name.key) != nil ? name.key : nil
  }

  /// Words for prices.
  static let nouns = [
    "preis", "preise", "price", "fee", "fees", "kosten", "cost", "costs", "gebühr", "gebühren",
    "betrag", "amount", "entgelt", "charge", "charges", "miete", "rate", "in",
  ]
}
