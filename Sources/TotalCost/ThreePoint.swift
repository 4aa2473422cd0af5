public import Measures
import ReproducibleMath

/// How what is uncertain is spread between its lowest and its highest value (`rulings.md` R1).
public enum RangeShape: String, Sendable, Hashable, Codable, CaseIterable {
  /// A triangle with both ends as its range.
  case triangular
  /// The beta distribution of PERT, with more weight around the likely value: exponents
  /// 1 + 4·(likely − low)/(high − low) and 1 + 4·(high − likely)/(high − low), variance
  /// (mean − low)(high − mean)/7.
  case pert
}

/// The range of a rate around its likely value.
public struct RateRange: Sendable, Hashable {
  /// Lowest value thought possible.
  public let low: Amount
  /// Highest value thought possible.
  public let high: Amount
  /// How the values between are spread.
  public let shape: RangeShape

  /// A range; low ≤ likely ≤ high is checked where the likely value is known.
  public init(low: Amount, high: Amount, shape: RangeShape = .triangular) {
    self.low = low
    self.high = high
    self.shape = shape
  }
}

/// The range of a day around the likely one; whole months count.
public struct DateRange: Sendable, Hashable {
  /// Earliest day thought possible.
  public let low: CalendarDate
  /// The day reckoned with.
  public let likely: CalendarDate
  /// Latest day thought possible.
  public let high: CalendarDate
  /// How the days between are spread.
  public let shape: RangeShape

  /// The most months between both ends.
  public static let longest = 120

  /// A range; ``isOrdered`` says whether it is one.
  public init(
    low: CalendarDate, likely: CalendarDate, high: CalendarDate,
    shape: RangeShape = .triangular
  ) {
    self.low = low
    self.likely = likely
    self.high = high
    self.shape = shape
  }

  /// Whether low ≤ likely ≤ high, no more than ``longest`` apart.
  public var isOrdered: Bool {
    low <= likely && likely <= high && high.monthIndex - low.monthIndex <= DateRange.longest
  }

  /// Months before (below 0) or after the likely one; `nil` if all is in one month.
  var months: ThreePoint? {
    low.monthIndex == high.monthIndex
      ? nil
      : ThreePoint(
        low: Double(low.monthIndex - likely.monthIndex), likely: 0,
        high: Double(high.monthIndex - likely.monthIndex), shape: shape)
  }
}

/// A value by its least, likeliest and most.
public struct ThreePoint: Sendable, Hashable {
  /// The least thought possible.
  public let low: Double
  /// The likeliest.
  public let likely: Double
  /// The most thought possible.
  public let high: Double
  /// How the values between are spread.
  public let shape: RangeShape
  /// The chance, above 0 and up to 1, with which there is a value at all. Else it is 0, and as much
  /// larger when it is there: values are those of something that is paid with this chance, over the
  /// chance. So the mean does not depend on it.
  public let chance: Double

  /// A value with low ≤ likely ≤ high.
  public init(
    low: Double, likely: Double, high: Double, shape: RangeShape = .triangular, chance: Double = 1
  ) {
    (self.low, self.likely, self.high, self.shape) = (low, likely, high, shape)
    self.chance = chance
  }

  /// The distribution of a rate; `nil` if it is certain.
  init?(likely: Amount, _ range: RateRange?) {
    guard let range, range.low < range.high else { return nil }
    self.init(
      low: range.low.double, likely: likely.double, high: range.high.double, shape: range.shape)
  }

  /// The average: (low + likely + high) / 3 of a triangle, (low + 4 likely + high) / 6 of PERT.
  public var mean: Double {
    switch shape {
    case .triangular: (low + likely + high) / 3
    case .pert: (low + 4 * likely + high) / 6
    }
  }

  /// Squared standard deviation; (mean − low)(high − mean) / 7 of PERT (`rulings.md` R1; Vose 2008,
  /// Risk Analysis).
  /// With a chance p it is (σ² + μ²) / p − μ², σ² and μ those of the value when it is there.
  public var variance: Double {
    let certain: Double
    switch shape {
    case .triangular:
      let (length, left) = (high - low, likely - low)
      certain = (length * length - left * (high - likely)) / 18
    case .pert: certain = (mean - low) * (high - mean) / 7
    }
    return chance < 1 ? (certain + mean * mean) / chance - mean * mean : certain
  }

  /// The exponents of the beta distribution on the range; `nil` for a triangle or a single value.
  var exponents: BetaExponents? {
    guard shape == .pert, low < high else { return nil }
    let length = high - low
    return BetaExponents(a: 1 + 4 * (likely - low) / length, b: 1 + 4 * (high - likely) / length)
  }
}

/// What tells the beta distributions on 0 to 1 apart.
struct BetaExponents: Sendable, Hashable {
  let a: Double
  let b: Double
}

/// The quantile function of a three-point distribution, ready for many calls.
struct ThreePointQuantile: Sendable {
  let distribution: ThreePoint
  private let beta: BetaQuantile?

  /// - Parameter tables: Tables made so far; those of equal exponents are shared.
  init(_ distribution: ThreePoint, tables: inout [BetaExponents: BetaQuantile]) {
    self.distribution = distribution
    guard let exponents = distribution.exponents else {
      beta = nil
      return
    }
    let table = tables[exponents] ?? BetaQuantile(a: exponents.a, b: exponents.b)
    tables[exponents] = table
    beta = table
  }

  init(_ distribution: ThreePoint) {
    var tables: [BetaExponents: BetaQuantile] = [:]
    self.init(distribution, tables: &tables)
  }

  /// The value below which a share of all draws lies: the inverse of the distribution function.
  ///
  /// - Parameter share: 0 to 1.
  func callAsFunction(_ share: Double) -> Double {
    let chance = distribution.chance
    if chance == 1 { return certain(share) }
    let none = 1 - chance
    return share <= none ? 0 : certain((share - none) / chance) / chance
  }

  private func certain(_ share: Double) -> Double {
    let (low, high) = (distribution.low, distribution.high)
    if let beta { return low + (high - low) * beta(share) }
    let length = high - low
    let left = distribution.likely - low
    if share * length < left { return low + (share * length * left).squareRoot() }
    return high - ((1 - share) * length * (high - distribution.likely)).squareRoot()
  }

  /// Replaces shares, which lie between 0 and 1, by their values.
  func replace(_ shares: UnsafeMutableBufferPointer<Double>) {
    let (low, high) = (distribution.low, distribution.high)
    if let beta, distribution.chance == 1 {
      return beta.replace(shares, start: low, length: high - low)
    }
    for i in shares.indices { shares[i] = self(shares[i]) }
  }
}
