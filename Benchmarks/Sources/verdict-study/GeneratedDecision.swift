import DecisionModel
import Evaluation
import Measures
import Messages
import ReproducibleMath
import TotalCost

/// A made-up decision of realistic shape, with everything needed to draw what may be true behind it.
///
/// Three goals of about 50, 30 and 20; four to seven branches of fit with three to ten questions
/// each; three to six offers. Offers share a strength and differ by branch, as systems do that are
/// strong in some areas and weak in others. Answers are claimed with evidence 1 to 5, a few are
/// missing; prices are ranges.
struct GeneratedDecision {
  /// How far apart the offers are.
  enum Kind: String, CaseIterable {
    /// Two offers that are equal but for details.
    case even
    /// Offers as they come.
    case mixed
    /// One offer that is better nearly everywhere.
    case clear
    /// Weak evidence, many missing answers, wide price ranges.
    case noisy
  }

  let kind: Kind
  let decision: Decision
  let offers: [Offer]
  /// Stated value, and weakness of its evidence, by offer and leaf; `nil` is a missing answer.
  let answers: [[(value: Double, weakness: Double)?]]
  /// Price of each offer: low, likely, high.
  let prices: [(low: Double, likely: Double, high: Double)]

  private static let place = SourcePosition(file: "study", line: 1, column: 1)

  init(kind: Kind, number: UInt64) {
    var random = RandomStream(seed: 2026, stream: 0x7374_7564_79, block: number)
    self.kind = kind
    let tree = GeneratedDecision.tree(&random)
    let leaves = tree.leaves.filter {
      if case .question = tree.nodes[$0].role { true } else { false }
    }
    let count = 3 + Int(random.uniform() * 4)
    let spread = kind == .even ? 0.04 : kind == .clear ? 0.30 : 0.16
    var answers: [[(value: Double, weakness: Double)?]] = []
    var prices: [(low: Double, likely: Double, high: Double)] = []
    let shared = leaves.map { _ in 0.35 + 0.4 * random.uniform() }
    let noisy = kind == .noisy
    for offer in 0..<count {
      let strength = kind == .clear && offer == 0 ? 0.18 : 0.1 * (random.uniform() - 0.5)
      var byBranch: [Int: Double] = [:]
      answers.append(
        leaves.indices.map { column in
          let parent = tree.nodes[leaves[column]].parent ?? 0
          let branch =
            byBranch[parent]
            ?? { () -> Double in
              let value = spread * (random.uniform() + random.uniform() - 1)
              byBranch[parent] = value
              return value
            }()
          let own = spread * (random.uniform() + random.uniform() - 1)
          let value = min(max(shared[column] + strength + branch + own, 0), 1)
          if random.uniform() < (noisy ? 0.2 : 0.04) { return nil }
          let evidence = noisy ? Int(random.uniform() * 3) : 2 + Int(random.uniform() * 4)
          return ((value * 100).rounded() / 100, GeneratedDecision.weakness[min(evidence, 5)])
        })
      let level = kind == .even ? 0.03 : 0.2
      let likely = 400_000 * (1 + level * (2 * random.uniform() - 1)) * (1 - strength / 2)
      let width = noisy ? 0.3 : 0.1
      prices.append(
        (
          (likely * (1 - width * random.uniform())).rounded(), likely.rounded(),
          (likely * (1 + width * (0.5 + random.uniform()))).rounded()
        ))
    }
    self.answers = answers
    self.prices = prices
    let start = CalendarDate(year: 2027, month: 1, day: 1) ?? .earliest
    decision = Decision(
      title: "study", language: .english, currency: "EUR", asOf: start,
      costPlan: CostPlan(years: 5, start: start, discountRate: .zero), criteria: tree,
      sampling: Sampling(draws: 4_000, seed: 1))
    offers = GeneratedDecision.offers(tree, leaves, answers, prices)
  }

  /// Share by which a stated value may be too high, for evidence 0 to 5 (`rulings.md` R1).
  private static let weakness = [0.50, 0.40, 0.20, 0.15, 0.05, 0]

  // MARK: Parts

  private static func tree(_ random: inout RandomStream) -> CriteriaTree {
    let percent = Scale.numeric(
      NumericScale(
        unit: "%",
        points: [
          .init(figure: .zero, value: .zero), .init(figure: Amount(100), value: .one),
        ]))
    var nodes: [Criterion] = []
    func add(
      _ id: String, _ role: Criterion.Role, _ goal: Criterion.Goal, _ parent: Int?,
      _ weight: Double
    ) -> Int {
      let path = parent.map { $0 == 0 ? id : "\(nodes[$0].path)/\(id)" } ?? ""
      nodes.append(
        Criterion(
          id: id, path: path, name: LocalText(id), role: role, goal: goal, parent: parent,
          localWeight: weight, statedWeight: StatedWeight(value: .one), knockout: nil,
          position: place))
      return nodes.count - 1
    }
    func weights(_ count: Int) -> [Double] {
      let raw = (0..<count).map { _ in 0.3 + random.uniform() }
      let sum = raw.reduce(0, +)
      return raw.map { $0 / sum }
    }
    let goals = [
      0.4 + 0.2 * random.uniform(), 0.2 + 0.2 * random.uniform(), 0.1 + 0.2 * random.uniform(),
    ]
    let sum = goals.reduce(0, +)
    let root = add("", .root, .fit, nil, 1)
    let fit = add("fit", .branch, .fit, root, goals[0] / sum)
    for (branch, weight) in weights(4 + Int(random.uniform() * 4)).enumerated() {
      let node = add("b\(branch)", .branch, .fit, fit, weight)
      for (question, part) in weights(3 + Int(random.uniform() * 8)).enumerated() {
        _ = add("b\(branch)q\(question)", .question(percent), .fit, node, part)
      }
    }
    _ = add(
      "cost", .cost(CostScale(best: Amount(250_000), worst: Amount(650_000))), .cost, root,
      goals[1] / sum)
    let lockIn = add("lock_in", .branch, .lockIn, root, goals[2] / sum)
    for (question, weight) in weights(13).enumerated() {
      _ = add("l\(question)", .question(percent), .lockIn, lockIn, weight)
    }
    return CriteriaTree(nodes: nodes)
  }

  private static func offers(
    _ tree: CriteriaTree, _ leaves: [Int], _ answers: [[(value: Double, weakness: Double)?]],
    _ prices: [(low: Double, likely: Double, high: Double)]
  ) -> [Offer] {
    answers.indices.map { offer in
      var given: [Int: Answer] = [:]
      for (column, leaf) in leaves.enumerated() {
        guard let (value, weakness) = answers[offer][column] else { continue }
        let figure = Amount(Int((value * 100).rounded()))
        given[leaf] = Answer(
          reading: .figure(low: figure, likely: figure, high: figure), words: "",
          evidence: GeneratedDecision.weakness.firstIndex(of: weakness), position: place)
      }
      let price = prices[offer]
      let line = CostLine(
        name: "price", category: .subscription,
        price: .stated(
          low: Amount(Int(price.low)), likely: Amount(Int(price.likely)),
          high: Amount(Int(price.high))), timing: .once(on: nil))
      return Offer(
        declaration: OfferDeclaration(
          id: "o\(offer)", name: "o\(offer)", kind: .saas, goLive: nil, files: [],
          position: place), answers: given,
        costs: [OfferedCost(line: line, words: "", position: place)])
    }
  }
}
