internal import Evaluation
internal import Messages

// How far cost may vary, on one scale for all options.
extension ReportPage {
  func writeCostRanges(to out: inout HTMLWriter) {
    let shown = offers.compactMap { offer in
      offer.cost.range.map { (offer: offer, range: $0) }
    }.filter { $0.range.p10 < $0.range.p90 }
    let ends = shown.flatMap {
      [$0.range.p10, $0.range.p90, $0.offer.cost.presentValue ?? $0.range.p50]
    }
    guard let least = ends.min(), let most = ends.max(), most > least else { return }
    let scale = (least - 0.03 * (most - least))...(most + 0.03 * (most - least))
    out.element(.figure) { out in
      out.element(.figcaption, text: say.costRangeTitle)
      out.element(.p, .classes("note"), text: say.costRangeNote)
      out.scrolling(say.costRangeTitle) { out in
        out.element(.table, .classes("plain")) { out in
          out.element(.thead) { out in
            out.element(.tr) { out in
              out.element(
                .th, .scope("col"), text: "\(word(Label.option)), \(numbers.currencySign)")
              out.element(.td, .classes("bar"), text: "")
              for label in [
                PictureWords.low, PictureWords.middle, PictureWords.high, PictureWords.counted,
              ] {
                out.element(.th, .scope("col"), .classes("n"), text: word(label))
              }
            }
          }
          out.element(.tbody) { out in
            for (offer, range) in shown {
              let classes =
                offer.id == evaluation.verdict.leader ? "first" : offer.isRanked ? "" : "out"
              out.element(.tr, .classes(classes)) { out in
                out.element(.th, .scope("row")) { out in out.outside(offer.name) }
                out.element(.td, .classes("bar")) { out in
                  RangeTrack(
                    low: range.p10, middle: range.p50, high: range.p90,
                    counted: offer.cost.presentValue, scale: scale, title: offer.name,
                    description: numbers.sentenceMoneyRange(range.p10, range.p90)
                  ).write(to: &out)
                }
                for value in [range.p10, range.p50, range.p90] {
                  out.figureCell(numbers.moneyFigure(value))
                }
                out.figureCell(
                  offer.cost.presentValue.map(numbers.moneyFigure) ?? NumberFormat.none)
              }
            }
          }
        }
      }
    }
  }
}
