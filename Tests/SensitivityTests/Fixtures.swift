import MCDA
import ReproducibleMath

/// Three alternatives A, B, C and five criteria; B wins with .6555 over .6220 and .6150.
enum FlatExample {
  static let weights = [0.35, 0.25, 0.20, 0.10, 0.10]
  static let values = [
    0.62, 0.70, 0.55, 0.80, 0.40,
    0.48, 0.85, 0.70, 0.60, 0.75,
    0.90, 0.40, 0.45, 0.50, 0.60,
  ]

  static func value() throws -> AdditiveValue {
    try AdditiveValue(tree: ValueTree(flat: weights), values: values)
  }
}

/// Two alternatives on a tree: goals .5, .3, .2 and branches .40, .35, .25 under the first.
enum TreeExample {
  static func value() throws -> AdditiveValue {
    let tree = try ValueTree([
      .init("all", parent: nil), .init("fit", parent: 0, weight: 0.5),
      .init("first", parent: 1, weight: 0.40), .init("second", parent: 1, weight: 0.35),
      .init("third", parent: 1, weight: 0.25), .init("cost", parent: 0, weight: 0.3),
      .init("lock-in", parent: 0, weight: 0.2),
    ])
    return try AdditiveValue(
      tree: tree, values: [0.9, 0.5, 0.6, 0.5, 0.5, 0.4, 0.9, 0.7, 0.6, 0.55])
  }
}

/// A published performance table, with linear values between the worst and the best alternative.
struct PublishedCase {
  let weights: [Double]
  let isCost: [Bool]
  let table: [[Double]]

  func value() throws -> AdditiveValue {
    var values: [Double] = []
    for row in table {
      for (k, x) in row.enumerated() {
        let column = table.map { $0[k] }
        let (low, high) = (column.min() ?? 0, column.max() ?? 0)
        values.append((isCost[k] ? high - x : x - low) / (high - low))
      }
    }
    return try AdditiveValue(tree: ValueTree(flat: weights), values: values)
  }

  /// Three cars: hodgett.co.uk, transcribed from `tests/TOPSIS.R` of the R package MCDA.
  static let hodgett = PublishedCase(
    weights: [0.35, 0.25, 0.25, 0.15], isCost: [true, false, false, false],
    table: [[5490, 51.4, 8.5, 285], [6500, 70.6, 7, 288], [6489, 54.3, 7.5, 290]])

  /// Decision Deck's SixRealCars, transcribed from oliviercailloux/jmcda-xmcda2-ws-examples.
  static let sixCars = PublishedCase(
    weights: [0.4, 0.18, 0.12, 0.21, 0.09], isCost: [true, false, true, true, true],
    table: [
      [22080, 105, 11.4, 5.8, 119], [28100, 160, 8.6, 9.6, 164], [24650, 143, 9, 4.5, 119],
      [32700, 177, 7.9, 6.7, 128], [22750, 136, 9.4, 7.6, 151], [27350, 180, 7.9, 8.4, 164],
    ])

  /// Four schools: `tests/ELECTRE.R` of the R package MCDA.
  static let schools = PublishedCase(
    weights: [1, 1], isCost: [false, false], table: [[-0.2, 3], [-2.3, 9], [-2.4, 10], [-1, 7]])

  /// Five ways to travel in Paris: `tests/PROMETHEEI.R` of the R package MCDA.
  static let paris = PublishedCase(
    weights: [1, 1, 1], isCost: [true, true, false],
    table: [[1, 10, 1], [4, 20, 2], [2, 20, 0], [6, 40, 0], [30, 30, 3]])
}

extension AdditiveValue {
  /// Value of `a` minus value of `b` in every column.
  func differences(_ a: Int, _ b: Int) -> [Double] {
    let n = tree.leaves.count
    return (0..<n).map { values[a * n + $0] - values[b * n + $0] }
  }

  /// Totals with other leaf weights.
  func totals(leafWeights: [Double]) -> [Double] {
    let n = leafWeights.count
    return (0..<alternativeCount).map { a in
      (0..<n).reduce(0) { $0 + leafWeights[$1] * values[a * n + $1] }
    }
  }

  /// The same case with one local weight set and its siblings shrunk or grown in proportion.
  func moving(_ node: Int, to weight: Double) throws -> AdditiveValue {
    let parent = tree.nodes[node].parent ?? 0
    let present = tree.nodes[node].localWeight
    let siblings = tree.nodes[parent].children.count - 1
    let entries = tree.nodes.enumerated().map { index, other in
      var moved = other.localWeight
      if other.parent == parent && index > 0 {
        moved =
          index == node
          ? weight
          : present < 1
            ? other.localWeight * (1 - weight) / (1 - present) : (1 - weight) / Double(siblings)
      }
      return ValueTree.Entry(other.name, parent: other.parent, weight: moved)
    }
    return try AdditiveValue(tree: ValueTree(entries), values: values)
  }

  /// A case of three levels with random weights and values.
  static func random(
    seed: UInt64, alternatives: Int, goals: Int = 3, branches: Int = 3, leaves: Int = 2
  ) throws -> AdditiveValue {
    var stream = RandomStream(seed: seed, stream: 77, block: 0)
    var entries = [ValueTree.Entry("all", parent: nil)]
    for goal in 0..<goals {
      let goalIndex = entries.count
      entries.append(.init("g\(goal)", parent: 0, weight: 0.2 + stream.uniform()))
      for branch in 0..<branches {
        let branchIndex = entries.count
        entries.append(.init("b\(branch)", parent: goalIndex, weight: 0.2 + stream.uniform()))
        for leaf in 0..<leaves {
          entries.append(.init("l\(leaf)", parent: branchIndex, weight: 0.2 + stream.uniform()))
        }
      }
    }
    let tree = try ValueTree(entries)
    let values = (0..<(alternatives * tree.leaves.count)).map { _ in stream.uniform() }
    return try AdditiveValue(tree: tree, values: values)
  }

  /// The same case with the alternatives in another order: new position → old position.
  func permuted(_ order: [Int]) throws -> AdditiveValue {
    let n = tree.leaves.count
    return try AdditiveValue(
      tree: tree, values: order.flatMap { values[($0 * n)..<(($0 + 1) * n)] })
  }
}

/// To so many decimals, half away from zero.
func rounded(_ x: Double, _ places: Int) -> Double {
  var scale = 1.0
  for _ in 0..<places { scale *= 10 }
  return (x * scale).rounded() / scale
}
