/// PROMETHEE I and II: how strongly each alternative beats the others, pair by pair, and is beaten.
///
/// Brans, Vincke, Management Science 31(6), 1985, doi:10.1287/mnsc.31.6.647; Brans, Vincke, Mareschal,
/// European Journal of Operational Research 24(2), 1986, doi:10.1016/0377-2217(86)90044-5.
/// π(a,b) = Σ w_k·P_k(a,b); φ⁺ and φ⁻ are the sums of a row and of a column of π over m − 1;
/// φ = φ⁺ − φ⁻. II ranks by φ; I calls a pair incomparable where φ⁺ and φ⁻ contradict each other.
///
/// Assumes that differences of one criterion can be judged without the others, and thresholds that
/// mean something: q as large as the noise of measurement, p the smallest difference worth paying
/// for. Flows depend on which alternatives take part, so dropping a loser can change the winner
/// (De Keyser, Peeters, European Journal of Operational Research 89(3), 1996,
/// doi:10.1016/0377-2217(94)00307-6): ``IndependenceCheck`` looks for it.
public struct Promethee: ScoringMethod, OutrankingMethod {
  /// What sums of preferences are divided by.
  public enum Divisor: String, Sendable, Equatable, CaseIterable {
    /// m − 1, the number of rivals: the definition of the papers.
    case rivals
    /// m, as the R package MCDA 0.0.24 does: flows come out (m − 1)/m as large, in the same order.
    case alternatives
  }

  /// One for each criterion.
  public var functions: [PreferenceFunction]
  /// What sums are divided by.
  public var divisor: Divisor

  /// The method with one preference function for each criterion.
  public init(_ functions: [PreferenceFunction], divisor: Divisor = .rivals) {
    self.functions = functions
    self.divisor = divisor
  }

  /// The flows of a table.
  ///
  /// - Throws: if a cell is missing, a threshold is unusable or there is only one alternative, which
  ///   has no rival to be compared with.
  /// - Complexity: O(n·m log m) for m alternatives and n criteria, since all functions but the
  ///   Gaussian need a sort and a sweep only; O(m²) for each Gaussian criterion.
  public func evaluate(_ table: PerformanceTable) throws(MethodError) -> PrometheeFlows {
    try validate(table)
    let (count, criteria) = (table.alternativeCount, table.criterionCount)
    var leaving = [Double](repeating: 0, count: count)
    var entering = leaving
    var net = [Double](repeating: 0, count: count * criteria)
    var sweep = FlowSweep(count: count)
    var gains = [Double](repeating: 0, count: count)
    leaving.withUnsafeMutableBufferPointer { leaving in
      entering.withUnsafeMutableBufferPointer { entering in
        net.withUnsafeMutableBufferPointer { net in
          for column in 0..<criteria {
            table.copyGains(of: column, into: &gains)
            let ownNet = UnsafeMutableBufferPointer(rebasing: net[column...])
            let weight = table.contents.weights[column]
            gains.withUnsafeBufferPointer { gains in
              if let steps = functions[column].steps {
                sweep.add(
                  gains, steps: steps, weight: weight, leaving: leaving, entering: entering,
                  net: ownNet, stride: criteria)
              } else {
                Self.addPairs(
                  gains, functions[column], weight: weight, leaving: leaving, entering: entering,
                  net: ownNet, stride: criteria)
              }
            }
          }
          let scale = divisorValue(count)
          for index in leaving.indices {
            leaving[index] /= scale
            entering[index] /= scale
          }
          for index in net.indices { net[index] /= scale }
        }
      }
    }
    return PrometheeFlows(
      positive: leaving, negative: entering, net: zip(leaving, entering).map { $0 - $1 },
      criterionFlows: net)
  }

  /// π(a,b) of all pairs: alternatives × alternatives, row by row; the diagonal is 0.
  ///
  /// - Throws: as ``evaluate(_:)``.
  /// - Complexity: O(m²·n) time, O(m²) memory.
  public func preferenceIndices(_ table: PerformanceTable) throws(MethodError) -> [Double] {
    try validate(table)
    let count = table.alternativeCount
    var indices = [Double](repeating: 0, count: count * count)
    for (column, criterion) in table.criteria.enumerated() {
      let sign: Double = criterion.direction == .maximise ? 1 : -1
      let gains = (0..<count).map { sign * table.value($0, column) }
      for first in 0..<count {
        for second in 0..<count {
          indices[first * count + second] +=
            criterion.weight * functions[column](gains[first] - gains[second])
        }
      }
    }
    return indices
  }

  private func validate(_ table: PerformanceTable) throws(MethodError) {
    try table.requireComplete()
    guard functions.count == table.criterionCount else {
      throw .badParameter(
        name: "the number of preference functions", value: Double(functions.count),
        must: .count(table.criterionCount))
    }
    for (function, criterion) in zip(functions, table.criteria) {
      try function.validate(criterion: criterion.name)
    }
    guard table.alternativeCount > 1 else {
      throw .tooFewAlternatives(needed: 2, found: table.alternativeCount)
    }
  }

  private func divisorValue(_ count: Int) -> Double {
    Double(divisor == .rivals ? count - 1 : count)
  }

  private static func addPairs(
    _ gains: UnsafeBufferPointer<Double>, _ function: PreferenceFunction, weight: Double,
    leaving: UnsafeMutableBufferPointer<Double>, entering: UnsafeMutableBufferPointer<Double>,
    net: UnsafeMutableBufferPointer<Double>, stride: Int
  ) {
    for first in gains.indices {
      var (sum, loss) = (0.0, 0.0)
      for second in gains.indices {
        let difference = gains[first] - gains[second]
        if difference > 0 { sum += function(difference) } else { loss += function(-difference) }
      }
      leaving[first] += weight * sum
      entering[first] += weight * loss
      net[first * stride] = sum - loss
    }
  }
}

/// What PROMETHEE finds: flows, the ranking of II and the relation of I.
public struct PrometheeFlows: Scores, Outranking, Equatable {
  /// φ⁺, from 0 to 1: how strongly each alternative beats the others.
  public let positive: [Double]
  /// φ⁻, from 0 to 1: how strongly the others beat it.
  public let negative: [Double]
  /// φ = φ⁺ − φ⁻, from −1 to 1; the sum is 0 up to rounding.
  public let net: [Double]
  /// φ_k, the net flow on each criterion alone: alternatives × criteria, row by row. φ is their
  /// weighted sum, so weights act on it as on an additive value.
  public let criterionFlows: [Double]

  /// φ, which PROMETHEE II ranks by.
  public var scores: [Double] { net }

  /// The relation of PROMETHEE I: preferred if one of φ⁺ and φ⁻ is better and the other not worse,
  /// incomparable if they contradict each other. Flows within ``Ranking/tolerance`` count as equal.
  public func relation(_ first: Int, _ second: Int) -> Relation {
    let gain = positive[first] - positive[second]
    let loss = negative[first] - negative[second]
    let (isStronger, isWeaker) = (gain > Ranking.tolerance, gain < -Ranking.tolerance)
    let (isLessBeaten, isMoreBeaten) = (loss < -Ranking.tolerance, loss > Ranking.tolerance)
    switch (isStronger || isLessBeaten, isWeaker || isMoreBeaten) {
    case (true, true): return .incomparable
    case (true, false): return .preferred
    case (false, true): return .worse
    case (false, false): return .indifferent
    }
  }
}

extension PerformanceTable {
  /// Copies a column of a complete table, signs turned so that more is better.
  func copyGains(of column: Int, into gains: inout [Double]) {
    let isGain = contents.directions[column] == .maximise
    withColumns { columns in
      let values = columns[column]
      for row in values.indices { gains[row] = isGain ? values[row] : -values[row] }
    }
  }
}
