import DecisionModel
import Measures
import Messages
import OfferImport
import Testing
import TotalCost

/// What is taken off or added beside the price of a line: by headings, for delivery, in another
/// currency, and beside what the decision says of the line.
@Suite("Discounts and surcharges of UBL quotations")
struct UBLChargeTests {
  private static func part(_ number: String, _ price: String?, more: String = "") -> String {
    var text = "<a:SubLineItem><b:ID>\(number)</b:ID><b:Quantity>1</b:Quantity>\(more)"
    if let price { text += "<a:Price>\(Foreign.money("PriceAmount", price))</a:Price>" }
    return text + "<a:Item><b:Name>Teil \(number)</b:Name></a:Item></a:SubLineItem>"
  }

  /// What the lines cost, name by name.
  private func costs(_ read: ReadOffer) -> [String] {
    read.offer.costs.map { cost in
      guard case .stated(_, let price, _) = cost.line.price else { return "\(cost.line.name) ?" }
      let sign = cost.line.kind == .discount ? "-" : ""
      return "\(cost.line.name) \(sign)\(price.text)"
    }
  }

  @Test("A heading's own discount counts, and one of a heading in it")
  func headings() {
    let inner = Self.part(
      "2", nil,
      more: Foreign.allowance("10", charge: "true", reason: "Eile") + Self.part("2.1", "500"))
    let line = Foreign.line(
      amount: nil, price: nil,
      more: Foreign.allowance("100", reason: "Paket") + Self.part("1", "500") + inner)
    let read = ReadOffer(
      Foreign.ubl(lines: [line], totals: Foreign.money("LineExtensionAmount", "910")))
    #expect(
      costs(read) == [
        "Teil 1 500", "Teil 2.1 500", "Teil 2 – Eile 10", "Widget – Paket -100",
      ])
    #expect(read.names == [])
    // Its share is reckoned of what it heads.
    let share = Foreign.line(
      amount: nil, price: nil,
      more: Foreign.allowance("100", factor: "0.2") + Self.part("1", "500") + inner)
    #expect(ReadOffer(Foreign.ubl(lines: [share])).names == ["quotedAllowanceDiffers"])
  }

  @Test("A line's discount may be on top of what the lines in it come to")
  func sumOfParts() {
    let line = Foreign.line(
      quantity: "1", amount: "900", price: "1000",
      more: Foreign.allowance("100") + Self.part("1", "500") + Self.part("2", "500"))
    #expect(ReadOffer(Foreign.ubl(lines: [line])).names == [])
  }

  @Test("Surcharges of delivery count, with a warning")
  func delivery() {
    let charge = Foreign.allowance("80", charge: "true", reason: "Fracht")
    let shipment =
      "<a:Delivery><a:Shipment>\(charge.replacing("a:Allow", with: "a:FreightAllow"))</a:Shipment>"
      + "</a:Delivery>"
    for delivery in [
      "<a:DeliveryTerms>\(charge)</a:DeliveryTerms>",
      "<a:DeliveryTerms>\(Foreign.money("Amount", "80.00"))\(charge)</a:DeliveryTerms>",
      shipment,
    ] {
      let whole = ReadOffer(Foreign.ubl(delivery, lines: [Foreign.line()]))
      #expect(costs(whole) == ["Widget 5", "Fracht 80"])
      #expect(whole.names == ["quotedDeliveryCharge"])
      let line = ReadOffer(Foreign.ubl(lines: [Foreign.line(more: delivery)]))
      #expect(costs(line) == ["Widget 5", "Widget – Fracht 80"])
      #expect(line.names == ["quotedDeliveryCharge"])
      let inLine = ReadOffer(Foreign.ubl(lines: [Foreign.line(amount: "130", more: delivery)]))
      #expect(costs(inLine) == ["Widget 5", "Widget – Widget – Fracht 80"])
      #expect(inLine.names == ["quotedDeliveryCharge"])
    }
    let amount = "<a:DeliveryTerms>\(Foreign.money("Amount", "80"))</a:DeliveryTerms>"
    let read = ReadOffer(Foreign.ubl(amount, lines: [Foreign.line()]))
    #expect(costs(read) == ["Widget 5"])
    #expect(read.names == ["quotedDeliveryAmount"])
  }

  @Test("A discount in another currency than its line is not mixed with it")
  func currencies() {
    let dollars = Foreign.allowance("10").replacing("EUR", with: "USD")
    let line = ReadOffer(Foreign.ubl(lines: [Foreign.line(amount: "40", more: dollars)]))
    #expect(line.names == ["quotedSeveralCurrencies"])
    #expect(line.offer.costs.map(\.line.currency) == [nil, "USD"])
    let whole = ReadOffer(
      Foreign.ubl(
        dollars, lines: [Foreign.line()], totals: Foreign.money("TaxExclusiveAmount", "40")))
    #expect(whole.names == ["quotedSeveralCurrencies"])
    #expect(whole.understandings[0].totals.count == 0)
    let derived = ReadOffer(
      Foreign.ubl(lines: [Foreign.line(amount: "40", price: nil, more: dollars)]))
    #expect(derived.names.contains("quotedAllowanceOtherCurrency"))
    #expect(derived.diagnostics.hasErrors)
    let inPrice = ReadOffer(Foreign.ubl(lines: [Foreign.line(base: dollars)]))
    #expect(inPrice.names == ["quotedAllowanceOtherCurrency"])
  }

  @Test("An amount without a currency is in that of its line, or the only one of the document")
  func silentCurrency() {
    let silent = Foreign.allowance("10").replacing(" currencyID=\"EUR\"", with: "")
    let read = ReadOffer(
      Foreign.ubl(
        silent, lines: [Foreign.line(amount: "40", more: silent, currency: "CHF")]))
    #expect(read.offer.costs.map(\.line.currency) == ["CHF", "CHF", "CHF"])
    #expect(read.names == [])
    let item = Foreign.item(
      allowances: Foreign.step(
        "allowance", "<AOC_PERCENTAGE_FACTOR>0.1</AOC_PERCENTAGE_FACTOR>"),
      more: "<m:PRICE_CURRENCY>CHF</m:PRICE_CURRENCY>")
    let trade = ReadOffer(Foreign.openTrans(items: [item]))
    #expect(trade.offer.costs.map(\.line.currency) == ["CHF", "CHF"])
  }

  @Test(
    "A currency in which no amount is declared is a contradiction",
    arguments: ["PricingCurrencyCode", "DocumentCurrencyCode"])
  func declared(element: String) {
    func read(_ code: String) -> [String] {
      ReadOffer(Foreign.ubl("<b:\(element)>\(code)</b:\(element)>", lines: [Foreign.line()])).names
    }
    #expect(read("USD") == ["quotedCurrencyUnused"])
    #expect(read("EUR") == [])
    let codes =
      "<b:DocumentCurrencyCode>USD</b:DocumentCurrencyCode>"
      + "<b:PricingCurrencyCode>EUR</b:PricingCurrencyCode>"
    #expect(
      ReadOffer(Foreign.ubl(codes, lines: [Foreign.line()])).names == ["quotedCurrencyUnused"])
    #expect(
      ReadOffer(
        Foreign.openTrans(
          "<m:CURRENCY>USD</m:CURRENCY>",
          items: [
            Foreign.item(
              more: "<m:PRICE_CURRENCY>EUR</m:PRICE_CURRENCY>")
          ])
      ).names == ["quotedCurrencyUnused"])
  }

  @Test("A discount follows the decision's quantity, and stays beside the decision's price")
  func positions() {
    func read(_ cells: [String: String]) -> ReadOffer {
      ReadOffer(
        [
          Foreign.ubl(lines: [
            Foreign.line(amount: "40.00", more: Foreign.allowance("10.00", factor: "0.2"))
          ])
        ], decision: Foreign.decision(positions: ["N1": cells]))
    }
    let more = read(["count": "20"])
    #expect(more.offer.costs.map(\.line.count) == [Amount(20), Amount(20)])
    #expect(more.offer.costs[1].line.priceBase == Amount(10))
    #expect(more.names == ["quotedAllowanceScaled"])
    #expect(read(["count": "10"]).names == [])
    let both = read(["per": "users", "count": "2"])
    #expect(both.offer.costs.map(\.line.count) == [Amount(2), Amount(2)])
    #expect(both.offer.costs.map(\.line.per) == ["users", "users"])
    #expect(read(["amount": "4"]).names == ["quotedAllowanceKept"])
  }
}
