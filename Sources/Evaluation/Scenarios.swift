import DecisionModel
import MCDA
import Measures
import Messages
import TotalCost

/// The ranking under named "what ifs", and who leads when two things vary against each other.
///
/// Each is the decision changed in a few places and evaluated again from the offers on, so that
/// tiers, minimum quantities, caps, knock-outs and limits all apply as they would.
struct Scenarios {
  let decision: Decision
  let offers: [Offer]
  let baseline: [OfferedCost]
  /// The official values.
  let table: PerformanceTable
  /// Identifiers of all options in the order of the official ranking.
  let order: [String]
  /// The official leader.
  let leader: String?

  /// The result of every scenario of the decision.
  func results() throws(EvaluationFailure) -> [ScenarioResult] {
    var results: [ScenarioResult] = []
    for scenario in decision.scenarios {
      let outcome = try outcome(of: scenario.changes, at: scenario.position)
      let first = outcome.leader
      results.append(
        ScenarioResult(
          id: scenario.id, name: scenario.name, standings: standings(outcome), leader: first,
          lead: outcome.lead, changesLeader: first != leader, weights: weights(outcome)))
    }
    return results
  }

  /// Every two-way table of the decision.
  func tables() throws(EvaluationFailure) -> [TwoWayResult] {
    var results: [TwoWayResult] = []
    for table in decision.twoWayTables {
      var cells: [[TwoWayResult.Cell]] = []
      for row in table.rows.steps {
        var line: [TwoWayResult.Cell] = []
        for column in table.columns.steps {
          let outcome = try outcome(
            of: combined(row.change, column.change),
            at: SourcePosition(file: decision.file, line: 1, column: 1))
          line.append(TwoWayResult.Cell(leader: outcome.leader, lead: outcome.lead))
        }
        cells.append(line)
      }
      results.append(
        TwoWayResult(rows: axis(table.rows), columns: axis(table.columns), cells: cells))
    }
    return results
  }

  /// Two changes together. Weights of one group do not undo those of another: where both change
  /// weights, each keeps the groups of siblings in which it differs from the decision.
  private func combined(_ row: Scenario.Change, _ column: Scenario.Change) -> [Scenario.Change] {
    guard case .weights(let first) = row, case .weights(let second) = column else {
      return [row, column]
    }
    let tree = decision.criteria
    var weights = first
    for siblings in tree.children
    where siblings.contains(where: { second[$0] != tree.nodes[$0].localWeight }) {
      for sibling in siblings { weights[sibling] = second[sibling] }
    }
    return [.weights(weights)]
  }

  private func axis(_ axis: TwoWayTable.Axis) -> TwoWayResult.Axis {
    let isShare =
      switch axis.parameter {
      case .quantity: false
      case .escalation, .discountRate, .priceCut, .weight: true
      }
    return TwoWayResult.Axis(
      name: name(of: axis.parameter), values: axis.steps.map(\.value), isShare: isShare)
  }

  private func name(of parameter: TwoWayTable.Parameter) -> LocalText {
    switch parameter {
    case .quantity(let name): LocalText(name)
    case .escalation: .yearlyRise
    case .discountRate: .discountRate
    case .priceCut(let id):
      .priceCut(of: offers.first { $0.declaration.id == id }?.declaration.name ?? id)
    case .weight(let index): .weight(of: decision.criteria.nodes[index].name)
    }
  }

  // MARK: One change

  /// Where everybody stands after some changes.
  private struct Outcome {
    let ids: [String]
    let assessments: [OfferAssessment]
    let table: PerformanceTable
    let localWeights: [Double]
    let standings: Standings

    var leader: String? { standings.order.first.map { ids[$0] } }
    var lead: Double? {
      standings.order.count > 1
        ? standings.points[standings.order[0]] - standings.points[standings.order[1]] : nil
    }

  }

  private func standings(_ outcome: Outcome) -> [ScenarioResult.Standing] {
    order.compactMap { id in
      guard let offer = outcome.ids.firstIndex(of: id) else { return nil }
      let standings = outcome.standings
      let isRanked = standings.ranked.contains(offer)
      return ScenarioResult.Standing(
        offer: id, state: standings.states[offer],
        points: isRanked ? standings.points[offer] : nil, rank: standings.ranks[offer],
        presentValue: outcome.assessments[offer].cost.total.presentValue,
        values: values(outcome, offer))
    }
  }

  /// The values of an option that are not the official ones.
  private func values(_ outcome: Outcome, _ offer: Int) -> [ScenarioResult.ChangedFigure] {
    let official = offers.firstIndex { $0.declaration.id == outcome.ids[offer] }
    guard let official else { return [] }
    return decision.criteria.leaves.enumerated().compactMap { column, leaf in
      let value = outcome.table.point[offer * table.columns + column]
      guard value != table.point[official * table.columns + column] else { return nil }
      return .init(criterion: decision.criteria.nodes[leaf].path, figure: value)
    }
  }

  /// The weights that are not the decision's.
  private func weights(_ outcome: Outcome) -> [ScenarioResult.ChangedFigure] {
    zip(decision.criteria.nodes, outcome.localWeights).compactMap { node, weight in
      weight == node.localWeight ? nil : .init(criterion: node.path, figure: weight)
    }
  }

  private func outcome(
    of changes: [Scenario.Change], at position: SourcePosition
  ) throws(EvaluationFailure) -> Outcome {
    var changed = Changed(decision: decision, offers: offers)
    for change in changes { changed.apply(change) }
    var assessments: [OfferAssessment] = []
    for offer in changed.offers {
      assessments.append(
        try OfferAssessment(
          offer: offer, decision: changed.decision, baseline: baseline, readsOut: false))
    }
    do {
      let table = try PerformanceTable(
        decision: changed.decision, assessments: assessments, localWeights: changed.localWeights)
      let values = try AdditiveValue(tree: table.tree, values: table.point)
      return Outcome(
        ids: changed.offers.map(\.declaration.id), assessments: assessments, table: table,
        localWeights: changed.localWeights,
        standings: Standings(
          assessments: assessments, values: values, low: values, high: values,
          needsCost: decision.criteria.costNode != nil))
    } catch {
      throw EvaluationFailure(position, .criteriaUnusable())
    }
  }
}

/// A decision and its offers after some changes.
private struct Changed {
  var decision: Decision
  var offers: [Offer]
  var localWeights: [Double]

  init(decision: Decision, offers: [Offer]) {
    self.decision = decision
    self.offers = offers
    localWeights = decision.criteria.nodes.map(\.localWeight)
  }

  mutating func apply(_ change: Scenario.Change) {
    switch change {
    case .quantity(let name, let quantity): decision.costPlan.quantities[name] = quantity
    case .discountRate(let rate):
      decision.costPlan.discountRate = rate
      decision.costPlan.discountRateRange = nil
    case .weights(let weights): localWeights = weights
    case .withdrawn(let id): offers.removeAll { $0.declaration.id == id }
    case .goLive(let id, let date): edit(id) { $0.goLive(on: date) }
    case .answer(let id, let question, let reading):
      edit(id) { offer in
        offer.answers[question] = Answer(
          reading: reading, words: "", evidence: offer.answers[question]?.evidence,
          position: offer.answers[question]?.position ?? offer.declaration.position)
      }
    case .escalation(let rate):
      changeVendorLines { line in
        if case .recurring = line.timing {
          line.escalation.rate = rate
          line.escalation.index = nil
          line.escalation.range = nil
        }
      }
    case .priceCut(let id, let share):
      changeVendorLines(of: id) { line in
        // Shares of other lines fall with them.
        guard line.basis == .units else { return }
        if line.protection != nil {
          // A discount would end with the protection.
          if let rest = try? Amount.one.subtracting(share),
            let cut = try? line.withPrices(times: rest)
          {
            line = cut
          }
          return
        }
        let rest = try? Amount.one.subtracting(line.discount)
          .times(Amount.one.subtracting(share))
        if let rest, let discount = try? Amount.one.subtracting(rest) { line.discount = discount }
      }
    }
  }

  private mutating func edit(_ id: String, _ body: (inout Offer) -> Void) {
    for index in offers.indices where offers[index].declaration.id == id { body(&offers[index]) }
  }

  /// Changes the lines that are paid to vendors, of one offer or of all.
  private mutating func changeVendorLines(
    of id: String? = nil, _ body: (inout CostLine) -> Void
  ) {
    for offer in offers.indices where id == nil || offers[offer].declaration.id == id {
      for cost in offers[offer].costs.indices
      where offers[offer].costs[cost].line.payee == .vendor {
        body(&offers[offer].costs[cost].line)
      }
    }
  }
}

extension Offer {
  /// Goes live on another day, and everything dated by that moves along.
  fileprivate mutating func goLive(on date: CalendarDate) {
    if let known = declaration.goLive {
      let months = date.monthIndex - known.monthIndex
      for index in costs.indices {
        costs[index].line = costs[index].line.moving(
          milestone: Milestone.goLive, byMonths: months)
      }
    }
    declaration.goLive = date
    declaration.goLiveRange = nil
  }
}
