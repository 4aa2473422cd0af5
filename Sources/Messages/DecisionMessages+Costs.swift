// What can be wrong with the frame of all costs in a decision file.
extension Message {
  /// A key that is neither a year nor a month.
  public static func badMonth(_ text: String) -> Message {
    Message(
      de: "\(text.quotedDe) ist weder Jahr noch Monat; wie 2027 oder 2027-03 schreiben",
      en: "\(text.quotedEn) is neither a year nor a month; write it like 2027 or 2027-03")
  }

  /// A milestone named go_live.
  public static func goLiveIsNoMilestone() -> Message {
    Message(
      de: "go_live hat jede Alternative für sich; den Termin dort unter offers angeben",
      en: "go_live is each option's own; give the date there, under offers")
  }

  /// An index of zero or less.
  public static func indexNotPositive() -> Message {
    Message(
      de: "ein Indexwert ist größer als null; den Wert berichtigen",
      en: "an index value is above zero; correct it")
  }

  /// Inflation beside a rate that contains it.
  public static func inflationWithNominalRate() -> Message {
    Message(
      de: "ein nominaler Zinssatz enthält die Inflation schon; rate_terms: real ergänzen, wenn der "
        + "Zinssatz real ist, sonst inflation streichen",
      en: "a nominal rate contains inflation already; add rate_terms: real if the rate is real, "
        + "otherwise delete inflation")
  }

  /// A share of a quantity that is incomplete or has a course of its own.
  public static func shareOfQuantityForm() -> Message {
    Message(
      de: "ein Anteil an einer Menge hat genau „of“ und „share“ (und „whole“): "
        + "{ of: users, share: 30 % }",
      en: "a share of a quantity has exactly “of” and “share” (and “whole”): "
        + "{ of: users, share: 30 % }")
  }

  /// A share of a quantity that is a share itself.
  public static func shareOfShare(_ name: String) -> Message {
    Message(
      de: "\(name.quotedDe) ist selbst ein Anteil; den Anteil an der Menge angeben, die dahinter "
        + "steht",
      en: "\(name.quotedEn) is a share itself; state the share of the quantity behind it")
  }

  /// A share of a quantity that does not exist.
  public static func shareOfUnknownQuantity(
    _ name: String, _ suggestion: String?, _ names: [String]
  ) -> Message {
    let mend = Suggestion.mend(
      suggestion,
      else: names.isEmpty
        ? LocalText(de: "sie unter quantities anlegen", en: "add it to quantities")
        : LocalText(de: "möglich sind \(names.listDe)", en: "possible are \(names.listEn)"))
    return Message(
      de: "die Menge \(name.quotedDe), an der dies ein Anteil ist, gibt es nicht; \(mend.de)",
      en: "the quantity \(name.quotedEn) that this is a share of does not exist; \(mend.en)")
  }

  /// A shock of a currency that has no rate.
  public static func shockWithoutRate(_ code: String) -> Message {
    Message(
      de: "für \(code.quotedDe) gibt es keinen Kurs, der sich ändern könnte; ihn unter "
        + "exchange_rates angeben",
      en: "there is no rate of \(code.quotedEn) that could change; add it under exchange_rates")
  }

  /// Steps beside growth.
  public static func stepsBesideGrowth() -> Message {
    Message(
      de: "eine Menge wächst entweder um „growth“ oder springt mit „steps“; eines streichen",
      en: "a quantity either grows by “growth” or moves by “steps”; delete one of the two")
  }
}
