import Measures
import Testing

@testable import TotalCost

@Suite("Prices by quantity")
struct TierPriceTests {
  /// Autumn documentation, "Graduated pricing": 15 000 requests cost 107.
  static let requests: [CostLine.Tiers.Band] = [
    .init(upTo: Amount(1000), price: amount("0.01")),
    .init(upTo: Amount(10000), price: amount("0.008")), .init(upTo: nil, price: amount("0.005")),
  ]
  /// Oracle banking documentation, "Examples for Tier Based Amount".
  static let counts: [CostLine.Tiers.Band] = [
    .init(upTo: Amount(250), price: Amount(1)), .init(upTo: Amount(500), price: Amount(2)),
    .init(upTo: nil, price: Amount(3)),
  ]

  private func charge(
    _ mode: CostLine.Tiers.Mode, _ bands: [CostLine.Tiers.Band], _ units: Amount
  ) throws -> Amount {
    let price = try TierPrice(price: .zero, tiers: .init(mode: mode, bands: bands), kind: .cost)
    let exact = try price.charge(units: units).amount()
    // The form for draws must be the same function.
    #expect(abs(price.approximation().charge(units: units.double) - exact.double) < 1e-9)
    return exact
  }

  @Test("Graduated and volume prices of 15 000 requests and of a count of 1000")
  func published() throws {
    #expect(try charge(.graduated, Self.requests, Amount(15_000)) == Amount(107))
    #expect(try charge(.volume, Self.requests, Amount(15_000)) == Amount(75))
    #expect(try charge(.graduated, Self.counts, Amount(1000)) == Amount(2250))
    #expect(try charge(.volume, Self.counts, Amount(1000)) == Amount(3000))
  }

  @Test(
    "Graduated prices at every edge",
    arguments: [
      ("0", "0"), ("1", "0.01"), ("999", "9.99"), ("1000", "10"), ("1001", "10.008"),
      ("10000", "82"), ("10001", "82.005"), ("0.5", "0.005"),
    ])
  func edges(units: String, price: String) throws {
    #expect(try charge(.graduated, Self.requests, amount(units)).text == price)
  }

  @Test(
    "An upper bound belongs to its band",
    arguments: [
      ("250", "250", "1"), ("251", "502", "2"), ("500", "1000", "2"), ("501", "1503", "3"),
    ]
  )
  func bounds(units: String, volume: String, package: String) throws {
    #expect(try charge(.volume, Self.counts, amount(units)).text == volume)
    #expect(try charge(.package, Self.counts, amount(units)).text == package)
    #expect(try charge(.package, Self.counts, .zero) == .zero)
  }

  @Test("are found again for every year as the quantity grows")
  func everyYear() throws {
    var line = yearly("0", per: "users")
    line.tiers = .init(mode: .volume, bands: Self.counts)
    let users = Quantity(
      course: .series([Amount(250), Amount(251), Amount(500), Amount(501)]), isWhole: true)
    let cost = try TotalCost.evaluate(lines: [line], plan: plan(quantities: ["users": users]))
    #expect(
      cost.lines[0].years.map(\.nominal.text) == ["0", "250", "502", "1000", "1503", "1503"])
    #expect(cost.lines[0].years.map { $0.unitPrice?.text } == [nil, "1", "2", "2", "3", "3"])
    #expect(
      cost.lines[0].years.map { $0.units?.text } == [nil, "250", "251", "500", "501", "501"])
  }

  @Test("act on what is paid for: count, minimum quantity, base, discount and rises")
  func together() throws {
    var line = yearly("0", rise: "0.1", per: "users")
    line.tiers = .init(mode: .graduated, bands: Self.counts)
    line.count = Amount(2)
    line.minimumQuantity = Amount(300)
    line.priceBase = Amount(10)
    line.discount = amount("0.2")
    let users = Quantity(course: .series([Amount(100), Amount(200)]), isWhole: true)
    let cost = try TotalCost.evaluate(
      lines: [line], plan: plan(years: 2, quantities: ["users": users]))
    // Year 1: 300 units cost 250 + 50·2 = 350; year 2: 400 cost 250 + 150·2 = 550, risen by 10 %.
    #expect(cost.lines[0].years.map(\.nominal.text) == ["0", "28", "48.4"])
    #expect(cost.lines[0].years[2].unitPrice?.text == "0.121")
  }

  @Test("A package is for everything together, whatever the price base")
  func package() throws {
    var line = yearly("0", per: "users")
    line.tiers = .init(mode: .package, bands: [.init(upTo: Amount(50), price: Amount(900))])
    line.priceBase = Amount(100)
    let users = Quantity(course: .growing(start: Amount(50), rate: .zero), isWhole: true)
    let sum = try summary([line], plan(quantities: ["users": users]))
    #expect(sum.total.nominal == Amount(4500))
  }

  @Test("Bands must rise and the open one must be the last")
  func badBands() throws {
    var line = yearly("0")
    let ten = CostLine.Tiers.Band(upTo: Amount(10), price: .one)
    let open = CostLine.Tiers.Band(upTo: nil, price: .one)
    for bands in [[], [ten, ten], [open, ten], [.init(upTo: .zero, price: .one), open]] {
      line.tiers = .init(mode: .volume, bands: bands)
      #expect(try fault(of: line, in: plan()) == .tiersNotRising)
    }
    line.tiers = .init(mode: .volume, bands: [.init(upTo: nil, price: Amount(-1))])
    #expect(try fault(of: line, in: plan()) == .negativeAmount)
    line.kind = .discount
    #expect(try fault(of: line, in: plan()) == nil)
    line.count = Amount(11)
    line.tiers = .init(mode: .volume, bands: [ten])
    #expect(try fault(of: line, in: plan()) == .quantityAboveTiers(Amount(11)))
  }
}
