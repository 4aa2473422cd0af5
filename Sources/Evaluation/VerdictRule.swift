import DecisionModel
import LockIn
import MCDA
import Messages
import Sensitivity
import TotalCost

/// The verdict: tie, clear or fragile, tested in this order (`rulings.md` R3).
struct VerdictRule {
  let decision: Decision
  let assessments: [OfferAssessment]
  let standings: Standings
  /// Acceptability of the ranked offers; `nil` with fewer than two.
  let acceptability: SMAA?
  /// The same with answers and costs drawn too; `nil` if all of them are certain.
  let jointAcceptability: SMAA?
  let radius: JointRadius?
  let corner: CornerTest?
  /// Standard deviation in points of the leader's lead over each offer, from uncertain values.
  let noise: [Double]

  func verdict() -> Verdict {
    guard let leader = standings.order.first else { return noneVerdict }
    let conditions = unknownKnockouts(of: leader)
    guard standings.order.count > 1 else {
      return result(
        .fragile, [.noAlternative] + (conditions.isEmpty ? [] : [.unknownKnockout]),
        leader: leader, runnerUp: nil, cure: cheapestCure)
    }
    let runnerUp = standings.order[1]
    let (tied, tieReasons) = ties(with: leader)
    if !tied.isEmpty {
      return result(.tie, tieReasons, leader: leader, runnerUp: runnerUp, tiedWith: tied)
    }
    let doubts = doubts(about: leader, runnerUp: runnerUp)
    return result(doubts.isEmpty ? .clear : .fragile, doubts, leader: leader, runnerUp: runnerUp)
  }

  private var noneVerdict: Verdict {
    let allExcluded = standings.states.allSatisfy { $0 == .excluded }
    return Verdict(
      word: .none, reasons: [allExcluded ? .allExcluded : .noneRankable], tiedWith: [],
      conditions: [], cure: cheapestCure)
  }

  /// Rivals between whom and the leader nobody should see a difference, and why.
  private func ties(with leader: Int) -> (offers: [Int], reasons: [Verdict.Reason]) {
    let rules = decision.verdictRules
    var tied: [Int] = []
    var reasons: [Verdict.Reason] = []
    for rival in standings.order.dropFirst() {
      let lead = standings.points[leader] - standings.points[rival]
      var own: [Verdict.Reason] = []
      if lead <= rules.tieLead { own.append(.smallLead) }
      if lead <= noise[rival] { own.append(.withinNoise) }
      if let chance = chance(of: leader, over: rival), chance < rules.tieChance {
        own.append(.lowChance)
      }
      guard !own.isEmpty else { continue }
      tied.append(rival)
      for reason in own where !reasons.contains(reason) { reasons.append(reason) }
    }
    return (tied, reasons)
  }

  private func doubts(about leader: Int, runnerUp: Int) -> [Verdict.Reason] {
    let rules = decision.verdictRules
    var doubts: [Verdict.Reason] = []
    if assessments[leader].hasUnknown { doubts.append(.unknownKnockout) }
    if let overall = radius?.overall, overall < rules.clearRadius { doubts.append(.smallRadius) }
    if let first = firstShare(of: leader), first < rules.clearAcceptability {
      doubts.append(.lowAcceptability)
    }
    if let first = position(leader).flatMap({ jointAcceptability?.rankAcceptability[$0][0].value }),
      first < rules.clearAcceptability
    {
      doubts.append(.lowJointAcceptability)
    }
    if corner?.winnerHolds == false { doubts.append(.cornerTest) }
    if [leader, runnerUp].contains(where: { assessments[$0].cost.isAboveScale }) {
      doubts.append(.costClipped)
    }
    return doubts
  }

  private func position(_ offer: Int) -> Int? { standings.ranked.firstIndex(of: offer) }

  private func chance(of offer: Int, over rival: Int) -> Double? {
    guard let a = position(offer), let b = position(rival) else { return nil }
    return acceptability?.pairwiseWinning[a][b].value
  }

  private func firstShare(of offer: Int) -> Double? {
    position(offer).flatMap { acceptability?.rankAcceptability[$0][0].value }
  }

  private func unknownKnockouts(of offer: Int) -> [LocalText] {
    assessments[offer].knockouts.filter { $0.state == .unknown }.map(\.name)
  }

  /// The excluded offer with the most points and what it fails.
  private var cheapestCure: Cure? {
    let excluded = standings.states.indices.filter { standings.states[$0] == .excluded }
    let failures = { (offer: Int) in
      assessments[offer].knockouts.filter { $0.state == .fail }.map(\.name)
    }
    // Fewest conditions first: that is what is cheapest to mend as far as anybody can say without
    // prices for cures; then the most points.
    let best = excluded.min { a, b in
      let (first, second) = (failures(a).count, failures(b).count)
      if first != second { return first < second }
      return standings.points[a] > standings.points[b]
    }
    return best.map { Cure(offer: id($0), conditions: failures($0)) }
  }

  private func id(_ offer: Int) -> String { assessments[offer].offer.declaration.id }

  private func result(
    _ word: Verdict.Word, _ reasons: [Verdict.Reason], leader: Int, runnerUp: Int?,
    tiedWith: [Int] = [], cure: Cure? = nil
  ) -> Verdict {
    var verdict = Verdict(
      word: word, reasons: reasons, leader: id(leader), runnerUp: runnerUp.map(id),
      tiedWith: tiedWith.isEmpty ? [] : [id(leader)] + tiedWith.map(id),
      conditions: unknownKnockouts(of: leader), cure: cure)
    if let runnerUp {
      verdict.lead = standings.points[leader] - standings.points[runnerUp]
      verdict.noise = noise[runnerUp]
      verdict.chanceOverRunnerUp = chance(of: leader, over: runnerUp)
    }
    if word == .tie, let breaker = decision.tieBreaker {
      verdict.tieBreaker = breaker
      verdict.tieBrokenFor = tieBroken(by: breaker, among: [leader] + tiedWith).map(id)
    }
    return verdict
  }

  private func tieBroken(by breaker: TieBreaker, among offers: [Int]) -> Int? {
    switch breaker {
    case .askAgain: nil
    case .cheaper: lowest(offers) { assessments[$0].cost.total.presentValue }
    case .lessBound: lowest(offers) { assessments[$0].lockIn?.score }
    }
  }

  /// The one offer with the lowest figure; nobody if figures are missing or equal.
  private func lowest(_ offers: [Int], figure: (Int) -> Double?) -> Int? {
    let figures = offers.compactMap { offer in figure(offer).map { (offer, $0) } }
    guard figures.count == offers.count, let least = figures.map(\.1).min() else { return nil }
    let best = figures.filter { $0.1 <= least }
    return best.count == 1 ? best[0].0 : nil
  }
}
