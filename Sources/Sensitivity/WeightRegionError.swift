/// Why statements about weights leave no weights, or say nothing about the tree at hand.
public enum WeightRegionError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The lower bounds in a group sum to more than 1; without any of `names` they would not.
  case lowerBoundsExceedOne(parent: String, sum: Double, names: [String])
  /// The upper bounds in a group sum to less than 1; `names` are those with one below 1.
  case upperBoundsBelowOne(parent: String, sum: Double, names: [String])
  /// Bounds outside 0 to 1.
  case badBox(name: String, lower: Double, upper: Double)
  /// A relative spread that is negative, infinite or not a number.
  case badSpread(Double)
  /// A statement about a node that is not in the tree, has no weight to move or lies too deep.
  case foreignNode(index: Int)
  /// A concentration that is not above 0 or not finite.
  case badConcentration(Double)
  /// Statements that no weights satisfy; without any one of them some would.
  case clash(parent: String, statements: [String])
  /// A statement with a figure out of range, or about nodes of several groups.
  case badStatement(parent: String, statement: String)
  /// Figures that differ too much in magnitude for a reliable answer.
  case notSolved(parent: String)
  /// An order that does not name every child of its group exactly once.
  case incompleteOrder(parent: String)

  /// One sentence on what clashes.
  public var description: String {
    switch self {
    case .lowerBoundsExceedOne(let parent, let sum, let names):
      "under '\(parent)' the lowest weights sum to \(sum), more than 1: lower one of "
        + names.joined(separator: ", ")
    case .upperBoundsBelowOne(let parent, let sum, let names):
      "under '\(parent)' the highest weights sum to \(sum), less than 1: raise one of "
        + names.joined(separator: ", ")
    case .badBox(let name, let lower, let upper):
      "the weight of '\(name)' shall lie between \(lower) and \(upper); "
        + "both must lie between 0 and 1"
    case .badSpread(let spread): "a spread of \(spread) is no number of at least 0"
    case .foreignNode(let index): "no weight can be drawn for node \(index)"
    case .badConcentration(let concentration):
      "a concentration of \(concentration) is no number above 0"
    case .clash(let parent, let statements):
      "no weights under '\(parent)' satisfy all of: " + statements.joined(separator: "; ")
    case .badStatement(let parent, let statement):
      "under '\(parent)' this cannot be used: \(statement)"
    case .notSolved(let parent):
      "the statements about weights under '\(parent)' differ too much in magnitude"
    case .incompleteOrder(let parent):
      "the order under '\(parent)' does not name each of its parts exactly once"
    }
  }
}
