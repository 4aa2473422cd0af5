// Messages about quotations: what they leave out, and where they contradict themselves.
// In alphabetical order; the name of a function is the message's lasting name.

extension Message {
  /// The same quotation in two files.
  public static func quotationTwice(number: String, file: String) -> Message {
    Message(
      de: """
        das Angebot \(number.quotedDe) steht auch in \(file.quotedDe) und zählt beide Male; eine der \
        Dateien weglassen, wenn es dasselbe ist
        """,
      en: """
        the quotation \(number.quotedEn) stands in \(file.quotedEn) too and counts both times; leave \
        one of the files out if it is the same
        """)
  }

  /// A quotation that names no currency.
  public static func quotationWithoutCurrency(currency: String) -> Message {
    Message(
      de: """
        das Angebot nennt keine Währung, die Preise zählen als \(currency); beim Anbieter \
        nachfragen
        """,
      en: "the quotation names no currency, its prices count as \(currency); ask the vendor")
  }

  /// A quotation without lines.
  public static func quotationWithoutLines() -> Message {
    Message(
      de: "das Angebot hat keine Positionen; das vollständige Dokument anfordern",
      en: "the quotation has no lines; ask for the complete document")
  }

  /// A quotation that does not name its seller.
  public static func quotationWithoutSeller() -> Message {
    Message(
      de: "das Angebot nennt den Anbieter nicht beim Namen; prüfen, von wem es kommt",
      en: "the quotation does not name its seller; check whom it is from")
  }

  /// A line with others offered in its place.
  public static func quotedAlternatives(item: String, count: Int) -> Message {
    Message(
      de: """
        statt \(item.quotedDe) werden \(count) andere angeboten, es zählt die erste; sonst \
        status unter positions in der Entscheidung angeben
        """,
      en: """
        \(count) others are offered in place of \(item.quotedEn), the first counts; else state \
        status under positions in the decision
        """)
  }

  /// A line of which less is quoted than can be had.
  public static func quotedBelowMinimum(
    line: String, quantity: String, minimum: String
  ) -> Message {
    Message(
      de: """
        Position \(line) bietet \(quantity) an, abzunehmen sind aber mindestens \(minimum), die \
        zählen; gilt das nicht, unter positions minimum_quantity: \(quantity) angeben
        """,
      en: """
        line \(line) quotes \(quantity), but at least \(minimum) have to be taken, which count; if \
        that does not hold, state minimum_quantity: \(quantity) under positions
        """)
  }

  /// A reference to a buyer who is not the one named.
  public static func quotedBuyerDiffers(reference: String, buyer: String) -> Message {
    Message(
      de: """
        als Käufer ist \(reference.quotedDe) angegeben, der genannte Käufer hat aber die \
        Nummer \(buyer.quotedDe); prüfen, ob das Angebot an uns geht
        """,
      en: """
        the buyer is given as \(reference.quotedEn), but the buyer named has the number \
        \(buyer.quotedEn); check that the quotation is meant for us
        """)
  }

  /// Lines of a quotation that have no category.
  public static func quotedCategoriesMissing(
    count: Int, file: String, examples: [(String, String?)]
  ) -> Message {
    let shown = examples.map { key, meant in
      "\"\(key.shownInFull)\": { \(meant ?? "category: …") }"
    }.joined(separator: ", ")
    return Message(
      de: """
        Positionen ohne Kostenart (\(count)) zählen als Sonstiges, und einmalig, wo nichts \
        anderes gesagt ist; unter positions zuordnen, etwa { "\(file.shownInFull)": { \(shown) \
        } }
        """,
      en: """
        lines without a category (\(count)) count as other, and once where nothing else is said; \
        assign them under positions, such as { "\(file.shownInFull)": { \(shown) } }
        """)
  }

  /// Contradictions that are not told one by one.
  public static func quotedContradictionsMore(count: Int) -> Message {
    Message(
      de: """
        das Dokument hat \(count) weitere Widersprüche; beim Anbieter ein berichtigtes \
        anfordern
        """,
      en: "the document has \(count) further contradictions; ask the vendor for a corrected one")
  }

  /// A quotation that names its currency only behind amounts that name none.
  public static func quotedCurrencyLate(code: String, decision: String) -> Message {
    Message(
      de: """
        die Währung \(code) steht erst hinter Beträgen ohne Währung, die so als \(decision) zählten; \
        die Angabe vor die erste Position setzen
        """,
      en: """
        the currency \(code) stands behind amounts without one, which would count as \(decision); \
        move it before the first line
        """)
  }

  /// A declared currency in which no amount is.
  public static func quotedCurrencyUnused(declared: String, codes: [String]) -> Message {
    Message(
      de: """
        als Währung ist \(declared) angegeben, die Beträge lauten aber auf \(codes.listDe), und das \
        zählt; beim Anbieter klären
        """,
      en: """
        the currency is given as \(declared), but the amounts are in \(codes.listEn), which counts; \
        clear it up with the vendor
        """)
  }

  /// An element of the format in another namespace.
  public static func quotedElementMisplaced(element: String, namespace: String?) -> Message {
    let space = namespace.map {
      LocalText(de: "im Namensraum \($0.quotedDe)", en: "in the namespace \($0.quotedEn)")
    }
    let none = LocalText(de: "in keinem Namensraum", en: "in no namespace")
    return Message(
      de: """
        \(element.quotedDe) steht \((space ?? none).de) statt in dem von UBL \
        (CommonAggregateComponents-2 oder CommonBasicComponents-2) und wäre nicht gelesen; vom \
        Anbieter berichtigen lassen
        """,
      en: """
        \(element.quotedEn) stands \((space ?? none).en) instead of that of UBL \
        (CommonAggregateComponents-2 or CommonBasicComponents-2) and would not be read; have the \
        vendor correct it
        """)
  }

  /// A line that states quantity times price otherwise than they are.
  public static func quotedExtensionDiffers(
    line: String, stated: String, reckoned: String
  ) -> Message {
    Message(
      de: """
        Position \(line) nennt als ItemPriceExtension \(stated), Menge × Preis sind \(reckoned), und \
        das zählt; beim Anbieter klären
        """,
      en: """
        line \(line) states \(stated) as ItemPriceExtension, quantity × price is \(reckoned), which \
        counts; clear it up with the vendor
        """)
  }

  /// A number with another element in it.
  public static func quotedFigureHoldsElement(name: String, element: String) -> Message {
    Message(
      de: """
        in \(name.quotedDe) steht das Element \(element.quotedDe), wo nur eine Zahl stehen darf; vom \
        Anbieter berichtigen lassen
        """,
      en: """
        \(name.quotedEn) holds the element \(element.quotedEn) where only a number can stand; have \
        the vendor correct it
        """)
  }

  /// A stated number of items that is not the number of items.
  public static func quotedItemCountDiffers(stated: String, found: Int) -> Message {
    Message(
      de: """
        das Dokument nennt \(stated) Positionen, es enthält \(found); prüfen, ob es \
        vollständig ist
        """,
      en: """
        the document says that it has \(stated) items, it has \(found); check that it is \
        complete
        """)
  }

  /// A quotation's line that states a figure otherwise than the item in it.
  public static func quotedItemDiffers(
    line: String, element: String, stated: String, own: String
  ) -> Message {
    Message(
      de: """
        Position \(line) nennt \(element) mit \(stated), ihr LineItem mit \(own), und das zählt; \
        beim Anbieter klären
        """,
      en: """
        line \(line) states \(element) as \(stated), its LineItem as \(own), and that counts; \
        clear it up with the vendor
        """)
  }

  /// A line's amount that does not follow from quantity and price.
  public static func quotedLineAmountDiffers(
    line: String, stated: String, quantity: String, price: String, base: String, reckoned: String
  ) -> Message {
    Message(
      de: """
        Position \(line) lautet auf \(stated), aber \(quantity) × \(price) je \(base), mit \
        Nachlässen und Zuschlägen, ist \(reckoned); beim Anbieter klären, es zählt \(reckoned)
        """,
      en: """
        line \(line) says \(stated), but \(quantity) × \(price) per \(base), with discounts \
        and surcharges, is \(reckoned); clear it up with the vendor, \(reckoned) counts
        """)
  }

  /// A line that was cancelled.
  public static func quotedLineCancelled(line: String) -> Message {
    Message(
      de: """
        Position \(line) ist als gestrichen gekennzeichnet (Cancelled) und zählt nicht; beim Anbieter \
        bestätigen lassen
        """,
      en: """
        line \(line) is marked as cancelled and does not count; have the vendor confirm it
        """)
  }

  /// A line without what is offered.
  public static func quotedLineEmpty(element: String) -> Message {
    Message(
      de: "der Position fehlt \(element.quotedDe); vom Anbieter ergänzen lassen",
      en: "the line lacks \(element.quotedEn); have the vendor add it")
  }

  /// An article number where the line's number belongs.
  public static func quotedLineNumberIsArticle(text: String) -> Message {
    Message(
      de: """
        \(text.quotedDe) steht als Nummer der Position, sieht aber nach einer Artikelnummer \
        aus und zählt als solche; beim Anbieter bestätigen lassen
        """,
      en: """
        \(text.quotedEn) stands as the line's number but looks like an article number and \
        counts as one; have the vendor confirm it
        """)
  }

  /// A line that something beside its name makes an option.
  public static func quotedMaybeOptional(item: String, word: String) -> Message {
    Message(
      de: """
        \(item.quotedDe) zählt, beschrieben ist es aber mit \(word.quotedDe); wenn es eine Option ist, \
        unter positions status: optional angeben
        """,
      en: """
        \(item.quotedEn) counts, but its description says \(word.quotedEn); if it is an option, state \
        status: optional under positions
        """)
  }

  /// Two lines with one name and different article numbers.
  public static func quotedNameTwice(
    name: String, identifier: String, other: String, otherLine: Int
  ) -> Message {
    Message(
      de: """
        \(identifier.quotedDe) und \(other.quotedDe) (Zeile \(otherLine)) heißen beide \
        \(name.quotedDe); beim Anbieter klären, was gemeint ist
        """,
      en: """
        \(identifier.quotedEn) and \(other.quotedEn) (line \(otherLine)) are both called \
        \(name.quotedEn); clear up with the vendor what is meant
        """)
  }

  /// A net total that holds the tax.
  public static func quotedNetIsTax(stated: String, net: String) -> Message {
    Message(
      de: """
        als Nettosumme steht \(stated), das ist die Steuer, netto sind es \(net); vom Anbieter \
        berichtigen lassen, es zählen die Positionen
        """,
      en: """
        the net total says \(stated), which is the tax, net it is \(net); have the vendor \
        correct it, the lines count
        """)
  }

  /// Numbers with more decimals than are kept.
  public static func quotedNumbersRounded(count: Int, name: String, text: String) -> Message {
    Message(
      de: """
        Zahlen mit mehr als 12 Nachkommastellen (\(count)) werden dort gerundet, zuerst \
        \(text.quotedDe) in \(name.quotedDe); kürzer angeben lassen, wenn es darauf ankommt
        """,
      en: """
        numbers with more than 12 decimals (\(count)) are rounded there, the first is \
        \(text.quotedEn) in \(name.quotedEn); have them stated shorter if that matters
        """)
  }

  /// A line without a quantity in a line of several.
  public static func quotedPartWithoutQuantity(
    line: String, price: String, outer: String, quantity: String
  ) -> Message {
    Message(
      de: """
        Position \(line) zu \(price) hat keine Menge und steckt in Position \(outer) mit der Menge \
        \(quantity); den Anbieter eine Menge angeben lassen oder count unter positions angeben
        """,
      en: """
        line \(line) at \(price) has no quantity and lies in line \(outer) with a quantity of \
        \(quantity); have the vendor state a quantity, or state count under positions
        """)
  }

  /// A line that is not the sum of the lines in it.
  public static func quotedPartsDiffer(
    line: String, stated: String, reckoned: String
  ) -> Message {
    Message(
      de: """
        Position \(line) macht \(stated), die Unterpositionen in ihr zusammen \(reckoned); beim \
        Anbieter klären, ob sie dazukommen, es zählt \(stated)
        """,
      en: """
        line \(line) comes to \(stated), the lines in it to \(reckoned) together; ask the vendor \
        whether they come on top, \(stated) counts
        """)
  }

  /// A unit price that had to be derived.
  public static func quotedPriceDerived(
    amount: String, quantity: String, price: String
  ) -> Message {
    Message(
      de: """
        der Einzelpreis fehlt und ist aus dem Betrag abgeleitet: \(amount) / \(quantity) = \
        \(price); beim Anbieter bestätigen lassen
        """,
      en: """
        the unit price is missing and derived from the amount: \(amount) / \(quantity) = \
        \(price); have the vendor confirm it
        """)
  }

  /// Prices that hold the tax.
  public static func quotedPricesTaxed(reason: LocalText) -> Message {
    Message(
      de: """
        die Preise enthalten die Steuer (\(reason.de)) und würden netto zählen; unter positions tax: \
        gross und tax_rate angeben, oder tax: net
        """,
      en: """
        the prices hold the tax (\(reason.en)) and would count as net; state tax: gross and tax_rate \
        under positions, or tax: net
        """)
  }

  /// A line without a quantity that states the least one.
  public static func quotedQuantityIsMinimum(line: String, minimum: String) -> Message {
    Message(
      de: """
        bei Position \(line) fehlt die Menge, es zählt die Mindestmenge \(minimum); beim Anbieter \
        nachfragen
        """,
      en: """
        line \(line) has no quantity, the least quantity of \(minimum) counts; ask the vendor
        """)
  }

  /// A line without a quantity.
  public static func quotedQuantityMissing(line: String) -> Message {
    Message(
      de: "bei Position \(line) fehlt die Menge, sie zählt als 1; beim Anbieter nachfragen",
      en: "line \(line) has no quantity, it counts as 1; ask the vendor")
  }

  /// A line with a quantity of nothing.
  public static func quotedQuantityZero(line: String) -> Message {
    Message(
      de: """
        Position \(line) hat die Menge 0 und zählt nur mit dem Betrag, wo der Preis fehlt; beim Anbieter \
        nachfragen
        """,
      en: """
        line \(line) has a quantity of 0 and counts only with its amount, where the price is missing; \
        ask the vendor
        """)
  }

  /// A quotation in several currencies.
  public static func quotedSeveralCurrencies(codes: [String]) -> Message {
    Message(
      de: """
        das Angebot rechnet in mehreren Währungen (\(codes.listDe)), seine Summen werden nicht \
        geprüft; sie selbst nachrechnen
        """,
      en: """
        the quotation is in several currencies (\(codes.listEn)), its totals are not checked; \
        check them yourself
        """)
  }

  /// A share that may be percent or a factor.
  public static func quotedShareUnclear(
    text: String, percent: String, factor: String
  ) -> Message {
    Message(
      de: """
        der Anteil \(text) kann \(percent) % oder \(factor) % heißen, und kein Betrag zeigt es; den \
        Betrag der Position angeben lassen
        """,
      en: """
        the share \(text) may mean \(percent) % or \(factor) %, and no amount shows which; have the \
        amount of the line stated
        """)
  }

  /// A tax on another amount than the net total.
  public static func quotedTaxBaseDiffers(stated: String, net: String) -> Message {
    Message(
      de: "die Steuer ist auf \(stated) gerechnet, netto sind es \(net); beim Anbieter klären",
      en: "the tax is reckoned on \(stated), net it is \(net); clear it up with the vendor")
  }

  /// A total that does not follow from its parts.
  public static func quotedTotalDiffers(
    what: LocalText, stated: String, reckoned: String
  ) -> Message {
    Message(
      de: """
        \(what.de) lautet auf \(stated), nachgerechnet sind es \(reckoned); beim Anbieter \
        klären, es zählen die Positionen
        """,
      en: """
        \(what.en) says \(stated), reckoned anew it is \(reckoned); clear it up with the \
        vendor, the lines count
        """)
  }

  /// A total that holds the tax.
  public static func quotedTotalTaxed(stated: String, net: String) -> Message {
    Message(
      de: """
        die Gesamtsumme \(stated) enthält die Steuer, netto sind es \(net), und das zählt; beim \
        Anbieter bestätigen lassen, dass die Preise netto sind
        """,
      en: """
        the total of \(stated) holds the tax, net it is \(net), which counts; have the vendor confirm \
        that the prices are net
        """)
  }

  /// A number of price units that does not follow from quantity and factor.
  public static func quotedUnitValueDiffers(
    line: String, stated: String, reckoned: String
  ) -> Message {
    Message(
      de: """
        Position \(line) nennt \(stated) Preiseinheiten, nach Menge und Faktor sind es \(reckoned); \
        beim Anbieter klären, es zählt \(stated)
        """,
      en: """
        line \(line) states \(stated) price units, by quantity and factor it is \(reckoned); clear it \
        up with the vendor, \(stated) counts
        """)
  }

  /// A price for another unit than that of the quantity.
  public static func quotedUnitsDiffer(line: String, unit: String, priceUnit: String) -> Message {
    Message(
      de: """
        Position \(line) zählt in \(unit.quotedDe), ihr Preis gilt je \(priceUnit.quotedDe), \
        ein Umrechnungsfaktor fehlt und zählt als 1; beim Anbieter klären
        """,
      en: """
        line \(line) counts in \(unit.quotedEn), its price is per \(priceUnit.quotedEn), a \
        factor between them is missing and counts as 1; clear it up with the vendor
        """)
  }

  /// A validity that ends before it begins.
  public static func quotedValidityBackwards(start: String, end: String) -> Message {
    Message(
      de: "die Bindefrist endet am \(end) vor ihrem Beginn am \(start); beim Anbieter nachfragen",
      en: "the validity ends on \(end) before it begins on \(start); ask the vendor")
  }
}
