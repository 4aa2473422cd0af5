/// A column of one shape of table; the raw value is its name in Votum's own files.
protocol OfferColumn: RawRepresentable<String>, CaseIterable, Hashable, Sendable {
  /// Other headers that mean this column, the likelier first, as ``HeaderName`` folds them.
  var aliases: [String] { get }
  /// Sets of columns of which a table of this shape has at least one each.
  static var required: [[Self]] { get }
  /// What a second header of the same meaning stands for: beside a number, "Anforderung" is a text.
  static var seconds: [(Self, Self)] { get }
  /// Headers that mean their column only where no other header does.
  static var unsure: Set<String> { get }
  /// Columns of figures that may be for several units or in a magnitude, as their headers say.
  static var measured: Set<Self> { get }
  /// The column of figures that a header may say the rhythm of payment of.
  static var rhythmic: Self? { get }
  /// The columns by the folded headers that mean them.
  static var byHeader: [String: ColumnMatch<Self>] { get }
}

/// A column that a header means.
struct ColumnMatch<Column: OfferColumn>: Sendable {
  let column: Column
  /// How surely: 0 for the column's own name, then by alias.
  let rank: Int
}

extension OfferColumn {
  static var seconds: [(Self, Self)] { [] }
  static var unsure: Set<String> { [] }
  static var measured: Set<Self> { [] }
  static var rhythmic: Self? { nil }

  /// The column that a header means, by its name or by what is left of it without units and times.
  static func match(_ name: HeaderName) -> ColumnMatch<Self>? {
    if let match = byHeader[name.key] { return match }
    guard name.stem != name.key, let match = byHeader[name.stem], measured.contains(match.column)
    else { return nil }
    // A price for a unit is surely not what the row comes to.
    let isUnitPrice = name.unit != nil || name.priceBase != nil
    return ColumnMatch(column: match.column, rank: isUnitPrice ? 1 : match.rank)
  }

  /// All headers of all columns.
  static func indexed() -> [String: ColumnMatch<Self>] {
    var index: [String: ColumnMatch<Self>] = [:]
    for column in allCases {
      let names = [column.rawValue.nameKey] + column.aliases
      for (place, name) in names.enumerated() {
        let rank = unsure.contains(name) ? place + names.count : place
        guard rank < index[name]?.rank ?? .max else { continue }
        index[name] = ColumnMatch(column: column, rank: rank)
      }
    }
    return index
  }
}

/// Columns of answers to the criteria.
enum AnswerColumn: String, OfferColumn {
  case criterion, answer, low, high, evidence, comment, question
  /// What questionnaires and matrices carry for people: kept out of the way, not read.
  case group, priority, weight
  /// The unit of figures, which must be the scale's.
  case unit

  static let byHeader = indexed()
  static let required: [[AnswerColumn]] = [[.criterion, .question], [.answer]]
  static let seconds: [(AnswerColumn, AnswerColumn)] = [(.criterion, .question)]

  var aliases: [String] {
    switch self {
    case .criterion:
      [
        "kriterium", "criteria", "anforderungsnr", "anforderungid", "anforderungsnummer",
        "kriteriumsnr", "questionid", "requirementid", "criterionid", "nr", "nummer", "no",
        "number", "id", "kennung", "lfdnr", "reqid", "questionnumber", "anforderung", "requirement",
      ]
    case .answer:
      [
        "antwort", "erfüllungsgrad", "erfüllung", "erfüllt", "response", "antwortdesanbieters",
        "antwortanbieter", "vendorresponse", "vendoranswer", "compliance",
      ]
    case .low: ["von", "niedrig", "from"]
    case .high: ["bis", "hoch", "to"]
    case .evidence: ["nachweis", "nachweisstufe"]
    case .comment:
      [
        "kommentar", "bemerkung", "bemerkungen", "anmerkung", "anmerkungen", "erläuterung",
        "erläuterungen", "remark", "remarks", "comments", "explanation",
      ]
    case .question:
      [
        "frage", "fragetext", "anforderungstext", "kriteriumstext", "bezeichnung", "text",
        "beschreibung", "description",
      ]
    case .group: ["gruppe", "kategorie", "bereich", "thema", "kapitel", "category", "section"]
    case .priority: ["priorität", "prio", "mussoderkann", "musssollkann", "verbindlichkeit"]
    case .weight: ["gewicht", "gewichtung", "weighting", "punkte", "points"]
    case .unit: ["einheit", "maßeinheit"]
    }
  }
}

/// Columns of prices.
enum PriceColumn: String, OfferColumn {
  case item, amount
  case lineTotal = "line_total"
  case low, likely, high, category, kind, payee, currency, count, per
  case priceBase = "price_base"
  case discount, frequency, start, end
  case inAdvance = "in_advance"
  case shape, escalation, cap
  case escalationLow = "escalation_low"
  case escalationHigh = "escalation_high"
  case firstIncrease = "first_increase"
  case priceBaseDate = "price_base_date"
  case floor, compounding, index
  case indexShare = "index_share"
  case indexThreshold = "index_threshold"
  case indexBase = "index_base"
  case protectedUntil = "protected_until"
  case listPrice = "list_price"
  case tiers
  case tierMode = "tier_mode"
  case minimumQuantity = "minimum_quantity"
  case includedQuantity = "included_quantity"
  case overage
  case trueUp = "true_up"
  case minimumTerm = "minimum_term"
  case renewal
  case terminationFee = "termination_fee"
  case shareOf = "share_of"
  case role
  case effortUnit = "effort_unit"
  case rampUp = "ramp_up"
  case productivityLoss = "productivity_loss"
  case probability
  case status, cures, tax
  case taxRate = "tax_rate"
  case taxDeductible = "tax_deductible"
  case alreadyPaid = "already_paid"
  /// What is counted; a time in it would be the rhythm.
  case unit
  case comment

  static let byHeader = indexed()
  static let required: [[PriceColumn]] = [[.item], [.amount, .likely, .tiers, .lineTotal]]
  /// Beside a unit price, an amount is what the row comes to.
  static let seconds: [(PriceColumn, PriceColumn)] = [(.amount, .lineTotal)]
  static let unsure: Set = [
    "amount", "betrag", "preis", "price", "netto", "net", "brutto", "gross",
  ]
  static let measured: Set<PriceColumn> = [
    .amount, .lineTotal, .low, .likely, .high, .listPrice, .overage,
  ]
  static let rhythmic: PriceColumn? = .amount

  var aliases: [String] {
    switch self {
    case .item:
      [
        "bezeichnung", "leistung", "artikel", "artikelbezeichnung", "produktbezeichnung",
        "leistungsbeschreibung", "kurztext", "shorttext", "produkt", "product", "productname",
        "itemdescription", "itemname", "position", "pos", "description", "beschreibung", "service",
        "name",
      ]
    case .amount:
      [
        "einzelpreis", "preis", "preisjeeinheit", "unitprice", "price", "betrag", "einheitspreis",
        "stückpreis", "preisprostück", "preisproeinheit", "priceperunit", "unitcost", "ep",
        "epreis", "netto", "net", "brutto", "gross",
      ]
    case .lineTotal:
      [
        "gesamtpreis", "positionspreis", "zeilensumme", "gesamtbetrag", "positionssumme", "gesamt",
        "summe", "linetotal", "totalprice", "total", "extendedprice", "lineamount", "gp", "gpreis",
        "endpreis", "wert", "nettowert", "warenwert",
      ]
    case .low: ["niedrig", "von", "preisvon", "min", "minimum"]
    case .likely: ["wahrscheinlich", "erwartet", "expected"]
    case .high: ["hoch", "bis", "preisbis", "max", "maximum"]
    case .category: ["kategorie", "kostenart"]
    case .kind: ["art"]
    case .payee: ["empfänger", "zahlungsempfänger"]
    case .currency: ["währung", "waehrung", "währg", "whg", "wkz", "ccy", "curr"]
    case .count:
      [
        "menge", "anzahl", "quantity", "qty", "stückzahl", "anz", "units", "stück", "numberofunits",
        "stk", "users", "seats", "licenses", "licences", "nutzer", "anzahlnutzer", "benutzer",
        "anzahlbenutzer", "anzahluser", "bestellmenge", "numberofusers", "anzahllizenzen",
        "stk", "users", "seats", "licenses", "licences",
        "nutzer", "anzahlnutzer", "anzahlbenutzer", "anzahluser", "bestellmenge", "numberofusers",
        "benutzer", "lizenzen", "anzahllizenzen",
      ]
    case .per: ["je", "pro", "bezugsgröße"]
    case .priceBase: ["preisbasis", "preiseinheit", "pe", "preismenge", "preisbezugsmenge"]
    case .discount: ["rabatt", "nachlass", "rebate", "rabattsatz", "nachlasssatz"]
    case .frequency:
      [
        "turnus", "rhythmus", "zahlungsweise", "abrechnung", "billing", "zahlweise",
        "zahlungsrhythmus", "zahlungsintervall", "zahlungsturnus", "abrechnungsintervall",
        "abrechnungszeitraum", "abrechnungsturnus", "abrechnungsrhythmus", "intervall", "interval",
        "periode", "period", "billingperiod", "billingcycle", "billingfrequency",
        "billinginterval", "paymentfrequency", "paymentinterval", "recurrence", "chargetype",
        "rechnungsstellung",
      ]
    case .start: ["beginn", "ab", "startdatum", "startdate", "vertragsbeginn", "validfrom"]
    case .end: ["ende", "enddatum", "enddate", "vertragsende"]
    case .inAdvance: ["imvoraus", "vorauszahlung"]
    case .escalation:
      [
        "preissteigerung", "preiserhöhung", "preisanpassung", "uplift", "annualuplift",
        "annualincrease", "priceincrease", "annualpriceincrease", "steigerungpa",
        "preissteigerungpa", "preiserhöhungpa", "erhöhungpa", "preisanpassungpa",
        "jährlichepreissteigerung", "jährlichepreiserhöhung",
      ]
    case .shape: ["verteilung"]
    case .escalationLow: ["preissteigerungvon", "preiserhöhungvon"]
    case .escalationHigh: ["preissteigerungbis", "preiserhöhungbis"]
    case .cap: ["obergrenze", "deckel", "pricecap", "upliftcap", "deckelung", "preisdeckel"]
    case .firstIncrease: ["ersteerhöhung", "erstepreiserhöhung"]
    case .priceBaseDate: ["preisstand"]
    case .floor: ["untergrenze", "mindeststeigerung"]
    case .compounding: ["aufbauend", "zinseszins"]
    case .index: ["preisindex"]
    case .indexShare: ["indexanteil", "weitergabe"]
    case .indexThreshold: ["indexschwelle", "schwelle"]
    case .indexBase: ["indexbasis", "indexstand"]
    case .protectedUntil: ["preisgarantiebis", "preisgarantie", "preisbindungbis"]
    case .listPrice: ["listenpreis"]
    case .tiers: ["staffel", "staffelpreise", "staffeln"]
    case .tierMode: ["staffelart"]
    case .minimumQuantity: ["mindestmenge", "mindestabnahme"]
    case .includedQuantity: ["inklusivmenge", "freimenge"]
    case .overage: ["mehrmengenpreis", "mehrpreis"]
    case .trueUp: ["nachlizenzierung", "mengenanpassung"]
    case .minimumTerm: ["mindestlaufzeit", "minimumperiod", "mindestvertragslaufzeit"]
    case .renewal: ["verlängerung", "vertragsverlängerung"]
    case .terminationFee: ["ablöse", "kündigungsgebühr", "vorfälligkeit"]
    case .shareOf: ["anteilan"]
    case .role: ["rolle"]
    case .effortUnit: ["aufwandseinheit", "aufwand"]
    case .rampUp: ["einarbeitung"]
    case .productivityLoss: ["produktivitätsverlust", "reibungsverlust"]
    case .probability: ["eintrittswahrscheinlichkeit", "chance"]
    case .status:
      [
        "positionsart", "positionstyp", "artderposition", "posart", "postyp", "optional", "option",
      ]
    case .cures: ["behebt", "kriterium"]
    case .tax: ["steuer"]
    case .taxRate: ["steuersatz", "mwstsatz", "ustsatz", "mwst", "ust", "vatrate", "vat"]
    case .taxDeductible:
      ["vorsteuerabzug", "vorsteuerabziehbar", "vorsteuer", "abziehbar", "recoverable"]
    case .alreadyPaid: ["bereitsbezahlt", "schonbezahlt"]
    case .unit: ["einheit", "mengeneinheit", "me", "maßeinheit", "uom", "unitofmeasure"]
    case .comment:
      [
        "bemerkung", "bemerkungen", "kommentar", "kommentare", "anmerkung", "anmerkungen",
        "hinweis", "remark", "remarks", "comments", "note", "notes",
      ]
    }
  }
}

/// Columns of contract terms.
enum TermColumn: String, OfferColumn {
  case term, value, comment

  static let byHeader = indexed()
  static let required: [[TermColumn]] = [[.term], [.value]]

  var aliases: [String] {
    switch self {
    case .term: ["vertragspunkt", "klausel", "clause"]
    case .value: ["regelung", "inhalt", "wert"]
    case .comment: ["bemerkung", "kommentar", "anmerkung", "remark"]
    }
  }
}
