import DecisionModel
import Messages
import OfferImport
import Testing

@Suite("What is wrong with foreign documents")
struct ForeignMessageTests {
  @Test(
    "is told at its place",
    arguments: quotations + charges + details + lists + tables + mapped + refused)
  func findings(_ offer: FaultyOffer) {
    let read = ReadOffer(offer.files, decision: offer.decision)
    let findings = read.findings.filter { !$0.hasSuffix("quotedCategoriesMissing") }
    #expect(findings == offer.findings)
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
    arguments: ["XMLOfferMessages", "QuotationMessages", "QuotationMessages+Allowances"])
  func complete(file: String) {
    let source = String(decoding: Schema.read("Sources/Messages/\(file).swift"), as: UTF8.self)
    let names = source.matches(of: /static func (\w+)/).map { String($0.output.1) }
    #expect(names.count > 10)
    #expect(names == names.sorted())
    let cases =
      ForeignMessageTests.quotations + ForeignMessageTests.charges + ForeignMessageTests.details
      + ForeignMessageTests.lists
      + ForeignMessageTests.tables
      + ForeignMessageTests.mapped + ForeignMessageTests.refused
    var tested = Set(cases.flatMap(\.findings).compactMap { $0.split(separator: " ").last })
    tested.insert("quotedCategoriesMissing")
    #expect(names.filter { !tested.contains($0[...]) } == [])
  }

  private static func ubl(
    header: String = "", _ lines: [String], totals: String = "", _ findings: String...,
    decision: Decision = Fixture.decision()
  ) -> FaultyOffer {
    FaultyOffer(
      Foreign.ubl(header, lines: lines, totals: totals), findings, decision: decision)
  }

  private static func openTrans(
    info: String = "<m:CURRENCY>EUR</m:CURRENCY>", _ items: [String], summary: String = "",
    supplier: String = "<ADDRESS><m:NAME>N</m:NAME></ADDRESS>", _ findings: String...
  ) -> FaultyOffer {
    FaultyOffer(
      Foreign.openTrans(info, items: items, summary: summary, supplier: supplier), findings)
  }

  private static let line = Foreign.line()
  private static let money = Foreign.money

  static let quotations: [FaultyOffer] = [
    ubl([line]),
    ubl([Foreign.line(amount: "51.00")], "warning 7:99 quotedLineAmountDiffers"),
    ubl([Foreign.line(quantity: nil)], "warning 7:1 quotedQuantityMissing"),
    ubl(
      [line.replacing("<a:LineItem>", with: "<b:Quantity>9</b:Quantity><a:LineItem>")],
      "warning 7:32 quotedItemDiffers"),
    ubl([Foreign.line(price: nil)], "warning 7:99 quotedPriceDerived"),
    ubl([Foreign.line(amount: nil, price: nil)], "warning 7:107 priceOnRequest"),
    ubl([Foreign.line(quantity: "ten")], "error 7:58 cellNotANumber"),
    ubl([], "error 2:1 quotationWithoutLines"),
    ubl(["<b:ID>1</b:ID>"], "error 7:1 quotedLineEmpty", "error 2:1 quotationWithoutLines"),
    ubl([line, Foreign.line(2)], "warning 8:247 quotedNameTwice"),
    ubl(
      [Foreign.line(base: "<b:BaseQuantity unitCode=\"KGM\">1</b:BaseQuantity>")],
      "warning 7:229 quotedUnitsDiffer"),
    ubl(
      [Foreign.line(amount: "40.00", more: Foreign.allowance("10", factor: "0.3"))],
      "warning 7:289 quotedAllowanceDiffers"),
    ubl(
      [Foreign.line(amount: "60.00", more: Foreign.allowance("-10"))],
      "error 7:231 quotedAllowanceNegative"),
    ubl(
      [Foreign.line(more: Foreign.allowance("10", charge: nil))],
      "error 7:168 quotedAllowanceUndirected"),
    ubl(
      header: Foreign.allowance(nil), [line], "error 5:1 quotedAllowanceWithoutAmount"),
    ubl(
      [Foreign.line(amount: "40", more: Foreign.allowance("10"))],
      "warning 7:165 quotedAllowanceScaled",
      decision: Foreign.decision(positions: ["N1": ["per": "users"]])),
    ubl(
      [
        line + "<a:AlternativeLineItem><b:Quantity>1</b:Quantity><a:Price>"
          + money("PriceAmount", "9", "EUR") + "</a:Price><a:Item><b:Name>B</b:Name></a:Item>"
          + "</a:AlternativeLineItem>"
      ], "warning 7:366 quotedAlternatives"),
    ubl(
      [line], totals: money("LineExtensionAmount", "50.01", "EUR"),
      "warning 6:24 quotedTotalDiffers"),
    ubl(
      [line, Foreign.line(2, name: "B", currency: "CHF")], "warning 2:1 quotedSeveralCurrencies"),
    ubl(
      [
        Foreign.line(
          more: "<a:SubLineItem>\(money("LineExtensionAmount", "40", "EUR"))</a:SubLineItem>")
      ], "warning 7:168 quotedPartsDiffer"),
    ubl(
      [Foreign.line(amount: nil, base: Foreign.allowance("1"))],
      "error 7:223 quotedPriceAllowanceUnclear"),
    ubl(
      [Foreign.line(amount: "40", base: Foreign.allowance("1"))],
      "warning 7:289 quotedPriceBeforeAllowance"),
    ubl(
      [Foreign.line(currency: "XXX")], "error 7:177 priceCurrencyUnknown"),
    ubl(
      [Foreign.line(currency: "PLN")], "error 7:177 priceCurrencyWithoutRate"),
    ubl(
      header:
        "<a:ValidityPeriod><b:StartDate>2027-05-01</b:StartDate><b:EndDate>2027-04-01</b:EndDate>"
        + "</a:ValidityPeriod>", [line], "warning 5:56 quotedValidityBackwards"),
    ubl(
      header: "<a:ValidityPeriod><b:EndDate>2027-01-01</b:EndDate></a:ValidityPeriod>", [line],
      "warning 5:19 offerExpiresBeforeDecision"),
    ubl(
      [line], "error decision.yaml:30:5 positionNotFound",
      decision: Foreign.decision(positions: ["N2": ["category": "other"]])),
    ubl(
      [line], "error decision.yaml:30:5 positionColumnUnknown",
      decision: Foreign.decision(positions: ["N1": ["categry": "other"]])),
    ubl(
      [line], "error decision.yaml:30:5 cellWordUnknown",
      decision: Foreign.decision(positions: ["N1": ["category": "licens"]])),
    FaultyOffer(
      Foreign.ubl(lines: (1...52).map { Foreign.line($0, name: "L\($0)", amount: "1") }),
      (0..<50).map { "warning \(7 + $0):\($0 < 9 ? 99 : 101) quotedLineAmountDiffers" } + [
        "warning 2:1 quotedContradictionsMore"
      ]),
    openTrans(
      info: "", [Foreign.item()], "warning 1:1 quotationWithoutCurrency"),
    FaultyOffer(
      Foreign.ubl(lines: [line]).replacing(" currencyID=\"EUR\"", with: "")
        .replacing("</q:", with: "<b:PricingCurrencyCode>CHF</b:PricingCurrencyCode></q:"),
      ["error 8:1 quotedCurrencyLate", "warning 2:1 quotationWithoutCurrency"]),
    openTrans(
      [
        Foreign.item(
          allowances: Foreign.step(
            "allowance", "<AOC_PERCENTAGE_FACTOR>0.1</AOC_PERCENTAGE_FACTOR>")
            + "<ALLOW_OR_CHARGES_TOTAL_AMOUNT>-6</ALLOW_OR_CHARGES_TOTAL_AMOUNT>")
      ], "warning 7:545 quotedTotalDiffers"),
    openTrans([Foreign.item()], supplier: "", "warning 1:1 quotationWithoutSeller"),
    openTrans(
      [Foreign.item()], summary: "<TOTAL_ITEM_NUM>2</TOTAL_ITEM_NUM>",
      "warning 9:20 quotedItemCountDiffers"),
    openTrans(
      [Foreign.item()], summary: "<TOTAL_AMOUNT>49</TOTAL_AMOUNT>",
      "warning 9:20 quotedTotalDiffers"),
    openTrans(
      [
        Foreign.item(
          allowances: Foreign.step("allowance", "<AOC_MONETARY_AMOUNT>1</AOC_MONETARY_AMOUNT>"))
      ], "warning 7:286 quotedAllowancePerUnit"),
    openTrans(
      [
        Foreign.item(
          allowances: Foreign.step(
            "allowance", "<AOC_ORDER_UNITS_COUNT>1</AOC_ORDER_UNITS_COUNT>"))
      ], "warning 7:286 quotedAllowanceInKind"),
    openTrans(
      [
        Foreign.item(
          allowances: Foreign.step("other", "<AOC_MONETARY_AMOUNT>1</AOC_MONETARY_AMOUNT>"))
      ], "error 7:286 quotedAllowanceUndirected"),
    openTrans(
      info: "<m:CURRENCY>EUR</m:CURRENCY><ORDER_PARTIES_REFERENCE><m:BUYER_IDREF>7</m:BUYER_IDREF>"
        + "</ORDER_PARTIES_REFERENCE>", [Foreign.item()], "warning 4:54 quotedBuyerDiffers"),
    FaultyOffer(
      Foreign.ubl(lines: [
        line.replacing(
          "<a:SellersItemIdentification><b:ID>N1</b:ID></a:SellersItemIdentification>",
          with: ""
        ).replacing("<a:LineItem><b:ID>1<", with: "<a:LineItem><b:ID>AB1<")
      ]), ["warning 7:44 quotedLineNumberIsArticle"]),
    ubl(
      [line],
      totals: money("TaxExclusiveAmount", "9.5", "EUR")
        + money("TaxInclusiveAmount", "59.5", "EUR"),
      "warning 6:24 quotedNetIsTax"),
    ubl(
      header: "<a:TaxTotal>\(money("TaxAmount", "10", "EUR"))<a:TaxSubtotal>"
        + money("TaxableAmount", "51", "EUR") + money("TaxAmount", "10", "EUR")
        + "</a:TaxSubtotal></a:TaxTotal>", [line], "warning 5:74 quotedTaxBaseDiffers"),
  ]

  private static let dollars = Foreign.allowance("1").replacing("EUR", with: "USD")

  static let charges: [FaultyOffer] = [
    ubl(
      [Foreign.line(amount: "40", price: nil, more: dollars)],
      "error 7:228 quotedAllowanceOtherCurrency",
      "warning 2:1 quotedSeveralCurrencies"),
    ubl(
      [Foreign.line(amount: "40", more: Foreign.allowance("10"))],
      "warning 7:165 quotedAllowanceKept",
      decision: Foreign.decision(positions: ["N1": ["amount": "4"]])),
    ubl(
      header: "<a:DeliveryTerms>\(money("Amount", "8", "EUR"))</a:DeliveryTerms>", [line],
      "warning 5:18 quotedDeliveryAmount"),
    ubl(
      header: "<a:DeliveryTerms>\(Foreign.allowance("8", charge: "true"))</a:DeliveryTerms>",
      [line], "warning 5:80 quotedDeliveryCharge"),
    ubl(
      [Foreign.line(more: "<b:MinimumQuantity>11</b:MinimumQuantity>")],
      "warning 7:168 quotedBelowMinimum"),
    ubl(
      [Foreign.line(quantity: nil, more: "<b:MinimumQuantity>10</b:MinimumQuantity>")],
      "warning 7:127 quotedQuantityIsMinimum"),
    ubl(
      header: "<b:PricingCurrencyCode>CHF</b:PricingCurrencyCode>", [line],
      "warning 5:1 quotedCurrencyUnused"),
    ubl(
      header: "<AllowanceCharge/>", [line], "error 5:1 quotedElementMisplaced"),
    ubl(
      [
        Foreign.line(
          more: "<a:ItemPriceExtension>\(money("Amount", "9", "EUR"))</a:ItemPriceExtension>")
      ], "warning 7:190 quotedExtensionDiffers"),
    ubl([Foreign.line(price: "5<b:x/>")], "error 7:177 quotedFigureHoldsElement"),
    ubl([Foreign.line(price: "5.0000000000001")], "warning 7:177 quotedNumbersRounded"),
    ubl(
      [
        Foreign.line(
          quantity: "2", amount: nil, price: nil,
          more: "<a:SubLineItem><a:Price>\(money("PriceAmount", "5", "EUR"))</a:Price><a:Item>"
            + "<b:Name>B</b:Name></a:Item></a:SubLineItem>")
      ], "error 7:122 quotedPartWithoutQuantity", "warning 7:98 quotedQuantityMissing"),
    ubl(
      [line],
      totals: money("TaxExclusiveAmount", "40", "EUR") + money("TaxInclusiveAmount", "50", "EUR"),
      "error 6:88 quotedPricesTaxed", "warning 6:24 quotedTotalDiffers"),
    ubl(
      [Foreign.line(unit: "MON")], "error decision.yaml:30:5 positionCountsTime",
      decision: Foreign.decision(positions: ["N1": ["frequency": "monthly"]])),
  ]

  private static let share = Foreign.step(
    "allowance", "<AOC_PERCENTAGE_FACTOR>10</AOC_PERCENTAGE_FACTOR>")

  static let details: [FaultyOffer] = [
    ubl([Foreign.line(quantity: "0", amount: "0")], "warning 7:58 quotedQuantityZero"),
    ubl(
      [Foreign.line(quantity: "0", amount: "5", price: nil)], "warning 7:58 quotedQuantityZero"),
    FaultyOffer(
      [Foreign.ubl(lines: [line]), Foreign.ubl(lines: [line])].map { Array($0.utf8) },
      ["warning b:3:1 quotationTwice"]),
    ubl(
      [line, Foreign.line(2, name: "B", more: "<b:LineStatusCode>Cancelled</b:LineStatusCode>")],
      "warning 8:168 quotedLineCancelled"),
    ubl(
      [line.replacing("<a:Item>", with: "<a:Item><b:Description>optional</b:Description>")],
      "warning 7:247 quotedMaybeOptional"),
    ubl(
      [Foreign.line(amount: "40.00", more: Foreign.allowance("10"))],
      "warning 7:168 quotedAllowanceReplaced",
      decision: Foreign.decision(positions: ["N1": ["status": "alternative x", "amount": "4"]])),
    openTrans([Foreign.item(allowances: share)], "error 7:453 quotedShareUnclear"),
    openTrans(
      [
        Foreign.item(price: "1", allowances: share)
          .replacing("<m:PRICE_AMOUNT>1</m:PRICE_AMOUNT>", with: "")
      ], "error 7:252 quotedAllowanceWithoutPrice"),
    openTrans(
      [Foreign.item(more: "<TAX_DETAILS_FIX><m:TAX>0.19</m:TAX></TAX_DETAILS_FIX>")],
      summary: "<TOTAL_AMOUNT>59.50</TOTAL_AMOUNT>", "warning 9:20 quotedTotalTaxed"),
    openTrans(
      [
        Foreign.item(
          more: "<PRICE_BASE_FIX><PRICE_UNIT_VALUE>9</PRICE_UNIT_VALUE></PRICE_BASE_FIX>")
      ], "warning 7:280 quotedUnitValueDiffers"),
  ]

  private static let locked = """
    <Catalogue xmlns="urn:oasis:names:specification:ubl:schema:xsd:Catalogue-2" \
    xmlns:a="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2" \
    xmlns:b="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2">
    <a:CatalogueLine><b:ID>A</b:ID><b:OrderableIndicator>false</b:OrderableIndicator>\
    <a:RequiredItemLocationQuantity><a:Price><b:PriceAmount currencyID="EUR">1</b:PriceAmount>\
    </a:Price></a:RequiredItemLocationQuantity><a:Item><b:Name>A</b:Name></a:Item>\
    </a:CatalogueLine></Catalogue>
    """

  static let lists: [FaultyOffer] = [
    FaultyOffer(
      locked, ["warning 2:1 listArticleNotOrderable"],
      decision: Foreign.decision(positions: ["A": ["category": "other"]])),
    FaultyOffer(
      Foreign.list(Foreign.product("A", Foreign.price("1"))), ["error 1:1 priceListAlone"]),
    FaultyOffer(
      [Foreign.ubl(lines: [line]), Foreign.list(Foreign.product("A", Foreign.price("1")))]
        .map { Array($0.utf8) }, ["warning b:1:1 priceListNotUsed"]),
    list(Foreign.product("A", ""), "error 3:1 listArticleWithoutPrice"),
    list(
      Foreign.product("A", Foreign.price("1") + Foreign.price("2")), "error 3:385 listPriceTwice"),
    list(
      Foreign.product(
        "A",
        Foreign.price("1")
          + Foreign.price("2").replacing("<TAX>", with: "<PRICE_CURRENCY>EUR</PRICE_CURRENCY><TAX>")
      ),
      "warning 3:385 listCurrencyChosen"),
    list(
      Foreign.product("A", Foreign.price("1") + "<PRODUCT_PRICE price_type=\"net_customer\"/>"),
      "error 3:385 listPriceUnclear"),
    FaultyOffer(
      Foreign.list(Foreign.product("A", Foreign.price("1")))
        .replacing("<CURRENCY>CHF</CURRENCY>", with: ""),
      ["warning 3:225 listPriceWithoutCurrency"],
      decision: Foreign.decision(positions: ["A": ["category": "other"]])),
    list(
      Foreign.product("A", Foreign.price("1") + Foreign.price("2", type: "net_list")),
      "warning 3:225 listPriceTypeChosen"),
    list(
      Foreign.product(
        "A", Foreign.price("1"), dates: "<VALID_END_DATE>2020-01-01</VALID_END_DATE>"),
      "warning 3:202 listPriceOutOfDate"),
    FaultyOffer(
      Foreign.list(
        Foreign.product("A", Foreign.price("1")), Foreign.product("A", Foreign.price("2"))),
      ["error 4:1 listArticleTwice"],
      decision: Foreign.decision(positions: ["A": ["category": "other"]])),
    FaultyOffer(
      "<!DOCTYPE BMECAT SYSTEM \"bmecat_2005.dtd\" []>\n"
        + Foreign.list(Foreign.product("A", Foreign.price("1"))), ["error 1:43 xmlDoctype"]),
    FaultyOffer(
      "<!DOCTYPE BMECAT SYSTEM \"bmecat_2005.dtd\">\n"
        + Foreign.list(Foreign.product("A", Foreign.price("1"))), [],
      decision: Foreign.decision(positions: ["A": ["category": "other"]])),
    FaultyOffer(
      "item;amount net;category\nA;1;other", ["error decision.yaml:30:5 positionsOfOtherFile"],
      decision: Foreign.decision(positions: ["A": ["category": "other"]])),
  ]

  private static func list(_ product: String, _ finding: String) -> FaultyOffer {
    FaultyOffer(
      Foreign.list(product), [finding],
      decision: Foreign.decision(positions: ["A": ["category": "other"]]))
  }

  static let tables: [FaultyOffer] = [
    FaultyOffer(Foreign.xmcda("<criteria/>"), ["error 1:1 performancesMissing"]),
    FaultyOffer(
      Foreign.xmcda(Foreign.performances("x", ("looks", "<real>1</real>"))),
      ["error 1:1 performancesOfOthers"]),
    table(("nope", "<real>1</real>"), "error 2:96 performanceCriteriaUnknown"),
    FaultyOffer(
      Foreign.xmcda(
        Foreign.performances("nordwind", ("nope", "<real>1</real>"), ("looks", "<real>1</real>"))),
      ["warning 2:96 performanceCriteriaLeftOut"]),
    table(("looks", "<fuzzyNumber/>"), "error 2:128 performanceValueNotRead"),
    FaultyOffer(
      Foreign.xmcda(
        "<criteria><criterion id=\"looks\"><scale><quantitative><preferenceDirection>min"
          + "</preferenceDirection></quantitative></scale></criterion></criteria>"
          + Foreign.performances("nordwind", ("looks", "<real>1</real>"))),
      ["warning 2:54 performanceDirectionDiffers"]),
  ]

  private static func table(_ value: (String, String), _ finding: String) -> FaultyOffer {
    FaultyOffer(Foreign.xmcda(Foreign.performances("nordwind", value)), [finding])
  }

  private static func mapping(
    _ rows: String, _ cells: [String: String], _ finding: String,
    document: String = "<o><i>A<p>1</p></i><i>B<p>2</p></i></o>"
  ) -> FaultyOffer {
    var all = ["item": "text()", "amount": "p", "tax": "'net'"]
    for (name, path) in cells { all[name] = path.isEmpty ? nil : path }
    return FaultyOffer(document, [finding], decision: Foreign.decision(rows: rows, all))
  }

  private static let place = "error decision.yaml:30:5"

  static let mapped: [FaultyOffer] = [
    mapping("//i", ["amount": ""], "\(place) xmlMappingIncomplete"),
    mapping("//i", ["amont": "p"], "\(place) xmlColumnUnknown"),
    mapping("//i", ["tiers": "p"], "\(place) xmlColumnUnknown"),
    mapping("//i", ["count": "q"], "\(place) xmlCellNotFound"),
    mapping("//j", [:], "\(place) xmlRowsNotFound"),
    mapping(
      "//i", [:], "\(place) xmlMappingOfOtherFile", document: "item;amount net;category\nA;1;other"),
    mapping("i", [:], "\(place) xmlPathNotAbsolute"),
    mapping("//i/@x", [:], "\(place) xmlPathNoElement"),
    mapping("//", [:], "\(place) xmlPathNotSupported"),
    mapping("//i", ["amount": "/o/i/p"], "\(place) xmlPathNotRelative"),
    mapping("//i", ["amount": "a//p"], "\(place) xmlPathNotSupported"),
    mapping("//i", ["amount": "../p"], "\(place) xmlPathNotSupported"),
    mapping("//i", ["amount": "p[1]"], "\(place) xmlPathNotSupported"),
    mapping("//i", ["amount": "sum(p)"], "\(place) xmlPathNotSupported"),
    mapping("//i", ["amount": "child::p"], "\(place) xmlPathNotSupported"),
    mapping("//i", ["amount": "p[@a='1"], "\(place) xmlPathNotSupported"),
    mapping("//i", ["amount": "'1"], "\(place) xmlPathNotSupported"),
    mapping(
      "/" + String(repeating: "/a", count: 70), [:], "\(place) xmlPathNotSupported"),
    mapping("//i", [:], "error 1:8 xmlCellTwice", document: "<o><i>A<p>1</p><p>2</p></i></o>"),
    mapping(
      "//i", [:], "error 1:4 xmlRowsNested", document: "<o><i>A<p>1</p><i>B<p>2</p></i></i></o>"),
  ]

  static let refused: [FaultyOffer] =
    [FaultyOffer("<s:Envelope xmlns:s=\"urn:s\"/>", ["error 1:1 xmlEnvelope"])]
    + [
      "<Order xmlns=\"urn:oasis:names:specification:ubl:schema:xsd:Order-2\"/>",
      "<Waybill xmlns=\"urn:oasis:names:specification:ubl:schema:xsd:Waybill-2\"/>",
      "<x:RFQ xmlns:x=\"http://www.opentrans.org/XMLSchema/2.1\"/>",
      "<XMCDA xmlns=\"http://www.decision-deck.org/2019/XMCDA-3.1.1\"/>",
      "<CrossIndustryInvoice xmlns=\"urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100\"/>",
    ].map { FaultyOffer($0, ["error 1:1 xmlDocumentNoOffer"]) }
    + [
      "<Quotation xmlns=\"urn:oasis:names:specification:ubl:schema:xsd:Order-2\"/>",
      "<Quotation/>", "<INVOICE/>", "<BMECAT xmlns=\"urn:x\"/>",
      "<a xmlns=\"http://www.gaeb.de/x\"/>",
    ].map { FaultyOffer($0, ["error 1:1 xmlFormatNotRead"]) }
}
