/// What becomes of the leader if scales are drawn differently (one thing at a time, and all scales
/// of a kind together).
public struct ScaleRobustness: Sendable, Equatable, Codable {
  /// How many changes were tried.
  public var tried: Int
  /// Those under which another option leads, the criteria in their order.
  public var turning: [ScaleChange]
}

/// A scale drawn differently, under which another option leads.
public struct ScaleChange: Sendable, Equatable, Codable {
  /// What is different.
  public enum Kind: String, Sendable, Equatable, Codable, CaseIterable {
    /// The best end lies further away by a fifth of the scale.
    case bestFurther = "best_further"
    /// The best end lies nearer by a fifth of the scale.
    case bestNearer = "best_nearer"
    /// The worst end lies further away by a fifth of the scale.
    case worstFurther = "worst_further"
    /// The worst end lies nearer by a fifth of the scale.
    case worstNearer = "worst_nearer"
    /// What lies between the ends counts more: half way is worth 62.5 instead of 50.
    case bentUp = "bent_up"
    /// What lies between the ends counts less: half way is worth 37.5 instead of 50.
    case bentDown = "bent_down"
  }

  /// Which scales are different.
  public enum Scope: String, Sendable, Equatable, Codable {
    /// That of one criterion.
    case one
    /// Those of all questions that are answered by levels.
    case allLevels = "all_levels"
    /// Those of all questions that are answered by figures.
    case allFigures = "all_figures"
  }

  /// Which scales are different.
  public var scope: Scope
  /// Path of the criterion, if it is one.
  public var criterion: String?
  /// What is different.
  public var kind: Kind
  /// The option that then leads.
  public var leader: String
  /// Its points ahead of the official leader.
  public var lead: Double
}
