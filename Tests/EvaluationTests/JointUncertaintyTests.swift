import Evaluation
import Testing

@Suite("Shares of ranks with answers and costs varied too")
struct JointUncertaintyTests {
  /// One question beside cost; an answer left out is missing.
  private func small(cost: (weight: Double, best: Int, worst: Int)? = nil) -> SmallDecision {
    var small = SmallDecision()
    small.goals = [("fit", 60, [("q", 100)])]
    small.cost = cost
    small.draws = 8_192
    return small
  }

  @Test("Nothing uncertain but the weights: no such shares")
  func certain() async throws {
    var small = small(cost: (40, 0, 1_000))
    small.offers = [
      .init(id: "a", answers: ["q": 60], price: 500),
      .init(id: "b", answers: ["q": 50], price: 400),
    ]
    let result = try await small.evaluate()
    #expect(result.offers.allSatisfy { $0.jointRankShares == nil && $0.rankShares != nil })
  }

  @Test("Against a missing answer, an answer of p percent is ahead in p of 100 draws")
  func missing() async throws {
    for percent in [10.0, 50, 60, 95] {
      var small = small()
      small.offers = [
        .init(id: "a", answers: ["q": percent]), .init(id: "b", answers: [:]),
      ]
      let offers = try await small.evaluate().offers
      let share = try #require(offers[0].jointFirstShare)
      let error = try #require(offers[0].jointRankShareError)
      #expect(abs(share - percent / 100) < 4 * error + 1e-9, "\(percent): \(share)")
      #expect(abs(share + (offers[1].jointFirstShare ?? 0) - 1) < 1e-12)
      // Weights alone cannot tell.
      #expect(offers[0].firstShare == (percent > 50 ? 1 : percent == 50 ? 0.5 : 0))
    }
  }

  @Test("Costs are those of the cost ranges, draw by draw")
  func costs() async throws {
    var small = small(cost: (40, 0, 1_000))
    small.offers = [
      .init(id: "a", answers: ["q": 70], price: 480, priceRange: 400...700),
      .init(id: "b", answers: ["q": 70], price: 500),
    ]
    let result = try await small.evaluate()
    let pair = try #require(result.costRisk?.pairs.first)
    #expect(pair.first == "a" && pair.firstIsCheaper > 0.2 && pair.firstIsCheaper < 0.8)
    #expect(result.offers[0].jointFirstShare == pair.firstIsCheaper)
    #expect(result.offers[0].firstShare == 1, "the likely price is the lower one")
    let finding = result.findings.contains { $0.id == "findingRivalOftenAhead" }
    #expect(finding == (pair.firstIsCheaper < 0.5))
  }

  @Test("Who is cheaper by the likely price only is told to be behind")
  func finding() async throws {
    var small = small(cost: (40, 0, 1_000))
    small.offers = [
      .init(id: "a", answers: ["q": 70], price: 490, priceRange: 485...900),
      .init(id: "b", answers: ["q": 70], price: 500),
    ]
    let result = try await small.evaluate()
    #expect(result.verdict.leader == "a")
    #expect(result.verdict.word != .clear)
    #expect((result.offers[0].jointFirstShare ?? 1) < 0.5)
    #expect(result.findings.contains { $0.id == "findingRivalOftenAhead" && $0.isImportant })
  }

  @Test("A wide lead that nothing proves is close, with the reason; proven it is clear")
  func verdict() async throws {
    for (evidence, word) in [(0, Verdict.Word.fragile), (5, .clear)] {
      var small = SmallDecision()
      small.goals = [("fit", 100, (0..<12).map { ("q\($0)", 10) })]
      small.draws = 8_192
      small.offers = [
        .init(
          id: "a", answers: Dictionary(uniqueKeysWithValues: (0..<12).map { ("q\($0)", 90) }),
          evidence: evidence),
        .init(
          id: "b", answers: Dictionary(uniqueKeysWithValues: (0..<12).map { ("q\($0)", 70) })),
      ]
      let result = try await small.evaluate()
      #expect(result.verdict.word == word)
      #expect(result.verdict.leader == "a")
      #expect(
        result.verdict.reasons.contains(.lowJointAcceptability) == (word == .fragile),
        "\(result.verdict.reasons)")
    }
  }

  @Test("Threads change nothing", arguments: [2, 3, 7])
  func threads(count: Int) async throws {
    var small = small(cost: (40, 0, 1_000))
    small.offers = (0..<4).map { index in
      .init(
        id: "o\(index)", answers: index == 0 ? [:] : ["q": Double(40 + index)],
        price: Double(400 + 20 * index), priceRange: 300...600, evidence: index)
    }
    let one = try await small.evaluate(threads: 1)
    let many = try await small.evaluate(threads: count)
    #expect(one.offers.map(\.jointRankShares) == many.offers.map(\.jointRankShares))
    #expect(one.offers.allSatisfy { ($0.jointRankShares ?? []).count == 4 })
  }
}
