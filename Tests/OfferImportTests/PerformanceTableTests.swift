import DecisionModel
import Measures
import Messages
import OfferImport
import Testing
import TotalCost

@Suite("Performance tables in XMCDA")
struct PerformanceTableTests {
  private static let names = Foreign.xmcda(
    "<alternatives><alternative id=\"a1\" name=\"Nordwind\"/><alternative id=\"a2\"/></alternatives>"
  )
  private static let criteria = Foreign.xmcda(
    "<criteria><criterion id=\"g1\" name=\"Latency\"/><criterion id=\"g2\" name=\"order variants\"/>"
      + "</criteria>")
  private static let table = Foreign.xmcda(
    Foreign.performances("a2", ("g1", "<real>1</real>"))
      + Foreign.performances(
        "a1", ("g1", "<real>4.5e2</real>"), ("uptime", "<integer>99</integer>"),
        ("looks", "<rational><numerator>9</numerator><denominator>2</denominator></rational>"),
        ("g2", "<label>standard</label>"), ("fee", "<NA/>")))

  @Test("state each value once")
  func twice() {
    func read(_ first: String, _ second: String) -> ReadOffer {
      ReadOffer(
        Foreign.xmcda(
          Foreign.performances("nordwind", ("looks", "\(first)</value><value>\(second)"))
            .replacing("<value>", with: "<values><value>", maxReplacements: 1)
            .replacing("</value></performance>", with: "</value></values></performance>")))
    }
    #expect(
      read("<real>5</real>", "<real>9</real>").names == ["performanceValueNotRead"])
    #expect(read("<real>5</real>", "<integer>5</integer>").names == [])
  }

  @Test("are read over several files in any order", arguments: [[0, 1, 2], [2, 1, 0]])
  func several(order: [Int]) {
    let files = [
      PerformanceTableTests.names, PerformanceTableTests.criteria, PerformanceTableTests.table,
    ]
    let read = ReadOffer(order.map { files[$0] })
    #expect(read.names == ["answerNotApplicable"])
    func figure(_ text: String) -> Answer.Reading {
      .figure(low: amount(text), likely: amount(text), high: amount(text))
    }
    #expect(
      read.offer.answers.mapValues(\.reading) == [
        Fixture.index("latency"): figure("450"), Fixture.index("uptime"): figure("99"),
        Fixture.index("looks"): figure("4.5"), Fixture.index("order_variants"): .level(0),
        Fixture.index("fee"): .notApplicable,
      ])
    #expect(read.offer.answers[Fixture.index("uptime")]?.position.line == 2)
  }
}

@Suite("Documents whose rows the decision names")
struct MappedDocumentTests {
  private static let document = """
    <p:order xmlns:p="urn:example:order">
      <items kind="goods">
        <item nr="1"><name lang="de">Stuhl</name><name lang="en">Chair</name>
          <price net="12,50" gross="14,88">12,50</price><qty>4</qty></item>
        <item nr="2"><name lang="de">Tisch</name><price net="1.250,00"/><qty>1</qty></item>
      </items>
      <items kind="none"><item nr="3"><name lang="de">Nichts</name></item></items>
      <facts><fact of="latency"><value>450</value></fact><fact of="looks"><value>7</value></fact></facts>
      <rules><rule>notice<text>3 months</text></rule></rules>
    </p:order>
    """

  @Test(
    "give prices by whatever path leads to them",
    arguments: [
      "//items[@kind='goods']/item", "/order/items[@kind = \"goods\"]/item",
      "/p:order//items[@kind='goods']/*",
    ])
  func prices(rows: String) {
    let read = ReadOffer(
      [MappedDocumentTests.document],
      decision: Foreign.decision(
        rows: rows,
        [
          "item": "name[@lang='de']", "amount": "price/@net", "count": "qty/text()",
          "comment": "@nr", "currency": "'CHF'", "tax": "'net'", "category": "\"hardware\"",
        ]))
    #expect(read.findings.isEmpty)
    #expect(read.offer.costs.map(\.line.name) == ["Stuhl", "Tisch"])
    #expect(read.offer.costs.map(\.line.price) == [.fixed(amount("12.5")), .fixed(Amount(1_250))])
    #expect(read.offer.costs.allSatisfy { $0.line.currency == "CHF" })
    #expect(read.offer.costs.map(\.line.count) == [Amount(4), .one])
    #expect(
      read.offer.costs.map(\.position)
        == [3, 5].map {
          SourcePosition(file: "a", line: $0, column: 5)
        })
  }

  @Test("give answers and terms")
  func others() {
    let answers = ReadOffer(
      [MappedDocumentTests.document],
      decision: Foreign.decision(rows: "//fact", ["criterion": "@of", "answer": "."]))
    #expect(answers.findings.isEmpty)
    #expect(answers.offer.answers.count == 2)
    #expect(answers.offer.answers[Fixture.index("looks")]?.position.line == 8)
    let terms = ReadOffer(
      [MappedDocumentTests.document],
      decision: Foreign.decision(rows: "//rule", ["term": "text()", "value": "text"]))
    #expect(terms.findings.isEmpty)
    #expect(terms.offer.terms.map(\.text) == ["3 months"])
  }

  @Test("may have the outermost element as their row, and several kinds of rows")
  func outermost() {
    var decision = Foreign.decision(
      rows: "/offer", ["item": "name", "amount": "price", "tax": "'net'", "category": "'other'"])
    let more = Foreign.decision(rows: "//f", ["criterion": "@of", "answer": "text()"])
    decision.documents["a"]? += more.documents["a"] ?? []
    let read = ReadOffer(
      ["<offer><name>All</name><price>9</price><f of=\"looks\">3</f></offer>"],
      decision: decision)
    #expect(read.findings.isEmpty)
    #expect(read.offer.costs.map(\.line.name) == ["All"])
    #expect(read.offer.answers.count == 1)
  }

  @Test("may have positions named too")
  func positions() {
    var decision = Foreign.decision(
      rows: "//items[@kind='goods']/item",
      ["item": "name[@lang='de']", "amount": "price/@net", "tax": "'net'"])
    decision.positions = Foreign.decision(positions: ["Stuhl": ["category": "hardware"]]).positions
    let read = ReadOffer([MappedDocumentTests.document], decision: decision)
    #expect(read.findings == ["warning 3:5 quotedCategoriesMissing"])
    #expect(read.offer.costs.map(\.line.category) == [.hardware, .other])
  }
}
