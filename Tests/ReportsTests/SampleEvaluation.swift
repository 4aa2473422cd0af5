import DecisionModel
import LockIn
import Measures
import Messages
import Testing
import TotalCost

@testable import Evaluation

/// Builds evaluations in code, with figures that agree with each other where a report adds them up.
struct SampleEvaluation {
  /// A criterion to build, by path.
  struct Node {
    var path: String
    var name: LocalText
    var weight: Double
    var knockout: LocalText?
    var priority: Priority?
  }

  /// An answer to build: a level, a figure, or nothing.
  struct Reply {
    var value: Double?
    var level: LocalText?
    var figure: Amount?
    var unit: String?
    var words: String
    var evidence: Int?
  }

  /// An option to build.
  struct Option {
    var id: String
    var name: String
    var kind: OfferDeclaration.Kind
    var state = OfferResult.State.acceptable
    var replies: [String: Reply]
    var categories: [(CostCategory?, [Int])]
    var knockouts: [KnockoutResult] = []
    var firstShare: Double = 0
    var missingPrice = false
  }

  static let rate = 0.05
  static let costBest = 250_000.0
  static let costWorst = 700_000.0

  var nodes: [Node]
  var options: [Option]

  /// Criteria with their weights in the whole.
  func criteria() -> [CriterionSummary] {
    var result = [
      CriterionSummary(
        path: "", parent: nil, depth: 0, name: LocalText(de: "Gesamt", en: "Overall"), note: nil,
        goal: "fit", isLeaf: false, leafCount: 0, localWeight: 1, globalWeight: 1, priority: nil,
        scale: nil, knockout: nil,
        source: SourcePosition(file: "decision.yaml", line: 1, column: 1))
    ]
    for (index, node) in nodes.enumerated() {
      let steps = node.path.split(separator: "/").map(String.init)
      let parent = steps.dropLast().joined(separator: "/")
      let siblings = nodes.filter { self.parent(of: $0.path) == parent }
      let local = node.weight / siblings.reduce(0) { $0 + $1.weight }
      let above = result.first { $0.path == parent }?.globalWeight ?? 1
      let isLeaf = !nodes.contains { self.parent(of: $0.path) == node.path }
      result.append(
        CriterionSummary(
          path: node.path, parent: parent, depth: steps.count, name: node.name, note: nil,
          goal: steps[0] == "cost" || steps[0] == "lock_in" ? steps[0] : "fit", isLeaf: isLeaf,
          leafCount: isLeaf
            ? 1 : nodes.filter { $0.path.hasPrefix(node.path + "/") }.count,
          localWeight: local, globalWeight: local * above, priority: node.priority,
          scale: LocalText(de: "Antwortstufen", en: "Response levels"), knockout: node.knockout,
          source: SourcePosition(file: "decision.yaml", line: 30 + index, column: 5)))
    }
    result[0].leafCount = result.filter(\.isLeaf).count
    return result
  }

  private func parent(of path: String) -> String {
    path.split(separator: "/").dropLast().joined(separator: "/")
  }

  /// Scores of an option up the tree.
  func scores(_ option: Option, _ criteria: [CriterionSummary]) -> [Score] {
    var values: [String: (Double, Double, Double)] = [:]
    let cost = cost(option)
    for node in criteria.reversed() {
      if node.path == "cost" {
        let value = cost.value ?? 0.4
        values[node.path] = (value, value, value)
      } else if node.isLeaf {
        let reply = option.replies[node.path]
        values[node.path] = reply?.value.map { ($0, $0, $0) } ?? (0.5, 0, 1)
      } else {
        var sum = (0.0, 0.0, 0.0)
        for child in criteria where child.parent == node.path {
          guard let value = values[child.path] else { continue }
          sum.0 += child.localWeight * value.0
          sum.1 += child.localWeight * value.1
          sum.2 += child.localWeight * value.2
        }
        values[node.path] = sum
      }
    }
    return criteria.map { node in
      let value = values[node.path] ?? (0, 0, 0)
      var answer: AnswerResult?
      if node.isLeaf, node.path != "cost" {
        let reply = option.replies[node.path]
        answer = AnswerResult(
          reading: reply?.value == nil ? "missing" : reply?.figure == nil ? "level" : "figure",
          level: reply?.level, figure: reply?.figure, figureLow: nil, figureHigh: nil,
          unit: reply?.unit, words: reply?.words ?? "", evidence: reply?.evidence, comment: "",
          source: reply.map { _ in
            SourcePosition(file: "offers/\(option.id).csv", line: 12, column: 2)
          })
      }
      return Score(
        criterion: node.path, value: value.0, low: value.1, high: value.2,
        points: 100 * node.globalWeight * value.0, answer: answer)
    }
  }

  /// Cost of an option from yearly sums by category.
  func cost(_ option: Option) -> CostResult {
    var factors = [1.0]
    for year in 1...5 {
      // Mid-year convention with square root of 1.05 as the half year.
      factors.append((factors.last ?? 1) / (year == 1 ? 1.05.squareRoot() : 1.05))
    }
    let categories = option.categories.map { category, years in
      CategoryCost(
        category: category, byYear: years.map { Amount($0) }, total: Amount(years.reduce(0, +)),
        presentValue: zip(years, factors).reduce(0) { $0 + Double($1.0) * $1.1 })
    }
    let present = categories.reduce(0) { $0 + $1.presentValue }
    let byYear = (0...5).map { year in
      Amount(option.categories.reduce(0) { $0 + $1.1[year] })
    }
    let total = byYear.reduce(0) { $0 + $1.units }
    let old = option.categories.filter { $0.0 == nil }.reduce(0) { $0 + $1.1.reduce(0, +) }
    let lines = option.categories.enumerated().compactMap { index, entry -> CostLineResult? in
      guard let category = entry.0 else { return nil }
      return CostLineResult(
        name: category == .subscription ? "Nutzung je Person und Monat" : "Position \(category)",
        category: category, payee: category == .internalEffort ? .own : .vendor,
        words: "1.234,56 €", treatment: "counted", byYear: entry.1.map { Amount($0) },
        total: Amount(entry.1.reduce(0, +)), presentValue: categories[index].presentValue,
        source: SourcePosition(file: "offers/\(option.id)-quote.xml", line: 40 + index, column: 7))
    }
    let extra = CostLineResult(
      name: "Zweites Testsystem", category: .subscription, payee: .vendor, words: "4.800 € im Jahr",
      treatment: option.missingPrice ? "on_request" : "optional",
      byYear: [0, 4800, 4800, 4800, 4800, 4800].map { Amount($0) }, total: Amount(24_000),
      presentValue: 21_294.4,
      source: SourcePosition(file: "offers/\(option.id).csv", line: 58, column: 1))
    let isComplete = !option.missingPrice
    let value =
      (SampleEvaluation.costWorst - present)
      / (SampleEvaluation.costWorst - SampleEvaluation.costBest)
    return CostResult(
      presentValue: isComplete ? present : nil, total: isComplete ? Amount(units: total) : nil,
      lowestPossible: present,
      range: CostRangeResult(
        p10: present * 0.9, p50: present * 1.02, p90: present * 1.14, isPlanOptimistic: false),
      firstYear: Amount(units: byYear[0].units + byYear[1].units), investment: byYear[0],
      equalAnnual: isComplete ? present / 4.44 : nil, perUserAndMonth: Amount(87),
      oldSystem: Amount(old),
      oldSystemPresentValue: categories.first { $0.category == nil }?.presentValue ?? 0,
      vendorPresentValue: present * 0.7, vendorTotal: Amount(units: total * 7 / 10),
      value: isComplete ? min(1, value) : nil, isAboveScale: value > 1, isBelowScale: value < 0,
      optionalTotal: Amount(24_000), benefitTotal: .zero, categories: categories, byYear: byYear,
      byMonth: [],
      byFiscalYear: (0..<6).map { FiscalYearCost(year: 2027 + $0, amount: byYear[$0]) },
      lines: lines + [extra])
  }

  /// What was found about an option.
  func result(_ option: Option, _ criteria: [CriterionSummary]) -> OfferResult {
    let scores = scores(option, criteria)
    let factors = zip(criteria, scores).filter { $0.0.goal == "lock_in" && $0.0.isLeaf }
      .map { node, score in
        LockInResult.Factor(
          criterion: node.path, degree: (1 - (score.value ?? 0.5)) * 4,
          isAnswered: option.replies[node.path]?.value != nil)
      }
    let lockIn = scores.first { $0.criterion == "lock_in" }
    let open = zip(criteria, scores).filter {
      $0.0.isLeaf && $0.0.path != "cost" && option.replies[$0.0.path]?.value == nil
    }
    let share = option.firstShare
    let ranked = option.state == .acceptable || option.state == .conditional
    return OfferResult(
      id: option.id, name: option.name, kind: option.kind,
      goLive: CalendarDate(year: 2028, month: 1, day: 1),
      validUntil: CalendarDate(year: 2027, month: 4, day: 30), state: option.state,
      rank: nil, wouldRank: nil, rankBand: nil,
      points: option.missingPrice ? nil : scores[0].points,
      pointsLow: scores[0].low.map { $0 * 100 }, pointsHigh: scores[0].high.map { $0 * 100 },
      unansweredWeight: open.reduce(0) { $0 + $1.0.globalWeight }, unansweredCount: open.count,
      scores: scores, knockouts: option.knockouts,
      coverage: Coverage(requirements: 60, covered: 57, musts: 12, mustsCovered: 12),
      cost: cost(option),
      lockIn: lockIn.map { score in
        LockInResult(
          score: 100 - (score.value ?? 0) * 100, low: 100 - (score.high ?? 0) * 100,
          high: 100 - (score.low ?? 0) * 100, factors: factors,
          exitCost: (1...5).map {
            .init(
              year: $0, amount: Amount(90_000 + 2000 * $0),
              presentValue: 88_000 + 100.5 * Double($0))
          })
      },
      rankShares: ranked ? [share, 0.95 - share, 0.04, 0.01] : nil,
      rankShareError: ranked ? 0.0014 : nil, expectedRank: ranked ? 1.3 : nil,
      terms: [
        TermResult(
          name: "Kündigungsfrist", text: "6 Monate zum Ende des Vertragsjahres",
          source: SourcePosition(file: "offers/\(option.id).csv", line: 70, column: 1)),
        TermResult(
          name: "Preisanpassung", text: "jährlich, nach Verbraucherpreisindex, ohne Obergrenze",
          source: SourcePosition(file: "offers/\(option.id).csv", line: 71, column: 1)),
      ])
  }
}

extension SampleEvaluation {
  /// The whole evaluation with a verdict.
  func evaluation(
    verdict: Verdict, title: String = "ERP-Auswahl Nordwerk GmbH"
  ) throws
    -> Evaluation
  {
    let criteria = criteria()
    let offers = ranked(options.map { result($0, criteria) })
    let (asOf, start) = (try day("2026-11-20"), try day("2027-07-01"))
    var verdict = verdict
    let standing = offers.filter(\.isRanked).sorted { ($0.rank ?? 0) < ($1.rank ?? 0) }
    verdict.leader = standing.first?.id
    verdict.runnerUp = standing.dropFirst().first?.id
    if let first = standing.first?.points, let second = standing.dropFirst().first?.points {
      verdict.lead = first - second
    }
    let comparison: Comparison? = verdict.leader.flatMap { first in
      verdict.runnerUp.map { self.comparison(first, $0, offers, criteria) }
    }
    let order =
      offers.filter(\.isRanked).sorted { ($0.rank ?? 0) < ($1.rank ?? 0) }
      + offers.filter { $0.state == .notRankable } + offers.filter { $0.state == .excluded }
    let rivals = order.filter(\.isRanked).dropFirst()
    let weights = criteria.dropFirst().filter { $0.depth <= 2 || $0.isLeaf }.map { node in
      WeightResult(
        criterion: node.path, localWeight: node.localWeight, globalWeight: node.globalWeight,
        localLow: 0, localHigh: min(1, node.localWeight * 1.37),
        globalLow: 0, globalHigh: min(1, node.globalWeight * 1.37),
        leaderBelow: nil, leaderAbove: verdict.runnerUp, rankingLow: node.localWeight * 0.9,
        rankingHigh: min(1, node.localWeight * 1.1),
        leaders: verdict.leader.map { leader in
          [LeaderAlongWeight(from: 0, offer: leader)]
            + (verdict.runnerUp.map {
              [LeaderAlongWeight(from: min(1, node.localWeight * 1.37), offer: $0)]
            } ?? [])
        } ?? [])
    }
    return Evaluation(
      programVersion: "1.0",
      decision: DecisionSummary(
        title: title, language: .german, currency: "EUR",
        asOf: asOf,
        decideBy: CalendarDate("2027-03-31"), reviewOn: CalendarDate("2029-03-31"),
        owner: "Geschäftsführung", isConfidential: true, years: 5,
        start: start,
        discountRate: Amount(plain: "0.05") ?? .zero, discounting: "mid-year", includesExit: false,
        costBest: Amount(250_000), costWorst: Amount(700_000),
        quantities: [
          QuantityCourse(
            name: "users", byYear: [60, 65, 70, 76, 82].map { Amount($0) }, low: Amount(50),
            high: Amount(80)),
          QuantityCourse(name: "sites", byYear: [3, 3, 3, 3, 3].map { Amount($0) }),
        ],
        exchangeRates: [
          ExchangeRateSummary(
            currency: "CHF", rate: Amount(plain: "1.04") ?? .one,
            asOf: asOf, source: "EZB-Referenzkurs")
        ],
        catalogue: "erp", unanswered: "middle", weightMethod: "swing", weightPlay: 0.2),
      criteria: criteria, offers: offers, order: order.map(\.id), verdict: verdict,
      comparison: comparison,
      worthAndCost: offers.compactMap { result in
        guard let cost = result.cost.presentValue, let points = result.points else { return nil }
        return WorthAndCost(
          offer: result.id, worth: points, presentValue: cost,
          isEfficient: result.id == verdict.leader)
      }, weights: Array(weights),
      robustness: comparison == nil
        ? nil
        : Robustness(
          radius: 0.131, rival: verdict.runnerUp,
          rivals: rivals.enumerated().map {
            Robustness.Rival(
              offer: $1.id, radius: $0 == 2 ? nil : 0.131 + 0.21 * Double($0),
              chance: min(0.999, 0.78 + 0.1 * Double($0)))
          },
          breakingWeights: criteria.filter { $0.depth == 1 }.map {
            BreakingWeight(criterion: $0.path, now: $0.localWeight, then: $0.localWeight * 0.87)
          }, entropy: 0.81, passesCornerTest: true),
      scales: ScaleRobustness(
        tried: 96,
        turning: [
          ScaleChange(
            scope: .one, criterion: criteria.first { $0.isLeaf }?.path, kind: .bestNearer,
            leader: options[options.count - 1].id, lead: 0.37)
        ]),
      prices: rivals.map {
        PriceToLead(
          offer: $0.id, presentValueCut: 26_114.2,
          share: $0.kind.hasVendor ? 0.0712 : nil, perYear: 5_748.26, total: 28_741.3,
          isPossible: $0.id != "own")
      },
      priceRises: verdict.leader.map {
        [
          PriceRise(
            offer: $0, rate: 0.1, lines: 3, presentValue: 61_250.5, leaderThen: verdict.runnerUp)
        ]
      } ?? [],
      weakClauses: verdict.leader == nil
        ? []
        : [
          WeakClause(
            criterion: "lock_in", factor: .priceAfterTerm, degree: 3,
            moneyEffect: 61_250.5)
        ],
      questions: (verdict.conditions.isEmpty
        ? []
        : [
          OpenQuestion(
            offer: verdict.leader ?? "x", criterion: "fit/integration/machines", costLine: nil,
            effect: .decides, span: 4.5)
        ]) + [
          OpenQuestion(
            offer: verdict.leader ?? options[0].id, criterion: criteria.last { $0.isLeaf }?.path,
            costLine: nil,
            effect: options.count > 1 ? .changesLeader : .movesPoints, span: 5.25),
          OpenQuestion(
            offer: options[0].id, criterion: criteria.first { $0.isLeaf }?.path, costLine: nil,
            effect: .movesPoints, span: 2.5),
          OpenQuestion(
            offer: options[options.count - 1].id, criterion: nil, costLine: "Zweites Testsystem",
            effect: .missingPrice, span: 0),
        ],
      information: InformationResult(
        everything: .init(points: 0.734, standardError: 0.011, money: 19_567),
        items: [
          .init(
            offer: options[options.count - 1].id, criterion: criteria.first { $0.isLeaf }?.path,
            kind: .missing,
            points: 0.413, money: 11_013),
          .init(
            offer: options[options.count - 1].id, criterion: nil, kind: .cost, points: 0.108,
            money: 2_880),
        ], worthless: 37),
      profiles: [
        ProfileResult(
          name: "Vertrieb", localWeights: criteria.map(\.localWeight),
          standings: order.filter(\.isRanked).map {
            .init(offer: $0.id, points: ($0.points ?? 0) - 1.37, rank: $0.rank ?? 1)
          })
      ],
      scenarios: [
        ScenarioResult(
          id: "growth",
          name: LocalText(de: "Schnelles Wachstum", en: "Fast growth"),
          standings: order.map {
            .init(
              offer: $0.id, state: $0.state, points: $0.points.map { $0 - 2.68 }, rank: $0.rank,
              presentValue: $0.isRanked ? 412_345 : nil)
          }, leader: order.first { $0.isRanked }?.id, lead: 3.21, changesLeader: false)
      ],
      twoWayTables: [
        TwoWayResult(
          rows: .init(
            name: LocalText("users"), values: [Amount(40), Amount(90)], isShare: false),
          columns: .init(
            name: .yearlyRise, values: [.zero, Amount(units: Amount.unitsPerWhole * 3 / 100)],
            isShare: true),
          cells: [
            [.init(leader: options[0].id, lead: 4.06), .init(leader: options[0].id, lead: 3.53)],
            [
              .init(leader: options[options.count - 1].id, lead: 0.92),
              .init(leader: nil, lead: nil),
            ],
          ])
      ],
      findings: [
        Finding(
          id: "agreement", isImportant: false, offer: nil,
          text: LocalText(
            de: "Bei 3 Kriterien antworten alle Angebote gleich.",
            en: "All offers answer 3 criteria alike.")),
        Finding(
          id: "highScoreLowEvidence", isImportant: true, offer: options[0].id,
          text: LocalText(
            de: "4 gute Antworten von \(options[0].name) sind nur mündlich zugesagt.",
            en: "4 good answers by \(options[0].name) were only said in a talk.")),
      ],
      inputs: [
        InputFile(path: "decision.yaml", bytes: 5120, sha256: String(repeating: "3f9c", count: 16)),
        InputFile(
          path: "offers/nordwind.csv", bytes: 18_233, sha256: String(repeating: "a71e", count: 16)),
      ],
      parameters: Parameters(
        inputCount: 2, draws: 100_000, seed: 1, generator: "xoshiro256++", tieLead: 1,
        tieChance: 0.6, clearRadius: 0.15, clearAcceptability: 0.8, weightDepth: 2))
  }

  private func day(_ text: String) throws -> CalendarDate { try #require(CalendarDate(text)) }

  /// Ranks by points: of ranked options their rank, of excluded ones the one they would have had.
  private func ranked(_ offers: [OfferResult]) -> [OfferResult] {
    offers.map { offer in
      var offer = offer
      let better = offers.filter { $0.isRanked && ($0.points ?? 0) > (offer.points ?? 0) }
      offer.rank = offer.isRanked ? better.count + 1 : nil
      offer.wouldRank = offer.state == .excluded ? better.count + 1 : nil
      return offer
    }
  }

  private func comparison(
    _ first: String, _ second: String, _ offers: [OfferResult], _ criteria: [CriterionSummary]
  ) -> Comparison {
    let own = offers.first { $0.id == first }
    let other = offers.first { $0.id == second }
    func points(_ offer: OfferResult?, _ path: String) -> Double {
      offer?.score(path)?.points ?? 0
    }
    let branches = criteria.filter {
      $0.path == "cost" || $0.path == "lock_in" || ($0.goal == "fit" && $0.depth == 2)
    }
    let differences = branches.map { branch in
      let leaves = criteria.filter {
        $0.isLeaf && ($0.path == branch.path || $0.path.hasPrefix(branch.path + "/"))
      }
      func covered(_ offer: OfferResult?) -> Int {
        leaves.filter { (offer?.score($0.path)?.value ?? 0) >= 0.9 }.count
      }
      let difference = points(own, branch.path) - points(other, branch.path)
      let questions = leaves.map {
        QuestionDifference(
          criterion: $0.path, points: points(own, $0.path) - points(other, $0.path))
      }.filter { $0.points * difference > 0 && $0.criterion != "cost" }
        .sorted { abs($0.points) > abs($1.points) }
      return Difference(
        criterion: branch.path, points: difference, first: points(own, branch.path),
        second: points(other, branch.path), questions: Array(questions.prefix(3)),
        firstCovered: covered(own), secondCovered: covered(other), questionCount: leaves.count)
    }
    let names = Set(
      ((own?.cost.categories ?? []) + (other?.cost.categories ?? []))
        .map { $0.category?.rawValue ?? "old_system" })
    func present(_ offer: OfferResult?, _ name: String) -> Double {
      offer?.cost.categories.first { ($0.category?.rawValue ?? "old_system") == name }?.presentValue
        ?? 0
    }
    return Comparison(
      first: first, second: second, differences: differences.sorted { $0.points > $1.points },
      presentValueDifference: own?.cost.presentValue.flatMap { left in
        other?.cost.presentValue.map { left - $0 }
      },
      categoryDifferences: names.map {
        CategoryDifference(category: $0, presentValue: present(own, $0) - present(other, $0))
      }.sorted { ($0.presentValue, $0.category) < ($1.presentValue, $1.category) })
  }
}
