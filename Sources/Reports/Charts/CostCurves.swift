internal import Measures

/// Lines of cumulative money over time, with the points where they cross marked.
struct CostCurves {
  /// A line.
  struct Curve {
    /// What stands at its end.
    var label: String
    /// Its values, evenly spread over the width.
    var values: [Double]
    /// Its look.
    var classes: String
  }

  /// A mark on the axis of time.
  struct Tick {
    /// Which value it stands at.
    var index: Int
    /// What stands under it.
    var label: String
  }

  /// A point where two lines cross.
  struct Crossing {
    /// Which value it stands at.
    var index: Int
    /// Its height.
    var value: Double
    /// What stands beside it.
    var label: String
  }

  /// The lines, at most five.
  var curves: [Curve]
  /// Marks of time.
  var ticks: [Tick]
  /// Heights with their labels, from the lowest to the highest.
  var levels: [(value: Double, label: String)]
  /// Where lines cross.
  var crossings: [Crossing]
  /// Width of the picture; text keeps its size.
  var width: Double
  /// Room on the right for the labels of the lines.
  var labelWidth: Double
  /// Unit of both axes, in words.
  var axis: (money: String, time: String)
  /// Title for those who cannot see it.
  var title: String
  /// What it shows, in words.
  var description: String

  private static let height = 300.0
  private static let top = 28.0
  private static let left = 62.0
  private static let foot = 40.0

  private var bottom: Double { Self.height - Self.foot }
  private var right: Double { width - labelWidth }
  private var lowest: Double { levels.first?.value ?? 0 }
  private var highest: Double { max(levels.last?.value ?? 1, lowest + 1) }
  private var steps: Double { Double(max((curves.first?.values.count ?? 2) - 1, 1)) }

  private func x(_ index: Int) -> Double {
    Self.left + (right - Self.left) * Double(index) / steps
  }

  private func y(_ value: Double) -> Double {
    bottom - (bottom - Self.top) * (value - lowest) / (highest - lowest)
  }

  /// Draws it.
  func write(_ classes: String, to out: inout HTMLWriter) {
    out.element(
      .svg, .classes(classes),
      .init(
        name: "viewBox", value: "0 0 \(SVGNumber.text(width)) \(SVGNumber.text(Self.height))"),
      .length("width", width), .length("height", Self.height), .role("img"),
      .label("\(title): \(description)")
    ) { out in
      out.element(.title, text: title)
      out.element(.desc, text: description)
      text(axis.money, x: 0, y: 12, "label", "start", to: &out)
      for level in levels {
        line(from: (Self.left, y(level.value)), to: (right, y(level.value)), "grid-line", &out)
        text(level.label, x: Self.left - 6, y: y(level.value) + 4, "label", "end", to: &out)
      }
      for tick in ticks {
        line(from: (x(tick.index), bottom), to: (x(tick.index), bottom + 4), "axis", &out)
        text(tick.label, x: x(tick.index), y: bottom + 16, "label", "middle", to: &out)
      }
      line(from: (Self.left, bottom), to: (right, bottom), "axis", &out)
      text(axis.time, x: right, y: Self.height - 6, "label", "end", to: &out)
      for curve in curves { draw(curve, to: &out) }
      writeLabels(to: &out)
      writeCrossings(to: &out)
    }
  }

  private func draw(_ curve: Curve, to out: inout HTMLWriter) {
    var path = ""
    for (index, value) in curve.values.enumerated() {
      path +=
        "\(index == 0 ? "M" : "L")\(SVGNumber.text(x(index))) \(SVGNumber.text(y(value)))"
    }
    out.shape(.path, .classes("curve " + curve.classes), .init(name: "d", value: path))
  }

  /// The names at the ends of the lines, moved apart where they would touch.
  private func writeLabels(to out: inout HTMLWriter) {
    let ends = curves.map { (label: $0.label, y: y($0.values.last ?? 0) + 4) }
      .sorted { $0.y < $1.y }
    var places: [Double] = []
    for end in ends { places.append(max(end.y, (places.last ?? -.infinity) + 14)) }
    // Labels pushed below the axis move up again together.
    var limit = bottom + 4
    for index in places.indices.reversed() {
      places[index] = min(places[index], limit)
      limit = places[index] - 14
    }
    for (end, place) in zip(ends, places) {
      text(end.label, x: right + 6, y: place, "value", "start", to: &out)
    }
  }

  private func writeCrossings(to out: inout HTMLWriter) {
    var taken: [(x: Double, y: Double)] = []
    for crossing in crossings {
      let (centre, height) = (x(crossing.index), y(crossing.value))
      out.shape(
        .rect, .classes("mark"), .length("x", centre - 3.5), .length("y", height - 3.5),
        .constant("width", "7"), .constant("height", "7"))
      // A label stands above its point, or as near as it can without touching another.
      let steps: [Double] = [-9, 18, -23, 32, -37, 46, -51, 60]
      let found = steps.lazy.map { height + $0 }.first { place in
        place > Self.top && place < bottom
          && !taken.contains { abs($0.x - centre) < 90 && abs($0.y - place) < 14 }
      }
      guard let place = found else { continue }
      taken.append((centre, place))
      // Near the axis it stands to the right, clear of the axis' own labels.
      if centre - 6 - Self.labelRoom < Self.left {
        text(crossing.label, x: centre + 8, y: place, "value", "start", to: &out)
      } else {
        text(crossing.label, x: centre - 6, y: place, "value", "end", to: &out)
      }
    }
  }

  /// Width of a month written as 02/2028.
  private static let labelRoom = 56.0

  private func line(
    from start: (x: Double, y: Double), to end: (x: Double, y: Double), _ classes: String,
    _ out: inout HTMLWriter
  ) {
    out.shape(
      .line, .classes(classes), .length("x1", start.x), .length("x2", end.x),
      .length("y1", start.y), .length("y2", end.y))
  }

  private func text(
    _ text: String, x: Double, y: Double, _ classes: String, _ anchor: StaticString,
    to out: inout HTMLWriter
  ) {
    out.element(
      .text, .classes(classes), .length("x", x), .length("y", y),
      .constant("text-anchor", anchor), text: text)
  }
}

/// Round figures that divide an axis.
enum AxisLevels {
  /// Four to eight levels from at most the lowest to at least the highest figure.
  static func covering(_ lowest: Double, _ highest: Double) -> [Double] {
    let span = max(highest - lowest, 1)
    var step = 1.0
    while step * 6 < span { step *= 10 }
    if step > 1 {
      for part in [0.2, 0.5] where step * part * 6 >= span {
        step *= part
        break
      }
    }
    let first = (lowest / step).rounded(.down)
    let last = (highest / step).rounded(.up)
    return stride(from: first, through: max(last, first + 1), by: 1).map { $0 * step }
  }
}
