/// The values of one column of a complete table, one for each alternative.
typealias Column = UnsafeBufferPointer<Double>

/// All columns of a complete table, one after the other in memory.
struct Columns {
  let values: UnsafeBufferPointer<Double>
  /// The number of alternatives, at least 1.
  let height: Int

  /// Column `column`, which must exist.
  @inline(__always)
  subscript(column: Int) -> Column {
    Column(start: values.baseAddress.map { $0 + column &* height }, count: height)
  }
}

extension PerformanceTable {
  /// Lends the columns of a complete table to `body`.
  @inline(__always)
  func withColumns<Result, Failure: Error>(
    _ body: (Columns) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let height = alternativeCount
    return try contents.values.withUnsafeBufferPointer { (values) throws(Failure) in
      try body(Columns(values: values, height: height))
    }
  }

  /// Lends the columns of a complete table to `body` with what they are weighted by.
  @inline(__always)
  func withColumns<Result, Failure: Error>(
    weightedBy weights: [Double], _ body: (WeightedColumns) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try withColumns { (columns) throws(Failure) in
      try weights.withUnsafeBufferPointer { (weights) throws(Failure) in
        try contents.signs.withUnsafeBufferPointer { (signs) throws(Failure) in
          try body(WeightedColumns(columns: columns, weights: weights, signs: signs))
        }
      }
    }
  }
}

/// All columns of a complete table with a factor for each and its direction.
struct WeightedColumns {
  let columns: Columns
  let weights: UnsafeBufferPointer<Double>
  /// −1 where less is better, else 1.
  let signs: UnsafeBufferPointer<Double>
}

/// Loops over columns, several values at a time.
///
/// Every sum has one fixed order, whatever the processor: along a column in eight lanes that are
/// joined pairwise, then the values left over; over columns one after the other. The same table
/// always gives the same bits.
enum ColumnKernels {
  typealias Four = SIMD4<Double>

  /// Smallest and largest value.
  @inline(__always)
  static func range(_ values: Column) -> (least: Double, most: Double) {
    var (least, most) = (values[0], values[0])
    if values.count < 8 {
      for value in values {
        least = value < least ? value : least
        most = value > most ? value : most
      }
      return (least, most)
    }
    let full = values.count & ~3
    // Four independent comparisons at a time: none has to wait for the one before it.
    var (low, high) = (Four(repeating: least), Four(repeating: least))
    for start in stride(from: 0, to: full, by: 4) {
      for lane in 0..<4 {
        let value = values[start + lane]
        low[lane] = value < low[lane] ? value : low[lane]
        high[lane] = value > high[lane] ? value : high[lane]
      }
    }
    for lane in 0..<4 {
      least = low[lane] < least ? low[lane] : least
      most = high[lane] > most ? high[lane] : most
    }
    for row in full..<values.count {
      least = values[row] < least ? values[row] : least
      most = values[row] > most ? values[row] : most
    }
    return (least, most)
  }

  /// Σ term(x) over a column.
  @inline(__always)
  static func sum(
    _ values: Column, of term: (SIMD8<Double>) -> SIMD8<Double>, _ single: (Double) -> Double
  ) -> Double {
    let full = values.count & ~7
    var sum = 0.0
    if full > 0 {
      let bytes = UnsafeRawBufferPointer(values)
      var lanes = SIMD8<Double>()
      for start in stride(from: 0, to: full * 8, by: 64) {
        lanes += term(bytes.loadUnaligned(fromByteOffset: start, as: SIMD8<Double>.self))
      }
      let four = lanes.lowHalf + lanes.highHalf
      let two = four.lowHalf + four.highHalf
      sum = two.x + two.y
    }
    for row in full..<values.count { sum += single(values[row]) }
    return sum
  }

  /// What a column adds to each sum: (x − shift)·slope.
  struct Line {
    let shift: Double
    let slope: Double

    @inline(__always)
    func callAsFunction(_ value: Double) -> Double { (value - shift) * slope }
  }

  /// How far the values of a column are from two goals, scaled.
  struct Gap {
    let goals: (Double, Double)
    let factor: Double

    /// Adds both squared gaps of two alternatives.
    @inline(__always)
    func addSquares(_ values: SIMD2<Double>, to sums: inout (SIMD2<Double>, SIMD2<Double>)) {
      let (first, second) = ((values - goals.0) * factor, (values - goals.1) * factor)
      sums.0 += first * first
      sums.1 += second * second
    }
  }

  /// Adds the gaps of one column to the sums, as the distance counts them.
  static func add(
    _ gap: Gap, _ values: Column, _ distance: Distance,
    to sums: (UnsafeMutableBufferPointer<Double>, UnsafeMutableBufferPointer<Double>)
  ) {
    for row in values.indices {
      let first = (values[row] - gap.goals.0) * gap.factor
      let second = (values[row] - gap.goals.1) * gap.factor
      sums.0[row] += distance == .euclidean ? first * first : first.magnitude
      sums.1[row] += distance == .euclidean ? second * second : second.magnitude
    }
  }
}

extension [Double] {
  /// A list of zeros, without the standard library's look-up of types for repeated values.
  static func zeros(_ count: Int) -> [Double] {
    [Double](unsafeUninitializedCapacity: count) { values, written in
      values.initialize(repeating: 0)
      written = count
    }
  }
}

/// How far apart two points are.
public enum Distance: String, Sendable, Equatable, CaseIterable {
  /// The root of the sum of squared differences.
  case euclidean
  /// The sum of the differences without sign.
  case manhattan
}
