// Messages about what an offer's files say, but for its prices.
// In alphabetical order; the name of a function is the message's lasting name.

extension Message {
  /// An evidence level that does not exist.
  public static func answerEvidenceUnknown(text: String) -> Message {
    Message(
      de: """
        \(text.quotedDe) ist keine Nachweisstufe; 0 bis 5 schreiben, etwa 2 für eine \
        schriftliche Antwort
        """,
      en: """
        \(text.quotedEn) is not a level of evidence; write 0 to 5, such as 2 for a written \
        answer
        """)
  }

  /// A figure so far outside its scale that a slip is likely.
  public static func answerFarOffScale(
    text: String, unit: String, first: String, last: String
  ) -> Message {
    Message(
      de: """
        \(text.quotedDe) liegt weit außerhalb der Skala von \(first) bis \(last) \(unit); \
        Einheit prüfen
        """,
      en: """
        \(text.quotedEn) lies far outside the scale from \(first) to \(last) \(unit); check \
        the unit
        """)
  }

  /// An answer that is none of the scale's levels.
  public static func answerLevelUnknown(
    text: String, levels: [String], suggestion: String?
  ) -> Message {
    let mend = Suggestion.mend(
      suggestion,
      else: LocalText(
        de: "möglich sind \(levels.listDe)",
        en: "write one of \(levels.listEn)"))
    return Message(
      de: "\(text.quotedDe) ist keine Stufe dieser Skala; \(mend.de)",
      en: "\(text.quotedEn) is not a level of this scale; \(mend.en)")
  }

  /// An answer that says that the question does not apply.
  public static func answerNotApplicable(text: String) -> Message {
    Message(
      de: """
        \(text.quotedDe) zählt wie nicht beantwortet; nachfragen oder das Kriterium \
        herausnehmen
        """,
      en: "\(text.quotedEn) counts as not answered; ask again, or take the criterion out")
  }

  /// A range where a level is asked for.
  public static func answerRangeOnLevels(column: String) -> Message {
    Message(
      de: """
        die Spalte \(column.quotedDe) gilt nur für Zahlen, hier ist eine Stufe gefragt; Zelle \
        leeren
        """,
      en: """
        the column \(column.quotedEn) is for figures only, a level is asked for here; empty \
        the cell
        """)
  }

  /// A range without the figure in it.
  public static func answerRangeWithoutFigure() -> Message {
    Message(
      de: """
        hier steht eine Spanne, aber keine Zahl; in „answer“ den wahrscheinlichsten Wert \
        eintragen
        """,
      en: "there is a range but no figure; write the likeliest value into “answer”")
  }

  /// Two answers to one question.
  public static func answerTwice(criterion: String, other: SourcePosition) -> Message {
    Message(
      de: """
        das Kriterium \(criterion.quotedDe) ist schon in \(other.file), Zeile \(other.line), \
        beantwortet; eine der Antworten streichen
        """,
      en: """
        the criterion \(criterion.quotedEn) is answered in \(other.file), line \(other.line), \
        already; delete one of the answers
        """)
  }

  /// A figure with a percent sign or currency that its scale does not have.
  public static func answerUnitDiffers(text: String, unit: String) -> Message {
    Message(
      de: """
        \(text.quotedDe) passt nicht zur Skala, die in \
        \(unit.isEmpty ? "Punkten" : unit.quotedDe) misst; Wert umrechnen
        """,
      en: """
        \(text.quotedEn) does not fit the scale, which measures in \
        \(unit.isEmpty ? "points" : unit.quotedEn); convert the figure
        """)
  }

  /// An answer to no question.
  public static func answerWithoutCriterion() -> Message {
    Message(
      de: "in dieser Zeile fehlt das Kriterium; die Kennung aus der Entscheidung eintragen",
      en: "this row has no criterion; write the identifier that the decision uses")
  }

  /// Answers or terms in the file of the old system's costs.
  public static func baselineHoldsOnlyPrices() -> Message {
    Message(
      de: """
        diese Datei dient nur den Kosten des Altsystems, dieser Teil wird nicht gelesen; ihn \
        weglassen
        """,
      en: "this file only serves the costs of the old system, this part is not read; leave it out")
  }

  /// An answer to a branch of the tree.
  public static func offerCriterionIsBranch(name: String, below: [String]) -> Message {
    Message(
      de: "\(name.quotedDe) ist kein einzelnes Kriterium; stattdessen \(below.listDe) beantworten",
      en: "\(name.quotedEn) is not a single criterion; answer \(below.listEn)")
  }

  /// An answer to the goal that is measured by prices.
  public static func offerCriterionIsCost(name: String) -> Message {
    Message(
      de: """
        \(name.quotedDe) wird aus den Preisen berechnet; die Antwort streichen und Preise \
        angeben
        """,
      en: "\(name.quotedEn) is computed from the prices; delete the answer and state prices")
  }

  /// A criterion that the decision does not have.
  public static func offerCriterionUnknown(name: String, suggestion: String?) -> Message {
    let mend = Suggestion.mend(
      suggestion,
      else: LocalText(
        de: "eine Kennung aus der Entscheidung schreiben",
        en: "write an identifier that the decision has"))
    return Message(
      de: "das Kriterium \(name.quotedDe) gibt es nicht; \(mend.de)",
      en: "there is no criterion \(name.quotedEn); \(mend.en)")
  }

  /// An offer that ends before the decision is due.
  public static func offerExpiresBeforeDecision(until: String, decideBy: String) -> Message {
    Message(
      de: """
        das Angebot gilt nur bis \(until), entschieden wird bis \(decideBy); Bindefrist \
        verlängern lassen
        """,
      en: """
        the offer is valid until \(until) only, the decision is due by \(decideBy); have its \
        validity extended
        """)
  }

  /// A file of another offer.
  public static func offerIdentifierDiffers(found: String, expected: String) -> Message {
    Message(
      de: """
        die Datei ist vom Angebot \(found.quotedDe), genannt ist sie bei \(expected.quotedDe); \
        dem richtigen Angebot zuordnen
        """,
      en: """
        the file is of the offer \(found.quotedEn) but named for \(expected.quotedEn); name it \
        for the right offer
        """)
  }

  /// Two ends of validity that differ.
  public static func offerValidityTwice(
    text: String, otherDate: String, other: SourcePosition
  ) -> Message {
    Message(
      de: """
        \(text.quotedDe) widerspricht der Bindefrist \(otherDate) in \(other.file), Zeile \
        \(other.line); die falsche streichen
        """,
      en: """
        \(text.quotedEn) contradicts the validity \(otherDate) in \(other.file), line \
        \(other.line); delete the wrong one
        """)
  }

  /// A range that is out of order.
  public static func rangeNotRising(low: String, likely: String, high: String) -> Message {
    Message(
      de: """
        die Spanne steigt nicht: niedrig \(low), wahrscheinlich \(likely), hoch \(high); die \
        Werte in diese Ordnung bringen
        """,
      en: """
        the range does not rise: low \(low), likely \(likely), high \(high); bring the figures \
        into that order
        """)
  }

  /// A term of the contract without a name.
  public static func termWithoutName() -> Message {
    Message(
      de: "die Regelung hat keinen Namen; eintragen, worum es geht",
      en: "the term has no name; write what it is about")
  }
}
