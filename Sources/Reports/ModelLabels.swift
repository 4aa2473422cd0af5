public import DecisionModel
public import Evaluation
internal import Measures
public import Messages
public import TotalCost

// Names of the model's own values; exhaustive, so that a value without a name does not compile.

extension CostCategory {
  /// What people read.
  public var label: LocalText {
    switch self {
    case .licence: LocalText(de: "Lizenzen", en: "Licences")
    case .subscription: LocalText(de: "Nutzungsgebühren", en: "Subscriptions")
    case .hardware: LocalText(de: "Geräte", en: "Equipment")
    case .hosting: LocalText(de: "Rechenzentrum und Netz", en: "Hosting and network")
    case .implementation: LocalText(de: "Einführung", en: "Set-up")
    case .customisation: LocalText(de: "Anpassungen", en: "Customisation")
    case .integration: LocalText(de: "Schnittstellen", en: "Interfaces")
    case .migration: LocalText(de: "Datenübernahme", en: "Data migration")
    case .training: LocalText(de: "Schulung", en: "Training")
    case .development: LocalText(de: "Eigene Entwicklung", en: "Own development")
    case .internalEffort: LocalText(de: "Eigener Aufwand", en: "Own effort")
    case .maintenance: LocalText(de: "Wartung", en: "Maintenance")
    case .support: LocalText(de: "Unterstützung", en: "Support")
    case .operation: LocalText(de: "Betrieb", en: "Operation")
    case .downtime: LocalText(de: "Ausfälle", en: "Outages")
    case .exit: LocalText(de: "Ausstieg", en: "Leaving")
    case .other: LocalText(de: "Sonstiges", en: "Other")
    }
  }

  /// The category as the cause of a difference: "vor allem bei den Lizenzen", "mainly on licences".
  var cause: LocalText {
    switch self {
    case .licence: LocalText(de: "bei den Lizenzen", en: "on licences")
    case .subscription: LocalText(de: "bei den Nutzungsgebühren", en: "on subscriptions")
    case .hardware: LocalText(de: "bei den Geräten", en: "on equipment")
    case .hosting: LocalText(de: "bei Rechenzentrum und Netz", en: "on hosting and network")
    case .implementation: LocalText(de: "bei der Einführung", en: "on set-up")
    case .customisation: LocalText(de: "bei den Anpassungen", en: "on customisation")
    case .integration: LocalText(de: "bei den Schnittstellen", en: "on interfaces")
    case .migration: LocalText(de: "bei der Datenübernahme", en: "on data migration")
    case .training: LocalText(de: "bei der Schulung", en: "on training")
    case .development: LocalText(de: "bei der eigenen Entwicklung", en: "on own development")
    case .internalEffort: LocalText(de: "beim eigenen Aufwand", en: "on own effort")
    case .maintenance: LocalText(de: "bei der Wartung", en: "on maintenance")
    case .support: LocalText(de: "bei der Unterstützung", en: "on support")
    case .operation: LocalText(de: "beim Betrieb", en: "on operation")
    case .downtime: LocalText(de: "bei den Ausfällen", en: "on outages")
    case .exit: LocalText(de: "beim Ausstieg", en: "on leaving")
    case .other: LocalText(de: "beim Sonstigen", en: "on other items")
    }
  }

  /// A category as a cause, by the name that ``CategoryDifference`` gives it.
  static func cause(named name: CostCategoryName) -> LocalText {
    CostCategory(rawValue: name)?.cause
      ?? LocalText(de: "beim alten System bis zum Start", en: "on the old system until the start")
  }

  /// Name of a category as ``CategoryDifference`` names it; `old_system` is the old system.
  static func label(named name: CostCategoryName) -> LocalText {
    CostCategory(rawValue: name)?.label ?? oldSystemLabel
  }

  /// The old system until going live.
  public static let oldSystemLabel = LocalText(
    de: "Altes System bis zum Start", en: "Old system until going live")
}

extension CategoryCost {
  /// What people read.
  public var label: LocalText { category?.label ?? CostCategory.oldSystemLabel }
}

extension OfferDeclaration.Kind {
  /// What people read.
  public var label: LocalText {
    switch self {
    case .saas: LocalText(de: "Software als Dienst", en: "Software as a service")
    case .onPremises: LocalText(de: "Software im eigenen Haus", en: "Software on own premises")
    case .service: LocalText(de: "Dienstleistung", en: "Service")
    case .product: LocalText(de: "Kauf", en: "Purchase")
    case .make: LocalText(de: "Selbst machen", en: "Make it oneself")
    case .statusQuo: LocalText(de: "Wie bisher", en: "Keep as it is")
    case .none: LocalText(de: "Verzicht", en: "Do without")
    }
  }

  /// What a recommendation says to do with it.
  var choosing: Choosing {
    switch self {
    case .saas, .onPremises, .service, .product: .offered
    case .make: .made
    case .statusQuo: .kept
    case .none: .without
    }
  }
}

extension OfferResult.State {
  /// What people read.
  public var label: LocalText {
    switch self {
    case .acceptable: LocalText(de: "zulässig", en: "acceptable")
    case .conditional: LocalText(de: "unter Bedingung", en: "on condition")
    case .notRankable: LocalText(de: "ohne Rang", en: "not ranked")
    case .excluded: LocalText(de: "ausgeschlossen", en: "excluded")
    }
  }
}

extension KnockoutResult.State {
  /// What people read.
  public var label: LocalText {
    switch self {
    case .pass: LocalText(de: "erfüllt", en: "met")
    case .fail: LocalText(de: "nicht erfüllt", en: "not met")
    case .unknown: LocalText(de: "ungeklärt", en: "not known yet")
    case .waived: LocalText(de: "erlassen", en: "waived")
    }
  }
}

extension Verdict.Word {
  /// What people read (`rulings.md` R3).
  public var label: LocalText {
    switch self {
    case .clear: LocalText(de: "klar", en: "clear")
    case .fragile: LocalText(de: "knapp", en: "close")
    case .tie: LocalText(de: "unentschieden", en: "tie")
    case .none: LocalText(de: "keines", en: "none acceptable")
    }
  }
}

extension Verdict.Reason {
  /// What people read, in a list of what made the verdict.
  public var label: LocalText {
    switch self {
    case .smallLead: LocalText(de: "geringer Abstand", en: "small lead")
    case .withinNoise:
      LocalText(
        de: "Abstand kleiner als die Unsicherheit der Angaben",
        en: "lead smaller than the figures are uncertain")
    case .lowChance:
      LocalText(de: "zu selten vor einem Rivalen", en: "ahead of a rival too rarely")
    case .noAlternative:
      LocalText(de: "keine zulässige Alternative", en: "no acceptable alternative")
    case .unknownKnockout:
      LocalText(de: "ein Muss-Punkt ist ungeklärt", en: "a must is not known yet")
    case .smallRadius:
      LocalText(
        de: "kleine Verschiebung aller Gewichte ändert die Spitze",
        en: "a small joint shift of weights changes the leader")
    case .lowAcceptability: LocalText(de: "zu selten vorn", en: "leads too rarely")
    case .lowJointAcceptability:
      LocalText(
        de: "zu selten vorn, wenn auch Antworten und Kosten schwanken",
        en: "leads too rarely when answers and costs vary, too")
    case .cornerTest:
      LocalText(de: "offene Antworten können es drehen", en: "open answers can change it")
    case .costClipped:
      LocalText(
        de: "Kosten liegen außerhalb des Rahmens", en: "costs lie outside the agreed range")
    case .allExcluded:
      LocalText(de: "alle verfehlen einen Muss-Punkt", en: "all miss a must")
    case .noneRankable: LocalText(de: "überall fehlen Preise", en: "prices are missing everywhere")
    }
  }
}

extension TieBreaker {
  /// What people read.
  public var label: LocalText {
    switch self {
    case .cheaper: LocalText(de: "das günstigere Angebot", en: "the cheaper option")
    case .lessBound: LocalText(de: "das Angebot, das weniger bindet", en: "the one that binds less")
    case .askAgain: LocalText(de: "noch einmal nachfragen", en: "ask again")
    }
  }
}

extension Priority {
  /// What people read.
  public var label: LocalText {
    switch self {
    case .must: LocalText(de: "Muss", en: "Must")
    case .should: LocalText(de: "Soll", en: "Should")
    case .could: LocalText(de: "Kann", en: "Could")
    case .wont: LocalText(de: "Diesmal nicht", en: "Not this time")
    }
  }
}

extension Discounting {
  /// What people read.
  public var label: LocalText {
    switch self {
    case .endOfYear: LocalText(de: "gerechnet zum Jahresende", en: "reckoned at year end")
    case .midYear: LocalText(de: "gerechnet zur Jahresmitte", en: "reckoned at mid-year")
    case .startOfYear: LocalText(de: "gerechnet zum Jahresanfang", en: "reckoned at year start")
    case .byMonth: LocalText(de: "auf den Monat gerechnet", en: "reckoned by the month")
    }
  }
}

extension Unanswered {
  /// What people read.
  public var label: LocalText {
    switch self {
    case .middle: LocalText(de: "Mitte der Skala", en: "middle of the scale")
    case .worst: LocalText(de: "schlechtes Ende der Skala", en: "bad end of the scale")
    }
  }
}

extension Weighting.Method {
  /// What people read.
  public var label: LocalText {
    switch self {
    case .direct: LocalText(de: "unmittelbar angegeben", en: "stated directly")
    case .swing:
      LocalText(
        de: "aus dem Schritt vom schlechten zum guten Ende", en: "from the swing from bad to good")
    case .ranks: LocalText(de: "aus einer Rangfolge", en: "from ranks")
    }
  }
}

extension CostLine.Payee {
  /// What people read.
  public var label: LocalText {
    switch self {
    case .vendor: LocalText(de: "Anbieter", en: "vendor")
    case .thirdParty: LocalText(de: "Dritte", en: "third party")
    case .own: LocalText(de: "eigene Leute", en: "own people")
    }
  }
}

extension OpenQuestion.Effect {
  /// What people read.
  public var label: LocalText {
    switch self {
    case .decides: LocalText(de: "entscheidet über den Verbleib", en: "decides whether it stays")
    case .changesLeader: LocalText(de: "kann den Rang drehen", en: "can change who leads")
    case .movesPoints: LocalText(de: "verschiebt Punkte", en: "moves points")
    case .missingPrice: LocalText(de: "Preis fehlt", en: "price missing")
    }
  }

  /// How a sentence says it.
  var sentence: ReportSentences.OpenEffect {
    switch self {
    case .decides: .decides
    case .changesLeader: .changesLeader
    case .movesPoints: .movesPoints
    case .missingPrice: .missingPrice
    }
  }
}

extension CostLineResult {
  /// What became of the line, in words; `nil` for lines that simply count.
  public var treatmentLabel: LocalText? {
    switch treatment {
    case "optional": LocalText(de: "Wahlposition, nicht enthalten", en: "optional, not included")
    case "not_chosen": LocalText(de: "nicht gewählte Alternative", en: "alternative not chosen")
    case "exit_apart": LocalText(de: "Ausstieg, bei der Bindung", en: "leaving, see lock-in")
    case "benefit_apart": LocalText(de: "Nutzen, nicht abgezogen", en: "benefit, not deducted")
    case "opportunity_apart":
      LocalText(de: "entgangener Nutzen, nicht enthalten", en: "opportunity cost, not included")
    case "on_request": LocalText(de: "auf Anfrage, Preis fehlt", en: "on request, price missing")
    case "beyond_horizon": LocalText(de: "nach dem Zeitraum", en: "after the period")
    default: nil
    }
  }
}

/// Names of the steps of the evidence ladder (`domain.md` 2).
public enum EvidenceLevel: Int, Sendable, CaseIterable {
  /// Nothing.
  case none
  /// Said in a talk.
  case sales
  /// Answered in writing.
  case written
  /// A document or self-assessment.
  case document
  /// A third party's report in scope and period.
  case thirdParty
  /// Verified by us.
  case verified

  /// What people read.
  public var label: LocalText {
    switch self {
    case .none: LocalText(de: "ohne Beleg", en: "no evidence")
    case .sales: LocalText(de: "mündlich zugesagt", en: "said in a talk")
    case .written: LocalText(de: "schriftlich beantwortet", en: "answered in writing")
    case .document: LocalText(de: "mit Unterlagen belegt", en: "shown by documents")
    case .thirdParty: LocalText(de: "von Dritten geprüft", en: "checked by a third party")
    case .verified: LocalText(de: "von uns geprüft", en: "verified by us")
    }
  }
}

extension ScaleChange.Kind {
  /// What people read.
  public var label: LocalText {
    switch self {
    case .bestFurther: LocalText(de: "bestes Ende strenger", en: "best end stricter")
    case .bestNearer: LocalText(de: "bestes Ende milder", en: "best end milder")
    case .worstFurther: LocalText(de: "schlechtestes Ende milder", en: "worst end milder")
    case .worstNearer: LocalText(de: "schlechtestes Ende strenger", en: "worst end stricter")
    case .bentUp: LocalText(de: "Mitte höher bewertet", en: "middle valued higher")
    case .bentDown: LocalText(de: "Mitte niedriger bewertet", en: "middle valued lower")
    }
  }
}
