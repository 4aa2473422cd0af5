/// Messages about what headers and names of a price table say beside the figures.
extension Message {
  /// A figure whose currency contradicts the thousands or cents of its header.
  public static func cellContradictsMagnitude(column: String, text: String) -> Message {
    Message(
      de: """
        \(text.quotedDe) (Spalte \(column.quotedDe)) nennt ganze Einheiten, die Überschrift aber \
        Tausend, Millionen oder Cent; in der Zelle nur die Zahl stehen lassen oder die Überschrift \
        berichtigen
        """,
      en: """
        \(text.quotedEn) (column \(column.quotedEn)) states whole units, but the header thousands, \
        millions or cents; keep only the number in the cell, or correct the header
        """)
  }

  /// A rhythm in a row that its header contradicts.
  public static func priceRhythmContradictsHeader(header: String, text: String) -> Message {
    Message(
      de: """
        die Überschrift sagt \(header.quotedDe), die Zeile \(text.quotedDe); den Preis für den \
        Zeitraum eintragen, in dem er gezahlt wird, und nur diesen nennen
        """,
      en: """
        the header says \(header.quotedEn), the row \(text.quotedEn); write the price for the period \
        in which it is paid, and name only that
        """)
  }

  /// A number or a time in the brackets of a price's header.
  public static func headerFigureUnread(header: String, words: [String]) -> Message {
    Message(
      de: """
        was \(words.listDe) in der Überschrift \(header.quotedDe) für die Preise heißt, lässt sich \
        nicht sagen; es dort streichen und in den Spalten price_base (Preis für so viele), frequency \
        (wie oft), start und end angeben
        """,
      en: """
        what \(words.listEn) in the header \(header.quotedEn) means for the prices cannot be told; \
        delete it there, and state it in the columns price_base (price for so many), frequency (how \
        often), start and end
        """)
  }

  /// Words in the brackets of a price's header.
  public static func headerWordsUnread(header: String, words: [String]) -> Message {
    Message(
      de: """
        \(words.listDe) in der Überschrift \(header.quotedDe) wird nicht gelesen; sagt es, wofür oder \
        wie oft der Preis gilt, es in den Spalten price_base, per oder frequency angeben
        """,
      en: """
        \(words.listEn) in the header \(header.quotedEn) is not read; if it says what the price is \
        for or how often it is paid, state it in the columns price_base, per or frequency
        """)
  }

  /// Prices for one of something that no column counts.
  public static func headerUnitUncounted(header: String, unit: String) -> Message {
    Message(
      de: """
        die Preise unter \(header.quotedDe) gelten je \(unit.quotedDe), und keine Spalte sagt, wie \
        viele es sind; jeder zählt einmal. Spalte count (Anzahl) oder per (Bezugsgröße) ergänzen
        """,
      en: """
        the prices under \(header.quotedEn) are for one \(unit.quotedEn) each, and no column says how \
        many there are; each counts once. Add a column count or per (a quantity of the decision)
        """)
  }

  /// A column of prices for one year.
  public static func columnOfYear(header: String) -> Message {
    Message(
      de: """
        die Spalte \(header.quotedDe) hält Beträge eines Jahres; je Jahr eine Zeile mit frequency \
        yearly, start und end schreiben
        """,
      en: """
        the column \(header.quotedEn) holds amounts of one year; write a row for each year with \
        frequency yearly, start and end
        """)
  }

  /// A column of the quantities from or up to which a price holds.
  public static func columnOfBounds(header: String) -> Message {
    Message(
      de: """
        die Spalte \(header.quotedDe) staffelt Preise nach Menge; je Position eine Zeile schreiben, \
        mit der Staffel in tiers (etwa 50: 40 | 100: 36 | *: 33) und ihrer Art in tier_mode
        """,
      en: """
        the column \(header.quotedEn) grades prices by quantity; write one row for each item, with \
        the bands in tiers (such as 50: 40 | 100: 36 | *: 33) and their kind in tier_mode
        """)
  }

  /// A unit that is a time, in a row that doesn't say how often it is paid.
  public static func priceUnitIsTime(text: String) -> Message {
    Message(
      de: """
        die Einheit \(text.quotedDe) ist ein Zeitraum, und keine Spalte sagt, wie oft gezahlt wird; \
        frequency angeben: monthly oder yearly und die Anzahl 1, wenn es weiterläuft, once, wenn die \
        Anzahl alle Zeiträume zählt
        """,
      en: """
        the unit \(text.quotedEn) is a time, and no column says how often it is paid; state \
        frequency: monthly or yearly and the quantity 1 if it goes on, once if the quantity counts \
        all times
        """)
  }

  /// A number in a unit, in a row without a price base.
  public static func priceUnitHoldsNumber(text: String) -> Message {
    Message(
      de: """
        die Einheit \(text.quotedDe) nennt eine Zahl; in price_base angeben, für wie viele der Preis \
        gilt, und in count, wie viele es sind
        """,
      en: """
        the unit \(text.quotedEn) holds a number; state in price_base for how many the price is, and \
        in count how many there are
        """)
  }

  /// A column without a known header whose cells all say how often something is paid.
  public static func columnTakenAsFrequency(header: String) -> Message {
    Message(
      de: """
        die Spalte \(header.quotedDe) sagt, wie oft gezahlt wird, und ist als frequency gelesen; sie \
        so nennen
        """,
      en: """
        the column \(header.quotedEn) says how often is paid and is read as frequency; name it so
        """)
  }

  /// A price whose item says how often it is paid, while no column does.
  public static func priceRhythmInName(item: String, words: String) -> Message {
    Message(
      de: """
        \(item.quotedDe) klingt nach \(words.quotedDe), und keine Spalte sagt, wie oft gezahlt wird; \
        frequency angeben (once, monthly, quarterly, yearly)
        """,
      en: """
        \(item.quotedEn) speaks of \(words.quotedEn), and no column says how often it is paid; state \
        frequency (once, monthly, quarterly, yearly)
        """)
  }

  /// A price above zero whose item is called a discount.
  public static func priceDiscountByName(item: String) -> Message {
    Message(
      de: """
        \(item.quotedDe) heißt wie ein Nachlass und steht mit einem Betrag über null da; in kind \
        angeben, ob es einer ist: discount, sonst cost
        """,
      en: """
        \(item.quotedEn) is called a discount and stands with an amount above zero; state in kind \
        whether it is one: discount, else cost
        """)
  }

  /// A discount that is an amount of money.
  public static func priceDiscountInMoney(text: String) -> Message {
    Message(
      de: """
        der Rabatt \(text.quotedDe) ist ein Betrag; als eigene Zeile mit kind: discount schreiben, \
        oder als Anteil, etwa 3 %
        """,
      en: """
        the discount \(text.quotedEn) is an amount of money; write it as a row of its own with kind: \
        discount, or as a share such as 3 %
        """)
  }

  /// A price with what it is for in the same cell.
  public static func cellNumberPerUnit(column: String, text: String) -> Message {
    Message(
      de: """
        \(text.quotedDe) (Spalte \(column.quotedDe)) sagt auch, wofür oder wie oft der Preis gilt; \
        hier nur den Betrag stehen lassen, und in eigene Spalten: price_base (für wie viele), per \
        (Bezugsgröße) oder frequency (wie oft)
        """,
      en: """
        \(text.quotedEn) (column \(column.quotedEn)) also says what the price is for or how often it \
        is paid; keep only the amount here, and put the rest into columns of its own: price_base (for \
        how many), per (a quantity) or frequency (how often)
        """)
  }

  /// A heading whose figure is the sum of the lines below that it is numbered over.
  public static func priceHeadingIsSum(item: String, number: String, parts: [String]) -> Message {
    Message(
      de: """
        \(item.quotedDe) (\(number)) kostet genau so viel wie \(parts.listDe) zusammen und zählt \
        daneben; den Betrag dort streichen, wenn er die Summe ist, sonst die Zeile anders nummerieren
        """,
      en: """
        \(item.quotedEn) (\(number)) costs exactly what \(parts.listEn) do together, and counts beside \
        them; delete its amount if that is their sum, else number the row differently
        """)
  }

  /// Lines that look like versions of one thing, of which probably only one will be bought.
  public static func priceVersionsPerhaps(items: [String]) -> Message {
    Message(
      de: """
        \(items.listDe) klingen nach Ausführungen derselben Sache und zählen alle; kommt nur eine \
        infrage, bei den anderen in status alternative NAME oder optional angeben
        """,
      en: """
        \(items.listEn) sound like versions of one thing, and all of them count; if only one will be \
        bought, state alternative NAME or optional in status for the others
        """)
  }

  /// A line over a table that says how often its prices are paid.
  public static func preambleRhythmTaken(text: String) -> Message {
    Message(
      de: """
        \(text.quotedDe) über der Tabelle gilt für alle Preise, die nicht selbst sagen, wie oft sie \
        gezahlt werden; was einmalig ist, in frequency so nennen
        """,
      en: """
        \(text.quotedEn) over the table holds for all prices that do not say themselves how often they \
        are paid; call what is paid one time once in frequency
        """)
  }

  /// An empty answer beside a remark that reads like one.
  public static func answerInComment(text: String) -> Message {
    Message(
      de: """
        die Antwort ist leer, aber die Bemerkung \(text.quotedDe) liest sich wie eine; sie in die \
        Spalte answer schreiben, wenn sie so gemeint ist
        """,
      en: """
        the answer is empty, but the remark \(text.quotedEn) reads like one; write it into the column \
        answer if it is meant so
        """)
  }

  /// A quoted field over several lines with text behind its closing quote.
  public static func tableQuoteOverRows(lines: Int) -> Message {
    Message(
      de: """
        hinter dem schließenden Anführungszeichen steht Text, und das Feld geht über \(lines) Zeilen: \
        es hat wohl Zeilen verschluckt; Anführungszeichen in Texten verdoppeln und offene schließen
        """,
      en: """
        there is text behind the closing quotation mark, and the field goes over \(lines) lines: it \
        has probably swallowed rows; double quotation marks inside texts, and close open ones
        """)
  }
}

// Messages about rows and columns of a price table that may change what the others mean.
extension Message {
  /// A row that sounds like a sum, but is none that is known.
  public static func priceTotalPerhaps(item: String) -> Message {
    Message(
      de: """
        \(item.quotedDe) klingt nach einer Summe oder Steuer und zählte als Position; die Zeile \
        streichen oder ihr eine Kostenart geben
        """,
      en: """
        \(item.quotedEn) sounds like a sum or a tax and would count as an item; delete the row, or \
        give it a category
        """)
  }

  /// A column of prices paid in a rhythm beside prices that are read.
  public static func columnOfRhythmUnread(header: String) -> Message {
    Message(
      de: """
        die Spalte \(header.quotedDe) hält Preise, die neben den anderen nicht gelesen werden; je \
        Preis eine Zeile mit frequency schreiben
        """,
      en: """
        the column \(header.quotedEn) holds prices that are not read beside the others; write a row \
        with frequency for each price
        """)
  }

  /// A column of money in a currency that no column read names.
  public static func columnOfCurrencyUnread(header: String) -> Message {
    Message(
      de: """
        die Spalte \(header.quotedDe) nennt eine Währung und wird nicht gelesen, die gelesenen \
        nennen keine; unter columns zuordnen oder die Währung der Preise angeben
        """,
      en: """
        the column \(header.quotedEn) names a currency and is not read, while those read name none; \
        map it under columns, or state the currency of the prices
        """)
  }

  /// A sentence about all prices between or below the rows.
  public static func noteAmongPrices(text: String) -> Message {
    Message(
      de: """
        \(text.quotedDe) steht unter den Zeilen und wird nicht gelesen; über die Kopfzeile setzen, \
        wenn es für alle Preise gilt
        """,
      en: """
        \(text.quotedEn) stands among the rows and is not read; put it over the header row if it \
        holds for all prices
        """)
  }

  /// A field of several lines that hold as many delimiters as a row.
  public static func tableFieldHoldsRows(text: String) -> Message {
    Message(
      de: """
        das Feld \(text.quotedDe) enthält Zeilen, die wie Zeilen der Tabelle aussehen; fehlt ein \
        Anführungszeichen, es ergänzen
        """,
      en: """
        the field \(text.quotedEn) holds lines that look like rows of the table; if a quotation mark \
        is missing, add it
        """)
  }

  /// A total in another currency than the rows above it.
  public static func totalInOtherCurrency(
    label: String, stated: String, used: String
  ) -> Message {
    Message(
      de: """
        \(label.quotedDe) steht in \(stated), die Zeilen darüber gelten als \(used); die Währung der \
        Preise angeben, etwa in der Überschrift
        """,
      en: """
        \(label.quotedEn) is in \(stated), while the rows above it count as \(used); state the \
        currency of the prices, such as in the header
        """)
  }

  /// Two members of a group of alternatives that are both chosen.
  public static func priceTwoChosen(item: String, other: String, group: String) -> Message {
    Message(
      de: """
        \(item.quotedDe) und \(other.quotedDe) sind in der Gruppe \(group.quotedDe) beide gewählt; \
        chosen nur bei einer angeben
        """,
      en: """
        \(item.quotedEn) and \(other.quotedEn) are both chosen in the group \(group.quotedEn); state \
        chosen for one of them only
        """)
  }

  /// An option in whose files no price stands.
  public static func offerWithoutPrices(option: String) -> Message {
    Message(
      de: """
        in den Dateien von \(option.quotedDe) steht kein Preis, und die Kosten zählen in dieser \
        Entscheidung; eine Preistabelle ergänzen, notfalls mit „auf Anfrage“, oder 0, wenn es nichts \
        kostet
        """,
      en: """
        there is no price in the files of \(option.quotedEn), and costs count in this decision; add a \
        table of prices, with “on request” if need be, or 0 if it costs nothing
        """)
  }
}

// Messages about figures that nobody reads.
extension Message {
  /// A column of numbers beside prices without a header that is known.
  public static func columnOfFiguresUnread(header: String, suggestion: String?) -> Message {
    let meant = (
      de: suggestion.map { " (vielleicht \($0.quotedDe)?)" } ?? "",
      en: suggestion.map { " (perhaps \($0.quotedEn)?)" } ?? ""
    )
    return Message(
      de: """
        die Spalte \(header.quotedDe)\(meant.de) hält Zahlen und wird nicht gelesen; ist es eine \
        Menge oder ein Preis, sie unter columns zuordnen (count, amount, price_base …), sonst zählt \
        sie nicht
        """,
      en: """
        the column \(header.quotedEn)\(meant.en) holds numbers and is not read; if it is a quantity \
        or a price, map it under columns (count, amount, price_base …), else it does not count
        """)
  }

  /// A row that has figures only in columns that are not read.
  public static func rowHoldsUnreadFigures(text: String) -> Message {
    Message(
      de: """
        diese Zeile hat nur Zahlen in Spalten, die nicht gelesen werden, wie \(text.quotedDe); die \
        Spalte unter columns zuordnen oder die Zeile streichen
        """,
      en: """
        this row has figures only in columns that are not read, such as \(text.quotedEn); map the \
        column under columns, or delete the row
        """)
  }

  /// A column of prices in a table of answers.
  public static func pricesBesideAnswers(header: String) -> Message {
    Message(
      de: """
        die Preise unter \(header.quotedDe) stehen neben Antworten und werden dort nicht gelesen; sie \
        in eine Preistabelle schreiben, mit der Anforderung in der Spalte cures
        """,
      en: """
        the prices under \(header.quotedEn) stand beside answers and are not read there; write them \
        into a table of prices, with the requirement in the column cures
        """)
  }

  /// Lines that two files of an option have alike.
  public static func pricesInTwoFiles(items: [String], file: String) -> Message {
    Message(
      de: """
        \(items.listDe) steht mit demselben Preis auch in \(file) und zählt doppelt; ist es eine \
        Kopie oder ein neuer Stand, nur eine der beiden Dateien nennen
        """,
      en: """
        \(items.listEn) stands with the same price in \(file) too, and counts twice; if it is a copy \
        or a newer version, name only one of the two files
        """)
  }
}

extension Message {
  /// A sentence over a table about tax that its headers contradict.
  public static func preambleTaxDiffers(text: String) -> Message {
    Message(
      de: """
        \(text.quotedDe) über der Tabelle widerspricht der Überschrift der Preise, die zählt; eines \
        von beiden berichtigen
        """,
      en: """
        \(text.quotedEn) over the table contradicts the header of the prices, which counts; correct \
        one of the two
        """)
  }

  /// A price for what is paid again and again, in a row that doesn't say how often.
  public static func priceRhythmMissing(item: String) -> Message {
    Message(
      de: """
        \(item.quotedDe) zählt einmal, denn es steht nicht da, wie oft gezahlt wird; frequency \
        angeben (monthly, yearly), wenn es weiterläuft, sonst once
        """,
      en: """
        \(item.quotedEn) counts once, since it does not say how often it is paid; state frequency \
        (monthly, yearly) if it goes on, else once
        """)
  }

  /// A share of exactly one without a percent sign.
  public static func cellShareOfOne(column: String, text: String) -> Message {
    Message(
      de: """
        \(text.quotedDe) (Spalte \(column.quotedDe)) kann 1 % oder 100 % heißen; mit Prozentzeichen \
        schreiben
        """,
      en: """
        \(text.quotedEn) (column \(column.quotedEn)) can mean 1 % or 100 %; write it with a percent \
        sign
        """)
  }

  /// An answer below one on a scale in percent, without a percent sign.
  public static func answerPerhapsShare(text: String) -> Message {
    Message(
      de: """
        \(text.quotedDe) zählt als so viel Prozent; steht es als Anteil da, wie Tabellenprogramme 95 % \
        als 0,95 sichern, mit Prozentzeichen schreiben
        """,
      en: """
        \(text.quotedEn) counts as that many percent; if it is a share, as spreadsheets save 95 % as \
        0.95, write it with a percent sign
        """)
  }
}
