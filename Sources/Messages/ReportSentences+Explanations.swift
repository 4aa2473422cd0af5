public import Measures

// Cost, exclusions and standing in words.
extension ReportSentences {
  /// What an option costs, with its range.
  public func cost(
    _ name: String, years count: Int, presentValue: Double, low: Double?, high: Double?
  ) -> String {
    let money = numbers.sentenceMoney(presentValue)
    let start = say(
      "\(name) kostet in \(yearsDative(count)) \(money) (auf heute gerechnet)",
      "\(name) costs \(money) over \(years(count)) (in today’s money)")
    guard let low, let high, low != high else { return start + "." }
    let range = numbers.sentenceMoneyRange(low, high)
    return start
      + say("; in acht von zehn Fällen \(range).", "; in eight of ten cases \(range).")
  }

  /// The likely total lies at the edge of what is to be expected.
  public var planIsOptimistic: String {
    say(
      "Die Einzelpreise sind optimistisch angesetzt: Meist wird es teurer.",
      "The single prices are optimistic: in most cases it will cost more.")
  }

  /// The likely total lies above what is to be expected.
  public var planIsPessimistic: String {
    say(
      "Die Einzelpreise sind vorsichtig angesetzt: Meist wird es günstiger.",
      "The single prices are cautious: in most cases it will cost less.")
  }

  /// Cheaper than the cost scale's best end.
  public func aboveScale(_ name: String, best: Amount?) -> String {
    let limit = best.map { " (\(numbers.money($0)))" } ?? ""
    return say(
      """
      \(name) ist günstiger als der vorab festgelegte Bestwert\(limit); was darunter liegt, bringt \
      keine Punkte mehr.
      """,
      "\(name) costs less than the best value set beforehand\(limit); saving more earns no points.")
  }

  /// Dearer than the cost scale's worst end.
  public func belowScale(_ name: String, worst: Amount?) -> String {
    let limit = worst.map { " (\(numbers.money($0)))" } ?? ""
    return say(
      """
      \(name) ist teurer als der vorab festgelegte Höchstwert\(limit); die Punkte für Kosten sind \
      deshalb negativ.
      """,
      """
      \(name) costs more than the highest value set beforehand\(limit); its points for cost are \
      therefore below zero.
      """)
  }

  /// Why an option is excluded.
  public func excluded(_ condition: String, found: String) -> String {
    found.isEmpty
      ? say("Ausgeschlossen: \(condition) nicht erfüllt.", "Excluded: \(condition) not met.")
      : say("Ausgeschlossen: \(condition): \(found).", "Excluded: \(condition): \(found).")
  }

  /// The rank that an excluded option would have had.
  public func wouldRank(_ rank: Int) -> String {
    rank == 1
      ? say("Hätte sonst geführt.", "Would otherwise have led.")
      : say(
        "Wäre auf Rang \(numbers.integer(rank)).", "Would have ranked \(numbers.integer(rank)).")
  }

  /// What would bring an excluded option back.
  public func cure(_ conditions: [(name: String, condition: String)]) -> String {
    let all = list(conditions.map { "\($0.name) – \($0.condition)" })
    return say("Wieder dabei mit: \(all).", "Back in with: \(all).")
  }

  /// An option without all its prices.
  public func notRankable(best: Double?) -> String {
    let start = say("Ohne Rang: Ein Preis fehlt.", "Not ranked: a price is missing.")
    guard let best else { return start }
    return start + " "
      + say("Höchstens \(pointsDative(best)) möglich.", "At most \(points(best)) possible.")
  }

  /// An option that may stand anywhere in a band of ranks.
  public func rankBand(_ best: Int, _ worst: Int) -> String {
    let (first, last) = (numbers.integer(best), numbers.integer(worst))
    return best == worst
      ? say("Rang \(first)", "rank \(first)")
      : say("Rang \(first) bis \(last)", "rank \(first) to \(last)")
  }

  /// How much an option left open.
  public func unanswered(count: Int, share: Double) -> String {
    let weight = numbers.percent(share)
    let figure = numbers.integer(count)
    return count == 1
      ? say(
        "\(figure) Frage offen, \(weight) des Gewichts",
        "\(figure) question open, \(weight) of weight")
      : say(
        "\(figure) Fragen offen, \(weight) des Gewichts",
        "\(figure) questions open, \(weight) of weight")
  }
}

// MARK: Titles of pictures, as sentences

extension ReportSentences {
  /// Title of the cost picture.
  public func costTitle(
    _ name: String, isCheapest: Bool, isDearest: Bool, years count: Int
  ) -> String {
    if isCheapest {
      return say(
        "\(name) kostet in \(yearsDative(count)) am wenigsten",
        "\(name) costs the least over \(years(count))")
    }
    if isDearest {
      return say(
        "\(name) kostet in \(yearsDative(count)) am meisten",
        "\(name) costs the most over \(years(count))")
    }
    return say(
      "Was die Optionen in \(yearsDative(count)) kosten",
      "What the options cost over \(years(count))")
  }

  /// Title of the picture of a year's payments.
  public var costByYearTitle: String {
    say(
      "Wann das Geld fließt, in tausend \(numbers.currencySign)",
      "When the money is paid, in thousands of \(numbers.currencySign)")
  }

  /// Title of the ranking picture.
  public func rankingTitle(_ name: String, lead: Double?, rival: String?) -> String {
    guard let lead, let rival else {
      return say("Wie die Optionen stehen", "How the options stand")
    }
    return say(
      "\(name) liegt \(points(lead)) vor \(rival)", "\(name) is \(points(lead)) ahead of \(rival)")
  }
}

// MARK: How it was reckoned

extension ReportSentences {
  /// The method in plain words, a paragraph each.
  public func method(
    unansweredWorst: Bool, includesExit: Bool, hasCost: Bool, years count: Int,
    rate: Amount, discounting: String, play: Double, depth: Int
  ) -> [String] {
    var paragraphs = [
      say(
        """
        Jede Antwort wird auf einer Skala bewertet, die vor dem Öffnen der Angebote feststand: 0 \
        ist das schlechte, 1 das gute Ende. Die Bewertung eines Angebots hängt nicht davon ab, \
        welche anderen es gibt. Die Werte werden mit den Gewichten malgenommen und \
        zusammengezählt; volle Erfüllung überall ergibt 100 Punkte.
        """,
        """
        Each answer is valued on a scale that was fixed before offers were opened: 0 is its bad \
        end, 1 its good end. The value of an offer does not depend on which others exist. Values \
        are multiplied by their weights and added up; full marks everywhere make 100 points.
        """),
      say(
        """
        Muss-Punkte werden nie ausgeglichen: Wer einen verfehlt, scheidet aus, bleibt aber \
        sichtbar. Ein Muss-Punkt ohne Antwort schließt nicht aus, sondern wird zur Bedingung.
        """,
        """
        Musts are never compensated: an option that misses one is excluded, but stays visible. A \
        must without an answer does not exclude; it becomes a condition.
        """),
      unansweredWorst
        ? say(
          "Eine fehlende Antwort zählt als schlechtestes Ende der Skala.",
          "A missing answer counts as the bad end of its scale.")
        : say(
          """
          Eine fehlende Antwort zählt als Mitte der Skala; die Spanne daneben zeigt, was die \
          schlechteste und die beste Antwort ausmachen würden.
          """,
          """
          A missing answer counts as the middle of its scale; the band beside it shows what the \
          worst and the best answer would make of it.
          """),
    ]
    if hasCost {
      let percent = numbers.percent(rate)
      let exit =
        includesExit
        ? say("Der Ausstieg am Ende ist darin enthalten.", "Leaving at the end is included.")
        : say(
          "Der Ausstieg am Ende steht bei der Bindung, nicht in den Kosten.",
          "Leaving at the end is part of lock-in, not of cost.")
      paragraphs.append(
        say(
          """
          Die Kosten umfassen alles, was in \(yearsDative(count)) gezahlt wird, auch den eigenen \
          Aufwand und die alte Lösung bis zum Start der neuen. Spätere Zahlungen zählen mit \
          \(percent) im Jahr weniger (\(discounting)). \
          \(exit)
          """,
          """
          Cost covers everything paid over \(years(count)), one’s own effort and the old solution \
          until the new one starts included. Later payments count less by \(percent) a year \
          (\(discounting)). \
          \(exit)
          """))
    }
    let shift = numbers.percent(play)
    paragraphs.append(
      say(
        """
        Wie sicher das Ergebnis ist, zeigt die Wiederholung mit anderen Gewichten (um bis zu \
        \(shift) verschoben\(depth == 2 ? ", bei den Zielen und ihren ersten Zweigen" : "")) und \
        mit anderen Werten für alles Unbelegte, Offene und nur als Spanne Angegebene.
        """,
        """
        How sure the result is, is shown by repeating it with other weights (shifted by up to \
        \(shift)\(depth == 2 ? ", at the goals and their first branches" : "")) and with other \
        values for everything unproven, open or stated only as a range.
        """))
    return paragraphs
  }

  /// What the words of the verdict mean, with the limits in force.
  public func verdictRules(
    tieLead: Double, tieChance: Double, clearRadius: Double, clearShare: Double
  ) -> [(word: String, meaning: String)] {
    [
      (
        say("klar", "clear"),
        say(
          """
          liegt vorn, auch wenn sich alle Gewichte zugleich um \(numbers.percent(clearRadius)) \
          verschieben, und in mindestens \(numbers.outOfHundred(clearShare)) Fällen, auch wenn \
          Antworten und Kosten mitschwanken; keine Bedingung ist offen.
          """,
          """
          leads even if all weights shift together by \(numbers.percent(clearRadius)), and in at \
          least \(numbers.outOfHundred(clearShare)) cases, even where answers and costs vary, too; no \
          condition is open.
          """)
      ),
      (
        say("knapp", "close"),
        say(
          "liegt vorn, aber eines davon trifft nicht zu.", "leads, but one of these does not hold.")
      ),
      (
        say("unentschieden", "tie"),
        say(
          """
          höchstens \(points(tieLead)) Abstand, weniger Abstand als die Unsicherheit der Angaben, \
          oder in weniger als \(numbers.outOfHundred(tieChance)) Fällen vorn.
          """,
          """
          at most \(points(tieLead)) apart, less apart than the figures are uncertain, or ahead in \
          fewer than \(numbers.outOfHundred(tieChance)) cases.
          """)
      ),
      (
        say("keines", "none acceptable"),
        say(
          "jede Option verfehlt einen Muss-Punkt, oder keine hat alle Preise.",
          "every option misses a must, or none has all its prices.")
      ),
    ]
  }

  /// What the report is not (`rulings.md` R14).
  public func limits(asOf date: CalendarDate) -> String {
    say(
      """
      Dieser Bericht ist keine Rechts- oder Steuerberatung. Er gibt Urteile derer wieder, die \
      Kriterien, Gewichte und Bewertungen festgelegt haben, und Angaben der Anbieter, soweit sie \
      nicht als geprüft gekennzeichnet sind. Recht und Preise gelten mit Stand vom \
      \(numbers.date(date)).
      """,
      """
      This report is no legal or tax advice. It renders the judgements of those who set criteria, \
      weights and scores, and statements by vendors unless marked as verified. Law and prices are \
      as of \(numbers.date(date)).
      """)
  }

  /// That printed parts may miss their printed sum.
  public var roundingNote: String {
    say(
      "Punkte sind auf eine Stelle gerundet; Summen können in der letzten Stelle abweichen.",
      "Points are rounded to one decimal; sums may differ in the last digit.")
  }
}

// MARK: How to read tables

extension ReportSentences {
  /// How degrees of lock-in read.
  public var lockInScale: String {
    say(
      "Jeder Punkt zählt von null (frei zu gehen) bis vier (gebunden).",
      "Each point counts from nought (free to leave) to four (bound).")
  }

  /// How the strips of leaders read.
  public var leadersCaption: String {
    say(
      "Gewicht unter seinesgleichen, von null bis alles.",
      "Weight among its siblings, from nothing to all.")
  }

  /// How the matrix reads.
  public var matrixCaption: String {
    say(
      """
      Antwort in den Worten des Anbieters, darunter ihr Wert als Balken und die Punkte, die sie \
      beiträgt. Fett: besser als das führende Angebot; grau: gleich. Schraffiert: keine Antwort.
      """,
      """
      Each answer in the vendor’s words, below it its value as a bar and the points it adds. Bold: \
      better than the leading option; grey: the same. Hatched: no answer.
      """)
  }
}
