import MCDA
import Messages
import ReproducibleMath

/// Methods that give every alternative a number.
extension Analysis {
  mutating func weightedSum() throws(AnalysisFailure) -> [JSONValue.Member] {
    let method = WeightedSum(
      normalisation: parameters.choice("normalisation", default: Normalisation.minMax))
    let result = try evaluate(method, .weightedSum)
    return [
      .init("scores", .numbers(result.scores)),
      .init("ranking", .integers(result.ranking.ranks)),
      .init("normalised", rows(result.normalised)),
    ] + independence(of: method, isRelative: method.normalisation != .none)
  }

  mutating func weightedProduct() throws(AnalysisFailure) -> [JSONValue.Member] {
    let method = WeightedProduct(
      normalisation: parameters.choice("normalisation", default: Normalisation.maxRatio))
    let result = try evaluate(method, .weightedProduct)
    let all = result.scores.indices
    let ln10 = ReproducibleMath.log(10)
    return [
      .init("scores", .numbers(result.scores)),
      .init("log10_scores", .array(result.logarithms.map { .optional($0.map { $0 / ln10 }) })),
      .init("ranking", .integers(result.ranking.ranks)),
      .init(
        "pairwise_ratio",
        .array(
          all.map { first in
            .array(all.map { .optional(result.ratio(first, to: $0)) })
          })),
      .init("normalised", rows(result.normalised)),
    ]
  }

  mutating func topsis() throws(AnalysisFailure) -> [JSONValue.Member] {
    let method = TOPSIS(
      normalisation: parameters.choice("normalisation", default: Normalisation.vector),
      distance: parameters.choice("distance", default: Distance.euclidean))
    let result = try evaluate(method, .topsis)
    return [
      .init("closeness", .numbers(result.closeness)),
      .init("d_plus", .numbers(result.distanceToIdeal)),
      .init("d_minus", .numbers(result.distanceToAntiIdeal)),
      .init("ranking", .integers(result.ranking.ranks)),
      .init("ideal", .numbers(result.ideal)),
      .init("anti_ideal", .numbers(result.antiIdeal)),
      .init("normalised", rows(result.normalised)),
    ] + independence(of: method, isRelative: true)
  }

  mutating func vikor() throws(AnalysisFailure) -> [JSONValue.Member] {
    let method = VIKOR(v: parameters.number("v", default: 0.5))
    let result = try evaluate(method, .vikor)
    return [
      .init("S", .numbers(result.s)),
      .init("R", .numbers(result.r)),
      .init("Q", .numbers(result.q)),
      .init("ranking_by_Q", .integers(result.ranking.ranks)),
      .init("DQ", .optional(result.advantageThreshold)),
      .init("acceptable_advantage", .bool(result.hasAcceptableAdvantage)),
      .init("acceptable_stability", .bool(result.hasAcceptableStability)),
      .init("compromise_set", names(result.compromise)),
    ] + independence(of: method, isRelative: true)
  }

  mutating func copras() throws(AnalysisFailure) -> [JSONValue.Member] {
    let result = try evaluate(COPRAS(), .copras)
    return [
      .init("scores", .numbers(result.scores)),
      .init("utility_degree", .numbers(result.utilityDegree)),
      .init("S_plus", .numbers(result.benefits)),
      .init("S_minus", .numbers(result.costs)),
      .init("ranking", .integers(result.ranking.ranks)),
      .init("normalised", rows(result.normalised)),
    ] + independence(of: COPRAS(), isRelative: true)
  }

  mutating func minimaxRegret() throws(AnalysisFailure) -> [JSONValue.Member] {
    let method = MinimaxRegret(
      normalisation: parameters.choice("normalisation", default: Normalisation.minMax),
      weights: parameters.choice("weights", default: MinimaxRegret.Weights.any))
    let result = try evaluate(method, .minimaxRegret)
    let criteria = result.normalised.table.criteria
    return [
      .init("regrets", .numbers(result.regrets)),
      .init("decisive_criterion", .texts(result.decisiveCriterion.map { criteria[$0].name })),
      .init("ranking", .integers(result.ranking.ranks)),
    ] + independence(of: method, isRelative: true)
  }

  /// Runs a scoring method on the table.
  private func evaluate<Method: ScoringMethod>(
    _ method: Method, _ name: MatrixMethod
  ) throws(AnalysisFailure) -> Method.Result {
    let table = try table(for: name)
    try proceed()
    return try self.method { () throws(MethodError) in try method.evaluate(table) }
  }

  private func rows(_ normalised: NormalisedTable) -> JSONValue {
    .rows(normalised.values, columns: normalised.table.criterionCount)
  }

  /// Whether the winner stays if another alternative is left out, or stands there twice.
  mutating func independence(
    of method: some ScoringMethod, isRelative: Bool
  ) -> [JSONValue.Member] {
    // Twice as many evaluations as alternatives: not for large tables.
    guard isRelative, let table = subject.table, (3...100).contains(table.alternativeCount),
      table.criterionCount <= 1000, let check = try? IndependenceCheck(method, table)
    else { return [] }
    func changes(_ trials: [IndependenceCheck.Trial], _ key: String) -> JSONValue {
      .array(
        trials.filter(\.changesWinner).map {
          .object([
            .init(key, .text(table.alternatives[$0.alternative])),
            .init("winners", names($0.winners)),
          ])
        })
    }
    if !check.isIndependentOfLosers { warnings.append(.matrixLoserDecides()) }
    return [
      .init(
        "independence",
        .object([
          .init("of_losers", .bool(check.isIndependentOfLosers)),
          .init("of_copies", .bool(check.isIndependentOfCopies)),
          .init("changed_by", changes(check.drops, "without")),
          .init("changed_by_copy", changes(check.copies, "twice")),
        ]))
    ]
  }
}
