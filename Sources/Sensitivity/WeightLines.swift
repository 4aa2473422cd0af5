import MCDA

/// How the totals move when one node's local weight goes from 0 to 1 and its siblings share the
/// rest in their old proportions: a straight line for each alternative.
struct WeightLines {
  /// The totals at weight 0 and at weight 1.
  let atZero: [Double]
  let atOne: [Double]
  /// Whether the siblings weigh nothing now, so that equal shares of the rest stand in for the
  /// proportions that they do not have.
  let usesEqualShares: Bool

  /// Nil for the root and for an only child, whose weight cannot move.
  init?(_ value: AdditiveValue, node: Int) {
    let tree = value.tree
    guard let parent = tree.nodes[node].parent else { return nil }
    let siblings = tree.nodes[parent].children.filter { $0 != node }
    guard !siblings.isEmpty else { return nil }
    let weightOfSiblings = siblings.reduce(0) { $0 + tree.nodes[$1].localWeight }
    usesEqualShares = weightOfSiblings == 0
    let parentWeight = tree.nodes[parent].globalWeight
    var (atZero, atOne): ([Double], [Double]) = ([], [])
    for alternative in 0..<value.alternativeCount {
      let rest: Double =
        usesEqualShares
        ? siblings.reduce(0) { $0 + value.nodeValue(alternative, node: $1) }
          / Double(siblings.count)
        : siblings.reduce(0) {
          $0 + tree.nodes[$1].localWeight * value.nodeValue(alternative, node: $1)
        } / weightOfSiblings
      let total = value.nodeValue(alternative, node: 0)
      let elsewhere = total - parentWeight * value.nodeValue(alternative, node: parent)
      atZero.append(elsewhere + parentWeight * rest)
      atOne.append(elsewhere + parentWeight * value.nodeValue(alternative, node: node))
    }
    self.atZero = atZero
    self.atOne = atOne
  }

  /// The weight at which two alternatives have the same total: t* = D(0) / (D(0) − D(1)).
  /// Only meaningful if the difference D changes its sign between 0 and 1.
  func crossing(_ a: Int, _ b: Int) -> Double {
    let (start, end) = (atZero[a] - atZero[b], atOne[a] - atOne[b])
    return min(1, max(0, start / (start - end)))
  }

  /// The upper envelope: who wins where, from weight 0 to weight 1.
  ///
  /// Of alternatives with the same line the `preferred` one, else the first, stands for all.
  /// - Complexity: O(m) for each change of winner.
  func winners(preferring preferred: Int, tolerance: Double) -> [WeightStability.Reign] {
    func goesBefore(_ a: Int, _ b: Int) -> Bool {
      if (atOne[a] - atOne[b]).magnitude > tolerance { return atOne[a] > atOne[b] }
      return a == preferred || (b != preferred && a < b)
    }
    let best = atZero.max() ?? 0
    let leaders = atZero.indices.filter { best - atZero[$0] <= tolerance }
    guard var current = leaders.min(by: goesBefore) else { return [] }
    var reigns: [WeightStability.Reign] = []
    var start = 0.0
    while true {
      // Only a line that ends higher can still overtake; the one that does so first is next.
      let rising = atOne.indices.filter { atOne[$0] - atOne[current] > tolerance }
      let next = rising.min { a, b in
        let (first, second) = (crossing(current, a), crossing(current, b))
        return (first - second).magnitude > tolerance ? first < second : goesBefore(a, b)
      }
      guard let next else { break }
      let change = max(start, crossing(current, next))
      if change > start {
        reigns.append(WeightStability.Reign(winner: current, from: start, to: change))
      }
      (start, current) = (change, next)
    }
    reigns.append(WeightStability.Reign(winner: current, from: start, to: 1))
    return reigns
  }
}
