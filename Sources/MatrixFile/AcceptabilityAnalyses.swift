import MCDA
import Messages
import Sensitivity

/// How often each alternative takes each rank.
extension Analysis {
  mutating func acceptability(
    _ method: MatrixMethod
  ) async throws(AnalysisFailure) -> [JSONValue.Member] {
    let table = try table(for: method)
    parameters.ignore("weights_normalised", "draws", "seed")
    let scales = try ValueScales(
      table, try valueFunction(default: .minMax), scale: parameters, analysis: self)
    let order = try weightOrder(table)
    let measured = try measurements(table, scales)
    let bounds = try weightBounds(table, isOrdered: order != nil)
    let isExact =
      measured == nil && bounds == nil && table.criterionCount <= ExactAcceptability.mostCriteria
      && table.alternativeCount <= ExactAcceptability.mostAlternatives
    if isExact {
      try proceed()
      if let result = ExactAcceptability(
        values: scales.values, criteria: table.criterionCount, order: order)
      {
        return exact(result, scales.values, order, table)
      }
    }
    let draws =
      options.draws
      ?? parameters.integer("draws", in: 1...SMAA.largestDraws, default: 100_000)
    let seed = options.seed ?? UInt64(parameters.integer("seed", in: 0...(1 << 53), default: 1))
    parameters.record("draws", .integer(draws))
    parameters.record("seed", Int(exactly: seed).map { .integer($0) } ?? .text(String(seed)))
    try proceed()
    let region: WeightRegion
    if let bounds { region = bounds } else { region = try self.region(order, table) }
    let result = try await sample(
      scales.values, measured, region: region, table, draws: draws, seed: seed)
    let pairs =
      measured == nil && bounds == nil
      ? pairwise(scales.values, order, table) : nil
    return [
      .init("rank_acceptability", .rows(result.rankAcceptability.map { $0.map(\.value) })),
      .init("standard_error", .rows(result.rankAcceptability.map { $0.map(\.standardError) })),
      .init("central_weights", central(all(result.centralWeights, result, table))),
      .init(
        "central_weights_standard_error",
        central(all(result.centralWeightErrors, result, table, fixed: 0))),
      .init(
        "pairwise_winning", pairs ?? offDiagonal(result.pairwiseWinning.map { $0.map(\.value) })),
      .init(
        "pairwise_standard_error",
        pairs == nil
          ? offDiagonal(result.pairwiseWinning.map { $0.map(\.standardError) })
          : offDiagonal(result.pairwiseWinning.map { $0.map { _ in 0 } })),
      .init("N", .integer(result.draws)),
    ]
  }

  /// All weights, or those in an order.
  private func region(
    _ order: [Int]?, _ table: PerformanceTable
  ) throws(AnalysisFailure) -> WeightRegion {
    do {
      let tree = try ValueTree(flat: [Double](repeating: 1, count: table.criterionCount))
      // An order of one is none.
      var shape = WeightRegion.Shape.free
      if let order, order.count > 1 { shape = .ordered(order.map { tree.leaves[$0] }) }
      return try WeightRegion(shape, tree: tree)
    } catch {
      throw .method(.outOfRange(step: "weights"))
    }
  }

  private func sample(
    _ values: [Double], _ cells: [UncertainValues.Distribution?]?, region: WeightRegion,
    _ table: PerformanceTable, draws: Int, seed: UInt64
  ) async throws(AnalysisFailure) -> SMAA {
    do {
      let value = try AdditiveValue(tree: try ValueTree(flat: table.weights), values: values)
      return try await SMAA.run(
        value, region: region, uncertain: UncertainValues(cells: cells ?? []), draws: draws,
        seed: seed, threads: options.threads, asking: .pairs)
    } catch {
      throw .method(.outOfRange(step: "values"))
    }
  }

  /// A figure for every criterion; those whose weight is fixed have the weight itself, or `fixed`.
  private func all(
    _ figures: [[Double]?], _ result: SMAA, _ table: PerformanceTable, fixed: Double? = nil
  ) -> [[Double]?] {
    // Node 0 is the whole, the others are the criteria.
    figures.map { figures in
      figures.map { figures in
        table.criteria.indices.map { column in
          result.drawnNodes.firstIndex(of: column + 1).map { figures[$0] }
            ?? fixed ?? table.weights[column]
        }
      }
    }
  }

  private func exact(
    _ result: ExactAcceptability, _ values: [Double], _ order: [Int]?, _ table: PerformanceTable
  ) -> [JSONValue.Member] {
    var members: [JSONValue.Member] = [
      .init("rank_acceptability", .rows(result.rankAcceptability)),
      .init("standard_error", .rows(result.rankAcceptability.map { $0.map { _ in 0 } })),
      .init("central_weights", central(result.centralWeights)),
      .init("pairwise_winning", pairwise(values, order, table)),
    ]
    if table.criterionCount == 2 {
      members.append(.init("breakpoints_w1", .numbers(result.breakpoints)))
    }
    return members
  }

  func central(_ weights: [[Double]?]) -> JSONValue {
    .array(weights.map { $0.map { .numbers($0) } ?? .null })
  }

  func offDiagonal(_ rows: [[Double]]) -> JSONValue {
    .array(
      rows.enumerated().map { a, row in
        .array(row.enumerated().map { b, figure in a == b ? .null : .number(figure) })
      })
  }

  private func pairwise(
    _ values: [Double], _ order: [Int]?, _ table: PerformanceTable
  ) -> JSONValue {
    let n = table.criterionCount
    let all = 0..<table.alternativeCount
    return offDiagonal(
      all.map { a in
        all.map { b in
          let columns = order ?? Array(0..<n)
          let differences = columns.map { values[a * n + $0] - values[b * n + $0] }
          return order == nil
            ? PairwiseWinning.exact(differences: differences)
            : PairwiseWinning.exactOrdered(differences: differences)
        }
      })
  }

  /// The order that weights must keep: `uniform`, `ordinal` (as the criteria stand), or w1>=w2>=w3.
  private func weightOrder(_ table: PerformanceTable) throws(AnalysisFailure) -> [Int]? {
    guard let stated = parameters.text("weights") else {
      parameters.record("weights", .text("uniform"))
      return nil
    }
    let text = stated.hasPrefix("uniform on ") ? String(stated.dropFirst(11)) : stated
    if text == "uniform" || text == "the simplex" { return nil }
    if text == "ordinal" { return Array(table.criteria.indices) }
    let names = text.replacing("≥", with: ">=").split(separator: ">=").map {
      $0.filter { !$0.isWhitespace }
    }
    let order = names.compactMap { name -> Int? in
      if name.first == "w", let number = Int(name.dropFirst()) { return number - 1 }
      return table.criteria.firstIndex { $0.name == name }
    }
    guard order.sorted() == Array(table.criteria.indices), order.count == names.count else {
      throw stop(
        .matrixUnknownWord(
          stated, of: "weights", known: ["uniform", "ordinal", "w1>=w2>=…"], near: nil),
        at: parameters.position("weights"))
    }
    return order
  }

  /// Distributions of all values; nil if all are known.
  private func measurements(
    _ table: PerformanceTable, _ scales: ValueScales
  ) throws(AnalysisFailure) -> [UncertainValues.Distribution?]? {
    let n = table.criterionCount
    let text = parameters.text("measurement") ?? (table.hasIntervals ? "triangular" : "exact")
    parameters.record("measurement", .text(text))
    func spread(_ key: String) throws(AnalysisFailure) -> [Double] {
      let rows = parameters.rows(key, count: table.alternativeCount, columns: n)
      try proceed()
      for (index, figure) in rows.joined().enumerated() where figure < 0 {
        throw .method(
          .badParameter(
            name: key, of: table.alternatives[index / n], value: figure, must: .notNegative))
      }
      return rows.joined().enumerated().map { $0.element * scales.slopes[$0.offset % n].magnitude }
    }
    if text == "exact" || text.hasPrefix("crisp") { return nil }
    if text == "gaussian" || text.hasPrefix("independent gaussian") {
      let deviations = try spread("standard_deviation")
      return scales.values.indices.map {
        .normal(mean: scales.values[$0], deviation: deviations[$0])
      }
    }
    if text == "uniform" || text.hasPrefix("uniform, centre") {
      let halves = try spread("half_width")
      return scales.values.indices.map {
        .uniform(low: scales.values[$0] - halves[$0], high: scales.values[$0] + halves[$0])
      }
    }
    if text == "triangular" {
      return scales.values.indices.map { index in
        let (row, k) = (index / n, index % n)
        guard let range = table.interval(row, k), let likely = table[row, k] else {
          return .exact(scales.values[index])
        }
        let ends = [range.lowerBound, range.upperBound].map {
          scales.values[index] + ($0 - likely) * scales.slopes[k]
        }.sorted()
        return .triangular(low: ends[0], mode: scales.values[index], high: ends[1])
      }
    }
    throw stop(
      .matrixUnknownWord(
        text, of: "measurement", known: ["exact", "gaussian", "uniform", "triangular"], near: nil),
      at: parameters.position("measurement"))
  }
}
