/// Competition ranks: the best has rank 1, equals share the better rank (1, 2, 2, 4).
///
/// Scores within ``tolerance`` of the first of a group count as equal to it, so that rounding
/// never decides.
public struct Ranking: Sendable, Equatable {
  /// The tolerance for scores on a scale from 0 to 1.
  public static let tolerance = 1e-9

  /// The rank of each alternative, from 1.
  public let ranks: [Int]
  /// The alternatives from best to worst; within a tied group by score, then by index.
  public let order: [Int]

  /// Ranks scores, higher is better.
  ///
  /// - Parameters:
  ///   - scores: one for each alternative. What is not a number ranks below everything else.
  ///   - tolerance: the largest difference from the group's first that still counts as equal.
  /// - Complexity: O(m log m).
  public init(_ scores: [Double], tolerance: Double = Ranking.tolerance) {
    let comparable = scores.map { $0.isNaN ? -Double.infinity : $0 }
    order = comparable.indices.sorted {
      comparable[$0] != comparable[$1] ? comparable[$0] > comparable[$1] : $0 < $1
    }
    var ranks = [Int](repeating: 1, count: scores.count)
    var groupStart = 0
    for (position, alternative) in order.enumerated() {
      let first = comparable[order[groupStart]]
      let score = comparable[alternative]
      if score != first && first - score > tolerance { groupStart = position }
      ranks[alternative] = groupStart + 1
    }
    self.ranks = ranks
  }

  /// The alternative with the highest score; of several with exactly this score the one with the
  /// lowest index. Nil without alternatives.
  public var winner: Int? { order.first }

  /// The alternatives that share rank 1, ascending.
  public var winners: [Int] { ranks.indices.filter { ranks[$0] == 1 } }
}
