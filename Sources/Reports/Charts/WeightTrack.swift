/// A weight between 0 and 1 on a rail: where it is, where the leader stays ahead, and where it
/// flips.
struct WeightTrack {
  /// The weight now.
  var now: Double
  /// Where the leader stays ahead.
  var low: Double
  /// Where the leader stays ahead.
  var high: Double
  /// Whether another leads below `low`.
  var flipsBelow: Bool
  /// Whether another leads above `high`.
  var flipsAbove: Bool
  /// Title for those who cannot see it.
  var title: String
  /// What it shows, in words.
  var description: String

  /// Draws it: 0 at the left edge, 1 at the right.
  func write(to out: inout HTMLWriter) {
    out.strip(title: title, description: description) { out in
      let (low, high) = (pinned(low), pinned(high))
      out.stripBar("rail", from: 0, to: 1, y: 5, height: 4)
      out.stripBar("range", from: low, to: high, y: 3, height: 8)
      if flipsBelow { mark("flip", at: low, out: &out) }
      if flipsAbove { mark("flip", at: high, out: &out) }
      mark("mark", at: pinned(now), out: &out)
    }
  }

  private func pinned(_ share: Double) -> Double { min(max(share, 0), 1) }

  private func mark(_ classes: String, at share: Double, out: inout HTMLWriter) {
    out.stripBar(classes, from: share, to: share, y: 0, height: 14, least: 8)
  }
}

/// Who leads from weight 0 to weight 1, as a strip with one colour for each leader.
struct LeaderStrip {
  /// Where each begins, rising from 0, with its colour.
  var parts: [(from: Double, classes: String)]
  /// Title for those who cannot see it.
  var title: String
  /// What it shows, in words.
  var description: String

  /// Draws it.
  func write(to out: inout HTMLWriter) {
    let ends = parts.dropFirst().map(\.from) + [1]
    StackedStrip(
      parts: zip(parts, ends).map { .init(length: $1 - $0.from, classes: $0.classes) },
      title: title, description: description
    ).write(to: &out)
  }
}
