import MCDA
import Messages
import Sensitivity

/// Bounds of the weights that acceptabilities are drawn from.
extension Analysis {
  /// The weights between stated bounds; nil if the parameters state none.
  mutating func weightBounds(
    _ table: PerformanceTable, isOrdered: Bool
  ) throws(AnalysisFailure) -> WeightRegion? {
    let stated = ["weight_intervals", "weight_spread_percent"].filter { parameters.has($0) }
    guard let key = stated.first else { return nil }
    if stated.count > 1 || isOrdered {
      let other = isOrdered ? "weights" : stated[1]
      throw stop(.matrixOneOfTwo(key, other), at: parameters.position(key))
    }
    let shape: WeightRegion.Shape
    if key == "weight_intervals" {
      shape = .boxes(try intervals(key, table))
    } else {
      let percent = parameters.number(key)
      try proceed()
      guard percent >= 0 else {
        throw .method(.badParameter(name: key, value: percent, must: .notNegative))
      }
      shape = .relative(percent / 100)
    }
    try proceed()
    guard let tree = try? ValueTree(flat: table.weights) else {
      throw .method(.outOfRange(step: "weights"))
    }
    do throws(WeightRegionError) { return try WeightRegion(shape, tree: tree, depth: 1) } catch {
      throw stop(.matrixWeightBounds(), at: parameters.position(key))
    }
  }

  /// Bounds by node of the flat tree.
  private func intervals(
    _ key: String, _ table: PerformanceTable
  ) throws(AnalysisFailure) -> [Int: ClosedRange<Double>] {
    var intervals: [Int: ClosedRange<Double>] = [:]
    var used: [JSONValue] = []
    let names = table.criteria.map(\.name)
    for entry in parameters.objects(key) {
      let name = entry.text("criterion") ?? ""
      let (low, high) = (entry.number("low"), entry.number("high"))
      try proceed()
      guard let column = names.firstIndex(of: name) else {
        throw stop(
          .matrixUnknownWord(
            name, of: "criterion", known: names, near: Suggestion.nearest(to: name, in: names)),
          at: entry.position("criterion"))
      }
      guard intervals[column + 1] == nil else {
        throw stop(.matrixDuplicateName(name), at: entry.position("criterion"))
      }
      guard 0 <= low, low <= high, high <= 1 else {
        throw stop(.matrixWeightInterval(name), at: entry.position())
      }
      intervals[column + 1] = low...high
      used.append(
        .object([
          .init("criterion", .text(name)), .init("low", .number(low)), .init("high", .number(high)),
        ]))
    }
    parameters.record(key, .array(used))
    return intervals
  }
}
