/// Column headers of the CSV files, in both languages.
///
/// They stand apart from sentences since spreadsheets and scripts refer to them: a changed header
/// breaks somebody's formula.
public enum TableHeader: String, Sendable, CaseIterable {
  /// Path of a criterion.
  case path
  /// Name of a criterion, factor or profile.
  case criterion
  /// Steps from the whole.
  case level
  /// MoSCoW priority.
  case priority
  /// Condition that must be met.
  case knockout
  /// Share among siblings.
  case localWeight
  /// Share of the whole.
  case globalWeight
  /// What an offer answers.
  case answer
  /// Value from 0 to 1.
  case value
  /// Points added to the whole.
  case points
  /// How well an answer is proven, 0 to 5.
  case evidence
  /// File and line.
  case source
  /// Rank.
  case rank
  /// Identifier of an option.
  case offerID
  /// Name of an option.
  case offer
  /// Kind of option.
  case kind
  /// Where an option stands.
  case state
  /// Points with missing answers at worst.
  case pointsLow
  /// Points with missing answers at best.
  case pointsHigh
  /// Best rank possible.
  case bestRank
  /// Worst rank possible.
  case worstRank
  /// Rank that an excluded option would have had.
  case wouldRank
  /// What is left between printed parts and the printed sum.
  case roundingDifference
  /// Present value.
  case presentValue
  /// Present value, one of ten cases is lower.
  case presentValueLow
  /// Present value, one of ten cases is higher.
  case presentValueHigh
  /// The least that it can cost.
  case lowestPresentValue
  /// Sum without discounting.
  case nominalTotal
  /// 0 free to leave … 100 bound.
  case lockInScore
  /// Share of draws in which it is first.
  case firstShare
  /// Share of the weight without an answer.
  case unanswered
  /// The result in a word.
  case verdict
  /// Knock-outs that are not met.
  case exclusions
  /// Knock-outs that are not judged yet.
  case openKnockouts
  /// What a row is.
  case row
  /// Cost category.
  case category
  /// Cost line.
  case item
  /// Who receives the money.
  case payee
  /// Whether a line counts.
  case treatment
  /// Price in the offer's words.
  case statedPrice
  /// Payments at the very start.
  case atStart
  /// A contract year; its number follows.
  case year
  /// Sum.
  case total
  /// Month, contract year or calendar year.
  case grid
  /// Number of a month or year.
  case period
  /// First month of a period.
  case from
  /// Degree of a lock-in factor, 0 to 4.
  case degree
  /// A figure's name.
  case figure
  /// Unit of a figure.
  case unit
  /// Lower end of an interval.
  case lowerEnd
  /// Upper end of an interval.
  case upperEnd
  /// Who leads below an interval.
  case leaderBelow
  /// Who leads above an interval.
  case leaderAbove
  /// The kind of analysis.
  case analysis

  /// The header.
  public var text: LocalText {
    switch self {
    case .path: LocalText(de: "Pfad", en: "Path")
    case .criterion: LocalText(de: "Kriterium", en: "Criterion")
    case .level: LocalText(de: "Ebene", en: "Level")
    case .priority: LocalText(de: "Priorität", en: "Priority")
    case .knockout: LocalText(de: "Mindestanforderung", en: "Must be met")
    case .localWeight: LocalText(de: "Gewicht in der Gruppe", en: "Weight in its group")
    case .globalWeight: LocalText(de: "Gewicht am Ganzen", en: "Weight in the whole")
    case .answer: LocalText(de: "Antwort", en: "Answer")
    case .value: LocalText(de: "Wert", en: "Value")
    case .points: LocalText(de: "Punkte", en: "Points")
    case .evidence: LocalText(de: "Nachweis (0–5)", en: "Evidence (0–5)")
    case .source: LocalText(de: "Fundstelle", en: "Source")
    case .rank: LocalText(de: "Rang", en: "Rank")
    case .offerID: LocalText(de: "Kennung", en: "Identifier")
    case .offer: LocalText(de: "Angebot", en: "Offer")
    case .kind: LocalText(de: "Art", en: "Kind")
    case .state: LocalText(de: "Stand", en: "State")
    case .pointsLow: LocalText(de: "Punkte mindestens", en: "Points at least")
    case .pointsHigh: LocalText(de: "Punkte höchstens", en: "Points at most")
    case .bestRank: LocalText(de: "Bestmöglicher Rang", en: "Best possible rank")
    case .worstRank: LocalText(de: "Schlechtestmöglicher Rang", en: "Worst possible rank")
    case .wouldRank: LocalText(de: "Rang ohne Ausschluss", en: "Rank if not excluded")
    case .roundingDifference: Label.roundingDifference
    case .presentValue: LocalText(de: "Barwert", en: "Present value")
    case .presentValueLow:
      LocalText(
        de: "Barwert, in 1 von 10 Fällen darunter", en: "Present value, lower in 1 of 10 cases")
    case .presentValueHigh:
      LocalText(
        de: "Barwert, in 1 von 10 Fällen darüber", en: "Present value, higher in 1 of 10 cases")
    case .lowestPresentValue:
      LocalText(
        de: "Barwert ohne die fehlenden Preise", en: "Present value without the missing prices")
    case .nominalTotal: LocalText(de: "Summe nominal", en: "Nominal total")
    case .lockInScore: LocalText(de: "Bindung (0–100)", en: "Lock-in (0–100)")
    case .firstShare:
      LocalText(de: "Anteil erster Plätze", en: "Share of first places")
    case .unanswered:
      LocalText(de: "Gewicht ohne Antwort", en: "Weight without an answer")
    case .verdict: LocalText(de: "Ergebnis des Vergleichs", en: "Outcome of the comparison")
    case .exclusions: LocalText(de: "Ausschlussgründe", en: "Reasons for exclusion")
    case .openKnockouts:
      LocalText(de: "Offene Mindestanforderungen", en: "Conditions not judged yet")
    case .row: LocalText(de: "Zeile", en: "Row")
    case .category: LocalText(de: "Kostenart", en: "Cost category")
    case .item: LocalText(de: "Position", en: "Item")
    case .payee: LocalText(de: "Empfänger", en: "Paid to")
    case .treatment: LocalText(de: "Behandlung", en: "Treatment")
    case .statedPrice: LocalText(de: "Preis laut Angebot", en: "Price as stated")
    case .atStart: LocalText(de: "Zu Beginn", en: "At the start")
    case .year: LocalText(de: "Jahr", en: "Year")
    case .total: LocalText(de: "Summe", en: "Total")
    case .grid: LocalText(de: "Raster", en: "Grid")
    case .period: LocalText(de: "Zeitraum", en: "Period")
    case .from: LocalText(de: "Ab", en: "From")
    case .degree: LocalText(de: "Grad (0–4)", en: "Degree (0–4)")
    case .figure: LocalText(de: "Größe", en: "Figure")
    case .unit: LocalText(de: "Einheit", en: "Unit")
    case .lowerEnd: LocalText(de: "Von", en: "Lower end")
    case .upperEnd: LocalText(de: "Bis", en: "Upper end")
    case .leaderBelow: LocalText(de: "Darunter führt", en: "Leads below")
    case .leaderAbove: LocalText(de: "Darüber führt", en: "Leads above")
    case .analysis: LocalText(de: "Untersuchung", en: "Analysis")
    }
  }
}
