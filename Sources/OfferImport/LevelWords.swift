import DecisionModel
import Messages

/// Tables that have a column for each level, in one of which an answer is ticked.
struct LevelWords {
  private let keys: Set<String>

  /// The words of all scales with levels that the decision asks by.
  init(_ tree: CriteriaTree) {
    var keys: Set<String> = []
    for node in tree.nodes {
      guard case .question(.levels(let scale)) = node.role else { continue }
      for level in scale.levels {
        for word in [level.id, level.name.de, level.name.en] + level.synonyms {
          // A tick is what stands in such a column, not above it.
          if LevelWords.tick(word) == nil || word.count > 1 { keys.insert(word.nameKey) }
        }
      }
    }
    self.keys = keys
  }

  /// Whether a header names a level.
  func contains(_ header: String) -> Bool { keys.contains(header.nameKey) }

  /// Whether a cell ticks its column (true), leaves it open (false), or says something else.
  static func tick(_ text: String) -> Bool? {
    let word = text.closed
    if ticks.contains(word) { return true }
    return blanks.contains(word) ? false : nil
  }

  private static let ticks: Set = [
    "x", "(x)", "[x]", "xx", "1", "✓", "✔", "☑", "•", "●", "ja", "yes", "j", "y", "wahr", "true",
  ]
  private static let blanks: Set = [
    "", "0", "-", "–", "—", "o", "☐", "[]", "()", "nein", "no", "n", "falsch", "false",
  ]
}
