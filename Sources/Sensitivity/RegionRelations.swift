public import MCDA

/// What follows about alternatives if weights are known only to lie in a region: who is ahead for
/// all of them, who for some, and what a choice can cost. Exact.
///
/// The least lead over a region of nested groups is found children first: m(node) is the least
/// Σ w·m(child) over the group's region. For one group over all its criteria see
/// ``MCDA/PreferenceRelations``, which tells potential optimality too.
///
/// Greco, Mousseau, Słowiński, European Journal of Operational Research 191(2), 2008,
/// doi:10.1016/j.ejor.2007.08.013.
public struct RegionRelations: Sendable, Equatable {
  /// The number of alternatives.
  public let alternativeCount: Int
  /// The least lead of a over b: alternatives × alternatives, row by row; 0 on the diagonal.
  public let smallestLeads: [Double]
  /// Leads up to this count as level.
  public let tolerance: Double

  /// Analyses an additive value over a region made for its tree.
  ///
  /// - Throws: ``SMAAError/foreignRegion`` for a region made for another tree, or whose statements
  ///   differ too much in magnitude.
  /// - Complexity: O(m² n log n) for m alternatives and n nodes; linear programs where statements
  ///   are more than bounds and orders.
  public init(
    _ value: AdditiveValue, region: WeightRegion, tolerance: Double = Ranking.tolerance
  ) throws(SMAAError) {
    let tree = value.tree
    var sets = [WeightSet?](repeating: nil, count: tree.nodes.count)
    for group in region.groups {
      guard tree.nodes.indices.contains(group.parent),
        tree.nodes[group.parent].children == group.children
      else { throw .foreignRegion }
      do { sets[group.parent] = try group.set() } catch { throw .foreignRegion }
    }
    let count = value.alternativeCount
    var leads = [Double](repeating: 0, count: count * count)
    for a in 0..<count {
      for b in 0..<count where a != b {
        var least = tree.nodes.indices.map {
          value.nodeValue(a, node: $0) - value.nodeValue(b, node: $0)
        }
        // Children stand behind their parents: backwards, every group is settled before its parent.
        for node in tree.nodes.indices.reversed() where !tree.nodes[node].children.isEmpty {
          let children = tree.nodes[node].children
          if let set = sets[node] {
            do {
              least[node] = try set.smallest(children.map { least[$0] }).value
            } catch { throw .foreignRegion }
          } else {
            least[node] = children.reduce(0) { $0 + tree.nodes[$1].localWeight * least[$1] }
          }
        }
        leads[a * count + b] = least[0]
      }
    }
    alternativeCount = count
    smallestLeads = leads
    self.tolerance = tolerance
  }

  /// The least lead of `a` over `b`; negative if `b` can be ahead.
  public func smallestLead(_ a: Int, over b: Int) -> Double {
    smallestLeads[a * alternativeCount + b]
  }

  /// Whether `a` is at least level with `b` for all possible weights.
  public func necessarily(_ a: Int, over b: Int) -> Bool { smallestLead(a, over: b) >= -tolerance }

  /// Whether `a` is at least level with `b` for some possible weights.
  public func possibly(_ a: Int, over b: Int) -> Bool { smallestLead(b, over: a) <= tolerance }

  /// Whether `a` dominates `b`: never behind, and ahead for some weights.
  public func dominates(_ a: Int, _ b: Int) -> Bool {
    necessarily(a, over: b) && !necessarily(b, over: a)
  }

  /// The most that a rival can be ahead of each alternative, at least 0.
  public var maximumRegrets: [Double] {
    (0..<alternativeCount).map { a in
      (0..<alternativeCount).reduce(0) { max($0, -smallestLead(a, over: $1)) }
    }
  }

  /// The alternative with the smallest regret, the first of equals: the cautious choice.
  public var cautiousChoice: Int? { Ranking(maximumRegrets.map { -$0 }).winner }
}

extension WeightRegion.Group {
  /// The group's weights as a set.
  fileprivate func set() throws(WeightSetError) -> WeightSet {
    if let order { return try WeightSet(.order(order), count: children.count) }
    if case .polytope(let law) = law {
      return try WeightSet(.linear(law.polytope.constraints), count: children.count)
    }
    return try WeightSet(.boxes(lower: lower, upper: upper), count: children.count)
  }
}
