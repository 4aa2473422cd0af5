import DecisionModel
import Evaluation
import Measures
import Messages
import TotalCost

/// A decision written in a few lines: goals with percent questions, cost with one payment an offer.
struct SmallDecision {
  var goals: [(id: String, weight: Double, questions: [(id: String, weight: Double)])] = []
  var cost: (weight: Double, best: Int, worst: Int)?
  var offers: [SmallOffer] = []
  var knockouts: [String: Knockout] = [:]
  var waivers: [(offer: String, criterion: String)] = []
  var limits = Limits()
  var tieBreaker: TieBreaker?
  var rules = VerdictRules()
  var unanswered = Unanswered.middle
  var profiles: [String: [String: Double]] = [:]
  var draws = 20_000

  struct SmallOffer {
    var id: String
    /// Answers in percent by question.
    var answers: [String: Double]
    /// Price at the start; `nil` is on request.
    var price: Double?
    /// The range in which the price may lie.
    var priceRange: ClosedRange<Double>?
    var kind = OfferDeclaration.Kind.saas
    /// Evidence of all answers; 5 leaves no doubt.
    var evidence = 5
  }

  static let place = SourcePosition(file: "decision.yaml", line: 1, column: 1)

  static func amount(_ value: Double) -> Amount {
    Amount(units: Int128((value * 1e6).rounded()) * 1_000_000)
  }

  var criteria: CriteriaTree {
    let percent = Scale.numeric(
      NumericScale(
        unit: "%",
        points: [
          .init(figure: .zero, value: .zero), .init(figure: Amount(100), value: .one),
        ]))
    var nodes = [node("", "", .root, .fit, parent: nil, weight: 1)]
    let sum = goals.reduce(0) { $0 + $1.weight } + (cost?.weight ?? 0)
    for goal in goals {
      let index = nodes.count
      let kind: Criterion.Goal = goal.id == "lock_in" ? .lockIn : .fit
      nodes.append(node(goal.id, goal.id, .branch, kind, parent: 0, weight: goal.weight / sum))
      let total = goal.questions.reduce(0) { $0 + $1.weight }
      for question in goal.questions {
        nodes.append(
          node(
            question.id, "\(goal.id)/\(question.id)", .question(percent), kind, parent: index,
            weight: question.weight / total))
      }
    }
    if let cost {
      let scale = CostScale(best: Amount(cost.best), worst: Amount(cost.worst))
      nodes.append(
        node("cost", "cost", .cost(scale), .cost, parent: 0, weight: cost.weight / sum))
    }
    return CriteriaTree(nodes: nodes)
  }

  private func node(
    _ id: String, _ path: String, _ role: Criterion.Role, _ goal: Criterion.Goal, parent: Int?,
    weight: Double
  ) -> Criterion {
    Criterion(
      id: id, path: path, name: LocalText(id.isEmpty ? "whole" : id), role: role, goal: goal,
      parent: parent, localWeight: weight,
      statedWeight: StatedWeight(value: SmallDecision.amount(weight)), knockout: knockouts[id],
      position: SmallDecision.place)
  }

  var decision: Decision {
    let tree = criteria
    let start = CalendarDate.earliest
    return Decision(
      title: "small", language: .english, currency: "EUR", asOf: start,
      costPlan: CostPlan(
        years: 5, start: CalendarDate(year: 2027, month: 1, day: 1) ?? start,
        discountRate: .zero), criteria: tree,
      profiles: profiles.sorted { $0.key < $1.key }.map { profile in
        WeightProfile(
          name: profile.key,
          localWeights: tree.nodes.map { profile.value[$0.path] ?? $0.localWeight })
      }, limits: limits,
      waivers: waivers.compactMap { waiver in
        tree.index(of: waiver.criterion).map {
          Waiver(offer: waiver.offer, criterion: $0, reason: "agreed")
        }
      }, unanswered: unanswered, verdictRules: rules, tieBreaker: tieBreaker,
      sampling: Sampling(draws: draws, seed: 1))
  }

  var read: [Offer] {
    let tree = criteria
    return offers.map { offer in
      var answers: [Int: Answer] = [:]
      for (id, percent) in offer.answers {
        guard let index = tree.index(of: id) else { continue }
        let figure = SmallDecision.amount(percent)
        answers[index] = Answer(
          reading: .figure(low: figure, likely: figure, high: figure), words: "\(percent) %",
          evidence: offer.evidence, position: SmallDecision.place)
      }
      let price = offer.price.map { likely in
        let range = offer.priceRange ?? likely...likely
        return CostLine.Price.stated(
          low: SmallDecision.amount(range.lowerBound), likely: SmallDecision.amount(likely),
          high: SmallDecision.amount(range.upperBound))
      }
      let line = CostLine(
        name: "price", category: .subscription, price: price ?? .onRequest(assumed: nil),
        timing: .once(on: nil))
      return Offer(
        declaration: OfferDeclaration(
          id: offer.id, name: offer.id.uppercased(), kind: offer.kind, goLive: nil, files: [],
          position: SmallDecision.place), answers: answers,
        costs: [OfferedCost(line: line, words: "", position: SmallDecision.place)])
    }
  }

  func evaluate(threads: Int = 1) async throws -> Evaluation {
    var diagnostics = Diagnostics()
    return try await Evaluator(
      decision: decision, offers: read, programVersion: "test", threads: threads
    ).evaluate(diagnostics: &diagnostics)
  }
}
