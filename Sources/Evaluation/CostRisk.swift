import DecisionModel
import Measures
import ReproducibleMath
import TotalCost

/// How uncertain costs are, all offers drawn together (`rulings.md` R1, R13).
struct CostRisk {
  /// Offers that have a total, in the order of ``simulation``.
  let offers: [Int]
  let simulation: CostSimulation
  private let costs: CostDraws
  private let seed: UInt64
  private let options: [(name: String, cost: TotalCost)]
  private let effects: [CostEffects?]

  /// `nil` if no offer's cost is uncertain.
  init?(decision: Decision, assessments: [OfferAssessment], threads: Int) async {
    offers = assessments.indices.filter { assessments[$0].cost.total.isComplete }
    options = offers.map {
      (name: assessments[$0].offer.declaration.id, cost: assessments[$0].cost.result)
    }
    guard let costs = CostDraws(options),
      costs.options.indices.contains(where: { !costs.isCertain($0) })
    else { return nil }
    let sampling = decision.sampling
    self.costs = costs
    seed = sampling.seed
    simulation = await CostSimulation.run(
      costs, draws: sampling.draws, seed: sampling.seed,
      relativeError: sampling.costError?.double, threads: threads)
    var effects: [CostEffects?] = []
    for option in options {
      effects.append(await CostEffects.of(option, seed: sampling.seed, threads: threads))
    }
    self.effects = effects
  }

  /// The range of an offer's cost; `nil` if it is certain or has no total.
  func range(of offer: Int) -> CostRange? {
    offers.firstIndex(of: offer).map { simulation.ranges[$0] }.flatMap { $0.draws > 0 ? $0 : nil }
  }

  /// Present values of all offers that have a total, block by block of draws, each block full.
  func blocks(draws: Int) -> [[Int: [Double]]] {
    let size = RandomStream.drawsPerBlock
    return (0..<(max(draws, 1) - 1) / size + 1).map { presentValues(size, block: UInt64($0)) }
  }

  /// Present values of uncertain offers in the first draws, at most a block.
  func firstDraws(_ count: Int) -> [Int: [Double]] {
    presentValues(count, block: 0).filter { offer, _ in
      offers.firstIndex(of: offer).map { !costs.isCertain($0) } ?? false
    }
  }

  /// Present values of all offers that have a total in the first draws of a block.
  private func presentValues(_ count: Int, block: UInt64) -> [Int: [Double]] {
    var values = [Double](repeating: 0, count: offers.count * count)
    var workspace = costs.workspace()
    costs.fill(&values, draws: count, block: block, seed: seed, in: &workspace)
    return Dictionary(
      uniqueKeysWithValues: offers.enumerated().map { place, offer in
        (offer, Array(values[(place * count)..<((place + 1) * count)]))
      })
  }

  /// Standard deviation of the difference between two offers' costs; 0 without a total.
  func deviation(_ first: Int, _ second: Int) -> Double {
    guard let a = offers.firstIndex(of: first), let b = offers.firstIndex(of: second) else {
      return 0
    }
    return simulation.differenceDeviations[a][b]
  }

  /// The result; drivers of the difference between the first two of the ranking, if both have totals.
  func result(
    assessments: [OfferAssessment], order: [Int], seed: UInt64, threads: Int
  ) async -> CostRiskResult {
    var difference: CostEffects?
    if order.count > 1, let a = offers.firstIndex(of: order[0]),
      let b = offers.firstIndex(of: order[1])
    {
      difference = await CostEffects.of(
        options[a], minus: options[b], seed: seed, threads: threads)
    }
    func effects(_ found: CostEffects?) -> [CostDriverEffect] {
      found.map { $0.effects.prefix(12).map { CostRisk.effect($0) } } ?? []
    }
    return CostRiskResult(
      draws: simulation.draws, hasReachedError: simulation.hasReachedError,
      offers: options.indices.map { index in
        let range = simulation.ranges[index]
        let cheapest = simulation.cheapest[index]
        return OfferRisk(
          offer: options[index].name, mean: range.mean, meanError: range.errors.mean,
          standardDeviation: range.standardDeviation, p10Error: range.errors.p10,
          p50Error: range.errors.p50, p90Error: range.errors.p90, cheapest: cheapest.value,
          cheapestError: cheapest.standardError, drivers: effects(self.effects[index]))
      },
      pairs: options.indices.flatMap { a in
        options.indices.filter { $0 > a }.map { b in
          let share = simulation.cheaper[a][b]
          return CheaperChance(
            first: options[a].name, second: options[b].name, firstIsCheaper: share.value,
            standardError: share.standardError)
        }
      }, differenceDrivers: effects(difference))
  }

  private static func effect(
    _ effect: CostEffects.Effect
  ) -> CostDriverEffect {
    let (kind, name): (CostFigureKind, String?)
    switch effect.source {
    case .driver(.discountRate): (kind, name) = (.discountRate, nil)
    case .driver(.quantity(let quantity)): (kind, name) = (.quantity, quantity)
    case .driver(.growth(let quantity)): (kind, name) = (.growth, quantity)
    case .driver(.rise(let option, let payee)):
      (kind, name) = (option == nil ? .oldSystemRise : .rise, payee.rawValue)
    case .driver(.exchangeRate(let currency)): (kind, name) = (.exchangeRate, currency)
    case .driver(.indexGrowth(let index)): (kind, name) = (.indexGrowth, index)
    case .driver(.goLive(let option)): (kind, name) = (.goLive, option)
    case .driver(.milestone(let milestone)): (kind, name) = (.milestone, milestone)
    case .price(let option, let price), .driver(.share(let option, let price)):
      (kind, name) = (option == nil ? .oldSystemPrice : .price, price.name)
    case .work(let option): (kind, name) = (.workPackages, option)
    }
    return CostDriverEffect(
      kind: kind, name: name, atLow: effect.atLow, atHigh: effect.atHigh,
      firstOrder: effect.first.value, firstOrderError: effect.first.standardError,
      totalOrder: effect.total.value, totalOrderError: effect.total.standardError)
  }
}

/// Break-even points of every two offers that have a total.
enum BreakEvens {
  static func all(_ assessments: [OfferAssessment]) -> [BreakEvenResult] {
    let options = assessments.filter { $0.cost.total.isComplete }.map {
      (name: $0.offer.declaration.id, cost: $0.cost.result)
    }
    var results: [BreakEvenResult] = []
    for a in options.indices {
      for b in options.indices.dropFirst(a + 1) {
        let found = BreakEven.all(options[a], options[b]) ?? []
        results += found.map { result($0, options[a].name, options[b].name) }
      }
    }
    return results
  }

  private static func result(
    _ found: BreakEven, _ first: String, _ second: String
  ) -> BreakEvenResult {
    let (kind, name, offer): (CostFigureKind, String?, String?)
    switch found.variable {
    case .quantity(let quantity): (kind, name, offer) = (.quantity, quantity, nil)
    case .growth(let quantity): (kind, name, offer) = (.growth, quantity, nil)
    case .discountRate: (kind, name, offer) = (.discountRate, nil, nil)
    case .price(let option): (kind, name, offer) = (.price, nil, option)
    case .effort(let option): (kind, name, offer) = (.effort, nil, option)
    case .months: (kind, name, offer) = (.months, nil, nil)
    }
    func cheaper(_ side: BreakEven.Side) -> String? {
      switch side {
      case .first: first
      case .second: second
      case .neither: nil
      }
    }
    return BreakEvenResult(
      first: first, second: second, kind: kind, name: name, offer: offer, likely: found.likely,
      low: found.range.lowerBound, high: found.range.upperBound,
      cheaperAtLow: cheaper(found.cheaperAtLow),
      crossings: found.crossings.compactMap { crossing in
        cheaper(crossing.cheaperFrom).map { .init(value: crossing.value, cheaper: $0) }
      })
  }
}
