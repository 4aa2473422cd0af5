public import Measures
public import Messages

/// The ranking when a few things differ from the decision.
public struct ScenarioResult: Sendable, Equatable, Codable {
  /// Its identifier.
  public var id: String
  /// What people read.
  public var name: LocalText
  /// Every option, in the order of the official ranking; withdrawn ones are left out.
  public var standings: [Standing]
  /// The option that leads; `nil` if none can be ranked.
  public var leader: String?
  /// Points between the first two; `nil` with fewer than two ranked options.
  public var lead: Double?
  /// Whether another option leads than in the official ranking.
  public var changesLeader: Bool
  /// Local weights that differ from the decision's.
  public var weights: [ChangedFigure] = []

  /// A weight or a value that differs from the official one.
  public struct ChangedFigure: Sendable, Equatable, Codable {
    /// The criterion, as its path.
    public var criterion: String
    /// What it is here, from 0 to 1.
    public var figure: Double
  }

  /// Where an option stands.
  public struct Standing: Sendable, Equatable, Codable {
    /// The option.
    public var offer: String
    /// Whether it takes part in the ranking.
    public var state: OfferResult.State
    /// Points, 0 to 100; `nil` if it is not ranked.
    public var points: Double?
    /// Rank; `nil` if it is not ranked.
    public var rank: Int?
    /// Present value of its cost; `nil` if a price is missing.
    public var presentValue: Double?
    /// Values of criteria that differ from the official ones.
    public var values: [ChangedFigure] = []
  }
}

/// Who leads when two things vary against each other.
public struct TwoWayResult: Sendable, Equatable, Codable {
  /// What varies from row to row.
  public var rows: Axis
  /// What varies from column to column.
  public var columns: Axis
  /// The leader of each combination, row by row.
  public var cells: [[Cell]]

  /// Something that takes several values.
  public struct Axis: Sendable, Equatable, Codable {
    /// What it is, in words.
    public var name: LocalText
    /// Its values; shares from 0 to 1.
    public var values: [Amount]
    /// Whether the values are shares.
    public var isShare: Bool
  }

  /// One combination.
  public struct Cell: Sendable, Equatable, Codable {
    /// The option that leads; `nil` if none can be ranked.
    public var leader: String?
    /// Points between the first two; `nil` with fewer than two ranked options.
    public var lead: Double?
  }
}
