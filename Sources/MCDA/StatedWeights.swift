/// Weights that people state as points.
///
/// Both kinds become shares by dividing through the sum; they differ in the question that was
/// asked, and so in what counts as a slip. Swing: von Winterfeldt, Edwards, "Decision Analysis and
/// Behavioral Research" (1986), chapter 8.
public enum StatedWeights: String, Sendable, Equatable, CaseIterable {
  /// “How important is it?” Any numbers of at least 0. Blind to the range of the scales.
  case direct
  /// “How much is the step from worst to best worth, if the largest step is worth 100?” Numbers
  /// from 0 to 100, the largest exactly 100.
  case swing

  /// Shares that sum to 1 up to rounding.
  ///
  /// - Throws: ``MethodError/badParameter(name:of:value:must:)`` for a number out of range,
  ///   ``MethodError/noWeights`` if none is above 0.
  public func weights(_ points: [Double]) throws(MethodError) -> [Double] {
    for point in points {
      guard point >= 0, point <= PerformanceTable.largestValue else {
        throw .badParameter(name: "points", value: point, must: .notNegative)
      }
      if self == .swing && point > 100 {
        throw .badParameter(name: "points", value: point, must: .between(0, 100))
      }
    }
    guard let largest = points.max(), largest > 0 else { throw .noWeights }
    if self == .swing && largest < 100 {
      throw .badParameter(name: "largest points", value: largest, must: .between(100, 100))
    }
    let sum = points.reduce(0) { $0 + $1 / largest }
    return points.map { $0 / largest / sum }
  }
}
