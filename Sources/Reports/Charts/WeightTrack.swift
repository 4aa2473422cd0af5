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
    out.element(
      .svg, .classes("strip"), .constant("viewBox", "0 0 1000 14"),
      .constant("preserveAspectRatio", "none"), .role("img"), .label("\(title): \(description)")
    ) { out in
      out.element(.title, text: title)
      out.element(.desc, text: description)
      let (low, high) = (pinned(low), pinned(high))
      bar("rail", from: 0, to: 1, y: 5, height: 4, out: &out)
      bar("range", from: low, to: high, y: 3, height: 8, out: &out)
      if flipsBelow { mark("flip", at: low, out: &out) }
      if flipsAbove { mark("flip", at: high, out: &out) }
      mark("mark", at: pinned(now), out: &out)
    }
  }

  private func pinned(_ share: Double) -> Double { min(max(share, 0), 1) }

  private func bar(
    _ classes: String, from: Double, to: Double, y: Double, height: Double,
    out: inout HTMLWriter
  ) {
    out.shape(
      .rect, .classes(classes), .length("x", from * 1000), .length("y", y),
      .length("width", max(0, to - from) * 1000), .length("height", height))
  }

  private func mark(_ classes: String, at share: Double, out: inout HTMLWriter) {
    out.shape(
      .rect, .classes(classes), .length("x", min(share * 1000, 992)), .constant("y", "0"),
      .constant("width", "8"), .constant("height", "14"))
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
