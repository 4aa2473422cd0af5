import MCDA
import Messages

/// How raw figures become values of which more is better.
enum ValueFunction: String, CaseIterable {
  /// 0 for the worst, 1 for the best of the table.
  case minMax = "minmax"
  /// 0 and 1 at the ends of a scale given for each criterion; beyond them straight on.
  case scale
  /// As they stand; the sign is turned where less is better.
  case identity

  /// Which one a text means: a word of this list, or a sentence as published cases have it.
  init?(reading text: String) {
    if let word = ValueFunction(rawValue: text) {
      self = word
    } else if text.contains("clipped"), !text.contains("not clipped") {
      return nil
    } else if text.hasPrefix("identity") {
      self = .identity
    } else if text.hasPrefix("linear"), text.contains("on the scale") {
      self = .scale
    } else if text.hasPrefix("linear min-max") || text.hasPrefix("linear, worst and best of") {
      self = .minMax
    } else {
      return nil
    }
  }
}

extension Analysis {
  func valueFunction(default standard: ValueFunction) throws(AnalysisFailure) -> ValueFunction {
    guard let text = parameters.text("value_functions") else {
      parameters.record("value_functions", .text(standard.rawValue))
      return standard
    }
    if let function = ValueFunction(reading: text) { return function }
    throw stop(
      .matrixUnknownWord(
        text, of: "value_functions", known: ValueFunction.allCases.map(\.rawValue), near: nil),
      at: parameters.position("value_functions"))
  }
}

/// Linear value functions of all criteria: value = (x − origin) · slope.
struct ValueScales {
  /// Values, row by row.
  let values: [Double]
  /// Value per unit of each criterion; below 0 where less is better, 0 where all agree.
  let slopes: [Double]

  init(
    _ table: PerformanceTable, _ function: ValueFunction, scale parameters: FieldReader,
    analysis: Analysis
  ) throws(AnalysisFailure) {
    try analysis.method { () throws(MethodError) in try table.requireComplete() }
    let n = table.criterionCount
    let rows = 0..<table.alternativeCount
    var origins = [Double](repeating: 0, count: n)
    var slopes = [Double](repeating: 1, count: n)
    let ends = function == .scale ? parameters.rows("scale", count: n, columns: 2) : []
    try analysis.proceed()
    for k in 0..<n {
      let isCost = table.directions[k] == .minimise
      var (low, high) = (0.0, 1.0)
      switch function {
      case .identity: break
      case .scale:
        (low, high) = (ends[k][0], ends[k][1])
        guard low < high else {
          throw analysis.stop(
            .matrixOutOfRange(
              "scale", of: table.criteria[k].name, value: MethodMessages.text(high),
              must: LocalText(
                de: "größer als \(MethodMessages.text(low))",
                en: "above \(MethodMessages.text(low))")), at: parameters.position("scale"))
        }
      case .minMax:
        let column = rows.map { table[$0, k] ?? 0 }
        (low, high) = (column.min() ?? 0, column.max() ?? 0)
      }
      if function == .identity {
        slopes[k] = isCost ? -1 : 1
      } else if high > low {
        origins[k] = isCost ? high : low
        slopes[k] = (isCost ? -1 : 1) / (high - low)
      } else {
        (origins[k], slopes[k]) = (low, 0)
      }
      guard slopes[k].isFinite else { throw .method(.outOfRange(step: "scale")) }
    }
    self.slopes = slopes
    values = rows.flatMap { row in
      (0..<n).map { ((table[row, $0] ?? 0) - origins[$0]) * slopes[$0] }
    }
  }
}
