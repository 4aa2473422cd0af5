import DecisionModel
import Messages
import OfferImport
import Testing
import XMLReading

/// One input with the findings that it must give, at their places.
struct FaultyOffer: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let files: [[UInt8]]
  let findings: [String]
  var decision = Fixture.decision()
  var schema = Schema.bytes
  /// The schema that the decision names.
  var rules: XMLSchemaFiles?

  init(
    _ text: String, _ findings: [String], decision: Decision = Fixture.decision(),
    schema: [UInt8] = Schema.bytes, rules: XMLSchemaFiles? = nil
  ) {
    self.init([Array(text.utf8)], findings, decision: decision, schema: schema)
    self.rules = rules
  }

  init(
    _ files: [[UInt8]], _ findings: [String], decision: Decision = Fixture.decision(),
    schema: [UInt8] = Schema.bytes
  ) {
    testDescription = findings.last ?? ""
    self.files = files
    self.findings = findings
    self.decision = decision
    self.schema = schema
  }

  /// Answers under the usual header.
  static func answers(_ rows: String, _ findings: String...) -> FaultyOffer {
    FaultyOffer("criterion;answer;low;high;evidence\n" + rows, findings)
  }

  /// Prices with further columns.
  static func prices(
    _ columns: String, _ rows: String, _ findings: String...,
    decision: Decision = Fixture.decision()
  ) -> FaultyOffer {
    FaultyOffer("item;amount net;category;\(columns)\n\(rows)", findings, decision: decision)
  }

  /// A document in Votum's own format.
  static func xml(_ body: String, _ findings: String...) -> FaultyOffer { xml(body, findings) }

  static func xml(_ body: String, _ findings: [String]) -> FaultyOffer {
    FaultyOffer("<offer xmlns=\"urn:votum:offer:1\">\n\(body)\n</offer>", findings)
  }
}

@Suite("What is wrong with an offer")
struct OfferMessageTests {
  @Test("is told at its place", arguments: answers + prices + tables + documents)
  func findings(_ offer: FaultyOffer) {
    let read = ReadOffer(
      offer.files, decision: offer.decision, schema: offer.schema, rules: offer.rules)
    #expect(read.findings == offer.findings)
    for finding in read.diagnostics.all {
      for language in Language.allCases {
        let text = finding.message.text(language)
        #expect(text.contains("; "), "says what is wrong, but not how to mend it: \(text)")
        #expect(!text.contains("\n") && !text.contains("Optional("))
      }
      #expect(finding.message.text.de != finding.message.text.en)
    }
  }

  @Test(
    "has a case here for every message",
    arguments: ["OfferMessages", "PriceMessages", "FileMessages"])
  func complete(file: String) throws {
    let source = String(
      decoding: Schema.read("Sources/Messages/\(file).swift"), as: UTF8.self)
    let names = source.matches(of: /static func (\w+)/).map { String($0.output.1) }
    #expect(names.count > 15)
    #expect(names == names.sorted())
    let cases =
      OfferMessageTests.answers + OfferMessageTests.prices
      + OfferMessageTests.tables + OfferMessageTests.documents
    var tested = Set(cases.flatMap(\.findings).compactMap { $0.split(separator: " ").last })
    tested.insert("baselineHoldsOnlyPrices")
    for name in names { #expect(tested.contains(Substring(name)), "no case for \(name)") }
  }

  @Test("is told on one short line, whatever the file holds")
  func hostileTexts() {
    let text = "look\u{202E}\u{7}s\u{1B}[31m\n\n" + String(repeating: "e\u{301}", count: 5_000)
    let read = ReadOffer("criterion;answer\n\"\(text)\";5")
    #expect(read.findings == ["error 2:1 offerCriterionUnknown"])
    for language in Language.allCases {
      let shown = read.diagnostics.all.first?.text(language) ?? ""
      #expect(shown.contains("look"))
      #expect(shown.count < 200)
      #expect(shown.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0 != "\u{202E}" })
    }
  }

  static let answers: [FaultyOffer] = [
    .answers("order_variants;standard;;;6", "error 2:27 answerEvidenceUnknown"),
    .answers("latency;2 ms", "warning 2:9 answerFarOffScale"),
    .answers("latency;30000", "warning 2:9 answerFarOffScale"),
    .answers("looks;11", "warning 2:7 answerFarOffScale"),
    .answers("uptime;-1 %", "warning 2:8 answerFarOffScale"),
    .answers("order_variants;standart", "error 2:16 answerLevelUnknown"),
    .answers("hosted_here;entfällt", "warning 2:13 answerNotApplicable"),
    .answers("latency;n/a", "warning 2:9 answerNotApplicable"),
    .answers("hosted_here;ja;1", "error 2:16 answerRangeOnLevels"),
    .answers("latency;;300;400", "error 2:1 answerRangeWithoutFigure"),
    .answers("looks;5\nhosted_here;ja\nlooks;6", "error 4:1 answerTwice"),
    .answers("looks;fünf\nlooks;6", "error 2:7 cellNotANumber", "error 3:1 answerTwice"),
    .answers("latency;5 %", "error 2:9 answerUnitDiffers"),
    .answers("fee;5 $", "error 2:5 answerUnitDiffers"),
    .answers(";standard", "error 2:1 answerWithoutCriterion"),
    .answers("core;standard", "error 2:1 offerCriterionIsBranch"),
    .answers("cost;5", "error 2:1 offerCriterionIsCost"),
    .answers("order_variant;standard", "error 2:1 offerCriterionUnknown"),
    .answers("latency;300;400;500", "error 2:1 rangeNotRising"),
    .answers("latency;3 s", "error 2:9 cellNumberWithWord"),
    FaultyOffer(
      "term;value\nBindefrist;31.01.2027", ["warning 2:12 offerExpiresBeforeDecision"]),
    FaultyOffer(
      "term;value\nBindefrist;31.03.2027\nvalid until;2027-04-01",
      ["error 3:13 offerValidityTwice"]),
    FaultyOffer("term;value\n;3 Monate", ["error 2:1 termWithoutName"]),
    FaultyOffer("term;value\nBindefrist;bald", ["error 2:12 cellNotADate"]),
  ]

  static let prices: [FaultyOffer] = [
    .prices("status", "A;5;other;alternative", "error 2:11 priceAlternativeWithoutGroup"),
    .prices("status", "A;5;other;vielleicht", "error 2:11 cellWordUnknown"),
    .prices("start", "A;5;other;2026-12-31", "error 2:11 priceBeforeStart"),
    .prices(
      "start;frequency;in_advance", "A;5;other;2026-12-31;yearly;yes",
      "error 2:11 priceBeforeStart"),
    .prices(
      "tiers;tier_mode", "A;5;other;50: 40 | *: 33;volume", "error 2:3 priceBesideTiers"),
    .prices("high", "A;auf Anfrage;other;7", "error 2:21 priceBesideWord"),
    FaultyOffer("item;amount net\nA;5", ["warning 1:1 priceCategoryColumnMissing"]),
    .prices("per", "A;5", "warning 2:1 priceCategoryMissing"),
    .prices("currency", "A;5 €;other;CHF", "error 2:13 priceCurrencyConflict"),
    .prices("currency", "A;5;other;Taler", "error 2:11 priceCurrencyUnknown"),
    .prices("currency", "A;5;other;SEK", "error 2:11 priceCurrencyWithoutRate"),
    .prices("discount", "A;5;other;-10 %", "warning 2:11 priceDiscountBelowZero"),
    .prices("end", "A;5;other;2028-01-01", "error 2:11 priceEndWithoutFrequency"),
    .prices(
      "start;end;frequency", "A;5;other;2028-01-01;2027-06-30;monthly",
      "error 2:22 priceEndsBeforeStart"),
    .prices("frequency", "A;5;exit;monthly", "error 2:1 priceExitWithoutDates"),
    .prices("tax", "A;5;other;gross", "error 2:1 priceGrossWithoutRate"),
    .prices("per", "A;5 %;other", "error 2:3 priceInPercent"),
    .prices("per", "Schulung (optional);5;other", "warning 2:1 priceTakenAsOptional"),
    .prices(
      "per", "ERP Basis-Edition;5;other\nERP Voll-Edition;9;other",
      "warning 2:1 priceTakenAsEdition", "warning 3:1 priceTakenAsEdition"),
    .prices("per", "A;;other", "error 2:1 priceMissing"),
    .prices("kind", "A;-5;other;cost", "error 2:3 priceNegative"),
    .prices("per", "A;auf Anfrage;other", "warning 2:1 priceOnRequest"),
    .prices("per", "A;k. A.;other", "warning 2:1 priceOnRequest"),
    .prices("per", "A;5;other;user", "error 2:11 priceQuantityUnknown"),
    .prices("low;high;kind", "A;-5;other;-6;1;benefit", "error 2:3 priceRangeOverZero"),
    .prices("likely", "A;5;other;6", "error 2:1 priceStatedTwice"),
    FaultyOffer("item;amount;category\nA;5;other", ["warning 1:1 priceTaxUnknown"]),
    .prices("per", ";5;other", "error 2:1 priceWithoutItem"),
    .prices("low", "A;5;other;6", "error 2:1 rangeNotRising"),
    .prices("tiers", "A;;other;50: 40 | *: 33", "error 2:10 tierModeMissing"),
    .prices("tiers;tier_mode", "A;;other;ab 50;volume", "error 2:10 tierNotReadable"),
    .prices("tiers;tier_mode", "A;;other;*: 3 | 50: 40;volume", "error 2:10 tierOpenNotLast"),
    .prices("tiers;tier_mode", "A;;other;50: 4 | 50: 3;volume", "error 2:10 tiersNotRising"),
    .prices("tiers;tier_mode", "A;;other;50: -4 | *: 3;volume", "error 2:10 priceNegative"),
    .prices("per", "A;5;other\nSumme;5"),
    .prices("per", "Lizenzen\nA;5;other", "warning 2:1 headingLeftOut"),
    .prices(
      "per", "A;5;other", "warning decision.yaml:7:3 assumedPriceNotNeeded",
      decision: Fixture.decision(assumed: [Fixture.assumed("A")])),
    .prices(
      "per", "Hotline;5;other", "error decision.yaml:7:3 assumedPriceWithoutLine",
      decision: Fixture.decision(assumed: [Fixture.assumed("Hotlin")])),
    .prices("count", "A;5;other;-3", "error 2:11 cellNotACount"),
    .prices("price_base", "A;5;other;0", "error 2:11 cellNotACount"),
    .prices("first_increase", "A;5;other;1.1.", "error 2:11 cellNotADate"),
    .prices("per", "A;fünf;other", "error 2:3 cellNotANumber"),
    .prices("escalation", "A;5;other;3", "error 2:11 cellNotAShare"),
    .prices("escalation", "A;5;other;-100 %", "error 2:11 cellNotAShare"),
    .prices("per", "A;1.2.3;other", "error 2:3 cellNumberBadGroups"),
    .prices(
      "per", "A;999999999999999999999999999;other", "error 2:3 cellNumberTooLarge"),
    .prices("per", "A;0.1234567890123;other", "error 2:3 cellNumberTooManyDecimals"),
    .prices("per", "A;1e5;other", "error 2:3 cellNumberWithExponent"),
    .prices("per", "A;5 Stück;other", "error 2:3 cellNumberWithWord"),
    .prices("frequency", "A;5;other;montlich", "error 2:11 cellWordUnknown"),
    .prices("per", "A;5;other\nB;1.234;other", "error 3:3 columnStyleAmbiguous"),
    .prices("per", "A;1,5;other\nB;1.5;other", "error 3:3 columnStyleContradictory"),
    .prices(
      "frequency;start", "A;x;lizenzz;nie;gestern", "error 2:17 cellNotADate",
      "error 2:3 cellNotANumber", "error 2:5 cellWordUnknown", "error 2:13 cellWordUnknown"),
  ]

  static let tables: [FaultyOffer] = [
    FaultyOffer(
      "item;Preis netto;Gesamtpreis;Summe;category\nA;5;5;5;other",
      ["warning 1:30 columnLeftOut"]),
    FaultyOffer("criterion;answer;answer\nlooks;5;6", ["error 1:18 columnTwice"]),
    FaultyOffer("criterion;answer;anwser2\nlooks;5", ["warning 1:18 columnUnknown"]),
    FaultyOffer(
      [Array("criterion;answer;comment\nlooks;5;sch".utf8) + [0xF6, 0x81, 0x6E]],
      ["warning 2:13 fileCharacterUnreadable"]),
    FaultyOffer("", ["error 1:1 fileEmpty"]),
    FaultyOffer(
      [[0xFF, 0xFE, 0, 0, 0x61, 0, 0, 0]], ["error 1:1 fileEncodingNotRead"]),
    FaultyOffer([[0x50, 0x4B, 0x03, 0x04, 1, 2]], ["error 1:1 fileKindNotRead"]),
    FaultyOffer("%PDF-1.7", ["error 1:1 fileKindNotRead"]),
    FaultyOffer("<!DOCTYPE html><html>", ["error 1:1 fileKindNotRead"]),
    FaultyOffer("criterion;answer\nlooks;\u{0}5", ["error 2:7 fileNotText"]),
    FaultyOffer(
      "criterion;answer;comment\nlooks;5;" + String(repeating: "x", count: 1 << 20) + "x",
      ["error 2:9 fileTooLarge"]),
    FaultyOffer(
      "criterion;answer\nlooks;5",
      ["error decision.yaml:7:3 mappedColumnUnknown"],
      decision: Fixture.decision(columns: ["a": ["antwert": "X"]])),
    FaultyOffer(
      "criterion;answer\nlooks;5",
      ["error decision.yaml:7:3 mappedHeaderNotFound"],
      decision: Fixture.decision(columns: ["a": ["answer": "Erfüllt?"]])),
    FaultyOffer(
      "item,amount net,category\nA,1,50,other",
      ["error 2:8 rowTooLong"]),
    FaultyOffer("Angebot\n\nitem;Menge\nA;5", ["error 3:1 tableHeaderNotFound"]),
    FaultyOffer("Sehr geehrte Damen und Herren", ["error 1:1 tableHeaderNotFound"]),
    FaultyOffer(
      "criterion;answer\nlooks;\"5", ["error 2:7 tableQuoteOpen"]),
    FaultyOffer(
      "criterion;answer;comment\nlooks;5;\"gut\" so", ["warning 2:15 tableTextAfterQuote"]),
  ]

  static let documents: [FaultyOffer] = [
    FaultyOffer(
      "item;amount net;category\nA;1;other", ["error decision.yaml:7:3 schemaForTable"],
      rules: SchemaCheckTests.own),
    FaultyOffer(
      "<offer xmlns=\"urn:votum:offer:1\"/>", ["error x.xsd:1:1 schemaUnusable"],
      rules: XMLSchemaFiles(path: "x.xsd") { _ in nil }),
    .xml(
      "<prices>\n" + String(repeating: "<price item=\"A\" amount=\"1,5\"/>\n", count: 103)
        + "</prices>",
      (0..<100).map { "error \(3 + $0):1 xmlAgainstSchema" } + ["error 1:1 xmlViolationsMore"]),
    FaultyOffer(
      "<offer xmlns=\"urn:votum:offer:1\" id=\"ostwind\"/>",
      ["error 1:1 offerIdentifierDiffers"]),
    .xml(
      "<prices><price item=\"A\"/></prices>",
      "warning 2:9 priceCategoryMissing", "error 2:9 priceMissing"),
    .xml(
      "<answers>\n <answer criterion=\"look\" answer=\"5\"/></answers>",
      "error 3:2 offerCriterionUnknown"),
    .xml("<prices>\n<price item=\"A\" amount=\"1,5\"/></prices>", "error 3:1 xmlAgainstSchema"),
    .xml("<prices>\n<price item=\"A\" amount=\"1e5\"/></prices>", "error 3:1 xmlAgainstSchema"),
    .xml("<prices>\n<price amount=\"1\"/></prices>", "error 3:1 xmlAgainstSchema"),
    .xml("<prices>\n<price item=\"A\" amont=\"1\"/></prices>", "error 3:1 xmlAgainstSchema"),
    .xml("<preise/>", "error 2:1 xmlAgainstSchema"),
    FaultyOffer(
      "<!DOCTYPE offer [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>\n<offer>&x;</offer>",
      ["error 1:17 xmlDoctype"]),
    FaultyOffer(
      [
        Array("<offer xmlns=\"urn:votum:offer:1\" id=\"nord".utf8) + [0xFF, 0xFE]
          + Array("\"/>".utf8)
      ], ["error 1:42 xmlEncodingNotRead"]),
    FaultyOffer(
      "<Quotation xmlns=\"urn:oasis:names:tc:ubl:Quotation:1:0\"/>",
      ["error 1:1 xmlFormatNotRead"]),
    FaultyOffer("<a><b></a>", ["error 1:1 xmlFormatNotRead"]),
    FaultyOffer("<offer xmlns=\"urn:votum:offer:1\">\n<prices>", ["error 2:9 xmlMalformed"]),
    FaultyOffer(
      "<offer xmlns=\"urn:votum:offer:1\"/>", ["error 1:1 xmlSchemaUnusable"], schema: [0x3C]),
    FaultyOffer(
      "<offer xmlns=\"urn:votum:offer:1\">" + String(repeating: "<a>", count: 300),
      ["error 1:801 xmlTooLarge"]),
  ]
}
