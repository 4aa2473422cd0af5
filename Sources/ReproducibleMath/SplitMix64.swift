/// The generator SplitMix64: a counter in steps of the golden ratio, and a bijective mixer.
///
/// Used to turn addresses into well-spread seeds. Steele, Lea, Flood, "Fast splittable
/// pseudorandom number generators", OOPSLA 2014, doi:10.1145/2660193.2660195, with the mixer
/// constants of S. Vigna's public-domain `splitmix64.c`.
public struct SplitMix64: RandomNumberGenerator, Sendable, Equatable {
  /// 2^64 divided by the golden ratio, odd.
  static let increment: UInt64 = 0x9e37_79b9_7f4a_7c15

  private var counter: UInt64

  /// A generator that starts at `seed`; 0 is a seed like any other.
  public init(seed: UInt64) {
    counter = seed
  }

  /// The next 64 bits.
  public mutating func next() -> UInt64 {
    counter &+= Self.increment
    return Self.mixed(counter)
  }

  /// A bijection of 64-bit numbers in which every input bit reaches every output bit.
  static func mixed(_ value: UInt64) -> UInt64 {
    var z = value
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }
}
