import Foundation
import Testing

/// A report that must read well, whatever came out.
struct PageCase: Sendable, CustomTestStringConvertible {
  /// The sample that is evaluated where nothing is changed.
  var sample = "erp-selection"
  let name: String
  let language: String
  /// Changes to the small decision; `nil` is a sample.
  let change: (@Sendable (Scratch) throws -> Void)?
  /// Words that the first page must contain.
  let words: [String]

  var testDescription: String { "\(name), \(language)" }

  private static func answers(_ text: String) -> @Sendable (Scratch) throws -> Void {
    { try $0.write(text, to: "d/alpha-answers.csv") }
  }

  private static func decision(_ old: String, _ new: String) -> @Sendable (Scratch) throws -> Void {
    { scratch in
      let changed = SmallFolder.decision.replacing(old, with: new)
      #expect(changed != SmallFolder.decision)
      try scratch.write(changed, to: "d/decision.yaml")
    }
  }

  private static let cases: [(String, (@Sendable (Scratch) throws -> Void)?, [String: [String]])] =
    [
      ("the sample", nil, ["de": ["Nordwind", "Knapp"], "en": ["Nordwind", "Close"]]),
      ("as it stands", { _ in }, ["de": ["Alpha"], "en": ["Alpha"]]),
      (
        "a tie", decision("draws: 1000", "draws: 1000\nverdict: { tie_lead: 90 }"),
        ["de": ["Unentschieden"], "en": ["Tie"]]
      ),
      (
        "none acceptable", decision("scale: rating }", "scale: rating, knockout: at least 9 }"),
        ["de": ["Keines"], "en": ["None acceptable"]]
      ),
      (
        "one offer only",
        { scratch in
          let text = SmallFolder.decision.split(separator: "\n", omittingEmptySubsequences: false)
            .filter { !$0.contains("id: beta") }.joined(separator: "\n")
          try scratch.write(text, to: "d/decision.yaml")
        }, ["de": ["Alpha"], "en": ["Alpha"]]
      ),
      (
        "a missing price",
        {
          try $0.write(
            SmallFolder.alphaPrices.replacing("4500.00", with: "on request"),
            to: "d/alpha-prices.csv")
        }, ["de": ["Beta"], "en": ["Beta"]]
      ),
      (
        "a criterion on which all agree",
        answers("criterion,answer,evidence\nquality,6,3\nhosting,yes,4\n"),
        ["de": ["Beta"], "en": ["Beta"]]
      ),
      (
        "an unknown knock-out",
        { scratch in
          try decision("scale: yes_no }", "scale: yes_no, knockout: yes }")(scratch)
          try answers("criterion,answer\nquality,9\nhosting,\n")(scratch)
        }, ["de": ["Hosting"], "en": ["Hosting"]]
      ),
      (
        "names full of markup",
        decision("name: Alpha", "name: \"<script>alert(1)</script> & \\\"Söhne\\\" \\u202Etxt\""),
        ["de": ["<script>"], "en": ["<script>"]]
      ),
      (
        "long names",
        decision(
          "name: Alpha",
          "name: Donaudampfschifffahrtsgesellschaftskapitaenswitwenversicherung und Partner mbB"),
        ["de": ["Donau"], "en": ["Donau"]]
      ),
    ]

  static let all =
    cases.flatMap { item in
      ["de", "en"].map {
        PageCase(name: item.0, language: $0, change: item.1, words: item.2[$0] ?? [])
      }
    } + samples

  private static let samples = [
    ("make-or-buy", ["de": "Eigene Entwicklung", "en": "Eigene Entwicklung"]),
    ("cloud-or-on-premises", ["de": "Own servers", "en": "Own servers"]),
  ].flatMap { sample, words in
    words.sorted { $0.key < $1.key }.map {
      PageCase(
        sample: sample, name: "the sample \(sample)", language: $0.key, change: nil,
        words: [$0.value])
    }
  }

  /// Evaluates and returns the folder with the results.
  func evaluate(_ scratch: Scratch) throws -> URL {
    let out = scratch.path("out")
    var source = Votum.checkout.appendingPathComponent("samples/\(sample)").path
    if let change {
      try SmallFolder.make(scratch)
      try change(scratch)
      source = scratch.path("d")
    }
    let run = try Votum.run(["evaluate", source, "--language", language, "--out", out])
    #expect(run.status == 0, "\(run.errors)")
    #expect(!run.output.isEmpty)
    return scratch.url("out")
  }
}

@Suite(.serialized) struct PageTests {
  @Test func aBrowserIsThere() {
    #expect(Browser.program != nil, "chromium is missing; make test installs it")
  }

  @Test(arguments: PageCase.all)
  func readsWellInABrowser(page: PageCase) throws {
    let scratch = try Scratch()
    let out = try page.evaluate(scratch)
    let report = out.appendingPathComponent("report.html")
    let (layouts, log) = try Browser.layouts(of: report, widths: [1400, 390])
    #expect(log.isEmpty)
    #expect(layouts.count == 2)
    for layout in layouts {
      #expect(layout.scrollWidth <= layout.width, "scrolls sideways at \(layout.width)")
      #expect(layout.cut.isEmpty, "cut at \(layout.width)")
      #expect(layout.overlapping.isEmpty, "overlapping at \(layout.width)")
      #expect(layout.pale.isEmpty, "too pale at \(layout.width)")
      for word in page.words { #expect(layout.text.contains(word)) }
      #expect(layout.headings.first == 1 && layout.headings.filter { $0 == 1 }.count == 1)
      for (above, below) in zip(layout.headings, layout.headings.dropFirst()) {
        #expect(below <= above + 1, "a heading level is skipped: \(layout.headings)")
      }
      #expect(!layout.text.contains("NaN") && !layout.text.contains("nil"))
    }
    let html = try String(contentsOf: report, encoding: .utf8)
    for trace in ["http://", "https://", " src=", "@import", "url("] {
      let outside = html.replacingOccurrences(of: "http://www.w3.org/", with: "")
      #expect(!outside.contains(trace), "\(trace) could leave the file")
    }
  }

  /// The pages of a PDF as text.
  private func pages(_ scratch: Scratch, _ pdf: String) throws -> [Substring] {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["pdftotext", "-layout", scratch.path(pdf), scratch.path("report.txt")]
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0, "pdftotext is missing; make test installs it")
    return try scratch.text("report.txt").split(separator: "\u{0C}")
  }

  @Test(arguments: ["de", "en"])
  func printsTheFirstPageOnOneSheet(language: String) throws {
    let scratch = try Scratch()
    let sample = Votum.checkout.appendingPathComponent("samples/erp-selection").path
    let arguments = ["evaluate", sample, "--language", language, "--format", "pdf", "--out"]
    for out in ["one", "two"] {
      let run = try Votum.run(arguments + [scratch.path(out)])
      #expect(run.status == 0, "\(run.errors)")
    }
    #expect(try scratch.files("one").keys.sorted() == ["manifest.json", "report.pdf"])
    #expect(try scratch.files("one") == scratch.files("two"), "the clock stands nowhere in it")
    let pages = try pages(scratch, "one/report.pdf")
    #expect(pages.count > 3)
    let first = try #require(pages.first)
    #expect(first.contains(language == "de" ? "Nächster Schritt" : "Next step"))
    #expect(pages[1].contains(language == "de" ? "Rangfolge" : "Ranking"))
    for (index, page) in pages.enumerated() {
      // The foot of every page: title, date, version, hash, number.
      let lines = page.split(separator: "\n").suffix(2).joined(separator: " ")
      #expect(lines.contains("ERP für die Nordwerk GmbH"), "page \(index + 1)")
      #expect(lines.contains("November 2026") && lines.contains("Votum") && lines.contains("…"))
      let number =
        language == "de"
        ? "Seite \(index + 1) von \(pages.count)" : "Page \(index + 1) of \(pages.count)"
      #expect(lines.contains(number), "page \(index + 1): \(lines)")
      // Nothing that needs a script is on paper.
      #expect(!page.contains(language == "de" ? "Was wäre, wenn" : "What if?"))
    }
  }

  @Test func saysWhatIsMissingForPDFAndWritesNothing() throws {
    let scratch = try Scratch()
    try SmallFolder.make(scratch)
    let out = ["evaluate", scratch.path("d"), "--out", scratch.path("out"), "--format"]
    #expect(try Votum.run(out + ["csv"]).status == 0)
    let before = try scratch.files("out")
    let run = try Votum.run(out + ["html,pdf"], environment: ["PATH": scratch.path("nowhere")])
    #expect(run.status == 73)
    #expect(run.errors.contains("install chromium"))
    #expect(try scratch.files("out") == before)
    // A browser that fails is no fault of ours, and leaves no file behind either.
    try scratch.write("#!/bin/sh\nexit 1\n", to: "bin/chromium")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: scratch.path("bin/chromium"))
    let failed = try Votum.run(
      out + ["html,pdf"], environment: ["PATH": scratch.path("bin"), "TMPDIR": scratch.path("bin")])
    #expect(failed.status == 73)
    #expect(failed.errors.contains("bin/chromium"))
    #expect(try scratch.files("out") == before)
    #expect(try scratch.files("bin").count == 1)
  }
}
