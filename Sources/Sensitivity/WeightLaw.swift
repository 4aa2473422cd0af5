import ReproducibleMath

/// How the local weights of one sibling group are drawn.
enum WeightLaw: Sendable, Equatable {
  /// Uniform on boxes or an order: exact and independent.
  case boxes(BoxSampler)
  /// Uniform where statements hold.
  case polytope(PolytopeLaw)
  /// Dirichlet with these shapes.
  case dirichlet([Double])

  /// Where draws stand.
  struct Address {
    let seed: UInt64
    let stream: UInt64
    let block: UInt64
    let lane: UInt64
  }

  /// The law at work in a block.
  func draws(at address: Address, registers: Registers) -> WeightDraws {
    func boxDraws(_ sampler: BoxSampler) -> BoxDraws {
      BoxDraws(
        sampler,
        stream: OctetStream(
          seed: address.seed, stream: address.stream, block: address.block, lane: address.lane),
        registers: registers)
    }
    var scalars: ScalarDraws {
      ScalarDraws(
        RandomStream(
          seed: address.seed, stream: address.stream, block: address.block, lane: address.lane))
    }
    switch self {
    case .boxes(let sampler): return .boxes(boxDraws(sampler))
    case .polytope(.rejection(let sampler, let polytope)):
      return .rejection(RejectionDraws(boxDraws(sampler), polytope))
    case .polytope(.walk(let polytope)): return .walk(WalkDraws(polytope, source: scalars))
    case .dirichlet(let shapes): return .dirichlet(DirichletDraws(shapes: shapes, source: scalars))
    }
  }
}

/// A ``WeightLaw`` at work.
enum WeightDraws {
  case boxes(BoxDraws)
  case rejection(RejectionDraws)
  case walk(WalkDraws)
  case dirichlet(DirichletDraws)

  /// Fills `octets` matrices of one row for each weight.
  mutating func fill(_ rows: UnsafeMutablePointer<Double>, octets: Int) {
    switch self {
    case .boxes(var draws):
      draws.fill(rows, octets: octets)
      self = .boxes(draws)
    case .rejection(var draws):
      draws.fill(rows, octets: octets)
      self = .rejection(draws)
    case .walk(var draws):
      draws.fill(rows, octets: octets)
      self = .walk(draws)
    case .dirichlet(var draws):
      draws.fill(rows, octets: octets)
      self = .dirichlet(draws)
    }
  }
}
