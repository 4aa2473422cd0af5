import MCDA
import ReproducibleMath

@testable import Sensitivity

/// The kernel's work once more, draw by draw and operation by operation in plain Swift, for one
/// sibling group: what the fast loops have to give, bit for bit.
struct PlainSMAA {
  let values: [Double]
  let criteria: Int
  var order: [Int]?
  var tolerance = Ranking.tolerance

  func tally(draws: Int, seed: UInt64, block: UInt64) -> RankTally {
    let m = values.count / criteria
    var tally = RankTally(alternatives: m, nodes: criteria)
    let octets = (draws + 7) / 8
    let words = Octets(count: octets * criteria)
    var stream = OctetStream(seed: seed, stream: 0, block: block, lane: 0)
    stream.fillWords(words.numbers, count: octets * criteria, registers: .narrow)
    for start in stride(from: 0, to: draws, by: 64) {
      var sums = [[Double]](repeating: [Double](repeating: 0, count: criteria), count: m)
      var firsts = [Double](repeating: 0, count: m)
      for draw in start..<min(draws, start + 64) {
        let column = (0..<criteria).map {
          words.numbers[8 * (draw / 8 * criteria + $0) + draw % 8].bitPattern
        }
        let weights = weights(LaneMath.exponentials(column))
        let totals = (0..<m).map { a in
          (0..<criteria).reduce(0) { $0 + weights[$1] * values[a * criteria + $1] }
        }
        let leaders = tally.countRanks(totals: totals, tolerance: tolerance)
        tally.countWins(totals: totals, tolerance: tolerance)
        for leader in leaders {
          firsts[leader] += 1 / Double(leaders.count)
          for k in 0..<criteria { sums[leader][k] += 1 / Double(leaders.count) * weights[k] }
        }
      }
      for a in 0..<m where firsts[a] > 0 {
        tally.squaredFirsts[a] += firsts[a] * firsts[a]
        for k in 0..<criteria {
          tally.weightsWhenFirst[a * criteria + k] += sums[a][k]
          tally.batchSquares[a * criteria + k] += sums[a][k] * sums[a][k]
          tally.batchProducts[a * criteria + k] += sums[a][k] * firsts[a]
        }
      }
    }
    return tally
  }

  private func weights(_ exponentials: [Double]) -> [Double] {
    let inverse = 1 / exponentials.dropFirst().reduce(exponentials[0]) { $0 + $1 }
    let shares = exponentials.map { $0 * inverse }
    guard let order else { return shares }
    var weights = shares
    var sum = 0.0
    for rank in order.indices.reversed() {
      sum += shares[rank] * (1 / Double(rank + 1))
      weights[order[rank]] = sum
    }
    return weights
  }
}
