// Why the verdict is what it is: one sentence each.
extension ReportSentences {
  /// Clear: no rival draws level within the shift of weights that was looked at.
  public func clear(_ name: String, lead: Double?, over rival: String, radius: Double?) -> String {
    let ahead = lead.map { say("mit \(pointsDative($0)) ", "by \(points($0)) ") } ?? ""
    guard let radius else {
      return say(
        "\(name) liegt \(ahead)vor \(rival), gleich wie man gewichtet.",
        "\(name) leads \(rival) \(ahead)however the criteria are weighted.")
    }
    let shift = numbers.percent(radius)
    return say(
      """
      \(name) liegt \(ahead)vor \(rival). Erst wenn sich alle Gewichte zugleich um \(shift) \
      verschieben, ändert sich das.
      """,
      """
      \(name) leads \(rival) \(ahead)and stays ahead until all weights shift together by \(shift).
      """)
  }

  /// Fragile: a joint shift of weights changes the leader.
  public func smallRadius(_ name: String, radius: Double, rival: String) -> String {
    let shift = numbers.percent(radius)
    return say(
      """
      \(name) liegt vorn, aber nicht bei jeder vertretbaren Gewichtung: Verschieben sich alle \
      Gewichte zugleich um \(shift), zieht \(rival) gleich.
      """,
      """
      \(name) leads, but not under every defensible weighting: if all weights shift together by \
      \(shift), \(rival) draws level.
      """)
  }

  /// Fragile: a knock-out is not judged yet.
  public func unknownKnockout(_ name: String, conditions: [String]) -> String {
    guard !conditions.isEmpty else {
      return say(
        "\(name) liegt vorn, aber ein Muss-Punkt ist noch nicht geprüft.",
        "\(name) leads, but a must has not been checked yet.")
    }
    let all = list(conditions.prefix(3).map(quoted))
    return say(
      """
      \(name) liegt vorn, aber noch ist nicht geprüft, ob \(all) \
      \(conditions.count == 1 ? "erfüllt ist" : "erfüllt sind"). Wenn nicht, scheidet das Angebot \
      aus.
      """,
      """
      \(name) leads, but nobody has checked yet whether \(all) \
      \(conditions.count == 1 ? "is" : "are") met. If not, it is out.
      """)
  }

  /// Fragile: it leads in too few draws.
  public func lowAcceptability(_ name: String, share: Double) -> String {
    let cases = numbers.outOfHundred(share)
    return say(
      """
      \(name) liegt vorn, aber nur in \(cases) Fällen, wenn die Gewichte schwanken.
      """,
      """
      \(name) leads, but only in \(cases) cases when weights vary.
      """)
  }

  /// Fragile: it leads too rarely once answers and costs vary too.
  public func lowJointAcceptability(_ name: String, share: Double) -> String {
    let cases = numbers.outOfHundred(share)
    return say(
      """
      \(name) liegt vorn; rechnet man ein, wie unsicher Antworten und Kosten sind, aber nur in \
      \(cases) Fällen.
      """,
      """
      \(name) leads, but reckoning in how uncertain answers and costs are, only in \(cases) cases.
      """)
  }

  /// Fragile: missing answers could turn the result.
  public func cornerTest(_ name: String, rival: String?) -> String {
    let other = rival ?? say("ein anderes Angebot", "another option")
    return say(
      """
      \(name) liegt vorn, aber offene Antworten können das drehen: Im ungünstigsten Fall führt \
      \(other).
      """,
      """
      \(name) leads, but open answers can change that: at worst, \(other) is ahead.
      """)
  }

  /// Fragile: the first two are told apart only by where the cost scale ends.
  public func costClipped(_ name: String, rival: String) -> String {
    say(
      """
      \(name) liegt vorn, aber der Abstand zu \(rival) hängt daran, dass die Kosten außerhalb des \
      vorab festgelegten Rahmens liegen.
      """,
      """
      \(name) leads, but the gap to \(rival) depends on costs that lie outside the range agreed \
      beforehand.
      """)
  }

  /// Fragile: nothing to compare with.
  public func noAlternative(
    _ name: String, cureOf excluded: String?, conditions: [String]
  )
    -> String
  {
    let start = say(
      "\(name) steht ohne Konkurrenz da: Keine andere Option erfüllt alle Bedingungen.",
      "\(name) has no rival: no other option meets every condition.")
    guard let excluded, !conditions.isEmpty else { return start }
    let all = list(conditions.prefix(3).map(quoted))
    return start + " "
      + say(
        """
        Am ehesten käme \(excluded) wieder infrage, wenn \(all) nachgebessert \
        \(conditions.count == 1 ? "wird" : "werden").
        """,
        "\(excluded) could most easily come back by mending \(all).")
  }

  /// Fragile: only one option was looked at.
  public func onlyOne(_ name: String) -> String {
    say(
      "Nur \(name) liegt vor. Ob es Besseres gibt, kann dieser Bericht nicht sagen.",
      "Only \(name) was looked at. This report cannot say whether something better exists.")
  }

  /// Fragile for no reason that has a sentence of its own.
  public func fragile(_ name: String, rival: String?) -> String {
    guard let rival else {
      return say("\(name) liegt vorn, aber nicht sicher.", "\(name) leads, but not safely.")
    }
    return say(
      "\(name) liegt vor \(rival), aber nicht sicher.", "\(name) leads \(rival), but not safely.")
  }

  /// Tie: the lead is small.
  public func smallLead(_ name: String, lead: Double, rival: String) -> String {
    say(
      "Zwischen \(name) und \(rival) liegen nur \(points(lead)): zu wenig für eine Rangfolge.",
      "Only \(points(lead)) lie between \(name) and \(rival): too little to rank them.")
  }

  /// Tie: the lead is smaller than what uncertain figures make of it.
  public func withinNoise(_ name: String, lead: Double, noise: Double, rival: String) -> String {
    say(
      """
      Zwischen \(name) und \(rival) liegen \(points(lead)); unsichere Angaben allein machen schon \
      \(numbers.points(noise)) aus.
      """,
      """
      \(points(lead)) lie between \(name) and \(rival); uncertain figures alone account for \
      \(numbers.points(noise)).
      """)
  }

  /// Tie: the chance of being ahead is close to one half.
  public func lowChance(_ name: String, chance: Double, rival: String) -> String {
    let cases = numbers.outOfHundred(chance)
    return say(
      "\(name) liegt nur in \(cases) Fällen vor \(rival), wenn die Gewichte schwanken.",
      "\(name) is ahead of \(rival) in only \(cases) cases when weights vary.")
  }

  /// A tie without figures.
  public func tie(_ names: [String]) -> String {
    say(
      "\(list(names)) lassen sich mit den vorliegenden Angaben nicht unterscheiden.",
      "\(list(names)) cannot be told apart by what is known.")
  }

  /// None: every option fails a condition.
  public func allExcluded(cureOf excluded: String?, conditions: [String]) -> String {
    let start = say(
      "Jede Option verfehlt mindestens eine Bedingung, die vorab als Muss festgelegt wurde.",
      "Every option misses at least one condition that was set as a must beforehand.")
    guard let excluded, !conditions.isEmpty else { return start }
    let all = list(conditions.prefix(3).map(quoted))
    return start + " "
      + say("Am wenigsten fehlt \(excluded): \(all).", "\(excluded) is closest: it lacks \(all).")
  }

  /// None: no option has all its prices.
  public var noneRankable: String {
    say(
      "Keiner Option lässt sich ein Gesamtpreis zuordnen, weil Preise fehlen.",
      "No option has a total price, because prices are missing.")
  }

  /// How sure the result is.
  public func sureness(_ name: String, share: Double, play: Double) -> String {
    let cases = numbers.outOfHundred(share)
    let shift = numbers.percent(play)
    return say(
      """
      \(name) liegt in \(cases) Fällen vorn, wenn sich die Gewichte um bis zu \(shift) verschieben.
      """,
      """
      \(name) leads in \(cases) cases when weights shift by up to \(shift).
      """)
  }

  /// How far all weights can move together.
  public func jointRadius(_ name: String, radius: Double?, rival: String?) -> String {
    guard let radius else {
      return say(
        "Keine andere Gewichtung ändert, wer vorn liegt.",
        "No other weighting changes who leads.")
    }
    let shift = numbers.percent(radius)
    guard let rival else {
      return say(
        """
        \(name) bleibt vorn, solange sich alle Gewichte zugleich um weniger als \(shift) \
        verschieben.
        """,
        "\(name) stays ahead as long as all weights shift together by less than \(shift).")
    }
    return say(
      """
      \(name) bleibt vorn, solange sich alle Gewichte zugleich um weniger als \(shift) \
      verschieben; \
      dann zieht \(rival) gleich.
      """,
      """
      \(name) stays ahead as long as all weights shift together by less than \(shift); then \
      \(rival) draws level.
      """)
  }
}
