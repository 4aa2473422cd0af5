/// A bar that begins where the one above it ends, for a sum built up row by row.
struct FloatingBar {
  /// Where it begins and ends, in the unit of `scale`.
  var from: Double
  var to: Double
  /// What the left and the right edge stand for; holds 0.
  var scale: ClosedRange<Double>
  /// Whether it is the sum.
  var isSum = false
  /// Title for those who cannot see it.
  var title: String
  /// What it shows, in words.
  var description: String

  /// Draws it, with the zero line.
  func write(to out: inout HTMLWriter) {
    out.strip(title: title, description: description) { out in
      let classes = isSum ? "mark" : to >= from ? "f-fit" : "f-less"
      out.stripBar(
        classes, from: share(min(from, to)), to: share(max(from, to)), y: 2, height: 10, least: 2)
      out.stripBar("mark", from: share(0), to: share(0), y: 0, height: 14, least: 2)
    }
  }

  private func share(_ value: Double) -> Double {
    let width = scale.upperBound - scale.lowerBound
    return width > 0 ? (value - scale.lowerBound) / width : 0
  }
}

/// A range with its middle and the value that counts.
struct RangeTrack {
  /// Ends of the range and its middle.
  var low: Double
  var middle: Double
  var high: Double
  /// The value that counts.
  var counted: Double?
  /// What the left and the right edge stand for.
  var scale: ClosedRange<Double>
  /// Title for those who cannot see it.
  var title: String
  /// What it shows, in words.
  var description: String

  /// Draws it.
  func write(to out: inout HTMLWriter) {
    out.strip(title: title, description: description) { out in
      out.stripBar("rail", from: 0, to: 1, y: 6, height: 2)
      out.stripBar("range", from: share(low), to: share(high), y: 2, height: 10, least: 2)
      out.stripBar("middle", from: share(middle), to: share(middle), y: 1, height: 12, least: 3)
      if let counted {
        out.stripBar("mark", from: share(counted), to: share(counted), y: 4, height: 6, least: 12)
      }
    }
  }

  private func share(_ value: Double) -> Double {
    let width = scale.upperBound - scale.lowerBound
    return width > 0 ? min(max((value - scale.lowerBound) / width, 0), 1) : 0
  }
}
