/// What a block of draws adds up to. Adding blocks in order gives the same bits on any number of
/// threads.
struct SMAATally: Sendable {
  let alternatives: Int
  let nodes: Int
  /// Draws with this rank, ties split: alternatives × ranks.
  var ranks: [Double]
  /// Twice the wins of a over b for a < b, a tie counting 1: alternatives × alternatives.
  private var doubledWins: [Int]
  /// Sums of drawn local weights where first, ties split: alternatives × drawn nodes.
  var weightsWhenFirst: [Double]

  init(alternatives: Int, nodes: Int) {
    self.alternatives = alternatives
    self.nodes = nodes
    ranks = [Double](repeating: 0, count: alternatives * alternatives)
    doubledWins = [Int](repeating: 0, count: alternatives * alternatives)
    weightsWhenFirst = [Double](repeating: 0, count: alternatives * nodes)
  }

  mutating func add(_ other: SMAATally) {
    for index in ranks.indices { ranks[index] += other.ranks[index] }
    for index in doubledWins.indices { doubledWins[index] += other.doubledWins[index] }
    for index in weightsWhenFirst.indices {
      weightsWhenFirst[index] += other.weightsWhenFirst[index]
    }
  }

  /// Twice the wins of `a` over another alternative in so many draws, ties counting 1.
  func halfWins(_ a: Int, _ b: Int, draws: Int) -> Int {
    a < b
      ? doubledWins[a * alternatives + b] : 2 * draws - doubledWins[b * alternatives + a]
  }

  /// Takes in one draw.
  ///
  /// - Parameters:
  ///   - totals: one for each alternative.
  ///   - order: all alternatives; sorted in place by falling total. Passing the previous draw's
  ///     order is quickest, since neighbouring draws rank alike.
  ///   - local: local weights of all nodes; `drawnNodes` are the ones to average.
  mutating func count(
    totals: [Double], order: inout [Int], local: [Double], drawnNodes: [Int], tolerance: Double
  ) {
    for place in 1..<max(1, alternatives) {
      let alternative = order[place]
      var position = place
      while position > 0, totals[order[position - 1]] < totals[alternative] {
        order[position] = order[position - 1]
        position -= 1
      }
      order[position] = alternative
    }
    var start = 0
    while start < alternatives {
      var end = start + 1
      while end < alternatives, totals[order[start]] - totals[order[end]] <= tolerance { end += 1 }
      let share = 1 / Double(end - start)
      for position in start..<end {
        let alternative = order[position]
        for rank in start..<end { ranks[alternative * alternatives + rank] += share }
        if start == 0 {
          for (index, node) in drawnNodes.enumerated() {
            weightsWhenFirst[alternative * nodes + index] += share * local[node]
          }
        }
      }
      start = end
    }
    for a in 0..<alternatives {
      for b in (a + 1)..<max(a + 1, alternatives) {
        let lead = totals[a] - totals[b]
        doubledWins[a * alternatives + b] += lead > tolerance ? 2 : lead < -tolerance ? 0 : 1
      }
    }
  }
}
