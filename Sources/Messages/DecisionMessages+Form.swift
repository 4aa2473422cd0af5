public import Measures

/// Messages about the form of `decision.yaml` and catalogues: YAML, keys and single values.
extension Message {
  /// An anchor or an alias.
  public static func anchor(_ name: String) -> Message {
    Message(
      de: """
        Anker und Verweise wie \("&\(name)".quotedDe) werden nicht gelesen; den Inhalt an jeder \
        Stelle ausschreiben
        """,
      en: """
        anchors and aliases such as \("&\(name)".quotedEn) are not read; write the content out \
        wherever it is used
        """)
  }

  /// A word that is none of those possible.
  public static func badChoice(_ word: String, _ meant: String?, _ words: [String]) -> Message {
    let mend = Suggestion.mend(
      meant,
      else: LocalText(de: "möglich sind \(words.listDe)", en: "possible are \(words.listEn)"))
    return Message(
      de: "\(word.quotedDe) ist hier keine mögliche Angabe; \(mend.de)",
      en: "\(word.quotedEn) is not possible here; \(mend.en)")
  }

  /// Not a date.
  public static func badDate(_ text: String) -> Message {
    Message(
      de: "\(text.quotedDe) ist kein Datum; 2027-03-31 oder 31.03.2027 schreiben",
      en: "\(text.quotedEn) is no date; write 2027-03-31 or 31.03.2027")
  }

  /// An identifier with other characters.
  public static func badIdentifier(_ text: String) -> Message {
    Message(
      de: """
        \(text.quotedDe) ist keine Kennung; Kleinbuchstaben a bis z, Ziffern und _ verwenden, mit \
        einem Buchstaben beginnen, höchstens 64 Zeichen
        """,
      en: """
        \(text.quotedEn) is no identifier; use lower-case letters a to z, digits and _, begin with \
        a letter, at most 64 characters
        """)
  }

  /// A path that is not relative to the folder.
  public static func badPath(_ text: String) -> Message {
    Message(
      de: """
        \(text.quotedDe) ist kein Pfad ab dem Ordner der Entscheidung; zum Beispiel \
        offers/nordwind.csv schreiben, mit / zwischen den Ordnern
        """,
      en: """
        \(text.quotedEn) is no path from the decision's folder; write for example \
        offers/nordwind.csv, with / between folders
        """)
  }

  /// A bracket or a comma is missing.
  public static func bracketNotClosed() -> Message {
    Message(
      de: "Hier fehlt ein Komma oder die schließende Klammer ] oder }; beides davor prüfen",
      en: "a comma or a closing ] or } is missing here; check what stands before")
  }

  /// A colon inside a text or a line that is indented too far.
  public static func colonInText() -> Message {
    Message(
      de: """
        Hier kann kein Schlüssel mit Doppelpunkt stehen; einen Text mit Doppelpunkt in \
        Anführungszeichen setzen, sonst die Einrückung dieser Zeile und der davor angleichen
        """,
      en: """
        no key with a colon can stand here; put a text with a colon into quotation marks, else make \
        the indentation of this line and the one before agree
        """)
  }

  /// A key without a colon.
  public static func colonMissing() -> Message {
    Message(
      de: "Nach dem Schlüssel davor fehlt ein Doppelpunkt; „schlüssel: Wert“ schreiben",
      en: "a colon is missing after the key before; write “key: value”")
  }

  /// A comma between digits inside brackets, where it separates values.
  public static func commaInBrackets(_ before: String, _ after: String) -> Message {
    Message(
      de: """
        In Klammern trennt das Komma zwei Werte, hier \(before.quotedDe) und \(after.quotedDe); eine \
        Dezimalzahl mit Punkt schreiben, zwei Werte mit Leerzeichen nach dem Komma
        """,
      en: """
        in brackets a comma separates two values, here \(before.quotedEn) and \(after.quotedEn); \
        write a decimal number with a point, two values with a blank after the comma
        """)
  }

  /// A range of days that is too wide.
  public static func dateRangeTooWide(years: Int) -> Message {
    Message(
      de: "Zwischen frühestem und spätestem Tag liegen mehr als \(years) Jahre; enger schätzen",
      en: "more than \(years) years lie between the earliest and the latest day; estimate closer")
  }

  /// A key that stands twice in a group.
  public static func duplicateKey(_ key: String, _ line: Int) -> Message {
    Message(
      de: "Der Schlüssel \(key.quotedDe) steht schon in Zeile \(line); einen der beiden streichen",
      en: "the key \(key.quotedEn) stands in line \(line) already; take one of the two out")
  }

  /// Nothing in the file.
  public static func emptyFile() -> Message {
    Message(
      de: "Die Datei ist leer; „votum new ORDNER“ legt eine vollständige an",
      en: "the file is empty; “votum new DIR” sets up a complete one")
  }

  /// A key without a value.
  public static func emptyKey(_ key: String) -> Message {
    Message(
      de: "Nach \(key.quotedDe) steht nichts; einen Wert eintragen oder die Zeile streichen",
      en: "nothing follows \(key.quotedEn); write a value or take the line out")
  }

  /// A list without elements.
  public static func emptyList() -> Message {
    Message(
      de: "Die Liste ist leer; mindestens einen Eintrag aufnehmen oder den Schlüssel streichen",
      en: "the list is empty; add at least one entry or take the key out")
  }

  /// An element or text with nothing in it.
  public static func emptyValue() -> Message {
    Message(
      de: "Hier steht nichts; einen Wert eintragen oder den Eintrag streichen",
      en: "there is nothing here; write a value or take the entry out")
  }

  /// Something else instead of a list.
  public static func expectedList(_ found: LocalText) -> Message {
    Message(
      de: "Hier gehört eine Liste hin, nicht \(found.de); [a, b] oder Zeilen mit „- “ schreiben",
      en: "a list belongs here, not \(found.en); write [a, b] or lines that begin with “- ”")
  }

  /// Something else instead of keys with values.
  public static func expectedMapping(_ found: LocalText) -> Message {
    Message(
      de: """
        Hier gehören Schlüssel mit Werten hin, nicht \(found.de); { schlüssel: Wert } oder \
        eingerückte Zeilen „schlüssel: Wert“ schreiben
        """,
      en: """
        keys with values belong here, not \(found.en); write { key: value } or indented lines \
        “key: value”
        """)
  }

  /// A list or a group instead of a single value.
  public static func expectedValue(_ found: LocalText) -> Message {
    Message(
      de: """
        Hier gehört ein einzelner Wert hin, nicht \(found.de); einen Text, der mit [ oder { \
        beginnt, in Anführungszeichen setzen
        """,
      en: """
        a single value belongs here, not \(found.en); put a text that begins with [ or { into \
        quotation marks
        """)
  }

  /// More mistakes than anybody reads.
  public static func furtherMistakes() -> Message {
    Message(
      de: "Ab hier sind weitere Fehler nicht aufgezählt; erst die genannten beheben",
      en: "further mistakes from here on are not listed; mend those told first")
  }

  /// Lines that are not indented alike.
  public static func indentation() -> Message {
    Message(
      de: """
        Diese Zeile passt nicht zu den Zeilen davor; Zeilen derselben Ebene gleich weit mit \
        Leerzeichen einrücken, Listen mit „- “ beginnen
        """,
      en: """
        this line does not fit those before; indent lines of the same level by the same number of \
        blanks, begin list entries with “- ”
        """)
  }

  /// A list or group as a key.
  public static func keyIsNoText() -> Message {
    Message(
      de: "Ein Schlüssel muss ein Text sein; Klammern davor und danach prüfen",
      en: "a key has to be a text; check the brackets before and after it")
  }

  /// A key that must be there.
  public static func missingKey(_ key: String) -> Message {
    Message(
      de: "Hier fehlt \(key.quotedDe); \(key): … ergänzen",
      en: "\(key.quotedEn) is missing here; add \(key): …")
  }

  /// A text that begins with a sign that means something else in YAML.
  public static func mustBeQuoted(_ sign: String) -> Message {
    Message(
      de: """
        Ein Text darf hier nicht mit \(sign.quotedDe) beginnen; ihn in Anführungszeichen setzen
        """,
      en: "a text cannot begin with \(sign.quotedEn) here; put it into quotation marks")
  }

  /// A number below zero.
  public static func negative() -> Message {
    Message(
      de: "Die Zahl darf nicht unter null liegen; das Vorzeichen prüfen",
      en: "the number cannot be below zero; check the sign")
  }

  /// A list or a value instead of the file's keys.
  public static func notAMapping(_ found: LocalText) -> Message {
    Message(
      de: """
        Die Datei muss aus Schlüsseln mit Werten bestehen, nicht aus etwas anderem (\(found.de)); \
        mit „votum: 1“ beginnen
        """,
      en: """
        the file has to consist of keys with values, not of something else (\(found.en)); begin \
        with “votum: 1”
        """)
  }

  /// Control characters.
  public static func notText() -> Message {
    Message(
      de: """
        Hier steht ein Zeichen, das in keinem Text vorkommt; die richtige Datei angeben oder sie \
        als Text in UTF-8 speichern
        """,
      en: """
        there is a character here that no text contains; name the right file or save it as text in \
        UTF-8
        """)
  }

  /// Bytes that are not UTF-8.
  public static func notUTF8() -> Message {
    Message(
      de: "Die Datei ist ab hier kein UTF-8; sie im Editor mit der Kodierung UTF-8 speichern",
      en: "from here on the file is not UTF-8; save it in the editor with the encoding UTF-8")
  }

  /// Neither yes nor no.
  public static func notYesNo(_ text: String) -> Message {
    Message(
      de: "\(text.quotedDe) ist weder ja noch nein; yes oder no schreiben",
      en: "\(text.quotedEn) is neither yes nor no; write yes or no")
  }

  /// A percent sign where a plain number belongs.
  public static func percentNotExpected() -> Message {
    Message(
      de: "Hier gehört eine Zahl ohne Prozentzeichen hin; das Zeichen streichen",
      en: "a number without percent sign belongs here; take the sign out")
  }

  /// A number that cannot be read.
  public static func plainNumber(_ text: String, problem: NumberTextProblem) -> Message {
    let fault: LocalText
    switch problem {
    case .ambiguous(let point, let comma):
      let padded = paddedDecimals(point, comma)
      return Message(
        de: """
          \(text.quotedDe) lässt sich als \(point.text) und als \(comma.text) lesen; \
          \(padded) oder \(max(point, comma).text) schreiben
          """,
        en: """
          \(text.quotedEn) can be read as \(point.text) and as \(comma.text); write \(padded) or \
          \(max(point, comma).text)
          """)
    case .exponent:
      fault = LocalText(de: "hat eine Zehnerpotenz", en: "has a power of ten")
    case .tooManyDecimals:
      fault = LocalText(
        de: "hat mehr als zwölf Nachkommastellen", en: "has more than twelve decimals")
    case .tooLarge:
      fault = LocalText(
        de: "ist größer, als genau gerechnet werden kann",
        en: "is larger than can be reckoned exactly")
    case .unknownWord(let word):
      fault = LocalText(
        de: "enthält \(word.quotedDe), das hier nicht stehen kann",
        en: "contains \(word.quotedEn), which cannot stand here")
    case .empty, .notANumber, .badGroups:
      fault = LocalText(de: "ist keine Zahl", en: "is no number")
    }
    return Message(
      de: "\(text.quotedDe) \(fault.de); wie 1234.5 oder 1234,5 schreiben, ohne Tausenderzeichen",
      en: "\(text.quotedEn) \(fault.en); write it like 1234.5 or 1234,5, without grouping")
  }

  /// The smaller reading of an ambiguous number, with a fourth decimal that makes it plain.
  private static func paddedDecimals(_ point: Amount, _ comma: Amount) -> String {
    let fewer = abs(point.double) < abs(comma.double) ? point : comma
    return fewer.text(places: 4)
  }

  /// A quotation mark or a bracket without its other half.
  public static func quoteNotClosed() -> Message {
    Message(
      de: """
        Bis hierher wurde ein Anführungszeichen oder eine Klammer nicht geschlossen; das fehlende \
        Zeichen davor ergänzen
        """,
      en: """
        up to here a quotation mark or a bracket was not closed; add the missing one further up
        """)
  }

  /// Low, likely and high in another order.
  public static func rangeNotOrdered(_ low: String, _ middle: String, _ high: String) -> Message {
    Message(
      de: "Es muss \(low) ≤ \(middle) ≤ \(high) gelten; die drei Zahlen prüfen",
      en: "it has to be \(low) ≤ \(middle) ≤ \(high); check the three numbers")
  }

  /// Keys that repeat in a way that cannot be followed further.
  public static func repeatedKeys(_ keys: [String]) -> Message {
    Message(
      de: "In derselben Gruppe stehen Schlüssel mehrfach: \(keys.listDe); jeden nur einmal nennen",
      en: "keys stand in the same group more than once: \(keys.listEn); name each only once")
  }

  /// A second YAML document.
  public static func secondDocument() -> Message {
    Message(
      de: "Hier beginnt ein zweites Dokument; die Zeile „---“ und alles danach streichen",
      en: "a second document begins here; take out the line “---” and what follows")
  }

  /// A share outside its bounds.
  public static func shareOutOfRange(_ low: String, _ high: String) -> Message {
    Message(
      de: "Der Anteil muss zwischen \(low) % und \(high) % liegen; ihn berichtigen",
      en: "the share has to lie between \(low) % and \(high) %; correct it")
  }

  /// A share that would be more than 100 %.
  public static func shareWithoutPercent(_ number: String) -> Message {
    Message(
      de: "\(number) wäre mehr als das Ganze; \(number) % schreiben oder einen Anteil bis 1",
      en: "\(number) would be more than the whole; write \(number) % or a share up to 1")
  }

  /// Any other fault of the form.
  public static func syntax(_ problem: String) -> Message {
    Message(
      de: """
        Diese Stelle ist kein gültiges YAML (\(problem)); Einrückung, Klammern und \
        Anführungszeichen prüfen
        """,
      en: """
        this is no valid YAML (\(problem)); check indentation, brackets and \
        quotation marks
        """)
  }

  /// A tab at the beginning of a line.
  public static func tab() -> Message {
    Message(
      de: "Zeilen dürfen nicht mit Tabulatoren eingerückt sein; Leerzeichen verwenden",
      en: "lines cannot be indented with tabs; use blanks")
  }

  /// A key that means nothing.
  public static func unknownKey(_ key: String, _ meant: String?, _ keys: [String]) -> Message {
    let mend = Suggestion.mend(
      meant, else: LocalText(de: "möglich sind \(keys.listDe)", en: "possible are \(keys.listEn)"))
    return Message(
      de: "Der Schlüssel \(key.quotedDe) ist hier unbekannt; \(mend.de)",
      en: "the key \(key.quotedEn) is unknown here; \(mend.en)")
  }

  /// A version that this program does not know.
  public static func unknownVersion(_ text: String) -> Message {
    Message(
      de: "Die Fassung \(text.quotedDe) des Formats ist unbekannt; 1 schreiben",
      en: "the version \(text.quotedEn) of the format is unknown; write 1")
  }

  /// Not a whole number within bounds.
  public static func wholeOutOfRange(_ text: String, _ low: String, _ high: String) -> Message {
    Message(
      de: "\(text.quotedDe) ist keine ganze Zahl von \(low) bis \(high); eine solche schreiben",
      en: "\(text.quotedEn) is no whole number from \(low) to \(high); write one")
  }

  /// Too many bytes.
  public static func yamlTooLarge(_ megabytes: Int) -> Message {
    Message(
      de: """
        Die Datei hat mehr als \(megabytes) MB und ist wohl keine Entscheidung und kein Katalog; \
        die richtige Datei angeben
        """,
      en: """
        the file has more than \(megabytes) MB and is hardly a decision or catalogue; name the \
        right file
        """)
  }
}
