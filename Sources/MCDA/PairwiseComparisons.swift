internal import ReproducibleMath

/// Ratio judgements about every pair: entry (i, j) says how many times as much i counts as j.
///
/// A positive reciprocal matrix (Saaty, Journal of Mathematical Psychology 15(3), 1977,
/// doi:10.1016/0022-2496(77)90033-5). People round the fractions they write (0.33 for a third), so
/// the two entries of a pair may disagree a little; the one of at least 1 counts then, and its
/// reciprocal replaces the other.
public struct PairwiseComparisons: Sendable, Equatable {
  /// Two entries of a pair may multiply to 1 within this.
  public static let reciprocalTolerance = 0.05
  /// Ratios from 1/``largestRatio`` to this are accepted.
  public static let largestRatio = 1e9

  /// How many things are compared, at least 1.
  public let count: Int
  /// The matrix, row by row, exactly reciprocal.
  public let ratios: [Double]
  /// How far the entries as given are from being reciprocal: the largest |a_ij·a_ji − 1|.
  public let largestCorrection: Double

  /// Judgements as a square matrix.
  public init(rows: [[Double]]) throws(PairwiseComparisonsError) {
    guard !rows.isEmpty else { throw .empty }
    let count = rows.count
    var ratios: [Double] = []
    ratios.reserveCapacity(count * count)
    for (index, row) in rows.enumerated() {
      guard row.count == count else {
        throw .notSquare(row: index, expected: count, found: row.count)
      }
      for (column, value) in row.enumerated() {
        guard value >= 1 / Self.largestRatio, value <= Self.largestRatio else {
          throw .badRatio(row: index, column: column, value: value)
        }
      }
      ratios += row
    }
    var largestCorrection = 0.0
    for row in 0..<count {
      for column in row..<count {
        let (here, mirrored) = (ratios[row * count + column], ratios[column * count + row])
        let deviation = (here * mirrored - 1).magnitude
        guard deviation <= (row == column ? 1e-9 : Self.reciprocalTolerance) else {
          throw .notReciprocal(row: row, column: column, value: here, mirrored: mirrored)
        }
        largestCorrection = max(largestCorrection, deviation)
        if row == column {
          ratios[row * count + column] = 1
        } else if here >= mirrored {
          ratios[column * count + row] = 1 / here
        } else {
          ratios[row * count + column] = 1 / mirrored
        }
      }
    }
    self.count = count
    self.ratios = ratios
    self.largestCorrection = largestCorrection
  }

  /// Judgements about each pair once.
  ///
  /// - Parameters:
  ///   - upperTriangle: the entries above the diagonal, row by row: (1,2), (1,3), …, (2,3), ….
  ///   - count: how many things are compared; they have count·(count − 1)/2 pairs.
  public init(upperTriangle: [Double], count: Int) throws(PairwiseComparisonsError) {
    guard count > 0 else { throw .empty }
    let (product, overflow) = count.multipliedReportingOverflow(by: count - 1)
    guard !overflow, upperTriangle.count == product / 2 else {
      throw .wrongPairCount(expected: overflow ? .max : product / 2, found: upperTriangle.count)
    }
    var rows = [[Double]](repeating: [Double](repeating: 1, count: count), count: count)
    var next = 0
    for row in 0..<count {
      for column in (row + 1)..<count {
        rows[row][column] = upperTriangle[next]
        rows[column][row] = 1 / upperTriangle[next]
        next += 1
      }
    }
    try self.init(rows: rows)
  }

  /// The judgements of several people in one: the geometric mean of each entry, the only mean that
  /// keeps reciprocals (Aczél, Saaty, Journal of Mathematical Psychology 27(1), 1983,
  /// doi:10.1016/0022-2496(83)90028-7). For display: it hides who disagrees with whom.
  ///
  /// - Parameter judgements: at least one, all about the same number of things.
  public init(geometricMeanOf judgements: [PairwiseComparisons]) throws(PairwiseComparisonsError) {
    guard let first = judgements.first else { throw .empty }
    if let other = judgements.firstIndex(where: { $0.count != first.count }) {
      throw .notSquare(row: other, expected: first.count, found: judgements[other].count)
    }
    let count = first.count
    var pairs: [Double] = []
    for row in 0..<count {
      for column in (row + 1)..<count {
        let logarithms = judgements.map { ReproducibleMath.log($0[row, column]) }
        pairs.append(ReproducibleMath.exp(logarithms.reduce(0, +) / Double(judgements.count)))
      }
    }
    try self.init(upperTriangle: pairs, count: count)
  }

  /// How many times as much `row` counts as `column`. Both must exist.
  public subscript(row: Int, column: Int) -> Double { ratios[row * count + column] }

  /// Koczkodaj's inconsistency: the worst triad i, j, k, judged by how far a_ik is from
  /// a_ij·a_jk, as min(|1 − a_ik/(a_ij·a_jk)|, |1 − a_ij·a_jk/a_ik|). From 0 (consistent) to 1.
  ///
  /// Koczkodaj, Mathematical and Computer Modelling 18(7), 1993,
  /// doi:10.1016/0895-7177(93)90059-8. It names the three judgements to talk about first.
  ///
  /// - Returns: nil for fewer than three things; of equally bad triads the first.
  /// - Complexity: O(n³).
  public var worstTriad: (indices: (Int, Int, Int), inconsistency: Double)? {
    guard count > 2 else { return nil }
    var worst = ((0, 1, 2), -1.0)
    for i in 0..<count {
      for j in (i + 1)..<count {
        for k in (j + 1)..<count {
          let ratio = self[i, k] / (self[i, j] * self[j, k])
          let inconsistency = min((1 - ratio).magnitude, (1 - 1 / ratio).magnitude)
          if inconsistency > worst.1 { worst = ((i, j, k), inconsistency) }
        }
      }
    }
    return (worst.0, worst.1)
  }
}

/// Why judgements are not a reciprocal matrix. Rows and columns count from 0.
public enum PairwiseComparisonsError: Error, Sendable, Equatable, CustomStringConvertible {
  /// Nothing is compared.
  case empty
  /// A row has more or fewer entries than there are rows.
  case notSquare(row: Int, expected: Int, found: Int)
  /// The number of pairs does not fit the number of things.
  case wrongPairCount(expected: Int, found: Int)
  /// A ratio is not a number, not positive, or beyond ``PairwiseComparisons/largestRatio``.
  case badRatio(row: Int, column: Int, value: Double)
  /// The two entries of a pair contradict each other, or something is not 1 compared with itself.
  case notReciprocal(row: Int, column: Int, value: Double, mirrored: Double)

  /// One sentence on what is wrong.
  public var description: String {
    switch self {
    case .empty: "nothing is compared"
    case .notSquare(let row, let expected, let found):
      "row \(row + 1) has \(found) judgements where \(expected) are needed"
    case .wrongPairCount(let expected, let found):
      "there are \(found) judgements for \(expected) pairs"
    case .badRatio(let row, let column, let value):
      "the judgement in row \(row + 1), column \(column + 1) is \(value); "
        + "it must be a ratio above 0, at most 1e9"
    case .notReciprocal(let row, let column, let value, let mirrored):
      row == column
        ? "row \(row + 1), column \(column + 1) compares a thing with itself: it is \(value), not 1"
        : "row \(row + 1), column \(column + 1) says \(value), and the other way round \(mirrored); "
          + "one must be the reciprocal of the other"
    }
  }
}
