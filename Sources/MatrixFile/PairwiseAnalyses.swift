import MCDA
import Messages

/// Weights from pairwise judgements.
extension Analysis {
  func ahp() throws(AnalysisFailure) -> [JSONValue.Member] {
    let comparisons = try comparisons(inputs, "pairwise")
    let (index, standard) = try randomIndex(comparisons.count)
    let principal = AHP(comparisons, prioritisation: .eigenvector, randomIndex: standard)
    let geometric = AHP(comparisons, prioritisation: .rowGeometricMean, randomIndex: standard)
    let columns = AHP(comparisons, prioritisation: .normalisedColumns, randomIndex: standard)
    let ratio: Double? =
      comparisons.count < 3 ? 0 : index.map { principal.consistencyIndex / $0 }
    let worst = principal.judgements.prefix(3).map { judgement in
      JSONValue.object([
        .init("row", .integer(judgement.row + 1)), .init("column", .integer(judgement.column + 1)),
        .init("stated", .number(judgement.stated)), .init("implied", .number(judgement.implied)),
      ])
    }
    return [
      .init("weights_eigenvector", .numbers(principal.weights)),
      .init("lambda_max", .number(principal.lambdaMax)),
      .init("consistency_index", .number(principal.consistencyIndex)),
      .init("consistency_ratio", .optional(ratio)),
      .init(
        "consistency_ratio_saaty1980",
        .optional(
          AHP(comparisons, prioritisation: .eigenvector).consistencyRatio)),
      .init("weights_geometric_mean", .numbers(geometric.weights)),
      .init("geometric_consistency_index", .number(geometric.geometricConsistencyIndex)),
      .init("weights_normalised_columns", .numbers(columns.weights)),
      .init("worst_judgements", .array(worst)),
    ]
  }

  func ahpHierarchy() throws(AnalysisFailure) -> [JSONValue.Member] {
    let criteria = try comparisons(inputs, "criteria_pairwise")
    let tables = inputs.object("alternatives_pairwise")
    let mode = parameters.choice("mode", default: AHPHierarchy.Mode.distributive)
    let way = parameters.choice("prioritisation", default: AHP.Prioritisation.eigenvector)
    parameters.ignore("random_index")
    var children: [AHPHierarchy.Criterion] = []
    for name in tables.keys {
      children.append(AHPHierarchy.Criterion(name, try comparisons(tables, name)))
    }
    try proceed()
    let result: AHPHierarchy
    do {
      result = try AHPHierarchy(
        AHPHierarchy.Criterion("goal", criteria, children: children), prioritisation: way,
        mode: mode)
    } catch .wrongCount(let name, let expected, let found) {
      throw stop(
        .matrixWrongLength(
          name == "goal" ? "criteria_pairwise" : name, expected: expected, found: found),
        at: name == "goal" ? inputs.position("criteria_pairwise") : tables.position(name))
    } catch {
      throw stop(
        .matrixFieldMissing("alternatives_pairwise"), at: inputs.position())
    }
    guard subject.alternatives.isEmpty || subject.alternatives.count == result.scores.count else {
      throw stop(
        .matrixWrongLength(
          "alternatives_pairwise", expected: subject.alternatives.count,
          found: result.scores.count), at: inputs.position("alternatives_pairwise"))
    }
    return [
      .init("criteria_weights", .numbers(result.local[0].weights)),
      .init(
        "local",
        .object(
          zip(children, result.local.dropFirst()).map {
            .init($0.name, .numbers($1.weights))
          })),
      .init("scores", .numbers(result.scores)),
      .init("ranking", .integers(result.ranking.ranks)),
    ]
  }

  func bestWorst() throws(AnalysisFailure) -> [JSONValue.Member] {
    let toOthers = inputs.numbers("best_to_others")
    let toWorst = inputs.numbers("others_to_worst")
    let best = try criterionIndex("best", toOthers.count)
    let worst = try criterionIndex("worst", toOthers.count)
    try proceed()
    let result: BestWorst
    do {
      result = try BestWorst(
        bestToOthers: toOthers, othersToWorst: toWorst, best: best, worst: worst)
    } catch {
      throw stop(error.message, at: inputs.position("best_to_others"))
    }
    return [
      .init("weights", .numbers(result.weights)),
      .init("xi_linear", .number(result.deviation)),
      .init("input_consistency_ratio", .number(result.inputConsistencyRatio)),
      .init("consistency_index_table_value", .number(Self.tableValue(result))),
      .init("consistency_ratio", .number(result.consistencyRatio)),
      .init(
        "weight_range_at_optimum",
        .rows(result.weightRanges.map { [$0.lowerBound, $0.upperBound] })),
      .init("unique", .bool(result.isUnique)),
    ]
  }

  /// The consistency index as the paper of 2015 prints it, with two decimals, for its whole
  /// numbers.
  private static func tableValue(_ result: BestWorst) -> Double {
    let ratio = result.bestToOthers[result.worst]
    let isPrinted = ratio == ratio.rounded() && ratio <= 9
    return isPrinted ? (result.consistencyIndex * 100).rounded() / 100 : result.consistencyIndex
  }

  /// A criterion by name, c1, c2, … where nothing else names them, or nil.
  private func criterionIndex(_ key: String, _ count: Int) throws(AnalysisFailure) -> Int? {
    guard let name = inputs.text(key) else { return nil }
    let names =
      inputs.has("criteria")
      ? inputs.texts("criteria")
      : (0..<count).map { "c\($0 + 1)" }
    if let index = names.firstIndex(of: name), index < count { return index }
    throw stop(
      .matrixUnknownWord(
        name, of: key, known: names, near: Suggestion.nearest(to: name, in: names)),
      at: inputs.position(key))
  }

  private func comparisons(
    _ fields: FieldReader, _ key: String
  ) throws(AnalysisFailure) -> PairwiseComparisons {
    let rows = fields.rows(key)
    try proceed()
    do {
      return try PairwiseComparisons(rows: rows)
    } catch {
      throw stop(error.message, at: fields.position(key))
    }
  }

  /// The random index for a number of things, from a table in the file or one known by name.
  private func randomIndex(_ count: Int) throws(AnalysisFailure) -> (Double?, RandomIndex) {
    guard let node = parameters.node("random_index") else {
      parameters.record("random_index", .text(RandomIndex.saaty1980.name))
      return (RandomIndex.saaty1980[count], .saaty1980)
    }
    if case .object = node.value {
      let table = parameters.object("random_index")
      let value = table.has(String(count)) ? table.number(String(count)) : nil
      try proceed()
      if let value, value <= 0 {
        throw stop(
          .matrixOutOfRange(
            "random_index", of: String(count), value: MethodMessages.text(value),
            must: MethodMessages.words(.positive)), at: table.position(String(count)))
      }
      parameters.record("random_index", value.map { .number($0) } ?? .null)
      return (value, .saaty1980)
    }
    let name = parameters.text("random_index") ?? ""
    if let table = RandomIndex.all.first(where: { $0.name == name }) {
      return (table[count], table)
    }
    let known = RandomIndex.all.map(\.name)
    throw stop(
      .matrixUnknownWord(
        name, of: "random_index", known: known, near: Suggestion.nearest(to: name, in: known)),
      at: parameters.position("random_index"))
  }
}

extension PairwiseComparisonsError {
  fileprivate var message: Message {
    switch self {
    case .empty: .matrixPairwiseEmpty()
    case .notSquare(let row, let expected, let found):
      .matrixPairwiseNotSquare(row: row + 1, expected: expected, found: found)
    case .wrongPairCount(let expected, let found):
      .matrixPairwiseCount(expected: expected, found: found)
    case .badRatio(let row, let column, let value):
      .matrixPairwiseRatio(row: row + 1, column: column + 1, value: MethodMessages.text(value))
    case .notReciprocal(let row, let column, _, _):
      .matrixPairwiseNotReciprocal(row: row + 1, column: column + 1)
    }
  }
}

extension BestWorstError {
  fileprivate var message: Message {
    switch self {
    case .wrongCount(let best, let worst): .matrixBestWorstCounts(best: best, worst: worst)
    case .badRatio(let criterion, let value):
      .matrixBestWorstRatio(criterion: criterion + 1, value: MethodMessages.text(value))
    case .noBest, .noWorst: .matrixBestWorstUnclear()
    case .contradiction: .matrixBestWorstContradiction()
    case .notSolved: .matrixMagnitudesDiffer()
    }
  }
}
