internal import DecisionModel
public import Evaluation
internal import Measures
public import Messages

/// What a report says in sentences: plain text in parts with a meaning, for paper and terminal
/// alike.
///
/// It chooses and words; every figure in it is a rounding of one in the ``Evaluation``. A part for
/// which there is nothing to say is `nil` or empty, so that no empty heading appears.
public struct Narrative: Sendable, Equatable {
  /// A sentence and what it is about.
  public struct Statement: Sendable, Equatable {
    /// The sentence.
    public var text: String
    /// Points that stand behind it, if any.
    public var points: Double?

    /// A sentence, with the points behind it.
    public init(_ text: String, points: Double? = nil) {
      self.text = text
      self.points = points
    }
  }

  /// An option outside the ranking.
  public struct Aside: Sendable, Equatable {
    /// Its identifier.
    public var offer: String
    /// Its name.
    public var name: String
    /// Why it is outside: one sentence for each condition.
    public var reasons: [String]
    /// Where it would have ranked, or the best that is possible.
    public var standing: String?
    /// What would bring it back.
    public var cure: String?
  }

  /// The recommendation as an imperative sentence, with its condition if it has one.
  public let headline: String
  /// The verdict in a word, with a capital: "Knapp".
  public let verdictWord: String
  /// One or two sentences that say why.
  public let verdict: String
  /// At most three reasons, the weightiest first.
  public let reasons: [Statement]
  /// What speaks against the leader.
  public let drawback: Statement?
  /// What would change the recommendation, the nearest first.
  public let changes: [String]
  /// What is still open, most important first.
  public let questions: [String]
  /// What to do next, and by when.
  public let nextStep: String
  /// The leader's cost with its range.
  public let cost: String?
  /// How sure the result is.
  public let sureness: String?
  /// How far all weights can move together.
  public let jointShift: String?
  /// Options excluded, in the order of the evaluation.
  public let excluded: [Aside]
  /// Options that cannot be ranked.
  public let notRanked: [Aside]
  /// What somebody should know before signing, beyond the above.
  public let notes: [String]

  /// The sentences about an evaluation in a language.
  public init(_ evaluation: Evaluation, language: Language) {
    let teller = Teller(evaluation, language)
    headline = teller.headline
    verdictWord = evaluation.verdict.word.label(language).withCapital
    verdict = teller.verdict
    reasons = teller.reasons
    drawback = teller.drawback
    changes = teller.changes
    questions = teller.questions
    nextStep = teller.nextStep
    cost = teller.cost
    sureness = teller.sureness
    jointShift = teller.jointShift
    excluded = teller.excluded
    notRanked = teller.notRanked
    notes = teller.notes
  }
}

/// Reads an evaluation and chooses what to say.
struct Teller {
  let evaluation: Evaluation
  let language: Language
  let say: ReportSentences
  private let criteria: [String: CriterionSummary]

  init(_ evaluation: Evaluation, _ language: Language) {
    self.evaluation = evaluation
    self.language = language
    say = ReportSentences(language: language, currency: evaluation.decision.currency)
    criteria = Dictionary(evaluation.criteria.map { ($0.path, $0) }) { first, _ in first }
  }

  func criterion(_ path: String) -> CriterionSummary? { criteria[path] }

  func criterionName(_ path: String) -> String { criteria[path]?.name(language) ?? path }

  func name(_ offer: String) -> String { evaluation.offer(offer)?.name ?? offer }

  func names(_ texts: [LocalText]) -> [String] { texts.map { $0(language) } }

  var verdictFacts: Verdict { evaluation.verdict }

  /// The option that the headline is about.
  var chosen: OfferResult? {
    switch verdictFacts.word {
    case .clear, .fragile: evaluation.leader
    case .tie: verdictFacts.tieBrokenFor.flatMap { evaluation.offer($0) }
    case .none: nil
    }
  }

  var ranked: [OfferResult] { evaluation.offers.filter(\.isRanked) }
  var presentValues: [Double] { ranked.compactMap(\.cost.presentValue) }

  func isCheapest(_ offer: OfferResult) -> Bool {
    guard let own = offer.cost.presentValue, presentValues.count > 1 else { return false }
    return presentValues.allSatisfy { $0 >= own }
  }

  func isDearest(_ offer: OfferResult) -> Bool {
    guard let own = offer.cost.presentValue, presentValues.count > 1 else { return false }
    return presentValues.allSatisfy { $0 <= own }
  }
}

// MARK: Recommendation

extension Teller {
  var headline: String {
    let facts = verdictFacts
    switch facts.word {
    case .none:
      return facts.reasons.contains(.noneRankable)
        ? say.headlinePricesMissing
        : say.headline(noneAcceptableCuredBy: facts.cure.map { name($0.offer) })
    case .tie:
      let tied = tiedNames
      if let chosen {
        return say.headline(
          choose: chosen.name, chosen.kind.choosing,
          tiedWith: tiedNames.filter { $0 != chosen.name },
          cheaper: facts.tieBreaker != .lessBound)
      }
      return facts.tieBreaker == .askAgain
        ? say.headline(askAgain: tied) : say.headline(tie: tied)
    case .clear, .fragile:
      guard let chosen else { return say.headlinePricesMissing }
      let how = chosen.kind.choosing
      if !facts.conditions.isEmpty {
        return say.headline(
          choose: chosen.name, how, onceProven: names(facts.conditions))
      }
      if evaluation.offers.count == 1 { return say.headline(onlyOffer: chosen.name, how) }
      if facts.reasons.contains(.noAlternative) {
        return say.headline(onlyChoice: chosen.name, how)
      }
      guard facts.word == .fragile else { return say.headline(choose: chosen.name, how) }
      // The headline's condition is the next step, said once more in short.
      if let question = decidingQuestion {
        return say.headline(choose: chosen.name, how, clarifyingFirst: subject(of: question))
      }
      if let offer = offerToAsk {
        return say.headline(choose: chosen.name, how, awaiting: offer.name)
      }
      if let clause = clauseToNegotiate {
        return say.headline(choose: chosen.name, how, agreeingFirst: clause.kind)
      }
      return say.headline(choose: chosen.name, how)
    }
  }

  /// Names of the options that are level, the leader first.
  var tiedNames: [String] {
    let tied = verdictFacts.tiedWith
    if !tied.isEmpty { return tied.map(name) }
    return [verdictFacts.leader, verdictFacts.runnerUp].compactMap { $0 }.map(name)
  }

  var verdict: String {
    let facts = verdictFacts
    let cureOf = facts.cure.map { name($0.offer) }
    let cureConditions = names(facts.cure?.conditions ?? [])
    guard let leader = facts.leader.map(name) else {
      return facts.reasons.contains(.noneRankable)
        ? say.noneRankable : say.allExcluded(cureOf: cureOf, conditions: cureConditions)
    }
    let rival = facts.runnerUp.map(name)
    switch facts.word {
    case .none:
      return facts.reasons.contains(.noneRankable)
        ? say.noneRankable : say.allExcluded(cureOf: cureOf, conditions: cureConditions)
    case .clear:
      guard let rival else { return say.fragile(leader, rival: nil) }
      return say.clear(
        leader, lead: facts.lead, over: rival, radius: evaluation.robustness?.radius)
    case .tie:
      for reason in facts.reasons {
        guard let rival else { break }
        switch reason {
        case .smallLead:
          if let lead = facts.lead { return say.smallLead(leader, lead: lead, rival: rival) }
        case .withinNoise:
          if let lead = facts.lead, let noise = facts.noise {
            return say.withinNoise(leader, lead: lead, noise: noise, rival: rival)
          }
        case .lowChance:
          if let weakest = evaluation.robustness?.rivals.min(by: { $0.chance < $1.chance }) {
            return say.lowChance(leader, chance: weakest.chance, rival: name(weakest.offer))
          }
        default: continue
        }
      }
      return say.tie(tiedNames)
    case .fragile:
      return fragileSentence(
        leader: leader, rival: rival, cureOf: cureOf, cureConditions: cureConditions)
    }
  }

  private func fragileSentence(
    leader: String, rival: String?, cureOf: String?, cureConditions: [String]
  ) -> String {
    if evaluation.offers.count == 1 { return say.onlyOne(leader) }
    for reason in verdictFacts.reasons {
      switch reason {
      case .noAlternative:
        return say.noAlternative(leader, cureOf: cureOf, conditions: cureConditions)
      case .unknownKnockout:
        return say.unknownKnockout(leader, conditions: names(verdictFacts.conditions))
      case .smallRadius:
        if let radius = evaluation.robustness?.radius,
          let other = evaluation.robustness?.rival.map(name) ?? rival
        {
          return say.smallRadius(leader, radius: radius, rival: other)
        }
      case .lowAcceptability:
        if let share = evaluation.leader?.firstShare {
          return say.lowAcceptability(leader, share: share)
        }
      case .lowJointAcceptability:
        if let share = evaluation.leader?.jointFirstShare {
          return say.lowJointAcceptability(leader, share: share)
        }
      case .cornerTest:
        return say.cornerTest(leader, rival: evaluation.robustness?.cornerRival.map(name))
      case .costClipped:
        if let rival { return say.costClipped(leader, rival: rival) }
      case .smallLead, .withinNoise, .lowChance, .allExcluded, .noneRankable: continue
      }
    }
    return say.fragile(leader, rival: rival)
  }
}
