import DecisionModel
import MCDA
import Measures
import Messages
import Sensitivity

/// The ranked offers against each other while weights move: exact intervals, joint radius, shares
/// of draws, corner test. Nothing of it exists with fewer than two ranked offers.
struct Contest {
  let acceptability: SMAA?
  /// The same with answers and costs drawn too; `nil` if all of them are certain.
  let jointAcceptability: SMAA?
  let radius: JointRadius?
  let corner: CornerTest?
  let weights: [WeightResult]
  let robustness: Robustness?

  init(
    decision: Decision, assessments: [OfferAssessment], table: PerformanceTable,
    standings: Standings, risk: CostRisk?, threads: Int, position: SourcePosition
  ) async throws(EvaluationFailure) {
    let ranked = standings.ranked
    let ids = ranked.map { assessments[$0].offer.declaration.id }
    guard ranked.count > 1 else {
      (acceptability, jointAcceptability, radius) = (nil, nil, nil)
      (corner, weights, robustness) = (nil, [], nil)
      return
    }
    let value: AdditiveValue
    do {
      value = try AdditiveValue(tree: table.tree, values: table.rows(ranked, of: table.point))
    } catch {
      throw EvaluationFailure(position, .criteriaUnusable())
    }
    let region = try Contest.region(decision, tree: table.tree, position: position)
    let draws = min(decision.sampling.draws, JointUncertainty.draws)
    let uncertain = JointUncertainty.values(
      decision: decision, assessments: assessments, ranked: ranked, risk: risk, draws: draws)
    let smaa: SMAA
    let joint: SMAA?
    let corner: CornerTest
    do {
      smaa = try await SMAA.run(
        value, region: region, draws: decision.sampling.draws, seed: decision.sampling.seed,
        threads: threads)
      if let uncertain {
        joint = try await SMAA.run(
          value, region: region, uncertain: uncertain, draws: draws, seed: decision.sampling.seed,
          threads: threads, asking: [])
      } else {
        joint = nil
      }
      corner = try CornerTest(
        value, low: table.rows(ranked, of: table.low), high: table.rows(ranked, of: table.high))
    } catch {
      throw EvaluationFailure(position, .criteriaUnusable())
    }
    let radius = JointRadius(value, depth: decision.weighting.depth)
    weights = WeightStability.all(value).map {
      Contest.weight($0, criteria: decision.criteria, ids: ids)
    }
    robustness = Robustness(
      radius: radius.overall, rival: radius.nearest.map { ids[$0.alternative] },
      rivals: radius.rivals.map { rival in
        Robustness.Rival(
          offer: ids[rival.alternative], radius: rival.radius,
          chance: smaa.pairwiseWinning[radius.winner][rival.alternative].value)
      },
      breakingWeights: Contest.breaking(radius.nearest?.localWeights, decision: decision),
      entropy: smaa.entropy.value, passesCornerTest: corner.winnerHolds,
      cornerRival: corner.winnerHolds
        ? nil
        : corner.rivals.min { $0.worstLead < $1.worstLead }.map { ids[$0.alternative] })
    acceptability = smaa
    jointAcceptability = joint
    self.radius = radius
    self.corner = corner
  }

  private static func weight(
    _ stability: WeightStability, criteria: CriteriaTree, ids: [String]
  ) -> WeightResult {
    let unchanged = stability.winnerUnchanged
    return WeightResult(
      criterion: criteria.nodes[stability.node].path, localWeight: stability.weight,
      globalWeight: stability.weight * stability.parentWeight, localLow: unchanged.low,
      localHigh: unchanged.high, globalLow: stability.globalLow,
      globalHigh: stability.globalHigh,
      leaderBelow: unchanged.pairBelow.map { ids[$0.behind] },
      leaderAbove: unchanged.pairAbove.map { ids[$0.behind] },
      rankingLow: stability.rankingUnchanged.low, rankingHigh: stability.rankingUnchanged.high,
      leaders: stability.reigns.map { LeaderAlongWeight(from: $0.from, offer: ids[$0.winner]) })
  }

  /// Weights at which the nearest rival draws level, where they differ from those stated.
  private static func breaking(
    _ localWeights: [Double]?, decision: Decision
  ) -> [BreakingWeight] {
    guard let localWeights else { return [] }
    let tree = decision.criteria
    return tree.nodes.indices.dropFirst().compactMap { index in
      guard let parent = tree.nodes[index].parent,
        tree.depth(of: parent) < decision.weighting.depth, tree.children[parent].count > 1
      else { return nil }
      return BreakingWeight(
        criterion: tree.nodes[index].path, now: tree.nodes[index].localWeight,
        then: localWeights[index])
    }
  }

  /// Where weights may lie: stated ranges where there are any in a group of siblings, else the
  /// decision's relative play (`rulings.md` R2).
  private static func region(
    _ decision: Decision, tree: ValueTree, position: SourcePosition
  ) throws(EvaluationFailure) -> WeightRegion {
    let nodes = decision.criteria.nodes
    let play = decision.weighting.play.double
    var shapes: [Int: WeightRegion.Shape] = [:]
    for parent in tree.nodes.indices
    where tree.nodes[parent].depth < decision.weighting.depth && !tree.nodes[parent].isLeaf {
      let children = tree.nodes[parent].children
      guard children.contains(where: { nodes[$0].statedWeight.range != nil }) else {
        shapes[parent] = .relative(play)
        continue
      }
      // A stated number is a ratio to its siblings' numbers; their sum turns it into a share.
      let sum = children.reduce(0) { $0 + nodes[$1].statedWeight.value.double }
      var boxes: [Int: ClosedRange<Double>] = [:]
      for child in children {
        let weight = tree.nodes[child].localWeight
        let box: ClosedRange<Double>
        if let range = nodes[child].statedWeight.range, sum > 0 {
          let low = min(max(range.lowerBound.double / sum, 0), 1)
          box = low...max(low, min(range.upperBound.double / sum, 1))
        } else {
          box = max(0, weight * (1 - play))...min(1, weight * (1 + play))
        }
        boxes[child] = box
      }
      shapes[parent] = .boxes(boxes)
    }
    do {
      return try WeightRegion(tree: tree, shapes: shapes)
    } catch {
      switch error {
      case .lowerBoundsExceedOne(_, _, let names), .upperBoundsBelowOne(_, _, let names):
        throw EvaluationFailure(position, .weightRangesClash(names))
      default:
        throw EvaluationFailure(position, .criteriaUnusable())
      }
    }
  }
}
