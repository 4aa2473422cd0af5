/// ELECTRE I: which alternatives remain to be looked at, because no other of them outranks them and
/// everything else is outranked: the kernel.
///
/// Roy, "Classement et choix en présence de points de vue multiples (la méthode ELECTRE)", RIRO 2(8),
/// 1968, doi:10.1051/ro/196802V100571. a outranks b if the weights of the criteria on which a is at
/// least as good sum to the concordance level or more, and no criterion speaks too strongly for b.
/// Alternatives that outrank each other in a circle are taken as one, so that the kernel exists and
/// is unique.
public struct ElectreI: OutrankingMethod {
  /// What speaks too strongly for the other one.
  public enum Discordance: Sendable, Equatable {
    /// The largest difference in its favour, each divided by the range of its own criterion in the
    /// table, exceeds a level from 0 to 1.
    case ownRange(level: Double)
    /// The same, divided by the largest range of any criterion: for criteria on one common scale, as
    /// in the paper of 1968.
    case largestRange(level: Double)
    /// A difference in its favour exceeds a threshold in the criterion's unit, one for each
    /// criterion; nil for a criterion without veto.
    case vetoThresholds([Double?])
  }

  /// The share of weights that must agree, from 0.5 to 1, within 1e-9.
  public var concordanceLevel: Double
  /// What forbids the statement.
  public var discordance: Discordance

  /// The method with its two levels.
  public init(concordanceLevel: Double, discordance: Discordance) {
    self.concordanceLevel = concordanceLevel
    self.discordance = discordance
  }

  /// The outranking relation and its kernel.
  ///
  /// - Complexity: O(m²·n) for m alternatives and n criteria.
  public func evaluate(_ table: PerformanceTable) throws(MethodError) -> ElectreIResult {
    try table.requireComplete()
    guard concordanceLevel >= 0.5 && concordanceLevel <= 1 else {
      throw .badParameter(
        name: "concordance level", value: concordanceLevel, must: .between(0.5, 1))
    }
    let units = try units(table)
    let level = try level(table)
    let weights = table.weights
    let count = table.alternativeCount
    var concordance = [Double](repeating: 1, count: count * count)
    var discordance = [Double](repeating: 0, count: count * count)
    var outranks = [Bool](repeating: false, count: count * count)
    for first in 0..<count {
      for second in 0..<count where second != first {
        let cell = first * count + second
        var (agreed, objection) = (0.0, 0.0)
        for (column, advantage) in table.advantages(of: second, over: first).enumerated() {
          if advantage <= 0 {
            agreed += weights[column]
          } else if let unit = units[column] {
            // A veto threshold of 0 forbids any difference.
            objection = max(objection, unit > 0 ? min(advantage / unit, 1e300) : 1e300)
          }
        }
        (concordance[cell], discordance[cell]) = (min(1, agreed), objection)
        outranks[cell] = agreed >= concordanceLevel - 1e-9 && objection <= level + 1e-9
      }
    }
    let graph = OutrankingGraph(outranks, count: count)
    return ElectreIResult(
      alternativeCount: count, concordance: concordance, discordance: discordance,
      outranks: outranks, circles: graph.circles, kernel: graph.kernel)
  }

  /// What differences are divided by; nil where nothing objects.
  private func units(_ table: PerformanceTable) throws(MethodError) -> [Double?] {
    let ranges = table.criteria.indices.map { column in
      var (low, high) = (table.value(0, column), table.value(0, column))
      for row in 0..<table.alternativeCount {
        low = min(low, table.value(row, column))
        high = max(high, table.value(row, column))
      }
      return high - low
    }
    switch discordance {
    case .ownRange: return ranges
    case .largestRange:
      let largest = ranges.max() ?? 0
      return ranges.map { _ in largest }
    case .vetoThresholds(let thresholds):
      guard thresholds.count == table.criterionCount else {
        throw .badParameter(
          name: "the number of veto thresholds", value: Double(thresholds.count),
          must: .count(table.criterionCount))
      }
      for (threshold, criterion) in zip(thresholds, table.criteria) {
        guard let threshold else { continue }
        guard threshold.isFinite && threshold >= 0 else {
          throw .badParameter(
            name: "v", of: criterion.name, value: threshold, must: .notNegative)
        }
      }
      return thresholds
    }
  }

  private func level(_ table: PerformanceTable) throws(MethodError) -> Double {
    switch discordance {
    case .ownRange(let level), .largestRange(let level):
      guard level >= 0 && level <= 1 else {
        throw .badParameter(name: "discordance level", value: level, must: .between(0, 1))
      }
      return level
    case .vetoThresholds: return 1
    }
  }
}

/// What ELECTRE I finds.
public struct ElectreIResult: Outranking, Equatable {
  /// The number of alternatives.
  public let alternativeCount: Int
  /// C(a,b), the weights of the criteria on which a is at least as good: alternatives ×
  /// alternatives, row by row; the diagonal is 1.
  public let concordance: [Double]
  /// D(a,b), the strongest objection, as a share of what it is divided by: alternatives ×
  /// alternatives, row by row.
  public let discordance: [Double]
  /// Whether a outranks b: alternatives × alternatives, row by row; false on the diagonal.
  public let outranks: [Bool]
  /// Alternatives that outrank each other in a circle, each circle ascending.
  public let circles: [[Int]]
  /// The kernel, ascending. Of a circle all members are in it, or none.
  public let kernel: [Int]

  /// Preferred if only the first outranks the second, indifferent if both do, incomparable if
  /// neither does.
  public func relation(_ first: Int, _ second: Int) -> Relation {
    if first == second { return .indifferent }
    switch (
      outranks[first * alternativeCount + second], outranks[second * alternativeCount + first]
    ) {
    case (true, true): return .indifferent
    case (true, false): return .preferred
    case (false, true): return .worse
    case (false, false): return .incomparable
    }
  }
}
