import Foundation
import Testing

@Suite struct ExplainTests {
  @Test(arguments: [
    ("de", ["Spalten:", "→ amount", "Übernommen: 0 Antworten", "Zeile 2: Lizenz"]),
    ("en", ["Columns:", "→ amount", "Taken: 0 answers", "line 2: Lizenz"]),
  ])
  func aFileIsExplained(language: String, texts: [String]) throws {
    let scratch = try Scratch()
    try SmallFolder.make(scratch, name: "one")
    try Data("item;amount net (EUR);category\nLizenz;1.234,50;licence\nSumme;1.234,50;\n".utf8)
      .write(to: scratch.url("one/alpha-prices.csv"))
    let run = try Votum.run(
      ["check", scratch.path("one"), "--explain", "alpha-prices.csv", "--language", language])
    #expect(run.status == 0, "\(run.errors)")
    for text in texts { #expect(run.output.contains(text), "\(run.output)") }
    let again = try Votum.run(
      [
        "check", scratch.path("one"), "--explain", scratch.path("one/alpha-prices.csv"),
        "--language", language,
      ])
    #expect(again.output == run.output, "a path from anywhere names the same file")
  }

  @Test(arguments: [
    ("de", "(Zelle B3)", "Zeile 6 (Tabellenzeile 4): Beratung"),
    ("en", "(cell B3)", "line 6 (row 4): Beratung"),
  ])
  func rowsAreThoseOfASpreadsheet(language: String, cell: String, row: String) throws {
    let scratch = try Scratch()
    try SmallFolder.make(scratch, name: "one")
    // The line `sep=;` is no row, and the lines 3 and 4 are one.
    let text = """
      sep=;
      item;amount net (EUR);category;comment
      Lizenz;100;licence;"für
      alle"
      Schulung;12x;training;
      Beratung;5;other;
      """
    try Data(text.utf8).write(to: scratch.url("one/alpha-prices.csv"))
    let run = try Votum.run(
      [
        "check", scratch.path("one"), "--explain", "alpha-prices.csv", "--language", language,
      ])
    let lines = run.errors.split(separator: "\n").map(String.init)
    let error = lines.first { $0.hasPrefix("alpha-prices.csv:5:10: ") }
    #expect(error?.hasSuffix(cell) == true, "\(run.errors)")
    #expect(run.output.contains(row), "\(run.output)")
    // Elsewhere there are no cells.
    let others = lines.filter { !$0.hasPrefix("alpha-prices.csv:") }
    #expect(others.allSatisfy { !$0.contains("(cell") && !$0.contains("(Zelle") })
  }

  @Test func cellsOfAMatrixAreNamed() throws {
    let scratch = try Scratch()
    try scratch.write(
      "name,speed\ndirection,max\n\"A\nB\",1\nC,fast\n", to: "m.csv")
    let run = try Votum.run(["matrix", scratch.path("m.csv"), "--method", "topsis"])
    #expect(run.status == 1)
    #expect(run.errors.contains("m.csv:5:3: error: "), "\(run.errors)")
    #expect(run.errors.contains("(cell B4)"), "\(run.errors)")
  }

  @Test func aFileWithErrorsIsExplainedToo() throws {
    let scratch = try Scratch()
    try SmallFolder.make(scratch, name: "one")
    try Data("item;amount net (EUR);category\nLizenz;12x;licence\nBeratung;5;other\n".utf8)
      .write(to: scratch.url("one/alpha-prices.csv"))
    let run = try Votum.run(
      ["check", scratch.path("one"), "--explain", "alpha-prices.csv", "--language", "en"])
    #expect(run.status == 1)
    #expect(run.output.contains("line 3: Beratung"), "\(run.output)")
    #expect(run.errors.contains("alpha-prices.csv:2:"), "\(run.errors)")
  }

  @Test func anUnknownFileIsNamedWithThoseThereAre() throws {
    let scratch = try Scratch()
    try SmallFolder.make(scratch, name: "one")
    let run = try Votum.run(
      ["check", scratch.path("one"), "--explain", "alpha-price.csv", "--language", "en"])
    #expect(run.status == 1)
    #expect(run.output.isEmpty)
    #expect(run.errors.contains("perhaps “alpha-prices.csv”"), "\(run.errors)")
  }
}
