/// Factors of lock-in that a clause of the contract can change, in contrast to those that lie in
/// the product or the market.
public enum NegotiableFactor: String, Sendable, Hashable, Codable, CaseIterable {
  /// Full export of the data.
  case dataExport = "data_export"
  /// Help when leaving.
  case exitHelp = "exit_help"
  /// Prices after the first term.
  case priceAfterTerm = "price_after_term"
  /// Source code in escrow, or running it oneself.
  case sourceEscrow = "source_escrow"
  /// Term and renewal.
  case term

  /// Degree from which a clause counts as weak (`domain.md` 5: factors scored 2 and more).
  public static let weakFrom = 2.0
}
