import DecisionModel
import Measures
import Messages
import TotalCost

/// Reads named "what ifs" and two-way tables.
struct ScenarioReader {
  private let reading: Reading
  private let frame: CostFrameReader
  private let quantities: [CostFrameReader.Named]
  private let offers: [OfferDeclaration]
  /// `nil` after an error; then nothing that refers to criteria is checked.
  private let tree: CriteriaTree?

  init(
    _ reading: Reading, frame: CostFrameReader, quantities: [CostFrameReader.Named],
    offers: [OfferDeclaration], tree: CriteriaTree?
  ) {
    self.reading = reading
    self.frame = frame
    self.quantities = quantities
    self.offers = offers
    self.tree = tree
  }

  /// More would be no help in deciding.
  private static let mostScenarios = 20
  /// Values of one axis.
  private static let mostSteps = 15
  /// Prices cannot fall by more than all, nor rise without end.
  private static let escalations = Amount(units: -Amount.unitsPerWhole / 2)...Amount.one

  // MARK: Scenarios

  /// The scenarios in the order declared.
  func scenarios(_ reader: inout MappingReader, profiles: [WeightProfile]) -> [Scenario] {
    guard let node = reader.optional("scenarios"),
      var group = MappingReader(node, .free, reading)
    else { return [] }
    let entries = group.all()
    if entries.count > ScenarioReader.mostScenarios {
      reading.error(node.position, .tooManyScenarios(ScenarioReader.mostScenarios))
      return []
    }
    return entries.compactMap { scenario($0, profiles: profiles) }
  }

  private func scenario(_ entry: MappingReader.Entry, profiles: [WeightProfile]) -> Scenario? {
    guard Reading.isIdentifier(entry.name) else {
      reading.error(entry.position, .badIdentifier(entry.name))
      return nil
    }
    guard var group = MappingReader(entry.value, .scenario, reading) else { return nil }
    let name = group.optional("name").flatMap(reading.localText)
    var changes: [Scenario.Change] = []
    if let node = group.optional("quantities") { changes += quantities(node) }
    if let rate = group.optional("discount_rate").flatMap(frame.discountRate) {
      changes.append(.discountRate(rate))
    }
    if let node = group.optional("escalation"),
      let rate = reading.share(node, in: ScenarioReader.escalations)
    {
      changes.append(.escalation(rate))
    }
    changes += weights(&group, profiles: profiles)
    if let node = group.optional("offers") { changes += offers(node) }
    group.finish()
    if changes.isEmpty, !reading.diagnostics.hasErrors {
      reading.error(entry.position, .scenarioChangesNothing(entry.name))
    }
    let remaining = offers.filter { !changes.contains(.withdrawn(offer: $0.id)) }
    if remaining.isEmpty, !offers.isEmpty {
      reading.error(entry.position, .scenarioWithoutOffers(entry.name))
      return nil
    }
    return Scenario(
      id: entry.name, name: name ?? LocalText(entry.name), changes: changes,
      position: entry.position)
  }

  private func quantities(_ node: YAMLNode) -> [Scenario.Change] {
    guard var group = MappingReader(node, .free, reading) else { return [] }
    return group.all().compactMap { entry in
      guard let known = quantity(named: entry.name, at: entry.position) else { return nil }
      if case .scalar = entry.value.content {
        // A bare number is another start; growth and shape stay.
        return reading.positiveOrZero(entry.value).flatMap {
          scaled(known, to: $0, at: entry.value.position)
        }
      }
      return frame.quantity(entry.value, of: entry.name).map { .quantity(name: entry.name, $0) }
    }
  }

  private func quantity(
    named name: String, at position: SourcePosition
  ) -> CostFrameReader.Named? {
    if let found = quantities.first(where: { $0.name == name }) { return found }
    let names = quantities.map(\.name)
    reading.error(
      position, .unknownQuantity(name, reading.suggestion(for: name, in: names), names))
    return nil
  }

  /// A quantity with another start and the same shape over the years.
  private func scaled(
    _ known: CostFrameReader.Named, to start: Amount, at position: SourcePosition
  ) -> Scenario.Change? {
    var quantity = known.quantity
    (quantity.low, quantity.high) = (nil, nil)
    switch quantity.course {
    case .growing(_, let rate): quantity.course = .growing(start: start, rate: rate)
    case .series(let values):
      guard let scaled = scaled(values, to: start, of: known.name, at: position) else {
        return nil
      }
      quantity.course = .series(scaled)
    case .steps(let first, let steps):
      let values = [first] + steps.map(\.value)
      guard let scaled = scaled(values, to: start, of: known.name, at: position) else {
        return nil
      }
      quantity.course = .steps(
        start: start,
        zip(steps, scaled.dropFirst()).map { .init(from: $0.from, value: $1) })
    case .share:
      // A number in place of a share no longer follows the other quantity.
      quantity.course = .growing(start: start, rate: .zero)
    }
    return .quantity(name: known.name, quantity)
  }

  /// Values in the same proportions with another first one.
  private func scaled(
    _ values: [Amount], to start: Amount, of name: String, at position: SourcePosition
  ) -> [Amount]? {
    guard let first = values.first, first > .zero else {
      reading.error(position, .quantityStartsAtZero(name))
      return nil
    }
    let scaled = values.compactMap { try? $0.times(start).divided(by: first) }
    guard scaled.count == values.count else {
      reading.error(position, .quantityTooLarge(name))
      return nil
    }
    return scaled
  }

  private func weights(
    _ group: inout MappingReader, profiles: [WeightProfile]
  ) -> [Scenario.Change] {
    let profile = group.entry("profile")
    let weights = group.optional("weights")
    if let profile, weights != nil {
      reading.error(profile.position, .profileBesideWeights())
      return []
    }
    if let weights, let tree {
      return ProfileReader(reading).localWeights(weights, tree).map { [.weights($0)] } ?? []
    }
    guard let profile, let name = reading.text(profile.value) else { return [] }
    if let found = profiles.first(where: { $0.name == name }) {
      return [.weights(found.localWeights)]
    }
    let names = profiles.map(\.name)
    reading.error(
      profile.value.position,
      .unknownProfile(name, reading.suggestion(for: name, in: names), names))
    return []
  }

  // MARK: Changes of one offer

  private func offers(_ node: YAMLNode) -> [Scenario.Change] {
    guard var group = MappingReader(node, .free, reading) else { return [] }
    return group.all().flatMap { entry -> [Scenario.Change] in
      guard let id = reading.offer(entry.name, at: entry.position, among: offers),
        var change = MappingReader(entry.value, .scenarioOffer, reading)
      else { return [] }
      var changes: [Scenario.Change] = []
      if let share = change.optional("price_cut").flatMap({ reading.share($0) }) {
        changes.append(.priceCut(offer: id, share: share))
      }
      if let date = change.optional("go_live").flatMap(reading.date) {
        changes.append(.goLive(offer: id, date))
      }
      if change.optional("withdrawn").flatMap(reading.flag) == true {
        changes.append(.withdrawn(offer: id))
      }
      if let answers = change.optional("answers") { changes += self.answers(answers, of: id) }
      change.finish()
      return changes
    }
  }

  private func answers(_ node: YAMLNode, of offer: String) -> [Scenario.Change] {
    guard var group = MappingReader(node, .free, reading), let tree else { return [] }
    return group.all().compactMap { entry in
      guard let index = tree.index(of: entry.name) else {
        let meant = reading.suggestion(for: entry.name, in: tree.names)
        reading.error(entry.position, .unknownCriterion(entry.name, meant))
        return nil
      }
      guard case .question(let scale) = tree.nodes[index].role else {
        reading.error(entry.position, .scenarioAnswerToBranch(entry.name))
        return nil
      }
      return answer(entry.value, on: scale).map {
        .answer(offer: offer, question: index, $0)
      }
    }
  }

  private func answer(_ node: YAMLNode, on scale: Scale) -> Answer.Reading? {
    switch scale {
    case .numeric:
      guard let number = reading.number(node) else { return nil }
      return .figure(low: number.value, likely: number.value, high: number.value)
    case .levels(let levels):
      guard let text = reading.text(node) else { return nil }
      let ids = levels.levels.map(\.id)
      guard let index = ids.firstIndex(of: text) else {
        reading.error(
          node.position, .unknownLevel(text, reading.suggestion(for: text, in: ids), ids))
        return nil
      }
      return .level(index)
    }
  }

  // MARK: Two-way tables

  /// The two-way tables in the order declared.
  func twoWayTables(_ reader: inout MappingReader) -> [TwoWayTable] {
    guard let elements = reader.optional("two_way_tables").flatMap(reading.list) else { return [] }
    return elements.compactMap { element in
      guard var group = MappingReader(element, .twoWayTable, reading) else { return nil }
      let rows = group.required("rows").flatMap(axis)
      let columns = group.required("columns").flatMap(axis)
      group.finish()
      guard let rows, let columns else { return nil }
      if rows.parameter == columns.parameter {
        reading.error(element.position, .axesAreTheSame())
        return nil
      }
      return TwoWayTable(rows: rows, columns: columns)
    }
  }

  private func axis(_ node: YAMLNode) -> TwoWayTable.Axis? {
    guard var group = MappingReader(node, .axis, reading) else { return nil }
    let what = group.required("what")
    let parameter = what.flatMap(parameter)
    let values = group.required("values").flatMap(reading.list)
    group.finish()
    guard let parameter, let values, let what else { return nil }
    guard (1...ScenarioReader.mostSteps).contains(values.count) else {
      reading.error(what.position, .axisLength(ScenarioReader.mostSteps))
      return nil
    }
    let steps = values.compactMap { step($0, of: parameter) }
    return steps.count == values.count
      ? TwoWayTable.Axis(parameter: parameter, steps: steps) : nil
  }

  /// `users`, `escalation`, `discount_rate`, `price_cut nordwind`, `weight fit/crm`.
  private func parameter(_ node: YAMLNode) -> TwoWayTable.Parameter? {
    guard let text = reading.text(node) else { return nil }
    let parts = text.split(separator: " ", maxSplits: 1).map(String.init)
    switch (parts.first, parts.count) {
    case ("escalation", 1): return .escalation
    case ("discount_rate", 1): return .discountRate
    case ("price_cut", 2):
      return reading.offer(parts[1], at: node.position, among: offers).map {
        .priceCut(offer: $0)
      }
    case ("weight", 2):
      guard let tree else { return nil }
      guard let index = tree.index(of: parts[1]) else {
        let meant = reading.suggestion(for: parts[1], in: tree.names)
        reading.error(node.position, .unknownCriterion(parts[1], meant))
        return nil
      }
      return .weight(criterion: index)
    default:
      if quantities.contains(where: { $0.name == text }) { return .quantity(text) }
      let known =
        quantities.map(\.name)
        + ["escalation", "discount_rate", "price_cut OFFER", "weight CRITERION"]
      reading.error(
        node.position, .unknownParameter(text, reading.suggestion(for: text, in: known), known))
      return nil
    }
  }

  private func step(_ node: YAMLNode, of parameter: TwoWayTable.Parameter) -> TwoWayTable.Step? {
    switch parameter {
    case .quantity(let name):
      guard let known = quantities.first(where: { $0.name == name }),
        let value = reading.positiveOrZero(node),
        let change = scaled(known, to: value, at: node.position)
      else { return nil }
      return TwoWayTable.Step(value: value, change: change)
    case .escalation:
      return reading.share(node, in: ScenarioReader.escalations).map {
        TwoWayTable.Step(value: $0, change: .escalation($0))
      }
    case .discountRate:
      return frame.discountRate(node).map {
        TwoWayTable.Step(value: $0, change: .discountRate($0))
      }
    case .priceCut(let offer):
      return reading.share(node).map {
        TwoWayTable.Step(value: $0, change: .priceCut(offer: offer, share: $0))
      }
    case .weight(let index):
      guard let tree, let share = reading.share(node),
        let percent = try? share.times(Amount(100))
      else { return nil }
      let weights = ProfileReader(reading).localWeights(
        [index: percent], [index: node.position], tree)
      return TwoWayTable.Step(value: share, change: .weights(weights))
    }
  }
}
