public import Measures
public import Messages
public import TotalCost

/// An option as the decision declares it.
public struct OfferDeclaration: Sendable, Equatable {
  /// What an option is.
  public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
    /// Software as a service.
    case saas
    /// Software run on own premises.
    case onPremises = "on-premises"
    /// A service, such as a provider or an interim manager.
    case service
    /// Bought once, such as equipment.
    case product
    /// Making it oneself.
    case make
    /// Keeping what there is.
    case statusQuo = "status-quo"
    /// Doing without.
    case none

    /// Whether a vendor stands behind it, so that there is somebody to negotiate with.
    public var hasVendor: Bool {
      switch self {
      case .saas, .onPremises, .service, .product: true
      case .make, .statusQuo, .none: false
      }
    }
  }

  /// Identifier: lower-case letters, digits, `-` and `_`.
  public var id: String
  /// What people read.
  public var name: String
  /// What it is.
  public var kind: Kind
  /// When it goes live; until then the old system runs.
  public var goLive: CalendarDate?
  /// Range of that day, where it is uncertain; every date taken from it moves along.
  public var goLiveRange: DateRange?
  /// Years that it lasts, where it is not the horizon; for its equal annual cost.
  public var life: Int?
  /// The people whom a solution of one's own depends on.
  public var team: Team?
  /// By how much going live will probably slip.
  public var delay: Delay?
  /// Its files, relative to the decision's folder.
  public var files: [FileReference]
  /// Where it is declared.
  public var position: SourcePosition

  /// An option as declared.
  public init(
    id: String, name: String, kind: Kind, goLive: CalendarDate?, files: [FileReference],
    position: SourcePosition
  ) {
    self.id = id
    self.name = name
    self.kind = kind
    self.goLive = goLive
    self.files = files
    self.position = position
  }
}

/// A file that the decision names.
public struct FileReference: Sendable, Hashable {
  /// Path relative to the decision's folder.
  public let path: String
  /// Where it is named.
  public let position: SourcePosition
  /// The XML Schema that it has to keep to.
  public var schema: Schema?
  /// How the table in it is written, as far as the decision states it.
  public var dialect: StatedDialect

  /// A file that the decision names.
  public init(
    path: String, position: SourcePosition, schema: Schema? = nil,
    dialect: StatedDialect = StatedDialect()
  ) {
    self.path = path
    self.position = position
    self.schema = schema
    self.dialect = dialect
  }

  /// An XML Schema in the decision's folder.
  public struct Schema: Sendable, Hashable {
    /// Path relative to the decision's folder.
    public let path: String
    /// Where it is named.
    public let position: SourcePosition

    /// An XML Schema.
    public init(path: String, position: SourcePosition) {
      self.path = path
      self.position = position
    }
  }
}

/// An option with everything that its files say.
public struct Offer: Sendable, Equatable {
  /// How the decision declares it.
  public var declaration: OfferDeclaration
  /// Its answers by the index of the question in ``CriteriaTree/nodes``; a question without an entry
  /// was not answered.
  public var answers: [Int: Answer]
  /// Its cost lines, in the decision's currency.
  public var costs: [OfferedCost]
  /// Its contract terms.
  public var terms: [ContractTerm]
  /// Last day on which it can be accepted, if it says so.
  public var validUntil: CalendarDate?

  /// An option with everything that its files say.
  public init(
    declaration: OfferDeclaration, answers: [Int: Answer] = [:], costs: [OfferedCost] = [],
    terms: [ContractTerm] = [], validUntil: CalendarDate? = nil
  ) {
    self.declaration = declaration
    self.answers = answers
    self.costs = costs
    self.terms = terms
    self.validUntil = validUntil
  }
}

/// What an offer says to a question.
public struct Answer: Sendable, Equatable {
  /// What was understood.
  public enum Reading: Sendable, Equatable {
    /// A level of the question's scale, by index.
    case level(Int)
    /// A figure in the scale's unit, with the range in which it may lie.
    case figure(low: Amount, likely: Amount, high: Amount)
    /// Nothing: empty, or words that say so.
    case missing
    /// "Not applicable": counts as missing, and is a finding (`rulings.md` R11).
    case notApplicable
  }

  /// What was understood.
  public var reading: Reading
  /// The answer in the offer's own words.
  public var words: String
  /// How well it is proven, 0 to 5 (`domain.md` 2); `nil` if not stated.
  public var evidence: Int?
  /// A remark by the offer or by whoever recorded it.
  public var comment: String
  /// Where it stands.
  public var position: SourcePosition

  /// What an offer says to a question.
  public init(
    reading: Reading, words: String, evidence: Int? = nil, comment: String = "",
    position: SourcePosition
  ) {
    self.reading = reading
    self.words = words
    self.evidence = evidence
    self.comment = comment
    self.position = position
  }
}

/// A cost line with the place where it stands in the offer.
public struct OfferedCost: Sendable, Equatable {
  /// The line, in the decision's currency.
  public var line: CostLine
  /// The price in the offer's own words, such as `1.234,56 € je 100`.
  public var words: String
  /// Where it stands.
  public var position: SourcePosition
  /// The question that this line cures or serves, by index, where the offer says so: a gap with a
  /// price (`rulings.md` R5).
  public var cures: Int?
  /// A remark by the offer or by whoever recorded it.
  public var comment: String
  /// Line and column of the price in the line's file, in short; 0 if it has no place of its own.
  private var figureLine: UInt32 = 0
  private var figureColumn: UInt32 = 0

  /// A cost line with its place.
  public init(
    line: CostLine, words: String, position: SourcePosition, cures: Int? = nil,
    comment: String = "", figure: SourcePosition? = nil
  ) {
    self.line = line
    self.words = words
    self.position = position
    self.cures = cures
    self.comment = comment
    if let figure, figure.file == position.file {
      figureLine = UInt32(clamping: figure.line)
      figureColumn = UInt32(clamping: figure.column)
    }
  }

  /// Where the price itself stands; the line's place if it has none of its own.
  public var figure: SourcePosition {
    guard figureLine > 0 else { return position }
    return SourcePosition(file: position.file, line: Int(figureLine), column: Int(figureColumn))
  }
}

/// A clause of the contract that an offer brings, such as notice or renewal.
public struct ContractTerm: Sendable, Equatable {
  /// What it is about, in the offer's words.
  public var name: String
  /// What it says.
  public var text: String
  /// Where it stands.
  public var position: SourcePosition
  /// A remark by the offer or by whoever recorded it.
  public var comment: String

  /// A clause.
  public init(name: String, text: String, position: SourcePosition, comment: String = "") {
    self.name = name
    self.text = text
    self.position = position
    self.comment = comment
  }
}
