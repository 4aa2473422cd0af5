import DecisionModel
import Measures
import Messages
import OfferImport
import Testing
import TotalCost

/// Shares, units and taxes of openTRANS.
@Suite("Details of openTRANS quotations")
struct OpenTransDetailTests {
  private static func share(_ text: String, _ type: String = "allowance") -> String {
    Foreign.step(type, "<AOC_PERCENTAGE_FACTOR>\(text)</AOC_PERCENTAGE_FACTOR>")
  }

  /// What all lines come to, discounts below zero.
  private static func total(_ read: ReadOffer) -> Amount? {
    var total = Amount.zero
    for line in read.offer.costs.map(\.line) {
      guard case .stated(_, let price, _) = line.price,
        let gross = try? price.times(line.count).divided(by: line.priceBase),
        let kept = try? Amount.one.subtracting(line.discount), let cost = try? gross.times(kept),
        let next = try? line.kind == .discount ? total.subtracting(cost) : total.adding(cost)
      else { return nil }
      total = next
    }
    return total
  }

  @Test("Shares are percent or factors, as the amounts show")
  func shares() {
    func read(
      _ share: String, amount: String? = nil, stated: String? = nil, total: String? = nil,
      type: String = "allowance"
    ) -> ReadOffer {
      let sum = stated.map {
        "<ALLOW_OR_CHARGES_TOTAL_AMOUNT>\($0)</ALLOW_OR_CHARGES_TOTAL_AMOUNT>"
      }
      return ReadOffer(
        Foreign.openTrans(
          items: [
            Foreign.item(
              price: "120", amount: amount, allowances: Self.share(share, type) + (sum ?? ""))
          ], summary: total.map { "<TOTAL_AMOUNT>\($0)</TOTAL_AMOUNT>" } ?? ""))
    }
    // The specification's own example: 10.00 are ten percent.
    for percent in [
      read("10.00", amount: "1080.00", stated: "120"), read("10.00", stated: "120"),
      read("10", amount: "1080"), read("0.1", amount: "1080"), read("0.1"),
      read("0.1", stated: "-12"),
    ] {
      #expect(percent.names == [])
      #expect(Self.total(percent) == Amount(1_080))
    }
    #expect(Self.total(read("0.5", amount: "1194")) == Amount(1_194), "half a percent")
    #expect(Self.total(read("5", amount: "1260", type: "surcharge")) == Amount(1_260))
    #expect(Self.total(read("2", amount: "3600", type: "surcharge")) == Amount(3_600))
    for unclear in [read("10.00"), read("5", type: "surcharge"), read("10", amount: "999")] {
      #expect(unclear.names.contains("quotedShareUnclear"))
      #expect(unclear.diagnostics.hasErrors)
    }
  }

  @Test("Shares of the whole are of the lines as they count")
  func whole() {
    let list = { "<ALLOW_OR_CHARGES_FIX>\(Self.share($0))</ALLOW_OR_CHARGES_FIX>" }
    let currency = "<m:CURRENCY>EUR</m:CURRENCY>"
    for share in ["0.10", "10"] {
      let total = "<TOTAL_AMOUNT>45</TOTAL_AMOUNT>"
      let head = ReadOffer(
        Foreign.openTrans(currency + list(share), items: [Foreign.item()], summary: total))
      #expect(head.names == [])
      #expect(Self.total(head) == Amount(45))
      let foot = ReadOffer(
        Foreign.openTrans(items: [Foreign.item(amount: "51")], summary: list(share) + total))
      #expect(foot.names == ["quotedLineAmountDiffers"])
      #expect(Self.total(foot) == Amount(45))
    }
    let unclear = ReadOffer(Foreign.openTrans(currency + list("10"), items: [Foreign.item()]))
    #expect(unclear.names == ["quotedShareUnclear"])
    let open = ReadOffer(
      Foreign.openTrans(currency + list("0.1"), items: [Foreign.item(price: nil)]))
    #expect(open.names.contains("quotedAllowanceWithoutPrice"))
  }

  @Test("A share of a price that a list states is taken off that")
  func listed() {
    func read(_ share: String, _ type: String = "allowance") -> ReadOffer {
      let item = Foreign.item(1, quantity: "20", price: "9", allowances: Self.share(share, type))
        .replacing("<m:PRICE_AMOUNT>9</m:PRICE_AMOUNT>", with: "")
      return ReadOffer([
        Foreign.openTrans(items: [item]),
        Foreign.list(Foreign.product("N1", Foreign.price("40"))),
      ])
    }
    let read = read("0.1")
    #expect(read.names == [])
    #expect(Self.total(read) == Amount(72))
    #expect(self.listedNames("10").first == "quotedAllowanceWithoutPrice")
    #expect(self.listedNames("0.1", "surcharge").first == "quotedAllowanceWithoutPrice")
  }

  private func listedNames(_ share: String, _ type: String = "allowance") -> [String] {
    let item = Foreign.item(price: "9", allowances: Self.share(share, type))
      .replacing("<m:PRICE_AMOUNT>9</m:PRICE_AMOUNT>", with: "")
    return ReadOffer([
      Foreign.openTrans(items: [item]), Foreign.list(Foreign.product("N1", Foreign.price("40"))),
    ]).diagnostics.all.filter { $0.severity == .error }.map(\.message.id)
  }

  @Test("Price units in all of a line are taken as stated")
  func units() {
    func read(_ quantity: String, _ base: String, _ amount: String?) -> ReadOffer {
      ReadOffer(
        Foreign.openTrans(items: [
          Foreign.item(
            quantity: quantity, price: "3.00", amount: amount,
            more: "<PRICE_BASE_FIX>\(base)</PRICE_BASE_FIX>")
        ]))
    }
    let metres = "<PRICE_UNIT_VALUE>100</PRICE_UNIT_VALUE><m:PRICE_UNIT>MTR</m:PRICE_UNIT>"
    for (quantity, amount) in [("2", "300.00"), ("2", nil), ("3", "300")] {
      let read = read(quantity, metres, amount)
      #expect(read.names == [])
      #expect(Self.total(read) == Amount(300))
    }
    let factor = "<PRICE_UNIT_FACTOR>50</PRICE_UNIT_FACTOR>"
    #expect(read("2", metres + factor, nil).names == [])
    #expect(read("3", metres + factor, nil).names == ["quotedUnitValueDiffers"])
    let same = "<PRICE_UNIT_VALUE>10</PRICE_UNIT_VALUE><m:PRICE_UNIT>C62</m:PRICE_UNIT>"
    #expect(read("10", same, "30").names == [])
    #expect(read("11", same, "30").names == ["quotedUnitValueDiffers"])
  }

  @Test("Taxes are compared, and a total that holds them is told")
  func taxes() {
    func read(_ tax: String, _ total: String = "50") -> [String] {
      ReadOffer(
        Foreign.openTrans(
          items: [
            Foreign.item(
              amount: "50", more: "<TAX_DETAILS_FIX><m:TAX>0.19</m:TAX>\(tax)</TAX_DETAILS_FIX>")
          ], summary: "<TOTAL_AMOUNT>\(total)</TOTAL_AMOUNT>")
      ).names
    }
    func amount(_ text: String) -> String { "<TAX_AMOUNT>\(text)</TAX_AMOUNT>" }
    #expect(read("") == [])
    #expect(read(amount("9.50")) == [])
    #expect(read(amount("0.95")) == [], "for a unit")
    #expect(read(amount("7.77")) == ["quotedTotalDiffers"])
    #expect(read("", "59.50") == ["quotedTotalTaxed"])
    #expect(read("", "60") == ["quotedTotalDiffers"])
  }

  @Test("Version 1.0 names its seller and gross prices elsewhere")
  func old() {
    func read(_ type: String) -> ReadOffer {
      let space = "http://www.opentrans.org/XMLSchema/1.0"
      return ReadOffer(
        "<QUOTATION xmlns=\"\(space)\"><QUOTATION_HEADER><QUOTATION_INFO><QUOTATION_PARTIES>"
          + "<SUPPLIER_PARTY><PARTY><ADDRESS><NAME>Nordwind</NAME></ADDRESS></PARTY>"
          + "</SUPPLIER_PARTY></QUOTATION_PARTIES><PRICE_CURRENCY>EUR</PRICE_CURRENCY>"
          + "</QUOTATION_INFO></QUOTATION_HEADER><QUOTATION_ITEM_LIST><QUOTATION_ITEM>"
          + "<LINE_ITEM_ID>1</LINE_ITEM_ID><ARTICLE_ID><SUPPLIER_AID>P</SUPPLIER_AID>"
          + "<DESCRIPTION_SHORT>Lic</DESCRIPTION_SHORT></ARTICLE_ID><QUANTITY>10</QUANTITY>"
          + "<ARTICLE_PRICE type=\"\(type)\"><PRICE_AMOUNT>119</PRICE_AMOUNT><TAX>0.19</TAX>"
          + "<TAX_AMOUNT>\(type == "gros_list" ? "190" : "226.10")</TAX_AMOUNT></ARTICLE_PRICE>"
          + "</QUOTATION_ITEM></QUOTATION_ITEM_LIST></QUOTATION>")
    }
    #expect(read("gros_list").names == [])
    #expect(read("gros_list").offer.costs.map(\.line.price) == [.fixed(Amount(100))])
    #expect(read("net_list").names == [])
    #expect(read("net_list").offer.costs.map(\.line.price) == [.fixed(Amount(119))])
  }

  @Test("Totals may leave options out")
  func options() {
    func names(_ total: String) -> [String] {
      ReadOffer(
        Foreign.openTrans(
          items: [Foreign.item(), Foreign.item(2, name: "Eventualposition Schulung")],
          summary: "<TOTAL_AMOUNT>\(total)</TOTAL_AMOUNT>")
      ).names
    }
    #expect(names("50") == ["priceTakenAsOptional"])
    #expect(names("100") == ["priceTakenAsOptional"])
    #expect(names("70") == ["quotedTotalDiffers", "priceTakenAsOptional"])
    let ubl = { (total: String) in
      ReadOffer(
        Foreign.ubl(
          lines: [Foreign.line(), Foreign.line(2, name: "Eventualposition Schulung")],
          totals: Foreign.money("LineExtensionAmount", total)
            + Foreign.money("PayableAmount", total))
      ).names
    }
    #expect(ubl("50") == ["priceTakenAsOptional"])
    #expect(ubl("100") == ["priceTakenAsOptional"])
  }

  @Test("What only remarks call an option is told, far down as well", arguments: [1, 530])
  func remarks(count: Int) {
    for (element, text) in [("REMARKS", "Eventualposition"), ("REMARKS", "wie vereinbart")] {
      let items = (1...count).map { number in
        Foreign.item(
          number, name: "W\(number)", quantity: "1", price: "5", amount: "5",
          more: number == count ? "</PRODUCT_PRICE_FIX><\(element)>\(text)</\(element)><X>" : ""
        )
        .replacing("<X></PRODUCT_PRICE_FIX>", with: "")
      }
      let expected = text == "Eventualposition" ? ["quotedMaybeOptional"] : []
      #expect(ReadOffer(Foreign.openTrans(items: items)).names == expected)
      let note = "<b:Note>\(text)</b:Note><b:ID>"
      let lines = (1...count).map { number in
        let line = Foreign.line(number, name: "W\(number)")
        return number == count ? line.replacing("<b:ID>", with: note, maxReplacements: 1) : line
      }
      #expect(ReadOffer(Foreign.ubl(lines: lines)).names == expected)
      let described = (1...count).map { number in
        let line = Foreign.line(number, name: "W\(number)")
        return number == count
          ? line.replacing("<a:Item>", with: "<a:Item><b:Description>\(text)</b:Description>")
          : line
      }
      #expect(ReadOffer(Foreign.ubl(lines: described)).names == expected)
    }
  }
}
