import DecisionModel
import Measures
import Messages
import OfferImport
import Testing
import TotalCost

/// Totals and taxes of quotations, and numbers that are none.
@Suite("Totals and numbers of quotations")
struct QuotedTotalTests {
  private static let tax =
    "<a:TaxTotal>\(Foreign.money("TaxAmount", "180.50"))<a:TaxSubtotal>"
    + Foreign.money("TaxableAmount", "950") + Foreign.money("TaxAmount", "180.50")
    + "<a:TaxCategory><b:Percent>19</b:Percent></a:TaxCategory></a:TaxSubtotal></a:TaxTotal>"

  private static let right: [(name: String, amount: String)] = [
    ("LineExtensionAmount", "1000"), ("TaxExclusiveAmount", "950"),
    ("TaxInclusiveAmount", "1130.50"), ("AllowanceTotalAmount", "100"),
    ("ChargeTotalAmount", "50"), ("PayableAmount", "1130.50"),
  ]

  @Test("A total that is wrong makes no other one wrong", arguments: 0..<7)
  func wrong(index: Int) {
    // The seventh is the tax itself.
    let totals = Self.right.enumerated().map { number, total in
      Foreign.money(total.name, number == index ? "777.77" : total.amount)
    }
    let tax =
      index == 6
      ? Self.tax.replacing("180.50", with: "177.77", maxReplacements: 1) : Self.tax
    let read = ReadOffer(
      Foreign.ubl(
        Foreign.allowance("100") + Foreign.allowance("50", charge: "true") + tax,
        lines: [Foreign.line(quantity: "200", amount: "1000")], totals: totals.joined()))
    #expect(read.names == ["quotedTotalDiffers"])
    #expect(read.understandings[0].totals.first.count { !$0.agrees } == 1)
  }

  @Test("Prices that hold the tax are refused, unless the decision says how they are taxed")
  func taxed() {
    let totals =
      Foreign.money("TaxExclusiveAmount", "42.02") + Foreign.money("TaxInclusiveAmount", "50")
    let marked =
      "<a:TaxTotal>\(Foreign.money("TaxAmount", "9.50"))<b:TaxIncludedIndicator>true"
      + "</b:TaxIncludedIndicator></a:TaxTotal>"
    let line = Foreign.line(
      more: "<a:TaxTotal>\(Foreign.money("TaxAmount", "9.50"))<b:TaxIncludedIndicator>1"
        + "</b:TaxIncludedIndicator></a:TaxTotal>")
    for document in [
      Foreign.ubl(lines: [Foreign.line()], totals: totals),
      Foreign.ubl(marked, lines: [Foreign.line()]), Foreign.ubl(lines: [line]),
    ] {
      let read = ReadOffer(document)
      #expect(read.names.contains("quotedPricesTaxed"))
      #expect(read.diagnostics.hasErrors)
      let told = ReadOffer(
        [document],
        decision: Foreign.decision(positions: ["N1": ["tax": "gross", "tax_rate": "19 %"]]))
      #expect(!told.diagnostics.hasErrors)
    }
    let net = marked.replacing("true", with: "false")
    #expect(ReadOffer(Foreign.ubl(net, lines: [Foreign.line()])).names == [])
  }

  @Test("Decimals beyond the twelfth are told of, and too large or broken numbers refused")
  func numbers() {
    func read(_ price: String) -> ReadOffer {
      ReadOffer(Foreign.ubl(lines: [Foreign.line(amount: nil, price: price)]))
    }
    let rounded = read("0.1234567890123")
    #expect(rounded.names == ["quotedNumbersRounded"])
    #expect(rounded.offer.costs.map(\.line.price) == [.fixed(amount("0.123456789012"))])
    #expect(read("1.50000000000000000").names == [])
    #expect(read("1e-300").names == ["cellNumberTooManyDecimals"])
    #expect(read("0e-300").names == [])
    for text in [String(repeating: "9", count: 40), "1e300", "1e9999999999999999999999"] {
      #expect(read(text).names == ["cellNumberTooLarge"])
    }
    for text in ["1e", "1e1.5", "e5", "ten"] { #expect(read(text).names == ["cellNotANumber"]) }
    for text in ["10<b:x>5</b:x>0.00", "<b:x>100.00</b:x>"] {
      #expect(read(text).names == ["quotedFigureHoldsElement"])
    }
    #expect(read("1<!-- one -->00").offer.costs.map(\.line.price) == [.fixed(Amount(100))])
  }

  @Test("Elements in another namespace than that of UBL are not passed over")
  func namespaces() {
    let root = "urn:oasis:names:specification:ubl:schema:xsd:Quotation-2"
    let lines = ReadOffer(
      "<Quotation xmlns=\"\(root)\">\n<QuotationLine/></Quotation>")
    #expect(lines.findings == ["error 2:1 quotedElementMisplaced"])
    #expect(lines.diagnostics.all[0].message.text.en.contains(root))
    let charge = Foreign.allowance("5", charge: "true").replacing("a:Allow", with: "q:Allow")
    #expect(
      ReadOffer(Foreign.ubl(charge, lines: [Foreign.line()])).names == ["quotedElementMisplaced"])
    #expect(
      ReadOffer(Foreign.ubl(lines: [Foreign.line(more: charge)])).names
        == ["quotedElementMisplaced"])
    // Whatever an extension holds is its own.
    let extended = "<q:UBLExtensions>\(charge)</q:UBLExtensions>"
    #expect(
      ReadOffer(Foreign.ubl(extended, lines: [Foreign.line(more: extended)])).names == [])
  }

  @Test("An amount payable without any tax is net, or holds a tax of a usual rate")
  func payable() {
    func names(_ payable: String) -> [String] {
      ReadOffer(
        Foreign.ubl(lines: [Foreign.line()], totals: Foreign.money("PayableAmount", payable))
      ).names
    }
    for right in ["50", "59.50", "62.50"] { #expect(names(right) == []) }
    for wrong in ["250", "49", "66"] { #expect(names(wrong) == ["quotedTotalDiffers"]) }
  }

  @Test("The tax of the document is compared with those of its lines")
  func lineTaxes() {
    func names(_ tax: String, line: String = "9.50", more: String = "") -> [String] {
      let total = "<a:TaxTotal>\(Foreign.money("TaxAmount", tax))</a:TaxTotal>"
      return ReadOffer(
        Foreign.ubl(
          total,
          lines: [Foreign.line(more: Foreign.money("TotalTaxAmount", line) + more)])
      ).names
    }
    #expect(names("9.50") == [])
    #expect(names("9.51") == [], "rounded for itself")
    #expect(names("10") == ["quotedTotalDiffers"])
    let other = "<a:TaxTotal>\(Foreign.money("TaxAmount", "7"))</a:TaxTotal>"
    #expect(names("9.50", more: other) == ["quotedTotalDiffers"])
  }

  @Test("The number of lines is compared")
  func lineCount() {
    for (count, names) in [("1", [String]()), ("5", ["quotedItemCountDiffers"])] {
      let text = "<b:LineCountNumeric>\(count)</b:LineCountNumeric>"
      #expect(ReadOffer(Foreign.ubl(text, lines: [Foreign.line()])).names == names)
    }
  }

  @Test("A price without a currency is in that of its line's amount, or of the totals")
  func currency() {
    let silent = { (line: String, element: String) in
      line.replacing("<b:\(element) currencyID=\"USD\">", with: "<b:\(element)>")
    }
    let line = silent(Foreign.line(currency: "USD"), "PriceAmount")
    let total = Foreign.money("LineExtensionAmount", "50", "USD")
    for document in [
      Foreign.ubl(lines: [line]),
      Foreign.ubl(lines: [silent(line, "LineExtensionAmount")], totals: total),
    ] {
      let read = ReadOffer(document)
      #expect(read.offer.costs.map(\.line.currency) == ["USD"])
      #expect(read.names == [])
    }
  }

  @Test("Where lines are wrong too, the sum is told as it counts")
  func counted() {
    let read = ReadOffer(
      Foreign.ubl(
        lines: [Foreign.line(amount: "60")], totals: Foreign.money("LineExtensionAmount", "99")))
    #expect(read.names == ["quotedLineAmountDiffers", "quotedTotalDiffers"])
    #expect(read.diagnostics.all[1].message.text.en.contains("99, reckoned anew it is 50"))
  }
}
