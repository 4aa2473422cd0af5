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
