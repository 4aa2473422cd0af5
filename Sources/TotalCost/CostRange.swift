/// The range of a present value over draws of what is uncertain.
public struct CostRange: Sendable, Equatable {
  /// Number of draws; 0 if nothing is uncertain.
  public let draws: Int
  /// One draw in ten is lower.
  public let p10: Double
  /// One in four is lower.
  public let p25: Double
  /// Half are lower.
  public let p50: Double
  /// Three in four are lower.
  public let p75: Double
  /// Nine in ten are lower.
  public let p90: Double
  /// The average.
  public let mean: Double
  /// The standard deviation of a sample, with n − 1.
  public let standardDeviation: Double

  /// A value that is certain.
  public init(certain value: Double) {
    draws = 0
    (p10, p25, p50, p75, p90, mean) = (value, value, value, value, value, value)
    standardDeviation = 0
  }

  /// The range of one or more draws; none gives zeros.
  ///
  /// Percentiles are interpolated between the two nearest draws (type 7 of Hyndman and Fan 1996,
  /// doi:10.1080/00031305.1996.10473566).
  public init(draws values: [Double]) {
    let first = values.first ?? 0
    let sorted = values.isEmpty ? [0] : values.sorted()
    func percentile(_ share: Double) -> Double {
      let position = share * Double(sorted.count - 1)
      let below = Int(position)
      let above = min(below + 1, sorted.count - 1)
      return sorted[below] + (position - Double(below)) * (sorted[above] - sorted[below])
    }
    draws = values.count
    p10 = percentile(0.10)
    p25 = percentile(0.25)
    p50 = percentile(0.50)
    p75 = percentile(0.75)
    p90 = percentile(0.90)
    // Around the first draw, so that large values with a small spread lose no digits.
    var sum = 0.0
    for value in values { sum += value - first }
    let offset = sum / Double(max(values.count, 1))
    mean = first + offset
    var squares = 0.0
    for value in values {
      let deviation = value - first - offset
      squares += deviation * deviation
    }
    standardDeviation =
      values.count > 1 ? (squares / Double(values.count - 1)).squareRoot() : 0
  }
}
