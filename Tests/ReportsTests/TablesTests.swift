import DelimitedText
import Evaluation
import Measures
import Messages
import Testing
import TotalCost

@testable import Reports

/// A file read back: cells by column name.
private struct ReadTable {
  let header: [String]
  let rows: [[String]]
  let problems: [DelimitedTextProblem]

  init(_ bytes: [UInt8], delimiter: Delimiter? = nil) {
    let table = DelimitedTable(bytes, delimiter: delimiter)
    header = table.records.first?.fields.map(\.text) ?? []
    rows = table.records.dropFirst().map { $0.fields.map(\.text) }
    problems = table.problems
  }

  func column(_ name: String) throws -> [String] {
    let index = try #require(header.firstIndex(of: name), "no column \(name) in \(header)")
    return rows.map { $0[index] }
  }
}

private func number(_ text: String) throws -> Amount {
  try #require(
    Amount(plain: String(text.map { $0 == "," ? "." : $0 })), "not a number: \(text)")
}

private func sum(_ texts: [String]) throws -> Amount {
  try texts.filter { !$0.isEmpty }.reduce(Amount.zero) { try $0.adding(number($1)) }
}

@Suite("Tables")
struct TablesTests {
  private func table(
    _ name: String, _ language: Language = .german, dialect: CSVDialect? = nil,
    of evaluation: Evaluation? = nil
  ) throws -> ReadTable {
    let evaluation = try evaluation ?? TablesFixture.evaluation(language)
    let files = ReportFiles.tables(evaluation, language: language, dialect: dialect)
    return ReadTable(try #require(files.first { $0.name == name }).bytes)
  }

  @Test(
    "Every table reads back as it was made",
    arguments: Language.allCases, [CSVDialect.german, .english])
  func readBack(_ language: Language, _ dialect: CSVDialect) throws {
    let evaluation = try TablesFixture.evaluation(language)
    let style = TableStyle(language: language, dialect: dialect)
    let made = [
      ComparisonTable.rows(evaluation, style), RankingTable.rows(evaluation, style),
      CostTable.rows(evaluation, style), CashFlowTable.rows(evaluation, style),
      LockInTable.rows(evaluation, style), SensitivityTable.rows(evaluation, style),
    ]
    let files = ReportFiles.tables(evaluation, language: language, dialect: dialect)
    #expect(files.count == made.count)
    for (file, rows) in zip(files, made) {
      let read = DelimitedTable(file.bytes)
      #expect(read.problems.isEmpty, "\(file.name)")
      #expect(read.dialect.delimiter == dialect.delimiter, "\(file.name)")
      #expect(read.dialect.hadByteOrderMark == dialect.writesByteOrderMark)
      let expected = rows.map { row in
        row.map { cell in
          switch cell {
          case .text(let text), .number(let text): text
          case .empty: ""
          }
        }
      }
      let numeric = rows.map { row in
        row.map { cell in if case .number = cell { true } else { false } }
      }
      let found = zip(read.records, numeric).map { record, isNumber in
        zip(record.fields, isNumber).map { $1 ? $0.text : unneutralised($0.text) }
      }
      #expect(found == expected, "\(file.name)")
      #expect(Set(rows.map(\.count)).count == 1, "\(file.name) is not rectangular")
      #expect(Set(expected[0]).count == expected[0].count, "\(file.name) repeats a header")
    }
  }

  @Test("No text can run as a formula")
  func formulas() throws {
    for file in ReportFiles.tables(try TablesFixture.evaluation(), language: .german) {
      let table = ReadTable(file.bytes)
      for cell in table.rows.joined() + table.header {
        let isFormula = cell.first.map { "=+@\t\r".contains($0) } ?? false
        #expect(!isFormula, "\(file.name): \(cell)")
        if cell.hasPrefix("-") { _ = try number(cell) }
      }
    }
    #expect(try table("ranking.csv").column("Angebot").first == "'=cmd|' /C calc'!A0")
    #expect(try table("comparison.csv").column("Kriterium").contains("'=SUMME(A1:A9)"))
  }

  @Test("A text that begins with a minus is guarded, a number is not")
  func minus() throws {
    let comparison = try table("comparison.csv")
    #expect(try comparison.column("Südstern: Antwort").contains("'-- ja"))
    let answers = try comparison.column("'=cmd|' /C calc'!A0: Antwort")
    #expect(answers.contains("'-1,5 (-2–-1) °C"))
  }

  @Test("Language sets the dialect, and can be overruled")
  func dialects() throws {
    let german = try table("ranking.csv")
    #expect(try german.column("Punkte").allSatisfy { $0.isEmpty || $0.contains(",") })
    let english = try table("ranking.csv", .english)
    #expect(try english.column("Points").allSatisfy { $0.isEmpty || $0.contains(".") })
    let mixed = try table("ranking.csv", .german, dialect: .english)
    #expect(try mixed.column("Punkte").allSatisfy { $0.isEmpty || $0.contains(".") })
  }

  @Test("Headers and words exist in both languages and are told apart")
  func catalogue() {
    for language in Language.allCases {
      let headers = TableHeader.allCases.map { $0.text(language) }
      #expect(headers.allSatisfy { !$0.isEmpty })
      #expect(Set(headers).count == headers.count)
      #expect(TableWord.allCases.allSatisfy { !$0.text(language).isEmpty })
    }
  }

  // MARK: Ranking

  @Test("The ranking lists every option in order, with why it stands there")
  func ranking() throws {
    let ranking = try table("ranking.csv")
    #expect(try ranking.column("Kennung") == ["a", "b", "c", "d"])
    #expect(try ranking.column("Rang") == ["1", "2", "", ""])
    #expect(try ranking.column("Rang ohne Ausschluss") == ["", "", "", "1"])
    #expect(
      try ranking.column("Ausschlussgründe")
        == ["", "", "", "Verschlüsselung: mindestens ja (nein)"])
    #expect(try ranking.column("Offene Mindestanforderungen")[0].hasPrefix("Verschlüsselung"))
    #expect(try ranking.column("Barwert")[2].isEmpty)
    #expect(try ranking.column("Summe nominal")[0] == "800,03")
    #expect(try ranking.column("Barwert")[0] == "780,49")
  }

  @Test("Points of the goals and the rounding difference add up to the total in each row")
  func goalsAddUp() throws {
    let ranking = try table("ranking.csv")
    let goals = try ["Eignung", "Kosten", "Bindung"].map { try ranking.column("Punkte: \($0)") }
    let differences = try ranking.column("Rundungsdifferenz")
    for (index, points) in try ranking.column("Punkte").enumerated() where !points.isEmpty {
      let total = try sum(goals.map { $0[index] } + [differences[index]])
      #expect(try total == number(points))
    }
  }

  @Test("Neighbours that differ print differently, equal ones alike")
  func neighbours() throws {
    var evaluation = try TablesFixture.evaluation()
    let a = try #require(evaluation.offers.firstIndex { $0.id == "a" })
    let b = try #require(evaluation.offers.firstIndex { $0.id == "b" })
    evaluation.offers[a].points = 71.400012
    evaluation.offers[b].points = 71.400011
    #expect(
      try table("ranking.csv", of: evaluation).column("Punkte").prefix(2)
        == ["71,400012", "71,400011"])
    evaluation.offers[b].points = 71.400012 - 1e-11
    #expect(
      try table("ranking.csv", of: evaluation).column("Punkte").prefix(2) == ["71,4000", "71,4000"])
  }

  // MARK: Comparison

  @Test("Leaves and the rounding difference add up to the total", arguments: ["a", "b", "d"])
  func leavesAddUp(_ id: String) throws {
    let evaluation = try TablesFixture.evaluation()
    let comparison = try table("comparison.csv")
    let name = neutralised(try #require(evaluation.offer(id)).name)
    let points = try comparison.column("\(name): Punkte")
    let paths = try comparison.column("Pfad")
    let leaves = Set(evaluation.criteria.filter(\.isLeaf).map(\.path))
    let isPart = { (row: Int) in
      leaves.contains(paths[row]) || comparison.rows[row][1] == "Rundungsdifferenz"
    }
    let parts = points.indices.filter(isPart).map { points[$0] }
    #expect(try sum(parts) == number(points[0]))
  }

  @Test("Parts that print short of the total get a line that says so")
  func leavesNeedDifference() throws {
    var evaluation = try TablesFixture.evaluation()
    let index = try #require(evaluation.offers.firstIndex { $0.id == "b" })
    // Five leaves of 2/3 of the last decimal print as 1 each, their sum of 10/3 as 3.
    for score in evaluation.offers[index].scores.indices {
      let path = evaluation.offers[index].scores[score].criterion
      let leaves = evaluation.criteria.count { $0.isLeaf && $0.path.hasPrefix(path) }
      evaluation.offers[index].scores[score].points = 0.0002 / 3 * Double(leaves)
    }
    let comparison = try table("comparison.csv", of: evaluation)
    #expect(comparison.rows.last?[1] == "Rundungsdifferenz")
    #expect(try comparison.column("Südstern: Punkte").last == "-0,0002")
  }

  @Test("Criteria stand in the order of the tree with their weights")
  func criteria() throws {
    let comparison = try table("comparison.csv", .english)
    #expect(
      try comparison.column("Path").prefix(8)
        == [
          "", "fit", "fit/core", "fit/usability", "cost", "lock_in", "lock_in/export",
          "lock_in/skills",
        ])
    #expect(try comparison.column("Level").prefix(4) == ["0", "1", "2", "2"])
    #expect(try comparison.column("Weight in the whole")[1] == "0.333333")
    #expect(try comparison.column("Südstern: Answer")[3] == "no answer")
    #expect(try comparison.column("Südstern: Source")[2] == "offers/b.csv:7")
  }

  @Test("Offers of the same name are told apart by their identifier")
  func sameNames() throws {
    var evaluation = try TablesFixture.evaluation()
    for index in evaluation.offers.indices { evaluation.offers[index].name = "Gleich" }
    let header = try table("comparison.csv", of: evaluation).header
    #expect(header.contains("Gleich (a): Wert"))
    #expect(Set(header).count == header.count)
  }

  // MARK: Cost

  @Test("Lines add up to categories and categories to the total, rounding differences included")
  func costsAddUp() throws {
    let costs = try table("cost.csv")
    let ids = try costs.column("Kennung")
    let kinds = try costs.column("Zeile")
    let categories = try costs.column("Kostenart")
    for name in ["Zu Beginn", "Jahr 1", "Jahr 2", "Summe", "Barwert"] {
      let column = try costs.column(name)
      func figures(_ kind: [String], of category: String?) -> [String] {
        costs.rows.indices
          .filter { ids[$0] == "a" && kind.contains(kinds[$0]) }
          .filter { category == nil || categories[$0] == category }
          .map { column[$0] }
      }
      let total = try number(try #require(figures(["Summe"], of: "").first))
      let parts = figures(["Kostenart"], of: nil)
      #expect(parts.count == 3)
      #expect(try sum(parts + figures(["Rundungsdifferenz"], of: "")) == total, "\(name)")
      for category in ["Lizenzen", CostCategory.support.label.de] {
        let lines = figures(["Position", "Rundungsdifferenz"], of: category)
        #expect(!lines.isEmpty)
        #expect(try sum(lines) == sum(figures(["Kostenart"], of: category)), "\(name)")
      }
    }
    #expect(kinds.contains("Rundungsdifferenz"))
  }

  @Test("Items outside the total are listed with their treatment")
  func outsideTotal() throws {
    let costs = try table("cost.csv", .english)
    let rows = try zip(costs.column("Item"), costs.column("Row")).filter { $0.0 == "Zusatz" }
    #expect(rows.count == 4)
    #expect(rows.allSatisfy { $0.1 == "Item outside the total" })
  }

  @Test("An offer with a missing price has no total, only the least that it can cost")
  func missingPrice() throws {
    let costs = try table("cost.csv", .english)
    let ofC = try costs.column("Identifier").indices(where: { $0 == "c" }).ranges
      .flatMap { Array($0) }
    let kinds = try costs.column("Row")
    #expect(!ofC.contains { kinds[$0] == "Total" })
    let least = try #require(ofC.first { kinds[$0] == "Total without the missing prices" })
    #expect(try costs.column("Present value")[least] == "780.49")
    #expect(try costs.column("Total")[least].isEmpty)
  }

  @Test("Months, contract years and calendar years each add up to the same total")
  func cashFlowAddsUp() throws {
    let flow = try table("cash-flow.csv", .english)
    let grids = try flow.column("Grid")
    let periods = try flow.column("Period")
    let figures = try flow.column("Südstern")
    for grid in ["Month", "Contract year", "Calendar year"] {
      let rows = flow.rows.indices.filter { grids[$0] == grid }
      let total = try #require(rows.last)
      #expect(periods[total] == "Total")
      #expect(figures[total] == "800.03")
      #expect(try sum(rows.dropLast().map { figures[$0] }) == number("800.03"), "\(grid)")
    }
    #expect(grids.count { $0 == "Month" } == 25 + 2)
    #expect(try flow.column("From").prefix(3) == ["2027-07", "2027-07", "2027-08"])
    #expect(try flow.column("日本システム").last == "")
  }

  // MARK: Lock-in and sensitivity

  @Test("Lock-in lists factors, score and the cost of leaving")
  func lockIn() throws {
    let lockIn = try table("lock-in.csv")
    #expect(
      try lockIn.column("Zeile") == [
        "Faktor", "Faktor", "Bindung (0–100)", "Bindung mindestens", "Bindung höchstens",
        "Ausstiegskosten am Jahresende", "Ausstiegskosten am Jahresende",
        "Ausstiegskosten, Barwert", "Ausstiegskosten, Barwert",
      ])
    #expect(
      try lockIn.column("Südstern: Grad (0–4)") == [
        "2,0000", "4,0000", "62,5000", "50,0000", "75,0000", "100,01", "103,01", "97,59", "95,73",
      ])
    #expect(try lockIn.column("Südstern: Antwort").prefix(2) == ["keine Antwort", "'-- ja"])
  }

  @Test("Sensitivity holds every analysis with its figures")
  func sensitivity() throws {
    let table = try table("sensitivity.csv", .english)
    let figures = try table.column("Figure")
    let row = { (name: String) in try #require(figures.firstIndex(of: name), "\(name)") }
    let weight = try row("Weight in its group: leader stays")
    #expect(try table.column("Value")[weight] == "0.333333")
    #expect(try table.column("Lower end")[weight] == "0.125000")
    #expect(try table.column("Upper end")[weight] == "1.000000")
    #expect(try table.column("Leads below")[weight] == "Südstern")
    let shift = try row("Shift at which another offer draws level")
    #expect(try table.column("Value")[shift] == "0.125000")
    #expect(try table.column("Value")[row("Cut, present value")] == "1234.57")
    #expect(figures.count { $0 == "Share of draws" } == 4)
    #expect(try table.column("Criterion").contains("'-Vertrieb"))
  }

  @Test("A rival that no shift of weights lets lead says so instead of a figure")
  func unlimitedRadius() throws {
    var evaluation = try TablesFixture.evaluation(.english)
    evaluation.robustness?.rivals[0].radius = nil
    let table = try table("sensitivity.csv", .english, of: evaluation)
    #expect(try table.column("Value").contains("none changes the leader"))
  }

  @Test("Nothing to compare still gives whole tables")
  func bare() throws {
    var evaluation = try TablesFixture.evaluation()
    evaluation.offers = []
    evaluation.order = []
    evaluation.weights = []
    evaluation.robustness = nil
    evaluation.prices = []
    evaluation.profiles = []
    for file in ReportFiles.tables(evaluation, language: .german) {
      let table = ReadTable(file.bytes)
      #expect(!table.header.isEmpty)
      #expect(table.rows.allSatisfy { $0.count == table.header.count }, "\(file.name)")
    }
  }
}

@Suite("Plain decimals")
struct PlainDecimalTests {
  @Test(
    "Rounds half away from zero on the shortest text",
    arguments: [
      (0.0, 2, "0.00"), (-0.0, 2, "0.00"), (1.005, 2, "1.01"), (-1.005, 2, "-1.01"),
      (0.125, 2, "0.13"), (999.995, 2, "1000.00"), (-0.004, 2, "0.00"), (0.00004, 4, "0.0000"),
      (0.00005, 4, "0.0001"), (1e21, 1, "1000000000000000000000.0"), (5e-324, 6, "0.000000"),
      (71.4, 0, "71"), (1.0 / 3, 6, "0.333333"), (2.0 / 3, 6, "0.666667"),
      (12345678.9, 2, "12345678.90"),
    ])
  func rounding(_ value: Double, _ decimals: Int, _ text: String) {
    #expect(NumberFormat.plain(value, decimals: decimals) == text)
  }

  @Test("What is no number prints as none", arguments: [Double.nan, .infinity, -.infinity])
  func notFinite(_ value: Double) {
    #expect(NumberFormat.plain(value, decimals: 2) == nil)
  }
}
