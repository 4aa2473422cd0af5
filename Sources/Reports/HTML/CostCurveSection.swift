internal import DecisionModel
internal import Evaluation
internal import Measures
internal import Messages
internal import TotalCost

// What the options have cost by when, and from when on one is cheaper than another.
extension ReportPage {
  /// The options in the picture: ranked ones first, at most five.
  private var curved: [OfferResult] {
    Array(offers.filter { $0.cost.cumulative.count > 1 }.prefix(5))
  }

  func writeCurves(to out: inout HTMLWriter) {
    let shown = curved
    guard shown.count > 1 else { return }
    out.element(.h3, text: word(Label.cumulativeCost))
    out.element(.figure) { out in
      out.element(.figcaption, text: curveTitle(shown))
      let areShort = shown.allSatisfy { $0.name.count <= 24 }
      picture(
        shown, names: areShort ? shown.map(\.name) : shown.indices.map(letter), width: 900,
        labelWidth: areShort ? 170 : 30
      ).write("curves wide", to: &out)
      picture(shown, names: shown.indices.map(letter), width: 350, labelWidth: 22)
        .write("curves narrow", to: &out)
      out.element(.ul, .classes("key")) { out in
        for (index, offer) in shown.enumerated() {
          out.element(.li) { out in
            CurveKey.write("s\(index)", to: &out)
            out.write(letter(index) + " ")
            out.outside(offer.name)
          }
        }
      }
    }
    for sentence in paybackSentences(shown) { out.element(.p, text: sentence) }
    writeCumulativeTable(shown, to: &out)
  }

  private func letter(_ index: Int) -> String {
    ["A", "B", "C", "D", "E"][min(index, 4)]
  }

  private func crossing(_ first: OfferResult, _ second: OfferResult) -> CrossingResult? {
    evaluation.crossings.first { $0.offer == first.id && $0.rival == second.id }
  }

  /// The month from which on the first has cost less than the second to the end of the horizon, after
  /// having cost more; `nil` if there is none.
  private func lastingPayback(_ first: OfferResult, _ second: OfferResult) -> Int? {
    guard let end = first.cost.cumulative.last, let other = second.cost.cumulative.last,
      end < other, let found = crossing(first, second), found.payback == .month
    else { return nil }
    return found.months.last
  }

  private func curveTitle(_ shown: [OfferResult]) -> String {
    for first in shown {
      for second in shown {
        if let month = lastingPayback(first, second) {
          return say.cheaperFrom(monthName(month), first.name, than: second.name)
        }
      }
    }
    return say.curvesDoNotCross
  }

  private func paybackSentences(_ shown: [OfferResult]) -> [String] {
    var sentences: [String] = []
    for first in shown {
      for second in shown {
        guard let month = lastingPayback(first, second) else { continue }
        sentences.append(
          say.paysBack(first.name, against: second.name, by: monthName(month), after: month))
      }
    }
    return sentences
  }

  /// The calendar month of a month of the plan: `07/2029`.
  func monthName(_ month: Int) -> String {
    let index = evaluation.decision.start.monthIndex + max(month, 1) - 1
    let number = index % 12 + 1
    return "\(number < 10 ? "0" : "")\(number)/\(index / 12)"
  }

  private func picture(
    _ shown: [OfferResult], names: [String], width: Double, labelWidth: Double
  ) -> CostCurves {
    let values = shown.flatMap(\.cost.cumulative)
    let levels = AxisLevels.covering(min(values.min() ?? 0, 0), values.max() ?? 1)
    let years = evaluation.decision.years
    let every = width < 500 && years > 6 ? 2 : years > 20 ? 5 : 1
    var crossings: [CostCurves.Crossing] = []
    for (index, first) in shown.enumerated() {
      for second in shown.dropFirst(index + 1) {
        for month in crossing(first, second)?.months ?? [] where crossings.count < 5 {
          guard month < first.cost.cumulative.count else { continue }
          crossings.append(
            .init(
              index: month, value: first.cost.cumulative[month], label: monthName(month)))
        }
      }
    }
    let description = shown.map { offer in
      "\(offer.name): \(numbers.thousands(offer.cost.cumulative.last ?? 0))"
    }.joined(separator: ", ")
    return CostCurves(
      curves: shown.enumerated().map { index, offer in
        .init(label: names[index], values: offer.cost.cumulative, classes: "s\(index)")
      },
      ticks: stride(from: 0, through: years, by: every).map {
        .init(index: 12 * $0, label: numbers.integer($0))
      }, levels: levels.map { ($0, numbers.thousands($0)) },
      crossings: crossings.sorted { $0.index < $1.index }, width: width,
      labelWidth: labelWidth, axis: (word(Label.cumulativeAxis), word(Label.yearsSinceStart)),
      title: curveTitle(shown), description: description)
  }

  private func writeCumulativeTable(_ shown: [OfferResult], to out: inout HTMLWriter) {
    out.element(.details) { out in
      out.element(.summary, text: word(Label.cumulativeTable))
      out.scrolling(word(Label.cumulativeTable)) { out in
        out.element(.table) { out in
          out.head(
            [("\(word(Label.year)), \(numbers.currencySign)", false)]
              + shown.map { ($0.name, true) })
          out.element(.tbody) { out in
            for year in 0...evaluation.decision.years {
              out.element(.tr) { out in
                out.element(.th, .scope("row"), text: numbers.integer(year))
                for offer in shown {
                  let curve = offer.cost.cumulative
                  out.figureCell(
                    12 * year < curve.count
                      ? numbers.moneyFigure(curve[12 * year]) : NumberFormat.none)
                }
              }
            }
          }
        }
      }
    }
  }
}

/// The short line that names a curve.
enum CurveKey {
  /// Draws it.
  static func write(_ classes: String, to out: inout HTMLWriter) {
    out.element(.svg, .constant("viewBox", "0 0 22 11"), .classes("line"), .hidden) { out in
      out.shape(.path, .classes("curve " + classes), .constant("d", "M0 6H22"))
    }
  }
}
