// Messages about billing files and security questionnaires.
// In alphabetical order; the name of a function is the message's lasting name.

extension Message {
  /// A kind of charge that FOCUS does not have.
  public static func billingCategoryUnknown(text: String) -> Message {
    Message(
      de: """
        \(text.quotedDe) in „ChargeCategory“ kennt FOCUS nicht; Usage, Purchase, Credit, \
        Adjustment oder Tax schreiben
        """,
      en: """
        FOCUS has no \(text.quotedEn) in “ChargeCategory”; write Usage, Purchase, Credit, \
        Adjustment or Tax
        """)
  }

  /// A row without something that every charge has.
  public static func billingCellMissing(column: String) -> Message {
    Message(
      de: "in der Zeile fehlt \(column.quotedDe); die Datei neu ausgeben oder den Wert ergänzen",
      en: "the row lacks \(column.quotedEn); export the file anew, or add the value")
  }

  /// A billing file without columns that are needed.
  public static func billingColumnsMissing(_ columns: [String]) -> Message {
    Message(
      de: """
        der Abrechnung nach FOCUS fehlen die Spalten \(columns.listDe); mit allen Spalten \
        ausgeben
        """,
      en: "the FOCUS billing file lacks the columns \(columns.listEn); export it with all columns")
  }

  /// Costs with more decimals than are kept.
  public static func billingDecimalsRounded(rows: Int) -> Message {
    Message(
      de: """
        \(rows) Zeilen haben mehr als 12 Nachkommastellen und sind dort gerundet; nichts zu tun, \
        wenn Bruchteile eines Cents nicht zählen
        """,
      en: """
        \(rows) rows have more than 12 decimals and are rounded there; nothing to do unless \
        fractions of a cent matter
        """)
  }

  /// A billing file without charges that go on.
  public static func billingEmpty() -> Message {
    Message(
      de: "die Abrechnung hat keine laufenden Kosten; einen Zeitraum mit Verbrauch ausgeben",
      en: "the billing file has no running costs; export a period with usage")
  }

  /// Few measured months.
  public static func billingFewMonths(months: String) -> Message {
    Message(
      de: """
        gemessen sind nur \(months), daraus wird auf alle Monate geschlossen; besser drei Monate \
        oder mehr ausgeben
        """,
      en: """
        only \(months) are measured, and all months are reckoned from them; better export three \
        months or more
        """)
  }

  /// Months without charges between others.
  public static func billingMonthsMissing(months: String) -> Message {
    Message(
      de: """
        zwischen den gemessenen Monaten fehlt \(months) und zählt nicht mit; prüfen, ob die Datei \
        vollständig ist
        """,
      en: """
        between the measured months \(months) is missing and not counted; check whether the file \
        is complete
        """)
  }

  /// Months of which days are missing.
  public static func billingMonthsPartial(months: String, full: String) -> Message {
    Message(
      de: """
        \(months) ist nur teilweise gemessen und zählt nicht, gerechnet wird mit \(full); ganze \
        Monate ausgeben
        """,
      en: """
        \(months) is measured in part only and not counted, \(full) are; export whole months
        """)
  }

  /// A billing file without a single full month.
  public static func billingNoFullMonth(months: String) -> Message {
    Message(
      de: """
        kein Monat ist vom ersten bis zum letzten Tag gemessen, nur Teile von \(months); \
        mindestens einen ganzen Monat ausgeben
        """,
      en: """
        no month is measured from its first to its last day, only parts of \(months); export at \
        least one whole month
        """)
  }

  /// A cost that is no number.
  public static func billingNotANumber(column: String, text: String) -> Message {
    Message(
      de: """
        \(text.quotedDe) in \(column.quotedDe) ist kein Betrag nach FOCUS; die Datei unverändert \
        verwenden, mit Dezimalpunkt wie 0.0125
        """,
      en: """
        \(text.quotedEn) in \(column.quotedEn) is not an amount of FOCUS; use the file as it was \
        exported, with a decimal point as in 0.0125
        """)
  }

  /// A provider whose costs are all nothing although something was billed.
  public static func billingNothingEffective(provider: String, billed: String) -> Message {
    Message(
      de: """
        bei \(provider.quotedDe) ist „EffectiveCost“ durchweg 0, abgerechnet sind \(billed); prüfen, \
        ob ein Vertrag sie deckt, der als eigene Position fehlt
        """,
      en: """
        “EffectiveCost” of \(provider.quotedEn) is 0 throughout, billed are \(billed); check whether \
        a contract covers them that is missing as a line of its own
        """)
  }

  /// Charges for more than a month.
  public static func billingPeriodLong(rows: Int) -> Message {
    Message(
      de: """
        \(rows) Zeilen gelten für Zeiträume über einen Monat hinaus und zählen ganz in ihrem \
        ersten; prüfen, ob der Monat dadurch zu teuer wird
        """,
      en: """
        \(rows) rows are for periods that go beyond a month and count wholly in the first; check \
        whether that makes it too dear
        """)
  }

  /// Purchases that do not return.
  public static func billingPurchasesOnce(_ sum: String) -> Message {
    Message(
      de: """
        Käufe über \(sum) gelten als einmalig und kommen nicht wieder; was wiederkehrt, als eigene \
        Position mit Turnus ergänzen
        """,
      en: """
        purchases of \(sum) count as made once and do not return; add what does as a line of its \
        own with its frequency
        """)
  }

  /// Tax in a billing file.
  public static func billingTaxLeftOut(_ sum: String) -> Message {
    Message(
      de: """
        Steuern über \(sum) sind ausgelassen, gerechnet wird netto; ist die Steuer nicht \
        abziehbar, sie als eigene Position ergänzen
        """,
      en: """
        taxes of \(sum) are left out, costs are net; add the tax as a line of its own if it is not \
        deductible
        """)
  }

  /// An answer that is neither yes, no nor not applicable.
  public static func caiqAnswerUnknown(id: String, text: String) -> Message {
    Message(
      de: """
        die Antwort \(text.quotedDe) auf \(id.quotedDe) ist weder Yes noch No noch NA; nachfragen \
        und eines davon schreiben
        """,
      en: """
        the answer \(text.quotedEn) to \(id.quotedEn) is neither Yes nor No nor NA; ask again and \
        write one of them
        """)
  }

  /// An answer without a question's identifier.
  public static func caiqAnswerWithoutQuestion(text: String) -> Message {
    Message(
      de: """
        zur Antwort \(text.quotedDe) fehlt eine Kennung wie IAM-01.1; sie in „Question ID“ \
        eintragen
        """,
      en: """
        the answer \(text.quotedEn) has no identifier such as IAM-01.1; write it into “Question ID”
        """)
  }

  /// A domain that the questionnaire does not have.
  public static func caiqDomainMissing(
    domain: String, criterion: String, found: [String]
  ) -> Message {
    Message(
      de: """
        der CAIQ hat keinen Bereich \(domain.quotedDe) für \(criterion.quotedDe), sondern \
        \(found.listDe); „caiq“ des Kriteriums berichtigen
        """,
      en: """
        the CAIQ has no domain \(domain.quotedEn) for \(criterion.quotedEn) but \
        \(found.listEn); correct the criterion's “caiq”
        """)
  }

  /// A question that stands twice.
  public static func caiqQuestionTwice(id: String, line: Int) -> Message {
    Message(
      de: "\(id.quotedDe) steht schon in Zeile \(line); eine der beiden Zeilen streichen",
      en: "\(id.quotedEn) stands in line \(line) already; delete one of the two rows")
  }

  /// Questions without an answer.
  public static func caiqUnanswered(domain: String, open: Int, count: Int) -> Message {
    Message(
      de: """
        in \(domain.quotedDe) sind \(open) von \(count) Fragen offen, der Anteil wird zur Spanne; \
        nachfragen
        """,
      en: """
        in \(domain.quotedEn) \(open) of \(count) questions are open, the share becomes a range; \
        ask again
        """)
  }

  /// A questionnaire that no criterion refers to.
  public static func caiqWithoutCriteria(domains: [String]) -> Message {
    Message(
      de: """
        kein Kriterium fragt nach einem Bereich dieses CAIQ (\(domains.listDe)); bei einem \
        Kriterium mit scale: percent etwa caiq: IAM ergänzen
        """,
      en: """
        no criterion asks for a domain of this CAIQ (\(domains.listEn)); add for example caiq: IAM \
        to a criterion with scale: percent
        """)
  }
}

/// What is noted of a billing file.
public enum BillingFact {
  /// Rows read.
  public static let rows = LocalText(de: "Zeilen der Abrechnung", en: "Rows of the bill")
  /// Months reckoned with.
  public static let months = LocalText(
    de: "Gerechnet mit dem Mittel der Monate", en: "Reckoned with the mean of the months")

  /// What counts as cost.
  public static func effective(_ provider: String) -> LocalText {
    LocalText(de: "\(provider), Kosten (EffectiveCost)", en: "\(provider), cost (EffectiveCost)")
  }

  /// What was paid.
  public static func billed(_ provider: String) -> LocalText {
    LocalText(
      de: "\(provider), abgerechnet (BilledCost)", en: "\(provider), billed (BilledCost)")
  }

  /// What the list asks for beyond that.
  public static func discount(_ provider: String) -> LocalText {
    LocalText(
      de: "\(provider), Nachlass auf die Liste", en: "\(provider), discount on the list price")
  }
}

/// What is noted of a CAIQ.
public enum CAIQFact {
  /// How the questions of a domain were answered.
  public static func counts(yes: Int, no: Int, notApplicable: Int, open: Int) -> LocalText {
    LocalText(
      de: "\(yes) ja, \(no) nein, \(notApplicable) nicht anwendbar, \(open) offen",
      en: "\(yes) yes, \(no) no, \(notApplicable) not applicable, \(open) open")
  }
}
