// Messages about files as such: tables, XML documents, numbers in cells.
// In alphabetical order; the name of a function is the message's lasting name.

extension Message {
  /// A number of units that is below zero or none.
  public static func cellNotACount(column: String, text: String, orZero: Bool) -> Message {
    Message(
      de: """
        \(text.quotedDe) in \(column.quotedDe) ist keine Menge; eine Zahl \
        \(orZero ? "ab 0" : "über 0") ohne Einheit schreiben
        """,
      en: """
        \(text.quotedEn) in \(column.quotedEn) is not a quantity; write a number \
        \(orZero ? "from 0" : "above 0") without a unit
        """)
  }

  /// A text that is not a date.
  public static func cellNotADate(column: String, text: String) -> Message {
    Message(
      de: """
        \(text.quotedDe) in \(column.quotedDe) ist kein Datum; wie 31.03.2027 oder 2027-03-31 \
        schreiben
        """,
      en: """
        \(text.quotedEn) in \(column.quotedEn) is not a date; write it like 2027-03-31 or \
        31.03.2027
        """)
  }

  /// A text that is not a number.
  public static func cellNotANumber(column: String, text: String) -> Message {
    Message(
      de: "\(text.quotedDe) in \(column.quotedDe) ist keine Zahl; Ziffern schreiben wie 1234,50",
      en: "\(text.quotedEn) in \(column.quotedEn) is not a number; write digits such as 1234.50")
  }

  /// A share outside its range.
  public static func cellNotAShare(column: String, text: String, low: Int, high: Int) -> Message {
    Message(
      de: """
        \(text.quotedDe) in \(column.quotedDe) ist kein Anteil von \(low) % bis \(high) %; wie \
        3 % oder 0,03 schreiben
        """,
      en: """
        \(text.quotedEn) in \(column.quotedEn) is not a share from \(low) % to \(high) %; \
        write it like 3 % or 0.03
        """)
  }

  /// Digits and separators that make no number in the column's style.
  public static func cellNumberBadGroups(column: String, text: String) -> Message {
    Message(
      de: """
        bei \(text.quotedDe) in \(column.quotedDe) stehen Punkt und Komma nicht wie bei einer \
        Zahl dieser Spalte; wie 1.234,50, 1,234.50 oder 1234,50 schreiben, in der ganzen \
        Spalte gleich
        """,
      en: """
        point and comma in \(text.quotedEn) in \(column.quotedEn) do not stand as in a number \
        of this column; write like 1,234.50, 1.234,50 or 1234.50, the same throughout the \
        column
        """)
  }

  /// A number beyond what can be held.
  public static func cellNumberTooLarge(column: String, text: String) -> Message {
    Message(
      de: """
        \(text.quotedDe) in \(column.quotedDe) ist zu groß; möglich sind bis zu 26 Stellen vor \
        dem Komma, Ziffern prüfen
        """,
      en: """
        \(text.quotedEn) in \(column.quotedEn) is too large; up to 26 digits before the point \
        are possible, check the digits
        """)
  }

  /// A number with more decimals than can be held.
  public static func cellNumberTooManyDecimals(column: String, text: String) -> Message {
    Message(
      de: "\(text.quotedDe) in \(column.quotedDe) hat mehr als 12 Nachkommastellen; Wert runden",
      en: "\(text.quotedEn) in \(column.quotedEn) has more than 12 decimals; round it")
  }

  /// A number with an exponent.
  public static func cellNumberWithExponent(column: String, text: String) -> Message {
    Message(
      de: "\(text.quotedDe) in \(column.quotedDe) hat eine Hochzahl; Zahl ausschreiben",
      en: "\(text.quotedEn) in \(column.quotedEn) has an exponent; write the number in full")
  }

  /// A number with a word that does not belong to it.
  public static func cellNumberWithWord(column: String, text: String, word: String) -> Message {
    Message(
      de: """
        \(word.quotedDe) in \(text.quotedDe) (Spalte \(column.quotedDe)) lässt sich nicht als \
        Teil einer Zahl lesen; nur Zahl, Währung oder Prozentzeichen stehen lassen
        """,
      en: """
        \(word.quotedEn) in \(text.quotedEn) (column \(column.quotedEn)) cannot be read as \
        part of a number; keep only number, currency or percent sign
        """)
  }

  /// A word that a column does not know.
  public static func cellWordUnknown(
    column: String, text: String, words: [String], suggestion: String?
  ) -> Message {
    let mend = Suggestion.mend(
      suggestion,
      else: LocalText(
        de: "möglich sind \(words.listDe)",
        en: "write one of \(words.listEn)"))
    return Message(
      de: "\(text.quotedDe) in \(column.quotedDe) ist nicht bekannt; \(mend.de)",
      en: "\(text.quotedEn) in \(column.quotedEn) is not known; \(mend.en)")
  }

  /// A column that means the same as another.
  public static func columnLeftOut(header: String, column: String, used: String) -> Message {
    Message(
      de: """
        die Spalte \(header.quotedDe) wird nicht gelesen, weil \(used.quotedDe) als \
        \(column.quotedDe) dient; ist sie die richtige, dann unter columns in der Entscheidung \
        nennen
        """,
      en: """
        the column \(header.quotedEn) is not read since \(used.quotedEn) serves as \
        \(column.quotedEn); if it is the right one, name it under columns in the decision
        """)
  }

  /// A column whose numbers can be read in two ways.
  public static func columnStyleAmbiguous(
    column: String, text: String, point: String, comma: String
  ) -> Message {
    Message(
      de: """
        \(text.quotedDe) in \(column.quotedDe) kann \(comma) oder \(point) heißen; in einer \
        Zelle der Spalte die Nachkommastellen mitschreiben, etwa 1.234,00 oder 1,234.00, oder bei \
        der Datei unter files: decimals: comma (Komma vor den Nachkommastellen) oder point angeben
        """,
      en: """
        \(text.quotedEn) in \(column.quotedEn) can mean \(point) or \(comma); write the \
        decimals in one cell of the column, such as 1,234.00 or 1.234,00, or state with the file \
        under files: decimals: point or comma, the mark before its decimals
        """)
  }

  /// A column with decimal points and decimal commas.
  public static func columnStyleContradictory(
    column: String, text: String, otherText: String, otherLine: Int
  ) -> Message {
    Message(
      de: """
        \(text.quotedDe) in \(column.quotedDe) passt nicht zu \(otherText.quotedDe) in Zeile \
        \(otherLine); in der ganzen Spalte Dezimalkomma oder Dezimalpunkt schreiben
        """,
      en: """
        \(text.quotedEn) in \(column.quotedEn) does not fit \(otherText.quotedEn) in line \
        \(otherLine); write a decimal point or a decimal comma throughout the column
        """)
  }

  /// Two columns with the same meaning.
  public static func columnTwice(header: String, column: String) -> Message {
    Message(
      de: """
        die Spalte \(header.quotedDe) gibt es zweimal, beide bedeuten \(column.quotedDe); eine \
        umbenennen
        """,
      en: "there are two columns \(header.quotedEn), both mean \(column.quotedEn); rename one")
  }

  /// A column that is not read.
  public static func columnUnknown(header: String, suggestion: String?) -> Message {
    let mend = Suggestion.mend(
      suggestion,
      else: LocalText(
        de: "wird sie gebraucht, dann unter columns in der Entscheidung nennen",
        en: "if you need it, name it under columns in the decision"))
    return Message(
      de: "die Spalte \(header.quotedDe) wird nicht gelesen; \(mend.de)",
      en: "the column \(header.quotedEn) is not read; \(mend.en)")
  }

  /// Bytes that mean nothing in the file's encoding.
  public static func fileCharacterUnreadable() -> Message {
    Message(
      de: """
        hier steht ein Zeichen, das sich nicht lesen lässt; Datei als CSV UTF-8 speichern oder \
        ihre Kodierung unter files: angeben, etwa encoding: cp850
        """,
      en: """
        there is a character here that cannot be read; save the file as CSV UTF-8, or state its \
        encoding under files:, such as encoding: cp850
        """)
  }

  /// A file without content.
  public static func fileEmpty() -> Message {
    Message(
      de: """
        die Datei ist leer; die richtige an diese Stelle legen oder sie aus der Entscheidung \
        streichen
        """,
      en: "the file is empty; put the right one in its place, or take it out of the decision")
  }

  /// A file in UTF-32.
  public static func fileEncodingNotRead() -> Message {
    Message(
      de: "die Datei ist in UTF-32 geschrieben; als UTF-8 speichern",
      en: "the file is written in UTF-32; save it as UTF-8")
  }

  /// A file of another kind than CSV or XML.
  public static func fileKindNotRead(kind: LocalText) -> Message {
    Message(
      de: "das ist \(kind.de); Tabelle als CSV (UTF-8, durch Trennzeichen getrennt) speichern",
      en: "this is \(kind.en); save the table as CSV (UTF-8, delimited)")
  }

  /// A file that is no text.
  public static func fileNotText() -> Message {
    Message(
      de: """
        das ist keine Textdatei; Tabelle als CSV (UTF-8, durch Trennzeichen getrennt) \
        speichern
        """,
      en: "this is not a text file; save the table as CSV (UTF-8, delimited)")
  }

  /// A file beyond what is read.
  public static func fileTooLarge(limit: Int) -> Message {
    Message(
      de: """
        hier ist die Grenze von \(limit) (Zeilen, Felder oder Bytes eines Feldes) überschritten; Datei \
        teilen oder das Feld kürzen
        """,
      en: """
        the limit of \(limit) (rows, fields, or bytes of one field) is passed here; split the file or \
        shorten the field
        """)
  }

  /// A column name of the decision that does not exist.
  public static func mappedColumnUnknown(name: String, suggestion: String?) -> Message {
    let mend = Suggestion.mend(suggestion, else: seeOfferFiles)
    return Message(
      de: "unter columns steht \(name.quotedDe), das keine Spalte von Angeboten ist; \(mend.de)",
      en: "columns has \(name.quotedEn), which is not a column of offers; \(mend.en)")
  }

  /// A header named by the decision that the file does not have.
  public static func mappedHeaderNotFound(
    column: String, header: String, found: [String]
  ) -> Message {
    Message(
      de: """
        für \(column.quotedDe) nennt columns die Überschrift \(header.quotedDe), die Datei hat \
        \(found.listDe); sie berichtigen
        """,
      en: """
        for \(column.quotedEn) columns names the header \(header.quotedEn), the file has \
        \(found.listEn); correct it
        """)
  }

  /// A row with more fields than headers.
  public static func rowTooLong(fields: Int, headers: Int) -> Message {
    Message(
      de: """
        die Zeile hat \(fields) Felder, der Kopf nur \(headers); Texte und Zahlen mit \
        Trennzeichen in Anführungszeichen setzen
        """,
      en: """
        the row has \(fields) fields, the header only \(headers); put texts and numbers that \
        hold the delimiter in quotes
        """)
  }

  /// A schema for a file that is no XML.
  public static func schemaForTable(path: String) -> Message {
    Message(
      de: "\(path) ist kein XML und kann sich an kein Schema halten; schema dort streichen",
      en: "\(path) is no XML and cannot keep to a schema; delete its schema")
  }

  /// A schema that can't be used.
  public static func schemaUnusable(detail: String) -> Message {
    Message(
      de: """
        mit diesem Schema lässt sich nicht prüfen: \(detail.shownInFull); alle Dateien des Schemas \
        in den Ordner der Entscheidung legen und die Stelle berichtigen
        """,
      en: """
        nothing can be checked by this schema: \(detail.shownInFull); put all files of the schema \
        into the decision's folder and correct this place
        """)
  }

  /// A table without the headers of any known shape.
  public static func tableHeaderNotFound(missing: [String], found: [String]) -> Message {
    let mend =
      missing.isEmpty
      ? LocalText(
        de: "die Spaltennamen darüber schreiben oder unter columns nennen",
        en: "write the columns' names above, or name them under columns")
      : LocalText(
        de: "es fehlt \(missing.listDe), die Spalte so benennen oder unter columns nennen",
        en: "missing \(missing.listEn), name the column so, or name it under columns")
    return Message(
      de: """
        es gibt keine Kopfzeile für Antworten, Preise oder Bedingungen, gefunden: \
        \(found.listDe); \(mend.de)
        """,
      en: """
        there is no header row for answers, prices or terms, found: \(found.listEn); \
        \(mend.en)
        """)
  }

  /// A quotation mark without an end.
  public static func tableQuoteOpen() -> Message {
    Message(
      de: "dieses Anführungszeichen wird nie geschlossen; das zweite setzen oder es streichen",
      en: "this quotation mark is never closed; write the second one, or delete it")
  }

  /// Text behind a closing quotation mark.
  public static func tableTextAfterQuote() -> Message {
    Message(
      de: """
        hinter dem schließenden Anführungszeichen steht noch Text; Anführungszeichen im Text \
        verdoppeln
        """,
      en: "there is text behind the closing quotation mark; double quotation marks inside a text")
  }

  /// A document that breaks the schema.
  public static func xmlAgainstSchema(schema: String, detail: String) -> Message {
    Message(
      de: """
        das Dokument hält sich nicht an \(schema): \(detail.shownInFull); die Stelle nach dem \
        Schema berichtigen
        """,
      en: """
        the document does not keep to \(schema): \(detail.shownInFull); correct it after the \
        schema
        """)
  }

  /// A document with a DOCTYPE that declares something.
  public static func xmlDoctype() -> Message {
    Message(
      de: """
        das Dokument hat ein DOCTYPE mit eigenen Vereinbarungen, über die sich fremde Dateien \
        einschleusen lassen; von <!DOCTYPE bis ]> löschen
        """,
      en: """
        the document has a DOCTYPE with declarations, through which foreign files can slip in; \
        delete it from <!DOCTYPE to ]>
        """)
  }

  /// A document whose bytes do not fit its encoding.
  public static func xmlEncodingNotRead(detail: String) -> Message {
    Message(
      de: """
        die Zeichen des Dokuments lassen sich nicht lesen: \(detail.shownInFull); als UTF-8 \
        speichern
        """,
      en: "the document's characters cannot be read: \(detail.shownInFull); save it as UTF-8")
  }

  /// A document of another format.
  public static func xmlFormatNotRead(
    element: String, namespace: String?, format: String?
  ) -> Message {
    let space = namespace ?? ""
    let found =
      format.map { LocalText(de: "das scheint \($0) zu sein", en: "this seems to be \($0)") }
      ?? LocalText(
        de: "das Element \(element.quotedDe) (Namensraum \(space.quotedDe)) ist kein Angebot",
        en: "the element \(element.quotedEn) (namespace \(space.quotedEn)) is not an offer")
    return Message(
      de: """
        \(found.de), dieses Format wird nicht gelesen; unter xml in der Entscheidung sagen, wo \
        seine Zeilen stehen, oder sie in eine CSV-Datei übertragen
        """,
      en: """
        \(found.en), a format that is not read; say under xml in the decision where its rows \
        stand, or put them into a CSV file
        """)
  }

  /// A document that breaks the rules of XML.
  public static func xmlMalformed(detail: String) -> Message {
    Message(
      de: "das ist kein lesbares XML: \(detail.shownInFull); Datei neu schreiben lassen",
      en: "this is not readable XML: \(detail.shownInFull); have the file written again")
  }

  /// A schema that cannot be used.
  public static func xmlSchemaUnusable() -> Message {
    Message(
      de: "das Schema votum-offer-1.xsd ist unbrauchbar; Votum neu installieren",
      en: "the schema votum-offer-1.xsd cannot be used; install Votum again")
  }

  /// A document beyond what is read.
  public static func xmlTooLarge(detail: String) -> Message {
    Message(
      de: "das Dokument ist zu groß oder zu tief geschachtelt: \(detail.shownInFull); es teilen",
      en: "the document is too large or nested too deeply: \(detail.shownInFull); split it")
  }

  /// Further faults of a document that breaks its schema.
  public static func xmlViolationsMore(count: Int) -> Message {
    Message(
      de: "noch \(count) weitere Verstöße gegen das Schema; erst die genannten berichtigen",
      en: "\(count) more faults against the schema; correct those named first")
  }
}

extension Message {
  /// What to do about a column that doesn't exist, where no name is near.
  static let seeOfferFiles = LocalText(
    de: "in der Beschreibung der Angebotsdateien nachsehen",
    en: "see the description of offer files")
}
