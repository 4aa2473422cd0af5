public import MCDA

/// The exact probability that one alternative beats another when nothing is known about the
/// weights but that they are shares. Ties count half: P(D > 0) + ½·P(D = 0).
///
/// For weights uniform on the simplex the lead D = Σ w·d is a linear form; its distribution
/// follows from a recursion without divided differences of equal arguments (G. Varsi, "The
/// multidimensional content of the frustum of the simplex", Pacific Journal of Mathematics 46(1),
/// 1973), stable also when several d are equal.
public enum PairwiseWinning {
  /// Weights uniform on the simplex.
  ///
  /// - Parameters:
  ///   - differences: value of the first minus value of the second alternative for each
  ///     criterion, finite.
  ///   - tolerance: if no difference exceeds it, the two are level everywhere.
  /// - Returns: a probability; ½ if the two are level everywhere or there is no criterion.
  /// - Complexity: O(n²).
  public static func exact(
    differences: [Double], tolerance: Double = Ranking.tolerance
  ) -> Double {
    guard differences.contains(where: { $0.magnitude > tolerance }) else { return 0.5 }
    let gains = differences.filter { $0 > 0 }
    let losses = differences.filter { $0 <= 0 }
    guard !gains.isEmpty else { return 0 }
    // share[k] after all gains: the probability with the first k losses taken in.
    var share = [1.0] + [Double](repeating: 0, count: losses.count)
    for gain in gains {
      for (k, loss) in losses.enumerated() {
        share[k + 1] = (gain * share[k] - loss * share[k + 1]) / (gain - loss)
      }
    }
    return share[losses.count]
  }

  /// Weights uniform on the part of the simplex where w₁ ≥ w₂ ≥ … ≥ wₙ.
  ///
  /// That part is a simplex again, with the corners (1/r, …, 1/r, 0, …, 0): the same recursion
  /// holds for the running means of the differences.
  ///
  /// - Parameter differences: as in ``exact(differences:tolerance:)``, the most important
  ///   criterion first.
  /// - Complexity: O(n²).
  public static func exactOrdered(
    differences: [Double], tolerance: Double = Ranking.tolerance
  ) -> Double {
    var sum = 0.0
    let means = differences.enumerated().map { index, difference in
      sum += difference
      return sum / Double(index + 1)
    }
    return exact(differences: means, tolerance: tolerance)
  }
}
