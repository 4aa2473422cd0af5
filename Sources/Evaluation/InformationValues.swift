import DecisionModel
import Fit
import MCDA
import Measures
import ReproducibleMath
import Sensitivity
import TotalCost

/// What each uncertain value would be worth to know before choosing, and what knowing all would be
/// (`methods.md` A8, `rulings.md` R1).
///
/// Answers have closed forms. The cost of an offer is one uncertain thing, since its prices and
/// quantities hang together; it is drawn, and so is the worth of knowing everything.
struct InformationValues {
  let decision: Decision
  let assessments: [OfferAssessment]
  let standings: Standings
  /// Values of the offers' cost on its scale, one a draw; empty where it is certain.
  private let costs: [[Double]]
  /// Mean points of each offer.
  private let means: [Double]

  /// Draws of everything at once.
  private static let draws = RandomStream.drawsPerBlock

  init(
    decision: Decision, assessments: [OfferAssessment], standings: Standings, risk: CostRisk?
  ) {
    self.decision = decision
    self.assessments = assessments
    self.standings = standings
    costs = InformationValues.costs(decision: decision, assessments: assessments, risk: risk)
    let tree = decision.criteria
    let costWeight = tree.costNode.map { 100 * tree.globalWeight(of: $0) } ?? 0
    let drawn = costs
    means = assessments.indices.map { offer in
      var points = standings.points[offer]
      for leaf in tree.leaves {
        guard let value = assessments[offer].values[leaf] else { continue }
        points +=
          100 * tree.globalWeight(of: leaf) * (value.spread.mean(else: value.point) - value.point)
      }
      if !drawn[offer].isEmpty, let value = assessments[offer].cost.value {
        points += costWeight * (drawn[offer].reduce(0, +) / Double(drawn[offer].count) - value)
      }
      return points
    }
  }

  /// `nil` with fewer than two ranked offers, or where nothing is uncertain.
  func result() -> InformationResult? {
    guard standings.ranked.count > 1 else { return nil }
    var items: [InformationResult.Item] = []
    var uncertain = 0
    let tree = decision.criteria
    for offer in byName {
      for leaf in tree.leaves {
        guard let value = assessments[offer].values[leaf],
          let distribution = value.spread.distribution, tree.globalWeight(of: leaf) > 0
        else { continue }
        uncertain += 1
        let points = ValueOfInformation(
          on: distribution, weight: 100 * tree.globalWeight(of: leaf)
        ).value(own: means[offer], bestRival: bestRival(of: offer))
        guard points > InformationValues.least else { continue }
        items.append(
          item(offer, path: tree.nodes[leaf].path, kind: kind(of: value), points: points))
      }
      if !costs[offer].isEmpty {
        uncertain += 1
        let points = costWorth(of: offer)
        if points > InformationValues.least {
          items.append(item(offer, path: nil, kind: .cost, points: points))
        }
      }
    }
    guard uncertain > 0 else { return nil }
    let order = items.indices.sorted {
      items[$0].points != items[$1].points ? items[$0].points > items[$1].points : $0 < $1
    }
    return InformationResult(
      everything: everything(), items: order.map { items[$0] },
      worthless: uncertain - items.count)
  }

  /// Ranked offers by identifier, so that the order of offers changes nothing.
  private var byName: [Int] {
    standings.ranked.sorted {
      assessments[$0].offer.declaration.id < assessments[$1].offer.declaration.id
    }
  }

  /// Less than this many points is rounding, not worth.
  private static let least = 1e-9

  private func item(
    _ offer: Int, path: String?, kind: InformationResult.Item.Kind, points: Double
  ) -> InformationResult.Item {
    InformationResult.Item(
      offer: assessments[offer].offer.declaration.id, criterion: path, kind: kind, points: points,
      money: money(points))
  }

  /// What points are worth in money: what lowering the cost would have to bring for as many.
  private func money(_ points: Double) -> Double? {
    guard let node = decision.criteria.costNode, let scale = decision.criteria.costScale else {
      return nil
    }
    let weight = decision.criteria.globalWeight(of: node)
    return weight > 0
      ? points / 100 * (scale.worst.double - scale.best.double) / weight : nil
  }

  private func kind(of value: AnswerValue) -> InformationResult.Item.Kind {
    if !value.isAnswered { return .missing }
    if case .triangular = value.spread { return .range }
    return .unproven
  }

  private func bestRival(of offer: Int) -> Double {
    standings.ranked.filter { $0 != offer }.map { means[$0] }.max() ?? 0
  }

  // MARK: What is drawn

  /// Values of costs in the draws of the first block, common quantities alike for all offers.
  private static func costs(
    decision: Decision, assessments: [OfferAssessment], risk: CostRisk?
  ) -> [[Double]] {
    guard let scale = decision.criteria.costScale, let risk else {
      return assessments.map { _ in [] }
    }
    let (best, worst) = (scale.best.double, scale.worst.double)
    let drawn = risk.firstDraws(InformationValues.draws)
    return assessments.indices.map { offer in
      assessments[offer].cost.value == nil
        ? [] : (drawn[offer] ?? []).map { min((worst - $0) / (worst - best), 1) }
    }
  }

  private func costWorth(of offer: Int) -> Double {
    guard let node = decision.criteria.costNode else { return 0 }
    let weight = 100 * decision.criteria.globalWeight(of: node)
    let values = costs[offer]
    let mean = values.reduce(0, +) / Double(values.count)
    let rival = bestRival(of: offer)
    let sum = values.reduce(0) { $0 + max(means[offer] + weight * ($1 - mean), rival) }
    return sum / Double(values.count) - max(means[offer], rival)
  }

  /// E[max V] − max E[V], from draws of every uncertain value.
  private func everything() -> InformationResult.Everything {
    let tree = decision.criteria
    let costWeight = tree.costNode.map { 100 * tree.globalWeight(of: $0) } ?? 0
    var best = [Double](repeating: -.infinity, count: InformationValues.draws)
    var leaders = best
    let leader = byName.max { means[$0] < means[$1] }
    for (place, offer) in byName.enumerated() {
      var totals = [Double](repeating: means[offer], count: InformationValues.draws)
      for (column, leaf) in tree.leaves.enumerated() {
        guard let distribution = assessments[offer].values[leaf]?.spread.distribution else {
          continue
        }
        let weight = 100 * tree.globalWeight(of: leaf)
        let mean = distribution.mean
        var random = RandomStream(
          seed: decision.sampling.seed, stream: InformationValues.stream, block: 0,
          lane: UInt64(place) << 32 | UInt64(column))
        for draw in totals.indices {
          totals[draw] += weight * (distribution.quantile(random.uniform()) - mean)
        }
      }
      if !costs[offer].isEmpty {
        let mean = costs[offer].reduce(0, +) / Double(costs[offer].count)
        for draw in totals.indices { totals[draw] += costWeight * (costs[offer][draw] - mean) }
      }
      for draw in best.indices { best[draw] = max(best[draw], totals[draw]) }
      if offer == leader { leaders = totals }
    }
    // The gain of each draw: what the best brings beyond what would have been chosen.
    let count = Double(best.count)
    let gains = zip(best, leaders).map { $0 - $1 }
    let mean = gains.reduce(0, +) / count
    let variance = gains.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (count - 1)
    return InformationResult.Everything(
      points: mean, standardError: (variance / count).squareRoot(), money: money(mean))
  }

  /// Answers of all offers; costs have streams of their own.
  private static let stream: UInt64 = 0x616E_7377_6572_7321
}

extension AnswerValue.Spread {
  /// As a distribution; `nil` if nothing is uncertain.
  fileprivate var distribution: ValueOfInformation.Distribution? {
    switch self {
    case .none: nil
    case .uniform(let low, let high): low < high ? .uniform(low: low, high: high) : nil
    case .triangular(let low, let mode, let high):
      low < high ? .triangular(low: low, mode: mode, high: high) : nil
    }
  }

  fileprivate func mean(else value: Double) -> Double { distribution?.mean ?? value }
}

extension ValueOfInformation.Distribution {
  /// The value that a share of all draws stays below.
  fileprivate func quantile(_ share: Double) -> Double {
    switch self {
    case .uniform(let low, let high): return low + share * (high - low)
    case .triangular(let low, let mode, let high):
      let length = high - low
      let turn = (mode - low) / length
      return share < turn
        ? low + (share * length * (mode - low)).squareRoot()
        : high - ((1 - share) * length * (high - mode)).squareRoot()
    case .discrete(let outcomes):
      var sum = 0.0
      for outcome in outcomes {
        sum += outcome.probability
        if share < sum { return outcome.value }
      }
      return outcomes.last?.value ?? 0
    }
  }
}
