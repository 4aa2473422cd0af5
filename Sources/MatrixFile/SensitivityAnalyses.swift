import MCDA
import Messages
import Sensitivity

/// What would have to change before the ranking does.
extension Analysis {
  /// Values of 0 to 1 where parameters say so, as they stand otherwise, more is better.
  func values(
    _ table: PerformanceTable, default standard: ValueFunction
  ) throws(AnalysisFailure)
    -> [Double]
  {
    let function = try valueFunction(default: standard)
    return try ValueScales(table, function, scale: parameters, analysis: self).values
  }

  func weightStability() throws(AnalysisFailure) -> [JSONValue.Member] {
    let table = try table(for: .weightStability)
    let scope = parameters.choice("scope", default: Scope.best)
    parameters.ignore("variation", "weights_normalised")
    let values = try values(table, default: .minMax)
    try proceed()
    guard let tree = try? ValueTree(flat: table.weights),
      let value = try? AdditiveValue(tree: tree, values: values)
    else { throw .method(.outOfRange(step: "values")) }
    func pair(_ pair: WeightStability.Pair?) -> JSONValue {
      pair.map { names([$0.ahead, $0.behind]) } ?? .null
    }
    let intervals = WeightStability.all(value).map { stability in
      let interval = scope == .best ? stability.winnerUnchanged : stability.rankingUnchanged
      return JSONValue.object([
        .init("criterion", .text(table.criteria[tree.nodes[stability.node].column ?? 0].name)),
        .init("weight", .number(stability.weight)),
        .init("low", .number(interval.low)),
        .init("high", .number(interval.high)),
        .init("low_pair", pair(interval.pairBelow)),
        .init("high_pair", pair(interval.pairAbove)),
      ])
    }
    return [
      .init("scores", .numbers(value.totals)),
      .init("ranking", .integers(value.ranking.ranks)),
      .init("intervals", .array(intervals)),
    ]
  }

  private enum Scope: String, CaseIterable {
    /// While the winner stays.
    case best
    /// While the whole ranking stays.
    case full
  }

  func criticalCriterion() throws(AnalysisFailure) -> [JSONValue.Member] {
    let table = try table(for: .criticalCriterion)
    parameters.ignore("method", "weights_normalised")
    let values = try values(table, default: .identity)
    try proceed()
    guard let analysis = CriticalCriterion(weights: table.weights, values: values) else {
      throw .method(.outOfRange(step: "values"))
    }
    func json(_ change: CriticalCriterion.Change?) -> JSONValue {
      guard let change else { return .null }
      return .object([
        .init("better", .text(table.alternatives[change.better])),
        .init("worse", .text(table.alternatives[change.worse])),
        .init("criterion", .text(table.criteria[change.criterion].name)),
        .init("delta_abs", .number(change.delta)),
        .init("delta_percent", .number(change.percent)),
        .init("feasible", .bool(change.isFeasible)),
      ])
    }
    let degrees = table.criteria.indices.compactMap { criterion in
      analysis.criticalityDegree(of: criterion).map { (table.criteria[criterion].name, $0) }
    }
    return [
      .init("scores", .numbers(analysis.scores)),
      .init("ranking", .integers(analysis.ranking.ranks)),
      .init("changes", .array(analysis.changes.map { json($0) })),
      .init(
        "criticality_degree_percent",
        .object(degrees.map { .init($0.0, .number($0.1)) })),
      // A change of nothing would already do: infinitely sensitive, which JSON can't say.
      .init(
        "sensitivity_coefficient",
        .object(degrees.map { .init($0.0, .optional($0.1 > 0 ? 1 / $0.1 : nil)) })),
      .init("percent_any_critical", json(analysis.percentAny)),
      .init("percent_top_critical", json(analysis.percentTop)),
      .init("absolute_any_critical", json(analysis.absoluteAny)),
    ]
  }
}
