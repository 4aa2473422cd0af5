import Foundation
import Testing

/// The web content accessibility guidelines, levels A and AA of versions 2.0 to 2.2, as far as the
/// checker axe-core (Deque Systems) can test them by machine.
@Suite(.serialized) struct AccessibilityTests {
  private struct Violation: Decodable, CustomStringConvertible {
    let id: String
    let help: String
    let nodes: [String]
    var description: String { "\(id): \(help)\n  \(nodes.prefix(5).joined(separator: "\n  "))" }
  }

  private static let checker = Votum.checkout.appendingPathComponent(".axe/axe.min.js")

  private func violations(_ browser: WebDriver) async throws -> [Violation] {
    let checker = try String(contentsOf: Self.checker, encoding: .utf8)
    try await browser.run(checker + ";window.axe = window.axe ?? axe;")
    return try await browser.wait(
      for: """
        const result = await axe.run({runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa",
          "wcag22aa", "best-practice"], resultTypes: ["violations"]});
        return result.violations.map(({id, help, nodes}) =>
          ({id, help, nodes: nodes.map((node) => node.html.slice(0, 200))}));
        """, as: [Violation].self)
  }

  @Test func theCheckerIsThere() {
    #expect(
      FileManager.default.fileExists(atPath: Self.checker.path),
      "axe-core is missing; make test fetches it")
  }

  @Test func theCheckerFindsFaults() async throws {
    let scratch = try Scratch()
    try scratch.write(
      """
      <!doctype html><html><head><title>x</title></head><body><img src=""><p style="color:#ccc">\
      pale text</p><input></body></html>
      """, to: "bad.html")
    try await WebDriver.with { browser in
      try await browser.open(scratch.url("bad.html").absoluteString)
      let found = Set(try await violations(browser).map(\.id))
      #expect(found.isSuperset(of: ["color-contrast", "html-has-lang", "image-alt", "label"]))
    }
  }

  @Test(arguments: PageCase.all)
  func meetsTheGuidelines(page: PageCase) async throws {
    let scratch = try Scratch()
    let address = try page.evaluate(scratch).appendingPathComponent("report.html").absoluteString
    let widths = page.name == "the sample" ? [1400, 390] : [1000]
    for width in widths {
      try await WebDriver.with(width: width) { browser in
        // Something is tried out, everything is open: what is hidden cannot be checked.
        try await browser.open(address + "#what-if?fit=0.2&cost=0.8")
        try await browser.run("for (const d of document.querySelectorAll('details')) d.open = true")
        for violation in try await violations(browser) {
          Issue.record("at \(width): \(violation)")
        }
      }
    }
  }

  @Test func theSheetBehindAFigureMeetsThemToo() async throws {
    let scratch = try Scratch()
    let sample = try #require(PageCase.all.first { $0.name == "the sample" })
    let address = try sample.evaluate(scratch).appendingPathComponent("report.html").absoluteString
    try await WebDriver.with { browser in
      try await browser.open(address)
      try await browser.run("document.querySelector('.matrix tr.q td.o').click()")
      for violation in try await violations(browser) { Issue.record("\(violation)") }
    }
  }
}
