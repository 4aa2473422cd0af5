import DecisionModel
import Measures
import Sensitivity
import TotalCost

/// By how much each rival would have to lower its prices to draw level with the leader
/// (`methods.md` A7, `rulings.md` R12).
struct PricesToLead {
  let decision: Decision
  let assessments: [OfferAssessment]
  let standings: Standings
  /// Weight of cost in the whole and its scale; without them prices decide nothing.
  let cost: (weight: Double, scale: CostScale)

  func all() -> [PriceToLead] {
    guard let leader = standings.order.first else { return [] }
    return standings.order.dropFirst().compactMap { rival in
      result(for: rival, behind: leader)
    }
  }

  private func result(for rival: Int, behind leader: Int) -> PriceToLead? {
    let assessment = assessments[rival]
    guard let presentValue = assessment.cost.total.presentValue,
      let tie = PriceToTie(
        leaderTotal: standings.points[leader] / 100, ownTotal: standings.points[rival] / 100,
        weight: cost.weight, price: presentValue, best: cost.scale.best.double,
        worst: cost.scale.worst.double)
    else { return nil }
    // Beyond the best end of the scale a lower price earns nothing more.
    let isOnScale = tie.isFeasible && !assessment.cost.isAboveScale
    let cut = tie.cut
    let vendorValue = assessment.cost.total.vendorPresentValue
    guard assessment.offer.declaration.kind.hasVendor, vendorValue > 0 else {
      return PriceToLead(
        offer: assessment.offer.declaration.id, presentValueCut: cut,
        isPossible: isOnScale && cut <= presentValue)
    }
    // Rounded up to a tenth of a percent, so that an offer changed by the printed figure wins or ties.
    let share = (cut / vendorValue * 1000).rounded(.up) / 1000
    let total = share * assessment.cost.total.vendorNominal.double
    return PriceToLead(
      offer: assessment.offer.declaration.id, presentValueCut: share * vendorValue, share: share,
      perYear: total / Double(decision.costPlan.years), total: total,
      isPossible: isOnScale && share <= 1)
  }
}
