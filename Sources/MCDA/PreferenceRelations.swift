/// What follows about alternatives from an additive value model if weights are known only to lie in a
/// set: who is ahead for all of them, who for some, who may be the best, and what a choice can cost.
/// Exact.
///
/// Necessary and possible preference: Greco, Mousseau, Słowiński, European Journal of Operational
/// Research 191(2), 2008, doi:10.1016/j.ejor.2007.08.013. Potential optimality: Hazen, Operations
/// Research 34(2), 1986, doi:10.1287/opre.34.2.296. Regret over incomplete preferences: Boutilier,
/// Patrascu, Poupart, Schuurmans, Artificial Intelligence 170(8–9), 2006,
/// doi:10.1016/j.artint.2006.02.003.
///
/// An alternative that nobody dominates can still never be the best: ``potentials`` tells.
public struct PreferenceRelations: Sendable, Equatable {
  /// Whether an alternative can be the best.
  public enum Potential: String, Sendable, Equatable {
    /// For some weights it is strictly ahead of all others.
    case best
    /// At most level with the best of the others.
    case tied
    /// Some other one is ahead whatever the weights.
    case never
  }

  /// The number of alternatives, at least 1.
  public let alternativeCount: Int
  /// The least lead of a over b: alternatives × alternatives, row by row; 0 on the diagonal.
  public let smallestLeads: [Double]
  /// The most that the best alternative can be ahead of each one, at least 0.
  public let maximumRegrets: [Double]
  /// The largest lead each one can have over the best of the others at the same weights; below 0 it
  /// is never the best. Nil for an alternative without rivals.
  public let bestLeads: [Double?]
  /// Weights at which an alternative is as far ahead, or as little behind, as it can be; nil without
  /// rivals.
  public let bestWeights: [[Double]?]
  /// Leads up to this count as level.
  public let tolerance: Double

  /// Analyses values.
  ///
  /// - Parameters:
  ///   - values: alternatives × criteria, row by row, on value scales: more is better, and scales
  ///     are comparable by weights.
  ///   - weights: the weights that are possible.
  ///   - tolerance: leads up to this count as level.
  /// - Complexity: O(m²·n) for m alternatives and n criteria over the simplex and for an order,
  ///   O(m²·n log n) for boxes, otherwise m² linear programs; and m of them for ``bestLeads``.
  public init(
    values: [Double], weights: WeightSet, tolerance: Double = Ranking.tolerance
  ) throws(WeightSetError) {
    let criteria = weights.count
    guard !values.isEmpty, values.count % criteria == 0 else {
      throw .wrongCount(expected: criteria, found: values.count)
    }
    if let bad = values.first(where: { !($0.magnitude <= AdditiveValue.largestValue) }) {
      throw .badValue(bad)
    }
    let count = values.count / criteria
    func differences(_ a: Int, _ b: Int) -> [Double] {
      (0..<criteria).map { values[a * criteria + $0] - values[b * criteria + $0] }
    }
    var leads = [Double](repeating: 0, count: count * count)
    for a in 0..<count {
      for b in 0..<count where b != a {
        leads[a * count + b] = try weights.smallest(differences(a, b)).value
      }
    }
    var bestLeads = [Double?](repeating: nil, count: count)
    var bestWeights = [[Double]?](repeating: nil, count: count)
    if count > 1 {
      for a in 0..<count {
        let others = (0..<count).filter { $0 != a }.map { differences(a, $0) }
        let best = try Self.potential(others, weights: weights)
        (bestLeads[a], bestWeights[a]) = (best.value, best.weights)
      }
    }
    alternativeCount = count
    smallestLeads = leads
    maximumRegrets = (0..<count).map { a in
      (0..<count).reduce(0) { max($0, -leads[a * count + $1]) }
    }
    self.bestLeads = bestLeads
    self.bestWeights = bestWeights
    self.tolerance = tolerance
  }

  /// The weights with the largest of the smallest leads: maximise δ, Σ w·d ≥ δ for all rivals.
  private static func potential(
    _ others: [[Double]], weights: WeightSet
  ) throws(WeightSetError) -> WeightSet.Minimum {
    let count = weights.count
    if case .order(let order) = weights.shape {
      // Every w in the set is a mixture of its corners, equal shares for the first r criteria.
      let corners = others.map { difference in
        var sum = 0.0
        return order.enumerated().map { position, index in
          sum += difference[index]
          return sum / Double(position + 1)
        }
      }
      let best = try potential(corners, weights: WeightSet(.simplex, count: count))
      var (weight, mixed) = (0.0, [Double](repeating: 0, count: count))
      for (position, index) in order.enumerated().reversed() {
        weight += best.weights[position] / Double(position + 1)
        mixed[index] = weight
      }
      return .init(value: best.value, weights: mixed)
    }
    // In units of the largest difference, so that δ is of the size of the weights.
    let unit = others.reduce(0) { $1.reduce($0) { max($0, $1.magnitude) } }
    guard unit > 0 else {
      return .init(value: 0, weights: try weights.smallest(others[0]).weights)
    }
    var rows = weights.constraints.map {
      LinearProgram.Constraint($0.coefficients + [0], $0.relation, $0.bound)
    }
    rows += others.map { .init($0.map { $0 / unit } + [-1], .atLeast, 0) }
    do {
      let program = try LinearProgram(
        .maximise, [Double](repeating: 0, count: count) + [1], subjectTo: rows,
        freeVariables: [count])
      guard let solution = try program.solution() else { throw WeightSetError.empty }
      let best = Array(solution.variables[0..<count])
      // The lead at these weights, from the differences themselves.
      let lead = others.map { zip($0, best).reduce(0) { $0 + $1.0 * $1.1 } }.min() ?? 0
      return .init(value: lead, weights: best)
    } catch { throw .notSolved }
  }

  /// Whether a is at least as good as b for all weights. Both must exist.
  public func isNecessarilyPreferred(_ a: Int, _ b: Int) -> Bool {
    smallestLeads[a * alternativeCount + b] >= -tolerance
  }

  /// Whether a is at least as good as b for some weights. Both must exist.
  public func isPossiblyPreferred(_ a: Int, _ b: Int) -> Bool {
    -smallestLeads[b * alternativeCount + a] >= -tolerance
  }

  /// Whether each alternative can be the best; one without rivals is.
  public var potentials: [Potential] {
    bestLeads.map {
      guard let lead = $0, lead <= tolerance else { return .best }
      return lead >= -tolerance ? .tied : .never
    }
  }

  /// Ranks by maximum regret, the smallest first: its winner is the minimax-regret choice.
  public var regretRanking: Ranking { Ranking(maximumRegrets.map { -$0 }, tolerance: tolerance) }
}
