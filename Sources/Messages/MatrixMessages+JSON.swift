/// What can be wrong with JSON text.
extension Message {
  /// A backslash that starts nothing known.
  public static func matrixJSONBadEscape() -> Message {
    Message(
      de: "kein gültiges JSON: die Zeichenfolge nach \\ ist ungültig; \\\\ für einen Schrägstrich "
        + "schreiben",
      en: "not valid JSON: what follows \\ is not valid; write \\\\ for a backslash")
  }

  /// A name without its colon.
  public static func matrixJSONColonExpected() -> Message {
    Message(
      de: "kein gültiges JSON: nach dem Namen fehlt ein Doppelpunkt; ergänzen",
      en: "not valid JSON: a colon is missing after the name; add it")
  }

  /// A comment.
  public static func matrixJSONComment() -> Message {
    Message(
      de: "kein gültiges JSON: JSON kennt keine Kommentare; Kommentar streichen",
      en: "not valid JSON: JSON has no comments; remove the comment")
  }

  /// Neither the next part nor the end.
  public static func matrixJSONCommaExpected(before closing: String) -> Message {
    Message(
      de: "kein gültiges JSON: hier wird „,“ oder „\(closing)“ erwartet; ergänzen",
      en: "not valid JSON: “,” or “\(closing)” is expected here; add it")
  }

  /// A line break or the like inside a text.
  public static func matrixJSONControlCharacter() -> Message {
    Message(
      de: "kein gültiges JSON: Steuerzeichen im Text; \\n oder \\t schreiben",
      en: "not valid JSON: control character in a text; write \\n or \\t")
  }

  /// A name that stands twice in one object.
  public static func matrixJSONDuplicateKey(_ key: String) -> Message {
    Message(
      de: "kein gültiges JSON: \(key.quotedDe) steht zweimal im selben Objekt; eines streichen",
      en: "not valid JSON: \(key.quotedEn) stands twice in the same object; remove one")
  }

  /// A name is missing.
  public static func matrixJSONKeyExpected() -> Message {
    Message(
      de: "kein gültiges JSON: hier wird ein Name in Anführungszeichen erwartet; ergänzen oder das "
        + "Komma davor streichen",
      en: "not valid JSON: a name in quotation marks is expected here; add it or remove the comma "
        + "before")
  }

  /// Something like a number.
  public static func matrixJSONNotANumber() -> Message {
    Message(
      de:
        "kein gültiges JSON: das ist keine Zahl; Ziffern mit Dezimalpunkt schreiben, für fehlende "
        + "Werte null",
      en: "not valid JSON: this is not a number; write digits with a decimal point, null for "
        + "missing values")
  }

  /// Bytes that are no characters.
  public static func matrixJSONNotUTF8() -> Message {
    Message(
      de: "kein gültiges JSON: der Text ist nicht UTF-8; als UTF-8 speichern",
      en: "not valid JSON: the text is not UTF-8; save it as UTF-8")
  }

  /// A number beyond the range.
  public static func matrixJSONNumberTooLarge() -> Message {
    Message(
      de: "kein gültiges JSON: die Zahl ist zu groß; Einheit wechseln",
      en: "not valid JSON: the number is too large; change the unit")
  }

  /// More than one value.
  public static func matrixJSONTextAfterEnd() -> Message {
    Message(
      de: "kein gültiges JSON: nach dem Ende des Falls steht noch etwas; streichen",
      en: "not valid JSON: there is something after the end of the case; remove it")
  }

  /// A text without its closing quotation mark.
  public static func matrixJSONTextOpen() -> Message {
    Message(
      de:
        "kein gültiges JSON: der Text, der hier beginnt, endet nicht; Anführungszeichen schließen",
      en: "not valid JSON: the text that starts here does not end; close the quotation mark")
  }

  /// Lists in lists in lists.
  public static func matrixJSONTooDeep(limit: Int) -> Message {
    Message(
      de: "kein gültiges JSON: mehr als \(limit) Ebenen ineinander; flacher schreiben",
      en: "not valid JSON: more than \(limit) levels inside each other; write it flatter")
  }

  /// More than memory should hold.
  public static func matrixJSONTooManyValues(limit: Int) -> Message {
    Message(
      de: "kein gültiges JSON: mehr als \(limit) Werte; Datei teilen",
      en: "not valid JSON: more than \(limit) values; split the file")
  }

  /// A value is missing.
  public static func matrixJSONValueExpected() -> Message {
    Message(
      de:
        "kein gültiges JSON: hier fehlt ein Wert; Zahl, Text, Liste oder Objekt einsetzen, "
        + "Kommas am Ende streichen",
      en: "not valid JSON: a value is missing here; put a number, text, list or object, and remove "
        + "commas at the end")
  }
}
