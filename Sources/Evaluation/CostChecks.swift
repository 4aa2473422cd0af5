public import DecisionModel
import Measures
public import Messages
import TotalCost

/// What looks wrong or missing about costs, before anything is evaluated: warnings after the ranges of
/// the field (`methods.md` D3, D4), and lines that cannot be reckoned with at all.
public struct CostChecks {
  private let decision: Decision
  private let offer: Offer
  private let lines: [CostLine]
  private var diagnostics = Diagnostics()

  /// Checks all options.
  ///
  /// - Parameter baseline: Lines of the old system.
  /// - Returns: Warnings, and an error for each line that cannot be reckoned with.
  public static func diagnostics(
    _ decision: Decision, offers: [Offer], baseline: [OfferedCost]
  ) -> Diagnostics {
    var all = Diagnostics()
    var totals: [Double] = []
    for offer in offers {
      var checks = CostChecks(decision, offer)
      if let cost = checks.check(baseline: baseline)?.summary {
        totals.append(cost.total.presentValue)
      }
      all.append(checks.diagnostics)
    }
    all.append(heldValues(decision, offers))
    // An option that keeps the old system usually reads the same file, and pays them.
    if !offers.contains(where: { $0.declaration.kind == .statusQuo }) {
      checkBaseline(baseline, decision, &all)
    }
    checkScale(totals, decision, &all)
    return all
  }

  /// One-off payments for the old system count nowhere.
  private static func checkBaseline(
    _ baseline: [OfferedCost], _ decision: Decision, _ all: inout Diagnostics
  ) {
    for cost in baseline where cost.line.kind == .cost && cost.line.category != .exit {
      guard case .once(let date) = cost.line.timing,
        (date?.monthIndex ?? .max) >= decision.costPlan.start.monthIndex
      else { continue }
      all.warning(cost.position, .checkOldSystemOnce(line: cost.line.name))
    }
  }

  /// A scale on which no option lies tells none from the other (`rulings.md` R7).
  private static func checkScale(
    _ totals: [Double], _ decision: Decision, _ all: inout Diagnostics
  ) {
    guard let scale = decision.criteria.costScale, !totals.isEmpty else { return }
    let range = scale.best.double...max(scale.worst.double, scale.best.double)
    if totals.contains(where: { range.contains($0) }) { return }
    all.warning(
      SourcePosition(file: decision.file, line: 1, column: 1),
      .checkNoCostOnScale(best: scale.best, worst: scale.worst))
  }

  private init(_ decision: Decision, _ offer: Offer) {
    self.decision = decision
    self.offer = offer
    lines = offer.costs.map(\.line)
  }

  /// - Returns: What the option costs; `nil` if that cannot be reckoned.
  private mutating func check(baseline: [OfferedCost]) -> TotalCost? {
    let countsCosts = decision.criteria.nodes.contains {
      if case .cost = $0.role { true } else { false }
    }
    if lines.isEmpty, countsCosts, kind.hasVendor {
      // Unknown costs would count as none.
      diagnostics.error(
        offer.declaration.position, .offerWithoutPrices(option: offer.declaration.id))
      return nil
    }
    let option = OptionCosts(of: offer, decision: decision, baseline: baseline)
    let cost: TotalCost
    do {
      cost = try option.evaluate()
    } catch {
      diagnostics.append(error.diagnostics)
      return nil
    }
    checkCategories()
    checkPricesLater()
    checkFreeServices()
    checkTiers(option.places)
    checkProportions(cost)
    for (line, message) in LineChecks(lines, cost: cost).warnings { warn(message, at: line) }
    return cost
  }

  private var name: String { offer.declaration.name }
  private var kind: OfferDeclaration.Kind { offer.declaration.kind }

  private mutating func warn(_ message: Message, at line: Int? = nil) {
    diagnostics.warning(
      line.map { offer.costs[$0].position } ?? offer.declaration.position, message)
  }

  // MARK: What every option has

  /// Migration, training, own work and leaving come with every change; running costs with whatever is
  /// kept, made or done without.
  private mutating func checkCategories() {
    let present = Set(lines.filter { $0.kind == .cost }.map(\.category))
    let needed: [[CostCategory]]
    switch kind {
    case .statusQuo:
      needed = [[.operation, .support, .internalEffort], [.maintenance, .licence, .subscription]]
    case .none: needed = [[.operation, .internalEffort, .other], [.downtime]]
    case .make:
      needed = [
        [.development], [.maintenance], [.operation, .hosting], [.migration], [.training],
        [.internalEffort], [.exit],
      ]
    case .service: needed = [[.internalEffort], [.exit]]
    case .saas, .onPremises, .product:
      needed = [[.migration], [.training], [.internalEffort], [.exit]]
    }
    let missing = needed.filter { present.isDisjoint(with: $0) }.compactMap(\.first)
    guard !missing.isEmpty else { return }
    let labels = missing.map(\.checkName)
    switch kind {
    case .statusQuo, .none: warn(.checkNeverFree(offer: name, missing: labels))
    default: warn(.checkCategoriesMissing(offer: name, missing: labels))
    }
  }

  // MARK: What later years cost

  private func isVendorsRecurring(_ line: CostLine) -> Bool {
    guard case .recurring(_, let from, let through, _) = line.timing else { return false }
    let first = from ?? decision.costPlan.start
    let months = (through?.monthIndex).map { $0 - first.monthIndex + 1 }
    return line.kind == .cost && line.payee == .vendor && line.category != .exit
      && line.basis == .units && (months ?? .max) > 12
  }

  private mutating func checkPricesLater() {
    guard kind.hasVendor else { return }
    let recurring = lines.indices.filter { isVendorsRecurring(lines[$0]) }
    for index in recurring {
      let line = lines[index]
      let isOpen = line.escalation.cap == nil
      if line.term?.renewalMonths != nil, isOpen {
        warn(.checkRenewalWithoutCap(line: line.name), at: index)
      } else if let term = line.term, term.minimumMonths > 0,
        term.minimumMonths < decision.costPlan.years * 12, isOpen, line.escalation.isFlat,
        line.protection == nil
      {
        warn(.checkPriceAfterTerm(line: line.name, months: term.minimumMonths), at: index)
      }
      if line.escalation.rate > CostChecks.usualRise {
        warn(.checkRiseUnusual(line: line.name), at: index)
      }
    }
    let saysNothing = recurring.allSatisfy {
      lines[$0].escalation.isFlat && lines[$0].escalation.cap == nil && lines[$0].protection == nil
    }
    if !recurring.isEmpty, saysNothing, decision.costPlan.years > 1 {
      warn(.checkPriceOnlyNow(offer: name, lines: recurring.map { lines[$0].name }))
    }
  }

  /// The top of historic rises (`methods.md` D3).
  private static let usualRise = Amount(units: 9 * Amount.unitsPerWhole / 100)

  /// Something free that ends, or turns into a price, inside the horizon.
  private mutating func checkFreeServices() {
    for (index, line) in lines.enumerated() {
      guard case .stated(_, let likely, _) = line.price, likely == .zero, line.tiers == nil,
        line.kind == .cost, case .recurring(_, _, let through, _) = line.timing
      else { continue }
      if let protection = line.protection {
        warn(
          .checkFreeUntil(line: line.name, date: protection.through, hasPriceAfter: true), at: index
        )
      } else if let through, through.monthIndex < endOfHorizon {
        warn(.checkFreeUntil(line: line.name, date: through, hasPriceAfter: false), at: index)
      }
    }
  }

  private var endOfHorizon: Int {
    decision.costPlan.start.monthIndex + decision.costPlan.years * 12 - 1
  }

  private mutating func checkTiers(_ places: CostPlaces) {
    let edges = (try? TotalCost.tierEdges(lines: lines, plan: decision.costPlan)) ?? []
    for edge in edges {
      diagnostics.warning(
        places.position(of: edge.line),
        .checkTierEdge(
          line: edge.line.name, bound: edge.bound, forecast: edge.forecast,
          isCheaperBeyond: edge.isCheaperBeyond))
    }
  }

  /// Indexes whose last known value is used for later payments; once for a decision.
  private static func heldValues(_ decision: Decision, _ offers: [Offer]) -> Diagnostics {
    var diagnostics = Diagnostics()
    let file = SourcePosition(file: decision.file, line: 1, column: 1)
    var said: Set<String> = []
    let lines = offers.flatMap { $0.costs.map(\.line) }
    let end = decision.costPlan.start.monthIndex + decision.costPlan.years * 12 - 1
    for name in lines.compactMap(\.escalation.index?.name) where said.insert(name).inserted {
      guard let series = decision.costPlan.indexes[name], series.growthAfter == .zero,
        series.growthRange == nil,
        let last = series.values.map(\.month).max(), last < end
      else { continue }
      let place = decision.indexSources.first { $0.name == name }?.position ?? file
      diagnostics.warning(place, .checkIndexHeld(name))
    }
    return diagnostics
  }

  // MARK: Proportions

  /// Sums that are out of proportion to each other, as far as they are of the field.
  private mutating func checkProportions(_ cost: TotalCost) {
    guard let summary = cost.summary else { return }
    func sum(_ categories: [CostCategory]) -> Double {
      summary.categories.filter { categories.contains($0.key) }.reduce(0) {
        $0 + $1.cost.nominal.double
      }
    }
    let services = sum([.implementation, .customisation, .integration, .migration, .training])
    let internalWork = sum([.internalEffort])
    if kind.hasVendor, services > 0, internalWork > 0, internalWork < 0.25 * services {
      warn(.checkOwnWorkLow(offer: name, share: internalWork / services))
    }
    let licences = sum([.licence])
    if kind == .onPremises, licences > 0, services > 0,
      services < 0.3 * licences || services > 4 * licences
    {
      warn(.checkServicesToLicences(offer: name, ratio: services / licences))
    }
    let years = max(Double(decision.costPlan.years), 1)
    let upkeep = sum([.maintenance]) / years
    if kind == .onPremises, licences > 0, upkeep > 0,
      !(0.1...0.3).contains(upkeep / licences)
    {
      warn(.checkMaintenanceOfLicences(offer: name, share: upkeep / licences))
    }
    let build = sum([.development])
    if kind == .make, build > 0, upkeep > 0 {
      let months = runningMonths
      let share = months > 0 ? sum([.maintenance]) / build * 12 / Double(months) : 0
      if !(0.1...0.4).contains(share) {
        warn(.checkMaintenanceOfBuild(offer: name, share: share))
      }
    }
    checkSeats(summary)
  }

  /// Months from going live to the end of the horizon.
  private var runningMonths: Int {
    let start = decision.costPlan.start.monthIndex
    return endOfHorizon - max(offer.declaration.expectedGoLive?.monthIndex ?? start, start) + 1
  }

  /// The one-off cost of an ERP system per seat (`methods.md` D3).
  private mutating func checkSeats(_ summary: CostSummary) {
    guard decision.catalogue == "erp", decision.currency == "EUR", kind.hasVendor,
      let users = (try? decision.costPlan.yearlyValues(of: "users"))??.first, users > .zero
    else { return }
    let perSeat = summary.investment.double / users.double
    if !(1_500...20_000).contains(perSeat) {
      warn(.checkCostPerSeat(offer: name, amount: perSeat))
    }
  }
}

extension CostCategory {
  /// How warnings name it.
  var checkName: LocalText {
    switch self {
    case .migration: LocalText(de: "Datenübernahme", en: "migration")
    case .training: LocalText(de: "Schulung", en: "training")
    case .internalEffort: LocalText(de: "eigener Aufwand", en: "internal effort")
    case .exit: LocalText(de: "Ausstieg", en: "leaving")
    case .maintenance: LocalText(de: "Wartung und Pflege", en: "maintenance")
    case .operation: LocalText(de: "Betrieb", en: "operation")
    case .downtime: LocalText(de: "Ausfälle und Folgen", en: "downtime and its effects")
    case .development: LocalText(de: "Entwicklung", en: "development")
    case .licence: LocalText(de: "Lizenzen", en: "licences")
    case .subscription: LocalText(de: "Nutzungsgebühren", en: "subscriptions")
    case .hardware: LocalText(de: "Geräte", en: "equipment")
    case .hosting: LocalText(de: "Rechenzentrum und Netz", en: "hosting and network")
    case .implementation: LocalText(de: "Einführung", en: "set-up")
    case .customisation: LocalText(de: "Anpassungen", en: "customisation")
    case .integration: LocalText(de: "Schnittstellen", en: "interfaces")
    case .support: LocalText(de: "Unterstützung", en: "support")
    case .other: LocalText(de: "Sonstiges", en: "other costs")
    }
  }
}
