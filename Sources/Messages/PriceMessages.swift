// Messages about the prices of an offer.
// In alphabetical order; the name of a function is the message's lasting name.

extension Message {
  /// A range assumed for a price that is stated.
  public static func assumedPriceNotNeeded(line: String) -> Message {
    Message(
      de: """
        für \(line.quotedDe) ist ein Preis angegeben, die Annahme wird nicht gebraucht; sie \
        streichen
        """,
      en: "a price for \(line.quotedEn) is stated, the assumption is not needed; delete it")
  }

  /// A range assumed for a line that does not exist.
  public static func assumedPriceWithoutLine(
    line: String, offer: String, suggestion: String?
  ) -> Message {
    let mend = Suggestion.mend(
      suggestion,
      else: LocalText(
        de: "den Namen wie im Angebot schreiben",
        en: "write the name as the offer does"))
    return Message(
      de: "das Angebot \(offer.quotedDe) hat keine Position \(line.quotedDe); \(mend.de)",
      en: "the offer \(offer.quotedEn) has no line \(line.quotedEn); \(mend.en)")
  }

  /// A row with a text and nothing to read.
  public static func headingLeftOut(text: String) -> Message {
    Message(
      de: """
        \(text.quotedDe) hat keinen Preis und wird als Überschrift ausgelassen; ist es eine \
        Position, dann den Preis oder „auf Anfrage“ eintragen
        """,
      en: """
        \(text.quotedEn) has no price and is left out as a heading; if it is a line, write its \
        price or “on request”
        """)
  }

  /// An alternative without the name of its group.
  public static func priceAlternativeWithoutGroup(text: String) -> Message {
    Message(
      de: """
        bei \(text.quotedDe) fehlt, wozu es die Alternative ist; etwa „Alternativposition \
        Hosting“ an alle Positionen der Gruppe schreiben
        """,
      en: """
        \(text.quotedEn) does not say of what it is an alternative; write “alternative \
        hosting” or the like on all lines of the group
        """)
  }

  /// A payment before the plan's start.
  public static func priceBeforeStart(date: String, start: String) -> Message {
    Message(
      de: """
        die Zahlung ab \(date.quotedDe) liegt vor dem Beginn der Rechnung am \(start); Datum \
        ändern oder in „already_paid“ ja schreiben, wenn sie nicht mehr zählt
        """,
      en: """
        the payment from \(date.quotedEn) lies before the plan's start on \(start); change the \
        date, or write yes into “already_paid” if it no longer counts
        """)
  }

  /// A price beside prices by quantity.
  public static func priceBesideTiers(column: String) -> Message {
    Message(
      de: "neben einer Staffel steht ein Preis in \(column.quotedDe); eines von beiden streichen",
      en: "there is a price in \(column.quotedEn) beside tiers; delete one of the two")
  }

  /// A price beside words that say there is none.
  public static func priceBesideWord(column: String, word: String) -> Message {
    Message(
      de: """
        neben \(word.quotedDe) steht ein Preis in \(column.quotedDe); eines von beiden \
        streichen
        """,
      en: "there is a price in \(column.quotedEn) beside \(word.quotedEn); delete one of the two")
  }

  /// A table of prices without categories.
  public static func priceCategoryColumnMissing() -> Message {
    Message(
      de: """
        die Tabelle hat keine Kostenart, alles zählt als Sonstiges; eine Spalte „category“ \
        ergänzen
        """,
      en: "the table has no categories, everything counts as other; add a column “category”")
  }

  /// A line without a category.
  public static func priceCategoryMissing() -> Message {
    Message(
      de: "die Kostenart fehlt, die Position zählt als Sonstiges; eine eintragen",
      en: "the category is missing, the line counts as other; write one")
  }

  /// A row that names several currencies.
  public static func priceCurrencyConflict(codes: [String]) -> Message {
    Message(
      de: "die Zeile nennt mehrere Währungen: \(codes.listDe); nur eine stehen lassen",
      en: "the row names several currencies: \(codes.listEn); keep one")
  }

  /// A currency that does not exist.
  public static func priceCurrencyUnknown(text: String) -> Message {
    Message(
      de: "\(text.quotedDe) ist keine Währung; drei Buchstaben wie EUR schreiben",
      en: "\(text.quotedEn) is not a currency; write three letters such as EUR")
  }

  /// A currency for which the decision has no rate.
  public static func priceCurrencyWithoutRate(code: String, home: String) -> Message {
    Message(
      de: """
        für \(code) fehlt ein Wechselkurs; unter exchange_rates in der Entscheidung ergänzen: \
        { "1 \(code)": … \(home), as_of: …, source: … }
        """,
      en: """
        there is no exchange rate for \(code); add to exchange_rates in the decision: { "1 \
        \(code)": … \(home), as_of: …, source: … }
        """)
  }

  /// A discount written below zero.
  public static func priceDiscountBelowZero(text: String) -> Message {
    Message(
      de: """
        der Rabatt \(text.quotedDe) wird als Abzug gelesen; ohne Minus schreiben oder bei \
        einem Aufschlag den Preis heraufsetzen
        """,
      en: """
        the discount \(text.quotedEn) is read as a reduction; write it without minus, or raise \
        the price if it is a surcharge
        """)
  }

  /// An end of something paid once.
  public static func priceEndWithoutFrequency() -> Message {
    Message(
      de: "eine einmalige Zahlung hat kein Ende; Turnus angeben oder „end“ leeren",
      en: "a payment made once has no end; state the frequency, or empty “end”")
  }

  /// A line that ends before it begins.
  public static func priceEndsBeforeStart(start: String, end: String) -> Message {
    Message(
      de: "die Position endet am \(end) vor ihrem Beginn am \(start); ein Datum berichtigen",
      en: "the line ends on \(end) before it begins on \(start); correct one of the dates")
  }

  /// Recurring costs of leaving whose number is open.
  public static func priceExitWithoutDates() -> Message {
    Message(
      de: """
        laufende Kosten des Ausstiegs brauchen Beginn und Ende, damit ihre Dauer feststeht; \
        beide ergänzen
        """,
      en: "recurring costs of leaving need a start and an end to tell how long they run; add both")
  }

  /// A gross price without the tax in it.
  public static func priceGrossWithoutRate() -> Message {
    Message(
      de: "der Preis ist brutto, aber der Steuersatz fehlt; „tax_rate“ ergänzen, etwa 19 %",
      en: "the price is gross but its tax rate is missing; add “tax_rate”, such as 19 %")
  }

  /// A percentage where money is asked for.
  public static func priceInPercent(text: String) -> Message {
    Message(
      de: "\(text.quotedDe) ist ein Anteil und kein Preis; den Betrag schreiben",
      en: "\(text.quotedEn) is a share and not a price; write the amount")
  }

  /// A line without a price.
  public static func priceMissing() -> Message {
    Message(
      de: "der Preis fehlt; ihn, „auf Anfrage“ oder „inklusive“ eintragen",
      en: "the price is missing; write it, or “on request” or “included”")
  }

  /// A cost below zero.
  public static func priceNegative(amount: String) -> Message {
    Message(
      de: """
        der Betrag \(amount) ist negativ; ist es ein Nachlass, eine Gutschrift oder ein \
        Nutzen, dann in „kind“ eintragen
        """,
      en: """
        the amount \(amount) is negative; if it is a discount, a credit or a benefit, say so \
        in “kind”
        """)
  }

  /// A line without a price that nobody has estimated.
  public static func priceOnRequest(item: String) -> Message {
    Message(
      de: """
        für \(item.quotedDe) gibt es keinen Preis, das Angebot wird nicht gereiht; nachfragen \
        oder ihn unter assumed_prices in der Entscheidung schätzen
        """,
      en: """
        there is no price for \(item.quotedEn), the offer is not ranked; ask for it, or \
        estimate it under assumed_prices in the decision
        """)
  }

  /// A quantity that the decision does not have.
  public static func priceQuantityUnknown(
    name: String, names: [String], suggestion: String?
  ) -> Message {
    let mend = Suggestion.mend(
      suggestion,
      else: names.isEmpty
        ? LocalText(de: "unter quantities anlegen", en: "add it to quantities")
        : LocalText(de: "möglich sind \(names.listDe)", en: "it has \(names.listEn)"))
    return Message(
      de: """
        die Menge \(name.quotedDe) gibt es in der Entscheidung nicht; \(mend.de)
        """,
      en: "the decision has no quantity \(name.quotedEn); \(mend.en)")
  }

  /// A reduction whose range has both signs.
  public static func priceRangeOverZero(low: String, high: String) -> Message {
    Message(
      de: """
        die Spanne von \(low) bis \(high) hat beide Vorzeichen; einen Nachlass oder Nutzen \
        durchweg mit demselben schreiben
        """,
      en: """
        the range from \(low) to \(high) has both signs; write a discount or benefit with the \
        same throughout
        """)
  }

  /// Two different likeliest prices.
  public static func priceStatedTwice(amount: String, likely: String) -> Message {
    Message(
      de: "„amount“ sagt \(amount) und „likely“ \(likely); eines von beiden streichen",
      en: "“amount” says \(amount) and “likely” \(likely); delete one of the two")
  }

  /// A line that is taken for one of several editions.
  public static func priceTakenAsEdition(item: String) -> Message {
    Message(
      de: """
        \(item.quotedDe) ist eine von mehreren Editionen, die erste zählt; mit „Alternative \
        Edition gewählt“ in „status“ eine andere wählen oder „enthalten“ schreiben
        """,
      en: """
        \(item.quotedEn) is one of several editions, the first counts; choose another with \
        “alternative Edition chosen” in “status”, or write “included”
        """)
  }

  /// A line that its name calls an option.
  public static func priceTakenAsOptional(item: String, word: String) -> Message {
    Message(
      de: """
        \(item.quotedDe) zählt wegen \(word.quotedDe) nicht zur Summe; soll es zählen, dann in \
        „status“ enthalten oder „Alternative NAME gewählt“ schreiben
        """,
      en: """
        \(item.quotedEn) does not count in the total because of \(word.quotedEn); if it should, \
        write included or “alternative NAME chosen” into “status”
        """)
  }

  /// Prices that do not say whether tax is in them.
  public static func priceTaxUnknown() -> Message {
    Message(
      de: """
        es steht nirgends, ob die Preise netto oder brutto sind, sie zählen als netto; es in \
        den Kopf der Spalte oder in „tax“ schreiben
        """,
      en: """
        nothing says whether the prices are net or gross, they count as net; write it into the \
        column's header or into “tax”
        """)
  }

  /// A price for nothing.
  public static func priceWithoutItem() -> Message {
    Message(
      de: "die Zeile nennt keine Leistung; eintragen, wofür gezahlt wird",
      en: "the row names no item; write what is paid for")
  }

  /// Prices by quantity that do not say how they apply.
  public static func tierModeMissing() -> Message {
    Message(
      de: """
        bei der Staffel fehlt, wie sie gilt; in „tier_mode“ gestaffelt, Mengenpreis oder Paket \
        eintragen
        """,
      en: """
        the tiers do not say how they apply; write graduated, volume or package into \
        “tier_mode”
        """)
  }

  /// A part of tiers that is not a bound and a price.
  public static func tierNotReadable(text: String) -> Message {
    Message(
      de: """
        \(text.quotedDe) ist keine Staffelstufe; Menge und Preis schreiben wie in 50: 40 | \
        100: 36 | *: 33
        """,
      en: """
        \(text.quotedEn) is not a tier; write quantity and price as in 50: 40 | 100: 36 | *: \
        33
        """)
  }

  /// An open tier before others.
  public static func tierOpenNotLast() -> Message {
    Message(
      de: "die offene Stufe der Staffel steht nicht am Schluss; sie ans Ende setzen",
      en: "the open tier is not the last; put it at the end")
  }

  /// Bounds of tiers that do not rise.
  public static func tiersNotRising(bound: String, before: String) -> Message {
    Message(
      de: """
        die Staffelgrenze \(bound) ist nicht größer als \(before); Stufen nach steigender \
        Menge ordnen
        """,
      en: """
        the tier's bound \(bound) is not above \(before); put the tiers in order of rising \
        quantity
        """)
  }
}
