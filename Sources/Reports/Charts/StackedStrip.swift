/// A horizontal bar made of parts, as wide as the place it stands in; lengths are shares of its
/// width.
struct StackedStrip {
  /// A part of the bar.
  struct Part {
    /// Share of the full width; what is below zero is not drawn.
    var length: Double
    /// Its colour.
    var classes: String
  }

  /// The parts from the axis on.
  var parts: [Part]
  /// Where a range lies, as shares of the width.
  var whisker: ClosedRange<Double>?
  /// Whether the bar stands for something that is not known in full.
  var isHatched = false
  /// Title for those who cannot see it.
  var title: String
  /// What it shows, in words.
  var description: String

  /// Draws it; the axis is the left edge.
  func write(to out: inout HTMLWriter) {
    out.strip(title: title, description: description) { out in
      var x = 0.0
      for part in parts where part.length > 0 {
        let width = part.length * 1000
        out.shape(
          .rect, .classes(part.classes), .length("x", x), .constant("y", "1"),
          .length("width", max(0, width - 2)), .constant("height", "12"))
        x += width
      }
      if let whisker {
        let (low, high) = (whisker.lowerBound * 1000, whisker.upperBound * 1000)
        let path =
          "M\(SVGNumber.text(low)) 3V11M\(SVGNumber.text(low)) 7H\(SVGNumber.text(high))"
          + "M\(SVGNumber.text(high)) 3V11"
        out.shape(.path, .classes("whisker"), .init(name: "d", value: path))
      }
    }
  }
}

/// The small square that names a colour.
enum ColourKey {
  /// Draws it.
  static func write(_ classes: String, to out: inout HTMLWriter) {
    out.element(.svg, .constant("viewBox", "0 0 11 11"), .hidden) { out in
      out.shape(
        .rect, .classes(classes), .constant("width", "11"), .constant("height", "11"))
    }
  }
}
