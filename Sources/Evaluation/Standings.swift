import DecisionModel
import MCDA

/// Who takes part in the ranking, and where everybody stands or would stand.
struct Standings {
  /// State of each offer.
  let states: [OfferResult.State]
  /// Offers that are ranked, in the order declared.
  let ranked: [Int]
  /// Points of each offer as they count, and with missing answers at worst and at best, 0 to 100.
  let points: [Double]
  let low: [Double]
  let high: [Double]
  /// Rank of each ranked offer.
  let ranks: [Int?]
  /// Rank that each excluded offer would have had among the ranked ones.
  let wouldRanks: [Int?]
  /// Ranked offers from first to last.
  let order: [Int]

  /// Tolerance of ranks on a scale of points (`rulings.md` R9: 1e-9 of the value scale).
  static let tolerance = 100 * Ranking.tolerance

  init(
    assessments: [OfferAssessment], values: AdditiveValue, low: AdditiveValue,
    high: AdditiveValue, needsCost: Bool
  ) {
    points = values.totals.map { 100 * $0 }
    self.low = low.totals.map { 100 * $0 }
    self.high = high.totals.map { 100 * $0 }
    let states: [OfferResult.State] = assessments.map { assessment in
      if assessment.hasFailed { return .excluded }
      if needsCost, assessment.cost.value == nil { return .notRankable }
      return assessment.hasUnknown ? .conditional : .acceptable
    }
    let ranked = states.indices.filter { states[$0] == .acceptable || states[$0] == .conditional }
    let points = self.points
    let ranking = Ranking(ranked.map { points[$0] }, tolerance: Standings.tolerance)
    var ranks = [Int?](repeating: nil, count: states.count)
    for (position, offer) in ranked.enumerated() { ranks[offer] = ranking.ranks[position] }
    wouldRanks = states.indices.map { offer in
      guard states[offer] == .excluded, !needsCost || assessments[offer].cost.value != nil
      else { return nil }
      return 1 + ranked.filter { points[$0] > points[offer] + Standings.tolerance }.count
    }
    self.states = states
    self.ranked = ranked
    self.ranks = ranks
    order = ranking.order.map { ranked[$0] }
  }

  /// All offers as a reader wants them: ranked, not rankable, excluded by the rank they would have.
  var readingOrder: [Int] {
    let open = states.indices.filter { states[$0] == .notRankable }
    let excluded = states.indices.filter { states[$0] == .excluded }
      .sorted { points[$0] != points[$1] ? points[$0] > points[$1] : $0 < $1 }
    return order + open + excluded
  }

  /// Best and worst rank of a ranked offer if only its own missing answers are open.
  func rankBand(of offer: Int) -> RankBand {
    let others = ranked.filter { $0 != offer }
    let better = { (own: Double) in
      1 + others.filter { points[$0] > own + Standings.tolerance }.count
    }
    return RankBand(best: better(high[offer]), worst: better(low[offer]))
  }
}
