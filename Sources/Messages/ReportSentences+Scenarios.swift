import Measures

// What other assumptions would change.
extension ReportSentences {
  /// In how many scenarios the same option leads.
  ///
  /// - Parameters:
  ///   - leader: The option that leads officially.
  ///   - holding: Scenarios in which it still leads.
  ///   - count: All scenarios.
  public func scenariosHold(_ leader: String, holding: Int, of count: Int) -> String {
    if holding == count {
      return count == 1
        ? say(
          "Auch unter der anderen Annahme liegt \(leader) vorn.",
          "Under the other assumption \(leader) leads as well.")
        : say(
          "Unter allen \(numbers.integer(count)) anderen Annahmen liegt \(leader) vorn.",
          "Under all \(numbers.integer(count)) other assumptions \(leader) leads as well.")
    }
    if holding == 0 {
      return say(
        "Unter keiner der anderen Annahmen liegt \(leader) vorn.",
        "Under none of the other assumptions does \(leader) lead.")
    }
    return say(
      "Unter \(numbers.integer(holding)) von \(numbers.integer(count)) anderen Annahmen liegt "
        + "\(leader) vorn.",
      "Under \(numbers.integer(holding)) of \(numbers.integer(count)) other assumptions "
        + "\(leader) leads.")
  }

  /// A scenario in which another option leads.
  public func scenarioTurns(_ scenario: String, leader: String?, lead: Double?) -> String {
    guard let leader else {
      return say(
        "\(quoted(scenario)): keine Option ist zulässig.",
        "\(quoted(scenario)): no option is acceptable.")
    }
    guard let lead else {
      return say(
        "\(quoted(scenario)): nur \(leader) bleibt zulässig.",
        "\(quoted(scenario)): only \(leader) remains acceptable.")
    }
    let points = numbers.smallPoints(lead)
    return say(
      "\(quoted(scenario)): dann führt \(leader) mit \(points) Punkten Vorsprung.",
      "\(quoted(scenario)): then \(leader) leads by \(points) points.")
  }

  /// How the leader fares when scales are drawn differently.
  ///
  /// - Parameters:
  ///   - turning: Changes under which another option leads.
  ///   - tried: All changes that were tried.
  public func scalesHold(_ leader: String, turning: Int, of tried: Int) -> String {
    let tests = say(
      "Jeder Maßstab wurde auch anders gezogen: ein Ende um ein Fünftel verschoben, die Mitte "
        + "höher oder niedriger bewertet (\(numbers.integer(tried)) Versuche). ",
      "Every scale was also drawn differently: one end moved by a fifth, the middle valued higher "
        + "or lower (\(numbers.integer(tried)) trials). ")
    switch turning {
    case 0:
      return tests
        + say("\(leader) liegt in allen vorn.", "\(leader) leads in all of them.")
    case 1:
      return tests
        + say(
          "In einem davon liegt \(leader) nicht vorn.",
          "In one of them \(leader) does not lead.")
    default:
      return tests
        + say(
          "In \(numbers.integer(turning)) davon liegt \(leader) nicht vorn.",
          "In \(numbers.integer(turning)) of them \(leader) does not lead.")
    }
  }

  /// One scale drawn differently, and who then leads.
  public func scaleTurns(
    _ scale: LocalText, change: LocalText, leader: String, lead: Double
  ) -> String {
    let points = numbers.smallPoints(lead)
    return say(
      "\(scale.de), \(change.de): dann führt \(leader) mit \(points) Punkten Vorsprung.",
      "\(scale.en), \(change.en): then \(leader) leads by \(points) points.")
  }

  /// What knowing everything would be worth.
  public func everythingIsWorth(points: Double, money: Double?, worthless: Int) -> String {
    let worth =
      money.map {
        say(
          "\(numbers.smallPoints(points)) Punkte oder \(numbers.sentenceMoney($0))",
          "\(numbers.smallPoints(points)) points or \(numbers.sentenceMoney($0))")
      } ?? say("\(numbers.smallPoints(points)) Punkte", "\(numbers.smallPoints(points)) points")
    let most = say(
      "Wer vor der Wahl alles Ungewisse wüsste, gewönne im Mittel \(worth); mehr Aufwand lohnt keine "
        + "Rückfrage.",
      "Knowing everything uncertain before choosing would gain \(worth) on average; no enquiry is "
        + "worth more effort than that.")
    switch worthless {
    case 0: return most
    case 1:
      return most
        + say(
          " Eine weitere ungewisse Angabe kann die Wahl nicht ändern: nicht nachfragen.",
          " One more uncertain statement cannot change the choice: do not ask.")
    default:
      return most
        + say(
          " \(numbers.integer(worthless)) weitere ungewisse Angaben können die Wahl einzeln nicht "
            + "ändern: nicht nachfragen.",
          " \(numbers.integer(worthless)) more uncertain statements cannot change the choice by "
            + "themselves: do not ask.")
    }
  }

  /// What the cells of a two-way table hold.
  public func twoWayCaption(rows: String, columns: String) -> String {
    say(
      "Wer vorn liegt, und mit wie vielen Punkten Vorsprung: \(rows) von Zeile zu Zeile, "
        + "\(columns) von Spalte zu Spalte.",
      "Who leads, and by how many points: \(rows) from row to row, \(columns) from column to "
        + "column.")
  }
}

extension Label {
  /// What knowing more is worth.
  public static let information = LocalText(
    de: "Was Nachfragen wert ist", en: "What asking is worth")
  /// Head of a column.
  public static let worth = LocalText(de: "wert im Mittel", en: "worth on average")
  /// Head of a column.
  public static let statement = LocalText(de: "Angabe", en: "Statement")
  /// The cost of an offer.
  public static let costRange = LocalText(
    de: "Preise und Mengen genauer wissen", en: "know prices and quantities better")
  /// Head of the column that says why a value is not certain.
  public static let whyOpen = LocalText(de: "Was fehlt", en: "What is missing")
  /// An answer that is missing.
  public static let missingAnswer = LocalText(de: "Antwort fehlt", en: "answer missing")
  /// An answer that is only claimed.
  public static let unprovenAnswer = LocalText(
    de: "nur behauptet: belegen lassen", en: "only claimed: ask for proof")
  /// An answer that is a range.
  public static let rangeAnswer = LocalText(
    de: "Spanne: genauer fragen", en: "a range: ask for a figure")
  /// Scales drawn differently.
  public static let scales = LocalText(de: "Andere Maßstäbe", en: "Other scales")
  /// The scales of all questions answered by levels.
  public static let allLevelScales = LocalText(
    de: "Alle Fragen mit Stufen", en: "All questions with levels")
  /// The scales of all questions answered by figures.
  public static let allFigureScales = LocalText(
    de: "Alle Fragen mit Zahlen", en: "All questions with figures")
  /// Scenarios.
  public static let scenarios = LocalText(de: "Andere Annahmen", en: "Other assumptions")
  /// The official result beside scenarios.
  public static let official = LocalText(de: "wie festgelegt", en: "as declared")
  /// Two things varied against each other.
  public static func twoWay(rows: LocalText, columns: LocalText) -> LocalText {
    LocalText(
      de: "\(rows.de) gegen \(columns.de)", en: "\(rows.en) against \(columns.en)")
  }
}
