public import ReproducibleMath

/// Exactly uniform, independent draws from {w : lower ≤ w ≤ upper, Σw = 1}.
///
/// Without binding upper bounds the set is a shifted simplex: the gaps between sorted uniform
/// numbers (Devroye, "Non-Uniform Random Variate Generation", 1986, chapter V.2); without binding
/// lower bounds it is the same upside down; an order w₁ ≥ … ≥ wₙ makes it a simplex with the
/// corners (1/r, …, 1/r, 0, …, 0).
///
/// Otherwise by rejection. All weights but the one with the widest box, r, are drawn independently
/// with density ∝ exp(−λ·w) on their boxes, and r gets the remainder. Their joint density is
/// ∝ exp(−λ·Σ_{k≠r} w_k) = exp(−λ(1 − w_r)) ∝ exp(λ·w_r); accepting with probability
/// exp(−λ·w_r), scaled to at most 1 over the box of r, and never outside it, leaves the constant
/// density. This holds for every λ. The one for which the mean weights sum to 1 accepts often:
/// 29, 10, 5 % of the tries in boxes [0.2/n, 2.5/n] for n = 5, 40, 200.
public struct BoxSampler: Sendable, Equatable {
  /// Bounds may miss a sum of 1 by this much, as sums of rounded numbers do. Boxes narrower than
  /// a thousandth of it are points.
  public static let slackForRounding = 1e-9

  private enum Method: Equatable {
    /// base + direction · size · gaps, for the free positions.
    case simplex(base: [Double], size: Double)
    case tilted(TiltedBoxes)
    case ordered([Int])
  }

  /// How many weights a draw has.
  public let count: Int
  /// What does not vary: the weight where the box is a point.
  private let fixed: [Double]
  /// The positions that vary.
  private let free: [Int]
  private let method: Method

  /// A sampler for boxes.
  ///
  /// - Parameters:
  ///   - lower: the lower bounds, 0 to 1.
  ///   - upper: the upper bounds, as many, each at least the lower one.
  /// - Returns: nil if the lists differ in length, are empty, a bound is out of order or range, or
  ///   no weights that sum to 1 lie within.
  /// - Complexity: O(n) to set up and for each try.
  public init?(lower: [Double], upper: [Double]) {
    guard lower.count == upper.count, !lower.isEmpty,
      zip(lower, upper).allSatisfy({ 0 <= $0 && $0 <= $1 && $1 <= 1 })
    else { return nil }
    let (lowerSum, upperSum) = (lower.reduce(0, +), upper.reduce(0, +))
    guard lowerSum <= 1 + Self.slackForRounding, upperSum >= 1 - Self.slackForRounding else {
      return nil
    }
    // What the others cannot give back bounds each weight further. The set stays the same.
    let (above, below) = (max(0, 1 - lowerSum), max(0, upperSum - 1))
    let tightLower = zip(lower, upper).map { max($0, $1 - below) }
    let tightUpper = zip(lower, upper).map { min($1, $0 + above) }
    let width = zip(tightLower, tightUpper).map { $1 - $0 }
    let free = width.indices.filter { width[$0] > Self.slackForRounding * 1e-3 }
    let mass = width.indices.filter { !free.contains($0) }.reduce(1) { $0 - tightLower[$1] }
    count = lower.count
    self.free = free
    fixed = zip(tightLower, tightUpper).map { $0 + ($1 - $0) / 2 }
    let (low, high) = (free.map { tightLower[$0] }, free.map { tightUpper[$0] })
    let room = mass - low.reduce(0, +)
    let surplus = high.reduce(0, +) - mass
    let rounding = Self.slackForRounding * 1e-3
    if zip(low, high).allSatisfy({ $1 - $0 >= room - rounding }) {
      method = .simplex(base: low, size: room)
    } else if zip(low, high).allSatisfy({ $1 - $0 >= surplus - rounding }) {
      method = .simplex(base: high, size: -surplus)
    } else {
      method = .tilted(TiltedBoxes(lower: low, upper: high, mass: mass))
    }
  }

  /// A sampler for shares in descending order.
  ///
  /// - Parameter order: the positions 0 … n−1, the most important first.
  /// - Returns: nil if a position is missing or double.
  public init?(order: [Int]) {
    guard !order.isEmpty, order.sorted() == Array(order.indices) else { return nil }
    count = order.count
    fixed = [Double](repeating: 0, count: order.count)
    free = Array(order.indices)
    method = .ordered(order)
  }

  /// Draws one set of weights.
  ///
  /// - Parameters:
  ///   - weights: takes the draw from position `start` on; must have room for ``count`` numbers.
  ///   - stream: the source of randomness.
  public func draw(
    into weights: inout [Double], at start: Int = 0, using stream: inout RandomStream
  ) {
    if free.count < count {
      for index in 0..<count { weights[start + index] = fixed[index] }
    }
    switch method {
    case .simplex(let base, let size):
      drawGaps(into: &weights, at: start, using: &stream)
      for (index, position) in free.enumerated() {
        weights[start + position] = base[index] + size * weights[start + position]
      }
    case .tilted(let boxes):
      boxes.draw(into: &weights, at: start, positions: free, using: &stream)
    case .ordered(let order):
      drawGaps(into: &weights, at: start, using: &stream)
      // Mixing the corners (1/r, …, 1/r, 0, …) with shares g: w_k = Σ_{r ≥ k} g_r / r.
      var sum = 0.0
      var shares = [Double](repeating: 0, count: count)
      for rank in order.indices.reversed() {
        sum += weights[start + rank] / Double(rank + 1)
        shares[order[rank]] = sum
      }
      for index in 0..<count { weights[start + index] = shares[index] }
    }
  }

  /// Uniform shares for the free positions: gaps between sorted uniform numbers.
  private func drawGaps(
    into weights: inout [Double], at start: Int, using stream: inout RandomStream
  ) {
    guard let last = free.last else { return }
    for index in 0..<(free.count - 1) {
      // Insertion: groups are small, and no memory is needed.
      let number = stream.uniform()
      var place = index
      while place > 0, weights[start + free[place - 1]] > number {
        weights[start + free[place]] = weights[start + free[place - 1]]
        place -= 1
      }
      weights[start + free[place]] = number
    }
    weights[start + last] = 1
    for index in stride(from: free.count - 1, to: 0, by: -1) {
      weights[start + free[index]] -= weights[start + free[index - 1]]
    }
  }
}
