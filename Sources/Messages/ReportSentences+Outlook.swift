public import Measures

// What would change the recommendation, what is open, what to do next.
extension ReportSentences {
  /// A weight above which another option leads.
  public func weightAbove(
    _ weight: WeightName, limit: Double, now: Double, leader: String?
  )
    -> String
  {
    let (then, today) = numbers.percentPair(limit, now)
    let consequence = leader.map { say(": dann führt \($0)", ": then \($0) leads") } ?? ""
    return counts(weight, say("mehr als \(then)", "more than \(then)"))
      + say(" (heute \(today))", " (now \(today))") + consequence + "."
  }

  /// A weight below which another option leads.
  public func weightBelow(
    _ weight: WeightName, limit: Double, now: Double, leader: String?
  )
    -> String
  {
    let (then, today) = numbers.percentPair(limit, now)
    let consequence = leader.map { say(": dann führt \($0)", ": then \($0) leads") } ?? ""
    return counts(weight, say("weniger als \(then)", "less than \(then)"))
      + say(" (heute \(today))", " (now \(today))") + consequence + "."
  }

  /// Whose weight a sentence is about.
  public enum WeightName: Sendable, Hashable {
    /// The goal fit.
    case fit
    /// The goal cost.
    case cost
    /// The goal lock-in.
    case lockIn
    /// Anything else, by its name.
    case named(String)
  }

  private func counts(_ weight: WeightName, _ amount: String) -> String {
    switch weight {
    case .fit: say("Die Eignung zählt \(amount)", "Fit counts \(amount)")
    case .cost: say("Die Kosten zählen \(amount)", "Cost counts \(amount)")
    case .lockIn: say("Die Bindung zählt \(amount)", "Lock-in counts \(amount)")
    case .named(let name):
      say("\(quoted(name)) zählt \(amount)", "\(quoted(name)) counts \(amount)")
    }
  }

  /// A price cut that brings a rival to the top.
  public func priceCut(_ rival: String, total: Double, share: Double?) -> String {
    let money = numbers.sentenceMoney(total)
    let percent =
      share.map {
        say(
          ", also um \(numbers.percent($0, decimals: 1))",
          ", or \(numbers.percent($0, decimals: 1))")
      } ?? ""
    return say(
      "\(rival) senkt seine Preise um mehr als \(money)\(percent).",
      "\(rival) cuts its prices by more than \(money)\(percent).")
  }

  /// A saving that brings a rival without a vendor to the top.
  public func saving(_ rival: String, presentValue: Double) -> String {
    let money = numbers.sentenceMoney(presentValue)
    return say(
      "\(rival) wird um mehr als \(money) günstiger.",
      "\(rival) becomes more than \(money) cheaper.")
  }

  /// An open knock-out that turns out badly.
  public func knockoutFails(_ condition: String) -> String {
    say(
      "\(quoted(condition)) ist nicht erfüllt: noch nicht nachgewiesen.",
      "\(quoted(condition)) is not met: not proven yet.")
  }

  /// An open answer that alone could change who leads.
  public func answerChanges(_ question: String, of offer: String) -> String {
    say(
      "Die offene Antwort von \(offer) zu \(quoted(question)) fällt anders aus als angenommen.",
      "The open answer of \(offer) on \(quoted(question)) turns out otherwise than assumed.")
  }

  /// Nothing that was looked at changes the recommendation.
  public var nothingChanges: String {
    say(
      "Kein einzelnes Gewicht und keine einzelne offene Antwort ändert, wer vorn liegt.",
      "No single weight and no single open answer changes who leads.")
  }

  /// A question that is open.
  public func open(_ question: String, _ offer: String, _ effect: OpenEffect) -> String {
    let start = "\(offer): \(question)"
    switch effect {
    case .decides:
      return say("\(start) (entscheidet über den Verbleib)", "\(start) (decides whether it stays)")
    case .changesLeader:
      return say("\(start) (kann den Rang drehen)", "\(start) (can change who leads)")
    case .movesPoints: return start
    case .missingPrice: return say("\(start) (Preis fehlt)", "\(start) (price missing)")
    }
  }

  /// Why an open question matters.
  public enum OpenEffect: Sendable, Hashable {
    /// It is a knock-out.
    case decides
    /// It alone can change who leads.
    case changesLeader
    /// It moves points only.
    case movesPoints
    /// A price is missing.
    case missingPrice
  }

  /// Nothing is open.
  public var nothingOpen: String {
    say("Alle Fragen sind beantwortet.", "Every question has been answered.")
  }
}

// MARK: Next step

extension ReportSentences {
  /// Ask for a proof that decides whether the option stays.
  public func askForProof(_ offer: String, _ question: String, by date: CalendarDate?) -> String {
    say(
      "\(until(date))\(offer) \(quoted(question)) nachweisen lassen; erst danach unterschreiben.",
      "\(until(date))have \(offer) prove \(quoted(question)); sign only then."
    ).withCapital
  }

  /// Ask a question that can change who leads.
  public func ask(_ offer: String, _ question: String, by date: CalendarDate?) -> String {
    say(
      "\(until(date))bei \(offer) \(quoted(question)) klären; die Antwort kann den Rang drehen.",
      "\(until(date))ask \(offer) about \(quoted(question)); the answer can change who leads."
    ).withCapital
  }

  /// Get a price that is missing.
  public func askForPrice(_ offer: String, _ line: String, by date: CalendarDate?) -> String {
    say(
      "\(until(date))von \(offer) einen Preis für \(quoted(line)) verlangen.",
      "\(until(date))ask \(offer) for a price for \(quoted(line))."
    ).withCapital
  }

  /// Agree a better clause before signing; `worth` is what the present one may cost.
  public func agree(
    _ clause: Clause, with offer: String, worth: Double?, by date: CalendarDate?
  ) -> String {
    let effect =
      worth.map {
        let money = numbers.sentenceMoney($0)
        return say(" (es geht um bis zu \(money))", " (up to \(money) depends on it)")
      } ?? ""
    return say(
      """
      \(until(date))mit \(offer) \(clause.object(.german)) vereinbaren\(effect), dann \
      unterschreiben.
      """,
      "\(until(date))agree \(clause.object(.english)) with \(offer)\(effect), then sign."
    ).withCapital
  }

  /// A clause worth negotiating.
  public enum Clause: String, Sendable, Hashable, CaseIterable {
    /// Full export of the data.
    case dataExport = "data_export"
    /// Help when leaving.
    case exitHelp = "exit_help"
    /// Prices after the first term.
    case priceAfterTerm = "price_after_term"
    /// Source code in escrow.
    case sourceEscrow = "source_escrow"
    /// Term and renewal.
    case term

    /// What is to be agreed.
    public func object(_ language: Language) -> String {
      switch (self, language) {
      case (.dataExport, .german): "den vollständigen Datenexport"
      case (.dataExport, .english): "full export of the data"
      case (.exitHelp, .german): "Hilfe beim Ausstieg"
      case (.exitHelp, .english): "help when leaving"
      case (.priceAfterTerm, .german): "eine Preisobergrenze"
      case (.priceAfterTerm, .english): "a cap on prices"
      case (.sourceEscrow, .german): "den Weiterbetrieb ohne den Anbieter"
      case (.sourceEscrow, .english): "how to go on without the vendor"
      case (.term, .german): "eine kürzere Laufzeit"
      case (.term, .english): "a shorter term"
      }
    }
  }

  /// Get the answers that are still open; together they could change who leads.
  public func getAnswers(_ offer: String, count: Int, by date: CalendarDate?) -> String {
    say(
      count == 1
        ? "\(until(date))von \(offer) die offene Antwort einholen; sie kann den Rang drehen."
        : """
        \(until(date))von \(offer) die \(numbers.integer(count)) offenen Antworten einholen; \
        zusammen können sie den Rang drehen.
        """,
      count == 1
        ? "\(until(date))get the open answer of \(offer); it can change who leads."
        : """
        \(until(date))get the \(numbers.integer(count)) open answers of \(offer); together they \
        can change who leads.
        """
    ).withCapital
  }

  /// Prices that no cap holds rise, and another option leads.
  public func pricesRise(_ offer: String, rate: Double, leader: String) -> String {
    let rise = numbers.percent(rate)
    return say(
      "\(offer) erhöht Preise ohne Obergrenze um \(rise) im Jahr: dann führt \(leader).",
      "\(offer) raises prices that have no cap by \(rise) a year: then \(leader) leads.")
  }

  /// Sign, or decide where there is nobody to sign with.
  public func sign(_ offer: String, _ how: Choosing, by date: CalendarDate?) -> String {
    switch how {
    case .offered:
      say(
        "\(until(date))den Vertrag mit \(offer) unterschreiben.",
        "\(until(date))sign the contract with \(offer)."
      ).withCapital
    case .made, .kept, .without:
      say("\(until(date))\(offer) beschließen.", "\(until(date))decide on \(offer).")
        .withCapital
    }
  }

  /// Ask the options that are level again.
  public func askAgain(_ offers: [String], by date: CalendarDate?) -> String {
    say(
      "\(until(date))\(list(offers)) um ein letztes Angebot bitten.",
      "\(until(date))ask \(list(offers)) for a final offer."
    ).withCapital
  }

  /// Have an excluded option improved.
  public func improve(_ offer: String, _ conditions: [String], by date: CalendarDate?) -> String {
    let all = list(conditions.prefix(3).map(quoted))
    return say(
      "\(until(date))\(offer) \(all) nachbessern lassen.",
      "\(until(date))have \(offer) mend \(all)."
    ).withCapital
  }

  /// Look for other options.
  public func lookFurther(by date: CalendarDate?) -> String {
    say(
      "\(until(date))weitere Angebote einholen oder die Bedingungen überprüfen.",
      "\(until(date))get further offers or review the conditions."
    ).withCapital
  }

  private func until(_ date: CalendarDate?) -> String {
    guard let date else { return "" }
    return say("bis \(numbers.date(date)) ", "by \(numbers.date(date)) ")
  }
}

extension String {
  /// The text with its first letter in upper case.
  public var withCapital: String {
    guard let first else { return self }
    return first.uppercased() + dropFirst()
  }
}
