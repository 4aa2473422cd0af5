/// Which alternatives are at least as good as another on every criterion and better on one (Pareto).
/// Holds whatever the weights and scales; criteria of weight 0 count too.
public struct Dominance: Sendable, Equatable {
  /// What is compared where cells are known as intervals.
  public enum Reading: String, Sendable, Equatable, CaseIterable {
    /// The likely values.
    case likely
    /// The worst value of the one against the best of the other: dominance that no outcome undoes.
    case certain
  }

  /// The number of alternatives.
  public let alternativeCount: Int
  /// The alternatives that dominate each one, ascending.
  public let dominators: [[Int]]

  /// Compares all pairs.
  ///
  /// - Complexity: O(m²·n) for m alternatives and n criteria; most pairs end after a few criteria.
  public init(_ table: PerformanceTable, reading: Reading = .likely) throws(MethodError) {
    try table.requireComplete()
    let (count, criteria) = (table.alternativeCount, table.criterionCount)
    func ends(worst: Bool) -> [Double] {
      (0..<count * criteria).map { cell in
        let (row, column) = (cell / criteria, cell % criteria)
        let isGain = table.criteria[column].direction == .maximise
        let value = table.value(row, column)
        guard reading == .certain, let range = table.interval(row, column) else {
          return isGain ? value : -value
        }
        return isGain == worst ? gain(range.lowerBound, isGain) : gain(range.upperBound, isGain)
      }
    }
    func gain(_ value: Double, _ isGain: Bool) -> Double { isGain ? value : -value }
    let (worst, best) = (ends(worst: true), ends(worst: false))
    func dominates(_ a: Int, _ b: Int) -> Bool {
      var isBetter = false
      for column in 0..<criteria {
        let (own, other) = (worst[a * criteria + column], best[b * criteria + column])
        if own < other { return false }
        if own > other { isBetter = true }
      }
      return isBetter
    }
    alternativeCount = count
    dominators = (0..<count).map { b in (0..<count).filter { $0 != b && dominates($0, b) } }
  }

  /// The alternatives that nobody dominates, ascending; at least one.
  public var front: [Int] { dominators.indices.filter { dominators[$0].isEmpty } }

  /// Whether `a` dominates `b`. `b` must exist.
  public func dominates(_ a: Int, _ b: Int) -> Bool { dominators[b].contains(a) }
}
