extension String {
  /// The text in German quotation marks, fit for one line of a message.
  var quotedDe: String { "„\(shownInMessage)“" }
  /// The text in English quotation marks, fit for one line of a message.
  var quotedEn: String { "“\(shownInMessage)”" }

  /// The text on one line and not longer than a message can bear: files may hold anything.
  private var shownInMessage: String { shown(limit: 60) }

  /// A reader's own words about a problem, on one line.
  var shownInFull: String { shown(limit: 300) }

  private func shown(limit: Int) -> String {
    var shown = String.UnicodeScalarView()
    var wasBlank = false
    // Enough scalars for the limit even where many make one character.
    for scalar in unicodeScalars.prefix(limit * 8) {
      let isBlank = scalar.properties.isWhitespace || scalar.properties.generalCategory == .control
      if isBlank {
        if !wasBlank { shown.append(" ") }
      } else if scalar.properties.generalCategory != .format {
        shown.append(scalar)
      }
      wasBlank = isBlank
    }
    let text = String(shown)
    return text.count <= limit ? text : text.prefix(limit - 1) + "…"
  }
}

extension Sequence<String> {
  /// The texts in German quotation marks with commas between; those beyond twelve are counted.
  var listDe: String {
    listed {
      $0.quotedDe
    } more: {
      "und \($0) weitere"
    }
  }
  /// The texts in English quotation marks with commas between; those beyond twelve are counted.
  var listEn: String {
    listed {
      $0.quotedEn
    } more: {
      "and \($0) more"
    }
  }

  private func listed(_ quoted: (String) -> String, more: (Int) -> String) -> String {
    let all = Array(self)
    var parts = all.prefix(12).map(quoted)
    if all.count > 12 { parts.append(more(all.count - 12)) }
    return parts.joined(separator: ", ")
  }
}
