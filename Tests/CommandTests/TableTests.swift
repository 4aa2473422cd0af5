import Foundation
import Testing

/// What a reader can do with the report's tables, in a browser.
@Suite(.serialized) struct TableTests {
  private func report(_ scratch: Scratch, language: String = "de") throws -> String {
    let sample = try #require(
      PageCase.all.first { $0.name == "the sample" && $0.language == language })
    return try sample.evaluate(scratch).appendingPathComponent("report.html").absoluteString
  }

  /// Figures of a column of a table, from the top, where rows are shown.
  private static let column = """
    const shown = (element) => element.getClientRects().length > 0;
    const figures = (table, column) => [...table.querySelectorAll("tbody tr")]
      .filter((row) => shown(row) && !row.matches(".branch,.goal,.total,.quiet"))
      .map((row) => row.cells[column])
      .map((cell) => (cell.querySelector(".p") ?? cell).textContent.replace("\\u2212", "-"))
      .map((text) => parseFloat(text.replaceAll(".", "").replace(",", ".")));
    """

  @Test func sortsWithinItsGroupsAndBack() async throws {
    let scratch = try Scratch()
    let address = try report(scratch)
    try await WebDriver.with { browser in
      try await browser.open(address)
      let tables = try await browser.run(
        "return document.querySelectorAll('table.sortable').length", as: Int.self)
      #expect(tables >= 4, "comparison, categories, years, lock-in")
      for table in 0..<tables {
        let sorted = try await browser.run(
          """
          \(Self.column)
          const table = document.querySelectorAll("table.sortable")[\(table)];
          const bodies = () => [...table.tBodies].map((body) => {
            const rows = [...body.rows].filter((r) => !r.matches(".branch,.goal,.total,.quiet"));
            const all = rows.map((row) => {
              const cell = row.cells[2];
              const text = (cell.querySelector(".p") ?? cell).textContent;
              const digits = text.replace("\\u2212", "-").match(/-?\\d[\\d.,]*/);
              return digits ? Number(digits[0].replaceAll(".", "").replace(",", ".")) : null;
            });
            return all;
          });
          const ends = () => [...table.tBodies].map((body) => [...body.rows]
            .map((row, index) => row.matches(".branch,.goal,.total,.quiet") ? index : -1)
            .filter((index) => index >= 0));
          const falls = (list) => list.every((value, index) => index === 0 || value === null
            || (list[index - 1] !== null && list[index - 1] >= value));
          const rises = (list) => list.every((value, index) => index === 0 || value === null
            || (list[index - 1] !== null && list[index - 1] <= value));
          const head = table.tHead.rows[0].cells[2];
          const [text, fixed] = [table.tBodies[0].parentElement.innerText, JSON.stringify(ends())];
          const button = head.querySelector("button");
          button.click();
          const one = bodies().every(falls) && head.ariaSort === "descending";
          button.click();
          const two = bodies().every(rises) && head.ariaSort === "ascending";
          const kept = JSON.stringify(ends()) === fixed;
          button.click();
          return [one, two, kept, table.innerText === text && head.ariaSort === null];
          """, as: [Bool].self)
        #expect(sorted == [true, true, true, true], "table \(table)")
      }
      #expect(try await browser.complaints().isEmpty)
    }
  }

  @Test func showsOnlyWhatDiffersAndFolds() async throws {
    struct Shown: Decodable {
      let questions: Int
      let alike: Int
      let branches: Int
    }
    let count = """
      const shown = (element) => element.getClientRects().length > 0;
      const rows = [...document.querySelectorAll(".matrix tbody tr")].filter(shown);
      return {questions: rows.filter((row) => row.matches(".q")).length,
        alike: rows.filter((row) => row.matches(".alike")).length,
        branches: rows.filter((row) => row.matches(".branch,.goal")).length};
      """
    let scratch = try Scratch()
    let address = try report(scratch)
    try await WebDriver.with { browser in
      try await browser.open(address)
      let all = try await browser.run(count, as: Shown.self)
      #expect(all.questions > 50 && all.alike > 0)
      // By keyboard: to the switch, and back with the space bar.
      try await browser.run("document.querySelector('.matrix .differ').focus()")
      try await browser.press(WebDriver.Key.space)
      let differing = try await browser.run(count, as: Shown.self)
      #expect(differing.alike == 0 && differing.questions == all.questions - all.alike)
      // What is left really differs: no row has the same answer and bar everywhere.
      let twins = try await browser.run(
        """
        return [...document.querySelectorAll(".matrix tr.q:not(.alike)")].filter((row) => {
          const bars = [...row.querySelectorAll("td.o .b")].map((bar) => bar.className);
          return bars.length === row.querySelectorAll("td.o").length && new Set(bars).size === 1;
        }).length
        """, as: Int.self)
      #expect(twins == 0)
      try await browser.press(WebDriver.Key.space)
      try await browser.run("document.querySelector('[data-fold=close]').click()")
      let folded = try await browser.run(count, as: Shown.self)
      #expect(folded.questions == 0 && folded.branches == all.branches)
      try await browser.run("document.querySelector('.matrix .fold').focus()")
      try await browser.press(WebDriver.Key.space)
      #expect(try await browser.run(count, as: Shown.self).questions > 0)
      try await browser.run("document.querySelector('[data-fold=open]').click()")
      #expect(try await browser.run(count, as: Shown.self).questions == all.questions)
    }
  }

  @Test(arguments: ["de", "en"])
  func aCellTellsWhereItsPointsComeFrom(language: String) async throws {
    let scratch = try Scratch()
    let address = try report(scratch, language: language)
    try await WebDriver.with { browser in
      try await browser.open(address)
      // Walks by arrow keys from the first cell down to a question and opens it with Enter.
      try await browser.run("document.querySelector('.matrix td.o[tabindex=\"0\"]').focus()")
      let isQuestion = "return document.activeElement.closest('tr').matches('.q')"
      for _ in 0..<12 where try await !browser.run(isQuestion, as: Bool.self) {
        try await browser.press(WebDriver.Key.down)
      }
      try await browser.press(WebDriver.Key.right, WebDriver.Key.enter)
      let said = try await browser.run(
        """
        const dialog = document.getElementById("trace");
        const cell = document.querySelector('.matrix td.o[tabindex="0"]');
        return [String(dialog.open), dialog.innerText, cell.parentElement.cells[0].innerText,
          cell.querySelector(".p").textContent];
        """, as: [String].self)
      #expect(said[0] == "true")
      #expect(said[1].contains(said[2].split(separator: "\n")[0]))
      #expect(said[1].contains("100 × ") && said[1].contains("= \(said[3])"))
      #expect(said[1].contains(language == "de" ? "Zeile " : "line "))
      #expect(said[1].contains("offers/"))
      try await browser.press(WebDriver.Key.escape)
      let left = try await browser.run(
        """
        return [document.getElementById("trace").open,
          document.activeElement.matches(".matrix td.o")]
        """, as: [Bool].self)
      #expect(left == [false, true])
      #expect(try await browser.complaints().isEmpty)
    }
  }

  /// Every figure of the costs is the sum of what its sheet lists, and every part names its line.
  @Test(arguments: ["erp-selection", "make-or-buy", "cloud-or-on-premises"], ["de", "en"])
  func aCostTellsWhichPositionsItSums(sample: String, language: String) async throws {
    struct Sheet: Decodable {
      let heading: String
      let printed: Double
      let parts: [Double]
      let sources: [String]
    }
    let scratch = try Scratch()
    let run = try Votum.run([
      "evaluate", Votum.checkout.appendingPathComponent("samples/\(sample)").path,
      "--language", language, "--out", scratch.path("out"),
    ])
    #expect(run.status == 0, "\(run.errors)")
    try await WebDriver.with { browser in
      try await browser.open(scratch.url("out/report.html").absoluteString)
      let sheets = try await browser.run(
        """
        const german = document.documentElement.lang === "de";
        const number = (text) => {
          const digits = text.replace("\u{2212}", "-").match(/-?\\d[\\d.,]*\\d|-?\\d/)[0];
          return Number(german ? digits.replaceAll(".", "").replace(",", ".")
            : digits.replaceAll(",", ""));
        };
        return [...document.querySelectorAll("tr[data-cost] td.ask")].map((cell) => {
          cell.click();
          const facts = [...document.querySelectorAll("#trace-facts dd")].map((d) => d.textContent);
          const heading = document.getElementById("trace-title").textContent;
          document.getElementById("trace").close();
          return {heading, printed: number(cell.textContent),
            parts: facts.slice(0, -1).map(number),
            sources: facts.slice(0, -1).map((fact) => fact.match(/\\(([^()]*)\\)$/)?.[1] ?? "")};
        });
        """, as: [Sheet].self)
      #expect(sheets.count > 20)
      for sheet in sheets {
        let sum = sheet.parts.reduce(0, +)
        // Each part is printed in whole units.
        #expect(
          abs(sum - sheet.printed) <= 0.5 * Double(sheet.parts.count + 1),
          "\(sheet.heading): \(sum), printed \(sheet.printed)")
        for source in sheet.sources {
          #expect(source.contains(".yaml") || source.contains(":"), "\(sheet.heading): \(source)")
        }
      }
      #expect(try await browser.complaints().isEmpty)
    }
  }

  @Test func aLockInFactorTellsItsAnswer() async throws {
    let scratch = try Scratch()
    let address = try report(scratch)
    try await WebDriver.with { browser in
      try await browser.open(address)
      let said = try await browser.run(
        """
        return [...document.querySelectorAll("section[aria-labelledby=lock-in] td.ask[data-column]")].map((cell) => {
          cell.click();
          const text = document.getElementById("trace").textContent;
          document.getElementById("trace").close();
          return text;
        });
        """, as: [String].self)
      #expect(said.count > 20)
      #expect(said.allSatisfy { $0.contains("100 × Gewicht ") })
      #expect(said.contains { $0.contains(", Zeile ") })
      #expect(try await browser.complaints().isEmpty)
    }
  }
}
