import Messages
import TotalCost

/// Words of offers that mean one of Votum's own, in German and English.
struct Words<Meaning: Sendable>: Sendable {
  /// The word that files and messages show first for each meaning.
  let names: [String]
  /// Each meaning with its words.
  let entries: [(Meaning, [String])]
  private let meanings: [String: Meaning]
  private let all: [String]

  /// - Parameter entries: A meaning with its words; the first is its name in Votum's own files.
  init(_ entries: [(Meaning, [String])]) {
    self.entries = entries
    names = entries.compactMap(\.1.first)
    var meanings: [String: Meaning] = [:]
    for (meaning, words) in entries {
      for word in words where meanings[word.nameKey] == nil { meanings[word.nameKey] = meaning }
    }
    self.meanings = meanings
    all = entries.flatMap(\.1)
  }

  /// What a word means.
  func meaning(of word: String) -> Meaning? { meanings[word.nameKey] }

  /// The word that was probably meant.
  func suggestion(for word: String) -> String? { Suggestion.nearest(to: word, in: all) }
}

/// What a text stands for that is no figure and no level.
enum SpecialWord: Sendable {
  case missing, notApplicable, included, onRequest

  /// What a cell of answers says instead of an answer.
  static func ofAnswer(_ text: String) -> SpecialWord? {
    if missingWords.contains(text.closed) { return .missing }
    return notApplicableWords.contains(text.closed) ? .notApplicable : nil
  }

  /// What a cell of prices says instead of a price; whatever means that there is none counts as
  /// "on request".
  static func ofPrice(_ text: String) -> SpecialWord? {
    let word = text.closed
    if includedWords.contains(word) { return .included }
    let isNone =
      onRequestWords.contains(word) || missingWords.contains(word)
      || notApplicableWords.contains(word)
    return isNone ? .onRequest : nil
  }

  private static let missingWords: Set = [
    "", "?", "??", "???", "-", "–", "—", "--", "…", "...", "k.a.", "ka", "k.a", "keineangabe",
    "keineangaben", "unknown", "unbekannt", "unklar", "unbeantwortet", "unanswered", "noanswer",
    "notanswered", "nichtbeantwortet", "notstated", "notspecified", "offen", "nochoffen", "open",
    "tbd", "tbc", "tba", "wirdnachgereicht", "folgt", "keineantwort", "nn", "n.n.",
  ]
  private static let notApplicableWords: Set = [
    "n/a", "n.a.", "na", "n.z.", "entfällt", "nichtanwendbar", "nichtzutreffend",
    "trifftnichtzu", "nichtrelevant", "notapplicable", "doesnotapply", "notrelevant",
  ]
  private static let includedWords: Set = [
    "included", "inklusive", "inkl.", "inkl", "incl.", "incl", "enthalten", "inpreisenthalten",
    "impreisenthalten", "inbegriffen", "impreisinbegriffen", "inkludiert", "includedinprice",
    "includedintheprice", "kostenlos", "kostenfrei", "gratis", "ohneberechnung", "o.b.",
    "ohneaufpreis", "ohnemehrpreis", "free", "freeofcharge", "nocharge", "atnocost",
    "noextracharge",
  ]
  private static let onRequestWords: Set = [
    "onrequest", "uponrequest", "aufanfrage", "aufnachfrage", "preisaufanfrage", "a.a.",
    "priceonrequest", "priceonapplication", "p.o.a.", "poa", "p.o.r.", "nachvereinbarung", "n.v.",
    "nachabsprache", "nachaufwand", "nachbedarf", "individuell", "projektabhängig", "tobequoted",
    "tobeagreed", "byarrangement", "timeandmaterial",
  ]
}

/// The words of each column that has a fixed set of them.
enum Vocabulary {
  static let categories: Words<CostCategory> = Words([
    (.licence, ["licence", "license", "Lizenz", "Lizenzen", "Kauflizenz"]),
    (.subscription, ["subscription", "Abonnement", "Abo", "Miete", "Nutzungsgebühr", "saas"]),
    (.hardware, ["hardware", "Geräte", "Gerät"]),
    (.hosting, ["hosting", "Betriebsumgebung", "Cloud"]),
    (.implementation, ["implementation", "Einführung", "Implementierung", "Einrichtung"]),
    (.customisation, ["customisation", "customization", "Anpassung", "Anpassungen"]),
    (.integration, ["integration", "Schnittstelle", "Schnittstellen", "Anbindung"]),
    (.migration, ["migration", "Datenübernahme", "Datenmigration"]),
    (.training, ["training", "Schulung", "Schulungen"]),
    (.development, ["development", "Entwicklung", "Eigenentwicklung"]),
    (.internalEffort, ["internal_effort", "interner Aufwand", "Eigenleistung"]),
    (.maintenance, ["maintenance", "Wartung", "Pflege", "Softwarepflege"]),
    (.support, ["support", "Unterstützung", "Betreuung"]),
    (.operation, ["operation", "operations", "Betrieb", "Administration"]),
    (.downtime, ["downtime", "Ausfall", "Ausfälle", "Ausfallzeit"]),
    (.exit, ["exit", "Ausstieg", "Anbieterwechsel"]),
    (.other, ["other", "Sonstiges", "sonstige", "Andere"]),
  ])
  static let kinds: Words<CostLine.Kind> = Words([
    (.cost, ["cost", "Kosten", "costs"]),
    (.discount, ["discount", "Nachlass", "Rabatt", "Gutschrift", "credit", "rebate"]),
    (.benefit, ["benefit", "Nutzen", "Einsparung", "saving"]),
    (.retainedValue, ["retained_value", "Restwert"]),
    (.opportunity, ["opportunity", "Opportunitätskosten", "entgangener Nutzen"]),
  ])
  static let payees: Words<CostLine.Payee> = Words([
    (.vendor, ["vendor", "Anbieter", "Lieferant"]),
    (.thirdParty, ["third_party", "Dritte", "Dritter"]),
    (.own, ["own", "eigen", "eigene", "intern", "internal"]),
  ])
  static let tierModes: Words<CostLine.Tiers.Mode> = Words([
    (.graduated, ["graduated", "gestaffelt", "Staffel"]),
    (.volume, ["volume", "Mengenpreis"]),
    (.package, ["package", "Paket", "Paketpreis"]),
  ])
  /// What a price is a share of.
  static let bases: Words<CostLine.Basis> = Words(
    [(.spend, ["spend", "Umsatz", "Jahresumsatz"])]
      + categories.entries.map { (.cost(of: $0), $1) })
  /// Whether units once paid for stay paid for.
  static let trueUps: Words<Bool> = Words([
    (true, ["up", "upwards", "up only", "aufwärts", "nur aufwärts", "nach oben"]),
    (false, ["both", "both ways", "beides", "beide Richtungen", "auf und ab"]),
  ])
  /// Whether effort is stated in posts; else in days.
  static let efforts: Words<Bool> = Words([
    (false, ["days", "Tage", "Personentage", "PT"]),
    (true, ["posts", "fte", "Stellen", "VZÄ", "Vollzeitstellen"]),
  ])
  static let rangeShapes: Words<RangeShape> = Words([
    (.triangular, ["triangular", "triangle", "Dreieck"]),
    (.pert, ["pert", "beta-PERT"]),
  ])
  /// Whose price level a price states.
  static let priceBaseDates: Words<CostLine.Escalation.Base> = Words([
    (.planStart, ["start", "Beginn", "Planbeginn"]),
    (.lineStart, ["line start", "Positionsbeginn", "Beginn der Position"]),
  ])
  /// How often something is paid; `nil` is once.
  static let frequencies: Words<CostLine.Period?> = Words([
    (nil, ["once", "einmalig", "einmal", "einm.", "one-off", "one-time"]),
    (
      .month,
      [
        "monthly", "monatlich", "mtl.", "monatl.", "pro Monat", "je Monat", "per month", "Monat",
        "month", "/Monat", "/month", "p. M.", "im Monat",
      ]
    ),
    (
      .quarter,
      ["quarterly", "vierteljährlich", "quartalsweise", "pro Quartal", "Quartal", "quarter"]
    ),
    (
      .halfYear,
      [
        "half-yearly", "halbjährlich", "semi-annually", "semiannual", "biannually", "Halbjahr",
        "pro Halbjahr", "half-year", "every six months",
      ]
    ),
    (
      .year,
      [
        "yearly", "jährlich", "annually", "annual", "p.a.", "pro Jahr", "je Jahr", "per year",
        "Jahr", "year", "jährl.", "/Jahr", "/year", "per annum", "im Jahr",
      ]
    ),
  ])
  static let yesNo: Words<Bool> = Words([
    (true, ["yes", "ja", "j", "y", "x", "✓", "✔", "true", "wahr"]),
    (false, ["no", "nein", "n", "false", "falsch"]),
  ])
  /// Whether prices are with tax.
  static let taxes: Words<Bool> = Words([
    (false, ["net", "netto", "exkl. MwSt.", "zzgl. MwSt.", "excl. VAT", "plus VAT"]),
    (true, ["gross", "brutto", "inkl. MwSt.", "incl. VAT"]),
  ])
}
