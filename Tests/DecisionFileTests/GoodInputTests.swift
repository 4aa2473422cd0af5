import DecisionModel
import DelimitedText
import Measures
import Messages
import Testing
import TotalCost

@testable import DecisionFile

@Suite("What a decision says is what is read")
struct GoodInputTests {
  private func good(_ text: String, catalogues: [String: String] = [:]) throws -> Decision {
    let outcome = read(text, catalogues: catalogues)
    #expect(outcome.diagnostics.sorted.map { $0.text(.english) } == [])
    return try #require(outcome.decision)
  }

  private func criterion(_ id: String, in decision: Decision) throws -> Criterion {
    let index = try #require(decision.criteria.index(of: id))
    return decision.criteria.nodes[index]
  }

  @Test("What is left out has its usual value")
  func defaults() throws {
    let decision = try good(goodDecision)
    #expect(decision.title == "Kassensystem")
    #expect(decision.language == .english)
    #expect(decision.costPlan.years == 5)
    #expect(decision.costPlan.discounting == .midYear)
    #expect(decision.costPlan.discountRate == number("0.05"))
    #expect(!decision.costPlan.includesExit && !decision.costPlan.includesBenefits)
    #expect(decision.weighting == Weighting())
    #expect(decision.verdictRules == VerdictRules())
    #expect(decision.sampling == Sampling())
    #expect(decision.unanswered == .middle && decision.tieBreaker == nil)
    #expect(decision.limits == Limits() && decision.baseline == nil && decision.profiles.isEmpty)
    #expect(decision.offers.map(\.id) == ["a", "b"])
    #expect(
      decision.offers[1].position == SourcePosition(file: "decision.yaml", line: 16, column: 11))
  }

  @Test("Every key is read")
  func everything() throws {
    let decision = try good(
      changed(
        plus: """
          language: de
          decide_by: 31.03.2027
          review_on: 2029-01-01
          owner: Leitung
          confidential: ja
          discounting: by-month
          exit: in_cost
          benefits: in_cost
          invoice_rounding: line
          exchange_rates: [{ "1 CHF": 1,04 EUR, as_of: 20.11.2026, source: EZB }]
          weights: { method: swing, play: 10%, depth: 1 }
          unanswered: worst
          verdict: { tie_lead: 0,5, tie_chance: 0.55, clear_radius: 12,5 %, clear_acceptability: 75 % }
          tie_breaker: less_bound
          limits: { total: 5000 EUR, first_year: 2000,5, investment: 0, go_live: 2028-01-01 }
          assumed_prices: [{ offer: a, line: Netz, low: 1, likely: 2, high: 3,5 }]
          draws: 1000
          seed: 18446744073709551615
          today: b.csv
          columns: { a.csv: { criterion: "Anforderung Nr." } }

          """
      ).replacing("tie_lead: 0,5", with: "tie_lead: \"0,5\"")
        .replacing("clear_radius: 12,5 %", with: "clear_radius: \"12,5 %\"")
        .replacing("1,04 EUR", with: "\"1,04 EUR\"").replacing("2000,5", with: "\"2000,5\"")
        .replacing("3,5 }]", with: "\"3,5\" }]"))
    #expect(decision.language == .german)
    #expect(decision.decideBy == CalendarDate(year: 2027, month: 3, day: 31))
    #expect(decision.isConfidential && decision.owner == "Leitung")
    #expect(decision.costPlan.discounting == .byMonth)
    #expect(decision.costPlan.includesExit && decision.costPlan.includesBenefits)
    #expect(decision.costPlan.roundsInvoices)
    #expect(decision.exchangeRates.first?.rate == number("1.04"))
    #expect(decision.weighting.method == .swing && decision.weighting.depth == 1)
    #expect(decision.weighting.play == number("0.1"))
    #expect(decision.unanswered == .worst && decision.tieBreaker == .lessBound)
    #expect(
      decision.verdictRules
        == VerdictRules(
          tieLead: 0.5, tieChance: 0.55, clearRadius: 0.125, clearAcceptability: 0.75))
    #expect(decision.limits.total == number("5000"))
    #expect(decision.limits.firstYear == number("2000.5"))
    #expect(decision.limits.investment == .zero)
    #expect(decision.assumedPrices.first?.range.high == number("3.5"))
    #expect(decision.sampling == Sampling(draws: 1000, seed: .max))
    #expect(decision.baseline?.path == "b.csv")
    #expect(decision.columns["a.csv"]?.headers == ["criterion": "Anforderung Nr."])
  }

  @Test("Quantities in three forms")
  func quantities() throws {
    let decision = try good(
      changed(
        plus: """
          quantities:
            users: { start: 60, growth: 8 %, low: 50, high: 80 }
            storage: [500, 800, 1200]
            sites: 3
            tickets: { start: 900, growth: -2 %, whole: yes }

          """))
    let quantities = decision.costPlan.quantities
    #expect(decision.quantityOrder == ["users", "storage", "sites", "tickets"])
    #expect(
      quantities["users"]
        == Quantity(
          course: .growing(start: Amount(60), rate: Amount(units: 80_000_000_000)),
          low: Amount(50), high: Amount(80), isWhole: true))
    #expect(
      quantities["storage"]
        == Quantity(course: .series([Amount(500), Amount(800), Amount(1200)]), isWhole: false))
    #expect(quantities["sites"]?.isWhole == true)
    #expect(quantities["tickets"]?.isWhole == true)
  }

  @Test("Rates, growth and days with their ranges")
  func ranges() throws {
    let decision = try good(
      changed(
        "discount_rate: 5 %",
        to: "discount_rate: { low: 3 %, likely: 5 %, high: 8 %, shape: pert }",
        plus: """
          cost_error: 0.1 %
          milestones: { kickoff: { low: 2027-07-01, likely: 2027-08-01, high: 2028-01-01 }, end: 2030-01-01 }
          quantities:
            users: { start: 60, low: 50, shape: pert, growth: { low: 0, likely: 8 %, high: 9 % } }

          """
      ).replacing(
        "kind: saas,",
        with: "kind: saas, go_live: { low: 2028-01-01, likely: 2028-02-01, high: 2028-02-01 },"
      ))
    let plan = decision.costPlan
    #expect(plan.discountRate == number("0.05"))
    #expect(
      plan.discountRateRange
        == RateRange(
          low: try #require(number("0.03")), high: try #require(number("0.08")), shape: .pert))
    #expect(decision.milestones.map(\.name) == ["kickoff", "end"])
    #expect(
      plan.milestoneRanges == [
        "kickoff": DateRange(
          low: try #require(CalendarDate("2027-07-01")),
          likely: try #require(CalendarDate("2027-08-01")),
          high: try #require(CalendarDate("2028-01-01")))
      ])
    #expect(plan.quantities["users"]?.shape == .pert)
    #expect(
      plan.quantities["users"]?.growthRange
        == RateRange(low: .zero, high: try #require(number("0.09"))))
    #expect(decision.sampling.costError == number("0.001"))
    #expect(decision.offers[0].goLive == CalendarDate("2028-02-01"))
    #expect(decision.offers[0].goLiveRange?.low == CalendarDate("2028-01-01"))
    #expect(decision.offers[1].goLiveRange == nil)
  }

  @Test(
    "Scales in every form",
    arguments: [
      ("rating", "", [("0", "0"), ("10", "1")]),
      ("evidence", "", [("0", "0"), ("5", "1")]),
      ("percent", "%", [("0", "0"), ("100", "1")]),
      ("{ unit: ms, best: 200 ms, worst: 2000 }", "ms", [("200", "1"), ("2000", "0")]),
      (
        "{ unit: h, points: { 24: 0, 1: 100 %, 4: 0.8 } }", "h",
        [("1", "1"), ("4", "0.8"), ("24", "0")]
      ),
    ])
  func numericScale(text: String, unit: String, points: [(String, String)]) throws {
    let decision = try good(changed("{ unit: s, best: 1, worst: 5 }", to: text))
    let expected = try points.map { figure, value in
      NumericScale.Point(figure: try #require(number(figure)), value: try #require(number(value)))
    }
    #expect(
      try criterion("speed", in: decision).role
        == .question(.numeric(NumericScale(unit: unit, points: expected))))
  }

  @Test(
    "Levels in both forms",
    arguments: [
      "{ levels: { eu: 1, us: 0 } }",
      "{ levels: [{ id: eu, name: eu, value: 100 % }, { id: us, value: 0 }] }",
    ])
  func levels(text: String) throws {
    let decision = try good(changed("{ unit: s, best: 1, worst: 5 }", to: text))
    let scale = LevelScale(levels: [
      .init(id: "eu", name: LocalText("eu"), value: .one),
      .init(id: "us", name: LocalText("us"), value: .zero),
    ])
    #expect(try criterion("speed", in: decision).role == .question(.levels(scale)))
  }

  @Test(
    "Knock-outs in both languages",
    arguments: [
      ("response", "at least configuration", Knockout.atLeastLevel(1)),
      ("response", "Mindestens durch Einstellung", .atLeastLevel(1)),
      ("response", "yes", .atLeastLevel(0)),
      ("yes_no", "ja", .atLeastLevel(0)),
      ("percent", "mindestens 99,5 %", .atLeast(Amount(units: 99_500_000_000_000))),
      ("percent", "≥ 99.5%", .atLeast(Amount(units: 99_500_000_000_000))),
      ("rating", "\">= 3\"", .atLeast(Amount(3))),
      ("{ unit: s, best: 1, worst: 5 }", "höchstens 2 s", .atMost(Amount(2))),
      ("{ unit: s, best: 1, worst: 5 }", "at most 2", .atMost(Amount(2))),
      ("{ unit: s, best: 1, worst: 5 }", "<= 2 S", .atMost(Amount(2))),
    ])
  func knockouts(scale: String, text: String, knockout: Knockout) throws {
    let quoted = text.hasPrefix("\"") ? text : "\"\(text)\""
    let decision = try good(
      changed("{ unit: s, best: 1, worst: 5 }", to: "\(scale), knockout: \(quoted)"))
    #expect(try criterion("speed", in: decision).knockout == knockout)
  }

  @Test("Weights are normalised among siblings")
  func weights() throws {
    let decision = try good(goodDecision)
    #expect(try criterion("fit", in: decision).localWeight == 0.6)
    #expect(try criterion("speed", in: decision).localWeight == 0.75)
    #expect(try criterion("help", in: decision).statedWeight == StatedWeight(value: .one))
    let percent = try good(
      goodDecision.replacing("weight: 60", with: "weight: 60.01 %")
        .replacing("weight: 40", with: "weight: 40 %"))
    let sum = percent.criteria.children[0].map { percent.criteria.nodes[$0].localWeight }
      .reduce(0, +)
    #expect(abs(sum - 1) < 1e-15)
  }

  @Test("Priorities weigh 4, 2, 1 and 0")
  func priorities() throws {
    let decision = try good(
      goodDecision.replacing("weight: 3,", with: "priority: must,")
        .replacing("weight: 1 }", with: "priority: could }"))
    #expect(try criterion("speed", in: decision).localWeight == 0.8)
    #expect(try criterion("speed", in: decision).priority == .must)
  }

  @Test("Ranks become rank order centroids")
  func ranks() throws {
    let decision = try good(
      changed(plus: "weights: { method: ranks }\n")
        .replacing("weight: 60", with: "rank: 1").replacing("weight: 40", with: "rank: 2")
        .replacing("weight: 3,", with: "rank: 2,").replacing("weight: 1 }", with: "rank: 1 }"))
    #expect(try criterion("fit", in: decision).localWeight == 0.75)
    #expect(try criterion("speed", in: decision).localWeight == 0.25)
    // Three ranks: 11/18, 5/18, 2/18.
    let three = try good(
      changed(
        "offers:", to: "  - { id: third, name: C, under: fit, rank: 3 }\noffers:",
        plus: "weights: { method: ranks }\n"
      )
      .replacing("weight: 3,", with: "rank: 2,").replacing("weight: 1 }", with: "rank: 1 }"))
    #expect(abs(try criterion("help", in: three).localWeight - 11.0 / 18) < 1e-15)
    #expect(abs(try criterion("third", in: three).localWeight - 2.0 / 18) < 1e-15)
  }

  @Test("A range beside a weight")
  func weightRange() throws {
    let decision = try good(
      changed("weight: 3,", to: "weight: { value: 3, low: 2, high: 5 },"))
    #expect(
      try criterion("speed", in: decision).statedWeight
        == StatedWeight(value: Amount(3), range: Amount(2)...Amount(5)))
  }

  @Test("A decision without cost and lock-in is fine")
  func fitOnly() throws {
    let decision = try good(
      changed("  cost: { weight: 40, best: 1000, worst: 9000 }\n", to: ""))
    #expect(decision.criteria.children[0].count == 1)
  }

  @Test("The goal lock_in brings thirteen factors")
  func lockIn() throws {
    let decision = try good(changed("  fit:", to: "  lock_in: { weight: 5 }\n  fit:"))
    let goal = try #require(decision.criteria.index(of: "lock_in"))
    #expect(decision.criteria.children[goal].count == 13)
    #expect(
      decision.criteria.leaves(below: goal).allSatisfy {
        decision.criteria.nodes[$0].goal == .lockIn
      })
  }

  @Test("A goal of another name has criteria of its own")
  func furtherGoal() throws {
    let decision = try good(
      changed("  cost:", to: "  risk: { weight: 10, name: { de: Risiko, en: Risk } }\n  cost:")
        .replacing("offers:", with: "  - { id: delay, name: D, under: risk, weight: 1 }\noffers:"))
    #expect(try criterion("risk", in: decision).name == LocalText(de: "Risiko", en: "Risk"))
    #expect(try criterion("delay", in: decision).path == "risk/delay")
    #expect(try criterion("delay", in: decision).goal == .fit)
  }

  @Test("Profiles replace the weights they name; siblings share the rest as before")
  func profiles() throws {
    let decision = try good(
      changed(
        "offers:",
        to: """
            - { id: third, name: C, under: fit, weight: 4 }
            - { id: nothing, name: N, under: fit, weight: 0 }
          offers:
          """, plus: "weight_profiles: { x: { fit/speed: 60 }, y: { speed: 100 %, cost: 100 } }\n"))
    func weights(_ profile: Int) throws -> [Double] {
      try ["speed", "help", "third", "nothing", "fit", "cost"].map {
        decision.profiles[profile].localWeights[try #require(decision.criteria.index(of: $0))]
      }
    }
    #expect(decision.profiles.map(\.name) == ["x", "y"])
    let expected = [0.6, 0.08, 0.32, 0, 0.6, 0.4]
    for (weight, wanted) in zip(try weights(0), expected) { #expect(abs(weight - wanted) < 1e-15) }
    #expect(try weights(1) == [1, 0, 0, 0, 0, 1])
    for profile in decision.profiles {
      for children in decision.criteria.children where !children.isEmpty {
        #expect(abs(children.map { profile.localWeights[$0] }.reduce(0, +) - 1) < 1e-12)
      }
    }
  }

  @Test("Words stay words: no YAML 1.1 truth, dates, octals or sexagesimals")
  func words() throws {
    #expect(try good(changed("Kassensystem", to: "no")).title == "no")
    #expect(try good(changed("Kassensystem", to: "010")).title == "010")
    #expect(try good(changed("Kassensystem", to: "1:30")).title == "1:30")
    #expect(try good(changed("Kassensystem", to: "2026-01-01")).title == "2026-01-01")
    #expect(try good(changed("5 years", to: "1 Jahr")).costPlan.years == 1)
    #expect(try good(changed("best: 1000", to: "best: 0100")).criteria.nodes.count == 5)
  }

  @Test("A byte-order mark and Windows line ends change nothing")
  func lineEnds() {
    let text = "\u{FEFF}" + goodDecision.replacing("\n", with: "\r\n")
    #expect(read(text).findings == [])
    #expect(read(text).decision?.offers.last?.position.line == 16)
  }

  @Test("How a table is written is stated once, and holds wherever the file is named")
  func dialect() throws {
    let stated = "[{ path: a.csv, encoding: cp850, delimiter: tab, decimals: comma }]"
    let decision = try good(
      replacing("[b.csv]", in: changed("[a.csv]", to: stated), with: "[a.csv, b.csv]"))
    let files = decision.offers.map(\.files)
    let dialect = StatedDialect(encoding: .codePage850, delimiter: .tab, decimals: .comma)
    #expect(files.map { $0.map(\.dialect) } == [[dialect], [dialect, StatedDialect()]])
    for text in ["\";\"", "semicolon"] {
      let other = try good(changed("[a.csv]", to: "[{ path: a.csv, delimiter: \(text) }]"))
      #expect(other.offers.first?.files.first?.dialect.delimiter == .semicolon)
    }
  }

  @Test("A waiver names a knock-out")
  func waiver() throws {
    let decision = try good(
      changed(
        "worst: 5 }", to: "worst: 5 }, knockout: at most 3",
        plus: "waivers: [{ offer: a, criterion: fit/speed, reason: Frist läuft }]\n"))
    #expect(decision.waivers.map(\.offer) == ["a"])
    #expect(decision.waivers.first?.criterion == decision.criteria.index(of: "speed"))
  }
}
