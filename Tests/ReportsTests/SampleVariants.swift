import DecisionModel
import Evaluation
import Measures
import Messages
import TotalCost

@testable import Evaluation

extension SampleEvaluation.Reply {
  static func level(_ id: String, words: String? = nil, evidence: Int? = 2) -> Self {
    let level = LevelScale.response.levels.first { $0.id == id } ?? LevelScale.response.levels[0]
    return .init(
      value: level.value.double, level: level.name, words: words ?? level.name.de,
      evidence: evidence)
  }

  static func figure(_ figure: Int, _ unit: String, _ value: Double, evidence: Int? = 3) -> Self {
    .init(
      value: value, figure: Amount(figure), unit: unit, words: "\(figure) \(unit)",
      evidence: evidence)
  }

  static func degree(_ degree: Int) -> Self {
    .init(
      value: 1 - Double(degree) / 4,
      level: LocalText(
        de: ["frei", "fast frei", "mittel", "stark", "gebunden"][degree],
        en: ["free", "almost free", "medium", "strong", "bound"][degree]),
      words: [
        "voller Export, getestet", "Export aller Tabellen", "gegen Tagessatz", "nur Berichte",
        "nicht angeboten",
      ][degree])
  }
}

extension SampleEvaluation {
  /// What each sample is about.
  enum Variant: String, CaseIterable {
    case fragile, clear, conditional, tie, tieBroken, none, noAlternative, onlyOne, notRankable
    case keepToday, large
  }

  static func sample(_ variant: Variant) throws -> Evaluation {
    switch variant {
    case .large: try large(offers: 12, criteria: 400)
    default: try nordwerk(variant)
    }
  }

  private static let tree: [(String, String, String, Double, Bool)] = [
    ("fit", "Eignung", "Fit", 50, false),
    ("fit/processes", "Kernprozesse", "Core processes", 40, false),
    ("fit/processes/orders", "Auftragsabwicklung mit Varianten", "Orders with variants", 8, false),
    ("fit/processes/planning", "Fertigungsplanung", "Production planning", 7, false),
    ("fit/processes/stock", "Lager und Chargen", "Stock and batches", 5, false),
    ("fit/processes/purchasing", "Einkauf", "Purchasing", 4, false),
    ("fit/processes/service", "Service und Ersatzteile", "Service and spare parts", 3, false),
    ("fit/finance", "Finanzen und Recht", "Finance and law", 20, false),
    ("fit/finance/ledger", "Hauptbuch, GoBD", "Ledger, statutory rules", 6, true),
    ("fit/finance/einvoice", "E-Rechnung", "E-invoicing", 4, false),
    ("fit/finance/controlling", "Auswertungen", "Reporting", 3, false),
    ("fit/integration", "Schnittstellen", "Interfaces", 25, false),
    ("fit/integration/machines", "Maschinenanbindung", "Machine interface", 6, true),
    ("fit/integration/cad", "CAD-Daten", "CAD data", 3, false),
    ("fit/integration/shop", "Webshop", "Web shop", 2, false),
    ("fit/vendor", "Anbieter", "Vendor", 15, false),
    ("fit/vendor/security", "Sicherheitsnachweis", "Security evidence", 4, false),
    (
      "fit/vendor/processing", "Vertrag zur Auftragsverarbeitung", "Data processing contract", 2,
      true
    ),
    ("fit/vendor/response", "Antwortzeit", "Response time", 2, false),
    ("fit/vendor/references", "Referenzen", "References", 3, false),
    ("cost", "Kosten", "Cost", 30, false),
    ("lock_in", "Bindung", "Lock-in", 20, false),
    ("lock_in/export", "Unvollständiger Datenexport", "Incomplete data export", 5, false),
    ("lock_in/price", "Preis nach der Mindestlaufzeit", "Price after the term", 4, false),
    ("lock_in/logic", "Eigene Logik", "Proprietary logic", 3, false),
    ("lock_in/exit_help", "Hilfe beim Ausstieg", "Exit help", 2, false),
    ("lock_in/skills", "Fachleute am Markt", "Skills", 2, false),
  ]

  private static let levels = ["standard", "configuration", "third_party", "customisation", "none"]

  private static func replies(_ pattern: [Int?], _ locks: [Int?]) -> [String: Reply] {
    var result: [String: Reply] = [:]
    let leaves = tree.map(\.0).filter { path in
      path != "cost" && !tree.contains { $0.0.hasPrefix(path + "/") }
    }
    for (path, step) in zip(leaves, pattern + locks) {
      guard let step else { continue }
      result[path] =
        path.hasPrefix("lock_in")
        ? .degree(step)
        : path == "fit/vendor/response"
          ? .figure(300 + 400 * step, "ms", 1 - Double(step) / 5)
          : .level(levels[step], evidence: step % 5)
    }
    return result
  }

  private static func knockout(
    _ path: String, _ de: String, _ en: String, _ state: KnockoutResult.State, found: LocalText
  ) -> KnockoutResult {
    KnockoutResult(
      subject: .criterion(path), name: LocalText(de: de, en: en),
      condition: LocalText(
        de: "\(de) mindestens durch Einstellung", en: "\(en) at least by configuration"),
      found: found, state: state, questions: [])
  }

  private static func nordwerk(_ variant: Variant) throws -> Evaluation {
    let nodes = tree.map {
      Node(
        path: $0.0, name: LocalText(de: $0.1, en: $0.2), weight: $0.3,
        knockout: $0.4
          ? LocalText(de: "mindestens durch Einstellung", en: "at least by configuration") : nil,
        priority: $0.0.hasPrefix("fit/processes/") ? ($0.3 > 4 ? .must : .should) : nil)
    }
    var nordwind = Option(
      id: "nordwind", name: "Nordwind ERP", kind: .saas,
      replies: replies(
        [0, 0, 1, 0, 3, 0, 0, 2, variant == .conditional ? nil : 1, 2, 0, 0, 0, 1, 3],
        [0, 3, 1, 2, 0]),
      categories: [
        (.subscription, [0, 41_000, 44_300, 47_900, 51_700, 55_800]),
        (.implementation, [58_000, 22_000, 0, 0, 0, 0]), (.migration, [9_000, 6_000, 0, 0, 0, 0]),
        (.training, [4_000, 8_000, 1_000, 1_000, 1_000, 1_000]),
        (.internalEffort, [0, 36_000, 9_000, 5_000, 5_000, 5_000]),
        (.integration, [12_000, 4_000, 2_000, 2_000, 2_000, 2_000]),
        (nil, [0, 11_000, 0, 0, 0, 0]),
      ], firstShare: 0.7812)
    nordwind.knockouts = [
      knockout(
        "fit/integration/machines", "Maschinenanbindung", "Machine interface",
        variant == .conditional ? .unknown : .pass,
        found: LocalText(de: "durch Einstellung", en: "By configuration"))
    ]
    if variant == .conditional { nordwind.state = .conditional }
    var suedstern = Option(
      id: "suedstern", name: "Suedstern", kind: .onPremises,
      replies: replies([0, 3, 1, 0, 0, 0, 1, 1, 1, 3, nil, 0, 0, 2, 1], [1, nil, 2, 1, 1]),
      categories: [
        (.licence, [96_000, 0, 0, 0, 0, 0]),
        (.maintenance, [0, 17_300, 17_800, 18_300, 18_900, 19_500]),
        (.implementation, [64_000, 31_000, 0, 0, 0, 0]),
        (.internalEffort, [0, 52_000, 26_000, 22_000, 22_000, 22_000]),
        (.hosting, [14_000, 7_200, 7_200, 7_200, 7_200, 7_200]),
        (.training, [6_000, 9_000, 1_000, 1_000, 1_000, 1_000]),
        (nil, [0, 22_000, 0, 0, 0, 0]),
      ], firstShare: 0.1534)
    let own = Option(
      id: "own", name: "Eigenbau", kind: .make,
      replies: replies([1, 1, 1, 2, 3, 3, 4, 1, 0, 0, 2, 3, 0, 2, 4], [0, 0, 0, 0, 3]),
      categories: [
        (.development, [120_000, 160_000, 60_000, 30_000, 30_000, 30_000]),
        (.internalEffort, [0, 40_000, 40_000, 40_000, 40_000, 40_000]),
        (.operation, [0, 9_000, 12_000, 12_000, 12_000, 12_000]),
        (nil, [0, 22_000, 22_000, 0, 0, 0]),
      ], firstShare: 0.0431)
    let today = Option(
      id: "today", name: "Heute (Weiterbetrieb)", kind: .statusQuo,
      replies: replies([3, 4, 2, 1, 4, 0, 4, 3, 4, 4, 4, 1, 0, 3, 3], [2, 2, 3, 4, 4]),
      categories: [
        (.maintenance, [0, 22_000, 22_700, 23_400, 24_100, 24_800]),
        (.internalEffort, [0, 48_000, 48_000, 48_000, 48_000, 48_000]),
        (.downtime, [0, 9_000, 9_500, 10_000, 10_500, 11_000]),
      ], firstShare: 0.0223)
    var westcloud = Option(
      id: "westcloud", name: "Westcloud", kind: .saas, state: .excluded,
      replies: replies([1, 1, 0, 3, 0, 1, 2, 1, 3, 1, 2, 1, 4, 1, 1], [2, 3, 2, 1, 2]),
      categories: [
        (.subscription, [0, 52_000, 55_000, 58_000, 61_000, 64_000]),
        (.implementation, [41_000, 18_000, 0, 0, 0, 0]),
        (.internalEffort, [0, 24_000, 8_000, 5_000, 5_000, 5_000]),
      ])
    westcloud.knockouts = [
      knockout(
        "fit/vendor/processing", "Vertrag zur Auftragsverarbeitung", "Data processing contract",
        .fail, found: LocalText(de: "nicht verfügbar", en: "Not available"))
    ]
    var options = [nordwind, suedstern, own, today, westcloud]
    var verdict = Verdict(
      word: .fragile, reasons: [.smallRadius, .lowAcceptability], leader: "nordwind",
      runnerUp: "suedstern", tiedWith: [], lead: 4.3127, noise: 1.9, chanceOverRunnerUp: 0.7812,
      conditions: [])
    switch variant {
    case .clear: (verdict.word, verdict.reasons) = (.clear, [])
    case .conditional:
      verdict.reasons = [.unknownKnockout, .smallRadius]
      verdict.conditions = [LocalText(de: "Maschinenanbindung", en: "Machine interface")]
    case .tie:
      options[1].replies = nordwind.replies
      options[1].categories = nordwind.categories.dropLast() + [(nil, [0, 18_000, 3_000, 0, 0, 0])]
      (verdict.word, verdict.reasons) = (.tie, [.smallLead])
      (verdict.lead, verdict.tiedWith) = (0.7431, ["nordwind", "suedstern"])
    case .tieBroken:
      options[1].replies = nordwind.replies
      options[1].categories = nordwind.categories.dropLast() + [(nil, [0, 28_000, 3_000, 0, 0, 0])]
      (verdict.word, verdict.reasons) = (.tie, [.withinNoise])
      (verdict.lead, verdict.tiedWith) = (1.2431, ["nordwind", "suedstern"])
      (verdict.tieBreaker, verdict.tieBrokenFor) = (.cheaper, "nordwind")
    case .none:
      for index in options.indices {
        options[index].state = .excluded
        options[index].knockouts = westcloud.knockouts
      }
      verdict = Verdict(
        word: .none, reasons: [.allExcluded], leader: nil, runnerUp: nil, tiedWith: [],
        conditions: [],
        cure: Cure(
          offer: "nordwind",
          conditions: [
            LocalText(de: "Vertrag zur Auftragsverarbeitung", en: "Data processing contract")
          ]))
    case .noAlternative:
      options = [nordwind, westcloud]
      verdict.reasons = [.noAlternative]
      (verdict.runnerUp, verdict.lead) = (nil, nil)
      verdict.cure = Cure(
        offer: "westcloud",
        conditions: [
          LocalText(de: "Vertrag zur Auftragsverarbeitung", en: "Data processing contract")
        ])
    case .onlyOne:
      options = [nordwind]
      verdict.reasons = [.noAlternative]
      (verdict.runnerUp, verdict.lead) = (nil, nil)
    case .notRankable:
      suedstern.state = .notRankable
      suedstern.missingPrice = true
      options[1] = suedstern
    case .keepToday:
      options[3].replies = options[0].replies.merging(westcloud.replies) { old, _ in old }
      options[0].replies = own.replies
    case .fragile, .large: break
    }
    return try SampleEvaluation(nodes: nodes, options: options).evaluation(verdict: verdict)
  }

  /// Many options and many criteria.
  static func large(offers: Int, criteria: Int) throws -> Evaluation {
    var nodes = [
      Node(path: "fit", name: LocalText(de: "Eignung", en: "Fit"), weight: 60),
      Node(path: "cost", name: LocalText(de: "Kosten", en: "Cost"), weight: 25),
      Node(path: "lock_in", name: LocalText(de: "Bindung", en: "Lock-in"), weight: 15),
    ]
    var leaves: [String] = []
    var fit: [Node] = []
    for branch in 0..<8 {
      fit.append(
        Node(
          path: "fit/b\(branch)", name: LocalText("Bereich \(branch + 1)"),
          weight: Double(branch + 2)))
      for question in 0..<((criteria - 5) / 8) {
        let path = "fit/b\(branch)/q\(question)"
        fit.append(
          Node(
            path: path,
            name: LocalText("Anforderung \(branch + 1).\(question + 1) mit einem längeren Namen"),
            weight: Double(1 + question % 4),
            priority: Priority.allCases[question % 3]))
        leaves.append(path)
      }
    }
    nodes.insert(contentsOf: fit, at: 1)
    for factor in 0..<5 {
      nodes.append(
        Node(path: "lock_in/f\(factor)", name: LocalText("Faktor \(factor + 1)"), weight: 2))
    }
    let options = (0..<offers).map { offer in
      var replies: [String: Reply] = [:]
      for (index, leaf) in leaves.enumerated() where (index * 7 + offer * 3) % 23 != 0 {
        let step = (index * (offer + 3) + offer) % 5
        replies[leaf] = .level(
          levels[step],
          words: index % 37 == 0
            ? "Standard, jedoch nur zusammen mit dem Zusatzmodul „Fertigung plus“ ab Fassung 12"
            : nil, evidence: index % 6)
      }
      for factor in 0..<5 { replies["lock_in/f\(factor)"] = .degree((factor + offer) % 5) }
      return Option(
        id: "offer\(offer)", name: "Anbieter Nummer \(offer + 1) GmbH", kind: .saas,
        replies: replies,
        categories: [
          (.subscription, [0, 50_000 + 1000 * offer, 50_000, 50_000, 50_000, 50_000]),
          (.implementation, [80_000, 20_000, 0, 0, 0, 0]),
        ], firstShare: offer == 0 ? 0.91 : 0.01)
    }
    return try SampleEvaluation(nodes: nodes, options: options).evaluation(
      verdict: Verdict(
        word: .clear, reasons: [], leader: "offer0", runnerUp: "offer1", tiedWith: [],
        lead: 3.2219, noise: 1.1, chanceOverRunnerUp: 0.93, conditions: []),
      title: "Große Auswahl")
  }
}
