/// Words of the part of a report in which a reader tries out other weights.
///
/// The templates are for the page's own script, which knows no words: it puts names and figures where
/// `{…}` stands.
public enum WhatIfWords {
  /// The part's name.
  public static let title = LocalText(de: "Was wäre, wenn?", en: "What if?")
  /// What it is for.
  public static let introduction = LocalText(
    de: """
      Gewichte verschieben, Optionen weglassen oder dazunehmen: Die Rangfolge rechnet sofort mit. \
      Das Ergebnis dieses Berichts bleibt dabei, wie es ist; die Adresse der Seite hält den \
      Versuch fest.
      """,
    en: """
      Shift weights, leave options out or take them in: the ranking follows at once. The result \
      of this report stays as it is; the page’s address keeps what was tried.
      """)
  /// Across the top, as soon as something is changed.
  public static let notOfficial = LocalText(
    de: "Versuch, nicht das Ergebnis dieses Berichts:",
    en: "Tried out, not the result of this report:")
  /// The way back.
  public static let back = LocalText(de: "Zurück zum Ergebnis", en: "Back to the result")
  /// Weights of the goals.
  public static let goals = LocalText(de: "Gewichte der Ziele", en: "Weights of the goals")
  /// Weights below a goal.
  public static func below(_ name: LocalText) -> LocalText {
    LocalText(de: "\(name.de) im Einzelnen", en: "\(name.en) in detail")
  }
  /// Named weights.
  public static let weightings = LocalText(de: "Gewichtung", en: "Weighting")
  /// Scenarios of the decision.
  public static let scenarios = LocalText(de: "Szenario", en: "Scenario")
  /// The weights in force.
  public static let asDecided = LocalText(de: "wie beschlossen", en: "as decided")
  /// The column with points of what was tried.
  public static let tried = LocalText(de: "Versuch", en: "Tried")
  /// The column with the report's rank and points.
  public static let inReport = LocalText(de: "im Bericht", en: "in the report")
  /// The column of switches.
  public static let takesPart = LocalText(de: "dabei", en: "in")
  /// An option that cannot take part.
  public static let cannotTakePart = LocalText(de: "Preis fehlt", en: "price missing")

  /// All templates by the name under which the script knows them.
  static func templates(_ language: Language) -> [String: String] {
    templates.mapValues { $0(language) }
  }

  private static let templates: [String: LocalText] = [
    "and": LocalText(de: " und ", en: " and "),
    "below": LocalText(de: "unter {weight} führt {name}", en: "below {weight} {name} leads"),
    "above": LocalText(de: "ab {weight} führt {name}", en: "from {weight} {name} leads"),
    "never": LocalText(de: "ändert nichts an der Spitze", en: "changes nothing at the top"),
    "stays": LocalText(
      de: "{name} bleibt vorn, {points} Punkte vor {rival}.",
      en: "{name} stays ahead, {points} points before {rival}."),
    "leads": LocalText(
      de: "Dann läge {name} vorn, {points} Punkte vor {rival}.",
      en: "{name} would be ahead, {points} points before {rival}."),
    "level": LocalText(de: "Dann lägen {names} gleichauf.", en: "{names} would be level."),
    "alone": LocalText(de: "Dann bliebe nur {name}.", en: "Only {name} would be left."),
    "nobody": LocalText(de: "Keine Option ist dabei.", en: "No option is in."),
    "profile": LocalText(de: "Gewichtung „{name}“", en: "weighting “{name}”"),
    "scenario": LocalText(de: "Szenario „{name}“", en: "scenario “{name}”"),
    "moved": LocalText(de: "{name} {old} → {now}", en: "{name} {old} → {now}"),
    "more": LocalText(de: "{count} weitere Gewichte", en: "{count} more weights"),
    "without": LocalText(de: "ohne {name}", en: "without {name}"),
    "with": LocalText(de: "mit {name}", en: "with {name}"),
  ]
}
