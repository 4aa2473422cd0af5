import DelimitedText
import Testing

@Suite struct DelimitedWriterTests {
  @Test func `both dialects, byte for byte`() {
    let rows: [[Cell]] = [
      [.text("Größe"), .text("a;b,c"), .text("say \"x\"")],
      [.number("-1,5"), .empty, .text("-1,5")],
      [.text(" x"), .text("1\n2"), .text("=1+1")],
    ]
    var german = DelimitedWriter(dialect: .german)
    var english = DelimitedWriter(dialect: .english)
    for row in rows {
      german.append(row)
      english.append(row)
    }
    #expect(
      String(decoding: german.bytes, as: UTF8.self)
        == "\u{FEFF}Größe;\"a;b,c\";\"say \"\"x\"\"\"\r\n"
        + "-1,5;;'-1,5\r\n\" x\";\"1\n2\";'=1+1\r\n")
    #expect(
      String(decoding: english.bytes, as: UTF8.self)
        == "Größe,\"a;b,c\",\"say \"\"x\"\"\"\r\n"
        + "\"-1,5\",,\"'-1,5\"\r\n\" x\",\"1\n2\",'=1+1\r\n")
  }

  @Test(arguments: [
    ("=1", "'=1"), ("+1", "'+1"), ("-1", "'-1"), ("@a", "'@a"), ("\t", "'\t"), ("\rx", "'\rx"),
    ("'", "''"), ("'=1", "''=1"), ("'a", "''a"), ("a=1", "a=1"), ("", ""), ("1-2", "1-2"),
    ("\r\n=x", "'\r\n=x"),
  ])
  func `formulas are neutralised, and come back`(text: String, cell: String) {
    #expect(neutralised(text).unicodeScalars.elementsEqual(cell.unicodeScalars))
    #expect(unneutralised(cell).unicodeScalars.elementsEqual(text.unicodeScalars))
  }

  @Test(arguments: ["'a", "'", "' =1", "-1", "=1", ""])
  func `an apostrophe of others stays`(cell: String) {
    #expect(unneutralised(cell) == cell)
  }

  @Test(arguments: ["sep=;", "SEP=,", "\u{FEFF}a", "%PDF-1", "<?xml", "PK\u{3}\u{4}", "{\\rtf", ""])
  func `a first cell can't be mistaken for anything else`(text: String) {
    for dialect in [CSVDialect.german, .english] {
      var writer = DelimitedWriter(dialect: dialect)
      writer.append([.text(text)])
      writer.append([.text("x")])
      let table = DelimitedTable(writer.bytes, delimiter: dialect.delimiter)
      #expect(table.rows == [[text], ["x"]])
      #expect(table.problems.isEmpty)
    }
  }

  @Test(arguments: [CSVDialect.german, .english], 0..<40 as Range<UInt64>)
  func `tables come back as they were`(dialect: CSVDialect, seed: UInt64) {
    let pieces = [
      "a", "Ü", "€", "😀", "\u{301}", "1", ",", ";", "\t", "|", "\"", "\"\"", "'", "\n", "\r",
      "\r\n", " ",
      "\u{A0}", "=", "+", "-", "@", "sep=", "\u{FEFF}", "%PDF-", "<html", "\u{85}", "\u{2028}",
      "\u{1}",
    ]
    var generator = SeededGenerator(state: seed)
    let width = Int.random(in: 1...4, using: &generator)
    let cells: [[Cell]] = (0..<30).map { _ in
      (0..<width).map { _ in
        let kind = Int.random(in: 0..<8, using: &generator)
        if kind == 0 { return .empty }
        if kind == 1 {
          return .number(["-1,5", "2.25", "+3", "1'000"].randomElement(using: &generator) ?? "")
        }
        let length = Int.random(in: 0..<6, using: &generator)
        return .text(
          (0..<length).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined())
      }
    }
    var writer = DelimitedWriter(dialect: dialect)
    for row in cells { writer.append(row) }
    let table = DelimitedTable(writer.bytes, delimiter: dialect.delimiter)
    #expect(table.problems.isEmpty)
    #expect(table.dialect.hadByteOrderMark == dialect.writesByteOrderMark)
    #expect(table.records.map(\.rowNumber) == Array(1...30))
    // Strings that are canonically equal may differ in their scalars: compare those.
    let read = table.records.map { $0.fields.map { Array($0.text.unicodeScalars) } }
    let written = cells.map { row in
      row.map { cell -> [Unicode.Scalar] in
        switch cell {
        case .text(let text): Array(neutralised(text).unicodeScalars)
        case .number(let text): Array(text.unicodeScalars)
        case .empty: []
        }
      }
    }
    #expect(read == written)
    for (record, row) in zip(table.records, cells) {
      for case (let field, .text(let text)) in zip(record.fields, row) {
        #expect(unneutralised(field.text).unicodeScalars.elementsEqual(text.unicodeScalars))
      }
    }
  }

  @Test func `a NUL becomes the replacement character`() {
    var writer = DelimitedWriter(dialect: .english)
    writer.append([.text("a\0\u{301}b")])
    #expect(DelimitedTable(writer.bytes).rows == [["a\u{FFFD}\u{301}b"]])
  }
}
