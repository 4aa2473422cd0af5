// What can be wrong with what contracts say beside price and rhythm.
extension Message {
  /// A line that its term keeps beyond its own end.
  public static func costBoundBeyondEnd(line: String) -> Message {
    Message(
      de: "„\(line)“ bindet durch Mindestlaufzeit oder Verlängerung länger als gebraucht; die "
        + "Zahlungen bis zum Vertragsende oder die Ablöse zählen mit: Ende oder Kündigung anpassen",
      en: "the minimum term or renewal of “\(line)” binds longer than it is needed; the payments "
        + "up "
        + "to the contract's end or the termination fee are counted: adjust its end or the notice")
  }

  /// An index that cannot be followed.
  public static func costIndexUnusable(line: String) -> Message {
    Message(
      de: "dem Index von „\(line)“ lässt sich nicht folgen; Werte über null, einen Anteil von 0 "
        + "bis "
        + "100 % und eine Schwelle ab 0 angeben",
      en: "the index of “\(line)” cannot be followed; give values above zero, a share from 0 to "
        + "100 % and a threshold of 0 or more")
  }

  /// Prices that rise, discounted with a rate after inflation.
  public static func costRisesWithRealRate(line: String) -> Message {
    Message(
      de: "„\(line)“ steigt im Preis, doch der Zinssatz ist real: reale und nominale Größen nicht "
        + "mischen; inflation ergänzen, einen nominalen Zins angeben oder die Steigerung streichen",
      en: "the price of “\(line)” rises, but the discount rate is real: real and nominal figures "
        + "must not be mixed; add inflation, give a nominal rate or drop the escalation")
  }

  /// Something about a line's conditions that cannot be reckoned.
  public static func costTermsUnusable(line: String) -> Message {
    Message(
      de: "die Konditionen von „\(line)“ passen nicht zusammen: Anteile von 0 bis 100 %, "
        + "Laufzeiten "
        + "bis 600 und Einarbeitung bis 60 Monate; Inklusivmengen und Listenpreise nicht neben "
        + "Staffeln; Anteile an anderen Kosten ohne eigene Menge",
      en: "the conditions of “\(line)” do not fit together: shares from 0 to 100 %, terms of up to "
        + "600 and ramp-ups of up to 60 months; no included quantity or list price beside tiers; "
        + "shares of other costs without a quantity of their own")
  }

  /// A currency without a rate.
  public static func costUnknownCurrency(line: String, currency: String) -> Message {
    Message(
      de: "für die Währung \(currency) von „\(line)“ gibt es keinen Kurs; unter exchange_rates "
        + "ergänzen",
      en: "there is no rate for the currency \(currency) of “\(line)”; add one under "
        + "exchange_rates")
  }

  /// An index that the decision does not have.
  public static func costUnknownIndex(line: String, index: String) -> Message {
    Message(
      de: "„\(line)“ folgt dem Index „\(index)“, den die Entscheidung nicht kennt; unter indexes "
        + "ergänzen",
      en: "“\(line)” follows the index “\(index)”, which the decision does not have; add it under "
        + "indexes")
  }
}
