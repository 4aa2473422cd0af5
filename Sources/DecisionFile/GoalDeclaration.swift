import DecisionModel
import Measures
import Messages

/// A goal as the decision declares it.
struct GoalDeclaration: Sendable {
  let id: String
  let position: SourcePosition
  let name: LocalText
  let weight: WeightStatement?
  /// The scale of the goal `cost`.
  let costScale: CostScale?

  static let cost = "cost"
  static let lockIn = "lock_in"
  static let fit = "fit"

  private static let names: [String: LocalText] = [
    fit: LocalText(de: "Eignung", en: "Fit"),
    cost: LocalText(de: "Kosten", en: "Cost"),
    lockIn: LocalText(de: "Anbieterbindung", en: "Lock-in"),
  ]

  /// A goal that a catalogue presumes.
  init(presumed id: String, position: SourcePosition) {
    self.id = id
    self.position = position
    name = GoalDeclaration.names[id] ?? LocalText(id)
    weight = WeightStatement(number: .one, position: position)
    costScale = nil
  }

  /// Reads the goals in their order.
  static func list(
    _ node: YAMLNode, currency: String?, _ reading: Reading
  ) -> [GoalDeclaration] {
    guard var reader = MappingReader(node, .free, reading) else { return [] }
    let goals = reader.all().compactMap { GoalDeclaration($0, currency: currency, reading) }
    if goals.isEmpty { reading.error(node.position, .noGoals()) }
    return goals
  }

  private init?(_ entry: MappingReader.Entry, currency: String?, _ reading: Reading) {
    let isCost = entry.name == GoalDeclaration.cost
    guard Reading.isIdentifier(entry.name) else {
      reading.error(entry.position, .badIdentifier(entry.name))
      return nil
    }
    guard var reader = MappingReader(entry.value, isCost ? .costGoal : .goal, reading) else {
      return nil
    }
    id = entry.name
    position = entry.position
    let stated = reader.optional("name").flatMap(reading.localText)
    weight = WeightStatement(&reader, reading)
    costScale = isCost ? GoalDeclaration.costScale(&reader, currency, reading) : nil
    reader.finish()
    name = stated ?? GoalDeclaration.names[id] ?? LocalText(id)
  }

  private static func costScale(
    _ reader: inout MappingReader, _ currency: String?, _ reading: Reading
  ) -> CostScale? {
    let best = reader.required("best")
    let worst = reader.required("worst")
    guard let best, let worst, let bestMoney = reading.money(best, currency: currency),
      let worstMoney = reading.money(worst, currency: currency)
    else { return nil }
    guard bestMoney < worstMoney else {
      reading.error(best.position, .costScaleReversed(bestMoney.text, worstMoney.text))
      return nil
    }
    return CostScale(best: bestMoney, worst: worstMoney)
  }
}

extension WeightStatement {
  /// A plain number.
  init(number: Amount, position: SourcePosition) {
    basis = .number(StatedWeight(value: number), isPercent: false)
    self.position = position
  }
}
