/// What each option offers beside its cost, and which of them no other beats in both.
struct WorthAndCosts {
  let offers: [OfferResult]
  let criteria: [CriterionSummary]

  /// Options with a total, in the order declared; nothing where cost is no goal or the only one.
  func all() -> [WorthAndCost] {
    let others = criteria.indices.filter { criteria[$0].depth == 1 && criteria[$0].goal != "cost" }
    let weight = others.reduce(0) { $0 + criteria[$1].localWeight }
    let hasCost = criteria.contains { $0.depth == 1 && $0.goal == "cost" }
    guard hasCost, weight > 0 else { return [] }
    let found = offers.compactMap { offer -> (OfferResult, WorthAndCost)? in
      guard let cost = offer.cost.presentValue, offer.points != nil else { return nil }
      let worth = others.reduce(0) { sum, goal in
        sum + criteria[goal].localWeight * (offer.scores[goal].value ?? 0)
      }
      return (
        offer,
        WorthAndCost(
          offer: offer.id, worth: 100 * worth / weight, presentValue: cost, isEfficient: false)
      )
    }
    let ranked = found.filter { $0.0.isRanked }.map(\.1)
    return found.map { offer, own in
      var own = own
      own.isEfficient =
        offer.isRanked
        && !ranked.contains { other in
          other.worth >= own.worth && other.presentValue <= own.presentValue
            && (other.worth > own.worth || other.presentValue < own.presentValue)
        }
      return own
    }
  }
}
