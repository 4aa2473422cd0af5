import ReproducibleMath

/// Present values of an option under uncertain prices and quantities, block by block.
///
/// Prices are triangular on low, likely and high, each line by itself. Quantities are triangular on
/// low, start and high of the first year, rounded to the nearest whole number where they come in
/// such; the whole course scales with it, and tiers, minimum quantities and whole units are found
/// again for every draw. A quantity of one name has the same draws for all
/// options, and so has the old system, so that differences between options keep what they share.
/// A draw depends on seed, block, and its place in it, on nothing else.
///
/// Invoice rounding stays as at the likely values.
public struct CostDraws: Sendable {
  /// Present value at the likely values.
  public let likely: Double
  private let lines: [UncertainLine]
  private let quantities: [UncertainQuantity]
  private let option: UInt64

  init(likely: Double, cost: TotalCost, option: String) {
    self.likely = likely
    lines = cost.uncertainLines
    quantities = cost.uncertainQuantities
    self.option = StreamName.hash("line/" + option)
  }

  /// Whether every draw is the likely value.
  public var isCertain: Bool { lines.isEmpty }

  /// Fills a buffer with the present values of a block's first draws.
  ///
  /// - Parameters:
  ///   - values: Receives as many draws as it has elements; of a block with fewer than
  ///     `RandomStream.drawsPerBlock` draws, these are the first ones of the full block.
  ///   - block: Number of the block from 0.
  ///   - seed: Any number.
  /// - Complexity: O(draws × uncertain lines × years).
  public func fill(_ values: inout [Double], block: UInt64, seed: UInt64) {
    let count = values.count
    for i in 0..<count { values[i] = likely }
    var courses: [String: [[Double]]] = [:]
    for quantity in quantities {
      courses[quantity.name] = quantity.draws(count, block: block, seed: seed)
    }
    for line in lines {
      var random = RandomStream(
        seed: seed, stream: line.isOldSystem ? StreamName.oldSystem : option, block: block,
        lane: UInt64(truncatingIfNeeded: line.index))
      line.addDraws(
        to: &values, courses: line.quantity.flatMap { courses[$0] }, random: &random)
    }
  }

  /// Percentiles and spread of the present value.
  ///
  /// - Parameters:
  ///   - draws: How many, at least 1; the draws of this one option are held while they are sorted.
  ///   - seed: Any number.
  public func range(draws: Int, seed: UInt64) -> CostRange {
    if isCertain { return CostRange(certain: likely) }
    var all: [Double] = []
    let total = max(draws, 1)
    all.reserveCapacity(total)
    var block: UInt64 = 0
    var buffer: [Double] = []
    while all.count < total {
      let count = min(RandomStream.drawsPerBlock, total - all.count)
      if buffer.count != count { buffer = [Double](repeating: 0, count: count) }
      fill(&buffer, block: block, seed: seed)
      all.append(contentsOf: buffer)
      block += 1
    }
    return CostRange(draws: all)
  }
}

extension TotalCost {
  /// Draws of the present value; `nil` if a line without a price prevents a total.
  ///
  /// - Parameter option: Identifies the option, so that its lines have draws of their own.
  public func draws(option: String) -> CostDraws? {
    summary.map { CostDraws(likely: $0.total.presentValue, cost: self, option: option) }
  }
}

/// Streams of random numbers by name.
enum StreamName {
  /// Prices of the old system, which are the same for all options.
  static let oldSystem = hash("line-of-old-system")

  /// FNV-1a of the UTF-8 bytes, 64 bits wide (draft-eastlake-fnv).
  static func hash(_ name: String) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in name.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
    return hash
  }
}
