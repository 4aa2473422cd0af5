import DecisionModel
import Fit
import Measures
import Messages
import Sensitivity
import TotalCost

/// What somebody should know before signing: important things first.
struct FindingRules {
  let decision: Decision
  let assessments: [OfferAssessment]
  let standings: Standings
  let table: PerformanceTable
  let profiles: [ProfileResult]
  let costRisk: CostRiskResult?
  /// Shares of ranks of the ranked offers with answers and costs drawn, if any is uncertain.
  let jointAcceptability: SMAA?

  func all() -> [Finding] {
    var findings: [Finding] = []
    func add(_ message: Message, offer: Int? = nil, important: Bool = false) {
      findings.append(
        Finding(
          id: message.id, isImportant: important,
          offer: offer.map { assessments[$0].offer.declaration.id }, text: message.text))
    }
    if standings.ranked.count == 1 { add(.findingOneOption(), important: true) }
    for offer in assessments.indices {
      about(offer) { add($0, offer: offer, important: $1) }
    }
    let ranked = standings.ranked
    if decision.criteria.costNode != nil, !ranked.isEmpty,
      ranked.allSatisfy({ assessments[$0].cost.isAboveScale || assessments[$0].cost.isBelowScale })
    {
      add(.findingCostScaleMissesOffers(), important: true)
    }
    if ranked.count > 1 {
      for message in spread() { add(message) }
    }
    for (rival, share) in oftenCheaper() {
      add(.findingRivalOftenCheaper(rival: rival, share: share), important: true)
    }
    if let (rival, ours, theirs) = oftenAhead() {
      add(.findingRivalOftenAhead(rival: rival, ours: ours, theirs: theirs), important: true)
    }
    for profile in profiles {
      guard let leader = standings.order.first,
        let other = profile.standings.first(where: { $0.rank == 1 }),
        other.offer != assessments[leader].offer.declaration.id
      else { continue }
      add(.findingProfileDiffers(profile: profile.name, leader: name(of: other.offer)))
    }
    return findings.filter(\.isImportant) + findings.filter { !$0.isImportant }
  }

  /// The rival that comes first more often than the leader once answers and costs vary too, with
  /// both shares of draws.
  private func oftenAhead() -> (rival: String, ours: Double, theirs: Double)? {
    guard let joint = jointAcceptability, let leader = standings.order.first,
      let place = standings.ranked.firstIndex(of: leader)
    else { return nil }
    let firsts = joint.rankAcceptability.map { $0[0].value }
    guard let best = firsts.indices.max(by: { firsts[$0] < firsts[$1] }),
      firsts[best] > firsts[place]
    else { return nil }
    return (
      assessments[standings.ranked[best]].offer.declaration.name, firsts[place], firsts[best]
    )
  }

  /// Rivals that the single figures call dearer than the leader, and most draws cheaper, with the
  /// share of draws.
  private func oftenCheaper() -> [(rival: String, share: Double)] {
    guard let leader = standings.order.first, let pairs = costRisk?.pairs,
      let ours = assessments[leader].cost.total.presentValue
    else { return [] }
    let id = assessments[leader].offer.declaration.id
    return standings.order.dropFirst().compactMap { rival in
      let other = assessments[rival].offer.declaration
      guard let theirs = assessments[rival].cost.total.presentValue, theirs > ours,
        let pair = pairs.first(where: {
          [$0.first, $0.second].contains(id) && [$0.first, $0.second].contains(other.id)
        })
      else { return nil }
      let share = pair.first == other.id ? pair.firstIsCheaper : 1 - pair.firstIsCheaper
      return share > 0.5 + 2 * pair.standardError ? (other.name, share) : nil
    }
  }

  private func about(_ index: Int, add: (Message, Bool) -> Void) {
    let assessment = assessments[index]
    let offer = assessment.offer
    let name = offer.declaration.name
    let tree = decision.criteria
    if standings.wouldRanks[index] == 1 { add(.findingExcludedWouldLead(offer: name), true) }
    if assessment.cost.isAboveScale { add(.findingCostAboveScale(offer: name), true) }
    if assessment.cost.isBelowScale { add(.findingCostBelowScale(offer: name), true) }
    for (question, line) in assessment.pulledIn {
      add(
        .findingOptionalPulledIn(offer: name, line: line, criterion: tree.nodes[question].name),
        false)
    }
    if let until = offer.validUntil, let due = decision.decideBy, until < due {
      add(.findingOfferExpires(offer: name, on: until, before: due), false)
    }
    let notApplicable = offer.answers.values.filter { $0.reading == .notApplicable }.count
    if notApplicable > 0 { add(.findingNotApplicable(offer: name, count: notApplicable), false) }
    let weak = tree.leaves.filter { leaf in
      guard let value = assessment.values[leaf], value.isAnswered, value.point >= 0.9,
        tree.globalWeight(of: leaf) > 0, let evidence = offer.answers[leaf]?.evidence
      else { return false }
      return evidence <= 1
    }.count
    if weak > 0 { add(.findingWeakEvidence(offer: name, count: weak), false) }
    if assessment.cost.isOutsideMiddleHalf { add(.findingPlanOptimistic(offer: name), false) }
    if let message = pricedGaps(assessment) { add(message, false) }
  }

  /// Gaps that an offer both is marked down for and names a price for (`rulings.md` R5).
  private func pricedGaps(_ assessment: OfferAssessment) -> Message? {
    let tree = decision.criteria
    var questions = Set<Int>()
    var total = Amount.zero
    for (cost, line) in zip(assessment.cost.costs, assessment.cost.result.lines) {
      guard let question = cost.cures, line.standing == .counted,
        let value = assessment.values[question], value.isAnswered, value.point < 1
      else { continue }
      questions.insert(question)
      guard let sum = try? total.adding(line.nominal) else { return nil }
      total = sum
    }
    guard !questions.isEmpty else { return nil }
    let points = questions.sorted().reduce(0) { sum, question in
      let value = assessment.values[question]?.point ?? 1
      return sum + 100 * tree.globalWeight(of: question) * (1 - value)
    }
    return .findingGapsWithPrice(
      offer: assessment.offer.declaration.name, count: questions.count, total: total,
      points: points, currency: decision.currency)
  }

  /// Questions on which the ranked offers agree, and heavy ones on which they nearly do
  /// (`rulings.md` R14).
  private func spread() -> [Message] {
    let tree = decision.criteria
    var agreeing: [Int] = []
    var messages: [Message] = []
    for (column, leaf) in tree.leaves.enumerated() {
      let weight = tree.globalWeight(of: leaf)
      guard weight > 0 else { continue }
      let values = standings.ranked.map { table.point[$0 * table.columns + column] }
      let spread = (values.max() ?? 0) - (values.min() ?? 0)
      if spread <= 1e-9 {
        agreeing.append(leaf)
      } else if spread < 0.2, weight >= 0.1 {
        messages.append(
          .findingNarrowRange(
            criterion: tree.nodes[leaf].name, weight: 100 * weight,
            unused: 100 * weight * (1 - spread)))
      }
    }
    if !agreeing.isEmpty {
      let weight = agreeing.reduce(0) { $0 + tree.globalWeight(of: $1) }
      messages.append(.findingAllAgree(questions: agreeing.count, weight: weight))
    }
    return messages
  }

  private func name(of id: String) -> String {
    assessments.first { $0.offer.declaration.id == id }?.offer.declaration.name ?? id
  }
}
