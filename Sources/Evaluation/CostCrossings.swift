import DecisionModel
import Measures
import TotalCost

/// Where the cumulative costs of options cross each other, for each two with a total.
enum CostCrossings {
  static func all(of assessments: [OfferAssessment]) -> [CrossingResult] {
    let priced = assessments.filter { $0.cost.total.isComplete }
    return priced.flatMap { first in
      priced.compactMap { second in
        first.offer.declaration.id == second.offer.declaration.id
          ? nil : crossing(first, second)
      }
    }
  }

  private static func crossing(
    _ first: OfferAssessment, _ second: OfferAssessment
  ) -> CrossingResult {
    let crossing = CostCrossing(
      of: first.cost.total.summary.cumulative, against: second.cost.total.summary.cumulative)
    var result = CrossingResult(
      offer: first.offer.declaration.id, rival: second.offer.declaration.id,
      months: crossing.months, payback: .neverInside)
    switch crossing.payback {
    case .fromTheStart: result.payback = .fromTheStart
    case .neverInside: break
    case .month(let month):
      result.payback = .month
      result.paybackMonth = month
    }
    return result
  }
}

extension CostPlan {
  /// The inflation that turns a real rate into a nominal one, where stated.
  var statedInflation: Amount? {
    if case .real(let inflation) = rateTerms { inflation } else { nil }
  }
}
