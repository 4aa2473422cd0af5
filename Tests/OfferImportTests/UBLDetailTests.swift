import DecisionModel
import Measures
import Messages
import OfferImport
import Testing
import TotalCost

/// Lines in lines, and discounts on the price of a unit.
@Suite("Details of UBL lines")
struct UBLDetailTests {
  private static func sub(
    _ number: String, _ amount: String?, _ price: String?, _ more: String = ""
  )
    -> String
  {
    var text = "<a:SubLineItem><b:ID>\(number)</b:ID><b:Quantity>2</b:Quantity>"
    if let amount { text += Foreign.money("LineExtensionAmount", amount) }
    text += more
    if let price { text += "<a:Price>\(Foreign.money("PriceAmount", price))</a:Price>" }
    return text + "<a:Item><b:Name>Teil \(number)</b:Name></a:Item></a:SubLineItem>"
  }

  private func read(_ lines: String...) -> (costs: [String], findings: [String]) {
    let read = ReadOffer(Foreign.ubl(lines: lines))
    return (
      read.offer.costs.map { cost in
        guard case .stated(_, let price, _) = cost.line.price else { return "\(cost.line.name) ?" }
        return "\(cost.line.name) \(cost.line.count.text) x \(price.text)"
      },
      read.diagnostics.all.map(\.message.id).filter { $0 != "quotedCategoriesMissing" }
    )
  }

  @Test("A line counts and not the lines in it")
  func parent() {
    let parts = Self.sub("1", "20.00", "10.00") + Self.sub("2", nil, "15.00")
    let equal = read(Foreign.line(more: parts))
    #expect(equal.costs == ["Widget 10 x 5"])
    #expect(equal.findings == [])
    let other = read(Foreign.line(more: parts + Self.sub("3", "1.00", "0.50")))
    #expect(other.costs == ["Widget 10 x 5"])
    #expect(other.findings == ["quotedPartsDiffer"])
    // Parts without prices only say what belongs to the line.
    let bare = read(Foreign.line(more: Self.sub("1", nil, nil)))
    #expect(bare.costs == ["Widget 10 x 5"])
    #expect(bare.findings == [])
  }

  @Test("What only the quotation's line states is taken for its item")
  func outer() {
    func line(_ outer: String, _ quantity: String?, _ amount: String?, _ price: String?) -> String {
      Foreign.line(quantity: quantity, amount: amount, price: price)
        .replacing("<a:LineItem>", with: outer + "<a:LineItem>")
    }
    let quantity = "<b:Quantity unitCode=\"EA\">10</b:Quantity>"
    let both = read(line(quantity, nil, nil, "5"))
    #expect(both.costs == ["Widget 10 x 5"])
    #expect(both.findings == [])
    let amount = read(line(quantity + Foreign.money("LineExtensionAmount", "50"), nil, nil, nil))
    #expect(amount.costs == ["Widget 10 x 50"], "for ten units")
    #expect(amount.findings == ["quotedPriceDerived"])
    let same = read(line(quantity, "10", "50", "5"), Foreign.line(2, name: "B"))
    #expect(same.findings == [])
    let other = read(line(quantity, "8", "40", "5"))
    #expect(other.costs == ["Widget 8 x 5"])
    #expect(other.findings == ["quotedItemDiffers"])
  }

  @Test(
    "A time of validity ends on its last day",
    arguments: [
      ("60", "DAY", "2026-12-31"), ("2", "WEE", "2026-11-15"), ("3", "MON", "2027-02-01"),
      ("1", "ANN", "2027-11-01"),
    ])
  func duration(count: String, unit: String, end: String) {
    func period(_ measure: String) -> String {
      "<a:ValidityPeriod><b:StartDate>2026-11-01</b:StartDate>\(measure)</a:ValidityPeriod>"
    }
    let measure = "<b:DurationMeasure unitCode=\"\(unit)\">\(count)</b:DurationMeasure>"
    let read = ReadOffer(Foreign.ubl(period(measure), lines: [Foreign.line()]))
    #expect(read.offer.validUntil == Fixture.date(end))
    let unclear = ReadOffer(
      Foreign.ubl(period(measure.replacing(unit, with: "C62")), lines: [Foreign.line()]))
    #expect(unclear.offer.validUntil == nil)
    #expect(unclear.offer.terms.contains { $0.text == "\(count) C62" })
  }

  @Test("A line without a price is the heading of the lines in it")
  func heading() {
    let nested = Self.sub("2", nil, nil, Self.sub("2.1", "4.00", "2.00"))
    let read = read(
      Foreign.line(amount: nil, price: nil, more: Self.sub("1", "20.00", "10.00") + nested))
    #expect(read.costs == ["Teil 1 2 x 10", "Teil 2.1 2 x 2"])
    #expect(read.findings == [])
  }

  @Test("A line with alternatives counts as the sum of those in it")
  func alternatives() {
    let line =
      Foreign.line(
        quantity: "1", amount: nil, price: nil,
        more: Self.sub("1", "20.00", "10.00") + Self.sub("2", "4.00", "2.00"))
      + "<a:AlternativeLineItem><b:Quantity>1</b:Quantity><a:Price>"
      + Foreign.money("PriceAmount", "9") + "</a:Price><a:Item><b:Name>B</b:Name></a:Item>"
      + "</a:AlternativeLineItem>"
    let read = read(line)
    #expect(read.costs == ["Widget 1 x 24", "B 1 x 9"])
  }

  private static func price(
    _ price: String, _ amount: String?, discount: String, base: String? = nil,
    charge: String = "false"
  ) -> String {
    Foreign.line(
      amount: amount, price: price,
      base: Foreign.allowance(discount, charge: charge, base: base))
  }

  @Test("A discount in the price changes nothing")
  func included() {
    for line in [
      Self.price("5.00", "50.00", discount: "1.00"),
      Self.price("5.00", "50.00", discount: "1.00", base: "6.00"),
      Self.price("5.00", nil, discount: "1.00", base: "6.00"),
      Self.price("5.00", nil, discount: "1.00", base: "4.00", charge: "true"),
      Self.price("5.00", nil, discount: "0.00"),
    ] {
      let read = read(line)
      #expect(read.costs == ["Widget 10 x 5"])
      #expect(read.findings == [])
    }
  }

  @Test("A discount that is yet to be taken off is, with a warning")
  func before() {
    for line in [
      Self.price("6.00", "50.00", discount: "1.00"),
      Self.price("6.00", "50.00", discount: "1.00", base: "6.00"),
      Self.price("6.00", nil, discount: "1.00", base: "6.00"),
      Self.price("4.00", "50.00", discount: "1.00", charge: "true"),
    ] {
      let read = read(line)
      #expect(read.costs == ["Widget 10 x 5"])
      #expect(read.findings == ["quotedPriceBeforeAllowance"])
    }
  }

  @Test("A discount that could be either is an error with both prices")
  func unclear() {
    for line in [
      Self.price("6.00", nil, discount: "1.00"),
      Self.price("6.00", "44.00", discount: "1.00"),
      Self.price("6.00", nil, discount: "1.00", base: "9.00"),
    ] {
      let read = ReadOffer(Foreign.ubl(lines: [line]))
      #expect(read.diagnostics.all.map(\.message.id).contains("quotedPriceAllowanceUnclear"))
      let text = read.diagnostics.all.first?.message.text(.english) ?? ""
      #expect(text.contains("6") && text.contains("5"))
      #expect(read.diagnostics.hasErrors)
    }
  }
}
