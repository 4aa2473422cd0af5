import DecisionModel
import Foundation
import Measures
import Messages
import OfferImport
import Testing
import TotalCost

@Suite("Quotations in UBL")
struct UBLQuotationTests {
  // Figures of the OASIS sample UBL-Quotation-2.1-Example.xml.
  private static let computers = Foreign.ubl(
    "<a:ValidityPeriod><b:StartDate>2027-02-01</b:StartDate><b:EndDate>2027-05-06Z</b:EndDate>"
      + "</a:ValidityPeriod>",
    lines: [
      ("DELL1052665", "150500.00", "37625.00", "4300.00", "Dell T3400"),
      ("DELL2363463", "43750.00", "10937.50", "1250.00", "FP/BL 1908WFP"),
      ("DELL2367452", "1750.00", "437.50", "50.00", "USB-tastatur"),
      ("DELL8436783", "1750.00", "437.50", "50.00", "USB-tastatur"),
    ].enumerated().map { index, line in
      "<b:ID>\(index + 1)</b:ID><a:LineItem><b:ID>\(line.0)</b:ID>"
        + "<b:Quantity unitCode=\"EA\">35</b:Quantity>"
        + Foreign.money("LineExtensionAmount", line.1, "CHF")
        + Foreign.money("TotalTaxAmount", line.2, "CHF")
        + "<a:Price>\(Foreign.money("PriceAmount", line.3, "CHF"))"
        + "<b:BaseQuantity unitCode=\"EA\">1</b:BaseQuantity></a:Price>"
        + "<a:Item><b:Name>\(line.4)</b:Name></a:Item></a:LineItem>"
    },
    totals: Foreign.money("LineExtensionAmount", "197750.00", "CHF")
      + Foreign.money("TaxExclusiveAmount", "49437.50", "CHF")
      + Foreign.money("TaxInclusiveAmount", "247187.50", "CHF")
      + Foreign.money("PayableAmount", "247187.50", "CHF"))

  @Test("become once-paid lines in the offer's money, and the sample's traps are found")
  func sample() {
    let read = ReadOffer(UBLQuotationTests.computers)
    #expect(read.offer.costs.map(\.line.count) == Array(repeating: Amount(35), count: 4))
    #expect(
      read.offer.costs.map(\.line.price) == ["4300", "1250", "50", "50"].map { .fixed(amount($0)) })
    #expect(read.offer.costs.allSatisfy { $0.line.currency == "CHF" })
    #expect(read.offer.costs.allSatisfy { $0.line.timing == .once(on: nil) })
    #expect(read.offer.costs.map(\.position.line) == [7, 8, 9, 10])
    #expect(read.offer.validUntil == Fixture.date("2027-05-06"))
    #expect(read.offer.terms.map(\.text) == ["Q1", "Nordwind AG"])
    #expect(read.names == ["quotedNameTwice", "quotedLineNumberIsArticle", "quotedNetIsTax"])
    let missing = read.diagnostics.all.first { $0.message.id == "quotedCategoriesMissing" }
    #expect(missing?.message.text.en.contains("\"DELL1052665\": {") == true)
    #expect(!read.diagnostics.hasErrors)
  }

  @Test("find the contradictions of the older sample")
  func beeswax() {
    // Figures of the OASIS sample UBL-Quotation-2.0-Example.xml.
    let read = ReadOffer(
      Foreign.ubl(
        Foreign.allowance("10.00", factor: "0.10")
          + "<a:TaxTotal>\(Foreign.money("TaxAmount", "17.50"))<a:TaxSubtotal>"
          + Foreign.money("TaxableAmount", "100.00") + Foreign.money("TaxAmount", "17.50")
          + "</a:TaxSubtotal></a:TaxTotal>",
        lines: [
          Foreign.line(
            quantity: "100", amount: "100.00", price: "100.00",
            base: "<b:BaseQuantity unitCode=\"KGM\">1</b:BaseQuantity>", unit: "KGM")
        ],
        totals: Foreign.money("LineExtensionAmount", "100.00")
          + Foreign.money("TaxExclusiveAmount", "90.00") + Foreign.money("PayableAmount", "107.50")
      ))
    #expect(read.names == ["quotedLineAmountDiffers", "quotedTaxBaseDiffers"])
    let text = read.diagnostics.all[0].message.text.en
    #expect(text.contains("100 × 100.00 per 1") && text.contains("is 10000"))
    #expect(read.offer.costs.map(\.line.kind) == [.cost, .discount])
    #expect(read.offer.costs.map(\.line.price) == [.fixed(Amount(100)), .fixed(Amount(10))])
  }

  @Test("keep allowances, base quantities, derived prices and alternatives exact")
  func parts() {
    let read = ReadOffer(
      Foreign.ubl(
        lines: [
          Foreign.line(
            1, name: "Screws", quantity: "250", amount: "11.50", price: "4.60",
            more: Foreign.allowance("1.00", reason: "Loyalty")
              + Foreign.allowance("1", charge: "true", reason: "Freight"),
            base: "<b:BaseQuantity>100</b:BaseQuantity>"),
          Foreign.line(2, name: "Driver", quantity: "24", amount: "2500.8", price: nil),
          Foreign.line(3, name: "Good")
            + "<a:AlternativeLineItem><b:ID>3a</b:ID><b:Quantity>10</b:Quantity>"
            + "<a:Price>\(Foreign.money("PriceAmount", "9"))</a:Price><a:Item><b:Name>Better"
            + "</b:Name></a:Item></a:AlternativeLineItem>",
        ], totals: Foreign.money("LineExtensionAmount", "2562.30")))
    #expect(read.names == ["quotedPriceDerived", "quotedAlternatives"])
    #expect(
      read.offer.costs.map(\.line.name) == [
        "Screws", "Screws – Loyalty", "Screws – Freight", "Driver", "Good", "Better",
      ])
    let lines = read.offer.costs.map(\.line)
    #expect(lines[0].priceBase == Amount(100) && lines[0].count == Amount(250))
    #expect(lines[1].kind == .discount && lines[2].kind == .cost)
    // 2500.8 for 24, of which 24 are bought: no rounding in between.
    #expect(lines[3].price == .fixed(amount("2500.8")))
    #expect(lines[3].priceBase == Amount(24) && lines[3].count == Amount(24))
    #expect(lines[4].status == .alternative(group: "3", chosen: true))
    #expect(lines[5].status == .alternative(group: "3", chosen: false))
  }

  @Test("take from the decision what they lack")
  func positions() {
    let read = ReadOffer(
      [
        Foreign.ubl(
          lines: [
            Foreign.line(
              1, name: "CRM seat", quantity: "35", amount: "350.00", price: "12.00",
              more: Foreign.allowance("70.00", factor: "0.1666666667")),
            Foreign.line(2, name: "Ski wax", amount: "9.00", price: "0.90", currency: "CHF"),
          ])
      ],
      decision: Foreign.decision(positions: [
        "N1": ["category": "subscription", "per": "users", "frequency": "monthly"],
        "ski WAX": ["amount": "7,50", "category": "other", "discount": "5 %"],
      ]))
    #expect(read.names == ["quotedAllowanceScaled", "quotedSeveralCurrencies"])
    let lines = read.offer.costs.map(\.line)
    #expect(lines.map(\.name) == ["CRM seat", "CRM seat – Nachlass laut Angebot", "Ski wax"])
    #expect(lines[0].per == "users" && lines[0].count == .one)
    #expect(lines[0].category == .subscription)
    #expect(lines[1].priceBase == Amount(35) && lines[1].per == "users")
    #expect(lines[1].timing == lines[0].timing && lines[1].kind == .discount)
    #expect(lines[2].price == .fixed(amount("7.5")) && lines[2].discount == amount("0.05"))
    #expect(!read.diagnostics.all.contains { $0.message.id == "quotedCategoriesMissing" })
  }

  @Test("suggest categories and rhythms by their words")
  func suggestions() {
    let read = ReadOffer(
      Foreign.ubl(
        lines: [
          Foreign.line(1, name: "Wartung je Jahr"), Foreign.line(2, name: "Named user licence"),
          Foreign.line(3, name: "Schulung"), Foreign.line(4, name: "Zweig", unit: "MON"),
        ]))
    let text = read.diagnostics.all.last?.message.text.en ?? ""
    #expect(text.contains("\"N1\": { category: maintenance, frequency: yearly }"))
    #expect(text.contains("\"N2\": { category: licence }"))
    #expect(text.contains("\"N3\": { category: training }"))
    #expect(text.contains("\"N4\": { frequency: monthly, count: 1 }"))
  }

  @Test("stream through many lines")
  func many() {
    #if DEBUG
      let count = 20_000
    #else
      let count = 200_000
    #endif
    var bytes = Array(
      Foreign.ubl(lines: [], totals: Foreign.money("LineExtensionAmount", "\(50 * count).00"))
        .replacingOccurrences(of: "</q:Quotation>", with: "").utf8)
    for number in 1...count {
      bytes +=
        "<a:QuotationLine>\(Foreign.line(number, name: "W\(number)"))</a:QuotationLine>\n"
        .utf8
    }
    bytes += "</q:Quotation>".utf8
    let read = ReadOffer([bytes])
    #expect(read.offer.costs.count == count)
    #expect(read.offer.costs.last?.position.line == count + 6)
    #expect(read.names.isEmpty)
  }
}

@Suite("Quotations in openTRANS, and price lists")
struct OpenTransQuotationTests {
  @Test("derive the sample's price and find its traps")
  func sample() {
    // Figures of ticket_19_deserialize_email.xml of OpenTransSharp.
    let read = ReadOffer(
      Foreign.openTrans(
        "<m:VALID_START_DATE>2027-01-11T00:00:00</m:VALID_START_DATE>"
          + "<m:VALID_END_DATE>2027-03-31T00:00:00</m:VALID_END_DATE>"
          + "<ORDER_PARTIES_REFERENCE><m:BUYER_IDREF>400302</m:BUYER_IDREF>"
          + "</ORDER_PARTIES_REFERENCE><m:CURRENCY>EUR</m:CURRENCY>",
        items: [
          Foreign.item(name: "Mitnehmer", quantity: "24", price: nil, amount: "2500.8")
        ], summary: "<TOTAL_ITEM_NUM>1</TOTAL_ITEM_NUM>", supplier: ""))
    #expect(
      Set(read.names) == ["quotedBuyerDiffers", "quotedPriceDerived", "quotationWithoutSeller"])
    #expect(read.offer.validUntil == Fixture.date("2027-03-31"))
    #expect(read.offer.costs.map(\.line.count) == [Amount(24)])
    let derived = read.diagnostics.all.first { $0.message.id == "quotedPriceDerived" }
    #expect(derived?.message.text.en.contains("2500.8 / 24 = 104.2") == true)
  }

  @Test("reckon discounts and surcharges one after another")
  func allowances() {
    let steps =
      Foreign.step("allowance", "<AOC_PERCENTAGE_FACTOR>0.1</AOC_PERCENTAGE_FACTOR>", sequence: 1)
      + Foreign.step("allowance", "<AOC_PERCENTAGE_FACTOR>0.2</AOC_PERCENTAGE_FACTOR>", sequence: 2)
      + Foreign.step("surcharge", "<AOC_MONETARY_AMOUNT>3</AOC_MONETARY_AMOUNT>", sequence: 3)
    // 100 − 10 − 18 + 3 = 75 for 10 units, of which 40 are bought.
    let read = ReadOffer(
      Foreign.openTrans(
        items: [
          Foreign.item(
            quantity: "40", price: "100", amount: "300.00", allowances: steps, base: "10")
        ], summary: "<TOTAL_AMOUNT>300</TOTAL_AMOUNT>"))
    #expect(read.names.isEmpty)
    #expect(
      read.offer.costs.map(\.line.price) == [100, 40, 72, 12].map { .fixed(Amount($0)) })
    #expect(read.offer.costs.map(\.line.kind) == [.cost, .discount, .discount, .cost])
    // The surcharge once for the whole line agrees here: 40 × 7.2 + 3.
    let once = ReadOffer(
      Foreign.openTrans(items: [
        Foreign.item(
          quantity: "40", price: "100", amount: "291.00", allowances: steps, base: "10")
      ]))
    #expect(once.names.isEmpty)
    #expect(once.offer.costs.last?.line.price == .fixed(Amount(3)))
  }

  private static let list = Foreign.list(
    Foreign.product(
      "N1",
      Foreign.price("40", from: "1") + Foreign.price("36.5", from: "100")
        + Foreign.price("33", from: "500.5", factor: "0.5")),
    Foreign.product("N2", Foreign.price("8", factor: "1.25")),
    Foreign.product("N3", Foreign.price("1")))

  @Test("take open prices from a price list, whichever file comes first", arguments: [true, false])
  func tiers(listFirst: Bool) {
    let quotation = Foreign.openTrans(items: [
      Foreign.item(1, quantity: "120", price: nil), Foreign.item(2, name: "Other", price: nil),
      Foreign.item(9, name: "Nowhere", price: nil),
    ])
    let files = [OpenTransQuotationTests.list, quotation]
    let read = ReadOffer(listFirst ? files : files.reversed())
    #expect(read.names == ["priceOnRequest"])
    let lines = read.offer.costs.map(\.line)
    // In Swiss francs; below 100 is up to 99; a bound that is no whole number stays just below.
    #expect(
      lines[0].tiers
        == CostLine.Tiers(
          mode: .volume,
          bands: [
            .init(upTo: Amount(99), price: Amount(40)),
            .init(upTo: amount("500.499999999999"), price: amount("36.5")),
            .init(upTo: nil, price: amount("16.5")),
          ]))
    #expect(lines[0].priceBase == Amount(10) && lines[0].count == Amount(120))
    #expect(lines[1].price == .fixed(Amount(10)) && lines[1].currency == "CHF")
    #expect(lines[2].price == .onRequest(assumed: nil))
  }

  @Test("take from a price list what the decision names")
  func chosen() {
    let read = ReadOffer(
      [OpenTransQuotationTests.list],
      decision: Foreign.decision(positions: [
        "N2": ["count": "20", "category": "hardware"], "part n3": ["category": "other"],
      ]))
    #expect(read.names.isEmpty)
    #expect(read.offer.costs.map(\.line.name) == ["Part N2", "Part N3"])
    #expect(read.offer.costs.map(\.line.count) == [Amount(20), .one])
  }
}
