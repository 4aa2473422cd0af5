import DecisionModel
import Evaluation
import Measures
import Messages
import Testing

private func threeOffers() -> SmallDecision {
  var small = SmallDecision()
  small.goals = [
    ("fit", 50, [("a", 60), ("b", 25), ("c", 15)]), ("lock_in", 20, [("x", 50), ("y", 50)]),
  ]
  small.cost = (30, 200_000, 500_000)
  small.offers = [
    .init(id: "one", answers: ["a": 90, "b": 40, "c": 70, "x": 80, "y": 75], price: 320_000),
    .init(id: "two", answers: ["a": 70, "b": 75, "c": 55, "x": 60, "y": 50], price: 250_000),
    .init(id: "three", answers: ["a": 40, "b": 95, "c": 60, "x": 30, "y": 90], price: 210_000),
  ]
  return small
}

@Suite struct EvaluatorTests {
  @Test func testVectorOfTheTree() async throws {
    // rulings.md R2: goals .5/.3/.2, branches .40/.35/.25 under the first; t* = .4581.
    var small = SmallDecision()
    small.goals = [
      ("g", 0.5, [("p", 0.40), ("q", 0.35), ("r", 0.25)]), ("h", 0.3, [("s", 1)]),
      ("i", 0.2, [("t", 1)]),
    ]
    small.offers = [
      .init(id: "x", answers: ["p": 90, "q": 50, "r": 60, "s": 50, "t": 50]),
      .init(id: "y", answers: ["p": 40, "q": 90, "r": 70, "s": 60, "t": 55]),
    ]
    for index in small.offers.indices { small.offers[index].price = 0 }
    let result = try await small.evaluate()
    let branch = try #require(result.weights.first { $0.criterion == "g/p" })
    let flip = branch.localLow > 0 ? branch.localLow : branch.localHigh
    #expect(abs(flip - 0.4581) < 0.00005)
  }

  @Test func pointsAreSumsOfContributions() async throws {
    let result = try await threeOffers().evaluate()
    for offer in result.offers {
      let leaves = zip(result.criteria, offer.scores).filter { $0.0.isLeaf }
      let sum = leaves.reduce(0) { $0 + ($1.1.points ?? .nan) }
      #expect(abs(sum - (try #require(offer.points))) < 1e-9)
      for criterion in result.criteria where !criterion.isLeaf {
        let children = result.criteria.filter { $0.parent == criterion.path && $0.depth > 0 }
        let below = children.reduce(0) { $0 + (offer.score($1.path)?.points ?? .nan) }
        #expect(abs(below - (try #require(offer.score(criterion.path)?.points))) < 1e-9)
      }
    }
  }

  @Test func handComputedPoints() async throws {
    let result = try await threeOffers().evaluate()
    // 30·.9 + 12.5·.4 + 7.5·.7 + 10·.8 + 10·.75 + 30·(500−320)/300
    #expect(abs(try #require(result.offer("one")?.points) - 70.75) < 1e-9)
    #expect(result.order == ["one", "two", "three"])
  }

  @Test func orderOfOffersChangesNothing() async throws {
    let small = threeOffers()
    var turned = small
    turned.offers.reverse()
    let (a, b) = (try await small.evaluate(), try await turned.evaluate())
    #expect(a.order == b.order)
    #expect(a.verdict == b.verdict)
    for id in a.order { #expect(a.offer(id)?.points == b.offer(id)?.points) }
    #expect(a.robustness?.radius == b.robustness?.radius)
    #expect(a.weights.map(\.localLow) == b.weights.map(\.localLow))
  }

  @Test func aHopelessOfferChangesNobodysPoints() async throws {
    let small = threeOffers()
    var more = small
    more.offers.append(.init(id: "hopeless", answers: ["a": 1], price: 490_000))
    let (a, b) = (try await small.evaluate(), try await more.evaluate())
    for id in a.order { #expect(a.offer(id)?.points == b.offer(id)?.points) }
    #expect(Array(b.order.prefix(3)) == a.order)
  }

  @Test(arguments: ["a", "b", "c", "x", "y"])
  func aBetterAnswerNeverCostsPoints(question: String) async throws {
    let small = threeOffers()
    var better = small
    better.offers[1].answers[question] = 100
    let (a, b) = (try await small.evaluate(), try await better.evaluate())
    #expect(try #require(b.offer("two")?.points) > (try #require(a.offer("two")?.points)))
  }

  @Test func theSameOnAnyNumberOfThreads() async throws {
    let small = threeOffers()
    let one = try await small.evaluate(threads: 1)
    for threads in [2, 3, 7] { #expect(try await small.evaluate(threads: threads) == one) }
  }

  @Test func thePriceToLeadIsEnough() async throws {
    let small = threeOffers()
    let before = try await small.evaluate()
    #expect(before.prices.map(\.offer) == ["two", "three"])
    for price in before.prices where price.isPossible {
      var cheaper = small
      let index = try #require(small.offers.firstIndex { $0.id == price.offer })
      let old = try #require(small.offers[index].price)
      cheaper.offers[index].price = old * (1 - (try #require(price.share)))
      let after = try await cheaper.evaluate()
      #expect(after.offer(price.offer)?.rank == 1)
      // A tenth of a percent less is not enough.
      cheaper.offers[index].price = old * (1 - (try #require(price.share)) + 0.0011)
      #expect(try await cheaper.evaluate().offer(price.offer)?.rank != 1)
    }
    #expect(before.prices.contains { $0.isPossible })
  }

  @Test func aPriceBelowTheScaleCannotWin() async throws {
    var small = threeOffers()
    small.offers[2].answers["a"] = 10
    let result = try await small.evaluate()
    let three = try #require(result.prices.first { $0.offer == "three" })
    #expect(!three.isPossible)
  }

  @Test func profilesRankWithTheirOwnWeights() async throws {
    var small = threeOffers()
    small.profiles = ["cost first": ["fit": 0.1, "lock_in": 0.1, "cost": 0.8]]
    let result = try await small.evaluate()
    let standings = try #require(result.profiles.first?.standings)
    #expect(standings.first { $0.rank == 1 }?.offer == "three")
    #expect(result.findings.contains { $0.id == "findingProfileDiffers" })
  }

  @Test func reasonsAreTheLargestDifferences() async throws {
    let result = try await threeOffers().evaluate()
    let comparison = try #require(result.comparison)
    #expect(comparison.first == "one" && comparison.second == "two")
    #expect(
      comparison.differences.map(\.points) == comparison.differences.map(\.points).sorted(by: >))
    let sum = comparison.differences.reduce(0) { $0 + $1.points }
    #expect(abs(sum - (try #require(result.verdict.lead))) < 1e-9)
    #expect(comparison.presentValueDifference == 70_000)
  }

  @Test func halfUnansweredGetsABandOfRanks() async throws {
    var small = threeOffers()
    small.offers[1].answers = ["b": 75]
    let result = try await small.evaluate()
    let two = try #require(result.offer("two"))
    #expect(two.unansweredCount == 4)
    #expect(abs(two.unansweredWeight - 0.575) < 1e-9)
    let band = try #require(two.rankBand)
    #expect(band.best < band.worst)
    let one = try #require(result.offer("one"))
    #expect(one.rankBand == nil)
  }

  @Test func anErrorInACostLineNamesItsPlace() async throws {
    var small = threeOffers()
    small.offers[1].price = -5
    await #expect {
      _ = try await small.evaluate()
    } throws: { error in
      guard let failure = error as? EvaluationFailure else { return false }
      return failure.diagnostics.all.map(\.message.id) == ["costBelowZero"]
    }
  }
}
