internal import Evaluation
internal import Messages

// How the options stand, and what their points are made of.
extension ReportPage {
  var rankingSection: ReportSection? {
    guard offers.contains(where: { $0.points != nil }) else { return nil }
    return ReportSection(id: "ranking", title: Label.ranking) { out in
      writeRankingTable(to: &out)
      writeLead(to: &out)
      writeWorthMap(to: &out)
    }
  }

  private func writeRankingTable(to out: inout HTMLWriter) {
    let leader = evaluation.leader
    out.element(.figure) { out in
      let rival = evaluation.runnerUp?.name
      let title = say.rankingTitle(leader?.name ?? "", lead: evaluation.verdict.lead, rival: rival)
      out.element(.figcaption, text: title)
      out.scrolling(word(Label.ranking)) { out in
        out.element(.table) { out in
          out.head(
            [(word(Label.option), false), (word(Label.composition), false)]
              + goals.map { ("\($0.name(language)) \(numbers.weight($0.globalWeight))", true) }
              + [(word(Label.points), true), (word(Label.presentValue), true)])
          out.element(.tbody) { out in
            let points = numbers.column(offers.map { $0.points ?? 0 })
            for (offer, points) in zip(offers, points) {
              writeRankingRow(offer, offer.points == nil ? NumberFormat.none : points, to: &out)
            }
          }
        }
      }
      writeGoalKey(to: &out)
    }
    out.element(.p, .classes("note"), text: say.roundingNote)
  }

  private func writeRankingRow(_ offer: OfferResult, _ points: String, to out: inout HTMLWriter) {
    let classes = offer.id == evaluation.verdict.leader ? "first" : offer.isRanked ? "" : "out"
    out.element(.tr, .classes(classes)) { out in
      out.element(.th, .scope("row"), .classes("placed")) { out in
        out.element(
          .span, .classes("rank"), text: offer.rank.map(numbers.integer) ?? NumberFormat.none)
        out.outside(offer.name)
        out.element(.span, .classes("why"), text: standing(of: offer))
      }
      out.element(.td) { out in writeComposition(offer, to: &out) }
      for goal in goals {
        let isKnown = offer.points != nil || goal.goal != "cost"
        out.figureCell(
          isKnown
            ? offer.score(goal.path)?.points.map(numbers.points) ?? NumberFormat.none
            : NumberFormat.none)
      }
      out.element(.td, .classes("n")) { out in
        out.write(points)
        if offer.points != nil, let low = offer.pointsLow, let high = offer.pointsHigh,
          offer.unansweredCount > 0, high - low > 0.05
        {
          out.element(
            .span, .classes("why"),
            text: "\(numbers.number(low, decimals: 0))–\(numbers.number(high, decimals: 0))")
        }
      }
      out.figureCell(offer.cost.presentValue.map(numbers.money) ?? NumberFormat.none)
    }
  }

  /// What kind of option it is, its state if that matters, and how much it left open.
  private func standing(of offer: OfferResult) -> String {
    var parts = [offer.kind.label(language)]
    if offer.state != .acceptable { parts.append(offer.state.label(language)) }
    if let rank = offer.wouldRank, offer.state == .excluded, evaluation.leader != nil {
      parts.append("\(word(Label.wouldBe)) \(numbers.integer(rank))".withSmallStart)
    }
    if let band = offer.rankBand { parts.append(say.rankBand(band.best, band.worst)) }
    if offer.unansweredCount > 0 {
      parts.append(say.unanswered(count: offer.unansweredCount, share: offer.unansweredWeight))
    }
    return parts.joined(separator: " · ")
  }

  /// The points of an option as a bar whose parts are the goals; its full width is 100 points.
  func writeComposition(_ offer: OfferResult, to out: inout HTMLWriter) {
    let parts = goals.map { goal in
      (goal: goal, points: offer.score(goal.path)?.points ?? 0)
    }
    let spoken = parts.map { "\($0.goal.name(language)) \(numbers.points($0.points))" }
    StackedStrip(
      parts: parts.enumerated().map { index, part in
        StackedStrip.Part(
          length: part.points / 100, classes: goalClass(part.goal, index))
      }, title: offer.name, description: spoken.joined(separator: ", ")
    ).write(to: &out)
  }

  /// The colour of a goal: one each for fit, cost and lock-in; further goals a lighter one.
  func goalClass(_ goal: CriterionSummary, _ index: Int) -> String {
    switch goal.path {
    case "fit": "f-fit"
    default: goal.goal == "fit" ? (index == 0 ? "f-fit" : "f-more") : "f-\(goal.goal)"
    }
  }

  /// What the colours of bars mean, with the goals' weights.
  func writeGoalKey(to out: inout HTMLWriter) {
    out.element(.ul, .classes("key")) { out in
      for (index, goal) in goals.enumerated() {
        out.element(.li) { out in
          ColourKey.write(goalClass(goal, index), to: &out)
          out.write("\(goal.name(language)) \(numbers.weight(goal.globalWeight))")
        }
      }
    }
  }
}

extension String {
  /// The text with its first letter in lower case, for use inside a line.
  var withSmallStart: String {
    guard let first else { return self }
    return first.lowercased() + dropFirst()
  }
}
