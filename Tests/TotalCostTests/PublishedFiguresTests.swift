import Measures
import Testing

@testable import TotalCost

/// Figures published elsewhere or computed by hand with exact decimals.
@Suite("Published figures")
struct PublishedFiguresTests {
  @Test(
    "Five times 60 000 at 5 % under each convention",
    arguments: [
      (Discounting.endOfYear, "259768.60"), (.midYear, "266183.61"), (.startOfYear, "272757.03"),
    ])
  func conventions(discounting: Discounting, presentValue: String) throws {
    let sum = try summary([yearly("60000")], plan(discounting))
    #expect(cents(sum.total.presentValue) == presentValue)
    #expect(sum.total.nominal == Amount(300_000))
    #expect(abs(sum.equalAnnualCost - 60_000) < 1e-9)
  }

  @Test("Mid-year over end-of-year is the square root of 1.05")
  func midOverEnd() throws {
    let end = try summary([yearly("60000")], plan(.endOfYear)).total.presentValue
    let mid = try summary([yearly("60000")], plan(.midYear)).total.presentValue
    #expect(abs(mid / end - 1.0246950765959599) < 1e-14)
  }

  @Test(
    "100 000 a year over five years under yearly rises, exactly",
    arguments: [
      ("0", "500000"), ("0.03", "530913.581"), ("0.05", "552563.125"), ("0.10", "610510"),
      ("0.20", "744160"),
    ])
  func escalation(rate: String, total: String) throws {
    let sum = try summary([yearly("100000", rise: rate)], plan())
    #expect(sum.total.nominal.text == total)
  }

  @Test("The half cent of the 5 % case is rounded only at output")
  func halfCent() throws {
    let sum = try summary([yearly("100000", rise: "0.05")], plan())
    #expect(sum.total.nominal.text(places: 2) == "552563.13")
    #expect(sum.total.years.last?.text == "121550.625")
  }

  @Test(
    "Present value factors and annuity factors",
    arguments: [
      ("0.05", 10, 7.721734929184, 0.129504574965), ("0.03", 5, 4.579707187194, 0.218354571400),
      ("0.08", 20, 9.818147407449, 0.101852208823),
    ])
  func annuityFactors(rate: String, years: Int, factor: Double, annuity: Double) throws {
    let recurring = try summary([yearly("1")], plan(years: years, rate: rate))
    #expect(abs(recurring.total.presentValue - factor) < 1e-10)
    let single = try summary([once("1")], plan(years: years, rate: rate))
    #expect(abs(single.equalAnnualCost - annuity) < 1e-10)
  }

  /// numpy-financial, `test_pv`: 127 128.17; the others by the factor (1+r) and its root.
  @Test(
    "Twenty payments of 12 000 at 7 %",
    arguments: [
      (Discounting.endOfYear, "127128.17"), (.startOfYear, "136027.14"), (.midYear, "131502.40"),
    ])
  func twentyPayments(discounting: Discounting, presentValue: String) throws {
    let sum = try summary([yearly("12000")], plan(years: 20, rate: "0.07", discounting))
    #expect(cents(sum.total.presentValue) == presentValue)
  }

  /// numpy-financial, `test_npv`: the flow at time zero is not discounted.
  @Test(
    "Net present value with a flow at the start",
    arguments: [(Discounting.endOfYear, "122.89"), (.midYear, "496.36")])
  func netPresentValue(discounting: Discounting, value: String) throws {
    var lines = [once("-15000")]
    lines[0].kind = .discount
    for (index, flow) in ["1500", "2500", "3500", "4500", "6000"].enumerated() {
      lines.append(once(flow, on: "\(2028 + index)-06-15"))
    }
    let sum = try summary(lines, plan(discounting))
    #expect(cents(sum.total.presentValue) == value)
    if discounting == .endOfYear {
      #expect(abs(sum.total.presentValue - 122.89485495094269) < 1e-9)
    }
  }

  struct Case: Sendable {
    let years: Int
    let rate: String
    let capital: String
    let positions: [(name: String, amount: String, rise: String, from: String?)]
    let yearly: [String]
    let nominal: String
    let rounded: String
    let presentValues: [(Discounting, String)]
    let annuity: String
  }

  static let cases = [
    Case(
      years: 5, rate: "0.06", capital: "25000.00",
      positions: [
        ("subscription", "48000.00", "0.03", nil), ("support", "7999.99", "0.025", "2028-07-01"),
        ("training", "3333.33", "0", nil),
      ],
      yearly: ["51333.330000", "60973.319750", "62661.519494", "64399.340231", "66188.244967"],
      nominal: "330555.75", rounded: "330555.75",
      presentValues: [
        (.endOfYear, "280775.54"), (.midYear, "288337.04"), (.startOfYear, "296122.08"),
      ],
      annuity: "66655.10"),
    Case(
      years: 7, rate: "0.05", capital: "180000.00",
      positions: [
        ("maintenance", "32400.00", "0.045", "2028-07-01"), ("hosting", "12500.50", "0.02", nil),
        ("administration", "41250.25", "0.0275", nil),
      ],
      yearly: [
        "53750.750000", "88993.141875", "91937.339452", "94987.253060", "98146.951482",
        "101420.668621", "104812.810451",
      ],
      nominal: "814048.91", rounded: "814048.90",
      presentValues: [
        (.endOfYear, "696546.65"), (.midYear, "709302.81"), (.startOfYear, "722373.98"),
      ],
      annuity: "120377.07"),
  ]

  /// Closed-form arithmetic with 40 decimal digits, checked with exact fractions.
  @Test("Cost of ownership of a cloud and an on-premises solution", arguments: [0, 1])
  func costOfOwnership(index: Int) throws {
    let example = Self.cases[index]
    let lines =
      [once(example.capital)]
      + example.positions.map { yearly($0.amount, from: $0.from, rise: $0.rise, name: $0.name) }
    for (discounting, presentValue) in example.presentValues {
      let sum = try summary(lines, plan(years: example.years, rate: example.rate, discounting))
      #expect(sum.total.years[0].text(places: 2) == example.capital)
      #expect(sum.total.years.dropFirst().map { $0.text(places: 6) } == example.yearly)
      #expect(sum.total.nominal.text(places: 2) == example.nominal)
      #expect(cents(sum.total.presentValue) == presentValue)
      if discounting == .endOfYear { #expect(cents(sum.equalAnnualCost) == example.annuity) }
    }
    let invoiced = try summary(
      lines, plan(years: example.years, rate: example.rate, roundsInvoices: true))
    #expect(invoiced.total.nominal.text == Amount(plain: example.rounded)?.text)
  }
}
