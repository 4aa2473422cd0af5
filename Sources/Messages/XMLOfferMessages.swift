// Messages about offers in XML formats of others, and about what the decision says of them.
// In alphabetical order; the name of a function is the message's lasting name.

extension Message {
  /// An article that can't be ordered.
  public static func listArticleNotOrderable(number: String) -> Message {
    Message(
      de: """
        der Artikel \(number.quotedDe) ist als nicht bestellbar gekennzeichnet und zählt trotzdem; beim \
        Anbieter nachfragen
        """,
      en: """
        the article \(number.quotedEn) is marked as not orderable and counts all the same; ask the \
        vendor
        """)
  }

  /// An article that stands twice in a price list.
  public static func listArticleTwice(number: String, other: SourcePosition) -> Message {
    Message(
      de: """
        der Artikel \(number.quotedDe) steht schon in Zeile \(other.line) der Preisliste; \
        einen der Einträge streichen
        """,
      en: """
        the article \(number.quotedEn) is in line \(other.line) of the price list already; \
        delete one of the entries
        """)
  }

  /// An article of a price list without a price.
  public static func listArticleWithoutPrice(number: String) -> Message {
    Message(
      de: """
        der Artikel \(number.quotedDe) hat in der Preisliste keinen Preis; beim Anbieter \
        nachfragen
        """,
      en: "the article \(number.quotedEn) has no price in the price list; ask the vendor for it")
  }

  /// Prices in several currencies.
  public static func listCurrencyChosen(
    number: String, chosen: String, others: [String]
  ) -> Message {
    Message(
      de: """
        der Artikel \(number.quotedDe) hat Preise auch in \(others.listDe), es zählt der in \
        \(chosen); sonst amount unter positions in der Entscheidung angeben
        """,
      en: """
        the article \(number.quotedEn) has prices in \(others.listEn) as well, that in \(chosen) \
        counts; else state amount under positions in the decision
        """)
  }

  /// A list price that does not hold on the decision's date.
  public static func listPriceOutOfDate(number: String, from: String, to: String) -> Message {
    Message(
      de: """
        der Listenpreis von \(number.quotedDe) gilt von \(from) bis \(to) und nicht am \
        Stichtag, er zählt trotzdem; eine gültige Preisliste anfordern
        """,
      en: """
        the list price of \(number.quotedEn) holds from \(from) to \(to) and not on the \
        decision's date, it counts all the same; ask for a price list that is in force
        """)
  }

  /// Two list prices for the same quantity.
  public static func listPriceTwice(
    number: String, from: String, price: String, other: String
  ) -> Message {
    Message(
      de: """
        \(number.quotedDe) hat ab Menge \(from) zwei Preise, \(other) und \(price); den Preis \
        unter positions in der Entscheidung als amount angeben
        """,
      en: """
        \(number.quotedEn) has two prices from quantity \(from), \(other) and \(price); state \
        the price as amount under positions in the decision
        """)
  }

  /// A list with several kinds of prices.
  public static func listPriceTypeChosen(
    number: String, chosen: String, others: [String]
  ) -> Message {
    Message(
      de: """
        für \(number.quotedDe) nennt die Liste mehrere Preisarten, es zählt \(chosen.quotedDe) \
        statt \(others.listDe); gilt eine andere, dann amount unter positions in der \
        Entscheidung angeben
        """,
      en: """
        the list has several kinds of price for \(number.quotedEn), \(chosen.quotedEn) counts \
        and not \(others.listEn); if another holds, state amount under positions in the \
        decision
        """)
  }

  /// Prices of an article that can't be understood safely.
  public static func listPriceUnclear(number: String, reason: LocalText) -> Message {
    Message(
      de: """
        welcher Preis für \(number.quotedDe) gilt, ist offen: \(reason.de); eine eindeutige Preisliste \
        anfordern oder den Preis in einer Preisdatei angeben
        """,
      en: """
        which price holds for \(number.quotedEn) is open: \(reason.en); ask for a price list that is \
        clear, or state the price in a file of prices
        """)
  }

  /// A price of a list that names no currency.
  public static func listPriceWithoutCurrency(number: String, currency: String) -> Message {
    Message(
      de: """
        der Preis von \(number.quotedDe) nennt keine Währung und zählt als \(currency); beim Anbieter \
        nachfragen
        """,
      en: """
        the price of \(number.quotedEn) names no currency and counts as \(currency); ask the vendor
        """)
  }

  /// Criteria of a performance table that the decision does not ask about.
  public static func performanceCriteriaLeftOut(names: [String]) -> Message {
    Message(
      de: """
        \(names.listDe) fragt die Entscheidung nicht, diese Werte bleiben außen vor; werden \
        sie gebraucht, ein Kriterium so nennen
        """,
      en: """
        the decision does not ask about \(names.listEn), these values are left out; if you \
        need them, name a criterion so
        """)
  }

  /// A performance table of which no criterion is one of the decision's.
  public static func performanceCriteriaUnknown(names: [String]) -> Message {
    Message(
      de: """
        kein Kriterium der Tabelle gehört zur Entscheidung, gefunden: \(names.listDe); \
        Kriterien der Entscheidung so nennen
        """,
      en: """
        no criterion of the table is one of the decision's, found: \(names.listEn); name \
        criteria of the decision so
        """)
  }

  /// A criterion that counts the other way round in the document.
  public static func performanceDirectionDiffers(criterion: String, direction: String) -> Message {
    Message(
      de: """
        im Dokument zählt \(criterion.quotedDe) als \(direction.quotedDe), in der Entscheidung \
        umgekehrt; die Skala prüfen, sie gilt
        """,
      en: """
        the document counts \(criterion.quotedEn) as \(direction.quotedEn), the decision the \
        other way round; check the scale, which holds
        """)
  }

  /// A value of a kind that is not read.
  public static func performanceValueNotRead(criterion: String) -> Message {
    Message(
      de: """
        der Wert zu \(criterion.quotedDe) lässt sich nicht lesen; als real, integer, rational \
        oder label schreiben
        """,
      en: """
        the value for \(criterion.quotedEn) cannot be read; write it as real, integer, \
        rational or label
        """)
  }

  /// XMCDA documents without performances.
  public static func performancesMissing() -> Message {
    Message(
      de: """
        das XMCDA-Dokument enthält keine Werte von Alternativen; die Datei mit \
        performanceTable bei der Option nennen
        """,
      en: """
        the XMCDA document has no values of alternatives; name the file with the \
        performanceTable for the option
        """)
  }

  /// Performances of other alternatives only.
  public static func performancesOfOthers(
    offer: String, found: [String], suggestion: String?
  ) -> Message {
    let mend = Suggestion.mend(
      suggestion,
      else: LocalText(
        de: "der Option die Kennung oder den Namen der Alternative geben",
        en: "give the option the identifier or name of the alternative"))
    return Message(
      de: """
        die Tabelle hat keine Alternative \(offer.quotedDe), sondern \(found.listDe); \
        \(mend.de)
        """,
      en: "the table has no alternative \(offer.quotedEn), but \(found.listEn); \(mend.en)")
  }

  /// A column under positions that prices do not have.
  public static func positionColumnUnknown(name: String, suggestion: String?) -> Message {
    let mend = Suggestion.mend(suggestion, else: seeOfferFiles)
    return Message(
      de: "unter positions steht \(name.quotedDe), das keine Spalte von Preisen ist; \(mend.de)",
      en: "positions has \(name.quotedEn), which is not a column of prices; \(mend.en)")
  }

  /// A rhythm for a line whose quantity counts months or years.
  public static func positionCountsTime(
    key: String, quantity: String, unit: String, frequency: String
  ) -> Message {
    Message(
      de: """
        \(key.quotedDe) ist für \(quantity) \(unit.quotedDe) angeboten, mit frequency: \(frequency) \
        wäre jedes Mal alles zu zahlen; dazu count angeben, etwa count: 1
        """,
      en: """
        \(key.quotedEn) is quoted for \(quantity) \(unit.quotedEn), with frequency: \(frequency) all \
        of it would be paid each time; state count as well, such as count: 1
        """)
  }

  /// A position that the document does not have.
  public static func positionNotFound(key: String, path: String, suggestion: String?) -> Message {
    let mend = Suggestion.mend(
      suggestion,
      else: LocalText(
        de: "Artikelnummer oder Namen wie im Dokument schreiben",
        en: "write the article number or name as the document does"))
    return Message(
      de: "eine Position \(key.quotedDe) gibt es in \(path.quotedDe) nicht; \(mend.de)",
      en: "there is no position \(key.quotedEn) in \(path.quotedEn); \(mend.en)")
  }

  /// Positions of a file that has none.
  public static func positionsOfOtherFile(path: String) -> Message {
    Message(
      de: """
        \(path.quotedDe) ist kein Angebotsdokument mit Positionen; Spalten einer Tabelle unter \
        columns nennen, den Eintrag hier streichen
        """,
      en: """
        \(path.quotedEn) is not a document with positions; name the columns of a table under \
        columns, and take the entry out here
        """)
  }

  /// A price list that nothing refers to.
  public static func priceListAlone(path: String) -> Message {
    Message(
      de: """
        eine Preisliste allein ist kein Angebot; die gewählten Artikel mit Menge unter \
        positions nennen, etwa { "\(path.shownInFull)": { "ARTIKEL": { count: 1 } } }, oder \
        ein Angebot dazulegen
        """,
      en: """
        a price list by itself is not an offer; name the chosen articles with their numbers \
        under positions, such as { "\(path.shownInFull)": { "ARTICLE": { count: 1 } } }, or \
        add a quotation
        """)
  }

  /// A price list beside a quotation that needs none.
  public static func priceListNotUsed(path: String) -> Message {
    Message(
      de: """
        aus der Preisliste \(path.quotedDe) wird nichts gebraucht; sie bei der Option \
        streichen oder Artikel unter positions nennen
        """,
      en: """
        nothing of the price list \(path.quotedEn) is needed; take it out of the option, or \
        name articles under positions
        """)
  }

  /// A path that leads nowhere in any row.
  public static func xmlCellNotFound(column: String, path: String) -> Message {
    Message(
      de: """
        der Pfad \(path.quotedDe) für \(column.quotedDe) trifft in keiner Zeile etwas; ihn von \
        der Zeile aus schreiben, wie die Elemente im Dokument heißen
        """,
      en: """
        the path \(path.quotedEn) for \(column.quotedEn) finds nothing in any row; write it \
        from the row down, as the document names its elements
        """)
  }

  /// A path that finds two different things in one row.
  public static func xmlCellTwice(column: String, text: String, other: String) -> Message {
    Message(
      de: """
        für \(column.quotedDe) stehen hier \(text.quotedDe) und \(other.quotedDe); den Pfad \
        enger fassen, etwa mit [@type='…']
        """,
      en: """
        there are \(text.quotedEn) and \(other.quotedEn) here for \(column.quotedEn); narrow \
        the path, such as by [@type='…']
        """)
  }

  /// A column under xml that does not exist.
  public static func xmlColumnUnknown(name: String, suggestion: String?) -> Message {
    let mend = Suggestion.mend(
      suggestion,
      else: LocalText(
        de: "in der Beschreibung der Angebotsdateien nachsehen",
        en: "see the description of offer files"))
    return Message(
      de: "unter xml steht \(name.quotedDe), das keine Spalte dieser Zeilen ist; \(mend.de)",
      en: "xml has \(name.quotedEn), which is not a column of these rows; \(mend.en)")
  }

  /// A known document that is no offer.
  public static func xmlDocumentNoOffer(kind: LocalText) -> Message {
    Message(
      de: "das ist \(kind.de) und kein Angebot; das Angebot des Anbieters an diese Stelle legen",
      en: "this is \(kind.en) and not an offer; put the vendor's quotation in its place")
  }

  /// A document in a wrapper of a network.
  public static func xmlEnvelope(element: String) -> Message {
    Message(
      de: """
        \(element.quotedDe) ist ein Umschlag um das Dokument; das Angebot darin, etwa das Element \
        Quotation, als Datei für sich speichern
        """,
      en: """
        \(element.quotedEn) is an envelope around the document; save the offer in it, such as the \
        element Quotation, as a file of its own
        """)
  }

  /// A mapping without a column that is needed.
  public static func xmlMappingIncomplete(missing: String) -> Message {
    Message(
      de: """
        unter xml fehlt \(missing.quotedDe); Antworten brauchen criterion und answer, Preise \
        item und amount, Bedingungen term und value
        """,
      en: """
        xml lacks \(missing.quotedEn); answers need criterion and answer, prices item and \
        amount, terms term and value
        """)
  }

  /// Paths into a file that is no XML document.
  public static func xmlMappingOfOtherFile(path: String) -> Message {
    Message(
      de: "\(path.quotedDe) ist kein XML-Dokument; die Spalten einer Tabelle unter columns nennen",
      en: "\(path.quotedEn) is not an XML document; name the columns of a table under columns")
  }

  /// A path of rows that ends at a text or attribute.
  public static func xmlPathNoElement(path: String) -> Message {
    Message(
      de: """
        der Pfad der Zeilen \(path.quotedDe) führt zu keinem Element; ihn beim Element enden \
        lassen, etwa //item
        """,
      en: """
        the path of rows \(path.quotedEn) does not lead to an element; let it end at one, such \
        as //item
        """)
  }

  /// A path of rows that does not begin at the document.
  public static func xmlPathNotAbsolute(path: String) -> Message {
    Message(
      de: """
        der Pfad der Zeilen \(path.quotedDe) beginnt nicht am Dokument; mit / oder // \
        beginnen, etwa //item
        """,
      en: """
        the path of rows \(path.quotedEn) does not begin at the document; begin with / or //, \
        such as //item
        """)
  }

  /// A path of a cell that does not begin at its row.
  public static func xmlPathNotRelative(path: String) -> Message {
    Message(
      de: """
        der Pfad \(path.quotedDe) beginnt nicht an der Zeile; ohne / am Anfang schreiben, etwa \
        price/@net
        """,
      en: """
        the path \(path.quotedEn) does not begin at the row; write it without / in front, such \
        as price/@net
        """)
  }

  /// A path with a part that is not supported.
  public static func xmlPathNotSupported(path: String, part: String) -> Message {
    Message(
      de: """
        \(part.quotedDe) im Pfad \(path.quotedDe) wird nicht unterstützt; nur Schritte nach \
        unten schreiben wie a/b, @x, text() und Bedingungen wie [@x='y']
        """,
      en: """
        \(part.quotedEn) in the path \(path.quotedEn) is not supported; write only steps down \
        such as a/b, @x, text() and conditions such as [@x='y']
        """)
  }

  /// Rows that lie in each other.
  public static func xmlRowsNested(element: String) -> Message {
    Message(
      de: """
        in dieser Zeile \(element.quotedDe) liegen weitere Zeilen; den Pfad der Zeilen ganz \
        ausschreiben, von / an
        """,
      en: """
        there are further rows inside this row \(element.quotedEn); write the path of rows in \
        full, beginning with /
        """)
  }

  /// A path of rows that leads nowhere.
  public static func xmlRowsNotFound(
    path: String, found: [String], suggestion: String?
  ) -> Message {
    let mend = Suggestion.mend(
      suggestion,
      else: LocalText(
        de: "das Element nennen, das sich je Zeile wiederholt",
        en: "name the element that repeats for each row"))
    return Message(
      de: """
        der Pfad der Zeilen \(path.quotedDe) trifft nichts, das Dokument hat \(found.listDe); \
        \(mend.de)
        """,
      en: """
        the path of rows \(path.quotedEn) finds nothing, the document has \(found.listEn); \
        \(mend.en)
        """)
  }
}
