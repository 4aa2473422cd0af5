/// A triangular number times a factor, as two uniform numbers give it: a constant, plus a part per
/// unit of their sum, plus a part per unit of the gap between them.
///
/// A triangular number with its mode at the share k of its range is (1 − k)·min(U, V) +
/// k·max(U, V) for two uniform numbers (Stein, Keblis, "A new method to simulate the triangular
/// distribution", Mathematical and Computer Modelling 49, 2009, doi:10.1016/j.mcm.2008.06.013):
/// exact, without root and branch. U and V are the upper and the lower half of one word, each in
/// the middle of one of 2^32 equal steps.
public struct TriangularFactor: Sendable, Equatable {
  /// The part that is the same in all draws.
  public let constant: Double
  let perSum: Double
  let perGap: Double

  /// A triangular number on [low, high] with its mode between them, times a factor; low = high is
  /// that number.
  public init(low: Double, mode: Double, high: Double, times factor: Double) {
    let length = high - low
    constant = factor * (low + length * 0x1p-33)
    perSum = factor * (length * 0x1p-33)
    perGap = factor * ((mode - low) - 0.5 * length) * 0x1p-32
  }

  /// What ``TriangularLanes/add(_:to:registers:)`` adds for a word.
  public func variablePart(of word: UInt64) -> Double {
    let (u, v) = (Double(word >> 32), Double(word & 0xffff_ffff))
    return perSum * (u + v) + perGap * (u - v).magnitude
  }
}
