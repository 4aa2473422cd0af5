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
    state = [UInt64](unsafeUninitializedCapacity: OctetStream.stateWords) { words, count in
      if let start = words.baseAddress { OctetStream.seed(start, address: address) }
      count = OctetStream.stateWords
    }
  }

  /// How many words the state of all lanes has.
  static let stateWords = 4 * lanes

  /// Writes the state of all lanes at an address.
  static func seed(_ words: UnsafeMutablePointer<UInt64>, address: UInt64) {
    for lane in 0..<lanes {
      let generator = Xoshiro256PlusPlus(seed: RandomStream.hash(address, with: UInt64(lane)))
      words[lane] = generator.s0
      words[lane + lanes] = generator.s1
      words[lane + 2 * lanes] = generator.s2
      words[lane + 3 * lanes] = generator.s3
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
    inOctets(values, padding: 0) { kernels.pointee.open_uniforms(&state, $0, $1) }
  }
}
