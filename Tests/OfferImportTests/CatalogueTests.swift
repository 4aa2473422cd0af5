import DecisionModel
import Measures
import Messages
import OfferImport
import Testing
import TotalCost

/// Catalogues in UBL give prices, as price lists in BMEcat do.
@Suite("UBL catalogues as price lists")
struct CatalogueTests {
  private static func catalogue(_ lines: String..., header: String = "") -> String {
    let space = "urn:oasis:names:specification:ubl:schema:xsd:"
    return """
      <c:Catalogue xmlns:c="\(space)Catalogue-2" xmlns:a="\(space)CommonAggregateComponents-2" \
      xmlns:b="\(space)CommonBasicComponents-2"><b:ID>L1</b:ID>\(header)
      \(lines.map { "<a:CatalogueLine>\($0)</a:CatalogueLine>\n" }.joined())</c:Catalogue>
      """
  }

  private static func article(_ number: String, _ name: String, _ prices: String) -> String {
    """
    <b:ID>1</b:ID>\(prices)<a:Item><b:Name>\(name)</b:Name><a:SellersItemIdentification><b:ID>\
    \(number)</b:ID></a:SellersItemIdentification></a:Item>
    """
  }

  private static func price(_ amount: String, from: String? = nil, base: String? = nil) -> String {
    let least = from.map { "<b:MinimumQuantity>\($0)</b:MinimumQuantity>" } ?? ""
    let units = base.map { "<b:BaseQuantity>\($0)</b:BaseQuantity>" } ?? ""
    return """
      <a:RequiredItemLocationQuantity>\(least)<a:Price><b:PriceAmount currencyID="CHF">\(amount)\
      </b:PriceAmount>\(units)</a:Price></a:RequiredItemLocationQuantity>
      """
  }

  @Test("A quotation's line without a price takes that of its article")
  func prices() throws {
    let read = ReadOffer([
      Foreign.ubl(lines: [Foreign.line(amount: nil, price: nil, item: "X1")]),
      Self.catalogue(
        Self.article("X1", "Widget", Self.price("4.20", base: "2")),
        Self.article("X2", "Other", Self.price("9"))),
    ])
    #expect(read.names == [])
    let line = try #require(read.offer.costs.first?.line)
    #expect(read.offer.costs.count == 1)
    #expect(line.price == .fixed(amount("4.20")))
    #expect(line.priceBase == amount("2"))
    #expect(line.count == amount("10"))
    #expect(line.currency == "CHF")
    let articles = read.understandings[1].articles
    #expect(articles.count == 2, "all of them are shown")
    #expect(articles.first.map(\.text) == ["Widget · 4.20 CHF", "Other · 9 CHF"])
  }

  @Test("Articles that the decision names become lines, with prices by quantity")
  func positions() throws {
    let read = ReadOffer(
      Self.catalogue(
        Self.article("X1", "Widget", Self.price("5") + Self.price("4", from: "10"))),
      decision: Foreign.decision(positions: ["X1": ["count": "12", "category": "hardware"]]))
    #expect(read.names == [])
    let line = try #require(read.offer.costs.first?.line)
    #expect(line.name == "Widget")
    #expect(line.tiers != nil)
    #expect(line.position(in: read).file == "a")
  }

  private static func step(_ amount: String, _ range: String, _ more: String = "") -> String {
    price(amount).replacing("<a:Price>", with: range + more + "<a:Price>")
  }

  private static func range(_ from: String? = nil, _ most: String? = nil) -> String {
    (from.map { "<b:MinimumQuantity>\($0)</b:MinimumQuantity>" } ?? "")
      + (most.map { "<b:MaximumQuantity>\($0)</b:MaximumQuantity>" } ?? "")
  }

  private static func read(_ prices: String) -> ReadOffer {
    ReadOffer(
      catalogue(article("X1", "Widget", prices)),
      decision: Foreign.decision(positions: ["X1": ["count": "20", "category": "hardware"]]))
  }

  @Test("Prices by quantity have no gaps, whether told by the least or the most")
  func ranges() {
    let bands = [
      CostLine.Tiers.Band(upTo: Amount(9), price: Amount(5)), .init(upTo: nil, price: Amount(4)),
    ]
    for prices in [
      Self.step("5", Self.range("1", "9")) + Self.step("4", Self.range("10")),
      Self.step("5", Self.range(nil, "9")) + Self.step("4", ""),
      Self.step("5", Self.range("1", "9")) + Self.price("400", from: "10", base: "100"),
    ] {
      let read = Self.read(prices)
      #expect(read.names == [])
      #expect(read.offer.costs.first?.line.tiers?.bands == bands)
    }
    let gap = Self.read(Self.step("5", Self.range("1", "9")) + Self.step("3", Self.range("50")))
    let few = Self.read(Self.step("5", Self.range("1", "9")))
    #expect(few.names == ["listPriceUnclear"])
    #expect(few.diagnostics.all[0].message.text.en.contains("above 9, 20 are wanted"))
    #expect(Self.read(Self.step("5", Self.range("1", "20"))).names == [])
    #expect(gap.names == ["listPriceUnclear"])
    #expect(gap.diagnostics.all[0].message.text.en.contains("above 9 and below 50"))
  }

  @Test("A factor to price units multiplies, and a charge on a price is refused")
  func details() {
    let factor = Self.price("5").replacing(
      "</a:Price>", with: "<b:OrderableUnitFactorRate>12</b:OrderableUnitFactorRate></a:Price>")
    #expect(Self.read(factor).offer.costs.map(\.line.price) == [.fixed(Amount(60))])
    let charge = Self.step("5", "", Foreign.allowance("1", charge: "true"))
    #expect(Self.read(charge).names == ["listPriceUnclear"])
  }

  @Test("What can't be ordered is told")
  func orderable() {
    for (text, names) in [("true", [String]()), ("false", ["listArticleNotOrderable"])] {
      let mark = "<b:OrderableIndicator>\(text)</b:OrderableIndicator>"
      #expect(Self.read(mark + Self.price("5")).names == names)
    }
  }

  @Test("Of prices with a validity those in force count")
  func periods() {
    func period(_ amount: String, _ date: String) -> String {
      Self.price(amount).replacing(
        "</a:Price>", with: "<a:ValidityPeriod>\(date)</a:ValidityPeriod></a:Price>")
    }
    let (old, new) = ("<b:EndDate>2020-01-01</b:EndDate>", "<b:StartDate>2020-01-02</b:StartDate>")
    let read = Self.read(period("5", old) + period("6", new))
    #expect(read.names == [])
    #expect(read.offer.costs.map(\.line.price) == [.fixed(Amount(6))])
    #expect(Self.read(period("5", old)).names == ["listPriceOutOfDate"])
  }

  @Test(
    "What is wrong is told where it stands",
    arguments: [
      (price("1") + price("2"), "", "error 2:206 listPriceTwice"),
      ("", "", "error 2:1 listArticleWithoutPrice"),
      (
        price("1"),
        "<a:ValidityPeriod><b:StartDate>2010-06-25</b:StartDate><b:EndDate>2010-12-24</b:EndDate>"
          + "</a:ValidityPeriod>", "warning 1:258 listPriceOutOfDate"
      ),
      (price("1x"), "", "error 2:73 cellNotANumber"),
    ])
  func findings(prices: String, header: String, finding: String) {
    let read = ReadOffer(
      Self.catalogue(Self.article("A", "A", prices), header: header),
      decision: Foreign.decision(positions: ["A": ["category": "other"]]))
    #expect(read.findings.first == finding)
  }

  @Test("A catalogue by itself is no offer, and a deleted article has no price")
  func alone() {
    let article = Self.article("A", "A", Self.price("1"))
    #expect(ReadOffer(Self.catalogue(article)).names == ["priceListAlone"])
    let read = ReadOffer(
      Self.catalogue("<b:ActionCode>Delete</b:ActionCode>" + article),
      decision: Foreign.decision(positions: ["A": ["category": "other"]]))
    #expect(read.names == ["positionNotFound"])
  }
}

extension CostLine {
  fileprivate func position(in read: ReadOffer) -> SourcePosition {
    read.offer.costs.first { $0.line == self }?.position ?? Fixture.position
  }
}
