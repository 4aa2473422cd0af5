import Measures

/// What tells the uncertain prices of an option apart.
///
/// Lines that are alike in all of it are one price: they are drawn from the same random numbers, so
/// that a line in two parts is as uncertain as the line. Where a line stands in its file, and what it
/// costs, is no part of it, so that neither another order of lines nor a further one moves a draw.
public struct UncertainPrice: Sendable, Hashable {
  /// What is paid for, in the offer's words.
  public let name: String
  /// What kind of cost it is.
  public let category: CostCategory
  /// Who receives the money.
  public let payee: CostLine.Payee
  /// Whether it adds to the cost or reduces it.
  public let kind: CostLine.Kind
  /// How the values between low and high are spread.
  public let shape: RangeShape

  /// The price of a line.
  public init(of line: CostLine) {
    (name, category, payee) = (line.name, line.category, line.payee)
    (kind, shape) = (line.kind, line.shape)
  }

  /// Name of its stream of random numbers.
  ///
  /// - Parameter option: Whose price it is; the old system's, the same in all options, for `nil`.
  func stream(of option: String?) -> UInt64 {
    let parts = [
      option.map { "price/" + $0 } ?? "price-of-old-system", category.rawValue, payee.rawValue,
      kind.rawValue, shape.rawValue, name,
    ]
    return StreamName.hash(parts.joined(separator: "/"))
  }
}

extension CostLine {
  /// The stated or assumed price; `nil` without one.
  public var priceRange: AssumedRange? {
    switch price {
    case .stated(let low, let likely, let high): .init(low: low, likely: likely, high: high)
    case .onRequest(let assumed): assumed
    }
  }

  /// Whether it is not certain what is paid: within a range, or with a chance only.
  var hasUncertainPrice: Bool {
    chanceOfPayment < 1 || (priceRange.map { $0.low < $0.high } ?? false)
  }

  /// The chance that a single payment is made; 1 for what recurs, of which each payment may or may not
  /// be made, so that their expected value is what they come to over the years.
  var chanceOfPayment: Double {
    guard case .once = timing, probability > .zero else { return 1 }
    return probability.double
  }

  /// Whether it is work to build the thing.
  public var isBuilding: Bool {
    category == .development && kind == .cost && basis == .units && priceRange != nil
  }

  /// Whether it is a package of work to build the thing, with a range: such packages tend to run over
  /// together (``CostPlan/workCorrelation``).
  public var isWorkPackage: Bool {
    guard isBuilding, let priceRange else { return false }
    return priceRange.low < priceRange.high
  }

  /// An order by content in which lines are added up, so that binary fractions come to the same sum
  /// however the lines are arranged. Lines of which none comes first are alike in everything.
  func precedes(_ other: CostLine) -> Bool {
    if name != other.name { return name < other.name }
    let (first, second) = (order, other.order)
    if first != second { return first < second }
    if likelyPrice != other.likelyPrice { return likelyPrice < other.likelyPrice }
    if count != other.count { return count < other.count }
    if self == other { return false }
    // Of what is left the text serves, which a term of contracts added later is a part of too.
    return String(describing: (price, terms.values))
      < String(describing: (other.price, other.terms.values))
  }

  private var order: (String, String, String) {
    (category.rawValue, payee.rawValue, kind.rawValue)
  }

  private var likelyPrice: Amount { priceRange?.likely ?? .zero }
}
