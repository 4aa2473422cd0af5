// Messages about discounts and surcharges of quotations, those for delivery among them.
// In alphabetical order; the name of a function is the message's lasting name.

extension Message {
  /// A discount or surcharge that is not its share.
  public static func quotedAllowanceDiffers(
    stated: String, factor: String, base: String, reckoned: String
  ) -> Message {
    Message(
      de: """
        der Nachlass oder Zuschlag lautet auf \(stated), \(factor) von \(base) sind aber \
        \(reckoned); beim Anbieter nachfragen, es zählt \(stated)
        """,
      en: """
        the discount or surcharge says \(stated), but \(factor) of \(base) is \(reckoned); ask \
        the vendor, \(stated) counts
        """)
  }

  /// A discount in goods.
  public static func quotedAllowanceInKind() -> Message {
    Message(
      de: """
        dieser Nachlass besteht aus Ware und nicht aus Geld, er zählt nicht; ihn in Geld \
        angeben lassen
        """,
      en: "this discount is in goods and not in money, it does not count; have it stated in money")
  }

  /// A discount whose line gets another price from the decision.
  public static func quotedAllowanceKept(
    item: String, amount: String, price: String, row: String
  ) -> Message {
    Message(
      de: """
        der Nachlass oder Zuschlag von \(amount) zu \(item.quotedDe) gehört zum angebotenen Preis und \
        zählt weiter neben \(price) aus der Entscheidung; sonst unter positions \(row.quotedDe) mit \
        amount: 0 angeben
        """,
      en: """
        the discount or surcharge of \(amount) on \(item.quotedEn) belongs to the quoted price and \
        still counts beside the \(price) of the decision; else state \(row.quotedEn) with amount: 0 \
        under positions
        """)
  }

  /// A discount or surcharge below zero.
  public static func quotedAllowanceNegative(amount: String) -> Message {
    Message(
      de: """
        der Nachlass oder Zuschlag \(amount) ist negativ, so bleibt offen, ob er mindert oder \
        erhöht; ohne Vorzeichen angeben lassen
        """,
      en: """
        the discount or surcharge \(amount) is below zero, which leaves open whether it \
        reduces or adds; have it stated without a sign
        """)
  }

  /// A discount in another currency than the price that it is on.
  public static func quotedAllowanceOtherCurrency(line: String) -> Message {
    Message(
      de: """
        bei Position \(line) steht der Nachlass oder Zuschlag in anderer Währung als der Preis, der \
        so offen bleibt; beide in einer Währung angeben lassen
        """,
      en: """
        line \(line) has its discount or surcharge in another currency than the price, which leaves \
        the price open; have both stated in one currency
        """)
  }

  /// A discount or surcharge of a price that could also be meant for the line.
  public static func quotedAllowancePerUnit(amount: String) -> Message {
    Message(
      de: """
        \(amount) Nachlass oder Zuschlag zählt je Preiseinheit; gilt der Betrag für die ganze \
        Position, dann amount unter positions in der Entscheidung angeben
        """,
      en: """
        the discount or surcharge of \(amount) counts for each price unit; if it is for the \
        whole line, state amount under positions in the decision
        """)
  }

  /// A discount in a price that the decision replaces.
  public static func quotedAllowanceReplaced(
    item: String, amount: String, price: String
  ) -> Message {
    Message(
      de: """
        der Nachlass oder Zuschlag von \(amount) zu \(item.quotedDe) gehört zum angebotenen Preis und \
        zählt nicht neben \(price) aus der Entscheidung; dort mit in amount nehmen, wenn er gilt
        """,
      en: """
        the discount or surcharge of \(amount) on \(item.quotedEn) belongs to the quoted price and \
        does not count beside the \(price) of the decision; take it into that amount if it holds
        """)
  }

  /// A discount on a line whose quantity the decision replaces.
  public static func quotedAllowanceScaled(item: String, quantity: String) -> Message {
    Message(
      de: """
        der Nachlass oder Zuschlag zu \(item.quotedDe) ist für die Menge \(quantity) angeboten \
        und wird im Verhältnis umgerechnet; beim Anbieter bestätigen lassen
        """,
      en: """
        the discount or surcharge on \(item.quotedEn) is offered for a quantity of \(quantity) \
        and is converted in proportion; have the vendor confirm it
        """)
  }

  /// A discount or surcharge that does not say which of the two it is.
  public static func quotedAllowanceUndirected() -> Message {
    Message(
      de: "hier fehlt, ob es ein Nachlass oder ein Zuschlag ist; vom Anbieter berichtigen lassen",
      en: "this does not say whether it is a discount or a surcharge; have the vendor correct it")
  }

  /// A discount or surcharge without an amount.
  public static func quotedAllowanceWithoutAmount() -> Message {
    Message(
      de: "der Nachlass oder Zuschlag hat keinen Betrag; vom Anbieter ergänzen lassen",
      en: "the discount or surcharge has no amount; have the vendor add it")
  }

  /// A discount or surcharge that can't be reckoned without a price.
  public static func quotedAllowanceWithoutPrice(line: String) -> Message {
    Message(
      de: """
        der Nachlass oder Zuschlag von Position \(line) lässt sich ohne ihren Preis nicht rechnen; \
        den Preis angeben lassen
        """,
      en: """
        the discount or surcharge of line \(line) cannot be reckoned without its price; have the \
        price stated
        """)
  }

  /// An amount among the terms of delivery.
  public static func quotedDeliveryAmount(amount: String) -> Message {
    Message(
      de: """
        unter der Lieferung steht ein Betrag von \(amount), der kein Zuschlag ist und nicht zählt; \
        beim Anbieter klären und, wenn er zu zahlen ist, in einer Preisdatei ergänzen
        """,
      en: """
        the delivery states an amount of \(amount) that is no surcharge and does not count; clear it \
        up with the vendor and, if it is to be paid, add it in a file of prices
        """)
  }

  /// A discount or surcharge for delivery.
  public static func quotedDeliveryCharge(amount: String) -> Message {
    Message(
      de: """
        \(amount) Nachlass oder Zuschlag für die Lieferung zählen neben den Positionen; prüfen, ob \
        der Betrag nicht schon in einer steckt, sonst unter positions mit amount: 0 angeben
        """,
      en: """
        the discount or surcharge of \(amount) for delivery counts beside the lines; check that \
        none of them holds it already, else state it under positions with amount: 0
        """)
  }

  /// A discount on a unit's price that may be in the price already or not.
  public static func quotedPriceAllowanceUnclear(
    line: String, price: String, other: String
  ) -> Message {
    Message(
      de: """
        bei Position \(line) ist offen, ob der Stückpreis \(price) den Nachlass oder Zuschlag schon \
        enthält oder erst mit ihm \(other) beträgt; den Anbieter LineExtensionAmount oder BaseAmount \
        angeben lassen
        """,
      en: """
        line \(line) leaves open whether the unit price \(price) has the discount or surcharge in it \
        or becomes \(other) with it; have the vendor state LineExtensionAmount or BaseAmount
        """)
  }

  /// A unit's price before the discount that UBL has in it.
  public static func quotedPriceBeforeAllowance(
    line: String, price: String, net: String
  ) -> Message {
    Message(
      de: """
        Position \(line) nennt mit \(price) den Stückpreis vor dem Nachlass oder Zuschlag, der nach \
        UBL schon darin sein sollte; es zählt \(net), beim Anbieter bestätigen lassen
        """,
      en: """
        line \(line) gives \(price), the unit price before the discount or surcharge that in UBL \
        should be in it; \(net) counts, have the vendor confirm it
        """)
  }
}
