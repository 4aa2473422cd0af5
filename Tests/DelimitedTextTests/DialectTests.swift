import ByteSources
import DelimitedText
import Testing

@Suite struct DialectTests {
  private static let colon = Delimiter(rawValue: UInt8(ascii: ":")) ?? .comma

  @Test(
    arguments: [
      ("Preis, netto;b\n1,5;2\n3;4,5\n", Delimiter.semicolon, 2),
      ("Nr;Preis;Menge\n1;1,5;2,5\n2;3,5;4,5\n3;2,5;1,5\n", .semicolon, 3),
      ("a;b\n1,5;2,5\n1,5;2,5\n1,5;2,5\n1,5;2,5\n1,5;2,5\n1,5;2,5\n", .semicolon, 2),
      ("1,5;2,5\n3,5;4,5\n", .semicolon, 2),
      ("1,2,3\n4,5,6\n", .comma, 3),
      ("a,b,c\nx,\"1;2\",z\nx,\"1;2\",z\n", .comma, 3),
      (
        "GID,Name,Comments\n1,ADDISON AV,cavity;decay\n2,EMERSON ST,x;y\n6,ADDISON AV,p;q\n",
        .comma, 3
      ),
      ("a\tb,c\td\n1,0\t2\t3\n", .tab, 3),
      ("a|b|c\n1,5|2;0|3\n", .pipe, 3),
      ("Titel, mit Komma\n\nNr;Name\n1;x\n2;y\n", .semicolon, 2),
      ("name;note\nx;\"a, b\nc, d\"\ny;\"e, f\"\n", .semicolon, 2),
      ("preis\n1,50\n2,50\n3,50\n", .comma, 1),
      ("sep=,\na;b,c;d\n", .comma, 2),
      ("SEP=|\na;b|c;d\n", .pipe, 2),
      ("sep=:\na:b:c\n", colon, 3),
    ] as [(String, Delimiter, Int)])
  func `the delimiter is found`(text: String, delimiter: Delimiter, fieldCount: Int) {
    let reader = DelimitedReader(ByteSource(Array(text.utf8)))
    #expect(reader.dialect.delimiter == delimiter)
    if fieldCount > 1 { #expect(reader.expectedFieldCount == fieldCount) }
  }

  @Test func `the caller's word counts more than the file's`() {
    let table = DelimitedTable(text: "sep=;\na,b;c\n", delimiter: .comma)
    #expect(table.rows == [["a", "b;c"]])
    #expect(table.dialect.hadSeparatorLine)
  }

  @Test(arguments: [
    "sep=;x\n1;2\n", "\"sep=;\"\n1;2\n", "sep=\n1;2\n", "sep=a\n1;2\n", "xsep=;\n1;2\n",
  ])
  func `what only resembles a separator line is a row`(text: String) {
    let table = DelimitedTable(text: text)
    #expect(!table.dialect.hadSeparatorLine)
    #expect(table.records.count == 2)
  }

  @Test(arguments: [0, 0x0A, 0x0D, 0x20, 0x22, 0x30, 0x41, 0x7A, 0x7F, 0x80, 0xFF] as [UInt8])
  func `some bytes can't delimit`(byte: UInt8) {
    #expect(Delimiter(rawValue: byte) == nil)
  }
}
