internal import ReproducibleMath

/// How strongly a difference on one criterion speaks for the better alternative: one of the six
/// functions of Brans, Vincke, Management Science 31(6), 1985, doi:10.1287/mnsc.31.6.647.
///
/// A difference d is own value minus other value in the criterion's unit, sign turned for criteria
/// to minimise. Preference goes from 0 (none) to 1 (strict), and is 0 for d ≤ 0. Thresholds belong
/// to the lower side: nothing changes before d exceeds them.
public enum PreferenceFunction: Sendable, Equatable {
  /// 1 for any d > 0.
  case usual
  /// 1 for d > `indifference`.
  case uShape(indifference: Double)
  /// d / `preference`, at most 1; with `preference` 0 the usual function.
  case vShape(preference: Double)
  /// ½ for d > `indifference`, 1 for d > `preference`.
  case level(indifference: Double, preference: Double)
  /// 0 up to `indifference`, 1 from `preference`, straight between; with equal thresholds a U shape.
  case linear(indifference: Double, preference: Double)
  /// 1 − exp(−d²/2s²).
  case gaussian(s: Double)

  /// The preference for a difference.
  public func callAsFunction(_ difference: Double) -> Double {
    guard difference > 0 else { return 0 }
    switch self {
    case .gaussian(let s):
      let ratio = difference / s
      return -ReproducibleMath.expm1(-ratio * ratio / 2)
    case .usual, .uShape, .vShape, .level, .linear:
      guard let steps else { return 0 }
      if difference <= steps.low { return 0 }
      if difference > steps.high { return 1 }
      return steps.isSloped ? (difference - steps.low) / (steps.high - steps.low) : 0.5
    }
  }

  /// The function as what happens between two thresholds; nil for the Gaussian.
  var steps: Steps? {
    switch self {
    case .usual: Steps(low: 0, high: 0, isSloped: false)
    case .uShape(let q): Steps(low: q, high: q, isSloped: false)
    case .vShape(let p): Steps(low: 0, high: p, isSloped: true)
    case .level(let q, let p): Steps(low: q, high: p, isSloped: false)
    case .linear(let q, let p): Steps(low: q, high: p, isSloped: true)
    case .gaussian: nil
    }
  }

  /// 0 up to `low`, 1 above `high`, and between a slope or ½.
  struct Steps {
    let low: Double
    let high: Double
    let isSloped: Bool
  }

  /// Makes sure that thresholds are usable: 0 ≤ indifference ≤ preference, s > 0, all finite.
  func validate(criterion: String) throws(MethodError) {
    func require(
      _ isMet: Bool, _ name: String, _ value: Double, _ must: MethodError.Requirement
    ) throws(MethodError) {
      if !isMet { throw .badParameter(name: name, of: criterion, value: value, must: must) }
    }
    if case .gaussian(let s) = self {
      try require(s.isFinite, "s", s, .finite)
      try require(s > 0, "s", s, .positive)
    } else if let steps {
      try require(steps.low.isFinite, "q", steps.low, .finite)
      try require(steps.high.isFinite, "p", steps.high, .finite)
      try require(steps.low >= 0, "q", steps.low, .notNegative)
      try require(steps.high >= 0, "p", steps.high, .notNegative)
      try require(steps.high >= steps.low, "p", steps.high, .atLeast("q"))
    }
  }
}
