import ByteSources
import DecisionModel
import Foundation
import Measures
import Messages
import OfferImport
import Testing
import TotalCost

/// Documents by others, which lie beside the package where it is developed.
private enum RealDocuments {
  static let folder = {
    let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    return ["/\(root)/../shared", "/\(root)/../../shared"].map { $0 + "/reference/documents" }
      .first { FileManager.default.fileExists(atPath: $0) } ?? ""
  }()

  static func read(_ names: String...) -> [[UInt8]] {
    names.map { Array(FileManager.default.contents(atPath: "\(folder)/\($0)") ?? Data()) }
  }
}

@Suite(
  "Documents by others",
  .enabled(if: !RealDocuments.folder.isEmpty, "the reference documents are not on this machine"))
struct RealDocumentTests {
  @Test("The UBL quotation is read, with its contradictions")
  func quotation() {
    var decision = Fixture.decision()
    decision.exchangeRates.append(
      ExchangeRate(
        currency: "DKK", rate: amount("0.134"), asOf: Fixture.date("2026-11-20"), source: "ECB"))
    let read = ReadOffer(
      RealDocuments.read("ubl/UBL-Quotation-2.1-Example.xml"), decision: decision)
    #expect(
      read.findings == [
        "warning 195:9 quotedNameTwice", "warning 131:7 quotedLineNumberIsArticle",
        "warning 123:5 quotedNetIsTax", "warning 2:1 quotedCategoriesMissing",
        "warning 18:3 offerExpiresBeforeDecision",
      ])
    // 197,750 kroner, as they were quoted; the rate is applied month by month.
    let sum = read.offer.costs.map(\.line).reduce(Amount.zero) { sum, line in
      guard case .stated(_, let price, _) = line.price, let cost = try? price.times(line.count)
      else { return sum }
      return (try? sum.adding(cost)) ?? sum
    }
    #expect(sum == amount("197750"))
    #expect(read.offer.costs.allSatisfy { $0.line.currency == "DKK" })
    #expect(read.offer.validUntil == Fixture.date("2008-05-06"))
    #expect(read.offer.terms.contains { $0.text == "Delcomputer A/S" })
  }

  @Test(
    "Documents that are no offers are refused by name",
    arguments: [
      ("ubl/UBL-RequestForQuotation-2.1-Example.xml", "request for quotation"),
      ("opentrans/sample_order_opentrans_2_1.xml", "order"),
      ("opentrans/sample_invoice_opentrans_2_1.xml", "invoice"),
    ])
  func refused(file: String, name: String) {
    let read = ReadOffer(RealDocuments.read(file))
    #expect(read.diagnostics.all.map(\.message.id) == ["xmlDocumentNoOffer"])
    #expect(read.diagnostics.all[0].message.text.en.contains(name))
    #expect(read.offer.costs.isEmpty)
  }

  @Test("The UBL catalogue is a price list of six articles")
  func catalogue() {
    let file = RealDocuments.read("ubl/Consip_Catalogo_UBL.xml")
    let alone = ReadOffer(file)
    #expect(alone.names == ["priceListAlone"])
    let prices = ["539.73", "35.70", "102.41", "9.81", "199.47", "27.57"]
    #expect(
      alone.understandings[0].articles.first.map(\.text).map { $0.hasSuffix(" EUR") }
        == prices.map { _ in true })
    for (article, price) in zip(alone.understandings[0].articles.first, prices) {
      #expect(article.text.hasSuffix(" · \(price) EUR"))
    }
    let read = ReadOffer(
      file, decision: Foreign.decision(positions: ["L1A_HP_WINDOWS": ["count": "3"]]))
    #expect(read.names == ["listPriceOutOfDate"])
    #expect(read.offer.costs.map(\.line.price) == [.fixed(amount("539.73"))])
  }

  @Test("The first rows of the FOCUS sample are summed to the last decimal")
  func billing() {
    var diagnostics = Diagnostics()
    let read = OfferImport.readBaseline(
      file: OfferImport.File(
        reference: FileReference(path: "a", position: Fixture.position),
        source: ByteSource(RealDocuments.read("focus/focus_sample_first120.csv")[0])),
      decision: Fixture.decision(), schema: Schema.bytes, diagnostics: &diagnostics)
    #expect(
      diagnostics.all.map(\.message.id) == ["billingFewMonths", "billingNothingEffective"])
    // Their usage is covered by a commitment that these rows do not show.
    #expect(read.costs.isEmpty)
    #expect(
      read.files.flatMap(\.facts).map(\.text) == [
        "120", "2024-09", "0 USD", "1.0948911843 USD", "1.1524911843 USD",
      ])
  }

  @Test("The performance table gives its figures to the alternative of the option's name")
  func performances() {
    let files = RealDocuments.read(
      "xmcda/rubis-alternatives.xml", "xmcda/rubis-criteria.xml",
      "xmcda/rubis-performanceTable.xml")
    // The tests' option is no alternative of it.
    #expect(ReadOffer(files).names == ["performancesOfOthers"])
    var declaration = Fixture.declaration()
    declaration.id = "a02"
    var decision = Fixture.decision()
    decision.criteria = CriteriaTree(
      nodes: Fixture.criteria.nodes.map { node in
        var node = node
        if node.id == "looks" { node.name = LocalText("PrixAchat") }
        return node
      })
    var diagnostics = Diagnostics()
    let inputs = files.enumerated().map { index, bytes in
      OfferImport.File(
        reference: FileReference(path: "f\(index)", position: Fixture.position),
        source: ByteSource(bytes))
    }
    let offer = OfferImport.read(
      files: inputs, of: declaration, decision: decision, schema: [], diagnostics: &diagnostics
    ).offer
    #expect(
      diagnostics.all.map(\.message.id) == [
        "performanceDirectionDiffers", "performanceCriteriaLeftOut", "answerFarOffScale",
      ])
    #expect(offer.answers.count == 1)
  }
}

@Suite("Broken and hostile foreign documents")
struct HostileDocumentTests {
  private static let seeds = [
    Foreign.ubl(
      Foreign.allowance("1", factor: "0.1", base: "10"),
      lines: [Foreign.line(more: Foreign.allowance("2")), Foreign.line(2, name: "B", price: nil)],
      totals: Foreign.money("LineExtensionAmount", "98.00")),
    Foreign.openTrans(items: [
      Foreign.item(
        allowances: Foreign.step(
          "allowance", "<AOC_PERCENTAGE_FACTOR>0.1</AOC_PERCENTAGE_FACTOR>")),
      Foreign.item(2, price: nil, amount: "9"), Foreign.item(3, price: nil),
    ]),
    Foreign.list(Foreign.product("N3", Foreign.price("1") + Foreign.price("2", from: "10"))),
    Foreign.xmcda(Foreign.performances("nordwind", ("looks", "<real>1e0</real>"))),
  ]

  @Test("never stop the reader", arguments: 0..<4)
  func mutations(seed: Int) {
    let splices = [
      "<", ">", "/>", "&#0;", "&x;", "\0", "-", "1e400", "1e-400", "-0", "0", ".", "",
      "99999999999999999999999999999999999999", "NaN", "INF", "<a>", "</a>", "xmlns=\"\"", "<!--",
      "]]>", "\u{FEFF}", "EUR", "true",
    ].map { Array($0.utf8) }
    var state = UInt64(seed) &+ 7
    func next(_ bound: Int) -> Int {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return Int(state % UInt64(max(bound, 1)))
    }
    let other = Array(HostileDocumentTests.seeds[(seed + 1) % 4].utf8)
    let decision = Foreign.decision(positions: ["N1": ["per": "users"], "N3": ["count": "5"]])
    for round in 0..<100 {
      var bytes = Array(HostileDocumentTests.seeds[seed].utf8)
      for _ in 0...next(4) {
        // Mostly only numbers and short texts change, so that the document stays readable.
        let digits = bytes.indices.filter { (0x30...0x39).contains(bytes[$0]) }
        let place = next(3) > 0 ? digits[next(digits.count)] : next(bytes.count)
        if next(2) == 0 {
          bytes.replaceSubrange(place...place, with: splices[next(splices.count)])
        } else {
          bytes.removeSubrange(place..<min(bytes.count, place + next(20)))
        }
        if bytes.count < 20 { break }
      }
      let files = round % 2 == 0 ? [bytes] : [bytes, other]
      let read = ReadOffer(files, decision: decision)
      #expect(read.findings == ReadOffer(files, decision: decision).findings)
      for finding in read.diagnostics.all {
        #expect(finding.position.line >= 1 && finding.position.column >= 1)
      }
      for cost in read.offer.costs {
        if case .stated(let low, let likely, let high) = cost.line.price {
          #expect(low <= likely && likely <= high)
          #expect(!low.isNegative || cost.line.kind != .cost)
        }
      }
    }
  }

  @Test("cannot reach or blow up anything", arguments: 0..<3)
  func attacks(seed: Int) {
    let bomb = """
      <!DOCTYPE x [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">\
      <!ENTITY c SYSTEM "file:///etc/passwd">]>
      """
    let text = HostileDocumentTests.seeds[seed].replacing(
      /^<\?xml[^>]*>\s*/, with: "")
    let read = ReadOffer(bomb + text.replacing("N1", with: "&b;&c;"))
    #expect(read.names == ["xmlDoctype"])
    #expect(read.offer.costs.isEmpty)
  }

  @Test("with an end too early keep what was read, and are an error")
  func cut() {
    let text = Foreign.ubl(lines: (1...50).map { Foreign.line($0, name: "L\($0)") })
    let read = ReadOffer(String(text.dropLast(400)))
    #expect(read.diagnostics.hasErrors)
    #expect(read.names.last == "xmlMalformed")
  }

  @Test("of elements in other namespaces are not taken for the format's")
  func namespaces() {
    let text = Foreign.ubl(lines: [Foreign.line()])
      .replacing("<b:PriceAmount", with: "<PriceAmount").replacing(
        "</b:PriceAmount", with: "</PriceAmount")
    #expect(ReadOffer(text).names == ["quotedPriceDerived", "quotedElementMisplaced"])
  }

  @Test("read numbers as XML Schema writes them")
  func numbers() {
    for (text, value) in [
      ("1e2", "100"), ("1.5E-1", "0.15"), ("+.5", "0.5"), ("0.30000000000000004", "0.3"),
      ("0.0000000000005", "0.000000000001"), ("5.", "5"), ("12e0", "12"),
    ] {
      let read = ReadOffer(
        Foreign.ubl(lines: [Foreign.line(amount: nil, price: text)]))
      #expect(
        read.offer.costs.map(\.line.price) == [.fixed(amount(value))], "\(text)")
    }
    for text in ["1e", "e1", "1,5", "0x1", "NaN", "--1", "1 2"] {
      let read = ReadOffer(Foreign.ubl(lines: [Foreign.line(amount: nil, price: text)]))
      #expect(read.names.first == "cellNotANumber", "\(text)")
    }
  }
}
