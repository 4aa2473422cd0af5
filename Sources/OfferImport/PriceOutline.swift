import DecisionModel
import Measures
import Messages
import TotalCost

// Rows that hold what other rows hold already.
extension OfferReader {
  /// Reports headings whose figure is the sum of the lines numbered below them, and lines that sound
  /// like versions of one thing.
  mutating func reportSumsAndVersions(in sheet: Sheet<PriceColumn>, _ figures: PriceFigures) {
    reportHeadingSums(in: sheet, figures)
    var versions: [String: [String]] = [:]
    for row in sheet.rows where row.cells[.status] == nil {
      guard let item = row.cells[.item], !OptionalWords.isEdition(item.text),
        let stem = VersionWords.stem(of: item.text)
      else { continue }
      versions[stem, default: []].append(item.text)
    }
    for row in sheet.rows {
      guard let item = row.cells[.item], let stem = VersionWords.stem(of: item.text),
        let items = versions.removeValue(forKey: stem), items.count > 1
      else { continue }
      diagnostics.warning(item.position, .priceVersionsPerhaps(items: items))
    }
  }

  /// A row numbered 1 that costs what 1.1, 1.2 and so on do together.
  private mutating func reportHeadingSums(
    in sheet: Sheet<PriceColumn>, _ figures: PriceFigures
  ) {
    let numbered = sheet.rows.indices.filter { sheet.rows[$0].number != nil }
    guard numbered.count > 2 else { return }
    for (place, index) in numbered.enumerated() {
      guard let number = sheet.rows[index].number, let item = sheet.rows[index].cells[.item],
        let own = worth(ofRow: index, in: sheet, figures).value, own > .zero
      else { continue }
      let parts = numbered[(place + 1)...].prefix {
        sheet.rows[$0].number?.hasPrefix(number + ".") == true
      }
      .filter { sheet.rows[$0].number?.dropFirst(number.count + 1).contains(".") == false }
      guard !parts.isEmpty else { continue }
      var sum = Amount.zero
      for part in parts {
        guard let value = worth(ofRow: part, in: sheet, figures).value,
          let next = try? sum.adding(value)
        else { continue }
        sum = next
      }
      guard own.agrees(with: sum) else { continue }
      diagnostics.error(
        item.position,
        .priceHeadingIsSum(
          item: item.text, number: number,
          parts: parts.compactMap { sheet.rows[$0].cells[.item]?.text }))
    }
  }

  /// Whether a row has no name and nothing but the sum of all rows above it: the total of a table
  /// whose label got lost.
  mutating func isSumWithoutName(
    _ index: Int, in sheet: inout Sheet<PriceColumn>, _ figures: PriceFigures
  ) -> Bool {
    let row = sheet.rows[index]
    guard sheet.isTable, index > 1, row.cells[.item] == nil, sheet.rows.count <= 1_000,
      row.cells.columns.allSatisfy({ [PriceColumn.amount, .lineTotal, .likely].contains($0) }),
      let cell = row.cells.first, let own = worth(ofRow: index, in: sheet, figures).value
    else { return false }
    var sum = Amount.zero
    for above in sheet.rows.indices.prefix(index) {
      guard let value = worth(ofRow: above, in: sheet, figures).value,
        let next = try? sum.adding(value)
      else { return false }
      sum = next
    }
    guard own == sum else { return false }
    noteLeftOut(cell, because: LeftOutReason.total)
    return true
  }
}

/// Names of versions of one thing, such as `Plan Basic` and `Plan Professional`.
enum VersionWords {
  /// What is left of a name without the word for its version; `nil` if it has none.
  static func stem(of item: String) -> String? {
    let words = item.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    guard words.count > 1 else { return nil }
    if let first = words.first, ["variante", "variant", "version"].contains(first),
      words[1].count < 3
    {
      return first
    }
    guard let place = words.firstIndex(where: names.contains) else { return nil }
    var rest = words
    rest.remove(at: place)
    return rest.joined(separator: " ")
  }

  private static let names: Set = [
    "basic", "basis", "standard", "professional", "pro", "premium", "enterprise", "business",
    "starter", "essential", "essentials", "ultimate", "advanced", "small", "medium", "large",
    "silver", "gold", "platinum", "bronze", "silber", "platin",
  ]
}

/// Numbers of rows, as lists with headings and sub-headings have them.
enum OutlineNumber {
  /// The number without blanks and without a dot at its end; `nil` for any other text.
  static func read(_ text: String) -> String? {
    var text = text
    while text.hasSuffix(".") { text.removeLast() }
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...6).contains(parts.count),
      parts.allSatisfy({ (1...3).contains($0.count) && $0.allSatisfy(\.isNumber) })
    else { return nil }
    return text
  }

  /// Headers of such numbers.
  static let headers: Set = [
    "item", "pos", "position", "nr", "no", "nummer", "number", "lfdnr", "posnr", "id",
  ]
}
