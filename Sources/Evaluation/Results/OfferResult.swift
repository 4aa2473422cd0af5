public import DecisionModel
public import Measures
public import Messages
import TotalCost

/// What was found about one option.
public struct OfferResult: Sendable, Equatable, Codable {
  /// Where an option stands.
  public enum State: String, Sendable, Equatable, Codable {
    /// It is ranked and every knock-out is passed or waived.
    case acceptable
    /// It is ranked, but a knock-out could not be judged yet.
    case conditional
    /// It cannot be ranked: a price is missing.
    case notRankable = "not_rankable"
    /// It fails a knock-out.
    case excluded
  }

  /// Identifier.
  public var id: String
  /// What people read.
  public var name: String
  /// What kind of option it is.
  public var kind: OfferDeclaration.Kind
  /// When it goes live.
  public var goLive: CalendarDate?
  /// Last day on which it can be accepted.
  public var validUntil: CalendarDate?
  /// Where it stands.
  public var state: State
  /// Rank among the ranked options, from 1; equal ones share the better rank.
  public var rank: Int?
  /// For an excluded option: the rank it would have had among the ranked ones.
  public var wouldRank: Int?
  /// Best and worst rank possible if its unanswered questions went best or worst; given where over a
  /// quarter of its weight is unanswered (`rulings.md` R1).
  public var rankBand: RankBand?
  /// Points in the whole; `nil` if a price is missing.
  public var points: Double?
  /// Points if all its missing answers counted worst.
  public var pointsLow: Double?
  /// Points if all its missing answers counted best. For an offer that cannot be ranked: with the
  /// missing prices at nothing, the best total possible.
  public var pointsHigh: Double?
  /// Share of the whole weight whose questions it left unanswered.
  public var unansweredWeight: Double
  /// Number of questions it left unanswered.
  public var unansweredCount: Int
  /// Result for each criterion, in the order of ``Evaluation/criteria``.
  public var scores: [Score]
  /// Its knock-outs.
  public var knockouts: [KnockoutResult]
  /// How its requirements with priority are covered.
  public var coverage: Coverage?
  /// What it costs.
  public var cost: CostResult
  /// How much it binds.
  public var lockIn: LockInResult?
  /// Share of draws with each rank, from the first; `nil` if it is not ranked.
  public var rankShares: [Double]?
  /// Largest standard error of those shares.
  public var rankShareError: Double?
  /// Expected rank over the draws.
  public var expectedRank: Double?
  /// Share of draws with each rank where answers and costs vary beside the weights; `nil` if it is
  /// not ranked or nothing but the weights is uncertain.
  public var jointRankShares: [Double]?
  /// Largest standard error of those shares.
  public var jointRankShareError: Double?
  /// Its contract terms.
  public var terms: [TermResult]

  /// The result for a criterion.
  public func score(_ path: String) -> Score? { scores.first { $0.criterion == path } }
  /// Share of draws in which it is first.
  public var firstShare: Double? { rankShares?.first }
  /// Share of draws in which it is first where answers and costs vary beside the weights.
  public var jointFirstShare: Double? { jointRankShares?.first }
  /// Whether it takes part in the ranking.
  public var isRanked: Bool { state == .acceptable || state == .conditional }
}

/// Best and worst rank possible.
public struct RankBand: Sendable, Equatable, Codable {
  /// Best rank.
  public var best: Int
  /// Worst rank.
  public var worst: Int
}

/// Result of one option for one criterion.
public struct Score: Sendable, Equatable, Codable {
  /// Path of the criterion.
  public var criterion: String
  /// Value from 0 to 1 (cost: below 0 possible); for a branch the weighted sum below it.
  public var value: Double?
  /// Value with missing answers at worst.
  public var low: Double?
  /// Value with missing answers at best.
  public var high: Double?
  /// Points that it adds to the whole: 100 × global weight × value.
  public var points: Double?
  /// The answer, at leaves that are asked.
  public var answer: AnswerResult?
}

/// An answer as it was read.
public struct AnswerResult: Sendable, Equatable, Codable {
  /// What was understood: `level`, `figure`, `missing` or `not_applicable`.
  public var reading: String
  /// The name of the level.
  public var level: LocalText?
  /// The figure.
  public var figure: Amount?
  /// Lower end of the figure's range, where stated.
  public var figureLow: Amount?
  /// Upper end of the figure's range, where stated.
  public var figureHigh: Amount?
  /// Unit of the figure.
  public var unit: String?
  /// The answer in the offer's own words.
  public var words: String
  /// How well it is proven, 0 to 5.
  public var evidence: Int?
  /// A remark.
  public var comment: String
  /// Where it stands; `nil` if the question was not answered at all.
  public var source: SourcePosition?
}

/// State of one knock-out for one option.
public struct KnockoutResult: Sendable, Equatable, Codable {
  /// The states.
  public enum State: String, Sendable, Equatable, Codable {
    /// Met.
    case pass
    /// Not met: the option is excluded.
    case fail
    /// Not judged yet, since the answer is missing.
    case unknown
    /// Not met or not judged, and waived with a reason.
    case waived
  }

  /// What the condition is about.
  public enum Subject: Sendable, Equatable, Codable {
    /// A criterion, by path.
    case criterion(String)
    /// The nominal sum over the horizon.
    case totalCost
    /// The nominal sum of the first contract year.
    case firstYearCost
    /// The sum of one-off payments.
    case investment
    /// The nominal sum of the dearest fiscal year.
    case fiscalYearCost
    /// The day of going live.
    case goLive
  }

  /// What it is about.
  public var subject: Subject
  /// Name of what it is about.
  public var name: LocalText
  /// The condition in words.
  public var condition: LocalText
  /// What the option says or has instead, in words; empty if nothing.
  public var found: LocalText
  /// The state.
  public var state: State
  /// Why it was waived.
  public var waiverReason: String?
  /// For a branch: paths of the questions that are not met or not answered.
  public var questions: [String]
}

/// How requirements with priority are covered.
public struct Coverage: Sendable, Equatable, Codable {
  /// Number of requirements.
  public var requirements: Int
  /// Those available as standard or by configuration (value of 0.9 and more).
  public var covered: Int
  /// Number of Musts.
  public var musts: Int
  /// Musts available as standard or by configuration.
  public var mustsCovered: Int
}

/// A contract term as it was read.
public struct TermResult: Sendable, Equatable, Codable {
  /// What it is about.
  public var name: String
  /// What it says.
  public var text: String
  /// Where it stands.
  public var source: SourcePosition
}

/// How much an option binds.
public struct LockInResult: Sendable, Equatable, Codable {
  /// One factor.
  public struct Factor: Sendable, Equatable, Codable {
    /// Path of the factor.
    public var criterion: String
    /// 0 free to leave … 4 bound; the middle if not answered.
    public var degree: Double
    /// Whether it was answered.
    public var isAnswered: Bool
  }

  /// 0 free to leave … 100 bound.
  public var score: Double
  /// Score with missing answers at their freest.
  public var low: Double
  /// Score with missing answers at their most binding.
  public var high: Double
  /// The factors in the order of the criteria.
  public var factors: [Factor]
  /// Cost of leaving at the end of each contract year, at that year's prices.
  public var exitCost: [ExitCost]

  /// Cost of leaving at the end of a contract year.
  public struct ExitCost: Sendable, Equatable, Codable {
    /// Contract year, from 1.
    public var year: Int
    /// At that year's prices.
    public var amount: Amount
    /// Present value.
    public var presentValue: Double
  }
}
