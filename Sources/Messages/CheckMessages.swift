public import Measures

/// What looks wrong or missing about an option's costs. None of it stops an evaluation.
extension Message {
  /// Kinds of cost that every such option has and this one does not name.
  public static func checkCategoriesMissing(offer: String, missing: [LocalText]) -> Message {
    Message(
      de: "„\(offer)“ nennt keine Kosten für \(missing.map(\.de).listPlainDe); nachfragen, und sie "
        + "wenn nötig mit 0 eintragen",
      en: "“\(offer)” names no cost of \(missing.map(\.en).listPlainEn); ask, and enter 0 if there "
        + "really is none")
  }

  /// One-off cost per seat outside what is usual.
  public static func checkCostPerSeat(offer: String, amount: Double) -> Message {
    let figure = Int(amount.rounded())
    return Message(
      de: "„\(offer)“ kostet einmalig \(figure) € je Arbeitsplatz; üblich sind etwa 4.400 bis "
        + "15.000 €: "
        + "prüfen, ob etwas fehlt oder doppelt zählt",
      en: "“\(offer)” costs \(figure) € per seat once; about 4,400 to 15,000 € is usual: check "
        + "whether "
        + "something is missing or counted twice")
  }

  /// A line whose units are all included.
  public static func checkAllIncluded(line: String) -> Message {
    Message(
      de: "„\(line)“ kostet nie etwas: Alle Einheiten sind inklusive. Ohne Mehrmengenpreis ist der "
        + "Betrag der Preis jeder weiteren Einheit; ist er eine Gebühr, einen Mehrmengenpreis "
        + "(oder 0) eintragen",
      en: "“\(line)” never costs anything: all units are included. Without a price of overage the "
        + "amount is the price of each further unit; if it is a fee, enter a price of overage "
        + "(or 0)"
    )
  }

  /// A price of further units without any that are included.
  public static func checkOverageOfEverything(line: String) -> Message {
    Message(
      de: "„\(line)“ hat einen Mehrmengenpreis, aber keine Inklusivmenge, sodass jede Einheit als "
        + "Mehrmenge zählt; die Inklusivmenge eintragen",
      en: "“\(line)” has a price of overage but no included quantity, so that every unit counts as "
        + "overage; enter the included quantity")
  }

  /// A one-off cost of a kind that is usually paid again and again.
  public static func checkPaidOnce(line: String) -> Message {
    Message(
      de:
        "„\(line)“ zählt einmal, obwohl solche Kosten sonst laufend anfallen; den Turnus "
        + "eintragen, wenn das nicht stimmt",
      en:
        "“\(line)” counts once, though such costs usually recur; enter how often it is paid "
        + "if that is not so")
  }

  /// A share of a category without lines.
  public static func checkShareOfNothing(line: String, of category: LocalText) -> Message {
    Message(
      de:
        "„\(line)“ ist ein Anteil an \(category.de), aber davon gibt es keine Position, die nicht "
        + "selbst ein Anteil ist: Sie kostet nichts",
      en:
        "“\(line)” is a share of \(category.en), but of that there is no line that is not a share "
        + "itself: it costs nothing")
  }

  /// A one-off payment for the old system, which no option bears.
  public static func checkOldSystemOnce(line: String) -> Message {
    Message(
      de: "„\(line)“ wird für das alte System einmal gezahlt und zählt bei keiner Option; fällt es "
        + "trotz Wechsel an, gehört es zu jeder",
      en:
        "“\(line)” is paid once for the old system and counts for no option; if it falls due "
        + "in spite of the change, it belongs to each")
  }

  /// Totals that all lie beyond one end of the cost scale, or the other.
  public static func checkNoCostOnScale(best: Amount, worst: Amount) -> Message {
    Message(
      de: "keine Option kostet zwischen \(best) (best) und \(worst) (worst); die Skala nach dem "
        + "richten, was tragbar ist, ohne auf die Angebote zu sehen",
      en: "no option costs between \(best) (best) and \(worst) (worst); set the scale by what is "
        + "bearable, without looking at the offers")
  }

  /// Something free that ends.
  public static func checkFreeUntil(
    line: String, date: CalendarDate, hasPriceAfter: Bool
  ) -> Message {
    hasPriceAfter
      ? Message(
        de: "„\(line)“ ist bis \(date.iso) kostenlos und kostet danach den Listenpreis; Ausstieg "
          + "oder Preis jetzt vereinbaren",
        en: "“\(line)” is free until \(date.iso) and costs the list price afterwards; agree on the "
          + "price or a way out now")
      : Message(
        de: "„\(line)“ ist bis \(date.iso) kostenlos, und was danach gilt, steht nirgends; den "
          + "Preis "
          + "danach erfragen",
        en: "“\(line)” is free until \(date.iso), and nothing says what holds afterwards; ask for "
          + "the "
          + "price after that")
  }

  /// An index whose last value is used for later payments.
  public static func checkIndexHeld(_ name: String) -> Message {
    Message(
      de: "der Index „\(name)“ endet vor dem Zeitraum und bleibt dann stehen; „growth“ oder "
        + "weitere "
        + "Werte angeben",
      en: "the index “\(name)” ends before the horizon does and then stands still; add “growth” or "
        + "further values")
  }

  /// Maintenance of own software outside what is usual.
  public static func checkMaintenanceOfBuild(offer: String, share: Double) -> Message {
    Message(
      de: "„\(offer)“: die Pflege macht \(percent(share, .german)) des Entwicklungsaufwands im "
        + "Jahr "
        + "aus, üblich sind 15 bis 30 %; prüfen",
      en: "“\(offer)”: maintenance is \(percent(share, .english)) of the build a year, usual are "
        + "15 "
        + "to 30%; check it")
  }

  /// Maintenance of licences outside what is usual.
  public static func checkMaintenanceOfLicences(offer: String, share: Double) -> Message {
    Message(
      de: "„\(offer)“: die Wartung macht \(percent(share, .german)) der Lizenzen im Jahr aus, "
        + "üblich "
        + "sind 18 bis 22 %; prüfen",
      en: "“\(offer)”: maintenance is \(percent(share, .english)) of the licences a year, usual "
        + "are "
        + "18 to 22%; check it")
  }

  /// Keeping things or doing without, said to cost nothing.
  public static func checkNeverFree(offer: String, missing: [LocalText]) -> Message {
    Message(
      de: "„\(offer)“ ist nicht umsonst: Kosten für \(missing.map(\.de).listPlainDe) fehlen; "
        + "eigene "
        + "Stunden, Pflege, Ausfälle und aufgeschobene Vorhaben eintragen",
      en: "“\(offer)” is not free: cost of \(missing.map(\.en).listPlainEn) is missing; enter own "
        + "hours, upkeep, outages and what has to wait")
  }

  /// Little own work beside much work by the vendor.
  public static func checkOwnWorkLow(offer: String, share: Double) -> Message {
    Message(
      de: "„\(offer)“ rechnet mit eigenem Aufwand von nur \(percent(share, .german)) der "
        + "Dienstleistungen; nach Erfahrung braucht es etwa zwei eigene Tage je fremdem Tag: "
        + "prüfen",
      en: "“\(offer)” reckons with own work of only \(percent(share, .english)) of the services; "
        + "experience says about two own days for each of the vendor's: check it")
  }

  /// Prices of which nothing is known once the term has ended.
  public static func checkPriceAfterTerm(line: String, months: Int) -> Message {
    Message(
      de: "was „\(line)“ nach \(months) Monaten Laufzeit kostet, steht nirgends; Steigerung und "
        + "Obergrenze erfragen",
      en: "nothing says what “\(line)” costs after its term of \(months) months; ask for "
        + "escalation "
        + "and cap")
  }

  /// An offer whose running prices are those of today only.
  public static func checkPriceOnlyNow(offer: String, lines: [String]) -> Message {
    Message(
      de: "„\(offer)“ nennt für laufende Kosten (\(lines.listPlainDe)) nur den Preis des ersten "
        + "Jahres; Steigerung, Obergrenze oder Preisgarantie erfragen",
      en: "“\(offer)” states only the first year's price of what runs on (\(lines.listPlainEn)); "
        + "ask "
        + "for escalation, cap or price protection")
  }

  /// A contract that renews itself at any price.
  public static func checkRenewalWithoutCap(line: String) -> Message {
    Message(
      de: "„\(line)“ verlängert sich von selbst, ohne dass eine Obergrenze den Preis hält; „cap“ "
        + "vereinbaren oder die Verlängerung streichen",
      en: "“\(line)” renews itself while no cap holds its price; agree on a cap, or strike the "
        + "renewal")
  }

  /// A rise beyond what has been usual.
  public static func checkRiseUnusual(line: String) -> Message {
    Message(
      de: "der Preis von „\(line)“ steigt um mehr als 9 % im Jahr; üblich waren 3 bis 9 %: prüfen",
      en: "the price of “\(line)” rises by more than 9% a year; 3 to 9% has been usual: check it")
  }

  /// Services out of proportion to licences.
  public static func checkServicesToLicences(offer: String, ratio: Double) -> Message {
    Message(
      de: "„\(offer)“: die Dienstleistungen sind \(percent(ratio, .german)) der Lizenzen, üblich "
        + "ist "
        + "etwa gleich viel; prüfen, ob etwas fehlt",
      en: "“\(offer)”: services are \(percent(ratio, .english)) of the licences, usual is about as "
        + "much; check whether something is missing")
  }

  /// A bound of tiers that the forecast may cross.
  public static func checkTierEdge(
    line: String, bound: Amount, forecast: Amount, isCheaperBeyond: Bool
  ) -> Message {
    isCheaperBeyond
      ? Message(
        de: "„\(line)“: jenseits von \(bound) kostet mehr Menge insgesamt weniger, und die "
          + "Prognose "
          + "kommt bis \(forecast); die höhere Stufe gleich vereinbaren",
        en: "“\(line)”: beyond \(bound) more units cost less in all, and the forecast comes to "
          + "\(forecast); agree on the higher tier at once")
      : Message(
        de: "„\(line)“: die Staffelgrenze \(bound) liegt in Reichweite der Prognose (\(forecast)); "
          + "den Preis beiderseits der Grenze verhandeln",
        en: "“\(line)”: the tier's bound \(bound) is within reach of the forecast (\(forecast)); "
          + "negotiate the price on both sides of it")
  }

  private static func percent(_ share: Double, _ language: Language) -> String {
    NumberFormat(language: language, currency: "").percent(share)
  }
}

extension [String] {
  /// "a, b und c".
  var listPlainDe: String { plainList(" und ") }
  /// "a, b and c".
  var listPlainEn: String { plainList(" and ") }

  private func plainList(_ word: String) -> String {
    guard let last else { return "" }
    return count == 1 ? last : dropLast().joined(separator: ", ") + word + last
  }
}
