public import DecisionModel
public import Measures

/// What an answer is worth on its question's scale, with the band in which the truth may lie.
///
/// Values run from 0 to 1. Figures outside a scale count as its end (`methods.md` A6 on
/// extrapolation; cost is the exception and is not valued here).
public struct AnswerValue: Sendable, Equatable {
  /// The value that counts.
  public let point: Double
  /// The value if a missing answer turned out worst; the point value if it was answered.
  public let low: Double
  /// The value if a missing answer turned out best; the point value if it was answered.
  public let high: Double
  /// Whether the question was answered.
  public let isAnswered: Bool
  /// Where the true value may lie.
  public let spread: Spread

  /// Where a true value may lie (`rulings.md` R1).
  public enum Spread: Sendable, Equatable {
    /// It is the value that counts.
    case none
    /// Between the ends of the scale if the answer is missing, else down from the stated value by
    /// the weakness of its evidence; each value equally likely.
    case uniform(low: Double, high: Double)
    /// On a stated range.
    case triangular(low: Double, mode: Double, high: Double)

    /// The variance.
    public var variance: Double {
      switch self {
      case .none: 0
      case .uniform(let low, let high): (high - low) * (high - low) / 12
      case .triangular(let a, let b, let c):
        max((a * a + b * b + c * c - a * b - a * c - b * c) / 18, 0)
      }
    }
  }

  /// Variance of the value.
  public var variance: Double { spread.variance }

  /// The value of an answer to a question.
  ///
  /// - Parameters:
  ///   - answer: The answer; `nil` if there is none.
  ///   - scale: The question's scale.
  ///   - unanswered: What a missing answer counts.
  ///   - isVendor: Whether a vendor answers, which settles the evidence where none is stated.
  public init(_ answer: Answer?, on scale: Scale, unanswered: Unanswered, isVendor: Bool) {
    switch (answer?.reading, scale) {
    case (.level(let index), .levels(let levels)) where levels.levels.indices.contains(index):
      let value = levels.levels[index].value.double
      self.init(stated: value, evidence: answer?.evidence, isVendor: isVendor)
    case (.figure(let low, let likely, let high), .numeric(let numeric)):
      let value = numeric.value(of: likely)
      if low == high {
        self.init(stated: value, evidence: answer?.evidence, isVendor: isVendor)
      } else {
        let ends = [numeric.value(of: low), value, numeric.value(of: high)]
        let inside = numeric.points.filter { $0.figure > low && $0.figure < high }
          .map(\.value.double)
        let bottom = (ends + inside).min() ?? value
        let top = (ends + inside).max() ?? value
        // Triangular between the values of the ends with the value of the likely figure as mode.
        self.init(
          point: value, low: value, high: value, isAnswered: true,
          spread: .triangular(low: bottom, mode: value, high: top))
      }
    default:
      let (bottom, top) = scale.ends
      self.init(
        point: unanswered == .worst ? bottom : (bottom + top) / 2, low: bottom, high: top,
        isAnswered: false, spread: .uniform(low: bottom, high: top))
    }
  }

  private init(stated value: Double, evidence: Int?, isVendor: Bool) {
    let weakness = AnswerValue.weakness(ofEvidence: evidence, isVendor: isVendor)
    self.init(
      point: value, low: value, high: value, isAnswered: true,
      spread: weakness * value == 0 ? .none : .uniform(low: value - weakness * value, high: value))
  }

  private init(point: Double, low: Double, high: Double, isAnswered: Bool, spread: Spread) {
    self.point = point
    self.low = low
    self.high = high
    self.isAnswered = isAnswered
    self.spread = spread
  }

  /// By which share a stated value may be too high, for evidence 0 to 5 (`rulings.md` R1).
  public static func weakness(ofEvidence evidence: Int?, isVendor: Bool) -> Double {
    let shares = [0.50, 0.40, 0.20, 0.15, 0.05, 0]
    let level = evidence ?? (isVendor ? 2 : 1)
    return shares[min(max(level, 0), 5)]
  }
}

extension Scale {
  /// Values of the worst and the best answer.
  public var ends: (worst: Double, best: Double) {
    let values: [Double] =
      switch self {
      case .levels(let scale): scale.levels.map(\.value.double)
      case .numeric(let scale): scale.points.map(\.value.double)
      }
    return (values.min() ?? 0, values.max() ?? 1)
  }
}

extension NumericScale {
  /// The value of a figure: straight between the points, the ends' values outside.
  public func value(of figure: Amount) -> Double {
    guard let first = points.first, let last = points.last else { return 0 }
    if figure <= first.figure { return first.value.double }
    if figure >= last.figure { return last.value.double }
    for (left, right) in zip(points, points.dropFirst()) where figure <= right.figure {
      // Differences are formed exactly first, so that a figure on a point has exactly its value.
      if figure == right.figure { return right.value.double }
      let run = right.figure.double - left.figure.double
      let share = (figure.double - left.figure.double) / run
      return left.value.double + share * (right.value.double - left.value.double)
    }
    return last.value.double
  }
}
