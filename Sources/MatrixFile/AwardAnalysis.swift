import MCDA
import Measures
import Messages

/// German award formulas on performance points and prices.
extension Analysis {
  /// An offer with its figures as decimals.
  private struct Offer {
    let name: String
    let points: Amount
    let price: Amount
  }

  mutating func award() throws(AnalysisFailure) -> [JSONValue.Member] {
    let offers = try offers()
    let percent = inputs.number("corridor_percent", default: 6)
    let scale = inputs.number("scale", default: 1_000_000)
    let share = inputs.number("performance_percent", default: 60)
    let reference = inputs.object("reference")
    try proceed()
    guard percent >= 0, percent <= 100 else {
      throw .method(
        .badParameter(name: "corridor_percent", value: percent, must: .between(0, 100)))
    }
    guard share >= 0, share <= 100 else {
      throw .method(
        .badParameter(name: "performance_percent", value: share, must: .between(0, 100)))
    }
    if percent > 10 { warnings.append(.matrixCorridorWide()) }
    let table: PerformanceTable
    do {
      table = try PerformanceTable(
        offers: offers.map(\.name), performance: offers.map(\.points.double),
        price: offers.map(\.price.double), performanceShare: share / 100)
    } catch {
      let (position, message) = MethodMessages.finding(
        error, places: subject.places, alternatives: offers.map(\.name), criteria: [])
      throw stop(message, at: position)
    }
    var members = try ratios(table, offers, width: percent / 100, scale: scale)
    let suffix = "\(MethodMessages.text(share))_\(MethodMessages.text(100 - share))"
    func weighted(
      _ name: String, _ reference: WeightedRatioAward.Reference
    ) throws(AnalysisFailure) -> WeightedRatioAward.Result {
      let result = try method { () throws(MethodError) in
        try WeightedRatioAward(reference: reference).evaluate(table)
      }
      members.append(.init("weighted_\(name)_index_\(suffix)", named(result.scores, table)))
      members.append(
        .init("ranking_\(name)_\(suffix)", order(result.ranking, table)))
      return result
    }
    let median = try weighted("median", .median)
    members.append(.init("median_performance", .number(median.performanceReference)))
    members.append(.init("median_price", .number(median.priceReference)))
    _ = try weighted("mean", .mean)
    if inputs.has("reference") {
      let fixed = WeightedRatioAward.Reference.fixed(
        performance: reference.number("performance"), price: reference.number("price"))
      try proceed()
      _ = try weighted("reference", fixed)
    }
    members += try pricePoints(table)
    members += try weightableRatios(table)
    return members
  }

  private func offers() throws(AnalysisFailure) -> [Offer] {
    let fields = inputs.object("offers")
    if fields.keys.isEmpty { throw stop(.matrixFieldMissing("offers"), at: inputs.position()) }
    let offers = fields.keys.map { name in
      let offer = fields.object(name)
      let read = Offer(
        name: name, points: offer.amount("performance_points"), price: offer.amount("price"))
      if !(read.price > .zero) && !subject.collector.diagnostics.hasErrors {
        offer.fail(
          .matrixOutOfRange(
            "price", of: name, value: read.price.text, must: MethodMessages.words(.positive)),
          at: "price")
      }
      if read.points.isNegative {
        offer.fail(
          .matrixOutOfRange(
            "performance_points", of: name, value: read.points.text,
            must: MethodMessages.words(.notNegative)), at: "performance_points")
      }
      return read
    }
    try proceed()
    return offers
  }

  /// Einfache and erweiterte Richtwertmethode.
  private func ratios(
    _ table: PerformanceTable, _ offers: [Offer], width: Double, scale: Double
  ) throws(AnalysisFailure) -> [JSONValue.Member] {
    let simple = try method { () throws(MethodError) in
      try RatioAward(scale: scale).evaluate(table)
    }
    func corridor(
      _ decider: CorridorAward.Decider
    ) throws(AnalysisFailure) -> CorridorAward.Result {
      try method { () throws(MethodError) in
        try CorridorAward(width: width, decider: decider, scale: scale).evaluate(table)
      }
    }
    let byPrice = try corridor(.price)
    let byPoints = try corridor(.performance)
    // Printed figures are rounded from the exact quotient, not from its binary neighbour.
    let printed = zip(table.alternatives, offers).enumerated().map { index, pair in
      let exact = Amount(plain: MethodMessages.text(scale)).flatMap { scale in
        try? ExactValue(pair.1.points).times(scale).amount(dividedBy: pair.1.price)
      }
      return JSONValue.Member(
        pair.0, .text(exact?.text(places: 2) ?? Cents.text(simple.scores[index])))
    }
    func winner(_ ranking: Ranking) -> JSONValue {
      let winners = ranking.winners.map { table.alternatives[$0] }
      return winners.count == 1 ? .text(winners[0]) : .texts(winners)
    }
    return [
      .init("Z", named(simple.scores, table)),
      .init("Z_rounded_2", .object(printed)),
      .init("ranking_simple", order(simple.ranking, table)),
      .init("corridor_lower_bound", .number(byPrice.lowerBound)),
      .init("inside_corridor", .texts(byPrice.inside.map { table.alternatives[$0] })),
      .init("award_if_lowest_price_decides", winner(byPrice.ranking)),
      .init("award_if_performance_decides", winner(byPoints.ranking)),
    ]
  }

  /// Points for price relative to other offers, where full performance is known.
  private func pricePoints(
    _ table: PerformanceTable
  ) throws(AnalysisFailure) -> [JSONValue.Member] {
    guard inputs.has("full_performance") else { return [] }
    let full = inputs.number("full_performance")
    let zeroAt = inputs.number("zero_at", default: 2)
    try proceed()
    let rules: [(String, PricePointsAward.Rule)] = [
      ("lowest_over_price", .lowestOverPrice), ("interpolation", .interpolation(zeroAt: zeroAt)),
      ("lowest_to_highest", .lowestToHighest),
    ]
    var members: [JSONValue.Member] = []
    for (name, rule) in rules {
      let result = try method { () throws(MethodError) in
        try PricePointsAward(rule: rule, fullPerformance: full).evaluate(table)
      }
      members.append(.init("points_\(name)", named(result.scores, table)))
      members.append(.init("ranking_\(name)", order(result.ranking, table)))
    }
    return members
  }

  /// Kaden's two ratios, where their parameter is given.
  private func weightableRatios(
    _ table: PerformanceTable
  ) throws(AnalysisFailure) -> [JSONValue.Member] {
    var forms: [(String, WeightableRatioAward.Form)] = []
    if inputs.has("surcharge") {
      forms.append(("surcharge", .surcharge(inputs.number("surcharge"))))
    }
    if inputs.has("exponent") {
      forms.append(("exponential", .exponential(inputs.number("exponent"))))
    }
    try proceed()
    var members: [JSONValue.Member] = []
    for (name, form) in forms {
      let result = try method { () throws(MethodError) in
        try WeightableRatioAward(form).evaluate(table)
      }
      members.append(.init("ratio_\(name)", named(result.scores, table)))
      members.append(.init("ranking_\(name)", order(result.ranking, table)))
    }
    return members
  }

  private func named(_ scores: [Double], _ table: PerformanceTable) -> JSONValue {
    .object(zip(table.alternatives, scores).map { .init($0, .number($1)) })
  }

  private func order(_ ranking: Ranking, _ table: PerformanceTable) -> JSONValue {
    .texts(ranking.namesOrder.map { table.alternatives[$0] })
  }
}
