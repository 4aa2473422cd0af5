/// Finds the values at some ranks of a long list that can be gone through again and again but is
/// not held: exact, in memory that does not depend on the length of the list.
///
/// A pass counts the values between two bounds by bins; the next collects those of the bins in
/// question, or, where these are too many, finds their bounds, and bins begin anew. Counts are
/// integers and bounds are values of the list, so the order in which parts of the list come changes
/// nothing.
struct RankSearch {
  /// Bins between two bounds.
  private static let bins = 4096
  /// The most values of a bin that are collected.
  private static let capacity = 16384

  /// Values of the list by rank, from 0, once found.
  private(set) var found: [Int: Double] = [:]
  private var spans: [Span] = []

  /// Values between two bounds, both inclusive.
  private struct Span {
    let ranks: [Int]
    /// Values of the list below.
    let below: Int
    let low: Double
    let high: Double
    /// Values by bin, in the first pass.
    var counts = [Int](repeating: 0, count: RankSearch.bins)
    /// What a bin is to the second pass: 0 nothing, else one more than an index of `groups`.
    var groupOfBin: [UInt16] = []
    var groups: [Group] = []

    var scale: Double { Double(RankSearch.bins) / (high - low) }
  }

  /// Values of one bin.
  private struct Group {
    let ranks: [Int]
    let below: Int
    let count: Int
    var list: [Double] = []
    var low = Double.infinity
    var high = -Double.infinity

    var isCollected: Bool { count <= RankSearch.capacity }

    mutating func take(_ value: Double) {
      if isCollected { return list.append(value) }
      low = min(low, value)
      high = max(high, value)
    }
  }

  /// - Parameters:
  ///   - ranks: Ranks from 0 to count − 1.
  ///   - low: The smallest value.
  ///   - high: The largest value.
  init(ranks: [Int], low: Double, high: Double) {
    add(ranks: Set(ranks).sorted(), below: 0, low: low, high: high)
  }

  /// Whether another pass is needed.
  var isOpen: Bool { !spans.isEmpty }

  private mutating func add(ranks: [Int], below: Int, low: Double, high: Double) {
    if low < high, (Double(RankSearch.bins) / (high - low)).isFinite, (high - low).isFinite {
      spans.append(Span(ranks: ranks, below: below, low: low, high: high))
    } else {
      for rank in ranks { found[rank] = low }
    }
  }

  /// Takes in a part of the list; every pass must see the whole list once.
  mutating func take(_ values: UnsafeBufferPointer<Double>) {
    for index in spans.indices {
      if spans[index].groups.isEmpty {
        count(values, in: &spans[index])
      } else {
        collect(values, in: &spans[index])
      }
    }
  }

  private func count(_ values: UnsafeBufferPointer<Double>, in span: inout Span) {
    let (low, high, scale) = (span.low, span.high, span.scale)
    let last = Double(RankSearch.bins - 1)
    span.counts.withUnsafeMutableBufferPointer { counts in
      for value in values where value >= low && value <= high {
        counts[Int(min((value - low) * scale, last))] += 1
      }
    }
  }

  private func collect(_ values: UnsafeBufferPointer<Double>, in span: inout Span) {
    let (low, high, scale) = (span.low, span.high, span.scale)
    let last = Double(RankSearch.bins - 1)
    // A copy, so that the loop holds no two accesses to the span.
    let groupOfBin = span.groupOfBin
    groupOfBin.withUnsafeBufferPointer { groupOfBin in
      for value in values where value >= low && value <= high {
        let group = groupOfBin[Int(min((value - low) * scale, last))]
        if group > 0 { span.groups[Int(group) - 1].take(value) }
      }
    }
  }

  /// Ends a pass.
  mutating func endPass() {
    let done = spans
    spans = []
    for span in done {
      if span.groups.isEmpty {
        spans.append(RankSearch.grouped(span))
        continue
      }
      for group in span.groups {
        if group.isCollected {
          let sorted = group.list.sorted()
          for rank in group.ranks { found[rank] = sorted[rank - group.below] }
        } else {
          add(ranks: group.ranks, below: group.below, low: group.low, high: group.high)
        }
      }
    }
  }

  /// Picks the bins in which a rank lies.
  private static func grouped(_ span: Span) -> Span {
    var span = span
    var below = span.below
    var ranks = span.ranks[...]
    span.groupOfBin = [UInt16](repeating: 0, count: bins)
    for (bin, count) in span.counts.enumerated() where count > 0 {
      let inside = ranks.prefix { $0 < below + count }
      ranks = ranks.dropFirst(inside.count)
      if !inside.isEmpty {
        span.groups.append(Group(ranks: Array(inside), below: below, count: count))
        span.groupOfBin[bin] = UInt16(span.groups.count)
      }
      below += count
    }
    return span
  }
}
