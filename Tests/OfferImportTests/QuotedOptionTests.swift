import DecisionModel
import Measures
import Messages
import OfferImport
import Testing
import TotalCost

/// Lines of which one counts, and lines that do not count.
@Suite("Options and alternatives of quotations")
struct QuotedOptionTests {
  private static func other(_ price: String, _ more: String = "") -> String {
    "<a:AlternativeLineItem><b:ID>1a</b:ID><b:Quantity>1</b:Quantity>\(more)<a:Price>"
      + "\(Foreign.money("PriceAmount", price))</a:Price><a:Item><b:Name>B</b:Name></a:Item>"
      + "</a:AlternativeLineItem>"
  }

  private static func prices(_ read: ReadOffer) -> [String] {
    read.offer.costs.map { cost in
      guard case .stated(_, let price, _) = cost.line.price else { return "?" }
      return "\(cost.line.name) \(price.text) per \(cost.line.priceBase.text)"
    }
  }

  @Test("Discounts of alternatives are in their price: as lines they would be further ones")
  func allowances() {
    let line = { (charge: String) in
      Foreign.line(
        quantity: "2", amount: charge == "true" ? "11" : "9", price: "5",
        more: Foreign.allowance("1", charge: charge))
    }
    let less = ReadOffer(
      Foreign.ubl(lines: [line("false") + Self.other("8", Foreign.allowance("5"))]))
    #expect(Self.prices(less) == ["Widget 9 per 2", "B 3 per 1"])
    #expect(less.names == ["quotedAlternatives"])
    #expect(
      Self.prices(ReadOffer(Foreign.ubl(lines: [line("true") + Self.other("8")])))
        == ["Widget 11 per 2", "B 8 per 1"])
    let edition = line("false").replacing("Widget", with: "Pro Edition")
    #expect(Self.prices(ReadOffer(Foreign.ubl(lines: [edition]))) == ["Pro Edition 9 per 2"])
    func told(_ cells: [String: String]) -> ReadOffer {
      ReadOffer(
        [Foreign.ubl(lines: [line("false")])],
        decision: Foreign.decision(positions: ["N1": cells]))
    }
    #expect(Self.prices(told(["status": "alternative x chosen"])) == ["Widget 9 per 2"])
    #expect(
      told(["status": "alternative x", "count": "4"]).names == ["quotedAllowanceScaled"])
    let replaced = told(["status": "alternative x", "amount": "4"])
    #expect(Self.prices(replaced) == ["Widget 4 per 1"])
    #expect(replaced.names == ["quotedAllowanceReplaced"])
  }

  @Test("Alternatives of different lines are different groups, whatever their numbers")
  func groups() {
    let quotation = Foreign.ubl(lines: [Foreign.line() + Self.other("8")])
    func groups(_ read: ReadOffer) -> Set<String> {
      Set(
        read.offer.costs.compactMap { cost in
          if case .alternative(let group, _) = cost.line.status { group } else { nil }
        })
    }
    let twice = ReadOffer([
      quotation, quotation.replacing("<b:ID>Q1", with: "<b:ID>Q2"),
    ])
    #expect(groups(twice) == ["1", "1 · b:7"])
    let inOne = ReadOffer(
      Foreign.ubl(lines: [
        Foreign.line() + Self.other("8"),
        Foreign.line(name: "Other") + Self.other("9"),
      ]))
    #expect(groups(inOne) == ["1", "1 · a:8"])
    #expect(ReadOffer([quotation, quotation]).names.contains("quotationTwice"))
  }

  @Test("What an optional heading heads is optional")
  func heading() {
    func part(_ number: Int, _ inner: String, price: String? = "60") -> String {
      "<a:SubLineItem><b:ID>1.\(number)</b:ID><b:Quantity>1</b:Quantity>\(inner)"
        + (price.map { "<a:Price>\(Foreign.money("PriceAmount", $0))</a:Price>" } ?? "")
        + "<a:Item><b:Name>Teil</b:Name></a:Item></a:SubLineItem>"
    }
    for line in [
      Foreign.line(name: "Option: Paket", amount: nil, price: nil, more: part(1, "")),
      Foreign.line(
        name: "Paket", amount: nil, price: nil,
        more: part(2, part(1, ""), price: nil).replacing(
          "Teil</b:Name></a:Item></a:SubLineItem></a:SubLineItem>",
          with: "Teil</b:Name></a:Item></a:SubLineItem></a:SubLineItem>"
        ).replacing(
          "</a:SubLineItem><a:Item><b:Name>Teil",
          with: "</a:SubLineItem><a:Item><b:Name>Option: Teil")),
    ] {
      let read = ReadOffer(Foreign.ubl(lines: [line]))
      #expect(read.offer.costs.map(\.line.status) == [.optional])
      #expect(read.names == ["priceTakenAsOptional"])
    }
  }

  @Test("A cancelled line does not count")
  func cancelled() {
    let line = Foreign.line(2, name: "B", more: "<b:LineStatusCode>Cancelled</b:LineStatusCode>")
    let read = ReadOffer(Foreign.ubl(lines: [Foreign.line(), line]))
    #expect(read.offer.costs.count == 1)
    #expect(read.names == ["quotedLineCancelled"])
    let kept = line.replacing("Cancelled", with: "NoStatus")
    #expect(ReadOffer(Foreign.ubl(lines: [Foreign.line(), kept])).names == [])
  }

  @Test("What the decision says of a line's taxes and terms holds for its discounts")
  func follow() {
    let cells = [
      "tax": "gross", "tax_rate": "19 %", "probability": "50 %", "escalation": "10 %",
      "cap": "2 %", "frequency": "yearly", "currency": "USD",
    ]
    let read = ReadOffer(
      [Foreign.ubl(lines: [Foreign.line(amount: "40", more: Foreign.allowance("10"))])],
      decision: Foreign.decision(positions: ["N1": cells]))
    let lines = read.offer.costs.map(\.line)
    #expect(lines.count == 2)
    #expect(lines.map(\.currency) == ["USD", "USD"])
    #expect(lines[0].probability == lines[1].probability && lines[1].probability != .one)
    #expect(lines[1].price == .fixed(amount("8.403361344538")), "without the tax")
    #expect(lines[0].escalation == lines[1].escalation)
  }
}
