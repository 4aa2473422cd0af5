import DecisionModel
import Measures
import Messages
import TotalCost

extension OfferReader {
  /// What the decision says of a position, by the first of its identifiers that it names, or by its
  /// name.
  func mapping(path: String, identifiers: [String], name: String?) -> PositionMapping? {
    guard !documents.rules.isEmpty, let rules = documents.rules[path] else { return nil }
    for identifier in identifiers {
      if let found = rules.byText[identifier] { return found }
    }
    return name.flatMap { rules.byName[$0.nameKey] }
  }

  /// Puts what the decision says of a position into its row; whether it says anything.
  mutating func apply(
    to row: inout SheetRow<PriceColumn>, path: String, identifiers: [String], name: String?
  ) -> Bool {
    guard let mapping = mapping(path: path, identifiers: identifiers, name: name) else {
      return false
    }
    apply(mapping, to: &row, path: path)
    return true
  }

  /// Puts what the decision says of a position into its row.
  ///
  /// - Parameter factor: price units in one unit of the quantity; the decision's quantities are in
  ///   the latter, like those that they take the place of.
  mutating func apply(
    _ mapping: PositionMapping, to row: inout SheetRow<PriceColumn>, path: String,
    factor: Amount? = nil
  ) {
    documents.usedPositions[path, default: []].insert(mapping.key.text)
    var mapped: [PriceColumn: Cell] = [:]
    for (name, text) in mapping.cells {
      // Unknown columns are reported once for the mapping, not for each position that it meets.
      guard let column = PriceColumn(rawValue: name), column != .tiers else { continue }
      mapped[column] = cell(text, of: column)
    }
    if mapped[.amount] != nil || mapped[.likely] != nil {
      for column in [PriceColumn.amount, .priceBase, .tax, .taxRate, .tierMode] {
        row.cells[column] = nil
      }
      row.cells[.currency] = Cell(decision.currency, at: mapping.key.position)
      row.tiers = []
    }
    // The decision's quantity takes the place of the quoted one.
    if mapped[.per] != nil { row.cells[.count] = nil }
    for (column, cell) in mapped { row.cells[column] = cell }
    guard let factor else { return }
    if mapped[.per] != nil, mapped[.count] == nil {
      row.cells[.count] = Cell(factor.text, at: mapping.key.position)
    }
    for column in [PriceColumn.count, .minimumQuantity] {
      if let cell = mapped[column], let value = Amount(plain: cell.text),
        let whole = try? value.times(factor)
      {
        row.cells[column] = Cell(whole.text, at: cell.position)
      }
    }
  }

  /// Checks what the decision says of a line against what the line says itself.
  mutating func check(_ mapping: PositionMapping, against line: QuotedLine) {
    func says(_ column: PriceColumn) -> MappedText? { mapping.cells[column.rawValue] }
    if let frequency = says(.frequency), says(.count) == nil, says(.per) == nil,
      !["once", "einmalig"].contains(frequency.text.lowercased()), let quantity = line.quantity,
      quantity.value != .one, let unit = quantity.unit, CategoryWords.period(of: unit) != nil
    {
      diagnostics.error(
        frequency.position,
        .positionCountsTime(
          key: mapping.key.text, quantity: quantity.cell.text, unit: unit,
          frequency: frequency.text))
    }
  }

  /// A text of the decision as a cell; numbers follow the decision's rules, not the document's.
  private func cell(_ text: MappedText, of column: PriceColumn) -> Cell {
    guard column.isNumber, let number = try? PlainNumber(text.text) else {
      return Cell(text.text, at: text.position)
    }
    return Cell(number.value.text + (number.isPercent ? " %" : ""), at: text.position)
  }

  // MARK: Categories

  /// Notes a line that has no category, with what its words say.
  mutating func suggest(for line: QuotedLine, isMapped: Bool, in quotation: Quotation) {
    let name = line.name?.text ?? ""
    note(quotation.path) {
      $0.uncategorised.append(
        .init(
          key: line.identifiers.first ?? name,
          category: (CategoryWords.category(of: name)
            ?? CategoryWords.category(of: line.remarks))?.rawValue,
          frequency: isMapped
            ? nil : CategoryWords.frequency(of: name, unit: line.quantity?.unit),
          countsTime: !isMapped && line.quantity.map { $0.value != .one } == true
            && line.quantity?.unit.flatMap { CategoryWords.period(of: $0) } != nil))
    }
  }

  /// Tells once for a document which lines have no category, and what they could be.
  mutating func reportUncategorised(_ quotation: Quotation) {
    let more = quotation.uncategorised - quotation.suggestions
    if more > 0 { note(quotation.path) { $0.uncategorised.leaveOut(more) } }
    guard let uncategorised = understood[quotation.path]?.uncategorised, uncategorised.count > 0
    else { return }
    let examples = uncategorised.first.prefix(12).map { suggestion in
      var texts: [String] = []
      if let category = suggestion.category { texts.append("category: \(category)") }
      if let frequency = suggestion.frequency { texts.append("frequency: \(frequency)") }
      if suggestion.countsTime { texts.append("count: 1") }
      return (suggestion.key, texts.isEmpty ? nil : texts.joined(separator: ", "))
    }
    diagnostics.warning(
      quotation.position,
      .quotedCategoriesMissing(
        count: uncategorised.count, file: quotation.path, examples: examples))
  }

  // MARK: What is left over

  /// Reports what the decision says of positions that its documents don't have.
  mutating func reportUnusedPositions() {
    for path in documents.files {
      // What could not be read says nothing about its positions.
      let isBroken = diagnostics.all.contains {
        $0.severity == .error && $0.position.file == path
      }
      if !isBroken, let first = decision.documents[path]?.first,
        documents.positionNames[path] == nil
      {
        diagnostics.error(first.position, .xmlMappingOfOtherFile(path: path))
      }
      guard !isBroken, let mappings = decision.positions[path] else { continue }
      guard let keys = documents.positionNames[path] else {
        if let first = mappings.first {
          diagnostics.error(first.key.position, .positionsOfOtherFile(path: path))
        }
        continue
      }
      let known = PriceColumn.allCases.filter { $0 != .tiers }.map(\.rawValue)
      for mapping in mappings {
        for (name, text) in mapping.cells.sorted(by: { $0.key < $1.key })
        where !known.contains(name) {
          diagnostics.error(
            text.position,
            .positionColumnUnknown(
              name: name, suggestion: Suggestion.nearest(to: name, in: known)))
        }
        guard documents.usedPositions[path]?.contains(mapping.key.text) != true else {
          continue
        }
        diagnostics.error(
          mapping.key.position,
          .positionNotFound(
            key: mapping.key.text, path: path,
            suggestion: Suggestion.nearest(to: mapping.key.text, in: keys)))
      }
    }
  }
}

/// What the decision says of the positions of one file.
struct PositionRules {
  /// By the key as written.
  let byText: [String: PositionMapping]
  /// By the key as names are compared.
  let byName: [String: PositionMapping]

  init(_ mappings: [PositionMapping]) {
    byText = Dictionary(mappings.map { ($0.key.text, $0) }) { first, _ in first }
    byName = Dictionary(mappings.map { ($0.key.text.nameKey, $0) }) { first, _ in first }
  }
}

/// Words of positions that tell what kind of cost they are.
enum CategoryWords {
  /// The category that a position's name speaks of; `nil` if none.
  static func category(of name: String) -> CostCategory? {
    let text = Array(name.lowercased().utf8)
    return words.first { $0.words.contains { text.holds($0.utf8) } }?.category
  }

  /// How often a position seems to be paid; `nil` if nothing says so.
  ///
  /// - Parameter unit: the unit's code (UN/ECE Recommendation 20: `MON` month, `ANN` year) or
  ///   word.
  static func frequency(of name: String, unit: String?) -> String? {
    if let period = unit.flatMap({ period(of: $0) }) { return period }
    let text = Array(name.lowercased().utf8)
    if monthly.contains(where: { text.holds($0.utf8) }) { return "monthly" }
    return yearly.contains { text.holds($0.utf8) } ? "yearly" : nil
  }

  /// How often something is paid whose quantity counts months, quarters or years.
  static func period(of unit: String) -> String? {
    switch unit.uppercased() {
    case "MON", "MTH", "MONAT", "MONATE", "MONTH", "MONTHS": "monthly"
    case "QAN", "QUARTAL", "QUARTALE", "QUARTER", "QUARTERS": "quarterly"
    case "ANN", "JAHR", "JAHRE", "YEAR", "YEARS": "yearly"
    default: nil
    }
  }

  private static let monthly = [
    "monatlich", "pro monat", "je monat", "/monat", "monthly", "per month", "/month", "mtl.",
  ]
  private static let yearly = [
    "jährlich", "pro jahr", "je jahr", "/jahr", "p. a.", "p.a.", "yearly", "annual", "per year",
    "/year",
  ]

  /// The surer words first: "maintenance of licences" is maintenance.
  private static let words: [(category: CostCategory, words: [String])] = [
    (.maintenance, ["wartung", "softwarepflege", "pflegevertrag", "maintenance", "upgrade right"]),
    (.training, ["schulung", "training", "workshop", "einweisung", "e-learning"]),
    (.migration, ["migration", "datenübernahme", "altdaten", "data import"]),
    (.integration, ["schnittstelle", "interface", "integration", "anbindung", "connector"]),
    (.customisation, ["anpassung", "customis", "customiz", "individual"]),
    (.development, ["entwicklung", "development", "programmierung"]),
    (.hosting, ["hosting", "cloud", "rechenzentrum", "data centre", "data center", "server pro"]),
    (.subscription, ["abonnement", "subscription", "saas", "miete", "abo ", "nutzungsgebühr"]),
    (.licence, ["lizenz", "licence", "license", "nutzungsrecht"]),
    (.support, ["support", "hotline", "betreuung", "helpdesk", "service level"]),
    (
      .implementation,
      [
        "einführung", "implement", "installation", "einrichtung", "setup", "set-up", "beratung",
        "consulting", "projektleitung", "project management",
      ]
    ),
    (
      .hardware,
      [
        "hardware", "computer", "notebook", "laptop", "server", "monitor", "bildschirm", "drucker",
        "printer", "scanner", "tastatur", "keyboard", "maus", "mouse", "gerät", "router", "switch",
        "tablet", "kabel", "docking",
      ]
    ),
    (.operation, ["betrieb", "operation", "administration"]),
  ]
}

extension [UInt8] {
  /// Whether some bytes stand in these, one after another.
  fileprivate func holds(_ other: String.UTF8View) -> Bool {
    guard let first = other.first else { return true }
    return indices.contains { self[$0] == first && self[$0...].starts(with: other) }
  }
}
