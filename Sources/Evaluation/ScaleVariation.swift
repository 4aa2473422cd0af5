import DecisionModel
import Fit
import Measures

/// The same questions for the scales as for the weights: would another option lead if a scale's ends
/// lay elsewhere, or if what lies between them counted more or less?
///
/// A scale is a judgement laid down before offers are opened. Its ends are moved by a fifth of its
/// length, one end at a time, and its course is bent by v + k·v·(1 − v) with k = ±½, which keeps the
/// ends and the order of all answers. Since points are sums, each change is one addition an offer.
/// Knock-outs stay as judged, and missing answers where they are.
struct ScaleVariation {
  let decision: Decision
  let assessments: [OfferAssessment]
  let standings: Standings

  /// How far an end moves, as a share of the scale.
  private static let shift = Amount(units: Amount.unitsPerWhole / 5)
  /// How much a scale is bent.
  private static let bend = 0.5

  /// All changes that were tried, and those that change the leader; `nil` with fewer than two ranked
  /// offers.
  func result() -> ScaleRobustness? {
    guard standings.order.count > 1, let leader = standings.order.first else { return nil }
    var tried = 0
    var turning: [ScaleChange] = []
    func test(
      _ scope: ScaleChange.Scope, _ leaves: [Int], _ kind: ScaleChange.Kind
    ) {
      guard let points = points(leaves: leaves, kind) else { return }
      tried += 1
      guard let first = first(points), first != leader,
        points[first] > points[leader] + Standings.tolerance
      else { return }
      turning.append(
        ScaleChange(
          scope: scope, criterion: scope == .one ? decision.criteria.nodes[leaves[0]].path : nil,
          kind: kind, leader: assessments[first].offer.declaration.id,
          lead: points[first] - points[leader]))
    }
    for leaf in decision.criteria.leaves where decision.criteria.globalWeight(of: leaf) > 0 {
      for kind in ScaleChange.Kind.allCases { test(.one, [leaf], kind) }
    }
    for kind in [ScaleChange.Kind.bentUp, .bentDown] {
      test(.allLevels, questions(areLevels: true), kind)
      test(.allFigures, questions(areLevels: false), kind)
    }
    return ScaleRobustness(tried: tried, turning: turning)
  }

  private func questions(areLevels: Bool) -> [Int] {
    decision.criteria.leaves.filter {
      guard case .question(let scale) = decision.criteria.nodes[$0].role else { return false }
      if case .levels = scale { return areLevels }
      return !areLevels
    }
  }

  /// The ranked offer with the most points.
  private func first(_ points: [Double]) -> Int? {
    standings.ranked.max { points[$0] < points[$1] }
  }

  /// Points of all offers with the scales of some leaves changed; `nil` if the change does not exist
  /// for any of them.
  private func points(leaves: [Int], _ kind: ScaleChange.Kind) -> [Double]? {
    var points = standings.points
    var exists = false
    for leaf in leaves {
      let weight = 100 * decision.criteria.globalWeight(of: leaf)
      for offer in standings.ranked {
        guard let change = change(of: leaf, offer: offer, kind) else { continue }
        exists = true
        points[offer] += weight * change
      }
    }
    return exists ? points : nil
  }

  /// By how much the value of an offer on a leaf changes; `nil` if the scale knows no such change.
  private func change(of leaf: Int, offer: Int, _ kind: ScaleChange.Kind) -> Double? {
    switch decision.criteria.nodes[leaf].role {
    case .cost(let scale):
      guard let now = assessments[offer].cost.value else { return nil }
      return cost(offer, on: scale, kind).map { $0 - now }
    case .question(let scale):
      guard let value = assessments[offer].values[leaf], value.isAnswered else { return nil }
      if let bent = bent(value.point, kind) { return bent - value.point }
      guard case .numeric(let numeric) = scale, let factor = stretch(kind),
        let fixed = fixedEnd(of: numeric, kind),
        case .figure(_, let likely, _)? = assessments[offer].offer.answers[leaf]?.reading,
        let figure = try? fixed.adding(likely.subtracting(fixed).divided(by: factor))
      else { return nil }
      return numeric.value(of: figure) - value.point
    case .branch, .root: return nil
    }
  }

  private func cost(_ offer: Int, on scale: CostScale, _ kind: ScaleChange.Kind) -> Double? {
    guard let presentValue = assessments[offer].cost.total.presentValue,
      let now = assessments[offer].cost.value
    else { return nil }
    // Below the worst end the course stays straight (`rulings.md` R7).
    if now >= 0, let bent = bent(now, kind) { return bent }
    guard let factor = stretch(kind)?.double else { return now }
    let (best, worst) = (scale.best.double, scale.worst.double)
    let length = (worst - best) * factor
    let isBest = kind == .bestFurther || kind == .bestNearer
    let end = isBest ? worst : best + length
    return min((end - presentValue) / length, 1)
  }

  private func bent(_ value: Double, _ kind: ScaleChange.Kind) -> Double? {
    switch kind {
    case .bentUp: value + ScaleVariation.bend * value * (1 - value)
    case .bentDown: value - ScaleVariation.bend * value * (1 - value)
    case .bestFurther, .bestNearer, .worstFurther, .worstNearer: nil
    }
  }

  /// The scale's new length as a multiple of the old.
  private func stretch(_ kind: ScaleChange.Kind) -> Amount? {
    switch kind {
    case .bestFurther, .worstFurther: try? Amount.one.adding(ScaleVariation.shift)
    case .bestNearer, .worstNearer: try? Amount.one.subtracting(ScaleVariation.shift)
    case .bentUp, .bentDown: nil
    }
  }

  /// The end that stays; `nil` where the best or the worst figure is not at an end, so that there is
  /// no end to move.
  private func fixedEnd(of scale: NumericScale, _ kind: ScaleChange.Kind) -> Amount? {
    guard let best = scale.best?.figure, let worst = scale.worst?.figure,
      let first = scale.points.first?.figure, let last = scale.points.last?.figure,
      Set([best, worst]) == Set([first, last])
    else { return nil }
    switch kind {
    case .bestFurther, .bestNearer: return worst
    case .worstFurther, .worstNearer: return best
    case .bentUp, .bentDown: return nil
    }
  }
}
