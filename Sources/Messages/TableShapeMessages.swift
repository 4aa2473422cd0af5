// Messages about the shapes in which tables arrive: questionnaires, matrices, preambles, totals.
// In alphabetical order; the name of a function is the message's lasting name.

extension Message {
  /// A cell under a level that is neither ticked nor open.
  public static func answerTickUnknown(text: String, level: String) -> Message {
    Message(
      de: """
        \(text.quotedDe) unter \(level.quotedDe) ist weder angekreuzt noch leer; x schreiben \
        oder die Zelle leeren
        """,
      en: """
        \(text.quotedEn) under \(level.quotedEn) is neither ticked nor open; write x, or empty \
        the cell
        """)
  }

  /// A question with ticks under two levels.
  public static func answerTickedTwice(level: String, other: String) -> Message {
    Message(
      de: """
        außer \(other.quotedDe) ist auch \(level.quotedDe) angekreuzt; nachfragen und ein \
        Kreuz stehen lassen
        """,
      en: "\(level.quotedEn) is ticked besides \(other.quotedEn); ask again and keep one tick")
  }

  /// A unit beside an answer that is not the scale's.
  public static func answerUnitColumnDiffers(text: String, unit: String) -> Message {
    Message(
      de: """
        die Einheit \(text.quotedDe) ist nicht die der Skala, \(unit.quotedDe); die Zahl wird \
        gelesen, wie sie steht, sie prüfen
        """,
      en: """
        the unit \(text.quotedEn) is not the scale's, \(unit.quotedEn); the figure is read as \
        it stands, check it
        """)
  }

  /// A column of an option that does not name the file.
  public static func matrixColumnNotNamed(option: String, file: String) -> Message {
    Message(
      de: """
        die Spalte von \(option.quotedDe) wird nicht gelesen, weil die Option die Datei nicht \
        nennt; \(file.quotedDe) bei ihren files ergänzen
        """,
      en: """
        the column of \(option.quotedEn) is not read since the option does not name the file; \
        add \(file.quotedEn) to its files
        """)
  }

  /// A column that no option has the name of.
  public static func matrixColumnUnclaimed(header: String, suggestion: String?) -> Message {
    let mend = Suggestion.mend(
      suggestion,
      else: LocalText(
        de: "ist es eine Option, dann unter columns ihre Kennung dieser Spalte zuordnen",
        en: "if it is an option, give its identifier this column under columns"))
    return Message(
      de: "keine Option heißt \(header.quotedDe), die Spalte wird ausgelassen; \(mend.de)",
      en: "no option is called \(header.quotedEn), the column is left out; \(mend.en)")
  }

  /// A table of several options without the one that names it.
  public static func matrixWithoutOption(
    option: String, name: String, found: [String]
  ) -> Message {
    Message(
      de: """
        die Tabelle hat keine Spalte für \(option.quotedDe) (\(name.quotedDe)), sondern \
        \(found.listDe); die Spalte so nennen oder unter columns zuordnen: \
        { \(option): "Überschrift" }
        """,
      en: """
        the table has no column for \(option.quotedEn) (\(name.quotedEn)) but \
        \(found.listEn); name the column so, or map it under columns: { \(option): "header" }
        """)
  }

  /// An answer to something that the decision does not ask.
  public static func questionNotAsked(text: String) -> Message {
    Message(
      de: """
        nach \(text.quotedDe) fragt die Entscheidung nicht, die Antwort wird ausgelassen; \
        Kennung prüfen oder ein Kriterium anlegen
        """,
      en: """
        the decision does not ask about \(text.quotedEn), the answer is left out; check the \
        identifier, or add a criterion
        """)
  }

  /// A question with the words of another.
  public static func questionTextOfOther(id: String, text: String, other: String) -> Message {
    Message(
      de: """
        die Zeile trägt die Kennung \(id.quotedDe), aber die Frage von \(other.quotedDe), \
        \(text.quotedDe); klären, welche beantwortet ist
        """,
      en: """
        the row has the identifier \(id.quotedEn) but the question of \(other.quotedEn), \
        \(text.quotedEn); find out which one is answered
        """)
  }

  /// Questions that came back in other words.
  public static func questionsReworded(ids: [String]) -> Message {
    Message(
      de: """
        anders als gefragt steht die Frage bei \(ids.listDe); prüfen, ob die Antworten noch \
        passen
        """,
      en: """
        the question is not worded as it was asked at \(ids.listEn); check whether the answers \
        still fit
        """)
  }
}
