import Messages

/// A table with criteria down and options across, as one of the options sees it.
///
/// The option's name stands in the header itself (`Nordwind`, `Nordwind Kommentar`) or in a row above
/// it over one or several columns, of which only the first holds it (a merged cell).
struct MatrixColumns {
  /// The headers: those of the option by what they hold, those of others empty.
  let cells: [Cell]
  /// Columns of other options, by identifier.
  private(set) var others: [(option: String, cell: Cell)] = []
  /// Headers that name nobody who is known.
  private(set) var unclaimed: [Cell] = []
  /// Whether the option has a column.
  private(set) var hasOwn = false
  /// Whether the columns under the names are not the same for all, so that a name may stand over
  /// columns of another.
  private(set) var isUneven = false
  /// Whether the names stand in the row above.
  private(set) var isBelowNames = false

  /// Reads a row as such a header, or `nil` if it names no options.
  ///
  /// - Parameters:
  ///   - row: the row.
  ///   - above: the row over it, which may hold the names.
  init?(_ row: [Cell], above: [Cell]?, options: OptionNames, words: HeaderWords) {
    if let above, let columns = MatrixColumns(row, names: above, options, words) {
      self = columns
      return
    }
    self.init(row, options, words)
  }

  /// The names stand in the row itself.
  private init?(_ row: [Cell], _ options: OptionNames, _ words: HeaderWords) {
    let matches = row.map { cell in
      let match = cell.text.isEmpty ? nil : options.match(cell.text, isKnown: words.isOwned)
      // An option that is called like a column does not take it.
      return match?.rest == "" && words.column(cell.text) != nil ? nil : match
    }
    let strangers = row.indices.filter { index in
      matches[index] == nil && !row[index].text.isEmpty
        && words.column(row[index].text) == nil && !words.isOwned(row[index].text)
    }
    let shared = row.indices.filter { matches[$0] == nil }.map { row[$0].text }
    let hasQuestions = shared.contains(where: words.asksBy)
    let answersPlainly = shared.contains { words.column($0) == .answer }
    let isNamed = matches.contains { $0 != nil }
    let isMeant = strangers.contains { options.suggestion(for: row[$0].text) != nil }
    guard hasQuestions, !answersPlainly, isNamed || isMeant else { return nil }
    var owners = matches.map { $0.map { Owner.option($0.option) } ?? .nobody }
    MatrixColumns.giveRemarks(to: &owners, row, words)
    self.init(
      row: row, owners: owners,
      texts: zip(row, matches).map { cell, match in
        match.map { $0.rest.isEmpty ? AnswerColumn.answer.rawValue : $0.rest } ?? cell.text
      }, own: options.own, words)
    unclaimed = strangers.map { row[$0] }
  }

  /// Gives columns of remarks that stand behind each option's column, without its name, to the option
  /// before them; a single one is for all.
  private static func giveRemarks(to owners: inout [Owner], _ row: [Cell], _ words: HeaderWords) {
    let remarks = row.indices.filter { index in
      owners[index] == .nobody && words.column(row[index].text) == .comment
    }
    let owned = remarks.filter { index in
      guard index > 0, case .option = owners[index - 1] else { return false }
      return true
    }
    guard remarks.count > 1, owned.count == remarks.count else { return }
    for index in remarks { owners[index] = owners[index - 1] }
  }

  /// The names stand in the row above.
  private init?(
    _ row: [Cell], names above: [Cell], _ options: OptionNames, _ words: HeaderWords
  ) {
    let count = max(row.count, above.count)
    var owners: [Owner] = []
    var texts: [String] = []
    var places: [Cell] = []
    var current = Owner.nobody
    for index in 0..<count {
      let text = index < row.count ? row[index].text : ""
      let name = index < above.count ? above[index] : nil
      let isOwned = !text.isEmpty && words.isOwned(text)
      if let name, !name.text.isEmpty {
        // A name stands over the first of its own columns; anything else is a title.
        let owner = options.option(name.text).map { Owner.option($0) } ?? .stranger(name)
        current = isOwned ? owner : .nobody
      }
      owners.append(isOwned ? current : .nobody)
      // A header that is merged downwards stands in the upper row only.
      texts.append(text.isEmpty && !isOwned ? name?.text ?? "" : text)
      if let place = index < row.count ? row[index] : name { places.append(place) }
    }
    let answers = zip(owners, texts).filter { owner, text in
      owner != .nobody && words.isAnswer(text)
    }
    let isNamed = answers.contains { if case .option = $0.0 { true } else { false } }
    let isRepeated = answers.count > 1 && Set(answers.map(\.0)).count > 1
    guard places.count == count, isNamed || isRepeated, !answers.isEmpty,
      texts.contains(where: words.asksBy)
    else { return nil }
    self.init(row: places, owners: owners, texts: texts, own: options.own, words)
    isBelowNames = true
    var groups: [Owner: [String]] = [:]
    for (owner, text) in zip(owners, texts) where owner != .nobody || words.isAnswer(text) {
      groups[owner, default: []].append(words.column(text)?.rawValue ?? text.nameKey)
    }
    let patterns = groups.values.filter { $0.contains { $0 != AnswerColumn.comment.rawValue } }
    isUneven = groups[.nobody] != nil || Set(patterns).count > 1
    for case .stranger(let name) in answers.map(\.0) where !unclaimed.contains(name) {
      unclaimed.append(name)
    }
  }

  private init(row: [Cell], owners: [Owner], texts: [String], own: String, _ words: HeaderWords) {
    var columns: Set<AnswerColumn> = []
    for (owner, text) in zip(owners, texts) where owner == .option(own) {
      hasOwn = true
      if let column = words.column(text) { columns.insert(column) }
    }
    var others: [(option: String, cell: Cell)] = []
    cells = row.indices.map { index in
      switch owners[index] {
      case .option(own): return Cell(texts[index], at: row[index].position)
      case .option(let other):
        if !others.contains(where: { $0.option == other }) { others.append((other, row[index])) }
        return Cell("", at: row[index].position)
      case .stranger: return Cell("", at: row[index].position)
      case .nobody:
        // A remark for all gives way to the option's own.
        let column = words.column(texts[index])
        let isRead = column.map { !columns.contains($0) } ?? false
        return Cell(isRead ? texts[index] : "", at: row[index].position)
      }
    }
    self.others = others
  }

  private enum Owner: Hashable {
    case option(String)
    case stranger(Cell)
    case nobody
  }
}

/// What headers of answers mean, those among them that the decision maps.
struct HeaderWords {
  let levels: LevelWords
  private let mapped: [String: AnswerColumn]

  init(_ levels: LevelWords, mapping: [String: String]) {
    self.levels = levels
    var mapped: [String: AnswerColumn] = [:]
    for (name, header) in mapping.sorted(by: { $0.key < $1.key }) {
      if let column = AnswerColumn(rawValue: name) { mapped[header.closed] = column }
    }
    self.mapped = mapped
  }

  /// The column that a header means.
  func column(_ text: String) -> AnswerColumn? {
    mapped[text.closed] ?? AnswerColumn.byHeader[HeaderName(text).key]?.column
  }

  /// Whether a header is that of the criteria or of their questions.
  func asksBy(_ text: String) -> Bool { [.criterion, .question].contains(column(text)) }

  /// Whether a header is that of answers, or of a level that is ticked.
  func isAnswer(_ text: String) -> Bool {
    let column = column(text)
    return column == .answer || (column == nil && levels.contains(text))
  }

  /// Whether a header says what each option has a column for.
  func isOwned(_ text: String) -> Bool {
    switch column(text) {
    case .answer, .low, .high, .evidence, .comment: true
    case nil: levels.contains(text)
    default: false
    }
  }
}
