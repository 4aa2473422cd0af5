/// ELECTRE TRI (TRI-B): puts each alternative into one of several ordered classes by comparing it with
/// the profiles that separate them, and with nothing else: other alternatives do not matter.
///
/// Yu, "ELECTRE TRI: aspects méthodologiques et manuel d'utilisation", Document du LAMSADE 74,
/// Université Paris-Dauphine, 1992; Mousseau, Słowiński, Zielniewicz, Computers & Operations Research
/// 27(7–8), 2000, doi:10.1016/S0305-0548(99)00117-3. a outranks b if σ(a,b) is at least the cut, σ as
/// in ``ElectreIII``.
public struct ElectreTri: SortingMethod {
  /// Which class an alternative gets that profiles do not place beyond doubt.
  public enum Rule: String, Sendable, Equatable, CaseIterable {
    /// The highest class whose lower profile the alternative outranks.
    case pessimistic
    /// The class below the lowest profile that is strictly preferred to the alternative: it outranks
    /// the alternative and not the other way round.
    case optimistic
  }

  /// One for each criterion.
  public var thresholds: [ElectreThresholds]
  /// The profiles between the classes, worst to best, each with a value for each criterion in its
  /// unit. They make one class more than there are profiles.
  public var profiles: [[Double]]
  /// The credibility from which on a statement counts, from 0.5 to 1, within 1e-9.
  public var cut: Double
  /// What ``ElectreTriResult/classes`` holds.
  public var rule: Rule

  /// The method with thresholds for each criterion.
  public init(
    _ thresholds: [ElectreThresholds], profiles: [[Double]], cut: Double,
    rule: Rule = .pessimistic
  ) {
    self.thresholds = thresholds
    self.profiles = profiles
    self.cut = cut
    self.rule = rule
  }

  /// Classes by both rules.
  ///
  /// - Throws: if a profile is worse than the one before it on some criterion, or any parameter is
  ///   out of its range.
  /// - Complexity: O(m·h·n) for m alternatives, h profiles, n criteria.
  public func evaluate(_ table: PerformanceTable) throws(MethodError) -> ElectreTriResult {
    try table.requireComplete()
    try thresholds.validate(for: table)
    guard cut >= 0.5 && cut <= 1 else {
      throw .badParameter(name: "cut", value: cut, must: .between(0.5, 1))
    }
    try validateProfiles(table)
    let weights = table.weights
    var (over, under): ([Double], [Double]) = ([], [])
    for row in 0..<table.alternativeCount {
      for profile in profiles {
        let gains = table.criteria.indices.map { column in
          let difference = profile[column] - table.value(row, column)
          return table.criteria[column].direction == .maximise ? difference : -difference
        }
        over.append(thresholds.credibility(gains, weights: weights).credibility)
        under.append(thresholds.credibility(gains.map { -$0 }, weights: weights).credibility)
      }
    }
    let least = cut - 1e-9
    var (pessimistic, optimistic): ([Int], [Int]) = ([], [])
    for row in 0..<table.alternativeCount {
      let start = row * profiles.count
      let outranked = profiles.indices.last { over[start + $0] >= least }
      pessimistic.append(outranked.map { $0 + 1 } ?? 0)
      let preferred = profiles.indices.first {
        under[start + $0] >= least && over[start + $0] < least
      }
      optimistic.append(preferred ?? profiles.count)
    }
    return ElectreTriResult(
      credibilityOverProfiles: over, credibilityUnderProfiles: under, pessimistic: pessimistic,
      optimistic: optimistic, rule: rule)
  }

  private func validateProfiles(_ table: PerformanceTable) throws(MethodError) {
    for (index, profile) in profiles.enumerated() {
      let name = "profile \(index + 1)"
      guard profile.count == table.criterionCount else {
        throw .badParameter(
          name: "the number of values", of: name, value: Double(profile.count),
          must: .count(table.criterionCount))
      }
      for (column, value) in profile.enumerated() {
        guard value.magnitude <= PerformanceTable.largestValue else {
          throw .badParameter(
            name: "'\(table.criteria[column].name)'", of: name, value: value, must: .finite)
        }
        guard index > 0 else { continue }
        let before = profiles[index - 1][column]
        let isWorse =
          table.criteria[column].direction == .maximise ? value < before : value > before
        if isWorse {
          throw .badParameter(
            name: "'\(table.criteria[column].name)'", of: name, value: value,
            must: .atLeast("as good as \(before), its value in the profile before"))
        }
      }
    }
  }
}

/// What ELECTRE TRI finds. Classes count from 0, the worst.
public struct ElectreTriResult: Classification, Equatable {
  /// σ(a,b) of each alternative over each profile: alternatives × profiles, row by row.
  public let credibilityOverProfiles: [Double]
  /// σ(b,a) of each profile over each alternative: alternatives × profiles, row by row.
  public let credibilityUnderProfiles: [Double]
  /// The classes by the pessimistic rule; never above the optimistic ones.
  public let pessimistic: [Int]
  /// The classes by the optimistic rule.
  public let optimistic: [Int]
  /// The rule behind ``classes``.
  public let rule: ElectreTri.Rule

  /// The classes by the chosen rule.
  public var classes: [Int] { rule == .pessimistic ? pessimistic : optimistic }
}
