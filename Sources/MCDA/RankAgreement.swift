/// How far two rankings of the same alternatives agree: 1 the same order, −1 the opposite, near 0
/// unrelated. Ties are handled, not broken.
public enum RankAgreement {
  /// Kendall's tau-b: (concordant − discordant pairs) / √(pairs not tied in a · pairs not tied in b).
  ///
  /// Kendall, Biometrika 33(3), 1945, doi:10.1093/biomet/33.3.239; counted by sorting as in Knight,
  /// Journal of the American Statistical Association 61(314), 1966,
  /// doi:10.1080/01621459.1966.10480879.
  ///
  /// - Parameters:
  ///   - a: a figure for each alternative; only their order counts, equal figures are ties.
  ///   - b: the same for the other ranking, as many.
  /// - Returns: nil if the lists differ in length, hold something that is not a number, or all
  ///   alternatives are tied in one of them: then agreement is undefined.
  /// - Complexity: O(m log m).
  public static func kendallTauB(_ a: [Double], _ b: [Double]) -> Double? {
    guard areComparable(a, b) else { return nil }
    let order = a.indices.sorted { a[$0] != a[$1] ? a[$0] < a[$1] : b[$0] < b[$1] }
    let (first, second) = (order.map { a[$0] }, order.map { b[$0] })
    let all = pairs(a.count)
    let tiedInFirst = tiedPairs(first) { $0 == $1 }
    let tiedInBoth = tiedPairs(Array(zip(first, second))) { $0 == $1 }
    var sorted = second
    let swaps = sortCountingSwaps(&sorted)
    let tiedInSecond = tiedPairs(sorted) { $0 == $1 }
    guard all > tiedInFirst, all > tiedInSecond else { return nil }
    // all = concordant + discordant + tied in a + tied in b − tied in both.
    let difference = all - tiedInFirst - tiedInSecond + tiedInBoth - 2 * swaps
    // One root of the product: of equals it is exact, so that full agreement is 1.
    return clamped(difference / ((all - tiedInFirst) * (all - tiedInSecond)).squareRoot())
  }

  /// Kendall's tau-b of two rankings.
  public static func kendallTauB(_ a: Ranking, _ b: Ranking) -> Double? {
    kendallTauB(a.ranks.map(Double.init), b.ranks.map(Double.init))
  }

  /// Spearman's rank correlation: Pearson's correlation of the ranks, ties sharing the mean of the
  /// ranks they cover.
  ///
  /// Spearman, American Journal of Psychology 15(1), 1904, doi:10.2307/1412159.
  ///
  /// - Returns: nil in the same cases as Kendall's tau-b.
  /// - Complexity: O(m log m).
  public static func spearman(_ a: [Double], _ b: [Double]) -> Double? {
    guard areComparable(a, b) else { return nil }
    // Twice the ranks less twice their mean: whole numbers, exact.
    let (first, second) = (centredRanks(a), centredRanks(b))
    var (both, squaresOfFirst, squaresOfSecond) = (0.0, 0.0, 0.0)
    for (x, y) in zip(first, second) {
      both += x * y
      squaresOfFirst += x * x
      squaresOfSecond += y * y
    }
    guard squaresOfFirst > 0, squaresOfSecond > 0 else { return nil }
    return clamped(both / (squaresOfFirst * squaresOfSecond).squareRoot())
  }

  /// Spearman's rank correlation of two rankings.
  public static func spearman(_ a: Ranking, _ b: Ranking) -> Double? {
    spearman(a.ranks.map(Double.init), b.ranks.map(Double.init))
  }

  private static func areComparable(_ a: [Double], _ b: [Double]) -> Bool {
    a.count == b.count && a.count > 1 && !a.contains(where: \.isNaN)
      && !b.contains(where: \.isNaN)
  }

  private static func clamped(_ value: Double) -> Double { min(1, max(-1, value)) }

  private static func pairs(_ count: Int) -> Double { Double(count) * Double(count - 1) / 2 }

  private static func tiedPairs<T>(_ sorted: [T], by areEqual: (T, T) -> Bool) -> Double {
    var (total, run) = (0.0, 1)
    for index in sorted.indices.dropFirst() {
      if areEqual(sorted[index - 1], sorted[index]) {
        total += Double(run)
        run += 1
      } else {
        run = 1
      }
    }
    return total
  }

  /// Merge sort, bottom up; counts the pairs that stand in the wrong order.
  private static func sortCountingSwaps(_ values: inout [Double]) -> Double {
    var swaps = 0.0
    var merged = values
    var width = 1
    while width < values.count {
      var start = 0
      while start < values.count {
        let (middle, end) = (min(start + width, values.count), min(start + 2 * width, values.count))
        var (left, right) = (start, middle)
        for place in start..<end {
          if left < middle && (right == end || values[left] <= values[right]) {
            merged[place] = values[left]
            left += 1
          } else {
            merged[place] = values[right]
            swaps += Double(middle - left)
            right += 1
          }
        }
        start = end
      }
      swap(&values, &merged)
      width *= 2
    }
    return swaps
  }

  private static func centredRanks(_ values: [Double]) -> [Double] {
    let order = values.indices.sorted { values[$0] < values[$1] }
    var ranks = [Double](repeating: 0, count: values.count)
    var start = 0
    while start < order.count {
      var end = start
      while end < order.count && values[order[end]] == values[order[start]] { end += 1 }
      // Ranks start + 1 … end have the mean (start + end + 1)/2; all have the mean (m + 1)/2.
      for index in order[start..<end] { ranks[index] = Double(start + end - order.count) }
      start = end
    }
    return ranks
  }
}
