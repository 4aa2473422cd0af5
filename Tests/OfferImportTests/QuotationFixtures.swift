import DecisionModel
import Messages
import OfferImport

/// Quotations in foreign formats, as the tests need them.
enum Foreign {
  /// A UBL Quotation with other prefixes than usual: only namespaces count.
  static func ubl(_ header: String = "", lines: [String], totals: String = "") -> String {
    let body = lines.map { "<a:QuotationLine>\($0)</a:QuotationLine>\n" }.joined()
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <q:Quotation xmlns:q="urn:oasis:names:specification:ubl:schema:xsd:Quotation-2" \
      xmlns:a="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2" \
      xmlns:b="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2">
      <b:ID>Q1</b:ID>
      <a:SellerSupplierParty><a:Party><a:PartyName><b:Name>Nordwind AG</b:Name></a:PartyName>\
      </a:Party></a:SellerSupplierParty>
      \(header)
      <a:QuotedMonetaryTotal>\(totals)</a:QuotedMonetaryTotal>
      \(body)</q:Quotation>
      """
  }

  /// An amount of money in UBL.
  static func money(_ name: String, _ amount: String, _ currency: String = "EUR") -> String {
    "<b:\(name) currencyID=\"\(currency)\">\(amount)</b:\(name)>"
  }

  /// A line of a UBL Quotation.
  static func line(
    _ number: Int = 1, name: String = "Widget", quantity: String? = "10", amount: String? = "50.00",
    price: String? = "5.00", more: String = "", item: String? = nil, base: String = "",
    unit: String = "EA", currency: String = "EUR"
  ) -> String {
    var text = "<b:ID>\(number)</b:ID><a:LineItem><b:ID>\(number)</b:ID>"
    if let quantity { text += "<b:Quantity unitCode=\"\(unit)\">\(quantity)</b:Quantity>" }
    if let amount { text += money("LineExtensionAmount", amount, currency) }
    text += more
    if let price { text += "<a:Price>\(money("PriceAmount", price, currency))\(base)</a:Price>" }
    text += "<a:Item><b:Name>\(name)</b:Name><a:SellersItemIdentification><b:ID>"
    text += "\(item ?? "N\(number)")</b:ID></a:SellersItemIdentification></a:Item></a:LineItem>"
    return text
  }

  /// A discount or surcharge in UBL.
  static func allowance(
    _ amount: String?, charge: String? = "false", factor: String? = nil, base: String? = nil,
    reason: String? = nil
  ) -> String {
    var text = "<a:AllowanceCharge>"
    if let charge { text += "<b:ChargeIndicator>\(charge)</b:ChargeIndicator>" }
    if let reason { text += "<b:AllowanceChargeReason>\(reason)</b:AllowanceChargeReason>" }
    if let factor {
      text += "<b:MultiplierFactorNumeric>\(factor)</b:MultiplierFactorNumeric>"
    }
    if let amount { text += money("Amount", amount) }
    if let base { text += money("BaseAmount", base) }
    return text + "</a:AllowanceCharge>"
  }

  /// An openTRANS QUOTATION.
  static func openTrans(
    _ info: String = "<m:CURRENCY>EUR</m:CURRENCY>", items: [String], summary: String = "",
    supplier: String = "<ADDRESS><m:NAME>Nordwind AG</m:NAME></ADDRESS>"
  ) -> String {
    let list = items.map { "<QUOTATION_ITEM>\($0)</QUOTATION_ITEM>\n" }.joined()
    return """
      <QUOTATION xmlns="http://www.opentrans.org/XMLSchema/2.1" \
      xmlns:m="http://www.bmecat.org/bmecat/2005" version="2.1">
      <QUOTATION_HEADER><QUOTATION_INFO><QUOTATION_ID>149136</QUOTATION_ID>
      <PARTIES><PARTY><m:PARTY_ID>400302</m:PARTY_ID><PARTY_ROLE>supplier</PARTY_ROLE>\(supplier)\
      </PARTY><PARTY><m:PARTY_ID>123456</m:PARTY_ID><PARTY_ROLE>buyer</PARTY_ROLE></PARTY></PARTIES>
      \(info)
      </QUOTATION_INFO></QUOTATION_HEADER>
      <QUOTATION_ITEM_LIST>
      \(list)</QUOTATION_ITEM_LIST>
      <QUOTATION_SUMMARY>\(summary)</QUOTATION_SUMMARY>
      </QUOTATION>
      """
  }

  /// An item of an openTRANS QUOTATION.
  static func item(
    _ number: Int = 1, name: String = "Widget", quantity: String = "10", price: String? = "5",
    amount: String? = nil, allowances: String = "", base: String? = nil, more: String = ""
  ) -> String {
    var text = "<LINE_ITEM_ID>\(number)</LINE_ITEM_ID><PRODUCT_ID><m:SUPPLIER_PID>N\(number)"
    text += "</m:SUPPLIER_PID><m:DESCRIPTION_SHORT>\(name)</m:DESCRIPTION_SHORT></PRODUCT_ID>"
    text += "<QUANTITY>\(quantity)</QUANTITY><m:ORDER_UNIT>C62</m:ORDER_UNIT>"
    if let price {
      text += "<PRODUCT_PRICE_FIX><m:PRICE_AMOUNT>\(price)</m:PRICE_AMOUNT>"
      if !allowances.isEmpty {
        text += "<ALLOW_OR_CHARGES_FIX>\(allowances)</ALLOW_OR_CHARGES_FIX>"
      }
      if let base { text += "<m:PRICE_QUANTITY>\(base)</m:PRICE_QUANTITY>" }
      text += more + "</PRODUCT_PRICE_FIX>"
    }
    if let amount { text += "<PRICE_LINE_AMOUNT>\(amount)</PRICE_LINE_AMOUNT>" }
    return text
  }

  /// A discount or surcharge in openTRANS.
  static func step(_ type: String, _ value: String, sequence: Int = 1) -> String {
    "<ALLOW_OR_CHARGE type=\"\(type)\"><ALLOW_OR_CHARGE_SEQUENCE>\(sequence)"
      + "</ALLOW_OR_CHARGE_SEQUENCE><ALLOW_OR_CHARGE_NAME>\(type) \(sequence)"
      + "</ALLOW_OR_CHARGE_NAME><ALLOW_OR_CHARGE_VALUE>\(value)</ALLOW_OR_CHARGE_VALUE>"
      + "</ALLOW_OR_CHARGE>"
  }

  /// A BMEcat 2005 price list.
  static func list(_ products: String...) -> String {
    "<BMECAT xmlns=\"http://www.bmecat.org/bmecat/2005\" version=\"2005\"><HEADER><CATALOG>"
      + "<CURRENCY>CHF</CURRENCY></CATALOG></HEADER>\n<T_NEW_CATALOG>\n"
      + products.map { "<PRODUCT>\($0)</PRODUCT>\n" }.joined() + "</T_NEW_CATALOG></BMECAT>"
  }

  /// A product of a price list.
  static func product(_ number: String, _ prices: String, dates: String = "") -> String {
    "<SUPPLIER_PID>\(number)</SUPPLIER_PID><PRODUCT_DETAILS><DESCRIPTION_SHORT>Part \(number)"
      + "</DESCRIPTION_SHORT></PRODUCT_DETAILS><PRODUCT_ORDER_DETAILS><PRICE_QUANTITY>10"
      + "</PRICE_QUANTITY></PRODUCT_ORDER_DETAILS><PRODUCT_PRICE_DETAILS>\(dates)\(prices)"
      + "</PRODUCT_PRICE_DETAILS>"
  }

  /// A price of a price list.
  static func price(
    _ amount: String, from bound: String = "1", type: String = "net_customer", factor: String = "1"
  ) -> String {
    "<PRODUCT_PRICE price_type=\"\(type)\"><PRICE_AMOUNT>\(amount)</PRICE_AMOUNT><TAX>0.19</TAX>"
      + "<PRICE_FACTOR>\(factor)</PRICE_FACTOR><LOWER_BOUND>\(bound)</LOWER_BOUND></PRODUCT_PRICE>"
  }

  /// An XMCDA 2 document.
  static func xmcda(_ body: String) -> String {
    "<x:XMCDA xmlns:x=\"http://www.decision-deck.org/2009/XMCDA-2.1.0\">\n\(body)\n</x:XMCDA>"
  }

  /// Performances of one alternative.
  static func performances(_ id: String, _ values: (String, String)...) -> String {
    "<performanceTable><alternativePerformances><alternativeID>\(id)</alternativeID>"
      + values.map {
        "<performance><criterionID>\($0.0)</criterionID><value>\($0.1)</value></performance>"
      }.joined() + "</alternativePerformances></performanceTable>"
  }

  // MARK: The decision's part

  static let place = SourcePosition(file: "decision.yaml", line: 30, column: 5)

  /// A decision that says what positions of the first file, or of another, are.
  static func decision(
    positions: [String: [String: String]], file: String = "a"
  ) -> Decision {
    var decision = Fixture.decision()
    decision.positions[file] = positions.sorted { $0.key < $1.key }.map { key, cells in
      PositionMapping(
        key: MappedText(key, position: place),
        cells: cells.mapValues { MappedText($0, position: place) })
    }
    return decision
  }

  /// A decision that says where rows and cells of the first file stand.
  static func decision(rows: String, _ cells: [String: String]) -> Decision {
    var decision = Fixture.decision()
    decision.documents["a"] = [
      XMLMapping(
        rows: MappedText(rows, position: place),
        cells: cells.mapValues { MappedText($0, position: place) }, position: place)
    ]
    return decision
  }
}

extension ReadOffer {
  init(_ texts: [String], decision: Decision = Fixture.decision()) {
    self.init(texts.map { Array($0.utf8) }, decision: decision)
  }

  /// Names of the findings, without that of missing categories.
  var names: [String] {
    diagnostics.all.map(\.message.id).filter { $0 != "quotedCategoriesMissing" }
  }
}
