import ReproducibleMath

/// Uniform draws from a ``WeightPolytope``.
///
/// Independent draws by rejection from the boxes around it if one in twenty lies inside, which a
/// fixed trial decides; else a random walk.
enum PolytopeLaw: Sendable, Equatable {
  case rejection(BoxSampler, WeightPolytope)
  case walk(WeightPolytope)

  /// Where the draws lie.
  var polytope: WeightPolytope {
    switch self {
    case .rejection(_, let polytope), .walk(let polytope): polytope
    }
  }

  /// The least share of accepted draws for rejection.
  static let leastAcceptance = 0.05

  init(_ polytope: WeightPolytope) {
    guard polytope.basis.count == polytope.count - 1,
      let boxes = BoxSampler(lower: polytope.lower, upper: polytope.upper)
    else {
      self = .walk(polytope)
      return
    }
    let trials = 1_000
    let accepted = boxes.draw(trials, seed: 1).count { weights in
      polytope.contains { weights[$0] }
    }
    self =
      Double(accepted) >= Self.leastAcceptance * Double(trials)
      ? .rejection(boxes, polytope) : .walk(polytope)
  }
}

/// Draws from boxes, kept where they lie in a polytope.
struct RejectionDraws {
  private let polytope: WeightPolytope
  private var boxes: BoxDraws
  private let scratch: Octets
  private var lane = 8

  init(_ boxes: BoxDraws, _ polytope: WeightPolytope) {
    self.boxes = boxes
    self.polytope = polytope
    scratch = Octets(count: polytope.count)
  }

  mutating func fill(_ rows: UnsafeMutablePointer<Double>, octets: Int) {
    let count = polytope.count
    for draw in 0..<(8 * octets) {
      repeat {
        if lane == 8 {
          boxes.fill(scratch.numbers, octets: 1)
          lane = 0
        }
        lane += 1
      } while !polytope.contains({ scratch.numbers[8 * $0 + lane - 1] })
      for row in 0..<count {
        rows[8 * (draw / 8 * count + row) + draw % 8] = scratch.numbers[8 * row + lane - 1]
      }
    }
  }
}

/// Hit-and-run: from a point inside, an even point of the chord in an even direction, again and
/// again (Smith, Operations Research 32(6), 1984, doi:10.1287/opre.32.6.1296; Tervonen, van
/// Valkenhoef, Baştürk, Postmus, European Journal of Operational Research 224(3), 2013,
/// doi:10.1016/j.ejor.2012.08.026, whose thinning ⌈ln(d+1)/4·d³⌉ in d dimensions it takes).
///
/// The basis is orthonormal, so that directions are even in the polytope itself. Every block starts
/// anew from the centre and walks ten kept draws' length before it keeps one.
struct WalkDraws {
  private let polytope: WeightPolytope
  private var source: ScalarDraws
  private var weights: [Double]
  private let steps: Int
  /// Each side along the basis: sides × directions.
  private let slopes: [Double]
  private var slacks: [Double]
  private var isWarm = false

  init(_ polytope: WeightPolytope, source: ScalarDraws) {
    self.polytope = polytope
    self.source = source
    weights = polytope.centre
    slopes = polytope.sides.flatMap { side in
      polytope.basis.map { direction in zip(direction, side.row).reduce(0) { $0 + $1.0 * $1.1 } }
    }
    slacks = [Double](repeating: 0, count: polytope.sides.count)
    steps = Self.thinning(dimensions: polytope.basis.count)
  }

  /// Steps for each kept draw: the published thinning, but at least eight for each dimension, since
  /// below five dimensions it leaves draws that are worth only two fifths of independent ones.
  static func thinning(dimensions d: Int) -> Int {
    let cube = Double(d) * Double(d) * Double(d)
    return max(8 * d, Int((ReproducibleMath.log(Double(d + 1)) / 4 * cube).rounded(.up)))
  }

  mutating func fill(_ rows: UnsafeMutablePointer<Double>, octets: Int) {
    let count = polytope.count
    if !isWarm {
      for _ in 0..<10 { walk() }
      isWarm = true
    }
    for draw in 0..<(8 * octets) {
      walk()
      for row in 0..<count { rows[8 * (draw / 8 * count + row) + draw % 8] = weights[row] }
    }
  }

  private mutating func walk() {
    let dimensions = polytope.basis.count
    guard dimensions > 0 else { return }
    // Computed anew for each kept draw, so that rounding does not add up.
    for (index, side) in polytope.sides.enumerated() {
      slacks[index] = zip(side.row, weights).reduce(-side.bound) { $0 + $1.0 * $1.1 }
    }
    var moved = [Double](repeating: 0, count: dimensions)
    var direction = moved
    var rates = [Double](repeating: 0, count: slacks.count)
    for _ in 0..<steps {
      var square = 0.0
      for index in 0..<dimensions {
        direction[index] = source.normal()
        square += direction[index] * direction[index]
      }
      let length = square.squareRoot()
      guard length > 0 else { continue }
      var (back, forth) = (-Double.infinity, Double.infinity)
      for side in slacks.indices {
        var rate = 0.0
        for index in 0..<dimensions { rate += slopes[side * dimensions + index] * direction[index] }
        rate /= length
        rates[side] = rate
        // A side almost along the direction bounds nothing within reach.
        guard rate.magnitude > 1e-12 else { continue }
        let reach = -max(0, slacks[side]) / rate
        if rate > 0 { back = max(back, reach) } else { forth = min(forth, reach) }
      }
      guard back < forth, back.isFinite, forth.isFinite else { continue }
      let step = back + (forth - back) * source.uniform()
      for side in slacks.indices { slacks[side] += step * rates[side] }
      for index in 0..<dimensions { moved[index] += step * direction[index] / length }
    }
    for (index, direction) in polytope.basis.enumerated() {
      for row in weights.indices { weights[row] += moved[index] * direction[row] }
    }
  }
}

/// Dirichlet weights around stated ones: gamma variates, divided by their sum.
struct DirichletDraws {
  private let shapes: [Double]
  private var source: ScalarDraws
  private var logs: [Double]

  /// - Parameter shapes: concentration × stated weight; 0 stays 0.
  init(shapes: [Double], source: ScalarDraws) {
    self.shapes = shapes
    self.source = source
    logs = shapes
  }

  mutating func fill(_ rows: UnsafeMutablePointer<Double>, octets: Int) {
    let count = shapes.count
    for draw in 0..<(8 * octets) {
      for row in 0..<count {
        logs[row] = shapes[row] > 0 ? source.logGamma(shape: shapes[row]) : -.infinity
      }
      let largest = logs.max() ?? 0
      let parts = logs.map { ReproducibleMath.exp($0 - largest) }
      let sum = parts.reduce(0, +)
      for row in 0..<count { rows[8 * (draw / 8 * count + row) + draw % 8] = parts[row] / sum }
    }
  }
}
