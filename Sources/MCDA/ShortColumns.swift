/// Four neighbouring columns of a table with few alternatives, side by side in lanes: such columns
/// are too short for lanes of their own.
///
/// Each lane does what the loops along a column do, so the bits are the same.
struct ShortColumns {
  /// From this height on, loops along a column take eight values at a time.
  static let tooTall = 8
  /// How many columns stand side by side.
  private static let group = 4

  typealias Four = SIMD4<Double>
  typealias Sums = UnsafeMutableBufferPointer<Double>

  private let values: Column
  private let height: Int
  private let weights: UnsafeBufferPointer<Double>
  private let signs: UnsafeBufferPointer<Double>

  /// The columns of a table; nil if they are too tall for this.
  @inline(__always)
  init?(_ weighted: WeightedColumns) {
    guard weighted.columns.height < Self.tooTall else { return nil }
    values = weighted.columns.values
    height = weighted.columns.height
    weights = weighted.weights
    signs = weighted.signs
  }

  /// The values of one alternative on the columns from `first` on, which must exist.
  @inline(__always)
  private func four(_ row: Int, _ first: Int) -> Four {
    let place = first &* height &+ row
    return Four(
      values[place], values[place &+ height], values[place &+ 2 &* height],
      values[place &+ 3 &* height])
  }

  /// Four entries of a list, from `first` on; they must exist.
  @inline(__always)
  private func four(of list: UnsafeBufferPointer<Double>, _ first: Int) -> Four {
    Four(list[first], list[first &+ 1], list[first &+ 2], list[first &+ 3])
  }

  /// Adds weight × min-max value to the sums, four columns at a time.
  ///
  /// - Returns: the first column that was not added: fewer than four are left, or one of the next
  ///   four has no spread to divide by.
  @inline(__always)
  func addMinMax(from first: Int, to sums: Sums) -> Int {
    var column = first
    while column &+ Self.group <= weights.count, addFourMinMax(column, sums) {
      column &+= Self.group
    }
    return column
  }

  @inline(__always)
  private func addFourMinMax(_ first: Int, _ sums: Sums) -> Bool {
    var (least, most) = (four(0, first), four(0, first))
    for row in 1..<height {
      let values = four(row, first)
      least.replace(with: values, where: values .< least)
      most.replace(with: values, where: values .> most)
    }
    let spread = most - least
    guard Self.areAll(spread, atLeast: ColumnFormula.smallestDivisor) else { return false }
    let shift = least.replacing(with: most, where: four(of: signs, first) .< 0)
    let slope = four(of: weights, first) / (spread * four(of: signs, first))
    for row in 0..<height {
      let parts = (four(row, first) - shift) * slope
      sums[row] = sums[row] + parts.x + parts.y + parts.z + parts.w
    }
    return true
  }

  /// Adds the squared distances of vector-normalised and weighted values from the best and from the
  /// worst value of each column to the sums, four columns at a time.
  ///
  /// - Returns: the first column that was not added: fewer than four are left, or one of the next
  ///   four is too short a vector to divide by.
  @inline(__always)
  func addVectorGaps(from first: Int, to sums: (Sums, Sums)) -> Int {
    var column = first
    while column &+ Self.group <= weights.count, addFourVectorGaps(column, sums) {
      column &+= Self.group
    }
    return column
  }

  @inline(__always)
  private func addFourVectorGaps(_ first: Int, _ sums: (Sums, Sums)) -> Bool {
    var (least, most) = (four(0, first), four(0, first))
    var squares = four(0, first) * four(0, first)
    for row in 1..<height {
      let values = four(row, first)
      least.replace(with: values, where: values .< least)
      most.replace(with: values, where: values .> most)
      squares += values * values
    }
    guard Self.areAll(squares, atLeast: ColumnFormula.smallSquares.nextUp) else { return false }
    let factors = four(of: weights, first) / squares.squareRoot()
    let wantsLess = four(of: signs, first) .< 0
    let best = most.replacing(with: least, where: wantsLess)
    let worst = least.replacing(with: most, where: wantsLess)
    for row in 0..<height {
      let values = four(row, first)
      let (near, far) = ((values - best) * factors, (values - worst) * factors)
      let (nears, fars) = (near * near, far * far)
      sums.0[row] = sums.0[row] + nears.x + nears.y + nears.z + nears.w
      sums.1[row] = sums.1[row] + fars.x + fars.y + fars.z + fars.w
    }
    return true
  }

  @inline(__always)
  private static func areAll(_ figures: Four, atLeast bound: Double) -> Bool {
    figures.x >= bound && figures.y >= bound && figures.z >= bound && figures.w >= bound
  }
}
