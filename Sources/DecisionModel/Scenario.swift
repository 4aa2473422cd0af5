public import Measures
public import Messages
public import TotalCost

/// A named "what if": a few things differ from the decision, everything else stays.
public struct Scenario: Sendable, Equatable {
  /// Identifier: lower-case letters, digits and `_`.
  public let id: String
  /// What people read.
  public let name: LocalText
  /// What differs, in the order in which it is applied.
  public let changes: [Change]
  /// Where it is declared.
  public let position: SourcePosition

  /// One thing that differs.
  public enum Change: Sendable, Equatable {
    /// A quantity takes another course.
    case quantity(name: String, Quantity)
    /// Another discount rate a year.
    case discountRate(Amount)
    /// All recurring prices of vendors rise by this share a year, at most by what a contract caps.
    case escalation(Amount)
    /// Other local weights, one for every node of the tree.
    case weights([Double])
    /// The vendor of an offer lowers all its prices by a share (`rulings.md` R12).
    case priceCut(offer: String, share: Amount)
    /// An offer goes live on another day.
    case goLive(offer: String, CalendarDate)
    /// An offer's answer to a question turns out to be another.
    case answer(offer: String, question: Int, Answer.Reading)
    /// An offer is withdrawn.
    case withdrawn(offer: String)
  }

  /// A named "what if".
  public init(id: String, name: LocalText, changes: [Change], position: SourcePosition) {
    self.id = id
    self.name = name
    self.changes = changes
    self.position = position
  }
}

/// Two things varied against each other: who leads in each combination.
public struct TwoWayTable: Sendable, Equatable {
  /// What varies from row to row.
  public let rows: Axis
  /// What varies from column to column.
  public let columns: Axis

  /// Something that takes several values.
  public struct Axis: Sendable, Equatable {
    /// What it is.
    public let parameter: Parameter
    /// Its values with the change that each makes, at least one.
    public let steps: [Step]

    /// Something that takes several values.
    public init(parameter: Parameter, steps: [Step]) {
      self.parameter = parameter
      self.steps = steps
    }
  }

  /// One value of an axis.
  public struct Step: Sendable, Equatable {
    /// The value as stated; shares from 0 to 1.
    public let value: Amount
    /// What it changes.
    public let change: Scenario.Change

    /// One value of an axis.
    public init(value: Amount, change: Scenario.Change) {
      self.value = value
      self.change = change
    }
  }

  /// What can be varied.
  public enum Parameter: Sendable, Equatable {
    /// The first year's value of a quantity; its course keeps its shape.
    case quantity(String)
    /// The yearly rise of vendors' recurring prices.
    case escalation
    /// The discount rate.
    case discountRate
    /// A price cut of an offer.
    case priceCut(offer: String)
    /// The weight of a criterion among its siblings.
    case weight(criterion: Int)
  }

  /// Two things varied against each other.
  public init(rows: Axis, columns: Axis) {
    self.rows = rows
    self.columns = columns
  }
}
