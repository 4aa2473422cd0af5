import DecisionModel
import Fit
import LockIn
import Measures
import Messages
import Testing

private let place = SourcePosition(file: "offer.csv", line: 2, column: 1)

@Suite struct LockInAssessmentTests {
  /// A tree with one lock-in goal and factors of the given weights, and answers from 0 to 4.
  private func assess(
    _ factors: [(weight: Double, degree: Int?)], goalWeight: Double = 0.2
  ) throws -> LockInAssessment {
    let one = StatedWeight(value: .one)
    let degrees = NumericScale(
      unit: "",
      points: [.init(figure: .zero, value: .one), .init(figure: Amount(4), value: .zero)])
    var nodes = [
      Criterion(
        id: "", path: "", name: LocalText("whole"), role: .root, goal: .fit, parent: nil,
        localWeight: 1, statedWeight: one, position: place),
      Criterion(
        id: "lock_in", path: "lock_in", name: LocalText("lock-in"), role: .branch, goal: .lockIn,
        parent: 0, localWeight: goalWeight, statedWeight: one, position: place),
    ]
    var values: [Int: AnswerValue] = [:]
    for (index, factor) in factors.enumerated() {
      nodes.append(
        Criterion(
          id: "f\(index)", path: "lock_in/f\(index)", name: LocalText("f"),
          role: .question(.numeric(degrees)), goal: .lockIn, parent: 1,
          localWeight: factor.weight, statedWeight: one, position: place))
      let answer = factor.degree.map { degree in
        Answer(
          reading: .figure(low: Amount(degree), likely: Amount(degree), high: Amount(degree)),
          words: "", position: place)
      }
      values[index + 2] = AnswerValue(
        answer, on: .numeric(degrees), unanswered: .middle, isVendor: true)
    }
    return try #require(
      LockInAssessment(goal: 1, of: CriteriaTree(nodes: nodes), values: values))
  }

  @Test func scoreIsTheWeightedShareOfFour() throws {
    // Σ w·f/4 = (0.5·4 + 0.3·2 + 0.2·1) / 4 = 0.70
    let result = try assess([(0.5, 4), (0.3, 2), (0.2, 1)])
    #expect(abs(result.score - 70) < 1e-12)
    #expect(result.low == result.high)
    #expect(result.factors.map(\.degree) == [4, 2, 1])
  }

  @Test(arguments: [(0, 0.0), (4, 100.0)])
  func endsOfTheScore(degree: Int, expected: Double) throws {
    let result = try assess([(0.6, degree), (0.4, degree)])
    #expect(abs(result.score - expected) < 1e-12)
  }

  @Test func aMissingFactorIsABand() throws {
    let result = try assess([(0.75, 2), (0.25, nil)])
    #expect(abs(result.score - 50) < 1e-12)
    #expect(abs(result.low - 37.5) < 1e-12)
    #expect(abs(result.high - 62.5) < 1e-12)
    #expect(result.factors.map(\.isAnswered) == [true, false])
  }

  @Test func aGoalWithoutWeightStillHasAScore() throws {
    let weighted = try assess([(0.5, 4), (0.5, 1)])
    let unweighted = try assess([(0.5, 4), (0.5, 1)], goalWeight: 0)
    #expect(abs(weighted.score - unweighted.score) < 1e-12)
  }
}
