/// Which places to compare and exchange, in turn, to sort any list of one length.
///
/// Merge exchange: K. E. Batcher 1968; Knuth, "The Art of Computer Programming", volume 3,
/// algorithm 5.2.2M. The same exchanges sort eight draws side by side, without a branch.
enum SortingNetwork {
  /// The exchanges for `count` places, two numbers each, the first place to get the larger.
  ///
  /// - Complexity: O(n (log n)²) exchanges; 1,077 or so for a hundred places.
  static func exchanges(_ count: Int) -> [UInt32] {
    var pairs: [UInt32] = []
    guard count > 1 else { return pairs }
    var top = 1
    while top < count { top *= 2 }
    var p = top / 2
    while p > 0 {
      var (q, r, d) = (top / 2, 0, p)
      while true {
        for place in 0..<max(0, count - d) where place & p == r {
          pairs += [UInt32(place), UInt32(place + d)]
        }
        guard q != p else { break }
        (d, q, r) = (q - p, q / 2, p)
      }
      p /= 2
    }
    return pairs
  }
}
