import DecisionModel
import Fit
import Measures
import Messages
import TotalCost

/// The knock-outs of an offer: those of the criteria, then the limits on money and time.
enum KnockoutResults {
  static func all(
    of offer: Offer, cost: CostAssessment, decision: Decision
  ) -> [KnockoutResult] {
    criteria(of: offer, decision: decision) + limits(of: offer, cost: cost, decision: decision)
  }

  private static func criteria(of offer: Offer, decision: Decision) -> [KnockoutResult] {
    let tree = decision.criteria
    return tree.nodes.indices.compactMap { index in
      let node = tree.nodes[index]
      guard let condition = node.knockout else { return nil }
      let check = KnockoutCheck(condition, at: index, of: tree, answers: offer.answers)
      let waiver = decision.waivers.first {
        $0.offer == offer.declaration.id && $0.criterion == index
      }
      let state: KnockoutResult.State =
        switch check.state {
        case .pass: .pass
        case .fail: waiver == nil ? .fail : .waived
        case .unknown: waiver == nil ? .unknown : .waived
        }
      return KnockoutResult(
        subject: .criterion(node.path), name: node.name,
        condition: CriterionWords.condition(condition, of: node),
        found: found(offer.answers[index], check: check, node: node, tree: tree), state: state,
        waiverReason: state == .waived ? waiver?.reason : nil,
        questions: check.questions.map { tree.nodes[$0].path })
    }
  }

  private static func found(
    _ answer: Answer?, check: KnockoutCheck, node: Criterion, tree: CriteriaTree
  ) -> LocalText {
    if !check.questions.isEmpty {
      return CriterionWords.list(check.questions.map { tree.nodes[$0].name })
    }
    guard let answer, case .question(let scale) = node.role else { return LocalText("") }
    return CriterionWords.answer(answer, on: scale)
  }

  private static func limits(
    of offer: Offer, cost: CostAssessment, decision: Decision
  ) -> [KnockoutResult] {
    var results: [KnockoutResult] = []
    func add(
      _ subject: KnockoutResult.Subject, _ name: LocalText, limit: Amount?, found: Amount?
    ) {
      guard let limit else { return }
      results.append(
        KnockoutResult(
          subject: subject, name: name,
          condition: CriterionWords.atMost(limit, unit: decision.currency),
          found: found.map { CriterionWords.figure($0, unit: decision.currency) }
            ?? LocalText(""),
          state: found.map { $0 <= limit ? .pass : .fail } ?? .unknown, waiverReason: nil,
          questions: []))
    }
    let limits = decision.limits
    add(.totalCost, CriterionWords.totalCost, limit: limits.total, found: cost.total.nominalTotal)
    add(
      .firstYearCost, CriterionWords.firstYearCost, limit: limits.firstYear,
      found: cost.total.isComplete ? cost.total.firstYear : nil)
    add(
      .investment, CriterionWords.investment, limit: limits.investment,
      found: cost.total.isComplete ? cost.total.investment : nil)
    add(
      .fiscalYearCost, CriterionWords.fiscalYearCost, limit: limits.fiscalYear,
      found: cost.total.isComplete ? cost.total.summary.fiscalYears.map(\.nominal).max() : nil)
    // What runs today is live already.
    if let latest = limits.goLive, offer.declaration.kind != .statusQuo {
      let found = offer.declaration.expectedGoLive
      results.append(
        KnockoutResult(
          subject: .goLive, name: CriterionWords.goLive,
          condition: CriterionWords.onOrBefore(latest),
          found: found.map(CriterionWords.date) ?? LocalText(""),
          state: found.map { $0 <= latest ? .pass : .fail } ?? .unknown, waiverReason: nil,
          questions: []))
    }
    return results
  }
}
