extension NumberFormat {
  /// A figure as programs and tables write it: fixed decimals, a point before them, no grouping, an
  /// ASCII minus; `nil` if it is not finite.
  ///
  /// Rounds like every other printed figure: half away from zero, on the shortest decimal text.
  public static func plain(_ value: Double, decimals: Int) -> String? {
    guard let figure = PrintedDecimal(value)?.rounded(toPlaces: decimals) else { return nil }
    let (whole, fraction) = figure.parts(places: decimals)
    var bytes: [UInt8] = figure.isNegative ? [UInt8(ascii: "-")] : []
    bytes += whole.map { $0 + UInt8(ascii: "0") }
    if !fraction.isEmpty {
      bytes.append(UInt8(ascii: "."))
      bytes += fraction.map { $0 + UInt8(ascii: "0") }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
