/// Messages about goals, criteria, scales, knock-outs, weights and catalogues.
extension Message {
  /// Points or levels that are all worth the same.
  public static func allTheSame() -> Message {
    Message(
      de:
        "Alle Stufen sind gleich viel wert, die Frage kann nichts entscheiden; Werte unterscheiden",
      en: "all levels are worth the same, the question cannot decide anything; make values differ")
  }

  /// An anchor beyond the ends of the scale.
  public static func anchorOutside(_ figure: String, _ low: String, _ high: String) -> Message {
    Message(
      de: "\(figure) liegt außerhalb der Skala von \(low) bis \(high); die Zahl berichtigen",
      en: "\(figure) lies outside the scale from \(low) to \(high); correct the figure")
  }

  /// A rating without texts.
  public static func anchorsMissing(_ id: String) -> Message {
    Message(
      de: """
        Die Bewertung \(id.quotedDe) sagt nicht, wofür ihre Zahlen stehen; anchors mit Texten \
        ergänzen, etwa für 0, 3, 5, 8 und 10
        """,
      en: """
        the rating \(id.quotedEn) does not say what its figures stand for; add anchors with texts, \
        such as for 0, 3, 5, 8 and 10
        """)
  }

  /// Anchors where levels have names of their own.
  public static func anchorsOfLevels() -> Message {
    Message(
      de:
        "Texte je Zahl gibt es nur für Skalen mit Zahlen; anchors streichen oder die Skala ändern",
      en: "texts by figure go with scales of figures only; take anchors out or change the scale")
  }

  /// A condition that cannot be read.
  public static func badKnockout(_ text: String) -> Message {
    Message(
      de: """
        \(text.quotedDe) ist keine Bedingung; etwa „mindestens configuration“, „mindestens 99,5 %“, \
        „höchstens 2 s“, „ja“ oder bei Gruppen „jedes Muss mindestens configuration“ schreiben
        """,
      en: """
        \(text.quotedEn) is no condition; write for example “at least configuration”, “at least \
        99.5 %”, “at most 2 s”, “yes” or, on a branch, “every must at least configuration”
        """)
  }

  /// A scale whose ends are the same.
  public static func bestEqualsWorst() -> Message {
    Message(
      de: "best und worst sind gleich; zwei verschiedene Zahlen angeben",
      en: "best and worst are the same; give two different figures")
  }

  /// A share of yes on another scale than percent.
  public static func caiqNeedsPercent() -> Message {
    Message(
      de: """
        der Anteil der Ja eines CAIQ braucht einen Maßstab in Prozent; „scale: percent“ oder \
        { unit: "%", … } schreiben
        """,
      en: """
        the share of yes in a CAIQ needs a scale in percent; write “scale: percent” or \
        { unit: "%", … }
        """)
  }

  /// A catalogue that cannot be opened.
  public static func catalogueNotReadable(_ path: String) -> Message {
    Message(
      de: "Der Katalog \(path.quotedDe) lässt sich nicht lesen; Pfad und Rechte der Datei prüfen",
      en: "the catalogue \(path.quotedEn) cannot be read; check the path and the file's rights")
  }

  /// A scale of cost on which more money is better.
  public static func costScaleReversed(_ best: String, _ worst: String) -> Message {
    Message(
      de: """
        Die Kosten für volle Punktzahl (best, \(best)) müssen unter denen für null Punkte (worst, \
        \(worst)) liegen; die beiden Zahlen prüfen
        """,
      en: """
        the cost that earns full marks (best, \(best)) has to lie below the cost that earns none \
        (worst, \(worst)); check the two figures
        """)
  }

  /// A criterion below the goal cost.
  public static func criterionUnderCost() -> Message {
    Message(
      de: """
        Kosten werden berechnet und nicht abgefragt; das Kriterium unter ein anderes Ziel hängen \
        oder als Preis in die Angebote schreiben
        """,
      en: """
        cost is computed and not asked for; put the criterion under another goal or write it as a \
        price into the offers
        """)
  }

  /// Parents that go round in a circle.
  public static func cyclicParents(_ ids: [String]) -> Message {
    Message(
      de: "Diese Kriterien liegen im Kreis untereinander: \(ids.listDe); ein „under“ davon ändern",
      en: "these criteria lie below each other in a circle: \(ids.listEn); change one “under”")
  }

  /// An identifier that exists already.
  public static func duplicateCriterion(_ id: String, _ other: SourcePosition) -> Message {
    Message(
      de: """
        Die Kennung \(id.quotedDe) gibt es schon (\(other.file.quotedDe), Zeile \(other.line)); \
        eine andere wählen, oder „under“ streichen, um das vorhandene Kriterium zu ändern
        """,
      en: """
        the identifier \(id.quotedEn) exists already (\(other.file.quotedEn), line \(other.line)); \
        choose another, or take “under” out to change the existing criterion
        """)
  }

  /// A level that exists already.
  public static func duplicateLevel(_ id: String, _ line: Int) -> Message {
    Message(
      de: "Die Stufe \(id.quotedDe) steht schon in Zeile \(line); eine andere Kennung wählen",
      en: "the level \(id.quotedEn) stands in line \(line) already; choose another identifier")
  }

  /// A rank that a sibling has already.
  public static func duplicateRank(_ rank: Int, _ line: Int) -> Message {
    Message(
      de: "Den Rang \(rank) hat schon Zeile \(line); jeden Rang genau einmal vergeben",
      en: "line \(line) has rank \(rank) already; give each rank exactly once")
  }

  /// A branch that lost all its criteria.
  public static func emptyBranch(_ id: String) -> Message {
    Message(
      de: """
        In \(id.quotedDe) ist kein Kriterium mehr übrig; die Gruppe selbst mit „remove: yes“ \
        herausnehmen oder eines behalten
        """,
      en: """
        no criterion is left in \(id.quotedEn); take the branch itself out with “remove: yes” or \
        keep one
        """)
  }

  /// A branch's condition on a question.
  public static func everyMustOfQuestion() -> Message {
    Message(
      de: """
        „Jedes Muss“ gilt für Gruppen, dies ist eine einzelne Frage; Anforderungen mit \
        „priority: must“ darunter anlegen oder „mindestens …“ schreiben
        """,
      en: """
        “every must” is for branches, this is a single question; add requirements with \
        “priority: must” below it or write “at least …”
        """)
  }

  /// A goal that the catalogue's criteria belong to.
  public static func goalOfCatalogueMissing(_ goal: String, _ catalogue: String) -> Message {
    Message(
      de: """
        Der Katalog \(catalogue.quotedDe) braucht das Ziel \(goal.quotedDe); es \
        unter „goals“ mit { weight: … } ergänzen oder den Katalog streichen
        """,
      en: """
        the catalogue \(catalogue.quotedEn) needs the goal \(goal.quotedEn); add \
        it under “goals” with { weight: … } or take the catalogue out
        """)
  }

  /// A goal with nothing to judge it by.
  public static func goalWithoutCriteria(_ id: String) -> Message {
    Message(
      de: """
        Das Ziel \(id.quotedDe) hat keine Kriterien; einen Katalog angeben („catalogue: erp“), \
        unter „criteria“ welche anlegen oder das Ziel streichen
        """,
      en: """
        the goal \(id.quotedEn) has no criteria; name a catalogue (“catalogue: erp”), add some \
        under “criteria” or take the goal out
        """)
  }

  /// A level asked for, where figures are given.
  public static func knockoutNeedsFigure() -> Message {
    Message(
      de: "Die Skala besteht aus Zahlen; „mindestens ZAHL“ oder „höchstens ZAHL“ schreiben",
      en: "the scale consists of figures; write “at least FIGURE” or “at most FIGURE”")
  }

  /// A figure's bound, where levels are given.
  public static func knockoutNeedsLevel() -> Message {
    Message(
      de: "Die Skala besteht aus Stufen; „mindestens STUFE“ schreiben",
      en: "the scale consists of levels; write “at least LEVEL”")
  }

  /// A question's condition on a branch.
  public static func knockoutOfBranch() -> Message {
    Message(
      de: """
        Eine Gruppe wird nicht selbst beantwortet; „jedes Muss mindestens STUFE“ schreiben, oder \
        „keines“, um die Bedingung des Katalogs aufzuheben
        """,
      en: """
        a branch is not answered itself; write “every must at least LEVEL”, or “none” to drop the \
        catalogue's condition
        """)
  }

  /// The factors of lock-in named as a catalogue.
  public static func lockInComesAnyway() -> Message {
    Message(
      de: "Die Bindungsfaktoren kommen mit dem Ziel lock_in von selbst; diese Zeile streichen",
      en: "the lock-in factors come with the goal lock_in by themselves; take this line out")
  }

  /// More knock-outs than anybody takes seriously.
  public static func manyKnockouts(_ count: Int, _ most: Int) -> Message {
    Message(
      de: """
        \(count) K.-o.-Kriterien sind mehr als \(most); nur behalten, woran ein Angebot wirklich \
        scheitern soll
        """,
      en: """
        \(count) knock-outs are more than \(most); keep only those that an offer should really \
        fail on
        """)
  }

  /// A sibling without weight.
  public static func missingWeight(_ id: String, usesRanks: Bool) -> Message {
    let key = usesRanks ? "rank: …" : "weight: …"
    return Message(
      de: "\(id.quotedDe) hat kein Gewicht; „\(key)“ ergänzen wie bei den Nachbarn",
      en: "\(id.quotedEn) has no weight; add “\(key)” as its siblings have")
  }

  /// Siblings whose weights cannot be compared.
  public static func mixedWeights(_ line: Int) -> Message {
    Message(
      de: """
        Das Gewicht ist in anderer Form angegeben als das des Nachbarn in Zeile \(line); unter \
        Nachbarn nur Zahlen, nur Prozente, nur „priority“ oder nur „rank“ verwenden
        """,
      en: """
        the weight is given in another form than that of its sibling in line \(line); use numbers \
        only, percentages only, “priority” only or “rank” only among siblings
        """)
  }

  /// A name that half of the readers cannot read.
  public static func nameInOneLanguage(_ id: String) -> Message {
    Message(
      de: "Der Name von \(id.quotedDe) steht nur einmal da; name: { de: …, en: … } schreiben",
      en: "the name of \(id.quotedEn) is given once only; write name: { de: …, en: … }")
  }

  /// No goals at all.
  public static func noGoals() -> Message {
    Message(
      de: "Die Entscheidung hat kein Ziel; mindestens eines angeben, etwa fit: { weight: 50 }",
      en: "the decision has no goal; name at least one, such as fit: { weight: 50 }")
  }

  /// A condition on every Must where there is none.
  public static func noMustBelow() -> Message {
    Message(
      de:
        "Unter dieser Gruppe gibt es kein Muss, die Bedingung prüft nichts; „priority: must“ setzen",
      en: "there is no must below this branch, the condition tests nothing; set “priority: must”")
  }

  /// A question without explanation.
  public static func noteMissing(_ id: String) -> Message {
    Message(
      de: "\(id.quotedDe) sagt nicht, was genau gefragt ist; „note“ ergänzen",
      en: "\(id.quotedEn) does not say what exactly is asked; add a “note”")
  }

  /// A change to a criterion that does not exist.
  public static func nothingToChange(_ id: String, _ meant: String?) -> Message {
    let mend = Suggestion.mend(
      meant,
      else: LocalText(
        de: "ein neues Kriterium braucht „under“ mit der Gruppe, in die es gehört",
        en: "a new criterion needs “under” with the branch that it belongs to"))
    return Message(
      de: "Ein Kriterium \(id.quotedDe) gibt es nicht; \(mend.de)",
      en: "there is no criterion \(id.quotedEn); \(mend.en)")
  }

  /// Percentages that are not a whole.
  public static func percentSum(_ ids: [String], _ sum: String) -> Message {
    Message(
      de: "Die Gewichte von \(ids.listDe) ergeben \(sum) %; sie müssen 100 % ergeben",
      en: "the weights of \(ids.listEn) sum to \(sum) %; make them sum to 100 %")
  }

  /// A profile whose weights leave too much or too little.
  public static func profileSum(_ sum: String) -> Message {
    Message(
      de: """
        Die Gewichte dieses Profils ergeben unter Nachbarn \(sum) %; höchstens 100 % vergeben, und \
        genau 100 %, wenn kein Nachbar mit Gewicht übrig bleibt
        """,
      en: """
        the weights of this profile sum to \(sum) % among siblings; give 100 % at most, and exactly \
        100 % if no sibling with a weight is left
        """)
  }

  /// A rank beyond the number of siblings.
  public static func rankTooHigh(_ rank: Int, _ count: Int) -> Message {
    Message(
      de: "Rang \(rank) bei \(count) Nachbarn gibt es nicht; die Ränge 1 bis \(count) vergeben",
      en: "there is no rank \(rank) among \(count) siblings; give the ranks 1 to \(count)")
  }

  /// Ranks where numbers are declared.
  public static func rankWithoutMethod() -> Message {
    Message(
      de:
        "Ränge gelten nur mit „weights: { method: ranks }“; dies ergänzen oder „weight“ schreiben",
      en: "ranks count only with “weights: { method: ranks }”; add this or write “weight”")
  }

  /// A scale in no form or in several.
  public static func scaleForm() -> Message {
    Message(
      de:
        "Eine Skala hat entweder „best“ und „worst“ oder „points“ oder „levels“; eines davon angeben",
      en: "a scale has either “best” and “worst”, or “points”, or “levels”; give one of them")
  }

  /// More than one statement of a weight.
  public static func severalWeights() -> Message {
    Message(
      de: "Das Gewicht ist mehrfach angegeben; nur eines von „weight“, „priority“, „rank“ behalten",
      en: "the weight is stated more than once; keep one of “weight”, “priority”, “rank”")
  }

  /// Fewer than two levels.
  public static func tooFewLevels() -> Message {
    Message(
      de: "Eine Skala braucht mindestens zwei Stufen; weitere ergänzen",
      en: "a scale needs at least two levels; add more")
  }

  /// Fewer than two points.
  public static func tooFewPoints() -> Message {
    Message(
      de: "Eine Skala braucht mindestens zwei Punkte; weitere ergänzen, etwa { 1: 1, 24: 0 }",
      en: "a scale needs at least two points; add more, such as { 1: 1, 24: 0 }")
  }

  /// More criteria than anybody answers.
  public static func tooManyCriteria(_ most: Int) -> Message {
    Message(
      de: "Das sind mehr als \(most) Kriterien; die Liste kürzen",
      en: "these are more than \(most) criteria; shorten the list")
  }

  /// More profiles than anybody compares.
  public static func tooManyProfiles(_ most: Int) -> Message {
    Message(
      de: "Das sind mehr als \(most) Profile; nur die wichtigsten behalten",
      en: "these are more than \(most) profiles; keep the most important ones only")
  }

  /// A tree with more levels than anybody follows.
  public static func treeTooDeep(_ most: Int) -> Message {
    Message(
      de: "Das Kriterium liegt tiefer als \(most) Ebenen; Gruppen zusammenlegen",
      en: "the criterion lies deeper than \(most) levels; merge branches")
  }

  /// A unit for named levels.
  public static func unitOfLevels() -> Message {
    Message(
      de: "Stufen haben keine Einheit; „unit“ streichen",
      en: "levels have no unit; take “unit” out")
  }

  /// A catalogue that does not exist.
  public static func unknownCatalogue(
    _ name: String, _ meant: String?, _ ids: [String]
  ) -> Message {
    let mend = Suggestion.mend(
      meant,
      else: LocalText(
        de: "es gibt \(ids.listDe), oder einen Pfad mit / oder der Endung .yaml angeben",
        en: "there are \(ids.listEn), or name a path with / or the ending .yaml"))
    return Message(
      de: "Einen Katalog \(name.quotedDe) gibt es nicht; \(mend.de)",
      en: "there is no catalogue \(name.quotedEn); \(mend.en)")
  }

  /// A goal or criterion that does not exist, where one is referred to.
  public static func unknownCriterion(_ name: String, _ meant: String?) -> Message {
    let mend = Suggestion.mend(
      meant,
      else: LocalText(
        de: "Kennung oder Pfad wie fit/integration angeben",
        en: "give an identifier or a path such as fit/integration"))
    return Message(
      de: "Ein Ziel oder Kriterium \(name.quotedDe) gibt es nicht; \(mend.de)",
      en: "there is no goal or criterion \(name.quotedEn); \(mend.en)")
  }

  /// A level that the scale does not have.
  public static func unknownLevel(_ name: String, _ meant: String?, _ ids: [String]) -> Message {
    let mend = Suggestion.mend(
      meant, else: LocalText(de: "sie hat \(ids.listDe)", en: "it has \(ids.listEn)"))
    return Message(
      de: "Die Skala hat keine Stufe \(name.quotedDe); \(mend.de)",
      en: "the scale has no level \(name.quotedEn); \(mend.en)")
  }

  /// A parent that does not exist.
  public static func unknownParent(_ name: String, _ meant: String?) -> Message {
    let mend = Suggestion.mend(
      meant,
      else: LocalText(
        de: "ein Ziel oder eine Gruppe nennen, etwa fit oder fit/integration",
        en: "name a goal or a branch, such as fit or fit/integration"))
    return Message(
      de: "„under“ nennt \(name.quotedDe), das es nicht gibt; \(mend.de)",
      en: "“under” names \(name.quotedEn), which does not exist; \(mend.en)")
  }

  /// Weights that are all zero.
  public static func weightsAllZero(_ ids: [String]) -> Message {
    Message(
      de: "Die Gewichte von \(ids.listDe) sind alle null; mindestens eines über null setzen",
      en: "the weights of \(ids.listEn) are all zero; set at least one above zero")
  }

  /// Weights beyond the range of numbers.
  public static func weightsTooLarge() -> Message {
    Message(
      de: "Die Summe der Gewichte ist zu groß; kleinere Zahlen im gleichen Verhältnis verwenden",
      en: "the sum of the weights is too large; use smaller numbers in the same ratio")
  }

  /// A path that leads elsewhere.
  public static func wrongPath(_ path: String, _ right: String) -> Message {
    Message(
      de: "Der Pfad \(path.quotedDe) führt nicht dorthin; gemeint ist vielleicht \(right.quotedDe)",
      en: "the path \(path.quotedEn) does not lead there; did you mean \(right.quotedEn)?")
  }

  /// A figure in another unit than the scale's.
  public static func wrongUnit(_ text: String, _ unit: String) -> Message {
    if unit.isEmpty {
      return Message(
        de: "\(text.quotedDe) hat eine Einheit, die Skala nicht; nur die Zahl schreiben",
        en: "\(text.quotedEn) has a unit, the scale has none; write the figure only")
    }
    return Message(
      de:
        "\(text.quotedDe) ist keine Zahl in der Einheit der Skala; eine in \(unit.quotedDe) angeben",
      en: "\(text.quotedEn) is no figure in the scale's unit; give one in \(unit.quotedEn)")
  }
}
