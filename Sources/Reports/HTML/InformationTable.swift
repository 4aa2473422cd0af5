internal import Evaluation
internal import Messages

// What each open question is worth to ask.
extension ReportPage {
  /// The most worth of them; the rest stands in `sensitivity.csv`.
  private static let shownItems = 12

  func writeInformation(to out: inout HTMLWriter) {
    guard let information = evaluation.information else { return }
    out.element(.h3, text: word(Label.information))
    out.element(
      .p,
      text: say.everythingIsWorth(
        points: information.everything.points, money: information.everything.money,
        worthless: information.worthless))
    guard !information.items.isEmpty else { return }
    let hasMoney = information.items.contains { $0.money != nil }
    out.scrolling(word(Label.information)) { out in
      out.element(.table) { out in
        out.head(
          [
            (word(Label.option), false), (word(Label.statement), false),
            (word(Label.whyOpen), false), (word(Label.points), true),
          ] + (hasMoney ? [(word(Label.worth), true)] : []))
        out.element(.tbody) { out in
          for item in information.items.prefix(ReportPage.shownItems) {
            out.element(.tr) { out in
              out.element(.th, .scope("row")) { out in out.outside(name(item.offer)) }
              out.element(
                .td, text: item.criterion.map(criterionName) ?? word(Label.costRange))
              out.element(.td, text: item.kind.label.map(word) ?? "")
              out.figureCell(numbers.number(item.points, decimals: 2))
              if hasMoney {
                out.figureCell(item.money.map(numbers.money) ?? NumberFormat.none)
              }
            }
          }
        }
      }
    }
  }
}

extension InformationResult.Item.Kind {
  /// What people read; nothing for the cost, which says it all by its name.
  fileprivate var label: LocalText? {
    switch self {
    case .missing: Label.missingAnswer
    case .unproven: Label.unprovenAnswer
    case .range: Label.rangeAnswer
    case .cost: nil
    }
  }
}
