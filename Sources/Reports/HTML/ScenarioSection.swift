internal import Evaluation
internal import Measures
internal import Messages

// What other assumptions would change: named scenarios, and two things against each other.
extension ReportPage {
  var scenarioSection: ReportSection? {
    guard
      !evaluation.scenarios.isEmpty || !evaluation.twoWayTables.isEmpty
        || evaluation.scales != nil
    else { return nil }
    return ReportSection(id: "scenarios", title: Label.scenarios) { out in
      writeScenarios(to: &out)
      for table in evaluation.twoWayTables { write(table, to: &out) }
      writeScales(to: &out)
    }
  }

  // MARK: Scales

  private func writeScales(to out: inout HTMLWriter) {
    guard let scales = evaluation.scales, let leader = evaluation.verdict.leader else { return }
    out.element(.h3, text: word(Label.scales))
    out.element(
      .p, text: say.scalesHold(name(leader), turning: scales.turning.count, of: scales.tried))
    guard !scales.turning.isEmpty else { return }
    out.element(.ul) { out in
      for change in scales.turning {
        out.element(
          .li,
          text: say.scaleTurns(
            scale(of: change), change: change.kind.label, leader: name(change.leader),
            lead: change.lead))
      }
    }
  }

  private func scale(of change: ScaleChange) -> LocalText {
    switch change.scope {
    case .allLevels: Label.allLevelScales
    case .allFigures: Label.allFigureScales
    case .one:
      change.criterion.flatMap { criterion($0) }?.name ?? LocalText(change.criterion ?? "")
    }
  }

  // MARK: Scenarios

  private func writeScenarios(to out: inout HTMLWriter) {
    guard !evaluation.scenarios.isEmpty else { return }
    if let leader = evaluation.verdict.leader {
      let turning = evaluation.scenarios.filter(\.changesLeader)
      out.element(
        .p,
        text: say.scenariosHold(
          name(leader), holding: evaluation.scenarios.count - turning.count,
          of: evaluation.scenarios.count))
      if !turning.isEmpty {
        out.element(.ul) { out in
          for scenario in turning {
            out.element(
              .li,
              text: say.scenarioTurns(
                scenario.name(language), leader: scenario.leader.map(name), lead: scenario.lead))
          }
        }
      }
    }
    out.scrolling(word(Label.scenarios)) { out in
      out.element(.table) { out in
        out.element(.thead) { out in
          out.element(.tr) { out in
            out.element(.th, .scope("col"), text: word(Label.option))
            out.element(.th, .scope("col"), .classes("n"), text: word(Label.official))
            for scenario in evaluation.scenarios {
              out.element(.th, .scope("col"), .classes("n")) { out in
                out.outside(scenario.name(language))
              }
            }
          }
        }
        out.element(.tbody) { out in
          for offer in offers { writeScenarioRow(offer, to: &out) }
        }
      }
    }
  }

  private func writeScenarioRow(_ offer: OfferResult, to out: inout HTMLWriter) {
    let columns = evaluation.scenarios.map { scenario in
      (scenario.standings.first { $0.offer == offer.id }, scenario.leader == offer.id)
    }
    guard offer.isRanked || columns.contains(where: { $0.0?.rank != nil }) else { return }
    out.element(.tr) { out in
      out.element(.th, .scope("row")) { out in out.outside(offer.name) }
      writeStanding(
        rank: offer.isRanked ? offer.rank : nil, points: offer.points,
        isFirst: evaluation.verdict.leader == offer.id, to: &out)
      for (standing, isFirst) in columns {
        writeStanding(
          rank: standing?.rank, points: standing?.points, isFirst: isFirst, to: &out)
      }
    }
  }

  private func writeStanding(
    rank: Int?, points: Double?, isFirst: Bool, to out: inout HTMLWriter
  ) {
    guard let rank, let points else { return out.figureCell(NumberFormat.none) }
    let text = "\(word(Label.rank)) \(numbers.integer(rank)) · \(numbers.points(points))"
    out.element(.td, .classes("n")) { out in
      if isFirst { out.element(.strong, text: text) } else { out.write(text) }
    }
  }

  // MARK: Two things against each other

  private func write(_ table: TwoWayResult, to out: inout HTMLWriter) {
    let title = word(Label.twoWay(rows: table.rows.name, columns: table.columns.name))
    out.element(.h3, text: title)
    out.scrolling(title) { out in
      out.element(.table) { out in
        out.element(
          .caption,
          text: say.twoWayCaption(
            rows: table.rows.name(language), columns: table.columns.name(language)))
        out.head(
          [(table.rows.name(language), false)]
            + table.columns.values.map { (text($0, on: table.columns), false) })
        out.element(.tbody) { out in
          for (value, cells) in zip(table.rows.values, table.cells) {
            out.element(.tr) { out in
              out.element(.th, .scope("row"), text: text(value, on: table.rows))
              for cell in cells { write(cell, to: &out) }
            }
          }
        }
      }
    }
  }

  private func write(_ cell: TwoWayResult.Cell, to out: inout HTMLWriter) {
    // Another leader than the official one is what a reader looks for.
    let isOther = cell.leader != evaluation.verdict.leader
    out.element(.td, .classes(isOther ? "other" : "")) { out in
      guard let leader = cell.leader else { return out.write(NumberFormat.none) }
      if isOther {
        out.element(.strong) { out in out.outside(name(leader)) }
      } else {
        out.outside(name(leader))
      }
      if let lead = cell.lead { out.write(" · +" + numbers.points(lead)) }
    }
  }

  private func text(_ value: Amount, on axis: TwoWayResult.Axis) -> String {
    axis.isShare ? numbers.percent(value) : numbers.figure(value)
  }
}
