import Measures
import Messages

/// A text with the place where it stands.
struct Cell: Sendable, Hashable {
  /// The text without blanks around it.
  let text: String
  let position: SourcePosition
  /// What its figure is in, where the header says so.
  private(set) var magnitude: Magnitude?

  init(_ text: String, at position: SourcePosition) {
    self.text = text.trimmed
    self.position = position
  }

  /// Whether nobody writes headers of such a length.
  var isTooLongForHeader: Bool { text.utf8.count > HeaderName.longest }

  /// The cell under a header that says what its figures are in.
  func `in`(_ magnitude: Magnitude?) -> Cell {
    guard let magnitude else { return self }
    var cell = self
    cell.magnitude = magnitude
    return cell
  }

  /// The figure in whole units of money: a cell that says itself what it is in outweighs its header.
  /// `nil` if it is too large.
  func whole(_ figure: Amount, _ number: NumberText) -> Amount? {
    guard let magnitude, !number.hasMagnitude else { return figure }
    return magnitude.whole(figure)
  }

  /// Whether it says what it is in otherwise than its header does: `1.200 €` under `Preis (T€)`.
  func contradictsHeader(_ number: NumberText) -> Bool {
    magnitude != nil && number.currency != nil && !number.hasMagnitude
  }
}

/// What one row of a table, or one element of an XML offer, says: the one form that everything
/// behind the two readers knows.
struct SheetRow<Column: OfferColumn>: Sendable {
  /// Cells that hold a text, by column.
  var cells = RowCells<Column>()
  /// Prices by quantity, if the row has any.
  var tiers: [TierCells] = []
  /// Its number in a list with headings, if the table has a column of numbers.
  var number: String?
  /// Where the row begins.
  let position: SourcePosition
}

/// The cells of a row that hold a text, by column.
///
/// A row has a handful of them, and looking through these is quicker than any hashing.
struct RowCells<Column: OfferColumn>: Sendable {
  private struct Entry: Sendable {
    let column: Column
    let cell: Cell
    var number: Amount?
  }

  private var entries: [Entry] = []

  /// The columns that have a cell, in the order in which the cells were put in.
  var columns: [Column] { entries.map(\.column) }
  /// The cell that comes first in the file.
  var first: Cell? {
    entries.min { $0.cell.position < $1.cell.position }?.cell
  }

  /// The cell of a column; `nil` if there is none.
  subscript(column: Column) -> Cell? {
    get { index(of: column).map { entries[$0].cell } }
    set {
      guard let index = index(of: column) else {
        if let newValue { entries.append(Entry(column: column, cell: newValue)) }
        return
      }
      if let newValue {
        entries[index] = Entry(column: column, cell: newValue)
      } else {
        entries.remove(at: index)
      }
    }
  }

  /// The number that a column's cell is known to be; `nil` if it has yet to be read.
  func number(_ column: Column) -> Amount? { index(of: column).flatMap { entries[$0].number } }

  /// Puts in a cell whose number has been read already.
  mutating func set(_ column: Column, _ cell: Cell, number: Amount) {
    let entry = Entry(column: column, cell: cell, number: number)
    if let index = index(of: column) {
      entries[index] = entry
    } else {
      entries.append(entry)
    }
  }

  /// Whether a column has a cell.
  func holds(_ column: Column) -> Bool { index(of: column) != nil }

  private func index(of column: Column) -> Int? {
    // By number, so that no cell is copied on the way.
    for index in entries.indices where entries[index].column == column { return index }
    return nil
  }
}

/// One band of prices by quantity.
struct TierCells: Sendable {
  /// Last quantity of the band; `nil` for the open one.
  let upTo: Cell?
  let price: Cell
}

/// All rows of one kind that a file holds.
struct Sheet<Column: OfferColumn>: Sendable {
  var rows: [SheetRow<Column>] = []
  /// Columns that the file has, also if all their cells are empty.
  var columns: Set<Column> = []
  /// What headers say beside the column's name.
  var hints: [Column: HeaderName] = [:]
  /// Whether somebody wrote the rows as a table.
  var isTable = false
  /// The style of all numbers, where the format or the decision lays it down; else each column shows
  /// its own.
  var style: NumberStyle?
  /// Currency of all amounts that state none.
  var currency: String?
  /// Whether whoever made the sheet reports rows without a category himself.
  var reportsCategories = false
  /// Whether prices are known to be net unless a row says otherwise.
  var isNetByFormat = false
  /// Whether prices are with tax unless a header or row says otherwise; `nil` if unknown.
  var isGrossByPreamble: Bool?
  /// Rows that sum up others.
  var totals: [TotalRow] = []
  /// Where the sheet begins.
  let position: SourcePosition
}

extension String {
  /// Without blanks of any kind around it.
  var trimmed: String {
    // Nearly all texts begin and end with a visible ASCII sign, and then there is nothing to do.
    let visible: ClosedRange<UInt8> = 0x21...0x7E
    if let first = utf8.first, let last = utf8.last, visible ~= first, visible ~= last {
      return self
    }
    var body = Substring(self)
    body = body.drop { $0.isWhitespace || $0 == "\u{FEFF}" }
    while let last = body.last, last.isWhitespace { body.removeLast() }
    return String(body)
  }

  /// In lower case without blanks: `k. A.` becomes `k.a.`.
  var closed: String { lowercased().filter { !$0.isWhitespace } }

  /// As names are compared: in lower case, only letters, digits and signs other than `_ - . : *`.
  var nameKey: String { closed.filter { !"_-.:*".contains($0) } }
}
