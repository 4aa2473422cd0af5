public import Measures

/// What the command says beside results and findings.
extension Message {
  /// What was read of one option.
  public static func checkOffer(
    _ name: String, answers: Int, questions: Int, costs: Int, terms: Int
  ) -> Message {
    Message(
      de: "  \(name): \(answers) von \(questions) Fragen beantwortet, \(costs) Kostenzeilen, "
        + "\(terms) Vertragsbedingungen",
      en: "  \(name): \(answers) of \(questions) questions answered, \(costs) cost lines, "
        + "\(terms) contract terms")
  }

  /// What was read in all.
  public static func checkSummary(
    title: String, questions: Int, offers: Int, files: Int
  ) -> Message {
    Message(
      de: "\(title): \(questions) Fragen, \(offers) Angebote, \(files) Dateien gelesen",
      en: "\(title): \(questions) questions, \(offers) offers, \(files) files read")
  }

  /// Where results are.
  public static func filesWritten(count: Int, folder: String) -> Message {
    Message(
      de: "\(count) Dateien geschrieben nach \(folder)", en: "\(count) files written to \(folder)")
  }

  /// A PDF was asked for, and no browser is there to print it.
  public static func noBrowserForPDF() -> Message {
    Message(
      de: """
        report.pdf lässt sich nicht erzeugen: dafür druckt ein Chromium die Seite, und keines ist \
        installiert; apt-get install chromium, oder report.html im Browser öffnen und dort drucken
        """,
      en: """
        cannot make report.pdf: a Chromium prints the page for that, and none is installed; \
        apt-get install chromium, or open report.html in a browser and print it there
        """)
  }

  /// A browser was there and printed nothing.
  public static func browserDidNotPrint(_ browser: String) -> Message {
    Message(
      de: """
        report.pdf lässt sich nicht erzeugen: \(browser) hat nichts gedruckt; das Programm von Hand \
        starten, oder report.html im Browser öffnen und dort drucken
        """,
      en: """
        cannot make report.pdf: \(browser) printed nothing; start it by hand to see why, or open \
        report.html in a browser and print it there
        """)
  }

  /// Where a new decision is.
  public static func decisionCreated(folder: String) -> Message {
    Message(
      de: "Entscheidung angelegt: \(folder)\nWeiter mit: votum evaluate \(folder)",
      en: "Decision created: \(folder)\nNext: votum evaluate \(folder)")
  }

  /// A new decision would overwrite something.
  public static func folderNotEmpty(_ folder: String) -> Message {
    Message(
      de: "„\(folder)“ ist nicht leer; einen neuen Ordner nennen",
      en: "“\(folder)” is not empty; name a new folder")
  }

  /// A catalogue of that name is not shipped.
  public static func noSuchCatalogue(_ name: String, known: [String]) -> Message {
    let list = known.joined(separator: ", ")
    return Message(
      de: "einen Katalog „\(name)“ gibt es nicht; vorhanden: \(list)",
      en: "there is no catalogue “\(name)”; there are: \(list)")
  }

  /// A catalogue in a list.
  public static func catalogueLine(
    id: String, name: LocalText, questions: Int, asOf: CalendarDate
  ) -> Message {
    func day(_ language: Language) -> String {
      NumberFormat(language: language, currency: "").date(asOf)
    }
    let padded = id + String(repeating: " ", count: max(1, 10 - id.count))
    return Message(
      de: "\(padded)\(name.de): \(questions) Fragen, Stand \(day(.german))",
      en: "\(padded)\(name.en): \(questions) questions, as of \(day(.english))")
  }

  /// A catalogue that could be read.
  public static func catalogueRead(_ id: String, questions: Int) -> Message {
    Message(
      de: "\(id): \(questions) Fragen, lesbar", en: "\(id): \(questions) questions, readable")
  }

  /// The word for a condition that must be met.
  public static func knockoutWord() -> Message {
    Message(de: "Ausschluss, wenn nicht", en: "excluded unless")
  }

  /// Nothing was computed.
  public static func runStopped(errors: Int, warnings: Int, strict: Bool) -> Message {
    let (deErrors, enErrors) = (
      errors == 1 ? "1 Fehler" : "\(errors) Fehler", errors == 1 ? "1 error" : "\(errors) errors"
    )
    let (deWarnings, enWarnings) = (
      warnings == 1 ? "1 Warnung" : "\(warnings) Warnungen",
      warnings == 1 ? "1 warning" : "\(warnings) warnings"
    )
    return Message(
      de: "\(deErrors), \(deWarnings)\(strict ? " (mit --strict zählen sie als Fehler)" : ""); "
        + "nichts berechnet, frühere Ergebnisse unverändert",
      en: "\(enErrors), \(enWarnings)\(strict ? " (errors under --strict)" : ""); nothing "
        + "computed, "
        + "earlier results unchanged")
  }
}
