import DecisionModel
import LockIn
import Measures
import Messages
import Testing
import TotalCost

@testable import Evaluation

/// A small evaluation whose figures do not print evenly and whose names are as bad as names get:
/// weights in thirds, amounts in fractions of a cent, formulas, quotes and line ends in texts.
enum TablesFixture {
  static let third = 1.0 / 3

  static func amount(_ text: String) -> Amount { Amount(plain: text) ?? .zero }

  /// Ranked: a, b. Not rankable: c. Excluded: d, which would have been first.
  static func evaluation(_ language: Language = .german) throws -> Evaluation {
    let source = SourcePosition(file: "decision.yaml", line: 3, column: 1)
    func criterion(
      _ path: String, _ name: String, _ goal: String, _ weights: (Double, Double), leaf: Bool
    ) -> CriterionSummary {
      let depth = path.isEmpty ? 0 : path.split(separator: "/").count
      let parent = depth > 1 ? path.split(separator: "/").dropLast().joined(separator: "/") : ""
      return CriterionSummary(
        path: path, parent: depth == 0 ? nil : parent, depth: depth,
        name: LocalText(de: name, en: "\(name) (en)"), goal: goal, isLeaf: leaf,
        leafCount: leaf ? 1 : 2, localWeight: weights.0, globalWeight: weights.1,
        priority: path == "fit/core" ? .must : nil, source: source)
    }
    let day = try #require(CalendarDate("2026-11-20"))
    let start = try #require(CalendarDate("2027-07-01"))
    return Evaluation(
      programVersion: "1.0.0",
      decision: DecisionSummary(
        title: "ERP für Müller; \"Söhne\"", language: language, currency: "EUR", asOf: day,
        decideBy: CalendarDate("2027-03-31"), isConfidential: true, years: 2, start: start,
        discountRate: amount("0.05"), discounting: "mid-year", includesExit: false,
        costBest: amount("1000"), costWorst: amount("9000"), quantities: [],
        exchangeRates: [
          ExchangeRateSummary(
            currency: "CHF", rate: amount("1.04"), asOf: day, source: "ECB / EZB")
        ],
        unanswered: "middle", weightMethod: "direct", weightPlay: 0.2),
      criteria: [
        criterion("", "Gesamt", "fit", (1, 1), leaf: false),
        criterion("fit", "Eignung", "fit", (third, third), leaf: false),
        criterion("fit/core", "=SUMME(A1:A9)", "fit", (0.5, third / 2), leaf: true),
        criterion("fit/usability", "Bedienung;\r\n\"leicht\"", "fit", (0.5, third / 2), leaf: true),
        criterion("cost", "Kosten", "cost", (third, third), leaf: true),
        criterion("lock_in", "Bindung", "lock_in", (third, third), leaf: false),
        criterion("lock_in/export", "@Export", "lock_in", (0.25, third / 4), leaf: true),
        criterion("lock_in/skills", "+Wissen", "lock_in", (0.75, third / 4 * 3), leaf: true),
      ],
      offers: [
        offer("b", "Südstern", .acceptable, rank: 2, values: [0.9, nil, 0.2, 0.5, 0.25]),
        offer("a", "=cmd|' /C calc'!A0", .conditional, rank: 1, values: [1, 0.8, 0.7, 0, 0.5]),
        offer("c", "日本システム", .notRankable, values: [0.5, 0.5, nil, 1, 1]),
        offer("d", "Zu\u{308}rich", .excluded, values: [1, 1, 1, 1, 1]),
      ],
      order: ["a", "b", "c", "d"],
      verdict: Verdict(
        word: .fragile, reasons: [.unknownKnockout, .smallRadius], leader: "a", runnerUp: "b",
        tiedWith: [], lead: 12.5, noise: 1.25, chanceOverRunnerUp: 0.7,
        conditions: [LocalText("Verschlüsselung")]),
      comparison: Comparison(
        first: "a", second: "b",
        differences: [
          Difference(
            criterion: "cost", points: 16.25, first: 23, second: 7, questions: [],
            firstCovered: 0, secondCovered: 0, questionCount: 0),
          Difference(
            criterion: "fit", points: 1.5, first: 30, second: 28.5,
            questions: [QuestionDifference(criterion: "fit/core", points: 1.5)], firstCovered: 2,
            secondCovered: 1, questionCount: 2),
        ],
        presentValueDifference: -1000.125,
        categoryDifferences: [CategoryDifference(category: "licence", presentValue: -1000.125)]),
      worthAndCost: [],
      weights: [
        WeightResult(
          criterion: "cost", localWeight: third, globalWeight: third, localLow: 0.125,
          localHigh: 1, globalLow: 0.125, globalHigh: 1, leaderBelow: "b", rankingLow: 0.125,
          rankingHigh: 0.875,
          leaders: [
            LeaderAlongWeight(from: 0, offer: "b"), LeaderAlongWeight(from: 0.125, offer: "a"),
          ])
      ],
      robustness: Robustness(
        radius: 0.125, rival: "b",
        rivals: [Robustness.Rival(offer: "b", radius: 0.125, chance: 0.7)],
        breakingWeights: [BreakingWeight(criterion: "cost", now: third, then: 0.25)],
        entropy: 0.88, passesCornerTest: true),
      scales: ScaleRobustness(
        tried: 14,
        turning: [
          ScaleChange(scope: .allLevels, criterion: nil, kind: .bentDown, leader: "b", lead: third)
        ]),
      prices: [
        PriceToLead(
          offer: "b", presentValueCut: 1234.565, share: 0.1, perYear: 650.25, total: 1300.5,
          isPossible: true)
      ],
      priceRises: [
        PriceRise(offer: "a", rate: 0.1, lines: 2, presentValue: 1234.5, leaderThen: "b")
      ],
      weakClauses: [
        WeakClause(criterion: "lock_in", factor: .term, degree: 3, moneyEffect: nil)
      ],
      questions: [
        OpenQuestion(offer: "a", criterion: "fit/core", effect: .decides, span: 16.7),
        OpenQuestion(offer: "c", costLine: "Lizenz", effect: .missingPrice, span: 0),
      ],
      information: InformationResult(
        everything: .init(points: 0.734, standardError: 0.011, money: 19_567),
        items: [
          .init(offer: "a", criterion: "fit/core", kind: .missing, points: 0.413, money: 11_013),
          .init(offer: "a", criterion: nil, kind: .cost, points: 0.108, money: 2_880),
        ], worthless: 37),
      profiles: [
        ProfileResult(
          name: "-Vertrieb", localWeights: [],
          standings: [
            ProfileResult.Standing(offer: "a", points: 60.5, rank: 2),
            ProfileResult.Standing(offer: "b", points: 61, rank: 1),
          ])
      ],
      scenarios: [
        ScenarioResult(
          id: "x", name: LocalText("=Wachstum"),
          standings: [
            .init(offer: "a", state: .acceptable, points: 100 * third, rank: 2),
            .init(offer: "b", state: .conditional, points: 61, rank: 1),
            .init(offer: "d", state: .excluded),
          ], leader: "b", lead: 61 - 100 * third, changesLeader: true)
      ],
      twoWayTables: [
        TwoWayResult(
          rows: .init(name: LocalText("users"), values: [Amount(40)], isShare: false),
          columns: .init(name: .yearlyRise, values: [.zero, .one], isShare: true),
          cells: [[.init(leader: "a", lead: third), .init(leader: nil, lead: nil)]])
      ],
      findings: [
        Finding(
          id: "optimisticPlan", isImportant: true, offer: "a",
          text: LocalText(de: "Der Plan ist zuversichtlich.", en: "The plan is optimistic."))
      ],
      inputs: [
        InputFile(path: "offers/a.csv", bytes: 3, sha256: String(repeating: "ab", count: 32)),
        InputFile(path: "decision.yaml", bytes: 9, sha256: String(repeating: "01", count: 32)),
      ],
      parameters: Parameters(
        inputCount: 2, draws: 100_000, seed: .max, generator: "xoshiro256++", tieLead: 1,
        tieChance: 0.6, clearRadius: 0.15, clearAcceptability: 0.8, weightDepth: 2))
  }

  /// An option with a value for each leaf in the order of the criteria; `nil` is an open answer, for
  /// cost a missing price.
  static func offer(
    _ id: String, _ name: String, _ state: OfferResult.State, rank: Int? = nil, values: [Double?]
  ) -> OfferResult {
    let weights = [third / 2, third / 2, third, third / 4, third / 4 * 3]
    let leaves = ["fit/core", "fit/usability", "cost", "lock_in/export", "lock_in/skills"]
    let counted = values.enumerated().map { $1 ?? ($0 == 2 ? 0 : 0.5) }
    let points = zip(weights, counted).map { 100 * $0 * $1 }
    let isPriced = values[2] != nil
    func branch(_ path: String, _ range: Range<Int>) -> Score {
      let sum = points[range].reduce(0, +)
      let weight = weights[range].reduce(0, +)
      return Score(criterion: path, value: sum / weight / 100, points: isPriced ? sum : nil)
    }
    func leaf(_ index: Int) -> Score {
      var score = Score(
        criterion: leaves[index], value: index == 2 ? values[2] : counted[index],
        points: index == 2 && !isPriced ? nil : points[index])
      if index != 2 { score.answer = answer(values[index], file: "offers/\(id).csv") }
      return score
    }
    var whole = branch("", 0..<5)
    whole.value = isPriced ? whole.value : nil
    let isExcluded = state == .excluded
    return OfferResult(
      id: id, name: name, kind: .saas, goLive: CalendarDate("2028-01-01"), state: state,
      rank: rank, wouldRank: isExcluded ? 1 : nil,
      rankBand: id == "b" ? RankBand(best: 1, worst: 2) : nil, points: whole.points,
      pointsLow: whole.points.map { $0 - 8 }, pointsHigh: whole.points.map { $0 + 8 },
      unansweredWeight: third / 2, unansweredCount: 1,
      scores: [whole, branch("fit", 0..<2), leaf(0), leaf(1), leaf(2), branch("lock_in", 3..<5)]
        + [leaf(3), leaf(4)],
      knockouts: knockouts(state),
      coverage: Coverage(requirements: 2, covered: 1, musts: 1, mustsCovered: 1),
      cost: cost(isPriced: isPriced),
      lockIn: LockInResult(
        score: 62.5, low: 50, high: 75,
        factors: [
          LockInResult.Factor(criterion: "lock_in/export", degree: 2, isAnswered: false),
          LockInResult.Factor(criterion: "lock_in/skills", degree: 4, isAnswered: true),
        ],
        exitCost: [
          LockInResult.ExitCost(year: 1, amount: amount("100.005"), presentValue: 97.59),
          LockInResult.ExitCost(year: 2, amount: amount("103.005"), presentValue: 95.73),
        ]),
      rankShares: rank == nil ? nil : (rank == 1 ? [0.7, 0.3] : [0.3, 0.7]),
      rankShareError: rank == nil ? nil : 0.00145, expectedRank: rank.map { Double($0) * 0.9 },
      terms: [
        TermResult(
          name: "Kündigung", text: "12 Monate",
          source: SourcePosition(file: "offers/\(id).csv", line: 40, column: 1))
      ])
  }

  private static func answer(_ value: Double?, file: String) -> AnswerResult {
    let source = SourcePosition(file: file, line: 7, column: 2)
    guard let value else { return AnswerResult(reading: "missing", words: "", comment: "") }
    if value == 0.8 {
      return AnswerResult(
        reading: "figure", figure: amount("-1.5"), figureLow: amount("-2"),
        figureHigh: amount("-1"), unit: "°C", words: "-1,5 °C", evidence: 3, comment: "",
        source: source)
    }
    return AnswerResult(
      reading: "level", level: LocalText(de: "-- ja", en: "-- yes"), words: "ja", evidence: 2,
      comment: "", source: source)
  }

  private static func knockouts(_ state: OfferResult.State) -> [KnockoutResult] {
    let verdicts: [OfferResult.State: KnockoutResult.State] = [
      .conditional: .unknown, .excluded: .fail,
    ]
    return [
      KnockoutResult(
        subject: .criterion("fit/core"), name: LocalText("Verschlüsselung"),
        condition: LocalText(de: "mindestens ja", en: "at least yes"),
        found: LocalText(de: "nein", en: "no"), state: verdicts[state] ?? .pass,
        questions: ["fit/core"]),
      KnockoutResult(
        subject: .totalCost, name: LocalText(de: "Summe", en: "Total"),
        condition: LocalText("≤ 9000"), found: LocalText("4000"), state: .waived,
        waiverReason: "Vorstand", questions: []),
    ]
  }

  /// Three lines of a third of a cent each, so that printed parts miss the printed total.
  private static func cost(isPriced: Bool) -> CostResult {
    let part = amount("100.003333333333")
    func byYear(_ count: Int128) -> [Amount] {
      [Amount(units: part.units * count), .zero, Amount(units: part.units * count)]
    }
    func line(_ name: String, _ category: CostCategory, _ treatment: String) -> CostLineResult {
      CostLineResult(
        name: name, category: category, payee: .vendor, words: "100,003333333333 €",
        treatment: treatment, byYear: byYear(1), total: Amount(units: part.units * 2),
        presentValue: 195.123333,
        source: SourcePosition(file: "offers/prices.csv", line: 4, column: 1))
    }
    func category(_ name: CostCategory?, _ count: Int128) -> CategoryCost {
      CategoryCost(
        category: name, byYear: byYear(count), total: Amount(units: part.units * 2 * count),
        presentValue: 195.123333 * Double(count))
    }
    let months = (0...24).map { month -> Amount in
      month == 0 || month == 24 ? Amount(units: part.units * 4) : .zero
    }
    return CostResult(
      presentValue: isPriced ? 195.123333 * 4 : nil,
      total: isPriced ? Amount(units: part.units * 8) : nil, lowestPossible: 195.123333 * 4,
      range: isPriced
        ? CostRangeResult(p10: 700, p50: 780, p90: 900, isPlanOptimistic: false) : nil,
      firstYear: Amount(units: part.units * 4), investment: Amount(units: part.units * 4),
      equalAnnual: isPriced ? 410.5 : nil, perUserAndMonth: amount("0.55"),
      oldSystem: Amount(units: part.units * 2), oldSystemPresentValue: 195.123333,
      vendorPresentValue: 585.37, vendorTotal: Amount(units: part.units * 6),
      value: isPriced ? 0.7 : nil, isAboveScale: false, isBelowScale: false,
      optionalTotal: Amount(units: part.units * 2), benefitTotal: .zero,
      categories: [category(.licence, 2), category(.support, 1), category(nil, 1)],
      byYear: byYear(4), byMonth: months,
      byFiscalYear: [
        FiscalYearCost(year: 2027, amount: Amount(units: part.units * 4)),
        FiscalYearCost(year: 2029, amount: Amount(units: part.units * 4)),
      ],
      lines: [
        line("=HYPERLINK(\"x\")", .licence, "counted"), line("Modul", .licence, "counted"),
        line("Hilfe", .support, "counted"), line("Zusatz", .training, "optional"),
      ])
  }
}
