import CLanes
import ReproducibleMath

/// Ranks octets of totals and adds them to a ``RankTally``.
///
/// A few alternatives are compared pair by pair, many are sorted. Draws in which some lie within
/// the tolerance of each other are rare and go, one by one, through the tally's own definition.
struct RankCounter {
  /// From here on sorting is quicker than comparing all pairs, which is quadratic.
  static let fewestToSort = 17

  private let alternatives: Int
  private let stride: Int
  private let tolerance: Double
  private let countsPairs: Bool
  private let registers: Registers
  private let exchanges: [UInt32]
  /// The low bits of a key that hold the alternative.
  private let mask: UInt64
  /// Keys, or ranks.
  private let scratch: Octets
  /// Surplus of wins, an octet a pair.
  private let wins: Octets
  /// Draws with a rank and no tie: alternatives × ranks.
  private let strictRanks: Octets
  /// The batch's draws in which an alternative comes first: alternatives × batch; how many they
  /// are, and their shares, all 1 unless some are level.
  private var firsts: [UInt32]
  private var firstCounts: [Int]
  private var shares: [Double]
  /// In which lanes of each octet some are level.
  private var tied = [UInt8](repeating: 0, count: Self.batch / 8)
  /// Alternatives that share the first place in some draw of the batch.
  private var sharing: [Int] = []
  /// The most draws in a batch.
  static let batch = Int(LANES_BATCH)

  /// - Parameters:
  ///   - stride: octets from one group of totals to the next, at least `alternatives`.
  init(
    alternatives: Int, stride: Int, tolerance: Double, countsPairs: Bool, registers: Registers
  ) {
    self.alternatives = alternatives
    self.stride = stride
    self.tolerance = tolerance
    self.countsPairs = countsPairs
    self.registers = registers
    let bits = Int.bitWidth - max(1, alternatives - 1).leadingZeroBitCount
    mask = (1 << UInt64(bits)) - 1
    exchanges = alternatives >= Self.fewestToSort ? SortingNetwork.exchanges(alternatives) : []
    scratch = Octets(count: alternatives)
    wins = Octets(count: exchanges.isEmpty ? alternatives * (alternatives - 1) / 2 : 0)
    strictRanks = Octets(count: alternatives * alternatives / 8 + 1)
    firsts = [UInt32](repeating: 0, count: alternatives * Self.batch)
    shares = [Double](repeating: 1, count: alternatives * Self.batch)
    firstCounts = [Int](repeating: 0, count: alternatives)
  }

  /// Ranks the totals of some octets, of which `draws` lanes count, at most a batch.
  mutating func count(_ totals: Octets, draws: Int, into tally: inout RankTally) {
    for alternative in sharing {
      for place in 0..<Self.batch { shares[alternative * Self.batch + place] = 1 }
    }
    sharing = []
    for alternative in 0..<alternatives { firstCounts[alternative] = 0 }
    let complete = draws / 8
    rank(totals, octets: complete, &tally)
    for octet in 0..<complete where tied[octet] != 0 {
      for lane in 0..<8 where tied[octet] & (1 << UInt8(lane)) != 0 {
        define(column(totals.octet(octet * stride), lane), 8 * octet + lane, &tally)
      }
    }
    for draw in (8 * complete)..<max(8 * complete, draws) {
      let row = column(totals.octet(complete * stride), draw % 8)
      define(row, draw, &tally)
      if countsPairs { tally.countWins(totals: row, tolerance: tolerance) }
    }
    for alternative in 0..<alternatives {
      let start = alternative * Self.batch
      let firsts =
        sharing.contains(alternative)
        ? shares[start..<(start + firstCounts[alternative])].reduce(0, +)
        : Double(firstCounts[alternative])
      tally.squaredFirsts[alternative] += firsts * firsts
    }
  }

  /// Ranks complete octets, but for lanes with ties.
  private mutating func rank(_ totals: Octets, octets: Int, _ tally: inout RankTally) {
    let kernels = registers.kernels.pointee
    guard !exchanges.isEmpty else {
      kernels.compare(
        totals.numbers, octets, stride, alternatives, tolerance, scratch.counts,
        countsPairs ? wins.counts : nil, strictRanks.counts, &firsts, &firstCounts, &tied)
      return
    }
    kernels.sort(
      totals.numbers, octets, stride, alternatives, tolerance, mask, exchanges,
      exchanges.count / 2, scratch.numbers, strictRanks.counts, &firsts, &firstCounts, &tied)
    if countsPairs {
      kernels.count_wins(
        totals.numbers, octets, stride, alternatives, tolerance, &tally.winSurplus)
    }
  }

  /// Adds what was counted aside.
  func finish(into tally: inout RankTally) {
    for index in tally.strictRanks.indices {
      tally.strictRanks[index] += Int(truncatingIfNeeded: strictRanks.counts[index])
    }
    guard exchanges.isEmpty else { return }
    for pair in tally.winSurplus.indices {
      for lane in 0..<8 { tally.winSurplus[pair] += wins.counts[8 * pair + lane] }
    }
  }

  /// Ranks one draw as ties are defined. Lists stay in the order of draws.
  private mutating func define(_ totals: [Double], _ draw: Int, _ tally: inout RankTally) {
    let leaders = tally.countRanks(totals: totals, tolerance: tolerance)
    for leader in leaders {
      if leaders.count > 1 && !sharing.contains(leader) { sharing.append(leader) }
      let start = leader * Self.batch
      var place = start + firstCounts[leader]
      while place > start && firsts[place - 1] > draw {
        firsts[place] = firsts[place - 1]
        shares[place] = shares[place - 1]
        place -= 1
      }
      firsts[place] = UInt32(draw)
      shares[place] = 1 / Double(leaders.count)
      firstCounts[leader] += 1
    }
  }

  private func column(_ octets: UnsafeMutablePointer<Double>, _ lane: Int) -> [Double] {
    (0..<alternatives).map { octets[8 * $0 + lane] }
  }

  /// Adds the weights of the draws just counted to those that come first in them.
  ///
  /// - Parameters:
  ///   - weights: matrices of `rows` octets, one for each octet of draws.
  ///   - position: where the rows stand among the drawn nodes.
  func addWeights(
    _ weights: Octets, rows: Int, position: Int, into tally: inout RankTally
  ) {
    let add = registers.kernels.pointee.add_weights
    for alternative in 0..<alternatives where firstCounts[alternative] > 0 {
      let place = alternative * Self.batch
      let start = alternative * tally.nodes + position
      let isShared = sharing.contains(alternative)
      tally.weightsWhenFirst.withUnsafeMutableBufferPointer { sums in
        tally.batchSquares.withUnsafeMutableBufferPointer { squares in
          tally.batchProducts.withUnsafeMutableBufferPointer { products in
            firsts.withUnsafeBufferPointer { firsts in
              shares.withUnsafeBufferPointer { shares in
                guard let sums = sums.baseAddress, let squares = squares.baseAddress,
                  let products = products.baseAddress, let firsts = firsts.baseAddress,
                  let shares = shares.baseAddress
                else { return }
                add(
                  weights.numbers, rows, firsts + place, isShared ? shares + place : nil,
                  firstCounts[alternative], sums + start, squares + start, products + start)
              }
            }
          }
        }
      }
    }
  }
}
