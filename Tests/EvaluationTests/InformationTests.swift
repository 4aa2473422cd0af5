import DecisionModel
import Evaluation
import Measures
import Messages
import Testing

@Suite("What knowing more is worth")
struct InformationTests {
  /// Two offers on two questions; an answer left out is missing.
  private func small(
    _ first: [String: Double], _ second: [String: Double], evidence: Int = 5
  )
    -> SmallDecision
  {
    var small = SmallDecision()
    small.goals = [("fit", 60, [("q", 50), ("r", 50)])]
    small.cost = (40, 0, 1_000)
    small.offers = [
      .init(id: "a", answers: first, price: 500, evidence: evidence),
      .init(id: "b", answers: second, price: 500, evidence: evidence),
    ]
    small.draws = 1_000
    return small
  }

  @Test("Nothing uncertain: nothing to ask")
  func certain() async throws {
    let result = try await small(["q": 90, "r": 10], ["q": 30, "r": 60]).evaluate()
    #expect(result.information == nil)
  }

  @Test("A missing answer between equals is worth a quarter of its span, by points and money")
  func equals() async throws {
    // Both have 50 points; q of b is worth 30 points and lies evenly between 0 and 30.
    let result = try await small(["q": 50, "r": 50], ["r": 50]).evaluate()
    let information = try #require(result.information)
    let item = try #require(information.items.first)
    #expect(information.items.count == 1)
    #expect(item.offer == "b")
    #expect(item.criterion == "fit/q")
    #expect(item.kind == .missing)
    // E[(U − 15)⁺] for U even on 0 … 30.
    #expect(abs(item.points - 3.75) < 1e-9)
    // 40 points of cost are worth 1,000: a point is 25.
    #expect(abs(try #require(item.money) - 93.75) < 1e-9)
    let everything = information.everything
    #expect(abs(everything.points - 3.75) < 4 * everything.standardError)
  }

  @Test("What cannot change the choice is counted, not listed")
  func worthless() async throws {
    let result = try await small(["q": 100, "r": 100], ["r": 0]).evaluate()
    let information = try #require(result.information)
    #expect(information.items.isEmpty)
    #expect(information.worthless == 1)
    #expect(information.everything.points == 0)
  }

  @Test("Weak evidence counts at its mean, which proof would settle")
  func evidence() async throws {
    // All answers claimed with evidence 2: even between 80 % of the value and the value.
    let result = try await small(["q": 80, "r": 60], ["q": 60, "r": 80], evidence: 2).evaluate()
    let information = try #require(result.information)
    #expect(information.items.count == 4)
    for item in information.items {
      #expect(item.kind == .unproven)
      let claimed = item.criterion == (item.offer == "a" ? "fit/q" : "fit/r") ? 80.0 : 60.0
      // Level at the mean: half the mean deviation of an even spread of λ·v = .2·v, weight .3.
      #expect(abs(item.points - 30 * 0.2 * claimed / 100 / 8) < 1e-9, "\(item)")
    }
  }

  @Test("Everything is worth at least as much as any single thing")
  func bound() async throws {
    for seed in 1...20 {
      var small = small(["q": Double(30 + seed)], ["r": Double(60 - seed)], evidence: seed % 5)
      small.offers.append(
        .init(id: "c", answers: ["q": 40, "r": Double(40 + seed)], price: 480, evidence: 1))
      let information = try #require(try await small.evaluate().information)
      for item in information.items {
        #expect(
          item.points <= information.everything.points + 4 * information.everything.standardError)
      }
      #expect(
        information.items.map(\.points) == information.items.map(\.points).sorted(by: >))
    }
  }

  @Test("The order of offers changes nothing")
  func order() async throws {
    var turned = small(["q": 50], ["r": 50], evidence: 2)
    let straight = try await turned.evaluate()
    turned.offers.reverse()
    #expect(try await turned.evaluate().information == straight.information)
  }
}
