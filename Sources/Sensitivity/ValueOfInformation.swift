/// What it would be worth to know one uncertain value exactly before choosing: by how much the total
/// of the choice improves on average, since one may then choose otherwise.
///
/// Expected value of partial perfect information for one value `v` of alternative *i* that enters its
/// total with weight `w`, all other values at their means (`methods.md` A8; Howard, *Information
/// Value Theory*, IEEE Trans. SSC 2(1), 1966): with the best rival's mean total *M* and
/// c = E[v] + (M − E[V_i])/w it is M + w·E[(v − c)⁺] − max(E[V_i], M), in closed form.
public struct ValueOfInformation: Sendable, Equatable {
  /// How an uncertain value is distributed.
  public enum Distribution: Sendable, Equatable {
    /// Every value between two ends is equally likely; low ≤ high.
    case uniform(low: Double, high: Double)
    /// Triangular; low ≤ mode ≤ high.
    case triangular(low: Double, mode: Double, high: Double)
    /// Some values with probabilities that sum to 1.
    case discrete([Outcome])
  }

  /// A value with its probability.
  public struct Outcome: Sendable, Equatable {
    /// The value.
    public let value: Double
    /// Its probability, 0 to 1.
    public let probability: Double

    /// A value with its probability.
    public init(value: Double, probability: Double) {
      self.value = value
      self.probability = probability
    }
  }

  /// How the value is distributed.
  public let distribution: Distribution
  /// What one unit of the value adds to the alternative's total; below zero for costs.
  public let weight: Double

  /// Information on a value that enters a total with a weight.
  public init(on distribution: Distribution, weight: Double) {
    self.distribution = distribution
    self.weight = weight
  }

  /// What knowing the value is worth, in the unit of the totals; at least 0, and exactly 0 where no
  /// value could change the choice.
  ///
  /// - Parameters:
  ///   - own: Mean total of the alternative that the value belongs to.
  ///   - bestRival: Highest mean total of the others.
  /// - Complexity: O(1); O(*n*) for *n* discrete outcomes.
  public func value(own: Double, bestRival: Double) -> Double {
    guard weight != 0 else { return 0 }
    let turn = distribution.mean + (bestRival - own) / weight
    let (low, high) = distribution.ends
    // Beyond the ends the same alternative is best whatever comes out.
    guard turn > low, turn < high else { return 0 }
    let above = distribution.excess(over: turn)
    let gain = weight > 0 ? weight * above : -weight * (above - distribution.mean + turn)
    return max(0, bestRival + gain - max(own, bestRival))
  }
}

extension ValueOfInformation.Distribution {
  /// The mean.
  public var mean: Double {
    switch self {
    case .uniform(let low, let high): low + (high - low) / 2
    case .triangular(let low, let mode, let high): (low + mode + high) / 3
    case .discrete(let outcomes): outcomes.reduce(0) { $0 + $1.value * $1.probability }
    }
  }

  /// The least and the greatest possible value.
  public var ends: (low: Double, high: Double) {
    switch self {
    case .uniform(let low, let high), .triangular(let low, _, let high): (low, high)
    case .discrete(let outcomes):
      (outcomes.map(\.value).min() ?? 0, outcomes.map(\.value).max() ?? 0)
    }
  }

  /// E[(v − c)⁺]: by how much the value exceeds a bound on average.
  public func excess(over c: Double) -> Double {
    let (low, high) = ends
    if c >= high { return 0 }
    if c <= low { return mean - c }
    switch self {
    case .uniform: return (high - c) * (high - c) / (2 * (high - low))
    case .triangular(_, let mode, _):
      let length = high - low
      if c >= mode {
        let rest = high - c
        return rest * rest * rest / (3 * length * (high - mode))
      }
      let passed = c - low
      return mean - c + passed * passed * passed / (3 * length * (mode - low))
    case .discrete(let outcomes):
      return outcomes.reduce(0) { $0 + max($1.value - c, 0) * $1.probability }
    }
  }
}
