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
  /// Who is first in each lane that was just ranked.
  private var firsts = [UInt32](repeating: 0, count: 8)
  /// The batch's draws in which an alternative comes first, as 8 · octet + lane: alternatives ×
  /// batch; how many they are, and their shares.
  private var places: [UInt32]
  private var shares: [Double]
  private var counts: [Int]
  private var hasShares: [Bool]
  /// The most draws in a batch.
  private let batch: Int

  /// - Parameters:
  ///   - stride: octets from one group of totals to the next, at least `alternatives`.
  ///   - octetsAtOnce: the most octets that are counted at once.
  init(
    alternatives: Int, stride: Int, octetsAtOnce: Int, tolerance: Double, countsPairs: Bool,
    registers: Registers
  ) {
    self.alternatives = alternatives
    self.stride = stride
    self.tolerance = tolerance
    self.countsPairs = countsPairs
    self.registers = registers
    batch = 8 * octetsAtOnce
    let bits = Int.bitWidth - max(1, alternatives - 1).leadingZeroBitCount
    mask = (1 << UInt64(bits)) - 1
    exchanges = alternatives >= Self.fewestToSort ? SortingNetwork.exchanges(alternatives) : []
    scratch = Octets(count: alternatives)
    wins = Octets(count: exchanges.isEmpty ? alternatives * (alternatives - 1) / 2 : 0)
    strictRanks = Octets(count: alternatives * alternatives / 8 + 1)
    places = [UInt32](repeating: 0, count: alternatives * batch)
    shares = [Double](repeating: 0, count: alternatives * batch)
    counts = [Int](repeating: 0, count: alternatives)
    hasShares = [Bool](repeating: false, count: alternatives)
  }

  /// Ranks the totals of some octets, of which `draws` lanes count.
  mutating func count(_ totals: Octets, octets: Int, draws: Int, into tally: inout RankTally) {
    for alternative in 0..<alternatives {
      counts[alternative] = 0
      hasShares[alternative] = false
    }
    let complete = draws / 8
    for octet in 0..<complete {
      let row = totals.octet(octet * stride)
      let tied = exchanges.isEmpty ? compare(row) : sort(row)
      for lane in 0..<8 {
        if tied & (1 << UInt32(lane)) != 0 {
          define(column(row, lane), 8 * octet + lane, &tally)
        } else {
          takeFirst(Int(firsts[lane]), 8 * octet + lane)
        }
      }
    }
    if !exchanges.isEmpty && countsPairs {
      registers.kernels.pointee.count_wins(
        totals.numbers, complete, stride, alternatives, tolerance, &tally.winSurplus)
    }
    for draw in (8 * complete)..<max(8 * complete, draws) {
      let row = column(totals.octet(complete * stride), draw % 8)
      define(row, draw, &tally)
      if countsPairs { tally.countWins(totals: row, tolerance: tolerance) }
    }
    for alternative in 0..<alternatives {
      let firsts =
        hasShares[alternative]
        ? (0..<counts[alternative]).reduce(0) { $0 + shares[alternative * batch + $1] }
        : Double(counts[alternative])
      tally.squaredFirsts[alternative] += firsts * firsts
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

  private mutating func compare(_ totals: UnsafeMutablePointer<Double>) -> UInt32 {
    registers.kernels.pointee.compare(
      totals, alternatives, tolerance, scratch.counts, wins.counts, strictRanks.counts, &firsts)
  }

  private mutating func sort(_ totals: UnsafeMutablePointer<Double>) -> UInt32 {
    registers.kernels.pointee.sort(
      totals, alternatives, mask, tolerance, exchanges, exchanges.count / 2, scratch.numbers,
      strictRanks.counts, &firsts)
  }

  private mutating func takeFirst(_ alternative: Int, _ draw: Int, share: Double = 1) {
    let place = alternative * batch + counts[alternative]
    places[place] = UInt32(draw)
    shares[place] = share
    counts[alternative] += 1
    if share < 1 { hasShares[alternative] = true }
  }

  private mutating func define(_ totals: [Double], _ draw: Int, _ tally: inout RankTally) {
    let leaders = tally.countRanks(totals: totals, tolerance: tolerance)
    for leader in leaders { takeFirst(leader, draw, share: 1 / Double(leaders.count)) }
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
    for alternative in 0..<alternatives where counts[alternative] > 0 {
      let list = (alternative * batch)..<(alternative * batch + counts[alternative])
      let start = alternative * tally.nodes + position
      // From the number of a draw to its place in the matrices.
      let offsets = places[list].map { $0 / 8 * UInt32(8 * rows) + $0 % 8 }
      let shares = hasShares[alternative] ? Array(self.shares[list]) : nil
      tally.weightsWhenFirst.withUnsafeMutableBufferPointer { sums in
        tally.batchSquares.withUnsafeMutableBufferPointer { squares in
          tally.batchProducts.withUnsafeMutableBufferPointer { products in
            guard let sums = sums.baseAddress, let squares = squares.baseAddress,
              let products = products.baseAddress
            else { return }
            add(
              weights.numbers, rows, offsets, shares, offsets.count, sums + start, squares + start,
              products + start)
          }
        }
      }
    }
  }
}
