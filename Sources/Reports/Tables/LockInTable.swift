internal import DelimitedText
internal import Evaluation
internal import Measures
internal import Messages

/// `lock-in.csv`: factors down, options across; then the score, and the cost of leaving by year.
enum LockInTable {
  /// The rows, the header first.
  static func rows(_ evaluation: Evaluation, _ style: TableStyle) -> [[Cell]] {
    let offers = evaluation.orderedOffers
    var header = [.row, .path, .criterion, .localWeight, .globalWeight].map {
      (column: TableHeader) in style.header(column)
    }
    for offer in offers {
      let name = style.heading(offer, in: evaluation)
      for column in [TableHeader.degree, .answer] {
        header.append(.text("\(name): \(column.text(style.language))"))
      }
    }
    return [header] + factors(evaluation, offers, style) + scores(offers, style)
      + exitCosts(offers, style)
  }

  private static func factors(
    _ evaluation: Evaluation, _ offers: [OfferResult], _ style: TableStyle
  ) -> [[Cell]] {
    let paths = Set(offers.flatMap { $0.lockIn?.factors.map(\.criterion) ?? [] })
    return evaluation.criteria.filter { paths.contains($0.path) }.map { criterion in
      [
        style.word(.factor), .text(criterion.path), style.text(criterion.name),
        style.value(criterion.localWeight), style.value(criterion.globalWeight),
      ]
        + offers.flatMap { offer -> [Cell] in
          let factor = offer.lockIn?.factors.first { $0.criterion == criterion.path }
          guard let factor else { return [.empty, .empty] }
          let answer = offer.score(criterion.path)?.answer
          return [
            style.points(factor.degree),
            factor.isAnswered ? ComparisonTable.answer(answer, style) : style.word(.noAnswer),
          ]
        }
    }
  }

  private static func scores(_ offers: [OfferResult], _ style: TableStyle) -> [[Cell]] {
    let figures: [(TableWord, (LockInResult) -> Double)] = [
      (.score, \.score), (.scoreLow, \.low), (.scoreHigh, \.high),
    ]
    return figures.map { word, figure in
      row(word, nil, offers.map { style.points($0.lockIn.map(figure)) }, style)
    }
  }

  private static func exitCosts(_ offers: [OfferResult], _ style: TableStyle) -> [[Cell]] {
    let costs = offers.map { $0.lockIn?.exitCost ?? [] }
    let years = Set(costs.flatMap { $0.map(\.year) }).sorted()
    let inYear = { (year: Int) in costs.map { $0.first { $0.year == year } } }
    let amounts = years.map { year in
      row(.exitCost, year, inYear(year).map { style.money($0?.amount) }, style)
    }
    let presentValues = years.map { year in
      row(
        .exitCostPresentValue, year, inYear(year).map { style.money($0?.presentValue) }, style)
    }
    return amounts + presentValues
  }

  /// A row that is no factor: one figure an option, and the year it speaks of.
  private static func row(
    _ word: TableWord, _ year: Int?, _ figures: [Cell], _ style: TableStyle
  ) -> [Cell] {
    let name = year.map { "\(TableHeader.year.text(style.language)) \($0)" }
    return [style.word(word), .empty, name.map { .text($0) } ?? .empty, .empty, .empty]
      + figures.flatMap { [$0, .empty] }
  }
}
