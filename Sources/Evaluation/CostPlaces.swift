import DecisionModel
import Measures
import Messages
import TotalCost

/// Where cost lines stand in the files, for findings about them.
struct CostPlaces {
  let offer: Offer
  let costs: [OfferedCost]
  let baseline: [OfferedCost]

  func position(of line: LineReference) -> SourcePosition {
    let list = line.origin == .offer ? costs : baseline
    return list.indices.contains(line.index)
      ? list[line.index].position : offer.declaration.position
  }

  func diagnostics(_ errors: [TotalCostError], decision: Decision) -> Diagnostics {
    var diagnostics = Diagnostics()
    let file = SourcePosition(file: decision.file, line: 1, column: 1)
    for error in errors {
      switch error {
      case .horizon, .discountRate, .discountRateRange, .exchangeRate, .milestoneRange:
        diagnostics.error(file, .planUnusable())
      case .goLiveRange:
        diagnostics.error(offer.declaration.position, .rangeNotOrdered("low", "likely", "high"))
      case .quantity(let name, _): diagnostics.error(file, .quantityUnusable(name))
      case .line(let line, let fault):
        diagnostics.error(position(of: line), message(line.name, fault, decision: decision))
      }
    }
    return diagnostics
  }

  func message(_ line: String, _ fault: LineFault, decision: Decision) -> Message {
    switch fault {
    case .negativeAmount: .costBelowZero(line: line)
    case .rangeNotOrdered: .costRangeNotOrdered(line: line)
    case .discountShare(let share): .costDiscountShare(line: line, share: share)
    case .priceBase, .negativeCount, .negativeMinimum: .costNumberOfUnits(line: line)
    case .unknownQuantity(let name): .costUnknownQuantity(line: line, quantity: name)
    case .tiersNotRising: .costTiersNotRising(line: line)
    case .quantityAboveTiers(let quantity): .costAboveTiers(line: line, quantity: quantity)
    case .escalationRate, .negativePriceLevel: .costEscalation(line: line)
    case .floorAboveCap: .costFloorAboveCap(line: line)
    case .unknownIndex(let name): .costUnknownIndex(line: line, index: name)
    case .indexUnusable: .costIndexUnusable(line: line)
    case .unknownCurrency(let code): .costUnknownCurrency(line: line, currency: code)
    case .risesWithRealRate: .costRisesWithRealRate(line: line)
    case .probability, .surcharge, .allowance, .listPrice, .term, .basis:
      .costTermsUnusable(line: line)
    case .endsBeforeStart: .costEndsBeforeStart(line: line)
    case .paidBeforeStart:
      .costPaidBeforeStart(line: line, start: decision.costPlan.start.iso)
    case .exitWithoutDates: .costExitWithoutDates(line: line)
    case .overflow: .costOverflow(line: line)
    }
  }

  func warnings(_ notes: [CostNote], decision: Decision) -> Diagnostics {
    var diagnostics = Diagnostics()
    for note in notes {
      switch note {
      case .beyondHorizon(let line):
        diagnostics.warning(position(of: line), .costBeyondHorizon(line: line.name))
      case .unfinishedPeriod(let line):
        diagnostics.warning(position(of: line), .costUnfinishedPeriod(line: line.name))
      case .reductionWithoutPrice(let line):
        diagnostics.warning(position(of: line), .costReductionWithoutPrice(line: line.name))
      case .severalChosen(let group):
        diagnostics.warning(offer.declaration.position, .costSeveralChosen(group: group))
      case .goLiveMissing:
        diagnostics.warning(
          offer.declaration.position, .costGoLiveMissing(offer: offer.declaration.name))
      case .rangeAboveTiers(let line):
        diagnostics.warning(position(of: line), .costRangeAboveTiers(line: line.name))
      case .boundBeyondEnd(let line):
        diagnostics.warning(position(of: line), .costBoundBeyondEnd(line: line.name))
      case .lastRateHeld, .lastIndexHeld:
        // About the decision, not about an offer: `check` says so once.
        break
      case .sunk:
        // The line itself says that this is meant.
        break
      }
    }
    return diagnostics
  }
}
