import DecisionModel
import Measures
import Messages

/// Scales and conditions of a decision in words, for readers who have never seen its file.
enum CriterionWords {
  static let totalCost = LocalText(de: "Gesamtkosten", en: "Total cost")
  static let firstYearCost = LocalText(de: "Kosten im ersten Jahr", en: "Cost of the first year")
  static let fiscalYearCost = LocalText(
    de: "Kosten im teuersten Geschäftsjahr", en: "Cost of the dearest fiscal year")
  static let investment = LocalText(de: "Einmalige Kosten", en: "One-off cost")
  static let goLive = LocalText(de: "Inbetriebnahme", en: "Going live")

  static func scale(_ scale: Scale) -> LocalText {
    switch scale {
    case .levels(let levels):
      let parts = levels.levels.map { level in
        let value = number(level.value)
        return LocalText(
          de: "\(level.name.de) \(value.de)", en: "\(level.name.en) \(value.en)")
      }
      return joined(parts, separator: " · ")
    case .numeric(let numeric):
      guard let best = numeric.best, let worst = numeric.worst else { return LocalText("") }
      let (high, low) = (
        figure(best.figure, unit: numeric.unit), figure(worst.figure, unit: numeric.unit)
      )
      return LocalText(
        de: "\(high.de) am besten, \(low.de) am schlechtesten",
        en: "\(high.en) best, \(low.en) worst")
    }
  }

  static func condition(_ condition: Knockout, of node: Criterion) -> LocalText {
    switch condition {
    case .atLeastLevel(let index):
      guard case .question(.levels(let scale)) = node.role, scale.levels.indices.contains(index)
      else { return LocalText("") }
      let level = scale.levels[index]
      let isBest = scale.levels.allSatisfy { $0.value <= level.value }
      return isBest
        ? level.name
        : LocalText(
          de: "mindestens „\(level.name.de)“", en: "at least “\(level.name.en)”")
    case .atLeast(let amount):
      let words = figure(amount, unit: unit(of: node))
      return LocalText(de: "mindestens \(words.de)", en: "at least \(words.en)")
    case .atMost(let amount):
      return atMost(amount, unit: unit(of: node))
    case .everyMust(let level):
      let name =
        LevelScale.response.levels.first { $0.id == level }?.name ?? LocalText(level)
      return LocalText(
        de: "jedes Muss mindestens „\(name.de)“", en: "every must at least “\(name.en)”")
    }
  }

  static func atMost(_ amount: Amount, unit: String) -> LocalText {
    let words = figure(amount, unit: unit)
    return LocalText(de: "höchstens \(words.de)", en: "at most \(words.en)")
  }

  static func onOrBefore(_ date: CalendarDate) -> LocalText {
    let words = self.date(date)
    return LocalText(de: "spätestens \(words.de)", en: "by \(words.en)")
  }

  static func date(_ date: CalendarDate) -> LocalText {
    LocalText(de: format(.german).date(date), en: format(.english).date(date))
  }

  static func figure(_ amount: Amount, unit: String) -> LocalText {
    let words = number(amount)
    if unit.isEmpty { return words }
    return LocalText(de: "\(words.de)\u{A0}\(unit)", en: "\(words.en)\u{A0}\(unit)")
  }

  /// An answer by the name of its level or as a figure; in the offer's own words if it is neither.
  static func answer(_ answer: Answer, on scale: Scale) -> LocalText {
    switch (answer.reading, scale) {
    case (.level(let index), .levels(let levels)) where levels.levels.indices.contains(index):
      levels.levels[index].name
    case (.figure(_, let likely, _), .numeric(let numeric)):
      figure(likely, unit: numeric.unit)
    default:
      LocalText(answer.words)
    }
  }

  static func list(_ names: [LocalText]) -> LocalText { joined(names, separator: ", ") }

  private static func number(_ amount: Amount) -> LocalText {
    LocalText(de: format(.german).figure(amount), en: format(.english).figure(amount))
  }

  /// Figures of scales carry units of their own and no currency.
  private static func format(_ language: Language) -> NumberFormat {
    NumberFormat(language: language, currency: "")
  }

  private static func joined(_ parts: [LocalText], separator: String) -> LocalText {
    LocalText(
      de: parts.map(\.de).joined(separator: separator),
      en: parts.map(\.en).joined(separator: separator))
  }

  private static func unit(of node: Criterion) -> String {
    guard case .question(.numeric(let scale)) = node.role else { return "" }
    return scale.unit
  }
}
