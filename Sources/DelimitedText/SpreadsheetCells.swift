public import ByteSources

/// Where places of a delimited text file are found again in the spreadsheet that shows it.
///
/// An editor counts lines; a spreadsheet counts rows, of which one may go over several lines where a
/// field in quotes does, and a first line `sep=;` is none: the line behind it is row 1. Blank lines
/// are rows. The file is read once more, up to the last place asked for, so that nothing needs to be
/// kept of the many places that nobody asks for.
public struct SpreadsheetCells: Sendable, Equatable {
  /// A place in the text: the physical line and the column in it, both from 1.
  public struct Place: Sendable, Hashable {
    /// The line.
    public let line: Int
    /// The column, in Unicode scalars.
    public let column: Int

    /// A place in the text.
    public init(line: Int, column: Int) {
      self.line = line
      self.column = column
    }
  }

  /// A cell, by its row and column.
  public struct Cell: Sendable, Hashable {
    /// Row, from 1.
    public let row: Int
    /// Column, from 1.
    public let column: Int

    /// What a spreadsheet calls it: `F17`.
    public var name: String { letters + String(row) }

    /// What a spreadsheet calls its column: A to Z, then AA.
    private var letters: String {
      var text: [UInt8] = []
      var rest = column
      while rest > 0 {
        rest -= 1
        text.append(UInt8(ascii: "A") + UInt8(rest % 26))
        rest /= 26
      }
      return String(decoding: text.reversed(), as: UTF8.self)
    }
  }

  private var cells: [Place: Cell] = [:]

  /// Finds the cells of some places; those before the first row and behind the last have none.
  ///
  /// - Parameters:
  ///   - places: the places.
  ///   - source: the file.
  ///   - dialect: how it is written, if that has been found out before.
  /// - Complexity: O(*n*) in the bytes of the file up to the last place.
  public init(
    of places: some Sequence<Place>, in source: ByteSource, written dialect: Dialect? = nil
  ) {
    var open = Array(Set(places)).sorted { ($0.line, $0.column) > ($1.line, $1.column) }
    if open.isEmpty { return }
    var scanner = DelimitedScanner(
      source, encoding: dialect?.encoding, delimiter: dialect?.delimiter)
    while let first = open.last, scanner.next() {
      guard scanner.holds(line: first.line) || first.line < scanner.line else { continue }
      let fields = scanner.fields(0..<scanner.fieldCount)
      while let place = open.last, scanner.holds(line: place.line) || place.line < scanner.line {
        open.removeLast()
        let before = fields.count { ($0.line, $0.column) <= (place.line, place.column) }
        if before > 0 { cells[place] = Cell(row: scanner.rowNumber, column: before) }
      }
    }
  }

  /// The cell in which a place lies.
  public subscript(place: Place) -> Cell? { cells[place] }
}

extension DelimitedScanner {
  /// Whether a line is one of those of the record at hand, or any behind it in the last one.
  fileprivate func holds(line: Int) -> Bool {
    line >= scan.line && (line < scan.line + scan.lineEnds || isAtEnd)
  }
}
