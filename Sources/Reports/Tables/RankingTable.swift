internal import DelimitedText
internal import Evaluation
internal import Measures
internal import Messages

/// `ranking.csv`: one row an option, the best first, the excluded ones last.
enum RankingTable {
  /// The rows, the header first.
  static func rows(_ evaluation: Evaluation, _ style: TableStyle) -> [[Cell]] {
    let goals = evaluation.goals
    var header = cells([.rank, .offer, .offerID, .kind, .state], style)
    header += cells([.points, .pointsLow, .pointsHigh], style)
    header += goals.map { goal in
      .text("\(TableHeader.points.text(style.language)): \(goal.name(style.language))")
    }
    header += cells(
      [
        .roundingDifference, .presentValue, .presentValueLow, .presentValueHigh,
        .lowestPresentValue, .nominalTotal, .lockInScore, .firstShare, .unanswered, .bestRank,
        .worstRank, .wouldRank, .verdict, .exclusions, .openKnockouts,
      ], style)
    let offers = evaluation.orderedOffers
    let places = distinctPlaces(offers.map(\.points))
    return [header]
      + zip(offers, places).map { offer, places in
        row(offer, goals, places, evaluation.verdict, style)
      }
  }

  private static func cells(_ columns: [TableHeader], _ style: TableStyle) -> [Cell] {
    columns.map { style.header($0) }
  }

  private static func row(
    _ offer: OfferResult, _ goals: [CriterionSummary], _ places: Int, _ verdict: Verdict,
    _ style: TableStyle
  ) -> [Cell] {
    let goalPoints = goals.map { offer.score($0.path)?.points }
    let difference = RoundingDifference(
      totals: [offer.points.flatMap { $0.printed(places: places) }],
      parts: goalPoints.map { [$0?.printedPoints] })
    var row: [Cell] = [
      style.whole(offer.rank), .text(offer.name), .text(offer.id),
      style.text(offer.kind.label), style.text(offer.state.label),
      style.number(offer.points, places), style.points(offer.pointsLow),
      style.points(offer.pointsHigh),
    ]
    row += goalPoints.map { style.points($0) }
    row += difference.cells(style, places: places)
    row += [
      style.money(offer.cost.presentValue), style.money(offer.cost.range?.p10),
      style.money(offer.cost.range?.p90), style.money(offer.cost.lowestPossible),
      style.money(offer.cost.total), style.points(offer.lockIn?.score),
      style.value(offer.firstShare), style.value(offer.unansweredWeight),
      style.whole(offer.rankBand?.best), style.whole(offer.rankBand?.worst),
      style.whole(offer.wouldRank), style.text(verdict.word.label),
      conditions(offer, .fail, style), conditions(offer, .unknown, style),
    ]
    return row
  }

  /// The knock-outs in a state, each with what was found.
  private static func conditions(
    _ offer: OfferResult, _ state: KnockoutResult.State, _ style: TableStyle
  ) -> Cell {
    let texts = offer.knockouts.filter { $0.state == state }.map { knockout in
      let found = knockout.found(style.language)
      let condition =
        "\(knockout.name(style.language)): \(knockout.condition(style.language))"
      return found.isEmpty ? condition : "\(condition) (\(found))"
    }
    return texts.isEmpty ? .empty : .text(texts.joined(separator: "; "))
  }

  /// Decimals for each figure of a column: as many as it takes that neighbours that differ do not
  /// print alike (`rulings.md` R9). Figures within 1e-9 are equal there, and may.
  static func distinctPlaces(_ figures: [Double?]) -> [Int] {
    var places = [Int](repeating: TableStyle.pointPlaces, count: figures.count)
    for index in figures.indices.dropFirst() {
      guard let upper = figures[index - 1], let lower = figures[index],
        (upper - lower).magnitude > 1e-9
      else { continue }
      var needed = TableStyle.pointPlaces
      while needed < Amount.decimals,
        NumberFormat.plain(upper, decimals: needed) == NumberFormat.plain(lower, decimals: needed)
      {
        needed += 1
      }
      places[index - 1] = max(places[index - 1], needed)
      places[index] = max(places[index], needed)
    }
    return places
  }
}
