import ReproducibleMath

/// The ranges of the present values of several options, and which of them is cheaper how often, by
/// draws that all options share (Monte Carlo with common random numbers).
///
/// The result is a function of options, number of draws and seed: draws come from addressed blocks
/// of 4,096, and what the blocks add up to is summed in their order, on however many threads.
/// Percentiles are exact order statistics of all draws. Memory does not depend on the number of
/// draws: a fixed number of blocks is held, later ones are drawn again when they are asked for.
public struct CostSimulation: Sendable, Equatable {
  /// The most draws that can be asked for.
  public static let largestDraws = 100_000_000

  /// A share of draws in 0 … 1.
  public struct Share: Sendable, Equatable {
    /// The share.
    public let value: Double
    /// √(p(1−p)/n).
    public let standardError: Double

    init(_ sum: Double, of draws: Int) {
      value = sum / Double(draws)
      standardError = (max(0, value * (1 - value)) / Double(draws)).squareRoot()
    }
  }

  /// How many draws were made.
  public let draws: Int
  /// The range of each option's present value.
  public let ranges: [CostRange]
  /// How often one option is cheaper than another, ties half: [cheaper][dearer]; ½ on the diagonal.
  public let cheaper: [[Share]]
  /// How often each option is the cheapest of all; ties are split evenly.
  public let cheapest: [Share]
  /// Standard deviation of the difference between two options' present values: [one][other].
  public let differenceDeviations: [[Double]]
  /// Whether the standard error that was asked for was reached; `true` if none was.
  public let hasReachedError: Bool

  /// Draws the costs of options.
  ///
  /// - Parameters:
  ///   - costs: The options.
  ///   - draws: The most draws, 1 to ``largestDraws``; beyond is taken as these.
  ///   - seed: Any number.
  ///   - relativeError: Draws stop once no range's mean, P10, P50 or P90 has a standard error of more
  ///     than this share of the mean; looked at after 4, 8, 16, … blocks. `nil` makes all draws.
  ///   - threads: How many tasks share the work; changes no result.
  /// - Complexity: O(draws × (uncertain lines + terms × payment years + options²)).
  public static func run(
    _ costs: CostDraws, draws: Int, seed: UInt64, relativeError: Double? = nil, threads: Int = 1
  ) async -> CostSimulation {
    let draws = min(max(draws, 1), largestDraws)
    var runner = SimulationRunner(costs: costs, seed: seed, threads: max(threads, 1))
    let blocks = (draws - 1) / RandomStream.drawsPerBlock + 1
    var goal = relativeError == nil ? blocks : min(4, blocks)
    while true {
      let drawn = min(goal * RandomStream.drawsPerBlock, draws)
      await runner.draw(to: drawn)
      let result = await runner.result(reaching: relativeError)
      if result.hasReachedError || goal == blocks { return result }
      goal = min(goal * 2, blocks)
    }
  }

  init(
    draws: Int, ranges: [CostRange], tally: SimulationTally, likely: [Double],
    relativeError: Double?
  ) {
    self.draws = draws
    self.ranges = ranges
    let options = 0..<ranges.count
    cheaper = options.map { a in
      options.map { b in
        Share(
          a == b
            ? Double(draws) / 2
            : a < b ? tally.wins(a, b) : Double(draws) - tally.wins(b, a), of: draws)
      }
    }
    cheapest = options.map { Share(tally.cheapest[$0], of: draws) }
    differenceDeviations = options.map { a in
      options.map { b in
        if a == b || draws < 2 { return 0 }
        let squares =
          tally.squares(a, draws) + tally.squares(b, draws) - 2 * tally.products(a, b, draws)
        return (max(0, squares) / Double(draws - 1)).squareRoot()
      }
    }
    hasReachedError =
      relativeError.map { goal in
        ranges.allSatisfy { $0.errors.largest <= goal * $0.mean.magnitude }
      } ?? true
  }
}

/// Draws blocks on several threads and holds what they add up to.
private struct SimulationRunner {
  /// Blocks that are held: 131,072 draws, 1 MiB an option.
  static let heldBlocks = 32

  let costs: CostDraws
  let seed: UInt64
  let threads: Int
  /// Full blocks that went into ``tally``.
  private var blocks = 0
  private var drawn = 0
  private var tally: SimulationTally
  private var held: [[Double]] = []

  init(costs: CostDraws, seed: UInt64, threads: Int) {
    (self.costs, self.seed, self.threads) = (costs, seed, threads)
    tally = SimulationTally(options: costs.options.count)
  }

  private struct Block: Sendable {
    let number: Int
    let tally: SimulationTally
    let values: [Double]
  }

  /// Draws on to a number of draws; all but the last call end at a full block.
  mutating func draw(to goal: Int) async {
    let size = RandomStream.drawsPerBlock
    let end = (goal - 1) / size + 1
    while blocks < end {
      // In rounds of bounded size, so that memory does not grow with the number of draws.
      let next = min(blocks + SimulationRunner.heldBlocks, end)
      for block in await made(blocks..<next, goal: goal) {
        tally.add(block.tally)
        if block.number < SimulationRunner.heldBlocks { held.append(block.values) }
      }
      blocks = next
    }
    drawn = goal
  }

  private func made(_ range: Range<Int>, goal: Int) async -> [Block] {
    let size = RandomStream.drawsPerBlock
    let (costs, seed) = (costs, seed)
    @Sendable func work(_ numbers: [Int]) -> [Block] {
      var workspace = costs.workspace()
      let likely = costs.options.indices.map { costs.likely($0) }
      return numbers.map { number in
        let count = min(size, goal - number * size)
        var values = [Double](repeating: 0, count: likely.count * count)
        costs.fill(&values, draws: count, block: UInt64(number), seed: seed, in: &workspace)
        return Block(
          number: number, tally: SimulationTally(values, draws: count, around: likely),
          values: values)
      }
    }
    let workers = min(threads, range.count)
    if workers == 1 { return work(Array(range)) }
    return await withTaskGroup(of: [Block].self) { group in
      for worker in 0..<workers {
        let numbers = Array(
          stride(from: range.lowerBound + worker, to: range.upperBound, by: workers))
        group.addTask { work(numbers) }
      }
      var blocks: [Block] = []
      for await part in group { blocks += part }
      return blocks.sorted { $0.number < $1.number }
    }
  }

  /// What the draws so far say.
  func result(reaching relativeError: Double?) async -> CostSimulation {
    let likely = costs.options.indices.map { costs.likely($0) }
    let ranks = CostRange.ranks(draws: drawn)
    var searches = likely.indices.map { option in
      RankSearch(
        ranks: ranks, low: tally.lowest[option], high: tally.highest[option])
    }
    while searches.contains(where: \.isOpen) {
      searches = await pass(searches)
    }
    let ranges = likely.indices.map { option in
      costs.isCertain(option)
        ? CostRange(certain: likely[option])
        : CostRange(
          draws: drawn, mean: likely[option] + tally.sums[option] / Double(drawn),
          squares: tally.squares(option, drawn)
        ) { searches[option].found[$0] ?? likely[option] }
    }
    return CostSimulation(
      draws: drawn, ranges: ranges, tally: tally, likely: likely, relativeError: relativeError)
  }

  /// Shows all draws to all searches once; each option is one task's.
  private func pass(_ searches: [RankSearch]) async -> [RankSearch] {
    var searches = searches
    for block in stride(from: held.count, to: blocks, by: SimulationRunner.heldBlocks) {
      let end = min(block + SimulationRunner.heldBlocks, blocks)
      let again = await made(block..<end, goal: drawn).map(\.values)
      searches = await show(again, to: searches)
    }
    searches = await show(held, to: searches)
    for index in searches.indices where searches[index].isOpen { searches[index].endPass() }
    return searches
  }

  private func show(_ blocks: [[Double]], to searches: [RankSearch]) async -> [RankSearch] {
    let options = searches.count
    @Sendable func work(_ searches: [(Int, RankSearch)]) -> [(Int, RankSearch)] {
      searches.map { option, search in
        var search = search
        for values in blocks {
          let draws = values.count / options
          values.withUnsafeBufferPointer {
            search.take(
              UnsafeBufferPointer(rebasing: $0[(option * draws)..<((option + 1) * draws)]))
          }
        }
        return (option, search)
      }
    }
    let open = searches.enumerated().filter { $0.element.isOpen }.map { ($0.offset, $0.element) }
    let workers = min(threads, max(open.count, 1))
    var result = searches
    if workers == 1 {
      for (option, search) in work(open) { result[option] = search }
      return result
    }
    await withTaskGroup(of: [(Int, RankSearch)].self) { group in
      for worker in 0..<workers {
        let part = stride(from: worker, to: open.count, by: workers).map { open[$0] }
        group.addTask { work(part) }
      }
      for await part in group {
        for (option, search) in part { result[option] = search }
      }
    }
    return result
  }
}
