public import Measures

/// What somebody should know before signing. Each is a whole sentence for readers of a report.
extension Message {
  /// Nobody differs on some questions, so that they decide nothing.
  public static func findingAllAgree(questions: Int, weight: Double) -> Message {
    Message(
      de: questions == 1
        ? "Bei einer Frage mit \(Self.percent(weight, .german)) des Gewichts stehen alle Angebote "
          + "gleich; sie entscheidet nichts."
        : "Bei \(questions) Fragen mit zusammen \(Self.percent(weight, .german)) des Gewichts "
          + "stehen "
          + "alle Angebote gleich; sie entscheiden nichts.",
      en: questions == 1
        ? "On one question with \(Self.percent(weight, .english)) of the weight all offers stand "
          + "alike; it decides nothing."
        : "On \(questions) questions with \(Self.percent(weight, .english)) of the weight together "
          + "all offers stand alike; they decide nothing.")
  }

  /// A present value better than the best end of the cost scale.
  public static func findingCostAboveScale(offer: String) -> Message {
    Message(
      de: "\(offer) ist günstiger als der beste Wert der Kostenskala; was darunter liegt, bringt "
        + "keine Punkte mehr.",
      en: "\(offer) costs less than the best end of the cost scale; what it saves beyond that "
        + "earns "
        + "no more points.")
  }

  /// A present value worse than the worst end of the cost scale.
  public static func findingCostBelowScale(offer: String) -> Message {
    Message(
      de: "\(offer) ist teurer als der schlechteste Wert der Kostenskala; jeder weitere Euro "
        + "kostet "
        + "dort ebenso viele Punkte wie davor.",
      en: "\(offer) costs more than the worst end of the cost scale; every further unit of money "
        + "goes on costing as many points as before.")
  }

  /// No offer lies within the cost scale.
  public static func findingCostScaleMissesOffers() -> Message {
    Message(
      de: "Kein Angebot liegt innerhalb der Kostenskala; bester und schlechtester Wert sollten die "
        + "Angebote umfassen.",
      en: "No offer lies within the cost scale; its best and worst end should enclose the offers.")
  }

  /// An excluded offer would have led.
  public static func findingExcludedWouldLead(offer: String) -> Message {
    Message(
      de: "\(offer) ist ausgeschlossen und hätte sonst vorn gelegen.",
      en: "\(offer) is excluded and would otherwise have led.")
  }

  /// Gaps that carry a price: what curing them costs and what it would bring.
  public static func findingGapsWithPrice(
    offer: String, count: Int, total: Amount, points: Double, currency: String
  ) -> Message {
    func money(_ language: Language) -> String {
      NumberFormat(language: language, currency: currency).money(total)
    }
    func gain(_ language: Language) -> String {
      NumberFormat(language: language, currency: currency).points(points)
    }
    return Message(
      de: "\(offer) nennt für \(count) \(count == 1 ? "Lücke" : "Lücken") einen Preis, zusammen "
        + "\(money(.german)); wären sie geschlossen, kämen \(gain(.german)) Punkte hinzu. Beides "
        + "zugleich zu werten hieße, dieselbe Lücke zweimal zu zählen.",
      en: "\(offer) names a price for \(count) \(count == 1 ? "gap" : "gaps"), "
        + "\(money(.english)) in "
        + "all; closing them would add \(gain(.english)) points. Counting both the low mark and "
        + "the "
        + "price counts the same gap twice.")
  }

  /// An offer that uses a small part of a heavy question's scale leaves weight without work.
  public static func findingNarrowRange(
    criterion: LocalText, weight: Double, unused: Double
  ) -> Message {
    func points(_ value: Double, _ language: Language) -> String {
      NumberFormat(language: language, currency: "").points(value)
    }
    return Message(
      de: "Bei „\(criterion.de)“ liegen alle Angebote eng beisammen: \(points(unused, .german)) "
        + "von "
        + "\(points(weight, .german)) Punkten bleiben ohne Wirkung.",
      en: "On “\(criterion.en)” all offers lie close together: \(points(unused, .english)) of "
        + "\(points(weight, .english)) points are left without work.")
  }

  /// Answers that say "not applicable".
  public static func findingNotApplicable(offer: String, count: Int) -> Message {
    Message(
      de: "\(offer) erklärt \(count) \(count == 1 ? "Frage" : "Fragen") für nicht zutreffend; sie "
        + "zählen als unbeantwortet.",
      en: "\(offer) calls \(count) \(count == 1 ? "question" : "questions") not applicable; they "
        + "count as unanswered.")
  }

  /// An offer that ends before the decision is due.
  public static func findingOfferExpires(
    offer: String, on date: CalendarDate, before due: CalendarDate
  ) -> Message {
    func day(_ date: CalendarDate, _ language: Language) -> String {
      NumberFormat(language: language, currency: "").date(date)
    }
    return Message(
      de: "\(offer) gilt nur bis \(day(date, .german)), entschieden wird bis \(day(due, .german)): "
        + "Verlängerung erbitten.",
      en: "\(offer) is valid only until \(day(date, .english)), the decision is due by "
        + "\(day(due, .english)): ask for an extension.")
  }

  /// Only one option can be ranked.
  public static func findingOneOption() -> Message {
    Message(
      de: "Es bleibt nur ein Angebot: Ohne Vergleich ist die Empfehlung nur so gut wie die "
        + "Anforderungen.",
      en: "Only one offer is left: without a comparison the recommendation is only as good as the "
        + "requirements.")
  }

  /// An optional position joined the total since a Must needs it.
  public static func findingOptionalPulledIn(
    offer: String, line: String, criterion: LocalText
  ) -> Message {
    Message(
      de: "\(offer): Die Bedarfsposition „\(line)“ zählt mit, denn das Muss „\(criterion.de)“ "
        + "ist nur "
        + "mit ihr erfüllt.",
      en: "\(offer): the optional position “\(line)” is counted, since only it meets the must "
        + "“\(criterion.en)”.")
  }

  /// The likely total lies outside the middle half of the draws.
  public static func findingPlanOptimistic(offer: String) -> Message {
    Message(
      de: "\(offer): Die Kostenschätzung liegt am Rand der eigenen Spanne und wird wahrscheinlich "
        + "verfehlt.",
      en: "\(offer): the likely cost lies at the edge of its own range and will probably be "
        + "missed.")
  }

  /// The leader is cheaper by the single figures only.
  public static func findingRivalOftenCheaper(rival: String, share: Double) -> Message {
    func cases(_ language: Language) -> String {
      NumberFormat(language: language, currency: "").outOfHundred(share)
    }
    return Message(
      de: "Mit allen Spannen gerechnet ist \(rival) in \(cases(.german)) Fällen günstiger, obwohl "
        + "die Einzelpreise das Gegenteil sagen.",
      en: "With all ranges reckoned in, \(rival) is cheaper in \(cases(.english)) cases, although "
        + "the single prices say the opposite.")
  }

  /// Another offer comes first more often once everything varies.
  public static func findingRivalOftenAhead(
    rival: String, ours: Double, theirs: Double
  ) -> Message {
    func cases(_ share: Double, _ language: Language) -> String {
      NumberFormat(language: language, currency: "").outOfHundred(share)
    }
    return Message(
      de: "Schwanken außer den Gewichten auch Antworten und Kosten, liegt \(rival) öfter vorn: in "
        + "\(cases(theirs, .german)) Fällen, die Empfehlung in \(cases(ours, .german)).",
      en: "Where answers and costs vary beside the weights, \(rival) is ahead more often: in "
        + "\(cases(theirs, .english)) cases, the recommendation in \(cases(ours, .english)).")
  }

  /// Another set of weights puts another offer first.
  public static func findingProfileDiffers(profile: String, leader: String) -> Message {
    Message(
      de: "Mit den Gewichten „\(profile)“ läge \(leader) vorn.",
      en: "With the weights “\(profile)”, \(leader) would lead.")
  }

  /// Good marks that rest on weak evidence.
  public static func findingWeakEvidence(offer: String, count: Int) -> Message {
    Message(
      de: "\(offer): \(count) gute \(count == 1 ? "Antwort beruht" : "Antworten beruhen") nur auf "
        + "einer Aussage des Vertriebs; vorführen lassen.",
      en: "\(offer): \(count) good \(count == 1 ? "answer rests" : "answers rest") on a sales "
        + "statement only; have \(count == 1 ? "it" : "them") demonstrated.")
  }

  private static func percent(_ share: Double, _ language: Language) -> String {
    NumberFormat(language: language, currency: "").percent(share)
  }
}
