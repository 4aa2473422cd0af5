internal import DecisionModel
internal import Evaluation
internal import Measures
internal import Messages
internal import TotalCost

// How it was reckoned, from what, and what the report is not.
extension ReportPage {
  var appendixSection: ReportSection? {
    ReportSection(id: "appendix", title: Label.appendix, startsPage: true) { out in
      writeMethod(to: &out)
      writeSettings(to: &out)
      writeQuantities(to: &out)
      writeExchangeRates(to: &out)
      writeInputs(to: &out)
      out.element(.h3, text: word(Label.limits))
      out.element(.p, text: say.limits(asOf: evaluation.decision.asOf))
    }
  }

  private var discounting: String {
    Discounting(rawValue: evaluation.decision.discounting)?.label(language)
      ?? evaluation.decision.discounting
  }

  private func writeMethod(to out: inout HTMLWriter) {
    let decision = evaluation.decision
    let parameters = evaluation.parameters
    let paragraphs = say.method(
      unansweredWorst: decision.unanswered == Unanswered.worst.rawValue,
      includesExit: decision.includesExit, hasCost: goals.contains { $0.goal == "cost" },
      years: decision.years, rate: decision.discountRate, discounting: discounting,
      play: decision.weightPlay, depth: parameters.weightDepth)
    for paragraph in paragraphs { out.element(.p, text: paragraph) }
    out.element(.h3, text: word(Label.verdictWords))
    out.element(.dl, .classes("settings")) { out in
      let rules = say.verdictRules(
        tieLead: parameters.tieLead, tieChance: parameters.tieChance,
        clearRadius: parameters.clearRadius, clearShare: parameters.clearAcceptability)
      for rule in rules {
        out.element(.dt, text: rule.word)
        out.element(.dd, text: rule.meaning)
      }
    }
  }

  private func writeSettings(to out: inout HTMLWriter) {
    let decision = evaluation.decision
    let parameters = evaluation.parameters
    var settings: [(LocalText, String)] = [
      (Label.asOf, numbers.date(decision.asOf)),
      (Label.costStart, numbers.date(decision.start)),
      (Label.horizon, say.years(decision.years)),
      (Label.discountRate, "\(numbers.percent(decision.discountRate)), \(discounting)"),
      (Label.currency, decision.currency),
    ]
    if let best = decision.costBest, let worst = decision.costWorst {
      settings.append((Label.costScale, "\(numbers.money(best)) – \(numbers.money(worst))"))
    }
    let method = Weighting.Method(rawValue: decision.weightMethod)
    if decision.rateTerms == "real" {
      settings.append((Label.rateTerms, say.realRate(inflation: decision.inflation)))
    }
    settings.append((Label.weights, method?.label(language) ?? decision.weightMethod))
    settings.append((Label.weightPlay, "±\(numbers.percent(decision.weightPlay))"))
    let unanswered = Unanswered(rawValue: decision.unanswered)
    settings.append((Label.unanswered, unanswered?.label(language) ?? decision.unanswered))
    if let breaker = evaluation.verdict.tieBreaker {
      settings.append((Label.tieBreaker, breaker.label(language)))
    }
    settings.append((Label.draws, numbers.integer(parameters.draws)))
    settings.append((Label.seed, "\(parameters.seed), \(parameters.generator)"))
    out.element(.h3, text: word(Label.parameters))
    out.element(.dl, .classes("settings")) { out in
      for (label, text) in settings {
        out.element(.dt, text: word(label).withCapital)
        out.element(.dd) { out in out.outside(text) }
      }
      for (label, text) in [(Label.catalogue, decision.catalogue), (Label.owner, decision.owner)] {
        guard let text else { continue }
        out.element(.dt, text: word(label))
        out.element(.dd) { out in out.outside(text) }
      }
      if let date = decision.reviewOn {
        out.element(.dt, text: word(Label.reviewOn))
        out.element(.dd, text: numbers.date(date))
      }
    }
  }

  private func writeQuantities(to out: inout HTMLWriter) {
    let quantities = evaluation.decision.quantities
    let years = quantities.map(\.byYear.count).max() ?? 0
    guard years > 0 else { return }
    out.element(.h3, text: word(Label.quantities))
    out.scrolling(word(Label.quantities)) { out in
      out.element(.table) { out in
        out.head(
          [(word(Label.quantities), false)]
            + (1...years).map { ("\(word(Label.year)) \(numbers.integer($0))", true) }
            + [(word(Label.thoughtPossible), true)])
        out.element(.tbody) { out in
          for quantity in quantities {
            out.element(.tr) { out in
              out.element(.th, .scope("row")) { out in out.outside(quantity.name) }
              for year in 0..<years {
                out.figureCell(
                  year < quantity.byYear.count
                    ? numbers.figure(quantity.byYear[year]) : NumberFormat.none)
              }
              if let low = quantity.low, let high = quantity.high {
                out.figureCell("\(numbers.figure(low))–\(numbers.figure(high))")
              } else {
                out.figureCell(NumberFormat.none)
              }
            }
          }
        }
      }
    }
  }

  private func writeExchangeRates(to out: inout HTMLWriter) {
    let rates = evaluation.decision.exchangeRates
    guard !rates.isEmpty else { return }
    out.element(.h3, text: word(Label.exchangeRates))
    out.element(.p, text: say.lastRateHolds)
    out.scrolling(word(Label.exchangeRates)) { out in
      out.element(.table) { out in
        out.head([
          (word(Label.currency), false),
          ("\(word(Label.rate)), \(evaluation.decision.currency)", true),
          (word(Label.day), false), (word(Label.source), false),
        ])
        out.element(.tbody) { out in
          for rate in rates {
            out.element(.tr) { out in
              out.element(.th, .scope("row")) { out in out.outside(rate.currency) }
              out.figureCell(numbers.figure(rate.rate, atMost: 6))
              out.element(.td, text: numbers.date(rate.asOf))
              out.element(.td) { out in out.outside(rate.source) }
            }
          }
        }
      }
    }
  }

  private func writeInputs(to out: inout HTMLWriter) {
    guard !evaluation.inputs.isEmpty else { return }
    out.element(.h3, text: word(Label.inputs))
    out.scrolling(word(Label.inputs)) { out in
      out.element(.table) { out in
        out.head([
          (word(Label.file), false), (word(Label.bytes), true), (word(Label.checksum), false),
        ])
        out.element(.tbody) { out in
          for input in evaluation.inputs {
            out.element(.tr) { out in
              out.element(.th, .scope("row")) { out in out.outside(input.path) }
              out.figureCell(numbers.integer(input.bytes))
              out.element(.td) { out in out.element(.code, text: input.sha256) }
            }
          }
        }
      }
    }
  }
}
