import Foundation
import Measures
import Testing

@testable import TotalCost

@Suite("A second computation agrees")
struct SecondComputationTests {
  @Test("exactly on nominal figures and to 1e-9 on present values", arguments: 0..<1_000)
  func agreement(number: Int) throws {
    let model = try #require(RandomModel(number: number))
    let cost: TotalCost
    do {
      cost = try TotalCost.evaluate(
        lines: model.lines, plan: model.plan, goLive: model.goLive, baseline: model.baseline)
    } catch {
      Issue.record("\(error)")
      return
    }
    let sum = try #require(cost.summary)
    let plain = SecondComputation(
      lines: model.lines, plan: model.plan, goLive: model.goLive, baseline: model.baseline)
    #expect(sum.months.map(\.text) == plain.months.map(text))
    #expect(sum.total.nominal.text == text(plain.months.reduce(0, +)))
    #expect(sum.oldSystem.nominal.text == text(plain.oldSystem))
    #expect(cost.optional.nominal.text == text(plain.optional))
    #expect(cost.benefits.nominal.text == text(plain.benefits))
    #expect(cost.opportunity.nominal.text == text(plain.opportunity))
    #expect(sum.indirect.nominal.text == text(plain.indirect))
    for year in sum.fiscalYears {
      #expect(year.nominal.text == text(plain.fiscalYears[year.year] ?? 0))
    }
    #expect(cost.exit.years.map(\.nominal.text) == plain.exits.map(text))
    for share in sum.categories {
      #expect(share.cost.nominal.text == text(plain.categories[share.key] ?? 0))
    }
    let tolerance = 1e-9 * max(plain.size, 1)
    #expect(abs(sum.total.presentValue - plain.presentValue) <= tolerance)
    #expect(abs((sum.cumulative.last ?? 0) - plain.presentValue) <= tolerance)
    #expect(abs(sum.vendorPresentValue - plain.vendorPresentValue) <= tolerance)
    // What draws are reckoned with, in binary floating point; it leaves out the rounding of invoices.
    if !model.plan.roundsInvoices {
      let program = CostProgram(
        [.init(name: "a", model: try #require(cost.model), likely: sum.total.presentValue)],
        keepsAll: true)
      #expect(abs(program.options[0].offset) <= tolerance)
    }
  }

  @Test("and the random models reach every rule")
  func coverage() throws {
    var standings: Set<LineCost.Standing> = []
    var notes = 0
    var old = 0
    for number in 0..<1_000 {
      let model = try #require(RandomModel(number: number))
      let cost = try TotalCost.evaluate(
        lines: model.lines, plan: model.plan, goLive: model.goLive, baseline: model.baseline)
      standings.formUnion(cost.lines.map(\.standing))
      notes += cost.notes.count
      old += cost.oldSystem.map { $0.cost.nominal == .zero ? 0 : 1 } ?? 0
    }
    #expect(standings.count == LineCost.Standing.allCases.count - 1)  // all but `onRequest`
    #expect(notes > 300)
    #expect(old > 20)
  }

  /// A decimal as amounts print themselves.
  private func text(_ value: Decimal) -> String { value == 0 ? "0" : "\(value)" }
}
