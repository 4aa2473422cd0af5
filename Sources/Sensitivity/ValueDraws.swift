import CLanes
import MCDA
import ReproducibleMath

/// Uncertain values prepared for drawing: what they add to the totals of eight draws side by side.
struct ValueModel: Sendable {
  /// A cell whose value is drawn by itself.
  fileprivate struct Cell: Sendable {
    let row: Int
    let factor: Double
    let distribution: UncertainValues.Distribution
  }

  /// A cell that evaluators speak about.
  fileprivate struct Opinion: Sendable {
    let alternative: Int
    let row: Int
    /// One value for each evaluator, times the fixed weights below the row.
    let values: [Double]
  }

  fileprivate struct Column: Sendable {
    let row: Int
    let factor: Double
    let source: UncertainValues.Column
  }

  let alternatives: Int
  /// The values without those that are drawn, which have the constant part of a drawn one.
  let certain: [Double]
  /// For each alternative: uniform and triangular cells, as the loop `add_drawn` takes them.
  fileprivate let swift: [[Double]]
  /// For each alternative: the others.
  fileprivate let slow: [[Cell]]
  fileprivate let opinions: [Opinion]
  fileprivate let evaluatorCount: Int
  fileprivate let columns: [Column]

  /// - Parameter place: the frontier row of a leaf and the product of the fixed weights below it.
  init(
    _ value: AdditiveValue, _ uncertain: UncertainValues,
    place: (_ leaf: Int) -> (row: Int, factor: Double)
  ) throws(SMAAError) {
    let leaves = value.tree.leaves.count
    let size = value.values.count
    guard uncertain.cells.isEmpty || uncertain.cells.count == size,
      uncertain.evaluators.allSatisfy({ $0.count == size })
    else { throw .wrongCount(expected: size) }
    alternatives = value.alternativeCount
    evaluatorCount = uncertain.evaluators.count
    var certain = value.values
    var swift = [[Double]](repeating: [], count: alternatives)
    var slow = [[Cell]](repeating: [], count: alternatives)
    var opinions: [Opinion] = []
    var taken = [Bool](repeating: false, count: size)
    func take(_ cell: Int) throws(SMAAError) {
      guard !taken[cell] else {
        throw .uncertainTwice(alternative: cell / leaves, leaf: cell % leaves)
      }
      taken[cell] = true
    }
    for (cell, distribution) in uncertain.cells.enumerated() {
      guard let distribution else { continue }
      guard distribution.isUsable else {
        throw .badDistribution(alternative: cell / leaves, leaf: cell % leaves)
      }
      try take(cell)
      certain[cell] = 0
      let (row, factor) = place(cell % leaves)
      if case .exact(let known) = distribution {
        certain[cell] = known
      } else if let drawn = Self.swiftParameters(distribution, row: row, factor: factor) {
        swift[cell / leaves] += drawn.loop
        certain[cell] = drawn.base
      } else {
        slow[cell / leaves].append(Cell(row: row, factor: factor, distribution: distribution))
      }
    }
    for cell in 0..<size where uncertain.evaluators.contains(where: { $0[cell] != nil }) {
      try take(cell)
      let (row, factor) = place(cell % leaves)
      var values: [Double] = []
      for evaluator in uncertain.evaluators {
        let said = evaluator[cell] ?? value.values[cell]
        guard said.magnitude <= AdditiveValue.largestValue else {
          throw .badDistribution(alternative: cell / leaves, leaf: cell % leaves)
        }
        values.append(factor * said)
      }
      opinions.append(Opinion(alternative: cell / leaves, row: row, values: values))
      certain[cell] = 0
    }
    var columns: [Column] = []
    for column in uncertain.columns {
      guard (0..<leaves).contains(column.leaf) else { throw .foreignLeaf(column.leaf) }
      for alternative in 0..<alternatives {
        try take(alternative * leaves + column.leaf)
        certain[alternative * leaves + column.leaf] = 0
      }
      let (row, factor) = place(column.leaf)
      columns.append(Column(row: row, factor: factor, source: column))
    }
    self.certain = certain
    self.swift = swift
    self.slow = slow
    self.opinions = opinions
    self.columns = columns
  }

  /// Whether anything is drawn.
  var varies: Bool {
    !opinions.isEmpty || !columns.isEmpty || swift.contains { !$0.isEmpty }
      || slow.contains { !$0.isEmpty }
  }

  /// A triangular value is a mixture of the smaller and the larger of two uniform numbers u, v:
  /// low + (high − mode)·min(u, v) + (mode − low)·max(u, v). For (1−c)·min + c·max on [0, 1] the
  /// distribution function is x²/c up to the mode c, by integrating over min ≤ x. A uniform value
  /// needs u alone; v is masked out, so that u is the larger.
  ///
  /// u and v are 32 bits each, taken as numbers from [1, 2): values lie on a grid of 2^−32 of the
  /// width, a hundred thousand times finer than what a million draws can tell.
  ///
  /// - Returns: the parameters for one cell, and what is to be added to the certain value.
  private static func swiftParameters(
    _ distribution: UncertainValues.Distribution, row: Int, factor: Double
  ) -> (loop: [Double], base: Double)? {
    switch distribution {
    case .uniform(let low, let high):
      let width = high - low
      // Half a step up, so that the grid lies evenly between the ends.
      return ([0, factor * width, 0, Double(row)], low - width * (1 - 0x1p-33))
    case .triangular(let low, let mode, let high):
      let (fall, rise) = (high - mode, mode - low)
      return (
        [factor * fall, factor * rise, Double(bitPattern: 0xf_ffff_fff0_0000), Double(row)],
        low - (high - low) * (1 - 0x1p-33)
      )
    case .exact, .normal, .pert, .discrete: return nil
    }
  }
}

/// A ``ValueModel`` at work in one block.
struct ValueDraws {
  private let model: ValueModel
  private let registers: Registers
  private let block: UInt64
  private var words: [OctetStream]
  private var slow: [ScalarDraws]
  private var evaluator: ScalarDraws
  private let scratch: Octets
  private var buffer: [Double] = []

  /// Lanes from 2^32 on belong to values; those below to groups of weights.
  init(_ model: ValueModel, seed: UInt64, stream: UInt64, block: UInt64, registers: Registers) {
    self.model = model
    self.registers = registers
    self.block = block
    let alternatives = UInt64(model.alternatives)
    words = (0..<alternatives).map {
      OctetStream(seed: seed, stream: stream, block: block, lane: 1 << 32 + $0)
    }
    slow = (0..<alternatives).map {
      ScalarDraws(RandomStream(seed: seed, stream: stream, block: block, lane: 2 << 32 + $0))
    }
    evaluator = ScalarDraws(
      RandomStream(seed: seed, stream: stream, block: block, lane: 3 << 32))
    scratch = Octets(count: (model.swift.map(\.count).max() ?? 0) / 4)
  }

  /// Adds what is drawn to totals of some octets.
  ///
  /// - Parameters:
  ///   - weights: matrices of `rows` octets.
  ///   - start: the block's draw in the first lane.
  mutating func add(
    to totals: Octets, stride: Int, weights: Octets, rows: Int, octets: Int, start: Int
  ) {
    for octet in 0..<octets {
      let weights = weights.octet(octet * rows)
      for alternative in 0..<model.alternatives {
        let total = totals.octet(octet * stride + alternative)
        addSwift(alternative, weights, total)
        for lane in 0..<8 {
          for cell in model.slow[alternative] {
            total[lane] +=
              weights[8 * cell.row + lane]
              * (cell.factor * slow[alternative].value(cell.distribution))
          }
        }
      }
      guard !model.opinions.isEmpty else { continue }
      for lane in 0..<8 {
        let speaker = min(
          Int(evaluator.uniform() * Double(model.evaluatorCount)), model.evaluatorCount - 1)
        for opinion in model.opinions {
          totals.octet(octet * stride + opinion.alternative)[lane] +=
            weights[8 * opinion.row + lane] * opinion.values[speaker]
        }
      }
    }
    for column in model.columns {
      addColumn(
        column, to: totals, stride: stride, weights: weights, rows: rows, octets: octets,
        start: start)
    }
  }

  private mutating func addSwift(
    _ alternative: Int, _ weights: UnsafeMutablePointer<Double>,
    _ total: UnsafeMutablePointer<Double>
  ) {
    let cells = model.swift[alternative]
    guard !cells.isEmpty else { return }
    words[alternative].fillWords(
      scratch.numbers, count: cells.count / 4, registers: registers)
    registers.kernels.pointee.add_drawn(scratch.numbers, cells, cells.count / 4, weights, total)
  }

  private mutating func addColumn(
    _ column: ValueModel.Column, to totals: Octets, stride: Int, weights: Octets, rows: Int,
    octets: Int, start: Int
  ) {
    let count = 8 * octets
    buffer = [Double](repeating: 0, count: model.alternatives * count)
    buffer.withUnsafeMutableBufferPointer { column.source.fill(block, start, count, $0) }
    for alternative in 0..<model.alternatives {
      for draw in 0..<count {
        let (octet, lane) = (draw / 8, draw % 8)
        totals.octet(octet * stride + alternative)[lane] +=
          weights.octet(octet * rows + column.row)[lane]
          * (column.factor * buffer[alternative * count + draw])
      }
    }
  }
}
