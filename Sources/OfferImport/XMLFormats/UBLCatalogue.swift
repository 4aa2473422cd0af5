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
    let priced = part.all(.requiredItemLocationQuantity).filter {
      $0.part(.price, .priceAmount)?.cell != nil
    }
    guard
      let places = inOneCurrency(
        inForce(priced, number: number), of: number,
        currency: { $0.part(.price, .priceAmount)?.attribute(.currencyID) }, at: part.position)
    else { return nil }
    let most = places.map { figure($0.part(.maximumQuantity), isBroken: &isBroken)?.value }
    if !most.contains(nil) { article.most = most.compactMap { $0 }.max() }
    if part.cell(.orderableIndicator)?.text == "false" {
      diagnostics.warning(part.position, .listArticleNotOrderable(number: number.text))
    }
    for (place, from) in starts(of: places, number: number, isBroken: &isBroken) {
      guard let price = place.part(.price),
        let amount = figure(price.part(.priceAmount), isBroken: &isBroken)
      else { continue }
      if let charge = place.part(.allowanceCharge) ?? price.part(.allowanceCharge) {
        diagnostics.error(
          charge.position,
          .listPriceUnclear(
            number: number.text,
            reason: LocalText(
              de: "der Preis hat einen Nachlass oder Zuschlag",
              en: "the price has a discount or surcharge")))
        return nil
      }
      let base = figure(price.part(.baseQuantity), isBroken: &isBroken)
      let factor = figure(price.part(.orderableUnitFactorRate), isBroken: &isBroken)
      if article.steps.isEmpty {
        article.base = base
        article.currency = amount.currency
        article.unit = base?.unit
      }
      // A price for another number of units is converted to that of the first.
      let value = try? ExactValue(amount.value).times(article.base?.value ?? .one)
        .times(factor?.value ?? .one).amount(dividedBy: base?.value ?? .one)
      guard let value else {
        diagnostics.error(
          amount.cell.position,
          .cellNumberTooLarge(column: UBLName.priceAmount.rawValue, text: amount.cell.text))
        return nil
      }
      if !add(value, from: from, to: &article, at: amount.cell.position) { isBroken = true }
    }
    if article.steps.isEmpty, !isBroken {
      diagnostics.error(part.position, .listArticleWithoutPrice(number: number.text))
    }
    article.steps.sort { $0.from < $1.from }
    return isBroken || article.steps.isEmpty ? nil : article
  }

  /// Of several prices those that hold on the decision's date; if none does, all, with a warning.
  private mutating func inForce(
    _ places: [DocumentPart<UBLName>], number: Cell
  ) -> [DocumentPart<UBLName>] {
    let current = places.filter {
      $0.part(.price, .validityPeriod).map { holds(dates(of: $0)) } ?? true
    }
    if current.isEmpty, let last = places.last {
      checkValidity(last.part(.price, .validityPeriod), number: number)
      return places
    }
    return current
  }

  /// The quantities from which prices hold, by their least and their most; an error leaves none.
  private mutating func starts(
    of places: [DocumentPart<UBLName>], number: Cell, isBroken: inout Bool
  ) -> [(place: DocumentPart<UBLName>, from: Amount)] {
    var steps: [(place: DocumentPart<UBLName>, from: Amount?, most: Amount?)] = []
    for place in places {
      steps.append(
        (
          place, figure(place.part(.minimumQuantity), isBroken: &isBroken)?.value,
          figure(place.part(.maximumQuantity), isBroken: &isBroken)?.value
        ))
    }
    let ends = steps.compactMap(\.most).sorted()
    for index in steps.indices where steps[index].from == nil && !ends.isEmpty {
      let last = steps[index].most.map { most in ends.last { $0 < most } } ?? ends.last
      steps[index].from = last.flatMap { try? $0.adding(.one) }
    }
    for step in steps {
      guard let most = step.most,
        let next = steps.compactMap(\.from).filter({ $0 > most }).min() ?? nil,
        let gap = try? next.subtracting(most), gap > .one
      else { continue }
      diagnostics.error(
        step.place.position,
        .listPriceUnclear(
          number: number.text,
          reason: LocalText(
            de: "über \(most.text) und unter \(next.text) gilt kein Preis",
            en: "no price holds above \(most.text) and below \(next.text)")))
      isBroken = true
    }
    return steps.map { ($0.place, $0.from ?? .one) }
  }

  private func dates(of period: DocumentPart<UBLName>) -> (CalendarDate?, CalendarDate?) {
    func date(_ name: UBLName) -> CalendarDate? {
      dateCell(period.cell(name)).flatMap { CalendarDate($0.text) }
    }
    return (date(.startDate), date(.endDate))
  }

  private func holds(_ dates: (first: CalendarDate?, last: CalendarDate?)) -> Bool {
    (dates.first ?? .earliest) <= decision.asOf && decision.asOf <= dates.last ?? decision.asOf
  }

  /// Warns of a price that doesn't hold on the decision's date.
  private mutating func checkValidity(_ period: DocumentPart<UBLName>?, number: Cell) {
    guard let period else { return }
    let (first, last) = dates(of: period)
    if holds((first, last)) { return }
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
