import Measures
import Testing

@testable import TotalCost

@Suite("What must not matter")
struct InvarianceTests {
  @Test("The order of lines changes no figure", arguments: 0..<60)
  func order(number: Int) throws {
    var model = try #require(RandomModel(number: number))
    // Without alternatives, where the first of a group counts.
    let lines = model.lines.map { line in
      var line = line
      if case .alternative = line.status { line.status = .included }
      return line
    }
    let forward = try TotalCost.evaluate(lines: lines, plan: model.plan)
    let backward = try TotalCost.evaluate(lines: lines.reversed(), plan: model.plan)
    #expect(forward.summary == backward.summary)
    #expect(forward.optional == backward.optional)
    #expect(forward.exit.years.map(\.nominal) == backward.exit.years.map(\.nominal))
    model = try #require(RandomModel(number: number))
    let again = try TotalCost.evaluate(lines: lines, plan: model.plan)
    #expect(again == forward)
  }

  @Test("Splitting a line into two halves changes nothing", arguments: 0..<100)
  func splitting(number: Int) throws {
    let model = try #require(RandomModel(number: number))
    var frame = model.plan
    frame.roundsInvoices = false
    var whole: [CostLine] = []
    var split: [CostLine] = []
    for line in model.lines {
      guard case .stated(_, let price, _) = line.price else { continue }
      var line = line
      line.status = .included
      line.tiers = nil
      var half = line
      half.price = .fixed(try price.times(amount("0.5")))
      half.allowance?.overagePrice = try line.allowance?.overagePrice?.times(amount("0.5"))
      half.protection?.listPrice = try line.protection?.listPrice?.times(amount("0.5"))
      whole.append(line)
      split += [half, half]
    }
    let one = try summary(whole, frame)
    let two = try summary(split, frame)
    // A payment with more than 12 decimals is rounded once in each half.
    let rounding = Amount(units: Int128(2 * split.count * frame.years * 12))
    for (a, b) in zip(one.months, two.months) {
      #expect(try a.subtracting(b).units.magnitude <= rounding.units.magnitude)
    }
    #expect(
      abs(one.total.presentValue - two.total.presentValue)
        <= 1e-9 * max(1, abs(one.total.presentValue)))
  }

  @Test("Splitting the count of units changes no cent", arguments: 0..<30)
  func splittingUnits(number: Int) throws {
    let users = Quantity(
      course: .growing(start: Amount(60 + number), rate: amount("0.08")), isWhole: true)
    let frame = try plan(.midYear, quantities: ["users": users])
    var line = yearly("17.35", every: .month, rise: "0.03", per: "users")
    line.count = Amount(5)
    var two = line
    two.count = Amount(2)
    var three = line
    three.count = Amount(3)
    #expect(try summary([line], frame) == summary([two, three], frame))
  }

  @Test("A year later is worth a year's discount less", arguments: Discounting.allCases)
  func shift(discounting: Discounting) throws {
    func lines(_ year: Int) -> [CostLine] {
      [
        once("1000", on: "\(year)-07-05"), yearly("77.7", from: "\(year)-09-01", every: .quarter),
        yearly("12", from: "\(year)-07-01", every: .month),
      ].map { line in
        var line = line
        line.escalation = .init(rate: amount("0.04"), base: .lineStart)
        if case .recurring(let period, let from, _, let inAdvance) = line.timing {
          line.timing = .recurring(
            every: period, from: from, through: date("\(year + 3)-06-30"), inAdvance: inAdvance)
        }
        return line
      }
    }
    let early = try summary(lines(2027), plan(discounting))
    let late = try summary(lines(2028), plan(discounting))
    #expect(early.total.nominal == late.total.nominal)
    let ratio = late.total.presentValue / early.total.presentValue
    #expect(abs(ratio - 1 / 1.05) < 1e-14)
    #expect(late.months.dropFirst(13) == early.months.dropFirst(1).dropLast(12))
  }

  @Test("Twelve months cost what a year costs")
  func periods() throws {
    let year = try summary([yearly("1200", rise: "0.03")], plan())
    let quarter = try summary([yearly("300", every: .quarter, rise: "0.03")], plan())
    let month = try summary([yearly("100", every: .month, rise: "0.03")], plan())
    #expect(year.total == quarter.total)
    #expect(year.total == month.total)
  }
}
