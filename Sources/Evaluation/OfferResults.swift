import DecisionModel
import Fit
import LockIn
import MCDA
import Measures
import Messages
import Sensitivity
import TotalCost

/// The results of all offers as reports show them.
struct OfferResults {
  let decision: Decision
  let assessments: [OfferAssessment]
  let values: AdditiveValue
  let low: AdditiveValue
  let high: AdditiveValue
  let standings: Standings
  let acceptability: SMAA?
  let jointAcceptability: SMAA?

  func all() -> [OfferResult] { assessments.indices.map(result) }

  private func result(_ index: Int) -> OfferResult {
    let assessment = assessments[index]
    let declaration = assessment.offer.declaration
    let tree = decision.criteria
    let hasTotal = tree.costNode == nil || assessment.cost.value != nil
    let unanswered = assessment.unansweredWeight(in: tree)
    let isRanked = standings.ranks[index] != nil
    let place = standings.ranked.firstIndex(of: index)
    let shares = place.flatMap { acceptability?.rankAcceptability[$0] }
    let jointShares = place.flatMap { jointAcceptability?.rankAcceptability[$0] }
    return OfferResult(
      id: declaration.id, name: declaration.name, kind: declaration.kind,
      goLive: declaration.goLive, validUntil: assessment.offer.validUntil,
      state: standings.states[index], rank: standings.ranks[index],
      wouldRank: standings.wouldRanks[index],
      rankBand: isRanked && unanswered > 0.25 ? standings.rankBand(of: index) : nil,
      points: hasTotal ? standings.points[index] : nil,
      pointsLow: hasTotal ? standings.low[index] : nil, pointsHigh: standings.high[index],
      unansweredWeight: unanswered, unansweredCount: assessment.unanswered(in: tree).count,
      scores: tree.nodes.indices.map { score($0, of: index, hasTotal: hasTotal) },
      knockouts: assessment.knockouts, coverage: coverage(assessment.coverage),
      cost: CostResults(assessment.cost, decision: decision).result(), lockIn: lockIn(assessment),
      rankShares: shares?.map(\.value), rankShareError: shares?.map(\.standardError).max(),
      expectedRank: place.flatMap { acceptability?.expectedRank[$0].value },
      jointRankShares: jointShares?.map(\.value),
      jointRankShareError: jointShares?.map(\.standardError).max(),
      terms: assessment.offer.terms.map {
        TermResult(name: $0.name, text: $0.text, source: $0.position)
      })
  }

  private func score(_ node: Int, of offer: Int, hasTotal: Bool) -> Score {
    let tree = decision.criteria
    let criterion = tree.nodes[node]
    // Without a total neither the cost goal nor what contains it has a value.
    let dependsOnCost = node == 0 || tree.costNode == node
    let isKnown = hasTotal || !dependsOnCost
    let value = values.nodeValue(offer, node: node)
    return Score(
      criterion: criterion.path, value: isKnown ? value : nil,
      low: isKnown ? low.nodeValue(offer, node: node) : nil,
      high: isKnown ? high.nodeValue(offer, node: node) : nil,
      points: isKnown ? 100 * tree.globalWeight(of: node) * value : nil,
      answer: answer(criterion, node: node, of: offer))
  }

  private func answer(_ criterion: Criterion, node: Int, of offer: Int) -> AnswerResult? {
    guard case .question(let scale) = criterion.role, decision.criteria.children[node].isEmpty
    else { return nil }
    guard let answer = assessments[offer].offer.answers[node] else {
      return AnswerResult(reading: "missing", words: "", comment: "")
    }
    var result = AnswerResult(
      reading: "missing", words: answer.words, evidence: answer.evidence,
      comment: answer.comment, source: answer.position)
    switch (answer.reading, scale) {
    case (.level(let index), .levels(let levels)) where levels.levels.indices.contains(index):
      result.reading = "level"
      result.level = levels.levels[index].name
    case (.figure(let low, let likely, let high), .numeric(let numeric)):
      result.reading = "figure"
      result.figure = likely
      result.unit = numeric.unit
      if low != high { (result.figureLow, result.figureHigh) = (low, high) }
    case (.notApplicable, _):
      result.reading = "not_applicable"
    default:
      break
    }
    return result
  }

  private func coverage(_ coverage: RequirementCoverage) -> Coverage? {
    guard coverage.requirements > 0 else { return nil }
    return Coverage(
      requirements: coverage.requirements, covered: coverage.covered, musts: coverage.musts,
      mustsCovered: coverage.mustsCovered)
  }

  private func lockIn(_ assessment: OfferAssessment) -> LockInResult? {
    guard let lockIn = assessment.lockIn else { return nil }
    let tree = decision.criteria
    return LockInResult(
      score: lockIn.score, low: lockIn.low, high: lockIn.high,
      factors: lockIn.factors.map {
        LockInResult.Factor(
          criterion: tree.nodes[$0.criterion].path, degree: $0.degree, isAnswered: $0.isAnswered)
      },
      exitCost: assessment.cost.result.exit.years.map {
        LockInResult.ExitCost(year: $0.year, amount: $0.nominal, presentValue: $0.presentValue)
      })
  }
}
