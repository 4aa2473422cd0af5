import DecisionModel
import Evaluation
import Measures
import Messages
import Testing

/// Two goals of two questions each, and cost, with two offers far apart.
private func clearCase() -> SmallDecision {
  var small = SmallDecision()
  small.goals = [
    ("fit", 50, [("a", 60), ("b", 40)]), ("lock_in", 20, [("x", 50), ("y", 50)]),
  ]
  small.cost = (30, 100_000, 500_000)
  small.offers = [
    .init(id: "one", answers: ["a": 90, "b": 85, "x": 80, "y": 75], price: 150_000),
    .init(id: "two", answers: ["a": 60, "b": 55, "x": 60, "y": 50], price: 250_000),
  ]
  return small
}

@Suite struct VerdictTests {
  @Test func anOfferAheadEverywhereIsClear() async throws {
    let result = try await clearCase().evaluate()
    #expect(result.verdict.word == .clear)
    #expect(result.verdict.leader == "one")
    #expect(result.verdict.reasons.isEmpty)
    #expect(result.robustness?.radius == nil, "no reweighting changes this")
    #expect(result.offer("one")?.firstShare == 1)
  }

  @Test func aSmallLeadIsATieAndTheBreakerIsNamed() async throws {
    var small = clearCase()
    small.offers[1].answers = ["a": 91, "b": 85, "x": 80, "y": 75]
    small.offers[1].price = 153_000
    let result = try await small.evaluate()
    #expect(result.verdict.word == .tie)
    #expect(result.verdict.reasons.contains(.smallLead))
    #expect(result.verdict.tieBrokenFor == nil)
    #expect(Set(result.verdict.tiedWith) == ["one", "two"])
    small.tieBreaker = .cheaper
    #expect(try await small.evaluate().verdict.tieBrokenFor == "one")
    small.tieBreaker = .askAgain
    #expect(try await small.evaluate().verdict.tieBrokenFor == nil)
  }

  @Test func aLeadWithinTheNoiseOfWeakEvidenceIsATie() async throws {
    var small = clearCase()
    small.offers[1].answers = ["a": 82, "b": 80, "x": 76, "y": 72]
    small.offers[1].price = 160_000
    #expect(try await small.evaluate().verdict.word != .tie)
    small.offers[0].evidence = 0
    small.offers[1].evidence = 0
    let result = try await small.evaluate()
    #expect(result.verdict.word == .tie)
    #expect(result.verdict.reasons.contains(.withinNoise))
    let noise = try #require(result.verdict.noise)
    // Closed form: weights .30 .20 .10 .10 on values of which half may be missing.
    var variance = 0.0
    for (weight, values) in [
      (30.0, [0.90, 0.82]), (20, [0.85, 0.80]), (10, [0.80, 0.76]), (10, [0.75, 0.72]),
    ] {
      for value in values { variance += weight * weight * (value * 0.5) * (value * 0.5) / 12 }
    }
    #expect(abs(noise - variance.squareRoot()) < 1e-9)
  }

  @Test func everythingExcludedIsNoneAndNoError() async throws {
    var small = clearCase()
    small.knockouts = ["a": .atLeast(Amount(95))]
    let result = try await small.evaluate()
    #expect(result.verdict.word == .none)
    #expect(result.verdict.reasons == [.allExcluded])
    #expect(result.verdict.leader == nil)
    #expect(result.comparison == nil && result.robustness == nil)
    #expect(result.offers.allSatisfy { $0.state == .excluded && $0.wouldRank == 1 })
    #expect(result.verdict.cure?.offer == "one")
  }

  @Test func oneOfferLeftIsFragile() async throws {
    var small = clearCase()
    small.knockouts = ["a": .atLeast(Amount(80))]
    let result = try await small.evaluate()
    #expect(result.verdict.word == .fragile)
    #expect(result.verdict.reasons == [.noAlternative])
    #expect(result.verdict.cure?.offer == "two")
    #expect(result.verdict.cure?.conditions == [LocalText("a")])
    #expect(result.offer("two")?.wouldRank == 2)
    #expect(result.findings.contains { $0.id == "findingOneOption" && $0.isImportant })
    small.offers.removeLast()
    #expect(try await small.evaluate().verdict.reasons == [.noAlternative])
  }

  @Test func anUnknownKnockoutStaysRankedAndMakesTheResultFragile() async throws {
    var small = clearCase()
    small.knockouts = ["a": .atLeast(Amount(50))]
    small.offers[0].answers["a"] = nil
    small.offers[0].answers["b"] = 100
    let result = try await small.evaluate()
    #expect(result.offer("one")?.state == .conditional)
    #expect(result.verdict.leader == "one")
    #expect(result.verdict.word == .fragile)
    #expect(result.verdict.reasons.contains(.unknownKnockout))
    #expect(result.verdict.conditions == [LocalText("a")])
    #expect(result.questions.first?.effect == .decides)
    #expect(result.questions.first?.criterion == "fit/a")
  }

  @Test func aWaivedKnockoutCountsAsPassedAndIsShown() async throws {
    var small = clearCase()
    small.knockouts = ["a": .atLeast(Amount(80))]
    small.waivers = [("two", "a")]
    let result = try await small.evaluate()
    let two = try #require(result.offer("two"))
    #expect(two.state == .acceptable && two.rank == 2)
    #expect(two.knockouts.map(\.state) == [.waived])
    #expect(two.knockouts.first?.waiverReason == "agreed")
  }

  @Test func aMissingPriceMakesAnOfferNotRankable() async throws {
    var small = clearCase()
    small.offers[0].price = nil
    let result = try await small.evaluate()
    let one = try #require(result.offer("one"))
    #expect(one.state == .notRankable && one.rank == nil && one.points == nil)
    #expect(try #require(one.pointsHigh) > 80, "best total possible is shown")
    #expect(one.cost.presentValue == nil && one.cost.total == nil)
    #expect(one.score("cost")?.value == nil && one.score("")?.points == nil)
    #expect(result.questions.contains { $0.effect == .missingPrice && $0.offer == "one" })
    #expect(result.verdict.leader == "two")
    small.offers[1].price = nil
    #expect(try await small.evaluate().verdict.reasons == [.noneRankable])
  }

  @Test func silenceDoesNotPay() async throws {
    var small = clearCase()
    small.offers[1].answers = ["a": 85, "x": 75, "y": 70]
    small.offers[1].price = 150_000
    let result = try await small.evaluate()
    #expect(result.verdict.leader == "one")
    #expect(result.robustness?.passesCornerTest == false)
    #expect(result.verdict.word == .fragile || result.verdict.word == .tie)
    small.unanswered = .worst
    let strict = try await small.evaluate()
    #expect(
      try #require(strict.offer("two")?.points) < (try #require(result.offer("two")?.points)))
  }

  @Test func cheaperThanTheBestEndIsClippedAndSaid() async throws {
    var small = clearCase()
    small.offers[0].price = 50_000
    let result = try await small.evaluate()
    #expect(result.offer("one")?.score("cost")?.value == 1)
    #expect(result.offer("one")?.cost.isAboveScale == true)
    #expect(result.verdict.reasons == [.costClipped])
    small.offers[0].price = 700_000
    let dear = try await small.evaluate()
    #expect(dear.offer("one")?.score("cost")?.value == -0.5, "not clipped below (R7)")
    #expect(dear.findings.contains { $0.id == "findingCostBelowScale" && $0.isImportant })
  }

  @Test func moneyLimitsKnockOut() async throws {
    var small = clearCase()
    small.limits.total = Amount(200_000)
    small.limits.goLive = CalendarDate(year: 2027, month: 6, day: 1)
    let result = try await small.evaluate()
    #expect(result.offer("two")?.state == .excluded)
    #expect(result.offer("one")?.knockouts.map(\.state) == [.pass, .unknown])
  }

  @Test func weightsThatNobodyStatedDecideNothing() async throws {
    var small = clearCase()
    small.offers[1].answers["a"] = 90
    let result = try await small.evaluate()
    #expect(result.findings.contains { $0.id == "findingAllAgree" })
  }

  @Test func aFragileResultNamesTheSmallRadius() async throws {
    var small = clearCase()
    small.offers = [
      .init(id: "one", answers: ["a": 90, "b": 90, "x": 40, "y": 40], price: 300_000),
      .init(id: "two", answers: ["a": 60, "b": 60, "x": 80, "y": 80], price: 240_000),
    ]
    let result = try await small.evaluate()
    #expect(result.verdict.leader == "one")
    #expect(result.verdict.word == .fragile)
    #expect(result.verdict.reasons.contains(.smallRadius))
    let radius = try #require(result.robustness?.radius)
    #expect(radius > 0 && radius < 0.15)
    #expect(result.robustness?.breakingWeights.isEmpty == false)
  }
}
