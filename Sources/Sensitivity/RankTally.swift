import MCDA
import ReproducibleMath

/// What a block of draws adds up to. Adding blocks in order gives the same bits on any number of
/// threads.
struct RankTally: Sendable, Equatable {
  let alternatives: Int
  let nodes: Int
  /// Draws with this rank and no tie: alternatives × ranks.
  var strictRanks: [Int]
  /// Shares of tied draws, each split evenly over the ranks of its block: alternatives × ranks.
  var tiedRanks: [Double]
  /// Wins of a over b minus wins of b over a, for a < b: the upper triangle row by row.
  var winSurplus: [Int64]
  /// Sums of drawn local weights where first, ties split: alternatives × drawn nodes.
  var weightsWhenFirst: [Double]
  /// Squares of those sums over single batches of draws.
  var batchSquares: [Double]
  /// Their products with the number of draws of the batch in which the alternative is first.
  var batchProducts: [Double]
  /// The squares of those numbers, for each alternative.
  var squaredFirsts: [Double]

  init(alternatives: Int, nodes: Int) {
    self.alternatives = alternatives
    self.nodes = nodes
    strictRanks = [Int](repeating: 0, count: alternatives * alternatives)
    tiedRanks = [Double](repeating: 0, count: alternatives * alternatives)
    winSurplus = [Int64](repeating: 0, count: alternatives * (alternatives - 1) / 2)
    weightsWhenFirst = [Double](repeating: 0, count: alternatives * nodes)
    batchSquares = weightsWhenFirst
    batchProducts = weightsWhenFirst
    squaredFirsts = [Double](repeating: 0, count: alternatives)
  }

  mutating func add(_ other: RankTally) {
    for index in strictRanks.indices { strictRanks[index] += other.strictRanks[index] }
    for index in tiedRanks.indices { tiedRanks[index] += other.tiedRanks[index] }
    for index in winSurplus.indices { winSurplus[index] += other.winSurplus[index] }
    for index in weightsWhenFirst.indices {
      weightsWhenFirst[index] += other.weightsWhenFirst[index]
      batchSquares[index] += other.batchSquares[index]
      batchProducts[index] += other.batchProducts[index]
    }
    for index in squaredFirsts.indices { squaredFirsts[index] += other.squaredFirsts[index] }
  }

  /// The number of draws in which an alternative has a rank, from 0, ties split.
  func draws(_ alternative: Int, rank: Int) -> Double {
    Double(strictRanks[alternative * alternatives + rank])
      + tiedRanks[alternative * alternatives + rank]
  }

  /// Wins of `a` over `b` minus wins of `b` over `a`.
  func surplus(_ a: Int, _ b: Int) -> Int64 {
    a < b ? winSurplus[pair(a, b)] : -winSurplus[pair(b, a)]
  }

  /// Where a pair a < b stands in the upper triangle.
  func pair(_ a: Int, _ b: Int) -> Int { a * (2 * alternatives - a - 1) / 2 + b - a - 1 }

  /// Takes in the ranks of one draw as they are defined: alternatives within the tolerance of the
  /// first of their group are level with it.
  ///
  /// - Returns: those that come first.
  mutating func countRanks(totals: [Double], tolerance: Double) -> [Int] {
    let order = totals.indices.sorted {
      totals[$0] != totals[$1] ? totals[$0] > totals[$1] : $0 < $1
    }
    var firsts: [Int] = []
    var start = 0
    while start < alternatives {
      var end = start + 1
      while end < alternatives, totals[order[start]] - totals[order[end]] <= tolerance { end += 1 }
      if end == start + 1 {
        strictRanks[order[start] * alternatives + start] += 1
      } else {
        let share = 1 / Double(end - start)
        for alternative in order[start..<end] {
          for rank in start..<end { tiedRanks[alternative * alternatives + rank] += share }
        }
      }
      if start == 0 { firsts = order[..<end].sorted() }
      start = end
    }
    return firsts
  }

  /// Takes in who is ahead of whom in one draw.
  mutating func countWins(totals: [Double], tolerance: Double) {
    var index = 0
    for a in 0..<alternatives {
      for b in (a + 1)..<max(a + 1, alternatives) {
        let lead = totals[a] - totals[b]
        winSurplus[index] += lead > tolerance ? 1 : lead < -tolerance ? -1 : 0
        index += 1
      }
    }
  }
}
