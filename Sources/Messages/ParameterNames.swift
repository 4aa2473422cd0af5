/// What can be varied, as people read it.
extension LocalText {
  /// The yearly rise of vendors' recurring prices.
  public static let yearlyRise = LocalText(
    de: "Preissteigerung im Jahr", en: "yearly price rise")
  /// The discount rate.
  public static let discountRate = LocalText(de: "Zinssatz", en: "discount rate")

  /// The price cut of an offer.
  public static func priceCut(of offer: String) -> LocalText {
    LocalText(de: "Preisnachlass von \(offer)", en: "price cut by \(offer)")
  }

  /// The weight of a criterion.
  public static func weight(of criterion: LocalText) -> LocalText {
    LocalText(de: "Gewicht von \(criterion.de)", en: "weight of \(criterion.en)")
  }
}
