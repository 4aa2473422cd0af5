import ReproducibleMath

/// Which inputs of a function cause how much of its variance: first-order and total indices after
/// Sobol, by Saltelli's scheme.
///
/// For points A and B of a scrambled ``SobolSequence`` and A with one input from B, the first-order
/// index is the mean of f(B)·(f(AB) − f(A)) and the total index half the mean of (f(A) − f(AB))²,
/// both over the variance (Saltelli et al., Computer Physics Communications 181, 2010,
/// doi:10.1016/j.cpc.2009.09.018; Jansen 1999). Sums are formed by blocks in a fixed order, so the
/// result does not depend on the number of threads, and nothing is held but sums.
public struct SobolIndices: Sendable, Equatable {
  /// An index with its error.
  public struct Index: Sendable, Equatable {
    /// The index; by chance it may fall a little below 0.
    public let value: Double
    /// Standard error, as if points were drawn at random: evenly spread points err less.
    public let standardError: Double
  }

  /// Share of the variance that an input causes alone.
  public let first: [Index]
  /// Share of the variance that an input causes alone or together with others.
  public let total: [Index]
  /// Average of the function.
  public let mean: Double
  /// Variance of the function.
  public let variance: Double
  /// Number of base points; the function is evaluated (inputs + 2) times as often.
  public let points: Int

  /// Base points that are evaluated at once.
  static let width = 256

  /// Evaluates a model of independent inputs.
  ///
  /// - Parameters:
  ///   - points: Base points, 1 or more; powers of two spread best.
  ///   - seed: Any number.
  ///   - threads: How many tasks share the work; changes no result.
  /// - Returns: The indices of each output.
  public static func estimate<Model: SobolModel>(
    _ model: Model, points: Int, seed: UInt64, threads: Int = 1
  ) async -> [SobolIndices] {
    let plan = SobolPlan(model, points: max(points, 1), seed: seed)
    var rows = SobolRows(plan, model)
    let centres = rows.averages(plan, model)
    let blocks = (plan.points - 1) / width + 1
    let workers = min(max(threads, 1), blocks)
    @Sendable func work(_ worker: Int) -> [(Int, [SobolTally])] {
      var rows = SobolRows(plan, model)
      return stride(from: worker, to: blocks, by: workers).map {
        ($0, rows.tallies(block: $0, plan, centres, model))
      }
    }
    var tallies: [(Int, [SobolTally])] = []
    if workers == 1 {
      tallies = work(0)
    } else {
      await withTaskGroup(of: [(Int, [SobolTally])].self) { group in
        for worker in 0..<workers { group.addTask { work(worker) } }
        for await part in group { tallies += part }
      }
      tallies.sort { $0.0 < $1.0 }
    }
    return centres.indices.map { output in
      var sum = SobolTally(inputs: plan.inputs)
      for (_, tallies) in tallies { sum.add(tallies[output]) }
      return SobolIndices(sum, centre: centres[output], points: plan.points)
    }
  }

  init(_ tally: SobolTally, centre: Double, points: Int) {
    let n = Double(points)
    self.points = points
    let shift = tally.sum / (2 * n)
    mean = centre + shift
    // Of both sets of points; the function is centred near its mean already.
    let variance = max(0, tally.squares / (2 * n) - shift * shift)
    self.variance = variance
    func index(_ part: SobolTally.Part) -> Index {
      guard variance > 0 else { return Index(value: 0, standardError: 0) }
      let value = part.sum / n / variance
      // Variance of a ratio of means: that of (part − value · spread) over n · variance².
      let square = part.squares - 2 * value * part.crossed + value * value * tally.fourths
      let average = (part.sum - value * tally.squares / 2) / n
      let spread = max(0, square / n - average * average)
      return Index(value: value, standardError: (spread / n).squareRoot() / variance)
    }
    first = tally.first.map(index)
    total = tally.total.map(index)
  }
}

/// A function of independent inputs, for ``SobolIndices``.
public protocol SobolModel: Sendable {
  /// Rows of numbers of equal length, one for each input or output.
  typealias Rows = [UnsafeMutableBufferPointer<Double>]
  /// What an evaluation needs beside its rows; each task has its own.
  associatedtype Workspace
  /// How many inputs; each takes two coordinates of the sequence. Beyond 32 inputs coordinates repeat
  /// with another scrambling, which is as good as random numbers.
  var inputs: Int { get }
  /// How many results.
  var outputs: Int { get }
  /// A new workspace.
  func workspace() -> Workspace
  /// Turns uniform numbers from (0, 1) into values of an input, in place.
  func transform(input: Int, _ values: UnsafeMutableBufferPointer<Double>)
  /// Fills the rows of results, case by case, from the rows of inputs; at most 256 cases.
  func evaluate(_ inputs: Rows, _ results: Rows, in workspace: inout Workspace)
}

/// The points of an estimate.
struct SobolPlan: Sendable {
  let inputs: Int
  let points: Int
  private let sequences: [SobolSequence]

  init(_ model: some SobolModel, points: Int, seed: UInt64) {
    inputs = max(model.inputs, 0)
    self.points = points
    sequences = (0..<(2 * inputs)).map { SobolSequence(dimension: $0, seed: seed) }
  }

  /// Uniform numbers of an input in the first or the second set of points.
  func fill(
    _ values: UnsafeMutableBufferPointer<Double>, input: Int, second: Bool, start: Int
  ) {
    sequences[second ? inputs + input : input].fill(values, start: start)
  }
}

/// What evaluations add up to.
struct SobolTally: Sendable {
  /// Sum, squares and products with the spread.
  struct Part: Sendable {
    var sum = 0.0
    var squares = 0.0
    var crossed = 0.0
  }

  var first: [Part]
  var total: [Part]
  /// Sum of both sets' values, centred.
  var sum = 0.0
  /// Sum of their squares.
  var squares = 0.0
  /// Sum of the squares of the spread: half the sum of both squares of a point.
  var fourths = 0.0

  init(inputs: Int) {
    first = [Part](repeating: Part(), count: inputs)
    total = first
  }

  mutating func add(_ other: SobolTally) {
    for i in first.indices {
      SobolTally.add(other.first[i], to: &first[i])
      SobolTally.add(other.total[i], to: &total[i])
    }
    sum += other.sum
    squares += other.squares
    fourths += other.fourths
  }

  private static func add(_ other: Part, to part: inout Part) {
    part.sum += other.sum
    part.squares += other.squares
    part.crossed += other.crossed
  }

  /// Takes in both sets' values; centres them and leaves half the sum of their squares in `spread`.
  mutating func take(
    _ fromA: UnsafeMutableBufferPointer<Double>, _ fromB: UnsafeMutableBufferPointer<Double>,
    _ spread: UnsafeMutableBufferPointer<Double>, _ centre: Double
  ) {
    for i in fromA.indices {
      fromA[i] -= centre
      fromB[i] -= centre
      let square = fromA[i] * fromA[i] + fromB[i] * fromB[i]
      spread[i] = square / 2
      sum += fromA[i] + fromB[i]
      squares += square
      fourths += spread[i] * spread[i]
    }
  }

  /// Sums in four parallel lanes.
  static func parts(
    _ fromA: UnsafeMutableBufferPointer<Double>, _ fromB: UnsafeMutableBufferPointer<Double>,
    _ mixed: UnsafeMutableBufferPointer<Double>, _ spread: UnsafeMutableBufferPointer<Double>,
    _ centre: Double
  ) -> (first: SobolTally.Part, total: SobolTally.Part) {
    let zero = SIMD4<Double>.zero
    var (first, firstSquares, firstCrossed) = (zero, zero, zero)
    var (total, totalSquares, totalCrossed) = (zero, zero, zero)
    @inline(__always) func add(
      _ a: SIMD4<Double>, _ b: SIMD4<Double>, _ ab: SIMD4<Double>, _ s: SIMD4<Double>
    ) {
      let rise = ab - centre - a
      let one = b * rise
      let all = 0.5 * rise * rise
      first += one
      firstSquares += one * one
      firstCrossed += one * s
      total += all
      totalSquares += all * all
      totalCrossed += all * s
    }
    let count = fromA.count
    let (a, b) = (UnsafeRawBufferPointer(fromA), UnsafeRawBufferPointer(fromB))
    let (ab, s) = (UnsafeRawBufferPointer(mixed), UnsafeRawBufferPointer(spread))
    for i in 0..<(count / 4) {
      add(
        a.loadUnaligned(fromByteOffset: 32 * i, as: SIMD4<Double>.self),
        b.loadUnaligned(fromByteOffset: 32 * i, as: SIMD4<Double>.self),
        ab.loadUnaligned(fromByteOffset: 32 * i, as: SIMD4<Double>.self),
        s.loadUnaligned(fromByteOffset: 32 * i, as: SIMD4<Double>.self))
    }
    for i in (count / 4 * 4)..<count {
      // A lane without a rise adds nothing.
      add(
        SIMD4(fromA[i], 0, 0, 0), SIMD4(fromB[i], 0, 0, 0),
        SIMD4(mixed[i], centre, centre, centre), SIMD4(spread[i], 0, 0, 0))
    }
    func sum(_ lanes: SIMD4<Double>) -> Double { (lanes[0] + lanes[1]) + (lanes[2] + lanes[3]) }
    return (
      .init(sum: sum(first), squares: sum(firstSquares), crossed: sum(firstCrossed)),
      .init(sum: sum(total), squares: sum(totalSquares), crossed: sum(totalCrossed))
    )
  }
}

/// Room for the evaluations of one task.
struct SobolRows<Model: SobolModel> {
  private typealias Row = UnsafeMutableBufferPointer<Double>

  private var cells: [Double]
  private let inputs: Int
  private let outputs: Int
  private var workspace: Model.Workspace

  init(_ plan: SobolPlan, _ model: Model) {
    inputs = plan.inputs
    outputs = max(model.outputs, 0)
    cells = [Double](repeating: 0, count: (2 * inputs + 4 * outputs) * SobolIndices.width)
    workspace = model.workspace()
  }

  /// Rows of both sets of points, then four for each output.
  private mutating func withRows<Result>(
    count: Int, _ body: ([Row], inout Model.Workspace) -> Result
  ) -> Result {
    let rows = 2 * inputs + 4 * outputs
    var room = workspace
    defer { workspace = room }
    return cells.withUnsafeMutableBufferPointer { cells in
      body(
        (0..<rows).map {
          let start = $0 * SobolIndices.width
          return UnsafeMutableBufferPointer(rebasing: cells[start..<(start + count)])
        }, &room)
    }
  }

  /// The outputs' averages over the first points, so that sums lose no digits.
  mutating func averages(_ plan: SobolPlan, _ model: Model) -> [Double] {
    let count = min(SobolIndices.width, plan.points)
    let (inputs, outputs) = (inputs, outputs)
    return withRows(count: count) { rows, workspace in
      for input in 0..<inputs {
        plan.fill(rows[input], input: input, second: false, start: 0)
        model.transform(input: input, rows[input])
      }
      let results = Array(rows[(2 * inputs)..<(2 * inputs + outputs)])
      model.evaluate(Array(rows[0..<inputs]), results, in: &workspace)
      return results.map { row in
        let average = row.reduce(0, +) / Double(count)
        return average.isFinite ? average : 0
      }
    }
  }

  mutating func tallies(
    block: Int, _ plan: SobolPlan, _ centres: [Double], _ model: Model
  ) -> [SobolTally] {
    let start = block * SobolIndices.width
    let count = min(SobolIndices.width, plan.points - start)
    let (inputs, outputs) = (inputs, outputs)
    return withRows(count: count) { rows, workspace in
      for input in 0..<inputs {
        plan.fill(rows[input], input: input, second: false, start: start)
        plan.fill(rows[inputs + input], input: input, second: true, start: start)
        model.transform(input: input, rows[input])
        model.transform(input: input, rows[inputs + input])
      }
      var (a, b) = (Array(rows[0..<inputs]), Array(rows[inputs..<(2 * inputs)]))
      func results(_ part: Int) -> [Row] {
        Array(rows[(2 * inputs + part * outputs)..<(2 * inputs + (part + 1) * outputs)])
      }
      let (fromA, fromB, mixed, spread) = (results(0), results(1), results(2), results(3))
      model.evaluate(a, fromA, in: &workspace)
      model.evaluate(b, fromB, in: &workspace)
      var tallies = [SobolTally](repeating: SobolTally(inputs: inputs), count: outputs)
      for output in 0..<outputs {
        tallies[output].take(fromA[output], fromB[output], spread[output], centres[output])
      }
      for input in 0..<inputs {
        swap(&a[input], &b[input])
        model.evaluate(a, mixed, in: &workspace)
        swap(&a[input], &b[input])
        for output in 0..<outputs {
          (tallies[output].first[input], tallies[output].total[input]) = SobolTally.parts(
            fromA[output], fromB[output], mixed[output], spread[output], centres[output])
        }
      }
      return tallies
    }
  }
}
