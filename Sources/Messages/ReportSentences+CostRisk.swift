// How sure costs are, what makes them uncertain, and where another option becomes cheaper.
extension ReportSentences {
  /// How often one option is cheaper than another.
  public func cheaperChance(_ first: String, _ second: String, share: Double) -> String {
    say(
      "\(first) ist in \(numbers.outOfHundred(share)) Fällen günstiger als \(second).",
      "\(first) is cheaper than \(second) in \(numbers.outOfHundred(share)) cases.")
  }

  /// A figure that costs depend on, by name.
  public enum CostFigure: Sendable, Hashable {
    /// First year's value of a quantity.
    case quantity(String)
    /// Yearly growth of a quantity.
    case growth(String)
    /// The discount rate.
    case discountRate
    /// Yearly rise of what a payee charges.
    case rise(String)
    /// Yearly rise of the old system's prices.
    case oldSystemRise
    /// Worth of a currency, by its code.
    case exchangeRate(String)
    /// Growth of a price index after its last known value.
    case indexGrowth(String)
    /// Day of going live.
    case goLive
    /// Day of a milestone.
    case milestone(String)
    /// Price of a line.
    case linePrice(String)
    /// Price of a line of the old system.
    case oldSystemPrice(String)
    /// Work packages, which run over together.
    case workPackages
    /// Change of an option's prices.
    case prices(String)
    /// Change of an option's own work.
    case effort(String)
    /// Months up to which costs are counted.
    case months
  }

  /// What people call a figure.
  public func costFigure(_ figure: CostFigure) -> String {
    switch figure {
    case .quantity(let name): say("Menge \(quoted(name))", "Quantity \(quoted(name))")
    case .growth(let name): say("Wachstum von \(quoted(name))", "Growth of \(quoted(name))")
    case .discountRate: say("Zinssatz", "Discount rate")
    case .rise(let payee): say("Preissteigerung, \(payee)", "Price rises, \(payee)")
    case .oldSystemRise: say("Preissteigerung, altes System", "Price rises, old system")
    case .exchangeRate(let currency):
      say("Wechselkurs \(currency)", "Exchange rate of \(currency)")
    case .indexGrowth(let name):
      say("Anstieg des Index \(quoted(name))", "Rise of the index \(quoted(name))")
    case .goLive: say("Inbetriebnahme", "Going live")
    case .milestone(let name):
      say("Termin \(quoted(name))", "Date of \(quoted(name))")
    case .linePrice(let line): say("Preis von \(quoted(line))", "Price of \(quoted(line))")
    case .oldSystemPrice(let line):
      say("Altes System: \(quoted(line))", "Old system: \(quoted(line))")
    case .workPackages: say("Arbeitspakete zusammen", "Work packages together")
    case .prices(let option):
      say("Änderung der Preise von \(option)", "Change of prices of \(option)")
    case .effort(let option):
      say("Änderung der eigenen Arbeit bei \(option)", "Change of own work at \(option)")
    case .months: say("Dauer seit Beginn", "Time from the start")
    }
  }

  /// Title of the picture of what moves a cost.
  public func tornadoTitle(_ name: String) -> String {
    say(
      "Was die Kosten von \(name) unsicher macht", "What makes the cost of \(name) uncertain")
  }

  /// How the picture of what moves a cost reads.
  public var tornadoNote: String {
    say(
      """
      Jeder Balken zeigt, was es kostet, wenn eine Größe niedrig (dunkel) oder hoch (hell) ausfällt \
      und alles andere bleibt wie gerechnet; in einem von zehn Fällen fällt sie noch niedriger aus, \
      in einem noch höher. Die Linie steht bei den gerechneten Kosten.
      """,
      """
      Each bar shows the cost if one figure turns out low (dark) or high (light) and everything else \
      stays as reckoned; in one of ten cases it turns out lower still, in one higher still. The line \
      stands at the cost reckoned with.
      """)
  }

  /// What break-even tables answer.
  public var breakEvenNote: String {
    say(
      "Jede Zeile verändert eine Größe; alles andere bleibt wie gerechnet.",
      "Each row moves one figure; everything else stays as reckoned.")
  }

  /// Title of a break-even table.
  public func breakEvenTitle(_ first: String, _ second: String) -> String {
    say("\(first) oder \(second)", "\(first) or \(second)")
  }

  /// Where the cheaper option changes, as a figure moves.
  ///
  /// - Parameters:
  ///   - crossings: The value of the figure, and who is cheaper from there on.
  ///   - before: Who is cheaper below the first; `nil` if nobody is.
  public func breakEven(
    _ crossings: [(value: String, cheaper: String)], before: String?
  ) -> String {
    var parts: [String] = []
    if let before { parts.append(say("zuerst \(before)", "first \(before)")) }
    parts += crossings.map {
      say("ab \($0.value) \($0.cheaper)", "from \($0.value) on \($0.cheaper)")
    }
    return parts.joined(separator: ", ")
  }

  /// That one option is cheaper in the whole range that was searched.
  public func noBreakEven(low: String, high: String, cheaper: String) -> String {
    say(
      "nie zwischen \(low) und \(high): immer \(cheaper)",
      "never between \(low) and \(high): always \(cheaper)")
  }

  /// That both options cost the same in the whole range that was searched.
  public func sameCostThroughout(low: String, high: String) -> String {
    say(
      "zwischen \(low) und \(high) überall gleich",
      "the same everywhere between \(low) and \(high)")
  }
}

extension Label {
  /// Heading of how sure costs are.
  public static let costRisk = LocalText(
    de: "Wie sicher die Kosten sind", en: "How sure the costs are")
  /// Name of the table of what moves a cost.
  public static let costDrivers = LocalText(
    de: "Was die Kosten unsicher macht", en: "What makes the cost uncertain")
  /// A figure that costs depend on.
  public static let costDriver = LocalText(de: "Größe", en: "Figure")
  /// Present value with a figure low.
  public static let costIfLow = LocalText(de: "Kosten, wenn niedrig", en: "Cost if low")
  /// Present value with a figure high.
  public static let costIfHigh = LocalText(de: "Kosten, wenn hoch", en: "Cost if high")
  /// Share of the variance.
  public static let varianceShare = LocalText(
    de: "Anteil an der Streuung", en: "Share of the spread")
  /// Heading of break-even points.
  public static let breakEvens = LocalText(
    de: "Ab wann eine andere Option günstiger ist",
    en: "From where on another option is cheaper")
  /// The value in the decision.
  public static let reckonedWith = LocalText(de: "Gerechnet mit", en: "Reckoned with")
  /// Which option is cheaper from which value on.
  public static let sameCostAt = LocalText(de: "Günstiger ist", en: "The cheaper one is")
}
