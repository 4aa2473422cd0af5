// Reasons for the leader, and what speaks against it.
extension ReportSentences {
  /// What sets one answer apart from another, both in words.
  public func versus(_ question: String, _ own: String?, _ other: String?) -> String {
    guard let own, let other, own != other else { return question }
    return say("\(question) (\(own) statt \(other))", "\(question) (\(own) rather than \(other))")
  }

  /// Better in a branch, with counts of requirements met.
  public func covers(
    _ branch: String, covered: Int, of count: Int, rival: String, rivalCovered: Int,
    questions: [String]
  ) -> String {
    let whole = numbers.integer(count)
    let met = numbers.integer(covered)
    let theirs = rivalCovered == 0 ? say("keine", "none") : numbers.integer(rivalCovered)
    return say(
      "\(branch): erfüllt \(met) von \(whole) Anforderungen voll, \(rival) \(theirs)",
      "\(branch): fully meets \(met) of \(whole) requirements, \(rival) \(theirs)")
      + mainly(questions) + "."
  }

  /// Better in a branch without more requirements met.
  public func better(_ branch: String, than rival: String, questions: [String]) -> String {
    questions.isEmpty
      ? say("\(branch): besser als \(rival).", "\(branch): better than \(rival).")
      : say("\(branch): besser als \(rival)", "\(branch): better than \(rival)")
        + mainly(questions) + "."
  }

  /// Better in a branch that is one question.
  public func better(question: String, own: String, other: String, rival: String) -> String {
    say(
      "\(question): \(own), bei \(rival) \(other).", "\(question): \(own); \(rival) has \(other).")
  }

  /// Cheaper than the rival; the category as a cause, such as "bei den Lizenzen", "on licences".
  public func cheaper(
    by amount: Double, than rival: String, years count: Int, category: String?, isCheapest: Bool
  ) -> String {
    let money = numbers.sentenceMoney(amount)
    let cause = category.map { say(", vor allem \($0)", ", mainly \($0)") } ?? ""
    return isCheapest
      ? say(
        """
        Kostet in \(yearsDative(count)) am wenigsten: \(money) weniger als \(rival)\(cause).
        """,
        "Costs the least over \(years(count)): \(money) less than \(rival)\(cause).")
      : say(
        "In \(yearsDative(count)) \(money) günstiger als \(rival)\(cause).",
        "\(money) cheaper than \(rival) over \(years(count))\(cause).")
  }

  /// Binds less than the rival.
  public func bindsLess(than rival: String, factors: [String]) -> String {
    say("Bindet weniger als \(rival)", "Easier to leave than \(rival)") + mainly(factors) + "."
  }

  /// Worse in a branch, with counts.
  public func coversLess(
    _ branch: String, covered: Int, of count: Int, rival: String, rivalCovered: Int,
    questions: [String]
  ) -> String {
    let whole = numbers.integer(count)
    let met = covered == 0 ? say("keine", "none") : numbers.integer(covered)
    let theirs = numbers.integer(rivalCovered)
    return say(
      "\(branch): erfüllt nur \(met) von \(whole) Anforderungen voll, \(rival) \(theirs)",
      "\(branch): fully meets only \(met) of \(whole) requirements, \(rival) \(theirs)")
      + mainly(questions) + "."
  }

  /// Worse in a branch.
  public func worse(_ branch: String, than rival: String, questions: [String]) -> String {
    say("\(branch): schlechter als \(rival)", "\(branch): worse than \(rival)")
      + mainly(questions) + "."
  }

  /// Dearer than the rival; the category as a cause.
  public func dearer(
    by amount: Double, than rival: String, years count: Int, category: String?, isDearest: Bool
  ) -> String {
    let money = numbers.sentenceMoney(amount)
    let cause = category.map { say(", vor allem \($0)", ", mainly \($0)") } ?? ""
    return isDearest
      ? say(
        """
        Kostet in \(yearsDative(count)) am meisten von allen: \(money) mehr als \(rival)\(cause).
        """,
        "Costs the most of all over \(years(count)): \(money) more than \(rival)\(cause).")
      : say(
        "Kostet in \(yearsDative(count)) \(money) mehr als \(rival)\(cause).",
        "Costs \(money) more than \(rival) over \(years(count))\(cause).")
  }

  /// Binds more than the rival.
  public func bindsMore(than rival: String, factors: [String]) -> String {
    say("Bindet stärker als \(rival)", "Harder to leave than \(rival)") + mainly(factors) + "."
  }

  /// The leader's weakest answer, where nothing else speaks against it.
  public func weakest(_ name: String, _ question: String, answer: String?) -> String {
    let words = answer.map { " (\($0))" } ?? ""
    return say(
      "Am schwächsten ist \(name) bei \(quoted(question))\(words).",
      "\(name) is weakest on \(quoted(question))\(words).")
  }

  /// The leader's weakest point is how it binds.
  public func weakestLockIn(_ name: String, _ factor: String) -> String {
    say(
      "\(name) bindet am stärksten bei \(quoted(factor)).",
      "\(name) binds most by \(quoted(factor)).")
  }

  private func mainly(_ questions: [String]) -> String {
    questions.isEmpty
      ? "" : say(", vor allem bei: ", ", mainly: ") + list(questions)
  }
}
