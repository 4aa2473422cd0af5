internal import Evaluation
internal import Messages
internal import TotalCost

// How sure costs are, and what makes them uncertain.
extension ReportPage {
  func writeCostRisk(to out: inout HTMLWriter) {
    writeCheaperChances(to: &out)
    writeTornado(to: &out)
    writeBreakEvens(to: &out)
  }

  /// How often the leader is cheaper than each of the others.
  private func writeCheaperChances(to out: inout HTMLWriter) {
    guard let risk = evaluation.costRisk, let leader = evaluation.leader else { return }
    let sentences = offers.compactMap { other -> String? in
      guard
        let pair = risk.pairs.first(where: {
          Set([$0.first, $0.second]) == Set([leader.id, other.id])
        })
      else { return nil }
      // Said as it is stored, so that the figure can be looked up.
      let (first, second) = pair.first == leader.id ? (leader, other) : (other, leader)
      return say.cheaperChance(first.name, second.name, share: pair.firstIsCheaper)
    }
    if sentences.isEmpty { return }
    out.element(.h3, text: word(Label.costRisk))
    for sentence in sentences { out.element(.p, text: sentence) }
  }

  /// The leader's largest drivers.
  private func writeTornado(to out: inout HTMLWriter) {
    guard let risk = evaluation.costRisk, let leader = evaluation.leader,
      let likely = leader.cost.presentValue,
      let own = risk.offers.first(where: { $0.offer == leader.id })
    else { return }
    let drivers = own.drivers.prefix(8).filter { $0.atLow != $0.atHigh }
    if drivers.isEmpty { return }
    let title = say.tornadoTitle(leader.name)
    out.element(.figure) { out in
      out.element(.figcaption, text: title)
      out.element(.p, .classes("note"), text: say.tornadoNote)
      Tornado(
        rows: drivers.map {
          .init(name: say.costFigure(figure(of: $0)), atLow: $0.atLow, atHigh: $0.atHigh)
        }, likely: likely, text: { numbers.thousands($0) }, axis: word(Label.presentValue),
        title: title,
        description: drivers.map {
          "\(say.costFigure(figure(of: $0))) \(numbers.money($0.atLow)), "
            + numbers.money($0.atHigh)
        }.joined(separator: "; ")
      ).write(to: &out)
      out.element(.details) { out in
        out.element(.summary, text: word(PictureWords.figures))
        writeDriverTable(Array(drivers), to: &out)
      }
    }
  }

  private func writeDriverTable(_ drivers: [CostDriverEffect], to out: inout HTMLWriter) {
    out.scrolling(word(Label.costDrivers)) { out in
      out.element(.table) { out in
        out.head([
          (word(Label.costDriver), false), (word(Label.costIfLow), true),
          (word(Label.costIfHigh), true), (word(Label.varianceShare), true),
        ])
        out.element(.tbody) { out in
          for driver in drivers {
            out.element(.tr) { out in
              out.element(.th, .scope("row"), text: say.costFigure(figure(of: driver)))
              out.figureCell(numbers.money(driver.atLow))
              out.figureCell(numbers.money(driver.atHigh))
              out.figureCell(numbers.percent(max(0, driver.totalOrder)))
            }
          }
        }
      }
    }
  }

  private func figure(of driver: CostDriverEffect) -> ReportSentences.CostFigure {
    let name = driver.name ?? ""
    switch driver.kind {
    case .quantity: return .quantity(name)
    case .growth: return .growth(name)
    case .discountRate: return .discountRate
    case .rise:
      return .rise(CostLine.Payee(rawValue: name).map { word($0.label) } ?? name)
    case .oldSystemRise: return .oldSystemRise
    case .exchangeRate: return .exchangeRate(name)
    case .indexGrowth: return .indexGrowth(name)
    case .goLive: return .goLive
    case .milestone: return .milestone(name)
    case .price: return .linePrice(name)
    case .oldSystemPrice: return .oldSystemPrice(name)
    case .workPackages: return .workPackages
    case .effort: return .effort(name)
    case .months: return .months
    }
  }
}
