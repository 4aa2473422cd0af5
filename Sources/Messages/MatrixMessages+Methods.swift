/// Why a method of plain multi-criteria analysis can't analyse a case.
extension Message {
  /// No criterion counts.
  public static func matrixAllWeightsZero() -> Message {
    Message(
      de: "alle Gewichte sind 0; mindestens einem Kriterium ein Gewicht geben",
      en: "all weights are 0; give at least one criterion a weight")
  }

  /// One judgement, stated twice.
  public static func matrixBestWorstContradiction() -> Message {
    Message(
      de: "bestes gegen schlechtestes Kriterium ist in beiden Listen verschieden beurteilt; "
        + "angleichen",
      en: "best against worst is judged differently in the two lists; make them agree")
  }

  /// Lists of different lengths.
  public static func matrixBestWorstCounts(best: Int, worst: Int) -> Message {
    Message(
      de: "\(best) Vergleiche mit dem besten, \(worst) mit dem schlechtesten Kriterium; für jedes "
        + "Kriterium je einen angeben",
      en: "\(best) comparisons with the best and \(worst) with the worst criterion; give one of "
        + "each for every criterion")
  }

  /// A judgement out of range.
  public static func matrixBestWorstRatio(criterion: Int, value: String) -> Message {
    Message(
      de: "ein Urteil zu Kriterium \(criterion) ist \(value), muss aber von 1 bis 1e6 reichen; "
        + "berichtigen",
      en: "a judgement of criterion \(criterion) is \(value) but must be from 1 to 1e6; correct it")
  }

  /// No criterion is the best, or the worst.
  public static func matrixBestWorstUnclear() -> Message {
    Message(
      de: "kein Kriterium ist eindeutig das beste oder schlechteste; mit sich selbst verglichen 1 "
        + "angeben",
      en: "no criterion is clearly the best or the worst; give 1 for each compared with itself")
  }

  /// A three-point estimate out of order.
  public static func matrixEstimateOrder() -> Message {
    Message(
      de: "die Schätzung ist nicht geordnet; min ≤ mode ≤ max angeben",
      en: "the estimate is not in order; give min ≤ mode ≤ max")
  }

  /// A cell whose bounds are out of order.
  public static func matrixIntervalOrder() -> Message {
    Message(
      de: "das Intervall ist nicht geordnet; low ≤ likely ≤ high schreiben",
      en: "the interval is not in order; write low ≤ likely ≤ high")
  }

  /// A result beyond the range of numbers.
  public static func matrixMagnitudesDiffer() -> Message {
    Message(
      de: "die Größenordnungen liegen zu weit auseinander, ein Ergebnis ist keine Zahl mehr; "
        + "Einheiten wechseln",
      en: "magnitudes differ too much, a result is no longer a number; change units")
  }

  /// An award formula on another table.
  public static func matrixNeedsPointsAndPrice() -> Message {
    Message(
      de: "das Verfahren braucht zwei Kriterien, Leistungspunkte (max) und Preis (min); Tabelle "
        + "anpassen",
      en: "the method needs two criteria, points (max) and price (min); adapt the table")
  }

  /// A table that says nothing about directions.
  public static func matrixNoDirections() -> Message {
    Message(
      de: "keine Richtung angegeben; bei allen Kriterien gilt mehr als besser",
      en: "no direction is stated; more counts as better for all criteria")
  }

  /// A linear program without a solution.
  public static func matrixNoSolution() -> Message {
    Message(
      de: "die zugehörige lineare Aufgabe hat keine Lösung; Angaben auf Widersprüche prüfen",
      en: "the linear problem behind it has no solution; check the statements for contradictions")
  }

  /// Data that give no weights.
  public static func matrixNoWeights() -> Message {
    Message(
      de: "aus diesen Werten folgt kein Gewicht über 0; Gewichte selbst festlegen",
      en: "these values give no weight above 0; state the weights yourself")
  }

  /// Another number of judgements.
  public static func matrixPairwiseCount(expected: Int, found: Int) -> Message {
    Message(
      de: "\(found) Urteile statt \(expected); für jedes Paar eines angeben",
      en: "\(found) judgements instead of \(expected); give one for each pair")
  }

  /// No judgements.
  public static func matrixPairwiseEmpty() -> Message {
    Message(
      de: "es wird nichts verglichen; Urteile angeben",
      en: "nothing is compared; give judgements")
  }

  /// Judgements that contradict each other.
  public static func matrixPairwiseNotReciprocal(row: Int, column: Int) -> Message {
    Message(
      de: "Zeile \(row), Spalte \(column) und ihr Gegenstück sind nicht Kehrwerte voneinander; "
        + "eines berichtigen",
      en: "row \(row), column \(column) and its counterpart are not reciprocals; correct one")
  }

  /// A row of another length.
  public static func matrixPairwiseNotSquare(row: Int, expected: Int, found: Int) -> Message {
    Message(
      de: "Zeile \(row) hat \(found) Urteile statt \(expected); quadratische Tabelle angeben",
      en: "row \(row) has \(found) judgements instead of \(expected); give a square table")
  }

  /// A judgement out of range.
  public static func matrixPairwiseRatio(row: Int, column: Int, value: String) -> Message {
    Message(
      de: "Zeile \(row), Spalte \(column) ist \(value), muss aber größer als 0 und höchstens 1e9 "
        + "sein; Urteil berichtigen",
      en: "row \(row), column \(column) is \(value) but must be above 0 and at most 1e9; correct "
        + "the judgement")
  }

  /// Tiers that leave a quantity without a price.
  public static func matrixTiersDontFit() -> Message {
    Message(
      de: "die Staffeln passen nicht; Grenzen steigend und über 0 angeben, die Menge darf die "
        + "letzte nicht überschreiten",
      en: "the tiers don't fit; give rising bounds above 0, and no quantity beyond the last")
  }

  /// A comparison of too few.
  public static func matrixTooFewAlternatives(needed: Int, found: Int) -> Message {
    Message(
      de: "das Verfahren braucht mindestens \(needed) Alternativen, es sind \(found); ergänzen",
      en: "the method needs at least \(needed) alternatives and there are \(found); add some")
  }
}
