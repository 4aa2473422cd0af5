/// Every sentence that a report speaks, in both languages, as functions of what it is about.
///
/// The sentences know no evaluation: they take names and figures and say them. Which of them to say
/// is decided where the evaluation is read. Names stand in quotation marks only where a sentence
/// would read wrong without.
public struct ReportSentences: Sendable {
  /// The language.
  public let language: Language
  /// How figures are written.
  public let numbers: NumberFormat

  /// The sentences of a language.
  public init(language: Language, currency: String) {
    self.language = language
    numbers = NumberFormat(language: language, currency: currency)
  }

  /// The wording of the language.
  func say(_ de: @autoclosure () -> String, _ en: @autoclosure () -> String) -> String {
    switch language {
    case .german: de()
    case .english: en()
    }
  }

  /// Names in quotation marks of the language.
  public func quoted(_ name: String) -> String { say("„\(name)“", "“\(name)”") }

  /// "A", "A und B", "A, B und C".
  public func list(_ names: [String]) -> String {
    guard let last = names.last else { return "" }
    if names.count == 1 { return last }
    return names.dropLast().joined(separator: ", ") + say(" und ", " and ") + last
  }

  /// A number of years: "5 Jahre".
  public func years(_ count: Int) -> String {
    let figure = numbers.integer(count) + NumberFormat.blank
    return figure + (count == 1 ? say("Jahr", "year") : say("Jahre", "years"))
  }

  /// A number of years after "in" or "über": "5 Jahren".
  func yearsDative(_ count: Int) -> String {
    let figure = numbers.integer(count) + NumberFormat.blank
    return figure + (count == 1 ? say("Jahr", "year") : say("Jahren", "years"))
  }

  /// A number of points: "4,3 Punkte", "1 point" never: one decimal is always shown.
  public func points(_ value: Double) -> String {
    numbers.points(value) + NumberFormat.blank + say("Punkte", "points")
  }

  func pointsDative(_ value: Double) -> String {
    numbers.points(value) + NumberFormat.blank + say("Punkten", "points")
  }
}

extension ReportSentences {
  /// A difference in points with its sign: "+4,3 Punkte".
  public func signedPoints(_ value: Double) -> String {
    numbers.signedPoints(value) + NumberFormat.blank + say("Punkte", "points")
  }

  /// Heading above reasons, where nothing is recommended yet.
  public func speaksFor(_ name: String) -> String {
    say("Was für \(name) spricht", "What speaks for \(name)")
  }

  /// Before a drawback, where nothing is recommended yet.
  public func speaksAgainst(_ name: String) -> String {
    say("Was gegen \(name) spricht.", "What speaks against \(name).")
  }
}

/// What a recommendation says to do with an option.
public enum Choosing: Sendable, Hashable {
  /// Somebody offers it.
  case offered
  /// It is made by oneself.
  case made
  /// It is what there is today.
  case kept
  /// It is doing without.
  case without
}

// MARK: Headlines

extension ReportSentences {
  /// "Nordwind ERP nehmen" without its full stop.
  func choosing(_ name: String, _ how: Choosing) -> String {
    switch how {
    case .offered: say("\(name) nehmen", "Choose \(name)")
    case .made: say("\(name) wählen", "Choose \(name)")
    case .kept: say("Beim Bestehenden bleiben", "Keep what you have")
    case .without: say("Nichts anschaffen", "Buy nothing")
    }
  }

  /// The recommendation without a condition.
  public func headline(choose name: String, _ how: Choosing) -> String {
    choosing(name, how) + "."
  }

  /// The recommendation with knock-outs of the leader that nobody has judged yet.
  public func headline(
    choose name: String, _ how: Choosing, onceProven conditions: [String]
  ) -> String {
    switch conditions.count {
    case 0: return headline(choose: name, how)
    case 1:
      return say(
        "\(choosing(name, how)), sobald \(quoted(conditions[0])) nachgewiesen ist.",
        "\(choosing(name, how)) once \(quoted(conditions[0])) is proven.")
    case 2, 3:
      let all = list(conditions.map(quoted))
      return say(
        "\(choosing(name, how)), sobald \(all) nachgewiesen sind.",
        "\(choosing(name, how)) once \(all) are proven.")
    default:
      return say(
        "\(choosing(name, how)), sobald alle offenen Muss-Punkte nachgewiesen sind.",
        "\(choosing(name, how)) once every open must is proven.")
    }
  }

  /// The recommendation when a clause should be settled before signing.
  public func headline(
    choose name: String, _ how: Choosing, agreeingFirst clause: Clause
  ) -> String {
    say(
      "\(choosing(name, how)), vorher \(clause.object(.german)) vereinbaren.",
      "\(choosing(name, how)), but agree \(clause.object(.english)) first.")
  }

  /// The recommendation when open answers together could change it.
  public func headline(
    choose name: String, _ how: Choosing, awaiting offer: String
  ) -> String {
    name == offer
      ? say(
        "\(choosing(name, how)), vorher die offenen Fragen klären.",
        "\(choosing(name, how)), but settle its open questions first.")
      : say(
        "\(choosing(name, how)), vorher die offenen Antworten von \(offer) einholen.",
        "\(choosing(name, how)), but get the open answers of \(offer) first.")
  }

  /// The recommendation when a question should be settled before signing.
  public func headline(
    choose name: String, _ how: Choosing, clarifyingFirst question: String
  ) -> String {
    say(
      "\(choosing(name, how)), vorher \(quoted(question)) klären.",
      "\(choosing(name, how)), but clarify \(quoted(question)) first.")
  }

  /// The only option that passes every knock-out.
  public func headline(onlyChoice name: String, _ how: Choosing) -> String {
    say(
      "\(choosing(name, how)): Nur diese Option erfüllt alle Bedingungen.",
      "\(choosing(name, how)): only this option meets every condition.")
  }

  /// The only option that has been looked at.
  public func headline(onlyOffer name: String, _ how: Choosing) -> String {
    say(
      "\(choosing(name, how)), aber erst nach einem Vergleich.",
      "\(choosing(name, how)), but compare it with another first.")
  }

  /// A tie that a tie-breaker decided, which was declared beforehand.
  public func headline(
    choose name: String, _ how: Choosing, tiedWith rivals: [String], cheaper: Bool
  ) -> String {
    let all = list(rivals)
    return cheaper
      ? say(
        "\(choosing(name, how)): gleichauf mit \(all), aber günstiger.",
        "\(choosing(name, how)): level with \(all), but cheaper.")
      : say(
        "\(choosing(name, how)): gleichauf mit \(all), aber mit weniger Bindung.",
        "\(choosing(name, how)): level with \(all), but easier to leave.")
  }

  /// A tie that nothing decides.
  public func headline(tie names: [String]) -> String {
    names.count > 3
      ? say(
        "Noch nicht entscheiden: Mehrere Optionen liegen gleichauf.",
        "Do not decide yet: several options are level.")
      : say(
        "Noch nicht entscheiden: \(list(names)) liegen gleichauf.",
        "Do not decide yet: \(list(names)) are level.")
  }

  /// A tie in which it was agreed to ask again.
  public func headline(askAgain names: [String]) -> String {
    names.count > 3
      ? say(
        "Vor der Entscheidung noch einmal nachfragen: Mehrere Optionen liegen gleichauf.",
        "Ask again before deciding: several options are level.")
      : say(
        "Vor der Entscheidung noch einmal nachfragen: \(list(names)) liegen gleichauf.",
        "Ask again before deciding: \(list(names)) are level.")
  }

  /// No option passes every knock-out.
  public func headline(noneAcceptableCuredBy name: String?) -> String {
    guard let name else {
      return say("Keine der Optionen annehmen.", "Accept none of the options.")
    }
    return say(
      "Keine der Optionen annehmen, zuerst \(name) nachbessern lassen.",
      "Accept none of the options; have \(name) improved first.")
  }

  /// No option has all its prices.
  public var headlinePricesMissing: String {
    say(
      "Noch nicht entscheiden: Zuerst die fehlenden Preise einholen.",
      "Do not decide yet: get the missing prices first.")
  }
}
