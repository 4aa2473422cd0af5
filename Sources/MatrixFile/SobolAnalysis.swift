import MCDA
import Messages

/// Shares of variance by Sobol for functions of independent uniform quantities whose shares are
/// known in closed form: exact, nothing is drawn.
extension Analysis {
  func sobol() throws(AnalysisFailure) -> [JSONValue.Member] {
    inputs.ignore("distribution")
    let name = inputs.text("function") ?? ""
    guard let function = VarianceShares.Function(rawValue: name) else {
      let known = VarianceShares.Function.allCases.map(\.rawValue)
      throw stop(
        .matrixUnknownWord(
          name, of: "function", known: known, near: Suggestion.nearest(to: name, in: known)),
        at: inputs.position("function"))
    }
    let bounds = inputs.rows("bounds", columns: 2)
    let fields = inputs.object("parameters")
    try proceed()
    let shares: VarianceShares
    switch function {
    case .weightedSum:
      shares = VarianceShares(weights: fields.numbers("w", count: bounds.count), bounds: bounds)
    case .product:
      try require(bounds, all: [0, 1])
      let a = fields.numbers("a", count: bounds.count)
      try proceed()
      for value in a where value < 0 {
        throw .method(.badParameter(name: "a", value: value, must: .notNegative))
      }
      shares = VarianceShares(product: a)
    case .ishigami:
      try require(bounds, all: [-Double.pi, Double.pi])
      shares = VarianceShares(ishigami: fields.number("a"), fields.number("b"))
    }
    try proceed()
    guard shares.variance > 0, shares.variance.isFinite else {
      throw .method(.outOfRange(step: "variance"))
    }
    return [
      .init("S1", .numbers(shares.alone.map { $0 / shares.variance })),
      .init("ST", .numbers(shares.total.map { $0 / shares.variance })),
      .init("variance", .number(shares.variance)), .init("mean", .number(shares.mean)),
    ]
  }

  /// Closed forms hold on these bounds only.
  private func require(_ bounds: [[Double]], all ends: [Double]) throws(AnalysisFailure) {
    let isMet = bounds.allSatisfy { row in
      row.count == 2 && zip(row, ends).allSatisfy { ($0 - $1).magnitude < 1e-12 }
    }
    guard isMet else {
      throw stop(
        .matrixNotYet(
          LocalText(
            de: "diese Funktion auf anderen Grenzen als \(ends)",
            en: "this function on bounds other than \(ends)")), at: inputs.position("bounds"))
    }
  }
}

/// Variance of a function and the parts that single quantities cause.
struct VarianceShares {
  /// Functions as cases name them.
  enum Function: String, CaseIterable {
    case weightedSum = "sum w_i x_i"
    case product = "product of (|4 x_i - 2| + a_i)/(1 + a_i)"
    case ishigami = "sin(x1)+a sin(x2)^2+b x3^4 sin(x1)"
  }

  let mean: Double
  let variance: Double
  /// The variance that each quantity causes alone.
  let alone: [Double]
  /// The variance that remains as long as only this quantity is unknown, on average.
  let total: [Double]

  /// Σ w·x: the variances of the parts add up.
  init(weights: [Double], bounds: [[Double]]) {
    let parts = zip(weights, bounds).map { weight, ends in
      let width = (ends.last ?? 0) - (ends.first ?? 0)
      return weight * weight * width * width / 12
    }
    mean = zip(weights, bounds).reduce(0) { $0 + $1.0 * $1.1.reduce(0, +) / 2 }
    variance = parts.reduce(0, +)
    alone = parts
    total = parts
  }

  /// Sobol's g-function: factors of mean 1 with the variances (1/3)/(1 + a)².
  init(product a: [Double]) {
    let parts = a.map { 1 / (3 * (1 + $0) * (1 + $0)) }
    let whole = parts.reduce(1) { $0 * (1 + $1) }
    mean = 1
    variance = whole - 1
    alone = parts
    total = parts.map { $0 * whole / (1 + $0) }
  }

  /// Ishigami, Homma 1990, doi:10.1109/ISUMA.1990.151285.
  init(ishigami a: Double, _ b: Double) {
    let fourth = Double.pi * Double.pi * Double.pi * Double.pi
    let first = (1 + b * fourth / 5) * (1 + b * fourth / 5) / 2
    let second = a * a / 8
    let both = 8 * b * b * fourth * fourth / 225
    mean = a / 2
    variance = first + second + both
    alone = [first, second, 0]
    total = [first + both, second, both]
  }
}
