internal import Evaluation
internal import Messages

// What the lead is made of, and what options offer for their cost.
extension ReportPage {
  /// Why the first is ahead of the second, area by area.
  func writeLead(to out: inout HTMLWriter) {
    guard let comparison = evaluation.comparison, let lead = evaluation.verdict.lead,
      let first = evaluation.offer(comparison.first),
      let second = evaluation.offer(comparison.second)
    else { return }
    let shown = comparison.differences.filter { abs($0.points) >= 0.005 }
    guard shown.count > 1 else { return }
    // Where each bar begins: a place in the picture, not a figure of the report.
    var starts = [0.0]
    for difference in shown { starts.append((starts.last ?? 0) + difference.points) }
    let scale = min(0, starts.min() ?? 0)...max(starts.max() ?? 0, lead, 1e-9)
    out.element(.figure) { out in
      out.element(.figcaption, text: say.leadTitle(first.name, before: second.name))
      out.element(.p, .classes("note"), text: say.leadNote(first.name, second.name))
      out.scrolling(say.leadTitle(first.name, before: second.name)) { out in
        out.element(.table, .classes("plain")) { out in
          out.element(.thead) { out in
            out.element(.tr) { out in
              out.element(.th, .scope("col"), text: word(PictureWords.branch))
              out.element(.td, .classes("bar"), text: "")
              out.element(
                .th, .scope("col"), .classes("n"), text: word(PictureWords.difference))
              for offer in [first, second] {
                out.element(.th, .scope("col"), .classes("n wide")) { out in
                  out.outside(offer.name)
                }
              }
            }
          }
          out.element(.tbody) { out in
            for (index, difference) in shown.enumerated() {
              let bar = FloatingBar(
                from: starts[index], to: starts[index + 1], scale: scale,
                title: criterionName(difference.criterion),
                description: say.signedPoints(difference.points))
              writeLeadRow(
                criterionName(difference.criterion), bar, difference.points,
                [difference.first, difference.second], to: &out)
            }
            let bar = FloatingBar(
              from: 0, to: lead, scale: scale, isSum: true, title: word(PictureWords.lead),
              description: say.signedPoints(lead))
            writeLeadRow(
              word(PictureWords.lead), bar, lead, [first.points, second.points], to: &out)
          }
        }
      }
    }
  }

  private func writeLeadRow(
    _ name: String, _ bar: FloatingBar, _ points: Double, _ each: [Double?],
    to out: inout HTMLWriter
  ) {
    out.element(.tr, .classes(bar.isSum ? "total" : "")) { out in
      out.element(.th, .scope("row"), text: name)
      out.element(.td, .classes("bar")) { out in bar.write(to: &out) }
      out.figureCell(numbers.signedPoints(points))
      for own in each {
        out.element(.td, .classes("n wide"), text: own.map(numbers.points) ?? NumberFormat.none)
      }
    }
  }

  /// Worth against cost, with the best joined by a line.
  func writeWorthMap(to out: inout HTMLWriter) {
    let found = evaluation.worthAndCost.filter {
      $0.worth.isFinite && $0.presentValue.isFinite
    }
    guard found.count > 2 else { return }
    out.element(.figure) { out in
      out.element(.figcaption, text: say.worthTitle)
      out.element(.p, .classes("note"), text: say.worthNote)
      WorthMap(
        dots: found.map { item in
          WorthMap.Dot(
            name: name(item.offer), cost: item.presentValue, worth: item.worth,
            isEfficient: item.isEfficient,
            isRanked: evaluation.offer(item.offer)?.isRanked ?? false,
            isLeader: item.offer == evaluation.verdict.leader)
        }, costText: { $0 == 0 ? numbers.integer(0) : numbers.thousands($0) },
        worthText: { numbers.number($0, decimals: 0) },
        costAxis: "\(word(Label.cost)), \(word(Label.presentValue).withSmallStart)",
        worthAxis: word(PictureWords.worth), title: say.worthTitle,
        description: found.map { item in
          "\(name(item.offer)) \(numbers.points(item.worth)), \(numbers.money(item.presentValue))"
        }.joined(separator: "; ")
      ).write(to: &out)
      out.element(.details) { out in
        out.element(.summary, text: word(PictureWords.figures))
        out.element(.table) { out in
          out.head([
            (word(Label.option), false), (word(PictureWords.worth), true),
            (word(Label.presentValue), true), (word(PictureWords.onTheLine), false),
          ])
          out.element(.tbody) { out in
            for item in found {
              out.element(.tr) { out in
                out.element(.th, .scope("row")) { out in out.outside(name(item.offer)) }
                out.figureCell(numbers.points(item.worth))
                out.figureCell(numbers.money(item.presentValue))
                out.element(
                  .td, text: word(item.isEfficient ? PictureWords.yes : PictureWords.no))
              }
            }
          }
        }
      }
    }
  }
}
