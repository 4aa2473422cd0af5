import DecisionModel
import Measures
import Messages
import TotalCost

extension OfferReader {
  /// A word of a fixed set.
  mutating func word<Meaning>(
    _ row: SheetRow<PriceColumn>, _ column: PriceColumn, _ words: Words<Meaning>
  ) -> Reading<Meaning> {
    guard let cell = row.cells[column] else { return .absent }
    if let meaning = words.meaning(of: cell.text) { return .value(meaning) }
    diagnostics.error(
      cell.position,
      .cellWordUnknown(
        column: column.rawValue, text: cell.text, words: words.names,
        suggestion: words.suggestion(for: cell.text)))
    return .failed
  }

  /// A number of units, which is not below zero.
  ///
  /// - Parameter orZero: whether zero is one.
  mutating func least(
    _ column: PriceColumn, row index: Int, of sheet: Sheet<PriceColumn>, _ figures: PriceFigures,
    orZero: Bool = true
  ) -> Reading<Amount> {
    let reading = figures.figure(column, row: index)
    guard let number = reading.found else { return reading.hasFailed ? .failed : .absent }
    let isPlain = number.currency == nil && !number.isPercent
    if isPlain, !number.value.isNegative, orZero || number.value != .zero {
      return .value(number.value)
    }
    let row = sheet.rows[index]
    let cell = row.cells[column]
    diagnostics.error(
      cell?.position ?? row.position,
      .cellNotACount(column: column.rawValue, text: cell?.text ?? "", orZero: orZero))
    return .failed
  }

  /// A share such as `3 %` or `0.03`, which must lie within a range.
  mutating func share(
    _ column: PriceColumn, row index: Int, of sheet: Sheet<PriceColumn>, _ figures: PriceFigures,
    within range: ClosedRange<Amount>
  ) -> Reading<Amount> {
    let reading = figures.figure(column, row: index)
    guard let number = reading.found else { return reading.hasFailed ? .failed : .absent }
    let row = sheet.rows[index]
    let place = row.cells[column]?.position ?? row.position
    let text = row.cells[column]?.text ?? ""
    let isPercent = number.isPercent || sheet.hints[column]?.isPercent == true
    let value = isPercent ? try? number.value.divided(by: Amount(100)) : number.value
    if value == .one, !isPercent, OfferReader.rates.contains(column) {
      diagnostics.error(place, .cellShareOfOne(column: column.rawValue, text: text))
      return .failed
    }
    if let value, number.currency == nil, range.contains(value) { return .value(value) }
    diagnostics.error(
      place,
      .cellNotAShare(
        column: column.rawValue, text: text,
        low: Int((range.lowerBound.double * 100).rounded()),
        high: Int((range.upperBound.double * 100).rounded())))
    return .failed
  }

  /// Shares of which 1 % is as likely as all of it.
  private static let rates: Set<PriceColumn> = [
    .discount, .escalation, .escalationLow, .escalationHigh, .cap, .floor, .taxRate,
  ]

  /// The share off the list price; lists that write it below zero mean the same.
  mutating func discount(
    row index: Int, of sheet: Sheet<PriceColumn>, _ figures: PriceFigures
  ) -> Reading<Amount> {
    let stated = figures.figure(.discount, row: index).found
    let header = sheet.hints[.discount]
    if let cell = sheet.rows[index].cells[.discount], let stated, !stated.isPercent,
      header?.isPercent != true, stated.currency ?? header?.currency != nil
    {
      diagnostics.error(cell.position, .priceDiscountInMoney(text: cell.text))
      return .failed
    }
    let reading = share(
      .discount, row: index, of: sheet, figures, within: Amount(-1)...Amount.one)
    guard let value = reading.found, value.isNegative else { return reading }
    let row = sheet.rows[index]
    let cell = row.cells[.discount]
    diagnostics.warning(
      cell?.position ?? row.position, .priceDiscountBelowZero(text: cell?.text ?? ""))
    return .value(Amount(units: -value.units))
  }

  /// How the price rises.
  mutating func escalation(
    row index: Int, of sheet: Sheet<PriceColumn>, _ figures: PriceFigures
  ) -> CostLine.Escalation? {
    let row = sheet.rows[index]
    // Nothing can become cheaper by all of its price and go on costing something.
    let lowest = Amount(units: 1 - Amount.unitsPerWhole)
    let rate = share(
      .escalation, row: index, of: sheet, figures, within: lowest...Amount.one)
    let low = share(.escalationLow, row: index, of: sheet, figures, within: lowest...Amount.one)
    let high = share(.escalationHigh, row: index, of: sheet, figures, within: lowest...Amount.one)
    let shape = word(row, .shape, Vocabulary.rangeShapes)
    let cap = share(.cap, row: index, of: sheet, figures, within: Amount.zero...Amount.one)
    let floor = share(.floor, row: index, of: sheet, figures, within: Amount.zero...Amount.one)
    let first = row.cells[.firstIncrease].map {
      Reading(moment($0, column: .firstIncrease))
    }
    let base = word(row, .priceBaseDate, Vocabulary.priceBaseDates)
    let compounding = word(row, .compounding, Vocabulary.yesNo).value(else: true)
    let link = self.index(row: index, of: sheet, figures)
    guard !rate.hasFailed, !cap.hasFailed, !floor.hasFailed, first?.hasFailed != true,
      !base.hasFailed, let compounding, !link.hasFailed,
      !low.hasFailed, !high.hasFailed
    else { return nil }
    let likely = rate.found ?? .zero
    var range: RateRange?
    if low.found != nil || high.found != nil {
      range = RateRange(
        low: low.found ?? likely, high: high.found ?? likely, shape: shape.found ?? .triangular)
    }
    return CostLine.Escalation(
      rate: likely, range: range, cap: cap.found, floor: floor.found, index: link.found,
      firstIncrease: first?.found?.date, base: base.found ?? .planStart,
      compounding: compounding)
  }

  /// The quantity that the price multiplies with.
  mutating func quantity(_ row: SheetRow<PriceColumn>) -> Reading<String> {
    guard let cell = row.cells[.per] else { return .absent }
    let names =
      decision.quantityOrder.isEmpty
      ? decision.costPlan.quantities.keys.sorted() : decision.quantityOrder
    if let name = names.first(where: { $0 == cell.text })
      ?? names.first(where: { $0.nameKey == cell.text.nameKey })
    {
      return .value(name)
    }
    diagnostics.error(
      cell.position,
      .priceQuantityUnknown(
        name: cell.text, names: names,
        suggestion: Suggestion.nearest(to: cell.text, in: names)))
    return .failed
  }

  /// When the line is paid, and which milestones that depends on.
  mutating func timing(
    _ row: SheetRow<PriceColumn>, category: CostCategory?, alreadyPaid: Bool?
  ) -> (timing: CostLine.Timing, milestones: CostLine.Milestones)? {
    let frequency = word(row, .frequency, Vocabulary.frequencies)
    let advance = word(row, .inAdvance, Vocabulary.yesNo)
    let start = row.cells[.start].map { Reading(moment($0, column: .start)) }
    let end = row.cells[.end].map { Reading(moment($0, column: .end)) }
    guard !frequency.hasFailed, !advance.hasFailed, start?.hasFailed != true,
      end?.hasFailed != true
    else { return nil }
    let first = start?.found?.date
    let milestones = CostLine.Milestones(
      start: start?.found?.milestone, end: end?.found?.milestone)
    guard let period = frequency.found ?? nil else {
      if let cell = row.cells[.end] {
        diagnostics.error(cell.position, .priceEndWithoutFrequency())
        return nil
      }
      return isPaidInTime(row, month: first?.monthIndex, category, alreadyPaid)
        ? (.once(on: first), milestones) : nil
    }
    let last = end?.found?.date
    if let first, let last, last < first {
      diagnostics.error(
        row.cells[.end]?.position ?? row.position,
        .priceEndsBeforeStart(start: first.iso, end: last.iso))
      return nil
    }
    if category == .exit, first == nil || last == nil {
      diagnostics.error(row.position, .priceExitWithoutDates())
      return nil
    }
    let inAdvance = advance.found ?? false
    let offset = inAdvance ? 0 : period.months - 1
    guard isPaidInTime(row, month: first.map { $0.monthIndex + offset }, category, alreadyPaid)
    else { return nil }
    return (
      .recurring(every: period, from: first, through: last, inAdvance: inAdvance), milestones
    )
  }

  /// Whether the first payment is not before the plan's start, or known to be past (`rulings.md`
  /// R8); else with an error. What follows an exit moves with it.
  private mutating func isPaidInTime(
    _ row: SheetRow<PriceColumn>, month: Int?, _ category: CostCategory?, _ alreadyPaid: Bool?
  ) -> Bool {
    guard let month, category != .exit, alreadyPaid == false,
      month < decision.costPlan.start.monthIndex
    else { return true }
    diagnostics.error(
      row.cells[.start]?.position ?? row.position,
      .priceBeforeStart(
        date: row.cells[.start]?.text ?? "", start: decision.costPlan.start.iso))
    return false
  }

  /// Whether the line belongs to the total.
  mutating func status(_ row: SheetRow<PriceColumn>) -> CostLine.Status? {
    guard let cell = row.cells[.status] else { return .included }
    // Under "optional" a yes or no stands as often as a word for the position.
    if let isOptional = Vocabulary.yesNo.meaning(of: cell.text) {
      return isOptional ? .optional : .included
    }
    var words = cell.text.split(whereSeparator: \.isWhitespace).map(String.init)
    let first = words.isEmpty ? "" : words.removeFirst().nameKey
    if OfferReader.alternativeWords.contains(first) {
      let isChosen = words.last.map { ["chosen", "gewählt"].contains($0.nameKey) } ?? false
      if isChosen { words.removeLast() }
      guard !words.isEmpty else {
        diagnostics.error(cell.position, .priceAlternativeWithoutGroup(text: cell.text))
        return nil
      }
      // An alternative to something else is none among equals: it only counts in its place.
      if let joint = words.first, ["to", "zu", "für", "for", "of", "von"].contains(joint.nameKey) {
        return .optional
      }
      return .alternative(group: words.joined(separator: " "), chosen: isChosen)
    }
    if words.isEmpty {
      if OfferReader.includedWords.contains(first) { return .included }
      if OfferReader.optionalWords.contains(first) { return .optional }
    }
    let known = ["included", "optional", "alternative NAME", "alternative NAME chosen"]
    diagnostics.error(
      cell.position,
      .cellWordUnknown(
        column: PriceColumn.status.rawValue, text: cell.text, words: known,
        suggestion: Suggestion.nearest(
          to: cell.text, in: OfferReader.includedWords.union(OfferReader.optionalWords))))
    return nil
  }

  static let includedWords: Set = [
    "included", "enthalten", "normalposition", "inklusive", "grundposition", "hauptposition",
    "pflichtposition", "standardposition",
  ]
  private static let optionalWords: Set = [
    "optional", "option", "bedarfsposition", "eventualposition",
  ]
  private static let alternativeWords: Set = [
    "alternative", "alternativposition", "wahlposition", "edition",
  ]
}
