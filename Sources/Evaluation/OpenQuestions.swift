import DecisionModel
import Fit

/// What is still open, in the order in which asking pays: what decides, what blocks, what can
/// change the leader, what only moves points (`rulings.md` R3, R12).
struct OpenQuestions {
  let decision: Decision
  let assessments: [OfferAssessment]
  let standings: Standings

  func all() -> [OpenQuestion] {
    let first = Set(standings.order.prefix(3))
    var questions: [(question: OpenQuestion, offer: Int, isFirst: Bool)] = []
    for offer in assessments.indices where standings.states[offer] != .excluded {
      for question in of(offer) { questions.append((question, offer, first.contains(offer))) }
    }
    return questions.enumerated().sorted { a, b in
      let (left, right) = (a.element, b.element)
      let (leftClass, rightClass) = (
        urgency(left.question, isFirst: left.isFirst),
        urgency(right.question, isFirst: right.isFirst)
      )
      if leftClass != rightClass { return leftClass < rightClass }
      if left.question.span != right.question.span {
        return left.question.span > right.question.span
      }
      return a.offset < b.offset
    }.map(\.element.question)
  }

  private func urgency(_ question: OpenQuestion, isFirst: Bool) -> Int {
    switch question.effect {
    case .decides: isFirst ? 0 : 3
    case .missingPrice: 1
    case .changesLeader: 2
    case .movesPoints: 4
    }
  }

  private func of(_ offer: Int) -> [OpenQuestion] {
    let tree = decision.criteria
    let assessment = assessments[offer]
    let id = assessment.offer.declaration.id
    var deciding = Set<String>()
    for knockout in assessment.knockouts where knockout.state == .unknown {
      if case .criterion(let path) = knockout.subject {
        if knockout.questions.isEmpty { deciding.insert(path) }
        deciding.formUnion(knockout.questions)
      }
    }
    var questions: [OpenQuestion] = assessment.cost.blocked.map { line in
      OpenQuestion(offer: id, costLine: line, effect: .missingPrice, span: 0)
    }
    for leaf in assessment.unanswered(in: tree) {
      guard let value = assessment.values[leaf] else { continue }
      let weight = 100 * tree.globalWeight(of: leaf)
      let path = tree.nodes[leaf].path
      let isDeciding = deciding.contains(path)
      guard weight > 0 || isDeciding else { continue }
      let changes = changesLeader(
        offer, down: weight * (value.point - value.low), up: weight * (value.high - value.point))
      questions.append(
        OpenQuestion(
          offer: id, criterion: path,
          effect: isDeciding ? .decides : changes ? .changesLeader : .movesPoints,
          span: weight * (value.high - value.low)))
    }
    return questions
  }

  /// Whether the worst or the best answer alone makes another offer lead.
  private func changesLeader(_ offer: Int, down: Double, up: Double) -> Bool {
    guard let leader = standings.order.first, standings.ranked.contains(offer) else {
      return false
    }
    let points = standings.points
    if offer == leader {
      guard let second = standings.order.dropFirst().first else { return false }
      return points[leader] - down < points[second] - Standings.tolerance
    }
    return points[offer] + up > points[leader] + Standings.tolerance
  }
}
