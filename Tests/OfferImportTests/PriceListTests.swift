import DecisionModel
import Measures
import Messages
import OfferImport
import Testing
import TotalCost

/// Prices of BMEcat lists that could be understood in several ways.
@Suite("Prices of BMEcat lists")
struct PriceListTests {
  private static func read(
    _ prices: String, order: String = "<ORDER_UNIT>C62</ORDER_UNIT>", mode: String = ""
  ) -> ReadOffer {
    let product =
      "<SUPPLIER_PID>A</SUPPLIER_PID><PRODUCT_DETAILS><DESCRIPTION_SHORT>Cable"
      + "</DESCRIPTION_SHORT></PRODUCT_DETAILS><PRODUCT_ORDER_DETAILS>\(order)"
      + "</PRODUCT_ORDER_DETAILS><PRODUCT_PRICE_DETAILS>\(prices)</PRODUCT_PRICE_DETAILS>"
    let list = Foreign.list(product).replacing("<CURRENCY>CHF</CURRENCY>", with: "")
      .replacing("<PRODUCT>", with: "<PRODUCT\(mode)>")
    return ReadOffer(
      [list], decision: Foreign.decision(positions: ["A": ["count": "20", "category": "other"]]))
  }

  private static func price(
    _ amount: String?, _ more: String = "", currency: String? = "EUR"
  )
    -> String
  {
    "<PRODUCT_PRICE price_type=\"net_list\">"
      + (amount.map { "<PRICE_AMOUNT>\($0)</PRICE_AMOUNT>" } ?? "<PRICE_FORMULA/>")
      + (currency.map { "<PRICE_CURRENCY>\($0)</PRICE_CURRENCY>" } ?? "") + more
      + "</PRODUCT_PRICE>"
  }

  @Test("of several currencies are taken in the decision's, or refused")
  func currencies() {
    let own = Self.read(Self.price("10", currency: "CHF") + Self.price("5"))
    #expect(own.offer.costs.map(\.line.price) == [.fixed(Amount(5))])
    #expect(own.names == ["listCurrencyChosen"])
    let foreign = Self.read(
      Self.price("10", currency: "CHF") + Self.price("5", currency: "USD"))
    #expect(foreign.names == ["listPriceUnclear"])
    let silent = Self.read(Self.price("5", currency: nil))
    #expect(silent.names == ["listPriceWithoutCurrency"])
  }

  @Test("for different territories or by a formula are refused")
  func unclear() {
    let bound = "<LOWER_BOUND>2</LOWER_BOUND>"
    let places = Self.read(
      Self.price("10", "<TERRITORY>CH</TERRITORY>")
        + Self.price("5", bound + "<TERRITORY>DE</TERRITORY>"))
    #expect(places.names == ["listPriceUnclear"])
    #expect(places.diagnostics.all[0].message.text.en.contains("CH, DE"))
    let same = Self.read(
      Self.price("10", "<TERRITORY>DE</TERRITORY>")
        + Self.price("5", bound + "<TERRITORY>DE</TERRITORY>"))
    #expect(same.names == [])
    #expect(Self.read(Self.price("10") + Self.price(nil, bound)).names == ["listPriceUnclear"])
    #expect(Self.read(Self.price(nil)).names == ["listArticleWithoutPrice"])
  }

  @Test("for another unit than that of the order are converted")
  func units() {
    let kilos = "<PRICE_UNIT>KGM</PRICE_UNIT>"
    let factor = "<PRICE_UNIT_FACTOR>12</PRICE_UNIT_FACTOR>"
    let read = Self.read(Self.price("5", "<PRICE_BASE>\(kilos)\(factor)</PRICE_BASE>"))
    #expect(read.offer.costs.map(\.line.price) == [.fixed(Amount(60))])
    #expect(read.names == [])
    #expect(
      Self.read(Self.price("5", "<PRICE_BASE>\(kilos)</PRICE_BASE>")).names == ["quotedUnitsDiffer"]
    )
  }

  @Test("of deleted products are none")
  func deleted() {
    #expect(Self.read(Self.price("5"), mode: " mode=\"delete\"").offer.costs.isEmpty)
    #expect(Self.read(Self.price("5"), mode: " mode=\"new\"").offer.costs.count == 1)
  }

  @Test("are for the unit of the quotation's line, or told of")
  func quoted() {
    let item = Foreign.item(1, quantity: "2", price: nil)
    let product = Foreign.product("N1", Foreign.price("5"))
      .replacing("<PRICE_QUANTITY>", with: "<ORDER_UNIT>C62</ORDER_UNIT><PRICE_QUANTITY>")
    let same = [Foreign.openTrans(items: [item]), Foreign.list(product)]
    #expect(ReadOffer(same).names == [])
    #expect(
      ReadOffer([same[0].replacing("C62", with: "BX"), same[1]]).names == ["quotedUnitsDiffer"])
  }

  @Test("Rows of totals in XML read by paths are no lines")
  func mapped() {
    let row = { (item: String, price: String) in "<i><n>\(item)</n><p>\(price)</p></i>" }
    let document = { (total: String) in
      "<o>\(row("Lizenz", "10") + row("Schulung", "5") + row("Summe", total))</o>"
    }
    let decision = Foreign.decision(
      rows: "/o/i", ["item": "n", "amount": "p", "tax": "'net'", "category": "'other'"])
    let right = ReadOffer([document("15")], decision: decision)
    #expect(right.offer.costs.map(\.line.name) == ["Lizenz", "Schulung"])
    #expect(right.names == [])
    let wrong = ReadOffer([document("16")], decision: decision)
    #expect(wrong.offer.costs.count == 2)
    #expect(wrong.names.count == 1)
  }

  @Test(
    "Envelopes of networks are told by what to do",
    arguments: ["StandardBusinessDocument", "Envelope"])
  func envelope(name: String) {
    let read = ReadOffer("<s:\(name) xmlns:s=\"urn:s\"><s:Body/></s:\(name)>")
    #expect(read.names == ["xmlEnvelope"])
  }

  @Test("The seller of a quotation is not another option")
  func seller() {
    var decision = Fixture.decision()
    decision.offers = [
      Fixture.declaration(),
      OfferDeclaration(
        id: "suedstern", name: "Südstern GmbH", kind: .saas, goLive: nil, files: [],
        position: Fixture.position),
    ]
    let quotation = Foreign.ubl(lines: [Foreign.line()])
    #expect(ReadOffer([quotation], decision: decision).names == [])
    let other = quotation.replacing("Nordwind AG", with: "Südstern GmbH")
    #expect(ReadOffer([other], decision: decision).names == ["preambleOtherVendor"])
  }

  @Test("Currencies may be written in small letters")
  func smallLetters() {
    let line = Foreign.line(2, name: "B", currency: "eur")
    let read = ReadOffer(
      Foreign.ubl(
        lines: [Foreign.line(), line], totals: Foreign.money("LineExtensionAmount", "100")))
    #expect(read.names == [])
    #expect(read.understandings[0].totals.count == 1)
  }
}
