internal import CLanes

/// Eight generators ``Xoshiro256PlusPlus`` side by side, with an address like ``RandomStream``.
///
/// Lane k = 0 … 7 is seeded by the hash of (seed, stream, block, lane) that ``RandomStream`` uses,
/// taking in k as one more part. Octet j holds the j-th word of every lane. So the same numbers
/// come whatever the width of the registers and however many are asked for at once.
public struct OctetStream: Sendable, Equatable {
  /// Word by word of the state, eight lanes each.
  private var state: [UInt64]

  /// The stream at an address. All 2^64 values of each part are allowed, 0 included.
  public init(seed: UInt64, stream: UInt64, block: UInt64, lane: UInt64 = 0) {
    let address = RandomStream.hash(seed: seed, parts: [stream, block, lane])
    let lanes = (0..<8).map {
      Xoshiro256PlusPlus(seed: RandomStream.hash(address, with: UInt64($0)))
    }
    state = lanes.map(\.s0) + lanes.map(\.s1) + lanes.map(\.s2) + lanes.map(\.s3)
  }

  /// Fills octets with words of 64 random bits: bit patterns, not numbers yet.
  public mutating func fillWords(
    _ octets: UnsafeMutablePointer<Double>, count: Int, registers: Registers = .wide
  ) {
    registers.kernels.pointee.random_words(&state, octets, count)
  }

  /// Fills octets with numbers from [0, 1): multiples of 2^−52, all equally likely.
  public mutating func fillUniforms(
    _ octets: UnsafeMutablePointer<Double>, count: Int, registers: Registers = .wide
  ) {
    fillWords(octets, count: count, registers: registers)
    registers.kernels.pointee.uniforms(octets, count)
  }

  /// Fills octets with independent exponential variates of mean 1, as
  /// ``LaneMath/exponentials(_:)`` defines them: `groups` columns of `rows` each.
  public mutating func fillExponentials(
    _ octets: UnsafeMutablePointer<Double>, groups: Int, rows: Int, registers: Registers = .wide
  ) {
    fillWords(octets, count: groups * rows, registers: registers)
    registers.kernels.pointee.exponentials(octets, groups, rows)
  }
}
