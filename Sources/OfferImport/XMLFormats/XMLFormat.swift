import Messages
import XMLReading

/// What an XML document is, told from the namespace and name of its outermost element; prefixes and
/// file names say nothing.
enum XMLFormat {
  /// A UBL 2 Quotation.
  case ublQuotation
  /// An openTRANS QUOTATION.
  case openTransQuotation
  /// A BMEcat price list.
  case priceList
  /// A UBL 2 Catalogue, which is a price list too.
  case catalogue
  /// An XMCDA 2 document.
  case performanceTable
  /// A wrapper around another document.
  case envelope
  /// A known document that is no offer, with its name and what is wanted instead.
  case refused(LocalText)
  /// Anything else, with the maker of its namespace if that is known.
  case unknown(maker: String?)

  /// A document that the decision maps by paths.
  static let mapped = LocalText(
    de: "XML, nach den Pfaden der Entscheidung gelesen", en: "XML, read by the decision's paths")
  /// Votum's own format.
  static let own = LocalText(de: "Angebot im Format von Votum", en: "Votum's own format")

  /// What people call it; `nil` if it is not read.
  var name: LocalText? {
    switch self {
    case .ublQuotation: LocalText(de: "Angebot im Format UBL 2", en: "UBL 2 quotation")
    case .openTransQuotation:
      LocalText(de: "Angebot im Format openTRANS", en: "openTRANS quotation")
    case .priceList: LocalText(de: "Preisliste im Format BMEcat", en: "BMEcat price list")
    case .catalogue: LocalText(de: "Preisliste im Format UBL 2", en: "UBL 2 price list (Catalogue)")
    case .performanceTable:
      LocalText(de: "Bewertungstabelle im Format XMCDA 2", en: "XMCDA 2 performance table")
    case .refused, .unknown, .envelope: nil
    }
  }

  init(root: XMLName) {
    let space = root.namespace ?? ""
    if space.hasPrefix(XMLFormat.ubl) {
      self = XMLFormat.ubl(root.local, space: space)
    } else if space.hasPrefix("http://www.opentrans.org/") {
      self = XMLFormat.openTrans(root.local)
    } else if space.isEmpty || space.hasPrefix("http://www.bmecat.org/"), root.local == "BMECAT" {
      // BMEcat 1.2 has no namespace, only a DOCTYPE.
      self = .priceList
    } else if space.hasPrefix("http://www.decision-deck.org/"), root.local == "XMCDA" {
      self =
        space.contains("/XMCDA-2.")
        ? .performanceTable
        : .refused(
          LocalText(
            de: "ein XMCDA-Dokument anderer Version als 2",
            en: "an XMCDA document of another version than 2"))
    } else if ["StandardBusinessDocument", "Envelope"].contains(root.local) {
      // As networks send them (UN/CEFACT SBDH, SOAP).
      self = .envelope
    } else if root.local == "CrossIndustryInvoice" {
      self = .refused(LocalText(de: "eine Rechnung (UN/CEFACT)", en: "an invoice (UN/CEFACT)"))
    } else {
      self = .unknown(maker: XMLFormat.makers.first { space.hasPrefix($0.0) }?.1)
    }
  }

  /// What the namespaces of all UBL 2 documents begin with.
  private static let ubl = "urn:oasis:names:specification:ubl:schema:xsd:"

  private static func ubl(_ local: String, space: String) -> XMLFormat {
    guard space == "\(ubl)\(local)-2" else { return .unknown(maker: "UBL") }
    let names: [String: LocalText] = [
      "RequestForQuotation": LocalText(de: "eine Angebotsanfrage", en: "a request for quotation"),
      "Order": LocalText(de: "eine Bestellung", en: "an order"),
      "OrderResponse": LocalText(de: "eine Auftragsbestätigung", en: "an order response"),
      "Invoice": LocalText(de: "eine Rechnung", en: "an invoice"),
      "CreditNote": LocalText(de: "eine Gutschrift", en: "a credit note"),
    ]
    if local == "Quotation" { return .ublQuotation }
    if local == "Catalogue" { return .catalogue }
    let name = names[local] ?? LocalText(de: "ein Dokument", en: "a document")
    return .refused(
      LocalText(de: "\(name.de) (UBL \(local))", en: "\(name.en) (UBL \(local))"))
  }

  private static func openTrans(_ local: String) -> XMLFormat {
    let names: [String: LocalText] = [
      "RFQ": LocalText(de: "eine Angebotsanfrage", en: "a request for quotation"),
      "ORDER": LocalText(de: "eine Bestellung", en: "an order"),
      "ORDERCHANGE": LocalText(de: "eine Bestelländerung", en: "a change of an order"),
      "ORDERRESPONSE": LocalText(de: "eine Auftragsbestätigung", en: "an order response"),
      "DISPATCHNOTIFICATION": LocalText(de: "ein Lieferschein", en: "a dispatch notification"),
      "RECEIPTACKNOWLEDGEMENT": LocalText(
        de: "eine Wareneingangsbestätigung", en: "an acknowledgement of receipt"),
      "INVOICE": LocalText(de: "eine Rechnung", en: "an invoice"),
      "INVOICELIST": LocalText(de: "eine Rechnungsliste", en: "a list of invoices"),
      "REMITTANCEADVICE": LocalText(de: "ein Zahlungsavis", en: "a remittance advice"),
    ]
    if local == "QUOTATION" { return .openTransQuotation }
    guard let name = names[local] else { return .unknown(maker: "openTRANS") }
    return .refused(
      LocalText(de: "\(name.de) (openTRANS \(local))", en: "\(name.en) (openTRANS \(local))"))
  }

  private static let makers = [
    (ubl, "UBL"), ("urn:oasis:names:tc:ubl:", "UBL 1"),
    ("http://www.bmecat.org/", "BMEcat"), ("urn:un:unece:uncefact:", "UN/CEFACT"),
    ("http://www.decision-deck.org/", "XMCDA"), ("http://www.gaeb.de/", "GAEB"),
    ("urn:schemas-microsoft-com:office:spreadsheet", "Excel 2003 XML"), ("urn:votum:", "Votum"),
  ]
}
