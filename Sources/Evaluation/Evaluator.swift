public import DecisionModel
import Fit
import MCDA
import Measures
public import Messages
import Sensitivity
import TotalCost

/// Turns a decision and its offers into an ``Evaluation``: every station of the data's way once.
public struct Evaluator: Sendable {
  /// What is decided, and by which rules.
  public let decision: Decision
  /// The options with what their files say, in the order declared.
  public let offers: [Offer]
  /// Cost lines of the old system that runs until an option goes live.
  public let baseline: [OfferedCost]
  /// Files read, for the record.
  public let inputs: [InputFile]
  /// Version of the program, for the record.
  public let programVersion: String
  /// Tasks that share the sampling, at least 1; changes no result.
  public let threads: Int

  /// An evaluation to be made.
  public init(
    decision: Decision, offers: [Offer], baseline: [OfferedCost] = [], inputs: [InputFile] = [],
    programVersion: String, threads: Int = 1
  ) {
    self.decision = decision
    self.offers = offers
    self.baseline = baseline
    self.inputs = inputs
    self.programVersion = programVersion
    self.threads = threads
  }

  /// Evaluates.
  ///
  /// - Parameter diagnostics: Receives warnings that only show once costs are on the calendar.
  /// - Throws: ``EvaluationFailure`` with the place of every cost line, quantity or weight that
  ///   cannot be reckoned with.
  public func evaluate(
    diagnostics: inout Diagnostics
  ) async throws(EvaluationFailure) -> Evaluation {
    var assessments = try assess(&diagnostics)
    let risk = await CostRisk(decision: decision, assessments: assessments, threads: threads)
    for index in assessments.indices { assessments[index].cost.range = risk?.range(of: index) }
    let table: PerformanceTable
    let (values, low, high): (AdditiveValue, AdditiveValue, AdditiveValue)
    do {
      table = try PerformanceTable(decision: decision, assessments: assessments)
      values = try AdditiveValue(tree: table.tree, values: table.point)
      low = try AdditiveValue(tree: table.tree, values: table.low)
      high = try AdditiveValue(tree: table.tree, values: table.high)
    } catch {
      throw failure(.criteriaUnusable())
    }
    let standings = Standings(
      assessments: assessments, values: values, low: low, high: high,
      needsCost: decision.criteria.costNode != nil)
    let contest = try await Contest(
      decision: decision, assessments: assessments, table: table, standings: standings,
      risk: risk, threads: threads, position: position)
    let noise = standings.order.first.map {
      ValueNoise(decision: decision, assessments: assessments, risk: risk, leader: $0)
    }
    let verdict = VerdictRule(
      decision: decision, assessments: assessments, standings: standings,
      acceptability: contest.acceptability, jointAcceptability: contest.jointAcceptability,
      radius: contest.radius, corner: contest.corner,
      noise: noise?.standardDeviations ?? []
    ).verdict()
    let profiles = try profiles(table: table, standings: standings)
    let order = standings.readingOrder.map { offers[$0].declaration.id }
    let scenarios = Scenarios(
      decision: decision, offers: offers, baseline: baseline, table: table, order: order,
      leader: verdict.leader)
    let results = OfferResults(
      decision: decision, assessments: assessments, values: values, low: low, high: high,
      standings: standings, acceptability: contest.acceptability,
      jointAcceptability: contest.jointAcceptability)
    let comparison =
      standings.order.count > 1
      ? OfferComparison(decision: decision, assessments: assessments, values: values)
        .between(standings.order[0], standings.order[1]) : nil
    let risks = ContractRisks(
      decision: decision, assessments: assessments, baseline: baseline, standings: standings)
    let priceRises = risks.priceRises()
    let criteria = CriterionSummaries.all(of: decision.criteria)
    let costRisk = await risk?.result(
      assessments: assessments, order: standings.order, seed: decision.sampling.seed,
      threads: threads)
    let offerResults = results.all()
    return Evaluation(
      programVersion: programVersion, decision: summary(assessments),
      criteria: criteria, offers: offerResults, order: order, verdict: verdict,
      comparison: comparison,
      worthAndCost: WorthAndCosts(offers: offerResults, criteria: criteria).all(),
      weights: contest.weights, robustness: contest.robustness,
      scales: ScaleVariation(
        decision: decision, assessments: assessments, standings: standings
      ).result(), prices: prices(assessments, standings),
      answersToTie: AnswersToTie(
        decision: decision, assessments: assessments, standings: standings
      ).all(),
      costRisk: costRisk, breakEvens: BreakEvens.all(assessments),
      crossings: CostCrossings.all(of: assessments), priceRises: priceRises,
      weakClauses: risks.weakClauses(priceRises),
      questions: OpenQuestions(
        decision: decision, assessments: assessments, standings: standings
      ).all(),
      information: InformationValues(
        decision: decision, assessments: assessments, standings: standings, risk: risk
      ).result(), profiles: profiles, scenarios: try scenarios.results(),
      twoWayTables: try scenarios.tables(),
      findings: FindingRules(
        decision: decision, assessments: assessments, standings: standings, table: table,
        profiles: profiles, costRisk: costRisk, jointAcceptability: contest.jointAcceptability
      ).all(), inputs: inputs.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) },
      parameters: parameters)
  }

  /// Assesses every offer; the failures of all offers together.
  private func assess(
    _ diagnostics: inout Diagnostics
  ) throws(EvaluationFailure) -> [OfferAssessment] {
    guard !offers.isEmpty else { throw failure(.criteriaUnusable()) }
    var failures = Diagnostics()
    var assessments: [OfferAssessment] = []
    for offer in offers {
      do {
        let assessment = try OfferAssessment(offer: offer, decision: decision, baseline: baseline)
        diagnostics.append(assessment.cost.diagnostics)
        assessments.append(assessment)
      } catch {
        failures.append(error.diagnostics)
      }
    }
    if failures.hasErrors { throw EvaluationFailure(failures) }
    return assessments
  }

  private func profiles(
    table: PerformanceTable, standings: Standings
  ) throws(EvaluationFailure) -> [ProfileResult] {
    guard !standings.ranked.isEmpty else { return [] }
    var results: [ProfileResult] = []
    for profile in decision.profiles {
      do {
        let tree = try PerformanceTable.tree(
          of: decision.criteria, localWeights: profile.localWeights)
        let value = try AdditiveValue(
          tree: tree, values: table.rows(standings.ranked, of: table.point))
        let points = value.totals.map { 100 * $0 }
        let ranks = Ranking(points, tolerance: Standings.tolerance).ranks
        results.append(
          ProfileResult(
            name: profile.name, localWeights: profile.localWeights,
            standings: standings.order.compactMap { offer in
              standings.ranked.firstIndex(of: offer).map {
                ProfileResult.Standing(
                  offer: offers[offer].declaration.id, points: points[$0], rank: ranks[$0])
              }
            }))
      } catch {
        throw failure(.criteriaUnusable())
      }
    }
    return results
  }

  private func prices(
    _ assessments: [OfferAssessment], _ standings: Standings
  ) -> [PriceToLead] {
    guard let node = decision.criteria.costNode, let scale = decision.criteria.costScale else {
      return []
    }
    return PricesToLead(
      decision: decision, assessments: assessments, standings: standings,
      cost: (decision.criteria.globalWeight(of: node), scale)
    ).all()
  }

  private var position: SourcePosition {
    SourcePosition(file: decision.file, line: 1, column: 1)
  }

  private func failure(_ message: Message) -> EvaluationFailure {
    EvaluationFailure(position, message)
  }

  private var parameters: Parameters {
    Parameters(
      inputCount: inputs.count,
      draws: decision.sampling.draws, seed: decision.sampling.seed,
      generator: "xoshiro256++ addressed by SplitMix64", tieLead: decision.verdictRules.tieLead,
      tieChance: decision.verdictRules.tieChance, clearRadius: decision.verdictRules.clearRadius,
      clearAcceptability: decision.verdictRules.clearAcceptability,
      weightDepth: decision.weighting.depth)
  }

  private func summary(_ assessments: [OfferAssessment]) -> DecisionSummary {
    let scale = decision.criteria.costScale
    return DecisionSummary(
      title: decision.title, language: decision.language, currency: decision.currency,
      asOf: decision.asOf, decideBy: decision.decideBy, reviewOn: decision.reviewOn,
      owner: decision.owner, isConfidential: decision.isConfidential,
      years: decision.costPlan.years, start: decision.costPlan.start,
      discountRate: decision.costPlan.discountRate,
      discounting: decision.costPlan.discounting.rawValue,
      rateTerms: decision.costPlan.rateTerms == .nominal ? "nominal" : "real",
      inflation: decision.costPlan.statedInflation,
      fiscalYearStart: decision.costPlan.fiscalYearStart,
      includesExit: decision.costPlan.includesExit, costBest: scale?.best, costWorst: scale?.worst,
      quantities: decision.quantityOrder.compactMap { name in
        decision.costPlan.quantities[name].map { quantity in
          QuantityCourse(
            name: name,
            byYear: (try? decision.costPlan.yearlyValues(of: name)) ?? [],
            low: quantity.low, high: quantity.high)
        }
      },
      exchangeRates: decision.exchangeRates.map {
        ExchangeRateSummary(
          currency: $0.currency, rate: $0.rate, asOf: $0.asOf,
          from: $0.from == $0.asOf ? nil : $0.from, source: $0.source)
      },
      indexes: decision.indexSources.map {
        IndexSummary(name: $0.name, asOf: $0.asOf, source: $0.source)
      }, catalogue: decision.catalogue, unanswered: decision.unanswered.rawValue,
      weightMethod: decision.weighting.method.rawValue, weightPlay: decision.weighting.play.double)
  }
}
