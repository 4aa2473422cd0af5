public import Measures
public import Messages

/// One node of the criteria tree: the whole, a goal, a branch, or a leaf that offers are asked about.
public struct Criterion: Sendable, Equatable {
  /// What a node of the tree is.
  public enum Role: Sendable, Equatable {
    /// The top of the tree; its children are the goals.
    case root
    /// A node whose value is the weighted sum of its children's.
    case branch
    /// A leaf that offers answer, on a scale.
    case question(Scale)
    /// The goal that is measured by the total cost of ownership.
    case cost(CostScale)
  }

  /// Which goal a node belongs to.
  public enum Goal: Sendable, Equatable {
    /// How well an offer fits; also goals that a decision adds of its own.
    case fit
    /// What it costs.
    case cost
    /// How much it binds.
    case lockIn
  }

  /// The identifier, unique in the tree: lower-case letters, digits and `_`.
  public var id: String
  /// The identifiers from the goal down, joined by `/`, such as `fit/functions/core`; "" at the root.
  public var path: String
  /// What people read.
  public var name: LocalText
  /// What exactly is asked or measured, if there is more to say.
  public var note: LocalText?
  /// What the node is.
  public var role: Role
  /// Which goal it belongs to; the root counts as fit.
  public var goal: Goal
  /// Index of the parent in ``CriteriaTree/nodes``; `nil` at the root.
  public var parent: Int?
  /// Weight among siblings, normalised to sum 1; 1 at the root.
  public var localWeight: Double
  /// The weight as the decision or catalogue states it.
  public var statedWeight: StatedWeight
  /// How necessary a requirement is, where MoSCoW priorities are used.
  public var priority: Priority?
  /// The condition that an offer must meet to be acceptable.
  public var knockout: Knockout?
  /// The domain of a CAIQ, such as `IAM`, whose share of yes answers the question.
  public var caiqDomain: String?
  /// Where it is declared.
  public var position: SourcePosition

  /// A node of the tree.
  public init(
    id: String, path: String, name: LocalText, note: LocalText? = nil, role: Role, goal: Goal,
    parent: Int?, localWeight: Double, statedWeight: StatedWeight, priority: Priority? = nil,
    knockout: Knockout? = nil, caiqDomain: String? = nil, position: SourcePosition
  ) {
    self.id = id
    self.path = path
    self.name = name
    self.note = note
    self.role = role
    self.goal = goal
    self.parent = parent
    self.localWeight = localWeight
    self.statedWeight = statedWeight
    self.priority = priority
    self.knockout = knockout
    self.caiqDomain = caiqDomain
    self.position = position
  }
}

/// How necessary a requirement is (MoSCoW); also its weight among its siblings (`rulings.md` R2).
public enum Priority: String, Sendable, Hashable, Codable, CaseIterable {
  /// Needed.
  case must
  /// Important.
  case should
  /// Nice to have.
  case could
  /// Not this time; stays visible.
  case wont

  /// Weight among siblings.
  public var weight: Int {
    switch self {
    case .must: 4
    case .should: 2
    case .could: 1
    case .wont: 0
    }
  }
}

/// A weight as somebody stated it.
public struct StatedWeight: Sendable, Equatable {
  /// The number; its meaning is its ratio to the siblings' numbers.
  public var value: Amount
  /// Lowest and highest number thought defensible, where stated.
  public var range: ClosedRange<Amount>?

  /// A weight, with the range in which it may lie.
  public init(value: Amount, range: ClosedRange<Amount>? = nil) {
    self.value = value
    self.range = range
  }
}

/// The condition that an offer must meet to be acceptable; never compensated by anything else.
public enum Knockout: Sendable, Equatable {
  /// The answer's level is worth at least this level (index into the scale's levels).
  case atLeastLevel(Int)
  /// The figure is at least this.
  case atLeast(Amount)
  /// The figure is at most this.
  case atMost(Amount)
  /// Every Must below this branch is answered with at least the response level of this identifier.
  case everyMust(atLeast: String)
}
