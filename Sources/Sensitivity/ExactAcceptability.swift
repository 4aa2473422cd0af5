import MCDA

/// Rank acceptabilities without sampling, for at most three criteria and crisp values.
///
/// Weights are uniform on the simplex, or on the part of it that keeps an order of the criteria.
/// Two alternatives are level along a straight cut through that region; all cuts together part it
/// into convex cells in each of which the ranking is the same. A rank's acceptability is the share
/// of the cells' size, a central weight the centroid of the cells in which the alternative comes
/// first.
///
/// Lahdelma, Salminen, "SMAA-2", Operations Research 49(3), 2001, doi:10.1287/opre.49.3.444.11220.
public struct ExactAcceptability: Sendable, Equatable {
  /// More criteria are not cut exactly.
  public static let mostCriteria = 3
  /// More alternatives would make too many cells.
  public static let mostAlternatives = 12

  /// How often each alternative takes each rank, ties shared evenly: [alternative][rank − 1].
  public let rankAcceptability: [[Double]]
  /// The mean weights where the alternative comes first; nil for one that never does.
  public let centralWeights: [[Double]?]
  /// For two criteria: the weights of the first at which the ranking changes, with both ends.
  public let breakpoints: [Double]

  /// Computes the shares.
  ///
  /// - Parameters:
  ///   - values: alternatives × criteria, row by row, more is better.
  ///   - criteria: how many there are.
  ///   - order: the criteria from the most to the least important; nil if nothing is known.
  /// - Returns: nil if there are more criteria or alternatives than this can do, the values don't
  ///   fill rows, the order isn't one, or a value is not a usable number.
  /// - Complexity: O(m⁴) cells at most for m alternatives.
  public init?(values: [Double], criteria n: Int, order: [Int]? = nil) {
    guard (1...Self.mostCriteria).contains(n), !values.isEmpty, values.count % n == 0,
      values.count / n <= Self.mostAlternatives,
      order.map({ $0.sorted() == Array(0..<n) }) ?? true,
      values.allSatisfy({ $0.magnitude <= AdditiveValue.largestValue })
    else { return nil }
    let m = values.count / n
    let whole = Cell(corners: Self.corners(n, order: order))
    var cells = [whole]
    for a in 0..<m {
      for b in (a + 1)..<max(m, a + 1) {
        let differences = (0..<n).map { values[a * n + $0] - values[b * n + $0] }
        cells = cells.flatMap { $0.parts(where: differences) }
      }
    }
    var ranks = [[Double]](repeating: [Double](repeating: 0, count: m), count: m)
    var firsts = [Double](repeating: 0, count: m)
    var sums = [[Double]](repeating: [Double](repeating: 0, count: n), count: m)
    let total = cells.reduce(0) { $0 + $1.size }
    guard total > 0 else { return nil }
    for cell in cells {
      let centroid = cell.centroid
      let totals = (0..<m).map { a in
        (0..<n).reduce(0) { $0 + centroid[$1] * values[a * n + $1] }
      }
      let ranking = Ranking(totals, tolerance: 1e-14)
      for a in 0..<m {
        let rank = ranking.ranks[a]
        let tied = ranking.ranks.filter { $0 == rank }.count
        let share = cell.size / total / Double(tied)
        for place in rank..<(rank + tied) { ranks[a][place - 1] += share }
        if rank == 1 {
          firsts[a] += share
          for k in 0..<n { sums[a][k] += share * centroid[k] }
        }
      }
    }
    // Sums of shares can exceed the whole by rounding.
    rankAcceptability = ranks.map { $0.map { min(1, $0) } }
    centralWeights = (0..<m).map { a in
      firsts[a] > 0 ? sums[a].map { $0 / firsts[a] } : nil
    }
    breakpoints =
      n == 2 ? Set(cells.flatMap { $0.corners.map { $0[0] } }).sorted() : []
  }

  /// The corners of the region of weights.
  private static func corners(_ n: Int, order: [Int]?) -> [[Double]] {
    (0..<n).map { corner in
      var weights = [Double](repeating: 0, count: n)
      if let order {
        for k in order.prefix(corner + 1) { weights[k] = 1 / Double(corner + 1) }
      } else {
        weights[corner] = 1
      }
      return weights
    }
  }

  /// A point, a line or a convex polygon of weights, corners in turn.
  private struct Cell {
    let corners: [[Double]]

    /// Length or area in the plane of the first two weights; 1 for a point.
    var size: Double {
      switch corners.count {
      case 1: 1
      case 2: (corners[1][0] - corners[0][0]).magnitude
      default: area.magnitude
      }
    }

    private var area: Double {
      var doubled = 0.0
      for (index, corner) in corners.enumerated() {
        let next = corners[(index + 1) % corners.count]
        doubled += corner[0] * next[1] - next[0] * corner[1]
      }
      return doubled / 2
    }

    var centroid: [Double] {
      let n = corners[0].count
      guard corners.count > 2 else {
        return (0..<n).map { k in
          corners.reduce(0) { $0 + $1[k] } / Double(corners.count)
        }
      }
      // Triangles from the first corner, weighted by their signed area.
      var sum = [Double](repeating: 0, count: n)
      var weight = 0.0
      for index in 1..<(corners.count - 1) {
        let triangle = Cell(corners: [corners[0], corners[index], corners[index + 1]])
        let area = triangle.area
        weight += area
        for k in 0..<n {
          sum[k] += area * (corners[0][k] + corners[index][k] + corners[index + 1][k]) / 3
        }
      }
      return sum.map { $0 / weight }
    }

    /// Both sides of a cut; the cell itself where the cut only touches it.
    func parts(where differences: [Double]) -> [Cell] {
      let scale = differences.reduce(0) { max($0, $1.magnitude) }
      guard corners.count > 1, scale > 0 else { return [self] }
      let leads = corners.map { corner in
        let lead = zip(corner, differences).reduce(0) { $0 + $1.0 * $1.1 }
        return lead.magnitude <= 1e-13 * scale ? 0 : lead
      }
      guard leads.contains(where: { $0 > 0 }), leads.contains(where: { $0 < 0 }) else {
        return [self]
      }
      var (above, below): ([[Double]], [[Double]]) = ([], [])
      for index in corners.indices {
        if leads[index] >= 0 { above.append(corners[index]) }
        if leads[index] <= 0 { below.append(corners[index]) }
        let next = (index + 1) % corners.count
        // A line has one edge only, and a cut crosses it once.
        if corners.count == 2 && next == 0 { break }
        if (leads[index] > 0 && leads[next] < 0) || (leads[index] < 0 && leads[next] > 0) {
          let share = leads[index] / (leads[index] - leads[next])
          let crossing = zip(corners[index], corners[next]).map { $0 + share * ($1 - $0) }
          above.append(crossing)
          below.append(crossing)
        }
      }
      return [Cell(corners: above), Cell(corners: below)].filter { $0.size > 0 }
    }
  }
}
