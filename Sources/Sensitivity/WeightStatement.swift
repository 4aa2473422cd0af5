public import MCDA

/// Something said about the local weights of one sibling group.
public enum WeightStatement: Sendable, Equatable {
  /// A node weighs at least this much, 0 to 1.
  case atLeast(node: Int, Double)
  /// A node weighs at most this much, 0 to 1.
  case atMost(node: Int, Double)
  /// One node weighs at least as much as another.
  case moreImportant(node: Int, than: Int)
  /// One node weighs so many times as much as another.
  case ratio(node: Int, to: Int, ClosedRange<Double>)
  /// Two nodes weigh the same.
  case equal(node: Int, Int)
  /// Σ coefficient × weight, by node, stands so to a bound.
  case linear([Int: Double], LinearProgram.Relation, Double)

  /// The nodes it speaks about, ascending.
  public var nodes: [Int] {
    switch self {
    case .atLeast(let node, _), .atMost(let node, _): [node]
    case .moreImportant(let a, let b), .equal(let a, let b), .ratio(let a, let b, _):
      [min(a, b), max(a, b)]
    case .linear(let terms, _, _): terms.keys.sorted()
    }
  }

  /// Whether all its figures can be used.
  var isUsable: Bool {
    func fits(_ number: Double) -> Bool { number.magnitude <= 1e9 }
    switch self {
    case .atLeast(_, let weight), .atMost(_, let weight): return (0...1).contains(weight)
    case .moreImportant(let a, let b), .equal(let a, let b): return a != b
    case .ratio(let a, let b, let range):
      return a != b && range.lowerBound >= 0 && fits(range.upperBound)
    case .linear(let terms, _, let bound):
      return !terms.isEmpty && terms.values.allSatisfy(fits) && fits(bound)
    }
  }

  /// What it demands of the weights of `children`.
  func constraints(_ children: [Int]) -> [LinearProgram.Constraint] {
    func row(_ terms: [Int: Double]) -> [Double] { children.map { terms[$0] ?? 0 } }
    switch self {
    case .atLeast(let node, let weight): return [.init(row([node: 1]), .atLeast, weight)]
    case .atMost(let node, let weight): return [.init(row([node: 1]), .atMost, weight)]
    case .moreImportant(let a, let b): return [.init(row([a: 1, b: -1]), .atLeast, 0)]
    case .equal(let a, let b): return [.init(row([a: 1, b: -1]), .equal, 0)]
    case .ratio(let a, let b, let range):
      if range.lowerBound == range.upperBound {
        return [.init(row([a: 1, b: -range.lowerBound]), .equal, 0)]
      }
      return [
        .init(row([a: 1, b: -range.lowerBound]), .atLeast, 0),
        .init(row([a: 1, b: -range.upperBound]), .atMost, 0),
      ]
    case .linear(let terms, let relation, let bound): return [.init(row(terms), relation, bound)]
    }
  }

  /// The statement in words, for a message about statements that clash.
  func text(_ name: (Int) -> String) -> String {
    switch self {
    case .atLeast(let node, let weight): "'\(name(node))' weighs at least \(weight)"
    case .atMost(let node, let weight): "'\(name(node))' weighs at most \(weight)"
    case .moreImportant(let a, let b): "'\(name(a))' weighs at least as much as '\(name(b))'"
    case .equal(let a, let b): "'\(name(a))' weighs as much as '\(name(b))'"
    case .ratio(let a, let b, let range):
      "'\(name(a))' weighs \(range.lowerBound) to \(range.upperBound) times as much as '\(name(b))'"
    case .linear(let terms, let relation, let bound):
      terms.sorted { $0.key < $1.key }.map { "\($0.value) × '\(name($0.key))'" }
        .joined(separator: " + ")
        + (relation == .atMost ? " ≤ " : relation == .atLeast ? " ≥ " : " = ") + "\(bound)"
    }
  }
}
