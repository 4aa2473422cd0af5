public import DecisionModel
public import LockIn
public import Messages

/// The result in a word, and why (`rulings.md` R3).
public struct Verdict: Sendable, Equatable, Codable {
  /// The words.
  public enum Word: String, Sendable, Equatable, Codable {
    /// It leads whatever is reasonable.
    case clear
    /// It leads, but not safely.
    case fragile
    /// Nobody leads.
    case tie
    /// Every option fails a knock-out, or none can be ranked.
    case none
  }

  /// Why a result is not clear, or is a tie.
  public enum Reason: String, Sendable, Equatable, Codable {
    /// The lead is within the threshold.
    case smallLead = "small_lead"
    /// The lead is within the noise of uncertain values.
    case withinNoise = "within_noise"
    /// The chance of being ahead of a rival is too small.
    case lowChance = "low_chance"
    /// Only one option is acceptable.
    case noAlternative = "no_alternative"
    /// A knock-out of the leader is not judged yet.
    case unknownKnockout = "unknown_knockout"
    /// A small joint shift of weights changes the leader.
    case smallRadius = "small_radius"
    /// It leads in too few draws.
    case lowAcceptability = "low_acceptability"
    /// It leads in too few draws once answers and costs vary too.
    case lowJointAcceptability = "low_joint_acceptability"
    /// It loses if its missing answers count worst and its rivals' best.
    case cornerTest = "corner_test"
    /// The first two are told apart only by where the cost scale ends.
    case costClipped = "cost_clipped"
    /// Every option fails a knock-out.
    case allExcluded = "all_excluded"
    /// No option has all its prices.
    case noneRankable = "none_rankable"
  }

  /// The word.
  public var word: Word
  /// What made it so; empty for a clear result.
  public var reasons: [Reason]
  /// The leading option.
  public var leader: String?
  /// The second.
  public var runnerUp: String?
  /// The options among which a tie is, the leader first; empty otherwise.
  public var tiedWith: [String]
  /// The option that a tie-breaker declared beforehand prefers.
  public var tieBrokenFor: String?
  /// That tie-breaker.
  public var tieBreaker: TieBreaker?
  /// Points between the first two.
  public var lead: Double?
  /// Standard deviation of that difference that uncertain values cause.
  public var noise: Double?
  /// Chance that the leader is ahead of the runner-up when weights move.
  public var chanceOverRunnerUp: Double?
  /// Knock-outs of the leader that are not judged yet: names.
  public var conditions: [LocalText]
  /// For a single acceptable option or none: the excluded one that is cheapest to cure, and what.
  public var cure: Cure?
}

/// What would make an excluded option acceptable.
public struct Cure: Sendable, Equatable, Codable {
  /// The excluded option.
  public var offer: String
  /// Names of the conditions it fails.
  public var conditions: [LocalText]
}

/// The first offer against the second, branch by branch.
public struct Comparison: Sendable, Equatable, Codable {
  /// The offer in front.
  public var first: String
  /// The other.
  public var second: String
  /// Every branch, cost and lock-in: largest advantage of the first offer first.
  public var differences: [Difference]
  /// Present value of the first less that of the second.
  public var presentValueDifference: Double?
  /// Cost categories: present value of the first less that of the second, largest saving first.
  public var categoryDifferences: [CategoryDifference]
}

/// How two offers differ in one branch.
public struct Difference: Sendable, Equatable, Codable {
  /// Path of the branch.
  public var criterion: String
  /// Points of the first offer less those of the second.
  public var points: Double
  /// Points of the first offer.
  public var first: Double
  /// Points of the second offer.
  public var second: Double
  /// The questions below that matter most in the same direction, at most three.
  public var questions: [QuestionDifference]
  /// Requirements in the branch that the first offer covers as standard or by configuration.
  public var firstCovered: Int
  /// The same of the second offer.
  public var secondCovered: Int
  /// Questions in the branch.
  public var questionCount: Int
}

/// How two offers differ in one question.
public struct QuestionDifference: Sendable, Equatable, Codable {
  /// Path of the question.
  public var criterion: String
  /// Points of the first offer less those of the second.
  public var points: Double
}

/// How two offers differ in a cost category.
public struct CategoryDifference: Sendable, Equatable, Codable {
  /// The category; `nil` is the old system until going live.
  public var category: CostCategoryName
  /// Present value of the first less that of the second.
  public var presentValue: Double
}

/// What an option offers beside its cost, and what it costs.
public struct WorthAndCost: Sendable, Equatable, Codable {
  /// The offer.
  public var offer: String
  /// Value in all goals but cost, by their weights, from 0 to 100.
  public var worth: Double
  /// Present value of its cost.
  public var presentValue: Double
  /// Whether it is ranked and no other ranked option offers as much for less, or more for as little.
  public var isEfficient: Bool
}

/// A cost category by its identifier; `old_system` for the old system until going live.
public typealias CostCategoryName = String

/// What one weight would have to become for another offer to lead (`methods.md` A2, `rulings.md` R2).
public struct WeightResult: Sendable, Equatable, Codable {
  /// Path of the criterion.
  public var criterion: String
  /// Weight among siblings now.
  public var localWeight: Double
  /// Share of the whole now.
  public var globalWeight: Double
  /// Lowest weight among siblings at which the leader still leads.
  public var localLow: Double
  /// Highest weight among siblings at which the leader still leads.
  public var localHigh: Double
  /// The same as a share of the whole.
  public var globalLow: Double
  /// The same as a share of the whole.
  public var globalHigh: Double
  /// Who leads below the lower end.
  public var leaderBelow: String?
  /// Who leads above the upper end.
  public var leaderAbove: String?
  /// Weight among siblings between which the whole ranking stays.
  public var rankingLow: Double
  /// Weight among siblings between which the whole ranking stays.
  public var rankingHigh: Double
  /// Leaders from weight 0 to weight 1.
  public var leaders: [LeaderAlongWeight]
}

/// Who leads from a weight on.
public struct LeaderAlongWeight: Sendable, Equatable, Codable {
  /// Weight among siblings from which this offer leads.
  public var from: Double
  /// The offer.
  public var offer: String
}

/// How far all weights can move together before another offer leads (`methods.md` A3).
public struct Robustness: Sendable, Equatable, Codable {
  /// Against one rival.
  public struct Rival: Sendable, Equatable, Codable {
    /// The rival.
    public var offer: String
    /// Relative shift of all weights at which it draws level; `nil` if none does.
    public var radius: Double?
    /// Chance that the leader is ahead of it.
    public var chance: Double
  }

  /// Relative shift of all weights that the leader survives; `nil` if it survives every one.
  public var radius: Double?
  /// The rival that it then loses to.
  public var rival: String?
  /// Against each rival.
  public var rivals: [Rival]
  /// Weights among siblings at which the rival draws level, by path; for goals and first branches.
  public var breakingWeights: [BreakingWeight]
  /// Entropy of the first rank in bits: 0 decided, higher more open.
  public var entropy: Double
  /// Whether the leader still leads if its missing answers count worst and its rivals' best.
  public var passesCornerTest: Bool
  /// The rival that passes the leader by most in that case; `nil` if none does.
  public var cornerRival: String?
}

/// A weight at which another offer draws level.
public struct BreakingWeight: Sendable, Equatable, Codable {
  /// Path of the criterion.
  public var criterion: String
  /// Weight among siblings now.
  public var now: Double
  /// Weight among siblings at which the rival draws level.
  public var then: Double
}

/// By how much a rival would have to lower its prices to draw level with the leader.
public struct PriceToLead: Sendable, Equatable, Codable {
  /// The rival.
  public var offer: String
  /// Present value that it would have to save.
  public var presentValueCut: Double
  /// The same as a share of what its vendor receives; `nil` if it has no vendor.
  public var share: Double?
  /// The same a year, over the horizon, nominal.
  public var perYear: Double?
  /// The same in total, nominal.
  public var total: Double?
  /// Whether prices alone can do it: the cut is below the vendor's prices and the cost scale does
  /// not end before.
  public var isPossible: Bool
}

/// An answer that alone would let a rival draw level with the leader.
public struct AnswerToTie: Sendable, Equatable, Codable {
  /// The rival.
  public var rival: String
  /// Whose answer it is: the rival's, which would be better, or the leader's, which would be worse.
  public var offer: String
  /// The question, by its path.
  public var criterion: String
  /// The value of the answer as it counts, 0 to 1.
  public var now: Double
  /// The value at which both are level, 0 to 1.
  public var needed: Double
}

/// A question that is still open.
public struct OpenQuestion: Sendable, Equatable, Codable {
  /// Why it matters.
  public enum Effect: String, Sendable, Equatable, Codable {
    /// It is a knock-out: the answer decides whether the offer stays.
    case decides
    /// The answer alone can change who leads.
    case changesLeader = "changes_leader"
    /// It moves points, but alone changes nothing at the top.
    case movesPoints = "moves_points"
    /// A price is missing: the offer cannot be ranked.
    case missingPrice = "missing_price"
  }

  /// The offer to ask.
  public var offer: String
  /// Path of the question; `nil` for a price.
  public var criterion: String?
  /// Name of the cost line, for a price.
  public var costLine: String?
  /// Why it matters.
  public var effect: Effect
  /// Points between the worst and the best answer.
  public var span: Double
}

/// The ranking under a named set of weights.
public struct ProfileResult: Sendable, Equatable, Codable {
  /// Name of the profile.
  public var name: String
  /// Weight of each criterion among its siblings, in the order of ``Evaluation/criteria``.
  public var localWeights: [Double]
  /// Points and rank by offer, in the order of ``Evaluation/order``; only ranked offers.
  public var standings: [Standing]

  /// Points and rank of an offer.
  public struct Standing: Sendable, Equatable, Codable {
    /// The offer.
    public var offer: String
    /// Points.
    public var points: Double
    /// Rank.
    public var rank: Int
  }
}

/// Something that somebody should know before signing.
public struct Finding: Sendable, Equatable, Codable {
  /// The finding's lasting name.
  public var id: String
  /// Whether it belongs on the first page.
  public var isImportant: Bool
  /// The offer that it is about, if one.
  public var offer: String?
  /// What it is, in both languages.
  public var text: LocalText
}

/// A clause of the leader's contract that binds more than it should (`rulings.md` R12).
public struct WeakClause: Sendable, Equatable, Codable {
  /// Path of the lock-in factor.
  public var criterion: String
  /// Which clause it is.
  public var factor: NegotiableFactor
  /// 2 to 4, as answered.
  public var degree: Double
  /// What the clause may cost, as present value: for prices after the term the rise of
  /// ``PriceRise``, for leaving the cost of doing so at the end of the horizon; `nil` where no
  /// figure follows from the offer.
  public var moneyEffect: Double?
}

/// What an offer costs more if the vendor raises every price that the contract does not cap.
public struct PriceRise: Sendable, Equatable, Codable {
  /// The offer.
  public var offer: String
  /// The rise a year that is assumed, 0.1 for 10 %.
  public var rate: Double
  /// Recurring lines of the vendor without a cap.
  public var lines: Int
  /// What they then cost more, as present value.
  public var presentValue: Double
  /// Who leads then, if it is not the leader of today; only for the leader's own prices.
  public var leaderThen: String?
}
