import Foundation
import Testing

/// One thing wrong with a small decision, and where it must be reported.
struct BadInput: Sendable, CustomTestStringConvertible {
  let name: String
  /// File to replace in the folder; `nil` content removes it.
  let file: String
  let content: [UInt8]?
  /// `file:line:` that one of the messages must begin with.
  let place: String
  /// Words that the message at that place must contain.
  let words: [String]

  var testDescription: String { name }

  init(_ name: String, _ file: String, _ content: [UInt8]?, _ place: String, _ words: String...) {
    self.name = name
    self.file = file
    self.content = content
    self.place = place
    self.words = words
  }

  init(_ name: String, _ file: String, _ text: String, _ place: String, _ words: String...) {
    self.name = name
    self.file = file
    content = Array(text.utf8)
    self.place = place
    self.words = words
  }

  /// The decision with one line replaced; the place is that line.
  static func decision(_ name: String, _ old: String, _ new: String, _ words: String...) -> BadInput
  {
    let text = SmallFolder.decision.replacing(old, with: new)
    let line =
      SmallFolder.decision.split(separator: "\n", omittingEmptySubsequences: false)
      .firstIndex { $0.contains(old.split(separator: "\n").first ?? "") }.map { $0 + 1 } ?? 0
    var input = BadInput(name, "decision.yaml", text, "decision.yaml:\(line):")
    input = BadInput(
      name: name, file: input.file, content: input.content, place: input.place, words: words)
    return input
  }

  private init(name: String, file: String, content: [UInt8]?, place: String, words: [String]) {
    self.name = name
    self.file = file
    self.content = content
    self.place = place
    self.words = words
  }

  static let prices = "item,category,amount net,per,frequency,currency,kind\n"

  static let all: [BadInput] = [
    // Files as such
    BadInput("missing offer", "alpha-prices.csv", nil, "decision.yaml:19:", "alpha-prices.csv"),
    BadInput("missing decision", "decision.yaml", nil, "decision.yaml:1:", "does not exist"),
    BadInput("empty offer", "alpha-prices.csv", "", "alpha-prices.csv:1:"),
    BadInput("empty decision", "decision.yaml", "", "decision.yaml:1:"),
    BadInput(
      "spreadsheet", "alpha-prices.csv", [0x50, 0x4B, 3, 4, 0, 0, 1, 2], "alpha-prices.csv:1:"),
    BadInput(
      "binary", "alpha-prices.csv", [0, 1, 2, 3, 255, 254, 0, 7], "alpha-prices.csv:1:"),
    BadInput(
      "binary decision", "decision.yaml", [0, 1, 2, 255, 254, 0], "decision.yaml:1:"),
    BadInput(
      "wrong encoding of a decision", "decision.yaml",
      Array("votum: 1\ntitle: Gr".utf8) + [0xFC, 0xDF] + Array("e\n".utf8), "decision.yaml:2:"),
    // Tables
    BadInput(
      "unknown headers", "alpha-answers.csv", "foo,bar\n1,2\n", "alpha-answers.csv:1:", "foo"),
    BadInput(
      "unterminated quote", "alpha-prices.csv",
      prices + "\"Subscription,subscription,49.00,users,monthly,,\nSet-up,other,1,,,,\n",
      "alpha-prices.csv:2:"),
    BadInput(
      "ragged row", "alpha-answers.csv", "criterion,answer\nquality,8,more,still\nhosting,yes\n",
      "alpha-answers.csv:2:", "4"),
    BadInput(
      "duplicate answer", "alpha-answers.csv",
      "criterion,answer\nquality,8\nhosting,yes\nquality,3\n", "alpha-answers.csv:4:", "quality"),
    BadInput(
      "unknown criterion", "alpha-answers.csv", "criterion,answer\nqualty,8\nhosting,yes\n",
      "alpha-answers.csv:2:", "quality"),
    BadInput(
      "unknown level", "alpha-answers.csv", "criterion,answer\nquality,8\nhosting,yess\n",
      "alpha-answers.csv:3:", "yes"),
    BadInput(
      "ambiguous number", "alpha-prices.csv",
      prices + "Subscription,subscription,1.234,users,monthly,,\n", "alpha-prices.csv:2:",
      "1.234", "1234"),
    BadInput(
      "negative price", "alpha-prices.csv",
      prices + "Subscription,subscription,-49.00,users,monthly,,\n", "alpha-prices.csv:2:"),
    BadInput(
      "currency without a rate", "alpha-prices.csv",
      prices + "Subscription,subscription,49.00,users,monthly,CHF,\n", "alpha-prices.csv:2:",
      "CHF", "exchange_rates"),
    BadInput(
      "unknown quantity", "alpha-prices.csv",
      prices + "Subscription,subscription,49.00,usres,monthly,,\n", "alpha-prices.csv:2:",
      "users"),
    BadInput(
      "not a number", "alpha-prices.csv",
      prices + "Subscription,subscription,NaN,users,monthly,,\n", "alpha-prices.csv:2:"),
    BadInput(
      "infinite", "alpha-prices.csv",
      prices + "Subscription,subscription,inf,users,monthly,,\n", "alpha-prices.csv:2:"),
    BadInput(
      "exponent", "alpha-prices.csv",
      prices + "Subscription,subscription,1e400,users,monthly,,\n", "alpha-prices.csv:2:"),
    BadInput(
      "too large", "alpha-prices.csv",
      prices + "Subscription,subscription,99999999999999999999999999999,users,monthly,,\n",
      "alpha-prices.csv:2:"),
    BadInput(
      "overflow when multiplied", "alpha-prices.csv",
      prices + "Subscription,subscription,99999999999999999999999999.00,users,monthly,,\n",
      "alpha-prices.csv:2:"),
    // XML
    BadInput(
      "malformed XML", "beta.xml",
      "<offer xmlns=\"urn:votum:offer:1\" id=\"beta\"><answers></offer>", "beta.xml:1:"),
    BadInput(
      "XML against the schema", "beta.xml",
      SmallFolder.beta.replacing("amount=\"39.00\"", with: "amount=\"cheap\""), "beta.xml:8:"),
    BadInput(
      "foreign XML", "beta.xml",
      "<Invoice xmlns=\"urn:oasis:names:specification:ubl:schema:xsd:Invoice-2\"/>",
      "beta.xml:1:", "UBL"),
    BadInput(
      "external entity", "beta.xml",
      """
      <?xml version="1.0"?>
      <!DOCTYPE offer [<!ENTITY x SYSTEM "file:///etc/passwd">]>
      <offer xmlns="urn:votum:offer:1" id="beta"><answers/>&x;</offer>
      """, "beta.xml:2:"),
    BadInput(
      "billion laughs", "beta.xml",
      "<?xml version=\"1.0\"?>\n<!DOCTYPE lolz [<!ENTITY a \"lol\">"
        + (1...9).map { level in
          let (old, new) = (level == 1 ? "a" : "a\(level - 1)", "a\(level)")
          return "<!ENTITY \(new) \"" + String(repeating: "&\(old);", count: 10) + "\">"
        }.joined() + "]>\n<offer xmlns=\"urn:votum:offer:1\">&a9;</offer>", "beta.xml:2:"),
    // The decision
    .decision("unknown key", "draws: 1000", "drwas: 1000", "draws"),
    .decision("wrong type", "horizon: 3 years", "horizon: [3]"),
    .decision("horizon 0", "horizon: 3 years", "horizon: 0 years"),
    .decision("horizon 51", "horizon: 3 years", "horizon: 51 years"),
    BadInput(
      "duplicate key", "decision.yaml",
      SmallFolder.decision.replacing("currency: EUR", with: "currency: EUR\ncurrency: USD"),
      "decision.yaml:5:", "line 4"),
    .decision("ambiguous money", "best: 10000", "best: 10.000", "10.000"),
    .decision("best not below worst", "best: 10000", "best: 90000"),
    .decision("not a date", "as_of: 2026-11-20", "as_of: 2026-02-30"),
    .decision("infinite rate", "discount_rate: 5 %", "discount_rate: inf"),
    .decision("exponent", "discount_rate: 5 %", "discount_rate: 1e400"),
    BadInput(
      "percentages that do not sum", "decision.yaml",
      SmallFolder.decision.replacing("weight: 60,", with: "weight: 61 %,")
        .replacing("weight: 40,", with: "weight: 40 %,"), "decision.yaml:", "101"),
    .decision("weights of two kinds", "weight: 40, scale", "weight: 40 %, scale", "line 12"),
    .decision("weights all 0", "weight: 60, scale", "weight: 0, scale"),
    .decision("duplicate criterion", "id: hosting, name", "id: quality, name", "quality"),
    .decision("unknown scale", "scale: rating", "scale: ratnig", "rating"),
    .decision("unknown parent", "under: fit, weight: 60", "under: fti, weight: 60", "fit"),
    .decision("unknown kind", "kind: saas, files: [alpha", "kind: sas, files: [alpha", "saas"),
    .decision("tab", "horizon: 3 years", "\thorizon: 3 years"),
    .decision("alias", "title: Small decision", "title: &t Small\nowner: *t"),
  ]
}

@Suite struct BadInputTests {
  @Test(arguments: BadInput.all)
  func isReportedWithItsPlaceAndChangesNothing(input: BadInput) throws {
    let scratch = try Scratch()
    try SmallFolder.make(scratch)
    let good = try Votum.run(["evaluate", scratch.path("d")])
    #expect(good.status == 0, "\(good.errors)")
    let before = try scratch.files("d/out")

    if let content = input.content {
      var content = content
      if input.name == "weights all 0" {
        content = Array(
          String(decoding: content, as: UTF8.self).replacing("weight: 40", with: "weight: 0").utf8)
      }
      try scratch.write(content, to: "d/\(input.file)")
    } else {
      try FileManager.default.removeItem(at: scratch.url("d/\(input.file)"))
    }
    for language in ["en", "de"] {
      let run = try Votum.run(["evaluate", scratch.path("d"), "--language", language])
      #expect(run.status == 1, "\(run.errors)")
      #expect(run.output.isEmpty)
      let kind = language == "en" ? "error: " : "Fehler: "
      let lines = run.errors.split(separator: "\n").map(String.init)
      let hits = lines.filter { $0.hasPrefix(input.place) && $0.contains(kind) }
      #expect(!hits.isEmpty, "nothing at \(input.place) in:\n\(run.errors)")
      if language == "en" {
        for word in input.words {
          #expect(hits.contains { $0.contains(word) }, "‘\(word)’ missing in \(hits)")
        }
      }
      #expect(hits.allSatisfy { $0.contains(";") }, "how to mend it is missing: \(hits)")
    }
    #expect(try scratch.files("d/out") == before, "earlier results must stay whole")
  }

  @Test func allErrorsAreReportedAtOnce() throws {
    let scratch = try Scratch()
    try SmallFolder.make(scratch)
    try scratch.write("criterion,answer\nqualty,8\nhosting,maybe\n", to: "d/alpha-answers.csv")
    try scratch.write(
      BadInput.prices + "A,subscription,NaN,users,monthly,,\nB,subscription,1,usres,monthly,,\n",
      to: "d/alpha-prices.csv")
    let run = try Votum.run(["check", scratch.path("d")])
    #expect(run.status == 1)
    for place in [
      "alpha-answers.csv:2:", "alpha-answers.csv:3:", "alpha-prices.csv:2:", "alpha-prices.csv:3:",
    ] {
      #expect(run.errors.contains("\n" + place) || run.errors.hasPrefix(place), "\(run.errors)")
    }
  }

  @Test func aPipeDoesNotBlock() throws {
    let scratch = try Scratch()
    try SmallFolder.make(scratch)
    try FileManager.default.removeItem(at: scratch.url("d/beta.xml"))
    #expect(mkfifo(scratch.path("d/beta.xml"), 0o600) == 0)
    let run = try Votum.run(["check", scratch.path("d")])
    #expect(run.status == 1)
    #expect(run.errors.contains("beta.xml"))
  }

  @Test func aFolderInsteadOfAFile() throws {
    let scratch = try Scratch()
    try SmallFolder.make(scratch)
    try FileManager.default.removeItem(at: scratch.url("d/beta.xml"))
    try scratch.write("x", to: "d/beta.xml/inside")
    let run = try Votum.run(["check", scratch.path("d")])
    #expect(run.status == 1)
    #expect(run.errors.contains("decision.yaml:20:"))
  }

  @Test(.enabled(if: getuid() != 0, "permissions do not bind the administrator"))
  func anUnreadableFile() throws {
    let scratch = try Scratch()
    try SmallFolder.make(scratch)
    #expect(chmod(scratch.path("d/beta.xml"), 0) == 0)
    let run = try Votum.run(["check", scratch.path("d")])
    #expect(run.status == 1)
    #expect(run.errors.contains("decision.yaml:20:"))
  }
}
