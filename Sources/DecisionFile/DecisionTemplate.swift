import DecisionModel
import Measures
import Messages

/// Fills the texts of a new decision folder in.
struct DecisionTemplate {
  private let catalogue: CatalogueFile
  private let language: Language
  private let today: CalendarDate

  init(catalogue: CatalogueFile, language: Language, today: CalendarDate) {
    self.catalogue = catalogue
    self.language = language
    self.today = today
  }

  /// The beginning of the project: half a year from now, on the first of a month.
  var start: CalendarDate { firstOfMonth(after: 6) }

  /// The first day of the month some months from now; today at the end of the calendar.
  private func firstOfMonth(after months: Int) -> CalendarDate {
    let index = today.monthIndex + months
    return CalendarDate(year: index / 12, month: index % 12 + 1, day: 1) ?? today
  }

  /// `decision.yaml`
  var decision: String {
    filled(LocalText(de: NewDecisionTexts.decisionDe, en: NewDecisionTexts.decisionEn)(language))
  }

  /// `README.md`
  var readme: String {
    filled(LocalText(de: NewDecisionTexts.readmeDe, en: NewDecisionTexts.readmeEn)(language))
  }

  private func filled(_ text: String) -> String {
    let goals = self.goals
    let values: KeyValuePairs<String, String> = [
      "@NAME@": catalogue.name(language),
      "@AS_OF@": today.iso,
      "@DECIDE@": firstOfMonth(after: 3).iso,
      "@REVIEW@": firstOfMonth(after: 24).iso,
      "@START@": start.iso,
      "@LATEST@": firstOfMonth(after: 18).iso,
      "@CATALOGUE@": catalogue.id,
      "@GOAL@": goals.first ?? GoalDeclaration.fit,
      "@GOALS@": goalLines(goals),
      "@TODAY@": ExampleOffer.today.files(language)[1],
      "@OFFERS@": offerLines,
    ]
    var result = text
    for (mark, value) in values { result = result.replacing(mark, with: value) }
    return result
  }

  /// The goals that the catalogue's criteria belong to.
  private var goals: [String] {
    catalogue.criteria.children[0].map { catalogue.criteria.nodes[$0].id }
  }

  private func goalLines(_ goals: [String]) -> String {
    let others = goals.filter { $0 != GoalDeclaration.lockIn }.map { "  \($0): { weight: 50 }" }
    return
      (others + [
        "  cost: { weight: 30, best: 150000, worst: 500000 }", "  lock_in: { weight: 20 }",
      ]).joined(separator: "\n")
  }

  private var offerLines: String {
    ExampleOffer.allCases.map { example in
      let name: LocalText
      let kind: OfferDeclaration.Kind
      switch example {
      case .service:
        name = LocalText(de: "Beispielanbieter A", en: "Example vendor A")
        kind = .saas
      case .ownPremises:
        name = LocalText(de: "Beispielanbieter B", en: "Example vendor B")
        kind = .onPremises
      case .today:
        name = LocalText(de: "Beibehalten, was da ist", en: "Keep what there is")
        kind = .statusQuo
      }
      // What there is has no day on which it goes live.
      let goLive = example == .today ? "" : "\n    go_live: \(firstOfMonth(after: 15).iso)"
      return """
          - id: \(example.id(language))
            name: "\(name(language))"
            kind: \(kind.rawValue)\(goLive)
            files:
        \(example.files(language).map { "      - \($0)" }.joined(separator: "\n"))
        """
    }.joined(separator: "\n")
  }
}
