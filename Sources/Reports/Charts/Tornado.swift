/// What moves a value how far, one bar under the other, the longest first.
struct Tornado {
  /// A figure that is uncertain.
  struct Row {
    var name: String
    /// The value with this figure low.
    var atLow: Double
    /// The value with this figure high.
    var atHigh: Double
  }

  /// The bars.
  var rows: [Row]
  /// The value with everything as reckoned, from which the bars start.
  var likely: Double
  /// Writes a value at the axis.
  var text: (Double) -> String
  /// Name of the axis with its unit.
  var axis: String
  /// Title for those who cannot see it.
  var title: String
  /// What it shows, in words.
  var description: String

  private static let width = 580.0
  private static let top = 4.0
  private static let rowHeight = 38.0
  private static let bottom = 40.0

  /// Draws it.
  func write(to out: inout HTMLWriter) {
    let values = rows.flatMap { [$0.atLow, $0.atHigh] } + [likely]
    let scale = ValueAxis(values, between: likely)
    func x(_ value: Double) -> Double { scale.share(value) * Tornado.width }
    let floor = Tornado.top + Double(rows.count) * Tornado.rowHeight
    out.element(
      .svg, .classes("map"),
      .init(
        name: "viewBox",
        value: "0 0 \(SVGNumber.text(Tornado.width)) \(SVGNumber.text(floor + Tornado.bottom))"),
      .role("img"), .label("\(title): \(description)")
    ) { out in
      for (index, row) in rows.enumerated() {
        let y = Tornado.top + Double(index) * Tornado.rowHeight
        label(row.name.count > 80 ? row.name.prefix(79) + "…" : row.name, x: 0, y: y + 12, to: &out)
        for (value, classes) in [(row.atLow, "f-fit"), (row.atHigh, "f-less")] {
          let (from, to) = (min(x(value), x(likely)), max(x(value), x(likely)))
          out.shape(
            .rect, .classes(classes), .length("x", from), .length("y", y + 18),
            .length("width", max(to - from, 1)), .length("height", 12))
        }
        out.shape(
          .line, .classes("axis"), .length("x1", x(likely)), .length("x2", x(likely)),
          .length("y1", y + 16), .length("y2", y + 32))
      }
      out.shape(
        .line, .classes("axis"), .length("x1", 0), .length("x2", Tornado.width),
        .length("y1", floor), .length("y2", floor))
      for mark in scale.marks {
        out.shape(
          .line, .classes("axis"), .length("x1", x(mark)), .length("x2", x(mark)),
          .length("y1", floor), .length("y2", floor + 4))
        label(text(mark), x: x(mark), y: floor + 17, "middle", classes: "label", to: &out)
      }
      label(axis, x: Tornado.width, y: floor + 34, "end", classes: "label", to: &out)
    }
  }

  private func label(
    _ text: some StringProtocol, x: Double, y: Double, _ anchor: StaticString = "start",
    classes: String = "value", to out: inout HTMLWriter
  ) {
    out.element(
      .text, .classes(classes), .length("x", x), .length("y", y),
      .constant("text-anchor", anchor), text: String(text))
  }
}
