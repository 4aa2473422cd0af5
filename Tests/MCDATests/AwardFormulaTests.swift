import MCDA
import Testing

@Suite struct AwardFormulaTests {
  private func offers(
    _ performance: [Double], _ price: [Double], share: Double = 0.6
  ) throws -> PerformanceTable {
    try PerformanceTable(
      offers: performance.indices.map { "o\($0)" }, performance: performance, price: price,
      performanceShare: share)
  }

  /// Formulas that look at no other offer: dropping one changes no score.
  @Test func absoluteFormulasIgnoreOtherOffers() throws {
    let table = try offers([760, 500, 840, 550], [124_000, 148_000, 158_000, 360_000])
    let smaller = try table.keeping([0, 1, 2])
    func check(_ method: some ScoringMethod) throws {
      let (before, after) = (try method.evaluate(table), try method.evaluate(smaller))
      #expect(Array(before.scores.prefix(3)) == after.scores)
    }
    try check(RatioAward(scale: 1_000_000))
    try check(WeightedRatioAward(reference: .fixed(performance: 800, price: 120_000)))
    try check(WeightableRatioAward(.surcharge(100)))
    try check(WeightableRatioAward(.exponential(0.7)))
  }

  @Test func anOfferOnTheBoundIsInside() throws {
    let table = try offers([100, 94, 47, 93.99], [100_000, 100_000, 50_000, 100_000])
    let byPrice = try CorridorAward(width: 0.06, decider: .price).evaluate(table)
    #expect(byPrice.inside == [0, 1, 2])
    #expect(byPrice.ranking.ranks == [2, 2, 1, 4])
    let byPoints = try CorridorAward(width: 0.06, decider: .performance).evaluate(table)
    #expect(byPoints.ranking.ranks == [1, 2, 3, 4])
    let narrow = try CorridorAward(width: 0, decider: .price).evaluate(table)
    #expect(narrow.inside == [0])
    #expect(narrow.ranking.ranks == [1, 2, 2, 4])
  }

  @Test func surchargeAndExponentShiftTheWeight() throws {
    // A is twice as good and twice as dear.
    let table = try offers([200, 100], [2000, 1000])
    #expect(try RatioAward().evaluate(table).ranking.ranks == [1, 1])
    #expect(try WeightableRatioAward(.surcharge(50)).evaluate(table).ranking.winners == [1])
    #expect(try WeightableRatioAward(.exponential(0.6)).evaluate(table).ranking.winners == [0])
    #expect(try WeightableRatioAward(.exponential(0.4)).evaluate(table).ranking.winners == [1])
  }

  @Test func pricePointsAtTheirEnds() throws {
    let table = try offers([100, 100, 100], [1000, 1500, 2500], share: 0)
    func points(_ rule: PricePointsAward.Rule) throws -> [Double] {
      try PricePointsAward(rule: rule, fullPerformance: 100).evaluate(table).pricePoints
    }
    #expect(try points(.interpolation(zeroAt: 2)) == [100, 50, 0])
    #expect(try points(.interpolation(zeroAt: 3)) == [100, 75, 25])
    #expect(try points(.lowestToHighest) == [100, 100 * (1000.0 / 1500), 0])
    #expect(try points(.lowestOverPrice) == [100, 100 * (1000.0 / 1500), 40])
    let level = try offers([1, 2], [500, 500])
    let result = try PricePointsAward(rule: .lowestToHighest, fullPerformance: 2).evaluate(level)
    #expect(result.pricePoints == [40, 40])
  }

  @Test func whatNoFormulaCanScore() throws {
    #expect(throws: MethodError.self) { try RatioAward().evaluate(offers([1, 2], [0, 5])) }
    #expect(throws: MethodError.self) { try RatioAward().evaluate(offers([-1, 2], [3, 5])) }
    #expect(throws: MethodError.self) { try RatioAward(scale: 0).evaluate(offers([1], [3])) }
    #expect(throws: MethodError.self) {
      try WeightedRatioAward(reference: .median).evaluate(offers([0, 0], [3, 5]))
    }
    #expect(throws: MethodError.self) {
      try CorridorAward(width: 1.2, decider: .price).evaluate(offers([1], [3]))
    }
    #expect(throws: MethodError.self) {
      try PricePointsAward(rule: .interpolation(zeroAt: 1), fullPerformance: 1)
        .evaluate(offers([1], [3]))
    }
    let three = try PerformanceTable(
      values: [1, 2, 3], directions: [.maximise, .minimise, .minimise], weights: [1, 1, 1])
    #expect(throws: MethodError.needsPerformanceAndPrice) { try RatioAward().evaluate(three) }
    let costs = try PerformanceTable(
      values: [1, 2], directions: [.minimise, .minimise], weights: [1, 1])
    #expect(throws: MethodError.needsPerformanceAndPrice) { try RatioAward().evaluate(costs) }
  }

  @Test func nothingForNothing() throws {
    let table = try offers([0, 0], [1, 2])
    let result = try CorridorAward(width: 0.1, decider: .price).evaluate(table)
    #expect(result.scores == [0, 0])
    #expect(result.ranking.ranks == [1, 2])
  }
}
