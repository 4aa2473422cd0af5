import MCDA
import Messages

/// All scoring methods side by side: do they agree, and where not?
extension Analysis {
  mutating func crossCheck() throws(AnalysisFailure) -> [JSONValue.Member] {
    let table = try table(for: .all)
    parameters.ignoreAll()
    try method { () throws(MethodError) in try table.requireComplete() }
    try proceed()
    var rankings: [(name: String, ranking: Ranking)] = []
    var entries: [JSONValue.Member] = []
    func add(_ name: MatrixMethod, _ method: some ScoringMethod) {
      do {
        let result = try method.evaluate(table)
        rankings.append((name.rawValue, result.ranking))
        entries.append(
          .init(
            name.rawValue,
            .object([
              .init("scores", .numbers(result.scores)),
              .init("ranking", .integers(result.ranking.ranks)),
              .init("winners", names(result.ranking.winners)),
            ])))
      } catch {
        let (_, message) = MethodMessages.finding(error, in: subject)
        entries.append(
          .init(
            name.rawValue, .object([.init("not_defined", .text(message.text(options.language)))])))
      }
    }
    add(.weightedSum, WeightedSum())
    add(.weightedProduct, WeightedProduct())
    add(.topsis, TOPSIS())
    add(.vikor, VIKOR())
    add(.copras, COPRAS())
    add(.minimaxRegret, MinimaxRegret())
    func agreement(_ measure: (Ranking, Ranking) -> Double?) -> JSONValue {
      .array(
        rankings.map { first in
          .array(rankings.map { .optional(measure(first.ranking, $0.ranking)) })
        })
    }
    if Set(rankings.map { Set($0.ranking.winners) }).count > 1 {
      warnings.append(.matrixMethodsDisagree())
    }
    return [
      .init("results", .object(entries)),
      .init("agreement_of", .texts(rankings.map(\.name))),
      .init("kendall_tau_b", agreement { RankAgreement.kendallTauB($0, $1) }),
      .init("spearman", agreement { RankAgreement.spearman($0, $1) }),
    ] + dominance(table)
  }

  /// What holds whatever the method: who dominates whom.
  private func dominance(_ table: PerformanceTable) -> [JSONValue.Member] {
    guard table.alternativeCount <= 2000, let dominance = try? Dominance(table) else { return [] }
    return [
      .init("not_dominated", names(dominance.front)),
      .init(
        "dominated_by",
        .object(
          table.alternatives.indices.compactMap { row in
            let dominators = dominance.dominators[row]
            return dominators.isEmpty
              ? nil : JSONValue.Member(table.alternatives[row], names(dominators))
          })),
    ]
  }
}
