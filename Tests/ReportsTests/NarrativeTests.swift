import Messages
import Reports
import Testing

@testable import Evaluation

@Suite struct NarrativeTests {
  static func plain(_ text: String) -> String {
    String(text.map { $0 == "\u{A0}" ? " " : $0 })
  }

  static func narrative(
    _ variant: SampleEvaluation.Variant, _ language: Language = .german
  ) throws -> Narrative {
    Narrative(try SampleEvaluation.sample(variant), language: language)
  }

  @Test(arguments: [
    (SampleEvaluation.Variant.clear, "Nordwind ERP nehmen.", "Choose Nordwind ERP.", "Klar"),
    (
      .fragile, "Nordwind ERP nehmen, vorher „Fachleute am Markt“ klären.",
      "Choose Nordwind ERP, but clarify “Skills” first.", "Knapp"
    ),
    (
      .conditional, "Nordwind ERP nehmen, sobald „Maschinenanbindung“ nachgewiesen ist.",
      "Choose Nordwind ERP once “Machine interface” is proven.", "Knapp"
    ),
    (
      .tie, "Noch nicht entscheiden: Nordwind ERP und Suedstern liegen gleichauf.",
      "Do not decide yet: Nordwind ERP and Suedstern are level.", "Unentschieden"
    ),
    (
      .tieBroken, "Nordwind ERP nehmen: gleichauf mit Suedstern, aber günstiger.",
      "Choose Nordwind ERP: level with Suedstern, but cheaper.", "Unentschieden"
    ),
    (
      .none, "Keine der Optionen annehmen, zuerst Nordwind ERP nachbessern lassen.",
      "Accept none of the options; have Nordwind ERP improved first.", "Keines"
    ),
    (
      .noAlternative, "Nordwind ERP nehmen: Nur diese Option erfüllt alle Bedingungen.",
      "Choose Nordwind ERP: only this option meets every condition.", "Knapp"
    ),
    (
      .onlyOne, "Nordwind ERP nehmen, aber erst nach einem Vergleich.",
      "Choose Nordwind ERP, but compare it with another first.", "Knapp"
    ),
    (
      .keepToday, "Beim Bestehenden bleiben, vorher „Fachleute am Markt“ klären.",
      "Keep what you have, but clarify “Skills” first.", "Knapp"
    ),
  ])
  func headline(
    variant: SampleEvaluation.Variant, german: String, english: String, word: String
  ) throws {
    #expect(try Self.narrative(variant).headline == german)
    #expect(try Self.narrative(variant, .english).headline == english)
    #expect(try Self.narrative(variant).verdictWord == word)
  }

  @Test func reasonsAreTheLargestDifferencesOfAtLeastOnePoint() throws {
    let evaluation = try SampleEvaluation.sample(.fragile)
    let narrative = Narrative(evaluation, language: .german)
    let points = narrative.reasons.compactMap(\.points)
    let best =
      evaluation.comparison?.differences.map(\.points).filter { $0 >= 1 }
      .sorted(by: >).prefix(3) ?? []
    #expect(points == Array(best))
    #expect(narrative.drawback?.points == evaluation.comparison?.differences.map(\.points).min())
    #expect(
      Self.plain(narrative.reasons[0].text)
        == "In 5 Jahren 76.400 € günstiger als Suedstern, vor allem bei den Lizenzen.")
  }

  @Test func cheapestAndDearestAreSaid() throws {
    var evaluation = try SampleEvaluation.sample(.fragile)
    let leader = try #require(evaluation.offers.firstIndex { $0.id == "nordwind" })
    evaluation.offers[leader].cost.presentValue = 1
    #expect(Narrative(evaluation, language: .german).reasons[0].text.contains("am wenigsten"))
    evaluation.offers[leader].cost.presentValue = 9e9
    let cost = try #require(
      evaluation.comparison?.differences.firstIndex { $0.criterion == "cost" })
    evaluation.comparison?.differences[cost].points = -9
    evaluation.comparison?.presentValueDifference = 9e9
    #expect(
      Narrative(evaluation, language: .english).drawback?.text.contains("Costs the most of all")
        == true)
  }

  @Test func nothingOpenLeavesNoQuestionsAndNegotiatesTheCostliestClause() throws {
    var evaluation = try SampleEvaluation.sample(.fragile)
    evaluation.questions = []
    let narrative = Narrative(evaluation, language: .german)
    #expect(narrative.questions.isEmpty)
    #expect(
      Self.plain(narrative.nextStep)
        == "Bis 31. März 2027 mit Nordwind ERP eine Preisobergrenze vereinbaren (es geht um bis zu 61.300 €), dann unterschreiben."
    )
    #expect(narrative.headline == "Nordwind ERP nehmen, vorher eine Preisobergrenze vereinbaren.")
    #expect(narrative.changes.contains { $0.contains("Preise ohne Obergrenze um 10") })
  }

  @Test func openAnswersThatCouldTurnTheResultComeFirst() throws {
    var evaluation = try SampleEvaluation.sample(.fragile)
    evaluation.questions = []
    evaluation.verdict.reasons = [.cornerTest]
    evaluation.robustness?.cornerRival = "suedstern"
    let rival = try #require(evaluation.offers.firstIndex { $0.id == "suedstern" })
    for index in evaluation.offers.indices { evaluation.offers[index].unansweredCount = 0 }
    evaluation.offers[rival].unansweredCount = 10
    let narrative = Narrative(evaluation, language: .german)
    #expect(
      narrative.headline
        == "Nordwind ERP nehmen, vorher die offenen Antworten von Suedstern einholen.")
    #expect(Self.plain(narrative.nextStep).contains("von Suedstern die 10 offenen Antworten"))
    #expect(narrative.verdict.hasSuffix("Im ungünstigsten Fall führt Suedstern."))
  }

  @Test func withoutClauseTheStepIsToSign() throws {
    var evaluation = try SampleEvaluation.sample(.clear)
    evaluation.questions = []
    evaluation.decision.decideBy = nil
    evaluation.weakClauses = []
    let narrative = Narrative(evaluation, language: .english)
    #expect(narrative.nextStep == "Sign the contract with Nordwind ERP.")
  }

  @Test func excludedOfferThatWouldHaveLedSaysSo() throws {
    var evaluation = try SampleEvaluation.sample(.fragile)
    let index = try #require(evaluation.offers.firstIndex { $0.state == .excluded })
    evaluation.offers[index].wouldRank = 1
    let aside = try #require(Narrative(evaluation, language: .german).excluded.first)
    #expect(aside.standing == "Hätte sonst geführt.")
    #expect(aside.reasons == ["Ausgeschlossen: Vertrag zur Auftragsverarbeitung: nicht verfügbar."])
  }

  @Test func offerWithoutPriceIsListedWithItsBestTotal() throws {
    let narrative = try Self.narrative(.notRankable)
    #expect(narrative.notRanked.map(\.offer) == ["suedstern"])
    #expect(narrative.notRanked.first?.reasons.first?.contains("Ein Preis fehlt") == true)
  }

  @Test func changesNameTheNearestWeightsOfGoalsAndBranchesOnly() throws {
    var evaluation = try SampleEvaluation.sample(.fragile)
    evaluation.prices = []
    evaluation.priceRises = []
    evaluation.questions = []
    for index in evaluation.weights.indices where evaluation.weights[index].criterion != "cost" {
      evaluation.weights[index].leaderAbove = nil
    }
    let cost = try #require(evaluation.weights.firstIndex { $0.criterion == "cost" })
    evaluation.weights[cost].globalHigh = 0.4083
    #expect(
      Narrative(evaluation, language: .german).changes.map(Self.plain)
        == ["Die Kosten zählen mehr als 41 % (heute 30 %): dann führt Suedstern."])
    evaluation.weights[cost].leaderAbove = nil
    #expect(Narrative(evaluation, language: .german).changes.count == 1)
    #expect(Narrative(evaluation, language: .german).changes[0].hasPrefix("Kein einzelnes Gewicht"))
  }

  @Test(arguments: SampleEvaluation.Variant.allCases, Language.allCases)
  func everySentenceEndsAndNoneRepeats(
    variant: SampleEvaluation.Variant, language: Language
  ) throws {
    let narrative = try Self.narrative(variant, language)
    let sentences =
      [narrative.headline, narrative.verdict, narrative.nextStep]
      + narrative.reasons.map(\.text) + narrative.changes
      + [narrative.drawback?.text, narrative.cost, narrative.sureness, narrative.jointShift]
      .compactMap { $0 }
    for sentence in sentences {
      #expect(sentence.hasSuffix("."), "\(sentence)")
      #expect(!sentence.contains("  ") && !sentence.contains("nil"), "\(sentence)")
      #expect(!sentence.contains(" .") && !sentence.contains(".."), "\(sentence)")
    }
    #expect(Set(sentences).count == sentences.count)
  }
}
