import Foundation
import Testing

/// An offer that tries everything against the page that shows it.
@Suite(.serialized) struct HostilePageTests {
  private static let attacks = [
    "<script>window.attacked = true</script>", "</script><script>window.attacked = true</script>",
    "\"><img src=x onerror=\"window.attacked = true\">", "' onfocus='window.attacked = true' x='",
    "<svg onload=\"window.attacked = true\"><script>window.attacked = true</script></svg>",
    "</style><style>*{display:none!important}@import url(https://example.org/a.css);</style>",
    "<iframe srcdoc=\"<script>top.attacked = true</script>\"></iframe>",
    "<link rel=stylesheet href=https://example.org/b.css>", "<!--", "]]>", "{{7*7}}${7*7}",
    "<meta http-equiv=refresh content=\"0;url=https://example.org/\">", "__proto__",
    "\u{202E}txet desrever\u{202C} \u{2066}\u{200F}", "</textarea></title></dialog></bdi>",
    "javascript:window.attacked = true", "\\u003cscript\\u003ewindow.attacked = true",
    "<base href=https://example.org/>", "{name} {points} {__proto__}",
  ]

  private func makeHostile(_ scratch: Scratch) throws {
    try SmallFolder.make(scratch)
    func quoted(_ text: String) -> String {
      "\"" + text.replacing("\"", with: "\"\"") + "\""
    }
    func yaml(_ text: String) -> String {
      "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }
    let all = Self.attacks.joined(separator: " ")
    var decision = SmallFolder.decision
      .replacing("title: Small decision", with: "title: \(yaml(all))")
      .replacing("name: Alpha", with: "name: \(yaml(Self.attacks[1] + Self.attacks[2]))")
      .replacing("name: Beta", with: "name: \(yaml(Self.attacks[4] + Self.attacks[13]))")
    // A criterion, an answer, a comment, a price and a profile for each attack.
    let questions = Self.attacks.enumerated().map { index, attack in
      "  - { id: q\(index), name: \(yaml(attack)), under: fit, weight: 10, scale: rating }\n"
    }.joined()
    decision = decision.replacing("goals:\n", with: questions + "goals:\n")
    decision += "weight_profiles:\n"
    for (index, attack) in Self.attacks.enumerated() where index < 6 {
      decision += "  \(yaml(attack)): { fit: 40 }\n"
    }
    try scratch.write(decision, to: "d/decision.yaml")
    var answers = "criterion,answer,evidence,comment\nquality,8,3,\(quoted(all))\nhosting,yes,4,\n"
    var prices = SmallFolder.alphaPrices
    for (index, attack) in Self.attacks.enumerated() {
      answers += "q\(index),\(index % 11),3,\(quoted(attack))\n"
      prices += "\(quoted(attack)),implementation,\(100 + index).00,,once\n"
    }
    try scratch.write(answers, to: "d/alpha-answers.csv")
    try scratch.write(prices, to: "d/alpha-prices.csv")
  }

  @Test(arguments: ["de", "en"])
  func nothingRunsAndNothingIsLoaded(language: String) async throws {
    let scratch = try Scratch()
    try makeHostile(scratch)
    let run = try Votum.run(
      ["evaluate", scratch.path("d"), "--language", language, "--out", scratch.path("out")])
    #expect(run.status == 0, "\(run.errors)")
    let address = scratch.url("out/report.html").absoluteString
    try await WebDriver.with { browser in
      try await browser.open(address + "#what-if?fit=0.3&cost=0.7&without=%3Cscript%3E")
      // Everything is opened, clicked and walked through.
      try await browser.run(
        """
        for (const d of document.querySelectorAll("details")) d.open = true;
        for (const b of document.querySelectorAll("button")) b.click();
        for (const c of document.querySelectorAll(".matrix td.o")) {
          c.click();
          document.getElementById("trace").close();
        }
        for (const i of document.querySelectorAll("input")) { i.focus(); i.click(); }
        for (const s of document.querySelectorAll("input[type=range]")) {
          s.value = 80;
          s.dispatchEvent(new Event("input"));
        }
        """)
      try await Task.sleep(for: .milliseconds(500))
      let state = try await browser.run(
        """
        return [window.attacked === undefined, ({}).polluted === undefined,
          document.querySelectorAll("script").length === 3,
          document.querySelectorAll("img, iframe, link, base, object, svg script").length === 0,
          document.querySelectorAll("style").length === 1,
          document.querySelectorAll("meta[http-equiv]").length === 1,
          location.protocol === "file:"]
        """, as: [Bool].self)
      #expect(state == [Bool](repeating: true, count: 7))
      let text = try await browser.run("return document.body.innerText", as: String.self)
      #expect(text.contains("<script>window.attacked = true</script>"), "shown as it was written")
      #expect(!text.unicodeScalars.contains { (0x202A...0x202E).contains($0.value) })
      #expect(!text.unicodeScalars.contains { (0x2066...0x2069).contains($0.value) })
      #expect(try await browser.complaints().isEmpty)
      let requests = try await browser.requests()
      #expect(requests.allSatisfy { $0.hasPrefix("file:///") && $0.contains("/out/report.html") })
      #expect(!requests.isEmpty, "the log of requests works")
    }
  }

  /// The policy alone holds: a script put into the file by hand does not run.
  @Test func thePolicyHoldsByItself() async throws {
    let scratch = try Scratch()
    try SmallFolder.make(scratch)
    let run = try Votum.run(["evaluate", scratch.path("d"), "--out", scratch.path("out")])
    #expect(run.status == 0, "\(run.errors)")
    let html = try scratch.text("out/report.html").replacing(
      "</main>",
      with: """
        <script>window.attacked = true</script><img src="https://example.org/x.png" \
        onerror="window.attacked = true"><a href="javascript:window.attacked = true" id="trap">x</a>\
        </main>
        """)
    try scratch.write(html, to: "changed.html")
    try await WebDriver.with { browser in
      try await browser.open(scratch.url("changed.html").absoluteString)
      try await browser.run("document.getElementById('trap').click()")
      try await Task.sleep(for: .milliseconds(300))
      #expect(try await browser.run("return window.attacked === undefined", as: Bool.self))
      // One complaint for the script, one for the picture that was not fetched.
      let complaints = try await browser.complaints()
      #expect(complaints.contains { $0.contains("script-src") })
      #expect(complaints.contains { $0.contains("example.org/x.png") })
    }
  }
}
