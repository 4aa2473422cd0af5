internal import Evaluation
internal import Messages

// At which value of a figure two options cost the same.
extension ReportPage {
  /// The leader against each other option with a total.
  func writeBreakEvens(to out: inout HTMLWriter) {
    guard let leader = evaluation.leader else { return }
    let rivals = offers.filter { other in
      evaluation.breakEvens.contains { Set([$0.first, $0.second]) == Set([leader.id, other.id]) }
    }
    if rivals.isEmpty { return }
    out.element(.h3, text: word(Label.breakEvens))
    out.element(.p, .classes("note"), text: say.breakEvenNote)
    for (index, rival) in rivals.enumerated() {
      let results = evaluation.breakEvens.filter {
        Set([$0.first, $0.second]) == Set([leader.id, rival.id])
      }
      let title = say.breakEvenTitle(leader.name, rival.name)
      if index == 0 {
        out.element(.h4, text: title)
        writeBreakEvens(results, title: title, to: &out)
      } else {
        out.element(.details) { out in
          out.element(.summary, text: title)
          writeBreakEvens(results, title: title, to: &out)
        }
      }
    }
  }

  private func writeBreakEvens(
    _ results: [BreakEvenResult], title: String, to out: inout HTMLWriter
  ) {
    out.scrolling(title) { out in
      out.element(.table) { out in
        out.head([
          (word(Label.costDriver), false), (word(Label.reckonedWith), true),
          (word(Label.sameCostAt), false),
        ])
        out.element(.tbody) { out in
          for result in results {
            guard let figure = figure(of: result) else { continue }
            out.element(.tr) { out in
              out.element(.th, .scope("row"), text: say.costFigure(figure))
              out.figureCell(
                result.kind == .months || result.isChange
                  ? NumberFormat.none : text(result.likely, of: result))
              out.element(.td, text: answer(result))
            }
          }
        }
      }
    }
  }

  private func figure(of result: BreakEvenResult) -> ReportSentences.CostFigure? {
    func name(_ id: String?) -> String { id.map { evaluation.offer($0)?.name ?? $0 } ?? "" }
    switch result.kind {
    case .quantity: return .quantity(result.name ?? "")
    case .growth: return .growth(result.name ?? "")
    case .discountRate: return .discountRate
    case .price: return .prices(name(result.offer))
    case .effort: return .effort(name(result.offer))
    case .months: return .months
    case .workPackages, .exchangeRate, .indexGrowth, .rise, .oldSystemRise, .goLive, .milestone,
      .oldSystemPrice:
      return nil
    }
  }

  private func answer(_ result: BreakEvenResult) -> String {
    func name(_ id: String) -> String { evaluation.offer(id)?.name ?? id }
    if result.crossings.isEmpty {
      let (low, high) = (text(result.low, of: result), text(result.high, of: result))
      guard let cheaper = result.cheaperAtLow else {
        return say.sameCostThroughout(low: low, high: high)
      }
      return say.noBreakEven(low: low, high: high, cheaper: name(cheaper))
    }
    return say.breakEven(
      result.crossings.map { (text($0.value, of: result), name($0.cheaper)) },
      before: result.cheaperAtLow.map(name))
  }

  private func text(_ value: Double, of result: BreakEvenResult) -> String {
    switch result.kind {
    case .months: return monthName(Int(value))
    case .quantity:
      return numbers.number(value, decimals: value == value.rounded() ? 0 : 1)
    default:
      let share = numbers.percent(value, decimals: 1)
      return result.isChange && value > 0 ? "+" + share : share
    }
  }
}

extension BreakEvenResult {
  /// Whether it is a change of what the decision reckons with.
  fileprivate var isChange: Bool { kind == .price || kind == .effort }
}
