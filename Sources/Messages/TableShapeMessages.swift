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

  /// A column that has texts but no header.
  public static func columnWithoutHeader(text: String) -> Message {
    Message(
      de: """
        über \(text.quotedDe) steht kein Spaltenname, die Spalte wird nicht gelesen; einen \
        darüber schreiben oder die Spalte leeren
        """,
      en: """
        no column's name stands above \(text.quotedEn), and the column is not read; write one \
        there, or empty the column
        """)
  }

  /// A date with slashes that can be read in two ways.
  public static func dateOrderAmbiguous(
    column: String, text: String, dayFirst: String, monthFirst: String
  ) -> Message {
    Message(
      de: """
        \(text.quotedDe) in \(column.quotedDe) kann \(dayFirst) oder \(monthFirst) heißen, und \
        keine Zelle der Spalte zeigt, was gilt; wie 31.03.2027 schreiben
        """,
      en: """
        \(text.quotedEn) in \(column.quotedEn) can mean \(dayFirst) or \(monthFirst), and no \
        cell of the column shows which; write it like 2027-03-31
        """)
  }

  /// Dates with slashes of which some can only have the day first and others only the month.
  public static func dateOrderContradictory(
    column: String, text: String, other: String
  ) -> Message {
    Message(
      de: """
        in \(column.quotedDe) steht bei \(other.quotedDe) und \(text.quotedDe) der Tag nicht an \
        derselben Stelle; alle wie 31.03.2027 schreiben
        """,
      en: """
        the day does not stand in the same place in \(other.quotedEn) and \(text.quotedEn) in \
        \(column.quotedEn); write all like 2027-03-31
        """)
  }

  /// Serial numbers of days beside dates.
  public static func dateSerialMixed(
    column: String, text: String, date: String, other: String
  ) -> Message {
    Message(
      de: """
        in \(column.quotedDe) steht neben Daten wie \(other.quotedDe) die Zahl \(text.quotedDe), \
        die als Tageszahl einer Tabelle \(date) wäre; das Datum ausschreiben
        """,
      en: """
        beside dates such as \(other.quotedEn) stands the number \(text.quotedEn) in \
        \(column.quotedEn), as a spreadsheet's day number \(date); write the date out
        """)
  }

  /// Serial numbers of days in place of dates.
  public static func dateSerialRead(column: String, text: String, date: String) -> Message {
    Message(
      de: """
        die Zahlen in \(column.quotedDe) sind als Tageszahlen einer Tabelle gelesen, \
        \(text.quotedDe) als \(date); prüfen, die Spalte besser als Datum formatieren
        """,
      en: """
        the numbers in \(column.quotedEn) are read as a spreadsheet's day numbers, \
        \(text.quotedEn) as \(date); check it, better format the column as dates
        """)
  }

  /// Years of two digits.
  public static func dateShortYear(column: String, text: String, year: String) -> Message {
    Message(
      de: """
        \(text.quotedDe) in \(column.quotedDe) hat ein zweistelliges Jahr, gelesen als \(year); \
        es vierstellig schreiben
        """,
      en: """
        \(text.quotedEn) in \(column.quotedEn) has a year of two digits, read as \(year); write \
        all four
        """)
  }

  /// A row whose stated total is not units × price less the discount.
  public static func lineTotalDiffers(
    item: String, stated: String, reckoned: String
  ) -> Message {
    Message(
      de: """
        bei \(item.quotedDe) ist die Summe der Zeile \(stated), Menge × Preis ergibt \
        \(reckoned), und das zählt; beim Anbieter klären
        """,
      en: """
        the row's total of \(item.quotedEn) is \(stated), units × price come to \(reckoned), \
        and that counts; ask the vendor
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

  /// Names of options over columns that are not the same for each.
  public static func matrixColumnsUneven() -> Message {
    Message(
      de: """
        unter den Namen der Optionen stehen nicht bei jeder dieselben Spalten, ein Name kann \
        verrutscht sein; jeden Namen über die erste seiner Spalten setzen
        """,
      en: """
        the columns under the options' names are not the same for each, a name may have slipped; \
        put each name over the first of its columns
        """)
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

  /// A currency over a table that its headers contradict.
  public static func preambleCurrencyDiffers(text: String, header: String) -> Message {
    Message(
      de: """
        über der Tabelle steht \(text.quotedDe), im Kopf der Spalte \(header); gerechnet wird \
        mit dem Kopf, das andere berichtigen
        """,
      en: """
        above the table stands \(text.quotedEn), in the column's header \(header); the header \
        counts, correct the other
        """)
  }

  /// A file that names another vendor.
  public static func preambleOtherVendor(
    text: String, other: String, option: String
  ) -> Message {
    Message(
      de: """
        die Datei nennt als Anbieter \(text.quotedDe), das klingt nach \(other.quotedDe), \
        gelesen wird sie für \(option.quotedDe); die Zuordnung prüfen
        """,
      en: """
        the file names \(text.quotedEn) as its vendor, which sounds like \(other.quotedEn), but \
        it is read for \(option.quotedEn); check which option it belongs to
        """)
  }

  /// A validity that is not a date.
  public static func preambleValidityNotRead(text: String) -> Message {
    Message(
      de: """
        \(text.quotedDe) ist kein Datum, bis zu dem das Angebot gilt; es wie 31.03.2027 schreiben
        """,
      en: """
        \(text.quotedEn) is not a date until which the offer is valid; write it like 2027-03-31
        """)
  }

  /// A row whose stated total shows that its price has the discount in it already.
  public static func priceDiscountIncluded(
    item: String, discount: String, stated: String, reckoned: String
  ) -> Message {
    Message(
      de: """
        der Rabatt \(discount.quotedDe) auf \(item.quotedDe) ist im Preis schon abgezogen, wie \
        die Summe der Zeile \(stated) zeigt, noch einmal abgezogen wären es \(reckoned); die \
        Zelle leeren oder den Preis vor Rabatt schreiben
        """,
      en: """
        the price of \(item.quotedEn) has the discount \(discount.quotedEn) in it already, as \
        the row's total \(stated) shows, taken off again it would be \(reckoned); empty the \
        cell, or write the price before the discount
        """)
  }

  /// A row with several prices that are paid again and again, which may be one in several words.
  public static func priceRhythmTwice(words: [String]) -> Message {
    Message(
      de: """
        die Zeile hat mehrere laufende Preise (\(words.listDe)), die derselbe sein können; den \
        stehen lassen, der gezahlt wird, oder für jeden eine Zeile schreiben
        """,
      en: """
        the row has several running prices (\(words.listEn)), which may be the same one; leave \
        the one that is paid, or write a row for each
        """)
  }

  /// A row that comes to what the rows above it do.
  public static func priceRowIsSum(item: String, sum: String) -> Message {
    Message(
      de: """
        \(item.quotedDe) kostet mit \(sum) genau so viel wie alle Zeilen darüber und zählt \
        dazu; ist es deren Summe, dann die Zeile „Summe“ nennen oder streichen
        """,
      en: """
        \(item.quotedEn) costs \(sum), exactly what all rows above it come to, and counts in \
        addition; if it is their sum, call the row “Total” or delete it
        """)
  }

  /// A row of prices that stands there twice.
  public static func priceRowTwice(line: Int) -> Message {
    Message(
      de: """
        die Zeile gleicht Zeile \(line) in allem und zählt noch einmal; eine streichen, wenn sie \
        doppelt ist
        """,
      en: """
        the row is the same as line \(line) and counts once more; delete one if it is there twice
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

  /// Questions that a questionnaire no longer has.
  public static func questionsRemoved(ids: [String]) -> Message {
    Message(
      de: """
        im Fragebogen fehlt die Frage bei \(ids.listDe); die Zeilen wieder einfügen und \
        beantworten lassen
        """,
      en: """
        the questionnaire lacks the question of \(ids.listEn); put the rows back and have them \
        answered
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

  /// A header that goes over two rows.
  public static func tableHeaderTwoRows() -> Message {
    Message(
      de: """
        diese Zeile sieht aus wie die zweite einer Kopfzeile; die Spaltennamen in eine Zeile \
        schreiben, jeden ganz
        """,
      en: """
        this row looks like the second one of a header; write the columns' names into one row, \
        each in full
        """)
  }

  /// Another table below the first.
  public static func tableSecond() -> Message {
    Message(
      de: """
        hier beginnt eine zweite Tabelle, die nicht gelesen wird; sie als eigene Datei \
        speichern und bei der Option nennen
        """,
      en: """
        a second table begins here, which is not read; save it as a file of its own and name \
        that in the option
        """)
  }

  /// A header with nothing below it.
  public static func tableWithoutRows() -> Message {
    Message(
      de: "unter der Kopfzeile steht nichts; prüfen, ob die Datei vollständig ist",
      en: "there is nothing below the header; check whether the file is complete")
  }

  /// A tax that is not deductible without its rate.
  public static func taxDeductibleWithoutRate() -> Message {
    Message(
      de: """
        die Steuer ist nicht ganz abziehbar, aber der Steuersatz fehlt; „tax_rate“ ergänzen, \
        etwa 19 %
        """,
      en: """
        the tax is not wholly deductible but its rate is missing; add “tax_rate”, such as 19 %
        """)
  }

  /// A total that is not what the rows come to.
  public static func totalDiffers(label: String, stated: String, reckoned: String) -> Message {
    Message(
      de: """
        \(label.quotedDe) ist mit \(stated) angegeben, die Zeilen darüber ergeben \(reckoned), \
        und sie zählen; beim Anbieter klären
        """,
      en: """
        \(label.quotedEn) is stated as \(stated), the rows above come to \(reckoned), and they \
        count; ask the vendor
        """)
  }

  /// A total that nothing can be held against.
  public static func totalNotChecked(label: String, stated: String) -> Message {
    Message(
      de: """
        \(label.quotedDe) mit \(stated) lässt sich nicht nachrechnen, es zählen die Zeilen \
        darüber; mit der Summe im Bericht vergleichen
        """,
      en: """
        \(label.quotedEn), stated as \(stated), cannot be reckoned anew, the rows above count; \
        compare it with the report's sum
        """)
  }
}
