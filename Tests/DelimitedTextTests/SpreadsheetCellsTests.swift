import ByteSources
import Testing

@testable import DelimitedText

@Suite struct SpreadsheetCellsTests {
  @Test func `places are found in the grid that a spreadsheet shows`() {
    // Line 1 isn't a row, lines 3 and 4 are one, and so is the blank line 5.
    let text = "sep=;\na;b\n\"1\n2\";x;\"y\nz\"\n\n3;4"
    let expected: [(Int, Int, String?)] = [
      (1, 1, nil), (2, 1, "A1"), (2, 3, "B1"), (3, 1, "A2"), (4, 2, "A2"), (4, 4, "B2"),
      (4, 6, "C2"), (5, 1, "C2"), (7, 1, "A4"), (7, 3, "B4"), (7, 99, "B4"), (9, 1, "B4"),
    ]
    let places = expected.map { SpreadsheetCells.Place(line: $0.0, column: $0.1) }
    let cells = SpreadsheetCells(of: places.reversed(), in: ByteSource(Array(text.utf8)))
    #expect(places.map { cells[$0]?.name } == expected.map(\.2))
    #expect(cells[.init(line: 3, column: 4)] == nil, "a place that nobody asked for")
  }

  @Test(arguments: [
    (1, "A"), (26, "Z"), (27, "AA"), (52, "AZ"), (53, "BA"), (702, "ZZ"), (703, "AAA"),
    (16_384, "XFD"),
  ])
  func `columns have letters`(number: Int, letters: String) {
    #expect(SpreadsheetCells.Cell(row: 7, column: number).name == letters + "7")
  }

  @Test func `every field of any file is in the row and column that the reader counts`() {
    let words = [
      "", "a", "1,5", "\"a;b\"", "\"a\nb\"", "\"\r\n\"", "\"a\"\"b\"", "ü", " ", "\"a\" b",
    ]
    let breaks = [";", ";", ";", "\n", "\r\n", "\r", "\n\n"]
    var generator = SeededGenerator(state: 11)
    for _ in 0..<500 {
      var text = Bool.random(using: &generator) ? "sep=;\r\n" : ""
      for _ in 0..<Int.random(in: 1...30, using: &generator) {
        text += words.randomElement(using: &generator) ?? ""
        text += breaks.randomElement(using: &generator) ?? ""
      }
      let table = DelimitedTable(text: text)
      var places: [SpreadsheetCells.Place] = []
      var expected: [String] = []
      for record in table.records {
        for (index, field) in record.fields.enumerated() {
          places.append(.init(line: field.line, column: field.column))
          expected.append(
            SpreadsheetCells.Cell(row: record.rowNumber, column: index + 1).name)
        }
      }
      let cells = SpreadsheetCells(of: places, in: ByteSource(Array(text.utf8)))
      #expect(places.map { cells[$0]?.name } == expected, "\(text.debugDescription)")
    }
  }
}
