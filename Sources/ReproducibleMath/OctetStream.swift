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
    // In place: costs are drawn from hundreds of streams a block.
    state = [UInt64](unsafeUninitializedCapacity: 4 * OctetStream.lanes) { words, count in
      for lane in 0..<OctetStream.lanes {
        let generator = Xoshiro256PlusPlus(
          seed: RandomStream.hash(address, with: UInt64(lane)))
        words[lane] = generator.s0
        words[lane + OctetStream.lanes] = generator.s1
        words[lane + 2 * OctetStream.lanes] = generator.s2
        words[lane + 3 * OctetStream.lanes] = generator.s3
      }
      count = 4 * OctetStream.lanes
    }
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

  /// How many lanes there are.
  public static let lanes = 8

  /// Fills a buffer with numbers from (0, 1), both ends excluded: odd multiples of 2^−53.
  ///
  /// Number i comes from lane i mod 8.
  ///
  /// - Parameter values: Their number is a multiple of 8, or this is the last call: of an unfinished
  ///   last octet the other lanes' numbers are lost.
  public mutating func fillOpenUniforms(
    _ values: UnsafeMutableBufferPointer<Double>, registers: Registers = .wide
  ) {
    let kernels = registers.kernels
    inOctets(values) { kernels.pointee.open_uniforms(&$0, $1, $2) }
  }

  /// Adds to each value the variable part of a triangular number.
  ///
  /// - Parameters:
  ///   - triangle: What is added, without its ``TriangularFactor/constant``.
  ///   - values: As for ``fillOpenUniforms(_:registers:)``.
  public mutating func addTriangular(
    _ triangle: TriangularFactor, to values: UnsafeMutableBufferPointer<Double>,
    registers: Registers = .wide
  ) {
    let kernels = registers.kernels
    inOctets(values) {
      kernels.pointee.add_triangular(&$0, triangle.perSum, triangle.perGap, $1, $2)
    }
  }

  /// Runs a loop on whole octets, and on a padded copy of what is left.
  private mutating func inOctets(
    _ values: UnsafeMutableBufferPointer<Double>,
    _ loop: (inout [UInt64], UnsafeMutablePointer<Double>, Int) -> Void
  ) {
    guard let base = values.baseAddress else { return }
    let octets = values.count / OctetStream.lanes
    loop(&state, base, octets)
    let rest = octets * OctetStream.lanes
    if rest == values.count { return }
    withUnsafeTemporaryAllocation(of: Double.self, capacity: OctetStream.lanes) { last in
      last.initialize(repeating: 0)
      for i in rest..<values.count { last[i - rest] = values[i] }
      if let start = last.baseAddress { loop(&state, start, 1) }
      for i in rest..<values.count { values[i] = last[i - rest] }
    }
  }
}
