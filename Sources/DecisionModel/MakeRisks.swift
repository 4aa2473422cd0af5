public import Measures
public import Messages
public import TotalCost

/// The people whom a solution of one's own depends on (`methods.md` D4).
public struct Team: Sendable, Equatable {
  /// How many there are.
  public var people: Amount
  /// Share of them that leaves in a year.
  public var leaving: Amount
  /// Months until a leaver is replaced and as good.
  public var months: Amount
  /// What one missing person costs a month: work not done, bought-in help.
  public var impact: Amount
  /// What finding a successor costs.
  public var recruiting: Amount
  /// People who can keep the thing alive: the bus factor.
  public var keepers: Int?
  /// What it costs if all of those leave in the same year.
  public var standstill: Amount

  /// People whom a solution depends on.
  public init(
    people: Amount, leaving: Amount, months: Amount, impact: Amount, recruiting: Amount = .zero,
    keepers: Int? = nil, standstill: Amount = .zero
  ) {
    self.people = people
    self.leaving = leaving
    self.months = months
    self.impact = impact
    self.recruiting = recruiting
    self.keepers = keepers
    self.standstill = standstill
  }
}

/// By how much going live will probably slip.
public struct Delay: Sendable, Equatable {
  /// Months.
  public var months: Int
  /// What each month costs beside the old system, which runs on.
  public var monthlyCost: Amount

  /// A delay.
  public init(months: Int, monthlyCost: Amount) {
    self.months = months
    self.monthlyCost = monthlyCost
  }
}

extension OfferDeclaration {
  /// The day of going live that is reckoned with: the planned one, and the delay after it. Until then
  /// the old system runs on, and what begins or ends with going live waits.
  public var expectedGoLive: CalendarDate? {
    guard let goLive, let delay else { return goLive }
    return goLive.adding(months: delay.months) ?? goLive
  }

  /// The expected losses from leavers and from a delay, as cost lines like any other:
  /// P(leave in a year) × (months × monthly impact + recruiting) for each person, the chance that all
  /// keepers leave in a year × the standstill, and the cost of each month of delay from the planned day
  /// on.
  ///
  /// - Parameter language: The language of the lines' names.
  /// - Throws: If a figure is too large to be held.
  public func expectedLosses(
    _ language: Language
  ) throws(ArithmeticOverflow) -> [CostLine] {
    var lines: [CostLine] = []
    let yearly = CostLine.Timing.recurring(every: .year, from: nil, through: nil, inAdvance: false)
    func add(_ name: LocalText, _ price: Amount, _ timing: CostLine.Timing) -> Int {
      lines.append(
        CostLine(
          name: name(language), category: .downtime, price: .fixed(price), timing: timing,
          payee: .own))
      return lines.count - 1
    }
    if let team {
      let loss = try team.months.times(team.impact).adding(team.recruiting)
      let leavers = add(
        LocalText(de: "Fluktuation, Erwartungswert", en: "Staff turnover, expected loss"), loss,
        yearly)
      lines[leavers].count = team.people
      lines[leavers].probability = team.leaving
      if let keepers = team.keepers, team.standstill > .zero {
        var chance = Amount.one
        for _ in 0..<keepers { chance = try chance.times(team.leaving) }
        let standstill = add(
          LocalText(
            de: "Ausfall aller Wissensträger, Erwartungswert",
            en: "Loss of everybody who knows it, expected loss"), team.standstill, yearly)
        lines[standstill].probability = chance
      }
    }
    if let delay, delay.months > 0 {
      let name = LocalText(de: "Verzug der Inbetriebnahme", en: "Delay of going live")
      if let goLive, let last = goLive.adding(months: delay.months - 1) {
        let slip = add(
          name, delay.monthlyCost,
          .recurring(every: .month, from: goLive, through: last, inAdvance: false))
        lines[slip].milestones = .init(start: Milestone.goLive, end: Milestone.goLive)
      } else {
        let slip = add(name, delay.monthlyCost, .once(on: nil))
        lines[slip].count = Amount(delay.months)
      }
    }
    return lines
  }

  /// What the option costs: lines of its files, of which those that begin or end with going live wait
  /// for the delay, and the expected losses.
  ///
  /// - Parameter language: The language of the losses' names.
  public func costs(_ imported: [OfferedCost], _ language: Language) -> [OfferedCost] {
    var costs = imported
    // A quotation may have hundreds of thousands of lines: without a delay they stay as they are.
    if let months = delay?.months, months > 0 {
      costs = imported.map { cost in
        var cost = cost
        cost.line = cost.line.moving(milestone: Milestone.goLive, byMonths: months)
        return cost
      }
    }
    let losses = (try? expectedLosses(language)) ?? []
    if losses.isEmpty { return costs }
    return costs + losses.map { OfferedCost(line: $0, words: "", position: position) }
  }
}

extension Milestone {
  /// The milestone that every option has of its own.
  public static let goLive = CostLine.Milestones.goLive
}
