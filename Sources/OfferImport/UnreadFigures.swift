import DecisionModel
import Measures
import Messages
import TotalCost

// Figures of a table that stand where nobody reads them.
extension TableBody {
  /// Whether a column holds figures that may be quantities or prices: numbers throughout, and not
  /// those by which things are told apart.
  func holdsFigures(in field: Int) -> Bool {
    guard field < cells.count else { return false }
    let key = HeaderName(cells[field].text).key
    if OutlineNumber.headers.contains(key) || TableBody.names.contains(where: key.contains) {
      return false
    }
    let texts = rows.lazy.filter { field < $0.count && !$0[field].text.isEmpty }.map {
      $0[field].text
    }
    return !texts.isEmpty && texts.allSatisfy { (try? NumberText($0)) != nil }
  }

  /// A figure of a row that has a name and nothing else that is read: it is no heading.
  func figureBesideNothing<Column: OfferColumn>(
    _ fields: [Cell], _ row: SheetRow<Column>, _ header: HeaderRow<Column>
  ) -> Cell? {
    let words: Set = [PriceColumn.item.rawValue, PriceColumn.comment.rawValue]
    guard row.cells.columns.allSatisfy({ words.contains($0.rawValue) }) else { return nil }
    let known = Set(header.fields.values)
    return fields.indices.lazy.filter { !known.contains($0) && holdsFigures(in: $0) }
      .map { fields[$0] }.first { !$0.text.isEmpty }
  }

  private static let names = [
    "artikelnr", "artikelnummer", "artnr", "sku", "ean", "gtin", "code", "nummer", "number",
    "kontierung", "konto", "kostenstelle", "itemno", "partno", "jahr", "year", "gewicht", "weight",
  ]
}

extension OfferReader {
  /// Reports prices that stand beside answers, where nobody reads them.
  mutating func reportPrices(in table: TableBody) {
    for (index, cell) in table.cells.enumerated() where !cell.text.isEmpty {
      guard let match = PriceColumn.match(HeaderName(cell.text)),
        [.amount, .lineTotal, .listPrice].contains(match.column), table.holdsFigures(in: index)
      else { continue }
      diagnostics.error(cell.position, .pricesBesideAnswers(header: cell.text))
    }
  }

  /// Reports lines that two files of an option have alike: a copy, or a revision, counts twice.
  mutating func reportCopies() {
    // Documents have numbers of their own by which a copy is told.
    let tables = Set(
      understood.values.lazy.filter { if case .table? = $0.form { true } else { false } }.map(
        \.path))
    if tables.count < 2 { return }
    var first: [String: OfferedCost] = [:]
    var copies: [(copy: OfferedCost, of: OfferedCost)] = []
    for cost in costs where tables.contains(cost.position.file) {
      let key = cost.line.name.nameKey
      guard let other = first[key] else {
        first[key] = cost
        continue
      }
      let isAlike =
        other.line.price == cost.line.price && other.line.timing == cost.line.timing
        && other.line.count == cost.line.count && other.line.per == cost.line.per
      if other.position.file != cost.position.file, isAlike { copies.append((cost, other)) }
    }
    guard let copy = copies.first else { return }
    diagnostics.warning(
      copy.copy.position,
      .pricesInTwoFiles(
        items: copies.map(\.copy.line.name), file: copy.of.position.file))
  }
}
