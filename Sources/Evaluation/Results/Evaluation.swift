public import DecisionModel
public import Measures
public import Messages

/// Everything that an evaluation found, as one value: all figures that any report prints.
///
/// `evaluation.json` is this value; reports choose and round, and compute nothing.
/// Points run from 0 to 100 (cost may fall below 0, `rulings.md` R7); values from 0 to 1; shares and
/// weights from 0 to 1; money is in the decision's currency, exact amounts as decimal text, present
/// values as numbers. Criteria are named by their path, offers by their identifier.
public struct Evaluation: Sendable, Equatable, Codable {
  /// Version of this layout.
  public var votum = 1
  /// Version of the program.
  public var programVersion: String
  /// What was decided about.
  public var decision: DecisionSummary
  /// The criteria tree, parents before children; the first is the whole.
  public var criteria: [CriterionSummary]
  /// The options in the order declared.
  public var offers: [OfferResult]
  /// Identifiers of all options as a reader wants them: ranked ones by rank, then those that cannot
  /// be ranked, then the excluded ones by the rank they would have had.
  public var order: [String]
  /// The result in a word, and why.
  public var verdict: Verdict
  /// The first offer against the second; `nil` with fewer than two ranked offers.
  public var comparison: Comparison?
  /// What each option with a total offers beside its cost; empty where cost is no goal.
  public var worthAndCost: [WorthAndCost]
  /// What each weight would have to become for another offer to lead.
  public var weights: [WeightResult]
  /// How far weights can move together.
  public var robustness: Robustness?
  /// What other scales would change; `nil` with fewer than two ranked offers.
  public var scales: ScaleRobustness?
  /// What each ranked rival would have to charge to lead.
  public var prices: [PriceToLead]
  /// Answers that alone would let a ranked rival draw level with the leader.
  public var answersToTie: [AnswerToTie] = []
  /// How uncertain costs are; `nil` if none is.
  public var costRisk: CostRiskResult?
  /// Where every two options with a total cost the same as one figure moves.
  public var breakEvens: [BreakEvenResult] = []
  /// Which of two options has cost less by when, for each two options with a total.
  public var crossings: [CrossingResult] = []
  /// What ranked offers cost more if prices without a cap rise.
  public var priceRises: [PriceRise]
  /// Clauses of the leader's contract that bind too much, the costliest first.
  public var weakClauses: [WeakClause]
  /// What is still open, most important first.
  public var questions: [OpenQuestion]
  /// What knowing more is worth; `nil` with fewer than two ranked offers or nothing uncertain.
  public var information: InformationResult?
  /// The ranking under each named set of weights.
  public var profiles: [ProfileResult]
  /// The ranking under each named "what if".
  public var scenarios: [ScenarioResult]
  /// Who leads when two things vary against each other.
  public var twoWayTables: [TwoWayResult]
  /// What somebody should know before signing.
  public var findings: [Finding]
  /// Files read, in the order of their names.
  public var inputs: [InputFile]
  /// Draws, seed and thresholds in force.
  public var parameters: Parameters

  /// The offer with an identifier.
  public func offer(_ id: String) -> OfferResult? { offers.first { $0.id == id } }
  /// The criterion with a path.
  public func criterion(_ path: String) -> CriterionSummary? {
    criteria.first { $0.path == path }
  }
  /// The offer that leads, if any is ranked.
  public var leader: OfferResult? { verdict.leader.flatMap { offer($0) } }
  /// The second offer, if two are ranked.
  public var runnerUp: OfferResult? { verdict.runnerUp.flatMap { offer($0) } }
}

/// What was decided about.
public struct DecisionSummary: Sendable, Equatable, Codable {
  /// What is decided.
  public var title: String
  /// The decision's language.
  public var language: Language
  /// Three-letter currency code.
  public var currency: String
  /// The date of the evaluation.
  public var asOf: CalendarDate
  /// By when it is to be decided.
  public var decideBy: CalendarDate?
  /// When it should be looked at again.
  public var reviewOn: CalendarDate?
  /// Who decides.
  public var owner: String?
  /// Whether reports are marked confidential.
  public var isConfidential: Bool
  /// Years over which costs are counted.
  public var years: Int
  /// Month 1 of every cash flow.
  public var start: CalendarDate
  /// Discount rate a year.
  public var discountRate: Amount
  /// How payments are discounted: `end-of-year`, `mid-year`, `start-of-year`, `by-month`.
  public var discounting: String
  /// Whether the discount rate is `nominal`, or `real`: after inflation.
  public var rateTerms: String = "nominal"
  /// Inflation a year that a real rate was made a nominal one with, where stated.
  public var inflation: Amount?
  /// Month in which fiscal years begin.
  public var fiscalYearStart: Int = 1
  /// Whether leaving at the end of the horizon is in the cost.
  public var includesExit: Bool
  /// The present value that earns full marks for cost, if cost is a goal.
  public var costBest: Amount?
  /// The present value that earns no marks for cost, if cost is a goal.
  public var costWorst: Amount?
  /// Quantities by contract year.
  public var quantities: [QuantityCourse]
  /// Exchange rates used.
  public var exchangeRates: [ExchangeRateSummary]
  /// Price indexes used.
  public var indexes: [IndexSummary] = []
  /// Catalogue that the criteria come from.
  public var catalogue: String?
  /// What a missing answer counts: `middle` or `worst`.
  public var unanswered: String
  /// How weights were found: `direct`, `swing` or `ranks`.
  public var weightMethod: String
  /// Relative play of each local weight.
  public var weightPlay: Double
}

/// A quantity over the years.
public struct QuantityCourse: Sendable, Equatable, Codable {
  /// Its name.
  public var name: String
  /// Its value in each contract year.
  public var byYear: [Amount]
  /// Lowest value of the first year thought possible, where stated.
  public var low: Amount?
  /// Highest value of the first year thought possible, where stated.
  public var high: Amount?
}

/// What one unit of a foreign currency was reckoned at.
public struct ExchangeRateSummary: Sendable, Equatable, Codable {
  /// Three-letter code.
  public var currency: String
  /// Worth of one unit in the decision's currency.
  public var rate: Amount
  /// Day of the rate.
  public var asOf: CalendarDate
  /// From when on it was reckoned with, where that is another day.
  public var from: CalendarDate?
  /// Who published it.
  public var source: String
}

/// A price index that prices follow.
public struct IndexSummary: Sendable, Equatable, Codable {
  /// Its name.
  public var name: String
  /// Day of the data.
  public var asOf: CalendarDate
  /// Who published it.
  public var source: String
}

/// How the cumulative costs of two options run against each other.
public struct CrossingResult: Sendable, Equatable, Codable {
  /// When the first has paid for itself.
  public enum Payback: String, Sendable, Equatable, Codable {
    /// It has never cost more.
    case fromTheStart = "from_the_start"
    /// In the month given.
    case month
    /// Not inside the horizon.
    case neverInside = "never_inside"
  }

  /// The option asked about.
  public var offer: String
  /// The other.
  public var rival: String
  /// Months of the plan by whose end the lead changes, from 1.
  public var months: [Int]
  /// Whether and how the first has paid for itself against the other: by when it has cost no more.
  public var payback: Payback
  /// The month in which it has.
  public var paybackMonth: Int?
}

/// A node of the criteria tree.
public struct CriterionSummary: Sendable, Equatable, Codable {
  /// Identifiers from the goal down; "" for the whole.
  public var path: String
  /// Path of the parent; `nil` for the whole.
  public var parent: String?
  /// Steps from the whole.
  public var depth: Int
  /// What people read.
  public var name: LocalText
  /// What exactly is asked.
  public var note: LocalText?
  /// `fit`, `cost` or `lock_in`.
  public var goal: String
  /// Whether it is a leaf.
  public var isLeaf: Bool
  /// How many leaves lie below; 1 for a leaf.
  public var leafCount: Int
  /// Share among its siblings.
  public var localWeight: Double
  /// Share of the whole.
  public var globalWeight: Double
  /// `must`, `should`, `could`, `wont`, where priorities are used.
  public var priority: Priority?
  /// How answers are turned into values, in words.
  public var scale: LocalText?
  /// The condition that must be met, in words.
  public var knockout: LocalText?
  /// Where it is declared.
  public var source: SourcePosition
}

/// A file that was read.
public struct InputFile: Sendable, Equatable, Codable {
  /// Path relative to the decision's folder; `votum:` before those that come with the program.
  public var path: String
  /// Size in bytes.
  public var bytes: Int
  /// SHA-256 in hexadecimal digits.
  public var sha256: String

  /// A file that was read.
  public init(path: String, bytes: Int, sha256: String) {
    self.path = path
    self.bytes = bytes
    self.sha256 = sha256
  }
}

/// Draws, seed and thresholds in force.
public struct Parameters: Sendable, Equatable, Codable {
  /// Number of files read: as many as ``Evaluation/inputs`` names; reports print it.
  public var inputCount: Int
  /// Number of draws.
  public var draws: Int
  /// Seed of all sampling.
  public var seed: UInt64
  /// Name of the random generator.
  public var generator: String
  /// A lead of at most this many points is a tie.
  public var tieLead: Double
  /// A smaller chance of being ahead is a tie.
  public var tieChance: Double
  /// Least joint play of the weights that a clear winner survives.
  public var clearRadius: Double
  /// Least share of draws that a clear winner wins.
  public var clearAcceptability: Double
  /// Levels of the tree on which weights were varied.
  public var weightDepth: Int
}
