import ReproducibleMath

/// Numbers that take a varying count of random ones, drawn one at a time.
struct ScalarDraws {
  private var stream: RandomStream
  private var spare: Double?

  init(_ stream: RandomStream) { self.stream = stream }

  /// From [0, 1).
  mutating func uniform() -> Double { stream.uniform() }

  /// Standard normal: Marsaglia's polar method, which needs a logarithm and a root only.
  mutating func normal() -> Double {
    if let value = spare {
      spare = nil
      return value
    }
    while true {
      let x = 2 * stream.openUniform() - 1
      let y = 2 * stream.openUniform() - 1
      let square = x * x + y * y
      guard square < 1, square > 0 else { continue }
      let factor = (-2 * LaneMath.log(square) / square).squareRoot()
      spare = y * factor
      return x * factor
    }
  }

  /// The logarithm of a gamma variate of this shape, above 0, and scale 1: Marsaglia, Tsang, "A
  /// simple method for generating gamma variables", ACM TOMS 26(3), 2000,
  /// doi:10.1145/358407.358414. The logarithm stays finite where small shapes give numbers below
  /// the smallest double.
  mutating func logGamma(shape: Double) -> Double {
    // Below 1 a variate of shape + 1 times u^(1/shape).
    let boost = shape < 1 ? LaneMath.log(stream.openUniform()) / shape : 0
    let d = (shape < 1 ? shape + 1 : shape) - 1.0 / 3
    let c = 1 / (9 * d).squareRoot()
    while true {
      let x = normal()
      let root = 1 + c * x
      guard root > 0 else { continue }
      let cube = root * root * root
      let u = stream.openUniform()
      let logCube = LaneMath.log(cube)
      if LaneMath.log(u) < x * x / 2 + d * (1 - cube + logCube) {
        return LaneMath.log(d) + logCube + boost
      }
    }
  }

  /// A value from a distribution.
  mutating func value(_ distribution: UncertainValues.Distribution) -> Double {
    switch distribution {
    case .exact(let value): return value
    case .normal(let mean, let deviation): return mean + deviation * normal()
    case .uniform(let low, let high): return low + (high - low) * uniform()
    case .triangular(let low, let mode, let high):
      let (u, v) = (uniform(), uniform())
      return low + ((high - mode) * min(u, v) + (mode - low) * max(u, v))
    case .pert(let low, let mode, let high):
      guard high > low else { return low }
      let first = logGamma(shape: 1 + 4 * (mode - low) / (high - low))
      let second = logGamma(shape: 1 + 4 * (high - mode) / (high - low))
      // x/(x + y), as 1/(1 + y/x).
      return low + (high - low) / (1 + ReproducibleMath.exp(second - first))
    case .discrete(let outcomes):
      var rest = uniform() * outcomes.reduce(0) { $0 + $1.share }
      for outcome in outcomes.dropLast() {
        if rest < outcome.share { return outcome.value }
        rest -= outcome.share
      }
      return outcomes[outcomes.count - 1].value
    }
  }
}
