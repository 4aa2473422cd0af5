/// What can be wrong with a case of plain multi-criteria analysis.
extension Message {
  /// A value of the table that a method isn't defined for.
  public static func matrixBadValue(
    alternative: String, criterion: String, value: String, must: LocalText
  ) -> Message {
    Message(
      de: "der Wert von \(alternative.quotedDe) bei \(criterion.quotedDe) ist \(value), muss für "
        + "dieses Verfahren aber \(must.de) sein; Wert prüfen oder anderes Verfahren wählen",
      en: "the value of \(alternative.quotedEn) for \(criterion.quotedEn) is \(value) but must be "
        + "\(must.en) for this method; check the value or choose another method")
  }

  /// A figure of a column that can't be divided by.
  public static func matrixCannotNormalise(criterion: String, normalisation: String) -> Message {
    Message(
      de: "die Werte bei \(criterion.quotedDe) lassen sich mit \(normalisation.quotedDe) nicht "
        + "normieren, ihr größter Wert oder ihre Summe ist nicht positiv; andere Normierung wählen",
      en: "the values of \(criterion.quotedEn) can't be normalised by \(normalisation.quotedEn), "
        + "their largest value or sum is not above 0; choose another step")
  }

  /// A cell of a table that is no number.
  public static func matrixCellNotANumber(_ text: String) -> Message {
    Message(
      de: "\(text.quotedDe) ist keine Zahl; als Zahl schreiben oder die Zelle leer lassen",
      en: "\(text.quotedEn) is not a number; write a number or leave the cell empty")
  }

  /// A corridor beyond what the rules allow.
  public static func matrixCorridorWide() -> Message {
    Message(
      de: "der Korridor ist breiter als die 10 %, die UfAB höchstens zulässt",
      en: "the corridor is wider than the 10 % that UfAB allows at most")
  }

  /// Two offers, criteria or alternatives with one name.
  public static func matrixDuplicateName(_ name: String) -> Message {
    Message(
      de: "\(name.quotedDe) kommt zweimal vor; jeden Namen nur einmal verwenden",
      en: "\(name.quotedEn) occurs twice; use every name only once")
  }

  /// A field that must be there.
  public static func matrixFieldMissing(_ key: String) -> Message {
    Message(
      de: "hier fehlt \(key.quotedDe); ergänzen, Aufbau siehe docs/matrix.md",
      en: "\(key.quotedEn) is missing here; add it, see docs/matrix.md for the layout")
  }

  /// A field that holds nothing.
  public static func matrixFieldNull(_ key: String) -> Message {
    Message(
      de: "\(key.quotedDe) ist null, wird aber gebraucht; Aufbau siehe docs/matrix.md",
      en: "\(key.quotedEn) is null but needed; see docs/matrix.md for the layout")
  }

  /// A field that nothing uses.
  public static func matrixFieldUnused(_ key: String, near: String?) -> Message {
    let mend = Suggestion.mend(
      near,
      else: LocalText(
        de: "streichen, oder Schreibweise prüfen", en: "remove it, or check how it is written"))
    return Message(
      de: "\(key.quotedDe) wird von diesem Verfahren nicht verwendet; \(mend.de)",
      en: "\(key.quotedEn) is not used by this method; \(mend.en)")
  }

  /// A criterion to be minimised where values are added up.
  public static func matrixKeepsDirection(criterion: String, normalisation: String) -> Message {
    Message(
      de:
        "bei \(criterion.quotedDe) ist weniger besser, und \(normalisation.quotedDe) lässt das so; "
        + "eine Normierung wählen, die umkehrt, etwa „minmax“, „max-ratio“ oder „sum-reciprocal“",
      en: "less is better for \(criterion.quotedEn), and \(normalisation.quotedEn) leaves it so; "
        + "choose a step that turns it, such as “minmax”, “max-ratio” or “sum-reciprocal”")
  }

  /// Leaving out a loser changes the winner.
  public static func matrixLoserDecides() -> Message {
    Message(
      de:
        "ein Verlierer entscheidet mit: Ohne ihn gewinnt ein anderer, siehe „independence“",
      en: "a loser has a say: without it another alternative wins, see “independence”")
  }

  /// No method is named anywhere.
  public static func matrixMethodMissing() -> Message {
    Message(
      de: "es ist kein Verfahren genannt; „method“ in der Datei oder --method angeben",
      en: "no method is named; give “method” in the file or --method")
  }

  /// A method that doesn't exist.
  public static func matrixMethodUnknown(_ name: String, known: [String], near: String?) -> Message
  {
    let mend = Suggestion.mend(
      near,
      else: LocalText(
        de: "vorhanden: \(known.joined(separator: ", "))",
        en: "there are: \(known.joined(separator: ", "))"))
    return Message(
      de: "ein Verfahren \(name.quotedDe) gibt es nicht; \(mend.de)",
      en: "there is no method \(name.quotedEn); \(mend.en)")
  }

  /// Methods with different winners.
  public static func matrixMethodsDisagree() -> Message {
    Message(
      de:
        "die Verfahren nennen verschiedene Sieger; ein Verfahren vorab festlegen, die anderen sind "
        + "Gegenproben",
      en:
        "the methods name different winners; fix one method beforehand, the others are cross-checks"
    )
  }

  /// A cell without a value where the method needs all.
  public static func matrixMissingCell(alternative: String, criterion: String) -> Message {
    Message(
      de: "\(alternative.quotedDe) hat keinen Wert bei \(criterion.quotedDe), und das Verfahren "
        + "braucht alle; Wert ergänzen oder die Zeile weglassen",
      en:
        "\(alternative.quotedEn) has no value for \(criterion.quotedEn), and the method needs all; "
        + "add the value or leave the row out")
  }

  /// A method that needs a table got none.
  public static func matrixNeedsTable(_ method: String) -> Message {
    Message(
      de:
        "\(method.quotedDe) braucht eine Tabelle; „criteria“, „alternatives“ und „matrix“ angeben",
      en: "\(method.quotedEn) needs a table; give “criteria”, “alternatives” and “matrix”")
  }

  /// A figure that isn't a plain decimal.
  public static func matrixNotADecimal(_ key: String, text: String) -> Message {
    Message(
      de: "\(text.quotedDe) bei \(key.quotedDe) ist keine einfache Dezimalzahl; Ziffern mit "
        + "Dezimalpunkt, höchstens 12 Stellen dahinter",
      en:
        "\(text.quotedEn) for \(key.quotedEn) is not a plain decimal number; digits with a decimal "
        + "point, at most 12 after it")
  }

  /// A file without content.
  public static func matrixFileEmpty() -> Message {
    Message(
      de: "die Datei ist leer; einen Fall als JSON, CSV oder XMCDA 2 hineinschreiben, Aufbau siehe "
        + "docs/matrix.md",
      en: "the file is empty; put a case in it as JSON, CSV or XMCDA 2, see docs/matrix.md for the "
        + "layout")
  }

  /// A list without entries.
  public static func matrixListEmpty(_ key: String) -> Message {
    Message(
      de: "\(key.quotedDe) ist leer; mindestens einen Eintrag angeben",
      en: "\(key.quotedEn) is empty; give at least one entry")
  }

  /// A row or a column without a name.
  public static func matrixNameEmpty() -> Message {
    Message(
      de: "dieser Name ist leer; jeder Alternative und jedem Kriterium einen Namen geben",
      en: "this name is empty; give every alternative and every criterion a name")
  }

  /// A delimited table that ends before its first alternative.
  public static func matrixNoRows() -> Message {
    Message(
      de: "unter der Kopfzeile steht keine Alternative; je Alternative eine Zeile ergänzen",
      en: "there is no alternative below the header row; add a row for each alternative")
  }

  /// Text that is neither JSON nor XML nor a table.
  public static func matrixNoTable(start: String) -> Message {
    Message(
      de: "die Datei beginnt mit \(start.quotedDe) und hat nur eine Spalte; erwartet wird JSON, "
        + "XMCDA 2 oder CSV mit einer Kopfzeile der Kriterien",
      en: "the file starts with \(start.quotedEn) and has one column only; JSON, XMCDA 2 or CSV "
        + "with a header row of criteria is expected")
  }

  /// A field with a list expected.
  public static func matrixNotAList(_ key: String) -> Message {
    Message(
      de: "\(key.quotedDe) muss hier eine Liste [ … ] sein; in eckige Klammern setzen",
      en: "\(key.quotedEn) must be a list [ … ] here; put it in square brackets")
  }

  /// A field with a number expected.
  public static func matrixNotANumber(_ key: String) -> Message {
    Message(
      de: "\(key.quotedDe) muss hier eine Zahl sein; als Zahl mit Dezimalpunkt schreiben",
      en: "\(key.quotedEn) must be a number here; write it as a number with a decimal point")
  }

  /// A field with an object expected.
  public static func matrixNotAnObject() -> Message {
    Message(
      de: "hier wird ein Objekt { … } erwartet; Aufbau siehe docs/matrix.md",
      en: "an object { … } is expected here; see docs/matrix.md for the layout")
  }

  /// A field with a text expected.
  public static func matrixNotText(_ key: String) -> Message {
    Message(
      de: "\(key.quotedDe) muss hier ein Text sein; in Anführungszeichen setzen",
      en: "\(key.quotedEn) must be a text here; put it in quotation marks")
  }

  /// A field with true or false expected.
  public static func matrixNotTrueOrFalse(_ key: String) -> Message {
    Message(
      de: "\(key.quotedDe) muss true oder false sein; eines davon schreiben",
      en: "\(key.quotedEn) must be true or false; write one of them")
  }

  /// A field with a whole number expected.
  public static func matrixNotWhole(_ key: String, from: Int, to: Int) -> Message {
    Message(
      de: "\(key.quotedDe) muss eine ganze Zahl von \(from) bis \(to) sein; so eine Zahl angeben",
      en: "\(key.quotedEn) must be a whole number from \(from) to \(to); give such a number")
  }

  /// An XML document of another format.
  public static func matrixNotXMCDA(element: String) -> Message {
    Message(
      de:
        "das Element \(element.quotedDe) beginnt keine XMCDA-2-Datei; die Tabelle als XMCDA 2, "
        + "JSON oder CSV speichern",
      en:
        "the element \(element.quotedEn) does not start an XMCDA 2 file; save the table as "
        + "XMCDA 2, JSON or CSV")
  }

  /// Something that this program can't do.
  public static func matrixNotYet(_ what: LocalText) -> Message {
    Message(
      de: "\(what.de) gibt es hier noch nicht; weglassen oder eine andere Angabe wählen",
      en: "\(what.en) is not available yet; leave it out or choose another")
  }

  /// A figure out of range.
  public static func matrixOutOfRange(
    _ name: String, of owner: String?, value: String, must: LocalText
  ) -> Message {
    Message(
      de: "\(name.quotedDe)\(owner.map { " bei \($0.quotedDe)" } ?? "") ist \(value), muss aber "
        + "\(must.de) sein; Zahl berichtigen",
      en: "\(name.quotedEn)\(owner.map { " of \($0.quotedEn)" } ?? "") is \(value) but must be "
        + "\(must.en); correct the number")
  }

  /// Several rates of return.
  public static func matrixSeveralRates(count: Int) -> Message {
    Message(
      de: "die Zahlungsreihe hat \(count) interne Zinssätze; „irr“ nennt den kleinsten im Betrag",
      en: "the flows have \(count) internal rates of return; “irr” gives the smallest in magnitude")
  }

  /// Weights that come from the data.
  public static func matrixSpreadIsNoPreference() -> Message {
    Message(
      de: "diese Gewichte messen, wie weit die Alternativen auseinanderliegen, nicht, was jemandem "
        + "wichtig ist; nur zum Nachrechnen fremder Ergebnisse",
      en:
        "these weights measure how far apart the alternatives are, not what matters to anybody; "
        + "only for retracing results by others")
  }

  /// A word that is none of those allowed.
  public static func matrixUnknownWord(
    _ word: String, of key: String, known: [String], near: String?
  ) -> Message {
    let mend = Suggestion.mend(
      near,
      else: LocalText(
        de: "erlaubt sind: \(known.joined(separator: ", "))",
        en: "allowed are: \(known.joined(separator: ", "))"))
    return Message(
      de: "\(word.quotedDe) ist bei \(key.quotedDe) nicht bekannt; \(mend.de)",
      en: "\(word.quotedEn) is not known for \(key.quotedEn); \(mend.en)")
  }

  /// Bounds of weights that contradict each other.
  public static func matrixWeightBounds() -> Message {
    Message(
      de: "keine Gewichte in diesen Grenzen ergeben zusammen 1; Grenzen erweitern",
      en: "no weights within these bounds sum to 1; widen the bounds")
  }

  /// Two parameters of which only one can hold.
  public static func matrixOneOfTwo(_ key: String, _ other: String) -> Message {
    Message(
      de: "\(key.quotedDe) und \(other.quotedDe) gelten nicht zusammen; eines davon weglassen",
      en: "\(key.quotedEn) and \(other.quotedEn) do not hold together; leave one of them out")
  }

  /// Bounds of one weight that are none.
  public static func matrixWeightInterval(_ criterion: String) -> Message {
    Message(
      de: "die Grenzen des Gewichts von \(criterion.quotedDe) müssen zwischen 0 und 1 liegen, die "
        + "untere nicht über der oberen; berichtigen",
      en: "the bounds of the weight of \(criterion.quotedEn) must lie between 0 and 1, the lower "
        + "one not above the upper one; correct them")
  }

  /// A list of another length.
  public static func matrixWrongLength(_ key: String, expected: Int, found: Int) -> Message {
    Message(
      de: "\(key.quotedDe) hat hier \(found) Einträge statt \(expected); Anzahl angleichen",
      en: "\(key.quotedEn) has \(found) entries here instead of \(expected); make the numbers agree"
    )
  }
}
