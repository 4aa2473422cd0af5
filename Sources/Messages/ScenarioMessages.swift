extension Message {
  /// Too many scenarios to look at.
  public static func tooManyScenarios(_ most: Int) -> Message {
    Message(
      de: "Mehr als \(most) Szenarien überblickt niemand; einige streichen",
      en: "nobody can survey more than \(most) scenarios; take some out")
  }

  /// A scenario that equals the decision.
  public static func scenarioChangesNothing(_ name: String) -> Message {
    Message(
      de: "Das Szenario \(name.quotedDe) ändert nichts; quantities, discount_rate, escalation, "
        + "profile, weights oder offers angeben",
      en: "the scenario \(name.quotedEn) changes nothing; state quantities, discount_rate, "
        + "escalation, profile, weights or offers")
  }

  /// A scenario in which nobody offers anything.
  public static func scenarioWithoutOffers(_ name: String) -> Message {
    Message(
      de: "Im Szenario \(name.quotedDe) bleibt keine Option übrig; eine stehen lassen",
      en: "the scenario \(name.quotedEn) leaves no option; keep one")
  }

  /// A quantity that the decision doesn't declare.
  public static func unknownQuantity(_ name: String, _ meant: String?, _ names: [String]) -> Message
  {
    let mend = Suggestion.mend(
      meant,
      else: names.isEmpty
        ? LocalText(
          de: "sie unter quantities festlegen", en: "declare it under quantities")
        : LocalText(de: "es gibt \(names.listDe)", en: "there are \(names.listEn)"))
    return Message(
      de: "Eine Größe \(name.quotedDe) gibt es nicht; \(mend.de)",
      en: "there is no quantity \(name.quotedEn); \(mend.en)")
  }

  /// A series that cannot be scaled.
  public static func quantityStartsAtZero(_ name: String) -> Message {
    Message(
      de: "Die Reihe von \(name.quotedDe) beginnt mit 0 und lässt sich nicht hochrechnen; "
        + "stattdessen die ganze Reihe angeben",
      en: "the series of \(name.quotedEn) begins with 0 and cannot be scaled; "
        + "state the whole series instead")
  }

  /// A scaled series out of range.
  public static func quantityTooLarge(_ name: String) -> Message {
    Message(
      de: "Die Werte von \(name.quotedDe) werden zu groß; eine kleinere Zahl angeben",
      en: "the values of \(name.quotedEn) become too large; state a smaller number")
  }

  /// Two statements about the same weights.
  public static func profileBesideWeights() -> Message {
    Message(
      de: "profile und weights zugleich widersprechen sich; eines davon streichen",
      en: "profile and weights contradict each other; take one of them out")
  }

  /// A profile that the decision doesn't have.
  public static func unknownProfile(_ name: String, _ meant: String?, _ names: [String]) -> Message
  {
    let mend = Suggestion.mend(
      meant,
      else: names.isEmpty
        ? LocalText(
          de: "es unter weight_profiles festlegen", en: "declare it under weight_profiles")
        : LocalText(de: "es gibt \(names.listDe)", en: "there are \(names.listEn)"))
    return Message(
      de: "Ein Gewichtsprofil \(name.quotedDe) gibt es nicht; \(mend.de)",
      en: "there is no weight profile \(name.quotedEn); \(mend.en)")
  }

  /// An answer to something that is no question.
  public static func scenarioAnswerToBranch(_ name: String) -> Message {
    Message(
      de:
        "\(name.quotedDe) ist keine Frage, die ein Angebot beantwortet; eine Frage darunter nennen",
      en: "\(name.quotedEn) is no question that an offer answers; name a question below it")
  }

  /// Both axes of a table vary the same.
  public static func axesAreTheSame() -> Message {
    Message(
      de: "rows und columns verändern dasselbe; für eine Achse etwas anderes nennen",
      en: "rows and columns vary the same thing; name another for one of them")
  }

  /// Too few or too many values.
  public static func axisLength(_ most: Int) -> Message {
    Message(
      de: "Eine Achse hat 1 bis \(most) Werte; die Liste unter values anpassen",
      en: "an axis has 1 to \(most) values; change the list under values")
  }

  /// Something that cannot be varied.
  public static func unknownParameter(
    _ text: String, _ meant: String?, _ known: [String]
  ) -> Message {
    let mend = Suggestion.mend(
      meant, else: LocalText(de: "möglich sind \(known.listDe)", en: "possible are \(known.listEn)")
    )
    return Message(
      de: "\(text.quotedDe) lässt sich nicht verändern; \(mend.de)",
      en: "\(text.quotedEn) cannot be varied; \(mend.en)")
  }
}
