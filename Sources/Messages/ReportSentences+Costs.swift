public import Measures

// MARK: Costs over time
extension ReportSentences {
  /// Title of the picture of cumulative costs: who is the cheaper from when on.
  public func cheaperFrom(_ month: String, _ name: String, than other: String) -> String {
    say(
      "Ab \(month) hat \(name) weniger gekostet als \(other)",
      "From \(month) on, \(name) has cost less than \(other)")
  }

  /// Title of the picture where nothing crosses.
  public var curvesDoNotCross: String {
    say(
      "Wer zu Beginn am wenigsten kostet, bleibt über den ganzen Zeitraum günstiger",
      "Whoever costs least at the start stays cheaper over the whole period")
  }

  /// When an option has paid for itself against another.
  public func paysBack(
    _ name: String, against other: String, by month: String, after months: Int
  ) -> String {
    let count = numbers.integer(months) + NumberFormat.blank
    return say(
      "\(name) hat sich gegenüber \(other) im \(month) bezahlt gemacht, nach \(count)Monaten.",
      "\(name) has paid for itself against \(other) in \(month), after \(count)months.")
  }

  /// What a change of an exchange rate does to an option.
  public func exchangeShock(
    _ name: String, currency: String, change: Amount, from date: CalendarDate, effect: Double
  ) -> String {
    let share = numbers.percent(change)
    let money = numbers.sentenceMoney(abs(effect))
    return effect < 0
      ? say(
        "Ändert sich der Kurs von \(currency) ab \(numbers.date(date)) um \(share), kostet \(name) "
          + "\(money) weniger.",
        "If the rate of \(currency) changes by \(share) from \(numbers.date(date)) on, \(name) "
          + "costs "
          + "\(money) less.")
      : say(
        "Ändert sich der Kurs von \(currency) ab \(numbers.date(date)) um \(share), kostet \(name) "
          + "\(money) mehr.",
        "If the rate of \(currency) changes by \(share) from \(numbers.date(date)) on, \(name) "
          + "costs "
          + "\(money) more.")
  }

  /// That the last known exchange rate is used for what comes after it.
  public var lastRateHolds: String {
    say(
      "Jede Zahlung ist mit dem letzten Kurs gerechnet, der bis zu ihrem Monat bekannt ist; der "
        + "jüngste gilt für alle späteren.",
      "Each payment is reckoned at the last rate known by its month; the latest holds for all "
        + "later ones.")
  }

  /// A rate after inflation, and what was made of it.
  public func realRate(inflation: Amount?) -> String {
    guard let inflation else {
      return say("real, bei festen Preisen", "real, with constant prices")
    }
    return say(
      "real; mit \(numbers.percent(inflation)) Inflation nominal gerechnet",
      "real; made nominal with \(numbers.percent(inflation)) inflation")
  }
}
