internal import DecisionModel
internal import Evaluation
internal import LockIn
internal import Measures
internal import Messages
internal import TotalCost

// Reasons, drawback, outlook: what surrounds the recommendation (`rulings.md` R12).
extension Teller {
  /// Differences of less are not worth a sentence.
  private static let leastPoints = 1.0
  /// Weights further away than this share of the whole change nothing that anybody argues about.
  private static let farthestWeight = 0.25

  var reasons: [Narrative.Statement] {
    guard let comparison = evaluation.comparison, verdictFacts.word != .none else { return [] }
    return comparison.differences.filter { $0.points >= Teller.leastPoints }
      .sorted { $0.points > $1.points }
      .prefix(3)
      .map { Narrative.Statement(sentence(for: $0, in: comparison), points: $0.points) }
  }

  var drawback: Narrative.Statement? {
    guard verdictFacts.word != .none else { return nil }
    if let comparison = evaluation.comparison,
      let worst = comparison.differences.min(by: { $0.points < $1.points }),
      worst.points < -0.05
    {
      return Narrative.Statement(sentence(for: worst, in: comparison), points: worst.points)
    }
    guard let leader = evaluation.leader else { return nil }
    return weakest(of: leader)
  }

  /// The leader's question that costs it most points.
  private func weakest(of leader: OfferResult) -> Narrative.Statement? {
    var found: (lost: Double, score: Score, node: CriterionSummary)?
    for (score, node) in zip(leader.scores, evaluation.criteria)
    where node.isLeaf && node.goal != "cost" {
      guard let value = score.value else { continue }
      let lost = node.globalWeight * (1 - value)
      if lost > (found?.lost ?? 1e-9) { found = (lost, score, node) }
    }
    guard let found else { return nil }
    let answer = found.score.answer.flatMap(say.words(of:))
    let name = found.node.name(language)
    return Narrative.Statement(
      found.node.goal == "lock_in"
        ? say.weakestLockIn(leader.name, name)
        : say.weakest(leader.name, name, answer: answer))
  }

  private func sentence(for difference: Difference, in comparison: Comparison) -> String {
    let rival = name(comparison.second)
    let isBetter = difference.points > 0
    let node = criterion(difference.criterion)
    switch node?.goal {
    case "cost": return costSentence(comparison, rival: rival, isBetter: isBetter)
    case "lock_in":
      let factors = questions(of: difference, in: comparison, limit: 2)
      return isBetter
        ? say.bindsLess(than: rival, factors: factors)
        : say.bindsMore(than: rival, factors: factors)
    default: break
    }
    let branch = criterionName(difference.criterion)
    if node?.isLeaf == true {
      let own = answerWords(comparison.first, difference.criterion)
      let other = answerWords(comparison.second, difference.criterion)
      if let own, let other, own != other {
        return say.better(question: branch, own: own, other: other, rival: rival)
      }
      return isBetter
        ? say.better(branch, than: rival, questions: [])
        : say.worse(branch, than: rival, questions: [])
    }
    let questions = questions(of: difference, in: comparison, limit: 1)
    let (own, other) = (difference.firstCovered, difference.secondCovered)
    if isBetter {
      return own > other
        ? say.covers(
          branch, covered: own, of: difference.questionCount, rival: rival, rivalCovered: other,
          questions: questions)
        : say.better(branch, than: rival, questions: questions)
    }
    return own < other
      ? say.coversLess(
        branch, covered: own, of: difference.questionCount, rival: rival, rivalCovered: other,
        questions: questions)
      : say.worse(branch, than: rival, questions: questions)
  }

  private func costSentence(_ comparison: Comparison, rival: String, isBetter: Bool) -> String {
    let years = evaluation.decision.years
    let difference = comparison.presentValueDifference ?? 0
    let leader = evaluation.offer(comparison.first)
    if isBetter {
      let saving = comparison.categoryDifferences.min { $0.presentValue < $1.presentValue }
      return say.cheaper(
        by: abs(difference), than: rival, years: years,
        category: saving.flatMap {
          $0.presentValue < 0 ? CostCategory.cause(named: $0.category)(language) : nil
        }, isCheapest: leader.map(isCheapest) ?? false)
    }
    let surplus = comparison.categoryDifferences.max { $0.presentValue < $1.presentValue }
    return say.dearer(
      by: abs(difference), than: rival, years: years,
      category: surplus.flatMap {
        $0.presentValue > 0 ? CostCategory.cause(named: $0.category)(language) : nil
      }, isDearest: leader.map(isDearest) ?? false)
  }

  /// The questions behind a difference, with both answers in words.
  private func questions(
    of difference: Difference, in comparison: Comparison, limit: Int
  )
    -> [String]
  {
    difference.questions.prefix(limit).map { question in
      // A degree of binding says nothing without its scale; the factor's name says it all.
      guard criterion(question.criterion)?.goal != "lock_in" else {
        return criterionName(question.criterion)
      }
      return say.versus(
        criterionName(question.criterion), answerWords(comparison.first, question.criterion),
        answerWords(comparison.second, question.criterion))
    }
  }

  private func answerWords(_ offer: String, _ path: String) -> String? {
    evaluation.offer(offer)?.score(path)?.answer.flatMap(say.words(of:))
  }
}

// MARK: What would change it

extension Teller {
  var changes: [String] {
    guard verdictFacts.word != .none, ranked.count > 1 || !verdictFacts.conditions.isEmpty else {
      return []
    }
    var result: [String] = []
    result += names(verdictFacts.conditions).prefix(2).map(say.knockoutFails)
    if let price = nearestPrice { result.append(price) }
    for rise in evaluation.priceRises {
      guard let leader = rise.leaderThen else { continue }
      result.append(say.pricesRise(name(rise.offer), rate: rise.rate, leader: name(leader)))
    }
    result += nearestWeights.prefix(2)
    if let question = evaluation.questions.first(where: { $0.effect == .changesLeader }),
      let path = question.criterion
    {
      result.append(say.answerChanges(criterionName(path), of: name(question.offer)))
    }
    if result.isEmpty, ranked.count > 1 { result = [say.nothingChanges] }
    return Array(result.prefix(4))
  }

  /// The price cut that is smallest among those that can be made.
  private var nearestPrice: String? {
    let possible = evaluation.prices.filter(\.isPossible)
    guard let price = possible.min(by: { $0.presentValueCut < $1.presentValueCut }) else {
      return nil
    }
    if let total = price.total, price.share != nil {
      return say.priceCut(name(price.offer), total: total, share: price.share)
    }
    return say.saving(name(price.offer), presentValue: price.presentValueCut)
  }

  /// Weights of goals and first branches at which another option leads, the nearest first.
  private var nearestWeights: [String] {
    var found: [(distance: Double, text: String)] = []
    for weight in evaluation.weights {
      guard let node = criterion(weight.criterion),
        node.depth == 1 || (node.depth == 2 && !node.isLeaf)
      else { continue }
      let now = weight.globalWeight
      if let leader = weight.leaderAbove, leader != verdictFacts.leader {
        let text = say.weightAbove(
          weightName(node), limit: weight.globalHigh, now: now, leader: name(leader))
        found.append((weight.globalHigh - now, text))
      }
      if let leader = weight.leaderBelow, leader != verdictFacts.leader {
        let text = say.weightBelow(
          weightName(node), limit: weight.globalLow, now: now, leader: name(leader))
        found.append((now - weight.globalLow, text))
      }
    }
    let sorted = found.enumerated()
      .sorted { ($0.element.distance, $0.offset) < ($1.element.distance, $1.offset) }
      .map(\.element)
    // Nobody means a weight that is several times as large; only if nothing is near, the nearest.
    let near = sorted.filter { $0.distance <= Teller.farthestWeight }
    return (near.isEmpty ? Array(sorted.prefix(1)) : near).map(\.text)
  }

  func weightName(_ node: CriterionSummary) -> ReportSentences.WeightName {
    guard node.depth == 1 else { return .named(node.name(language)) }
    switch node.path {
    case "fit": return .fit
    case "cost": return .cost
    case "lock_in": return .lockIn
    default: return .named(node.name(language))
    }
  }
}

// MARK: Open questions and next step

extension Teller {
  var questions: [String] {
    evaluation.questions.map { say.open(subject(of: $0), name($0.offer), $0.effect.sentence) }
  }

  func subject(of question: OpenQuestion) -> String {
    question.criterion.map(criterionName) ?? question.costLine ?? ""
  }

  var nextStep: String {
    let facts = verdictFacts
    let date = evaluation.decision.decideBy
    if facts.word == .none {
      if facts.reasons.contains(.noneRankable),
        let missing = evaluation.questions.first(where: { $0.effect == .missingPrice })
      {
        return say.askForPrice(name(missing.offer), subject(of: missing), by: date)
      }
      if let cure = facts.cure {
        return say.improve(name(cure.offer), names(cure.conditions), by: date)
      }
      return say.lookFurther(by: date)
    }
    if let question = decidingQuestion {
      let subject = subject(of: question)
      return question.effect == .decides
        ? say.askForProof(name(question.offer), subject, by: date)
        : say.ask(name(question.offer), subject, by: date)
    }
    if facts.word == .tie, facts.tieBrokenFor == nil {
      return say.askAgain(tiedNames, by: date)
    }
    if evaluation.offers.count == 1 { return say.lookFurther(by: date) }
    guard let chosen else { return say.lookFurther(by: date) }
    if let offer = offerToAsk {
      return say.getAnswers(offer.name, count: offer.unansweredCount, by: date)
    }
    if let clause = clauseToNegotiate {
      return say.agree(clause.kind, with: chosen.name, worth: clause.moneyEffect, by: date)
    }
    return say.sign(chosen.name, chosen.kind.choosing, by: date)
  }

  /// The first open question that decides, about the leader or by changing who leads.
  var decidingQuestion: OpenQuestion? {
    evaluation.questions.first { question in
      switch question.effect {
      case .decides: question.offer == verdictFacts.leader
      case .changesLeader: true
      case .movesPoints, .missingPrice: false
      }
    }
  }

  /// Whose open answers to get, where all of them together could change who leads: the leader's own
  /// or those of the rival that would pass it, whichever weigh more.
  var offerToAsk: OfferResult? {
    guard verdictFacts.reasons.contains(.cornerTest) else { return nil }
    let rival = evaluation.robustness?.cornerRival.flatMap { evaluation.offer($0) }
    return [evaluation.leader, rival].compactMap { $0 }.filter { $0.unansweredCount > 0 }
      .max { $0.unansweredWeight < $1.unansweredWeight }
  }

  /// The weak clause of the leader's contract that matters most; nothing where nobody signs one.
  var clauseToNegotiate: (kind: ReportSentences.Clause, moneyEffect: Double?)? {
    guard let chosen, chosen.id == verdictFacts.leader, chosen.kind.choosing == .offered,
      let clause = evaluation.weakClauses.first,
      let kind = ReportSentences.Clause(rawValue: clause.factor.rawValue)
    else { return nil }
    return (kind, clause.moneyEffect)
  }
}

// MARK: Cost, sureness, options outside the ranking

extension Teller {
  var cost: String? {
    guard let leader = chosen ?? evaluation.leader, let value = leader.cost.presentValue else {
      return nil
    }
    return say.cost(
      leader.name, years: evaluation.decision.years, presentValue: value,
      low: leader.cost.range?.p10, high: leader.cost.range?.p90)
  }

  var sureness: String? {
    guard let leader = evaluation.leader, let share = leader.firstShare, ranked.count > 1 else {
      return nil
    }
    return say.sureness(
      leader.name, share: share, play: evaluation.decision.weightPlay)
  }

  var jointShift: String? {
    guard let leader = evaluation.leader, let robustness = evaluation.robustness,
      ranked.count > 1
    else { return nil }
    return say.jointRadius(
      leader.name, radius: robustness.radius, rival: robustness.rival.map(name))
  }

  var excluded: [Narrative.Aside] {
    evaluation.order.compactMap { evaluation.offer($0) }
      .filter { $0.state == .excluded }
      .map { offer in
        let failed = offer.knockouts.filter { $0.state == .fail }
        return Narrative.Aside(
          offer: offer.id, name: offer.name,
          reasons: failed.map {
            say.excluded($0.name(language), found: $0.found(language))
          },
          // With nobody ranked, a rank among the ranked says nothing.
          standing: ranked.isEmpty ? nil : offer.wouldRank.map(say.wouldRank),
          cure: failed.isEmpty
            ? nil : say.cure(failed.map { ($0.name(language), $0.condition(language)) }))
      }
  }

  var notRanked: [Narrative.Aside] {
    evaluation.order.compactMap { evaluation.offer($0) }
      .filter { $0.state == .notRankable }
      .map { offer in
        Narrative.Aside(
          offer: offer.id, name: offer.name, reasons: [say.notRankable(best: offer.pointsHigh)],
          standing: nil, cure: nil)
      }
  }

  /// Important findings, a cost outside its scale, and a plan that is too hopeful.
  var notes: [String] {
    var result: [String] = []
    if let leader = evaluation.leader {
      if let range = leader.cost.range, range.isPlanOptimistic,
        let likely = leader.cost.presentValue
      {
        result.append(likely < range.p50 ? say.planIsOptimistic : say.planIsPessimistic)
      }
    }
    for finding in evaluation.findings where finding.isImportant {
      result.append(finding.text(language))
    }
    return result
  }
}

extension ReportSentences {
  /// An answer in a few words: the level's name, or the figure with its unit; `nil` if it is
  /// missing.
  func words(of answer: AnswerResult) -> String? {
    if let level = answer.level { return level(language) }
    guard let figure = answer.figure else { return nil }
    let number = numbers.figure(figure)
    guard let unit = answer.unit, !unit.isEmpty else { return number }
    return number + NumberFormat.blank + unit
  }
}
