import DecisionModel
import Fit
import Measures
import Messages
import Testing

private let place = SourcePosition(file: "offer.csv", line: 2, column: 1)

private func amount(_ text: String) throws -> Amount { try #require(Amount(plain: text)) }

private func figure(_ low: String, _ likely: String, _ high: String) throws -> Answer {
  Answer(
    reading: .figure(low: try amount(low), likely: try amount(likely), high: try amount(high)),
    words: likely, position: place)
}

private func scale(_ points: [(String, String)], unit: String = "ms") throws -> Scale {
  .numeric(
    NumericScale(
      unit: unit,
      points: try points.map { .init(figure: try amount($0.0), value: try amount($0.1)) }))
}

@Suite struct AnswerValueTests {
  @Test(arguments: [
    (0, 1.0), (1, 0.9), (2, 0.6), (3, 0.5), (4, 0.3), (5, 0.0), (6, 0.0),
  ])
  func responseLevelsAreWorthWhatTheFieldSays(index: Int, expected: Double) {
    let value = AnswerValue(
      Answer(reading: .level(index), words: "", evidence: 5, position: place),
      on: .levels(.response), unanswered: .middle, isVendor: true)
    #expect(value.point == expected)
    #expect(value.low == expected && value.high == expected)
    #expect(value.isAnswered)
    #expect(value.variance == 0)
  }

  @Test(arguments: [
    ("100", 1.0), ("200", 1.0), ("650", 0.75), ("1100", 0.5), ("2000", 0.0), ("9000", 0.0),
  ])
  func figuresRunStraightAndStopAtTheEnds(stated: String, expected: Double) throws {
    let value = AnswerValue(
      try figure(stated, stated, stated), on: try scale([("200", "1"), ("2000", "0")]),
      unanswered: .middle, isVendor: true)
    #expect(abs(value.point - expected) < 1e-12)
  }

  @Test func figuresBetweenSeveralPoints() throws {
    let scale = try scale([("1", "1"), ("4", "0.8"), ("24", "0")], unit: "h")
    for (stated, expected) in [("1", 1.0), ("2.5", 0.9), ("4", 0.8), ("14", 0.4), ("24", 0)] {
      let value = AnswerValue(
        try figure(stated, stated, stated), on: scale, unanswered: .middle, isVendor: true)
      #expect(abs(value.point - expected) < 1e-12, "\(stated)")
    }
  }

  @Test func aMissingAnswerIsABandAndNotZero() throws {
    let missing = AnswerValue(nil, on: .levels(.response), unanswered: .middle, isVendor: true)
    #expect(missing.point == 0.5 && missing.low == 0 && missing.high == 1)
    #expect(!missing.isAnswered)
    #expect(abs(missing.variance - 1.0 / 12) < 1e-15)
    let strict = AnswerValue(nil, on: .levels(.response), unanswered: .worst, isVendor: true)
    #expect(strict.point == 0 && strict.high == 1)
  }

  @Test(arguments: [Answer.Reading.missing, .notApplicable, .level(99)])
  func whatCannotBeReadCountsAsMissing(reading: Answer.Reading) {
    let value = AnswerValue(
      Answer(reading: reading, words: "n/a", position: place), on: .levels(.yesNo),
      unanswered: .middle, isVendor: true)
    #expect(!value.isAnswered)
    #expect(value.point == 0.5)
  }

  @Test(arguments: [(0, 0.50), (1, 0.40), (2, 0.20), (3, 0.15), (4, 0.05), (5, 0.0)])
  func weakEvidenceSpreadsDownwards(evidence: Int, share: Double) {
    let value = AnswerValue(
      Answer(reading: .level(0), words: "", evidence: evidence, position: place),
      on: .levels(.response), unanswered: .middle, isVendor: true)
    #expect(abs(value.variance - share * share / 12) < 1e-15)
  }

  @Test func evidenceNotStatedDependsOnWhoAnswers() {
    let answer = Answer(reading: .level(0), words: "", position: place)
    let vendor = AnswerValue(answer, on: .levels(.response), unanswered: .middle, isVendor: true)
    let own = AnswerValue(answer, on: .levels(.response), unanswered: .middle, isVendor: false)
    #expect(abs(vendor.variance - 0.2 * 0.2 / 12) < 1e-15)
    #expect(abs(own.variance - 0.4 * 0.4 / 12) < 1e-15)
  }

  @Test func aStatedRangeIsTriangular() throws {
    // Triangular on 0.2, 0.5, 0.9: variance (a² + b² + c² − ab − ac − bc) / 18.
    let value = AnswerValue(
      try figure("20", "50", "90"), on: try scale([("0", "0"), ("100", "1")], unit: "%"),
      unanswered: .middle, isVendor: true)
    #expect(value.point == 0.5)
    let expected = (0.04 + 0.25 + 0.81 - 0.1 - 0.18 - 0.45) / 18
    #expect(abs(value.variance - expected) < 1e-12)
  }
}

@Suite struct KnockoutCheckTests {
  private func tree(_ knockout: Knockout, scale: Scale, priority: Priority? = nil) -> CriteriaTree {
    let weight = StatedWeight(value: .one)
    return CriteriaTree(nodes: [
      Criterion(
        id: "", path: "", name: LocalText("whole"), role: .root, goal: .fit, parent: nil,
        localWeight: 1, statedWeight: weight, position: place),
      Criterion(
        id: "fit", path: "fit", name: LocalText("fit"), role: .branch, goal: .fit, parent: 0,
        localWeight: 1, statedWeight: weight, position: place),
      Criterion(
        id: "a", path: "fit/a", name: LocalText("a"), role: .question(scale), goal: .fit,
        parent: 1, localWeight: 0.5, statedWeight: weight, priority: priority,
        knockout: knockout, position: place),
      Criterion(
        id: "b", path: "fit/b", name: LocalText("b"), role: .question(scale), goal: .fit,
        parent: 1, localWeight: 0.5, statedWeight: weight, priority: priority, position: place),
    ])
  }

  private func answer(_ reading: Answer.Reading) -> Answer {
    Answer(reading: reading, words: "", position: place)
  }

  @Test(arguments: [
    (0, KnockoutCheck.State.pass), (1, .pass), (2, .fail), (6, .fail),
  ])
  func levels(index: Int, expected: KnockoutCheck.State) {
    let tree = tree(.atLeastLevel(1), scale: .levels(.response))
    let check = KnockoutCheck(
      .atLeastLevel(1), at: 2, of: tree, answers: [2: answer(.level(index))])
    #expect(check.state == expected)
  }

  @Test(arguments: [Answer.Reading.missing, .notApplicable])
  func whatIsNotAnsweredIsUnknownAndNotFailed(reading: Answer.Reading) {
    let tree = tree(.atLeastLevel(1), scale: .levels(.response))
    #expect(
      KnockoutCheck(.atLeastLevel(1), at: 2, of: tree, answers: [2: answer(reading)]).state
        == .unknown)
    #expect(KnockoutCheck(.atLeastLevel(1), at: 2, of: tree, answers: [:]).state == .unknown)
  }

  @Test func figuresOnTheLimitPass() throws {
    let scale = try scale([("0", "0"), ("100", "1")], unit: "%")
    let limit = try amount("99.5")
    let at = try figure("99.5", "99.5", "99.5")
    let below = try figure("99.4", "99.4", "99.4")
    for (condition, good, bad) in [
      (Knockout.atLeast(limit), at, below), (Knockout.atMost(try amount("99.4")), below, at),
    ] {
      let tree = tree(condition, scale: scale)
      #expect(KnockoutCheck(condition, at: 2, of: tree, answers: [2: good]).state == .pass)
      #expect(KnockoutCheck(condition, at: 2, of: tree, answers: [2: bad]).state == .fail)
    }
  }

  @Test func everyMustNamesWhatFailsBeforeWhatIsOpen() {
    let condition = Knockout.everyMust(atLeast: "configuration")
    let tree = tree(condition, scale: .levels(.response), priority: .must)
    let failing = KnockoutCheck(condition, at: 1, of: tree, answers: [2: answer(.level(3))])
    #expect(failing.state == .fail)
    #expect(failing.questions == [2])
    let open = KnockoutCheck(condition, at: 1, of: tree, answers: [2: answer(.level(0))])
    #expect(open.state == .unknown)
    #expect(open.questions == [3])
    let met = KnockoutCheck(
      condition, at: 1, of: tree, answers: [2: answer(.level(0)), 3: answer(.level(1))])
    #expect(met.state == .pass)
    #expect(met.questions.isEmpty)
  }
}
