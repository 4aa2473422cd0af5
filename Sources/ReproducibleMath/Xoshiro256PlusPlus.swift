/// The sequential generator xoshiro256++ 1.0: 256 bits of state, period 2^256 − 1.
///
/// Blackman, Vigna, "Scrambled linear pseudorandom number generators", ACM TOMS 47(4), 2021,
/// doi:10.1145/3460772.
public struct Xoshiro256PlusPlus: RandomNumberGenerator, Sendable, Equatable {
  @usableFromInline var s0: UInt64
  @usableFromInline var s1: UInt64
  @usableFromInline var s2: UInt64
  @usableFromInline var s3: UInt64

  /// A generator in the given state. The state of four zeros, which would stay zero for ever,
  /// is replaced by the one that seed 0 gives.
  public init(state s0: UInt64, _ s1: UInt64, _ s2: UInt64, _ s3: UInt64) {
    self.init(seed: 0)
    if s0 | s1 | s2 | s3 != 0 {
      (self.s0, self.s1, self.s2, self.s3) = (s0, s1, s2, s3)
    }
  }

  /// A generator whose state is the first four outputs of SplitMix64, as its authors recommend.
  public init(seed: UInt64) {
    // SplitMix64 is a bijection of a moving counter: four outputs in a row are never all zero.
    var words = SplitMix64(seed: seed)
    s0 = words.next()
    s1 = words.next()
    s2 = words.next()
    s3 = words.next()
  }

  /// The next 64 bits.
  @inlinable
  public mutating func next() -> UInt64 {
    let sum = s0 &+ s3
    let result = (sum << 23 | sum >> 41) &+ s0
    let shifted = s1 << 17
    s2 ^= s0
    s3 ^= s1
    s1 ^= s2
    s0 ^= s3
    s2 ^= shifted
    s3 = s3 << 45 | s3 >> 19
    return result
  }
}
