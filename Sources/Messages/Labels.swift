/// Words that reports print beside figures: heads of columns, names of sections, states.
///
/// Each is a ``LocalText``, so that a missing translation does not compile.
public enum Label {
  // MARK: First page
  /// Above the headline.
  public static let recommendation = LocalText(de: "Empfehlung", en: "Recommendation")
  /// Reasons for the leader; the number of reasons varies.
  public static let reasons = LocalText(de: "Was dafür spricht", en: "What speaks for it")
  /// The three reasons.
  public static let threeReasons = LocalText(de: "Drei Gründe", en: "Three reasons")
  /// What speaks against the leader.
  public static let drawback = LocalText(de: "Was dagegen spricht.", en: "What speaks against it.")
  /// What would change the recommendation.
  public static let changes = LocalText(
    de: "Was die Empfehlung ändern würde", en: "What would change this")
  /// What would decide, where nothing is recommended yet.
  public static let wouldDecide = LocalText(
    de: "Was den Ausschlag geben würde", en: "What would tip the balance")
  /// What excluded options would have to mend.
  public static let cures = LocalText(
    de: "Was nachzubessern wäre", en: "What would have to be mended")
  /// The ranking.
  public static let ranking = LocalText(de: "Rangfolge", en: "Ranking")
  /// Open questions.
  public static let openInOrder = LocalText(
    de: "Noch offen, in dieser Reihenfolge klären", en: "Still open, to be settled in this order")
  /// The next step.
  public static let nextStep = LocalText(de: "Nächster Schritt:", en: "Next step:")
  /// Findings that somebody should know.
  public static let worthKnowing = LocalText(de: "Außerdem wichtig", en: "Also worth knowing")
  /// Before the date of the evaluation.
  public static let asOf = LocalText(de: "Stand", en: "As of")
  /// Before the date of the decision.
  public static let decideBy = LocalText(de: "Entscheidung bis", en: "Decision by")
  /// On every page of a confidential report.
  public static let confidential = LocalText(de: "vertraulich", en: "confidential")
  /// Before the page number.
  public static let page = LocalText(de: "Seite", en: "Page")
  /// Between page number and number of pages.
  public static let pageOf = LocalText(de: "von", en: "of")
  /// Above the share of cases.
  public static let aheadIn = LocalText(de: "Vorn in", en: "Ahead in")
  /// Before a range of cost.
  public static let probably = LocalText(de: "wahrscheinlich", en: "probably")
  /// Beside the degree of lock-in.
  public static let lockInScale = LocalText(
    de: "0 ist frei zu gehen, 100 ganz gebunden", en: "0 is free to leave, 100 fully bound")
  /// Links from the first page to a section with more.
  public static let more = LocalText(de: "Alle ansehen", en: "See all")

  // MARK: Sections
  /// Criteria by option.
  public static let matrix = LocalText(de: "Vergleich im Einzelnen", en: "Comparison in detail")
  /// Cost.
  public static let costs = LocalText(de: "Kosten", en: "Cost")
  /// Lock-in.
  public static let lockIn = LocalText(de: "Bindung", en: "Lock-in")
  /// Sensitivity.
  public static let sensitivity = LocalText(
    de: "Wie sicher das Ergebnis ist", en: "How sure the result is")
  /// Exclusions.
  public static let exclusions = LocalText(de: "Ausgeschlossen", en: "Excluded")
  /// Options without rank.
  public static let notRanked = LocalText(de: "Ohne Rang", en: "Not ranked")
  /// Contract terms.
  public static let terms = LocalText(de: "Vertragliches", en: "Contract terms")
  /// Open questions.
  public static let questions = LocalText(de: "Offene Fragen", en: "Open questions")
  /// Findings.
  public static let findings = LocalText(de: "Hinweise", en: "Findings")
  /// How it was reckoned.
  public static let appendix = LocalText(de: "Wie gerechnet wurde", en: "How it was reckoned")
  /// Contents.
  public static let contents = LocalText(de: "Inhalt", en: "Contents")
  /// Parameters.
  public static let parameters = LocalText(de: "Festlegungen", en: "Settings")
  /// Meaning of the verdict.
  public static let verdictWords = LocalText(
    de: "Was die Urteile bedeuten", en: "What the verdicts mean")
  /// Exchange rates.
  public static let exchangeRates = LocalText(de: "Wechselkurse", en: "Exchange rates")
  /// Quantities.
  public static let quantities = LocalText(de: "Mengen", en: "Quantities")
  /// Input files.
  public static let inputs = LocalText(de: "Eingangsdateien", en: "Input files")
  /// Limits of the report.
  public static let limits = LocalText(de: "Grenzen", en: "Limits")
  /// Weights.
  public static let weights = LocalText(de: "Gewichte", en: "Weights")
  /// Weights of single questions.
  public static let questionWeights = LocalText(
    de: "Gewichte der einzelnen Fragen", en: "Weights of single questions")
  /// Answers that alone would let a rival draw level.
  public static let answersToTie = LocalText(
    de: "Welche Antwort allein zum Gleichstand führt", en: "Which answer alone makes a tie")
  /// How they are to be read.
  public static let answersToTieNote = LocalText(
    de: "Erfüllung einer Frage, von null bis hundert Prozent; alles andere bleibt, wie es ist.",
    en: "How well a question is met, from none to all; everything else stays as it is.")
  /// The rival that draws level.
  public static let drawsLevel = LocalText(de: "Zieht gleich", en: "Draws level")
  /// Whose answer.
  public static let answerOf = LocalText(de: "Antwort von", en: "Answer of")
  /// What it would have to be.
  public static let needed = LocalText(de: "nötig", en: "needed")
  /// How often an option is first where answers and costs vary beside the weights.
  public static let jointFirst = LocalText(
    de: "Erster, wenn alles Unsichere schwankt", en: "First, when all that is uncertain varies")
  /// How often each rank is reached.
  public static let rankShares = LocalText(
    de: "Wie oft welcher Rang", en: "How often each rank")
  /// Named weights.
  public static let profiles = LocalText(de: "Andere Gewichtungen", en: "Other weightings")
  /// Leaders along weights.
  public static let leadersAlong = LocalText(
    de: "Wer bei welchem Gewicht vorn liegt", en: "Who leads at which weight")
  /// Prices to lead.
  public static let pricesToLead = LocalText(
    de: "Preis, ab dem andere gleichziehen", en: "Price at which others draw level")
  /// Cost by category.
  public static let byCategory = LocalText(de: "Nach Kostenart", en: "By category")
  /// Cost by year.
  public static let byYear = LocalText(de: "Nach Vertragsjahr", en: "By contract year")
  /// Cost by calendar year.
  public static let byCalendarYear = LocalText(de: "Nach Kalenderjahr", en: "By calendar year")
  /// Whether a rate is before or after inflation.
  public static let rateTerms = LocalText(de: "Art des Zinssatzes", en: "Kind of rate")
  /// Cost by fiscal year.
  public static let byFiscalYear = LocalText(de: "Nach Geschäftsjahr", en: "By fiscal year")
  /// Cumulative cost.
  public static let cumulativeCost = LocalText(
    de: "Ab wann sich was rechnet", en: "What pays off from when on")
  /// The figures behind the picture of cumulative cost.
  public static let cumulativeTable = LocalText(
    de: "Aufgelaufene Kosten am Ende jedes Jahres", en: "Cumulative cost at the end of each year")
  /// The axis of money of that picture.
  public static let cumulativeAxis = LocalText(
    de: "aufgelaufene Kosten, abgezinst", en: "cumulative cost, discounted")
  /// The axis of time.
  public static let yearsSinceStart = LocalText(
    de: "Jahre seit Beginn", en: "years since the start")
  /// Cost by payee.
  public static let byPayee = LocalText(de: "Wer das Geld bekommt", en: "Who receives the money")
  /// Costs that no invoice shows.
  public static let indirectTotal = LocalText(
    de: "Davon ohne Rechnung (eigene Zeit, Ausfälle)",
    en: "Of which without invoice (own time, outages)")
  /// Costs paid only with a probability.
  public static let contingentTotal = LocalText(
    de: "Davon nur möglich, mit Erwartungswert", en: "Of which contingent, at expected value")
  /// Opportunity cost.
  public static let opportunityTotal = LocalText(
    de: "Entgangener Nutzen, nicht enthalten", en: "Opportunity cost, not included")
  /// Equal annual cost over an option's own life.
  public static let equalAnnualOverLife = LocalText(
    de: "Gleichmäßig je Jahr der eigenen Lebensdauer", en: "Evenly per year of its own life")
  /// What a build is expected to come to.
  public static let workExpected = LocalText(
    de: "Entwicklung, Erwartungswert", en: "Build, expected value")
  /// What a build does not exceed in eight of ten cases.
  public static let workP80 = LocalText(
    de: "Entwicklung, in acht von zehn Fällen höchstens",
    en: "Build, at most in eight of ten cases")
  /// Positions outside the total.
  public static let outsideTotal = LocalText(
    de: "Nicht in der Summe", en: "Not in the total")
  /// Cost lines of one option.
  public static let costLines = LocalText(de: "Alle Positionen", en: "All lines")
  /// Cost of leaving.
  public static let exitCost = LocalText(
    de: "Was der Ausstieg kostet", en: "What leaving costs")

  // MARK: Heads of columns
  /// An option.
  public static let option = LocalText(de: "Option", en: "Option")
  /// Points.
  public static let points = LocalText(de: "Punkte", en: "Points")
  /// Cost.
  public static let cost = LocalText(de: "Kosten", en: "Cost")
  /// Rank.
  public static let rank = LocalText(de: "Rang", en: "Rank")
  /// A criterion.
  public static let criterion = LocalText(de: "Kriterium", en: "Criterion")
  /// Weight.
  public static let weight = LocalText(de: "Gewicht", en: "Weight")
  /// Weight in the whole.
  public static let shareOfWhole = LocalText(de: "vom Ganzen", en: "of the whole")
  /// How options compare.
  public static let composition = LocalText(de: "Zusammensetzung", en: "Composition")
  /// Category of cost.
  public static let category = LocalText(de: "Kostenart", en: "Category")
  /// Sum.
  public static let sum = LocalText(de: "Summe", en: "Sum")
  /// Present value.
  public static let presentValue = LocalText(
    de: "Auf heute gerechnet", en: "In today’s money")
  /// Sum without discounting.
  public static let nominal = LocalText(de: "Summe der Zahlungen", en: "Sum of payments")
  /// Paid at the very start.
  public static let atStart = LocalText(de: "Zu Beginn", en: "At start")
  /// The same under a column of a picture.
  public static let start = LocalText(de: "Beginn", en: "Start")
  /// A year of the contract.
  public static let year = LocalText(de: "Jahr", en: "Year")
  /// Rounding difference.
  public static let roundingDifference = LocalText(
    de: "Rundungsdifferenz", en: "Rounding difference")
  /// A factor of lock-in.
  public static let factor = LocalText(de: "Was bindet", en: "What binds")
  /// Degree of lock-in as a whole.
  public static let lockInTotal = LocalText(
    de: "Bindung insgesamt (0 bis 100)", en: "Lock-in overall (0 to 100)")
  /// The file that says something.
  public static let source = LocalText(de: "Quelle", en: "Source")
  /// A line of cost.
  public static let position = LocalText(de: "Position", en: "Line")
  /// Price in the offer's words.
  public static let price = LocalText(de: "Preis im Angebot", en: "Price as offered")
  /// How a cost line is treated.
  public static let treatment = LocalText(de: "Behandlung", en: "Treatment")
  /// Stays ahead between two weights.
  public static let staysAhead = LocalText(de: "bleibt vorn", en: "stays ahead")
  /// Now.
  public static let now = LocalText(de: "heute", en: "now")
  /// Who leads below.
  public static let below = LocalText(de: "darunter", en: "below")
  /// Who leads above.
  public static let above = LocalText(de: "darüber", en: "above")
  /// From a weight on.
  public static let from = LocalText(de: "ab", en: "from")
  /// What is asked.
  public static let question = LocalText(de: "Frage", en: "Question")
  /// Effect of an answer.
  public static let effect = LocalText(de: "Wirkung", en: "Effect")
  /// Points between worst and best answer.
  public static let span = LocalText(de: "Spanne in Punkten", en: "Span in points")
  /// The condition.
  public static let condition = LocalText(de: "Bedingung", en: "Condition")
  /// Rank it would have had.
  public static let wouldBe = LocalText(de: "Sonst auf Rang", en: "Rank otherwise")
  /// File.
  public static let file = LocalText(de: "Datei", en: "File")
  /// Bytes.
  public static let bytes = LocalText(de: "Bytes", en: "Bytes")
  /// SHA-256.
  public static let checksum = LocalText(de: "Prüfsumme (SHA-256)", en: "Checksum (SHA-256)")
  /// Currency.
  public static let currency = LocalText(de: "Währung", en: "Currency")
  /// Rate.
  public static let rate = LocalText(de: "Kurs", en: "Rate")
  /// Day.
  public static let day = LocalText(de: "Tag", en: "Day")
  /// Clause.
  public static let clause = LocalText(de: "Klausel", en: "Clause")
  /// Wording.
  public static let wording = LocalText(de: "Wortlaut", en: "Wording")
  /// First-year cost.
  public static let firstYear = LocalText(de: "Im ersten Jahr", en: "In the first year")
  /// One-off payments.
  public static let investment = LocalText(de: "Einmalig", en: "One-off")
  /// Equal annual payment.
  public static let equalAnnual = LocalText(de: "Gleichmäßig je Jahr", en: "Evenly per year")
  /// Per user and month.
  public static let perUserAndMonth = LocalText(
    de: "Je Nutzer und Monat", en: "Per user and month")
  /// Range in eight of ten cases.
  public static let range = LocalText(
    de: "In acht von zehn Fällen", en: "In eight of ten cases")
  /// Optional positions.
  public static let optionalTotal = LocalText(
    de: "Wahlpositionen, nicht enthalten", en: "Optional, not included")
  /// Benefits.
  public static let benefitTotal = LocalText(
    de: "Nutzen, nicht abgezogen", en: "Benefits, not deducted")
  /// Rest of the categories.
  public static let rest = LocalText(de: "übrige", en: "others")
  /// The choice of the rival shown on a narrow screen.
  public static let compareWith = LocalText(de: "Vergleichen mit", en: "Compare with")
  /// What the old system's cost is made of.
  public static let untilGoLive = LocalText(
    de: "läuft, bis das neue startet", en: "runs until the new one starts")
  /// Unanswered.
  public static let unanswered = LocalText(de: "keine Antwort", en: "no answer")
  /// Not applicable.
  public static let notApplicable = LocalText(de: "entfällt", en: "not applicable")
  /// Evidence.
  public static let evidence = LocalText(de: "Beleg", en: "Evidence")
  /// Must.
  public static let must = LocalText(de: "Muss", en: "Must")
  /// At and below.
  public static let lowestTotal = LocalText(de: "mindestens", en: "at least")
  /// Yes.
  public static let possible = LocalText(
    de: "durch Preis allein möglich", en: "possible by price alone")
  /// No.
  public static let notPossible = LocalText(
    de: "durch Preis allein nicht möglich", en: "not possible by price alone")
  /// Needed saving.
  public static let neededCut = LocalText(de: "Nachlass nötig", en: "Cut needed")
  /// Per year.
  public static let perYear = LocalText(de: "je Jahr", en: "per year")
  /// Total.
  public static let total = LocalText(de: "gesamt", en: "in total")
  /// Sources of weights.
  public static let chance = LocalText(de: "Vorsprung hält in", en: "Lead holds in")
  /// Shift of weights.
  public static let jointShift = LocalText(
    de: "Gleichstand bei gemeinsamer Verschiebung um", en: "Level after a joint shift of")
  /// Never.
  public static let never = LocalText(de: "nie", en: "never")

  // MARK: Settings
  /// Month 1 of every cash flow.
  public static let costStart = LocalText(de: "Kosten ab", en: "Cost from")
  /// Years over which cost is counted.
  public static let horizon = LocalText(de: "Zeitraum", en: "Period")
  /// Discount rate.
  public static let discountRate = LocalText(de: "Zins im Jahr", en: "Discount rate a year")
  /// Range in which cost earns points.
  public static let costScale = LocalText(
    de: "Rahmen der Kosten (volle bis keine Punkte)", en: "Range of cost (full to no points)")
  /// Play of the weights.
  public static let weightPlay = LocalText(de: "Spiel der Gewichte", en: "Play of weights")
  /// Tie-breaker.
  public static let tieBreaker = LocalText(
    de: "Bei Gleichstand vorab vereinbart", en: "Agreed beforehand for a tie")
  /// Draws.
  public static let draws = LocalText(de: "Ziehungen", en: "Draws")
  /// Seed and generator.
  public static let seed = LocalText(de: "Startwert, Zufallsfolge", en: "Seed, generator")
  /// Catalogue.
  public static let catalogue = LocalText(de: "Kriterienkatalog", en: "Criteria catalogue")
  /// Owner.
  public static let owner = LocalText(de: "Entscheidet", en: "Decided by")
  /// Review.
  public static let reviewOn = LocalText(de: "Wieder ansehen am", en: "Look again on")
  /// Range of a quantity.
  public static let thoughtPossible = LocalText(
    de: "Für möglich gehalten (Jahr eins)", en: "Thought possible (year one)")
}
