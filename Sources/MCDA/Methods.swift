/// A method that gives every alternative a number.
///
/// A method is a value that holds its parameters; the same method serves many tables.
public protocol ScoringMethod: Sendable {
  /// Scores with the values they came from.
  associatedtype Result: Scores

  /// Analyses a table.
  func evaluate(_ table: PerformanceTable) throws(MethodError) -> Result
}

/// What a ``ScoringMethod`` finds.
public protocol Scores: Sendable {
  /// One for each alternative, finite; ``ranking`` says which end is better.
  var scores: [Double] { get }
  /// Competition ranks with honest ties.
  var ranking: Ranking { get }
}

extension Scores {
  /// Ranks of the scores, higher is better.
  public var ranking: Ranking { Ranking(scores) }
}

/// A method that compares alternatives pair by pair and may leave a pair incomparable.
public protocol OutrankingMethod: Sendable {
  /// The relation with the values it came from.
  associatedtype Result: Outranking

  /// Analyses a table.
  func evaluate(_ table: PerformanceTable) throws(MethodError) -> Result
}

/// What an ``OutrankingMethod`` finds.
public protocol Outranking: Sendable {
  /// How `first` stands against `second`. Both must exist.
  func relation(_ first: Int, _ second: Int) -> Relation
}

/// How one alternative stands against another.
public enum Relation: String, Sendable, Equatable {
  /// The first is preferred.
  case preferred
  /// Neither is better.
  case indifferent
  /// The second is preferred.
  case worse
  /// The method can't say.
  case incomparable
}

/// A method that puts every alternative into one of several ordered classes.
public protocol SortingMethod: Sendable {
  /// Classes with the values they came from.
  associatedtype Result: Classification

  /// Analyses a table.
  func evaluate(_ table: PerformanceTable) throws(MethodError) -> Result
}

/// What a ``SortingMethod`` finds.
public protocol Classification: Sendable {
  /// The class of each alternative; 0 is the worst.
  var classes: [Int] { get }
}

/// Why a method can't analyse a table.
public enum MethodError: Error, Sendable, Equatable, CustomStringConvertible {
  /// What a parameter or a value has to be.
  public enum Requirement: Sendable, Equatable {
    /// A finite number.
    case finite
    /// A number above 0.
    case positive
    /// A number of at least 0.
    case notNegative
    /// A number from `low` to `high`.
    case between(Double, Double)
    /// At least as large as another parameter.
    case atLeast(String)
    /// Above another parameter.
    case above(String)
    /// One for each criterion, or whatever `expected` counts.
    case count(Int)
  }

  /// The method needs every cell, and this one is missing.
  case missingCell(alternative: String, criterion: String)
  /// The method compares; there are too few alternatives.
  case tooFewAlternatives(needed: Int, found: Int)
  /// The method is not defined for this value of the table.
  case badValue(alternative: String, criterion: String, value: Double, must: Requirement)
  /// A normalisation divides by a figure of this column (its largest value, its sum) that is 0 or
  /// below.
  case cannotNormalise(criterion: String, normalisation: String)
  /// A criterion is to be minimised, and this normalisation leaves it so, but the method adds
  /// values up.
  case keepsDirection(criterion: String, normalisation: String)
  /// A parameter is out of its range; `of` names the criterion, alternative or judgement if it
  /// belongs to one.
  case badParameter(name: String, of: String? = nil, value: Double, must: Requirement)
  /// An award formula needs two criteria: points to be maximised and a price to be minimised.
  case needsPerformanceAndPrice
  /// All weights are 0 or can't be derived from the data.
  case noWeights
  /// A result would not be a finite number, because magnitudes differ too much.
  case outOfRange(step: String)
  /// A linear program of the method has no solution, or its solution can't be confirmed.
  case noSolution(step: String)

  /// One sentence on what is wrong.
  public var description: String {
    switch self {
    case .missingCell(let alternative, let criterion):
      "'\(alternative)' has no value for '\(criterion)', and this method needs all"
    case .tooFewAlternatives(let needed, let found):
      "this method needs at least \(needed) alternatives; there are \(found)"
    case .badValue(let alternative, let criterion, let value, let must):
      "the value of '\(alternative)' for '\(criterion)' is \(value); it must be \(must.words)"
    case .cannotNormalise(let criterion, let normalisation):
      "the values of '\(criterion)' can't be normalised by \(normalisation)"
    case .keepsDirection(let criterion, let normalisation):
      "less is better for '\(criterion)', and \(normalisation) leaves it so; choose another step"
    case .badParameter(let name, let owner, let value, let must):
      "\(name)\(owner.map { " of '\($0)'" } ?? "") is \(value); it must be \(must.words)"
    case .needsPerformanceAndPrice:
      "an award formula needs two criteria, points to be maximised and a price to be minimised"
    case .noWeights: "the data give no criterion a weight above 0"
    case .outOfRange(let step): "\(step) is beyond the range of numbers"
    case .noSolution(let step): "\(step) has no solution"
    }
  }
}

extension MethodError.Requirement {
  fileprivate var words: String {
    switch self {
    case .finite: "a finite number"
    case .positive: "above 0"
    case .notNegative: "at least 0"
    case .between(let low, let high): "from \(low) to \(high)"
    case .atLeast(let other): "at least \(other)"
    case .above(let other): "above \(other)"
    case .count(let expected): "\(expected)"
    }
  }
}
