/// Options as dots: worth upwards, cost to the right, the best of them joined by a line.
struct WorthMap {
  /// A dot.
  struct Dot {
    var name: String
    var cost: Double
    var worth: Double
    /// Whether no other offers more for less.
    var isEfficient: Bool
    /// Whether it takes part in the ranking; others are hollow.
    var isRanked: Bool
    /// Whether it leads.
    var isLeader: Bool
  }

  /// The dots.
  var dots: [Dot]
  /// Writes a cost at the axis.
  var costText: (Double) -> String
  /// Writes a worth at the axis.
  var worthText: (Double) -> String
  /// Names of the axes with their units.
  var costAxis: String
  var worthAxis: String
  /// Title for those who cannot see it.
  var title: String
  /// What it shows, in words.
  var description: String

  private static let width = 460.0
  private static let height = 330.0
  private static let left = 34.0
  private static let right = 12.0
  private static let top = 24.0
  private static let bottom = 40.0

  /// Draws it.
  func write(to out: inout HTMLWriter) {
    let leader = dots.first(where: \.isLeader)
    let costs = ValueAxis(dots.map(\.cost), between: leader?.cost)
    let worths = ValueAxis(dots.map(\.worth), between: leader?.worth)
    out.element(
      .svg, .classes("map"), .constant("viewBox", "0 0 460 330"), .role("img"),
      .label("\(title): \(description)")
    ) { out in
      writeAxes(costs, worths, to: &out)
      writeLine(costs, worths, to: &out)
      writeDots(costs, worths, to: &out)
    }
  }

  private func x(_ cost: Double, _ axis: ValueAxis) -> Double {
    WorthMap.left + axis.share(cost) * (WorthMap.width - WorthMap.left - WorthMap.right)
  }

  private func y(_ worth: Double, _ axis: ValueAxis) -> Double {
    let height = WorthMap.height - WorthMap.top - WorthMap.bottom
    return WorthMap.top + (1 - axis.share(worth)) * height
  }

  private func writeAxes(_ costs: ValueAxis, _ worths: ValueAxis, to out: inout HTMLWriter) {
    let floor = WorthMap.height - WorthMap.bottom
    for tick in worths.marks {
      let at = y(tick, worths)
      out.shape(
        .line, .classes("grid-line"), .length("x1", WorthMap.left),
        .length("x2", WorthMap.width - WorthMap.right), .length("y1", at), .length("y2", at))
      label(worthText(tick), x: WorthMap.left - 6, y: at + 4, "end", to: &out)
    }
    for tick in costs.marks {
      let at = x(tick, costs)
      out.shape(
        .line, .classes("axis"), .length("x1", at), .length("x2", at), .length("y1", floor),
        .length("y2", floor + 4))
      label(costText(tick), x: at, y: floor + 17, "middle", to: &out)
    }
    out.shape(
      .line, .classes("axis"), .length("x1", WorthMap.left),
      .length("x2", WorthMap.width - WorthMap.right), .length("y1", floor), .length("y2", floor))
    label(worthAxis, x: 0, y: 11, "start", to: &out)
    label(costAxis, x: WorthMap.width - WorthMap.right, y: WorthMap.height - 6, "end", to: &out)
  }

  private func writeLine(_ costs: ValueAxis, _ worths: ValueAxis, to out: inout HTMLWriter) {
    let best = dots.filter(\.isEfficient).sorted { $0.cost < $1.cost }
    guard best.count > 1 else { return }
    let points = best.map {
      "\(SVGNumber.text(x($0.cost, costs))) \(SVGNumber.text(y($0.worth, worths)))"
    }
    out.shape(
      .path, .classes("frontier"), .init(name: "d", value: "M" + points.joined(separator: "L")))
  }

  private func writeDots(_ costs: ValueAxis, _ worths: ValueAxis, to out: inout HTMLWriter) {
    let places = dots.map { (x: x($0.cost, costs), y: y($0.worth, worths)) }
    for (dot, place) in zip(dots, places) {
      out.shape(
        .circle, .classes(dot.isRanked ? "dot" : "dot hollow"), .length("cx", place.x),
        .length("cy", place.y), .constant("r", "5"))
    }
    // Names stand beside their dots where neither another name nor a dot is in the way.
    var taken = places.map { Box(left: $0.x - 6, right: $0.x + 6, top: $0.y - 6, bottom: $0.y + 6) }
    for (dot, place) in zip(dots, places) {
      let name = dot.name.count > 26 ? dot.name.prefix(25) + "…" : dot.name[...]
      let width = Double(name.count) * (dot.isLeader ? 7.6 : 6.8)
      var spots: [Spot] = []
      for shift in [0.0, -14, 14, -28, 28, -42, 42] {
        spots.append(Spot(x: place.x + 10, y: place.y + 4 + shift, isLeft: false))
        spots.append(Spot(x: place.x - 10, y: place.y + 4 + shift, isLeft: true))
      }
      let boxes = spots.map { spot in
        Box(
          left: spot.isLeft ? spot.x - width : spot.x,
          right: spot.isLeft ? spot.x : spot.x + width, top: spot.y - 11, bottom: spot.y + 3)
      }
      let free = boxes.firstIndex { box in
        box.left >= 0 && box.right <= WorthMap.width && box.top >= WorthMap.top - 10
          && !taken.contains { $0.overlaps(box) }
      }
      let chosen = free ?? 0
      taken.append(boxes[chosen])
      label(
        String(name), x: spots[chosen].x, y: spots[chosen].y,
        spots[chosen].isLeft ? "end" : "start",
        classes: dot.isLeader ? "value leader" : "value", to: &out)
    }
  }

  /// A place for a name.
  private struct Spot {
    var x: Double
    var y: Double
    var isLeft: Bool
  }

  /// Where something is drawn.
  private struct Box {
    var left: Double
    var right: Double
    var top: Double
    var bottom: Double

    func overlaps(_ other: Box) -> Bool {
      left < other.right && other.left < right && top < other.bottom && other.top < bottom
    }
  }

  private func label(
    _ text: String, x: Double, y: Double, _ anchor: StaticString, classes: String = "label",
    to out: inout HTMLWriter
  ) {
    out.element(
      .text, .classes(classes), .length("x", x), .length("y", y),
      .constant("text-anchor", anchor), text: text)
  }
}

/// An axis that names the values it is about: the least, the greatest, and one between.
struct ValueAxis {
  /// The values named, rising.
  let marks: [Double]
  private let start: Double
  private let span: Double

  /// An axis for values, all finite; `between` is named too where there is room for it.
  init(_ values: [Double], between: Double?) {
    let low = values.min() ?? 0
    let high = values.max() ?? 1
    let width = high > low ? high - low : max(abs(high), 1)
    start = low - 0.08 * width
    span = 1.16 * width
    let inner = [between].compactMap { $0 }.filter {
      $0 - low > 0.14 * width && high - $0 > 0.14 * width
    }
    marks = high > low ? [low] + inner + [high] : [low]
  }

  /// Where a value lies, from 0 to 1.
  func share(_ value: Double) -> Double { (value - start) / span }
}
