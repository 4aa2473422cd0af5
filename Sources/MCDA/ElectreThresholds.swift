/// What differences on one criterion mean to ELECTRE III and TRI, in the criterion's unit.
///
/// "a is at least as good as b" is judged by d, by how much b is better than a. Roy, "The outranking
/// approach and the foundations of ELECTRE methods", Theory and Decision 31, 1991,
/// doi:10.1007/BF00134132. Thresholds are constants here, not functions of the value.
public struct ElectreThresholds: Sendable, Equatable {
  /// q, at least 0: up to this d the criterion agrees fully.
  public var indifference: Double
  /// p, at least q: from this d on it does not agree at all; straight between.
  public var preference: Double
  /// v, at least p: from this d on it forbids the statement; nil for a criterion without veto.
  public var veto: Double?

  /// Thresholds 0 ≤ `indifference` ≤ `preference` ≤ `veto`.
  public init(indifference: Double, preference: Double, veto: Double? = nil) {
    self.indifference = indifference
    self.preference = preference
    self.veto = veto
  }

  /// How far the criterion agrees that the one behind by `difference` is at least as good: 1 up to
  /// q, 0 from p.
  public func concordance(_ difference: Double) -> Double {
    if difference <= indifference { return 1 }
    if difference >= preference { return 0 }
    return (preference - difference) / (preference - indifference)
  }

  /// How far the criterion objects: 0 up to p, 1 from v (if v equals p: above it); always 0 without
  /// a veto.
  public func discordance(_ difference: Double) -> Double {
    guard let veto, difference > preference else { return 0 }
    if difference >= veto { return 1 }
    return (difference - preference) / (veto - preference)
  }

  func validate(criterion: String) throws(MethodError) {
    func require(
      _ isMet: Bool, _ name: String, _ value: Double, _ must: MethodError.Requirement
    ) throws(MethodError) {
      if !isMet { throw .badParameter(name: name, of: criterion, value: value, must: must) }
    }
    try require(indifference.isFinite, "q", indifference, .finite)
    try require(preference.isFinite, "p", preference, .finite)
    try require(indifference >= 0, "q", indifference, .notNegative)
    try require(preference >= indifference, "p", preference, .atLeast("q"))
    if let veto {
      try require(veto.isFinite, "v", veto, .finite)
      try require(veto >= preference, "v", veto, .atLeast("p"))
    }
  }
}

extension [ElectreThresholds] {
  /// Makes sure that there is one for each criterion, each usable.
  func validate(for table: PerformanceTable) throws(MethodError) {
    guard count == table.criterionCount else {
      throw .badParameter(
        name: "the number of thresholds", value: Double(count),
        must: .count(table.criterionCount))
    }
    for (thresholds, criterion) in zip(self, table.criteria) {
      try thresholds.validate(criterion: criterion.name)
    }
  }

  /// C, the weighted concordance, and σ = C · Π (1 − D_k)/(1 − C) over the criteria that object more
  /// than all agree (D_k > C).
  ///
  /// - Parameter differences: by how much the other one is better on each criterion.
  func credibility(
    _ differences: [Double], weights: [Double]
  ) -> (concordance: Double, credibility: Double) {
    var concordance = 0.0
    for index in indices {
      concordance += weights[index] * self[index].concordance(differences[index])
    }
    // Weights sum to 1 up to rounding only; full agreement is exactly 1.
    if concordance > 1 - 1e-12 { return (1, 1) }
    var credibility = concordance
    for index in indices {
      let discordance = self[index].discordance(differences[index])
      if discordance > concordance { credibility *= (1 - discordance) / (1 - concordance) }
    }
    return (concordance, credibility)
  }
}

extension PerformanceTable {
  /// By how much `second` is better than `first` on each criterion, in its unit.
  func advantages(of second: Int, over first: Int) -> [Double] {
    criteria.indices.map {
      let difference = value(second, $0) - value(first, $0)
      return criteria[$0].direction == .maximise ? difference : -difference
    }
  }
}
