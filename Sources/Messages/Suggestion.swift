/// The name that somebody probably meant who wrote another.
public enum Suggestion {
  /// The name nearest to a text, or `nil` if none is near enough to be meant.
  ///
  /// Near means at most one slip (a character too many, too few, wrong, or two swapped) for every
  /// three characters of the text, at least one; case and blanks, `-` and `_` don't count. Equally
  /// near names: the first by code points, so that the answer never depends on an order.
  public static func nearest(to text: String, in names: some Sequence<String>) -> String? {
    let wanted = folded(text)
    guard !wanted.isEmpty, wanted.count <= longest else { return nil }
    let allowed = max(1, wanted.count / 3)
    var best: (distance: Int, name: String)?
    for name in names {
      let candidate = folded(name)
      guard candidate.count <= longest, abs(candidate.count - wanted.count) <= allowed else {
        continue
      }
      let distance = distance(wanted, candidate)
      // A text of which every character is changed is no slip.
      guard distance <= allowed, distance < wanted.count else { continue }
      if let best,
        best.distance < distance
          || (best.distance == distance && !name.utf8.lexicographicallyPrecedes(best.name.utf8))
      {
        continue
      }
      best = (distance, name)
    }
    return best?.name
  }

  /// The number of slips that turn one text into another: insertions, deletions, changes and swaps
  /// of neighbours (Damerau 1964; the form in which no part is edited twice).
  static func distance(_ left: [Character], _ right: [Character]) -> Int {
    if left.isEmpty || right.isEmpty { return max(left.count, right.count) }
    var beforeLast: [Int] = []
    var last = Array(0...right.count)
    for (i, a) in left.enumerated() {
      var row = [i + 1]
      for (j, b) in right.enumerated() {
        var cost = min(last[j + 1] + 1, row[j] + 1, last[j] + (a == b ? 0 : 1))
        if i > 0, j > 0, a == right[j - 1], left[i - 1] == b {
          cost = min(cost, beforeLast[j - 1] + 1)
        }
        row.append(cost)
      }
      beforeLast = last
      last = row
    }
    return last[right.count]
  }

  /// Longer texts are no misspelt names.
  private static let longest = 64

  private static func folded(_ text: String) -> [Character] {
    text.prefix(longest * 2).lowercased().filter { !$0.isWhitespace && $0 != "-" && $0 != "_" }
  }
}

extension Suggestion {
  /// “did you mean x?” and its English twin, or the fallback if there is nothing to suggest.
  static func mend(_ name: String?, else fallback: LocalText) -> LocalText {
    guard let name else { return fallback }
    return LocalText(
      de: "gemeint ist vielleicht \(name.quotedDe)", en: "did you mean \(name.quotedEn)?")
  }
}
