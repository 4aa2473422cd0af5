import Measures
import Messages

// Where a table is more than one header row with rows under it.
extension TableBody {
  /// What a row is that is neither a line nor one that sums up others.
  enum Seam {
    /// The lower half of a header that goes over two rows, as merged cells are saved.
    case secondHeader
    /// The header of another table.
    case secondTable

    var message: Message {
      switch self {
      case .secondHeader: .tableHeaderTwoRows()
      case .secondTable: .tableSecond()
      }
    }
  }

  /// Tells such a row from others: its cells are words only, and a gap or a title is above it, or
  /// the header whose item's name it has nothing under.
  func seam<Column: OfferColumn>(at index: Int, under header: HeaderRow<Column>) -> Seam? {
    let fields = rows[index]
    let texts = fields.filter { !$0.text.isEmpty }
    if texts.contains(where: { $0.text.contains(where: \.isNumber) }) { return nil }
    if index == 0, let columns = header.fields as? [PriceColumn: Int],
      let item = columns[.item], item < fields.count, fields[item].text.isEmpty
    {
      return .secondHeader
    }
    guard index > 0, texts.count > 1, let line = texts.first?.position.line else { return nil }
    let above = rows[index - 1].filter { !$0.text.isEmpty }
    let end = above.map { $0.position.line + $0.text.count(where: \.isNewline) }.max() ?? line
    guard line > end + 1 || above.count == 1 else { return nil }
    let isHeader =
      HeaderRow<PriceColumn>(fields, mapping: [:]).missing.isEmpty
      || HeaderRow<TermColumn>(fields, mapping: [:]).missing.isEmpty
      || HeaderRow<AnswerColumn>(fields, mapping: [:]).missing.isEmpty
    return isHeader ? .secondTable : nil
  }
}

extension OfferReader {
  /// Reports columns that have texts but no header: nothing of them is read. Numbers beside prices
  /// may be prices.
  mutating func reportColumnsWithoutHeader(_ table: TableBody, isPrices: Bool) {
    guard let header = table.headers.last else { return }
    let open = header.indices.filter { index in
      header[index].text.isEmpty && (index >= table.cells.count || table.cells[index].text.isEmpty)
    }
    for index in open {
      let cells = table.rows.lazy.filter { index < $0.count && !$0[index].text.isEmpty }
        .map { $0[index] }
      let number = isPrices ? cells.first { (try? NumberText($0.text)) != nil } : nil
      if let number {
        diagnostics.error(number.position, .columnWithoutHeader(text: number.text))
      } else if let cell = cells.first {
        diagnostics.warning(cell.position, .columnWithoutHeader(text: cell.text))
      }
    }
  }
}
