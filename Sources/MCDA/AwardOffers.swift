/// Performance points and price of each offer, out of a table of two criteria.
///
/// One criterion is to be maximised (points), the other minimised (price); their weights are the
/// shares of performance and price. Prices are above 0, points at least 0.
struct AwardOffers {
  let performance: [Double]
  let price: [Double]
  let performanceShare: Double
  let priceShare: Double

  init(_ table: PerformanceTable) throws(MethodError) {
    try table.requireComplete()
    guard table.criterionCount == 2,
      let points = table.directions.firstIndex(of: .maximise),
      let price = table.directions.firstIndex(of: .minimise)
    else {
      throw .needsPerformanceAndPrice
    }
    let rows = 0..<table.alternativeCount
    performance = rows.map { table.value($0, points) }
    self.price = rows.map { table.value($0, price) }
    performanceShare = table.weights[points]
    priceShare = table.weights[price]
    for row in rows {
      guard performance[row] >= 0 else {
        throw .badValue(
          alternative: table.alternatives[row], criterion: table.criteria[points].name,
          value: performance[row], must: .notNegative)
      }
      guard self.price[row] > 0 else {
        throw .badValue(
          alternative: table.alternatives[row], criterion: table.criteria[price].name,
          value: self.price[row], must: .positive)
      }
    }
  }

  /// The ratio of points to price, times a scale, of each offer.
  func ratios(scale: Double) throws(MethodError) -> [Double] {
    guard scale > 0, scale.isFinite else {
      throw .badParameter(name: "scale", value: scale, must: .positive)
    }
    return try performance.indices.map { performance[$0] / price[$0] * scale }.finite("the ratio")
  }
}

/// Scores of offers under an award formula; higher is better.
public struct AwardScores: Scores, Equatable {
  /// One for each offer.
  public let scores: [Double]
}

extension PerformanceTable {
  /// A table of offers as award formulas read it.
  ///
  /// - Parameters:
  ///   - names: one for each offer.
  ///   - performance: points, at least 0.
  ///   - price: above 0.
  ///   - performanceShare: the share of performance, 0 to 1; price has the rest.
  public init(
    offers names: [String], performance: [Double], price: [Double], performanceShare: Double = 0.5
  ) throws(PerformanceTableError) {
    guard performance.count == price.count else {
      throw .wrongCount(of: .values, expected: performance.count, found: price.count)
    }
    try self.init(
      alternatives: names,
      criteria: [
        Criterion("performance", .maximise, weight: performanceShare),
        Criterion("price", .minimise, weight: 1 - performanceShare),
      ], values: performance.indices.flatMap { [performance[$0], price[$0]] })
  }
}
