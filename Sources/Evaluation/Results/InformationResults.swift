/// What knowing more before choosing is worth (`methods.md` A8), the weights as stated.
public struct InformationResult: Sendable, Equatable, Codable {
  /// Knowing everything that is uncertain: more than that no enquiry can be worth.
  public var everything: Everything
  /// Single uncertain values that could change the choice, the most worth first.
  public var items: [Item]
  /// How many further uncertain values could not change the choice, whatever came out.
  public var worthless: Int

  /// Knowing everything that is uncertain.
  public struct Everything: Sendable, Equatable, Codable {
    /// Points that the choice would gain on average.
    public var points: Double
    /// Standard error of that figure, which is drawn.
    public var standardError: Double
    /// The same in money, where cost is a goal.
    public var money: Double?
  }

  /// One uncertain value.
  public struct Item: Sendable, Equatable, Codable {
    /// Why a value is uncertain.
    public enum Kind: String, Sendable, Equatable, Codable {
      /// The question was not answered.
      case missing
      /// The answer is only claimed.
      case unproven
      /// The answer is a range.
      case range
      /// The prices and quantities of the offer are ranges.
      case cost
    }

    /// The option whose value it is.
    public var offer: String
    /// Path of the question; `nil` for the cost.
    public var criterion: String?
    /// Why it is uncertain.
    public var kind: Kind
    /// Points that the choice would gain on average.
    public var points: Double
    /// The same in money, where cost is a goal.
    public var money: Double?
  }
}
