import DecisionModel
import DelimitedText
import Measures
import Messages

/// The CSV files of an option made up for a new folder, in the dialect of its language.
struct ExampleTables {
  private let example: ExampleOffer
  private let language: Language
  private let start: CalendarDate

  init(_ example: ExampleOffer, language: Language, start: CalendarDate) {
    self.example = example
    self.language = language
    self.start = start
  }

  private var dialect: CSVDialect {
    switch language {
    case .german: .german
    case .english: .english
    }
  }

  private func text(_ de: String, _ en: String) -> String {
    LocalText(de: de, en: en)(language)
  }

  private func decimal(_ amount: Amount, places: Int) -> Cell {
    let text = amount.text(places: places)
    return .number(dialect.decimalSeparator == "," ? text.replacing(".", with: ",") : text)
  }

  // MARK: Answers

  /// Answers to every question of the trees.
  func answers(to trees: [CriteriaTree]) -> [UInt8] {
    var writer = DelimitedWriter(dialect: dialect)
    let header = [
      text("Kriterium", "criterion"), text("Frage", "question"), text("Antwort", "answer"),
      text("Nachweis", "evidence"), text("Bemerkung", "comment"),
    ]
    writer.append(header.map { .text($0) })
    var turn = 0
    for tree in trees {
      for leaf in tree.leaves {
        let criterion = tree.nodes[leaf]
        guard case .question(let scale) = criterion.role else { continue }
        let worths = criterion.goal == .lockIn ? example.freedoms : example.worths
        let worth = worths[turn % worths.count]
        writer.append([
          .text(criterion.id), .text(criterion.name(language)),
          answer(on: scale, worth: worth, knockout: criterion.knockout),
          .number(String(example.evidence)), turn == 0 ? .text(remark) : .empty,
        ])
        turn += 1
      }
    }
    return writer.bytes
  }

  private var remark: String {
    text("Beispiel: alle Antworten überschreiben", "example: overwrite all answers")
  }

  /// The answer nearest to a worth in hundredths that passes the knock-out.
  private func answer(on scale: Scale, worth: Int, knockout: Knockout?) -> Cell {
    let wanted = Amount(units: Int128(worth) * Amount.unitsPerWhole / 100)
    switch scale {
    case .levels(let scale):
      var least = Amount.zero
      if case .atLeastLevel(let index)? = knockout { least = scale.levels[index].value }
      let passing = scale.levels.filter { $0.value >= least }
      let nearest = passing.min {
        ($0.value.units - wanted.units).magnitude < ($1.value.units - wanted.units).magnitude
      }
      return nearest.map { .text($0.name(language)) } ?? .empty
    case .numeric(let scale):
      guard let figure = figure(on: scale, worth: wanted, knockout: knockout) else { return .empty }
      return decimal(figure, places: places(of: scale))
    }
  }

  private func figure(
    on scale: NumericScale, worth: Amount, knockout: Knockout?
  ) -> Amount? {
    guard let first = scale.points.first else { return nil }
    // The first stretch in which the worth lies, or the point nearest to it.
    let nearest = scale.points.min {
      ($0.value.units - worth.units).magnitude < ($1.value.units - worth.units).magnitude
    }
    var figure = nearest?.figure ?? first.figure
    for (left, right) in zip(scale.points, scale.points.dropFirst()) {
      let low = min(left.value, right.value)
      let high = max(left.value, right.value)
      guard low < high, low <= worth, worth <= high else { continue }
      let share = (worth.double - left.value.double) / (right.value.double - left.value.double)
      let exact = left.figure.double + share * (right.figure.double - left.figure.double)
      let step = places(of: scale) == 0 ? 1.0 : places(of: scale) == 1 ? 10.0 : 100.0
      let rounded = (exact * step).rounded() / step * 1e12
      if rounded.magnitude < 1e30 { figure = Amount(units: Int128(rounded.rounded())) }
      break
    }
    switch knockout {
    case .atLeast(let bound)?: return max(figure, bound)
    case .atMost(let bound)?: return min(figure, bound)
    default: return figure
    }
  }

  /// Decimals that a figure on the scale is given with.
  private func places(of scale: NumericScale) -> Int {
    guard let low = scale.points.first?.figure, let high = scale.points.last?.figure else {
      return 0
    }
    let span = high.double - low.double
    let isWhole = scale.points.allSatisfy { $0.figure.units % Amount.unitsPerWhole == 0 }
    if isWhole && (scale.unit.isEmpty || span >= 5) { return 0 }
    return span >= 2 ? 1 : 2
  }

  // MARK: Prices

  /// A price line: item, category, low, likely, high, quantity, frequency, rise a year.
  private struct Line {
    let item: LocalText
    let category: LocalText
    let payee: LocalText
    let amounts: [Int]
    var isPerUser = false
    var frequency = ExampleTables.once
    var escalation = 0
  }

  private static let once = LocalText(de: "einmalig", en: "once")
  private static let monthly = LocalText(de: "monatlich", en: "monthly")
  private static let yearly = LocalText(de: "jährlich", en: "yearly")
  private static let vendor = LocalText(de: "Anbieter", en: "vendor")
  private static let own = LocalText(de: "eigen", en: "own")

  /// The prices of the option.
  var prices: [UInt8] {
    var writer = DelimitedWriter(dialect: dialect)
    let header = [
      text("Position", "item"), text("Kostenart", "category"), text("Empfänger", "payee"),
      text("niedrig", "low"), text("wahrscheinlich", "likely"), text("hoch", "high"),
      text("je", "per"), text("Turnus", "frequency"), text("Beginn", "start"),
      text("Preissteigerung", "escalation"), text("Steuer", "tax"), text("Bemerkung", "comment"),
    ]
    writer.append(header.map { .text($0) })
    let remark = text("Beispiel: überschreiben", "example: overwrite")
    for line in lines {
      writer.append(
        [
          .text(line.item(language)), .text(line.category(language)), .text(line.payee(language)),
        ]
          + line.amounts.map { decimal(Amount($0), places: 2) }
          + [
            line.isPerUser ? .text("users") : .empty, .text(line.frequency(language)),
            .text(date(start)), line.escalation == 0 ? .empty : .text("\(line.escalation) %"),
            .text(text("netto", "net")), .text(remark),
          ])
    }
    return writer.bytes
  }

  /// A date as people of the language write it.
  private func date(_ date: CalendarDate) -> String {
    guard language == .german else { return date.iso }
    let parts = date.iso.split(separator: "-")
    return parts.reversed().joined(separator: ".")
  }

  private var lines: [Line] {
    let (vendor, own) = (ExampleTables.vendor, ExampleTables.own)
    let (monthly, yearly) = (ExampleTables.monthly, ExampleTables.yearly)
    let introduction = LocalText(de: "Einführung", en: "implementation")
    let effort = Line(
      item: LocalText(
        de: "Zeit der eigenen Leute im Projekt", en: "Own people's time in the project"),
      category: LocalText(de: "Eigenleistung", en: "internal_effort"), payee: own,
      amounts: [15_000, 20_000, 32_000])
    switch example {
    case .service:
      return [
        Line(
          item: LocalText(de: "Abonnement je Benutzer", en: "Subscription per user"),
          category: LocalText(de: "Abonnement", en: "subscription"), payee: vendor,
          amounts: [79, 79, 79], isPerUser: true, frequency: monthly, escalation: 3),
        Line(
          item: LocalText(de: "Einrichtung", en: "Set-up"), category: introduction,
          payee: vendor, amounts: [35_000, 42_000, 60_000]),
        Line(
          item: LocalText(de: "Schulung", en: "Training"),
          category: LocalText(de: "Schulung", en: "training"), payee: vendor,
          amounts: [6_000, 8_000, 11_000]),
        migration(8_000, 12_000, 20_000), effort, exit(3_000, 5_000, 9_000),
      ]
    case .ownPremises:
      return [
        Line(
          item: LocalText(de: "Lizenzen", en: "Licences"),
          category: LocalText(de: "Lizenz", en: "licence"), payee: vendor,
          amounts: [64_000, 64_000, 64_000]),
        Line(
          item: LocalText(de: "Wartung", en: "Maintenance"),
          category: LocalText(de: "Wartung", en: "maintenance"), payee: vendor,
          amounts: [12_000, 12_000, 12_000], frequency: yearly, escalation: 4),
        Line(
          item: LocalText(de: "Server und Betrieb", en: "Servers and operation"),
          category: LocalText(de: "Betrieb", en: "operation"), payee: own,
          amounts: [900, 1_200, 1_700], frequency: monthly, escalation: 2),
        Line(
          item: LocalText(de: "Einrichtung", en: "Set-up"), category: introduction,
          payee: vendor, amounts: [45_000, 55_000, 80_000]),
        Line(
          item: LocalText(de: "Schulung", en: "Training"),
          category: LocalText(de: "Schulung", en: "training"), payee: vendor,
          amounts: [7_000, 9_000, 12_000]),
        migration(9_000, 14_000, 24_000), effort, exit(2_000, 4_000, 8_000),
      ]
    case .today:
      return [
        Line(
          item: LocalText(de: "Wartung der alten Lösung", en: "Maintenance of the old solution"),
          category: LocalText(de: "Wartung", en: "maintenance"), payee: vendor,
          amounts: [1_400, 1_400, 1_400], frequency: monthly, escalation: 5),
        Line(
          item: LocalText(de: "Betreuung", en: "Administration"),
          category: LocalText(de: "Betrieb", en: "operation"), payee: own,
          amounts: [1_500, 1_800, 2_300], frequency: monthly, escalation: 3),
        Line(
          item: LocalText(de: "Doppelarbeit und Umwege", en: "Work done twice and detours"),
          category: LocalText(de: "Eigenleistung", en: "internal_effort"), payee: own,
          amounts: [1_000, 1_600, 2_600], frequency: monthly, escalation: 3),
      ]
    }
  }

  private func migration(_ low: Int, _ likely: Int, _ high: Int) -> Line {
    Line(
      item: LocalText(de: "Übernahme der Daten", en: "Taking over the data"),
      category: LocalText(de: "Datenübernahme", en: "migration"), payee: ExampleTables.vendor,
      amounts: [low, likely, high])
  }

  private func exit(_ low: Int, _ likely: Int, _ high: Int) -> Line {
    Line(
      item: LocalText(de: "Auszug der Daten am Ende", en: "Getting the data out at the end"),
      category: LocalText(de: "Ausstieg", en: "exit"), payee: ExampleTables.vendor,
      amounts: [low, likely, high])
  }

  // MARK: Contract terms

  /// The contract terms of the option.
  var terms: [UInt8] {
    var writer = DelimitedWriter(dialect: dialect)
    writer.append([
      .text(text("Vertragspunkt", "term")), .text(text("Regelung", "value")),
      .text(text("Bemerkung", "comment")),
    ])
    let remark = text("Beispiel: überschreiben", "example: overwrite")
    let rows: [LocalText]
    switch example {
    case .service:
      rows = [LocalText(de: "12 Monate, verlängert sich um 12", en: "12 months, renews for 12")]
    case .ownPremises:
      rows = [LocalText(de: "Wartung 36 Monate", en: "maintenance for 36 months")]
    case .today:
      rows = [LocalText(de: "drei Monate zum Quartalsende", en: "three months to a quarter's end")]
    }
    for row in rows {
      writer.append([.text(text("Laufzeit", "duration")), .text(row(language)), .text(remark)])
    }
    writer.append([
      .text(text("Datenexport", "data export")),
      .text(text("alle Tabellen als CSV", "all tables as CSV")), .text(remark),
    ])
    return writer.bytes
  }
}
