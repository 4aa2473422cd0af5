import DecisionModel
import Measures
import Messages
import OfferImport
import Testing
import TotalCost

/// Lines that are alike are read in a shorter way than others; nobody may notice.
@Suite("Lines of long quotations")
struct PlainLineTests {
  /// Behind the first 500 lines, for which categories are suggested, the shorter way begins.
  private static let lead = 520

  /// A line of UBL in which `marker` stands, an element of twelve letters.
  private static func ubl(_ number: Int, _ marker: String) -> String {
    func line(
      _ name: String, _ quantity: String? = "3", _ amount: String? = "4.50",
      _ price: String? = "1.50",
      more: String = "", item: String? = nil, base: String = "", currency: String = "EUR"
    ) -> String {
      Foreign.line(
        number, name: name, quantity: quantity, amount: amount, price: price,
        more: "<a:\(marker)/>" + more, item: item, base: base, currency: currency)
    }
    switch number - lead {
    case 1: return line("Posten 1")
    case 2: return line("Rundet", "3", "1.00", "0.3333")
    case 3: return line("Widerspruch", "3", "4.60")
    case 4: return line("Ohne Betrag", "3", nil)
    case 5: return line("Ohne Preis", "3", "4.50", nil)
    case 6: return line("Ohne Menge", nil)
    case 7: return line("Option: Schulung")
    case 8: return line("Basic Edition")
    case 9: return line("Pro Edition")
    case 10: return line("In Franken", currency: "CHF")
    case 11: return line("Posten 1", item: "ANDERS")
    case 12: return line("Posten 1", item: "N521")
    case 13: return line("Je hundert", "300", "4.50", base: "<b:BaseQuantity>100</b:BaseQuantity>")
    case 14: return line("Je eins", base: "<b:BaseQuantity unitCode=\"EA\">1.0</b:BaseQuantity>")
    case 15: return line("Je Kilo", base: "<b:BaseQuantity unitCode=\"KGM\">1</b:BaseQuantity>")
    case 16: return line("Mit Nachlass", "3", "4.00", more: Foreign.allowance("0.50"))
    case 17: return line("Negativ", "3", "-4.50", "-1.50")
    case 18: return line("Nichts", "0", "0.00", "1.50")
    case 19: return line("Umsonst", "3", "0.00", "0.00")
    case 20: return line("Exponent", "3e0", "45e-1", "15E-1")
    case 21: return line("Leerraum", " 3 ", "\n4.50", "\t1.5000 ")
    case 22: return line("Kein Betrag", "3", "viel")
    case 23: return line("Groß", "999999999999", "999999999999", "1")
    case 24: return line("\u{A0}Geschützt\u{A0}")
    case 25: return line("  ")
    case 26: return line("Steuer", more: Foreign.money("TotalTaxAmount", "0.86"))
    case 27: return line("Kaputt", more: Foreign.money("TotalTaxAmount", "?"))
    case 28: return line("Zweimal", more: "<b:Quantity>4</b:Quantity>")
    case 29: return line("Faktor", base: "<b:OrderableUnitFactorRate>2</b:OrderableUnitFactorRate>")
    case 30: return line("Stück<b:x/>weise")
    case 31: return line("Posten <![CDATA[&]]> &amp; Rest")
    case 32:
      return line("Zur Wahl").replacing(
        "</a:LineItem>",
        with: "</a:LineItem><a:AlternativeLineItem><b:Quantity>3</b:Quantity><a:Item><b:Name>Anders"
          + "</b:Name></a:Item></a:AlternativeLineItem>")
    case 33: return line("Ohne Nummer", item: "")
    case 34:
      return line("Beschreibung").replacing("b:Name>", with: "b:Description>")
    default: return line("Posten \(number)", "\(number)", "\(number).00", "1")
    }
  }

  private static func openTrans(_ number: Int, _ marker: String) -> String {
    func item(
      _ name: String, _ quantity: String = "3", _ price: String? = "1.50",
      _ amount: String? = "4.50",
      base: String? = nil, allowances: String = "", more: String = ""
    ) -> String {
      Foreign.item(
        number, name: name, quantity: quantity, price: price, amount: amount,
        allowances: allowances, base: base, more: "<\(marker)/>" + more)
    }
    switch number - lead {
    case 1: return item("Posten 1")
    case 2: return item("Widerspruch", "4")
    case 3: return item("Ohne Preis", "3", nil)
    case 4: return item("Ohne Betrag", "3", "1.50", nil)
    case 5: return item("Je hundert", "300", base: "100")
    case 6: return item("Je eins", base: "1")
    case 7:
      return item(
        "Nachlass",
        allowances: Foreign.step(
          "allowance", "<AOC_PERCENTAGE_FACTOR>0.1</AOC_PERCENTAGE_FACTOR>"))
    case 8: return item("Franken", more: "<m:PRICE_CURRENCY>CHF</m:PRICE_CURRENCY>")
    case 9: return item("Posten 1")
    case 10: return item("Wahlweise dies")
    case 11: return item("</m:DESCRIPTION_SHORT><m:DESCRIPTION_SHORT lang=\"deu\">Deutsch")
    case 12:
      return item("Ohne Nummer").replacing("SUPPLIER_PID>", with: "INTERNATIONAL_PID>")
    default: return item("Posten \(number)", "\(number)", "1", "\(number)")
    }
  }

  @Test("give what the usual way gives, in UBL", arguments: [1, 0])
  func ubl(isLoose: Int) {
    // A tax total is nothing for the shorter way, and an empty one says nothing.
    let both = ["TaxTotal", "Faxtotal"].map { marker in
      var lines = (1...Self.lead + 60).map { Self.ubl($0, marker) }
      if isLoose == 1 {
        lines[Self.lead + 40] = Foreign.line(9, name: "Lose", quantity: "1", amount: "5")
          .replacing("SellersItemId", with: "SendersItemId")
          .replacing("<a:LineItem><b:ID>9", with: "<a:LineItem><b:ID>A9")
      }
      return ReadOffer(Foreign.ubl(lines: lines))
    }
    expectEqual(both)
    #expect(both[1].offer.costs.count > Self.lead + 40)
    #expect(both[1].diagnostics.all.count > 15)
  }

  @Test("give what the usual way gives, in openTRANS")
  func openTrans() {
    let both = ["PRICE_BASE_FIX", "PRICE_BASE_FAX"].map { marker in
      ReadOffer(Foreign.openTrans(items: (1...Self.lead + 40).map { Self.openTrans($0, marker) }))
    }
    expectEqual(both)
    #expect(both[1].offer.costs.count > Self.lead + 30)
  }

  @Test("may change their currency on the way")
  func currencyOnTheWay() {
    let code =
      "</a:QuotationLine><b:PricingCurrencyCode>CHF</b:PricingCurrencyCode><a:QuotationLine>"
    let both = ["TaxTotal", "Faxtotal"].map { marker in
      let lines = (1...Self.lead + 60).map { number in
        (number == Self.lead + 30 ? code : "")
          + Foreign.line(number, amount: "50", more: "<a:\(marker)/>")
          .replacing(" currencyID=\"EUR\"", with: "")
      }
      return ReadOffer(
        Foreign.ubl("<b:PricingCurrencyCode>EUR</b:PricingCurrencyCode>", lines: lines))
    }
    expectEqual(both)
    #expect(both[1].offer.costs.count { $0.line.currency == "CHF" } == 31)
  }

  private func expectEqual(_ both: [ReadOffer]) {
    let (usual, short) = (both[0], both[1])
    for (one, other) in zip(usual.offer.costs, short.offer.costs) { #expect(one == other) }
    #expect(usual.offer.costs.count == short.offer.costs.count)
    #expect(usual.diagnostics.all == short.diagnostics.all)
    #expect(usual.understandings == short.understandings)
  }
}
