/// Weights from the order of criteria alone.
///
/// For n criteria, the j-th of which is the j-th most important:
///
/// | name | weight of the j-th |
/// |---|---|
/// | ``rankOrderCentroid`` | (1/n)·Σ_{i ≥ j} 1/i |
/// | ``rankSum`` | 2(n + 1 − j)/(n(n + 1)) |
/// | ``reciprocal`` | (1/j)/Σ(1/i) |
/// | ``equal`` | 1/n |
///
/// The centroid is the mean of all weights in this order: Barron, Barrett, "Decision quality using
/// ranked attribute weights", Management Science 42(11), 1996, doi:10.1287/mnsc.42.11.1515; the
/// others: Stillwell, Seaver, Edwards, doi:10.1016/0030-5073(81)90015-5.
public enum RankWeights: String, Sendable, Equatable, CaseIterable {
  /// The centroid of all weights that keep the order.
  case rankOrderCentroid = "roc"
  /// Proportional to the reversed rank.
  case rankSum = "rank_sum"
  /// Proportional to the reciprocal of the rank.
  case reciprocal
  /// All the same, whatever the order.
  case equal

  /// Weights of `count` criteria, the most important first; they sum to 1 up to rounding. Empty for
  /// a count below 1.
  ///
  /// - Complexity: O(count).
  public func weights(count: Int) -> [Double] {
    guard count > 0 else { return [] }
    let n = Double(count)
    switch self {
    case .equal: return [Double](repeating: 1 / n, count: count)
    case .rankSum: return (1...count).map { 2 * (n + 1 - Double($0)) / (n * (n + 1)) }
    case .reciprocal:
      let sum = (1...count).reversed().reduce(0) { $0 + 1 / Double($1) }
      return (1...count).map { 1 / Double($0) / sum }
    case .rankOrderCentroid:
      var weights = [Double](repeating: 0, count: count)
      var tail = 0.0
      for rank in (1...count).reversed() {
        tail += 1 / Double(rank)
        weights[rank - 1] = tail / n
      }
      return weights
    }
  }

  /// Weights of criteria with the ranks given; those of equal rank share theirs evenly.
  ///
  /// - Parameter ranks: one for each criterion; only their order counts, 1 before 2.
  public func weights(ranks: [Int]) -> [Double] {
    let byPlace = weights(count: ranks.count)
    let order = ranks.indices.sorted { (ranks[$0], $0) < (ranks[$1], $1) }
    var weights = byPlace
    var start = 0
    while start < order.count {
      var end = start + 1
      while end < order.count, ranks[order[end]] == ranks[order[start]] { end += 1 }
      let share = byPlace[start..<end].reduce(0, +) / Double(end - start)
      for place in start..<end { weights[order[place]] = share }
      start = end
    }
    return weights
  }
}
