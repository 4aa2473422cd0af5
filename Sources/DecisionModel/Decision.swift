public import Measures
public import Messages
public import TotalCost

/// Everything that a decision lays down before offers are opened.
public struct Decision: Sendable, Equatable {
  /// What is decided.
  public var title: String
  /// The language of reports.
  public var language: Language
  /// Three-letter code of the currency in which everything is reckoned.
  public var currency: String
  /// The date that the evaluation speaks of.
  public var asOf: CalendarDate
  /// By when it is to be decided.
  public var decideBy: CalendarDate?
  /// When it should be looked at again.
  public var reviewOn: CalendarDate?
  /// Who decides.
  public var owner: String?
  /// Whether reports are marked confidential.
  public var isConfidential: Bool
  /// The frame of all costs, with the quantities.
  public var costPlan: CostPlan
  /// Names of the quantities in the order declared.
  public var quantityOrder: [String]
  /// What one unit of a foreign currency is worth.
  public var exchangeRates: [ExchangeRate]
  /// Where price indexes come from, in the order declared; their values are in ``costPlan``.
  public var indexSources: [IndexSource] = []
  /// Days that prices may name in place of a date, beside `go_live`.
  public var milestones: [Milestone] = []
  /// What a day of one's own people costs, by role.
  public var roles: [Role] = []
  /// Tax on prices that cannot be deducted, unless a line says otherwise.
  public var unrecoverableTax: UnrecoverableTax?
  /// Changes of exchange rates whose effect is shown beside the result.
  public var exchangeShocks: [ExchangeShock] = []
  /// Goals, branches and questions.
  public var criteria: CriteriaTree
  /// How weights were found and how far they may be off.
  public var weighting: Weighting
  /// Named alternative weights, by the order declared.
  public var profiles: [WeightProfile]
  /// Named "what ifs", by the order declared.
  public var scenarios: [Scenario]
  /// Two things varied against each other, by the order declared.
  public var twoWayTables: [TwoWayTable]
  /// Limits on money and time that knock an offer out.
  public var limits: Limits
  /// Knock-outs that are waived for an offer.
  public var waivers: [Waiver]
  /// What a missing answer counts.
  public var unanswered: Unanswered
  /// When a result is called clear, fragile or a tie.
  public var verdictRules: VerdictRules
  /// What decides a tie, declared beforehand.
  public var tieBreaker: TieBreaker?
  /// Ranges assumed for prices that offers leave open, by the offer's identifier and the line's name.
  public var assumedPrices: [AssumedPrice]
  /// Draws and seed of all sampling.
  public var sampling: Sampling
  /// The file whose costs run until an option goes live.
  public var baseline: FileReference?
  /// The options.
  public var offers: [OfferDeclaration]
  /// Names of columns that vendors chose themselves, by file.
  public var columns: [String: ColumnMapping]
  /// Where rows and their cells stand in XML documents of formats that Votum doesn't know, by file.
  public var documents: [String: [XMLMapping]]
  /// What positions of quotations are to Votum, by file.
  public var positions: [String: [PositionMapping]]
  /// The catalogue that the criteria come from, if any.
  public var catalogue: String?
  /// The decision's own file.
  public var file: String

  /// A decision; arguments in the order of the properties.
  public init(
    title: String, language: Language, currency: String, asOf: CalendarDate,
    decideBy: CalendarDate? = nil, reviewOn: CalendarDate? = nil, owner: String? = nil,
    isConfidential: Bool = false, costPlan: CostPlan, quantityOrder: [String] = [],
    exchangeRates: [ExchangeRate] = [], criteria: CriteriaTree,
    weighting: Weighting = Weighting(), profiles: [WeightProfile] = [],
    scenarios: [Scenario] = [], twoWayTables: [TwoWayTable] = [],
    limits: Limits = Limits(), waivers: [Waiver] = [], unanswered: Unanswered = .middle,
    verdictRules: VerdictRules = VerdictRules(), tieBreaker: TieBreaker? = nil,
    assumedPrices: [AssumedPrice] = [], sampling: Sampling = Sampling(),
    baseline: FileReference? = nil, offers: [OfferDeclaration] = [],
    columns: [String: ColumnMapping] = [:], documents: [String: [XMLMapping]] = [:],
    positions: [String: [PositionMapping]] = [:], catalogue: String? = nil,
    file: String = "decision.yaml"
  ) {
    self.title = title
    self.language = language
    self.currency = currency
    self.asOf = asOf
    self.decideBy = decideBy
    self.reviewOn = reviewOn
    self.owner = owner
    self.isConfidential = isConfidential
    self.costPlan = costPlan
    self.quantityOrder = quantityOrder
    self.exchangeRates = exchangeRates
    self.criteria = criteria
    self.weighting = weighting
    self.profiles = profiles
    self.scenarios = scenarios
    self.twoWayTables = twoWayTables
    self.limits = limits
    self.waivers = waivers
    self.unanswered = unanswered
    self.verdictRules = verdictRules
    self.tieBreaker = tieBreaker
    self.assumedPrices = assumedPrices
    self.sampling = sampling
    self.baseline = baseline
    self.offers = offers
    self.columns = columns
    self.documents = documents
    self.positions = positions
    self.catalogue = catalogue
    self.file = file
  }
}

/// How weights were found and how far they may be off (`rulings.md` R2).
public struct Weighting: Sendable, Equatable {
  /// How weights were found.
  public enum Method: String, Sendable, Hashable, Codable, CaseIterable {
    /// Numbers stated directly.
    case direct
    /// Points for the swing from worst to best.
    case swing
    /// Ranks, turned into weights by rank order centroids.
    case ranks
  }

  /// How weights were found.
  public var method: Method
  /// Relative play of each local weight, 0.2 for ±20 %; 0 to 1.
  public var play: Amount
  /// Levels of the tree on which weights may be off: 2 is goals and first branches.
  public var depth: Int

  /// Stated directly, ±20 % on goals and first branches, unless said otherwise.
  public init(
    method: Method = .direct, play: Amount = Amount(units: Amount.unitsPerWhole / 5),
    depth: Int = 2
  ) {
    self.method = method
    self.play = play
    self.depth = depth
  }
}

/// Named alternative weights.
public struct WeightProfile: Sendable, Equatable {
  /// The profile's name.
  public let name: String
  /// Local weight of every node of the tree under this profile.
  public let localWeights: [Double]

  /// Named alternative weights.
  public init(name: String, localWeights: [Double]) {
    self.name = name
    self.localWeights = localWeights
  }
}

/// Limits on money and time that knock an offer out (`rulings.md` R7).
public struct Limits: Sendable, Equatable {
  /// Highest nominal sum over the horizon.
  public var total: Amount?
  /// Highest nominal sum up to the end of the first contract year.
  public var firstYear: Amount?
  /// Highest sum of one-off payments.
  public var investment: Amount?
  /// Highest nominal sum of any fiscal year.
  public var fiscalYear: Amount?
  /// Latest day of going live.
  public var goLive: CalendarDate?

  /// No limits unless stated.
  public init(
    total: Amount? = nil, firstYear: Amount? = nil, investment: Amount? = nil,
    fiscalYear: Amount? = nil, goLive: CalendarDate? = nil
  ) {
    self.total = total
    self.firstYear = firstYear
    self.investment = investment
    self.fiscalYear = fiscalYear
    self.goLive = goLive
  }
}

/// A knock-out that is waived for one offer, with its reason.
public struct Waiver: Sendable, Equatable {
  /// Identifier of the offer.
  public let offer: String
  /// Index of the criterion.
  public let criterion: Int
  /// Why it is waived.
  public let reason: String

  /// A waived knock-out.
  public init(offer: String, criterion: Int, reason: String) {
    self.offer = offer
    self.criterion = criterion
    self.reason = reason
  }
}

/// What a missing answer counts (`rulings.md` R1).
public enum Unanswered: String, Sendable, Hashable, Codable, CaseIterable {
  /// The middle of its scale.
  case middle
  /// The worst end of its scale.
  case worst
}

/// When a result is called clear, fragile or a tie (`rulings.md` R3).
public struct VerdictRules: Sendable, Equatable {
  /// A lead of at most this many points is a tie.
  public var tieLead: Double
  /// A smaller chance than this of being ahead is a tie.
  public var tieChance: Double
  /// Least joint play of all weights that a clear winner survives.
  public var clearRadius: Double
  /// Least share of draws that a clear winner wins.
  public var clearAcceptability: Double

  /// The usual thresholds.
  public init(
    tieLead: Double = 1, tieChance: Double = 0.6, clearRadius: Double = 0.15,
    clearAcceptability: Double = 0.8
  ) {
    self.tieLead = tieLead
    self.tieChance = tieChance
    self.clearRadius = clearRadius
    self.clearAcceptability = clearAcceptability
  }
}

/// What decides a tie, declared beforehand.
public enum TieBreaker: String, Sendable, Hashable, Codable, CaseIterable {
  /// The cheaper offer.
  case cheaper
  /// The offer that binds less.
  case lessBound = "less_bound"
  /// Nobody yet: ask again.
  case askAgain = "ask_again"
}

/// A range assumed for a price that an offer leaves open.
public struct AssumedPrice: Sendable, Equatable {
  /// Identifier of the offer.
  public let offer: String
  /// Name of the cost line.
  public let line: String
  /// The assumed range, in the decision's currency.
  public let range: CostLine.AssumedRange
  /// How the prices between low and high are spread.
  public let shape: RangeShape
  /// Where it is declared.
  public let position: SourcePosition

  /// A range assumed for a price.
  public init(
    offer: String, line: String, range: CostLine.AssumedRange, shape: RangeShape = .triangular,
    position: SourcePosition
  ) {
    self.offer = offer
    self.line = line
    self.range = range
    self.shape = shape
    self.position = position
  }
}

/// Draws and seed of all sampling.
public struct Sampling: Sendable, Equatable {
  /// Number of draws, 1,000 to 10,000,000.
  public var draws: Int
  /// Seed; 0 is a seed like any other.
  public var seed: UInt64

  /// Standard error, as a share of the mean, at which draws of costs stop; `nil` makes all draws.
  public var costError: Amount?

  /// 100,000 draws with seed 1 unless said otherwise.
  public init(draws: Int = 100_000, seed: UInt64 = 1, costError: Amount? = nil) {
    self.draws = draws
    self.seed = seed
    self.costError = costError
  }
}

/// Names of columns that a vendor chose himself: Votum's column name to the file's header.
public struct ColumnMapping: Sendable, Equatable {
  /// Votum's column name to the header in the file.
  public let headers: [String: String]
  /// Where the mapping is declared.
  public let position: SourcePosition

  /// Column names of one file.
  public init(headers: [String: String], position: SourcePosition) {
    self.headers = headers
    self.position = position
  }
}
