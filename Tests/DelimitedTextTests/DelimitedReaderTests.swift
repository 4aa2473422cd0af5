import ByteSources
import DelimitedText
import Testing

@Suite struct DelimitedReaderTests {
  @Test(
    arguments: [
      ("a,b\n1,2\n", [["a", "b"], ["1", "2"]]),
      ("a,b\r\n1,2\r3,4\n5,6", [["a", "b"], ["1", "2"], ["3", "4"], ["5", "6"]]),
      ("a,b,c\n1,2,", [["a", "b", "c"], ["1", "2", ""]]),
      ("a,b,c\n,,\n", [["a", "b", "c"], ["", "", ""]]),
      ("a,b\n\"1\",\"\"", [["a", "b"], ["1", ""]]),
      ("a,b\n\"x \"\"y\"\" z\",\"\"\"\"", [["a", "b"], ["x \"y\" z", "\""]]),
      ("a,b\n\"1\r\n2\",\"3\n4\"\n", [["a", "b"], ["1\r\n2", "3\n4"]]),
      ("a,b\n5\" disk,6\"\n", [["a", "b"], ["5\" disk", "6\""]]),
      ("a,b\n x , \u{A0}y\t\n", [["a", "b"], [" x ", " \u{A0}y\t"]]),
      ("a,b\n1,\u{301}x\n", [["a", "b"], ["1", "\u{301}x"]]),
      ("a,b\n\"x\" ,y\n", [["a", "b"], ["x ", "y"]]),
      ("\"a\",\"b\"\n1,2\n", [["a", "b"], ["1", "2"]]),
    ] as [(String, [[String]])])
  func `well-formed text gives its fields, without problems`(text: String, rows: [[String]]) {
    let table = DelimitedTable(text: text, delimiter: .comma)
    #expect(table.rows == rows)
    #expect(table.problems.isEmpty)
  }

  @Test func `places are those of the file`() {
    let text = "sep=;\r\nä;b\r\n\r\n \r\n\"1\n2\";x;\"y\"\rz;\"\n\n\""
    let table = DelimitedTable(text: text)
    #expect(table.dialect.hadSeparatorLine)
    #expect(table.records.map(\.line) == [2, 5, 7])
    #expect(table.records.map(\.rowNumber) == [1, 4, 5])
    #expect(table.blankLineCount == 2)
    let places = table.records.map { $0.fields.map { [$0.line, $0.column] } }
    #expect(places == [[[2, 1], [2, 3]], [[5, 1], [6, 4], [6, 6]], [[7, 1], [7, 3]]])
    #expect(
      table.records.map { $0.fields.map(\.wasQuoted) } == [
        [false, false], [true, false, true], [false, true],
      ])
  }

  @Test func `ragged rows are kept and reported`() {
    let table = DelimitedTable(text: "a;b;c\n1;2\n1;2;3\n1;2;3;4\n")
    #expect(table.rows == [["a", "b", "c"], ["1", "2"], ["1", "2", "3"], ["1", "2", "3", "4"]])
    #expect(
      table.problems.kinds == [
        .raggedRow(expected: 3, found: 2), .raggedRow(expected: 3, found: 4),
      ])
    #expect(table.problems.places == [[2, 1], [4, 1]])
  }

  @Test func `lines above the table don't set the number of fields`() {
    let text = "Anbieter;Nordwind\nDatum;1.2.2026\n\nNr;Name;Preis\n1;x;2\n2;y;3\n3;z;4\n"
    let reader = DelimitedReader(ByteSource(Array(text.utf8)))
    #expect(reader.expectedFieldCount == 3)
    #expect(DelimitedTable(text: text).problems.places == [[1, 1], [2, 1]])
  }

  @Test func `an open quote is reported where it opens`() {
    let table = DelimitedTable(
      text: "a;b\n1;2\n3;x\"\n4;\"never\nclosed;\n5;6\n", delimiter: .semicolon)
    #expect(table.problems.kinds == [.unterminatedQuote])
    #expect(table.problems.places == [[4, 3]])
    #expect(table.rows.last == ["4", "never\nclosed;\n5;6\n"])
  }

  @Test func `text behind a closing quote is kept and reported`() {
    let table = DelimitedTable(
      text: "a;b\n\"1\"  x;\"2\"\"\n\";\n\"\"\"\"3;4\n", delimiter: .semicolon)
    #expect(table.rows == [["a", "b"], ["1  x", "2\"\n", ""], ["\"3", "4"]])
    #expect(
      table.problems.kinds == [
        .textAfterClosingQuote(lines: 1), .raggedRow(expected: 2, found: 3),
        .textAfterClosingQuote(lines: 1),
      ])
    #expect(table.problems.places == [[2, 6], [2, 1], [4, 5]])
  }

  @Test(arguments: ["", "\n\n  \r\n", "\u{FEFF}", "sep=;\n"])
  func `a file without rows says so`(text: String) {
    let table = DelimitedTable(text: text)
    #expect(table.records.isEmpty)
    #expect(table.problems.kinds == [.empty])
  }

  @Test func `limits become problems`() {
    var limits = ReadingLimits()
    limits.fieldBytes = 5
    limits.fieldsPerRecord = 3
    limits.records = 2
    let table = DelimitedTable(
      text: "1234567,ää€,\"12\"\"456\",4,5\na,b,c\nd,e,f\n", delimiter: .comma, limits: limits)
    #expect(table.rows == [["12345", "ää", "12\"45"], ["a", "b", "c"]])
    #expect(
      table.problems.kinds == [
        .fieldTooLong(limit: 5), .fieldTooLong(limit: 5), .fieldTooLong(limit: 5),
        .tooManyFields(limit: 3), .raggedRow(expected: 3, found: 5), .tooManyRecords(limit: 2),
      ])
    #expect(table.problems.places == [[1, 1], [1, 9], [1, 13], [1, 23], [1, 1], [3, 1]])
    limits = ReadingLimits()
    limits.cells = 5
    let cut = DelimitedTable(text: "a,b\n1,2\n3,4\n", limits: limits)
    #expect(cut.rows.count == 2)
    #expect(cut.problems.kinds == [.tooManyCells(limit: 5)])
    #expect(cut.problems.places == [[3, 1]])
  }

  @Test func `many problems of one kind don't hide another`() {
    let text =
      "a;b\n" + String(repeating: "1;2\n", count: 500)
      + String(repeating: "1\n", count: 300) + "1;\"open"
    let table = DelimitedTable(text: text, delimiter: .semicolon)
    #expect(table.problems.count == 101)
    #expect(table.omittedProblemCount == 200)
    #expect(table.problems.last?.kind == .unterminatedQuote)
  }

  @Test func `reading ends, and stays ended`() {
    var reader = DelimitedReader(ByteSource(Array("a,b\n".utf8)))
    #expect(reader.next() != nil)
    #expect(reader.next() == nil)
    #expect(reader.next() == nil)
    #expect(reader.problems.isEmpty)
  }
}
