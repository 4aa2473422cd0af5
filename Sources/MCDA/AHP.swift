internal import ReproducibleMath

/// Weights from pairwise ratio judgements, with their consistency: the analytic hierarchy process
/// for one group of siblings.
///
/// Saaty, Journal of Mathematical Psychology 15(3), 1977, doi:10.1016/0022-2496(77)90033-5
/// (eigenvector); Crawford, Williams, Journal of Mathematical Psychology 29(4), 1985,
/// doi:10.1016/0022-2496(85)90002-1 (row geometric mean).
///
/// Assumes ratio judgements about the swings between the ends of two scales. The eigenvector can
/// put two things in another order than the judgements themselves do (Bana e Costa, Vansnick,
/// European Journal of Operational Research 187(3), 2008, doi:10.1016/j.ejor.2006.09.022), and
/// changes if all judgements are turned round; the geometric mean does not. Up to three things
/// both give the same weights.
public struct AHP: Sendable, Equatable {
  /// How weights are derived from the matrix.
  public enum Prioritisation: String, Sendable, Equatable, CaseIterable {
    /// The principal right eigenvector: Saaty's own.
    case eigenvector
    /// w_i ∝ (Π_j a_ij)^(1/n).
    case rowGeometricMean
    /// The mean of the columns, each divided by its sum: the approximation of spreadsheets.
    case normalisedColumns
  }

  /// One judgement against what the weights say.
  public struct Judgement: Sendable, Equatable {
    /// The thing that the judgement calls the more important one, or equally important.
    public let row: Int
    /// The thing it is compared with.
    public let column: Int
    /// The ratio as judged, at least 1.
    public let stated: Double
    /// The ratio of the weights.
    public let implied: Double
    /// How many times too large or too small the judgement is, at least 1.
    public let factor: Double
  }

  /// The judgements.
  public let comparisons: PairwiseComparisons
  /// How the weights were derived.
  public let prioritisation: Prioritisation
  /// The table behind ``consistencyRatio``.
  public let randomIndex: RandomIndex
  /// One for each thing; all are above 0, the sum is 1 up to rounding.
  public let weights: [Double]
  /// The principal eigenvalue, at least the number of things, which it is for consistent judgements.
  public let lambdaMax: Double
  /// (λ_max − n)/(n − 1), at least 0; 0 below three things.
  public let consistencyIndex: Double
  /// The consistency index over the random index; 0 below three things, nil beyond the table.
  /// Saaty's rule of thumb: reconsider the judgements above 0.10.
  public let consistencyRatio: Double?
  /// The geometric consistency index, 2/((n − 1)(n − 2)) · Σ ln²(a_ij·w_j/w_i) over all pairs, with
  /// the row geometric mean as w (Aguarón, Moreno-Jiménez 2003, doi:10.1016/S0377-2217(02)00255-2);
  /// 0 below three things.
  public let geometricConsistencyIndex: Double
  /// All judgements, the one that agrees least with the weights first.
  public let judgements: [Judgement]

  /// Derives weights.
  ///
  /// - Complexity: O(n³ log(1/precision)) for n things.
  public init(
    _ comparisons: PairwiseComparisons, prioritisation: Prioritisation = .eigenvector,
    randomIndex: RandomIndex = .saaty1980
  ) {
    let count = comparisons.count
    let geometric = Self.rowGeometricMean(comparisons)
    let principal = Self.principal(comparisons, near: geometric)
    let weights: [Double]
    switch prioritisation {
    case .eigenvector: weights = principal.vector
    case .rowGeometricMean: weights = geometric
    case .normalisedColumns: weights = Self.normalisedColumns(comparisons)
    }
    self.comparisons = comparisons
    self.prioritisation = prioritisation
    self.randomIndex = randomIndex
    self.weights = weights
    lambdaMax = principal.value
    var index = 0.0
    var geometricIndex = 0.0
    if count > 2 {
      index = (lambdaMax - Double(count)) / Double(count - 1)
      for row in 0..<count {
        for column in (row + 1)..<count {
          let deviation = ReproducibleMath.log(
            comparisons[row, column] * geometric[column] / geometric[row])
          geometricIndex += deviation * deviation
        }
      }
      geometricIndex *= 2 / Double((count - 1) * (count - 2))
    }
    consistencyIndex = index
    geometricConsistencyIndex = geometricIndex
    consistencyRatio =
      count < 3 ? 0 : randomIndex[count].map { index / $0 }
    judgements = Self.judgements(comparisons, weights: weights)
  }

  private static func judgements(
    _ comparisons: PairwiseComparisons, weights: [Double]
  ) -> [Judgement] {
    var judgements: [Judgement] = []
    for first in 0..<comparisons.count {
      for second in (first + 1)..<comparisons.count {
        let isTurned = comparisons[first, second] < 1
        let (row, column) = isTurned ? (second, first) : (first, second)
        let stated = comparisons[row, column]
        let implied = weights[row] / weights[column]
        judgements.append(
          Judgement(
            row: row, column: column, stated: stated, implied: implied,
            factor: max(stated / implied, implied / stated)))
      }
    }
    return judgements.enumerated().sorted {
      $0.element.factor != $1.element.factor
        ? $0.element.factor > $1.element.factor : $0.offset < $1.offset
    }.map(\.element)
  }

  private static func rowGeometricMean(_ comparisons: PairwiseComparisons) -> [Double] {
    let count = comparisons.count
    let means = (0..<count).map { row in
      (0..<count).reduce(0.0) { $0 + ReproducibleMath.log(comparisons[row, $1]) } / Double(count)
    }
    let largest = means.max() ?? 0
    return normalised(means.map { ReproducibleMath.exp($0 - largest) })
  }

  private static func normalisedColumns(_ comparisons: PairwiseComparisons) -> [Double] {
    let count = comparisons.count
    var weights = [Double](repeating: 0, count: count)
    for column in 0..<count {
      let sum = (0..<count).reduce(0) { $0 + comparisons[$1, column] }
      for row in 0..<count { weights[row] += comparisons[row, column] / sum }
    }
    return normalised(weights)
  }

  private static func normalised(_ values: [Double]) -> [Double] {
    let sum = values.reduce(0, +)
    return values.map { $0 / sum }
  }

  /// Squares the matrix until all columns are the principal eigenvector: each squaring doubles the
  /// number of right digits, however close the second eigenvalue is. Dividing entry (i, j) by the
  /// ratio of the geometric means first leaves a matrix near all ones, so that no digit is lost to
  /// weights of different magnitude.
  private static func principal(
    _ comparisons: PairwiseComparisons, near scale: [Double]
  ) -> (vector: [Double], value: Double) {
    let count = comparisons.count
    let balanced = (0..<count * count).map {
      comparisons.ratios[$0] * scale[$0 % count] / scale[$0 / count]
    }
    var power = balanced
    var vector = [Double](repeating: 1 / Double(count), count: count)
    for _ in 0..<64 {
      var square = [Double](repeating: 0, count: count * count)
      for row in 0..<count {
        for inner in 0..<count {
          let factor = power[row * count + inner]
          for column in 0..<count {
            square[row * count + column] += factor * power[inner * count + column]
          }
        }
      }
      let largest = square.max() ?? 1
      power = square.map { $0 / largest }
      let next = normalised(
        (0..<count).map { row in
          power[(row * count)..<((row + 1) * count)].reduce(0, +)
        })
      let change = zip(next, vector).reduce(0) { max($0, (($1.0 - $1.1) / $1.0).magnitude) }
      vector = next
      if change < 1e-15 { break }
    }
    let image = (0..<count).map { row in
      (0..<count).reduce(0) { $0 + balanced[row * count + $1] * vector[$1] }
    }
    // A reciprocal matrix has λ_max ≥ n; only rounding can say less.
    let value = max(Double(count), image.reduce(0, +) / vector.reduce(0, +))
    return (normalised((0..<count).map { vector[$0] * scale[$0] }), value)
  }
}
