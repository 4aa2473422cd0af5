public import Measures
public import Messages

/// How an answer becomes a value between 0 and 1; declared before offers are opened, so that no
/// offer's value depends on which other offers exist.
public enum Scale: Sendable, Equatable {
  /// Named answers, each worth a value.
  case levels(LevelScale)
  /// A figure in a unit.
  case numeric(NumericScale)
}

/// Named answers, each worth a value.
public struct LevelScale: Sendable, Equatable {
  /// A named answer.
  public struct Level: Sendable, Equatable {
    /// Identifier: lower-case letters, digits and `_`.
    public let id: String
    /// What people read.
    public let name: LocalText
    /// What it is worth, 0 to 1.
    public let value: Amount
    /// Other words that offers use for it, in lower case.
    public let synonyms: [String]

    /// A named answer.
    public init(id: String, name: LocalText, value: Amount, synonyms: [String] = []) {
      self.id = id
      self.name = name
      self.value = value
      self.synonyms = synonyms
    }
  }

  /// The levels as declared, usually from best to worst; at least two, not all worth the same.
  public let levels: [Level]

  /// Named answers.
  public init(levels: [Level]) { self.levels = levels }
}

/// A figure in a unit; between the points the value runs straight, outside it stays at the ends.
public struct NumericScale: Sendable, Equatable {
  /// A figure and what it is worth.
  public struct Point: Sendable, Equatable {
    /// The figure, in the scale's unit.
    public let figure: Amount
    /// Its value, 0 to 1.
    public let value: Amount

    /// A figure and what it is worth.
    public init(figure: Amount, value: Amount) {
      self.figure = figure
      self.value = value
    }
  }

  /// The unit, such as `%`, `h` or `ms`; empty for points.
  public let unit: String
  /// At least two points by rising figure; the first and last are the ends of the scale.
  public let points: [Point]
  /// Texts that say what some figures stand for, such as 0, 3, 5, 8 and 10 of a rating.
  public let anchors: [Anchor]

  /// What a figure stands for.
  public struct Anchor: Sendable, Equatable {
    /// The figure.
    public let figure: Amount
    /// What it stands for.
    public let text: LocalText

    /// What a figure stands for.
    public init(figure: Amount, text: LocalText) {
      self.figure = figure
      self.text = text
    }
  }

  /// A figure in a unit.
  public init(unit: String, points: [Point], anchors: [Anchor] = []) {
    self.unit = unit
    self.points = points
    self.anchors = anchors
  }

  /// The point with the highest value.
  public var best: Point? { points.max { $0.value < $1.value } }
  /// The point with the lowest value.
  public var worst: Point? { points.min { $0.value < $1.value } }
}

/// What total cost is worth: 1 at `best`, 0 at `worst`, in the decision's currency (`rulings.md` R7).
public struct CostScale: Sendable, Equatable {
  /// The present value that earns full marks.
  public let best: Amount
  /// The present value that earns nothing; above `best`.
  public let worst: Amount

  /// A scale with best < worst.
  public init(best: Amount, worst: Amount) {
    self.best = best
    self.worst = worst
  }
}

extension LevelScale {
  /// The usual answers to a requirement (`domain.md` 2), from "standard" to "not available".
  public static let response = LevelScale(levels: [
    level(
      "standard", "Standard", "Standard", 100,
      [
        "ja", "yes", "erfüllt", "voll erfüllt", "vollständig erfüllt", "vorhanden", "im standard",
        "standardfunktion", "x", "✓", "✔", "fully met", "met", "available", "out of the box",
        "yes, standard", "ja, standard",
      ]),
    level(
      "configuration", "durch Einstellung", "By configuration", 90,
      [
        "konfiguration", "konfigurierbar", "einstellung", "einstellbar", "durch konfiguration",
        "customizing", "configurable", "configured", "configuration", "parametrierung",
        "parametrierbar",
      ]),
    level(
      "third_party", "Fremdprodukt", "Third-party product", 60,
      [
        "third party", "third-party", "partnerprodukt", "partnerlösung", "zusatzprodukt",
        "zusatzmodul", "drittanbieter", "drittprodukt", "add-on", "add on", "partner",
      ]),
    level(
      "customisation", "Anpassung", "Customisation", 50,
      [
        "customization", "individualentwicklung", "individualprogrammierung", "programmierung",
        "modifikation", "entwicklung", "custom", "development", "teilweise", "teilweise erfüllt",
        "partly", "partially",
      ]),
    level(
      "roadmap_dated", "geplant, vertraglich zugesagt", "Planned, date in contract", 30,
      ["roadmap mit termin", "geplant mit termin", "roadmap with date", "roadmap dated"]),
    level(
      "roadmap", "geplant, ohne Zusage", "Planned, no date", 0,
      ["geplant", "in planung", "planned", "roadmap ohne termin"]),
    level(
      "none", "nicht verfügbar", "Not available", 0,
      [
        "nein", "no", "nicht vorhanden", "nicht erfüllt", "nicht möglich", "nicht lieferbar",
        "nicht abgedeckt", "fehlt", "not available", "not possible", "not supported", "not met",
      ]),
  ])

  /// Yes, partly, no.
  public static let yesNo = LevelScale(levels: [
    level(
      "yes", "ja", "Yes", 100,
      [
        "j", "y", "erfüllt", "vollständig erfüllt", "vorhanden", "x", "✓", "✔", "true", "wahr",
        "met", "available", "compliant", "fully compliant",
      ]),
    level(
      "partly", "teilweise", "Partly", 50,
      [
        "teils", "zum teil", "teilweise erfüllt", "partial", "partially", "eingeschränkt",
        "partially compliant",
      ]),
    level(
      "no", "nein", "No", 0,
      [
        "n", "nicht erfüllt", "nicht vorhanden", "nicht verfügbar", "nicht möglich", "false",
        "falsch", "keine", "not met", "not available", "not compliant", "non-compliant",
      ]),
  ])

  private static func level(
    _ id: String, _ de: String, _ en: String, _ hundredths: Int, _ synonyms: [String]
  ) -> Level {
    Level(
      id: id, name: LocalText(de: de, en: en),
      value: Amount(units: Int128(hundredths) * Amount.unitsPerWhole / 100), synonyms: synonyms)
  }
}
