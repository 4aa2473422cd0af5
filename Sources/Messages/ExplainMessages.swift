/// What `votum check --explain` says of a file.
public enum ExplainWords {
  /// How the file is written.
  public static let form = LocalText(de: "Form", en: "Form")
  /// A table's kind.
  public static let answers = LocalText(de: "Antworten", en: "answers")
  /// A table's kind.
  public static let prices = LocalText(de: "Preise", en: "prices")
  /// A table's kind.
  public static let terms = LocalText(de: "Vertragsbedingungen", en: "contract terms")
  /// A table without a header row that says what it holds.
  public static let noHeader = LocalText(
    de: "keine Kopfzeile gefunden", en: "no header row found")
  /// A file that is nothing that can be read.
  public static let notRead = LocalText(de: "nicht lesbar", en: "not readable")
  /// Encoding with a mark in front.
  public static let byteOrderMark = LocalText(
    de: "mit Kennung am Anfang", en: "with a mark at the start")
  /// The decision states what usually is told from the file.
  public static let stated = LocalText(
    de: "wie in der Entscheidung angegeben", en: "as the decision states")
  /// The first line states the delimiter.
  public static let separatorLine = LocalText(
    de: "Trennzeichen in Zeile 1 genannt", en: "separator stated in line 1")
  /// Facts of the whole file.
  public static let facts = LocalText(de: "Angaben", en: "Facts")
  /// Columns.
  public static let columns = LocalText(de: "Spalten", en: "Columns")
  /// A column that is not read.
  public static let unread = LocalText(de: "nicht gelesen", en: "not read")
  /// Prices in a column are without tax.
  public static let net = LocalText(de: "netto", en: "net")
  /// Prices in a column are with tax.
  public static let gross = LocalText(de: "brutto", en: "gross")
  /// Figures in a column are percent.
  public static let percent = LocalText(de: "in Prozent", en: "in percent")
  /// Figures in a column are hundredths of the currency.
  public static let cents = LocalText(de: "in Cent", en: "in cents")
  /// Figures in a column are thousands.
  public static let thousands = LocalText(de: "in Tausend", en: "in thousands")
  /// Figures in a column are millions.
  public static let millions = LocalText(de: "in Millionen", en: "in millions")
  /// Prices in a column are for several units.
  public static func priceBase(_ count: Int) -> LocalText {
    LocalText(de: "je \(count)", en: "per \(count)")
  }
  /// Prices in a column are for one of something.
  public static func unit(_ name: String) -> LocalText {
    LocalText(de: "je \(name)", en: "per \(name)")
  }
  /// Numbers with a point.
  public static let decimalPoint = LocalText(de: "Dezimalpunkt", en: "decimal point")
  /// Numbers with a comma.
  public static let decimalComma = LocalText(de: "Dezimalkomma", en: "decimal comma")
  /// Currencies of amounts.
  public static let currencies = LocalText(de: "Währungen", en: "Currencies")
  /// Rows that were taken.
  public static let taken = LocalText(de: "Übernommen", en: "Taken")
  /// Rows that were left out.
  public static let leftOut = LocalText(de: "Ausgelassen", en: "Left out")
  /// Totals.
  public static let totals = LocalText(de: "Summen", en: "Totals")
  /// A total that agrees.
  public static let agrees = LocalText(de: "stimmt", en: "agrees")
  /// A total that does not agree.
  public static let differs = LocalText(de: "WEICHT AB", en: "DIFFERS")
  /// A total that cannot be checked.
  public static let unchecked = LocalText(de: "nicht nachrechenbar", en: "cannot be checked")
  /// Lines without a category.
  public static let uncategorised = LocalText(de: "Ohne Kostenart", en: "Without category")
  /// Articles of a price list.
  public static let articles = LocalText(
    de: "Artikel der Preisliste", en: "Articles of the price list")
  /// Nothing of the kind.
  public static let nothing = LocalText(de: "nichts", en: "nothing")
  /// An empty answer.
  public static let noAnswer = LocalText(de: "keine Angabe", en: "no answer")
  /// An answer that says that the question doesn't apply.
  public static let notApplicable = LocalText(de: "trifft nicht zu", en: "not applicable")
  /// A price that is to be asked for.
  public static let onRequest = LocalText(de: "auf Anfrage", en: "on request")
  /// Bands of prices.
  public static let tiers = LocalText(de: "Staffelpreise", en: "tiered prices")
  /// Not in the total.
  public static let optional = LocalText(
    de: "optional, nicht in der Summe", en: "optional, not in the total")
  /// What a line is that is no plain cost.
  public static let discountLine = LocalText(de: "Nachlass", en: "discount")
  /// What a line is that is no plain cost.
  public static let benefitLine = LocalText(de: "Nutzen", en: "benefit")
  /// What a line is that is no plain cost.
  public static let retainedValue = LocalText(de: "Restwert", en: "retained value")
  /// What a line is that is no plain cost.
  public static let opportunity = LocalText(de: "entgangener Nutzen", en: "opportunity cost")
  /// A share of what the vendor receives.
  public static let ofSpend = LocalText(de: "des Umsatzes", en: "of spend")
  /// A share of a category of costs.
  public static func share(of category: LocalText) -> LocalText {
    LocalText(de: "von \(category.de)", en: "of \(category.en)")
  }
  /// Paid one time.
  public static let once = LocalText(de: "einmalig", en: "once")
  /// Paid each month.
  public static let monthly = LocalText(de: "monatlich", en: "monthly")
  /// Paid each quarter.
  public static let quarterly = LocalText(de: "vierteljährlich", en: "quarterly")
  /// Paid twice a year.
  public static let halfYearly = LocalText(de: "halbjährlich", en: "half-yearly")
  /// Paid each year.
  public static let yearly = LocalText(de: "jährlich", en: "yearly")

  /// Paid at the start of each period.
  public static let inAdvance = LocalText(de: "im Voraus", en: "in advance")

  /// From a day on.
  public static func from(_ day: String) -> LocalText {
    LocalText(de: "ab \(day)", en: "from \(day)")
  }

  /// Until a day.
  public static func through(_ day: String) -> LocalText {
    LocalText(de: "bis \(day)", en: "through \(day)")
  }

  /// How the price rises.
  public static func escalation(_ rate: String, cap: String?) -> LocalText {
    guard let cap else { return LocalText(de: "+ \(rate) im Jahr", en: "+ \(rate) a year") }
    return LocalText(
      de: "+ \(rate) im Jahr, höchstens \(cap)", en: "+ \(rate) a year, at most \(cap)")
  }

  /// What a file was read for.
  public static func file(_ path: String, option: String) -> LocalText {
    LocalText(de: "\(path), gelesen für \(option)", en: "\(path), read for \(option)")
  }

  /// The file of the old system.
  public static func baseline(_ path: String) -> LocalText {
    LocalText(
      de: "\(path), gelesen für das alte System (baseline)",
      en: "\(path), read for the old system (baseline)")
  }

  /// A line of the file.
  public static func line(_ number: Int) -> LocalText {
    LocalText(de: "Zeile \(number)", en: "line \(number)")
  }

  /// The row that a spreadsheet counts, behind the line of the text.
  public static func row(_ number: Int) -> LocalText {
    LocalText(de: " (Tabellenzeile \(number))", en: " (row \(number))")
  }

  /// The line of the header row.
  public static func header(line: Int) -> LocalText {
    LocalText(de: "Kopfzeile \(line)", en: "header in line \(line)")
  }

  /// How many rows became what.
  public static func count(answers: Int, costs: Int, terms: Int) -> LocalText {
    LocalText(
      de: "\(answers) Antworten, \(costs) Kostenzeilen, \(terms) Vertragsbedingungen",
      en: "\(answers) answers, \(costs) cost lines, \(terms) contract terms")
  }

  /// How many amounts are in a currency.
  public static func amounts(_ count: Int) -> LocalText {
    count == 1
      ? LocalText(de: "1 Betrag", en: "1 amount")
      : LocalText(de: "\(count) Beträge", en: "\(count) amounts")
  }

  /// A stated total beside what the rows come to.
  public static func total(_ name: String, stated: String, reckoned: String) -> LocalText {
    LocalText(
      de: "\(name): genannt \(stated), gerechnet \(reckoned)",
      en: "\(name): stated \(stated), reckoned \(reckoned)")
  }

  /// A stated total that nothing can be held against.
  public static func total(_ name: String, stated: String) -> LocalText {
    LocalText(de: "\(name): genannt \(stated)", en: "\(name): stated \(stated)")
  }

  /// Entries beyond those listed.
  public static func more(_ count: Int) -> LocalText {
    LocalText(de: "… und \(count) weitere", en: "… and \(count) more")
  }

  /// A quantity that a price is for.
  public static func per(_ quantity: String) -> LocalText {
    LocalText(de: "je \(quantity)", en: "per \(quantity)")
  }

  /// One of several of which one is chosen.
  public static func alternative(_ group: String, chosen: Bool) -> LocalText {
    chosen
      ? LocalText(
        de: "Alternative „\(group)“, gewählt", en: "alternative “\(group)”, chosen")
      : LocalText(de: "Alternative „\(group)“", en: "alternative “\(group)”")
  }
}

extension Message {
  /// A file that is to be explained but that no option names.
  public static func explainedFileUnknown(
    _ name: String, files: [String], suggestion: String?
  ) -> Message {
    let hint = suggestion ?? ""
    let list = files.joined(separator: ", ")
    return Message(
      de: "Keine Option nennt die Datei „\(name)“; gemeint ist eine von: \(list)"
        + (hint.isEmpty ? "" : "; vielleicht „\(hint)“"),
      en: "no option names the file “\(name)”; choose one of: \(list)"
        + (hint.isEmpty ? "" : "; perhaps “\(hint)”"))
  }
}
