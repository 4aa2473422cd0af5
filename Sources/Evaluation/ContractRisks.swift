import DecisionModel
import LockIn
import Measures
import TotalCost

/// What the contract leaves open: prices without a cap, and clauses that bind.
struct ContractRisks {
  let decision: Decision
  let assessments: [OfferAssessment]
  let baseline: [OfferedCost]
  let standings: Standings

  /// Rise a year that vendors have been seen to ask for where nothing stops them (`methods.md` D3).
  static let assumedRise = Amount(units: Amount.unitsPerWhole / 10)

  /// For each ranked offer of a vendor with prices that no cap holds.
  func priceRises() -> [PriceRise] { standings.order.compactMap(priceRise) }

  private func priceRise(of offer: Int) -> PriceRise? {
    let assessment = assessments[offer]
    let declaration = assessment.offer.declaration
    guard declaration.kind.hasVendor, let before = assessment.cost.total.presentValue else {
      return nil
    }
    var count = 0
    let lines = assessment.cost.costs.map { cost in
      var line = cost.line
      guard case .recurring = line.timing, line.payee == .vendor, line.kind == .cost,
        line.escalation.cap == nil, line.escalation.rate < ContractRisks.assumedRise
      else { return line }
      count += 1
      line.escalation.rate = ContractRisks.assumedRise
      line.escalation.index = nil
      line.escalation.range = nil
      return line
    }
    // The same lines could be reckoned before; a rise of ten percent cannot break them but by
    // overflow, and then there is nothing to report.
    guard count > 0,
      let after = try? TotalCost.evaluate(
        lines: lines, plan: decision.costPlan, goLive: declaration.expectedGoLive,
        baseline: baseline.map(\.line)
      ).summary?.total.presentValue, after > before
    else { return nil }
    return PriceRise(
      offer: declaration.id, rate: ContractRisks.assumedRise.double, lines: count,
      presentValue: after - before, leaderThen: leader(if: offer, costsMore: after - before))
  }

  /// Who leads if the leader alone costs more; the rivals' prices stay.
  private func leader(if offer: Int, costsMore increase: Double) -> String? {
    let tree = decision.criteria
    guard offer == standings.order.first, let rival = standings.order.dropFirst().first,
      let node = tree.costNode, let scale = tree.costScale,
      let value = assessments[offer].cost.value,
      let presentValue = assessments[offer].cost.total.presentValue
    else { return nil }
    let span = scale.worst.double - scale.best.double
    let then = min((scale.worst.double - presentValue - increase) / span, 1)
    let points = standings.points[offer] + 100 * tree.globalWeight(of: node) * (then - value)
    return points < standings.points[rival] - Standings.tolerance
      ? assessments[rival].offer.declaration.id : nil
  }

  /// Weak clauses of the leader, the one with the largest money effect first, then the most binding.
  func weakClauses(_ rises: [PriceRise]) -> [WeakClause] {
    guard let leader = standings.order.first,
      assessments[leader].offer.declaration.kind.hasVendor,
      let lockIn = assessments[leader].lockIn
    else { return [] }
    let id = assessments[leader].offer.declaration.id
    let nodes = decision.criteria.nodes
    let exit = assessments[leader].cost.result.exit.years.last?.presentValue
    let clauses = lockIn.factors.compactMap { factor -> WeakClause? in
      guard factor.isAnswered, factor.degree >= NegotiableFactor.weakFrom,
        let negotiable = NegotiableFactor(rawValue: nodes[factor.criterion].id)
      else { return nil }
      let effect: Double? =
        switch negotiable {
        case .priceAfterTerm: rises.first { $0.offer == id }?.presentValue
        case .dataExport, .exitHelp: exit.flatMap { $0 > 0 ? $0 : nil }
        case .sourceEscrow, .term: nil
        }
      return WeakClause(
        criterion: nodes[factor.criterion].path, factor: negotiable, degree: factor.degree,
        moneyEffect: effect)
    }
    return clauses.enumerated().sorted { a, b in
      let (left, right) = (a.element, b.element)
      if left.moneyEffect ?? 0 != right.moneyEffect ?? 0 {
        return left.moneyEffect ?? 0 > right.moneyEffect ?? 0
      }
      return left.degree != right.degree ? left.degree > right.degree : a.offset < b.offset
    }.map(\.element)
  }
}
