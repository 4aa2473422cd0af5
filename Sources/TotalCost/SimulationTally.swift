import ReproducibleMath

/// What draws add up to: moments, and who is cheaper.
struct SimulationTally: Sendable {
  let options: Int
  /// Sums of the deviations from the likely values.
  private(set) var sums: [Double]
  /// Sums of the products of two options' deviations: [a × options + b], b ≤ a.
  private var crossed: [Double]
  /// How often the first of two options is cheaper, ties half: [a × options + b], a < b.
  private var halfWins: [Int]
  /// How often each option is the cheapest, ties split.
  private(set) var cheapest: [Double]
  private(set) var lowest: [Double]
  private(set) var highest: [Double]

  /// No draws.
  init(options: Int) {
    self.options = options
    sums = [Double](repeating: 0, count: options)
    cheapest = sums
    crossed = [Double](repeating: 0, count: options * options)
    halfWins = [Int](repeating: 0, count: options * options)
    lowest = [Double](repeating: .infinity, count: options)
    highest = [Double](repeating: -.infinity, count: options)
  }

  /// The draws of a block.
  ///
  /// - Parameters:
  ///   - values: [option × draws].
  ///   - likely: For each option a value near its draws, so that sums lose no digits.
  init(_ values: [Double], draws: Int, around likely: [Double]) {
    self.init(options: likely.count)
    values.withUnsafeBufferPointer { values in
      let rows = RowComparison(values, rows: options)
      for a in 0..<options {
        let first = UnsafeBufferPointer(rebasing: values[(a * draws)..<((a + 1) * draws)])
        summarise(first, option: a, around: likely[a])
        for b in 0...a {
          crossed[a * options + b] = rows.product(a, around: likely[a], b, around: likely[b])
          if b < a { halfWins[b * options + a] = rows.halvesLower(b, than: a) }
        }
      }
      cheapest = rows.lowest()
    }
  }

  /// Adds the draws of the next block.
  mutating func add(_ other: SimulationTally) {
    for index in crossed.indices {
      crossed[index] += other.crossed[index]
      halfWins[index] += other.halfWins[index]
    }
    for option in 0..<options {
      sums[option] += other.sums[option]
      cheapest[option] += other.cheapest[option]
      lowest[option] = min(lowest[option], other.lowest[option])
      highest[option] = max(highest[option], other.highest[option])
    }
  }

  /// In how many draws option a is cheaper than the later option b, ties half.
  func wins(_ a: Int, _ b: Int) -> Double { Double(halfWins[a * options + b]) / 2 }

  /// Sum of the squared deviations from the mean.
  func squares(_ option: Int, _ draws: Int) -> Double { products(option, option, draws) }

  /// Sum of the products of two options' deviations from their means.
  func products(_ a: Int, _ b: Int, _ draws: Int) -> Double {
    crossed[max(a, b) * options + min(a, b)] - sums[a] * sums[b] / Double(draws)
  }

  private mutating func summarise(
    _ values: UnsafeBufferPointer<Double>, option: Int, around likely: Double
  ) {
    var sum = SIMD4<Double>.zero
    var low = SIMD4<Double>(repeating: .infinity)
    var high = SIMD4<Double>(repeating: -.infinity)
    SimulationTally.inFours(values.count) { i, count in
      let x = SimulationTally.load(values, i, count, padding: values[0])
      let isReal = SIMD4<Double>(0, 1, 2, 3) .< Double(count)
      sum += (x - likely).replacing(with: 0, where: .!isReal)
      low.replace(with: x, where: x .< low)
      high.replace(with: x, where: x .> high)
    }
    sums[option] = ((sum[0] + sum[1]) + (sum[2] + sum[3]))
    lowest[option] = low.min()
    highest[option] = high.max()
  }

  @inline(__always)
  private static func inFours(_ count: Int, _ body: (Int, Int) -> Void) {
    var i = 0
    while i < count {
      body(i, min(4, count - i))
      i += 4
    }
  }

  @inline(__always)
  private static func load(
    _ values: UnsafeBufferPointer<Double>, _ i: Int, _ count: Int, padding: Double
  ) -> SIMD4<Double> {
    if count == 4 {
      return UnsafeRawBufferPointer(values).loadUnaligned(
        fromByteOffset: 8 * i, as: SIMD4<Double>.self)
    }
    var result = SIMD4<Double>(repeating: padding)
    for j in 0..<count { result[j] = values[i + j] }
    return result
  }
}
