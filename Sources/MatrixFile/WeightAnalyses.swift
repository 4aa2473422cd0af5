import MCDA
import Messages

/// Weights from ranks, points or the spread of the data.
extension Analysis {
  func rankWeights() throws(AnalysisFailure) -> [JSONValue.Member] {
    if inputs.has("ranks") {
      let stated = inputs.numbers("ranks")
      let ranks = stated.compactMap { Int(exactly: $0) }
      guard ranks.count == stated.count, !ranks.isEmpty else {
        throw stop(.matrixNotWhole("ranks", from: 1, to: 1000), at: inputs.position("ranks"))
      }
      return members { $0.weights(ranks: ranks) }
    }
    let count = inputs.integer("n", in: 1...100_000)
    try proceed()
    return members { $0.weights(count: count) }
  }

  private func members(_ weights: (RankWeights) -> [Double]) -> [JSONValue.Member] {
    RankWeights.allCases.map { .init($0.rawValue, .numbers(weights($0))) }
  }

  func statedWeights() throws(AnalysisFailure) -> [JSONValue.Member] {
    let points = inputs.numbers("points")
    let kind = parameters.choice("kind", default: StatedWeights.swing)
    try proceed()
    let weights = try method { () throws(MethodError) in try kind.weights(points) }
    return [.init("weights", .numbers(weights))]
  }

  mutating func entropyWeights() throws(AnalysisFailure) -> [JSONValue.Member] {
    let table = try table(for: .entropyWeights)
    let result = try method { () throws(MethodError) in try EntropyWeights(table) }
    warnings.append(.matrixSpreadIsNoPreference())
    return [
      .init("weights", .numbers(result.weights)), .init("entropy", .numbers(result.entropy)),
    ]
  }

  mutating func criticWeights() throws(AnalysisFailure) -> [JSONValue.Member] {
    let table = try table(for: .criticWeights)
    let result = try method { () throws(MethodError) in try CriticWeights(table) }
    warnings.append(.matrixSpreadIsNoPreference())
    return [
      .init("weights", .numbers(result.weights)),
      .init("standard_deviation", .numbers(result.deviations)),
      .init("correlation", .rows(result.correlations, columns: table.criterionCount)),
    ]
  }
}
