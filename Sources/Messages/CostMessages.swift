public import Measures

/// What can be wrong with cost lines once they are put on the calendar, and with quantities.
extension Message {
  /// A cost line below zero.
  public static func costBelowZero(line: String) -> Message {
    Message(
      de: "„\(line)“ hat einen negativen Betrag; ist es ein Nachlass, eine Gutschrift oder ein "
        + "Nutzen, dann als Art eintragen, sonst das Vorzeichen berichtigen",
      en: "“\(line)” has a negative amount; if it is a discount, a credit or a benefit, say so as "
        + "its kind, otherwise correct the sign")
  }

  /// A discount share outside 0 to 1.
  public static func costDiscountShare(line: String, share: Amount) -> Message {
    Message(
      de: "der Rabatt von „\(line)“ ist \(share) und damit nicht zwischen 0 und 100 %; "
        + "als Prozentsatz angeben",
      en: "the discount of “\(line)” is \(share), not between 0 and 100 %; give it as a percentage")
  }

  /// A line that ends before it starts.
  public static func costEndsBeforeStart(line: String) -> Message {
    Message(
      de: "„\(line)“ endet vor dem eigenen Beginn; Beginn und Ende prüfen",
      en: "“\(line)” ends before it starts; check start and end")
  }

  /// A rise of −100 % or less, or a price that falls below zero.
  public static func costEscalation(line: String) -> Message {
    Message(
      de: "die Preissteigerung von „\(line)“ führt zu Preisen unter null; Prozentsatz prüfen",
      en: "the escalation of “\(line)” leads to prices below zero; check the percentage")
  }

  /// A floor of rises above their cap.
  public static func costFloorAboveCap(line: String) -> Message {
    Message(
      de: "die Untergrenze der Preissteigerung von „\(line)“ liegt über der Obergrenze; beide "
        + "prüfen",
      en: "the floor of the escalation of “\(line)” is above its cap; check both")
  }

  /// A recurring exit line without dates.
  public static func costExitWithoutDates(line: String) -> Message {
    Message(
      de: "„\(line)“ ist eine wiederkehrende Ausstiegszahlung ohne Beginn und Ende; beide angeben "
        + "oder den Betrag als einmalige Zahlung eintragen",
      en: "“\(line)” is a recurring exit payment without start and end; give both, or enter the "
        + "amount as a single payment")
  }

  /// Nobody knows when the old system ends.
  public static func costGoLiveMissing(offer: String) -> Message {
    Message(
      de: "„\(offer)“ hat keinen Termin der Inbetriebnahme; ohne ihn läuft das alte System in der "
        + "Rechnung nicht weiter: go_live ergänzen",
      en: "“\(offer)” has no date of going live; without it the old system does not run on in the "
        + "figures: add go_live")
  }

  /// Payments after the horizon.
  public static func costBeyondHorizon(line: String) -> Message {
    Message(
      de: "Zahlungen von „\(line)“ liegen ganz oder teilweise hinter dem Betrachtungszeitraum und "
        + "zählen dort nicht; Termin prüfen oder den Zeitraum verlängern",
      en: "payments of “\(line)” lie wholly or partly after the period considered and do not count "
        + "there; check the date or extend the horizon")
  }

  /// A count, minimum or price base that makes no sense.
  public static func costNumberOfUnits(line: String) -> Message {
    Message(
      de: "Menge, Mindestmenge oder Preisbasis von „\(line)“ ist nicht größer als null; "
        + "die Angabe berichtigen",
      en: "count, minimum quantity or price base of “\(line)” is not above zero; correct it")
  }

  /// Figures too large to be reckoned exactly.
  public static func costOverflow(line: String) -> Message {
    Message(
      de: "„\(line)“ führt zu Beträgen jenseits von 10^26; Betrag, Menge und Steigerung prüfen",
      en: "“\(line)” leads to amounts beyond 10^26; check amount, quantity and escalation")
  }

  /// A payment before the plan starts.
  public static func costPaidBeforeStart(line: String, start: String) -> Message {
    Message(
      de: "„\(line)“ wird vor dem Beginn der Rechnung (\(start)) bezahlt; ist das Geld schon "
        + "ausgegeben, die Zeile streichen, sonst den Termin berichtigen",
      en: "“\(line)” is paid before the plan starts (\(start)); if the money is already spent, "
        + "leave the line out, otherwise correct the date")
  }

  /// A quantity that may grow beyond the last price band.
  public static func costRangeAboveTiers(line: String) -> Message {
    Message(
      de: "die Menge kann über die letzte Staffel von „\(line)“ hinauswachsen; dort gilt deren "
        + "Preis "
        + "weiter: eine offene Staffel (*) erfragen",
      en: "the quantity may grow beyond the last tier of “\(line)”, whose price is then used; "
        + "ask for "
        + "an open tier (*)")
  }

  /// low, likely and high out of order.
  public static func costRangeNotOrdered(line: String) -> Message {
    Message(
      de: "bei „\(line)“ gilt nicht niedrig ≤ wahrscheinlich ≤ hoch; die drei Beträge ordnen",
      en: "for “\(line)” low ≤ likely ≤ high does not hold; put the three amounts in order")
  }

  /// Several alternatives of a group marked as chosen.
  public static func costSeveralChosen(group: String) -> Message {
    Message(
      de: "von den Alternativen „\(group)“ sind mehrere als gewählt markiert; die erste zählt, "
        + "bitte nur eine markieren",
      en: "several of the alternatives “\(group)” are marked as chosen; the first counts, please "
        + "mark only one")
  }

  /// A quantity beyond the last price band.
  public static func costAboveTiers(line: String, quantity: Amount) -> Message {
    Message(
      de: "die Menge \(quantity) liegt über der letzten Staffel von „\(line)“; eine offene Staffel "
        + "(*) ergänzen",
      en: "the quantity \(quantity) lies above the last tier of “\(line)”; add an open tier (*)")
  }

  /// Tiers that do not rise.
  public static func costTiersNotRising(line: String) -> Message {
    Message(
      de: "die Staffeln von „\(line)“ steigen nicht an; Grenzen aufsteigend angeben, die offene "
        + "zuletzt",
      en: "the tiers of “\(line)” do not rise; give the bounds in rising order, the open one last")
  }

  /// A last period paid in arrears that does not end in time.
  public static func costUnfinishedPeriod(line: String) -> Message {
    Message(
      de: "der letzte Zeitraum von „\(line)“ wird nachträglich bezahlt und endet nicht "
        + "rechtzeitig; er zählt nicht",
      en: "the last period of “\(line)” is paid in arrears and does not end in time; it does not "
        + "count")
  }

  /// A quantity that a price multiplies with, but that the decision does not have.
  public static func costUnknownQuantity(line: String, quantity: String) -> Message {
    Message(
      de: "„\(line)“ rechnet je „\(quantity)“, doch diese Menge kennt die Entscheidung nicht; "
        + "unter quantities ergänzen",
      en: "“\(line)” is priced per “\(quantity)”, but the decision has no such quantity; add it "
        + "under quantities")
  }

  /// A reduction without a price.
  public static func costReductionWithoutPrice(line: String) -> Message {
    Message(
      de: "„\(line)“ mindert die Kosten, hat aber keinen Betrag und zählt nichts; Betrag erfragen",
      en: "“\(line)” reduces the cost but has no amount and counts nothing; ask for the amount")
  }

  /// The period or the rate of the plan cannot be used.
  public static func planUnusable() -> Message {
    Message(
      de: "Zeitraum oder Zinssatz sind nicht brauchbar; 1 bis 50 Jahre und einen üblichen Zinssatz "
        + "angeben",
      en: "horizon or discount rate cannot be used; give 1 to 50 years and an ordinary rate")
  }

  /// A quantity whose course cannot be followed.
  public static func quantityUnusable(_ name: String) -> Message {
    Message(
      de: "die Menge „\(name)“ lässt sich nicht fortschreiben; Werte ab 0, Wachstum über −100 % "
        + "und "
        + "niedrig ≤ Anfang ≤ hoch angeben",
      en: "the quantity “\(name)” cannot be carried forward; give values of 0 or more, growth "
        + "above "
        + "−100 % and low ≤ start ≤ high")
  }

  /// Explicit weight ranges that leave no weights.
  public static func weightRangesClash(_ names: [String]) -> Message {
    let list = names.joined(separator: ", ")
    return Message(
      de: "die Spannen der Gewichte von \(list) lassen keine Gewichte zu, die zusammen 1 ergeben; "
        + "mindestens eine Spanne weiten",
      en: "the ranges of the weights of \(list) leave no weights that sum to 1; widen at least one")
  }

  /// The tree of criteria cannot be weighted.
  public static func criteriaUnusable() -> Message {
    Message(
      de: "die Kriterien ergeben keinen gewichteten Baum; unter goals mindestens ein Ziel mit "
        + "Gewicht angeben",
      en: "the criteria do not form a weighted tree; give at least one goal with a weight under "
        + "goals")
  }
}
