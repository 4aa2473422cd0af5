// Titles and notes of pictures, as sentences.
extension ReportSentences {
  /// Title of the picture of what a lead is made of.
  public func leadTitle(_ name: String, before rival: String) -> String {
    say("Warum \(name) vor \(rival) liegt", "Why \(name) is ahead of \(rival)")
  }

  /// How the picture of a lead reads.
  public func leadNote(_ name: String, _ rival: String) -> String {
    say(
      """
      Jeder Balken beginnt, wo der vorige endet. Dunkel: Hier gewinnt \(name) Punkte. Hell: Hier \
      holt \(rival) auf. Was übrig bleibt, ist der Vorsprung.
      """,
      """
      Each bar starts where the one above ends. Dark: \(name) gains points here. Light: \(rival) \
      catches up. What remains is the lead.
      """)
  }

  /// Title of the picture of cost ranges.
  public var costRangeTitle: String {
    say("Wie weit die Kosten schwanken können", "How far the cost may vary")
  }

  /// How the picture of cost ranges reads.
  public var costRangeNote: String {
    say(
      """
      Das Band reicht über acht von zehn Fällen, der Strich ist die Mitte, der Punkt der Wert, mit \
      dem gerechnet wird.
      """,
      """
      The band spans eight of ten cases, the stroke is the middle, the dot the value that counts.
      """)
  }

  /// Title of the map of worth against cost.
  public var worthTitle: String {
    say("Was die Optionen leisten und was sie kosten", "What the options offer and what they cost")
  }

  /// How the map reads.
  public var worthNote: String {
    say(
      """
      Je höher, desto besser; je weiter links, desto günstiger. Die Linie verbindet die Optionen, \
      zu denen keine andere zugleich mehr leistet und weniger kostet. Hohle Punkte: ausgeschlossen.
      """,
      """
      The higher, the better; the further left, the cheaper. The line joins the options than which \
      no other offers more and costs less at the same time. Hollow dots: excluded.
      """)
  }

  /// Title of the shares of ranks.
  public func rankShareTitle(_ name: String, _ share: Double) -> String {
    say(
      "\(name) liegt in \(numbers.outOfHundred(share)) Fällen vorn",
      "\(name) is ahead in \(numbers.outOfHundred(share)) cases")
  }

  /// How often an option is ahead once answers and costs vary too.
  public func jointShare(_ name: String, _ share: Double) -> String {
    say(
      """
      Schwanken außer den Gewichten auch Antworten und Kosten, so weit wie sie unsicher sind, liegt \
      \(name) in \(numbers.outOfHundred(share)) Fällen vorn.
      """,
      """
      Where answers and costs vary beside the weights, as far as they are uncertain, \(name) is \
      ahead in \(numbers.outOfHundred(share)) cases.
      """)
  }

  /// Below how often an option is ahead when weights vary: the same with answers and costs.
  public func casesWhenVaried(joint: Double?) -> String {
    guard let joint else {
      return say("Fällen, wenn die Gewichte schwanken", "cases when weights vary")
    }
    return say(
      """
      Fällen, wenn die Gewichte schwanken; in \(numbers.outOfHundred(joint)), wenn auch Antworten \
      und Kosten
      """,
      """
      cases when weights vary; in \(numbers.outOfHundred(joint)) when answers and costs do, too
      """)
  }

  /// Where the weights of single questions are found, on paper.
  public var questionWeightsInTable: String {
    say(
      "Die Gewichte der einzelnen Fragen stehen in der Tabelle sensitivity.csv.",
      "The weights of single questions are in the table sensitivity.csv.")
  }
}

/// Words in pictures.
public enum PictureWords {
  /// Points of the goals other than cost.
  public static let worth = LocalText(
    de: "Leistung ohne Kosten (0 bis 100)", en: "Worth without cost (0 to 100)")
  /// Whether an option is on the line of the best.
  public static let onTheLine = LocalText(de: "auf der Linie", en: "on the line")
  /// It is.
  public static let yes = LocalText(de: "ja", en: "yes")
  /// It is not.
  public static let no = LocalText(de: "nein", en: "no")
  /// The lead as a whole.
  public static let lead = LocalText(de: "Vorsprung", en: "Lead")
  /// A branch of the criteria.
  public static let branch = LocalText(de: "Bereich", en: "Area")
  /// The difference of points.
  public static let difference = LocalText(de: "Unterschied", en: "Difference")
  /// In one of ten cases it is lower.
  public static let low = LocalText(de: "günstig", en: "low")
  /// As often lower as higher.
  public static let middle = LocalText(de: "Mitte", en: "middle")
  /// In one of ten cases it is higher.
  public static let high = LocalText(de: "ungünstig", en: "high")
  /// The value that counts.
  public static let counted = LocalText(de: "gerechnet", en: "counted")
  /// The figures behind a picture.
  public static let figures = LocalText(de: "Die Zahlen dazu", en: "The figures")
}
