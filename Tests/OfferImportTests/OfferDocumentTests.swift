import DecisionModel
import Measures
import Messages
import OfferImport
import Testing
import TotalCost
import XMLReading

@Suite("Offers in Votum's own XML")
struct OfferDocumentTests {
  private static let xml = """
    <?xml version="1.0" encoding="UTF-8"?>
    <offer xmlns="urn:votum:offer:1" id="nordwind" currency="CHF" valid_until="2027-04-30">
      <answers>
        <answer criterion="order_variants" answer="standard" evidence="2">
          <comment>shown on 12 October</comment>
        </answer>
        <answer criterion="latency" answer="1250.5 ms" low="1000" high="1400.25"/>
        <answer criterion="looks"/>
      </answers>
      <prices>
        <price item="Subscription" category="subscription" amount="1089.00" per="users"
               frequency="monthly" escalation="0.03" cap="5 %" currency="EUR"/>
        <price item="Support" category="support" frequency="yearly" tier_mode="graduated"
               per="users" in_advance="yes" start="2027-02-01" end="2030-01-31">
          <tier up_to="50" amount="1040.00"/>
          <tier amount="33.00"/>
        </price>
        <price item="Set-up" category="implementation" low="1" likely="2" high="3"
               status="alternative A chosen" tax="gross" tax_rate="0.19" cures="latency"/>
        <price item="Hosting" category="hosting" amount="included" discount="10 %" count="1.234"/>
      </prices>
      <terms><term name="notice">3 months to the end of a contract year</term></terms>
    </offer>
    """
  private static let tables = [
    """
    criterion;answer;low;high;evidence;comment
    order_variants;standard;;;2;shown on 12 October
    latency;1.250,5 ms;1.000,00;1.400,25;;
    looks;;;;;
    """,
    """
    item;amount;low;likely;high;category;currency;per;frequency;escalation;cap;tiers;tier_mode;\
    in_advance;start;end;status;tax;tax_rate;cures;discount;count
    Subscription;1.089,00;;;;Abonnement;EUR;users;monatlich;3 %;0,05
    Support;;;;;support;CHF;users;jährlich;;;50: 1.040,00 | *: 33;gestaffelt;ja;1.2.2027;31.1.2030
    Set-up;;1;2;3;Einführung;CHF;;;;;;;;;;Wahlposition A gewählt;brutto;19 %;latency
    Hosting;inklusive;;;;hosting;CHF;;;;;;;;;;;;;;0,1;1,2340
    """,
    "term;value\nnotice;3 months to the end of a contract year\nvalid until;30.04.2027",
  ]

  @Test("say the same as tables")
  func same() {
    let document = ReadOffer(OfferDocumentTests.xml)
    let table = ReadOffer(OfferDocumentTests.tables.map { Array($0.utf8) })
    #expect(document.findings.isEmpty)
    #expect(table.findings.isEmpty)
    #expect(document.offer.costs.map(\.line) == table.offer.costs.map(\.line))
    #expect(document.offer.costs.map(\.cures) == table.offer.costs.map(\.cures))
    #expect(document.offer.costs.count == 4)
    #expect(document.offer.answers.mapValues(\.reading) == table.offer.answers.mapValues(\.reading))
    #expect(document.offer.answers.mapValues(\.comment) == table.offer.answers.mapValues(\.comment))
    #expect(
      document.offer.answers.mapValues(\.evidence) == table.offer.answers.mapValues(\.evidence))
    #expect(document.offer.answers.count == 3)
    #expect(document.offer.validUntil == table.offer.validUntil)
    #expect(document.offer.terms.map(\.text) == table.offer.terms.prefix(1).map(\.text))
  }

  @Test("point at the element")
  func places() {
    let read = ReadOffer(OfferDocumentTests.xml)
    #expect(read.offer.costs.map(\.position.line) == [11, 13, 18, 20])
    #expect(read.offer.costs.first?.position.column == 5)
  }

  @Test("have a schema that stands by itself")
  func schema() throws {
    _ = try XMLSchema(bytes: Schema.bytes)
    let text = String(decoding: Schema.bytes, as: UTF8.self)
    for category in CostCategory.allCases {
      #expect(text.contains("<xs:enumeration value=\"\(category.rawValue)\"/>"))
    }
  }

  @Test(
    "keep to the schema",
    arguments: [
      "<prices><price item=\"A\" amount=\"1.234,5\"/></prices>",
      "<prices><price item=\"A\" amount=\"1 €\"/></prices>",
      "<prices><price item=\"A\" amount=\"0.1234567890123\"/></prices>",
      "<prices><price item=\"A\" amount=\"1\" amount=\"2\"/></prices>",
      "<prices><price item=\"\" amount=\"1\"/></prices>",
      "<prices><price item=\"A\" amount=\"1\" start=\"31.12.2027\"/></prices>",
      "<prices><price item=\"A\" amount=\"1\" start=\"2027-02-30\"/></prices>",
      "<prices><price item=\"A\" amount=\"1\" start=\"2027-02-01Z\"/></prices>",
      "<prices><price item=\"A\" amount=\"1\" category=\"licenses\"/></prices>",
      "<prices><price item=\"A\" amount=\"1\" currency=\"euro\"/></prices>",
      "<prices><price item=\"A\" tier_mode=\"volume\"><tier up_to=\"-5\" amount=\"1\"/></price></prices>",
      "<prices><price item=\"A\"><tier up_to=\"5\"/></price></prices>",
      "<answers><answer criterion=\"looks\" evidence=\"6\"/></answers>",
      "<answers><answer answer=\"5\"/></answers>",
      "<prices/><answers/>", "<answers/><answers/>", "text", "<terms><term>x</term></terms>",
      "<prices xmlns=\"\"/>",
    ])
  func strict(body: String) {
    let read = ReadOffer("<offer xmlns=\"urn:votum:offer:1\">\(body)</offer>")
    #expect(read.diagnostics.hasErrors)
    #expect(read.diagnostics.all.allSatisfy { $0.position.line == 1 })
    #expect(read.offer.costs.isEmpty && read.offer.answers.isEmpty)
  }

  @Test(
    "cannot reach or blow up anything",
    arguments: [
      "<!DOCTYPE offer [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>",
      "<!DOCTYPE offer SYSTEM \"http://localhost/x.dtd\" [<!ENTITY x \"y\">]>",
      """
      <!DOCTYPE offer [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">
      <!ENTITY x "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]>
      """,
    ])
  func attacks(doctype: String) {
    let read = ReadOffer(
      doctype
        + "<offer xmlns=\"urn:votum:offer:1\"><terms><term name=\"t\">&x;</term></terms></offer>")
    #expect(read.diagnostics.all.map(\.message.id) == ["xmlDoctype"])
    #expect(read.offer.terms.isEmpty)
  }

  @Test(
    "of other makers are named",
    arguments: [
      ("http://www.opentrans.org/XMLSchema/2.1", "openTRANS"),
      ("http://www.bmecat.org/bmecat/2005", "BMEcat"),
      ("urn:oasis:names:specification:ubl:schema:xsd:Quotation-2", "UBL"),
      ("http://www.decision-deck.org/2009/XMCDA-2.1.0", "XMCDA"),
    ])
  func foreign(namespace: String, name: String) {
    let read = ReadOffer("\u{FEFF}  <x:Y xmlns:x=\"\(namespace)\"/>")
    #expect(read.diagnostics.all.map(\.message.id) == ["xmlFormatNotRead"])
    #expect(read.diagnostics.all.first?.message.text.en.contains(name) == true)
  }
}

@Suite("Broken offers")
struct BrokenOfferTests {
  @Test("never stop the reader", arguments: 0..<4)
  func mutations(seed: Int) {
    let seeds = [
      "criterion;answer;low;high;evidence\nlatency;1.250,5 ms;1.000,0;2.000;3\nlooks;5;;;\n",
      "item;amount net;category;tiers;tier_mode;start;discount;per;status\n"
        + "A;1.234,56 €;support;;;2027-02-01;10 %;users;alternative X chosen\n"
        + "B;;hosting;50: 40 | *: 33,5;volume;;;users;\nC;auf Anfrage;other;;;;;;\n",
      "sep=;\nterm;value\ngültig bis;30.04.2027\n\"a\nb\";\"c\"\"d\"\n",
      "<offer xmlns=\"urn:votum:offer:1\"><prices><price item=\"A\" amount=\"1.5\" tax=\"gross\" "
        + "tax_rate=\"19 %\"/></prices></offer>",
    ]
    let splices = [
      ";", "\"", "\n", "\0", "€", "-", "%", "999999999999999999999999999", "1e9", "\u{FEFF}", "<",
      "&x;", "*:", "|", "(", "=", "\u{202F}", "1.234", "Summe", "0", "\r", "\t", "chosen",
    ].map { Array($0.utf8) }
    var state = UInt64(seed) &+ 1
    func next(_ bound: Int) -> Int {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return Int(state % UInt64(max(bound, 1)))
    }
    for _ in 0..<120 {
      var bytes = Array(seeds[seed].utf8)
      for _ in 0...next(6) {
        let place = next(bytes.count)
        switch next(4) {
        case 0: if !bytes.isEmpty { bytes[place] = UInt8(next(256)) }
        case 1: bytes.removeSubrange(place..<min(bytes.count, place + next(8)))
        case 2: bytes.insert(contentsOf: splices[next(splices.count)], at: min(place, bytes.count))
        default:
          let piece = bytes[place..<min(bytes.count, place + next(30))]
          bytes.insert(contentsOf: Array(piece), at: next(bytes.count))
        }
      }
      let read = ReadOffer([bytes])
      let again = ReadOffer([bytes])
      #expect(read.findings == again.findings)
      #expect(read.offer == again.offer)
      for finding in read.diagnostics.all {
        #expect(finding.position.line >= 1 && finding.position.column >= 1)
      }
      // What is read without an error keeps the order that everything behind it relies on.
      for cost in read.offer.costs {
        if case .stated(let low, let likely, let high) = cost.line.price {
          #expect(low <= likely && likely <= high)
          #expect(!low.isNegative || cost.line.kind != .cost)
        }
      }
    }
  }
}
