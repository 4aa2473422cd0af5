import Measures

/// Discounted figures as decimal text.
enum Cents {
  /// A figure with two decimals, rounded half away from zero.
  static func text(_ figure: Double) -> String { text(figure, places: 2) }

  /// A figure with up to 12 decimals, rounded half away from zero; as it is where that is too many
  /// digits to hold.
  static func text(_ figure: Double, places: Int) -> String {
    var scale = 1.0
    for _ in 0..<places { scale *= 10 }
    guard let units = Int128(exactly: (figure * scale).rounded(.toNearestOrAwayFromZero)) else {
      return figure.description
    }
    var step = Amount.unitsPerWhole
    for _ in 0..<places { step /= 10 }
    let (product, overflow) = units.multipliedReportingOverflow(by: step)
    return overflow ? figure.description : Amount(units: product).text(places: places)
  }
}
