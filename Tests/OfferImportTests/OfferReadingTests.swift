import ByteSources
import DecisionModel
import DelimitedText
import Measures
import Messages
import OfferImport
import Testing
import TotalCost

@Suite("Answers")
struct AnswerReadingTests {
  @Test(
    "of levels are matched by identifier, name and usual words",
    arguments: [
      ("standard", "standard"), (" Standard ", "standard"), ("ja", "standard"), ("✓", "standard"),
      ("DURCH EINSTELLUNG", "configuration"), ("By configuration", "configuration"),
      ("third-party", "third_party"), ("Third party", "third_party"), ("Add-On", "third_party"),
      ("teilweise", "customisation"), ("Geplant, vertraglich zugesagt", "roadmap_dated"),
      ("geplant", "roadmap"), ("nicht vorhanden", "none"), ("nein", "none"),
    ])
  func levels(text: String, id: String) {
    let read = ReadOffer("criterion;answer\norder_variants;\"\(text)\"")
    #expect(read.findings.isEmpty)
    let index = LevelScale.response.levels.firstIndex { $0.id == id } ?? -1
    #expect(read.offer.answers[Fixture.index("order_variants")]?.reading == .level(index))
  }

  @Test(
    "that are missing",
    arguments: [
      "", "?", "-", "–", "…", "k. A.", "K.A.", "k.A", "unknown", "keine Angabe", "offen", "TBD",
      "noch offen", "wird nachgereicht", "not answered",
    ])
  func missing(text: String) {
    for question in ["order_variants", "latency"] {
      let read = ReadOffer("criterion;answer\n\(question);\(text)")
      #expect(read.findings.isEmpty)
      #expect(read.offer.answers[Fixture.index(question)]?.reading == .missing)
    }
  }

  @Test(
    "of figures, in the scale's unit or without",
    arguments: [
      ("latency", "250", "250"), ("latency", "250 ms", "250"), ("latency", "250MS", "250"),
      ("latency", "1.250,5 ms", "1250.5"), ("uptime", "99,5 %", "99.5"),
      ("uptime", "99.5", "99.5"), ("fee", "12 €", "12"), ("looks", "7", "7"),
    ])
  func figures(question: String, text: String, expected: String) {
    let read = ReadOffer("criterion;answer\n\(question);\(text)")
    let figure = amount(expected)
    #expect(read.findings.isEmpty)
    #expect(
      read.offer.answers[Fixture.index(question)]?.reading
        == .figure(low: figure, likely: figure, high: figure))
  }

  @Test("keep their range, words, evidence, comment and place")
  func whole() {
    let read = ReadOffer(
      "Nr.;Frage;Antwort;von;bis;Nachweis;Bemerkung\n"
        + "FIT/core/Latency;Wie schnell?;300 ms;250;400;3;\"gemessen\nam 1.10.\"")
    #expect(read.findings.isEmpty)
    #expect(
      read.offer.answers == [
        Fixture.index("latency"): Answer(
          reading: .figure(low: amount("250"), likely: amount("300"), high: amount("400")),
          words: "300 ms", evidence: 3, comment: "gemessen\nam 1.10.",
          position: SourcePosition(file: "a", line: 2, column: 31))
      ])
  }

  @Test("may stand in several files, but each only once")
  func twice() {
    let read = ReadOffer([
      Array("criterion;answer\nlooks;5".utf8), Array("criterion;answer\nfit/core/looks;6".utf8),
    ])
    #expect(read.findings == ["error b:2:1 answerTwice"])
    #expect(read.diagnostics.all.first?.message.text.en.contains("a, line 2") == true)
  }

  @Test(
    "are matched by the question's exact name, if there is no identifier",
    arguments: [
      "criterion;answer\nAuftragsvarianten;standard", "Frage;Antwort\nOrder  variants;standard",
      "Nr.;Frage;Antwort\n1.1;Auftragsvarianten;standard",
    ])
  func byName(text: String) {
    let read = ReadOffer(text)
    #expect(read.findings.isEmpty)
    #expect(read.offer.answers[Fixture.index("order_variants")]?.reading == .level(0))
  }

  @Test(
    "to unknown criteria suggest the one meant",
    arguments: [
      ("order_varaints", "order_variants"), ("fit/core/latenzy", "fit/core/latency"),
    ])
  func suggestion(text: String, meant: String) {
    let read = ReadOffer("criterion;answer\n\(text);5")
    #expect(read.findings == ["error 2:1 offerCriterionUnknown"])
    #expect(read.diagnostics.all.first?.message.text.en.contains("“\(meant)”?") == true)
  }
}

@Suite("Prices")
struct PriceReadingTests {
  private func line(_ text: String, kind: OfferDeclaration.Kind = .saas) -> CostLine? {
    let read = ReadOffer(text, kind: kind)
    #expect(!read.diagnostics.hasErrors)
    return read.offer.costs.first?.line
  }

  @Test("take every column, in German and in English")
  func everything() {
    let german = """
      Bezeichnung;Einzelpreis netto (EUR);niedrig;hoch;Kostenart;Art;Empfänger;Währung;Menge;je;\
      Preisbasis;Rabatt;Turnus;Beginn;Ende;im Voraus;Preissteigerung;Obergrenze;erste Erhöhung;\
      Preisstand;Mindestmenge;Positionsart;behebt;Bemerkung
      Nutzung;1.234,56 €;1.000;2.000;Abonnement;Kosten;Dritte;EUR;2;Users;100;10 %;monatlich;\
      01.02.2027;31.12.2030;ja;3 %;5 %;01.01.2029;Positionsbeginn;50;Wahlposition Hosting gewählt;\
      order_variants;x
      """
    let english = """
      item,amount net,low,high,category,kind,payee,currency,count,per,price base,discount,\
      frequency,start,end,in advance,escalation,cap,first increase,price base date,\
      minimum quantity,status,cures,comment
      Nutzung,"1,234.56","1,000","2,000.00",subscription,cost,third_party,EUR,2,users,100,0.1,\
      monthly,2027-02-01,2030-12-31,yes,0.03,0.05,2029-01-01,line start,50,\
      alternative Hosting chosen,order_variants,x
      """
    let expected = CostLine(
      name: "Nutzung", category: .subscription,
      price: .stated(low: Amount(1_000), likely: amount("1234.56"), high: Amount(2_000)),
      timing: .recurring(
        every: .month, from: Fixture.date("2027-02-01"), through: Fixture.date("2030-12-31"),
        inAdvance: true),
      kind: .cost, payee: .thirdParty, priceBase: Amount(100), discount: amount("0.1"),
      count: Amount(2), per: "users", minimumQuantity: Amount(50),
      escalation: .init(
        rate: amount("0.03"), cap: amount("0.05"), firstIncrease: Fixture.date("2029-01-01"),
        base: .lineStart),
      status: .alternative(group: "Hosting", chosen: true))
    // The German low prices are ambiguous by themselves, so that column needs its own proof.
    for text in [
      german.replacing("1.000;2.000", with: "1.000,00;2.000,00"),
      english.replacing(
        "\"1,000\"", with: "\"1,000.00\""),
    ] {
      let read = ReadOffer(text)
      #expect(read.findings.isEmpty)
      #expect(read.offer.costs.map(\.line) == [expected])
      #expect(read.offer.costs.first?.cures == Fixture.index("order_variants"))
      #expect(read.offer.costs.first?.position.line == 2)
    }
  }

  @Test("have ranges of their rises and a shape")
  func ranges() {
    let expected = CostLine.Escalation(
      rate: amount("0.03"),
      range: RateRange(low: .zero, high: amount("0.06"), shape: .pert))
    for text in [
      "item;amount net;category;escalation;escalation_low;escalation_high;shape\nA;5;other;3 %;0 %;6 %;pert",
      "Bezeichnung;Preis netto;Kostenart;Preissteigerung;Preissteigerung von;Preissteigerung bis;Verteilung\n"
        + "A;5;Sonstiges;3 %;0 %;6 %;PERT",
    ] {
      let read = line(text)
      #expect(read?.escalation == expected)
      #expect(read?.shape == .pert)
    }
    #expect(line("item;amount net;category\nA;5;other")?.shape == .triangular)
  }

  @Test("have usual values for everything that is left out")
  func usual() {
    #expect(
      line("item;amount net;category\nA;5;other")
        == CostLine(
          name: "A", category: .other, price: .fixed(Amount(5)), timing: .once(on: nil)))
  }

  @Test("know who is paid")
  func payees() {
    #expect(line("item;amount net;category\nA;5;interner Aufwand")?.payee == .own)
    #expect(line("item;amount net;category\nA;5;support", kind: .make)?.payee == .own)
    #expect(
      line("item;amount net;category;payee\nA;5;support;Dritte", kind: .make)?.payee
        == .thirdParty)
  }

  @Test("in other words than figures")
  func words() {
    #expect(line("item;amount net;category\nA;inklusive;other")?.price == .fixed(.zero))
    #expect(
      line("item;amount net;category\nA;auf Anfrage;other")?.price == .onRequest(assumed: nil))
  }

  @Test("on request take the decision's assumption, by offer and line")
  func assumptions() {
    let decision = Fixture.decision(assumed: [
      Fixture.assumed("Hotline", offer: "ostwind"), Fixture.assumed("hotline"),
    ])
    let read = ReadOffer(
      "item;amount net;category\nHotline;auf Anfrage;other", decision: decision)
    #expect(read.findings.isEmpty)
    #expect(
      read.offer.costs.first?.line.price
        == .onRequest(assumed: .init(low: Amount(1), likely: Amount(2), high: Amount(3))))
  }

  @Test(
    "are without tax, in their own currency",
    arguments: [
      ("item;amount net;category;currency\nA;89.10;other;CHF", "89.1"),
      ("item;amount net;category\nA;CHF 89.10;other", "89.1"),
      ("item;amount (USD);category;tax\nA;100;other;net", "100"),
      ("item;Preis brutto;category;tax_rate\nA;119;other;19 %", "100"),
      ("item;Preis inkl. MwSt.;category;MwSt-Satz (%)\nA;119;other;19", "100"),
      ("item;amount;category;tax;tax_rate\nA;1;other;brutto;0.19", "0.840336134454"),
      ("item;Preis brutto;category;tax_rate;currency\nA;107;other;7 %;CHF", "100"),
      ("item;Preis brutto;category;tax\nA;107;other;netto", "107"),
      ("item;amount net;category\nA;2,5 T€;other", "2500"),
    ])
  func worth(text: String, expected: String) {
    let line = line(text)
    #expect(line?.price == .fixed(amount(expected)))
    let foreign = ["CHF", "USD"].first { text.contains($0) }
    #expect(line?.currency == foreign)
  }

  @Test("by quantity")
  func tiers() {
    let read = ReadOffer(
      "item;Staffel netto;Staffelart;category;currency\n"
        + "A;50: 40 | 100: 36,50 | *: 33;gestaffelt;other;CHF")
    #expect(read.findings.isEmpty)
    #expect(
      read.offer.costs.first?.line.tiers
        == CostLine.Tiers(
          mode: .graduated,
          bands: [
            .init(upTo: Amount(50), price: Amount(40)),
            .init(upTo: Amount(100), price: amount("36.5")),
            .init(upTo: nil, price: Amount(33)),
          ]))
    #expect(read.offer.costs.first?.words == "50: 40 | 100: 36,50 | *: 33")
  }

  @Test(
    "may or may not belong to the total",
    arguments: [
      ("", .included), ("enthalten", .included), ("Bedarfsposition", .optional),
      ("Eventualposition", .optional), ("optional", .optional),
      ("Alternativposition Hosting", .alternative(group: "Hosting", chosen: false)),
      ("alternative two words chosen", .alternative(group: "two words", chosen: true)),
    ] as [(String, CostLine.Status)])
  func status(text: String, expected: CostLine.Status) {
    #expect(line("item;amount net;category;status\nA;5;other;\(text)")?.status == expected)
  }

  @Test("below zero are for reductions only")
  func reductions() {
    for kind in ["Nachlass", "benefit", "Restwert", "Gutschrift"] {
      let read = line("item;amount net;category;kind\nA;(5,00);other;\(kind)")
      #expect(read?.price == .fixed(Amount(-5)))
    }
  }

  @Test("before the plan's start are left out where they are known to be past")
  func alreadyPaid() {
    let read = line(
      "item;amount net;category;start;bereits bezahlt\nA;5;other;2026-01-01;ja")
    #expect(read?.omitsSunkPayments == true)
    // Paid in arrears, the first payment of a year that began before lies within the plan.
    let arrears = line(
      "item;amount net;category;start;frequency\nA;5;other;2026-07-01;yearly")
    #expect(arrears?.omitsSunkPayments == false)
  }

  @Test("of the old system are read alone")
  func baseline() {
    func read(_ text: String) -> (costs: [OfferedCost], findings: Diagnostics) {
      var diagnostics = Diagnostics()
      let file = OfferImport.File(
        reference: FileReference(path: "a", position: Fixture.position),
        source: ByteSource(Array(text.utf8)))
      let costs = OfferImport.readBaseline(
        file: file, decision: Fixture.decision(assumed: [Fixture.assumed("other")]),
        schema: Schema.bytes, diagnostics: &diagnostics
      ).costs
      return (costs, diagnostics)
    }
    let prices = read("item;amount net;category\nAltsystem;5;other")
    #expect(prices.findings.all.isEmpty)
    #expect(prices.costs.map(\.line.name) == ["Altsystem"])
    for text in ["criterion;answer\nlooks;5", "term;value\nA;b"] {
      let other = read(text)
      #expect(other.costs.isEmpty)
      #expect(other.findings.all.map(\.message.id) == ["baselineHoldsOnlyPrices"])
    }
  }
}

@Suite("Contract terms")
struct TermReadingTests {
  @Test("are kept, and the validity is understood")
  func terms() {
    let read = ReadOffer(
      "Vertragspunkt;Regelung\nKündigung;3 Monate\ngültig bis;30.04.2027")
    #expect(read.findings.isEmpty)
    #expect(read.offer.terms.map(\.name) == ["Kündigung", "gültig bis"])
    #expect(read.offer.terms.map(\.text) == ["3 Monate", "30.04.2027"])
    #expect(read.offer.validUntil == Fixture.date("2027-04-30"))
  }
}
