import Messages
import Testing

@testable import DecisionFile

/// A small wrong input and exactly what must be said about it.
struct BadInput: CustomTestStringConvertible {
  let text: String
  let findings: [String]

  init(_ text: String, _ findings: String...) {
    self.text = text
    self.findings = findings
  }

  var testDescription: String { findings.joined(separator: ", ") }
}

@Suite("What is wrong is said with its place")
struct BadInputTests {
  static let form: [BadInput] = [
    BadInput("", "1:1 emptyFile"),
    BadInput(" \n\n", "1:1 emptyFile"),
    BadInput("# nothing\n", "1:1 emptyFile"),
    BadInput("- a\n- b\n", "1:1 notAMapping"),
    BadInput("votum", "1:1 notAMapping"),
    BadInput("votum: 1\ntitle: a\u{1}b\n", "2:9 notText"),
    BadInput("votum: 1\n\ttitle: x\n", "2:1 tab"),
    BadInput("votum: 1\ntitle: a: b\n", "2:9 colonInText"),
    BadInput("votum: 1\ntitle\ncurrency: EUR\n", "3:1 colonMissing"),
    BadInput("votum: 1\ntitle: \"abc\n", "3:1 quoteNotClosed"),
    BadInput("votum: 1\ntitle: [a, b\n", "3:1 bracketNotClosed"),
    BadInput("votum: 1\n title: a\n", "2:7 colonInText"),
    BadInput("votum:\n  a: 1\n b: 2\n", "3:2 indentation"),
    BadInput("title: @home\n", "1:8 mustBeQuoted"),
    BadInput("a: { knockout: >= 3 }\n", "1:16 mustBeQuoted"),
    BadInput("a: >= 3\n", "1:5 mustBeQuoted"),
    BadInput("votum: 1\n---\nvotum: 1\n", "2:1 secondDocument"),
    BadInput("a: * b\n", "1:5 mustBeQuoted"),
    BadInput("a: !<x b\n", "1:7 mustBeQuoted"),
    BadInput("%YAML 2.0\n---\nvotum: 1\n", "1:1 syntax"),
    BadInput("a: &x 1\nb: 2\n", "1:4 anchor"),
    BadInput("a: &x [1]\nb: *x\n", "1:4 anchor"),
    BadInput("a: *x\n", "1:4 anchor"),
    BadInput(changed(plus: "? [a, b]\n: 1\n"), "17:3 keyIsNoText"),
    BadInput(
      changed(plus: "title: second\n\"title\": third\n"), "17:1 duplicateKey", "18:1 duplicateKey"),
    BadInput(
      changed(
        "fit: { weight: 60 }", to: "fit: { weight: 60, weight: 5 }", plus: "seed: 1\nseed: 2\n"),
      "9:22 duplicateKey", "18:1 duplicateKey"),
    BadInput("\"\": 1\n\"\": 2\n", "1:1 repeatedKeys"),
  ]

  static let values: [BadInput] = [
    BadInput(changed("title: Kassensystem\n", to: ""), "1:1 missingKey"),
    BadInput(changed("title: Kassensystem", to: "title:"), "2:1 emptyKey"),
    BadInput(changed("title: Kassensystem", to: "title: ' '"), "2:8 emptyValue"),
    BadInput(changed("title: Kassensystem", to: "title: [a]"), "2:8 expectedValue"),
    BadInput(
      changed("title: Kassensystem", to: "titel: Kasse"), "1:1 missingKey", "2:1 unknownKey"),
    BadInput(changed("votum: 1", to: "votum: 2"), "1:8 unknownVersion"),
    BadInput(changed("currency: EUR", to: "currency: eur"), "3:11 badCurrency"),
    BadInput(changed("5 years", to: "5.5 years"), "4:10 badHorizon"),
    BadInput(changed("5 years", to: "51"), "4:10 badHorizon"),
    BadInput(changed("5 years", to: "5 months"), "4:10 badHorizon"),
    BadInput(changed("2026-11-20", to: "2026-02-30"), "5:8 badDate"),
    BadInput(changed("5 %", to: "5"), "7:16 shareWithoutPercent"),
    BadInput(changed("5 %", to: "-60 %"), "7:16 shareOutOfRange"),
    BadInput(changed("5 %", to: "NaN"), "7:16 plainNumber"),
    BadInput(changed("best: 1000,", to: "best: 1e400,"), "10:29 plainNumber"),
    BadInput(changed("best: 1000,", to: "best: inf,"), "10:29 plainNumber"),
    BadInput(changed("best: 1000,", to: "best: 1.234,"), "10:29 plainNumber"),
    BadInput(changed("best: 1000,", to: "best: 1_000,"), "10:29 plainNumber"),
    BadInput(changed("best: 1000,", to: "best: -1000,"), "10:29 negative"),
    BadInput(changed("best: 1000,", to: "best: 10 %,"), "10:29 percentNotExpected"),
    BadInput(changed("best: 1000,", to: "best: 1000 CHF,"), "10:29 foreignMoney"),
    BadInput(
      changed("best: 1000,", to: "best: 999999999999999999999999999999,"), "10:29 plainNumber"),
    BadInput(changed(plus: "confidential: vielleicht\n"), "17:15 notYesNo"),
    BadInput(changed(plus: "language: fr\n"), "17:11 badChoice"),
    BadInput(changed(plus: "discounting: midyear\n"), "17:14 badChoice"),
    BadInput(changed(plus: "draws: 10\n"), "17:8 wholeOutOfRange"),
    BadInput(changed(plus: "seed: -1\n"), "17:7 wholeOutOfRange"),
    BadInput(changed(plus: "seed: 99999999999999999999\n"), "17:7 wholeOutOfRange"),
    BadInput(changed(plus: "decide_by: 2026-01-01\n"), "17:12 decideByPassed"),
    BadInput(
      changed(plus: "decide_by: 2027-03-01\nreview_on: 2027-02-01\n"), "18:12 reviewBeforeDecision"),
    BadInput(changed(plus: "verdict: { tie_lead: 101 }\n"), "17:22 pointsOutOfRange"),
    BadInput(changed(plus: "verdict: { tie_chance: 60 }\n"), "17:24 shareWithoutPercent"),
    BadInput(changed(plus: "verdict: 3\n"), "17:10 expectedMapping"),
    BadInput(changed(plus: "verdict: { tie_lead: 0,5 }\n"), "17:22 commaInBrackets"),
    BadInput(
      changed(plus: "weights: { play: 12,5 % }\n"), "17:18 commaInBrackets",
      "17:18 shareWithoutPercent"),
    BadInput(changed(plus: "quantities: { storage: [1,5, 2] }\n"), "17:25 commaInBrackets"),
    BadInput(changed(plus: "today: /etc/passwd\n"), "17:8 badPath"),
    BadInput(changed(plus: "today: a\\b.csv\n"), "17:8 badPath"),
  ]

  static let frame: [BadInput] = [
    BadInput(changed(plus: "quantities: { Users: 3 }\n"), "17:15 badIdentifier"),
    BadInput(changed(plus: "quantities: { users: -3 }\n"), "17:22 negative"),
    BadInput(changed(plus: "quantities: { users: [] }\n"), "17:22 emptyList"),
    BadInput(changed(plus: "quantities: { users: { growth: 3 % } }\n"), "17:22 missingKey"),
    BadInput(
      changed(plus: "quantities: { users: { start: 9, low: 10 } }\n"), "17:22 rangeNotOrdered"),
    BadInput(
      changed(
        plus: "milestones: { x: { low: 2027-01-01, likely: 2028-01-01, high: 2038-01-01 } }\n"),
      "17:18 dateRangeTooWide"),
    BadInput(
      changed(
        plus: "milestones: { x: { low: 2027-01-02, likely: 2027-01-01, high: 2028-01-01 } }\n"),
      "17:18 rangeNotOrdered"),
    BadInput(
      changed(plus: "quantities: { users: { start: 9, growth: { low: 1 %, likely: 2 % } } }\n"),
      "17:42 missingKey"),
    BadInput(
      changed(plus: "quantities: { users: { start: 0, high: 10 } }\n"), "17:22 rangeAroundZero"),
    BadInput(
      changed(plus: "quantities: { users: { start: 9, growth: -100 % } }\n"),
      "17:42 shareOutOfRange"),
    BadInput(changed(plus: "exchange_rates: 3\n"), "17:17 expectedList"),
    BadInput(
      changed(plus: "exchange_rates: [{ CHF: 1.04, as_of: 2026-01-01, source: x }]\n"),
      "17:18 rateForm", "17:20 unknownKey"),
    BadInput(
      changed(plus: "exchange_rates: [{ \"1 CHF\": 1.04, as_of: 2026-01-01, source: x }]\n"),
      "17:29 rateForm"),
    BadInput(
      changed(plus: "exchange_rates: [{ \"1 CHF\": 1.04 USD, as_of: 2026-01-01, source: x }]\n"),
      "17:29 rateInOtherCurrency"),
    BadInput(
      changed(plus: "exchange_rates: [{ \"1 EUR\": 1.04 EUR, as_of: 2026-01-01, source: x }]\n"),
      "17:20 rateOfOwnCurrency"),
    BadInput(
      changed(plus: "exchange_rates: [{ \"1 CHF\": 0 EUR, as_of: 2026-01-01, source: x }]\n"),
      "17:29 rateNotPositive"),
    BadInput(
      changed(plus: "exchange_rates: [{ \"1 CHF\": 1.043 EUR, as_of: 2026-01-01, source: x }]\n"),
      "17:29 plainNumber"),
    BadInput(
      changed(
        plus: """
          exchange_rates:
            - { "1 CHF": 1.04 EUR, as_of: 2026-01-01, source: x }
            - { "100 CHF": 104 EUR, as_of: 2026-01-01, source: x }

          """), "19:5 duplicateRate"),
  ]

  static let options: [BadInput] = [
    BadInput(changed("kind: saas", to: "kind: sas"), "15:29 badChoice"),
    BadInput(changed("kind: saas", to: "knid: saas"), "15:5 missingKey", "15:23 unknownKey"),
    BadInput(changed("id: b, name: B", to: "id: a, name: B"), "16:11 duplicateOffer"),
    BadInput(changed("id: b, name: B", to: "id: B, name: B"), "16:11 badOfferIdentifier"),
    BadInput(changed("[a.csv]", to: "[a.csv, a.csv]"), "15:50 duplicateFile"),
    BadInput(
      replacing(
        "[b.csv]", in: changed("[a.csv]", to: "[{ path: a.csv, delimiter: tab }]"),
        with: "[{ path: a.csv, delimiter: \";\" }]"), "16:51 dialectStatedTwice"),
    BadInput(
      changed("[a.csv]", to: "[{ path: a.csv, encoding: latin1, delimiter: x, decimals: dot }]"),
      "15:68 badChoice", "15:87 badChoice", "15:100 badChoice"),
    BadInput(changed("[a.csv]", to: "[]"), "15:42 emptyList"),
    BadInput(changed("[a.csv]", to: "a.csv"), "15:42 expectedList"),
    BadInput(
      replacing(
        "  - { id: a, name: A, kind: saas, files: [a.csv] }\n  - { id: b, name: B, kind: make, files: [b.csv] }\n",
        in: replacing("offers:", in: goodDecision, with: "offers: []"), with: ""), "14:9 noOffers"),
    BadInput(changed(plus: "columns: { x.csv: { answer: A } }\n"), "17:12 columnsOfUnknownFile"),
    BadInput(
      changed(plus: "waivers: [{ offer: c, criterion: speed, reason: x }]\n"),
      "17:20 unknownOffer", "17:34 nothingToWaive"),
    BadInput(
      changed(plus: "waivers: [{ offer: a, criterion: spede, reason: x }]\n"),
      "17:34 unknownCriterion"),
    BadInput(
      changed(plus: "assumed_prices: [{ offer: a, line: x, low: 3, likely: 2, high: 5 }]\n"),
      "17:18 rangeNotOrdered"),
    BadInput(changed(plus: "limits: { totl: 3 }\n"), "17:11 unknownKey"),
  ]

  static let scenarios: [BadInput] = [
    BadInput(changed(plus: "scenarios: [a]\n"), "17:12 expectedMapping"),
    BadInput(changed(plus: "scenarios: { A: { escalation: 1 % } }\n"), "17:14 badIdentifier"),
    BadInput(changed(plus: "scenarios: { a: { name: x } }\n"), "17:14 scenarioChangesNothing"),
    BadInput(changed(plus: "scenarios: { a: { escalation: 4 } }\n"), "17:31 shareWithoutPercent"),
    BadInput(changed(plus: "scenarios: { a: { escalation: 400 % } }\n"), "17:31 shareOutOfRange"),
    BadInput(
      changed(plus: "scenarios: { a: { quantities: { users: 3 } } }\n"),
      "17:33 unknownQuantity"),
    BadInput(
      changed(plus: "quantities: { t: [0, 3] }\nscenarios: { a: { quantities: { t: 3 } } }\n"),
      "18:36 quantityStartsAtZero"),
    BadInput(
      changed(plus: "scenarios: { a: { profile: x, weights: { fit: 50 } } }\n"),
      "17:19 profileBesideWeights"),
    BadInput(changed(plus: "scenarios: { a: { profile: x } }\n"), "17:28 unknownProfile"),
    BadInput(
      changed(plus: "scenarios: { a: { weights: { fti: 50 } } }\n"), "17:30 unknownCriterion"),
    BadInput(
      changed(plus: "scenarios: { a: { offers: { c: { price_cut: 1 % } } } }\n"),
      "17:29 unknownOffer"),
    BadInput(
      changed(plus: "scenarios: { a: { offers: { a: { price_cut: -1 % } } } }\n"),
      "17:45 shareOutOfRange"),
    BadInput(
      changed(plus: "scenarios: { a: { offers: { a: { answers: { fit: 3 } } } } }\n"),
      "17:45 scenarioAnswerToBranch"),
    BadInput(
      changed(plus: "scenarios: { a: { offers: { a: { answers: { help: yess } } } } }\n"),
      "17:51 unknownLevel"),
    BadInput(
      changed(
        plus: "scenarios: { x: { offers: { a: { withdrawn: yes }, b: { withdrawn: yes } } } }\n"),
      "17:14 scenarioWithoutOffers"),
    BadInput(
      changed(
        plus: "scenarios: {"
          + (1...21).map { "s\($0): { escalation: 1 % }" }.joined(separator: ", ") + "}\n"),
      "17:12 tooManyScenarios"),
    BadInput(
      changed(
        plus: """
          two_way_tables:
            - rows: { what: users, values: [1] }
              columns: { what: escalation, values: [0, 1 %] }

          """), "18:19 unknownParameter"),
    BadInput(
      changed(
        plus: """
          two_way_tables:
            - rows: { what: price_cut c, values: [1 %] }
              columns: { what: weight fti, values: [10 %] }

          """), "18:19 unknownOffer", "19:22 unknownCriterion"),
    BadInput(
      changed(
        plus: """
          two_way_tables:
            - rows: { what: escalation, values: [1 %] }
              columns: { what: escalation, values: [2 %] }

          """), "18:5 axesAreTheSame"),
    BadInput(
      changed(
        plus: """
          two_way_tables:
            - rows: { what: escalation, values: [] }
              columns: { what: discount_rate, values: [2 %] }

          """), "18:19 axisLength"),
  ]

  static let criteria: [BadInput] = [
    BadInput(changed("under: fit, weight: 3", to: "under: ift, weight: 3"), "12:38 unknownParent"),
    BadInput(
      changed("under: fit, weight: 3", to: "under: cost, weight: 3"), "12:38 criterionUnderCost"),
    BadInput(changed("under: fit, weight: 3", to: "under: a/fit, weight: 3"), "12:38 wrongPath"),
    BadInput(
      changed("under: fit, weight: 3", to: "under: speed, weight: 3"), "12:38 cyclicParents"),
    BadInput(changed("id: help", to: "id: speed"), "13:11 duplicateCriterion"),
    BadInput(changed("id: help", to: "id: fit"), "13:11 duplicateCriterion"),
    BadInput(changed("id: help", to: "id: Help"), "13:11 badIdentifier"),
    BadInput(changed("name: Hilfe, ", to: ""), "13:11 missingKey"),
    BadInput(changed("under: fit, weight: 1", to: "weight: 1"), "13:11 nothingToChange"),
    BadInput(changed("under: fit, weight: 1", to: "under: fit"), "13:11 missingWeight"),
    BadInput(changed("under: fit, weight: 1", to: "under: fit, weight: -1"), "13:50 negative"),
    BadInput(changed("under: fit, weight: 1", to: "under: fit, weight: 1 %"), "13:50 mixedWeights"),
    BadInput(
      changed("under: fit, weight: 1", to: "under: fit, weight: 1, priority: must"),
      "13:63 severalWeights"),
    BadInput(
      changed("under: fit, weight: 1", to: "under: fit, weight: { value: 8, low: 9, high: 12 }"),
      "13:50 rangeNotOrdered"),
    BadInput(
      changed("under: fit, weight: 1", to: "under: fit, weight: 100000000000000000000000000")
        .replacing("weight: 3", with: "weight: 100000000000000000000000000"),
      "13:50 weightsTooLarge"),
    BadInput(
      goodDecision.replacing("weight: 1 }", with: "weight: 0 }").replacing(
        "weight: 3,", with: "weight: 0,"),
      "12:51 weightsAllZero"),
    BadInput(
      goodDecision.replacing("weight: 60", with: "weight: 60 %").replacing(
        "weight: 40", with: "weight: 30 %"),
      "9:18 percentSum"),
    BadInput(
      goodDecision.replacing("weight: 1 }", with: "rank: 1 }").replacing(
        "weight: 3,", with: "rank: 2,"),
      "12:49 rankWithoutMethod"),
    BadInput(
      ranks(goals: (1, 1), criteria: (1, 2)), "10:17 duplicateRank"),
    BadInput(ranks(goals: (1, 2), criteria: (1, 3)), "13:48 rankTooHigh"),
    BadInput(changed("weight: 60", to: "wait: 60"), "9:3 missingWeight", "9:10 unknownKey"),
    BadInput(changed("best: 1000", to: "best: 9000"), "10:29 costScaleReversed"),
    BadInput(changed("  cost:", to: "  Cost:"), "10:3 badIdentifier"),
    BadInput(
      changed("  cost: { weight: 40, best: 1000, worst: 9000 }", to: "  risk: { weight: 40 }"),
      "10:3 goalWithoutCriteria"),
    BadInput(
      replacing(
        "  cost: { weight: 40, best: 1000, worst: 9000 }\n",
        in: replacing(
          "  fit: { weight: 60 }\n", in: replacing("goals:", in: goodDecision, with: "goals: {}"),
          with: ""),
        with: ""), "8:8 noGoals"),
    BadInput(changed(plus: "catalogue: epr\n"), "17:12 unknownCatalogue"),
    BadInput(changed(plus: "catalogue: lock-in\n"), "17:12 lockInComesAnyway"),
    BadInput(changed(plus: "catalogue: mine/none.yaml\n"), "17:12 catalogueNotReadable"),
    BadInput(
      changed("  fit:", to: "  other:", plus: "catalogue: erp\n").replacing(
        "under: fit", with: "under: other"),
      "9:3 goalOfCatalogueMissing"),
    BadInput(changed(plus: "weight_profiles: { x: { sped: 3 } }\n"), "17:25 unknownCriterion"),
    BadInput(changed(plus: "weight_profiles: { x: { speed: 103 } }\n"), "17:25 profileSum"),
    BadInput(
      changed(plus: "weight_profiles: { x: { speed: 50, help: 40 } }\n"), "17:25 profileSum"),
    BadInput(
      changed(plus: "weight_profiles: { x: { speed: 50, fit/speed: 40 } }\n"), "17:36 duplicateKey"),
    BadInput(changed(plus: "weight_profiles: { x: { speed: -5 } }\n"), "17:32 negative"),
  ]

  static let scales: [BadInput] = [
    BadInput(scale("ratings"), "12:61 badChoice"),
    BadInput(scale("{ unit: s, best: 1 }"), "12:61 missingKey"),
    BadInput(scale("{ unit: s }"), "12:61 scaleForm"),
    BadInput(scale("{ best: 1, worst: 2, points: { 1: 0, 2: 1 } }"), "12:61 scaleForm"),
    BadInput(scale("{ best: 1, worst: 1.0 }"), "12:79 bestEqualsWorst"),
    BadInput(scale("{ unit: s, best: 1 h, worst: 2 }"), "12:78 wrongUnit"),
    BadInput(scale("{ best: 1 h, worst: 2 }"), "12:69 wrongUnit"),
    BadInput(scale("{ points: { 1: 1, 2: 1 } }"), "12:71 allTheSame"),
    BadInput(scale("{ points: { 1: 1, 2: 1.5 } }"), "12:82 shareWithoutPercent"),
    BadInput(scale("{ points: { 1: 1, 2: -0.5 } }"), "12:82 shareOutOfRange"),
    BadInput(scale("{ points: { 1: 1 } }"), "12:71 tooFewPoints"),
    BadInput(scale("{ points: { 1: 1, 1.0: 0 } }"), "12:79 duplicateKey"),
    BadInput(scale("{ points: { x: 1, 2: 0 } }"), "12:73 plainNumber"),
    BadInput(scale("{ levels: { eu: 1 } }"), "12:71 tooFewLevels"),
    BadInput(scale("{ levels: { eu: 1, us: 1 } }"), "12:71 allTheSame"),
    BadInput(scale("{ levels: { EU: 1, us: 0 } }"), "12:73 badIdentifier"),
    BadInput(scale("{ unit: s, levels: { eu: 1, us: 0 } }"), "12:63 unitOfLevels"),
    BadInput(
      scale("{ levels: [{ id: eu, value: 1 }, { id: eu, value: 0 }] }"), "12:94 duplicateLevel"),
    BadInput(scale("{ levels: [{ id: eu, value: 1 }, { id: us }] }"), "12:94 missingKey"),
    BadInput(scale("{ levels: response }"), "12:71 expectedList"),
    BadInput(scale("rating, anchors: { 11: x }"), "12:84 anchorOutside"),
    BadInput(scale("response, anchors: { 1: x }"), "12:85 anchorsOfLevels"),
    BadInput(scale("rating, caiq: IAM"), "12:75 caiqNeedsPercent"),
    BadInput(scale("rating, knockout: good"), "12:79 badKnockout"),
    BadInput(scale("rating, knockout: at least"), "12:79 badKnockout"),
    BadInput(scale("rating, knockout: yes"), "12:79 knockoutNeedsFigure"),
    BadInput(scale("rating, knockout: at least 3 s"), "12:79 wrongUnit"),
    BadInput(scale("percent, knockout: höchstens 3 s"), "12:80 wrongUnit"),
    BadInput(scale("percent, knockout: at least 1.234"), "12:80 plainNumber"),
    BadInput(scale("response, knockout: at most standard"), "12:81 knockoutNeedsLevel"),
    BadInput(scale("response, knockout: at least standart"), "12:81 unknownLevel"),
    BadInput(
      scale("response, knockout: every must at least standard"), "12:81 everyMustOfQuestion"),
    BadInput(
      branch("at least standard"), "14:62 knockoutOfBranch"),
    BadInput(branch("every must at least standart"), "14:62 unknownLevel"),
    BadInput(branch("nonsense"), "14:62 badKnockout"),
    BadInput(branch("every must at least standard"), "14:62 noMustBelow"),
  ]

  /// The good decision with another scale of its first criterion.
  private static func scale(_ text: String) -> String {
    changed("{ unit: s, best: 1, worst: 5 }", to: text)
  }

  /// The good decision with a branch that has a knock-out.
  private static func branch(_ knockout: String) -> String {
    changed(
      "offers:",
      to: """
          - { id: more, name: Mehr, under: fit, weight: 1, knockout: \(knockout) }
          - { id: leaf, name: Blatt, under: more, weight: 1 }
        offers:
        """)
  }

  private static func ranks(goals: (Int, Int), criteria: (Int, Int)) -> String {
    changed(plus: "weights: { method: ranks }\n")
      .replacing("weight: 60", with: "rank: \(goals.0)")
      .replacing("weight: 40", with: "rank: \(goals.1)")
      .replacing("weight: 3", with: "rank: \(criteria.0)")
      .replacing("weight: 1 }", with: "rank: \(criteria.1) }")
  }

  static let all = form + values + frame + options + scenarios + criteria + scales

  @Test("Bad inputs", arguments: all)
  func badInput(input: BadInput) {
    let outcome = read(input.text)
    #expect(outcome.findings.sorted() == Array(Set(input.findings)).sorted())
    #expect((outcome.decision == nil) == outcome.diagnostics.hasErrors)
  }

  @Test("The good decision has no finding")
  func good() {
    #expect(read(goodDecision).findings == [])
    #expect(read(goodDecision).decision != nil)
  }

  @Test("All mistakes of a file are told at once")
  func allAtOnce() {
    let text = goodDecision.replacing("EUR", with: "EURO").replacing("5 years", with: "99")
      .replacing("kind: saas", with: "kind: sass").replacing(
        "under: fit, weight: 1", with: "under: fit")
    #expect(
      read(text).findings == [
        "3:11 badCurrency", "4:10 badHorizon", "13:11 missingWeight", "15:29 badChoice",
      ])
  }
}
