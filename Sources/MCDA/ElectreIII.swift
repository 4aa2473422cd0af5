/// ELECTRE III: a credibility for each statement "a is at least as good as b", two rankings that are
/// distilled from it from the top and from the bottom, and what both agree on.
///
/// Roy, "ELECTRE III: un algorithme de classements fondé sur une représentation floue des préférences
/// en présence de critères multiples", Cahiers du CERO 20(1), 1978; in English: Figueira, Mousseau,
/// Roy, "ELECTRE methods", in "Multiple Criteria Decision Analysis", Springer 2005,
/// doi:10.1007/0-387-23081-5_4.
///
/// Distillation: λ₀ is the largest credibility among those left, λ₁ the largest one below
/// λ₀ − s(λ₀), or 0. a beats b if σ(a,b) > λ₁ and σ(a,b) > σ(b,a) + s(σ(a,b)). The qualification of a
/// is how many it beats minus how many beat it. Those with the highest qualification (descending; the
/// lowest, ascending) are distilled again among themselves from λ₁ on, until one is left or λ is 0,
/// and form a class.
///
/// Assumes that weights are votes, not rates of exchange. Rankings depend on which alternatives take
/// part. The R package MCDA 0.0.24 gives other ascending rankings.
public struct ElectreIII: OutrankingMethod {
  /// How those with the same qualification are told apart.
  public enum TieDistillation: String, Sendable, Equatable, CaseIterable {
    /// From λ₁ on, to ever lower cut levels, with s(σ(a,b)) as the difference that counts: Roy's.
    case continued
    /// Anew, from the largest credibility among them, until that parts them no further, with s(λ₀)
    /// as the difference that counts: as pyDecision 5.1.8 does. Rankings differ in about one of
    /// eight random tables.
    case restarted
  }

  /// One for each criterion.
  public var thresholds: [ElectreThresholds]
  /// s(λ) = `alpha`·λ + `beta`, the difference of credibilities that counts; 0.30 − 0.15 λ is Roy's.
  public var alpha: Double
  /// See ``alpha``.
  public var beta: Double
  /// How those with the same qualification are told apart.
  public var tieDistillation: TieDistillation

  /// The method with thresholds for each criterion; s(λ) must be at least 0 from λ = 0 to 1.
  public init(
    _ thresholds: [ElectreThresholds], alpha: Double = -0.15, beta: Double = 0.30,
    tieDistillation: TieDistillation = .continued
  ) {
    self.thresholds = thresholds
    self.alpha = alpha
    self.beta = beta
    self.tieDistillation = tieDistillation
  }

  /// Credibilities, both rankings and the relation that both support.
  ///
  /// - Complexity: O(m²·n) for the credibilities of m alternatives on n criteria, O(m²) for each cut
  ///   level of each class that is distilled; O(m²) memory.
  public func evaluate(_ table: PerformanceTable) throws(MethodError) -> ElectreIIIResult {
    try table.requireComplete()
    try thresholds.validate(for: table)
    for value in [alpha, beta] where !value.isFinite {
      throw .badParameter(name: "s(λ)", value: value, must: .finite)
    }
    for value in [beta, alpha + beta] where value < 0 {
      throw .badParameter(name: "s(λ)", value: value, must: .notNegative)
    }
    let count = table.alternativeCount
    let weights = table.weights
    var concordance = [Double](repeating: 1, count: count * count)
    var credibility = concordance
    for first in 0..<count {
      for second in 0..<count where second != first {
        let cell = first * count + second
        (concordance[cell], credibility[cell]) = thresholds.credibility(
          table.advantages(of: second, over: first), weights: weights)
      }
    }
    let distillation = Distillation(
      credibility: credibility, count: count, alpha: alpha, beta: beta,
      ties: tieDistillation)
    return ElectreIIIResult(
      concordance: concordance, credibility: credibility,
      descending: distillation.classes(best: true),
      ascending: distillation.classes(best: false).reversed())
  }

  /// D_k(a,b), how far a criterion objects to "a is at least as good as b": alternatives ×
  /// alternatives, row by row, for one column, which must exist.
  ///
  /// - Throws: as ``evaluate(_:)``.
  /// - Complexity: O(m²).
  public func discordances(
    _ table: PerformanceTable, criterion: Int
  ) throws(MethodError) -> [Double] {
    try table.requireComplete()
    try thresholds.validate(for: table)
    let sign: Double = table.criteria[criterion].direction == .maximise ? 1 : -1
    let gains = (0..<table.alternativeCount).map { sign * table.value($0, criterion) }
    return gains.flatMap { own in gains.map { thresholds[criterion].discordance($0 - own) } }
  }
}

/// What ELECTRE III finds.
public struct ElectreIIIResult: Outranking, Equatable {
  /// C(a,b): alternatives × alternatives, row by row; the diagonal is 1.
  public let concordance: [Double]
  /// σ(a,b): alternatives × alternatives, row by row; the diagonal is 1.
  public let credibility: [Double]
  /// Classes from best to worst, distilled from the top; within a class by index.
  public let descending: [[Int]]
  /// Classes from best to worst, distilled from the bottom.
  public let ascending: [[Int]]
  /// The place of each alternative in the two rankings, 0 for the best class.
  private let places: [(descending: Int, ascending: Int)]

  init(
    concordance: [Double], credibility: [Double], descending: [[Int]], ascending: [[Int]]
  ) {
    self.concordance = concordance
    self.credibility = credibility
    self.descending = descending
    self.ascending = ascending
    var places = [(descending: Int, ascending: Int)](
      repeating: (0, 0), count: descending.reduce(0) { $0 + $1.count })
    for (place, members) in descending.enumerated() {
      for member in members { places[member].descending = place }
    }
    for (place, members) in ascending.enumerated() {
      for member in members { places[member].ascending = place }
    }
    self.places = places
  }

  /// The final partial order: preferred if ahead in one ranking and not behind in the other,
  /// incomparable if the rankings contradict each other.
  public func relation(_ first: Int, _ second: Int) -> Relation {
    let (a, b) = (places[first], places[second])
    let isAhead = a.descending < b.descending || a.ascending < b.ascending
    let isBehind = a.descending > b.descending || a.ascending > b.ascending
    switch (isAhead, isBehind) {
    case (true, true): return .incomparable
    case (true, false): return .preferred
    case (false, true): return .worse
    case (false, false): return .indifferent
    }
  }

  /// Results are equal if all figures and both rankings are.
  public static func == (a: ElectreIIIResult, b: ElectreIIIResult) -> Bool {
    a.concordance == b.concordance && a.credibility == b.credibility
      && a.descending == b.descending && a.ascending == b.ascending
  }
}

/// Takes alternatives off the top or the bottom, class by class.
private struct Distillation {
  let credibility: [Double]
  let count: Int
  let alpha: Double
  let beta: Double
  let ties: ElectreIII.TieDistillation

  /// Credibilities this close count as equal, so that rounding never decides.
  private static let tolerance = 1e-9

  /// Classes in the order in which they are taken off.
  func classes(best: Bool) -> [[Int]] {
    var left = Array(0..<count)
    var classes: [[Int]] = []
    while !left.isEmpty {
      let taken = nextClass(of: left, best: best)
      classes.append(taken)
      left.removeAll { taken.contains($0) }
    }
    return classes
  }

  private func nextClass(of all: [Int], best: Bool) -> [Int] {
    var members = all
    var level = pairs(members).max() ?? 0
    while members.count > 1 && level > Self.tolerance {
      let next = pairs(members).filter { $0 < level - threshold(level) - Self.tolerance }.max() ?? 0
      let margin = ties == .restarted ? threshold(level) : nil
      let qualifications = members.map {
        qualification($0, among: members, cut: next, margin: margin)
      }
      let chosen = best ? qualifications.max() : qualifications.min()
      let tied = zip(members, qualifications).filter { $0.1 == chosen }.map(\.0)
      switch ties {
      case .continued: level = next
      case .restarted: level = tied.count < members.count ? pairs(tied).max() ?? 0 : 0
      }
      members = tied
    }
    return members
  }

  private func pairs(_ members: [Int]) -> [Double] {
    members.flatMap { a in members.filter { $0 != a }.map { credibility[a * count + $0] } }
  }

  private func threshold(_ level: Double) -> Double { alpha * level + beta }

  private func qualification(
    _ member: Int, among members: [Int], cut: Double, margin: Double?
  ) -> Int {
    members.reduce(0) { sum, other in
      guard other != member else { return sum }
      let won = beats(member, other, cut: cut, margin: margin)
      let lost = beats(other, member, cut: cut, margin: margin)
      return sum + (won ? 1 : 0) - (lost ? 1 : 0)
    }
  }

  private func beats(_ a: Int, _ b: Int, cut: Double, margin: Double?) -> Bool {
    let (forth, back) = (credibility[a * count + b], credibility[b * count + a])
    return forth > cut + Self.tolerance
      && forth > back + (margin ?? threshold(forth)) + Self.tolerance
  }
}
