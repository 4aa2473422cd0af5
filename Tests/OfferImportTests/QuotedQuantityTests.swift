import DecisionModel
import Measures
import Messages
import OfferImport
import Testing
import TotalCost

/// How many units count, and what stands beside quantity and price.
@Suite("Quantities of quotations")
struct QuotedQuantityTests {
  private static func read(_ line: String, _ cells: [String: String]? = nil) -> ReadOffer {
    let decision = cells.map { Foreign.decision(positions: ["N1": $0]) }
    return ReadOffer([Foreign.ubl(lines: [line])], decision: decision ?? Fixture.decision())
  }

  @Test("The least quantity counts, and what contradicts it is told")
  func minimum() {
    let least = "<b:MinimumQuantity unitCode=\"EA\">25</b:MinimumQuantity>"
    let below = Self.read(Foreign.line(more: least))
    #expect(below.offer.costs.map(\.line.minimumQuantity) == [Amount(25)])
    #expect(below.names == ["quotedBelowMinimum"])
    let enough = Self.read(Foreign.line(quantity: "30", amount: "150", more: least))
    #expect(enough.offer.costs.map(\.line.count) == [Amount(30)])
    #expect(enough.names == [])
    let silent = Self.read(Foreign.line(quantity: nil, amount: nil, more: least))
    #expect(silent.offer.costs.map(\.line.count) == [Amount(25)])
    #expect(silent.names == ["quotedQuantityIsMinimum"])
    let boxes = Self.read(
      Foreign.line(
        amount: "600", more: least,
        base: "<b:OrderableUnitFactorRate>12</b:OrderableUnitFactorRate>"))
    #expect(boxes.offer.costs.map(\.line.minimumQuantity) == [Amount(300)])
    // What the lines come to as they count.
    let totals = ReadOffer(
      Foreign.ubl(
        lines: [Foreign.line(more: least)], totals: Foreign.money("LineExtensionAmount", "50"))
    ).understandings[0].totals.first
    #expect(totals.map(\.reckoned) == [Amount(50), Amount(125)])
  }

  @Test("Quantity times price as stated is compared, and taken where nothing else is stated")
  func extended() {
    func line(_ amount: String, _ line: String?, _ price: String?) -> ReadOffer {
      let text =
        "<a:ItemPriceExtension>\(Foreign.money("Amount", amount))</a:ItemPriceExtension>"
      return Self.read(Foreign.line(amount: line, price: price, more: text))
    }
    #expect(line("50", "50", "5").names == [])
    #expect(line("51", "50", "5").names == ["quotedExtensionDiffers"])
    #expect(line("51", "50", nil).names == ["quotedExtensionDiffers", "quotedPriceDerived"])
    let only = line("50", nil, nil)
    #expect(only.names == ["quotedPriceDerived"])
    #expect(only.offer.costs.map(\.line.price) == [.fixed(Amount(50))])
    #expect(only.offer.costs.map(\.line.priceBase) == [Amount(10)])
  }

  @Test("The decision's quantities are in the unit of the quoted one")
  func factor() {
    let line = Foreign.line(
      amount: "600", base: "<b:OrderableUnitFactorRate>12</b:OrderableUnitFactorRate>")
    #expect(Self.read(line).offer.costs.map(\.line.count) == [Amount(120)])
    #expect(Self.read(line, ["per": "users"]).offer.costs.map(\.line.count) == [Amount(12)])
    #expect(Self.read(line, ["count": "20"]).offer.costs.map(\.line.count) == [Amount(240)])
    let both = Self.read(line, ["count": "2", "per": "users", "minimum_quantity": "3"])
    #expect(both.offer.costs.map(\.line.count) == [Amount(24)])
    #expect(both.offer.costs.map(\.line.minimumQuantity) == [Amount(36)])
  }

  @Test("A quantity that counts months is not paid each month")
  func time() {
    let year = Foreign.line(quantity: "12", amount: "60", unit: "MON")
    #expect(
      Self.read(year).diagnostics.all.last?.message.text.en
        .contains("{ frequency: monthly, count: 1 }") == true)
    #expect(Self.read(year, ["frequency": "monthly"]).names == ["positionCountsTime"])
    for cells in [
      ["frequency": "monthly", "count": "1"], ["frequency": "monthly", "per": "users"],
      ["frequency": "once"], ["category": "licence"],
    ] {
      #expect(Self.read(year, cells).names == [])
    }
    let one = Foreign.line(quantity: "1", amount: "5", unit: "ANN")
    #expect(Self.read(one, ["frequency": "yearly"]).names == [])
    #expect(
      Self.read(one).diagnostics.all.last?.message.text.en.contains("{ frequency: yearly }") == true
    )
  }

  @Test("A line without a quantity in a line of several is refused")
  func part() {
    func line(_ outer: String, _ more: String = "") -> String {
      Foreign.line(
        quantity: outer, amount: nil, price: nil,
        more: "<a:SubLineItem><b:ID>1.1</b:ID>\(more)<a:Price>"
          + "\(Foreign.money("PriceAmount", "500"))</a:Price><a:Item><b:Name>Teil</b:Name></a:Item>"
          + "</a:SubLineItem>")
    }
    #expect(Self.read(line("3")).names.contains("quotedPartWithoutQuantity"))
    #expect(Self.read(line("1")).names == ["quotedQuantityMissing"])
    #expect(Self.read(line("3", "<b:Quantity>3</b:Quantity>")).names == [])
    let told = ReadOffer(
      [Foreign.ubl(lines: [line("3")])],
      decision: Foreign.decision(positions: ["1.1": ["count": "3"]]))
    #expect(told.names == ["quotedQuantityMissing"])
    #expect(told.offer.costs.map(\.line.count) == [Amount(3)])
  }

  @Test("A position may be called by the number of its line")
  func lineNumber() {
    let line = Foreign.line().replacing(
      "<b:ID>1</b:ID><a:LineItem>", with: "<b:ID>7</b:ID><a:LineItem>")
    let read = ReadOffer(
      [Foreign.ubl(lines: [line])],
      decision: Foreign.decision(positions: ["7": ["category": "licence"]]))
    #expect(read.names == [])
    #expect(read.offer.costs.map(\.line.category) == [.licence])
  }
}
