import DecisionModel
import Evaluation
import Measures
import Messages
import Testing

@Suite("Scales drawn differently")
struct ScaleVariationTests {
  /// Two offers on one question of figures and cost; `a` and `b` are percent answers.
  private func evaluate(
    _ a: Double, _ b: Double, prices: (Double, Double)
  ) async throws
    -> Evaluation
  {
    var small = SmallDecision()
    small.goals = [("fit", 50, [("q", 1)])]
    small.cost = (50, 0, 1_000)
    small.offers = [
      .init(id: "a", answers: ["q": a], price: prices.0),
      .init(id: "b", answers: ["q": b], price: prices.1),
    ]
    small.draws = 1_000
    return try await small.evaluate()
  }

  @Test("A leader far ahead stays ahead in every trial")
  func clear() async throws {
    let scales = try #require(try await evaluate(90, 40, prices: (300, 400)).scales)
    #expect(scales.turning.isEmpty)
    // Six for the question, six for cost, two for all questions of figures.
    #expect(scales.tried == 14)
  }

  @Test("Each trial equals the points reckoned by hand")
  func byHand() async throws {
    // a: 50·.50 + 50·.60 = 55; b: 50·.80 + 50·.28 = 54.
    let scales = try #require(try await evaluate(50, 80, prices: (400, 720)).scales)
    func value(_ percent: Double, _ kind: ScaleChange.Kind) -> Double {
      let v = percent / 100
      switch kind {
      case .bestFurther: return v / 1.2
      case .bestNearer: return min(v / 0.8, 1)
      case .worstFurther: return 1 - (1 - v) / 1.2
      case .worstNearer: return max(1 - (1 - v) / 0.8, 0)
      case .bentUp: return v + 0.5 * v * (1 - v)
      case .bentDown: return v - 0.5 * v * (1 - v)
      }
    }
    func cost(_ price: Double, _ kind: ScaleChange.Kind) -> Double {
      // Cost is the same scale read from the other end, and not cut off below.
      let v = 1 - price / 1_000
      switch kind {
      case .worstNearer: return 1 - (1 - v) / 0.8
      default: return value(100 * v, kind)
      }
    }
    var expected: [String: Double] = [:]
    for kind in ScaleChange.Kind.allCases {
      let question = 50 * (value(80, kind) - value(50, kind)) + 50 * (0.28 - 0.6)
      let price = 50 * (0.8 - 0.5) + 50 * (cost(720, kind) - cost(400, kind))
      if question > 1e-7 { expected["one fit/q \(kind.rawValue)"] = question }
      if price > 1e-7 { expected["one cost \(kind.rawValue)"] = price }
      if kind == .bentUp || kind == .bentDown, question > 1e-7 {
        expected["all_figures  \(kind.rawValue)"] = question
      }
    }
    let found = Dictionary(
      uniqueKeysWithValues: scales.turning.map {
        ("\($0.scope.rawValue) \($0.criterion ?? "") \($0.kind.rawValue)", $0.lead)
      })
    #expect(found.keys.sorted() == expected.keys.sorted())
    for (key, lead) in found { #expect(abs(lead - (expected[key] ?? .nan)) < 1e-9, "\(key)") }
    #expect(!found.isEmpty)
  }

  @Test("With one offer there is nothing to try")
  func alone() async throws {
    var small = SmallDecision()
    small.goals = [("fit", 50, [("q", 1)])]
    small.offers = [.init(id: "a", answers: ["q": 50], price: 1)]
    small.draws = 1_000
    #expect(try await small.evaluate().scales == nil)
  }
}
