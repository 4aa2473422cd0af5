/// Words that name the rows of the CSV files, in both languages.
public enum TableWord: String, Sendable, CaseIterable {
  /// The whole tree.
  case whole
  /// A question without an answer.
  case noAnswer
  /// An answer that says "not applicable".
  case notApplicable
  /// A cost line that counts.
  case line
  /// A cost line that is not in the total.
  case lineApart
  /// A cost category.
  case category
  /// A cost line that simply counts.
  case counted
  /// A sum.
  case total
  /// What is left between printed parts and the printed sum.
  case roundingDifference
  /// The total with missing prices at nothing.
  case withoutMissingPrices
  /// One-off payments.
  case investment
  /// Payments up to the end of the first contract year.
  case firstYear
  /// Optional positions.
  case optionalPositions
  /// Benefits.
  case benefits
  /// The same payment every year.
  case equalAnnual
  /// Total by user and month.
  case perUserAndMonth
  /// What is paid at the very start.
  case start
  /// A month.
  case month
  /// A contract year.
  case contractYear
  /// A calendar year.
  case calendarYear
  /// A fiscal year, named by the calendar year in which it begins.
  case fiscalYear
  /// Opportunity cost.
  case opportunity
  /// Costs paid only with a probability.
  case contingent
  /// Costs that no invoice shows.
  case indirect
  /// A lock-in factor.
  case factor
  /// The lock-in score.
  case score
  /// The lock-in score with missing answers at their freest.
  case scoreLow
  /// The lock-in score with missing answers at their most binding.
  case scoreHigh
  /// Cost of leaving at the end of a year.
  case exitCost
  /// The same discounted.
  case exitCostPresentValue
  /// What one weight would have to become.
  case oneWeight
  /// Interval in which the leader stays, as a weight in its group.
  case leaderStaysLocal
  /// Interval in which the leader stays, as a weight in the whole.
  case leaderStaysGlobal
  /// Interval in which the whole ranking stays.
  case rankingStays
  /// All weights together.
  case allWeights
  /// Relative shift of all weights.
  case jointShift
  /// Chance that the leader is ahead.
  case chanceAhead
  /// Weight at which a rival draws level.
  case breakingWeight
  /// No shift of weights changes the leader.
  case unlimited
  /// How often each rank is reached.
  case rankShares
  /// How often each rank is reached where answers and costs vary beside the weights.
  case jointRankShares
  /// Share of draws.
  case shareOfDraws
  /// Expected rank.
  case expectedRank
  /// Standard error.
  case standardError
  /// What a rival would have to charge.
  case priceToLead
  /// The answer that alone draws level.
  case answerToTie
  /// Value of an answer as it counts.
  case valueNow
  /// Value of an answer at which two options are level.
  case valueToTie
  /// Cut of the present value.
  case presentValueCut
  /// Cut as a share of the vendor's prices.
  case shareOfPrices
  /// Cut a year.
  case cutPerYear
  /// Cut in total.
  case cutTotal
  /// Whether prices alone can do it.
  case possibleByPrice
  /// Other weights.
  case profile
  /// A named "what if".
  case scenario
  /// Two things varied against each other.
  case twoWay
  /// A scale drawn differently.
  case scale
  /// How many changes were tried.
  case trials
  /// What knowing one thing is worth.
  case information
  /// What knowing everything is worth.
  case everything
  /// Gain of the choice on average.
  case worth
  /// Uncertain values that change nothing.
  case worthless
  /// Points between the first two.
  case leadInPoints
  /// Points.
  case points
  /// A rank.
  case rank
  /// Unit: share from 0 to 1.
  case share
  /// Yes.
  case yes
  /// No.
  case no

  /// The word.
  public var text: LocalText {
    switch self {
    case .whole: LocalText(de: "Gesamt", en: "Whole")
    case .noAnswer: Label.unanswered
    case .notApplicable: Label.notApplicable
    case .line: LocalText(de: "Position", en: "Item")
    case .lineApart: LocalText(de: "Position außerhalb der Summe", en: "Item outside the total")
    case .category: LocalText(de: "Kostenart", en: "Category")
    case .counted: LocalText(de: "zählt", en: "counts")
    case .total: LocalText(de: "Summe", en: "Total")
    case .roundingDifference: Label.roundingDifference
    case .withoutMissingPrices:
      LocalText(de: "Summe ohne die fehlenden Preise", en: "Total without the missing prices")
    case .investment: Label.investment
    case .firstYear: Label.firstYear
    case .optionalPositions: Label.optionalTotal
    case .benefits: Label.benefitTotal
    case .equalAnnual: Label.equalAnnual
    case .perUserAndMonth: Label.perUserAndMonth
    case .start: LocalText(de: "Beginn", en: "Start")
    case .month: LocalText(de: "Monat", en: "Month")
    case .contractYear: LocalText(de: "Vertragsjahr", en: "Contract year")
    case .calendarYear: LocalText(de: "Kalenderjahr", en: "Calendar year")
    case .fiscalYear: LocalText(de: "Geschäftsjahr", en: "Fiscal year")
    case .opportunity: Label.opportunityTotal
    case .contingent: Label.contingentTotal
    case .indirect: Label.indirectTotal
    case .factor: LocalText(de: "Faktor", en: "Factor")
    case .score: LocalText(de: "Bindung (0–100)", en: "Lock-in (0–100)")
    case .scoreLow: LocalText(de: "Bindung mindestens", en: "Lock-in at least")
    case .scoreHigh: LocalText(de: "Bindung höchstens", en: "Lock-in at most")
    case .exitCost: LocalText(de: "Ausstiegskosten am Jahresende", en: "Exit cost at year end")
    case .exitCostPresentValue:
      LocalText(de: "Ausstiegskosten, Barwert", en: "Exit cost, present value")
    case .oneWeight: LocalText(de: "Einzelnes Gewicht", en: "One weight")
    case .leaderStaysLocal:
      LocalText(de: "Gewicht in der Gruppe: Erster bleibt", en: "Weight in its group: leader stays")
    case .leaderStaysGlobal:
      LocalText(de: "Gewicht am Ganzen: Erster bleibt", en: "Weight in the whole: leader stays")
    case .rankingStays:
      LocalText(
        de: "Gewicht in der Gruppe: Reihenfolge bleibt",
        en: "Weight in its group: ranking stays")
    case .allWeights: LocalText(de: "Alle Gewichte gemeinsam", en: "All weights together")
    case .jointShift:
      LocalText(
        de: "Verschiebung, bei der ein anderes Angebot aufschließt",
        en: "Shift at which another offer draws level")
    case .chanceAhead:
      LocalText(
        de: "Anteil, in dem der Erste vorn bleibt", en: "Share in which the leader is ahead")
    case .breakingWeight:
      LocalText(
        de: "Gewicht in der Gruppe: aufgeschlossen bei",
        en: "Weight in its group: level at")
    case .unlimited: LocalText(de: "keine ändert den Ersten", en: "none changes the leader")
    case .rankShares: LocalText(de: "Häufigkeit der Ränge", en: "How often each rank")
    case .jointRankShares:
      LocalText(
        de: "Häufigkeit der Ränge, auch Antworten und Kosten schwanken",
        en: "How often each rank, answers and costs varied too")
    case .shareOfDraws: LocalText(de: "Anteil der Ziehungen", en: "Share of draws")
    case .expectedRank: LocalText(de: "Mittlerer Rang", en: "Expected rank")
    case .standardError: LocalText(de: "Standardfehler", en: "Standard error")
    case .priceToLead: LocalText(de: "Preis für den ersten Platz", en: "Price to lead")
    case .answerToTie:
      LocalText(de: "Antwort, die allein gleichzieht", en: "Answer that alone draws level")
    case .valueNow: LocalText(de: "Wert heute", en: "Value now")
    case .valueToTie: LocalText(de: "Wert bei Gleichstand", en: "Value when level")
    case .presentValueCut: LocalText(de: "Nachlass, Barwert", en: "Cut, present value")
    case .shareOfPrices: LocalText(de: "Nachlass auf die Preise", en: "Cut as a share of prices")
    case .cutPerYear: LocalText(de: "Nachlass im Jahr", en: "Cut a year")
    case .cutTotal: LocalText(de: "Nachlass insgesamt", en: "Cut in total")
    case .possibleByPrice: LocalText(de: "Allein über den Preis möglich", en: "Possible by price")
    case .profile: LocalText(de: "Andere Gewichtung", en: "Other weights")
    case .scenario: LocalText(de: "Andere Annahme", en: "Other assumption")
    case .twoWay: LocalText(de: "Zwei Annahmen", en: "Two assumptions")
    case .scale: LocalText(de: "Anderer Maßstab", en: "Other scale")
    case .trials: LocalText(de: "Versuche", en: "Trials")
    case .information: LocalText(de: "Wert des Nachfragens", en: "Worth of asking")
    case .everything: LocalText(de: "Wert vollen Wissens", en: "Worth of knowing everything")
    case .worth: LocalText(de: "Gewinn im Mittel", en: "Gain on average")
    case .worthless:
      LocalText(de: "Angaben ohne Einfluss auf die Wahl", en: "Statements that change no choice")
    case .leadInPoints: LocalText(de: "Vorsprung des Ersten", en: "Lead of the first")
    case .points: TableHeader.points.text
    case .rank: TableHeader.rank.text
    case .share: LocalText(de: "Anteil", en: "share")
    case .yes: LocalText(de: "ja", en: "yes")
    case .no: LocalText(de: "nein", en: "no")
    }
  }
}
