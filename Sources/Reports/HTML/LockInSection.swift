internal import Evaluation
internal import Measures
internal import Messages

// What binds, factor by factor, and what leaving costs.
extension ReportPage {
  var lockInSection: ReportSection? {
    let bound = offers.filter { $0.lockIn != nil }
    guard !bound.isEmpty else { return nil }
    return ReportSection(id: "lock-in", title: Label.lockIn) { out in
      out.element(.p, text: say.lockInScale)
      out.element(.div, .classes("filtered")) { out in writeFactors(to: &out) }
      writeExitCost(to: &out)
    }
  }

  private func writeFactors(to out: inout HTMLWriter) {
    let nodes = evaluation.criteria.indices.filter {
      evaluation.criteria[$0].goal == "lock_in" && evaluation.criteria[$0].isLeaf
    }
    out.element(.div, .classes("tools screen")) { out in writeDifferenceFilter(nodes, to: &out) }
    writeOfferTable(word(Label.lockIn), corner: word(Label.factor), to: &out) { out in
      for index in nodes {
        let node = evaluation.criteria[index]
        out.element(
          .tr, .classes(isAlike(index) ? "alike" : ""), .init(name: "data-node", value: "\(index)")
        ) { out in
          out.element(.th, .scope("row")) { out in
            out.write(node.name(language))
            out.write(" ")
            out.element(.span, .classes("fine"), text: numbers.weight(node.globalWeight))
          }
          for (column, offer) in offers.enumerated() {
            writeFactor(offer, node.path, column: column, to: &out)
          }
        }
      }
      out.element(.tr, .classes("total")) { out in
        out.element(.th, .scope("row"), text: word(Label.lockInTotal))
        for offer in offers {
          out.element(.td, .classes("n")) { out in
            guard let lockIn = offer.lockIn else { return out.write(NumberFormat.none) }
            out.write(numbers.number(lockIn.score, decimals: 0))
            if lockIn.high - lockIn.low > 0.5 {
              let low = numbers.number(lockIn.low, decimals: 0)
              let high = numbers.number(lockIn.high, decimals: 0)
              out.element(.span, .classes("why"), text: "\(low)–\(high)")
            }
          }
        }
      }
    }
  }

  private func writeFactor(
    _ offer: OfferResult, _ path: String, column: Int, to out: inout HTMLWriter
  ) {
    let factor = offer.lockIn?.factors.first { $0.criterion == path }
    out.element(
      .td, .classes("n ask"), .init(name: "data-column", value: "\(column)")
    ) { out in
      guard let factor else { return out.write(NumberFormat.none) }
      writePips(factor, to: &out)
      guard factor.isAnswered else {
        return out.element(.span, .classes("fine"), text: word(Label.unanswered))
      }
      let whole = factor.degree.rounded() == factor.degree
      out.write(numbers.number(factor.degree, decimals: whole ? 0 : 1))
      if let words = offer.score(path)?.answer?.words, !words.isEmpty {
        out.element(.span, .classes("why said")) { out in out.outside(words) }
      }
    }
  }

  /// The degree as four fields, filled from the left; hatched where nobody answered.
  private func writePips(_ factor: LockInResult.Factor, to out: inout HTMLWriter) {
    out.element(.span, .classes(factor.isAnswered ? "pips" : "pips open"), .hidden) { out in
      let width = factor.isAnswered ? Int((factor.degree * 25).rounded()) : 0
      out.element(.span, .classes("b w\(min(max(width, 0), 100))")) { _ in }
    }
  }

  private func writeExitCost(to out: inout HTMLWriter) {
    let years = offers.map { $0.lockIn?.exitCost.count ?? 0 }.max() ?? 0
    let isAny = offers.contains { offer in
      offer.lockIn?.exitCost.contains { $0.amount != .zero } ?? false
    }
    guard years > 0, isAny else { return }
    out.element(.h3, text: word(Label.exitCost))
    writeOfferTable(word(Label.exitCost), corner: numbers.currencySign, to: &out) { out in
      for year in 0..<years {
        let figures = offers.map { offer -> String? in
          let costs = offer.lockIn?.exitCost ?? []
          return year < costs.count ? numbers.moneyFigure(costs[year].amount) : nil
        }
        writeCostRow(
          word(Label.year) + NumberFormat.blank + numbers.integer(year + 1), figures, to: &out)
      }
    }
  }
}
