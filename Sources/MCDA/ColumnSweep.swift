/// Loops over columns of eight values and more: while two columns are added from the processor's
/// cache, the next two come from memory and their figures are taken. A large table takes as long as
/// reading it once does.
///
/// Each sum takes its criteria in their order, each column its values in eight lanes: the bits are
/// those of one loop after the other.
struct ColumnSweep {
  typealias Two = SIMD2<Double>
  typealias Sums = UnsafeMutableBufferPointer<Double>

  private let columns: Columns
  private let width: Int
  private let weights: UnsafeBufferPointer<Double>
  private let signs: UnsafeBufferPointer<Double>

  /// Sweeps over the columns of a table.
  @inline(__always)
  init(_ weighted: WeightedColumns) {
    columns = weighted.columns
    width = weighted.weights.count
    weights = weighted.weights
    signs = weighted.signs
  }

  /// Adds weight × min-max value to the sums, two columns at a time.
  ///
  /// - Returns: the first column that was not added: the end, a single last one, or the first of two
  ///   of which one has no spread to divide by.
  @inline(__always)
  func addMinMax(from first: Int, to sums: Sums) -> Int {
    guard first &+ 2 <= width else { return first }
    var figures = (
      ColumnFigures(columns[first], squaring: false),
      ColumnFigures(columns[first &+ 1], squaring: false)
    )
    var column = first
    while column &+ 2 <= width {
      guard let a = line(figures.0, column), let b = line(figures.1, column &+ 1) else { break }
      // After the last two nothing is to come; they are read again from the cache.
      let next = column &+ 4 <= width ? column &+ 2 : column
      figures = add(a, b, at: column, readingOn: next, to: sums)
      column &+= 2
    }
    return column
  }

  @inline(__always)
  private func line(_ figures: ColumnFigures, _ column: Int) -> ColumnKernels.Line? {
    let (least, most) = figures.range
    let spread = most - least
    guard spread >= ColumnFormula.smallestDivisor else { return nil }
    let sign = signs[column]
    return ColumnKernels.Line(
      shift: sign < 0 ? most : least, slope: weights[column] / (spread * sign))
  }

  @inline(__always)
  private func add(
    _ a: ColumnKernels.Line, _ b: ColumnKernels.Line, at column: Int, readingOn next: Int,
    to sums: Sums
  ) -> (ColumnFigures, ColumnFigures) {
    let (x, y) = (columns[column], columns[column &+ 1])
    let coming = (columns[next], columns[next &+ 1])
    var figures = (
      ColumnFigures(startingWith: coming.0), ColumnFigures(startingWith: coming.1)
    )
    let full = columns.height & ~7
    for start in stride(from: 0, to: full, by: 8) {
      figures.0.takeEight(coming.0, start, squaring: false)
      figures.1.takeEight(coming.1, start, squaring: false)
      for row in stride(from: start, to: start &+ 8, by: 2) {
        var sum = Self.two(Column(sums), row)
        sum += (Self.two(x, row) - a.shift) * a.slope
        sum += (Self.two(y, row) - b.shift) * b.slope
        Self.put(sum, sums, row)
      }
    }
    for row in full..<columns.height {
      sums[row] += a(x[row])
      sums[row] += b(y[row])
    }
    figures.0.takeRest(coming.0)
    figures.1.takeRest(coming.1)
    return figures
  }

  /// Adds the squared distances of vector-normalised and weighted values from the best and from the
  /// worst value of each column to the sums, two columns at a time.
  ///
  /// - Returns: the first column that was not added: the end, a single last one, or the first of two
  ///   of which one is too short a vector to divide by.
  @inline(__always)
  func addVectorGaps(from first: Int, to sums: (Sums, Sums)) -> Int {
    guard first &+ 2 <= width else { return first }
    var figures = (
      ColumnFigures(columns[first], squaring: true),
      ColumnFigures(columns[first &+ 1], squaring: true)
    )
    var column = first
    while column &+ 2 <= width {
      guard let a = gap(figures.0, column), let b = gap(figures.1, column &+ 1) else { break }
      let next = column &+ 4 <= width ? column &+ 2 : column
      figures = add(a, b, at: column, readingOn: next, to: sums)
      column &+= 2
    }
    return column
  }

  @inline(__always)
  private func gap(_ figures: ColumnFigures, _ column: Int) -> ColumnKernels.Gap? {
    guard figures.squares > ColumnFormula.smallSquares else { return nil }
    let (least, most) = figures.range
    return ColumnKernels.Gap(
      goals: signs[column] < 0 ? (least, most) : (most, least),
      factor: weights[column] / figures.squares.squareRoot())
  }

  @inline(__always)
  private func add(
    _ a: ColumnKernels.Gap, _ b: ColumnKernels.Gap, at column: Int, readingOn next: Int,
    to sums: (Sums, Sums)
  ) -> (ColumnFigures, ColumnFigures) {
    let (x, y) = (columns[column], columns[column &+ 1])
    let coming = (columns[next], columns[next &+ 1])
    var figures = (
      ColumnFigures(startingWith: coming.0), ColumnFigures(startingWith: coming.1)
    )
    let full = columns.height & ~7
    for start in stride(from: 0, to: full, by: 8) {
      figures.0.takeEight(coming.0, start, squaring: true)
      figures.1.takeEight(coming.1, start, squaring: true)
      for row in stride(from: start, to: start &+ 8, by: 2) {
        var both = (Self.two(Column(sums.0), row), Self.two(Column(sums.1), row))
        a.addSquares(Self.two(x, row), to: &both)
        b.addSquares(Self.two(y, row), to: &both)
        Self.put(both.0, sums.0, row)
        Self.put(both.1, sums.1, row)
      }
    }
    for row in full..<columns.height {
      var both = (Two(repeating: sums.0[row]), Two(repeating: sums.1[row]))
      a.addSquares(Two(repeating: x[row]), to: &both)
      b.addSquares(Two(repeating: y[row]), to: &both)
      (sums.0[row], sums.1[row]) = (both.0.x, both.1.x)
    }
    figures.0.takeRest(coming.0)
    figures.1.takeRest(coming.1)
    return figures
  }

  /// Two values of a list from `row` on, which must exist.
  @inline(__always)
  static func two(_ list: Column, _ row: Int) -> Two {
    UnsafeRawBufferPointer(list).loadUnaligned(fromByteOffset: row &* 8, as: Two.self)
  }

  @inline(__always)
  private static func put(_ values: Two, _ list: Sums, _ row: Int) {
    UnsafeMutableRawBufferPointer(list).storeBytes(
      of: values, toByteOffset: row &* 8, as: Two.self)
  }
}

/// What the usual normalisations need to know of a column, taken eight values at a time.
struct ColumnFigures {
  typealias Two = SIMD2<Double>

  private var low: Two
  private var high: Two
  private var lanes = (Two(), Two(), Two(), Two())
  /// The sum of squares, if it was wanted, once the rest is taken.
  private(set) var squares = 0.0

  /// No value is taken yet; there is at least one.
  @inline(__always)
  init(startingWith column: Column) {
    low = Two(repeating: column[0])
    high = low
  }

  /// All values are taken.
  ///
  /// - Parameter squaring: whether the sum of squares is wanted.
  @inline(__always)
  init(_ column: Column, squaring: Bool) {
    self.init(startingWith: column)
    for row in stride(from: 0, to: column.count & ~7, by: 8) {
      takeEight(column, row, squaring: squaring)
    }
    takeRest(column)
  }

  /// Smallest and largest value.
  @inline(__always)
  var range: (least: Double, most: Double) {
    (low.x < low.y ? low.x : low.y, high.x > high.y ? high.x : high.y)
  }

  /// Takes eight values from `row` on.
  @inline(__always)
  mutating func takeEight(_ column: Column, _ row: Int, squaring: Bool) {
    let a = ColumnSweep.two(column, row)
    let b = ColumnSweep.two(column, row &+ 2)
    let c = ColumnSweep.two(column, row &+ 4)
    let d = ColumnSweep.two(column, row &+ 6)
    stretch(a)
    stretch(b)
    stretch(c)
    stretch(d)
    guard squaring else { return }
    lanes.0 += a * a
    lanes.1 += b * b
    lanes.2 += c * c
    lanes.3 += d * d
  }

  /// Takes what is left after the last eight, and joins the lanes pairwise.
  @inline(__always)
  mutating func takeRest(_ column: Column) {
    let both = (lanes.0 + lanes.2) + (lanes.1 + lanes.3)
    squares = both.x + both.y
    for row in (column.count & ~7)..<column.count {
      stretch(Two(repeating: column[row]))
      squares += column[row] * column[row]
    }
  }

  @inline(__always)
  private mutating func stretch(_ values: Two) {
    low.replace(with: values, where: values .< low)
    high.replace(with: values, where: values .> high)
  }
}
