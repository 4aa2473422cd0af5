/// Messages about what `decision.yaml` lays down: frame of costs, options and rules.
extension Message {
  /// A currency that does not exist.
  public static func badCurrency(_ text: String) -> Message {
    Message(
      de: "\(text.quotedDe) ist kein Währungskürzel; drei Großbuchstaben wie EUR schreiben",
      en: "\(text.quotedEn) is no currency code; write three capital letters such as EUR")
  }

  /// A horizon that is no number of years.
  public static func badHorizon(_ text: String) -> Message {
    Message(
      de: "\(text.quotedDe) ist kein Zeitraum; 1 bis 50 ganze Jahre angeben, etwa „5 Jahre“",
      en: "\(text.quotedEn) is no horizon; give 1 to 50 whole years, such as “5 years”")
  }

  /// An option's identifier with other characters.
  public static func badOfferIdentifier(_ text: String) -> Message {
    Message(
      de: """
        \(text.quotedDe) ist keine Kennung; Kleinbuchstaben a bis z, Ziffern, - und _ verwenden, \
        mit einem Buchstaben beginnen, höchstens 64 Zeichen
        """,
      en: """
        \(text.quotedEn) is no identifier; use lower-case letters a to z, digits, - and _, begin \
        with a letter, at most 64 characters
        """)
  }

  /// Columns of a file that nothing names.
  public static func columnsOfUnknownFile(_ path: String, _ meant: String?) -> Message {
    let mend = Suggestion.mend(
      meant,
      else: LocalText(
        de: "die Datei bei einer Option unter „files“ nennen oder den Eintrag streichen",
        en: "name the file under “files” of an option or take the entry out"))
    return Message(
      de: "Keine Option nennt die Datei \(path.quotedDe); \(mend.de)",
      en: "no option names the file \(path.quotedEn); \(mend.en)")
  }

  /// A day of decision that lies in the past.
  public static func decideByPassed() -> Message {
    Message(
      de: "Die Entscheidung war vor dem Stichtag (as_of) fällig; eines der beiden Daten anpassen",
      en: "the decision was due before the evaluation's date (as_of); change one of the two dates")
  }

  /// A file of which two places state differently how it is written.
  public static func dialectStatedTwice(_ path: String) -> Message {
    Message(
      de: """
        Für die Datei \(path.quotedDe) ist weiter oben anderes angegeben; encoding, delimiter und \
        decimals nur an einer Stelle angeben, sie gelten überall
        """,
      en: """
        something else is stated further up for the file \(path.quotedEn); state encoding, \
        delimiter and decimals in one place only, they hold everywhere
        """)
  }

  /// A file that an option names twice.
  public static func duplicateFile(_ path: String, _ line: Int) -> Message {
    Message(
      de: "Die Datei \(path.quotedDe) steht schon in Zeile \(line); sie nur einmal nennen",
      en: "the file \(path.quotedEn) stands in line \(line) already; name it only once")
  }

  /// An option that exists already.
  public static func duplicateOffer(_ id: String, _ line: Int) -> Message {
    Message(
      de: "Eine Option \(id.quotedDe) steht schon in Zeile \(line); eine andere Kennung wählen",
      en: "an option \(id.quotedEn) stands in line \(line) already; choose another identifier")
  }

  /// A second rate for a currency.
  public static func duplicateRate(_ currency: String, _ line: Int) -> Message {
    Message(
      de: "Ein Kurs für \(currency) steht schon in Zeile \(line); einen der beiden streichen",
      en: "a rate for \(currency) stands in line \(line) already; take one of the two out")
  }

  /// Money in another currency than the decision's.
  public static func foreignMoney(_ code: String, _ currency: String) -> Message {
    Message(
      de: "Der Betrag ist in \(code) angegeben, gerechnet wird in \(currency); ihn umrechnen",
      en: "the amount is in \(code), the decision reckons in \(currency); convert it")
  }

  /// No options.
  public static func noOffers() -> Message {
    Message(
      de: "Es gibt keine Option; unter „offers“ mindestens eine nennen",
      en: "there is no option; name at least one under “offers”")
  }

  /// A waiver where nothing knocks out.
  public static func nothingToWaive(_ name: String) -> Message {
    Message(
      de: "\(name.quotedDe) ist kein K.-o.-Kriterium; den Eintrag streichen oder „knockout“ setzen",
      en: "\(name.quotedEn) is no knock-out; take the entry out or set “knockout”")
  }

  /// A lead that no result can have.
  public static func pointsOutOfRange() -> Message {
    Message(
      de: "Punkte liegen zwischen 0 und 100; einen solchen Wert angeben",
      en: "points lie between 0 and 100; give such a value")
  }

  /// A range around nothing.
  public static func rangeAroundZero() -> Message {
    Message(
      de: "Um einen Anfangswert von null gibt es keine Spanne; „start“ über null setzen",
      en: "there is no range around a start of zero; set “start” above zero")
  }

  /// An exchange rate that is not written as one.
  public static func rateForm() -> Message {
    Message(
      de: """
        Ein Wechselkurs nennt beide Währungen: { "1 CHF": 1.04 EUR, as_of: 2026-11-20, source: EZB }
        """,
      en: """
        an exchange rate names both currencies: write { "1 CHF": 1.04 EUR, as_of: 2026-11-20, \
        source: ECB }
        """)
  }

  /// An exchange rate into a third currency.
  public static func rateInOtherCurrency(_ code: String, _ currency: String) -> Message {
    Message(
      de: "Der Kurs ist in \(code) angegeben, gerechnet wird in \(currency); ihn darin angeben",
      en: "the rate is in \(code), the decision reckons in \(currency); give it in that")
  }

  /// An exchange rate of nothing.
  public static func rateNotPositive() -> Message {
    Message(
      de: "Ein Wechselkurs muss über null liegen; beide Zahlen prüfen",
      en: "an exchange rate has to be above zero; check both numbers")
  }

  /// An exchange rate of the decision's own currency.
  public static func rateOfOwnCurrency(_ code: String) -> Message {
    Message(
      de: "\(code) ist die eigene Währung und braucht keinen Kurs; den Eintrag streichen",
      en: "\(code) is the decision's own currency and needs no rate; take the entry out")
  }

  /// A review that comes before the decision.
  public static func reviewBeforeDecision() -> Message {
    Message(
      de: "Die Wiedervorlage liegt vor dem Tag der Entscheidung (decide_by); ein Datum anpassen",
      en: "the review lies before the day of the decision (decide_by); change one of the dates")
  }

  /// An option that does not exist.
  public static func unknownOffer(_ id: String, _ meant: String?, _ ids: [String]) -> Message {
    let mend = Suggestion.mend(
      meant, else: LocalText(de: "es gibt \(ids.listDe)", en: "there are \(ids.listEn)"))
    return Message(
      de: "Eine Option \(id.quotedDe) gibt es nicht; \(mend.de)",
      en: "there is no option \(id.quotedEn); \(mend.en)")
  }
}
