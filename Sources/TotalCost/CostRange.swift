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
  /// Standard errors of what the draws were made for.
  public let errors: Errors

  /// About 95 of 100 repetitions with another seed lie within twice these.
  public struct Errors: Sendable, Equatable {
    /// Of the average: standard deviation over √n.
    public let mean: Double
    /// Of the tenth percentile: half the distance between the values at shares one standard error
    /// √(p(1−p)/n) below and above (Woodruff 1952, doi:10.1080/01621459.1952.10483443).
    public let p10: Double
    /// Of the median, likewise.
    public let p50: Double
    /// Of the ninetieth percentile, likewise.
    public let p90: Double

    /// The largest of all.
    public var largest: Double { max(max(mean, p10), max(p50, p90)) }
  }

  /// A value that is certain.
  public init(certain value: Double) {
    draws = 0
    (p10, p25, p50, p75, p90, mean) = (value, value, value, value, value, value)
    standardDeviation = 0
    errors = Errors(mean: 0, p10: 0, p50: 0, p90: 0)
  }

  /// The range of one or more draws; none gives zeros. For long lists that are not held,
  /// ``CostSimulation`` finds the same.
  public init(draws values: [Double]) {
    let sorted = values.isEmpty ? [0] : values.sorted()
    // Around the first draw, so that large values with a small spread lose no digits.
    let first = values.first ?? 0
    var sum = 0.0
    for value in values { sum += value - first }
    let offset = sum / Double(max(values.count, 1))
    var squares = 0.0
    for value in values {
      let deviation = value - first - offset
      squares += deviation * deviation
    }
    self.init(draws: values.count, mean: first + offset, squares: squares) { sorted[$0] }
  }

  /// - Parameters:
  ///   - squares: Sum of the squared deviations from the mean.
  ///   - value: The value at a rank from 0.
  init(draws: Int, mean: Double, squares: Double, value: (Int) -> Double) {
    func at(_ share: Double) -> Double {
      let place = CostRange.place(share, draws: draws)
      let below = value(place.below)
      return below + place.part * (value(place.above) - below)
    }
    self.draws = draws
    self.mean = mean
    p10 = at(0.10)
    p25 = at(0.25)
    p50 = at(0.50)
    p75 = at(0.75)
    p90 = at(0.90)
    standardDeviation = draws > 1 ? (max(squares, 0) / Double(draws - 1)).squareRoot() : 0
    func error(_ share: Double) -> Double {
      let step = CostRange.shareError(share, draws: draws)
      return (at(share + step) - at(share - step)) / 2
    }
    errors = Errors(
      mean: draws > 1 ? standardDeviation / Double(draws).squareRoot() : 0, p10: error(0.10),
      p50: error(0.50), p90: error(0.90))
  }

  /// Ranks that ``init(draws:mean:squares:value:)`` asks for.
  static func ranks(draws: Int) -> [Int] {
    var shares = [0.10, 0.25, 0.50, 0.75, 0.90]
    for share in [0.10, 0.50, 0.90] {
      let step = shareError(share, draws: draws)
      shares += [share - step, share + step]
    }
    return shares.flatMap { share -> [Int] in
      let place = place(share, draws: draws)
      return [place.below, place.above]
    }
  }

  /// Between which ranks a percentile lies: interpolated between the two nearest draws (type 7 of
  /// Hyndman and Fan 1996, doi:10.1080/00031305.1996.10473566).
  private static func place(
    _ share: Double, draws: Int
  ) -> (below: Int, above: Int, part: Double) {
    let last = max(draws - 1, 0)
    let position = min(max(share, 0), 1) * Double(last)
    let below = Int(position)
    return (below, min(below + 1, last), position - Double(below))
  }

  private static func shareError(_ share: Double, draws: Int) -> Double {
    (share * (1 - share) / Double(max(draws, 1))).squareRoot()
  }
}
