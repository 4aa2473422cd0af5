extension HTMLWriter {
  /// The frame of a picture as wide as the place it stands in and as high as a line: 1000 wide, 14
  /// high, with words for those who cannot see it.
  mutating func strip(
    title: String, description: String, shapes: (inout HTMLWriter) -> Void
  ) {
    element(
      .svg, .classes("strip"), .constant("viewBox", "0 0 1000 14"),
      .constant("preserveAspectRatio", "none"), .role("img"), .label("\(title): \(description)"),
      content: shapes)
  }

  /// A bar in such a frame, between two shares of its width.
  mutating func stripBar(
    _ classes: String, from: Double, to: Double, y: Double, height: Double, least: Double = 0
  ) {
    shape(
      .rect, .classes(classes), .length("x", min(from * 1000, 1000 - least)), .length("y", y),
      .length("width", max(least, (to - from) * 1000)), .length("height", height))
  }
}
