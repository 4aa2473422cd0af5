internal import DelimitedText
internal import Evaluation
internal import Measures
internal import Messages

/// `sensitivity.csv`: what would change the ranking, one figure a row.
enum SensitivityTable {
  /// The rows, the header first.
  static func rows(_ evaluation: Evaluation, _ style: TableStyle) -> [[Cell]] {
    let header = [
      .analysis, .path, .criterion, .offer, .figure, .value, .lowerEnd, .upperEnd, .leaderBelow,
      .leaderAbove, .unit,
    ].map { (column: TableHeader) in style.header(column) }
    let rows = SensitivityRows(evaluation: evaluation, style: style)
    return [header] + rows.oneWeight + rows.allWeights + rows.rankShares + rows.prices
      + rows.answers
      + rows.profiles + rows.scenarios + rows.twoWayTables + rows.scales
      + rows.information
  }
}

/// The rows of each analysis.
private struct SensitivityRows {
  let evaluation: Evaluation
  let style: TableStyle
  private let names: [String: LocalText]

  init(evaluation: Evaluation, style: TableStyle) {
    self.evaluation = evaluation
    self.style = style
    names = Dictionary(evaluation.criteria.map { ($0.path, $0.name) }) { first, _ in first }
  }

  var oneWeight: [[Cell]] {
    evaluation.weights.flatMap { weight -> [[Cell]] in
      let below = name(weight.leaderBelow)
      let above = name(weight.leaderAbove)
      return [
        row(
          .oneWeight, path: weight.criterion, .leaderStaysLocal, style.value(weight.localWeight),
          ends: (weight.localLow, weight.localHigh), leaders: (below, above), unit: share),
        row(
          .oneWeight, path: weight.criterion, .leaderStaysGlobal,
          style.value(weight.globalWeight), ends: (weight.globalLow, weight.globalHigh),
          leaders: (below, above), unit: share),
        row(
          .oneWeight, path: weight.criterion, .rankingStays, style.value(weight.localWeight),
          ends: (weight.rankingLow, weight.rankingHigh), unit: share),
      ]
    }
  }

  var allWeights: [[Cell]] {
    guard let robustness = evaluation.robustness else { return [] }
    let radii = robustness.rivals.flatMap { rival -> [[Cell]] in
      [
        row(
          .allWeights, offer: rival.offer, .jointShift,
          rival.radius.map { style.value($0) } ?? style.word(.unlimited), unit: share),
        row(
          .allWeights, offer: rival.offer, .chanceAhead, style.value(rival.chance),
          unit: share),
      ]
    }
    let breaking = robustness.breakingWeights.map { weight in
      row(
        .allWeights, path: weight.criterion, offer: robustness.rival, .breakingWeight,
        style.value(weight.then), unit: share)
    }
    return radii + breaking
  }

  var rankShares: [[Cell]] {
    evaluation.orderedOffers.flatMap { offer -> [[Cell]] in
      guard let shares = offer.rankShares else { return [] }
      var rows = shares.enumerated().map { index, value in
        row(
          .rankShares, text: "\(word(.rank)) \(index + 1)", offer: offer.id, .shareOfDraws,
          style.value(value), unit: share)
      }
      if let error = offer.rankShareError {
        rows.append(
          row(.rankShares, offer: offer.id, .standardError, style.value(error), unit: share))
      }
      if let rank = offer.expectedRank {
        rows.append(
          row(
            .rankShares, offer: offer.id, .expectedRank, style.value(rank), unit: word(.rank)))
      }
      rows += (offer.jointRankShares ?? []).enumerated().map { index, value in
        row(
          .jointRankShares, text: "\(word(.rank)) \(index + 1)", offer: offer.id, .shareOfDraws,
          style.value(value), unit: share)
      }
      if let error = offer.jointRankShareError {
        rows.append(
          row(.jointRankShares, offer: offer.id, .standardError, style.value(error), unit: share))
      }
      return rows
    }
  }

  var prices: [[Cell]] {
    let currency = evaluation.decision.currency
    return evaluation.prices.flatMap { price -> [[Cell]] in
      var rows = [
        row(
          .priceToLead, offer: price.offer, .presentValueCut, style.money(price.presentValueCut),
          unit: currency)
      ]
      if let part = price.share {
        rows.append(
          row(.priceToLead, offer: price.offer, .shareOfPrices, style.value(part), unit: share))
      }
      if let perYear = price.perYear {
        rows.append(
          row(
            .priceToLead, offer: price.offer, .cutPerYear, style.money(perYear), unit: currency))
      }
      if let total = price.total {
        rows.append(
          row(.priceToLead, offer: price.offer, .cutTotal, style.money(total), unit: currency))
      }
      rows.append(
        row(
          .priceToLead, offer: price.offer, .possibleByPrice,
          style.word(price.isPossible ? .yes : .no), unit: ""))
      return rows
    }
  }

  var answers: [[Cell]] {
    evaluation.answersToTie.flatMap { tie in
      [(TableWord.valueNow, tie.now), (.valueToTie, tie.needed)].map { measure, value in
        row(
          .answerToTie, path: tie.criterion, offer: tie.offer, measure, style.value(value), unit: ""
        )
      }
    }
  }

  var profiles: [[Cell]] {
    evaluation.profiles.flatMap { profile in
      profile.standings.flatMap { standing in
        [
          row(
            .profile, text: profile.name, offer: standing.offer, .rank,
            style.whole(standing.rank), unit: word(.rank)),
          row(
            .profile, text: profile.name, offer: standing.offer, .points,
            style.points(standing.points), unit: word(.points)),
        ]
      }
    }
  }

  var scenarios: [[Cell]] {
    evaluation.scenarios.flatMap { scenario in
      scenario.standings.flatMap { standing -> [[Cell]] in
        guard let rank = standing.rank, let points = standing.points else { return [] }
        let name = scenario.name(style.language)
        return [
          row(
            .scenario, text: name, offer: standing.offer, .rank, style.whole(rank),
            unit: word(.rank)),
          row(
            .scenario, text: name, offer: standing.offer, .points, style.points(points),
            unit: word(.points)),
        ]
      }
    }
  }

  var twoWayTables: [[Cell]] {
    evaluation.twoWayTables.flatMap { table in
      zip(table.rows.values, table.cells).flatMap { row, cells in
        zip(table.columns.values, cells).map { column, cell in
          self.row(
            .twoWay,
            text: "\(table.rows.name(style.language)) \(row.text), "
              + "\(table.columns.name(style.language)) \(column.text)",
            offer: cell.leader, .leadInPoints, cell.lead.map { style.points($0) } ?? .empty,
            unit: word(.points))
        }
      }
    }
  }

  var scales: [[Cell]] {
    guard let scales = evaluation.scales else { return [] }
    let tried = row(.scale, .trials, style.whole(scales.tried), unit: "")
    return [tried]
      + scales.turning.map { change in
        let scope: LocalText? =
          switch change.scope {
          case .one: nil
          case .allLevels: Label.allLevelScales
          case .allFigures: Label.allFigureScales
          }
        let name = scope ?? change.criterion.flatMap { names[$0] } ?? LocalText("")
        return row(
          .scale, path: change.criterion,
          text: "\(name(style.language)), \(change.kind.label(style.language))",
          offer: change.leader, .leadInPoints, style.points(change.lead), unit: word(.points))
      }
  }

  var information: [[Cell]] {
    guard let information = evaluation.information else { return [] }
    let currency = evaluation.decision.currency
    let everything = information.everything
    var rows = [
      row(.everything, .worth, style.points(everything.points), unit: word(.points)),
      row(.everything, .standardError, style.points(everything.standardError), unit: word(.points)),
    ]
    if let money = everything.money {
      rows.append(row(.everything, .worth, style.money(money), unit: currency))
    }
    rows.append(row(.everything, .worthless, style.whole(information.worthless), unit: ""))
    for item in information.items {
      let text = item.criterion == nil ? word(.total) : nil
      rows.append(
        row(
          .information, path: item.criterion, text: text, offer: item.offer, .worth,
          style.points(item.points), unit: word(.points)))
      if let money = item.money {
        rows.append(
          row(
            .information, path: item.criterion, text: text, offer: item.offer, .worth,
            style.money(money), unit: currency))
      }
    }
    return rows
  }

  // MARK: Cells

  private var share: String { word(.share) }

  private func word(_ word: TableWord) -> String { word.text(style.language) }

  private func name(_ offer: String?) -> String? {
    offer.flatMap { evaluation.offer($0) }.map { style.heading($0, in: evaluation) }
  }

  private func row(
    _ analysis: TableWord, path: String? = nil, text: String? = nil, offer: String? = nil,
    _ figure: TableWord, _ value: Cell, ends: (low: Double, high: Double)? = nil,
    leaders: (below: String?, above: String?) = (nil, nil), unit: String
  ) -> [Cell] {
    let criterion = path.flatMap { names[$0] }
    return [
      style.word(analysis), cell(path), cell(text ?? criterion?(style.language)),
      cell(name(offer)), style.word(figure), value, style.value(ends?.low),
      style.value(ends?.high), cell(leaders.below), cell(leaders.above),
      unit.isEmpty ? .empty : .text(unit),
    ]
  }

  private func cell(_ text: String?) -> Cell { text.map { .text($0) } ?? .empty }
}
