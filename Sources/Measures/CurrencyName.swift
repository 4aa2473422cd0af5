/// Names of currencies as offers write them.
public enum CurrencyName {
  /// The three-letter code (ISO 4217) of a mark, name or code, or `nil`.
  ///
  /// Codes are taken in capitals only, since many are words otherwise (`ALL`, `TOP`), except for
  /// the four that every price list knows.
  public static func code(of text: String) -> String? {
    if let code = marks[text] ?? marks[text.lowercased()] { return code }
    return codes.contains(text) ? text : nil
  }

  private static let marks: [String: String] = [
    "€": "EUR", "eur": "EUR", "euro": "EUR", "$": "USD", "usd": "USD", "us$": "USD",
    "£": "GBP", "gbp": "GBP", "chf": "CHF", "fr": "CHF", "fr.": "CHF", "sfr": "CHF",
    "sfr.": "CHF", "¥": "JPY", "zł": "PLN", "kč": "CZK",
  ]

  /// Currencies in use, ISO 4217.
  private static let codes = Set(
    """
    AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD
    CAD CDF CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP
    GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD
    KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN
    NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP
    SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VES VND
    VUV WST XAF XCD XOF XPF YER ZAR ZMW
    """.split { $0 == " " || $0 == "\n" }.map(String.init))
}
