/// Columns of payments, the very start and each year, stacked by category, the axis at zero.
struct YearColumns {
  /// A column.
  struct Column {
    /// What stands under it.
    var label: String
    /// What stands above it.
    var value: String
    /// Sizes of the parts from the axis on; those below zero go down.
    var parts: [Double]
  }

  /// The columns.
  var columns: [Column]
  /// The size at the top, shared by pictures that stand side by side; above 0.
  var top: Double
  /// The size at the bottom, 0 or below.
  var bottom: Double
  /// Title for those who cannot see it.
  var title: String
  /// What it shows, in words.
  var description: String

  private static let width = 320.0
  private static let height = 150.0
  private static let head = 16.0
  private static let foot = 16.0

  /// Draws it.
  func write(to out: inout HTMLWriter) {
    let full = YearColumns.head + YearColumns.height + YearColumns.foot
    out.element(
      .svg, .init(name: "viewBox", value: "0 0 320 \(SVGNumber.text(full))"),
      .constant("width", "320"), .length("height", full), .role("img"),
      .label("\(title): \(description)")
    ) { out in
      out.element(.title, text: title)
      out.element(.desc, text: description)
      let scale = YearColumns.height / max(top - bottom, .leastNormalMagnitude)
      let zero = YearColumns.head + max(0, top) * scale
      let step = YearColumns.width / Double(max(columns.count, 1))
      let bar = min(36, step * 0.62)
      for (index, column) in columns.enumerated() {
        let middle = step * (Double(index) + 0.5)
        draw(column, x: middle - bar / 2, width: bar, zero: zero, scale: scale, out: &out)
        // Beside ten columns there is no room for labels; the table has the figures.
        guard columns.count <= 9 else { continue }
        let above = column.parts.reduce(0) { $0 + max(0, $1) }
        write(column.value, x: middle, y: zero - above * scale - 4, "value", out: &out)
        write(column.label, x: middle, y: full - 3, "label", out: &out)
      }
      out.shape(
        .line, .classes("axis"), .constant("x1", "0"), .constant("x2", "320"),
        .length("y1", zero), .length("y2", zero))
    }
  }

  private func draw(
    _ column: Column, x: Double, width: Double, zero: Double, scale: Double, out: inout HTMLWriter
  ) {
    var (up, down) = (zero, zero)
    for (index, part) in column.parts.enumerated() where part != 0 {
      let size = abs(part) * scale
      if part > 0 { up -= size }
      out.shape(
        .rect, .classes("c\(index)"), .length("x", x), .length("y", part > 0 ? up : down),
        .length("width", width), .length("height", max(0.2, size - 0.6)))
      if part < 0 { down += size }
    }
  }

  private func write(
    _ text: String, x: Double, y: Double, _ classes: String, out: inout HTMLWriter
  ) {
    out.element(
      .text, .classes(classes), .length("x", x), .length("y", y),
      .constant("text-anchor", "middle"), text: text)
  }
}
