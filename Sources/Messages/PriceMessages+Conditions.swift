// Messages about what prices say beside amount and rhythm.
// In alphabetical order; the name of a function is the message's lasting name.

extension Message {
  /// A cell that holds no length of time.
  public static func cellNotADuration(column: String, text: String) -> Message {
    Message(
      de: "„\(column)“: \(text.quotedDe) ist keine Dauer; ganze Monate oder Jahre schreiben wie "
        + "36 Monate oder 3 Jahre",
      en: "“\(column)”: \(text.quotedEn) is no length of time; write whole months or years, such "
        + "as 36 months or 3 years")
  }

  /// Included units beside tiers.
  public static func priceAllowanceBesideTiers() -> Message {
    Message(
      de: "Inklusivmenge und Mehrmengenpreis stehen nicht neben einer Staffel; die Inklusivmenge "
        + "als "
        + "erste Stufe mit dem Preis 0 schreiben",
      en: "included quantity and overage do not stand beside tiers; write the included quantity as "
        + "the first tier with the price 0")
  }

  /// Effort that is written as money.
  public static func priceEffortIsMoney() -> Message {
    Message(
      de: "neben „role“ stehen Tage oder Stellen, kein Geld: Staffel, fremde Währung und Anteile "
        + "leeren oder „role“ streichen",
      en: "beside “role” stand days or posts, no money: empty tiers, foreign currency and shares, "
        + "or "
        + "delete “role”")
  }

  /// Effort without the role whose rate it takes.
  public static func priceEffortWithoutRole() -> Message {
    Message(
      de: "„effort_unit“ braucht eine Rolle mit Tagessatz; „role“ ergänzen",
      en: "“effort_unit” needs a role with a day rate; add “role”")
  }

  /// The day of going live, which the option does not state.
  public static func priceGoLiveUnknown(text: String) -> Message {
    Message(
      de: "\(text.quotedDe) steht für die Inbetriebnahme, doch die Alternative nennt keine; "
        + "go_live "
        + "in der Entscheidung ergänzen oder ein Datum schreiben",
      en: "\(text.quotedEn) stands for going live, but the option does not say when; add go_live "
        + "in "
        + "the decision, or write a date")
  }

  /// Something about an index without the index.
  public static func priceIndexMissing(column: String) -> Message {
    Message(
      de: "„\(column)“ gehört zu einem Index; ihn in „index“ nennen",
      en: "“\(column)” belongs to an index; name it in “index”")
  }

  /// An index that the decision does not have.
  public static func priceIndexUnknown(
    name: String, names: [String], suggestion: String?
  ) -> Message {
    let mend = Suggestion.mend(
      suggestion,
      else: names.isEmpty
        ? LocalText(de: "unter indexes anlegen", en: "add it to indexes")
        : LocalText(de: "möglich sind \(names.listDe)", en: "it has \(names.listEn)"))
    return Message(
      de: "den Index \(name.quotedDe) gibt es in der Entscheidung nicht; \(mend.de)",
      en: "the decision has no index \(name.quotedEn); \(mend.en)")
  }

  /// Posts that are paid once.
  public static func pricePostsWithoutFrequency() -> Message {
    Message(
      de: "Stellen werden laufend bezahlt; „frequency“ ergänzen oder den Aufwandseinheit Tagen "
        + "schreiben",
      en: "posts are paid again and again; add “frequency”, or write the effort in days")
  }

  /// A role that the decision does not have.
  public static func priceRoleUnknown(
    name: String, names: [String], suggestion: String?
  ) -> Message {
    let mend = Suggestion.mend(
      suggestion,
      else: names.isEmpty
        ? LocalText(de: "unter roles anlegen", en: "add it to roles")
        : LocalText(de: "möglich sind \(names.listDe)", en: "it has \(names.listEn)"))
    return Message(
      de: "die Rolle \(name.quotedDe) gibt es in der Entscheidung nicht; \(mend.de)",
      en: "the decision has no role \(name.quotedEn); \(mend.en)")
  }

  /// A share of other lines without its figure.
  public static func priceShareMissing() -> Message {
    Message(
      de: "der Anteil fehlt; ihn als Prozentsatz im Jahr in „amount“ schreiben, etwa 18 %",
      en: "the share is missing; write it as a percentage a year into “amount”, such as 18 %")
  }
}
