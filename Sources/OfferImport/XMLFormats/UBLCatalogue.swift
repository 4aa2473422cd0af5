import DecisionModel
import Measures
import Messages
import XMLReading

// UBL catalogues as price lists: like those of BMEcat they give prices to lines of a quotation.
extension OfferReader {
  /// Reads the wanted articles of a UBL 2 Catalogue, line by line.
  mutating func readCatalogue(
    _ reader: XMLPartReader, into list: inout PriceList, numbers: Set<String>, names: Set<String>
  ) throws(XMLProblem) {
    var source = DocumentSource<UBLName>(
      reader, spaces: OfferReader.ublSpaces, file: list.path)
    var validity: DocumentPart<UBLName>?
    while let part = try source.next() {
      switch part.name {
      case .validityPeriod: validity = part
      case .catalogueLine:
        let item = part.part(.item)
        guard
          let number = item?.cell(.sellersItemIdentification, .id)
            ?? item?.cell(.standardItemIdentification, .id) ?? part.cell(.id),
          part.cell(.actionCode)?.text.lowercased() != "delete"
        else { continue }
        let name = item?.cell(.name) ?? item?.cell(.description)
        if documents.rules[list.path] != nil {
          documents.remember([number.text] + [name?.text].compactMap { $0 }, of: list.path)
        }
        let price = part.part(.requiredItemLocationQuantity, .price, .priceAmount)
        noteArticle(
          number, name, price: price?.cell, currency: price?.attribute(.currencyID))
        guard numbers.contains(number.text) || name.map({ names.contains($0.text.nameKey) }) == true
        else { continue }
        if let other = list.articles[number.text] {
          diagnostics.error(
            part.position, .listArticleTwice(number: number.text, other: other.position))
        } else if let article = article(part, number: number, name: name, validity: validity) {
          list.articles[number.text] = article
        }
      default: break
      }
    }
    if let (name, place) = source.misplaced {
      diagnostics.error(
        place, .quotedElementMisplaced(element: name.local, namespace: name.namespace))
    }
  }

  private mutating func article(
    _ part: DocumentPart<UBLName>, number: Cell, name: Cell?, validity: DocumentPart<UBLName>?
  ) -> ListedArticle? {
    var article = ListedArticle(position: part.position, number: number.text, name: name)
    var isBroken = false
    article.minimum = figure(part.part(.minimumOrderQuantity), isBroken: &isBroken)
    checkValidity(part.part(.lineValidityPeriod) ?? validity, number: number)
    for place in part.all(.requiredItemLocationQuantity) {
      guard let price = place.part(.price),
        let amount = figure(price.part(.priceAmount), isBroken: &isBroken)
      else { continue }
      let base = figure(price.part(.baseQuantity), isBroken: &isBroken)
      if article.steps.isEmpty {
        article.base = base
        article.currency = amount.currency
      }
      let from = figure(place.part(.minimumQuantity), isBroken: &isBroken)?.value ?? .one
      // Prices in several currencies or for several numbers of units are no tiers of each other.
      let isOther =
        amount.currency?.text != article.currency?.text
        || (base?.value ?? .one) != (article.base?.value ?? .one)
      if isOther { continue }
      if !add(amount.value, from: from, to: &article, at: amount.cell.position) { isBroken = true }
    }
    if article.steps.isEmpty, !isBroken {
      diagnostics.error(part.position, .listArticleWithoutPrice(number: number.text))
    }
    article.steps.sort { $0.from < $1.from }
    return isBroken || article.steps.isEmpty ? nil : article
  }

  /// Warns of a price that doesn't hold on the decision's date.
  private mutating func checkValidity(_ period: DocumentPart<UBLName>?, number: Cell) {
    guard let period else { return }
    func date(_ name: UBLName) -> CalendarDate? {
      dateCell(period.cell(name)).flatMap { CalendarDate($0.text) }
    }
    let (first, last) = (date(.startDate), date(.endDate))
    if (first ?? .earliest) <= decision.asOf, decision.asOf <= last ?? decision.asOf { return }
    diagnostics.warning(
      period.position,
      .listPriceOutOfDate(number: number.text, from: first?.iso ?? "…", to: last?.iso ?? "…"))
  }

  /// Adds a price from a quantity on; whether there is no other for the same.
  mutating func add(
    _ price: Amount, from: Amount, to article: inout ListedArticle, at position: SourcePosition
  ) -> Bool {
    guard let other = article.steps.first(where: { $0.from == from }) else {
      article.steps.append(.init(from: from, price: price, position: position))
      return true
    }
    if other.price == price { return true }
    diagnostics.error(
      position,
      .listPriceTwice(
        number: article.number, from: from.text, price: price.text, other: other.price.text))
    return false
  }

  /// Notes an article of a price list, wanted or not, for those who look at how it was understood.
  mutating func noteArticle(_ number: Cell, _ name: Cell?, price: Cell?, currency: Cell?) {
    note(number.position.file) { file in
      let price =
        price.map { [$0.text, currency?.text ?? ""].joined(separator: " ").trimmed } ?? ""
      file.articles.append(
        .init(
          name: LocalText(number.text),
          text: [name?.text ?? "", price].filter { !$0.isEmpty }.joined(separator: " · "),
          position: number.position))
    }
  }
}
