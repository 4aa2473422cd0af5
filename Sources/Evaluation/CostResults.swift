import DecisionModel
import Measures
import TotalCost

/// Cost results as reports show them.
struct CostResults {
  let cost: CostAssessment
  let decision: Decision

  init(_ cost: CostAssessment, decision: Decision) {
    self.cost = cost
    self.decision = decision
  }

  func result() -> CostResult {
    let summary = cost.total.summary
    let result = cost.result
    return CostResult(
      presentValue: cost.total.presentValue, total: cost.total.nominalTotal,
      lowestPossible: summary.total.presentValue,
      range: cost.range.map {
        CostRangeResult(
          p10: $0.p10, p50: $0.p50, p90: $0.p90,
          isPlanOptimistic: cost.isOutsideMiddleHalf)
      }, firstYear: summary.firstYear, investment: summary.investment,
      equalAnnual: cost.total.isComplete ? summary.equalAnnualCost : nil,
      perUserAndMonth: cost.total.isComplete ? summary.perUserAndMonth : nil,
      oldSystem: summary.oldSystem.nominal,
      oldSystemPresentValue: summary.oldSystem.presentValue,
      vendorPresentValue: summary.vendorPresentValue, vendorTotal: cost.total.vendorNominal,
      value: cost.value, isAboveScale: cost.isAboveScale, isBelowScale: cost.isBelowScale,
      optionalTotal: result.optional.nominal, benefitTotal: result.benefits.nominal,
      opportunityTotal: result.opportunity.nominal, contingentTotal: contingentTotal,
      categories: cost.categories.map {
        CategoryCost(
          category: $0.category, byYear: $0.cost.years, total: $0.cost.nominal,
          presentValue: $0.presentValue)
      }, indirectTotal: summary.indirect.nominal,
      indirectPresentValue: summary.indirect.presentValue,
      payees: summary.payees.map {
        PayeeCost(payee: $0.key, total: $0.cost.nominal, presentValue: $0.cost.presentValue)
      }, byYear: summary.total.years, byMonth: summary.months,
      byFiscalYear: summary.fiscalYears.map {
        FiscalYearCost(year: $0.year, amount: $0.nominal)
      }, cumulative: cost.total.isComplete ? summary.cumulative : [],
      equalAnnualOverLife: cost.annualOverLife.map {
        LifeCost(years: $0.years, amount: $0.amount)
      },
      exchangeShocks: zip(decision.exchangeShocks, cost.shockEffects).compactMap { shock, effect in
        effect.map {
          ExchangeShockResult(
            currency: shock.currency, change: shock.change, from: shock.from,
            presentValueChange: $0)
        }
      }, workEstimate: workEstimate,
      lines: zip(cost.costs, result.lines).map { offered, line in
        CostLineResult(
          name: offered.line.name, category: line.category, payee: line.payee,
          words: offered.words, treatment: line.standing.rawValue,
          probability: offered.line.probability == .one ? nil : offered.line.probability,
          byYear: line.years.map(\.nominal), total: line.nominal,
          presentValue: line.presentValue, source: offered.figure)
      })
  }

  /// Sum of the counted lines that are paid only with a probability. An overflow cannot be: the total
  /// holds the same lines.
  private var contingentTotal: Amount {
    var sum = Amount.zero
    for (offered, line) in zip(cost.costs, cost.result.lines)
    where line.standing == .counted && offered.line.probability != .one {
      sum = (try? sum.adding(line.nominal)) ?? sum
    }
    return sum
  }

  /// The spread of what is built, package by package; those that are certain count as such.
  private var workEstimate: WorkEstimateResult? {
    guard cost.costs.contains(where: \.line.isWorkPackage) else { return nil }
    let packages = zip(cost.costs, cost.result.lines).compactMap {
      offered, line -> ThreePoint? in
      guard offered.line.isBuilding, line.standing == .counted,
        let price = offered.line.priceRange, price.likely != .zero
      else { return nil }
      let size = line.nominal.double / price.likely.double
      return ThreePoint(
        low: price.low.double * size, likely: line.nominal.double, high: price.high.double * size,
        shape: offered.line.shape)
    }
    guard !packages.isEmpty else { return nil }
    let estimate = WorkEstimate(packages, correlation: decision.costPlan.workCorrelation.double)
    return WorkEstimateResult(
      packages: packages.count, likely: estimate.likely, expected: estimate.expected,
      standardDeviation: estimate.standardDeviation, p80: estimate.p80,
      correlation: estimate.correlation)
  }
}
