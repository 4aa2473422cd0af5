import DecisionModel
import Measures
import Messages

/// Reads the condition of a knock-out, in German and English, in terms of the criterion's scale.
struct KnockoutReader {
  private let reading: Reading

  init(_ reading: Reading) { self.reading = reading }

  private enum Form {
    case atLeast(String)
    case atMost(String)
    case everyMust(String)
    case best
    case none
  }

  private static let beginnings: [(String, @Sendable (String) -> Form)] = [
    ("every must at least", { .everyMust($0) }), ("jedes muss mindestens", { .everyMust($0) }),
    ("at least", { .atLeast($0) }), ("mindestens", { .atLeast($0) }),
    (">=", { .atLeast($0) }), ("≥", { .atLeast($0) }),
    ("at most", { .atMost($0) }), ("höchstens", { .atMost($0) }),
    ("<=", { .atMost($0) }), ("≤", { .atMost($0) }),
  ]

  private func form(_ text: String) -> Form? {
    let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    switch words.lowercased() {
    case "yes", "ja": return .best
    case "none", "keines": return Form.none
    default: break
    }
    for (beginning, form) in KnockoutReader.beginnings
    where words.lowercased().hasPrefix(beginning) {
      // The words that begin a condition keep their length in lower case.
      let rest = String(words.dropFirst(beginning.count)).trimmingBlanks
      if !rest.isEmpty { return form(rest) }
    }
    return nil
  }

  /// The knock-out of a question.
  func knockout(_ stated: Located<String>, scale: Scale) -> Knockout? {
    guard let form = form(stated.value) else {
      reading.error(stated.position, .badKnockout(stated.value))
      return nil
    }
    switch (form, scale) {
    case (.none, _): return nil
    case (.everyMust, _):
      reading.error(stated.position, .everyMustOfQuestion())
      return nil
    case (.best, .levels(let scale)):
      let best = scale.levels.indices.max { left, right in
        (scale.levels[left].value, right) < (scale.levels[right].value, left)
      }
      return best.map { .atLeastLevel($0) }
    case (.atLeast(let name), .levels(let scale)):
      return level(name, in: scale, at: stated.position).map { .atLeastLevel($0) }
    case (.atMost, .levels):
      reading.error(stated.position, .knockoutNeedsLevel())
      return nil
    case (.best, .numeric):
      reading.error(stated.position, .knockoutNeedsFigure())
      return nil
    case (.atLeast(let text), .numeric(let scale)):
      return figure(text, scale, at: stated.position).map { .atLeast($0) }
    case (.atMost(let text), .numeric(let scale)):
      return figure(text, scale, at: stated.position).map { .atMost($0) }
    }
  }

  /// The knock-out of a branch.
  func knockout(ofBranch stated: Located<String>) -> Knockout? {
    switch form(stated.value) {
    case Form.none?: return nil
    case .everyMust(let name)?:
      return level(name, in: .response, at: stated.position).map {
        .everyMust(atLeast: LevelScale.response.levels[$0].id)
      }
    case nil:
      reading.error(stated.position, .badKnockout(stated.value))
    default:
      reading.error(stated.position, .knockoutOfBranch())
    }
    return nil
  }

  private func figure(
    _ text: String, _ scale: NumericScale, at position: SourcePosition
  ) -> Amount? {
    ScaleReader(reading).figure(text, unit: scale.unit, at: position)
  }

  /// A level by identifier, name or synonym.
  private func level(
    _ name: String, in scale: LevelScale, at position: SourcePosition
  ) -> Int? {
    let wanted = name.lowercased()
    let index = scale.levels.firstIndex { level in
      level.id == wanted || level.name.de.lowercased() == wanted
        || level.name.en.lowercased() == wanted || level.synonyms.contains(wanted)
    }
    if index == nil {
      let ids = scale.levels.map(\.id)
      reading.error(position, .unknownLevel(name, reading.suggestion(for: name, in: ids), ids))
    }
    return index
  }
}
