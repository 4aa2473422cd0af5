/// The formula of one normalised column: `(x − shift) / divisor + offset`, or `divisor / x`.
struct ColumnFormula: Sendable, Equatable {
  var shift = 0.0
  var divisor = 1.0
  var offset = 0.0
  var isReciprocal = false

  /// x as it stands.
  init() {}

  /// What `normalisation` does to a column with these values.
  @inline(__always)
  init(
    _ values: Column, _ normalisation: Normalisation, _ table: PerformanceTable, column: Int
  ) throws(MethodError) {
    self.init()
    let isCost = table.contents.directions[column] == .minimise
    switch normalisation {
    case .none: return
    case .vector:
      // The usual case first: this is what small tables spend their time on.
      let squares = ColumnKernels.sum(values, of: { $0 * $0 }, { $0 * $0 })
      if squares > Self.smallSquares {
        divisor = squares.squareRoot()
      } else {
        self = try ColumnFormula(dividing: values, normalisation, table, column: column)
      }
    case .minMax:
      let (least, most) = ColumnKernels.range(values)
      if most == least {
        (shift, offset) = (least, 1)
      } else {
        (shift, divisor) = isCost ? (most, least - most) : (least, most - least)
      }
    default:
      self = try ColumnFormula(dividing: values, normalisation, table, column: column)
    }
    guard divisor.magnitude >= Self.smallestDivisor else {
      throw .outOfRange(step: "\(normalisation.rawValue) of '\(table.criteria[column].name)'")
    }
  }

  /// The steps that divide by a figure of the column.
  private init(
    dividing values: Column, _ normalisation: Normalisation, _ table: PerformanceTable, column: Int
  ) throws(MethodError) {
    let isCost = table.contents.directions[column] == .minimise
    func share(of total: Double, isZero: Bool) throws(MethodError) -> Double {
      if isZero { return 1 }
      guard total > 0 else {
        throw .cannotNormalise(
          criterion: table.criteria[column].name, normalisation: normalisation.rawValue)
      }
      return total
    }
    func require(
      _ requirement: MethodError.Requirement, _ isMet: (Double) -> Bool
    ) throws(MethodError) {
      for row in values.indices where !isMet(values[row]) {
        throw .badValue(
          alternative: table.alternatives[row], criterion: table.criteria[column].name,
          value: values[row], must: requirement)
      }
    }
    switch normalisation {
    case .none, .minMax: break
    case .maxRatio where isCost:
      try require(.positive) { $0 > 0 }
      (divisor, isReciprocal) = (ColumnKernels.range(values).least, true)
    case .maxRatio, .maxComplement:
      let (least, most) = ColumnKernels.range(values)
      divisor = try share(of: most, isZero: most == 0 && least == 0)
    case .sumReciprocal where isCost:
      try require(.positive) { $0 > 0 }
      let reciprocals = ColumnKernels.sum(values, of: { 1 / $0 }, { 1 / $0 })
      (divisor, isReciprocal) = (1 / reciprocals, true)
    case .sum, .sumReciprocal:
      try require(.notNegative) { $0 >= 0 }
      let sum = ColumnKernels.sum(values, of: { $0 }, { $0 })
      divisor = try share(of: sum, isZero: sum == 0)
    case .vector, .vectorComplement:
      let length = Self.length(values)
      divisor = try share(of: length, isZero: length == 0)
    }
    if isCost, normalisation == .maxComplement || normalisation == .vectorComplement {
      (divisor, offset) = (-divisor, 1)
    }
  }

  /// What a value becomes.
  @inline(__always)
  func callAsFunction(_ value: Double) -> Double {
    isReciprocal ? divisor / value : (value - shift) / divisor + offset
  }

  /// Whether a larger value becomes a larger one.
  var isRising: Bool { !isReciprocal && divisor > 0 }

  /// What is smaller can't be divided by without leaving the range of numbers.
  static let smallestDivisor = 1e-290
  /// Sums of squares up to here have lost digits: their terms are too small for the range of numbers.
  static let smallSquares = 1e-250

  /// The root of the sum of squares.
  private static func length(_ values: Column) -> Double {
    let squares = ColumnKernels.sum(values, of: { $0 * $0 }, { $0 * $0 })
    if squares > smallSquares { return squares.squareRoot() }
    let (least, most) = ColumnKernels.range(values)
    let largest = max(least.magnitude, most.magnitude)
    guard largest > 0 else { return 0 }
    let shares = ColumnKernels.sum(
      values, of: { ($0 / largest) * ($0 / largest) }, { ($0 / largest) * ($0 / largest) })
    return largest * shares.squareRoot()
  }
}
