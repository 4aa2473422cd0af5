/// The schema of Votum's own offer format (`urn:votum:offer:1`).
public enum OfferSchema {
  /// The bytes of `docs/votum-offer-1.xsd`.
  public static let bytes: [UInt8] = PackageResources.votum_offer_1_xsd
}
