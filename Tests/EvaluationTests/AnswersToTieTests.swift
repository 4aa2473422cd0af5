import Evaluation
import Testing

@Suite("Answers that alone make a tie")
struct AnswersToTieTests {
  /// Three offers, two questions of the same weight under one goal, no cost.
  private func small(_ answers: [String: [String: Double]]) -> SmallDecision {
    var small = SmallDecision()
    small.goals = [("fit", 100, [("q", 50), ("r", 50)])]
    small.offers = answers.sorted { $0.key < $1.key }.map { .init(id: $0.key, answers: $0.value) }
    small.draws = 1_000
    return small
  }

  @Test("What a rival lacks, it can gain or the leader can lose, where the scale allows it")
  func closed() async throws {
    let found = try await small(["a": ["q": 90, "r": 60], "b": ["q": 80, "r": 40]]).evaluate()
      .answersToTie
    // 15 points apart: half a question's weight makes 30 percent of one answer.
    let expected: [(String, String, Double, Double)] = [
      ("a", "fit/q", 0.9, 0.6), ("a", "fit/r", 0.6, 0.3), ("b", "fit/r", 0.4, 0.7),
    ]
    #expect(found.count == expected.count, "b's answer to q would need 110 percent")
    for (offer, criterion, now, needed) in expected {
      let tie = try #require(found.first { $0.offer == offer && $0.criterion == criterion })
      #expect(tie.rival == "b" && abs(tie.now - now) < 1e-12 && abs(tie.needed - needed) < 1e-12)
    }
  }

  @Test("Changed so, the two are level, whoever changes")
  func property() async throws {
    for seed in 0..<30 {
      func percent(_ place: Int) -> Double { Double((seed * 37 + place * 53) % 101) }
      let answers = Dictionary(
        uniqueKeysWithValues: ["a", "b", "c"].enumerated().map { index, id in
          (id, ["q": percent(2 * index), "r": percent(2 * index + 1)])
        })
      let result = try await small(answers).evaluate()
      let leader = try #require(result.verdict.leader)
      for tie in result.answersToTie {
        var changed = answers
        let question = tie.criterion.split(separator: "/").last.map(String.init) ?? ""
        changed[tie.offer]?[question] = 100 * tie.needed
        let points = try await small(changed).evaluate().offers
        let level = points.filter { [leader, tie.rival].contains($0.id) }.compactMap(\.points)
        #expect(level.count == 2 && abs(level[0] - level[1]) < 1e-4, "\(tie)")
      }
    }
  }
}
